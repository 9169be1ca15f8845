"""What does a pane show of a text, folded here and broken there, and where does each place of the text stand in it?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffview.model import Span
from diffview.ui.qtext import Positions
from diffview.ui.soft_breaks import soft_breaks


class Folded(NamedTuple):
    """A folded stretch of whole lines, and the line that stands in its place."""

    span: Span
    label: str


class _Piece(NamedTuple):
    """A stretch of the text, and the stretch of what is shown that stands for it."""

    text: Span
    shown: Span
    is_folded: bool = False


class ShownText:
    """A text with one line in place of each folded stretch, and with a line break wherever a line is too long for Qt.

    A place inside a fold stands as far along that line as it lies inside the fold, so that nothing that asks where a
    passage is needs to know of folds. Units are Qt's (UTF-16), points are code points of the whole text.
    """

    def __init__(self, text: str, folded: Sequence[Folded] = ()) -> None:
        """`folded` is in order and does not overlap."""
        self.folded = tuple(folded)
        self._pieces: list[_Piece] = []
        parts: list[str] = []
        shown = 0
        for span, words in _parts(text, self.folded, soft_breaks(text)):
            part = span.of(text) if words is None else words
            parts.append(part)
            self._pieces.append(_Piece(span, Span(shown, shown + len(part)), words is not None and bool(span)))
            shown += len(part)
        self.text = "".join(parts)
        self._is_as_written = len(self._pieces) == 1
        self._positions = Positions(self.text)
        self._starts = [piece.text.start for piece in self._pieces]
        self._shown_starts = [piece.shown.start for piece in self._pieces]

    @property
    def breaks(self) -> tuple[int, ...]:
        """The units of the line breaks that the text itself lacks."""
        added = (piece.shown.start for piece in self._pieces if not piece.text and piece.shown)
        return tuple(map(self._positions.to_qt, added))

    def to_qt(self, point: int) -> int:
        """Return the UTF-16 unit at which code point `point` begins."""
        if self._is_as_written:
            return self._positions.to_qt(point)
        piece = self._pieces[max(0, bisect_right(self._starts, point) - 1)]
        return self._positions.to_qt(_across(point, piece.text, piece.shown))

    def to_point(self, unit: int) -> int:
        """Return the code point that UTF-16 unit `unit` belongs to."""
        shown = self._positions.to_point(unit)
        if self._is_as_written:
            return shown
        piece = self._pieces[max(0, bisect_right(self._shown_starts, shown) - 1)]
        return _across(shown, piece.shown, piece.text)

    def span_to_qt(self, span: Span) -> tuple[int, int]:
        """Return `span` as a half-open range of UTF-16 units."""
        return self.to_qt(span.start), self.to_qt(span.end)

    def hides(self, span: Span) -> bool:
        """Return whether a stretch begins inside a fold."""
        return bool(self.folded) and self._pieces[bisect_right(self._starts, span.start) - 1].is_folded


def _parts(text: str, folded: Sequence[Folded], breaks: Sequence[int]) -> Iterator[tuple[Span, str | None]]:
    """Yield the stretches of a text in order with what stands for each; None: the stretch itself."""
    at = 0
    for fold in folded:
        yield from _broken(Span(at, fold.span.start), breaks)
        yield fold.span, fold.label
        at = fold.span.end
    yield from _broken(Span(at, len(text)), breaks)


def _broken(span: Span, breaks: Sequence[int]) -> Iterator[tuple[Span, str | None]]:
    at = span.start
    for place in breaks[bisect_right(breaks, span.start) : bisect_left(breaks, span.end)]:
        yield Span(at, place), None
        yield Span(place, place), "\n"
        at = place
    yield Span(at, span.end), None


def _across(place: int, source: Span, target: Span) -> int:
    """Return the place of `target` that lies as far along it as `place` lies along `source`."""
    return target.start + (place - source.start) * len(target) // max(1, len(source))
