"""Of which family of formats is a file, and who reads it?

What the bytes are counts more than what the name says; the name decides only between families of plain text. Plain
text and Markdown are read at once; everything that needs a parser is read apart, by `worker`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from diffview.reading.content import Content, UnreadableError
from diffview.reading.decoding import UndecodableError, decode, media_type
from diffview.reading.families import Family, family_of
from diffview.reading.markdown import markdown_to_text
from diffview.reading.worker import read_apart
from diffview.reading.wrapping import join_wrapped_lines

__all__ = ["Content", "UnreadableError", "read_content"]

_Reader = Callable[[bytes, "str | None"], Content]
Parser = Callable[[Family, bytes, "str | None"], Content]

_REFUSED_NAMES = {".doc": "old Word documents cannot be read; save it as .docx or plain text"}


def read_content(data: bytes, path: str, encoding: str | None = None, parse: Parser = read_apart) -> Content:
    """Return text and title of a file; raises UnreadableError with the reason when it is of another kind.

    `parse` reads the families that need a parser of their own.
    """
    suffix = PurePath(path).suffix.lower()
    try:
        if encoding:
            "a".encode(encoding)  # before the worker: it would only be said to have stopped
        if family := family_of(data, path):
            return parse(family, data, encoding)
        _refuse_by_content(data, suffix)
        return _READERS.get(suffix, _read_plain)(data, encoding)
    except UndecodableError as error:
        raise UnreadableError(f"not a text file ({error})") from error
    except (LookupError, UnicodeError) as error:
        if encoding is None:
            raise
        raise UnreadableError(f"the encoding {encoding} is not known, or not one of text") from error


def _refuse_by_content(data: bytes, suffix: str) -> None:
    kind = media_type(data)
    if kind != "text/plain":
        raise UnreadableError(f"not a text file ({kind})")
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
"""Who reads plain texts with a form of their own; every other name is plain text."""
