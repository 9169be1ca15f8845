"""Where in both articles does a word stand?"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from diffview.model import Span


def find_all(text: str, wanted: str) -> tuple[Span, ...]:
    """Return where `wanted` stands in `text`, whatever its case, in code points."""
    if not wanted:
        return ()
    return tuple(Span(*found.span()) for found in re.finditer(re.escape(wanted), text, re.IGNORECASE))


class FindBar(QFrame):
    """A line to search with; tells what is wanted and which way to go on."""

    wanted_changed = Signal(str)
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.line = QLineEdit(self)
        self.line.setMaximumWidth(360)
        self.line.textChanged.connect(self.wanted_changed)
        self.line.returnPressed.connect(lambda: self.step_requested.emit(1))
        self.counts = QLabel(self)
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 8, 6)
        row.addWidget(self.line, 1)
        self._previous, self._next = self._button("↑", -1), self._button("↓", 1)
        for widget in (self._previous, self._next, self.counts):
            row.addWidget(widget)
        row.addStretch(1)
        self.retranslate()
        self.hide()

    def _button(self, sign: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.clicked.connect(lambda: self.step_requested.emit(step))
        return button

    def retranslate(self) -> None:
        """Say everything but the counts in the language that is spoken now."""
        self.setAccessibleName(self.tr("Find"))
        self.line.setPlaceholderText(self.tr("Find in both articles"))
        self.line.setAccessibleName(self.tr("Find in both articles"))
        self._previous.setAccessibleName(self.tr("Previous"))
        self._next.setAccessibleName(self.tr("Next"))

    def open(self) -> None:
        """Show the line, ready to type."""
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self.wanted_changed.emit(self.line.text())

    def show_counts(self, left: int, right: int, at: int = 0) -> None:
        """Show how often it stands on each side, and at which of all hits one is; 0 for none."""
        counts = self.tr("{left} left · {right} right").format(left=left, right=right)
        if at:
            counts = self.tr("{at} of {all}: {counts}").format(at=at, all=left + right, counts=counts)
        self.counts.setText(counts if self.line.text() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, go back with Shift+Return."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.step_requested.emit(-1)
        else:
            super().keyPressEvent(event)
