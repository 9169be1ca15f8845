"""What is read beside the window: a file, a text that was pasted, a page that the reader wants fetched?

Each function returns the work to be done, for a thread of its own; parsers are imported only there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from diffview.model import Article
from diffview.reading.address import Elsewhere, Page
from diffview.ui.worker import Load

_Check = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Fetched:
    """An article and the page that it was read from."""

    article: Article
    page: Page


def now() -> str:
    """Return the local time as articles keep it."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def file(path: str, encoding: str | None = None) -> Load:
    """Read a file."""

    def load(_check: _Check) -> Article:
        from diffview.reading import read_article  # noqa: PLC0415 - loaded beside the window

        return read_article(path, encoding)

    return load


def pasted(text: str, markup: str, source: str) -> Load:
    """Read a text that was pasted or dropped just now."""
    taken = now()

    def load(_check: _Check) -> Article:
        from diffview.reading.pasted import read_pasted  # noqa: PLC0415 - loaded beside the window

        return read_pasted(text, markup, source, taken)

    return load


def address(address: str) -> Load:
    """Fetch a page, whose host the reader has agreed to, and read it."""

    def load(check: _Check) -> Fetched | Elsewhere:
        from diffview.reading.fetching import fetch  # noqa: PLC0415 - loaded beside the window
        from diffview.reading.pasted import article_of_page  # noqa: PLC0415

        found = fetch(address, check)
        return found if isinstance(found, Elsewhere) else Fetched(article_of_page(found, now()), found)

    return load


def page(page: Page, taken: str, encoding: str | None) -> Load:
    """Read a page again that was fetched before."""

    def load(_check: _Check) -> Fetched:
        from diffview.reading.pasted import article_of_page  # noqa: PLC0415 - loaded beside the window

        return Fetched(article_of_page(page, taken, encoding), page)

    return load
