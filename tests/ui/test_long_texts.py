"""Tests of texts as long as a book."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.window_texts import made_pair
from diffview.model import Comparison, Side
from diffview.ui.article_pane import ArticlePane
from diffview.ui.main_window import MainWindow
from diffview.ui.marks import changes
from tests.ui.conftest import show_comparison


@pytest.fixture(scope="module")
def long_pair() -> Comparison:
    """Two articles of 5,000 passages each, most of them the same."""
    return made_pair(5000)


def _block(pane: ArticlePane, point: int) -> QTextBlock:
    return pane.document().findBlock(point)


def test_five_thousand_passages(qtbot: QtBot, window: MainWindow, long_pair: Comparison) -> None:
    """With 5,000 passages a side the window opens, walks changes to the end, and linked passages come level."""
    show_comparison(qtbot, window, long_pair)
    whole = changes(long_pair)
    assert window.status.place.text() == f"{len(whole):,} changes"
    window.view.show_link(whole[-2])
    window.actions_by_name["next_change"].trigger()
    assert window.view.current == whole[-1]
    pairs = [n for n in whole if long_pair.links[n].is_pair]
    for number in (pairs[0], pairs[len(pairs) // 2], pairs[-9]):
        window.view.show_link(number)
        QApplication.processEvents()
        link = long_pair.links[number]
        places = [
            window.view.panes[side].extents()[link.on(side)[0]][0] - window.view.panes[side].verticalScrollBar().value()
            for side in Side
        ]
        assert places[0] == pytest.approx(places[1], abs=2)


def test_empty_lines_shrink_to_the_end(qtbot: QtBot, window: MainWindow, long_pair: Comparison) -> None:
    """Paragraphs of a long text keep the same distance at its end as at its beginning."""
    show_comparison(qtbot, window, long_pair)
    pane = window.view.panes[Side.LEFT]
    pane.text_geometry()
    heights = {pane.document().findBlockByNumber(n).blockFormat().lineHeight() for n in (1, 801, 2001, 2497)}
    assert len(heights) == 1
    assert heights < {1.0, 2.0, 3.0}


def test_words_are_marked_where_one_reads(qtbot: QtBot, window: MainWindow, long_pair: Comparison) -> None:
    """Words that differ far down a long text are marked once they come into sight."""
    show_comparison(qtbot, window, long_pair)
    number = [n for n in changes(long_pair) if long_pair.links[n].is_pair and not long_pair.links[n].moved][-20]
    pane = window.view.panes[Side.LEFT]
    block = _block(pane, long_pair.left.passages[long_pair.links[number].left[0]].span.start)
    assert not block.layout().formats()
    window.view.show_link(number)
    qtbot.waitUntil(lambda: bool(block.layout().formats()))


def test_text_is_there_before_it_is_laid_out(qtbot: QtBot, window: MainWindow, long_pair: Comparison) -> None:
    """A long text can be read at once while its end is still being laid out, which goes on by itself."""
    article = long_pair.left.article
    window.session.articles[Side.LEFT] = article
    window.session.article_changed.emit(Side.LEFT, article)
    pane = window.view.panes[Side.LEFT]
    assert pane.toPlainText() == article.text
    assert not pane.paver.is_done
    qtbot.waitUntil(lambda: pane.paver.is_done, timeout=20000)


def test_marks_arrive_while_one_reads(qtbot: QtBot, window: MainWindow, long_pair: Comparison) -> None:
    """Ribbons of a long text are not made at once, and what needs a place before has it at once."""
    show_comparison(qtbot, window, long_pair)
    window.session.comparison_changed.emit(long_pair)
    assert not window.view.is_marked
    number = changes(long_pair)[-2]
    window.view.show_link(number)
    assert window.view.is_marked
    assert number in {ribbon.link for ribbon in window.view.map._in_sight()}


def test_search_marks_what_is_in_sight(qtbot: QtBot, window: MainWindow, long_pair: Comparison) -> None:
    """What a search finds in a long text is marked at once where it is in sight."""
    show_comparison(qtbot, window, long_pair)
    pane = window.view.panes[Side.LEFT]
    first = pane.document().firstBlock()
    before = len(first.layout().formats())
    window.actions_by_name["find_text"].trigger()
    window.find_bar.line.setText(first.text()[:6])
    qtbot.waitUntil(lambda: len(first.layout().formats()) > before)


def test_marks_go_with_their_comparison(qtbot: QtBot, window: MainWindow, long_pair: Comparison) -> None:
    """No word of a long text stays marked when there is no comparison any more, as when a file is read again."""
    show_comparison(qtbot, window, long_pair)
    pane = window.view.panes[Side.LEFT]
    pane.grab()
    blocks = [pane.document().findBlockByNumber(number) for number in range(40)]
    assert any(block.layout().formats() for block in blocks)
    window.view.set_comparison(None)
    pane.grab()
    assert not any(block.layout().formats() for block in blocks)
