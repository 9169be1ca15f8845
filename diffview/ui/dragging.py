"""How does the reader link two passages by dragging from one to the other?

The drag begins in the margin, at the bracket and sign beside a passage, so that dragging over words selects text as
ever. A line follows the pointer, the other article scrolls when the pointer comes near its edge, Escape lets go.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from diffview.model import Side
from diffview.theme import Theme
from diffview.ui.compare_view import CompareView
from diffview.ui.correcting import Correcting

_EDGE = 48
"""Pixels from the edge of a page within which it scrolls."""
_BEAT = 30
"""Milliseconds between two steps of scrolling."""


class Dragging(QObject):
    """Turns the mouse in the margins of a view into links by hand."""

    def __init__(self, view: CompareView, correcting: Correcting) -> None:
        super().__init__(view)
        self._view, self._correcting = view, correcting
        self._from: tuple[Side, int] | None = None
        self._pressed, self._pointer = QPointF(), QPointF()
        self._has_begun = False
        self.line = _Line(view)
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self.scroll)
        for pane in view.panes.values():
            pane.viewport().installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.line.colour = QColor(theme.accent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse from a pane between a press in its margin and the release."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            return self._press(next(s for s, pane in self._view.panes.items() if pane.viewport() is watched), event)
        if self._from is None:
            return False
        if event.type() is QEvent.Type.MouseMove:
            self._move(event.globalPosition())
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._release()
        return True

    def _press(self, side: Side, event: QMouseEvent) -> bool:
        pane = self._view.panes[side]
        passage = pane.passage_at(event.position()) if pane.is_in_gutter(event.position()) else -1
        if self._correcting.lead is not None or not self._correcting.are_content(side, (passage,)):
            return False
        pane.setFocus()
        self._from, self._has_begun = (side, passage), False
        self._pressed = self._pointer = event.globalPosition()
        return True

    def _move(self, place: QPointF) -> None:
        self._pointer = place
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._from is not None and not self._has_begun and far:
            self._has_begun = self._view.is_dragging = True
            self._correcting.take_up(*self._from)
            self._beat.start()
        if self._has_begun:
            self._aim()

    def _aim(self) -> None:
        """Aim at what lies under the pointer in the other article, and draw the line there."""
        if self._from is None or self._correcting.lead is None:
            self._end()
            return
        side = self._from[0].other
        page = self._view.panes[side].viewport()
        at = page.mapFromGlobal(self._pointer)
        passage = self._view.panes[side].passage_near(at) if page.rect().contains(at.toPoint()) else -1
        self._correcting.aim_at(passage if self._correcting.are_content(side, (passage,)) else -1)
        self.line.draw(self._start(*self._from), self._view.mapFromGlobal(self._pointer))

    def _start(self, side: Side, passage: int) -> QPointF:
        """Return the middle of a passage's bracket, in pixels of the view."""
        pane = self._view.panes[side]
        top, bottom = pane.extents()[passage]
        page = pane.viewport()
        x = page.width() if pane.gutter_is_right else 0
        place = QPointF(x, (top + bottom) / 2 - pane.verticalScrollBar().value())
        return page.mapTo(self._view, place)

    def scroll(self) -> None:
        """Scroll the other article while the pointer is near its upper or lower edge: the nearer, the faster."""
        if self._from is None or self._correcting.lead is None:
            self._end()
            return
        pane = self._view.panes[self._from[0].other]
        at, height = pane.viewport().mapFromGlobal(self._pointer), pane.viewport().height()
        up, down = max(0.0, _EDGE - at.y()), max(0.0, at.y() - (height - _EDGE))
        if 0 <= at.x() <= pane.viewport().width() and (up or down) and max(up, down) <= 3 * _EDGE:
            pane.verticalScrollBar().setValue(round(pane.verticalScrollBar().value() + (down - up) / 2))
            self._aim()

    def _release(self) -> None:
        """Let the dragged end go: onto a passage, or nowhere; a press that went nowhere was a click."""
        origin, has_begun = self._from, self._has_begun
        self._end()
        if origin is not None and not has_begun:
            self._view.panes[origin[0]].passage_clicked.emit(origin[1])
        elif self._correcting.lead is not None and self._correcting.aim >= 0:
            self._correcting.complete()
        else:
            self._correcting.let_go()

    def _end(self) -> None:
        """Stop following the pointer; what the mouse does until it is let go is still taken from the pane."""
        self._beat.stop()
        self.line.hide()
        self._view.is_dragging = False
        if not QApplication.mouseButtons() & Qt.MouseButton.LeftButton or not self._has_begun:
            self._from = None


class _Line(QWidget):
    """A line over the whole view from the passage that is dragged to the pointer."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.colour = QColor()
        self._ends = QPointF(), QPointF()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def draw(self, start: QPointF, end: QPointF) -> None:
        """Draw a line between two places of the view."""
        self._ends = start, end
        self.setGeometry(self._view.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a curve with a disc at the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start, end = self._ends
        middle = (start.x() + end.x()) / 2
        path = QPainterPath(start)
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        painter.strokePath(path, QPen(self.colour, 2.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        painter.drawEllipse(end, 4.5, 4.5)
