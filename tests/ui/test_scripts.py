"""Tests of articles in other scripts: from right to left, without spaces, and both beside English."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diffview.model import Bead, Comparison, Side
from diffview.ui.article_pane import ArticlePane
from diffview.ui.main_window import MainWindow
from tests.ui.conftest import comparison_of, document, show_comparison

ARABIC = (
    "اصطدمت العبارة بالرصيف عند الفجر، وقال قائد الميناء إن أحدا لم يصب بأذى.",
    "قال Ruben Haldane إن السفينة Margaret Ellen ستعود إلى العمل يوم 14 مارس.",
    "يبقى الرصيف مغلقا حتى الربيع.",
)
HEBREW = (
    "המעבורת פגעה ברציף עם שחר, ואיש לא נפגע.",
    "הקברניט Ruben Haldane צפר פעמיים לפני הפגיעה.",
    "הרציף יישאר סגור עד האביב.",
)
CHINESE = (
    "渡轮在黎明时分撞上码头，港务长说没有人受伤。",
    "船长 Ruben Haldane 在撞击前鸣笛两次。",
    "码头将关闭到春天。",
)
JAPANESE = (
    "夜明けにフェリーが桟橋に衝突し、けが人はいなかったと港長は語った。",
    "船長は衝突の前に汽笛を二度鳴らした。",
    "桟橋は春まで閉鎖される。",
)
ENGLISH = (
    "The ferry struck the pier at dawn, and the harbor master said that nobody was hurt.",
    "Ruben Haldane said that the Margaret Ellen would be back at work on 14 March.",
    "The pier stays closed until spring.",
)
SCRIPTS = {"Arabic": ARABIC, "Hebrew": HEBREW, "Chinese": CHINESE, "Japanese": JAPANESE}
Show = Callable[[str], MainWindow]


@pytest.fixture
def show(qtbot: QtBot, window: MainWindow) -> Show:
    """Show an article of one script beside an English one, each passage linked to its translation."""

    def shown(script: str) -> MainWindow:
        show_comparison(qtbot, window, pair(script))
        return window

    return shown


def pair(script: str) -> Comparison:
    """Return an article of one script beside an English one."""
    beads = [Bead((n,), (n,), 0.9) for n in range(3)]
    return comparison_of(document(SCRIPTS[script]), document(ENGLISH), beads)


def _blocks(pane: ArticlePane) -> list[QTextBlock]:
    text = pane.document()
    return [block for n in range(text.blockCount()) if (block := text.findBlockByNumber(n)).length() > 1]


@pytest.mark.parametrize("script", ["Arabic", "Hebrew"])
def test_right_to_left_is_set_from_the_right(show: Show, script: str) -> None:
    """Each paragraph runs as its first letter does: Arabic and Hebrew begin at the right edge, English at the left."""
    window = show(script)
    for side, direction in ((Side.LEFT, Qt.LayoutDirection.RightToLeft), (Side.RIGHT, Qt.LayoutDirection.LeftToRight)):
        for block in _blocks(window.view.panes[side]):
            assert block.textDirection() is direction
            line = block.layout().lineAt(0)
            begins = _x(line, 0) - line.x()
            assert begins == pytest.approx(line.width() if side is Side.LEFT else 0, abs=1)


def test_first_strong_letter_decides(qtbot: QtBot, window: MainWindow) -> None:
    """A figure or a quotation mark before the first letter does not turn a paragraph round."""
    left = document(["«14» مارس موعد العودة", "“14 March” is the day", "مرحبا Ruben", "Ruben مرحبا"])
    show_comparison(qtbot, window, comparison_of(left, document(ENGLISH), []))
    found = [block.textDirection() for block in _blocks(window.view.panes[Side.LEFT])]
    assert [each is Qt.LayoutDirection.RightToLeft for each in found] == [True, False, True, False]


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("Arabic", "العبارة"),
        ("Arabic", "Ruben Haldane"),
        ("Arabic", "قال Ruben"),
        ("Arabic", "Ellen ستعود"),
        ("Arabic", "14 مارس"),
        ("Hebrew", "פגעה ברציף"),
        ("Hebrew", "הקברניט Ruben"),
        ("Chinese", "港务长"),
        ("Chinese", "Ruben Haldane 在"),
        ("Japanese", "フェリー"),
    ],
)
def test_ground_lies_under_the_letters(show: Show, script: str, words: str) -> None:
    """What is painted behind words lies behind their letters, also where two directions meet in a line."""
    pane = show(script).view.panes[Side.LEFT]
    at = pane.toPlainText().index(words)
    painted = list(pane.text_geometry().rows(at, at + len(words), 0, 1e6))
    drawn = _letters(pane, at, len(words))
    assert drawn
    for letter in drawn:
        assert any(row.left() - 2 <= letter.left() and letter.right() <= row.right() + 2 for row in painted), letter
    assert sum(row.width() for row in painted) <= sum(letter.width() for letter in drawn) + 6 * len(words)


def _letters(pane: ArticlePane, at: int, length: int) -> list[QRectF]:
    """Return where Qt draws each letter of a stretch of text."""
    block = pane.document().findBlock(at)
    layout, found = block.layout(), []
    for place in range(at - block.position(), at - block.position() + length):
        for run in layout.lineForTextPosition(place).glyphRuns(place, 1):
            box = run.boundingRect()
            if box.width() > 0:
                found.append(box.translated(layout.position().x(), 0))
    return found


@pytest.mark.parametrize("script", list(SCRIPTS))
def test_ribbons_and_gutters_stay(show: Show, script: str) -> None:
    """Passages of any script stand below each other, have their ribbons, and are found by a click in the gutter."""
    window = show(script)
    pane = window.view.panes[Side.LEFT]
    tops = [top for top, _ in pane.extents()]
    assert tops == sorted(tops)
    assert len(set(tops)) == 3
    assert {ribbon.link for ribbon in window.view.map._ribbons} == {0, 1, 2}
    QApplication.processEvents()
    x = pane.viewport().width() - 4
    for number, (top, bottom) in enumerate(pane.extents()):
        assert pane.passage_at(QPointF(x, (top + bottom) / 2)) == number


@pytest.mark.parametrize("script", list(SCRIPTS))
def test_a_click_on_letters_finds_their_passage(show: Show, script: str) -> None:
    """A click on the first letters of a passage finds that passage, whichever way they run."""
    pane = show(script).view.panes[Side.LEFT]
    for number, text in enumerate(SCRIPTS[script]):
        at = pane.toPlainText().index(text)
        box = _letters(pane, at, 4)[0]
        top, pitch = pane.text_geometry().row_of(at)
        assert pane.passage_at(QPointF(box.center().x(), top + pitch / 2)) == number


def _x(line: QTextLine, place: int) -> float:
    found = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)
