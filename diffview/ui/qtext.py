"""Where does a place in an article stand in Qt's text, and what is shown for a sign that cannot be seen?

Articles count in code points, Qt counts in UTF-16 units; this is the one module that converts between them. It also
holds the one way in which text from a file becomes a label, a tooltip or the content of a pane, because Qt guesses
markup in the first two and lets direction and control characters act in all of them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache

from diffview.model import Span

_ASTRAL = "[\U00010000-\U0010ffff]"
_TAGS = "\U0001f3f4[\U000e0020-\U000e007f]+|[\U000e0000-\U000e0fff]"

_ASCII = {**{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}, 0x7F: "␡"}
_SIGNS = {
    "␦": "\x80-\x9f",
    "‧": "\u00ad",
    "␣": "\u200b",
    "⁀": "\u2060\ufeff",
    "▷": "\u200e\u202a\u2066",
    "◁": "\u200f\u061c\u202b\u2067",
    "◈": "\u2068",
    "▶": "\u202d",
    "◀": "\u202e",
    "◇": "\u202c\u2069",
    "↵": "\u2028",
    "¶": "\u2029",
    "▯": "\u034f\u115f-\u1160\u17b4-\u17b5\u180b-\u180e\u2061-\u2065\u206a-\u206f\u3164\uffa0\ufff9-\ufffc",
    "\ufffd": "\ufdd0-\ufdef\ufffe-\uffff\ud800-\udfff",
}
"""What stands for which characters: some, and ranges of them."""
_HIDDEN = f"[\0-\x08\x0b-\x1f\x7f{''.join(_SIGNS.values())}]"
_FEW = 20
"""Different hidden characters up to which each is replaced by itself."""
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


class Positions:
    """Converts places in one text between code points and UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._points = tuple(match.start() for match in re.finditer(_ASTRAL, text)) if _has_astral(text) else ()
        self._units = tuple(point + before for before, point in enumerate(self._points))

    def to_qt(self, point: int) -> int:
        """Return the UTF-16 unit at which code point `point` begins."""
        return point + bisect_left(self._points, point)

    def to_point(self, unit: int) -> int:
        """Return the code point that UTF-16 unit `unit` belongs to."""
        return unit - bisect_left(self._units, unit)

    def span_to_qt(self, span: Span) -> tuple[int, int]:
        """Return `span` as a half-open range of UTF-16 units."""
        return self.to_qt(span.start), self.to_qt(span.end)


def _has_astral(text: str) -> bool:
    """Return whether any character takes two units; much quicker than looking for one."""
    return len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text)


def visible(text: str) -> str:
    """Return `text` with a visible sign for each control, direction and invisible character, code point for code point.

    Joiners and variation selectors stay, since scripts and emoji need them, and so do the tags of a flag.
    """
    shown = _with_signs(text)
    return (
        shown if not _has_astral(shown) else re.sub(_TAGS, lambda found: found[0] if len(found[0]) > 1 else "▯", shown)
    )


def _with_signs(text: str) -> str:
    """Return `text` with its signs; `str.translate` alone takes fifty times as long where it finds nothing."""
    if text.isascii():
        return text.translate(_ASCII)
    hidden = set(re.findall(_HIDDEN, text))
    if len(hidden) > _FEW:
        return text.translate(_shown())
    for char in hidden:
        text = text.replace(char, _shown()[ord(char)])
    return text


@cache
def _shown() -> Mapping[int, str]:
    """Return the sign for each hidden character."""
    ranges = ((found[0], sign) for sign, chars in _SIGNS.items() for found in re.finditer("(?s).-.|.", chars))
    return {**_ASCII, **{code: sign for ends, sign in ranges for code in range(ord(ends[0]), ord(ends[-1]) + 1)}}


def hidden_places(text: str, shown: str) -> tuple[int, ...]:
    """Return the code points of `text` for which another sign stands in `shown`, which `visible` has made of it."""
    if shown == text:
        return ()
    tags = (found.start() for found in re.finditer(_TAGS, text) if len(found[0]) == 1)
    return tuple(sorted((*(found.start() for found in re.finditer(_HIDDEN, text)), *tags)))


def sign_name(char: str) -> str:
    """Return what a hidden character is called, for a tooltip."""
    return f"{unicodedata.name(char, 'control character').lower()} (U+{ord(char):04X})"


def one_line(text: str, limit: int = 200) -> str:
    """Return `text` fit for a label or a menu: one line, nothing hidden, at most `limit` code points."""
    line = visible(" ".join(text[: 4 * limit].split()))
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def runs_from_right(text: str) -> bool:
    """Return whether a line runs from the right: whether its first letter that runs one way does."""
    ways = (unicodedata.bidirectional(char) for char in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


def tooltip(text: str) -> str:
    """Return markup that shows `text` literally; tooltips guess at markup, so they are always given some."""
    return f'<p style="white-space: pre-wrap">{visible(text).translate(_ESCAPED)}</p>' if text else ""


def menu_text(text: str) -> str:
    """Return `text` for a menu entry, where an ampersand would mark a key."""
    return one_line(text, 60).replace("&", "&&")


def nearest(words: str, text: str, point: int) -> int:
    """Return where `words` stand in a text, nearest to a code point; where they do not, that code point or the end."""
    before, after = text.rfind(words, 0, point + len(words)), text.find(words, point)
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - point), default=min(point, len(text)))
