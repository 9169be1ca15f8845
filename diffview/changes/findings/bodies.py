"""Is a body named in one article and only described in the other: "the Oslo Trust", "the foundation of Oslo"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from diffview.changes.findings.names import Name
from diffview.changes.findings.pieces import Pair
from diffview.changes.findings.statements import BODIES
from diffview.model import Finding, FindingKind, FindingStatus, Side, Span, Strength

_ALIKE = (
    frozenset(("trust", "foundation")),
    frozenset(("company", "firm", "group")),
    frozenset(("agency", "authority", "office", "department", "ministry")),
    frozenset(("committee", "commission", "board", "council")),
    frozenset(("association", "society", "club", "federation", "union")),
    frozenset(("institute", "center", "centre")),
)
"""Kinds of body of which one is told for the other."""
_KIND = "|".join(sorted(BODIES))
_BEFORE = regex.compile(rf"\b(?P<kind>{_KIND})\s+(?:of|in|for)\s+(?:the\s+)?\Z")
_AFTER = regex.compile(rf"(?:[’']s)?\s+(?P<kind>{_KIND})\b(?!\s+(?:{_KIND})\b)")


def find_bodies(names: tuple[Sequence[Name], Sequence[Name]], pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Return the bodies of linked passages which one article names and the other tells by their kind, each once."""
    seen: set[tuple[Side, str]] = set()
    for pair in pairs:
        if pair.link.strength is Strength.RELATED:
            continue
        for side, there in ((Side.LEFT, pair.right), (Side.RIGHT, pair.left)):
            ours, theirs = names if side is Side.LEFT else names[::-1]
            for name in ours:
                if name.passage in pair.link.on(side) and (side, name.key) not in seen:
                    for place in _described(name, theirs, there.passages, there.text):
                        seen.add((side, name.key))
                        yield _finding(name, place, side, place.of(there.text))
                        break


def _described(name: Name, theirs: Sequence[Name], passages: Sequence[int], text: str) -> Iterator[Span]:
    """Yield the places where the other article writes what a name has besides the kind of body, and a kind."""
    ends = (name.parts[0], name.parts[1:]), (name.parts[-1], name.parts[:-1])
    bare = {rest: _alike(kind) for kind, rest in ends if rest and kind in BODIES}
    if not bare or any(other.key == name.key for other in theirs):
        return
    for other in theirs:
        if other.passage in passages and other.parts in bare:
            before = _BEFORE.search(text, max(0, other.span.start - 40), other.span.start)
            after = _AFTER.match(text, other.span.end)
            if before and before["kind"] in bare[other.parts]:
                yield Span(before.start(), other.span.end)
            elif after and after["kind"] in bare[other.parts]:
                yield Span(other.span.start, after.end())


def _alike(kind: str) -> frozenset[str]:
    return next((group for group in _ALIKE if kind in group), frozenset((kind,)))


def _finding(name: Name, place: Span, side: Side, described: str) -> Finding:
    reason = f"One article writes {name.written}, the other {described}."
    left, right = ((name.span,), (place,)) if side is Side.LEFT else ((place,), (name.span,))
    return Finding(FindingKind.NAME, FindingStatus.VARIANT, left, right, reason, 0.6, about=name.written)
