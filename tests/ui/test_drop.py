"""Tests of dropping and pasting articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from diffview.model import Side
from diffview.ui.main_window import MainWindow
from diffview.ui.session_file import Saved, dump, parse
from tests.ui.conftest import drop, files, wait_for_article, wait_for_comparison

Write = Callable[[str, str], str]


@pytest.mark.parametrize("side", list(Side))
def test_one_file_on_a_pane(qtbot: QtBot, window: MainWindow, write: Write, side: Side) -> None:
    """Dropping one file on a pane opens it there and leaves the other pane empty."""
    assert drop(window, files(write("a.txt", "The ferry struck the pier.")), side)
    wait_for_article(qtbot, window, side, "The ferry struck the pier.")
    assert window.session.articles[side.other] is None


def test_two_files_on_the_window(qtbot: QtBot, window: MainWindow, write: Write) -> None:
    """Dropping two files opens them left and right in the order given, wherever they fall, and compares them."""
    first, second = write("z.txt", "First article."), write("a.txt", "Second article.")
    drop(window, files(first, second), Side.RIGHT)
    comparison = wait_for_comparison(qtbot, window)
    assert comparison.left.article.text == "First article."
    assert comparison.right.article.text == "Second article."


def test_three_files(window: MainWindow, write: Write) -> None:
    """Dropping three files says that they are too many and opens none."""
    drop(window, files(*(write(f"{n}.txt", "text") for n in range(3))))
    assert window.message.text.startswith("3 files at once are too many")
    assert window.session.articles == {Side.LEFT: None, Side.RIGHT: None}


def test_dropped_text(qtbot: QtBot, window: MainWindow) -> None:
    """Dropping text opens it as an article."""
    data = QMimeData()
    data.setText("Dropped words.\r\nSecond line.")
    drop(window, data, Side.RIGHT)
    wait_for_article(qtbot, window, Side.RIGHT, "Dropped words.")
    article = window.session.articles[Side.RIGHT]
    assert article is not None
    assert article.text == "Dropped words.\nSecond line."


def test_drop_whose_source_died(window: MainWindow) -> None:
    """A drop that promises files but holds none gives a message and changes nothing."""

    class Dead(QMimeData):
        def hasUrls(self) -> bool:  # noqa: N802 - Qt's own name
            return True

    drop(window, Dead())
    assert "nothing in it" in window.message.text


def test_an_address_of_another_kind(window: MainWindow) -> None:
    """What is neither a file nor a web page is named and not opened."""
    data = QMimeData()
    data.setUrls([QUrl("ftp://example.org/story")])
    drop(window, data)
    assert window.message.text == "ftp://example.org/story is neither a file nor the address of a web page."


def test_picture_is_not_taken(window: MainWindow) -> None:
    """What is neither files nor text is not accepted at all."""
    data = QMimeData()
    data.setData("image/png", b"\x89PNG")
    assert not drop(window, data)


def test_drag_shows_where_it_would_open(window: MainWindow, write: Write) -> None:
    """While something is dragged the place it would open in is marked; afterwards no more."""
    aimed: list[Side | None] = []
    window.opening.drops.aimed.connect(aimed.append)
    drop(window, files(write("a.txt", "text")), Side.RIGHT)
    assert aimed == [Side.RIGHT, None]


BAD = {
    "folder": "folder",
    "binary.txt": "",
    "missing.txt": "",
}


def _bad_file(tmp_path: Path, name: str) -> str:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    elif name == "binary.txt":
        path.write_bytes(bytes(range(256)) * 16)
    return str(path)


@pytest.mark.parametrize("name", list(BAD))
def test_file_that_cannot_be_opened(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, name: str
) -> None:
    """A folder, a binary and a missing file give one line naming them; both panes stay as they were."""
    window.opening.open_files(two_files)
    before = wait_for_comparison(qtbot, window)
    texts = [pane.toPlainText() for pane in window.view.panes.values()]
    drop(window, files(_bad_file(tmp_path, name)), Side.LEFT)
    qtbot.waitUntil(lambda: bool(window.message.text))
    assert name in window.message.text
    assert "\n" not in window.message.text
    assert [pane.toPlainText() for pane in window.view.panes.values()] == texts
    assert window.session.comparison is before


def test_one_good_file_of_two(qtbot: QtBot, window: MainWindow, write: Write, tmp_path: Path) -> None:
    """Of two files the good one opens and the bad one is named."""
    drop(window, files(write("good.txt", "A good article."), str(tmp_path / "missing.txt")))
    wait_for_article(qtbot, window, Side.LEFT, "A good article.")
    qtbot.waitUntil(lambda: "missing.txt" in window.message.text)
    assert window.session.articles[Side.RIGHT] is None


def test_paste_into_the_pane_being_read(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """Ctrl+V opens the text of the clipboard in the pane that has the focus."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    window.view.panes[Side.RIGHT].setFocus()
    qtbot.waitUntil(window.view.panes[Side.RIGHT].hasFocus)
    QGuiApplication.clipboard().setText("Pasted words instead.")
    window.actions_by_name["paste"].trigger()
    wait_for_article(qtbot, window, Side.RIGHT, "Pasted words instead.")
    left = window.session.articles[Side.LEFT]
    assert left is not None
    assert left.path == two_files[0]


def test_paste_fills_both_sides(qtbot: QtBot, window: MainWindow) -> None:
    """Pasting twice into a fresh window fills left, then right: nothing is replaced while there is an empty pane."""
    QGuiApplication.clipboard().setText("First text.")
    window.actions_by_name["paste"].trigger()
    wait_for_article(qtbot, window, Side.LEFT, "First text.")
    assert window.view.panes[Side.LEFT].hasFocus()
    QGuiApplication.clipboard().setText("Second text.")
    window.actions_by_name["paste"].trigger()
    comparison = wait_for_comparison(qtbot, window)
    assert (comparison.left.article.text, comparison.right.article.text) == ("First text.", "Second text.")


@pytest.mark.parametrize("how", ["paste", "example"])
def test_what_no_file_holds_can_be_brought_back(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], write: Callable[[str, str], str], how: str
) -> None:
    """Where corrections, or a text that was pasted, gave way to another article, one click brings all of it back."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    window.session.confirm(0)
    wait_for_comparison(qtbot, window)
    before = window.session.saved()
    if how == "paste":
        window.view.panes[Side.LEFT].setFocus()
        qtbot.waitUntil(window.view.panes[Side.LEFT].hasFocus)
        QGuiApplication.clipboard().setText("Pasted by mistake.")
        window.actions_by_name["paste"].trigger()
        wait_for_article(qtbot, window, Side.LEFT, "Pasted by mistake.")
    else:
        window.opening.open_files([write("a.txt", "Another one."), write("b.txt", "One more.")])
        wait_for_article(qtbot, window, Side.LEFT, "Another one.")
        wait_for_article(qtbot, window, Side.RIGHT, "One more.")
    wait_for_comparison(qtbot, window)
    assert window.message.text == "What was open before has been replaced."
    window.message.button.click()
    assert window.session.saved() == before
    wait_for_comparison(qtbot, window)


def test_files_without_corrections_give_way_silently(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], write: Callable[[str, str], str]
) -> None:
    """What is in files and was not worked on needs no offer to have it back."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    window.opening.open_files([write("a.txt", "Another one."), write("b.txt", "One more.")])
    wait_for_article(qtbot, window, Side.LEFT, "Another one.")
    wait_for_article(qtbot, window, Side.RIGHT, "One more.")
    wait_for_comparison(qtbot, window)
    assert window.message.text == ""


def test_when_it_was_pasted(qtbot: QtBot, window: MainWindow) -> None:
    """Above a pasted text stands at what time it was pasted, in a session still so."""
    QGuiApplication.clipboard().setText("Pasted words.")
    window.actions_by_name["paste"].trigger()
    wait_for_article(qtbot, window, Side.LEFT, "Pasted words.")
    article = window.session.articles[Side.LEFT]
    assert article is not None
    time, source = datetime.fromisoformat(article.taken), window.view.headers[Side.LEFT].source
    qtbot.waitUntil(lambda: source.text() == f"pasted at {time:%H:%M} · 2 words")
    kept = parse(dump(Saved(article, None))).left
    assert kept is not None
    assert (kept.source, kept.taken) == ("pasted", article.taken)
    window.session.put(Side.LEFT, replace(article, taken="2001-02-03T04:05:06+00:00"))
    assert window.view.headers[Side.LEFT].source.text().startswith("pasted at 2001-02-03 04:05")


PAGE = "<meta charset='utf-8'><h1>Ferry strikes pier</h1><p>Nobody <b>died</b> &amp; <script>x()</script>all</p>"


def _markup(markup: str, text: str = "") -> QMimeData:
    data = QMimeData()
    data.setHtml(markup)
    if text:
        data.setText(text)
    return data


def test_dropped_markup(qtbot: QtBot, window: MainWindow) -> None:
    """A passage dragged out of a browser is read as a saved page is: its headline is known, its scripts are gone."""
    drop(window, _markup(PAGE, "Ferry strikes pier\nNobody died & all"), Side.RIGHT)
    wait_for_article(qtbot, window, Side.RIGHT, "Nobody died & all")
    article = window.session.articles[Side.RIGHT]
    assert article is not None
    assert article.text == "Ferry strikes pier\n\nNobody died & all"
    assert (article.title, article.source) == ("Ferry strikes pier", "dropped")


def test_pasted_markup_and_plain(qtbot: QtBot, window: MainWindow) -> None:
    """Ctrl+V reads the clipboard's markup, Ctrl+Shift+V only its letters."""
    QGuiApplication.clipboard().setMimeData(_markup(PAGE, "Only # letters"))
    window.actions_by_name["paste"].trigger()
    wait_for_article(qtbot, window, Side.LEFT, "Nobody died & all")
    QGuiApplication.clipboard().setMimeData(_markup(PAGE, "Only # letters"))
    window.actions_by_name["paste_plain"].trigger()
    wait_for_article(qtbot, window, Side.RIGHT, "Only # letters")


def test_pasted_markup_without_words(qtbot: QtBot, window: MainWindow) -> None:
    """Markup that holds no words changes nothing; one line says so."""
    QGuiApplication.clipboard().setMimeData(_markup("<img src='http://127.0.0.1:9/a.png'>"))
    window.actions_by_name["paste"].trigger()
    qtbot.waitUntil(lambda: "there is no text in it" in window.message.text)
    assert window.session.articles[Side.LEFT] is None


def test_paste_of_nothing(window: MainWindow) -> None:
    """An empty clipboard gives a message."""
    QGuiApplication.clipboard().clear()
    window.actions_by_name["paste"].trigger()
    assert "nothing in it" in window.message.text


def test_markup_in_a_file_name(qtbot: QtBot, window: MainWindow, write: Write) -> None:
    """A file called like a tag is named by its letters, and nothing guesses markup."""
    drop(window, files(write("<img src=x onerror=alert(1)>.txt", "<script>alert(1)</script>\n\nSome text here.")))
    wait_for_article(qtbot, window, Side.LEFT, "<script>")
    header = window.view.headers[Side.LEFT]
    assert "<img src=x" in header.source.text()
    assert header.source.textFormat().name == "PlainText"
    assert "<img" not in header.source.toolTip()
    assert "<img src=x" in window.windowTitle()
