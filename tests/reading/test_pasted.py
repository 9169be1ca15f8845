"""What becomes of a text that was pasted, and of a page that was fetched?"""

from __future__ import annotations

import pytest

from diffview.errors import ReadError
from diffview.reading.address import Page
from diffview.reading.content import Content, UnreadableError
from diffview.reading.families import read_family
from diffview.reading.pasted import article_of_page, read_pasted
from diffview.reading.suffixes import Family

TAKEN = "2026-11-22T05:00"
MARKUP = "<html><body><article><h1>Ferry</h1><p>The boat stays in.</p></article></body></html>"


def refusing(_family: Family, _data: bytes, _encoding: str | None = None) -> Content:
    """A reader that can read nothing."""
    raise UnreadableError("damaged")


def test_plain_text() -> None:
    """Plain text is taken as it is, and says how and when it came."""
    article = read_pasted("The boat stays in.", "", "pasted", TAKEN, refusing)
    assert (article.text, article.source, article.taken) == ("The boat stays in.", "pasted", TAKEN)


def test_markup_goes_before_plain_text() -> None:
    """Of a text that comes both ways the HTML is read, for it knows the paragraphs."""
    article = read_pasted("Ferry The boat stays in.", MARKUP, "pasted", TAKEN, read_family)
    assert article.text.split("\n\n") == ["Ferry", "The boat stays in."]


def test_text_that_is_markup() -> None:
    """Plain text that is the source of a page is read as the page."""
    assert "<p>" not in read_pasted(MARKUP, "", "dropped", TAKEN, read_family).text


def test_markup_that_cannot_be_read() -> None:
    """Where the HTML cannot be read, the plain text that came along is taken."""
    assert read_pasted("The boat stays in.", MARKUP, "pasted", TAKEN, refusing).text == "The boat stays in."


def test_nothing_that_can_be_read() -> None:
    """HTML that cannot be read, with no plain text, is refused with the reason."""
    with pytest.raises(ReadError, match=r"the pasted text.*damaged"):
        read_pasted(" ", MARKUP, "pasted", TAKEN, refusing)


@pytest.mark.parametrize(
    ("charset", "found"), [("windows-1251", "Паром"), ("no-such-code", None), ("utf-7", None), ("", None)]
)
def test_what_the_host_says_of_the_encoding(charset: str, found: str | None) -> None:
    """The encoding that a host names counts where the text is not UTF-8, and only if it is a real one."""
    data = "Паром стоит у причала весь день.".encode("windows-1251")
    asked: list[str | None] = []

    def parse(_family: Family, _data: bytes, encoding: str | None = None) -> Content:
        asked.append(encoding)
        return Content(data.decode(encoding or "latin-1"), encoding or "latin-1")

    article = article_of_page(Page("https://example.org/a", data, "text/html", charset), TAKEN, parse=parse)
    assert asked == [charset if found else None]
    assert article.text.startswith(found or "Ïàðîì")


def test_a_page_without_text() -> None:
    """A page without text is refused, under its address."""
    page = Page("https://example.org/a", b"<html></html>", "text/html")
    with pytest.raises(ReadError, match=r"https://example\.org/a.*no text"):
        article_of_page(page, TAKEN, parse=lambda *_: Content("", "utf-8"))


def test_a_page_that_cannot_be_read() -> None:
    """A page that cannot be read is refused with the reason, under its address."""
    with pytest.raises(ReadError, match=r"https://example\.org/a.*damaged"):
        article_of_page(Page("https://example.org/a", b"<html></html>", "text/html"), TAKEN, parse=refusing)
