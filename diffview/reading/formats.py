"""Of which family of formats is a file, and who reads it?

What the bytes are counts more than what the name says; the name decides only between families of plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from diffview.reading.decoding import UndecodableError, decode, media_type
from diffview.reading.markdown import markdown_to_text
from diffview.reading.wrapping import join_wrapped_lines


class UnreadableError(Exception):
    """A file of a kind that is not read; the message says which, fit to follow its name."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader of one family made of a file; `title` is empty unless the format marks it."""

    text: str
    encoding: str
    title: str = ""
    notices: tuple[str, ...] = ()


_Reader = Callable[[bytes, "str | None"], Content]

_NOT_YET = "cannot be read yet; save the article as plain text first"
_REFUSED_TYPES = {
    "application/pdf": f"PDF files {_NOT_YET}",
    "application/epub+zip": f"EPUB books {_NOT_YET}",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": f"Word documents {_NOT_YET}",
    "application/vnd.oasis.opendocument.text": f"OpenDocument texts {_NOT_YET}",
}
_REFUSED_NAMES = {
    ".pdf": "damaged, or not a PDF file",
    ".docx": "damaged, or not a Word document",
    ".doc": "old Word documents cannot be read; save it as .docx or plain text",
    ".odt": "damaged, or not an OpenDocument text",
    ".epub": "damaged, or not an EPUB book",
    ".mhtml": f"saved web pages {_NOT_YET}",
    ".mht": f"saved web pages {_NOT_YET}",
    ".html": f"web pages {_NOT_YET}",
    ".htm": f"web pages {_NOT_YET}",
    ".xhtml": f"web pages {_NOT_YET}",
}
_WEB_PAGE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_RICH_TEXT = b"{\\rtf"


def read_content(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Return text and title of a file; raises UnreadableError with the reason when it is of another kind."""
    suffix = PurePath(path).suffix.lower()
    _refuse_by_content(data, suffix)
    try:
        return _READERS.get(suffix, _read_plain)(data, encoding)
    except UndecodableError as error:
        raise UnreadableError(f"not a text file ({error})") from error
    except LookupError as error:
        raise UnreadableError(f"the encoding {encoding} is not known") from error


def _refuse_by_content(data: bytes, suffix: str) -> None:
    kind = media_type(data)
    if kind != "text/plain":
        raise UnreadableError(_REFUSED_TYPES.get(kind, f"not a text file ({kind})"))
    if data.startswith(_RICH_TEXT):
        raise UnreadableError(f"rich text {_NOT_YET}")
    if _WEB_PAGE.match(data):
        raise UnreadableError(_REFUSED_NAMES[".html"])
    if suffix in _REFUSED_NAMES:
        raise UnreadableError(_REFUSED_NAMES[suffix])


def _read_plain(data: bytes, encoding: str | None) -> Content:
    decoded = decode(data, encoding)
    joined = join_wrapped_lines(decoded.text)
    return Content(joined, decoded.encoding, notices=decoded.notices)


def _read_misnamed_rich_text(data: bytes, encoding: str | None) -> Content:
    decoded = decode(data, encoding)
    return Content(decoded.text, decoded.encoding, notices=("not rich text: read as plain text", *decoded.notices))


def _read_markdown(data: bytes, encoding: str | None) -> Content:
    decoded = decode(data, encoding)
    rendered = markdown_to_text(decoded.text)
    if decoded.text.strip() and not rendered.text:
        notice = "no text left without the markup: read as plain text"
        return Content(decoded.text, decoded.encoding, notices=(notice, *decoded.notices))
    return Content(rendered.text, decoded.encoding, rendered.title, decoded.notices)


_READERS: dict[str, _Reader] = {
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".rtf": _read_misnamed_rich_text,
}
"""Who reads what; every other name is plain text. A new family adds its suffixes here."""
