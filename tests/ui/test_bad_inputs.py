"""Does every hostile or broken file have its agreed outcome in the window, with the other pane untouched?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diffview.model import Article, Comparison, Options, Side
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.qtext import visible
from diffview.ui.soft_breaks import LONGEST
from diffview.ui.worker import Engine
from tests.badinputs import FOLDER, OTHERS, Expected, expected, made

pytestmark = pytest.mark.timeout(120)
KEPT = "The ferry struck the pier at dawn.\n\nNobody was killed."
PATIENCE = 60_000


@pytest.fixture(scope="module")
def shared(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window for all files, with an article on the right that has to stay."""
    opened = MainWindow(Engine(options=Options(encoder="words")), PreferencesFile(None))
    opened.show()
    path = tmp_path_factory.mktemp("kept") / "kept.txt"
    path.write_text(KEPT, encoding="utf-8")
    opened.opening.open(Side.RIGHT, str(path))
    while opened.session.articles[Side.RIGHT] is None:
        qapp.processEvents()
    yield opened
    opened.close()


def _open(qtbot: QtBot, window: MainWindow, path: Path) -> list[object]:
    """Open a file on the left, wait until it is read or refused, and return what came of it: an article or words."""
    came: list[object] = []
    window.message.hide()
    read = window.session.article_changed.connect(lambda _side, article: came.append(article))
    refused = window.session.trouble.connect(came.append)
    window.opening.open(Side.LEFT, str(path))
    qtbot.waitUntil(lambda: bool(came), timeout=PATIENCE)
    window.session.article_changed.disconnect(read)
    window.session.trouble.disconnect(refused)
    return came


def _assert_refused(qtbot: QtBot, window: MainWindow, path: Path) -> str:
    """Open a file, assert that it is refused in one line with its name and no pane changes, and return the line."""
    before, panes = dict(window.session.articles), window.view.panes
    shown = [panes[side].toPlainText() for side in Side]
    (message,) = _open(qtbot, window, path)
    assert isinstance(message, str)
    assert path.name in message
    assert "\n" not in window.message.text
    assert path.name in window.message.text
    assert all(window.session.articles[side] is before[side] for side in Side)
    assert [panes[side].toPlainText() for side in Side] == shown
    return message


@pytest.mark.skipif(not expected(), reason=f"the collection of bad inputs is not at {FOLDER}")
@pytest.mark.parametrize("case", expected(), ids=lambda case: case.path.name)
def test_outcome(qtbot: QtBot, shared: MainWindow, case: Expected) -> None:
    """The file is opened and compared or refused, as agreed, and the other pane is untouched."""
    right = shared.session.articles[Side.RIGHT]
    if case.is_refused:
        _assert_refused(qtbot, shared, case.path)
    else:
        (article,) = _open(qtbot, shared, case.path)
        assert isinstance(article, Article)
        _assert_shown(shared, article, case.path)
        assert _compared(qtbot, shared).left.article.path == str(case.path)
    assert shared.session.articles[Side.RIGHT] is right
    assert shared.view.panes[Side.RIGHT].toPlainText() == KEPT


def _assert_shown(window: MainWindow, article: Article, path: Path) -> None:
    """Assert that nothing hidden is shown as itself, no line is too long, and the file's name and notices are there."""
    shown = window.view.panes[Side.LEFT].toPlainText()
    assert visible(shown) == shown
    assert max(map(len, shown.split("\n"))) <= LONGEST
    header = window.view.headers[Side.LEFT]
    assert header.source.textFormat() is Qt.TextFormat.PlainText
    assert path.name in header.source.text()
    labels = header.title.text() + header.notice.text() + window.windowTitle()
    assert visible(labels) == labels
    assert bool(header.notice.text()) == bool(article.notices)


def _compared(qtbot: QtBot, window: MainWindow) -> Comparison:
    """Wait until the window has compared and painted, and return the result."""
    qtbot.waitUntil(
        lambda: window.session.comparison is not None and not window.session.worker.is_comparing, timeout=PATIENCE
    )
    QApplication.processEvents()
    window.grab()
    assert window.session.comparison is not None
    return window.session.comparison


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize(("name", "reason"), OTHERS.items())
def test_what_is_no_file(qtbot: QtBot, shared: MainWindow, tmp_path: Path, name: str, reason: str) -> None:
    """A pipe, a folder, a link to itself and a device are refused with their name and the reason."""
    assert reason in _assert_refused(qtbot, shared, made(name, tmp_path))
