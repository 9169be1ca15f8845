"""How do the words of a pane get their colours?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtGui

if TYPE_CHECKING:  # a text that is seen first is shown without formats
    from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument

_FEW = 400
"""Blocks of a text all of which are formatted at once; of a longer one only those that are looked at."""
_Ranges = list[tuple[int, int, "QTextCharFormat"]]


class Stretch(NamedTuple):
    """A half-open range of UTF-16 units and the format it is shown in."""

    start: int
    end: int
    look: QTextCharFormat


class Highlighter:
    """Formats the blocks of a document from layers of sorted stretches; a later layer covers an earlier one.

    The stretches of one layer do not overlap. Blocks are formatted many at a time, since the document is laid out
    anew after each time.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._layers: tuple[tuple[Sequence[Stretch], list[int], list[int]], ...] = ()
        self._done: set[int] = set()
        self.has_shown = False  # something that may have to be taken back

    def set_layers(self, layers: Iterable[Sequence[Stretch]]) -> None:
        """Show these stretches instead of the ones before, at once or as soon as they are looked at."""
        before, self._layers = (
            self._layers,
            tuple((layer, [each.start for each in layer], [each.end for each in layer]) for layer in layers if layer),
        )
        if not before and not self._layers:
            return
        self._done.clear()
        if self._document.blockCount() <= _FEW:
            self.show(0, self._document.blockCount() - 1)

    def show(self, first: int, last: int) -> None:
        """Format the blocks from number `first` to `last` that are not as they should be."""
        wanted = [number for number in range(first, last + 1) if number not in self._done]
        changed = [block for block in map(self._document.findBlockByNumber, wanted) if self._format(block)]
        self._done.update(wanted)
        if changed:
            self.has_shown = True
            start, end = changed[0].position(), changed[-1].position() + changed[-1].length()
            self._document.markContentsDirty(start, end - start)

    def _format(self, block: QTextBlock) -> bool:
        """Format one block; returns whether it looks different now."""
        ranges = self._ranges(block.position(), block.position() + block.length())
        if not ranges and not block.layout().formats():
            return False
        found = []
        for start, end, look in sorted(ranges, key=lambda each: each[0]):
            shown = QtGui.QTextLayout.FormatRange()
            shown.start, shown.length, shown.format = start - block.position(), end - start, look
            found.append(shown)
        block.layout().setFormats(found)
        return True

    def _ranges(self, start: int, end: int) -> _Ranges:
        found: _Ranges = []
        for layer, starts, ends in self._layers:
            for stretch in layer[bisect_right(ends, start) : bisect_left(starts, end)]:
                place = max(stretch.start, start), min(stretch.end, end)
                found = [rest for each in found for rest in _without(each, *place)]
                found.append((*place, stretch.look))
        return found


def _without(
    each: tuple[int, int, QTextCharFormat], start: int, end: int
) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Yield what is left of a range when another covers it."""
    if each[0] < min(each[1], start):
        yield each[0], min(each[1], start), each[2]
    if max(each[0], end) < each[1]:
        yield max(each[0], end), each[1], each[2]
