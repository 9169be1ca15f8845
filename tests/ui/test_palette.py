"""Tests of choosing the colours of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from diffview.model import Comparison
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import Preferences, PreferencesFile
from diffview.ui.worker import Engine
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
