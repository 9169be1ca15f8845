"""What becomes of the links when the reader has put some of them right?

A correction names passages by their text (see `Anchor`). One whose passage is gone, or is furniture now, waits
without effect until the passage is there again. Corrections hold in the order in which they were made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from diffview.model import (
    Anchor,
    Bead,
    Comparison,
    Corrections,
    Document,
    Evidence,
    Link,
    Opinion,
    Options,
    Origin,
    Pair,
    Review,
    Side,
    Strength,
    Verdict,
)
from diffview.words import fold, words


def apply_corrections(
    beads: Iterable[Bead], left: Document, right: Document, corrections: Corrections, options: Options = Options()
) -> tuple[Bead, ...]:
    """Return the beads as the reader wants them: unlinked pairs gone, linked ones there, confirmed ones kept."""
    found = tuple(beads)
    for ruling in _rulings(left, right, corrections, options):
        found = tuple(_unlink(found, ruling) if ruling.verdict is Verdict.UNLINK else _hold(found, ruling))
    return tuple(sorted(found, key=lambda bead: (bead.left, bead.right)))


def confirm_lone(
    links: Iterable[Link], left: Document, right: Document, corrections: Corrections, options: Options = Options()
) -> tuple[Link, ...]:
    """Return the links with those confirmed of which the reader says that only one side has them."""
    wanted: dict[tuple[frozenset[int], frozenset[int]], Verdict] = {}
    for ruling in _rulings(left, right, corrections, options):
        wanted[ruling.left, ruling.right] = ruling.verdict
    return tuple(
        replace(link, origin=Origin.CONFIRMED)
        if not link.is_pair and wanted.get((frozenset(link.left), frozenset(link.right))) is Verdict.CONFIRM
        else link
        for link in links
    )


# ---- names of passages -----------------------------------------------------------------------------------------------


def anchor_of(document: Document, passage: int) -> Anchor:
    """Return the name under which a passage is found again."""
    text = document.text_of(passage)
    return Anchor(text, sum(document.text_of(other) == text for other in range(passage)))


def pair_of(left: Document, right: Document, ours: Iterable[int], theirs: Iterable[int]) -> Pair:
    """Return the names of passages of both sides."""
    return Pair(
        tuple(anchor_of(left, passage) for passage in ours), tuple(anchor_of(right, passage) for passage in theirs)
    )


class Finder:
    """Finds passages of one document by their names; made once, asked often."""

    def __init__(self, document: Document, options: Options = Options()) -> None:
        self._document, self._options = document, options
        self._exact: dict[str, list[int]] = {}
        self._words: list[list[str]] | None = None
        for passage in document.content():
            self._exact.setdefault(document.text_of(passage), []).append(passage)

    def find(self, anchor: Anchor) -> int | None:
        """Return the passage of that name: with the same text, else the one that was edited least; None: it is gone."""
        same = self._exact.get(anchor.text)
        if same:
            return same[self._place(anchor, same)]
        return self._edited(_words(anchor.text))

    def _place(self, anchor: Anchor, same: Sequence[int]) -> int:
        """Return which of several equal passages is meant; furniture counts among them, but cannot be meant."""
        names = [anchor_of(self._document, passage).nth for passage in same] if len(same) > 1 else [anchor.nth]
        return names.index(anchor.nth) if anchor.nth in names else len(names) - 1

    def _edited(self, wanted: list[str]) -> int | None:
        if len(wanted) < self._options.found_again_words:
            return None
        if self._words is None:
            texts = (self._document.text_of(passage) for passage in self._document.content())
            self._words = [_words(text) for text in texts]
        least = self._options.found_again_above
        likeness = (_likeness(wanted, words, least) for words in self._words)
        best, at = max(((score, -n) for n, score in enumerate(likeness)), default=(0.0, 0))
        return self._document.content()[-at] if best >= least else None


def _words(text: str) -> list[str]:
    return [word.lower() for word in words(fold(text))]


def _likeness(one: list[str], other: list[str], least: float) -> float:
    """Return the share of equal words in order, 0 to 1; 0 where their mere number rules `least` out."""
    shared = sum((Counter(one) & Counter(other)).values())
    if 2 * shared < least * (len(one) + len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


# ---- what is said of links -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Ruling:
    """A judgement whose passages have been found."""

    verdict: Verdict
    left: frozenset[int]
    right: frozenset[int]


def _rulings(left: Document, right: Document, corrections: Corrections, options: Options) -> Iterator[_Ruling]:
    if not corrections.judgements:
        return
    finders = {Side.LEFT: Finder(left, options), Side.RIGHT: Finder(right, options)}
    for judgement in corrections.judgements:
        found = {side: [finders[side].find(anchor) for anchor in judgement.pair.on(side)] for side in Side}
        whole = {side: frozenset(at for at in found[side] if at is not None) for side in Side}
        is_found = all(len(whole[side]) == len(judgement.pair.on(side)) for side in Side)
        is_pair = all(whole.values())
        if is_found and (is_pair or (judgement.verdict is Verdict.CONFIRM and any(whole.values()))):
            yield _Ruling(judgement.verdict, whole[Side.LEFT], whole[Side.RIGHT])


def _hold(beads: Sequence[Bead], ruling: _Ruling) -> Iterator[Bead]:
    """Yield the beads with the ruling's passages linked to each other and to nothing else."""
    kept = None
    for bead in beads:
        if bead.strength is Strength.RELATED:
            if not (ruling.left.issuperset(bead.left) and ruling.right.issuperset(bead.right)):
                yield bead
        elif ruling.left.isdisjoint(bead.left) and ruling.right.isdisjoint(bead.right):
            yield bead
        elif (ruling.left, ruling.right) == (frozenset(bead.left), frozenset(bead.right)):
            kept = bead
        else:
            yield from _without(bead, ruling.left, ruling.right)
    if ruling.left and ruling.right:
        yield _held(kept, ruling)


def _held(kept: Bead | None, ruling: _Ruling) -> Bead:
    if ruling.verdict is Verdict.CONFIRM and kept is not None:
        return kept if kept.origin is Origin.MANUAL else replace(kept, origin=Origin.CONFIRMED)
    origin = Origin.MANUAL if ruling.verdict is Verdict.LINK else Origin.CONFIRMED
    evidence = kept.evidence if kept else Evidence()
    return Bead(tuple(sorted(ruling.left)), tuple(sorted(ruling.right)), 1.0, evidence=evidence, origin=origin)


def _unlink(beads: Iterable[Bead], ruling: _Ruling) -> Iterator[Bead]:
    """Yield the beads with no passage of one side of the ruling linked to one of the other.

    From a larger bead they leave on the side that keeps more without them, on both when both keep as many.
    """
    for bead in beads:
        ours, theirs = ruling.left.intersection(bead.left), ruling.right.intersection(bead.right)
        if not (ours and theirs):
            yield bead
        elif bead.strength is Strength.ALIGNED:
            stay = len(bead.left) - len(ours), len(bead.right) - len(theirs)
            yield from _without(bead, ours if stay[0] >= stay[1] else (), theirs if stay[1] >= stay[0] else ())


def _without(bead: Bead, left: Iterable[int], right: Iterable[int]) -> Iterator[Bead]:
    """Yield what is left of a bead when these passages leave it; its evidence was measured of more."""
    ours = tuple(at for at in bead.left if at not in frozenset(left))
    theirs = tuple(at for at in bead.right if at not in frozenset(right))
    if ours and theirs:
        yield replace(bead, left=ours, right=theirs, evidence=Evidence(), origin=Origin.AUTOMATIC)


def review_of(comparison: Comparison, number: int, opinion: Opinion) -> Review:
    """Return what is said of a finding, by the kind and the words that it is found again with."""
    finding = comparison.findings[number]
    left, right = (tuple(span.of(comparison.document(side).article.text) for span in finding.on(side)) for side in Side)
    return Review(opinion, finding.kind.value, left, right)
