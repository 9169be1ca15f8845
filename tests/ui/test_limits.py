"""Tests of very long articles in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from diffview.model import Options, Side
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.worker import Engine
from tests.ui.conftest import wait_for_comparison

Write = Callable[[str, str], str]
LINES = [f"Sentence number {n} stands here." for n in range(40)]


@pytest.fixture
def narrow(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that compares the first ten passages."""
    opened = MainWindow(Engine(options=Options(most_passages=10)), PreferencesFile(None))
    qtbot.addWidget(opened)
    opened.show()
    yield opened
    opened.close()


def test_the_rest_is_offered(qtbot: QtBot, narrow: MainWindow, write: Write) -> None:
    """A very long article opens whole, its first passages are compared, and the bar offers to compare everything."""
    narrow.opening.open_files([write("long.txt", "\n\n".join(LINES)), write("b.txt", LINES[0])])
    comparison = wait_for_comparison(qtbot, narrow)
    assert LINES[-1] in narrow.view.panes[Side.LEFT].toPlainText()
    assert len(comparison.left.content()) == 10
    assert narrow.message.text == "long.txt: only the first 10 of 40 passages are compared."
    narrow.message.button.click()
    qtbot.waitUntil(lambda: narrow.session.comparison is not comparison)
    assert len(wait_for_comparison(qtbot, narrow).left.content()) == 40
    assert narrow.message.text == ""


def test_it_is_said_once(qtbot: QtBot, narrow: MainWindow, write: Write) -> None:
    """The offer is not repeated when the same articles are compared again."""
    narrow.opening.open_files([write("long.txt", "\n\n".join(LINES)), write("b.txt", LINES[0])])
    comparison = wait_for_comparison(qtbot, narrow)
    narrow.message.hide()
    narrow.session.compare()
    qtbot.waitUntil(lambda: narrow.session.comparison is not comparison)
    assert narrow.message.text == ""


def test_the_next_article_has_its_limit_again(qtbot: QtBot, narrow: MainWindow, write: Write) -> None:
    """Comparing everything holds for the articles that are open, not for those opened later."""
    narrow.opening.open_files([write("long.txt", "\n\n".join(LINES)), write("b.txt", LINES[0])])
    wait_for_comparison(qtbot, narrow)
    narrow.limits.compare_everything()
    narrow.opening.open(Side.RIGHT, write("c.txt", "\n\n".join(reversed(LINES))))
    qtbot.waitUntil(lambda: "c.txt" in narrow.message.text)
    assert narrow.session.comparison is not None
    assert len(narrow.session.comparison.right.content()) == 10
