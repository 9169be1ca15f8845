"""How is a line of text from a file shown where it may not fit?"""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from diffview.ui.plainly import PLAIN_TEXT, set_plainly
from diffview.ui.qtext import one_line, runs_from_right, tooltip


class ElidedLabel(QLabel):
    """A label for text from files: always plain, one line, shortened to fit."""

    def __init__(self, parent: QWidget | None = None, *, at_its_end: bool = True) -> None:
        """`at_its_end` says where it is shortened; otherwise in its middle."""
        super().__init__(parent)
        self._at_its_end = at_its_end
        set_plainly(self, textFormat=PLAIN_TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show `text`, whatever it holds, and all of it in the tooltip."""
        self.setText(one_line(text))
        self.setToolTip(tooltip(text))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest sensible size: any width, one line."""
        return QSize(20, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        room = self.contentsRect().adjusted(max(0, self.indent()), 0, 0, 0)
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= room.width()
        if fits and not runs_from_right(self.text()):
            super().paintEvent(event)
            return
        ways, edges = QtCore.Qt.TextElideMode, QtCore.Qt.AlignmentFlag
        way = ways.ElideRight if self._at_its_end else ways.ElideMiddle
        shown = self.text() if fits else self.fontMetrics().elidedText(self.text(), way, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        if runs_from_right(shown):
            painter.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
        painter.drawText(room, edges.AlignVCenter | edges.AlignLeft | edges.AlignAbsolute, shown)
