"""Is a body named in one article and only described in the other: "the Oslo Trust", "the foundation of Oslo"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from diffview.changes.findings.names import Name
from diffview.changes.findings.pieces import Pair, Piece
from diffview.changes.findings.voices import BODIES
from diffview.model import Finding, FindingKind, FindingStatus, Side, Span, Strength
from diffview.phrases import phrase

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
_CALLED = {
    "fbi": r"federal (?:agents?|investigators|bureau)|the bureau",
    "cia": r"(?:american|us|u\.s\.) (?:intelligence|spies)|the agency",
    "irs": r"(?:federal )?tax (?:agency|authorit(?:y|ies)|collector)",
    "faa": r"(?:federal )?aviation (?:agency|authorit(?:y|ies)|regulators?|administration)",
    "ntsb": r"(?:federal )?(?:crash|safety|accident) investigators",
    "fda": r"(?:federal )?drug regulators?",
    "epa": r"(?:federal )?environmental (?:agency|regulators?)",
    "sec": r"(?:federal )?securities regulators?|(?:wall street|market) regulators?",
    "fed": r"(?:the |us |u\.s\. |american )central bank|federal reserve",
    "ecb": r"(?:the |euro zone |eurozone |european )central bank",
    "nato": r"(?:the |western |military |defen[cs]e )alliance",
    "eu": r"the bloc|european union|brussels",
    "un": r"united nations|the world body",
    "imf": r"international monetary fund|the (?:lender|fund)",
    "who": r"world health organi[sz]ation|the health agency",
    "iaea": r"(?:the )?(?:nuclear|atomic) (?:watchdog|agency)",
    "pentagon": r"(?:the )?(?:us |u\.s\. )?(?:defen[cs]e department|department of defen[cs]e)",
    "kremlin": r"(?:the )?russian (?:government|presidency|leadership)|moscow",
    "white house": r"(?:the )?(?:us |u\.s\. |american )?(?:administration|presidency)",
    "downing street": r"(?:the )?prime minister['’]s office",
    "scotland yard": r"(?:the )?metropolitan police|(?:the )?london police",
}
"""Well known bodies, by the key of their name, and what they are called where the name is not given."""
_BEFORE = regex.compile(rf"\b(?P<kind>{_KIND})\s+(?:of|in|for)\s+(?:the\s+)?\Z")
_AFTER = regex.compile(rf"(?:[’']s)?\s+(?P<kind>{_KIND})\b(?!\s+(?:{_KIND})\b)")


def _known_by(name: Name, theirs: Sequence[Name], there: Piece) -> Iterator[Span]:
    """Yield the place where linked passages call a well known body otherwise and nowhere by its name."""
    called = _CALLED.get(name.key.replace(".", ""))
    if called is None or any(other.key == name.key for other in theirs):
        return
    for span in there.spans:
        match = regex.search(rf"\b(?:{called})\b", there.text, regex.IGNORECASE, pos=span.start, endpos=span.end)
        if match:
            yield Span(*match.span())


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
                    for place in (*_described(name, theirs, there), *_known_by(name, theirs, there)):
                        seen.add((side, name.key))
                        yield _finding(name, place, side, place.of(there.text))
                        break


def _described(name: Name, theirs: Sequence[Name], there: Piece) -> Iterator[Span]:
    """Yield the places where the other article writes what a name has besides the kind of body, and a kind."""
    ends = (name.parts[0], name.parts[1:]), (name.parts[-1], name.parts[:-1])
    bare = {rest: _alike(kind) for kind, rest in ends if rest and kind in BODIES}
    if not bare or any(other.key == name.key for other in theirs):
        return
    text = there.text
    for other in theirs:
        if other.passage in there.passages and other.parts in bare:
            before = _BEFORE.search(text, max(0, other.span.start - 40), other.span.start)
            after = _AFTER.match(text, other.span.end)
            if before and before["kind"] in bare[other.parts]:
                yield Span(before.start(), other.span.end)
            elif after and after["kind"] in bare[other.parts]:
                yield Span(other.span.start, after.end())


def _alike(kind: str) -> frozenset[str]:
    return next((group for group in _ALIKE if kind in group), frozenset((kind,)))


def _finding(name: Name, place: Span, side: Side, described: str) -> Finding:
    reason = phrase("One article writes {one}, the other {other}.", one=name.written, other=described)
    left, right = ((name.span,), (place,)) if side is Side.LEFT else ((place,), (name.span,))
    return Finding(FindingKind.NAME, FindingStatus.VARIANT, left, right, reason, 0.6, about=name.written)
