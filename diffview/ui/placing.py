"""How do ribbons, overview bars and the scroll lock learn where everything lies?

Of long texts in slices of time: until all is known they go on to show what they did, and do not answer the mouse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from diffview.model import Side
from diffview.ui.overview_bar import Bar
from diffview.ui.pair_of_panes import PairOfPanes
from diffview.ui.scroll_lock import ScrollLock
from diffview.ui.scroll_sync import Extent, ScrollMap, View, chain_in_steps
from diffview.ui.slices import Slices, in_steps

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.model import Comparison
    from diffview.ui.folds import Fold
    from diffview.ui.marks import Gaps, Look

_AT_ONCE = 600
"""Passages of both sides together of which everything is handed out at once."""


class Placing:
    """Reads the layout of two panes and hands out what follows from it; `gaps` are those that were handed out last."""

    def __init__(self, pair: PairOfPanes, lock: ScrollLock, then: Callable[[], None]) -> None:
        """`then` is called each time when everything has been handed out."""
        self._pair, self._lock, self._then = pair, lock, then
        self._slices = Slices(lambda: all(pane.paver.is_done for pane in pair.panes.values()), pair)
        self._shown: Comparison | None = None
        self.gaps: Mapping[Side, Gaps] = {}

    @property
    def is_done(self) -> bool:
        """Whether all is handed out."""
        return self._slices.is_done

    def is_of(self, comparison: Comparison | None) -> bool:
        """Return whether this is the comparison whose ribbons are shown."""
        return comparison is self._shown

    def start(self, comparison: Comparison | None, looks: Mapping[Side, Sequence[Look]], folds: Sequence[Fold]) -> None:
        """Hand out where everything of a comparison lies now; without one there is nothing to show."""
        self._slices.start(self._hand_out(comparison, dict(looks), folds))
        if sum(map(len, looks.values())) <= _AT_ONCE:
            self.finish()

    def finish(self) -> None:
        """Hand out at once what is left, since somebody goes by it."""
        self._slices.finish()

    def _hand_out(
        self, comparison: Comparison | None, looks: Mapping[Side, Sequence[Look]], folds: Sequence[Fold]
    ) -> Iterator[None]:
        panes, bars = self._pair.panes, self._pair.bars
        for pane in panes.values():
            yield from pane.measure()
        extents = {side: panes[side].extents() for side in Side}
        yield
        for side in Side:
            shown = zip(looks[side], extents[side], strict=True)
            found = yield from in_steps(Bar(top, bottom, look.mark, look.link) for look, (top, bottom) in shown)
            bars[side].set_bars(found, panes[side].text_bottom())
            yield
        if comparison is None:
            self._pair.map.set_ribbons((), lambda _link: "")
            self._lock.set_map(None)
        else:
            yield from self._draw_ribbons(comparison, extents, folds)
            self._shown = comparison
            yield from self._tie(comparison, extents)
        self._shown = comparison
        self._then()

    def _draw_ribbons(
        self, comparison: Comparison, extents: Mapping[Side, Sequence[Extent]], folds: Sequence[Fold]
    ) -> Iterator[None]:
        from diffview.ui.explain import explain_link  # noqa: PLC0415 - the panes are there before any comparison
        from diffview.ui.link_ends import ribbons  # noqa: PLC0415
        from diffview.ui.marks import Gaps  # noqa: PLC0415

        gaps = {}
        for side in Side:
            gaps[side] = Gaps(comparison, side, extents[side])
            yield
        drawn = yield from in_steps(ribbons(comparison, extents, gaps, folds))
        self.gaps = gaps
        self._pair.map.set_ribbons(drawn, lambda number: explain_link(comparison, number))
        yield

    def _tie(self, comparison: Comparison, extents: Mapping[Side, Sequence[Extent]]) -> Iterator[None]:
        from diffview.ui.marks import ties  # noqa: PLC0415 - the panes are there before any comparison

        tied = yield from in_steps(ties(comparison, extents[Side.LEFT], extents[Side.RIGHT]))
        chain = yield from chain_in_steps(tied)
        panes = self._pair.panes
        views = (View(panes[side].text_height(), panes[side].viewport().height()) for side in Side)
        self._lock.set_map(ScrollMap(chain, *views, is_chain=True))
