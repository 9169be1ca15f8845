"""Tests of the arithmetic that keeps both articles level."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diffview.ui.scroll_sync import ScrollMap, Tie, View, heaviest_chain, knots, level

HEIGHTS = st.floats(4, 400)
PAGE = 600.0


@st.composite
def articles(draw: st.DrawFn) -> tuple[list[Tie], View, View]:
    """Two articles of passages of any height, tied in any order, seen through pages of the same height."""
    left, right = (draw(st.lists(HEIGHTS, min_size=1, max_size=25)) for _ in "lr")
    ends = [_stacked(left), _stacked(right)]
    count = min(len(left), len(right))
    partners = draw(st.permutations(range(len(right))))
    chosen = draw(st.lists(st.integers(0, count - 1), max_size=count, unique=True))
    weights = st.floats(0.1, 10)
    ties = [Tie(ends[0][n], ends[1][partners[n]], draw(weights)) for n in chosen]
    bottoms = [max(stack[-1][1], PAGE) + draw(st.floats(0, 200)) for stack in ends]
    return ties, View(bottoms[0], PAGE), View(bottoms[1], PAGE)


def _stacked(heights: list[float]) -> list[tuple[float, float]]:
    found, at = [], 30.0
    for height in heights:
        found.append((at, at + height))
        at += height + 12
    return found


def _samples(view: View, count: int = 200) -> list[float]:
    return [view.reach * n / count for n in range(count + 1)]


@given(articles())
def test_never_backwards(case: tuple[list[Tie], View, View]) -> None:
    """Scrolling one article down never scrolls the other one up."""
    ties, left, right = case
    scroll = ScrollMap(ties, left, right)
    for one, other in ((scroll.right_of, left), (scroll.left_of, right)):
        values = [one(value) for value in _samples(other)]
        assert all(a <= b + 1e-6 for a, b in pairwise(values))


@given(articles())
def test_ends_meet(case: tuple[list[Tie], View, View]) -> None:
    """Both articles reach their beginnings together, and their ends."""
    ties, left, right = case
    scroll = ScrollMap(ties, left, right)
    assume(left.reach > 1 and right.reach > 1)
    assert scroll.right_of(0) == pytest.approx(0, abs=1e-6)
    assert scroll.right_of(left.reach) == pytest.approx(right.reach)
    assert scroll.left_of(right.reach) == pytest.approx(left.reach)


def _travels(ties: list[Tie], left: View, right: View) -> float:
    """Return how far both articles travel together, in pixels: the sync point needs a page of it."""
    places = [(0.0, 0.0), *knots(ties), (left.height, right.height)]
    return sum(min(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places))


@given(articles(), st.data())
def test_way_back(case: tuple[list[Tie], View, View], data: st.DataObject) -> None:
    """Following the other pane and coming back ends within a pixel of where one was."""
    ties, left, right = case
    assume(_travels(ties, left, right) > PAGE)
    scroll = ScrollMap(ties, left, right)
    value = data.draw(st.floats(0, left.reach))
    assert scroll.left_of(scroll.right_of(value)) == pytest.approx(value, abs=1)


@given(articles())
def test_knots_are_level_at_the_sync_point(case: tuple[list[Tie], View, View]) -> None:
    """When a tied place of the left article is at the sync point, its partner is at the same height of its page."""
    ties, left, right = case
    assume(_travels(ties, left, right) > PAGE)
    scroll = ScrollMap(ties, left, right)
    for place, partner in knots(ties):
        value = _value_that_brings(scroll, place, left)
        height = place - value
        assert height == pytest.approx(PAGE * scroll.sync_point(value), abs=0.01)
        assert partner - scroll.right_of(value) == pytest.approx(height, abs=2)


def _value_that_brings(scroll: ScrollMap, place: float, view: View) -> float:
    """Return the scroll value at which `place` stands at the sync point, by halving."""
    low, high = 0.0, view.reach
    for _ in range(80):
        middle = (low + high) / 2
        if middle + PAGE * scroll.sync_point(middle) < place:
            low = middle
        else:
            high = middle
    return (low + high) / 2


@given(articles())
def test_continuous(case: tuple[list[Tie], View, View]) -> None:
    """A step of nothing moves the other pane by nothing: there are no jumps."""
    ties, left, right = case
    assume(left.reach > 1)
    assume(_travels(ties, left, right) > PAGE)
    scroll = ScrollMap(ties, left, right)
    for value in _samples(left, 50):
        assert scroll.right_of(min(left.reach, value + 1e-7)) - scroll.right_of(value) < 1


@given(st.floats(0, 3000), st.floats(1800, 6000))
def test_equal_articles_follow_the_formula_of_meld(value: float, height: float) -> None:
    """For equal articles the sync point is where Meld's formula puts it, and both panes stand at the same place."""
    view = View(height, PAGE)
    ties = [Tie((y, y + 50), (y, y + 50), 1) for y in range(20, int(height) - 60, 80)]
    scroll = ScrollMap(ties, view, view)
    value = min(value, view.reach)
    half = PAGE / 2
    expected = 0.5 * min(1, value / half) + 0.5 * max(0, (value - (height - 1.5 * PAGE)) / half)
    assert scroll.sync_point(value) == pytest.approx(expected, abs=0.01)
    assert scroll.right_of(value) == pytest.approx(value, abs=0.01)


def test_chain_leaves_crossing_links_out() -> None:
    """Of two links that cross the heavier one is kept."""
    heavy, light = Tie((100, 150), (0, 50), 5), Tie((0, 50), (100, 150), 2)
    assert heaviest_chain([light, heavy]) == (heavy,)


def test_many_light_links_outweigh_one_heavy() -> None:
    """Three links in order win over one that crosses them all and weighs more than each."""
    chain = [Tie((n * 100, n * 100 + 50), (n * 100, n * 100 + 50), 2) for n in range(1, 4)]
    crossing = Tie((0, 50), (500, 550), 5)
    assert heaviest_chain([crossing, *chain]) == tuple(chain)


@given(articles())
def test_chain_is_in_order(case: tuple[list[Tie], View, View]) -> None:
    """No two links of the chain overlap or cross."""
    chain = heaviest_chain(case[0])
    for before, after in pairwise(chain):
        assert before.left[1] <= after.left[0] + 0.5
        assert before.right[1] <= after.right[0] + 0.5


@given(articles())
def test_chain_weighs_most(case: tuple[list[Tie], View, View]) -> None:
    """No chain found by trying all ways weighs more."""
    ties = sorted(case[0], key=lambda tie: tie.left)
    best: list[float] = []
    for n, tie in enumerate(ties):
        before = [
            best[m] for m in range(n) if ties[m].left[1] <= tie.left[0] + 0.5 and ties[m].right[1] <= tie.right[0] + 0.5
        ]
        best.append(tie.weight + max(before, default=0))
    assert sum(tie.weight for tie in heaviest_chain(ties)) == pytest.approx(max(best, default=0))


def test_no_links_at_all() -> None:
    """Unrelated articles scroll in proportion."""
    scroll = ScrollMap([], View(2000, 500), View(5000, 500))
    assert scroll.right_of(1500) == pytest.approx(4500)
    assert 0 < scroll.right_of(700) < 4500


def test_article_that_needs_no_scrolling() -> None:
    """An article shorter than its page stays where it is while the other one scrolls."""
    scroll = ScrollMap([Tie((10, 60), (900, 950), 1)], View(600, 600), View(3000, 600))
    assert scroll.left_of(1700) == 0


def test_level_keeps_the_leading_place() -> None:
    """The place the reader clicked stays, and its partner comes to the same height."""
    assert level(1000, 3000, 200, 5000, 5000) == (800, 2800)


def test_level_near_the_beginning() -> None:
    """A partner near the beginning cannot come further down, so both meet further up."""
    left, right = level(1000, 100, 300, 5000, 5000)
    assert (1000 - left, 100 - right) == (100, 100)


def test_level_out_of_reach() -> None:
    """When no height will do for both, the leading place stays and the other comes as near as it can."""
    assert level(0, 4900, 0, 1000, 4500) == (0, 4500)
