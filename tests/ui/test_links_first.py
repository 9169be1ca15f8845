"""Tests of long articles, whose links are shown before there are findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diffview import comparison as pipeline
from diffview.changes import findings
from diffview.errors import DiffviewError
from diffview.model import Comparison, Side
from diffview.ui import dialogs, worker
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.worker import Engine, Linked
from tests.fakes import FakeEncoder
from tests.ui.conftest import LEFT, link_of, wait_for_comparison

QUOTED = "“Nobody was hurt at all,” the master said. The ferry left at nine."
CUT = "“Nobody was hurt,” the master said. The ferry left at ten."


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Everything a window is handed, as it comes; two passages count as many here."""
    found: list[object] = []
    take = worker.Worker._on_compared

    def watched(self: worker.Worker, task: worker.Task, result: object) -> None:
        found.append(result)
        take(self, task, result)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(worker.Worker, "_on_compared", watched)
    monkeypatch.setattr(worker, "_LONG", 2)
    return found


@pytest.fixture
def long(qtbot: QtBot, window: MainWindow, handed: list[object], write: Callable[[str, str], str]) -> MainWindow:
    """A window in which two articles have been compared that have a finding."""
    window.opening.open_files([write("left.txt", QUOTED), write("right.txt", CUT)])
    wait_for_comparison(qtbot, window)
    window.panels.show_findings()
    handed.clear()
    return window


def test_links_come_before_findings(qtbot: QtBot, long: MainWindow, handed: list[object]) -> None:
    """A correction is shown with the findings that were known, and then with those that follow from it."""
    known = long.session.comparison.findings if long.session.comparison else ()
    assert known
    long.session.unlink(0)
    whole = wait_for_comparison(qtbot, long)
    early, last = handed
    assert isinstance(early, Linked)
    assert early.comparison.findings == known
    assert early.comparison.links == whole.links
    assert last == (whole, True)
    assert not long.session.lacks_findings


def test_findings_move_nothing(qtbot: QtBot, long: MainWindow) -> None:
    """When the findings arrive the articles are not marked again, and the change list stays as it is."""
    marked, listed = [], []
    long.view.comparison_shown.connect(marked.append)
    long.panels.list._model.modelReset.connect(lambda: listed.append(True))
    long.panels.show_list()
    listed.clear()
    long.session.unlink(0)
    wait_for_comparison(qtbot, long)
    assert len(marked) == 1
    assert len(listed) == 1


def test_a_note_written_meanwhile_stays(qtbot: QtBot, long: MainWindow) -> None:
    """What the reader writes while articles are being compared is in what is exported afterwards."""
    long.session.confirm(0)
    long.session.write_note(0, "ask the master")
    assert [note.text for note in wait_for_comparison(qtbot, long).corrections.notes] == ["ask the master"]


def test_a_report_has_the_findings_that_are_still_looked_for(
    qtbot: QtBot, long: MainWindow, handed: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report of a comparison that still lacks its findings is written with them."""
    report = tmp_path / "report.json"
    monkeypatch.setattr(dialogs, "ask_for_report", lambda *_: str(report))
    assert long.session.comparison is not None
    whole = long.session.comparison
    long.session._on_linked(replace(whole, findings=()))
    assert long.session.lacks_findings
    long.exporting.export_as()
    qtbot.waitUntil(report.is_file, timeout=10000)
    assert '"findings": []' not in report.read_text(encoding="utf-8")
    assert long.session.comparison.findings == ()


def test_findings_that_come_while_a_name_is_asked_for_are_in_the_report(
    qtbot: QtBot, long: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Findings that are looked for while the reader chooses a name are not missing in what is written."""
    report = tmp_path / "report.json"
    assert long.session.comparison is not None
    whole = long.session.comparison
    long.session._on_linked(replace(whole, findings=()))

    def ask(*_: object) -> str:
        long.session._on_compared(whole, True)
        return str(report)

    monkeypatch.setattr(dialogs, "ask_for_report", ask)
    long.exporting.export_as()
    qtbot.waitUntil(report.is_file, timeout=10000)
    assert not long.session.lacks_findings
    assert '"findings": []' not in report.read_text(encoding="utf-8")


def test_the_current_finding_stays(qtbot: QtBot, long: MainWindow) -> None:
    """Who corrects something on the way goes on from the finding that was current."""
    assert long.session.comparison is not None
    long.checking.next_finding()
    before = long.session.comparison.findings[long.panels.findings.list.current()]
    long.session.confirm(0)
    after = wait_for_comparison(qtbot, long).findings[long.panels.findings.list.current()]
    assert (after.kind, after.left, after.right) == (before.kind, before.left, before.right)


@pytest.mark.parametrize("swapped", [False, True])
def test_cancelled_before_the_findings_they_come_still(
    qtbot: QtBot, window: MainWindow, handed: list[object], write: Callable[[str, str], str], swapped: bool
) -> None:
    """Who cancels when there are links gets the findings that belong to them, on whichever sides the articles are."""

    def stop(_comparison: Comparison) -> None:
        window.cancel()
        if swapped:
            window.session.swap()

    window.session.worker.linked.connect(stop)
    window.panels.show_findings()
    window.opening.open_files([write("left.txt", QUOTED), write("right.txt", CUT)])
    qtbot.waitUntil(lambda: window.session.comparison is not None and not window.session.lacks_findings, timeout=10000)
    found = window.session.comparison
    assert found is not None
    assert found.findings == pipeline.checked(found).findings != ()
    assert window.panels.findings.list.listed() != []
    assert not any(isinstance(each, tuple) for each in handed)


def test_findings_come_after_a_fault(
    qtbot: QtBot,
    window: MainWindow,
    handed: list[object],
    write: Callable[[str, str], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where a comparison fails after its links were shown, their findings are looked for all the same."""
    find, tried = findings.find_findings, []

    def broken(*given: object) -> object:
        tried.append(given)
        if len(tried) == 1:
            raise DiffviewError("the machine is tired")
        return find(*given)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(findings, "find_findings", broken)
    window.opening.open_files([write("left.txt", QUOTED), write("right.txt", CUT)])
    qtbot.waitUntil(lambda: window.session.comparison is not None and not window.session.lacks_findings, timeout=10000)
    assert "the machine is tired" in window.message.text
    assert window.session.comparison is not None
    assert window.session.comparison.findings


def test_findings_by_words_stay_until_those_by_meaning(
    qtbot: QtBot, handed: list[object], write: Callable[[str, str], str]
) -> None:
    """When the links by meaning come, the findings by words are still listed and the one that was chosen is current."""
    window = MainWindow(Engine(FakeEncoder()), PreferencesFile(None))
    qtbot.addWidget(window)
    window.show()
    window.panels.show_findings()
    chosen: list[int] = []
    window.session.worker.compared.connect(lambda _made, final: None if final else window.checking.next_finding())
    window.session.worker.linked.connect(lambda _made: chosen.append(window.panels.findings.list.current()))
    window.opening.open_files([write("left.txt", QUOTED), write("right.txt", CUT)])
    wait_for_comparison(qtbot, window)
    _, (by_words, _), by_meaning, _ = handed
    assert by_meaning.comparison.findings == by_words.findings != ()
    assert chosen == [-1, 0]
    window.close()


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Every time that passages are linked from the beginning."""
    found: list[object] = []
    link = pipeline.link

    def counted(*given: object, **named: object) -> object:
        found.append(given)
        return link(*given, **named)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(pipeline, "link", counted)
    return found


def test_judgements_are_shown_without_linking_anew(qtbot: QtBot, opened: MainWindow, linked: list[object]) -> None:
    """Taking a link apart and back does not ask anew which passages belong together; another border does."""
    number = _number_of(opened, LEFT[1])
    opened.session.unlink(number)
    apart = wait_for_comparison(qtbot, opened)
    opened.session.undo()
    again = wait_for_comparison(qtbot, opened)
    assert linked == []
    assert (apart.links == again.links, link_of(opened, Side.LEFT, LEFT[1]).is_pair) == (False, True)
    opened.session.merge(Side.LEFT, 0)
    wait_for_comparison(qtbot, opened)
    assert len(linked) == 1


def _number_of(window: MainWindow, text: str) -> int:
    comparison: Comparison | None = window.session.comparison
    assert comparison is not None
    return comparison.links.index(link_of(window, Side.LEFT, text))
