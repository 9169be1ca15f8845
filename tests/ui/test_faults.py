"""Does an unforeseen error end in one dialog, with the work kept and nothing of an article in the log?"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from diffview.ui import log
from diffview.ui.faults import FaultDialog, Faults
from diffview.ui.main_window import MainWindow

SECRET = "what the minister never said"


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    """The log of this test."""
    log.open_log(tmp_path / "log")
    yield tmp_path / "log" / "diffview.log"
    log.close_log()


@pytest.fixture
def faults(window: MainWindow, written: Path) -> Iterator[tuple[Faults, list[str]]]:
    """The window's faults are caught; the list tells how often the work was kept."""
    kept: list[str] = []
    caught = Faults(lambda: kept.append("kept"), window)
    before = sys.excepthook, threading.excepthook
    caught.install()
    yield caught, kept
    caught.remove()
    sys.excepthook, threading.excepthook = before


def dialogs(window: MainWindow) -> list[FaultDialog]:
    """Return the dialogs about faults that are open."""
    return [child for child in window.findChildren(FaultDialog) if child.isVisible()]


def fail() -> None:
    """Stumble over the text of an article."""
    raise KeyError(SECRET)


def test_an_error_in_a_slot_opens_a_dialog(
    qtbot: QtBot, window: MainWindow, faults: tuple[Faults, list[str]], capfd: pytest.CaptureFixture[str]
) -> None:
    """What fails inside Qt's loop is shown with its details, and the work is kept first."""
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    words = dialogs(window)[0].text.toPlainText()
    assert "KeyError" in words
    assert words.startswith("diffview: ")
    assert faults[1] == ["kept"]
    assert "KeyError" in capfd.readouterr().err


def test_there_is_never_a_second_dialog(
    qtbot: QtBot, window: MainWindow, faults: tuple[Faults, list[str]], capfd: pytest.CaptureFixture[str]
) -> None:
    """Further faults are added to the dialog that is open; after it was closed there may be another."""
    for _ in range(3):
        QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(faults[1]) == 3)
    (only,) = dialogs(window)
    assert only.text.toPlainText().count("KeyError: ") == 3
    only.close()
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(faults[1]) == 4)
    assert len(dialogs(window)) == 1


def test_an_error_in_a_thread_is_shown_too(
    qtbot: QtBot, window: MainWindow, faults: tuple[Faults, list[str]], capfd: pytest.CaptureFixture[str]
) -> None:
    """A thread of Python's that dies does not die unnoticed."""
    threading.Thread(target=fail).start()
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    assert "KeyError" in dialogs(window)[0].text.toPlainText()


def test_the_log_quotes_no_article(
    qtbot: QtBot, faults: tuple[Faults, list[str]], written: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The log has the kind of the error and its place in the program, and not its message."""
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: bool(faults[1]))
    said = written.read_text(encoding="utf-8")
    assert "builtins.KeyError" in said
    assert "test_faults.py" in said
    assert SECRET not in said


def test_causes_are_in_the_log(written: Path) -> None:
    """Where an error was caused by another, the log tells the places of both."""
    try:
        try:
            fail()
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        log.record(error)
    said = written.read_text(encoding="utf-8")
    assert said.index("ValueError") < said.index("caused by") < said.index("KeyError")
    assert SECRET not in said


@pytest.mark.qt_log_ignore("a complaint", "propagateSizeHints", extend=True)
def test_complaints_of_qt_are_in_the_log(
    faults: tuple[Faults, list[str]], written: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Qt's warnings go to the log and to the terminal, and open nothing."""
    qWarning("a complaint")
    assert "Qt: a complaint" in written.read_text(encoding="utf-8")
    assert "a complaint" in capfd.readouterr().err
    assert faults[1] == []


def test_a_wish_to_stop_is_no_fault(faults: tuple[Faults, list[str]], capfd: pytest.CaptureFixture[str]) -> None:
    """Ctrl+C in the terminal opens no dialog."""
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    QGuiApplication.processEvents()
    assert faults[1] == []


def test_the_log_stays_small(written: Path) -> None:
    """However often something is written, the log keeps to its bound."""
    for _ in range(4000):
        log.note("x" * 400)
    sizes = [path.stat().st_size for path in written.parent.glob("diffview.log*")]
    assert len(sizes) == 3
    assert sum(sizes) < 700_000


def test_without_a_folder_there_is_no_log(tmp_path: Path) -> None:
    """A folder that cannot be made stops nothing."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    log.open_log(tmp_path / "file" / "log")
    log.note("anything")
    log.record(ValueError("anything"))
    log.close_log()
    assert (tmp_path / "file").read_text(encoding="utf-8") == ""


def test_faults_without_a_dialog_leave_python_alone(window: MainWindow, tmp_path: Path) -> None:
    """When the window is gone, errors are Python's own affair again."""
    before = sys.excepthook, threading.excepthook
    faults = Faults(lambda: None, window)
    faults.install()
    faults.remove()
    assert (sys.excepthook, threading.excepthook) == (sys.__excepthook__, threading.__excepthook__)
    sys.excepthook, threading.excepthook = before
    assert not window.findChildren(QDialog)
