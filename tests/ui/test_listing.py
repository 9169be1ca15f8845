"""Tests of what list, card, tooltips and search say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diffview.model import Comparison, Evidence, Link, Origin, Side, Span
from diffview.reports.view import Piece
from diffview.theme import Theme
from diffview.ui.change_list import ChangeList
from diffview.ui.explain import explain_link, explain_passage, heading
from diffview.ui.find_bar import find_all
from diffview.ui.listing import rows, wordings
from diffview.ui.marks import looks
from diffview.ui.mask import Mask
from tests.ui.conftest import comparison_of, document


def test_one_row_a_change(comparison: Comparison) -> None:
    """Each change has one line with its class, its place and how many words differ."""
    found = {row.text: row for row in rows(comparison)}
    assert len(found) == 4
    row = found["Repairs will cost half a million dollars."]
    assert (row.name, row.where, row.words) == ("Only on the left", "Left paragraph 5", 7)
    assert found["The pier stays closed until spring 😀."].words == 2


def test_row_is_spoken(qtbot: QtBot, light: Theme, comparison: Comparison) -> None:
    """A screen reader hears class, place and words of a line."""
    listed = ChangeList(light)
    qtbot.addWidget(listed)
    listed.set_rows(tuple(rows(comparison)))
    spoken = [listed.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(4)]
    assert "Only on the left. Left paragraph 5. Repairs will cost half a million dollars." in spoken


def test_sorted_by_words(qtbot: QtBot, light: Theme, comparison: Comparison) -> None:
    """Sorting by words puts the largest change first, and choosing a line still means that change."""
    listed = ChangeList(light)
    qtbot.addWidget(listed)
    listed.set_rows(tuple(rows(comparison)))
    listed.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    words = {row.link: row.words for row in rows(comparison)}
    order = [words[link] for link in listed.shown_links()]
    assert order == sorted(order, reverse=True)
    with qtbot.waitSignal(listed.link_chosen) as chosen:
        listed.setCurrentIndex(listed.model().index(0, 0))
    assert words[chosen.args[0]] == max(order)


def test_filtered(qtbot: QtBot, light: Theme, comparison: Comparison) -> None:
    """A class that is switched off is not listed."""
    listed = ChangeList(light)
    qtbot.addWidget(listed)
    listed.set_rows(tuple(rows(comparison)))
    listed.set_mask(Mask(frozenset({"dropped", "added"})))
    assert len(listed.shown_links()) == 2


def test_wordings_join_to_the_passages(comparison: Comparison) -> None:
    """The pieces of each wording are the whole passage, and the differing word is one of them."""
    number = next(n for n, link in enumerate(comparison.links) if link.left == (5,))
    left, right = wordings(comparison, number)
    assert "".join(piece.text for piece in left.pieces) == "The pier stays closed until spring 😀."
    assert Piece("closed", marked=True) in left.pieces
    assert Piece("shut", marked=True) in right.pieces
    assert right.where == "Right, paragraph 5"


def test_why_linked_can_be_checked_in_the_text() -> None:
    """The reason of a link lists shared names, figures, words and the quotation."""
    evidence = Evidence(
        similarity=0.87,
        shared_words=("pier",),
        shared_names=("Nelson",),
        shared_figures=("$44 million",),
        quote_run="that story is true",
        margin=0.2,
        runner_up=1,
    )
    link = Link((0,), (0,), comparison_kind(), score=0.91, evidence=evidence)
    made = Comparison(document(["a"]), document(["a"]), (link,), comparison_of(document([]), document([]), ()).encoder)
    why = explain_link(made, 0)
    for part in ("91% sure", "Nelson", "$44 million", "pier", "“that story is true”", "0.87", "0.20"):
        assert part in why


def test_why_linked_though_another_is_nearer() -> None:
    """A passage that is behind another one is not said to be ahead by less than nothing."""
    link = Link((0,), (0,), comparison_kind(), score=0.4, evidence=Evidence(margin=-0.58, runner_up=1))
    made = Comparison(document(["a"]), document(["a"]), (link,), comparison_of(document([]), document([]), ()).encoder)
    assert "Behind the best passage by 0.58" in explain_link(made, 0)


def comparison_kind():
    """Return the class of a reworded link."""
    from diffview.model import ChangeKind  # noqa: PLC0415

    return ChangeKind.REWORDED


def test_moved_passage_tells_from_where(comparison: Comparison) -> None:
    """The mouse over a moved passage is told its paragraph on the other side, even where no note fits beside it."""
    look = next(look for look in looks(comparison, Side.LEFT) if look.label)
    assert explain_passage(comparison, look).startswith("Moved from paragraph ")


def test_moved_link_tells_both(comparison: Comparison) -> None:
    """A moved link says whether its words changed as well."""
    assert heading(next(link for link in comparison.links if link.moved)).startswith("Moved, ")


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("The Pier, the pier", "pier", ((4, 8), (14, 18))),
        ("😀 pier", "PIER", ((2, 6),)),
        ("a.b axb", "a.b", ((0, 3),)),
        ("anything", "", ()),
        ("İstanbul pier", "pier", ((9, 13),)),
    ],
)
def test_find(text: str, wanted: str, expected: tuple[tuple[int, int], ...]) -> None:
    """Search ignores case, takes signs literally and counts in code points."""
    assert find_all(text, wanted) == tuple(Span(*place) for place in expected)


def test_what_a_passage_is_related_to_is_named_once(comparison: Comparison) -> None:
    """What explains a passage says of each related link one time that it is one."""
    look = next(look for look in looks(comparison, Side.LEFT) if look.related)
    assert explain_passage(comparison, look).count("Related") == len(look.related)


def test_sides_are_named(comparison: Comparison) -> None:
    """What only one side says is explained by naming the other."""
    number = next(n for n, link in enumerate(comparison.links) if not link.on(Side.LEFT))
    assert explain_link(comparison, number) == "Only on the right\nNothing on the left says this."


def test_columns_that_say_something(qtbot: QtBot, light: Theme, comparison: Comparison) -> None:
    """A narrow list keeps sign, place and text; what is checked has a column once something is."""
    made = ChangeList(light)
    qtbot.addWidget(made)
    made.set_rows(tuple(rows(comparison)))

    def shown() -> list[int]:
        return [column for column in range(6) if not made.isColumnHidden(column)]

    made.resize(900, 200)
    made.show()
    assert shown() == [0, 1, 2, 3, 4]
    made.resize(430, 200)
    assert shown() == [0, 2, 4]
    first, *others = rows(comparison)
    made.set_rows((replace(first, origin=Origin.CONFIRMED), *others))
    assert shown() == [0, 2, 4, 5]
