"""In which direction does each character of a line run?

The Unicode bidirectional algorithm (UAX 9) without explicit directions: characters that give one are shown as marks
in reports (see `reports.visible`), so there are none. Brackets take the direction of what surrounds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from unicodedata import bidirectional

_STRONG_RTL = ("R", "AL")
_NEUTRAL = ("ON", "WS", "S", "B", "BN", "ES", "ET", "CS", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def base_level(text: str) -> int:
    """Return 1 when the first letter runs from right to left, else 0."""
    first = next((kind for kind in map(bidirectional, text) if kind in ("L", *_STRONG_RTL)), "L")
    return int(first in _STRONG_RTL)


def levels(text: str, base: int) -> list[int]:
    """Return the level of each character: even ones run from left to right."""
    kinds = [bidirectional(char) or "L" for char in text]
    if base == 0 and not any(kind in ("R", "AL", "AN") for kind in kinds):
        return [0] * len(text)
    side = "R" if base else "L"
    kinds = _neutral(_numbers(_weak(kinds, side), side), side)
    return [_level(kind, base) for kind in kinds]


def _weak(kinds: Sequence[str], side: str) -> list[str]:
    """Rules W1 to W3: marks join what they stand on, digits after Arabic letters are Arabic."""
    found: list[str] = []
    strong = side
    for kind in kinds:
        now = (found[-1] if found else side) if kind == "NSM" else kind
        if now in ("L", *_STRONG_RTL):
            strong = now
        found.append("AN" if now == "EN" and strong == "AL" else now)
    return ["R" if kind == "AL" else kind for kind in found]


def _numbers(kinds: list[str], side: str) -> list[str]:
    """Rules W4 to W7: separators inside numbers and signs beside them belong to them; digits follow Latin letters."""
    found = list(kinds)
    for i in range(1, len(found) - 1):
        before, after = found[i - 1], kinds[i + 1]
        if before == after and ((kinds[i] in ("ES", "CS") and before == "EN") or (kinds[i] == "CS" and before == "AN")):
            found[i] = before
    at = 0
    for kind, group in groupby(list(found)):
        size = len(list(group))
        if kind == "ET" and "EN" in (found[at - 1 : at] + found[at + size : at + size + 1]):
            found[at : at + size] = ["EN"] * size
        at += size
    strong = side
    for i, kind in enumerate(found):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            found[i] = "L"
    return found


def _neutral(kinds: list[str], side: str) -> list[str]:
    """Rules N1 and N2: what stands between two of one direction takes it, else the direction of the paragraph."""
    found, at = list(kinds), 0
    for is_neutral, group in groupby(kinds, key=lambda kind: kind in _NEUTRAL):
        size = len(list(group))
        if is_neutral:
            before = _direction(found[at - 1]) if at else side
            after = _direction(kinds[at + size]) if at + size < len(kinds) else side
            found[at : at + size] = [before if before == after else side] * size
        at += size
    return found


def _direction(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def visual_order(found: Sequence[int]) -> list[int]:
    """Return the places of pieces of these levels from left to right (rule L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        at = 0
        for is_run, group in groupby([found[i] >= level for i in order]):
            size = len(list(group))
            if is_run:
                order[at : at + size] = order[at : at + size][::-1]
            at += size
    return order
