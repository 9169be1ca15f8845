"""How do the words of a pane get their colours?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument


@dataclass(frozen=True)
class Stretch:
    """A half-open range of UTF-16 units and the format it is shown in."""

    start: int
    end: int
    look: QTextCharFormat


class Highlighter(QSyntaxHighlighter):
    """Formats a document block by block from layers of sorted stretches; a later layer covers an earlier one.

    The stretches of one layer do not overlap.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._layers: tuple[tuple[Sequence[Stretch], list[int]], ...] = ()

    def set_layers(self, layers: Iterable[Sequence[Stretch]]) -> None:
        """Show these stretches instead of the ones before."""
        self._layers = tuple((layer, [stretch.end for stretch in layer]) for layer in layers)
        self.rehighlight()

    def highlightBlock(self, _text: str) -> None:
        """Format one block; called by Qt."""
        start = self.currentBlock().position()
        end = start + self.currentBlock().length()
        for layer, ends in self._layers:
            number = bisect_right(ends, start)
            while number < len(layer) and layer[number].start < end:
                stretch = layer[number]
                self.setFormat(
                    max(0, stretch.start - start), min(stretch.end, end) - max(stretch.start, start), stretch.look
                )
                number += 1
