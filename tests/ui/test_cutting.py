"""Tests of moving the borders of passages in the window, in the words of its readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diffview.model import Role, Side
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.session_file import Saved, dump, parse
from diffview.ui.worker import Engine
from tests.ui.conftest import LEFT, RIGHT, passage_of, wait_for_comparison

KILLED, SHARE = LEFT[1], LEFT[2]


def _texts(window: MainWindow, side: Side = Side.LEFT) -> list[str]:
    assert window.session.comparison is not None
    document = window.session.comparison.document(side)
    return [document.text_of(n) for n in range(len(document.passages))]


def _role(window: MainWindow, text: str) -> Role:
    assert window.session.comparison is not None
    return window.session.comparison.left.passages[_texts(window).index(text)].role


def _click(window: MainWindow, text: str) -> None:
    window.view.panes[Side.LEFT].passage_clicked.emit(_texts(window).index(text))


def _keys(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget() or window, key)


def test_split_by_keys(qtbot: QtBot, opened: MainWindow) -> None:
    """S offers to cut behind the comma, Left and Right move the mark by a word, S cuts; undo joins again."""
    before = _texts(opened)
    _click(opened, KILLED)
    _keys(qtbot, opened, Qt.Key.Key_S)
    assert opened.view.panes[Side.LEFT].painter.cut >= 0
    _keys(qtbot, opened, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_S)
    wait_for_comparison(qtbot, opened)
    assert _texts(opened)[1:3] == ["Nobody was killed,", "the harbor master said on Tuesday."]
    assert opened.view.panes[Side.LEFT].painter.cut == -1
    opened.actions_by_name["undo"].trigger()
    wait_for_comparison(qtbot, opened)
    assert _texts(opened) == before


def test_escape_leaves_the_passage_whole(qtbot: QtBot, opened: MainWindow) -> None:
    """Escape takes the mark away, and nothing was cut."""
    _click(opened, KILLED)
    _keys(qtbot, opened, Qt.Key.Key_S, Qt.Key.Key_Escape)
    assert opened.view.panes[Side.LEFT].painter.cut == -1
    assert opened.session.corrections.borders == ()
    assert opened.message.text == ""


def test_mark_is_seen(qtbot: QtBot, opened: MainWindow) -> None:
    """The mark stands in the text before the word at which would be cut, and the window says what next."""
    _click(opened, KILLED)
    pane = opened.view.panes[Side.LEFT]
    pane._flash.stop()
    pane.painter.flash = 0.0
    before = pane.grab().toImage()
    _keys(qtbot, opened, Qt.Key.Key_S)
    assert pane.grab().toImage() != before
    assert "Esc" in opened.message.text


def test_split_at_the_mouse(qtbot: QtBot, opened: MainWindow) -> None:
    """The menu of a passage cuts it at the word under the mouse."""
    number = _texts(opened).index(KILLED)
    pane = opened.view.panes[Side.LEFT]
    pane.pointed = opened.session.comparison.left.passages[number].span.start + KILLED.index("said") + 1
    menu = opened.passage_menu(Side.LEFT, number)
    (split,) = [action for action in menu.actions() if action.text().startswith("Split here")]
    assert "said on" in split.text()
    split.trigger()
    wait_for_comparison(qtbot, opened)
    assert "said on Tuesday." in _texts(opened)


def test_merge_by_key(qtbot: QtBot, opened: MainWindow) -> None:
    """M makes one passage of the current one and the next, and a second M takes in one more."""
    _click(opened, LEFT[3])
    _keys(qtbot, opened, Qt.Key.Key_M)
    wait_for_comparison(qtbot, opened)
    assert f"{LEFT[3]}\n\n{LEFT[4]}" in _texts(opened)
    _keys(qtbot, opened, Qt.Key.Key_M)
    wait_for_comparison(qtbot, opened)
    assert f"{LEFT[3]}\n\n{LEFT[4]}\n\n{LEFT[5]}" in _texts(opened)


@pytest.mark.parametrize("words", [LEFT[3], LEFT[4]])
def test_the_current_passage_stays_when_those_before_are_merged(qtbot: QtBot, opened: MainWindow, words: str) -> None:
    """What was current is current under the number that it has once passages before it are one, and after undoing."""
    _click(opened, words)
    number = passage_of(opened, Side.LEFT, words)
    opened.session.merge(Side.LEFT, 0)
    wait_for_comparison(qtbot, opened)
    assert opened.view.current_passages() == (Side.LEFT, (number - 1,))
    assert passage_of(opened, Side.LEFT, words) == number - 1
    opened.session.undo()
    wait_for_comparison(qtbot, opened)
    assert opened.view.current_passages() == (Side.LEFT, (number,))


def test_a_passage_that_is_merged_stays_current(qtbot: QtBot, opened: MainWindow) -> None:
    """A passage that is merged with the one before is still the current one, now as its part."""
    _click(opened, LEFT[4])
    number = passage_of(opened, Side.LEFT, LEFT[4])
    opened.session.merge(Side.LEFT, number - 1)
    wait_for_comparison(qtbot, opened)
    assert opened.view.current_passages() == (Side.LEFT, (number - 1,))
    assert f"{LEFT[3]}\n\n{LEFT[4]}" in _texts(opened)


def test_merge_by_menu(qtbot: QtBot, opened: MainWindow) -> None:
    """The menu of a passage merges it with the one before."""
    menu = opened.passage_menu(Side.RIGHT, 4)
    next(action for action in menu.actions() if action.text() == "Merge with the passage before").trigger()
    wait_for_comparison(qtbot, opened)
    assert f"{RIGHT[3]}\n\n{RIGHT[4]}" in _texts(opened, Side.RIGHT)


def test_furniture_by_keys(qtbot: QtBot, opened: MainWindow) -> None:
    """Ctrl+Down walks over page furniture too; T takes it as content, and T again sets it apart."""
    assert _role(opened, SHARE) is Role.FURNITURE
    _click(opened, KILLED)
    qtbot.keyClick(opened, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert opened.view.panes[Side.LEFT].painter.current == {2}
    _keys(qtbot, opened, Qt.Key.Key_T)
    wait_for_comparison(qtbot, opened)
    assert _role(opened, SHARE) is Role.BODY
    _keys(qtbot, opened, Qt.Key.Key_T)
    wait_for_comparison(qtbot, opened)
    assert _role(opened, SHARE) is Role.FURNITURE


def test_keys_say_what_they_need(qtbot: QtBot, opened: MainWindow) -> None:
    """Without a current passage S and M say that one is to be clicked first."""
    for key in (Qt.Key.Key_S, Qt.Key.Key_M):
        opened.message.hide()
        _keys(qtbot, opened, key)
        assert "Click a passage first" in opened.message.text


def test_borders_survive_an_edit_of_the_file(qtbot: QtBot, opened: MainWindow, two_files: tuple[str, str]) -> None:
    """A passage that was split stays split when the file is opened again after a small edit of that very passage."""
    number = _texts(opened).index(KILLED)
    opened.session.split(Side.LEFT, opened.session.comparison.left.passages[number].span.start + KILLED.index("the "))
    wait_for_comparison(qtbot, opened)
    path = Path(two_files[0])
    path.write_text(path.read_text(encoding="utf-8").replace("on Tuesday", "on Wednesday"), encoding="utf-8")
    opened.session.open_file(Side.LEFT, two_files[0])
    qtbot.waitUntil(lambda: "Wednesday" in opened.session.articles[Side.LEFT].text, timeout=20000)
    wait_for_comparison(qtbot, opened)
    assert "the harbor master said on Wednesday." in _texts(opened)


def test_borders_are_kept_in_the_session(qtbot: QtBot, opened: MainWindow) -> None:
    """A saved session holds the borders, and a window that opens it cuts the passages there."""
    number = _texts(opened).index(KILLED)
    opened.session.split(Side.LEFT, opened.session.comparison.left.passages[number].span.start + KILLED.index("the "))
    wait_for_comparison(qtbot, opened)
    saved = opened.session.saved()
    assert isinstance(saved, Saved)
    other = MainWindow(Engine(), PreferencesFile(None))
    qtbot.addWidget(other)
    other.session.restore(parse(dump(saved)))
    wait_for_comparison(qtbot, other)
    assert _texts(other) == _texts(opened)
    other.close()


def test_borders_hold_on_swapped_sides(qtbot: QtBot, opened: MainWindow) -> None:
    """After swapping sides the split passage is still two, also when it is compared anew."""
    number = _texts(opened).index(KILLED)
    opened.session.split(Side.LEFT, opened.session.comparison.left.passages[number].span.start + KILLED.index("the "))
    wait_for_comparison(qtbot, opened)
    opened.actions_by_name["swap"].trigger()
    opened.session.compare()
    wait_for_comparison(qtbot, opened)
    assert "Nobody was killed," in _texts(opened, Side.RIGHT)


def test_one_thing_at_a_time(opened: MainWindow) -> None:
    """Beginning to link ends the splitting that was begun, and the other way round; Escape then ends the rest."""
    passage = _texts(opened).index(KILLED)
    for begin, other in (("split_passage", "link_passages"), ("link_passages", "split_passage")):
        opened.view.panes[Side.LEFT].passage_clicked.emit(passage)
        opened.actions_by_name[begin].trigger()
        opened.actions_by_name[other].trigger()
        is_linking = other == "link_passages"
        assert (opened.correcting.lead is not None) == is_linking
        assert (opened.view.panes[Side.LEFT].painter.cut >= 0) == (not is_linking)
        assert ("Linking" if is_linking else "Splitting") in opened.message.text
        assert opened.message.isVisible()
        QTest.keyClick(opened.view.panes[Side.LEFT], Qt.Key.Key_Escape)
        assert opened.correcting.lead is None
        assert opened.view.panes[Side.LEFT].painter.cut < 0
