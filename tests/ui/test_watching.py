"""Tests of files that change on disk while they are open, or between saving a session and opening it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diffview.model import Role, Side
from diffview.ui.main_window import MainWindow
from diffview.ui.session_file import load, save
from tests.ui.conftest import LEFT, wait_for_article, wait_for_comparison

Write = Callable[[str, str], str]
NEW = "\n\n".join((*LEFT, "A line that was added later."))


def _open(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    qtbot.waitUntil(lambda: not window.session.worker.is_reading)


def _wait_for_offer(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.message.text and window.message.button.isVisible(), timeout=10000)


def test_a_file_that_is_written_anew(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """A file written while it is open leaves the text as it is and offers to reload it; Reload shows the new text."""
    _open(qtbot, window, two_files)
    Path(two_files[0]).write_text(NEW, encoding="utf-8")
    _wait_for_offer(qtbot, window, "left.txt has changed on disk since it was read.")
    assert "added later" not in window.view.panes[Side.LEFT].toPlainText()
    assert "changed on disk" in window.view.headers[Side.LEFT].notice.text()
    right = window.session.articles[Side.RIGHT]
    window.message.button.click()
    wait_for_article(qtbot, window, Side.LEFT, "added later")
    qtbot.waitUntil(lambda: not window.message.text)
    assert window.session.articles[Side.RIGHT] is right
    assert "changed on disk" not in window.view.headers[Side.LEFT].notice.text()


def test_an_editor_that_puts_a_new_file_in_place(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path
) -> None:
    """Two saves by an editor that writes a new file and renames it are both noticed."""
    _open(qtbot, window, two_files)
    for words in ("first save", "second save"):
        (tmp_path / "temporary").write_text(f"{NEW}\n\n{words}", encoding="utf-8")
        (tmp_path / "temporary").replace(two_files[1])
        _wait_for_offer(qtbot, window, "right.txt has changed on disk")
        window.actions_by_name["reload"].trigger()
        wait_for_article(qtbot, window, Side.RIGHT, words)
        qtbot.waitUntil(lambda: not window.message.text)


def test_a_file_that_is_deleted_and_comes_back(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """A deleted file stays open with a note; come back with other words it is offered."""
    _open(qtbot, window, two_files)
    Path(two_files[0]).unlink()
    qtbot.waitUntil(lambda: window.message.text.startswith("left.txt is no longer there."), timeout=10000)
    assert LEFT[0] in window.view.panes[Side.LEFT].toPlainText()
    Path(two_files[0]).write_text(NEW, encoding="utf-8")
    _wait_for_offer(qtbot, window, "left.txt has changed on disk")


def test_both_files_change(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """When both files have changed one offer reloads both."""
    _open(qtbot, window, two_files)
    for path in two_files:
        Path(path).write_text(NEW, encoding="utf-8")
    _wait_for_offer(qtbot, window, "Both files have changed")
    window.message.button.click()
    for side in Side:
        wait_for_article(qtbot, window, side, "added later")


def test_a_file_that_is_touched(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """A file saved without a change is nothing to tell."""
    _open(qtbot, window, two_files)
    checked = []
    window.watching._on_checked = lambda *found: checked.append(found)  # type: ignore[method-assign]
    os.utime(two_files[0], (1, 1))
    qtbot.waitUntil(lambda: bool(checked), timeout=10000)
    assert checked[0][-1] == "same"
    assert window.message.text == ""


def test_corrections_survive(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """What the reader put right holds in the reloaded text, found by what the passages say."""
    _open(qtbot, window, two_files)
    window.session.treat(Side.LEFT, (3,), Role.FURNITURE)
    wait_for_comparison(qtbot, window)
    Path(two_files[0]).write_text(f"Something new at the top.\n\n{NEW}", encoding="utf-8")
    _wait_for_offer(qtbot, window, "has changed on disk")
    window.message.button.click()
    wait_for_article(qtbot, window, Side.LEFT, "Something new at the top.")
    document = wait_for_comparison(qtbot, window).left
    texts = [document.text_of(n) for n, each in enumerate(document.passages) if each.role is Role.FURNITURE]
    assert LEFT[3] in texts


def test_the_encoding_chosen_holds(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """A file that was opened in a chosen encoding is reloaded in it."""
    path = tmp_path / "a.txt"
    path.write_bytes("Корабль ударил".encode("koi8-u"))
    window.opening.open(Side.LEFT, str(path), "koi8-u")
    wait_for_article(qtbot, window, Side.LEFT, "Корабль ударил")
    path.write_bytes("Причал закрыт".encode("koi8-u"))
    window.watching.reload()
    wait_for_article(qtbot, window, Side.LEFT, "Причал закрыт")


def test_the_reading_position_is_kept(qtbot: QtBot, window: MainWindow, write: Write) -> None:
    """Reloading leaves the reader at the place where he was."""
    path = write("long.txt", "\n\n".join(f"Paragraph {n} of a long article." for n in range(200)))
    window.opening.open(Side.LEFT, path)
    wait_for_article(qtbot, window, Side.LEFT, "Paragraph 199")
    bar = window.view.panes[Side.LEFT].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(800)
    Path(path).write_text(Path(path).read_text(encoding="utf-8") + "\n\nThe end.", encoding="utf-8")
    window.watching.reload()
    wait_for_article(qtbot, window, Side.LEFT, "The end.")
    qtbot.waitUntil(lambda: bar.value() == 800)


def test_the_words_being_read_are_kept(qtbot: QtBot, window: MainWindow, write: Write) -> None:
    """Where a file has grown above the place being read, reloading leaves the same words at the top."""
    path = write("long.txt", "\n\n".join(f"Paragraph {n} of a long article." for n in range(200)))
    window.opening.open(Side.LEFT, path)
    wait_for_article(qtbot, window, Side.LEFT, "Paragraph 199")
    pane = window.view.panes[Side.LEFT]
    bar = pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)

    def place() -> float:
        return pane.y_of(pane.toPlainText().index("Paragraph 50 ")) - bar.value()

    bar.setValue(round(place()))
    before = place()
    Path(path).write_text("A new beginning.\n\n" * 30 + Path(path).read_text(encoding="utf-8"), encoding="utf-8")
    window.watching.reload()
    wait_for_article(qtbot, window, Side.LEFT, "A new beginning.")
    QApplication.processEvents()
    assert abs(place() - before) < 1


def test_a_reload_that_fails_scrolls_nothing_later(qtbot: QtBot, window: MainWindow, write: Write) -> None:
    """An article that is opened after a file could not be reloaded is read from its beginning."""
    paths = [write(name, "\n\n".join(f"{name} {n} is read." for n in range(200))) for name in ("one.txt", "two.txt")]
    window.opening.open(Side.LEFT, paths[0])
    wait_for_article(qtbot, window, Side.LEFT, "one.txt 199")
    bar = window.view.panes[Side.LEFT].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(800)
    Path(paths[0]).unlink()
    window.watching.reload()
    qtbot.waitUntil(lambda: not window.session.awaits(Side.LEFT), timeout=20000)
    window.opening.open(Side.LEFT, paths[1])
    wait_for_article(qtbot, window, Side.LEFT, "two.txt 199")
    QApplication.processEvents()
    assert bar.value() == 0


def test_a_session_whose_file_has_changed(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path
) -> None:
    """A session shows the texts as they were saved, says which file is another now, and offers the new text."""
    _open(qtbot, window, two_files)
    saved = window.session.saved()
    assert saved is not None
    save(tmp_path / "s.diffview", saved)
    window.watching._watcher.removePaths(window.watching._watcher.files() + window.watching._watcher.directories())
    Path(two_files[1]).write_text(NEW, encoding="utf-8")
    Path(two_files[0]).unlink()
    window.session.restore(load(tmp_path / "s.diffview"))
    _wait_for_offer(qtbot, window, "right.txt has changed on disk since it was read.")
    qtbot.waitUntil(lambda: "no longer on disk" in window.view.headers[Side.LEFT].notice.text())
    assert "added later" not in window.view.panes[Side.RIGHT].toPlainText()
    window.message.button.click()
    wait_for_article(qtbot, window, Side.RIGHT, "added later")
