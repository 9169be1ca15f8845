"""Tests of working without a mouse and without seeing: names, roles, focus, keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QMenu,
    QProgressBar,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from diffview.model import Comparison, Side
from diffview.ui import dialogs
from diffview.ui.actions import COMMANDS, native_key, plain, translated
from diffview.ui.language import speak
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.welcome import Pair
from diffview.ui.worker import Engine
from tests.ui.conftest import show_comparison

_TO_WORK_WITH = (QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit, QProgressBar, QTabBar)
_NAMELESS = (QAccessible.Role.NoRole, QAccessible.Role.Client)


@pytest.fixture
def full(qtbot: QtBot, comparison: Comparison) -> Iterator[MainWindow]:
    """A window in which everything is open that can be."""
    opened = MainWindow(Engine(), PreferencesFile(None), [Pair("An example", "a.txt", "b.txt")])
    qtbot.addWidget(opened)
    opened.resize(1300, 900)
    opened.show()
    opened.activateWindow()
    show_comparison(qtbot, opened, comparison)
    for name, dock in opened.panels.docks.items():
        if dock.isHidden():
            opened.actions_by_name[name].trigger()
    opened.message.offer("Something was kept.", "Restore", print, print)
    opened.actions_by_name["find_text"].trigger()
    qtbot.wait(30)
    yield opened
    opened.close()


def _own_widgets(window: MainWindow) -> Iterator[QWidget]:
    """Yield the widgets of a window but those that Qt makes for itself."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QHeaderView):  # its sections are told as cells of the list
            continue
        if not widget.objectName().startswith("qt_") and "Scroll" not in widget.objectName():
            yield widget


def test_everything_has_a_name_and_a_role(full: MainWindow) -> None:
    """Whatever one can work with or that we paint ourselves tells a screen reader what it is."""
    missing = []
    for widget in _own_widgets(full):
        told = QAccessible.queryAccessibleInterface(widget)
        can_work = isinstance(widget, _TO_WORK_WITH) or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if can_work and (not told.text(QAccessible.Text.Name).strip() or told.role() in _NAMELESS):
            missing.append((type(widget).__name__, widget.objectName(), told.role()))
    assert not missing, missing


@pytest.mark.parametrize("name", ["view", "welcome", "message", "find_bar"])
def test_regions_have_names(full: MainWindow, name: str) -> None:
    """The regions of the window have names to jump to."""
    assert getattr(full, name).accessibleName()


def test_overview_is_a_scroll_bar(qtbot: QtBot, full: MainWindow) -> None:
    """A screen reader meets the strip beside an article as its scroll bar, and can move the page with it."""
    full.appearance.zoom(20)
    bar, scroll = full.view.bars[Side.LEFT], full.view.panes[Side.LEFT].verticalScrollBar()
    assert QAccessible.queryAccessibleInterface(bar).role() == QAccessible.Role.ScrollBar
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    assert scroll.value() == bar.maximum() // 2


def _can_have_focus(window: MainWindow) -> list[QWidget]:
    return [
        widget
        for widget in _own_widgets(window)
        if not widget.visibleRegion().isEmpty()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.parametrize("raised", ["show_list", "show_findings"])
def test_focus_is_visible(qtbot: QtBot, full: MainWindow, raised: str) -> None:
    """Every widget looks different when it has the focus."""
    full.panels.docks[raised].raise_()
    qtbot.waitUntil(lambda: not full.panels.docks[raised].visibleRegion().isEmpty())
    same = []
    full.status.place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for widget in _can_have_focus(full):
        if widget is full.status.place:
            continue
        full.status.place.setFocus()
        before = _picture(full, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.hasFocus(), widget
        if isinstance(widget, QLineEdit):
            widget.setCursorPosition(0)
        if _picture(full, widget) == before:
            same.append((type(widget).__name__, widget.objectName(), widget.accessibleName()))
    assert not same


def _picture(window: MainWindow, widget: QWidget) -> QImage:
    QApplication.processEvents()
    return window.grab(widget.rect().translated(widget.mapTo(window, QPoint(0, 0)))).toImage()


def test_tab_goes_everywhere_once(full: MainWindow) -> None:
    """The Tab key reaches every widget that can have the focus: headers, articles, search, lists, foot."""
    order, at = [], full.nextInFocusChain()
    while at is not full:
        order.append(at)
        at = at.nextInFocusChain()
    reached = [widget for widget in order if widget in _can_have_focus(full)]
    assert set(reached) == set(_can_have_focus(full))
    panes = [full.view.panes[side] for side in Side]
    wanted = [*panes, full.find_bar.line, full.panels.list, full.panels.card.note]
    assert [widget for widget in reached if widget in wanted] == [w for w in wanted if w in reached]


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_command_is_in_a_menu_with_its_own_letter(qtbot: QtBot, qapp: QApplication, code: str) -> None:
    """Every command stands in a menu, and no two entries of a menu share a letter, in both languages."""
    speak(qapp, code)
    window = MainWindow(Engine(), PreferencesFile(None))
    qtbot.addWidget(window)
    found, clashes = set(), []
    for menu in [window.menuBar(), *window.menuBar().findChildren(QMenu)]:
        letters: dict[str, str] = {}
        for action in menu.actions():
            found.add(action)
            at = action.text().replace("&&", "").find("&")
            letter = action.text().replace("&&", "")[at + 1].lower() if at >= 0 else ""
            if letter and letter in letters:
                clashes.append((menu.title() if isinstance(menu, QMenu) else "", letters[letter], action.text()))
            letters[letter] = action.text()
    assert set(window.actions_by_name.values()) <= found
    assert not clashes


def test_list_of_keys_is_complete(full: MainWindow) -> None:
    """F1 lists every command that has a key, with all its keys."""
    dialog = dialogs.show_keys(full)
    table = dialog.findChild(dialogs.QTableWidget)
    shown = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}
    for command in COMMANDS:
        if command.keys:
            assert shown[plain(translated(command.text))] == " or ".join(map(native_key, command.keys))
    dialog.close()


def test_no_key_means_two_things() -> None:
    """No two commands have the same key."""
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_menu_of_a_passage_by_key(full: MainWindow, press_menu_key: Callable[[QWidget], None]) -> None:
    """The menu key opens the menu of the current passage, in which it can be marked as furniture."""
    full.view.show_link(0)
    asked: list[tuple[Side, int]] = []
    full.view.menu_requested.disconnect()
    full.view.menu_requested.connect(lambda side, passage, _at: asked.append((side, passage)))
    press_menu_key(full.view.panes[Side.LEFT].viewport())
    assert asked == [(Side.LEFT, full.session.comparison.links[0].left[0])]
    texts = [action.text() for action in full.passage_menu(*asked[0]).actions()]
    assert "Treat as page furniture" in texts


@pytest.fixture
def press_menu_key() -> Callable[[QWidget], None]:
    """Press the key that opens a menu, as Qt passes it on."""

    def press(widget: QWidget) -> None:
        place = widget.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))

    return press
