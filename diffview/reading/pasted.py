"""How does an article come about that is no file: pasted, dropped or fetched?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from diffview.errors import ReadError
from diffview.model import Article
from diffview.phrases import phrase
from diffview.reading.address import Page
from diffview.reading.article import article_from
from diffview.reading.content import Content, UnreadableError
from diffview.reading.decoding import hidden_characters
from diffview.reading.formats import Parser, read_content
from diffview.reading.signs import is_page
from diffview.reading.suffixes import Family
from diffview.reading.worker import read_apart
from diffview.reading.wrapping import join_wrapped_lines

_TEXTS = {"pasted": phrase("the pasted text"), "dropped": phrase("the dropped text")}
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_pasted(text: str, markup: str, source: str, taken: str, parse: Parser = read_apart) -> Article:
    """Return the article that was pasted or dropped as plain text, as HTML, or as both.

    `source` is "pasted" or "dropped", `taken` the local time of that in ISO form. HTML is read as a saved page is;
    where that fails, the plain text that came along is taken. Raises ReadError when there is neither.
    """
    data = text.encode("utf-8", "replace")
    content = None
    if markup.strip() or is_page(data):
        try:
            content = parse(Family.PAGE, markup.encode("utf-8", "replace") if markup.strip() else data, "utf-8")
        except UnreadableError as error:
            if not text.strip():
                raise ReadError(_TEXTS[source], str(error)) from error
    if content is None or not content.text.strip():
        content = _plain(text)
    return replace(article_from(content, data or markup.encode("utf-8", "replace")), source=source, taken=taken)


def _plain(text: str) -> Content:
    whole = Article.from_text(text.encode("utf-8", "replace").decode()).text
    return Content(join_wrapped_lines(whole), "utf-8", notices=hidden_characters(whole))


def article_of_page(page: Page, taken: str, encoding: str | None = None, parse: Parser = read_apart) -> Article:
    """Return the article on a page that was fetched; raises ReadError when there is none.

    `encoding` is the reader's choice; else it is found out, and what the host says counts where the text is not UTF-8.
    """
    try:
        content = read_content(page.data, _name(page), encoding or _announced(page), parse)
    except UnreadableError as error:
        raise ReadError(page.address, str(error)) from error
    if not content.text.strip():
        raise ReadError(page.address, phrase("there is no text in it"))
    return replace(
        article_from(content, page.data), source=page.address, taken=taken, encoding_chosen=encoding is not None
    )


def _name(page: Page) -> str:
    """Return a file name for a page, since names decide between texts; the host's word counts for pages."""
    name = PurePosixPath(urlsplit(page.address).path).name
    return f"{name}.html" if page.media_type in _PAGES else name


def _announced(page: Page) -> str | None:
    """Return the encoding that the host names, if it is needed and known."""
    try:
        page.data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            "a".encode(page.charset)
        except (LookupError, UnicodeError):
            return None
        return page.charset if page.charset.lower() not in {"utf-7", "utf-8", "utf8"} else None
    return None
