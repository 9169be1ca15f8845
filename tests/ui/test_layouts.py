"""Tests of the ways the two articles can be laid out, in the words of the window's readers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from diffview.model import Bead, Comparison, Role, Side
from diffview.ui.main_window import MainWindow
from tests.ui.conftest import LEFT, RIGHT, comparison_of, document, show_comparison


def _top(window: MainWindow, side: Side) -> int:
    page = window.view.panes[side].viewport()
    return page.mapTo(window.view, QPoint(0, 0)).y()


def _left(window: MainWindow, side: Side) -> int:
    page = window.view.panes[side].viewport()
    return page.mapTo(window.view, QPoint(0, 0)).x()


def test_narrow_window_stacks(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Below 700 pixels one article stands above the other, as wide as the window; a wider window has both in a row."""
    show_comparison(qtbot, window, comparison)
    assert _top(window, Side.LEFT) == _top(window, Side.RIGHT)
    window.resize(500, 700)
    qtbot.wait(30)
    bottom = _top(window, Side.LEFT) + window.view.panes[Side.LEFT].viewport().height()
    assert bottom <= _top(window, Side.RIGHT)
    assert window.view.panes[Side.RIGHT].width() > 400
    window.resize(1000, 700)
    qtbot.wait(30)
    assert _top(window, Side.LEFT) == _top(window, Side.RIGHT)
    assert _left(window, Side.RIGHT) > _left(window, Side.LEFT) + 300


def test_stacked_by_choice(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """The menu stacks the articles in a wide window too, and puts them side by side again."""
    show_comparison(qtbot, window, comparison)
    window.actions_by_name["layout_stacked"].trigger()
    qtbot.wait(30)
    assert _top(window, Side.RIGHT) > _top(window, Side.LEFT) + 100
    window.actions_by_name["layout_beside"].trigger()
    qtbot.wait(30)
    assert _top(window, Side.RIGHT) == _top(window, Side.LEFT)


@pytest.mark.parametrize(("width", "is_wide"), [(1600, True), (640, False)])
def test_stacked_pages_stand_in_the_middle(
    qtbot: QtBot, window: MainWindow, comparison: Comparison, width: int, is_wide: bool
) -> None:
    """Stacked pages take the width that their lines need, in the middle of a wide window, with their bars beside them;
    a larger text takes more of it, and a narrow window is filled."""
    window.resize(width, 800)
    show_comparison(qtbot, window, comparison)
    window.actions_by_name["layout_stacked"].trigger()
    widths = []
    for _ in range(2):
        qtbot.wait(30)
        view, pane, bar = window.view, window.view.panes[Side.RIGHT], window.view.bars[Side.RIGHT]
        assert bar.geometry().right() + 1 == pane.x()
        assert pane.geometry().right() + 1 == view.map.x()
        left, right = bar.x(), view.width() - view.map.geometry().right() - 1
        assert abs(left - right) <= 1
        assert (left > 200) is is_wide
        assert pane.width() - pane.viewport().width() <= 1
        widths.append(pane.width())
        for _ in range(3):
            window.actions_by_name["larger"].trigger()
    assert (widths[0] < widths[1]) is is_wide


def test_current_link_runs_between_stacked_pages(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """The ribbon of the current link begins beside its upper passage and ends beside the lower one."""
    show_comparison(qtbot, window, comparison)
    window.resize(500, 900)
    qtbot.wait(30)
    number = next(n for n, link in enumerate(comparison.links) if link.left == (5,))
    window.view.show_link(number)
    window.view.map.grab()
    (path,) = [path for link, path in window.view.map._drawn if link == number]
    for side, passage in ((Side.LEFT, 5), (Side.RIGHT, 4)):
        pane = window.view.panes[side]
        top, bottom = (y - pane.verticalScrollBar().value() for y in pane.extents()[passage])
        middle = _top(window, side) - window.view.map.y() + (top + bottom) / 2
        assert path.contains(QPointF(2, middle))


def test_gutters_lie_at_the_ribbons(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Stacked articles both have their signs on the right, beside the ribbons; a click there means its passage."""
    show_comparison(qtbot, window, comparison)
    window.resize(500, 900)
    qtbot.wait(30)
    pane = window.view.panes[Side.RIGHT]
    top, bottom = pane.extents()[4]
    place = QPointF(pane.viewport().width() - 5, (top + bottom) / 2 - pane.verticalScrollBar().value())
    assert pane.passage_at(place) == 4


@pytest.mark.parametrize("width", [500, 640])
def test_stacked_articles_scroll_together(qtbot: QtBot, window: MainWindow, width: int) -> None:
    """In a narrow window scrolling one article brings the other one along."""
    from tests.ui.test_main_window import _long  # noqa: PLC0415

    window.resize(width, 700)
    _long(window, qtbot)
    qtbot.wait(50)
    window.view.panes[Side.LEFT].verticalScrollBar().setValue(2500)
    assert window.view.panes[Side.RIGHT].verticalScrollBar().value() > 1200


# ---- levelled rows ---------------------------------------------------------------------------------------------------


def _rows_of(window: MainWindow) -> list[tuple[str, str]]:
    model = window.rows.model()
    return [(model.index(n, 0).data(), model.index(n, 2).data()) for n in range(model.rowCount())]


def test_partners_share_a_row(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Levelled rows show each passage beside its partner, in the order of the left article, moved ones too."""
    show_comparison(qtbot, window, comparison)
    window.actions_by_name["layout_rows"].trigger()
    assert window.rows.isVisible()
    assert (LEFT[1], RIGHT[3]) in _rows_of(window)
    assert (LEFT[4], "") in _rows_of(window)
    assert ("", RIGHT[2]) in _rows_of(window)
    assert [left for left, _ in _rows_of(window) if left] == [text for n, text in enumerate(LEFT) if n != 2]


def test_rows_are_as_high_as_the_longer_wording(qtbot: QtBot, window: MainWindow) -> None:
    """Both wordings of a row begin at the same height, and the longer one fits into it at any width."""
    texts = ["A short one.", "A long one " * 20 + "ends."]
    beads = [Bead((n,), (n,), 0.9) for n in range(2)]
    made = comparison_of(document(texts), document([texts[1], texts[0]]), beads)
    show_comparison(qtbot, window, made)
    window.layouts.layout_rows()
    for width in (1200, 520):
        window.resize(width, 700)
        qtbot.wait(30)
        for row in range(2):
            least = window.rows.sizeHintForRow(row)
            assert window.rows.rowHeight(row) == least
            assert least > 80


def test_rows_follow_the_current_link(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Walking the changes walks the rows; choosing a row makes its link the current one, with its card."""
    show_comparison(qtbot, window, comparison)
    window.actions_by_name["layout_rows"].trigger()
    window.actions_by_name["next_change"].trigger()
    row = window.rows._model.rows[window.rows.currentIndex().row()]
    assert row.link == window.view.current
    qtbot.keyClick(window.rows, Qt.Key.Key_Down)
    row = window.rows._model.rows[window.rows.currentIndex().row()]
    assert row.link == window.view.current
    assert window.panels.card.note.isEnabled()


def test_return_goes_to_the_link_in_the_articles(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Return on a row leaves the rows and shows that link in both articles."""
    show_comparison(qtbot, window, comparison)
    number = next(n for n, link in enumerate(comparison.links) if link.left == (5,))
    window.view.show_link(number)
    window.actions_by_name["layout_rows"].trigger()
    assert window.rows._model.rows[window.rows.currentIndex().row()].link == number
    qtbot.keyClick(window.rows, Qt.Key.Key_Return)
    assert window.view.isVisible()
    assert window.view.current == number
    assert window.actions_by_name["layout_beside"].isChecked()


def test_rows_are_heard(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """A screen reader hears the class and both wordings of a row."""
    show_comparison(qtbot, window, comparison)
    window.layouts.layout_rows()
    model = window.rows.model()
    spoken = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert f"Reworded. Left: {LEFT[5]} Right: {RIGHT[4]}".replace("😀.", "😀..", 1) in spoken


def test_rows_take_the_next_comparison(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """A comparison that arrives while one reads row by row is shown there."""
    show_comparison(qtbot, window, comparison)
    window.layouts.layout_rows()
    before = window.rows.grab().toImage()
    window.status.legend.buttons["dropped"].click()
    assert window.rows.grab().toImage() != before
    window.session.comparison_changed.emit(comparison.mirrored())
    assert (RIGHT[3], LEFT[1]) in _rows_of(window)


def _find_in_rows(window: MainWindow, comparison: Comparison, words: str, qtbot: QtBot) -> None:
    show_comparison(qtbot, window, comparison)
    window.actions_by_name["layout_rows"].trigger()
    window.actions_by_name["find_text"].trigger()
    qtbot.keyClicks(window.find_bar.line, words)


def test_find_goes_through_the_rows(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Next goes to the row of the next hit, left ones first, and Escape leads back to the rows."""
    _find_in_rows(window, comparison, "half a million", qtbot)
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Return)
    row = window.rows._model.rows[window.rows.currentIndex().row()]
    assert "half a million" in row.text(0)
    assert window.view.current == row.link
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Escape)
    assert window.rows.hasFocus()


def test_find_passes_over_what_has_no_row(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """A hit in page furniture, which has no row, is passed over while the rows are shown."""
    _find_in_rows(window, comparison, "st", qtbot)
    for _ in range(8):
        qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Return)
        row = window.rows._model.rows[window.rows.currentIndex().row()]
        assert "st" in (row.text(0) + row.text(2)).lower()


def test_find_marks_the_words_in_the_rows(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """What is found is marked in the rows of both sides, and is as it was when the search is closed."""
    _find_in_rows(window, comparison, "", qtbot)
    before = window.rows.viewport().grab().toImage()
    qtbot.keyClicks(window.find_bar.line, "pier")
    assert window.rows.viewport().grab().toImage() != before
    rows = window.rows._model.rows
    found = {side: window.rows._delegate.found[side] for side in Side}
    marked = [
        row.text(column)[span.start : span.end]
        for row in rows
        for side, column in ((Side.LEFT, 0), (Side.RIGHT, 2))
        for span in row.within(column, found[side])
    ]
    assert marked == ["pier"] * 4
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Escape)
    assert all(not window.rows._delegate.found[side] for side in Side)


def test_find_in_a_row_higher_than_the_window(qtbot: QtBot, window: MainWindow) -> None:
    """In a row of 3,000 words the line with the hit comes into sight."""
    long = " ".join(f"word{number} and so on" for number in range(800))
    one = comparison_of(document([long]), document([long]), [Bead((0,), (0,), 0.99)])
    _find_in_rows(window, one, "word700 ", qtbot)
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Return)
    wording = window.rows._delegate.wording(window.rows._model.rows[0], 0, window.rows._width())
    y = window.rows.rowViewportPosition(0) + wording.y_of(long.index("word700"))
    assert 0 < y < window.rows.viewport().height() - 20


def test_narrow_window_reaches_every_tool(qtbot: QtBot, window: MainWindow) -> None:
    """Where not all tools fit, an arrow of the theme's ink leads to the others, by day and by night."""
    window.resize(500, 700)
    qtbot.wait(30)
    more = window.tools.findChild(QToolButton, "qt_toolbar_ext_button")
    assert more.isVisible()
    for name in ("appear_light", "appear_dark"):
        window.actions_by_name[name].trigger()
        shown = more.grab().toImage()
        ground = shown.pixelColor(shown.width() // 2, 4).lightness()
        seen = {shown.pixelColor(x, shown.height() // 2).lightness() for x in range(shown.width())}
        assert max(abs(value - ground) for value in seen) > 100


@pytest.mark.parametrize("words", ["يبقى الرصيف مغلقا حتى الربيع.", "הרציף יישאר סגור עד האביב."])
def test_rows_run_as_their_letters_do(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """In the levelled rows Arabic and Hebrew begin at the right of their column, English at the left."""
    shown = comparison_of(document([words]), document(["The pier stays closed."]), [Bead((0,), (0,), 0.9)])
    show_comparison(qtbot, window, shown)
    window.actions_by_name["layout_rows"].trigger()
    row, delegate = window.rows._model.rows[0], window.rows._delegate
    set_texts = [delegate.wording(row, column, 600) for column in (0, 2)]
    lefts = [text.layout.lineAt(0).naturalTextRect().left() for text in set_texts]
    assert lefts[0] > 200
    assert lefts[1] < 20


def test_only_headlines_are_bold_in_the_rows(qtbot: QtBot, window: MainWindow) -> None:
    """In the levelled rows a side that is all headline is bold; a headline joined to a sentence is not."""
    texts = ["Ferry hits pier", "The ferry struck the pier.", "It stays shut."]
    left, right = document(texts, title=texts[0]), document(texts[1:])
    titled = replace(left, passages=(replace(left.passages[0], role=Role.TITLE), *left.passages[1:]))
    for beads, wanted in (([Bead((0, 1), (0,), 0.9)], (False, False)), ([Bead((0,), (0,), 0.9)], (True, False))):
        show_comparison(qtbot, window, comparison_of(titled, right, beads))
        window.actions_by_name["layout_rows"].trigger()
        row = next(row for row in window.rows._model.rows if row.left and row.right)
        set_texts = [window.rows._delegate.wording(row, column, 600) for column in (0, 2)]
        assert tuple(text.layout.font().bold() for text in set_texts) == wanted


def test_the_key_of_the_rows_leads_back(qtbot: QtBot, opened: MainWindow) -> None:
    """F12 shows the levelled rows, and F12 again the articles in the layout that was chosen before."""
    opened.layouts.layout_stacked()
    for shows_rows in (True, False):
        qtbot.keyClick(opened.focusWidget() or opened, Qt.Key.Key_F12)
        assert opened.layouts.are_rows is shows_rows
    assert opened.actions_by_name["layout_stacked"].isChecked()
    assert opened.view.panes[Side.LEFT].hasFocus()
