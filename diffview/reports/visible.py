"""Which characters would hide something from a reader, and what is shown in their place?

Control characters, direction overrides and isolates, zero-width and other invisible characters, lone surrogates and
noncharacters can make a text read differently from what it holds. They are shown as small labelled marks and never
reach a browser. Left alone are the joiners and tags that real scripts and emoji need.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

_HIDDEN = regex.compile(
    r"""
      \U0001F3F4[\U000E0030-\U000E007A]+\U000E007F(*SKIP)(*FAIL)       # flags made of tags: Scotland, Wales, England
    | (?<=[^\p{ASCII}\p{Latin}])[\u200c\u200d](*SKIP)(*FAIL)           # joiners inside scripts and emoji
    | [\ufe00-\ufe0f](*SKIP)(*FAIL)                                    # text or picture style of the sign before
    | [\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2028\u2029\ufff9-\ufffb--[\t\n]]
    """,
    regex.VERBOSE | regex.VERSION1,
)

_C0 = (
    "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US"
)

LABELS = {
    **{chr(code): name for code, name in enumerate(_C0.split())},
    "\x7f": "DEL",
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2028": "LS",
    "\u2029": "PS",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}
"""The short names that stand for hidden characters, in letters that every font has; all others are called by their
number, "U+FFFE"."""


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Cut `text` into (piece, hidden) pairs that join to it again; a hidden piece is a single character."""
    end = 0
    for match in _HIDDEN.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], False
        yield match[0], True
        end = match.end()
    if end < len(text):
        yield text[end:], False


def label(char: str) -> str:
    """Return the short visible name of a hidden character."""
    return LABELS.get(char) or f"U+{ord(char):04X}"


def explain(char: str) -> str:
    """Return the number of a hidden character and its name in Unicode, where it has one."""
    name = unicodedata.name(char, "").lower()
    return f"U+{ord(char):04X} {name}".rstrip()


def plain(text: str) -> str:
    """Return `text` in one line with hidden characters as bracketed labels, for titles and attributes."""
    shown = "".join(f"[{label(piece)}]" if hidden else piece for piece, hidden in pieces(text))
    return " ".join(shown.split())
