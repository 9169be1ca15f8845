"""Is a line that is too long for Qt shown in pieces, with every place of the text where it was?"""

from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from diffview.model import Article, Side, Span
from diffview.theme import load_theme
from diffview.ui.article_pane import ArticlePane
from diffview.ui.shown_text import Folded, ShownText
from diffview.ui.soft_breaks import LONGEST, loosened, soft_breaks
from tests.strategies import patient

WORD = "x" * (3 * LONGEST)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Return lines of which some are too long, with and without white space, and signs of two units or more parts."""
    units = st.sampled_from(["a", "ferry ", "😀", "e\u0301", "👩\u200d👩\u200d👧", "\n", "\u00a0"])
    runs = st.tuples(units, st.sampled_from([1, 3, LONGEST // 3, 2 * LONGEST]))
    return "".join(unit * count for unit, count in draw(st.lists(runs, max_size=5)))


def _pane(qtbot: QtBot, text: str) -> ArticlePane:
    pane = ArticlePane(Side.LEFT, load_theme("light"))
    qtbot.addWidget(pane)
    pane.resize(600, 800)
    pane.set_article(Article(text))
    pane.show()
    return pane


@given(texts())
@patient
def test_no_line_is_longer(text: str) -> None:
    """No line is longer than what is laid out in one piece, and nothing but line breaks is added."""
    shown = ShownText(text)
    assert max(map(len, shown.text.split("\n"))) <= LONGEST
    assert shown.text.replace("\n", "") == text.replace("\n", "")
    assert loosened(text).replace("\u2028", "") == text


@given(texts())
@patient
def test_signs_stay_whole(text: str) -> None:
    """A letter with its marks, or an emoji of several parts, is never broken."""
    edges = {match.start() for match in regex.finditer(r"\X", text)}
    assert edges.issuperset(soft_breaks(text))


@given(texts(), st.data())
@patient
def test_every_place_comes_back(text: str, data: st.DataObject) -> None:
    """A place of the text, shown and asked for, is the same place, and shows the same letter."""
    shown = ShownText(text)
    units = shown.text.encode("utf-16-le", "surrogatepass")
    point = data.draw(st.integers(0, len(text)))
    unit = shown.to_qt(point)
    assert shown.to_point(unit) == point
    letter = text[point : point + 1].encode("utf-16-le")
    assert units[2 * unit : 2 * unit + len(letter)] == letter


def test_breaks_follow_white_space() -> None:
    """A long line of words breaks between words."""
    text = "ferry " * LONGEST
    assert soft_breaks(text)
    assert all(text[at - 1] == " " and text[at] == "f" for at in soft_breaks(text))


def test_ordinary_lines_are_left_alone() -> None:
    """A text whose lines are no longer than an article's is shown as it is."""
    text = f"{'a' * LONGEST}\n\n{'ferry ' * (LONGEST // 6)}"
    assert ShownText(text).text == text
    assert ShownText(text).breaks == ()


def test_folds_and_breaks_together() -> None:
    """Around a fold long lines are broken, and inside it nothing is."""
    text = f"{WORD}\n{WORD}\nend"
    fold = Folded(Span(0, len(WORD)), "folded")
    shown = ShownText(text, [fold])
    assert shown.text.split("\n") == ["folded", *["x" * LONGEST] * 3, "end"]
    assert shown.to_point(shown.to_qt(text.index("end"))) == text.index("end")
    assert shown.hides(fold.span)
    assert not shown.hides(Span(len(WORD) + 1, len(text)))


def test_a_giant_word_is_laid_out_in_pieces(qtbot: QtBot) -> None:
    """A word of half a million letters is shown in blocks of a bounded length, without space between them."""
    pane = _pane(qtbot, "x" * 500_000)
    document = pane.document()
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    assert len(blocks) == 500_000 // LONGEST
    assert all(block.length() <= LONGEST + 1 for block in blocks)
    assert {block.blockFormat().bottomMargin() for block in blocks[:-1]} == {0}
    assert blocks[-1].blockFormat().bottomMargin() > 0


def test_what_is_copied_has_no_breaks(qtbot: QtBot) -> None:
    """Copied text is that of the file, without the breaks of the page."""
    pane = _pane(qtbot, WORD)
    pane.selectAll()
    assert pane.createMimeDataFromSelection().text() == WORD


def test_marks_behind_a_break_lie_right(qtbot: QtBot) -> None:
    """What is found behind several breaks is marked where it stands."""
    text = f"{WORD} harbour"
    pane = _pane(qtbot, text)
    pane.set_found([Span(len(text) - 7, len(text))])
    block = pane.document().lastBlock()
    (mark,) = block.layout().formats()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + mark.start)
    cursor.setPosition(block.position() + mark.start + mark.length, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "harbour"
