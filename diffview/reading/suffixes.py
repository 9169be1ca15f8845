"""Which families of formats are there, and which endings of names stand for them?"""

from __future__ import annotations

from enum import StrEnum


class Family(StrEnum):
    """A family of formats; the value is how it is called in messages."""

    PAGE = "web page"
    ARCHIVED_PAGE = "saved web page"
    MAIL = "mail"
    WORD = "Word document"
    OPENDOCUMENT = "OpenDocument text"
    RICH_TEXT = "rich text"
    MARKDOWN = "Markdown"
    PDF = "PDF"
    BOOK = "EPUB book"


SUFFIXES = {
    ".html": Family.PAGE,
    ".htm": Family.PAGE,
    ".xhtml": Family.PAGE,
    ".mhtml": Family.ARCHIVED_PAGE,
    ".mht": Family.ARCHIVED_PAGE,
    ".eml": Family.MAIL,
    ".docx": Family.WORD,
    ".odt": Family.OPENDOCUMENT,
    ".rtf": Family.RICH_TEXT,
    ".md": Family.MARKDOWN,
    ".markdown": Family.MARKDOWN,
    ".pdf": Family.PDF,
    ".epub": Family.BOOK,
}
TEXTUAL = frozenset({Family.PAGE, Family.ARCHIVED_PAGE, Family.MAIL, Family.MARKDOWN})
"""Families whose files are text themselves, in some encoding."""
SESSION = ".diffview"
"""The ending of saved sessions, which hold two articles."""
