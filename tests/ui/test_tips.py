"""Tests of what is told where the mouse rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from diffview.model import Side
from diffview.ui.main_window import MainWindow
from diffview.ui.tips import Tips


def rest(widget: QWidget, at: QPoint) -> str:
    """Let the mouse rest on a widget, and return what is shown beside it."""
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    return QToolTip.text()


def test_a_place_is_explained(qtbot: QtBot) -> None:
    """What is said of the place under the mouse is shown as plain text, whatever it holds."""
    label = QLabel("Ferry stays")
    qtbot.addWidget(label)
    label.show()
    Tips(label, lambda place: f"<b>{place.x():.0f}</b>")
    assert "&lt;b&gt;7&lt;/b&gt;" in rest(label, QPoint(7, 3))


def test_nothing_is_shown_where_there_is_nothing_to_say(qtbot: QtBot) -> None:
    """No empty box comes up beside the mouse."""
    label = QLabel("Ferry stays")
    qtbot.addWidget(label)
    label.show()
    Tips(label, lambda _place: "")
    assert not rest(label, QPoint(7, 3))
    assert not QToolTip.isVisible()


def test_a_passage_is_explained(qtbot: QtBot, opened: MainWindow) -> None:
    """Where the mouse rests on a linked passage, the pane says why it is linked."""
    pane = opened.view.panes[Side.LEFT]
    number = next(n for n, look in enumerate(pane._looks) if look.mark == "reworded")
    top, _ = pane.extents()[number]
    at = QPoint(pane.viewport().width() // 2, round(top - pane.verticalScrollBar().value()) + 8)
    assert pane.explanation_at(at.toPointF()).split("\n")[0] in rest(pane.viewport(), at)
    assert QToolTip.text()


def test_a_ribbon_is_explained(opened: MainWindow) -> None:
    """Where the mouse rests on a ribbon, it says why the link is there."""
    ribbons = opened.view.map
    ribbons.grab()
    at = ribbons._drawn[0][1].boundingRect().center().toPoint()
    assert ribbons.explanation_at(at.toPointF()).split("\n")[0] in rest(ribbons, at)
    assert QToolTip.text()
