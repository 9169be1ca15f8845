"""Tests of linking by dragging, in the words of the window's readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diffview.model import Article, Side
from diffview.ui.main_window import MainWindow
from tests.ui.conftest import LEFT, RIGHT, link_of, passage_of, wait_for_comparison

KILLED, COST, HORN = LEFT[1], LEFT[4], RIGHT[2]
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease


def _place(window: MainWindow, side: Side, text: str, *, margin: bool) -> QPointF:
    """Return where a passage stands on the screen: its sign in the margin, or its words."""
    pane = window.view.panes[side]
    top, bottom = pane.extents()[passage_of(window, side, text)]
    in_text = pane.painter.margins.before(side) + 40
    x = (pane.viewport().width() - 6 if side is Side.LEFT else 6) if margin else in_text
    return QPointF(pane.viewport().mapToGlobal(QPointF(x, (top + bottom) / 2 - pane.verticalScrollBar().value())))


def _send(window: MainWindow, kind: QEvent.Type, source: Side, place: QPointF) -> None:
    """Send the pane where the button went down what the mouse does at a place of the screen."""
    viewport = window.view.panes[source].viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    buttons, button = none if kind is RELEASE else left, none if kind is MOVE else left
    event = QMouseEvent(kind, viewport.mapFromGlobal(place), place, button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def _begin(window: MainWindow, source: Side, ours: str, theirs: str) -> None:
    """Drag from the margin beside a passage to a passage of the other side, without letting go."""
    _send(window, PRESS, source, _place(window, source, ours, margin=True))
    _send(window, MOVE, source, _place(window, source.other, theirs, margin=False))


@pytest.mark.parametrize(("source", "ours", "theirs"), [(Side.LEFT, COST, HORN), (Side.RIGHT, HORN, COST)])
def test_drag_from_passage_to_passage(qtbot: QtBot, opened: MainWindow, source: Side, ours: str, theirs: str) -> None:
    """Dragging the sign beside a passage onto a passage of the other pane links both; the link is the current one."""
    _begin(opened, source, ours, theirs)
    assert opened.view.panes[source.other].painter.picked == {passage_of(opened, source.other, theirs)}
    _send(opened, RELEASE, source, _place(opened, source.other, theirs, margin=False))
    comparison = wait_for_comparison(qtbot, opened)
    link = link_of(opened, Side.LEFT, COST)
    assert [comparison.right.text_of(n) for n in link.right] == [HORN]
    assert comparison.links[opened.view.current] == link
    assert not opened.view.panes[source].textCursor().hasSelection()


def test_a_line_follows_the_pointer(qtbot: QtBot, opened: MainWindow) -> None:
    """While one drags a line runs to the pointer, also between passages; it is gone afterwards."""
    place = _place(opened, Side.RIGHT, HORN, margin=False)
    _begin(opened, Side.LEFT, COST, HORN)
    assert opened.dragging.line.isVisible()
    first = opened.dragging.line.grab().toImage()
    _send(opened, MOVE, Side.LEFT, place + QPointF(60, 140))
    assert opened.dragging.line.grab().toImage() != first
    _send(opened, RELEASE, Side.LEFT, place + QPointF(0, 2000))
    assert not opened.dragging.line.isVisible()
    assert opened.session.corrections.judgements == ()


def test_drag_back_lets_go(qtbot: QtBot, opened: MainWindow) -> None:
    """A drag that returns to its own pane links nothing."""
    _begin(opened, Side.LEFT, COST, HORN)
    _send(opened, MOVE, Side.LEFT, _place(opened, Side.LEFT, COST, margin=False))
    _send(opened, RELEASE, Side.LEFT, _place(opened, Side.LEFT, COST, margin=False))
    assert opened.session.corrections.judgements == ()
    assert opened.correcting.lead is None


def test_escape_ends_the_drag(qtbot: QtBot, opened: MainWindow) -> None:
    """Escape in the middle of a drag lets go, whatever the mouse does until its button comes up."""
    _begin(opened, Side.LEFT, COST, HORN)
    qtbot.keyClick(opened.view.panes[Side.LEFT], Qt.Key.Key_Escape)
    place = _place(opened, Side.RIGHT, HORN, margin=False)
    _send(opened, MOVE, Side.LEFT, place)
    _send(opened, RELEASE, Side.LEFT, place)
    assert opened.session.corrections.judgements == ()
    assert not opened.dragging.line.isVisible()
    assert not opened.view.is_dragging


def test_near_the_edge_the_other_article_scrolls(qtbot: QtBot, opened: MainWindow) -> None:
    """With the pointer at the foot of the other page that article scrolls, and the one dragged from stays."""
    paragraphs = [f"Paragraph {n} tells of boat number {n} and its long way home." for n in range(60)]
    for side in Side:
        opened.session.put(side, Article.from_text("\n\n".join(paragraphs)))
    wait_for_comparison(qtbot, opened)
    page = opened.view.panes[Side.RIGHT].viewport()
    foot = QPointF(page.mapToGlobal(QPointF(page.width() / 2, page.height() - 8)))
    _send(opened, PRESS, Side.LEFT, _place(opened, Side.LEFT, paragraphs[0], margin=True))
    _send(opened, MOVE, Side.LEFT, foot)
    for _ in range(30):
        opened.dragging.scroll()
    assert opened.view.panes[Side.RIGHT].verticalScrollBar().value() > 300
    assert opened.view.panes[Side.LEFT].verticalScrollBar().value() == 0
    far = next(n for n, (top, _) in enumerate(opened.view.panes[Side.RIGHT].extents()) if top > 600)
    place = _place(opened, Side.RIGHT, paragraphs[far], margin=False)
    _send(opened, MOVE, Side.LEFT, place)
    _send(opened, RELEASE, Side.LEFT, place)
    wait_for_comparison(qtbot, opened)
    assert link_of(opened, Side.LEFT, paragraphs[0]).right == (far,)


def test_click_in_the_margin_goes_to_the_link(qtbot: QtBot, opened: MainWindow) -> None:
    """A click beside a passage that drags nothing makes its link the current one."""
    place = _place(opened, Side.LEFT, KILLED, margin=True)
    _send(opened, PRESS, Side.LEFT, place)
    _send(opened, RELEASE, Side.LEFT, place)
    assert opened.view._current_link() == link_of(opened, Side.LEFT, KILLED)


@pytest.mark.parametrize("end", [(Side.LEFT, COST), (Side.RIGHT, HORN)])
def test_text_is_still_selected_by_dragging(qtbot: QtBot, opened: MainWindow, end: tuple[Side, str]) -> None:
    """A drag over words selects them, even one that ends over the other article; it links nothing."""
    _send(opened, PRESS, Side.LEFT, _place(opened, Side.LEFT, KILLED, margin=False))
    _send(opened, MOVE, Side.LEFT, _place(opened, *end, margin=False))
    _send(opened, RELEASE, Side.LEFT, _place(opened, *end, margin=False))
    assert opened.view.panes[Side.LEFT].textCursor().hasSelection()
    assert opened.correcting.lead is None
    assert opened.session.corrections.judgements == ()
