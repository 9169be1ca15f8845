"""Tests of what the window remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from pytestqt.qtbot import QtBot

from diffview.model import Article, Side
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import LARGEST, SMALLEST, Preferences, PreferencesFile
from diffview.ui.preferences_form import PreferencesForm
from diffview.ui.worker import Engine
from tests.ui.conftest import wait_for_comparison


def test_saved_and_loaded(tmp_path: Path) -> None:
    """What was saved is what is loaded, with any file name."""
    file = PreferencesFile(tmp_path / "new" / "window.json")
    preferences = Preferences("dark", 21).with_recent("/a/ü\udcff.txt", "/b/😀.txt")
    file.save(preferences)
    assert file.load() == preferences


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "7", '{"text_size": "large"}', '{"recent": 5}', '{"recent": [1, ["a"], ["a", 2]]}', "\x00"],
)
def test_damaged_file(tmp_path: Path, content: str) -> None:
    """A file that makes no sense is as good as none."""
    path = tmp_path / "window.json"
    path.write_text(content, encoding="utf-8")
    assert PreferencesFile(path).load() == Preferences()


def test_part_that_makes_sense_is_kept(tmp_path: Path) -> None:
    """A wrong entry does not take the right ones with it."""
    path = tmp_path / "window.json"
    path.write_text('{"appearance": "purple", "text_size": 20}', encoding="utf-8")
    assert PreferencesFile(path).load() == Preferences(text_size=20)


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """Preferences that cannot be saved stop nothing."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    PreferencesFile(tmp_path / "file" / "window.json").save(Preferences())
    assert PreferencesFile(tmp_path / "file" / "window.json").load() == Preferences()


def test_newest_first_and_no_pair_twice() -> None:
    """Comparing a pair again brings it to the front; the oldest are forgotten."""
    preferences = Preferences()
    for n in range(12):
        preferences = preferences.with_recent(f"{n}", "x")
    preferences = preferences.with_recent("7", "x")
    assert [left for left, _ in preferences.recent] == ["7", "11", "10", "9", "8", "6", "5", "4"]


def test_text_size_stays_readable() -> None:
    """Zooming ends where nobody could read any more."""
    assert Preferences().with_text_size(2).text_size == SMALLEST
    assert Preferences().with_text_size(200).text_size == LARGEST


def test_numbers_stay_within_bounds(tmp_path: Path) -> None:
    """Line height and measure that nobody could read by are brought back, also from the file."""
    assert Preferences().with_number("line_height", 10).line_height == 110
    path = tmp_path / "window.json"
    path.write_text('{"measure": 5000, "line_height": true, "font": 3}', encoding="utf-8")
    assert PreferencesFile(path).load() == Preferences(measure=110)


def test_preferences_are_applied_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    """Each field of the form changes both articles while it is changed, and is remembered."""
    file = PreferencesFile(tmp_path / "window.json")
    window = MainWindow(Engine(), file)
    qtbot.addWidget(window)
    window.resize(1500, 700)
    window.show()
    for side in Side:
        window.session.put(side, Article.from_text("The ferry struck the pier at dawn and nobody was hurt. " * 9))
    wait_for_comparison(qtbot, window)
    window.actions_by_name["show_preferences"].trigger()
    (form,) = window.findChildren(PreferencesForm)
    pane = window.view.panes[Side.RIGHT]
    column, pitch = pane.painter.margins.column, pane.text_geometry().row_of(0)[1]
    form.boxes["measure"].setValue(50)
    assert pane.painter.margins.column < 0.8 * column
    form.boxes["line_height"].setValue(200)
    assert pane.text_geometry().row_of(0)[1] == pytest.approx(pitch * 200 / 150, abs=1)
    form.boxes["text_size"].setValue(25)
    assert pane.font().pixelSize() == 25
    other = next(family for family in QFontDatabase.families() if family not in pane.font().families())
    form.font_box.setCurrentFont(QFont(other))
    assert pane.font().families() == [form.font_box.currentFont().family()]
    kept = file.load()
    assert (kept.measure, kept.line_height, kept.text_size) == (50, 200, 25)
    assert kept.font
    form.close()
    window.close()


def test_the_window_follows_the_system_into_the_night(window: MainWindow) -> None:
    """A system that turns dark or light while the window is open takes it along, whatever its palette is by then."""
    hints = QGuiApplication.styleHints()
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        hints.colorSchemeChanged.emit(scheme)
        assert window.appearance.theme.name.startswith("dark") is (scheme is Qt.ColorScheme.Dark)
