"""How does the window say what the core says, in the reader's language?

The core knows no Qt and speaks English. What it says as a `Phrase`, such as why a file cannot be read, knows its
template; `packaging/translations.py` finds those in the sources. What it says in plain words is listed here: names of
classes, rules of page furniture, stages, notices; "{}" stands for whatever the core fills in. What is neither is shown
as it comes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from diffview.model import Article, Side
from diffview.phrases import Phrase, beginning
from diffview.reading.naming import name_of
from diffview.theme import NAMES

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.model import EncoderInfo

CONTEXT = "core"
CORE = (
    # classes
    "same",
    "reworded",
    "moved",
    "added",
    "dropped",
    "only on the left",
    "only on the right",
    "related",
    "page furniture",
    # rules of page furniture
    "advertisement",
    "appeal to readers",
    "byline",
    "call to readers",
    "contact call",
    "contributor note",
    "editing credit",
    "exchange-rate note",
    "legal notice",
    "mail header",
    "newsletter or app call",
    "page pointer",
    "photo credit",
    "related link",
    "section label",
    "separator",
    "share or navigation words",
    "short line repeated",
    "teaser of another story",
    "timestamp",
    "topic tags",
    "update note",
    "beyond what is compared",
    # stages of work
    "encoding",
    "linking",
    "comparing words",
    "looking for findings",
    # why words alone compared
    "by choice",
    # what was noticed in a file
    "pasted text",
    "no text",
    "encoding guessed: {}",
    "some bytes could not be read ({}); shown as {}",
    "hidden characters: {}, shown as marks",
    "control characters: {}, shown as marks",
    "{} stray byte at the end left out",
    "{} stray bytes at the end left out",
    "attachments left out: {}",
    "footnotes are left out",
    "not rich text: read as plain text",
    "no text left without the markup: read as plain text",
    "its markup could not be read: shown as plain text",
    "only the first {} of {} pages are read",
    "pages that could not be read: {}",
    "only the first {} of {} pages are read: they hold {} characters",
    "{} of {} chapters are missing",
    "{} line looks misread: “{}” may be “{}”",
    "{} lines look misread: “{}” may be “{}”",
    "misread letters repaired in {} line",
    "misread letters repaired in {} lines",
    "only the first {} of {} passages are compared",
)
"""All that the core says in words of its own, where a reader of the window sees it."""


def said(text: str) -> str:
    """Return what the core says in the reader's language; a file's name before a colon stays as it is."""
    if not text:
        return ""
    if isinstance(text, Phrase):
        values = {name: said(value) if isinstance(value, Phrase) else value for name, value in text.values.items()}
        return QCoreApplication.translate(CONTEXT, text.template).format(**values)
    known = QCoreApplication.translate(CONTEXT, text)
    if known != text:
        return known
    for template, pattern in _patterns():
        if found := pattern.fullmatch(text):
            return QCoreApplication.translate(CONTEXT, template).format(*found.groups())
    before, colon, after = text.partition(": ")
    return f"{before}{colon}{said(after)}" if colon else text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each template of the core with the pattern of what it gives, those that say most first."""
    templates = sorted((text for text in CORE if "{}" in text), key=len, reverse=True)
    return tuple((text, re.compile(re.escape(text).replace(r"\{\}", "(.*)"), re.DOTALL)) for text in templates)


def class_name(mark: str) -> str:
    """Return what a class is called at the beginning of a line."""
    return beginning(said(NAMES[mark]))


def file_name(article: Article) -> str:
    """Return the name of an article's file, or what to call the article without one."""
    return name_of(article) if article.path else said(name_of(article))


def made_by(encoder: EncoderInfo) -> str:
    """Return what compared the articles."""
    if not encoder.words_alone:
        return QCoreApplication.translate("speech", "Compared by meaning with {encoder}").format(encoder=encoder.name)
    alone = QCoreApplication.translate("speech", "Compared by words alone")
    return f"{alone}: {said(encoder.reason)}" if encoder.reason else alone


def side_name(side: Side) -> str:
    """Return "Left" or "Right"."""
    left, right = QCoreApplication.translate("speech", "Left"), QCoreApplication.translate("speech", "Right")
    return left if side is Side.LEFT else right


def article_name(side: Side) -> str:
    """Return "Left article" or "Right article"."""
    left = QCoreApplication.translate("speech", "Left article")
    right = QCoreApplication.translate("speech", "Right article")
    return left if side is Side.LEFT else right


def overview_name(side: Side) -> str:
    """Return what the overview bar of a side is called."""
    left = QCoreApplication.translate("speech", "Overview of the left article")
    right = QCoreApplication.translate("speech", "Overview of the right article")
    return left if side is Side.LEFT else right


def fraction(number: float) -> str:
    """Return a number with two decimals, as the reader's language writes it."""
    return QLocale().toString(number, "f", 2)
