"""What is told where the mouse rests on a widget?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from diffview.ui.qtext import tooltip


class Tips(QObject):
    """Shows beside the mouse what `explain` says of a place on a widget; "" shows nothing.

    It is made when the widget has been painted: a method that gets events of every kind, as `QWidget.event` does, has
    PySide make the classes of all of them.
    """

    def __init__(self, widget: QWidget, explain: Callable[[QPointF], str]) -> None:
        super().__init__(widget)
        self._widget, self._explain = widget, explain
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the mouse that rests, and nothing else."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent) or watched is not self._widget:
            return False
        QToolTip.showText(event.globalPos(), tooltip(self._explain(QPointF(event.pos()))), self._widget)
        return True
