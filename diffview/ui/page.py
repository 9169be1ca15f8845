"""What is a page that articles are read on: plain, read only, without scroll bars of its own?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from diffview.ui.plainly import ALWAYS_OFF, set_plainly

if TYPE_CHECKING:  # PySide makes a class when it is named, and these come later
    from PySide6.QtGui import QFocusEvent, QWheelEvent


class Page(QTextEdit):
    """A page of text to read; Ctrl and the wheel ask for larger or smaller text."""

    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_viewport()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_plainly(self, horizontalScrollBarPolicy=ALWAYS_OFF, verticalScrollBarPolicy=ALWAYS_OFF)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setAcceptDrops(False)
        self.setMinimumWidth(120)

    def _make_viewport(self) -> None:
        """Make the widget that is painted on: of one that it does not know PySide makes all classes it could be."""
        self._viewport = viewport = QWidget(self)  # kept here, since the reference that Qt holds does not count
        viewport.setObjectName("qt_scrollarea_viewport")
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        viewport.setMouseTracking(True)
        self.setViewport(viewport)
        self.document().documentLayout().setPaintDevice(viewport)  # it would go on measuring by the one that is gone

    def take_hands(self) -> None:
        """Answer fingers and the mouse as any page of Qt does."""
        self._viewport.setCursor(QtCore.Qt.CursorShape.IBeamCursor)
        self._viewport.grabGesture(QtCore.Qt.GestureType.PanGesture)

    def set_margins(self, before: float, after: float, above: float, below: float) -> None:
        """Leave so many pixels free around the text."""
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        shape.setLeftMargin(before)
        shape.setRightMargin(after)
        shape.setTopMargin(above)
        shape.setBottomMargin(below)
        frame.setFrameFormat(shape)

    def show_focus(self, has_focus: bool) -> None:
        """Show whether keys act on this page; called when that changes."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that keys act here."""
        self.show_focus(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that keys act elsewhere."""
        self.show_focus(False)
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)


def timer(parent: QObject, wait: int, slot: Callable[[], None]) -> QTimer:
    """Return a timer that calls `slot` once, `wait` milliseconds after it was last started."""
    found = QTimer(parent)
    found.setSingleShot(True)
    found.setInterval(wait)
    found.timeout.connect(slot)
    return found


def fading(parent: QObject, show: Callable[[object], None]) -> QtCore.QVariantAnimation:
    """Return an animation that calls `show` with numbers that fall from 1 to 0 within a second."""
    flash = QtCore.QVariantAnimation(parent)
    flash.setStartValue(1.0)
    flash.setEndValue(0.0)
    flash.setDuration(900)
    flash.valueChanged.connect(show)
    return flash
