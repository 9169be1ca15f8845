"""Tests of articles and windows at the edge of what is usual, in the words of the window's readers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from diffview.model import Article, Comparison, Side
from diffview.ui.main_window import MainWindow
from tests.ui.conftest import show_comparison, wait_for_comparison

STORY = "The ferry struck the pier at dawn.\n\nNobody was killed, the harbor master said.\n\nThe pier stays closed."


def _compare(qtbot: QtBot, window: MainWindow, left: str, right: str) -> Comparison:
    window.session.put(Side.LEFT, Article.from_text(left))
    window.session.put(Side.RIGHT, Article.from_text(right))
    return wait_for_comparison(qtbot, window)


def _walk_all(window: MainWindow) -> set[int]:
    """Go through all changes, with both docks open, and return the links one came by."""
    window.panels.show_list()
    window.panels.show_card()
    seen = set()
    for _ in range(len(window.session.comparison.links) + 1 if window.session.comparison else 1):
        window.actions_by_name["next_change"].trigger()
        seen.add(window.view.current)
    return seen


def test_one_pane_empty(qtbot: QtBot, window: MainWindow) -> None:
    """With one article open its text can be read, scrolled and searched, and the empty pane says what to do."""
    window.session.put(Side.LEFT, Article.from_text(f"{STORY}\n\n" * 40))
    qtbot.wait(30)
    pane = window.view.panes[Side.LEFT]
    pane.verticalScrollBar().setValue(800)
    assert pane.verticalScrollBar().value() == 800
    assert "Drop an article here" in window.view.panes[Side.RIGHT].placeholderText()
    window.actions_by_name["find_text"].trigger()
    qtbot.keyClicks(window.find_bar.line, "harbor")
    assert window.find_bar.counts.text() == "40 left · 0 right"
    assert not window.actions_by_name["next_change"].isEnabled()
    window.folding.fold_same()
    assert "ferry" in pane.toPlainText()


def test_identical_articles(qtbot: QtBot, window: MainWindow) -> None:
    """Two equal articles have no changes, every command is harmless, and all of them folds to one line."""
    _compare(qtbot, window, STORY, STORY)
    assert window.status.place.text() == "No changes"
    assert _walk_all(window) == {-1}
    window.actions_by_name["fold_same"].trigger()
    assert window.view.panes[Side.RIGHT].toPlainText() == "3 passages the same"


def test_unrelated_articles(qtbot: QtBot, window: MainWindow) -> None:
    """Of two articles with nothing in common each passage is on its side only, and all can be walked."""
    comparison = _compare(qtbot, window, STORY, "A minister resigned.\n\nTwo comets crossed over Chile.\n\nRain fell.")
    assert not any(link.is_pair for link in comparison.links)
    assert _walk_all(window) == set(range(6))
    assert "Nothing on the" in window.panels.card.why.text()


def test_a_passage_of_3000_words(qtbot: QtBot, window: MainWindow) -> None:
    """A passage of many pages is shown whole, its end can be reached, and the other side stays level with its top."""
    long = "and ".join(f"boat{n} sailed " for n in range(1000)) + "home."
    comparison = _compare(qtbot, window, f"{STORY}\n\n{long}", f"{STORY}\n\n{long.replace('boat500', 'ship500')}")
    number = next(n for n, link in enumerate(comparison.links) if link.left and max(link.left) == 3)
    window.view.show_link(number)
    tops = [pane.extents()[3][0] - pane.verticalScrollBar().value() for pane in window.view.panes.values()]
    assert abs(tops[0] - tops[1]) <= 2
    pane = window.view.panes[Side.LEFT]
    assert pane.extents()[3][1] - pane.extents()[3][0] > 5 * pane.viewport().height()
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    assert pane.extents()[3][1] - pane.verticalScrollBar().value() <= pane.viewport().height()
    assert number in _walk_all(window)


def test_emoji_only(qtbot: QtBot, window: MainWindow) -> None:
    """Articles of emoji alone are shown, compared, found and selected by whole signs."""
    comparison = _compare(qtbot, window, "😀😀 🚢\n\n👩‍👩‍👧 🌊", "😀😀 🚢\n\n🐟🐟🐟")
    assert any(link.change.value == "same" for link in comparison.links)
    window.actions_by_name["find_text"].trigger()
    window.find_bar.line.setText("🚢")
    assert window.find_bar.counts.text() == "1 left · 1 right"
    pane = window.view.panes[Side.LEFT]
    pane.selectAll()
    assert pane.createMimeDataFromSelection().text() == "😀😀 🚢\n\n👩‍👩‍👧 🌊"
    _walk_all(window)


def test_window_500_pixels_wide(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """A window of 500 pixels shows both articles, the legend and the place without cutting anything off."""
    show_comparison(qtbot, window, comparison)
    window.resize(500, 700)
    qtbot.wait(30)
    assert window.width() == 500
    window.view.walk(1)
    shown = [widget for widget in window.status.findChildren(QToolButton) if widget.isVisible()]
    for widget in [*shown, window.status.place, *window.view.panes.values()]:
        right = widget.mapTo(window, widget.rect().topRight()).x()
        assert widget.isVisible()
        assert right <= 500
        assert widget.mapTo(window, widget.rect().topLeft()).x() >= 0
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.status.place.text() == "2 of 4"


def test_panels_do_not_make_a_small_window_larger(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """A window of 900 by 600 pixels stays so whatever is opened in it, and goes on showing both articles."""
    show_comparison(qtbot, window, comparison)
    window.resize(900, 600)
    for name in ("show_list", "show_card", "show_findings", "find_text"):
        window.actions_by_name[name].trigger()
        qtbot.wait(30)
        assert (window.width(), window.height()) == (900, 600)
    assert all(pane.viewport().height() > 60 for pane in window.view.panes.values())


def test_strength_waits_for_links(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """How sure links must be is not asked before there are any."""
    assert not window.status.strength.isVisible()
    show_comparison(qtbot, window, comparison)
    assert window.status.strength.isVisible()
