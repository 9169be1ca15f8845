"""Tests of reading an open article in another encoding, or with its misread letters repaired."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from diffview.model import Article, Side
from diffview.ui.main_window import MainWindow
from diffview.ui.session_file import load, save
from tests.ui.conftest import wait_for_article, wait_for_comparison

Write = Callable[[str, str], str]
RUSSIAN = "Корабль ударил причал на рассвете. Никто не погиб."


def _entries(window: MainWindow, side: Side) -> dict[str, QAction]:
    """Return what the menu of a pane's header offers at this moment."""
    menu = window.view.headers[side].reading.menu()
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.isVisible() and action.text()}


@pytest.fixture
def russian(tmp_path: Path) -> str:
    """A file in KOI8-U that says so nowhere."""
    path = tmp_path / "koi.txt"
    path.write_bytes(RUSSIAN.encode("koi8-u"))
    return str(path)


def test_the_header_names_the_encoding(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """Above the pane stands in which encoding the file was read."""
    (tmp_path / "a.txt").write_bytes("Ein Café in Zürich, ganz groß.".encode("utf-16"))
    window.opening.open(Side.LEFT, str(tmp_path / "a.txt"))
    wait_for_article(qtbot, window, Side.LEFT, "Zürich")
    assert window.view.headers[Side.LEFT].reading.text() == "utf-16-le ▾"


def test_reopen_in_another_encoding(qtbot: QtBot, window: MainWindow, russian: str) -> None:
    """Choosing an encoding in the header's menu reads the file again in it, and the menu shows the choice."""
    window.opening.open(Side.LEFT, russian, "windows-1251")
    qtbot.waitUntil(lambda: window.session.articles[Side.LEFT] is not None)
    assert RUSSIAN not in window.view.panes[Side.LEFT].toPlainText()
    _entries(window, Side.LEFT)["Cyrillic, KOI8-U"].trigger()
    wait_for_article(qtbot, window, Side.LEFT, RUSSIAN)
    entries = _entries(window, Side.LEFT)
    assert [name for name, action in entries.items() if action.isChecked()] == ["Cyrillic, KOI8-U"]
    assert window.view.headers[Side.LEFT].reading.text() == "koi8-u ▾"


def test_an_encoding_that_does_not_fit(qtbot: QtBot, window: MainWindow, russian: str) -> None:
    """In a wrong encoding the file opens with a notice of what could not be read, and can be had back."""
    window.opening.open(Side.LEFT, russian)
    qtbot.waitUntil(lambda: window.session.articles[Side.LEFT] is not None)
    _entries(window, Side.LEFT)["Unicode, UTF-8"].trigger()
    qtbot.waitUntil(lambda: "some bytes could not be read" in window.view.headers[Side.LEFT].notice.text())
    _entries(window, Side.LEFT)["Find the encoding out"].trigger()
    qtbot.waitUntil(lambda: "some bytes" not in window.view.headers[Side.LEFT].notice.text())


def test_the_other_pane_stays(qtbot: QtBot, window: MainWindow, russian: str, write: Write) -> None:
    """Reading one article in another encoding leaves the other one alone."""
    window.opening.open_files([russian, write("b.txt", "The other article.")])
    wait_for_comparison(qtbot, window)
    other = window.session.articles[Side.RIGHT]
    window.reopening.reopen(Side.LEFT, "mac-roman")
    qtbot.waitUntil(lambda: window.view.headers[Side.LEFT].reading.text() == "mac-roman ▾")
    assert window.session.articles[Side.RIGHT] is other


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_the_menu_opens_by_key(qtbot: QtBot, window: MainWindow, russian: str) -> None:
    """Ctrl+R opens the menu of the pane that is being read, and Escape closes it."""
    window.opening.open(Side.RIGHT, russian)
    qtbot.waitUntil(lambda: window.session.articles[Side.RIGHT] is not None)
    window.actions_by_name["right_pane"].trigger()
    qtbot.waitUntil(window.view.panes[Side.RIGHT].hasFocus)
    menu = window.view.headers[Side.RIGHT].reading.menu()
    shown: list[bool] = []
    menu.aboutToShow.connect(lambda: shown.append(True))
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))  # the menu runs a loop of its own
    window.actions_by_name["reopen_as"].trigger()
    assert shown == [True]


def test_the_button_is_reached_by_tab(window: MainWindow) -> None:
    """The button with the encoding takes the focus from the keyboard."""
    assert window.view.headers[Side.LEFT].reading.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_encoding_is_kept_in_the_session(qtbot: QtBot, window: MainWindow, russian: str, tmp_path: Path) -> None:
    """A saved session remembers which encoding the reader chose, and shows it as chosen."""
    window.opening.open(Side.LEFT, russian, "koi8-u")
    wait_for_article(qtbot, window, Side.LEFT, RUSSIAN)
    saved = window.session.saved()
    assert saved is not None
    save(tmp_path / "s.diffview", saved)
    window.session.restore(load(tmp_path / "s.diffview"))
    article = window.session.articles[Side.LEFT]
    assert article is not None
    assert (article.encoding, article.encoding_chosen) == ("koi8-u", True)
    assert not _entries(window, Side.LEFT)["Find the encoding out"].isChecked()


def test_a_word_document_has_no_encoding(window: MainWindow) -> None:
    """For what is no plain text by nature, and for pasted text, no encodings are offered."""
    window.session.put(Side.LEFT, Article("Words.", path="/tmp/a.docx"))
    assert list(_entries(window, Side.LEFT)) == ["Repair misread letters"]


MISREAD = "The cafÃ© on the square closed.\n\nNobody knows why it did."


def test_a_repair_is_offered_and_not_done(qtbot: QtBot, window: MainWindow, write: Write) -> None:
    """An article whose letters look misread opens as it is; the bar says so and offers to repair it."""
    window.opening.open(Side.LEFT, write("a.txt", MISREAD))
    wait_for_article(qtbot, window, Side.LEFT, "cafÃ©")
    said = "a.txt: 1 line looks misread: “cafÃ©” may be “café”."
    qtbot.waitUntil(lambda: window.message.text == said)
    assert window.message.button.text() == "Repair"
    assert "misread" in window.view.headers[Side.LEFT].notice.text()


def test_repair_and_undo(qtbot: QtBot, window: MainWindow, write: Write) -> None:
    """Taking up the offer repairs the text and says so above the pane; Undo shows the text as it was."""
    window.opening.open(Side.LEFT, write("a.txt", MISREAD))
    wait_for_article(qtbot, window, Side.LEFT, "cafÃ©")
    qtbot.waitUntil(lambda: window.message.button.text() == "Repair")
    window.message.button.click()
    wait_for_article(qtbot, window, Side.LEFT, "The café on")
    assert window.view.headers[Side.LEFT].notice.text() == "misread letters repaired in 1 line"
    assert window.message.button.text() == "Undo"
    window.message.button.click()
    wait_for_article(qtbot, window, Side.LEFT, "cafÃ©")
    assert window.message.text == ""


def test_a_repaired_article_in_a_session(qtbot: QtBot, window: MainWindow, write: Write, tmp_path: Path) -> None:
    """A repaired article is kept repaired, and even after the session is opened anew the repair can be taken back."""
    window.opening.open(Side.LEFT, write("a.txt", MISREAD))
    wait_for_article(qtbot, window, Side.LEFT, "cafÃ©")
    _entries(window, Side.LEFT)["Repair misread letters"].trigger()
    wait_for_article(qtbot, window, Side.LEFT, "The café on")
    saved = window.session.saved()
    assert saved is not None
    save(tmp_path / "s.diffview", saved)
    window.session.restore(load(tmp_path / "s.diffview"))
    wait_for_article(qtbot, window, Side.LEFT, "The café on")
    entry = _entries(window, Side.LEFT)["Repair misread letters"]
    assert entry.isChecked()
    entry.trigger()
    wait_for_article(qtbot, window, Side.LEFT, "cafÃ©")


def test_repair_keeps_corrections(qtbot: QtBot, window: MainWindow, write: Write) -> None:
    """What the reader put right holds after a repair, found again by its text."""
    window.opening.open_files([write("a.txt", MISREAD), write("b.txt", "The café closed.\n\nNobody knows why it did.")])
    comparison = wait_for_comparison(qtbot, window)
    window.session.confirm(comparison.aligned_link(Side.LEFT)[1])
    wait_for_comparison(qtbot, window)
    window.reopening.repair(Side.LEFT)
    wait_for_article(qtbot, window, Side.LEFT, "The café on")
    comparison = wait_for_comparison(qtbot, window)
    assert sum(link.is_checked for link in comparison.links) == 1
