"""Tests of one reading pane."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QWheelEvent
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from diffview.model import Article, Comparison, Furniture, Side, Span
from diffview.theme import Theme
from diffview.ui.article_pane import ArticlePane
from diffview.ui.laid_page import beginning_of
from diffview.ui.marks import differing_words, looks
from diffview.ui.pane_painter import Margins
from diffview.ui.theme import MEASURE, measure, reading_font


@pytest.fixture
def pane(qtbot: QtBot, light: Theme, comparison: Comparison) -> ArticlePane:
    """The left pane of the test comparison."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.resize(640, 420)
    pane.show()
    pane.set_article(comparison.left.article)
    pane.set_marks(looks(comparison, Side.LEFT), differing_words(comparison, Side.LEFT), lambda n: f"passage {n}")
    qtbot.wait(20)
    return pane


def _middle(pane: ArticlePane, passage: int) -> QPointF:
    """Return a place on the first words of a passage."""
    start = pane.painter.extents[passage][0] - pane.verticalScrollBar().value()
    return QPointF(pane.painter.margins.before(pane.side) + 30, start + 12)


def _formats(pane: ArticlePane, passage: int) -> list[tuple[str, int]]:
    """Return the words of a paragraph that have a format of their own, and their underline."""
    block = pane.document().findBlock(pane._positions.to_qt(pane._looks[passage].span.start))
    return [
        (block.text()[f.start : f.start + f.length], f.format.underlineStyle().value) for f in block.layout().formats()
    ]


def test_text_is_shown_literally(qtbot: QtBot, light: Theme) -> None:
    """Markup in an article is text."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.set_article(Article.from_text("<script>alert(1)</script>\n<b>bold</b>", title="<script>alert(1)</script>"))
    assert pane.toPlainText() == "<script>alert(1)</script>\n<b>bold</b>"


def test_words_that_differ_are_underlined(pane: ArticlePane) -> None:
    """The differing word has its ground and the underline of its class, the others have none."""
    reworded = dict(_formats(pane, 5))
    assert "closed" in reworded
    assert reworded["closed"] == pane.painter.inks["reworded"].words.underlineStyle().value
    assert _formats(pane, 0) == []


def test_word_after_an_emoji_is_the_right_word(qtbot: QtBot, light: Theme) -> None:
    """Emoji before a word do not move its marks."""
    pane = ArticlePane(Side.RIGHT, light)
    qtbot.addWidget(pane)
    pane.set_article(Article.from_text("😀😀 alpha 😀 beta"))
    pane.set_found([next(iter([pane_span(pane, "beta")]))])
    (shown,) = pane.document().firstBlock().layout().formats()
    text = pane.document().firstBlock().text().encode("utf-16-le")
    assert text[2 * shown.start : 2 * (shown.start + shown.length)].decode("utf-16-le") == "beta"


def pane_span(pane: ArticlePane, word: str):
    """Return where a word stands in the article, in code points."""
    from diffview.model import Span  # noqa: PLC0415

    start = pane._article.text.index(word)
    return Span(start, start + len(word))


def test_furniture_is_grey(pane: ArticlePane, light: Theme) -> None:
    """Page furniture is set in the faint colour and keeps its text."""
    block = pane.document().findBlock(pane._positions.to_qt(pane._looks[2].span.start))
    (shown,) = block.layout().formats()
    assert shown.format.foreground().color() == QColor(light.faint)
    assert block.text() == "Share this story"


def test_furniture_tells_its_rule_to_the_mouse(pane: ArticlePane) -> None:
    """What is under the mouse is explained."""
    assert pane.explanation_at(_middle(pane, 2)) == "passage 2"


def test_click_tells_the_passage(qtbot: QtBot, pane: ArticlePane) -> None:
    """Clicking words tells which passage they are in."""
    with qtbot.waitSignal(pane.passage_clicked) as clicked:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=_middle(pane, 3).toPoint())
    assert clicked.args == [3]


def test_click_in_the_gutter_tells_the_passage(qtbot: QtBot, pane: ArticlePane) -> None:
    """Clicking beside the text, at the ribbons, is as good."""
    place = QPoint(pane.viewport().width() - 3, _middle(pane, 4).toPoint().y())
    with qtbot.waitSignal(pane.passage_clicked) as clicked:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args == [4]


def test_selecting_text_is_no_click(qtbot: QtBot, pane: ArticlePane) -> None:
    """Dragging over words selects them and goes nowhere."""
    seen: list[int] = []
    pane.passage_clicked.connect(seen.append)
    start = _middle(pane, 1).toPoint()
    qtbot.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(pane.viewport(), start + QPoint(120, 0))
    qtbot.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(120, 0))
    assert not seen


def test_hover_tells_once(qtbot: QtBot, pane: ArticlePane) -> None:
    """Moving the mouse inside one passage tells of it once."""
    seen: list[int] = []
    pane.passage_hovered.connect(seen.append)
    for step in range(4):
        qtbot.mouseMove(pane.viewport(), _middle(pane, 1).toPoint() + QPoint(step, 0))
    assert seen == [1]


def test_copy_gives_what_the_file_says(qtbot: QtBot, light: Theme) -> None:
    """Copying copies the hidden characters and not the signs shown for them."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.set_article(Article.from_text("a\u200bb 😀\u202ec"))
    pane.selectAll()
    assert pane.toPlainText() == "a␣b 😀◀c"
    assert pane.createMimeDataFromSelection().text() == "a\u200bb 😀\u202ec"


def test_hidden_character_is_named(qtbot: QtBot, light: Theme) -> None:
    """The mouse over a sign is told which invisible character stands there."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.resize(500, 300)
    pane.show()
    pane.set_article(Article.from_text("\u202e\u202e\u202e\u202e\u202e"))
    qtbot.wait(20)
    place = QPointF(pane.painter.margins.before(Side.LEFT) + 12, pane.y_of(2) + 10)
    assert "right-to-left override" in pane.explanation_at(place)


def test_comfortable_measure(pane: ArticlePane) -> None:
    """However wide the pane, a line holds about seventy letters."""
    pane.resize(2000, 400)
    font = reading_font(17)
    letters = pane.painter.margins.column / (QFontMetricsF(font).horizontalAdvance("the minister said that ") / 23)
    assert letters == pytest.approx(MEASURE, rel=0.12)


@pytest.mark.parametrize("width", [120, 200, 380, 500, 900])
def test_text_fits_any_width(width: int) -> None:
    """The parts of a pane never take more room than there is."""
    margins = Margins.for_width(width, measure(reading_font(17)), 17)
    assert margins.total <= width
    assert margins.column >= 40


@pytest.mark.parametrize(("width", "has_notes"), [(456, False), (500, True), (900, True)])
def test_narrow_pane_gives_its_room_to_the_lines(width: int, has_notes: bool) -> None:
    """Notes stand beside the text only where lines of forty letters are left."""
    margins = Margins.for_width(width, measure(reading_font(17)), 17)
    assert bool(margins.notes) == has_notes
    assert margins.column > measure(reading_font(17), 37)


def test_no_horizontal_scrolling(pane: ArticlePane) -> None:
    """Words wrap at every width."""
    for width in (130, 300, 700):
        pane.resize(width, 400)
        QApplication.processEvents()
        assert pane.horizontalScrollBar().maximum() == 0


def test_reading_place_survives_a_new_width(qtbot: QtBot, light: Theme) -> None:
    """After wrapping anew the line at the top is the line that was there."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.resize(700, 300)
    pane.show()
    pane.set_article(Article.from_text("\n\n".join(f"Paragraph {n} " + "with a few words " * 20 for n in range(60))))
    qtbot.wait(20)
    pane.verticalScrollBar().setValue(round(pane.y_of(pane._article.text.index("Paragraph 30"))))
    for width in (420, 900, 260):
        pane.resize(width, 300)
        qtbot.wait(20)
        top = pane.y_of(pane._article.text.index("Paragraph 30"))
        assert pane.verticalScrollBar().value() == pytest.approx(top, abs=2)


def test_reading_place_survives_marks_and_zoom(qtbot: QtBot, pane: ArticlePane, comparison: Comparison) -> None:
    """Marks that arrive and a larger type leave the line at the top where it is."""
    pane.resize(300, 120)
    qtbot.wait(20)
    start = comparison.left.passages[3].span.start
    pane.verticalScrollBar().setValue(round(pane.y_of(start)))
    pane.set_marks(looks(comparison, Side.LEFT), (), lambda _n: "")
    assert pane.verticalScrollBar().value() == pytest.approx(pane.y_of(start), abs=2)
    pane.set_text_size(24)
    assert pane.verticalScrollBar().value() == pytest.approx(pane.y_of(start), abs=2)


def test_title_is_set_larger(qtbot: QtBot, light: Theme) -> None:
    """The title is larger and bold, the text is not."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.set_article(Article.from_text("The headline\n\nThe text.", title="The headline"))
    heading = next(iter(pane.document().firstBlock())).fragment().charFormat()
    assert heading.fontWeight() >= 600
    text = next(iter(pane.document().lastBlock())).fragment().charFormat()
    assert text.fontWeight() < 600


def test_ctrl_wheel_zooms(qtbot: QtBot, pane: ArticlePane) -> None:
    """Ctrl and the wheel ask for larger text and do not scroll."""
    place = QPointF(100, 100)
    with qtbot.waitSignal(pane.zoom_requested) as zoomed:
        event = QWheelEvent(
            place,
            pane.viewport().mapToGlobal(place),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(pane.viewport(), event)
    assert zoomed.args == [1]


def test_neighbours_neither_overlap_nor_leave_a_gap(qtbot: QtBot, light: Theme) -> None:
    """Two sentences of one paragraph share a border, even in the middle of a line."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.resize(600, 300)
    pane.show()
    pane.set_article(Article.from_text("One sentence here. Another sentence, which is longer, stands there."))
    assert pane.y_of(0) < pane.y_of(18) < pane.y_of(40) < pane.y_of(67)


def test_short_article_does_not_scroll(qtbot: QtBot, light: Theme) -> None:
    """An article that fits its page stays put; a longer one can be scrolled until its last lines are on top."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.resize(600, 300)
    pane.show()
    pane.set_article(Article.from_text("One line."))
    qtbot.wait(20)
    assert pane.verticalScrollBar().maximum() == 0
    pane.set_article(Article.from_text("\n".join(["A line."] * 40)))
    qtbot.wait(20)
    assert pane.text_bottom() - pane.verticalScrollBar().maximum() == pytest.approx(80, abs=2)


def test_pane_takes_no_drops(pane: ArticlePane) -> None:
    """The window handles drops, so neither the pane nor its viewport takes them."""
    assert not pane.acceptDrops()
    assert not pane.viewport().acceptDrops()


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", "😀", "😀😀\n\n👨\u200d👩\u200d👧", "שלום עולם. مرحبا.", "中文文章。第二句。"]
)
def test_odd_articles_are_painted(qtbot: QtBot, light: Theme, text: str) -> None:
    """Empty, emoji-only, right-to-left and Chinese articles are laid out and painted."""
    pane = ArticlePane(Side.RIGHT, light)
    qtbot.addWidget(pane)
    pane.show()
    pane.set_article(Article.from_text(text))
    assert not pane.grab().isNull()
    assert pane.toPlainText() == text


def _page(furniture: int, lines: int = 40) -> Article:
    """Return an article as it is read from a web page, below so many lines of a menu."""
    menu, story = "Menu\n\n" * furniture, "\n\n".join(f"Line {n} of the story." for n in range(lines))
    return replace(Article.from_text(menu + story), furniture=(Furniture(Span(0, len(menu)), "navigation"),))


@pytest.mark.parametrize(("furniture", "passed_over"), [(0, False), (2, False), (12, True), (60, True)])
def test_reading_begins_with_the_article(qtbot: QtBot, light: Theme, furniture: int, passed_over: bool) -> None:
    """A saved web page opens where its article begins, unless the menu above it takes little of the page."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.set_article(_page(furniture))
    pane.resize(600, 700)
    pane.show()
    qtbot.waitExposed(pane)
    first = pane.y_of(len("Menu\n\n") * furniture) - pane.verticalScrollBar().value()
    assert (pane.verticalScrollBar().value() > 0) is passed_over
    assert 0 < first < 200


def test_keys_go_to_the_end_and_back(qtbot: QtBot, light: Theme) -> None:
    """Ctrl+End goes to the end of an article and Ctrl+Home to its beginning, as End and Home do."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.resize(600, 700)
    pane.set_article(_page(0))
    bar, held = pane.verticalScrollBar(), Qt.KeyboardModifier.ControlModifier
    for modifier in (held, Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(pane, Qt.Key.Key_End, modifier)
        assert bar.value() == bar.maximum() > 0
        qtbot.keyClick(pane, Qt.Key.Key_Home, modifier)
        assert bar.value() == 0


def test_a_file_that_is_read_again_keeps_its_place(qtbot: QtBot, light: Theme) -> None:
    """The line at the top of the page stays there when its file is read again, longer; another file begins anew."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.resize(600, 300)
    pane.show()
    text = "\n\n".join(f"Line {n} of the story." for n in range(60))
    pane.set_article(replace(Article.from_text(text), path="/story.txt"))
    pane.verticalScrollBar().setValue(round(pane.y_of(text.index("Line 30"))) + 3)
    longer = f"A paragraph that is new.\n\n{text}"
    pane.set_article(replace(Article.from_text(longer), path="/story.txt"))
    assert pane.verticalScrollBar().value() - pane.y_of(longer.index("Line 30")) == pytest.approx(3, abs=1)
    pane.set_article(replace(Article.from_text(longer), path="/other.txt"))
    assert pane.verticalScrollBar().value() == 0


def test_a_page_that_grows_begins_anew(qtbot: QtBot, light: Theme) -> None:
    """An article given to a pane that has no room yet begins at its top, once its menu takes little of the page."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.resize(300, 100)
    pane.set_article(_page(2))
    assert pane.verticalScrollBar().value() > 0
    pane.resize(600, 700)
    pane.show()
    qtbot.waitExposed(pane)
    assert pane.verticalScrollBar().value() == 0


def test_a_place_that_was_chosen_stays(qtbot: QtBot, light: Theme) -> None:
    """Who has seen the page and scrolled back to its top stays there when the window is resized."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.resize(600, 700)
    pane.show()
    pane.set_article(_page(12))
    qtbot.waitUntil(lambda: pane._beginning == 0)
    assert pane.verticalScrollBar().value() > 0
    pane.verticalScrollBar().setValue(0)
    pane.resize(500, 600)
    qtbot.wait(100)
    assert pane.verticalScrollBar().value() == 0


@pytest.mark.parametrize(
    ("text", "furniture", "begins"),
    [
        ("Menu\n\nStory.", ((0, 4),), 6),
        ("Menu\nHome\nStory.\nShare", ((5, 9), (0, 4), (17, 22)), 10),
        ("Story.\nMenu", ((7, 11),), 0),
        ("Menu", ((0, 4),), 0),
        ("Story.", (), 0),
    ],
)
def test_where_an_article_begins(text: str, furniture: tuple[tuple[int, int], ...], begins: int) -> None:
    """An article begins after all the furniture that stands before it; where nothing else is, at the top."""
    pieces = tuple(Furniture(Span(*place), "navigation") for place in furniture)
    assert beginning_of(replace(Article.from_text(text), furniture=pieces)) == begins


def test_a_text_is_laid_out_once(qtbot: QtBot, light: Theme, comparison: Comparison) -> None:
    """Opening an article in a pane that is shown lays its text out a single time."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.resize(640, 420)
    pane.show()
    sizes: list[float] = []
    pane.document().documentLayout().documentSizeChanged.connect(lambda size: sizes.append(size.height()))
    pane.set_article(comparison.left.article)
    assert len(sizes) == 1


@pytest.mark.parametrize("text", ["Short.", "\n".join(["l"] * 300), "word " * 3000, "\n".join(["i" * 60] * 15)])
def test_room_below_is_right_whatever_was_expected(qtbot: QtBot, light: Theme, text: str) -> None:
    """A text that does not fit its page has room below it, one that does has little, however it was laid out."""
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.resize(640, 420)
    pane.show()
    pane.set_article(Article.from_text(text))
    fits = pane.text_geometry().height - pane._below + 60 <= pane.viewport().height()
    assert pane._below == (60 if fits else 420 - 80)


def test_its_viewport_is_as_qt_makes_them(qtbot: QtBot, light: Theme) -> None:
    """What is painted on has the ground, the cursor, the touch and the focus of any page, and takes no drops."""
    pane, page = ArticlePane(Side.LEFT, light), QTextEdit()
    for widget in (pane, page):
        qtbot.addWidget(widget)
    pane.take_hands()
    ours, theirs = pane.viewport(), page.viewport()
    assert ours.backgroundRole() == theirs.backgroundRole()
    assert ours.autoFillBackground() == theirs.autoFillBackground()
    assert ours.cursor().shape() == theirs.cursor().shape()
    assert ours.objectName() == theirs.objectName()
    assert ours.focusProxy() is pane
    drops = {Qt.WidgetAttribute.WA_AcceptDrops, Qt.WidgetAttribute.WA_DropSiteRegistered}
    for attribute in set(Qt.WidgetAttribute) - drops:
        assert ours.testAttribute(attribute) == theirs.testAttribute(attribute), attribute
