"""Tests of changing the language of an open window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from diffview.model import Comparison, Encoded, Progress, Side
from diffview.ui.language import speak
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.worker import Engine
from tests.fakes import FakeEncoder
from tests.ui.conftest import LEFT, RIGHT, link_of, show_comparison, wait_for_comparison
from tests.ui.test_language import _texts

_STORY = tuple(f"Boat {hour} left the harbor at {hour} o'clock and came back with the tide." for hour in range(60))


def _choose(window: MainWindow, code: str) -> None:
    window.actions_by_name[f"language_{code}"].trigger()
    QApplication.processEvents()


def _said(window: MainWindow) -> list[str]:
    """Return all that a window says, and what Qt says of its own buttons to screen readers."""
    buttons = window.findChildren(QAbstractButton)
    heard = [text for button in buttons for text in (button.accessibleName(), button.accessibleDescription())]
    return sorted([*_texts(window), *heard])


def _made(qtbot: QtBot, comparison: Comparison) -> MainWindow:
    """Open a window and everything in it that can say something of a comparison."""
    window = MainWindow(Engine(), PreferencesFile(None))
    qtbot.addWidget(window)
    window.resize(1200, 900)
    window.show()
    show_comparison(qtbot, window, comparison)
    for name in ("show_list", "show_findings", "show_card", "find_text", "fold_same"):
        window.actions_by_name[name].trigger()
    window.find_bar.line.setText("pier")
    window.view.show_link(2)
    window.masking._strength.slider.setValue(1)
    window.status.legend.buttons["same"].click()
    QApplication.processEvents()
    return window


@pytest.fixture
def bilingual(qtbot: QtBot, qapp: QApplication, comparison: Comparison) -> dict[str, list[str]]:
    """All that a window says of a comparison that was opened in each of the languages."""
    texts = {}
    for code in ("en", "de"):
        speak(qapp, code)
        window = _made(qtbot, comparison)
        texts[code] = _said(window)
        window.close()
    speak(qapp, "en")
    return texts


@pytest.mark.parametrize(("before", "after"), [("en", "de"), ("de", "en")])
def test_language_is_spoken_at_once(
    qtbot: QtBot,
    qapp: QApplication,
    comparison: Comparison,
    bilingual: dict[str, list[str]],
    before: str,
    after: str,
) -> None:
    """A window whose language is changed says all that one says that was opened in it, and the other way back."""
    speak(qapp, before)
    window = _made(qtbot, comparison)
    assert _said(window) == bilingual[before]
    _choose(window, after)
    assert _said(window) == bilingual[after]
    _choose(window, before)
    assert _said(window) == bilingual[before]
    window.close()


def test_welcome_changes_its_language(window: MainWindow, qtbot: QtBot, qapp: QApplication) -> None:
    """The page of somebody who has opened nothing yet is in the new language too."""
    _choose(window, "de")
    fresh = MainWindow(Engine(), PreferencesFile(None))
    qtbot.addWidget(fresh)
    fresh.resize(1200, 700)
    fresh.show()
    assert _said(window) == _said(fresh)
    fresh.close()


def _state(window: MainWindow) -> dict[str, object]:
    """Return what the reader has made of a window."""
    panes = window.view.panes
    return {
        "places": [pane.verticalScrollBar().value() for pane in panes.values()],
        "selected": [pane.textCursor().selectedText() for pane in panes.values()],
        "current": window.view.current,
        "finding": window.panels.findings.list.current(),
        "framed": [pane.painter.framed for pane in panes.values()],
        "folds": window.folding.closed,
        "docks": [dock.isVisible() for dock in window.panels.docks.values()],
        "layout": window.view.is_stacked,
        "place": window.geometry(),
        "list": window.panels.list.verticalScrollBar().value(),
        "listed": window.panels.list.shown_links(),
        "mask": window.masking.mask,
        "corrections": window.session.corrections,
        "steps": (window.session.undo_stack.count(), window.session.undo_stack.index()),
        "hits": window.finder._hits,
        "checked": window.actions_by_name["show_card"].isChecked(),
        "focus": QApplication.focusWidget(),
        "comparison": id(window.session.comparison),
    }


@pytest.fixture
def worked_in(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window in which somebody has worked for a while on two long articles."""
    paths = (tmp_path / "left.txt", tmp_path / "right.txt")
    paths[0].write_text("\n\n".join((*LEFT, *_STORY)), encoding="utf-8")
    paths[1].write_text("\n\n".join((*RIGHT, *_STORY[:30], "A whale was seen.", *_STORY[30:])), encoding="utf-8")
    window = MainWindow(Engine(), PreferencesFile(None), unfinished=tmp_path / "unfinished")
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    window.activateWindow()
    window.opening.open_files([str(path) for path in paths])
    wait_for_comparison(qtbot, window)
    yield window
    window.close()


def test_nothing_else_changes(qtbot: QtBot, worked_in: MainWindow) -> None:
    """Place, corrections and their steps, note, folds, finding, search, panels, mask: all is as it was, both ways."""
    window = worked_in
    comparison = window.session.comparison
    assert comparison is not None
    link = comparison.links.index(link_of(window, Side.RIGHT, "A whale was seen."))
    window.session.confirm(comparison.links.index(link_of(window, Side.LEFT, LEFT[0])))
    wait_for_comparison(qtbot, window)
    window.view.show_link(link)
    window.panels.show_card()
    window.session.write_note(window.view.current, "Where was it seen?")
    window.panels.show_list()
    window.actions_by_name["next_finding"].trigger()
    window.find_bar.line.setText("whale")
    window.find_bar.open()
    window.masking._strength.slider.setValue(2)
    pane = window.view.panes[Side.RIGHT]
    pane.setFocus()
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    qtbot.wait(30)
    before, is_compared = _state(window), []
    window.session.worker.busy_changed.connect(is_compared.append)
    for code in ("de", "en"):
        _choose(window, code)
        qtbot.wait(30)
        assert _state(window) == before
    assert not is_compared
    window.actions_by_name["undo"].trigger()
    assert not window.session.corrections.notes
    window.saving.autosave.save_now()
    assert len(list((window.unfinished or Path()).glob("*.diffview"))) == 1


@pytest.mark.parametrize("layout", ["layout_rows", "layout_stacked"])
def test_layout_and_folds_stay(qtbot: QtBot, worked_in: MainWindow, layout: str) -> None:
    """Folds stay closed, one that was opened open, under lines in the new language; the layout stays and its place."""
    window = worked_in
    window.actions_by_name["fold_same"].trigger()
    window.folding._open_number(0)
    window.actions_by_name[layout].trigger()
    bars = (window.rows.verticalScrollBar(), *(pane.verticalScrollBar() for pane in window.view.panes.values()))
    for bar in bars:
        bar.setValue(bar.maximum() // 2)
        qtbot.wait(30)
    before = _state(window), [bar.value() for bar in bars], window.pages.currentWidget()
    _choose(window, "de")
    qtbot.wait(30)
    assert (_state(window), [bar.value() for bar in bars], window.pages.currentWidget()) == before
    labels = {label for pane in window.view.panes.values() for label in pane.folded_labels()}
    assert labels
    assert all("gleich" in label for label in labels)


def test_comparison_under_way_goes_on(qtbot: QtBot, two_files: tuple[str, str]) -> None:
    """A comparison that is under way goes on and comes in the new language, marks, list and foot of the window."""
    gate, has_begun = Event(), Event()

    class Slow(FakeEncoder):
        def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
            has_begun.set()
            gate.wait(20)
            return super().encode(texts, progress)

    window = MainWindow(Engine(Slow()), PreferencesFile(None))
    qtbot.addWidget(window)
    window.show()
    window.opening.open_files(two_files)
    qtbot.waitUntil(lambda: window.session.comparison is not None and has_begun.is_set())
    window.panels.show_list()
    _choose(window, "de")
    assert window.session.worker.is_comparing
    gate.set()
    assert wait_for_comparison(qtbot, window).encoder.name == "fake"
    assert window.status.made_by.text() == "Nach der Bedeutung verglichen mit fake"
    assert window.panels.list._all
    assert all(row.where.startswith(("Links Absatz", "Rechts Absatz")) for row in window.panels.list._all)
    window.close()


def test_open_dialogs_follow(qtbot: QtBot, window: MainWindow) -> None:
    """Preferences, keys and the page about the program, where open, are opened anew in the new language, once each."""
    for name in ("show_preferences", "show_shortcuts", "about"):
        window.actions_by_name[name].trigger()
    _choose(window, "de")
    qtbot.wait(30)
    titles = sorted(dialog.windowTitle() for dialog in window.findChildren(QDialog) if dialog.isVisible())
    assert titles == ["Einstellungen", "Tasten", "Über diffview"]


def test_what_is_masked_is_told_anew(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """A message on what is masked is told in the new language, also in the place of one of something done."""
    show_comparison(qtbot, window, comparison)
    window.status.legend.buttons["same"].click()
    _choose(window, "de")
    assert window.message.text.startswith("Zurzeit nicht markiert: gleich.")
    window.message.note("Wrote report.html")
    _choose(window, "en")
    assert window.message.text.startswith("Not marked now: same.")


def test_an_offer_stays(window: MainWindow) -> None:
    """What can still be acted on, or went wrong, is not taken away by another language."""
    done: list[QObject] = []
    window.message.offer("There is more.", "Show", lambda: done.append(window), window.message.hide)
    _choose(window, "de")
    assert window.message.text == "There is more."
    window.message.button.click()
    assert done
    window.message.trouble("It cannot be read.")
    _choose(window, "en")
    assert window.message.text == "It cannot be read."


def test_a_half_made_link_stays(qtbot: QtBot, opened: MainWindow) -> None:
    """Somebody who is about to link two passages is told how in the new language."""
    opened.view.show_link(1)
    opened.actions_by_name["link_passages"].trigger()
    _choose(opened, "de")
    assert opened.correcting.lead is not None
    assert opened.message.text.startswith("Verknüpfen:")
