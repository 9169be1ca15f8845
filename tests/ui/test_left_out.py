"""Tests of taking back what was left out of an article as page furniture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diffview.model import Comparison, Role, Side
from diffview.ui.article_pane import ArticlePane
from diffview.ui.main_window import MainWindow
from tests.ui.conftest import wait_for_comparison

Write = Callable[[str, str], str]
PAGE = """<!doctype html><html><body><nav><a href="/">Home news</a></nav><article><h1>Ferry strikes pier</h1>
<p>The ferry struck the pier at dawn on Monday, and nobody aboard was badly hurt that day.</p>
<p>The company has run its boats across the bay since 1931, the harbor master said on Tuesday.</p></article>
<aside><p>Read this next now. It is about boats. Boats are long.</p></aside></body></html>"""
ASIDE = ["Read this next now.", "It is about boats.", "Boats are long."]


@pytest.fixture
def pages(qtbot: QtBot, window: MainWindow, write: Write) -> Comparison:
    """A saved page with a menu and an aside on the left, its bare article on the right."""
    window.opening.open_files([write("page.html", PAGE), write("b.txt", "The ferry struck the pier at dawn.")])
    found = wait_for_comparison(qtbot, window)
    window.actions_by_name["left_pane"].trigger()
    qtbot.waitUntil(window.view.panes[Side.LEFT].hasFocus)
    return found


def _left_out(comparison: Comparison) -> list[str]:
    left = comparison.left
    return [left.text_of(i) for i, passage in enumerate(left.passages) if passage.role is Role.FURNITURE]


def _margin(pane: ArticlePane, passage: int) -> QPoint:
    """Return the place of the mark beside a passage."""
    top, bottom = pane.extents()[passage]
    return QPoint(pane.viewport().width() - 10, round((top + bottom) / 2) - pane.verticalScrollBar().value())


def _number(comparison: Comparison, text: str) -> int:
    return next(i for i in range(len(comparison.left.passages)) if comparison.left.text_of(i) == text)


def _again(qtbot: QtBot, window: MainWindow, before: Comparison) -> Comparison:
    qtbot.waitUntil(lambda: window.session.comparison is not before, timeout=10000)
    return wait_for_comparison(qtbot, window)


def test_what_was_left_out_is_on_the_page_with_its_reason(window: MainWindow, pages: Comparison) -> None:
    """All of a page is in the pane; each part that is not the article is grey and says why."""
    assert _left_out(pages) == ["Home news", *ASIDE]
    shown = window.view.panes[Side.LEFT].toPlainText()
    assert all(text in shown for text in _left_out(pages))
    rules = [passage.rule for passage in pages.left.passages if passage.role is Role.FURNITURE]
    assert all(rules)


def test_one_click_in_the_margin_takes_a_part_in(qtbot: QtBot, window: MainWindow, pages: Comparison) -> None:
    """One click on the mark beside a part that was left out takes all its sentences in; one undo leaves them out."""
    pane = window.view.panes[Side.LEFT]
    place = _margin(pane, _number(pages, ASIDE[1]))
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    after = _again(qtbot, window, pages)
    assert _left_out(after) == ["Home news"]
    window.actions_by_name["undo"].trigger()
    assert _left_out(_again(qtbot, window, after)) == ["Home news", *ASIDE]


def test_by_key(qtbot: QtBot, window: MainWindow, pages: Comparison) -> None:
    """O goes from part to part and says why each was left out; T takes it in as content."""
    window.actions_by_name["next_left_out"].trigger()
    assert window.message.text.endswith("left out. T takes it in as content.")
    window.actions_by_name["next_left_out"].trigger()
    window.actions_by_name["treat"].trigger()
    assert _left_out(_again(qtbot, window, pages)) == ["Home news"]


def test_a_click_on_the_grey_text_and_a_key(qtbot: QtBot, window: MainWindow, pages: Comparison) -> None:
    """A click on a greyed passage picks its part, and T takes that in."""
    pane = window.view.panes[Side.LEFT]
    pane.passage_clicked.emit(_number(pages, "Home news"))
    assert pane.painter.picked == {_number(pages, "Home news")}
    window.actions_by_name["treat"].trigger()
    assert _left_out(_again(qtbot, window, pages)) == ASIDE


def test_a_passage_can_be_left_out(qtbot: QtBot, window: MainWindow, pages: Comparison) -> None:
    """T on the passages of the current link leaves them out."""
    number = pages.left.content()[-1]
    window.view.show_link(pages.aligned_link(Side.LEFT)[number], Side.LEFT)
    window.actions_by_name["treat"].trigger()
    assert pages.left.text_of(number) in _left_out(_again(qtbot, window, pages))


def test_nothing_left_out(qtbot: QtBot, window: MainWindow, pages: Comparison) -> None:
    """Where nothing was left out the key says so."""
    window.actions_by_name["right_pane"].trigger()
    qtbot.waitUntil(window.view.panes[Side.RIGHT].hasFocus)
    window.actions_by_name["next_left_out"].trigger()
    assert window.message.text == "Nothing was left out of this article."
