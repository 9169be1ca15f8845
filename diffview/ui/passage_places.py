"""Where do the passages of one laid-out text lie, measured only as far as somebody wants to know?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from diffview.ui.shown_text import ShownText

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.ui.marks import Look
    from diffview.ui.text_geometry import TextGeometry

_SPACE = 1
_NOWHERE = 1 << 31
_STEP = 250
"""Passages measured in one step; a few milliseconds."""
_TALL = 4000
"""Pixels from which a passage is so tall that its rows are not kept."""


class Place(NamedTuple):
    """One passage: its first unit and the one after it, the unit after its ground, its top and its bottom in pixels."""

    start: int
    end: int
    ground: int
    top: float
    bottom: float


class PassagePlaces:
    """The places of the passages in one layout; a new layout has new ones."""

    def __init__(self, looks: Sequence[Look], geometry: TextGeometry, positions: ShownText) -> None:
        self._looks, self._geometry, self._positions = looks, geometry, positions
        self._ends = [look.span.end for look in looks]
        self._single: dict[int, Place] = {}
        self._rows: dict[int, Sequence[QRectF]] = {}
        self._lines: dict[int, tuple[float, float]] = {}
        self._measured: list[Place] = []
        self._extents: list[tuple[float, float]] | None = None
        self._bottoms: list[float] = []

    def __len__(self) -> int:
        return len(self._looks)

    def __getitem__(self, number: int) -> Place:
        if number < len(self._measured):
            return self._measured[number]
        if number not in self._single:
            self._single[number] = self._places(number, number + 1)[0]
        return self._single[number]

    def measure(self) -> Iterator[None]:
        """Measure all passages, some in each step."""
        while len(self._measured) < len(self._looks):
            first = len(self._measured)
            self._measured += self._places(first, min(first + _STEP, len(self._looks)))
            yield

    def _places(self, first: int, after: int) -> list[Place]:
        units = [self._positions.span_to_qt(look.span) for look in self._looks[first : after + 1]]
        nexts = [start for start, _ in units[1:]] + [_NOWHERE]
        units = units[: after - first]
        tops = self._geometry.heights(start for start, _ in units)
        bottoms = self._geometry.heights(end for _, end in units)
        return [
            Place(start, end, after if after - end <= _SPACE else end, top, bottom)
            for (start, end), after, top, bottom in zip(units, nexts, tops, bottoms, strict=False)
        ]

    @property
    def extents(self) -> list[tuple[float, float]]:
        """Top and bottom of every passage."""
        if self._extents is None:
            for _ in self.measure():
                pass
            self._extents = [(place.top, place.bottom) for place in self._measured]
            self._bottoms = [place.bottom for place in self._measured]
        return self._extents

    def at_height(self, y: float) -> int:
        """Return the passage at a height of the laid-out text, -1 between paragraphs."""
        number = bisect_right(self.extents, (y, float("inf"))) - 1
        return number if number >= 0 and y <= self.extents[number][1] else -1

    def first_below(self, y: float) -> int:
        """Return the first passage that ends below a height of the laid-out text, -1 if none does."""
        number = bisect_right(self._bottoms, y) if self.extents else 0
        return number if number < len(self._bottoms) else -1

    def between(self, top: float, bottom: float) -> Iterator[int]:
        """Yield the passages that lie between two heights, unless they are folded; measures no others."""
        point = self._positions.to_point(self._geometry.unit_at(top))
        for number in range(max(0, bisect_left(self._ends, point) - 1), len(self._looks)):
            place = self[number]
            if place.top > bottom:
                return
            if place.bottom >= top and not self._positions.hides(self._looks[number].span):
                yield number

    def rows(self, number: int, top: float, bottom: float) -> Sequence[QRectF]:
        """Return what the ground of a passage covers, row by row; at least all between two heights."""
        place = self[number]
        if place.bottom - place.top > _TALL:
            return tuple(self._geometry.rows(place.start, place.ground, top, bottom))
        if number not in self._rows:
            self._rows[number] = tuple(self._geometry.rows(place.start, place.ground, 0, _NOWHERE))
        return self._rows[number]

    def line(self, number: int) -> tuple[float, float]:
        """Return top and height of the line that a passage begins in."""
        if number not in self._lines:
            self._lines[number] = self._geometry.row_of(self[number].start)
        return self._lines[number]

    def forget_rows(self) -> None:
        """Ask the layout anew for what rows cover, since letters may have changed their width."""
        self._rows.clear()
