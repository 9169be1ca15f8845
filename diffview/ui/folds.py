"""Which stretches do both articles have, so that they can be folded with one neighbour of each change kept?

A stretch is made of whole lines of both texts whose passages are the same and have not moved. Page furniture neither
begins one nor ends one. Titles are never folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diffview.model import ChangeKind, Comparison, Document, Link, Role, Side, Span, Strength

_FEWEST = 2
"""Passages from which folding makes an article shorter."""
_Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch of whole lines that is the same on both sides, and the links in it."""

    left: Span
    right: Span
    links: tuple[int, ...]

    def on(self, side: Side) -> Span:
        """Return where it lies in the text of one side."""
        return self.left if side is Side.LEFT else self.right


def folds(comparison: Comparison) -> tuple[Fold, ...]:
    """Return the stretches that can be folded, in order; each holds two passages or more."""
    lines = {side: _Lines(comparison, side) for side in Side}
    found = []
    for run in _runs(tuple(_groups(comparison, lines)), lines):
        kept = _trimmed(run, lines)
        links = tuple(number for group in kept for number in group.links)
        if len(links) >= _FEWEST:
            left, right = (lines[side].span(kept[0].on(side)[0], kept[-1].on(side)[1]) for side in Side)
            found.append(Fold(left, right, links))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Group:
    """The fewest lines of both sides whose links all stay inside, as first and last line."""

    left: _Range
    right: _Range
    links: tuple[int, ...]

    def on(self, side: Side) -> _Range:
        return self.left if side is Side.LEFT else self.right


class _Lines:
    """The lines of one article that hold passages, and whether all of a line is the same on both sides."""

    def __init__(self, comparison: Comparison, side: Side) -> None:
        document, aligned = comparison.document(side), comparison.aligned_link(side)
        self._text = document.article.text
        self._members = tuple(_lines(document))
        self.line_of = {passage: number for number, line in enumerate(self._members) for passage in line}
        self._passages = document.passages
        self._steady = frozenset(p for p, number in aligned.items() if _is_steady(comparison.links[number]))

    def has_change(self, first: int, last: int) -> bool:
        """Return whether anything on these lines is not the same."""
        return any(
            p not in self._steady and self._passages[p].role is not Role.FURNITURE for p in self._in(first, last)
        )

    def has_title(self, first: int, last: int) -> bool:
        """Return whether the title is on these lines."""
        return any(self._passages[p].role is Role.TITLE for p in self._in(first, last))

    def next_to_change(self, line: int, step: int) -> bool:
        """Return whether the first line that way that is more than page furniture holds a change."""
        line += step
        while 0 <= line < len(self._members):
            if any(self._passages[p].role is not Role.FURNITURE for p in self._members[line]):
                return self.has_change(line, line)
            line += step
        return False

    def span(self, first: int, last: int) -> Span:
        """Return where these lines begin and end in the text, without the last line's newline."""
        start, end = (
            self._passages[self._members[first][0]].span.start,
            self._passages[self._members[last][-1]].span.end,
        )
        after = self._text.find("\n", end)
        return Span(self._text.rfind("\n", 0, start) + 1, after if after >= 0 else len(self._text))

    def _in(self, first: int, last: int) -> Iterator[int]:
        return (passage for line in self._members[first : last + 1] for passage in line)


def _lines(document: Document) -> Iterator[tuple[int, ...]]:
    """Yield the passages of each line; passages that share a line are never parted."""
    line: list[int] = []
    for number, passage in enumerate(document.passages):
        if line:
            between = Span(document.passages[line[-1]].span.end, passage.span.start)
            if "\n" in between.of(document.article.text):
                yield tuple(line)
                line = []
        line.append(number)
    if line:
        yield tuple(line)


def _is_steady(link: Link) -> bool:
    is_same = link.change is ChangeKind.SAME and link.strength is Strength.ALIGNED
    return link.is_pair and is_same and not link.moved


def _groups(comparison: Comparison, lines: dict[Side, _Lines]) -> Iterator[_Group]:
    """Yield the groups in order, on both sides after each other; those with a change or the title are left out."""
    found: list[_Group] = []
    for number, link in enumerate(comparison.links):
        if _is_steady(link):
            ends = [[lines[side].line_of[p] for p in (min(link.on(side)), max(link.on(side)))] for side in Side]
            group = _Group((ends[0][0], ends[0][1]), (ends[1][0], ends[1][1]), (number,))
            while found and not all(found[-1].on(side)[1] < group.on(side)[0] for side in Side):
                group = _joined(found.pop(), group)
            found.append(group)
    for group in found:
        if not any(lines[side].has_change(*group.on(side)) or lines[side].has_title(*group.on(side)) for side in Side):
            yield group


def _joined(one: _Group, other: _Group) -> _Group:
    left, right = ((min(a[0], b[0]), max(a[1], b[1])) for a, b in ((one.left, other.left), (one.right, other.right)))
    return _Group(left, right, one.links + other.links)


def _runs(groups: Sequence[_Group], lines: dict[Side, _Lines]) -> Iterator[list[_Group]]:
    """Yield the groups that follow each other with nothing but page furniture between them."""
    run: list[_Group] = []
    for group in groups:
        if run and not all(_is_quiet(lines[side], run[-1].on(side)[1] + 1, group.on(side)[0] - 1) for side in Side):
            yield run
            run = []
        run.append(group)
    if run:
        yield run


def _is_quiet(lines: _Lines, first: int, last: int) -> bool:
    return not lines.has_change(first, last) and not lines.has_title(first, last)


def _trimmed(run: list[_Group], lines: dict[Side, _Lines]) -> list[_Group]:
    """Return a run without its ends where they are neighbours of a change on either side."""
    first = any(lines[side].next_to_change(run[0].on(side)[0], -1) for side in Side)
    last = any(lines[side].next_to_change(run[-1].on(side)[1], 1) for side in Side)
    return run[int(first) : len(run) - int(last)]
