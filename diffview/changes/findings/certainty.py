"""Is something certain in one article and hedged in the other, said or denied, done or only planned?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from diffview.changes.findings.grammar import stem
from diffview.changes.findings.pieces import Pair, Piece, Word
from diffview.model import Finding, FindingKind, FindingStatus, Span, Strength
from diffview.words import is_content_word

_POSSIBLE = frozenset(("may", "might", "possibly", "perhaps", "maybe", "possibility", "potentially", "whether"))
_CLAIMED = frozenset(("reportedly", "allegedly", "alleged", "apparently", "suspected", "purportedly", "supposedly"))
_LIKELY = frozenset(("likely", "unlikely", "probably", "expected", "should"))
_PLANNED = frozenset(("plans", "planned", "intends", "aims", "proposes", "proposed"))
_HOPED = frozenset(("hopes", "hoped"))
_SEEMS = frozenset(("appears", "appeared", "seems", "seemed", "thought", "believed", "understood"))
_ABLE = frozenset(("could", "can"))
_GROUPS = (_POSSIBLE | _ABLE, _CLAIMED | _SEEMS, _LIKELY, _PLANNED | _HOPED)
HEDGES = _POSSIBLE | _CLAIMED | frozenset(("likely", "unlikely", "probably", "plans"))
"""Words that make a statement less certain wherever they stand."""
SOFTER = _SEEMS | _HOPED | _ABLE | _PLANNED | frozenset(("expected",))
"""Words that often do, and often do not."""
_FIRM = frozenset(("will", "would", "won't", "certain", "definitely"))
_NEGATIONS = frozenset(
    """not never no none nobody nothing neither nor without denied denies declined refused
    cannot""".split()  # noqa: SIM905
)
_PROOF = frozenset(map(stem, ("evidence", "proof", "sign", "indication", "knowledge")))
_COMING = frozenset(("will", "to", "would", "shall"))
_ENOUGH = 0.6
_SOME = 0.1


def find_certainty(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Return what inside aligned links is hedged, denied or only planned on one side.

    A negation flips a statement either when it stands in otherwise like words, or before a word that the other side has
    without any; a plan is what one side puts after "will" or "to" and the other in the past.
    """
    for pair in pairs:
        if pair.link.strength is Strength.ALIGNED:
            yield from _hedged(pair)
            yield from _denied(pair)
            yield from _planned(pair)


def _hedged(pair: Pair) -> Iterator[Finding]:
    ours, theirs = (_hedges(piece) for piece in (pair.left, pair.right))
    groups = [{n for n, group in enumerate(_GROUPS) for word in side if word.key in group} for side in (ours, theirs)]
    if not (ours or theirs) or groups[0] & groups[1]:
        return
    if ours and theirs:
        reason = f"One article says “{ours[0].key}”, the other “{theirs[0].key}”."
        sure = 0.55 if _weighty(ours) and _weighty(theirs) else 0.45
    else:
        found, plain = (ours, pair.right) if ours else (theirs, pair.left)
        reason = f"One article says “{found[0].key}”, the other says it without."
        strong = any(word.key in HEDGES for word in found) or bool(plain.keys & _FIRM)
        sure = 0.6 if strong else 0.45
    yield _finding(_place(ours, pair.left), _place(theirs, pair.right), reason, sure)


def _hedges(piece: Piece) -> list[Word]:
    return [word for word in piece.words if word.key in HEDGES or word.key in SOFTER or word.key in _LIKELY]


def _weighty(found: Sequence[Word]) -> bool:
    return any(word.key not in _ABLE for word in found)


def _denied(pair: Pair) -> Iterator[Finding]:
    denied = [[word for word in piece.words if _negates(word.key)] for piece in (pair.left, pair.right)]
    proofs = [_without(piece) & _PROOF for piece in (pair.left, pair.right)]
    if all(denied) and bool(proofs[0]) != bool(proofs[1]):
        places = _place(denied[0], pair.left), _place(denied[1], pair.right)
        yield _finding(*places, "One article says that there is no proof, the other denies the thing.", 0.6)
    if bool(denied[0]) == bool(denied[1]):
        return
    piece, other = (pair.left, pair.right) if denied[0] else (pair.right, pair.left)
    if pair.likeness >= _ENOUGH or (pair.likeness >= _SOME and _without(piece) & other.stems):
        places = _place(denied[0], pair.left), _place(denied[1], pair.right)
        yield _finding(*places, "One article says it with a negation, the other without.", 0.6)


def _without(piece: Piece) -> set[str]:
    """Return the stems of the words of meaning right after a negation."""
    return {stem(two.key) for one, two in pairwise(piece.words) if _negates(one.key) and is_content_word(two.key)}


def _planned(pair: Pair) -> Iterator[Finding]:
    for piece, other, is_left in ((pair.left, pair.right, True), (pair.right, pair.left, False)):
        done = {_root(word.key): word for word in other.words if word.key.endswith("ed")}
        told = {two.key: two for one, two in pairwise(other.words) if one.key in _COMING}
        for one, two in pairwise(piece.words):
            past = done.get(_root(two.key))
            if (
                one.key == "will"
                and past
                and two.key != past.key
                and two.key not in told
                and other.keys.isdisjoint(_FIRM)
            ):
                places = ((two.span,), (past.span,)) if is_left else ((past.span,), (two.span,))
                yield _finding(*places, f"One article says “will {two.key}”, the other “{past.key}”.", 0.6)
                return


def _root(key: str) -> str:
    """Return what a verb has in common with its past: "close" and "closed"."""
    return stem(key).rstrip("e")


def _negates(key: str) -> bool:
    return key in _NEGATIONS or key.endswith("n't")


def _place(words: Sequence[Word], piece: Piece) -> tuple[Span, ...]:
    return (words[0].span,) if words else piece.spans


def _finding(left: tuple[Span, ...], right: tuple[Span, ...], reason: str, sure: float) -> Finding:
    return Finding(FindingKind.CERTAINTY, FindingStatus.DIFFERS, left, right, reason, sure)
