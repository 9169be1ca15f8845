"""Which place of the right article belongs level with which place of the left one while one of them scrolls?

Pure arithmetic, no Qt; all lengths are pixels of the laid-out text. Three steps:

1. Of the links that are sure and in order, the heaviest increasing chain becomes *knots*: places that belong together.
2. Between the knots the places run linearly: one increasing, continuous curve of (left, right) places.
3. A *sync point* travels down the page while the reader travels through the article: at the start it lies at the top
   of the page, then in the middle, at the end at the bottom. Places of the curve are level at the sync point.

For two equal articles step 3 is Meld's formula, s = 0.5 min(1, v / (p/2)) + 0.5 max(0, (v - (h - 1.5 p)) / (p/2)), for
scroll value v, page p and height h. Where the articles run at different speeds, that formula would let the slower side
step backwards near the ends; here the sync point moves only as fast as the slower side does, so that both always
travel forwards, the way back is the way there, and both ends meet.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    import numpy as np
    from numpy.typing import NDArray

    _Values = NDArray[np.float64]

Place = tuple[float, float]
Extent = tuple[float, float]
_KEPT = 2 / 3
"""Share of a linked passage that stays level; the rest makes room for what only the other side has."""


class Tie(NamedTuple):
    """A link as the scroll bars see it: where it lies on both sides (top, bottom), and how much it weighs."""

    left: Extent
    right: Extent
    weight: float


class View(NamedTuple):
    """How much of one article there is: its height and that of the page it is seen through."""

    height: float
    page: float

    @property
    def reach(self) -> float:
        """The highest value of the scroll bar."""
        return max(0.0, self.height - self.page)


def heaviest_chain(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Return the ties that keep one order on both sides and weigh most together, in O(n log n).

    A tie follows another when it begins no earlier than the other ends, on both sides.
    """
    steps = chain_in_steps(ties)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: tuple[Tie, ...] = end.value
            return found


def chain_in_steps(ties: Sequence[Tie]) -> Generator[None, None, tuple[Tie, ...]]:
    """Return the heaviest chain, for `yield from` in a work of many steps; each takes a few milliseconds."""
    order = sorted(range(len(ties)), key=lambda n: ties[n].left)
    ends = sorted({tie.right[1] for tie in ties})
    tree = _BestBefore(len(ends))
    chain_weight, before = [0.0] * len(ties), [-1] * len(ties)
    waiting = sorted(order, key=lambda n: ties[n].left[1])
    done = 0
    for number, n in enumerate(order):
        if number % _STRIDE == _STRIDE - 1:
            yield
        while done < len(waiting) and ties[waiting[done]].left[1] <= ties[n].left[0] + _TOUCH:
            closed = waiting[done]
            tree.put(bisect_left(ends, ties[closed].right[1]), chain_weight[closed], closed)
            done += 1
        best, before[n] = tree.best(bisect_left(ends, ties[n].right[0] + _TOUCH))
        chain_weight[n] = best + ties[n].weight
    return _walk_back(ties, chain_weight, before)


_STRIDE = 250
_TOUCH = 0.5
"""Overlap in pixels that does not count as one."""


def _walk_back(ties: Sequence[Tie], weights: Sequence[float], before: Sequence[int]) -> tuple[Tie, ...]:
    found: list[Tie] = []
    at = max(range(len(ties)), key=weights.__getitem__, default=-1)
    while at >= 0:
        found.append(ties[at])
        at = before[at]
    return tuple(reversed(found))


class _BestBefore:
    """Keeps the heaviest entry among the first n places; a Fenwick tree of maxima."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def put(self, place: int, weight: float, entry: int) -> None:
        """Enter `entry` at `place`."""
        place += 1
        while place < len(self._tree):
            self._tree[place] = max(self._tree[place], (weight, entry))
            place += place & -place

    def best(self, places: int) -> tuple[float, int]:
        """Return the heaviest entry at the places below `places`, (0, -1) if there is none."""
        found = (0.0, -1)
        while places > 0:
            found = max(found, self._tree[places])
            places -= places & -places
        return found


def knots(ties: Sequence[Tie]) -> tuple[Place, ...]:
    """Return the places that belong together, of the heaviest chain of these ties."""
    return _knots_of(heaviest_chain(ties))


def _knots_of(chain: Sequence[Tie]) -> tuple[Place, ...]:
    """Return for each tie of a chain its top and a place further down."""
    found: list[Place] = []
    for tie in chain:
        (top_left, end_left), (top_right, end_right) = tie.left, tie.right
        found.append((top_left, top_right))
        found.append((top_left + _KEPT * (end_left - top_left), top_right + _KEPT * (end_right - top_right)))
    return tuple(found)


def curve(places: Sequence[Place], end: Place) -> tuple[Place, ...]:
    """Return the places from (0, 0) to `end` that strictly increase on both sides."""
    found: list[Place] = [(0.0, 0.0)]
    left, right = _STEP, _STEP
    for place in places:
        if left < place[0] < end[0] - _STEP and right < place[1] < end[1] - _STEP:
            found.append(place)
            left, right = place[0] + _STEP, place[1] + _STEP
    return (*found, end)


_STEP = 1e-3
_TILT = 1e-3
"""How far standing still is turned into travelling where articles have less than a page in common."""


class ScrollMap:
    """The way both articles scroll together, as one line through pairs of scroll values.

    `left_of` and `right_of` are each other's inverse, increasing and continuous; they map 0 to 0 and reach to reach.
    """

    def __init__(self, ties: Sequence[Tie], left: View, right: View, *, is_chain: bool = False) -> None:
        """`is_chain`: the ties are a heaviest chain already."""
        import numpy as np  # noqa: PLC0415 - not needed to open a window

        self._between = np.interp
        views = (left, right)
        end = tuple(max(view.height, view.page, 1.0) for view in views)
        places = np.array(curve(_knots_of(ties) if is_chain else knots(ties), (end[0], end[1])))
        page = max(left.page, right.page, 1.0)
        tilt = 0.0 if np.diff(places, axis=0).min(axis=1).sum() > page else _TILT
        places, self._sync = _with_sync_points(places, page)
        self._values = tuple(_scroll_values(places[:, n], self._sync, views[n], tilt) for n in (0, 1))

    def right_of(self, left: float) -> float:
        """Return the right scroll value for a left one."""
        return float(self._between(left, self._values[0], self._values[1]))

    def left_of(self, right: float) -> float:
        """Return the left scroll value for a right one."""
        return float(self._between(right, self._values[1], self._values[0]))

    def sync_point(self, left: float) -> float:
        """Return how far down the page both articles are level, from 0 (top) to 1 (bottom)."""
        return float(self._between(left, self._values[0], self._sync))


def _with_sync_points(places: _Values, page: float) -> tuple[_Values, _Values]:
    """Return the curve with the places added at which the sync point starts or stops moving, and its sync points."""
    import numpy as np  # noqa: PLC0415

    steps = np.diff(places, axis=0).min(axis=1)
    travelled = np.concatenate(([0.0], np.cumsum(steps)))
    ramp = min(page, travelled[-1] / 2)
    stops = np.sort(np.concatenate((travelled, (ramp, travelled[-1] - ramp))))
    stops = stops[np.concatenate(([True], np.diff(stops) > 0))]
    finer = np.column_stack([np.interp(stops, travelled, places[:, n]) for n in (0, 1)])
    sync = 0.5 * np.minimum(1, stops / ramp) + 0.5 * (1 - np.minimum(1, (travelled[-1] - stops) / ramp))
    return finer, sync


def _scroll_values(places: _Values, sync: _Values, view: View, tilt: float) -> _Values:
    """Return the scroll values that bring `places` to the sync points: never backwards, from 0 to the view's reach."""
    import numpy as np  # noqa: PLC0415

    values = np.clip(places - view.page * sync, 0, view.reach)
    values = np.maximum.accumulate(values)
    values[0], values[-1] = 0.0, view.reach
    slope = np.linspace(0, view.reach, len(values))
    return values + tilt * (slope - values)


def level(top: float, other_top: float, at: float, reach: float, other_reach: float) -> tuple[float, float]:
    """Return the two scroll values that show two places at the same height of the page, as near to `at` as can be.

    When no height will do for both, the first place stays at `at` and the other comes as near as its reach lets it.
    """
    low, high = max(top - reach, other_top - other_reach), min(top, other_top)
    height = min(max(at, low), high) if low <= high else at
    return min(max(top - height, 0.0), reach), min(max(other_top - height, 0.0), other_reach)
