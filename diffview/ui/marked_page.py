"""What stands at a place of a page: which letter, which passage, what is to be said of it?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from diffview.model import Article, Side, Span
from diffview.theme import Theme
from diffview.ui.page import Page
from diffview.ui.pane_painter import PanePainter
from diffview.ui.qtext import sign_name
from diffview.ui.shown_text import ShownText

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.ui.marks import Look

Explain = Callable[[int], str]


class MarkedPage(Page):
    """A page with one article and its passages; places are pixels of the viewport."""

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = self._gutter_side = side
        self._article = Article("")
        self._positions = ShownText("")
        self._looks: tuple[Look, ...] = ()
        self._starts: list[int] = []
        self._hidden_places: tuple[int, ...] = ()
        self._explain: Explain = lambda _passage: ""
        self.painter = PanePainter(side, theme)

    def set_target(self, is_target: bool) -> None:
        """Show whether what is being dragged would open here."""
        self.painter.is_target = is_target
        self.viewport().update()

    def set_current(self, passages: Sequence[int]) -> None:
        """Frame the passages of the current link."""
        self.painter.current = frozenset(passages)
        self.viewport().update()

    def set_hit(self, hit: Span | None) -> None:
        """Frame the words found that one is at."""
        self.painter.hit = hit
        self.viewport().update()

    def set_hovered(self, passages: Sequence[int]) -> None:
        """Lift the passages of the link under the mouse."""
        if self.painter.hovered != frozenset(passages):
            self.painter.hovered = frozenset(passages)
            self.viewport().update()

    def passage_at(self, place: QPointF) -> int:
        """Return the passage at a place of the viewport, -1 if there is none."""
        y = place.y() + self.verticalScrollBar().value()
        if self.is_in_gutter(place):
            return self.painter.passage_at_height(y)
        point = self._point_at(place)
        return -1 if point < 0 else self.passage_of(point)

    def passage_near(self, place: QPointF) -> int:
        """Return the passage at a place of the viewport or, where there is none, at its height."""
        passage = self.passage_at(place)
        return passage if passage >= 0 else self.painter.passage_at_height(place.y() + self.verticalScrollBar().value())

    def is_in_gutter(self, place: QPointF) -> bool:
        """Return whether a place of the viewport lies in the margin at the ribbons."""
        return self.painter.margins.in_gutter(self._gutter_side, place.x(), self.viewport().width())

    @property
    def gutter_is_right(self) -> bool:
        """Whether the margin at the ribbons lies right of the text."""
        return self._gutter_side is Side.LEFT

    def passage_of(self, point: int) -> int:
        """Return the passage that code point `point` belongs to, -1 if none does."""
        number = bisect_right(self._starts, point) - 1
        return number if number >= 0 and point <= self._looks[number].span.end else -1

    def _point_at(self, place: QPointF) -> int:
        """Return the code point at a place of the viewport, -1 beside the text."""
        y = place.y() + self.verticalScrollBar().value()
        unit = self.document().documentLayout().hitTest(QPointF(place.x(), y), QtCore.Qt.HitTestAccuracy.ExactHit)
        return self._positions.to_point(unit) if unit >= 0 else -1

    def explanation_at(self, place: QPointF) -> str:
        """Return what is to be said of a place of the viewport, as plain text."""
        point = self._point_at(place)
        if point in self._hidden_places:
            return self.tr("Invisible in the file: {sign}").format(sign=sign_name(self._article.text[point]))
        passage = self.passage_at(place)
        return self._explain(passage) if passage >= 0 else ""
