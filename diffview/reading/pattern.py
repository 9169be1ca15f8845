"""How is a pattern of wording matched without being compiled before it is needed?

Compiling all of them with `regex`, which knows letters of every script, takes longer than all else that a program does
before its window is there. Lines of plain Western text mean the same to `re`, which compiles several times as fast; so
they are met by `re`, and all other lines by `regex`. Nothing is compiled before a line asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_UPPER, _LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
_PROPERTIES = {"Lu": _UPPER, "Ll": _LOWER, "L": _UPPER + _LOWER, "M": "", "N": "0-9"}
"""What the properties of Unicode come to among the plain letters."""
_BLIND = {**_PROPERTIES, "Lu": _UPPER + _LOWER, "Ll": _UPPER + _LOWER}
_UNUSUAL = re.compile(r"[^\t-\r -~\xa0¡-©«-±´¶-¸»¿À-ÿ‐-―‘-„†-•…‹›€→−─-◿]")
"""Any character of which the two might think differently, such as one that joins the letter before it."""
_TOKEN = re.compile(r"\\p\{(\w+)\}|\\.|\[\^?|\]|\(\?-?i:|[()]", re.DOTALL)


class Pattern:
    """A pattern in the syntax of `regex`; `is_blind` to case or not."""

    def __init__(self, source: str, *, is_blind: bool = False) -> None:
        self._source, self._is_blind = source, is_blind

    def match(self, text: str) -> re.Match[str] | regex.Match[str] | None:
        """Return the match at the start of `text`, if any."""
        return self._for(text).match(text)

    def fullmatch(self, text: str) -> re.Match[str] | regex.Match[str] | None:
        """Return the match of all of `text`, if any."""
        return self._for(text).fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str] | regex.Match[str]]:
        """Yield the matches in `text`, from left to right."""
        yield from self._for(text).finditer(text)

    def search(self, text: str) -> re.Match[str] | regex.Match[str] | None:
        """Return the first match in `text`, if any."""
        return self._for(text).search(text)

    def _for(self, text: str) -> re.Pattern[str] | regex.Pattern[str]:
        return self._full if self._plain is None or _UNUSUAL.search(text) else self._plain

    @cached_property
    def _plain(self) -> re.Pattern[str] | None:
        """The pattern for plain letters; none where `re` has no words for it."""
        try:
            source = _in_plain_letters(self._source, is_blind=self._is_blind)
            return re.compile(source, re.IGNORECASE if self._is_blind else re.NOFLAG)
        except (re.error, KeyError):
            return None

    @cached_property
    def _full(self) -> regex.Pattern[str]:
        import regex  # noqa: PLC0415 - most articles do without it

        return regex.compile(self._source, regex.IGNORECASE if self._is_blind else 0)


def _in_plain_letters(source: str, *, is_blind: bool) -> str:
    """Return a pattern with ranges in place of properties; raises KeyError for one that has none."""
    is_class, blind = False, [is_blind]

    def written(token: re.Match[str]) -> str:
        nonlocal is_class
        if token[1]:
            letters = (_BLIND if blind[-1] else _PROPERTIES)[token[1]]
            return letters if is_class else f"[{letters}]"
        sign = token[0]
        if sign[0] in "[]":
            is_class = sign != "]"
        elif is_class:
            pass
        elif sign == ")":
            blind.pop()
        elif sign[0] == "(":
            blind.append({"(?i:": True, "(?-i:": False}.get(sign, blind[-1]))
        return sign

    return _TOKEN.sub(written, source)
