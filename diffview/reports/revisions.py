"""Which pieces of text stay, go and come when the left article is turned into the right one, in one order?

Both articles are cut into paragraphs, their lines that are not blank. Links that do not cross each other keep what is
the same to the letter; whatever moved goes in one place and comes in another. The pieces of KEEP and DELETE in order
are the left article, those of KEEP and INSERT the right one, each with a paragraph mark at the end of every line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import heappop, heappush

from diffview.model import Comparison, Document, Link, Op, Role, Side, Span, Strength

MARK = "\n"
"""What stands for the end of a paragraph."""

_LINE = re.compile(r"[^\n]+")
_PIECE = re.compile(r"\n|[^\n]+")
_ROW = re.compile(r"[^\n]*\n|[^\n]+")
_LONGEST_CLOSE_LOOK = 2000
_MOST_ROWS = 250_000
_Anchor = tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Revision:
    """A run of text without paragraph marks, or one mark alone, and what becomes of it; `role` is the passage's."""

    op: Op
    text: str
    role: Role = Role.BODY


def revisions(comparison: Comparison) -> tuple[Revision, ...]:
    """Return what turns the left article into the right one; the last piece is a paragraph mark that stays."""
    left, right = (Lines(comparison.document(side)) for side in Side)
    found: list[Revision] = []
    ours_at = theirs_at = 0
    for ours, theirs in (*_anchors(comparison, left, right), (left.last_mark, right.last_mark)):
        if ours.start >= ours_at and theirs.start >= theirs_at:
            found += _between(left, Span(ours_at, ours.start), right, Span(theirs_at, theirs.start))
            found += right.pieces(Op.KEEP, theirs)
            ours_at, theirs_at = ours.end, theirs.end
    return tuple(found)


class Lines:
    """The lines of an article that are not blank, each with a mark at its end; places are offsets into `text`."""

    def __init__(self, document: Document) -> None:
        lines = [match for match in _LINE.finditer(document.article.text) if match[0].strip()]
        self.text = "".join(match[0] + MARK for match in lines) or MARK
        self.last_mark = Span(len(self.text) - 1, len(self.text))
        self._starts = [match.start() for match in lines]
        self._places = [0]
        for match in lines:
            self._places.append(self._places[-1] + len(match[0]) + 1)
        special = [passage for passage in document.passages if passage.role is not Role.BODY]
        self._special = [(self.place(passage.span), passage.role) for passage in special]
        self._special_starts = [span.start for span, _ in self._special]

    def place(self, span: Span) -> Span:
        """Return where a span of the article's text that is not empty is in these lines."""
        return Span(self._at(span.start), self._at(span.end - 1) + 1)

    def starts_line(self, place: int) -> bool:
        """Return whether a line begins here."""
        return place == 0 or self.text[place - 1] == MARK

    def _at(self, offset: int) -> int:
        line = bisect_right(self._starts, offset) - 1
        return self._places[line] + offset - self._starts[line]

    def pieces(self, op: Op, span: Span) -> Iterator[Revision]:
        """Yield a span of these lines, cut at paragraph marks and where the role of the passages changes."""
        for match in _PIECE.finditer(self.text, span.start, span.end):
            at = match.start()
            while at < match.end():
                role, end = self._role(max(0, at - 1) if match[0] == MARK else at)
                end = match.end() if match[0] == MARK else min(end, match.end())
                yield Revision(op, self.text[at:end], role)
                at = end

    def _role(self, at: int) -> tuple[Role, int]:
        """Return the role of what is at a place, and where that ends."""
        number = bisect_right(self._special_starts, at) - 1
        if number >= 0 and at < self._special[number][0].end:
            return self._special[number][1], self._special[number][0].end
        following = self._special_starts[number + 1 : number + 2]
        return Role.BODY, following[0] if following else len(self.text)


def _between(left: Lines, ours: Span, right: Lines, theirs: Span) -> Iterator[Revision]:
    """Yield what goes and what comes between two anchors; lines that are equal stay."""
    gone, come = (_ROW.findall(span.of(lines.text)) for lines, span in ((left, ours), (right, theirs)))
    blocks: Sequence[tuple[int, int, int]] = [(len(gone), len(come), 0)]
    if len(gone) * len(come) <= _MOST_ROWS:
        blocks = SequenceMatcher(None, gone, come, autojunk=False).get_matching_blocks()
    at = to = 0
    for i, j, size in blocks:
        yield from _replaced(left, _part(ours, gone, at, i), right, _part(theirs, come, to, j))
        yield from right.pieces(Op.KEEP, _part(theirs, come, j, j + size))
        at, to = i + size, j + size


def _part(span: Span, rows: Sequence[str], first: int, last: int) -> Span:
    """Return the part of a span that holds these of its rows."""
    start = span.start + sum(map(len, rows[:first]))
    return Span(start, start + sum(map(len, rows[first:last])))


def _replaced(left: Lines, ours: Span, right: Lines, theirs: Span) -> Iterator[Revision]:
    """Yield what goes and what comes where nothing is equal but white space at the ends, which stays.

    Where both begin at the start of a line whole paragraphs go and come; none is made of the words of two.
    """
    gone, come = ours.of(left.text), theirs.of(right.text)
    most = min(len(gone), len(come))
    head = _common_space(gone, come, most)
    whole = left.starts_line(ours.start + head) and right.starts_line(theirs.start + head)
    tail = 0 if whole else _common_space(gone[::-1], come[::-1], most - head)
    yield from right.pieces(Op.KEEP, Span(theirs.start, theirs.start + head))
    yield from left.pieces(Op.DELETE, Span(ours.start + head, ours.end - tail))
    yield from right.pieces(Op.INSERT, Span(theirs.start + head, theirs.end - tail))
    yield from right.pieces(Op.KEEP, Span(theirs.end - tail, theirs.end))


def _common_space(one: str, other: str, most: int) -> int:
    return next((i for i in range(most) if one[i] != other[i] or not one[i].isspace()), most)


def _anchors(comparison: Comparison, left: Lines, right: Lines) -> Iterator[_Anchor]:
    """Yield in order where the two articles run level: spans of equal text, empty where links begin and end."""
    for link in _level_links(comparison):
        ours, theirs = _reach(comparison, link, left, right)
        yield Span(ours.start, ours.start), Span(theirs.start, theirs.start)
        for edit in link.edits:
            if edit.op is Op.KEEP and edit.left and edit.right:
                yield from _equal(left, left.place(edit.left), right, right.place(edit.right))
        yield Span(ours.end, ours.end), Span(theirs.end, theirs.end)


def _reach(comparison: Comparison, link: Link, left: Lines, right: Lines) -> tuple[Span, Span]:
    """Return from where to where a link goes on both sides."""
    spans = []
    for side, lines in ((Side.LEFT, left), (Side.RIGHT, right)):
        places = [lines.place(comparison.document(side).passages[i].span) for i in link.on(side)]
        spans.append(Span(min(span.start for span in places), max(span.end for span in places)))
    return spans[0], spans[1]


def _equal(left: Lines, ours: Span, right: Lines, theirs: Span) -> Iterator[_Anchor]:
    """Yield what is the same to the letter in text that is kept; quotation marks and spaces may differ there."""
    one, other = ours.of(left.text), theirs.of(right.text)
    if one == other:
        yield ours, theirs
    elif max(len(one), len(other)) <= _LONGEST_CLOSE_LOOK:
        for at, to, size in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
            start, end = ours.start + at, theirs.start + to
            yield Span(start, start + size), Span(end, end + size)


def _level_links(comparison: Comparison) -> tuple[Link, ...]:
    """Return the links that keep most text without any two of them crossing, in order.

    The heaviest chain of intervals that rise on both sides, by a tree of prefix maxima over the right passages.
    """
    links = [link for link in comparison.links if link.is_pair and link.strength is Strength.ALIGNED]
    links.sort(key=lambda link: min(link.left))
    tree = _Maxima(len(comparison.right.passages))
    totals: list[int] = []
    before: list[int] = []
    open_links: list[tuple[int, int]] = []
    for number, link in enumerate(links):
        while open_links and open_links[0][0] < min(link.left):
            done = heappop(open_links)[1]
            tree.put(max(links[done].right), totals[done], done)
        total, previous = tree.best_below(min(link.right))
        totals.append(total + 1 + sum(len(edit.left) for edit in link.edits if edit.op is Op.KEEP))
        before.append(previous)
        heappush(open_links, (max(link.left), number))
    return tuple(links[number] for number in _walk_back(totals, before))


def _walk_back(totals: Sequence[int], before: Sequence[int]) -> list[int]:
    found = []
    number = max(range(len(totals)), key=totals.__getitem__, default=-1)
    while number >= 0:
        found.append(number)
        number = before[number]
    return found[::-1]


class _Maxima:
    """The greatest weight among the first positions, as a Fenwick tree of (weight, who has it)."""

    def __init__(self, size: int) -> None:
        self._tree = [(0, -1)] * (size + 1)

    def put(self, position: int, weight: int, who: int) -> None:
        """Note a weight at a position from 0."""
        at = position + 1
        while at < len(self._tree):
            self._tree[at] = max(self._tree[at], (weight, who))
            at += at & -at

    def best_below(self, position: int) -> tuple[int, int]:
        """Return the greatest weight at any position below this one and who has it; (0, -1) when there is none."""
        best, at = (0, -1), position
        while at > 0:
            best = max(best, self._tree[at])
            at -= at & -at
        return best
