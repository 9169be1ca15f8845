"""Tests of a whole piece of work done without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diffview.model import Origin, Side
from diffview.ui import dialogs
from diffview.ui.main_window import MainWindow
from diffview.ui.marks import changes
from tests.ui.conftest import wait_for_article, wait_for_comparison

_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_NONE = Qt.KeyboardModifier.NoModifier


def _press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(window.focusWidget() or window, key, held)
    QApplication.processEvents()


@pytest.fixture
def chosen(two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answer the questions for files, as the system's dialogs would; returns where the report is to go."""
    report = tmp_path / "report.html"
    monkeypatch.setattr(dialogs, "ask_for_article", lambda _parent, side, _folder: two_files[side is Side.RIGHT])
    monkeypatch.setattr(dialogs, "ask_for_report", lambda *_: str(report))
    return report


def _walk(window: MainWindow) -> Iterator[int]:
    """Go from change to change with Alt+Down until it starts again."""
    first = -1
    while window.view.current != first:
        yield window.view.current
        first = window.view.current if first < 0 else first
        _press(window, Qt.Key.Key_Down, _ALT)


def test_a_whole_comparison_by_keys(qtbot: QtBot, window: MainWindow, chosen: Path) -> None:
    """Two files are opened, all changes walked, two links corrected and the report written with keys alone."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    _press(window, Qt.Key.Key_O, _CTRL)
    wait_for_article(qtbot, window, Side.LEFT, "ferry")
    _press(window, Qt.Key.Key_O, _CTRL | _SHIFT)
    comparison = wait_for_comparison(qtbot, window)

    _press(window, Qt.Key.Key_Down, _ALT)
    walked = list(_walk(window))
    assert sorted(set(walked)) == sorted(changes(comparison))

    _go_to(window, next(n for n in changes(comparison) if comparison.links[n].is_pair))
    taken_apart = comparison.links[window.view.current]
    _press(window, Qt.Key.Key_U)
    comparison = wait_for_comparison(qtbot, window)
    assert not any(link.left == taken_apart.left and link.right == taken_apart.right for link in comparison.links)

    alone = next(n for n in changes(comparison) if not comparison.links[n].right)
    passage = comparison.links[alone].left
    _go_to(window, alone)
    for key in (Qt.Key.Key_L, Qt.Key.Key_Down, Qt.Key.Key_Return):
        _press(window, key)
    comparison = wait_for_comparison(qtbot, window)
    made = [link for link in comparison.links if link.origin is Origin.MANUAL]
    assert [link.left for link in made] == [passage]

    _press(window, Qt.Key.Key_E, _CTRL)
    qtbot.waitUntil(chosen.is_file, timeout=10000)
    assert "<html" in chosen.read_text(encoding="utf-8")


def _go_to(window: MainWindow, number: int) -> None:
    """Walk with Alt+Down until a change is reached."""
    for _ in range(50):
        if window.view.current == number:
            return
        _press(window, Qt.Key.Key_Down, _ALT)
    raise AssertionError(number)


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_F4, _NONE), (Qt.Key.Key_F4, _SHIFT)])
def test_panels_take_the_keys_and_give_them_back(
    qtbot: QtBot, opened: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    """A panel opened by its key is walked with the arrow keys; Escape leads back to the text that was being read."""
    opened.view.right_pane()
    opened.view.lock.leader = Side.RIGHT
    panel = opened.panels.findings.list if held else opened.panels.list
    _press(opened, key, held)
    assert panel.hasFocus()
    _press(opened, Qt.Key.Key_Escape)
    assert opened.view.panes[Side.RIGHT].hasFocus()
    assert panel.isVisible()


def test_a_panel_that_is_closed_gives_the_keys_back(qtbot: QtBot, opened: MainWindow) -> None:
    """F4 in the list closes it, and keys act on the text again."""
    _press(opened, Qt.Key.Key_F4)
    _press(opened, Qt.Key.Key_Down)
    assert opened.view.current >= 0
    _press(opened, Qt.Key.Key_F4)
    assert not opened.panels.list.isVisible()
    assert opened.view.panes[Side.LEFT].hasFocus()
