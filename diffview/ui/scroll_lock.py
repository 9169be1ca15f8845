"""How do two scroll bars keep together without chasing each other?

The bar the reader moves leads; the other is set, and what one sets oneself is never answered. When the panes do not
stand on their common way, because the reader followed a crossing link or scrolled one pane alone, the difference is
not taken back at once: it melts away over the next page of travel.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollBar

from diffview.model import Side
from diffview.ui.scroll_sync import ScrollMap

_ROUNDING = 1.0


class ScrollLock(QObject):
    """Keeps two scroll bars on the way of a `ScrollMap`; `is_free` is asked each time whether to let go."""

    def __init__(self, left: QScrollBar, right: QScrollBar, is_free: Callable[[], bool]) -> None:
        super().__init__(left)
        self._bars = {Side.LEFT: left, Side.RIGHT: right}
        self._last = {Side.LEFT: 0, Side.RIGHT: 0}
        self._map: ScrollMap | None = None
        self._is_free = is_free
        self._setting = False
        self._way = 0.0
        self.leader = Side.LEFT
        left.valueChanged.connect(lambda value: self._moved(Side.LEFT, value))
        right.valueChanged.connect(lambda value: self._moved(Side.RIGHT, value))

    def set_map(self, scroll_map: ScrollMap | None) -> None:
        """Take another way, after a new layout; the pane that does not lead follows, unless it was let go."""
        self._map = scroll_map
        if scroll_map is not None and not self._way and not self._is_free():
            self._put(self.leader.other, self._partner(self.leader, self._bars[self.leader].value()))

    def show(self, left: float, right: float) -> None:
        """Set both bars, on their common way or not."""
        self._put(Side.LEFT, left)
        self._put(Side.RIGHT, right)
        self.let_go()

    def let_go(self) -> None:
        """Leave both bars where they are; they find to their common way while the reader scrolls a page."""
        self._way = self._page()

    def take_hold(self) -> None:
        """Bring both bars together with the next way, whatever they were shown before."""
        self._way = 0.0

    def _moved(self, side: Side, value: int) -> None:
        before, self._last[side] = self._last[side], value
        if self._setting or self._map is None:
            return
        self.leader = side
        if self._is_free():
            self._way = self._page()
            return
        other = self._bars[side.other].value()
        slack = other - self._partner(side, before)
        self._put(side.other, self._partner(side, value) + self._left_over(slack, abs(value - before)))

    def _left_over(self, slack: float, travelled: float) -> float:
        """Return how much of a difference is left after travelling on."""
        if abs(slack) <= _ROUNDING or self._way <= travelled:
            self._way = 0.0
            return 0.0
        share = 1 - travelled / self._way
        self._way -= travelled
        return slack * share

    def _partner(self, side: Side, value: float) -> float:
        if self._map is None:
            return value
        return self._map.right_of(value) if side is Side.LEFT else self._map.left_of(value)

    def _page(self) -> float:
        return float(max(bar.pageStep() for bar in self._bars.values()))

    def _put(self, side: Side, value: float) -> None:
        self._setting = True
        self._bars[side].setValue(round(value))
        self._last[side] = self._bars[side].value()
        self._setting = False
