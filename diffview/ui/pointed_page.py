"""What does the reader do to one article with the mouse, and what is copied from it?

The page tells by signals what is pointed at and pressed; what follows from that is for others to know.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Signal
from PySide6.QtWidgets import QWidget

from diffview.model import Side, Span
from diffview.theme import Theme
from diffview.ui.marked_page import MarkedPage

if TYPE_CHECKING:  # PySide makes a class when it is named, and these come later
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent


class PointedPage(MarkedPage):
    """A page whose passages are pointed at; `pointed` is the code point that its menu was asked for at, -1 for none."""

    passage_clicked = Signal(int)
    margin_clicked = Signal(int)  # the mark beside a passage that was left out
    passage_hovered = Signal(int)  # -1: none
    menu_requested = Signal(int, QPoint)  # passage or -1, place on the screen

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(side, theme, parent)
        self._hovering = -1
        self.pointed = -1
        self._pressed_at = QPoint()

    def extents(self) -> Sequence[tuple[float, float]]:
        """Return top and bottom of each passage, in pixels of the laid-out text."""
        return self.painter.extents

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click, unless text was selected."""
        super().mouseReleaseEvent(event)
        still = (event.position().toPoint() - self._pressed_at).manhattanLength() < 5
        if event.button() is QtCore.Qt.MouseButton.LeftButton and still and not self.textCursor().hasSelection():
            passage = self.passage_at(event.position())
            if passage >= 0 and self._is_handle(passage, event.position()):
                self.margin_clicked.emit(passage)
            elif passage >= 0:
                self.passage_clicked.emit(passage)

    def _is_handle(self, passage: int, place: QPointF) -> bool:
        """Return whether a place beside a passage is the mark that takes it in as content."""
        return self.is_in_gutter(place) and self._looks[passage].mark == "furniture"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which passage the mouse is over."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(self.passage_at(event.position()))
            grip = self._hovering >= 0 and self.is_in_gutter(event.position())
            self.viewport().setCursor(
                QtCore.Qt.CursorShape.OpenHandCursor if grip else QtCore.Qt.CursorShape.IBeamCursor
            )

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse is over no passage any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, passage: int) -> None:
        if passage != self._hovering:
            self._hovering = passage
            self.passage_hovered.emit(passage)

    def take_hands(self) -> None:
        """Answer fingers and the mouse, and explain what it rests on."""
        super().take_hands()
        from diffview.ui.tips import Tips  # noqa: PLC0415 - nothing is explained before the page is seen

        Tips(self.viewport(), self.explanation_at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the passage under the mouse, or by key about the current one or the first in sight."""
        if event.reason() is not event.Reason.Keyboard:
            place = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
            self.pointed = self._point_at(place)
            self.menu_requested.emit(self.passage_at(place), event.globalPos())
            return
        self.pointed = -1
        top, page = self.verticalScrollBar().value(), self.viewport().height()
        passage = min(self.painter.current, default=self.painter.first_below(top))
        y = self.extents()[passage][0] - top if passage >= 0 else 0.0
        at = QPoint(self.painter.margins.before(self._gutter_side), round(max(0.0, min(y, page))))
        self.menu_requested.emit(passage, self.viewport().mapToGlobal(at))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what the file says, not the signs shown for what is invisible."""
        data, cursor = QMimeData(), self.textCursor()
        places = (self._positions.to_point(unit) for unit in (cursor.selectionStart(), cursor.selectionEnd()))
        data.setText(Span(*places).of(self._article.text))
        return data
