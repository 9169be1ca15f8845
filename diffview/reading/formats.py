"""Of which family of formats is a file, and who reads it?

What the bytes are counts more than what the name says; the name decides only between families of plain text. Plain
text is read at once; everything that needs a parser is read apart, by `worker`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from diffview.phrases import phrase
from diffview.reading.content import Content, UnreadableError
from diffview.reading.decoding import UndecodableError, decode, media_type
from diffview.reading.families import family_of
from diffview.reading.suffixes import Family
from diffview.reading.worker import read_apart
from diffview.reading.wrapping import join_wrapped_lines

__all__ = ["Content", "UnreadableError", "read_content"]

Parser = Callable[[Family, bytes, "str | None"], Content]

_REFUSED_NAMES = {".doc": phrase("old Word documents cannot be read; save it as .docx or plain text")}


def read_content(data: bytes, path: str, encoding: str | None = None, parse: Parser = read_apart) -> Content:
    """Return text and title of a file; raises UnreadableError with the reason when it is of another kind.

    `parse` reads the families that need a parser of their own.
    """
    suffix = PurePath(path).suffix.lower()
    try:
        if encoding:
            "a".encode(encoding)  # before the worker: it would only be said to have stopped
        family = family_of(data, path)
        if family and family is not Family.MARKDOWN:
            return parse(family, data, encoding)
        _refuse_by_content(data, suffix)
        if family:
            return _read_markdown(data, encoding, parse)
        return (_read_misnamed_rich_text if suffix == ".rtf" else _read_plain)(data, encoding)
    except UndecodableError as error:
        raise UnreadableError(phrase("not a text file ({kind})", kind=str(error))) from error
    except (LookupError, UnicodeError) as error:
        if encoding is None:
            raise
        raise UnreadableError(
            phrase("the encoding {encoding} is not known, or not one of text", encoding=encoding)
        ) from error


def _refuse_by_content(data: bytes, suffix: str) -> None:
    kind = media_type(data)
    if kind != "text/plain":
        raise UnreadableError(phrase("not a text file ({kind})", kind=kind))
    if suffix in _REFUSED_NAMES:
        raise UnreadableError(_REFUSED_NAMES[suffix])


def _read_plain(data: bytes, encoding: str | None) -> Content:
    decoded = decode(data, encoding)
    joined = join_wrapped_lines(decoded.text)
    return Content(joined, decoded.encoding, notices=decoded.notices)


def _read_misnamed_rich_text(data: bytes, encoding: str | None) -> Content:
    decoded = decode(data, encoding)
    return Content(decoded.text, decoded.encoding, notices=("not rich text: read as plain text", *decoded.notices))


def _read_markdown(data: bytes, encoding: str | None, parse: Parser) -> Content:
    """Read Markdown; one whose markup is beyond the worker's limits can still be read as it was typed."""
    try:
        return parse(Family.MARKDOWN, data, encoding)
    except UnreadableError:
        decoded = decode(data, encoding)
        notice = "its markup could not be read: shown as plain text"
        return Content(decoded.text, decoded.encoding, notices=(notice, *decoded.notices))
