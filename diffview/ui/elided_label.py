"""How is a line of text from a file shown where it may not fit?"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from diffview.ui.qtext import one_line, runs_from_right, tooltip

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class ElidedLabel(QLabel):
    """A label for text from files: always plain, one line, shortened to fit."""

    def __init__(self, parent: QWidget | None = None, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show `text`, whatever it holds, and all of it in the tooltip."""
        self.setText(one_line(text))
        self.setToolTip(tooltip(text))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest sensible size: any width, one line."""
        return QSize(20, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.contentsRect().adjusted(max(0, self.indent()), 0, 0, 0)
        shown = self.fontMetrics().elidedText(self.text(), self._mode, room.width())
        if runs_from_right(shown):
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | _LEFT, shown)
