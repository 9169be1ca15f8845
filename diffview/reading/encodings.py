"""Which encodings is a reader offered when the one that was found is wrong, and what are they called?"""

from __future__ import annotations

import codecs
from pathlib import PurePath
from urllib.parse import urlsplit

from diffview.model import Article
from diffview.reading.suffixes import SUFFIXES, TEXTUAL

OFFERED: tuple[tuple[str, str], ...] = (
    ("utf-8", "Unicode, UTF-8"),
    ("utf-16-le", "Unicode, UTF-16 LE"),
    ("utf-16-be", "Unicode, UTF-16 BE"),
    ("windows-1252", "Western, Windows-1252"),
    ("iso8859-15", "Western, ISO 8859-15"),
    ("mac-roman", "Western, Mac Roman"),
    ("windows-1250", "Central European, Windows-1250"),
    ("iso8859-2", "Central European, ISO 8859-2"),
    ("windows-1251", "Cyrillic, Windows-1251"),
    ("koi8-u", "Cyrillic, KOI8-U"),
    ("windows-1253", "Greek, Windows-1253"),
    ("windows-1254", "Turkish, Windows-1254"),
    ("windows-1255", "Hebrew, Windows-1255"),
    ("windows-1256", "Arabic, Windows-1256"),
    ("windows-1257", "Baltic, Windows-1257"),
    ("windows-1258", "Vietnamese, Windows-1258"),
    ("cp874", "Thai, Windows-874"),
    ("shift_jis", "Japanese, Shift JIS"),
    ("euc-jp", "Japanese, EUC-JP"),
    ("gb18030", "Chinese, GB 18030"),
    ("big5", "Chinese, Big5"),
    ("cp949", "Korean, Windows-949"),
)
"""Name for the decoder, and what the menu says; Unicode first, then by script."""

PASTED, DROPPED = "pasted", "dropped"
"""What `Article.source` says of a text that came over the clipboard or by dragging; anything else is an address."""


def shown_name(encoding: str) -> str:
    """Return what an encoding is called in a header: "windows-1252" for Python's "cp1252"."""
    same = same_name(encoding)
    return next((name for name, _ in OFFERED if same_name(name) == same), same)


def same_name(encoding: str) -> str:
    """Return the one name that all names of an encoding share; of one that nobody knows, the name itself."""
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return encoding


def has_encoding(article: Article) -> bool:
    """Return whether an article came as bytes that could be in another encoding: no paste, PDF or Word document."""
    name = article.path or urlsplit(article.source).path
    family = SUFFIXES.get(PurePath(name).suffix.lower())
    return bool(name) and article.source not in {PASTED, DROPPED} and (family is None or family in TEXTUAL)
