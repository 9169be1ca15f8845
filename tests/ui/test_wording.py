"""Tests of how words that say the same in other words are told apart from words that change what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from diffview.model import Comparison, Op, Side
from diffview.theme import Theme
from diffview.ui.article_pane import ArticlePane
from diffview.ui.explain import explain_link
from diffview.ui.listing import wordings
from diffview.ui.marks import differing_words, looks
from diffview.ui.pair_card import PairCard
from diffview.ui.status import Legend


@pytest.fixture
def number(comparison: Comparison) -> int:
    """The link in which "closed" stands for "shut"."""
    return next(n for n, link in enumerate(comparison.links) if link.left == (5,))


@pytest.fixture
def reworded(comparison: Comparison, number: int) -> Comparison:
    """The comparison with "closed" and "shut" taken for the same."""
    link = comparison.links[number]
    edits = tuple(replace(edit, wording=edit.op is not Op.KEEP) for edit in link.edits)
    links = [replace(link, edits=edits) if n == number else each for n, each in enumerate(comparison.links)]
    return replace(comparison, links=tuple(links))


def _shapes_in_pane(pane: ArticlePane, word: str) -> list[QTextCharFormat]:
    block = pane.document().find(word).block()
    at = block.text().index(word)
    return [QTextCharFormat(shape.format) for shape in block.layout().formats() if shape.start == at]


@pytest.mark.parametrize("name", ["reworded", "comparison"])
def test_only_content_is_filled_in_the_pane(
    qtbot: QtBot, light: Theme, name: str, request: pytest.FixtureRequest
) -> None:
    """In a pane other words for the same thing are dotted without a fill, and a change of content has a fill."""
    comparison = request.getfixturevalue(name)
    pane = ArticlePane(Side.LEFT, light)
    qtbot.addWidget(pane)
    pane.set_article(comparison.left.article)
    pane.set_marks(looks(comparison, Side.LEFT), differing_words(comparison, Side.LEFT), lambda _n: "")
    (shape,) = _shapes_in_pane(pane, "closed")
    filled = shape.background().color() == QColor(light.marks["reworded"].strong)
    dotted = shape.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    assert (filled, dotted) == ((False, True) if name == "reworded" else (True, False))


def test_only_content_is_filled_in_the_card(qtbot: QtBot, light: Theme, reworded: Comparison, number: int) -> None:
    """The pair card shows other words for the same thing dotted and without a fill."""
    card = PairCard(light)
    qtbot.addWidget(card)
    card.show_link("reworded", tuple(wordings(reworded, number)), "")
    cursor: QTextCursor = card.wordings.document().find("shut")
    shape = cursor.charFormat()
    assert shape.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    assert shape.background().style().name == "NoBrush"


def test_tooltip_explains_the_dots(comparison: Comparison, reworded: Comparison, number: int) -> None:
    """Where dots are drawn the explanation of the link says what they mean, elsewhere it does not."""
    assert "the same in other words" in explain_link(reworded, number)
    assert "the same in other words" not in explain_link(comparison, number)


def test_legend_explains_the_dots(qtbot: QtBot, light: Theme) -> None:
    """The legend's button for what is reworded says what the dots mean."""
    legend = Legend(light)
    qtbot.addWidget(legend)
    legend.show_counts({"reworded": 1})
    assert "same in other words" in legend.buttons["reworded"].toolTip()
