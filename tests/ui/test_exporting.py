"""Is every form of report written from the window, in the form that the reader asked for?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from diffview.model import Comparison
from diffview.reports.formats import FORMATS, Format
from diffview.ui import dialogs
from diffview.ui.main_window import MainWindow
from tests.ui.conftest import show_comparison

ENDINGS = (".docx", ".md", ".csv", ".findings.csv", ".html")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_form(
    qtbot: QtBot,
    window: MainWindow,
    comparison: Comparison,
    form: Format,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The form that the name asks for is offered, written, and it is said where to."""
    offered: list[str] = []
    target = tmp_path / f"out{form.ending}"

    def ask(_parent: object, _name: str, endings: tuple[str, ...]) -> str:
        offered.extend(endings)
        return str(target)

    monkeypatch.setattr(dialogs, "ask_for_report", ask)
    show_comparison(qtbot, window, comparison)
    window.actions_by_name["export_as"].trigger()
    qtbot.waitUntil(lambda: f"Wrote {target}" in window.message.text, timeout=20000)
    assert form.ending in offered
    assert target.stat().st_size > 100


@pytest.mark.parametrize(
    ("answer", "pattern", "path"),
    [
        ("", "", ""),
        ("/x/a - b.docx", "DOCX (*.docx)", "/x/a - b.docx"),
        ("/x/a - b.docx", "CSV (*.csv)", "/x/a - b.csv"),
        ("/x/a - b.docx", "FINDINGS.CSV (*.findings.csv)", "/x/a - b.findings.csv"),
        ("/x/mine", "MD (*.md)", "/x/mine.md"),
        ("/x/mine.html", "MD (*.md)", "/x/mine.html"),
        ("/x/mine.findings.csv", "CSV (*.csv)", "/x/mine.findings.csv"),
        ("/x/Dr. No", "CSV (*.csv)", "/x/Dr. No.csv"),
    ],
)
def test_the_form_that_was_asked_for(
    qtbot: QtBot, answer: str, pattern: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name's own ending decides; a suggested or bare name gets the ending of the form that was chosen."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (answer, pattern))
    assert dialogs.ask_for_report(QWidget(), "a - b.docx", ENDINGS) == path


def test_no_file_is_replaced_unasked(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file has the name with the other ending, which the dialog did not ask about, the name is left alone."""
    (tmp_path / "a - b.csv").write_text("old")
    answer = str(tmp_path / "a - b.docx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (answer, "CSV (*.csv)"))
    assert dialogs.ask_for_report(QWidget(), "a - b.docx", ENDINGS) == answer


def test_reports_are_written_beside_the_articles(
    qtbot: QtBot, opened: MainWindow, two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report is suggested in the left article's folder, the next one in the folder of the one before."""
    asked: list[str] = []
    target = tmp_path / "reports" / "out.html"
    target.parent.mkdir()

    def ask(_parent: object, name: str, _endings: object) -> str:
        asked.append(name)
        return str(target)

    monkeypatch.setattr(dialogs, "ask_for_report", ask)
    for _ in range(2):
        opened.exporting.export_html()
        qtbot.waitUntil(target.is_file, timeout=20000)
    assert asked == [str(Path(two_files[0]).parent / "left - right.html"), str(target.parent / "left - right.html")]


def test_sessions_are_saved_beside_the_articles(
    opened: MainWindow, two_files: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session is suggested in the left article's folder, and looked for there."""
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "ask_for_session", lambda _parent, name, *, saving: asked.append(name) or "")
    opened.saving.save_session_as()
    opened.saving.open_session()
    folder = Path(two_files[0]).parent
    assert asked == [str(folder / "left - right.diffview"), f"{folder}{os.sep}"]
