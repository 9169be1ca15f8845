"""How does a file become an article?"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from diffview.errors import ReadError
from diffview.model import Article, Furniture
from diffview.phrases import phrase
from diffview.reading.address import is_address
from diffview.reading.files import read_bytes, real_path
from diffview.reading.formats import Content, Parser, UnreadableError, read_content
from diffview.reading.furniture import find_furniture
from diffview.reading.mojibake import misread
from diffview.reading.page import lines_of
from diffview.reading.title import find_title
from diffview.reading.worker import read_apart

_MOST_LINES = 40_000
"""Above which nobody looks for furniture by its wording, or for a headline but near the top: no page is that long."""
_TOP = 100_000


def read_article(path: str | Path, encoding: str | None = None) -> Article:
    """Read a file and find its title and page furniture; newlines are normalised to one kind.

    `encoding` overrides what would be detected. A file without text gives an article with the notice "no text".
    Raises ReadError when the file cannot be opened or is not text.
    """
    if is_address(str(path)):
        raise ReadError(
            path, phrase("is an address, and nothing is fetched here; save the page, or open it in the window")
        )
    return article_of(read_bytes(path), path, encoding)


def article_of(data: bytes, path: str | Path, encoding: str | None = None, parse: Parser = read_apart) -> Article:
    """Return the article that a file's bytes hold; `parse` reads the formats that need a parser of their own.

    Raises ReadError when they hold none.
    """
    try:
        content = read_content(data, str(path), encoding, parse)
    except UnreadableError as error:
        raise ReadError(path, str(error)) from error
    article = article_from(content, data)
    return replace(article, path=real_path(path), encoding_chosen=encoding is not None)


def article_from(content: Content, data: bytes) -> Article:
    """Return the article that a reader found in these bytes, with its title and all that is not the article."""
    furniture = _furniture(content)
    title = content.title
    top = content.text[:_TOP] if _is_giant(content.text) else content.text
    if not title and (span := find_title(top, furniture)):
        title = span.of(content.text)
    notices = (*content.notices, *misread(content.text))
    if not content.text.strip():
        notices = ("no text", *notices)
    return Article(
        text=content.text,
        title=title,
        sha256=sha256(data).hexdigest(),
        encoding=content.encoding,
        notices=notices,
        furniture=furniture,
    )


def _furniture(content: Content) -> tuple[Furniture, ...]:
    """Return what the reader of the format left out, and what the wording of the other lines shows to be furniture."""
    if _is_giant(content.text):
        return content.furniture
    left_out = {mark.span.start for mark in content.furniture}
    rest = [line.span for line in lines_of(content.text) if line.span.start not in left_out]
    found = find_furniture(content.text, rest)
    return tuple(sorted((*content.furniture, *found), key=lambda mark: mark.span))


def _is_giant(text: str) -> bool:
    return text.count("\n") > _MOST_LINES
