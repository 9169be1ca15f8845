"""Which text do these bytes spell, and what has to be said about it?

The order was measured on 215 legacy texts: byte order mark, share of NUL bytes, strict UTF-8 over the whole file,
UTF-8 with a few broken bytes, and only then a guess by chardet.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from diffview.model import normalise_newlines

NOT_TEXT = "application/octet-stream"
"""What a file is called that is not text and has no signature of its own."""

_MARKS = (  # the longer ones first: UTF-32-LE begins like UTF-16-LE
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNIT = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
_NUL_SHARE = 0.3  # of all bytes: Latin text in UTF-16 has one half, with some other script in it a little less
_CONTROL_SHARE = 0.3  # valid UTF-8 with more control characters than this is no text
_DAMAGE_SHARE = 0.05  # broken UTF-8 with more broken and more control bytes than this is no text
_NEVER_GUESSED = ("utf-7",)  # it can spell markup in plain letters, and nobody has written it for twenty years
_SURE = 0.2  # chardet's confidence under which ordinary Western text comes first
_CONTROLS = bytes({*range(32)} - {9, 10, 11, 12, 13}) + b"\x7f"

_HIDDEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_HIDDEN_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_FOREIGN = re.compile("[^\x00-\x7f]+")
_WESTERN_MARKS = frozenset("‘’‚“”„–—…•€£¥§©®™°±½¼¾×«»¡¿·\u00a0")
_MISREAD = re.compile("[a-zß-ÿ][À-ÖØ-Þ]")


class UndecodableError(Exception):
    """Bytes that are not text; the message is their media type."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with one kind of newline, the encoding it was in, and what was noticed, in plain words."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of `data`, in `encoding` if one is named.

    Raises UndecodableError for bytes that are no text, LookupError for an encoding nobody knows.
    """
    found = _decode_as(data, encoding) if encoding else _decode_unknown(data)
    text = normalise_newlines(found.text)
    return Decoded(text, found.encoding, (*found.notices, *hidden_characters(text)))


def media_type(data: bytes) -> str:
    """Return the media type that the first bytes claim; text of any encoding and unknown bytes are text/plain."""
    if _is_plainly_text(data[:4096]):
        return "text/plain"
    import chardet  # noqa: PLC0415 - most files do without it

    claimed = str(chardet.detect(data[:4096])["mime_type"] or "")
    return "text/plain" if claimed in {"", NOT_TEXT} or claimed.startswith("text/") else claimed


def _is_plainly_text(head: bytes) -> bool:
    """Return whether the first bytes are UTF-8 that begins with a word, without control characters.

    A letter that is cut at the end does no harm.
    """
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end < len(head) or len(head) - error.start > 3:
            return False
        text = head[: error.start].decode("utf-8")
    return text.lstrip("\ufeff \t\r\n“„‘\"'«—–-*#(")[:1].isalpha() and not _HIDDEN_CONTROLS.search(text)


def _decode_unknown(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    if wide := _wide_without_mark(data):
        return _decode_as(data, wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_broken(data)
    if _control_share(data) > _CONTROL_SHARE:
        raise UndecodableError(NOT_TEXT)
    return Decoded(text, "utf-8")


def _decode_as(data: bytes, encoding: str) -> Decoded:
    """Decode in a known encoding; what does not fit is replaced and counted."""
    name = codecs.lookup(encoding).name
    stray = len(data) % _UNIT.get(name, 1)
    whole = data[: len(data) - stray]
    text = whole.decode(name, "replace").removeprefix("\ufeff")
    notices = [_unreadable(lost)] if (lost := _replaced(whole, text, name)) else []
    if stray:
        notices.append(f"{stray} stray byte{'s' * (stray > 1)} at the end left out")
    return Decoded(text, name, tuple(notices))


def _replaced(data: bytes, text: str, encoding: str) -> int:
    """Count the replacement characters of `text` that `data` does not spell itself."""
    count = text.count("\ufffd")
    if not count:
        return 0
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return max(1, count - data.count("\ufffd".encode()) * (encoding == "utf-8"))
    return 0


def _unreadable(count: int) -> str:
    return f"some bytes could not be read ({count}); shown as \ufffd"


def _wide_without_mark(data: bytes) -> str:
    """Return the UTF-16 form that explains the NUL bytes of `data`, or "" when there are too few of them."""
    sample = data[:65536]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if not sample or even + odd < _NUL_SHARE * len(sample) or min(even, odd) > 0.1 * max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _control_share(data: bytes) -> float:
    return (len(data) - len(data.translate(None, _CONTROLS))) / max(1, len(data))


def _decode_broken(data: bytes) -> Decoded:
    """Decode bytes that are not valid UTF-8: damaged UTF-8, an older encoding, or no text at all."""
    damaged = _decode_as(data, "utf-8")
    lost = damaged.text.count("\ufffd")
    share = min(lost / len(data), _control_share(data))
    if share > _DAMAGE_SHARE:
        raise UndecodableError(NOT_TEXT)
    spelled = sum(char > "\x7f" for char in damaged.text) - lost
    if spelled > lost:
        return damaged
    return _guess(data) or damaged


def _guess(data: bytes) -> Decoded | None:
    """Decode in the older encoding that fits best, or return None when none is likely."""
    import chardet  # noqa: PLC0415 - most files do without it

    found = chardet.detect(data, prefer_superset=True, compat_names=False, exclude_encodings=_NEVER_GUESSED)
    name, sure = found["encoding"], float(found["confidence"])
    if sure < _SURE and (western := _western(data)) is not None:
        return Decoded(western, "windows-1252", (_guessed("windows-1252"),))
    if not name or sure < _SURE / 2:
        return None
    decoded = _decode_as(data, name)
    return Decoded(decoded.text, decoded.encoding, (_guessed(decoded.encoding), *decoded.notices))


def _guessed(encoding: str) -> str:
    return f"encoding guessed: {encoding}"


def _western(data: bytes) -> str | None:
    """Return `data` as Windows-1252 if that gives words and marks as Western languages write them."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if _MISREAD.search(text) or sum(char > "\x7f" for char in text) > 0.25 * len(text):
        return None
    return text if all(_fits(text, run) for run in _FOREIGN.finditer(text)) else None


def _fits(text: str, run: re.Match[str]) -> bool:
    """Return whether a run of characters beyond ASCII stands where a Western text has it."""
    letters = run[0].strip("".join(_WESTERN_MARKS))
    if not letters:
        return True
    neighbours = text[max(0, run.start() - 1) : run.start()] + text[run.end() : run.end() + 1]
    return letters.isalpha() and (len(letters) == 1 or any(char.isalpha() for char in neighbours))


def hidden_characters(text: str) -> tuple[str, ...]:
    """Return a notice for each kind of invisible character that the text holds."""
    counts = (
        ("hidden characters", len(_HIDDEN.findall(text))),
        ("control characters", len(_HIDDEN_CONTROLS.findall(text))),
    )
    return tuple(f"{name}: {count}, shown as marks" for name, count in counts if count)
