"""Tests of choosing the colours of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from diffview.model import Comparison
from diffview.ui.findings_list import Sort
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import Preferences, PreferencesFile
from diffview.ui.worker import Engine
from tests.test_theme import contrast
from tests.ui.conftest import show_comparison


def test_palettes_have_a_menu_of_their_own(window: MainWindow) -> None:
    """View > Palette offers three palettes, and the one in use is ticked."""
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title().replace("&", "") == "Palette")
    assert [action.text().replace("&", "") for action in menu.actions()] == [
        "Standard",
        "Colour-blind safe",
        "High contrast",
    ]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]


def test_palette_is_shown_at_once(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Choosing a palette repaints ribbons and panes, by day as by night."""
    show_comparison(qtbot, window, comparison)
    window.actions_by_name["appear_light"].trigger()
    pictures = []
    for name in ("palette_standard", "palette_safe", "palette_contrast"):
        window.actions_by_name[name].trigger()
        pictures.append(window.view.grab().toImage())
    assert all(one != other for one, other in zip(pictures, pictures[1:] + pictures[:1], strict=True))
    window.actions_by_name["appear_dark"].trigger()
    assert window.appearance.theme.name == "dark-contrast"


def test_palette_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    """The palette is the same the next day."""
    for expected in ("standard", "safe"):
        window = MainWindow(Engine(), PreferencesFile(tmp_path / "window.json"))
        qtbot.addWidget(window)
        assert window.appearance.preferences.palette == expected
        window.actions_by_name["palette_safe"].trigger()
        window.close()


@pytest.mark.parametrize("text", ['{"palette": "pink"}', '{"palette": 3}', '{"palette": ["safe"]}'])
def test_unknown_palette_is_the_usual_one(tmp_path: Path, text: str) -> None:
    """A palette that does not ship is as good as none."""
    path = tmp_path / "window.json"
    path.write_text(text, encoding="utf-8")
    assert PreferencesFile(path).load() == Preferences()


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_everything_can_be_read(qtbot: QtBot, tmp_path: Path, comparison: Comparison, appearance: str) -> None:
    """By night as by day whatever has words of its own, in dialogs too, is drawn in the theme's ink on its paper."""
    file = PreferencesFile(tmp_path / "window.json")
    file.save(Preferences(appearance=appearance))
    window = MainWindow(Engine(), file)
    qtbot.addWidget(window)
    window.show()
    show_comparison(qtbot, window, comparison)
    for name in ("show_findings", "show_list", "show_card", "show_preferences", "about", "show_shortcuts"):
        window.actions_by_name[name].trigger()
    theme, roles = window.appearance.theme, QPalette.ColorRole
    inks = {theme.ink, theme.faint, theme.accent}
    wrong = []
    for kind in (QCheckBox, QLabel, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTreeView, QTableView):
        for widget in window.findChildren(kind):
            box = isinstance(widget, QAbstractSpinBox | QComboBox | QPlainTextEdit | QTreeView | QTableView)
            text = widget.palette().color(roles.Text if box else roles.WindowText).name()
            paper = widget.palette().color(roles.Base).name()
            if text not in inks or (box and paper != theme.page):
                wrong.append((type(widget).__name__, widget.objectName(), text, paper))
    tabs = window.findChild(QTabWidget).grab().toImage()
    assert tabs.pixelColor(tabs.width() // 2, tabs.height() - 20).name() == theme.page
    window.close()
    assert not wrong, wrong


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_switches_and_arrows_are_drawn_in_the_theme(qtbot: QtBot, window: MainWindow, appearance: str) -> None:
    """By night a switch is no bright spot; its border, its tick and the arrow of an order stand out as by day."""
    window.actions_by_name[f"appear_{appearance}"].trigger()
    window.panels.show_findings()
    theme, panel = window.appearance.theme, window.panels.findings
    switch = panel.switches[Sort.ALONE]
    switch.setEnabled(True)
    empty = _colours(switch.grab(QRect(0, 0, 18, switch.height())).toImage())
    assert {theme.page, theme.faint} <= set(empty)
    switch.setChecked(True)
    ticked = _colours(switch.grab(QRect(0, 0, 18, switch.height())).toImage())
    assert _stands_out(theme.page, ticked - empty)
    header = panel.list.header()
    end = header.grab(QRect(header.sectionSize(0) - 12, 0, 12, header.height())).toImage()
    assert _stands_out(theme.window, _colours(end))


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def _stands_out(ground: str, colours: set[str]) -> bool:
    """Return whether one of the colours can be told from the ground, as WCAG asks of what is no text."""
    return any(contrast(ground, colour) >= 3 for colour in colours)
