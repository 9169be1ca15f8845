"""Tests of what the window remembers."""

from __future__ import annotations

from pathlib import Path

import pytest

from diffview.ui.preferences import LARGEST, SMALLEST, Preferences, PreferencesFile


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
