"""Tests of the language of the window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QTableView,
    QToolBar,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from diffview import compare, read_article
from diffview.model import Comparison, Options, Side
from diffview.ui import dialogs, language
from diffview.ui.elided_label import ElidedLabel
from diffview.ui.explain import explain_link
from diffview.ui.findings_text import entries
from diffview.ui.language import speak, spoken
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.speech import made_by, said
from diffview.ui.worker import Engine
from tests.ui.conftest import show_comparison, wait_for_comparison


@pytest.fixture
def german(qtbot: QtBot, qapp: QApplication, english: None) -> MainWindow:
    """An open window that speaks German."""
    speak(qapp, "de")
    opened = MainWindow(Engine(), PreferencesFile(None))
    qtbot.addWidget(opened)
    opened.resize(1000, 700)
    opened.show()
    return opened


def test_german_menus(german: MainWindow) -> None:
    """A German window has German menus."""
    titles = [action.text().replace("&", "") for action in german.menuBar().actions()]
    assert titles == ["Datei", "Bearbeiten", "Gehe zu", "Ansicht", "Hilfe"]
    assert german.actions_by_name["open_left"].text().replace("&", "") == "Links öffnen…"
    assert "Strg+O" in german.actions_by_name["open_left"].toolTip()


def test_german_keys(german: MainWindow) -> None:
    """The list of keys names them as a German keyboard does."""
    rows = dict(dialogs._keys_of_commands())
    assert rows["Nächster Unterschied"] == "Alt+Herunter oder F8"


def test_german_comparison(qtbot: QtBot, german: MainWindow, comparison: Comparison) -> None:
    """Classes, places and reasons of a comparison are told in German, the articles stay as they are."""
    show_comparison(qtbot, german, comparison)
    legend = german.status.legend.buttons
    assert legend["dropped"].accessibleName() == "Nur links: 1"
    assert legend["furniture"].accessibleName() == "Seitenbeiwerk: 1"
    german.panels.show_list()
    moved = [row for row in german.panels.list._all if row.mark == "moved"]
    assert moved[0].where.startswith("Links Absatz ")
    assert "verschoben aus Absatz " in moved[0].where
    assert explain_link(comparison, 0).startswith("Gleich · 99 % sicher")
    assert "The ferry struck the pier" in german.view.panes[Side.LEFT].toPlainText()


@pytest.mark.parametrize(("number", "words"), [(0, "Keine Unterschiede"), (1, "1 Unterschied"), (2, "2 Unterschiede")])
def test_german_plurals(german: MainWindow, number: int, words: str) -> None:
    """One difference is counted in the singular, two in the plural."""
    german.status.show_place(0, number)
    assert german.status.place.text() == words


@pytest.mark.parametrize(("number", "words"), [(0, "No changes"), (1, "1 change"), (2000, "2,000 changes")])
def test_english_plurals(window: MainWindow, number: int, words: str) -> None:
    """English has its plurals too, and its way of writing large numbers."""
    window.status.show_place(0, number)
    assert window.status.place.text() == words


@pytest.mark.parametrize(
    ("english_words", "german_words"),
    [
        ("page furniture", "Seitenbeiwerk"),
        ("encoding guessed: windows-1252", "Zeichenkodierung vermutet: windows-1252"),
        ("only the first 30 of 99 pages are read", "nur die ersten 30 von 99 Seiten gelesen"),
        ("/home/me/a.txt: no text", "/home/me/a.txt: kein Text"),
        ("something nobody listed", "something nobody listed"),
        ("", ""),
    ],
)
def test_words_of_the_core(german: MainWindow, english_words: str, german_words: str) -> None:
    """What the core says by fixed words is said in German, with its figures and names; the rest stays as it is."""
    assert said(english_words) == german_words


def test_german_errors(qtbot: QtBot, german: MainWindow, tmp_path: Path) -> None:
    """Why a file cannot be opened is said in German, whoever found out: the window, its reader, or another process."""
    broken = tmp_path / "b.docx"
    broken.write_bytes(b"PK\x03\x04 no archive")
    wordless = tmp_path / "c.pdf"
    wordless.write_bytes(b"%PDF-1.4\n%%EOF\n")
    wanted = {
        tmp_path / "a.txt": "die Datei gibt es nicht",
        broken: "beschädigt: die Teile sind nicht zu finden",
        wordless: "beschädigtes PDF",
    }
    for path, words in wanted.items():
        german.opening.open_files([str(path)])
        qtbot.waitUntil(lambda words=words: words in german.message.text, timeout=20000)
        assert german.message.text == f"{path}: {words}"


def test_german_says_why_words_alone_compared(german: MainWindow, two_files: tuple[str, str], tmp_path: Path) -> None:
    """Why no encoder compared, as the core found out, is said in German; the comparison itself says it in English."""
    options = Options(encoder=str(tmp_path / "missing"))
    found = compare(*map(read_article, two_files), options=options)
    assert made_by(found.encoder) == (
        f"Nur nach Wörtern verglichen: {tmp_path / 'missing'}: "
        "der Encoder fehlt: den Ordner gibt es nicht; bitte einen anderen wählen"
    )
    assert found.encoder.reason.endswith("the encoder is missing: there is no such folder; choose another one")


def test_german_reasons(german: MainWindow, two_files: tuple[str, str], qtbot: QtBot) -> None:
    """Why something is a finding is said in German, with the words of the articles as they stand there."""
    left, right = (Path(path) for path in two_files)
    left.write_text(
        "The pier cost $40 million, the mayor said.\n\nThe ferry struck the pier at dawn.", encoding="utf-8"
    )
    right.write_text(
        "The pier cost $50 million, the mayor said.\n\nThe ferry struck the pier at dawn.", encoding="utf-8"
    )
    german.opening.open_files(two_files)
    comparison = wait_for_comparison(qtbot, german)
    reasons = [entry.reason for entry in entries(comparison)]
    assert "Ein Artikel nennt „$40 million“, der andere „$50 million“." in reasons
    assert not [reason for reason in reasons if "article" in reason]


def test_language_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a wish the window speaks the first language of the system that it knows, else English."""
    system = QLocale("de_AT")
    monkeypatch.setattr(language.QLocale, "system", lambda: system)
    assert spoken() == "de"
    assert spoken("en") == "en"
    monkeypatch.setattr(language.QLocale, "system", lambda: QLocale("is_IS"))
    assert spoken() == "en"


def test_language_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    """A language chosen in the menu is spoken at once, and remembered."""
    file = PreferencesFile(tmp_path / "window.json")
    window = MainWindow(Engine(), file)
    qtbot.addWidget(window)
    window.show()
    window.actions_by_name["language_de"].trigger()
    assert file.load().language == "de"
    assert window.menuBar().actions()[0].text().replace("&", "") == "Datei"
    window.close()


class _Marking(QTranslator):
    """Says everything in brackets, so that what nobody translates stands out."""

    def translate(self, _context: str, source: str, _comment: str | None = None, _number: int = -1) -> str:
        """Return the text in brackets."""
        return f"⟦{source}⟧"

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        """Return that there is something to say."""
        return False


@pytest.fixture
def marking(qapp: QApplication, english: None) -> Iterator[None]:
    """Let the window speak a language in which every text stands in brackets."""
    translator = _Marking(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _texts(window: MainWindow) -> Iterator[str]:
    """Yield all that a window says, to readers and listeners."""
    for widget in [window, *window.findChildren(QWidget)]:
        own = widget.objectName().startswith("qt_")
        for name in () if own else ("text", "title", "placeholderText", "toolTip", "accessibleName", "windowTitle"):
            said_by = getattr(widget, name, None)
            if callable(said_by) and isinstance(found := said_by(), str):
                yield found
        model = widget.model() if isinstance(widget, QTreeView | QTableView) else None
        for column in range(model.columnCount() if model else 0):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            for row in range(model.rowCount()):
                yield from (str(model.index(row, column).data(role) or "") for role in _SHOWN)
    for action in window.actions_by_name.values():
        yield from (action.text(), action.toolTip(), action.statusTip())


def test_every_text_is_translated(
    qtbot: QtBot, qapp: QApplication, marking: None, comparison: Comparison, tmp_path: Path
) -> None:
    """Whatever the window says went to the translator; only names, articles and figures are as they are."""
    window = MainWindow(Engine(), PreferencesFile(None), [])
    qtbot.addWidget(window)
    window.show()
    show_comparison(qtbot, window, comparison)
    for name in ("show_list", "show_card", "show_findings"):
        if window.panels.docks[name].isHidden():
            window.actions_by_name[name].trigger()
    window.view.show_link(2)
    articles = "".join(pane.toPlainText() for pane in window.view.panes.values())
    names = {"diffview", "made for a test", "English", "Deutsch"}
    plain = [text for text in set(_texts(window)) if re.search(r"[^\W\d_]", text) and "⟦" not in text]
    left = [text for text in plain if text not in names and re.sub("<[^>]*>|…$", "", text) not in articles]
    window.close()
    assert not left, left


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("is_open", [False, True])
def test_nothing_is_cut(qtbot: QtBot, qapp: QApplication, comparison: Comparison, code: str, is_open: bool) -> None:
    """In a window 1,000 pixels wide no button, label or tool is cut, in either language."""
    speak(qapp, code)
    window = MainWindow(Engine(), PreferencesFile(None))
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    if is_open:
        show_comparison(qtbot, window, comparison)
        for name in ("show_card", "show_findings", "find_text"):
            window.actions_by_name[name].trigger()
    qtbot.wait(30)
    cut = [
        (type(widget).__name__, widget.text(), widget.sizeHint().width(), widget.width())
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, ElidedLabel)
        if widget.isVisible() and widget.text() and _is_cut(widget)
    ]
    assert not cut, cut
    assert window.width() == 1000
    assert [action for action in window.findChild(QToolBar).actions() if not _is_shown(window, action)] == []


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height()
    return widget.minimumSizeHint().width() > widget.width()


def _is_shown(window: MainWindow, action: QAction) -> bool:
    shown = window.findChild(QToolBar).widgetForAction(action)
    return shown is not None and shown.isVisible()
