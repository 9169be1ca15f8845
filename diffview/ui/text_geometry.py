"""Where does each piece of a laid-out text lie, in pixels of its document?

Made anew after each layout; the tops of the blocks are read once, everything else by bisection. A height is
*fractional*: a place two thirds along a line lies two thirds down that line, so that neighbouring sentences neither
overlap nor leave a gap, and a scroll position follows the text and not its lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")

_TOUCH = 1.0
"""Pixels between two runs that are painted as one."""


class TextGeometry:
    """The layout of one document at one moment; lines in a block are of equal height (set by its format)."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._starts: list[int] = []
        self._tops: list[float] = []
        layout = document.documentLayout()
        block = document.begin()
        while block.isValid():
            self._starts.append(block.position())
            self._tops.append(layout.blockBoundingRect(block).top())
            block = block.next()
        self.height = layout.documentSize().height()

    def y_of(self, unit: int) -> float:
        """Return the fractional height of UTF-16 unit `unit`."""
        return self.heights([unit])[0]

    def heights(self, units: Iterable[int]) -> list[float]:
        """Return the fractional height of each unit; units in order are found quickly, block by block."""
        found, start, after, top, pitch = [], 0, -1, 0.0, 0.0
        for unit in units:
            if not start <= unit < after:
                number = bisect_right(self._starts, unit) - 1
                block = self._document.findBlockByNumber(number)
                layout, top = block.layout(), self._tops[number]
                start, after = self._starts[number], self._starts[number] + block.length()
                pitch = _pitch(block, layout.lineAt(0)) if layout.lineCount() else 0.0
            line = layout.lineForTextPosition(unit - start)
            if pitch and line.isValid():
                along = (unit - start - line.textStart()) / max(1, line.textLength())
                found.append(top + pitch * (line.lineNumber() + min(1.0, along)))
            else:
                found.append(top)
        return found

    def blocks(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the numbers of the first and the last block between two heights."""
        return max(0, bisect_right(self._tops, top) - 1), max(0, bisect_right(self._tops, bottom) - 1)

    def row_of(self, unit: int) -> tuple[float, float]:
        """Return top and height of the line that UTF-16 unit `unit` stands in."""
        number = bisect_right(self._starts, unit) - 1
        block = self._document.findBlockByNumber(number)
        line = block.layout().lineForTextPosition(unit - block.position())
        if not line.isValid():
            return self._tops[number], 0.0
        pitch = _pitch(block, line)
        return self._tops[number] + pitch * line.lineNumber(), pitch

    def unit_at(self, y: float) -> int:
        """Return the unit with which the line at height `y` begins."""
        number = max(0, bisect_right(self._tops, y) - 1)
        block = self._document.findBlockByNumber(number)
        layout = block.layout()
        if not layout.lineCount():
            return block.position()
        row = int((y - self._tops[number]) / _pitch(block, layout.lineAt(0)))
        return block.position() + layout.lineAt(max(0, min(row, layout.lineCount() - 1))).textStart()

    def rows(self, start: int, end: int, top: float, bottom: float) -> Iterator[QRectF]:
        """Yield the rectangles that units `start` to `end` fill, line by line, between two heights."""
        number = max(bisect_right(self._starts, start) - 1, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._starts, max(start, end - 1)) - 1
        while number <= last and self._tops[number] < bottom:
            block = self._document.findBlockByNumber(number)
            yield from self._rows_in(block, self._tops[number], (start, end), (top, bottom))
            number += 1

    def _rows_in(
        self, block: QTextBlock, block_top: float, units: tuple[int, int], heights: tuple[float, float]
    ) -> Iterator[QRectF]:
        layout, offset = block.layout(), block.position()
        if not layout.lineCount():
            return
        pitch = _pitch(block, layout.lineAt(0))
        from_start = layout.lineForTextPosition(max(0, units[0] - offset)).lineNumber()
        from_top = int((heights[0] - block_top) / pitch)
        for number in range(max(from_start, from_top, 0), layout.lineCount()):
            line, row_top = layout.lineAt(number), block_top + number * pitch
            if row_top > heights[1] or offset + line.textStart() >= units[1]:
                return
            first = max(units[0] - offset, line.textStart())
            final = min(units[1] - offset, line.textStart() + line.textLength())
            if first < final:
                for left, right in _stretches(block.text(), line, first, final):
                    yield QRectF(layout.position().x() + left, row_top, right - left, pitch)


def _pitch(block: QTextBlock, line: QTextLine) -> float:
    return block.blockFormat().lineHeight() or line.height()


def _stretches(text: str, line: QTextLine, first: int, final: int) -> Iterator[tuple[float, float]]:
    """Yield left and right of what lies under the letters `first` to `final` of a line.

    Where text runs both ways neighbours in the text may stand far apart; then Qt is asked where it draws them.
    """
    if not _FROM_THE_RIGHT.search(text):
        yield _x(line, first), _x(line, final)
        return
    left, right = 0.0, -1.0
    for box in sorted((run.boundingRect() for run in line.glyphRuns(first, final - first)), key=QRectF.left):
        if box.left() > right + _TOUCH:
            if right > left:
                yield left, right
            left = box.left()
        right = max(right, box.right())
    if right > left:
        yield left, right


def _x(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
