"""What does somebody see who has opened nothing yet?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from diffview.model import Side
from diffview.theme import Theme
from diffview.ui.qtext import menu_text, tooltip


class Pair(NamedTuple):
    """Two files that can be opened with one click, and what to call them."""

    title: str
    left: str
    right: str

    @classmethod
    def of(cls, left: str, right: str) -> Pair:
        """Return two files called by their names."""
        return cls(f"{PurePath(left).name} ↔ {PurePath(right).name}", left, right)


class DropZone(QWidget):
    """A dashed place for one article, with a button for those who would rather not drag."""

    open_requested = Signal()

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self.is_target = False
        self._label, self._button = QLabel(self), QPushButton(self)
        self._label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._label.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self._label.setWordWrap(True)
        self._button.clicked.connect(self.open_requested)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self._label)
        column.addSpacing(10)
        column.addWidget(self._button, 0, QtCore.Qt.AlignmentFlag.AlignCenter)
        column.addStretch()
        self.setMinimumHeight(190)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        is_left = self._side is Side.LEFT
        drop = self.tr("Drop the left article here") if is_left else self.tr("Drop the right article here")
        self._label.setText(drop)
        self._button.setText(self.tr("Open…"))
        name = self.tr("Open the left article") if is_left else self.tr("Open the right article")
        self._button.setAccessibleName(name)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def set_target(self, is_target: bool) -> None:
        """Show whether a drag would land here."""
        self.is_target = is_target
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._theme.accent if self.is_target else self._theme.line)
        painter.setPen(QPen(colour, 2, QtCore.Qt.PenStyle.DashLine))
        painter.setBrush(QColor(self._theme.page))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 12, 12)


class Welcome(QWidget):
    """The window before anything is open: where to drop, examples, what was compared last."""

    open_requested = Signal(Side)
    pair_requested = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zones = {side: DropZone(side, theme, self) for side in Side}
        self._heading, self._words = QLabel(self), self._hint("")
        self._lists = QHBoxLayout()
        self._lay_out()
        self.set_theme(theme)
        self.retranslate()
        for side, zone in self.zones.items():
            zone.open_requested.connect(lambda side=side: self.open_requested.emit(side))

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now, but the titles of the lists."""
        self.setAccessibleName(self.tr("Welcome"))
        self._heading.setText(self.tr("Two articles, side by side"))
        self._words.setText(
            self.tr(
                "Drop two files on the window, or paste a text with Ctrl+V. "
                "What both articles say is linked by meaning, even where it is reworded or moved."
            )
        )
        for zone in self.zones.values():
            zone.retranslate()

    def _lay_out(self) -> None:
        big = QFont(self._heading.font())
        big.setPixelSize(26)
        big.setWeight(QFont.Weight.DemiBold)
        self._heading.setFont(big)
        zones = QHBoxLayout()
        zones.setSpacing(18)
        for zone in self.zones.values():
            zones.addWidget(zone)
        self._lists.setSpacing(18)
        page = QVBoxLayout()
        page.setSpacing(12)
        page.addStretch(2)
        for widget in (self._heading, self._words):
            page.addWidget(widget)
        page.addSpacing(8)
        page.addLayout(zones)
        page.addSpacing(14)
        page.addLayout(self._lists)
        page.addStretch(3)
        frame = QHBoxLayout(self)
        frame.setContentsMargins(24, 12, 24, 12)
        frame.addStretch(1)
        frame.addLayout(page, 8)
        frame.addStretch(1)

    def set_pairs(self, examples: Sequence[Pair], recent: Sequence[Pair]) -> None:
        """List the pairs that can be opened with one click."""
        _empty(self._lists)
        for title, pairs in ((self.tr("Examples"), examples), (self.tr("Compared before"), recent)):
            if pairs:
                self._lists.addLayout(self._list(title, pairs), 1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for zone in self.zones.values():
            zone.set_theme(theme)

    def _list(self, title: str, pairs: Sequence[Pair]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._hint(title))
        for pair in pairs:
            button = QPushButton(menu_text(pair.title), self)
            button.setToolTip(tooltip(f"{pair.left}\n{pair.right}"))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(lambda _=False, pair=pair: self.pair_requested.emit(pair.left, pair.right))
            column.addWidget(button)
        column.addStretch()
        return column

    def _hint(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setObjectName("hint")
        return label


def _empty(layout: QHBoxLayout | QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        inner, widget = item.layout(), item.widget()
        if isinstance(inner, QHBoxLayout | QVBoxLayout):
            _empty(inner)
        if widget is not None:
            widget.deleteLater()
