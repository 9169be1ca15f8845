"""How does each passage of one article look: which class, which link, which words stand out, what is said of it?

Pure values made from a `Comparison`; panes, ribbons, bars and lists all draw these. Classes, names and numbers are
those of the reports.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from diffview.model import Comparison, Link, Op, Role, Side, Span, Strength
from diffview.reports.looks import look_of
from diffview.reports.summary import change_numbers, paragraph_numbers
from diffview.ui.mask import NOTHING, Mask
from diffview.ui.scroll_sync import Extent, Tie
from diffview.ui.speech import side_name

_SURE = 0.5
"""Chance from which a link ties the scroll bars together."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one passage is shown.

    `mark` is its class in the theme, `link` the number of its link in the comparison (None for furniture), `related`
    the numbers of its fainter links, `moved_from` the paragraphs of the other side that a note beside it names, `rule`
    why it is furniture.
    """

    span: Span
    mark: str
    link: int | None = None
    related: tuple[int, ...] = ()
    moved_from: tuple[int, ...] = ()
    rule: str = ""

    @property
    def label(self) -> str:
        """What stands beside it, in the reader's language."""
        return moved_label(self.moved_from)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one article that the other lacks, and the class of the passage they stand in.

    `wording`: the other article says the same there in other words; `link` is the number of their link.
    """

    span: Span
    mark: str
    wording: bool = False
    link: int | None = None


def looks(comparison: Comparison, side: Side) -> tuple[Look, ...]:
    """Return the look of each passage of one side, in order."""
    aligned, related = comparison.aligned_link(side), comparison.related_links(side)
    places = Places(comparison)
    found = []
    for number, passage in enumerate(comparison.document(side).passages):
        link = aligned.get(number)
        if passage.role is Role.FURNITURE or link is None:
            found.append(Look(passage.span, "furniture", rule=passage.rule))
            continue
        starts_run = number == 0 or aligned.get(number - 1) != link
        origin = places.moved_from(comparison.links[link], side) if starts_run else ()
        found.append(Look(passage.span, look_of(comparison.links[link]), link, related.get(number, ()), origin))
    return tuple(found)


class Places:
    """Where the links of a comparison stand, as a reader counts paragraphs; made once, asked often."""

    def __init__(self, comparison: Comparison) -> None:
        self._paragraphs = {side: paragraph_numbers(comparison.document(side)) for side in Side}

    def _numbers(self, link: Link, side: Side) -> tuple[int, ...]:
        return tuple(sorted({self._paragraphs[side][passage] for passage in link.on(side)}))

    def paragraphs(self, link: Link, side: Side) -> str:
        """Return "paragraph 3", "paragraphs 3–5" or, where they do not follow each other, "paragraphs 3, 9"."""
        return paragraphs_named(self._numbers(link, side))

    def moved_from(self, link: Link, side: Side) -> tuple[int, ...]:
        """Return the paragraphs of the other side that a moved link as seen from one side stands in, else none."""
        return self._numbers(link, side.other) if look_of(link) == "moved" else ()

    def whole(self, link: Link) -> str:
        """Return where a link stands: "Left paragraph 3, moved from paragraph 7"."""
        side = Side.LEFT if link.left else Side.RIGHT
        parts = (f"{side_name(side)} {self.paragraphs(link, side)}", moved_label(self.moved_from(link, side)))
        return ", ".join(part for part in parts if part)


def paragraphs_named(numbers: Sequence[int]) -> str:
    """Return one or more paragraphs, in order, as a reader names them: "paragraph 3"."""
    if len(numbers) == 1:
        return QCoreApplication.translate("marks", "paragraph {number}").format(number=numbers[0])
    if numbers[-1] - numbers[0] >= len(numbers):
        apart = QCoreApplication.translate("marks", "paragraphs {numbers}")
        return apart.format(numbers=", ".join(str(number) for number in numbers))
    several = QCoreApplication.translate("marks", "paragraphs {first}–{last}")
    return several.format(first=numbers[0], last=numbers[-1])


def moved_label(numbers: Sequence[int]) -> str:
    """Return "moved from paragraph 3", nothing for no paragraphs."""
    if not numbers:
        return ""
    return QCoreApplication.translate("marks", "moved from {paragraphs}").format(paragraphs=paragraphs_named(numbers))


def differing_words(comparison: Comparison, side: Side) -> tuple[Words, ...]:
    """Return the words of one side that its partners lack, in the order of the text.

    A link that shares nothing word by word has none: it is painted whole.
    """
    text = comparison.document(side).article.text
    found = [
        Words(span, look_of(link), wording, number)
        for number, link in enumerate(comparison.links)
        if link.is_pair and link.strength is Strength.ALIGNED
        for span, wording in lacking(link, side, text)
    ]
    return tuple(sorted(found, key=lambda words: words.span))


def lacking(link: Link, side: Side, text: str) -> Iterator[tuple[Span, bool]]:
    """Yield the words of one side of a link that the other lacks, without white space, and whether only as words."""
    if all(edit.op is not Op.KEEP for edit in link.edits):
        return
    for edit in link.edits:
        span = edit.left if side is Side.LEFT else edit.right
        piece = span.of(text)
        if edit.op is not Op.KEEP and piece.strip():
            start = span.start + len(piece) - len(piece.lstrip())
            yield Span(start, start + len(piece.strip())), edit.wording


def changes(comparison: Comparison, mask: Mask = NOTHING) -> tuple[int, ...]:
    """Return the links to walk through, in reading order, without what is masked."""
    return tuple(n for n in change_numbers(comparison) if not mask.hides(look_of(comparison.links[n]), n))


def runs(passages: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of neighbouring passages as (first, last)."""
    found: list[tuple[int, int]] = []
    for passage in sorted(passages):
        if found and passage == found[-1][1] + 1:
            found[-1] = (found[-1][0], passage)
        else:
            found.append((passage, passage))
    return tuple(found)


def stretches(passages: Sequence[int], extents: Sequence[Extent]) -> tuple[Extent, ...]:
    """Return top and bottom of each stretch of neighbouring passages."""
    return tuple((extents[first][0], extents[last][1]) for first, last in runs(passages))


def ties(comparison: Comparison, left: Sequence[Extent], right: Sequence[Extent]) -> Iterator[Tie]:
    """Yield what ties the scroll bars together: the sure links with one stretch on each side, weighed by length."""
    for link in comparison.links:
        if not link.is_pair or link.strength is Strength.RELATED or link.score < _SURE:
            continue
        ours, theirs = stretches(link.left, left), stretches(link.right, right)
        if len(ours) == len(theirs) == 1:
            length = min(_letters(comparison, link, side) for side in Side)
            yield Tie(ours[0], theirs[0], link.score * length)


def _letters(comparison: Comparison, link: Link, side: Side) -> int:
    passages = comparison.document(side).passages
    return sum(len(passages[passage].span) for passage in link.on(side))


class Gaps:
    """Where on one side is the place of something that only the other side says?"""

    def __init__(self, comparison: Comparison, side: Side, extents: Sequence[Extent]) -> None:
        """`side` is the side that lacks it, `extents` are that side's."""
        self._extents = extents
        self._places: list[tuple[int, int]] = sorted(
            (max(link.on(side.other)), max(link.on(side)))
            for link in comparison.links
            if link.is_pair and link.strength is Strength.ALIGNED and not link.moved
        )
        content = comparison.document(side).content()
        self._start = extents[content[0]][0] if content else 0.0

    def after(self, passage: int) -> float:
        """Return the height at which `passage` of the other side would stand: below the partner of what precedes it."""
        number = bisect_right(self._places, (passage, -1)) - 1
        return self._extents[self._places[number][1]][1] if number >= 0 else self._start
