"""Tests of showing fewer links, in the words of the window's readers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diffview.model import Comparison, Origin, Side
from diffview.ui.main_window import MainWindow
from diffview.ui.mask import weaker
from tests.ui.conftest import LEFT, show_comparison


def _show_from(window: MainWindow, percent: int) -> None:
    window.status.strength.slider.setValue(percent // 5)


def _drawn(window: MainWindow) -> set[int]:
    """Return the links whose ribbons are in sight."""
    return {ribbon.link for ribbon in window.view.map._in_sight()}


def _number(comparison: Comparison, left: int, right: int) -> int:
    return next(n for n, link in enumerate(comparison.links) if (link.left, link.right) == ((left,), (right,)))


def test_slider_hides_weak_links(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Links below the chosen chance lose ribbon, marked words, list row and stop; the text and the links stay."""
    show_comparison(qtbot, window, comparison)
    window.panels.show_list()
    weak = {_number(comparison, 5, 4), _number(comparison, 4, 4)}
    before = _drawn(window)
    _show_from(window, 85)
    assert before - _drawn(window) == weak
    assert not weak & set(window.panels.list.shown_links())
    assert window.status.place.text() == "3 changes"
    block = window.view.panes[Side.LEFT].document().lastBlock()
    assert block.text() == LEFT[5]
    assert block.layout().formats() == []
    assert window.session.comparison == comparison


def test_slider_says_that_it_masks(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """The window says how many links are not shown, and nothing any more when all are shown again."""
    show_comparison(qtbot, window, comparison)
    _show_from(window, 85)
    assert "2 weaker links" in window.message.text
    assert "2 weaker links not shown" in window.status.strength.accessibleName()
    assert window.status.strength.text() == "≥ 85 %"
    _show_from(window, 0)
    assert window.message.text == ""
    assert window.status.strength.text() == "All links"


def test_slider_holds_for_the_next_comparison(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """The choice holds when other links arrive, and their number is counted anew."""
    show_comparison(qtbot, window, comparison)
    _show_from(window, 85)
    surer = tuple(replace(link, score=0.99) for link in comparison.links)
    window.session.comparison_changed.emit(replace(comparison, links=surer))
    assert window.masking.mask.links == frozenset()
    window.session.comparison_changed.emit(comparison)
    assert len(window.masking.mask.links) == 2


def test_checked_links_are_never_weak(comparison: Comparison) -> None:
    """A link that the reader made or confirmed is shown however sure the program was of it."""
    checked = replace(comparison, links=tuple(replace(link, origin=Origin.CONFIRMED) for link in comparison.links))
    assert len(weaker(comparison, 1.0)) == 5
    assert weaker(checked, 1.0) == frozenset()


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_slider_by_keys(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """F6 opens the slider, and the arrow keys move it."""
    show_comparison(qtbot, window, comparison)
    window.activateWindow()
    window.actions_by_name["link_strength"].trigger()
    slider = window.status.strength.slider
    assert slider.isVisible()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert window.status.strength.least == 0.05
    window.status.strength.menu().close()


def test_related_links_can_be_switched_off(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """The legend's button of related links takes their ribbons away and leaves all others."""
    show_comparison(qtbot, window, comparison)
    before = _drawn(window)
    window.status.legend.buttons["related"].click()
    assert before - _drawn(window) == {_number(comparison, 4, 4)}


def test_masking_is_told_again_after_a_hint(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """What the window says meanwhile does not hide for good that not everything is marked."""
    show_comparison(qtbot, window, comparison)
    window.status.legend.buttons["dropped"].click()
    told = window.message.text
    window.view.panes[Side.LEFT].passage_clicked.emit(0)
    window.correcting.link_passages()
    assert window.message.text != told
    window.correcting.let_go()
    assert window.message.text == told


def test_told_masking_can_be_closed(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Who has closed the message that not everything is marked is not told again, until something else is masked."""
    show_comparison(qtbot, window, comparison)
    window.status.legend.buttons["dropped"].click()
    window.message._cross.click()
    window.session.comparison_changed.emit(comparison)
    assert window.message.text == ""
    window.status.legend.buttons["added"].click()
    assert "only on the left, only on the right" in window.message.text


def test_the_current_line_stays_chosen(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """The line of the current change stays chosen in the list while another class is switched off and on."""
    show_comparison(qtbot, window, comparison)
    window.panels.show_list()
    window.view.show_link(_number(comparison, 1, 3))
    chosen = window.panels.list.currentIndex().siblingAtColumn(4).data()
    window.status.legend.buttons["dropped"].click()
    assert window.panels.list.currentIndex().siblingAtColumn(4).data() == chosen
    window.status.legend.buttons["dropped"].click()
    assert window.panels.list.currentIndex().siblingAtColumn(4).data() == chosen
