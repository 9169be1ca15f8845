"""What became of each passage: same, reworded, added, dropped; and did it move?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from diffview.changes.worddiff import keep_all, word_diff
from diffview.model import (
    Bead,
    ChangeKind,
    Document,
    Edit,
    Link,
    Op,
    Options,
    Role,
    Span,
    Strength,
    in_reading_order,
)
from diffview.words import fold, words


def classify(left: Document, right: Document, beads: Iterable[Bead], options: Options) -> tuple[Link, ...]:
    """Judge every bead, and make a link of its own of each passage that is in no aligned one; in reading order."""
    judged = [_judge(left, right, bead, options) for bead in beads]
    aligned = [link for link in judged if link.strength is Strength.ALIGNED]
    moved = _moved(left, right, aligned)
    aligned = [replace(link, moved=number in moved) for number, link in enumerate(aligned)]
    related = [link for link in judged if link.strength is Strength.RELATED]
    return in_reading_order([*aligned, *related, *_only(left, right, aligned)])


def _judge(left: Document, right: Document, bead: Bead, options: Options) -> Link:
    same = _folded(left, bead.left) == _folded(right, bead.right)
    edits = (keep_all if same else word_diff)(left, bead.left, right, bead.right, options)
    change = ChangeKind.SAME if same else ChangeKind.REWORDED
    return Link(bead.left, bead.right, change, False, bead.strength, bead.score, bead.evidence, edits, bead.origin)


def _folded(document: Document, passages: Iterable[int]) -> str:
    return fold(" ".join(document.text_of(index) for index in passages))


def _moved(left: Document, right: Document, links: Sequence[Link]) -> set[int]:
    """Return the links outside the heaviest chain of links that run in the same order on both sides."""
    order = sorted(range(len(links)), key=lambda number: (links[number].left, links[number].right))
    weights = [_weight(left, links[number].left) + _weight(right, links[number].right) for number in order]
    chain = heaviest_chain([links[number].right[0] for number in order], weights)
    return set(range(len(links))) - {order[place] for place in chain}


def _weight(document: Document, passages: Iterable[int]) -> int:
    return sum(len(words(document.text_of(index))) for index in passages) + 1


def heaviest_chain(values: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Return the places of the strictly increasing subsequence of `values` whose weights sum highest, in order.

    Method: dynamic programming over a Fenwick tree of prefix maxima, O(n log n).
    """
    ranks = sorted(set(values))
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    last = (0.0, -1)
    for place, (value, weight) in enumerate(zip(values, weights, strict=True)):
        rank = bisect_left(ranks, value)
        total, previous = max((best[at] for at in _down(rank)), default=(0.0, -1), key=lambda pair: pair[0])
        before.append(previous)
        entry = (total + weight, place)
        for at in _up(rank + 1, len(best)):
            best[at] = max(best[at], entry, key=lambda pair: pair[0])
        last = max(last, entry, key=lambda pair: pair[0])
    chain = []
    place = last[1]
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def _down(at: int) -> Iterator[int]:
    while at > 0:
        yield at
        at -= at & -at


def _up(at: int, size: int) -> Iterator[int]:
    while at < size:
        yield at
        at += at & -at


def _only(left: Document, right: Document, aligned: Sequence[Link]) -> Iterator[Link]:
    """Make the links of what one side alone says; their edit tells where the other side would have it."""
    steady = [link for link in aligned if not link.moved]
    linked = {index for link in aligned for index in link.left}, {index for link in aligned for index in link.right}
    ends = {link.left[-1]: right.passages[link.right[-1]].span.end for link in steady}
    for index, place in _places(left, linked[0], ends):
        edit = Edit(Op.DELETE, left.passages[index].span, Span(place, place))
        yield Link((index,), (), ChangeKind.DROPPED, edits=(edit,))
    ends = {link.right[-1]: left.passages[link.left[-1]].span.end for link in steady}
    for index, place in _places(right, linked[1], ends):
        edit = Edit(Op.INSERT, Span(place, place), right.passages[index].span)
        yield Link((), (index,), ChangeKind.ADDED, edits=(edit,))


def _places(document: Document, linked: set[int], ends: dict[int, int]) -> Iterator[tuple[int, int]]:
    place = 0
    for index, passage in enumerate(document.passages):
        place = ends.get(index, place)
        if index not in linked and passage.role is not Role.FURNITURE:
            yield index, place
