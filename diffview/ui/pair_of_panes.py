"""How are two panes, the ribbons and the overview bars laid out: side by side, or one above the other?"""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from diffview.model import Side
from diffview.theme import Theme
from diffview.ui.article_pane import ArticlePane
from diffview.ui.link_map import LinkMap
from diffview.ui.overview_bar import OverviewBar
from diffview.ui.pane_header import PaneHeader
from diffview.ui.speech import overview_name
from diffview.ui.theme import Type

_NARROW = 720
_TOO_NARROW = 700
"""Width in pixels below which two columns are no longer read with ease, and the panes are stacked."""
_Cell = tuple[int, int, int, int]
"""Row, column, and how many of each."""
_HEADERS: dict[bool, tuple[_Cell, _Cell]] = {False: ((0, 0, 1, 2), (0, 3, 1, 2)), True: ((0, 2, 1, 1), (2, 2, 1, 1))}
_BARS: dict[bool, tuple[_Cell, _Cell]] = {False: ((1, 0, 1, 1), (1, 4, 1, 1)), True: ((1, 1, 1, 1), (3, 1, 1, 1))}
_PANES: dict[bool, tuple[_Cell, _Cell]] = {False: ((1, 1, 1, 1), (1, 3, 1, 1)), True: ((1, 2, 1, 1), (3, 2, 1, 1))}
_MAP: dict[bool, _Cell] = {False: (1, 2, 1, 1), True: (0, 3, 4, 1)}
"""Where the widgets of each side lie, and the ribbons: side by side, or stacked."""
_ASIDE = (0, 4)
"""The columns beside stacked pages: what these have no use for is left free on both sides of them."""


class PairOfPanes(QWidget):
    """The widgets of a comparison and where they lie; a narrow window stacks them by itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headers = {side: PaneHeader(side, self) for side in Side}
        self.panes = {side: ArticlePane(side, theme, self) for side in Side}
        self.bars = {side: OverviewBar(theme, self) for side in Side}
        self.map = LinkMap(theme, self)
        for pane in self.panes.values():
            pane.resized.connect(self.tell_map)  # as by a line more in a header
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.wants_stack = False
        self.is_stacked = False
        self._lay_out()
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Comparison"))
        for side, bar in self.bars.items():
            bar.setAccessibleName(overview_name(side))

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        self._name()
        for side in Side:
            self.headers[side].retranslate()
            self.panes[side].retranslate()
        self.map.retranslate()
        self._centre()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for side in Side:
            self.panes[side].set_theme(theme)
            self.bars[side].set_theme(theme)
        self.map.set_theme(theme)

    def set_type(self, wanted: Type) -> None:
        """Set both articles in another font, size, line height or measure."""
        for pane in self.panes.values():
            pane.set_type(wanted)
        self._centre()

    def stack(self, *, wanted: bool) -> None:
        """Show one pane above the other, or side by side where the window is wide enough."""
        self.wants_stack = wanted
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the panes in a narrow window, and give the ribbons less room there."""
        self._choose()
        super().resizeEvent(event)
        self._grid.activate()
        self.tell_map()

    def _choose(self) -> None:
        stacked = self.wants_stack or self.width() < _TOO_NARROW
        if stacked != self.is_stacked:
            self.is_stacked = stacked
            self._lay_out()
            self._grid.activate()
            self.tell_map()
        self.map.setFixedWidth(84 if self.width() > _NARROW and not stacked else 44)
        self._centre()

    def _centre(self) -> None:
        """Leave the same room on both sides of stacked pages, as far as their texts do not need it."""
        left = self.panes[Side.LEFT]
        taken = left.whole_width + self.map.width() + self.bars[Side.LEFT].width()
        aside = max(0, (self.width() - taken) // 2) if self.is_stacked else 0
        for column in _ASIDE:
            self._grid.setColumnMinimumWidth(column, aside)

    def _lay_out(self) -> None:
        """Put every widget where it belongs; what was at the top of a page stays there."""
        for number, side in enumerate(Side):
            self._grid.addWidget(self.headers[side], *_HEADERS[self.is_stacked][number])
            self._grid.addWidget(self.bars[side], *_BARS[self.is_stacked][number])
            self._grid.addWidget(self.panes[side], *_PANES[self.is_stacked][number])
        self._grid.addWidget(self.map, *_MAP[self.is_stacked])
        for column in range(5):
            self._grid.setColumnStretch(column, int(column == 2 if self.is_stacked else column in (1, 3)))
        for row in range(4):
            self._grid.setRowStretch(row, int(row == 1 or (row == 3 and self.is_stacked)))
        self.panes[Side.RIGHT].set_gutter_side(Side.LEFT if self.is_stacked else Side.RIGHT)

    def tell_map(self) -> None:
        """Tell the ribbons where the pages begin and end beside them."""
        pages = []
        for side in Side:
            page = self.panes[side].viewport()
            top = page.mapTo(self, QPoint(0, 0)).y() - self.map.y()
            pages.append((float(top), float(top + page.height())))
        self.map.set_pages(pages[0], pages[1], stacked=self.is_stacked)
