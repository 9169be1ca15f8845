"""Tests of putting links right in the window, in the words of its readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diffview.model import Article, Comparison, Link, Origin, Side
from diffview.ui.change_list import ChangeList
from diffview.ui.listing import rows
from diffview.ui.main_window import MainWindow
from tests.ui.conftest import LEFT, RIGHT, link_of, passage_of, wait_for_comparison

KILLED, COST, PIER, HORN = LEFT[1], LEFT[4], LEFT[5], RIGHT[2]


def _link_by_hand(qtbot: QtBot, window: MainWindow) -> Comparison:
    window.session.link((passage_of(window, Side.LEFT, COST),), (passage_of(window, Side.RIGHT, HORN),))
    return wait_for_comparison(qtbot, window)


def _click(window: MainWindow, side: Side, text: str) -> None:
    window.view.panes[side].passage_clicked.emit(passage_of(window, side, text))


def _key(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key)


def _texts(comparison: Comparison, link: Link) -> tuple[str, str]:
    left, right = ([comparison.document(side).text_of(n) for n in link.on(side)] for side in Side)
    return " ".join(left), " ".join(right)


# ---- linking ---------------------------------------------------------------------------------------------------------


def test_link_with_a_key_and_a_click(qtbot: QtBot, opened: MainWindow) -> None:
    """A passage, L, and a click on a passage of the other side make one link of both, which is the current one."""
    _click(opened, Side.LEFT, COST)
    _key(qtbot, opened, Qt.Key.Key_L)
    _click(opened, Side.RIGHT, HORN)
    comparison = wait_for_comparison(qtbot, opened)
    link = link_of(opened, Side.LEFT, COST)
    assert _texts(comparison, link) == (COST, HORN)
    assert link.origin is Origin.MANUAL
    assert comparison.links[opened.view.current] == link


def test_link_by_keys_alone(qtbot: QtBot, opened: MainWindow) -> None:
    """Without the mouse: walk to a change, L, choose the partner with the arrow keys, L again."""
    while opened.view.current < 0 or link_of(opened, Side.LEFT, COST) != opened.view._current_link():
        _key(qtbot, opened, Qt.Key.Key_F8)
    _key(qtbot, opened, Qt.Key.Key_L)
    for key in [Qt.Key.Key_Up] * len(RIGHT) + [Qt.Key.Key_Down] * 2:
        _key(qtbot, opened, key)
    _key(qtbot, opened, Qt.Key.Key_L)
    assert _texts(wait_for_comparison(qtbot, opened), link_of(opened, Side.LEFT, COST)) == (COST, HORN)


def test_both_ends_of_a_half_made_link_are_in_sight(qtbot: QtBot, window: MainWindow) -> None:
    """The passage that L aims at, and each that the arrow keys choose, comes into sight; the first one stays there."""
    window.resize(1200, 400)
    left = [f"Paragraph {n} tells of event {n} in street {n * 7}. It rained all day." for n in range(40)]
    window.session.put(Side.LEFT, Article.from_text("\n\n".join(left)))
    window.session.put(Side.RIGHT, Article.from_text("\n\n".join([*left[20:], *left[:20]])))
    wait_for_comparison(qtbot, window)
    _click(window, Side.LEFT, "Paragraph 3 tells of event 3 in street 21.")
    for pane in window.view.panes.values():
        pane.verticalScrollBar().setValue(0)
    window.correcting.link_passages()
    first = next(iter(window.view.panes[Side.LEFT].painter.picked))
    for key in (None, *[Qt.Key.Key_Up] * 20):
        if key:
            _key(qtbot, window, key)
        for side, passage in ((Side.LEFT, first), (Side.RIGHT, window.correcting.aim)):
            assert _is_in_sight(window, side, passage)


def _is_in_sight(window: MainWindow, side: Side, passage: int) -> bool:
    pane = window.view.panes[side]
    return 0 <= pane.extents()[passage][0] - pane.verticalScrollBar().value() < pane.viewport().height()


def test_half_made_link_is_seen(qtbot: QtBot, opened: MainWindow) -> None:
    """While a link is half made both its ends are framed, a ribbon runs between them, and the window says what next."""
    _click(opened, Side.LEFT, COST)
    before = opened.view.map.grab().toImage()
    _key(qtbot, opened, Qt.Key.Key_L)
    opened.view.panes[Side.RIGHT].passage_hovered.emit(passage_of(opened, Side.RIGHT, HORN))
    assert opened.view.panes[Side.LEFT].painter.picked == {passage_of(opened, Side.LEFT, COST)}
    assert opened.view.panes[Side.RIGHT].painter.picked == {passage_of(opened, Side.RIGHT, HORN)}
    assert opened.view.map.grab().toImage() != before
    assert "Esc" in opened.message.text


def test_escape_lets_go(qtbot: QtBot, opened: MainWindow) -> None:
    """Escape forgets the half-made link; a click goes to its passage again."""
    _click(opened, Side.LEFT, COST)
    _key(qtbot, opened, Qt.Key.Key_L)
    _key(qtbot, opened, Qt.Key.Key_Escape)
    assert opened.view.panes[Side.LEFT].painter.picked == frozenset()
    assert opened.message.text == ""
    _click(opened, Side.RIGHT, HORN)
    assert opened.session.corrections.judgements == ()
    assert opened.view._current_link() == link_of(opened, Side.RIGHT, HORN)


def test_two_passages_with_one(qtbot: QtBot, opened: MainWindow) -> None:
    """Clicking more of the first side while a link is half made takes them up as well."""
    _click(opened, Side.LEFT, COST)
    _key(qtbot, opened, Qt.Key.Key_L)
    _click(opened, Side.LEFT, KILLED)
    _click(opened, Side.RIGHT, HORN)
    assert _texts(wait_for_comparison(qtbot, opened), link_of(opened, Side.RIGHT, HORN)) == (f"{KILLED} {COST}", HORN)


def test_l_without_a_passage_says_what_to_do(qtbot: QtBot, opened: MainWindow) -> None:
    """L with no current passage says that one is to be chosen first."""
    _key(qtbot, opened, Qt.Key.Key_L)
    assert "Click a passage first" in opened.message.text


def test_l_on_what_was_left_out_says_how_to_take_it_in(qtbot: QtBot, opened: MainWindow) -> None:
    """On page furniture, which cannot be linked, L begins nothing and says which key makes it content."""
    _click(opened, Side.LEFT, LEFT[2])
    _key(qtbot, opened, Qt.Key.Key_L)
    assert opened.correcting.lead is None
    assert opened.message.text == "This was left out as page furniture. T takes it in as content, then L links it."
    _key(qtbot, opened, Qt.Key.Key_T)
    wait_for_comparison(qtbot, opened)
    _key(qtbot, opened, Qt.Key.Key_L)
    assert opened.correcting.taken[Side.LEFT] == (passage_of(opened, Side.LEFT, LEFT[2]),)


@pytest.mark.parametrize("key", [Qt.Key.Key_U, Qt.Key.Key_K])
def test_u_and_k_without_a_passage_say_what_to_do(qtbot: QtBot, opened: MainWindow, key: Qt.Key) -> None:
    """U or K before anything was clicked says that a passage is to be clicked first."""
    _key(qtbot, opened, key)
    assert "Click a passage first" in opened.message.text


def test_u_without_a_link_says_so(qtbot: QtBot, opened: MainWindow) -> None:
    """U on a passage that only one side has says that nothing is linked there."""
    _click(opened, Side.LEFT, COST)
    _key(qtbot, opened, Qt.Key.Key_U)
    assert "no link" in opened.message.text


def test_what_was_said_of_a_passage_goes_with_it(qtbot: QtBot, opened: MainWindow) -> None:
    """Why nothing was done at one passage is no longer said at the next."""
    _click(opened, Side.LEFT, COST)
    _key(qtbot, opened, Qt.Key.Key_U)
    _click(opened, Side.LEFT, PIER)
    assert opened.message.text == ""


# ---- unlinking, confirming, undoing ----------------------------------------------------------------------------------


def test_unlink(qtbot: QtBot, opened: MainWindow) -> None:
    """U takes the current link apart: each passage is then only on its side."""
    assert link_of(opened, Side.LEFT, PIER).is_pair
    _click(opened, Side.LEFT, PIER)
    _key(qtbot, opened, Qt.Key.Key_U)
    wait_for_comparison(qtbot, opened)
    assert not link_of(opened, Side.LEFT, PIER).is_pair


def test_confirm_counts_what_is_checked(qtbot: QtBot, opened: MainWindow) -> None:
    """K confirms the current link, the foot of the window counts it, and K again takes it back."""
    _click(opened, Side.LEFT, PIER)
    _key(qtbot, opened, Qt.Key.Key_K)
    comparison = wait_for_comparison(qtbot, opened)
    assert link_of(opened, Side.LEFT, PIER).origin is Origin.CONFIRMED
    assert opened.status.checked.text() == f"1 of {len(list(rows(comparison)))} checked"
    _key(qtbot, opened, Qt.Key.Key_K)
    wait_for_comparison(qtbot, opened)
    assert link_of(opened, Side.LEFT, PIER).origin is Origin.AUTOMATIC
    assert opened.status.checked.text() == ""


def test_next_unchecked_passes_over_what_is_checked(qtbot: QtBot, opened: MainWindow) -> None:
    """N walks the changes that nobody has checked yet."""
    _click(opened, Side.LEFT, PIER)
    _key(qtbot, opened, Qt.Key.Key_K)
    comparison = wait_for_comparison(qtbot, opened)
    seen = set()
    for _ in range(8):
        _key(qtbot, opened, Qt.Key.Key_N)
        seen.add(opened.view.current)
    assert seen == {row.link for row in rows(comparison) if not comparison.links[row.link].is_checked}


def test_every_correction_can_be_undone(qtbot: QtBot, opened: MainWindow) -> None:
    """A link by hand, an unlinking and a confirmation are undone one by one, back to what the program found."""
    before = opened.session.comparison
    after_link = _link_by_hand(qtbot, opened)
    opened.session.unlink(after_link.aligned_link(Side.LEFT)[0])
    wait_for_comparison(qtbot, opened)
    opened.session.confirm(0)
    after = wait_for_comparison(qtbot, opened)
    for _ in range(3):
        opened.actions_by_name["undo"].trigger()
    assert wait_for_comparison(qtbot, opened) == before
    for _ in range(3):
        opened.actions_by_name["redo"].trigger()
    assert wait_for_comparison(qtbot, opened) == after


def test_corrections_hold_on_swapped_sides(qtbot: QtBot, opened: MainWindow) -> None:
    """After swapping sides a link by hand is still one, also when it is compared anew."""
    _link_by_hand(qtbot, opened)
    opened.actions_by_name["swap"].trigger()
    opened.session.compare()
    assert _texts(wait_for_comparison(qtbot, opened), link_of(opened, Side.RIGHT, COST)) == (HORN, COST)


def test_corrections_survive_an_edit_of_the_file(qtbot: QtBot, opened: MainWindow, two_files: tuple[str, str]) -> None:
    """Opening the same file again after an edit elsewhere in it keeps what was corrected."""
    _link_by_hand(qtbot, opened)
    path = Path(two_files[0])
    path.write_text(path.read_text(encoding="utf-8").replace("since 1931", "since 1932"), encoding="utf-8")
    opened.session.open_file(Side.LEFT, two_files[0])
    qtbot.waitUntil(lambda: "since 1932" in opened.session.articles[Side.LEFT].text, timeout=20000)
    assert _texts(wait_for_comparison(qtbot, opened), link_of(opened, Side.LEFT, COST)) == (COST, HORN)


def test_another_article_forgets_corrections_of_links(qtbot: QtBot, opened: MainWindow) -> None:
    """Opening another article forgets what was said of links with the one before."""
    _link_by_hand(qtbot, opened)
    opened.session.put(Side.LEFT, Article.from_text("Other words."))
    assert opened.session.corrections.judgements == ()
    wait_for_comparison(qtbot, opened)


# ---- how it looks ----------------------------------------------------------------------------------------------------


def test_menu_of_a_passage_corrects_it(qtbot: QtBot, opened: MainWindow) -> None:
    """The menu of a linked passage links, unlinks and confirms that very passage."""
    menu = opened.passage_menu(Side.LEFT, passage_of(opened, Side.LEFT, PIER))
    actions = {action.text(): action for action in menu.actions()}
    assert {"Link by hand…", "Unlink", "Confirm"} <= actions.keys()
    actions["Confirm"].trigger()
    wait_for_comparison(qtbot, opened)
    assert link_of(opened, Side.LEFT, PIER).origin is Origin.CONFIRMED


def test_menu_of_a_passage_is_about_it_alone(opened: MainWindow) -> None:
    """Copying the pair from the menu of a passage copies its pair, whichever link was current before."""
    _click(opened, Side.LEFT, KILLED)
    menu = opened.passage_menu(Side.LEFT, passage_of(opened, Side.LEFT, PIER))
    next(action for action in menu.actions() if action.text().replace("&", "") == "Copy pair").trigger()
    assert PIER in QGuiApplication.clipboard().text()
    assert opened.view._current_link() == link_of(opened, Side.LEFT, PIER)


def test_the_readers_links_look_different(qtbot: QtBot, opened: MainWindow) -> None:
    """A link by hand has another ribbon than before, and says so in the card and, to be heard, in the list."""
    _click(opened, Side.LEFT, PIER)
    before = opened.view.map.grab().toImage()
    link = link_of(opened, Side.LEFT, PIER)
    opened.session.link(link.left, link.right)
    comparison = wait_for_comparison(qtbot, opened)
    assert opened.view.map.grab().toImage() != before
    assert "linked by hand" in opened.panels.card.why.text()
    listed = ChangeList(opened.appearance.theme)
    qtbot.addWidget(listed)
    listed.set_rows(tuple(rows(comparison)))
    model = listed.model()
    spoken = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert [text for text in spoken if "linked by hand" in text and PIER[:20] in text]
    assert "⚯ by hand" in [model.index(n, 5).data() for n in range(model.rowCount())]
