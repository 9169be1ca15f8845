"""Tests of scrolling together over texts that Qt has really laid out: random links, widths and fonts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from diffview.ui.scroll_sync import ScrollMap, Tie, View, knots
from diffview.ui.text_geometry import TextGeometry
from diffview.ui.theme import reading_font
from diffview.ui.typesetting import typeset
from tests.strategies import patient

PAGE = 500.0
SENTENCE = "the harbour was closed on Monday because of fog and nobody knew when it would open again"
WORDS = SENTENCE.split()
PARAGRAPHS = st.lists(st.lists(st.integers(1, 60), min_size=1, max_size=3), min_size=6, max_size=24)
Laid = tuple[list[Tie], View, View]


def _lay_out(paragraphs: list[list[int]], width: int, pixels: int) -> tuple[list[tuple[float, float]], float]:
    """Lay sentences of so many words out, and return top and bottom of each and the height of all."""
    sentences = [[" ".join(WORDS[n % len(WORDS)] for n in range(count)) + "." for count in each] for each in paragraphs]
    document = QTextDocument()
    document.setDefaultFont(reading_font(pixels))
    document.setPlainText("\n\n".join(" ".join(each) for each in sentences))
    document.setTextWidth(width)
    typeset(document, "", pixels)
    geometry, at, found = TextGeometry(document), 0, []
    for each in sentences:
        for sentence in each:
            found.append((geometry.y_of(at), geometry.y_of(at + len(sentence))))
            at += len(sentence) + 1
        at += 1
    return found, geometry.height


@st.composite
def laid_out(draw: st.DrawFn) -> Laid:
    """Two articles in their own widths and sizes, some of their sentences linked in any order."""
    sides = [
        _lay_out(draw(PARAGRAPHS), draw(st.integers(120, 900)), draw(st.sampled_from((11, 17, 23, 40)))) for _ in "lr"
    ]
    (left, left_height), (right, right_height) = sides
    partners = draw(st.permutations(range(len(right))))
    if draw(st.booleans()):
        partners = sorted(partners)
    chosen = draw(st.lists(st.integers(0, min(len(left), len(right)) - 1), unique=True))
    ties = [Tie(left[n], right[partners[n]], draw(st.floats(0.1, 100))) for n in chosen]
    views = [View(height + draw(st.floats(0, 400)), PAGE) for height in (left_height, right_height)]
    places = [(0.0, 0.0), *knots(ties), (views[0].height, views[1].height)]
    assume(sum(min(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places)) > PAGE)
    return ties, views[0], views[1]


def _at_sync_point(scroll: ScrollMap, place: float, view: View) -> float:
    """Return the scroll value at which a place of the left article stands at the sync point, by halving."""
    low, high = 0.0, view.reach
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if middle + PAGE * scroll.sync_point(middle) < place else (low, middle)
    return (low + high) / 2


@patient
@given(case=laid_out())
def test_knots_are_level_within_two_pixels(qapp: QApplication, case: Laid) -> None:
    """Linked passages that are knots stand level within 2 pixels when they are at the sync point."""
    ties, left, right = case
    scroll = ScrollMap(ties, left, right)
    for place, partner in knots(ties):
        value = _at_sync_point(scroll, place, left)
        assert abs((place - value) - (partner - scroll.right_of(value))) <= 2


@patient
@given(case=laid_out())
def test_monotone_and_continuous(qapp: QApplication, case: Laid) -> None:
    """Down on one side is never up on the other, and a ten-millionth of a pixel here is no jump there."""
    ties, left, right = case
    scroll = ScrollMap(ties, left, right)
    for way, view in ((scroll.right_of, left), (scroll.left_of, right)):
        values = [view.reach * n / 300 for n in range(301)]
        assert all(way(a) <= way(b) + 1e-6 for a, b in pairwise(values))
        assert all(way(min(view.reach, value + 1e-7)) - way(value) < 1 for value in values)


@patient
@given(case=laid_out(), share=st.floats(0, 1))
def test_round_trip_within_one_pixel(qapp: QApplication, case: Laid, share: float) -> None:
    """Going across and coming back ends within a pixel of the beginning, from either side."""
    ties, left, right = case
    scroll = ScrollMap(ties, left, right)
    assert abs(scroll.left_of(scroll.right_of(share * left.reach)) - share * left.reach) <= 1
    assert abs(scroll.right_of(scroll.left_of(share * right.reach)) - share * right.reach) <= 1
