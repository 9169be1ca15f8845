"""Tests of folding what is the same, in the words of the window's readers."""

from __future__ import annotations

import pytest
from hypothesis import given
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diffview.model import Bead, ChangeKind, Comparison, Role, Side, Span
from diffview.ui.folds import folds
from diffview.ui.main_window import MainWindow
from diffview.ui.shown_text import Folded, ShownText
from tests.strategies import comparisons, patient
from tests.ui.conftest import comparison_of, document, show_comparison

COUNT = 30


def _story(changed: tuple[int, ...]) -> Comparison:
    """Two states of one story of thirty paragraphs, of which some were reworded."""
    ours = [f"In chapter {n} the ferry called at harbour number {n} and sailed again." for n in range(COUNT)]
    theirs = [text.replace("sailed", "steamed") if n in changed else text for n, text in enumerate(ours)]
    return comparison_of(document(ours), document(theirs), [Bead((n,), (n,), 0.99) for n in range(COUNT)])


@pytest.fixture
def story(qtbot: QtBot, window: MainWindow) -> Comparison:
    """A story with changes in its paragraphs 10 and 20, folded."""
    found = _story((10, 20))
    show_comparison(qtbot, window, found)
    window.actions_by_name["fold_same"].trigger()
    qtbot.wait(30)
    return found


def _labels(window: MainWindow, side: Side) -> list[str]:
    return [line for line in window.view.panes[side].toPlainText().split("\n") if "passages the same" in line]


def _shows(window: MainWindow, comparison: Comparison, side: Side) -> list[int]:
    """Return the passages whose text is on the page of one side."""
    text, shown = comparison.document(side), window.view.panes[side].toPlainText()
    return [n for n in range(len(text.passages)) if text.text_of(n) in shown]


# ---- what is folded --------------------------------------------------------------------------------------------------


def test_neighbours_of_changes_stay(window: MainWindow, story: Comparison) -> None:
    """What is the same folds to one line a stretch that counts it; each change and its neighbours stay."""
    for side in Side:
        assert _shows(window, story, side) == [9, 10, 11, 19, 20, 21]
        assert _labels(window, side) == ["9 passages the same", "7 passages the same", "8 passages the same"]


def test_titles_and_moved_passages_are_not_folded() -> None:
    """A title stays in sight, and what has moved is no part of a fold."""
    texts = [f"Paragraph {n} is about boat number {n}." for n in range(8)]
    moved = [*texts[:5], texts[6], texts[5], texts[7]]
    beads = [Bead((n,), (moved.index(text),), 0.99) for n, text in enumerate(texts)]
    made = comparison_of(document(texts), document(moved), beads)
    folded = {number for fold in folds(made) for number in fold.links}
    assert folded
    assert not any(made.links[number].moved for number in folded)


def test_identical_articles_fold_to_one_line() -> None:
    """Of two equal articles one fold remains, and it covers them."""
    (fold,) = folds(_story(()))
    assert len(fold.links) == COUNT


def test_what_only_one_side_says_is_not_folded(comparison: Comparison) -> None:
    """Nothing folds where each passage is a change or the neighbour of one."""
    assert folds(comparison) == ()


@given(comparisons())
@patient
def test_folds_hold_what_is_the_same_and_nothing_else(made: Comparison) -> None:
    """A fold holds whole links that are the same, all passages of its lines but furniture, in order on both sides."""
    for side in Side:
        passages, at = made.document(side).passages, 0
        for fold in folds(made):
            inside = {n for n, p in enumerate(passages) if fold.on(side).start <= p.span.start < fold.on(side).end}
            linked = {n for number in fold.links for n in made.links[number].on(side)}
            assert linked == {n for n in inside if passages[n].role is not Role.FURNITURE}
            assert all(made.links[number].change is ChangeKind.SAME for number in fold.links)
            assert all(passages[n].span.end <= fold.on(side).end for n in inside)
            assert at <= fold.on(side).start
            at = fold.on(side).end


@pytest.mark.parametrize("text", ["one\ntwo\nthree\nfour", "😀 one\n😀 two\n😀😀 three\nfour 😀"])
def test_places_outside_folds_are_exact(text: str) -> None:
    """What is not folded stands where it is shown, also behind emoji, and the way back is the way there."""
    start, end = text.index("\n") + 1, text.rindex("\n")
    shown = ShownText(text, [Folded(Span(start, end), "2 lines")])
    assert shown.text == f"{text[:start]}2 lines{text[end:]}"
    units = shown.text.encode("utf-16-le")
    for point in [*range(start), *range(end, len(text))]:
        unit = shown.to_qt(point)
        assert units[2 * unit : 2 * unit + 2] == text[point].encode("utf-16-le")[:2]
        assert shown.to_point(unit) == point


# ---- opening and closing ---------------------------------------------------------------------------------------------


def test_fold_opens_by_mouse_on_both_sides(qtbot: QtBot, window: MainWindow, story: Comparison) -> None:
    """A click on the line opens that stretch in both panes and leaves the others."""
    button = window.folding.lines[Side.RIGHT].button(0)
    assert button is not None
    assert button.accessibleName() == "9 passages the same, folded"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    for side in Side:
        assert _shows(window, story, side)[:9] == list(range(9))
        assert len(_labels(window, side)) == 2


def test_fold_opens_by_keys(qtbot: QtBot, window: MainWindow, story: Comparison) -> None:
    """Tab from the article reaches the line, and Space opens it."""
    window.activateWindow()
    window.view.left_pane()
    qtbot.keyClick(window.view.panes[Side.LEFT], Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is window.folding.lines[Side.LEFT].button(0)
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert 3 in _shows(window, story, Side.RIGHT)
    assert window.view.panes[Side.LEFT].hasFocus()


def test_fold_here_closes_again(qtbot: QtBot, window: MainWindow, story: Comparison) -> None:
    """Shift+F9 opens the fold in the middle of the page, and closes the one that holds the current link."""
    window.folding.fold_here()
    qtbot.wait(20)
    opened = set(_shows(window, story, Side.LEFT)) - {9, 10, 11, 19, 20, 21}
    assert opened
    window.view.show_link(min(opened))
    window.actions_by_name["fold_here"].trigger()
    assert _shows(window, story, Side.LEFT) == [9, 10, 11, 19, 20, 21]


def test_all_opens_again(qtbot: QtBot, window: MainWindow, story: Comparison) -> None:
    """The same command once more shows everything."""
    window.actions_by_name["fold_same"].trigger()
    for side in Side:
        assert window.view.panes[side].toPlainText() == story.document(side).article.text


def test_going_to_a_link_opens_its_fold(qtbot: QtBot, window: MainWindow, story: Comparison) -> None:
    """A link inside a fold is shown with its fold open, level on both sides."""
    window.view.show_link(15)
    tops = [
        window.view.panes[side].extents()[15][0] - window.view.panes[side].verticalScrollBar().value() for side in Side
    ]
    assert 15 in _shows(window, story, Side.LEFT)
    assert tops[0] == pytest.approx(tops[1], abs=2)


def test_find_opens_the_folds_that_hold_hits(qtbot: QtBot, window: MainWindow, story: Comparison) -> None:
    """A search opens the folds in which something is found, and they close when it ends."""
    window.actions_by_name["find_text"].trigger()
    qtbot.keyClicks(window.find_bar.line, "chapter 15 ")
    assert _shows(window, story, Side.LEFT) == [9, *range(10, 22)]
    assert window.find_bar.counts.text() == "1 left · 1 right"
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Escape)
    assert _shows(window, story, Side.LEFT) == [9, 10, 11, 19, 20, 21]


# ---- what stays right ------------------------------------------------------------------------------------------------


def test_copy_over_a_fold_copies_all_of_it(window: MainWindow, story: Comparison) -> None:
    """What is selected across a fold is copied as the file has it."""
    pane = window.view.panes[Side.LEFT]
    pane.selectAll()
    assert pane.createMimeDataFromSelection().text() == story.left.article.text


def test_one_ribbon_a_fold(qtbot: QtBot, window: MainWindow, story: Comparison) -> None:
    """A fold has one ribbon from line to line, and a click on it opens the fold."""
    drawn = [ribbon.link for ribbon in window.view.map._ribbons]
    assert drawn.count(0) == 1
    assert not set(range(1, 9)) & set(drawn)
    window.view.map.link_clicked.emit(0)
    assert 5 in _shows(window, story, Side.LEFT)


def test_folded_articles_scroll_along_their_links(qtbot: QtBot, window: MainWindow) -> None:
    """With folds on both sides linked passages still meet at the middle of the page."""
    made = _story(tuple(range(0, COUNT, 7)))
    show_comparison(qtbot, window, made)
    window.actions_by_name["fold_same"].trigger()
    window.resize(900, 300)
    qtbot.wait(30)
    left, right = (window.view.panes[side] for side in Side)
    left.verticalScrollBar().setValue(left.verticalScrollBar().maximum() // 2)
    tops = [pane.extents()[14][0] - pane.verticalScrollBar().value() for pane in (left, right)]
    assert tops[0] == pytest.approx(tops[1], abs=3)


def test_refined_marks_keep_what_was_opened(qtbot: QtBot, window: MainWindow, story: Comparison) -> None:
    """When the same articles are compared anew the folds the reader opened stay open."""
    window.view.show_link(15)
    window.session.comparison_changed.emit(story)
    qtbot.wait(20)
    assert 15 in _shows(window, story, Side.RIGHT)
    assert 5 not in _shows(window, story, Side.RIGHT)
