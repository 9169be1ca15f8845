"""What is an article called in a line of text, and where does it say that it came from?"""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import urlsplit

from diffview.model import Article
from diffview.reading.address import host_of, is_address
from diffview.reading.encodings import DROPPED, PASTED


def name_of(article: Article) -> str:
    """Return the file name of an article, or what to call it without one: a page by its host and name."""
    if is_address(article.source):
        return f"{host_of(article.source)}/{PurePath(urlsplit(article.source).path).name}".rstrip("/")
    return PurePath(article.path).name or "pasted text"


def came_from(article: Article) -> str:
    """Return where an article came from, and when, if it was no file; "" for a file, and for a text made by program."""
    taken = article.taken.replace("T", " ")[:16]
    verb = article.source if article.source in {PASTED, DROPPED} else f"fetched from {article.source}"
    return f"{verb} {taken}" if article.source else ""
