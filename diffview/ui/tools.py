"""What does the row of tools look like where not all of them fit?"""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from diffview.theme import Theme
from diffview.ui.plainly import PREVENT_MENU, set_plainly

_SIZE, _SCALE = 12, 4


class Tools(QToolBar):
    """A row of tools that stays where it is; those that do not fit are under a double arrow at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMovable(False)
        set_plainly(self, contextMenuPolicy=PREVENT_MENU)
        self._more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        self.setWindowTitle(self.tr("Tools"))
        if self._more is not None:
            self._more.setAccessibleName(self.tr("More tools"))

    def set_theme(self, theme: Theme) -> None:
        """Paint the arrow in the theme's ink: Qt's own is black, by night too."""
        if self._more is not None:
            self._more.setIcon(_arrow(QColor(theme.ink)))


def _arrow(ink: QColor) -> QtGui.QIcon:
    shape = QPixmap(_SIZE * _SCALE, _SIZE * _SCALE)
    shape.fill(QColor(0, 0, 0, 0))
    painter = QPainter(shape)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    painter.setPen(QPen(ink, 1.4))
    for x in (2.5, 6.5):
        painter.drawPolyline([QPointF(x, 3), QPointF(x + 3, 6), QPointF(x, 9)])
    painter.end()
    shape.setDevicePixelRatio(_SCALE)
    return QtGui.QIcon(shape)
