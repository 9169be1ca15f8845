"""In which of the layouts are the articles read?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from diffview.model import Comparison, Side, Span
from diffview.ui.compare_view import CompareView
from diffview.ui.levelled_rows import LevelledRows
from diffview.ui.listing import levelled


class Layouts(QObject):
    """The commands that choose a layout: side by side, stacked, or row by row."""

    chosen = Signal(str)  # the command of the layout that is shown now

    def __init__(self, view: CompareView, rows: LevelledRows, pages: QStackedWidget) -> None:
        super().__init__(view)
        self._view, self._rows, self._pages = view, rows, pages
        self._comparison: Comparison | None = None
        self._is_filled = False
        view.comparison_shown.connect(self._on_comparison)
        view.current_changed.connect(self._on_current)
        rows.link_chosen.connect(view.select)
        rows.link_wanted.connect(self._go_to)
        pages.currentChanged.connect(lambda _page: self._tell())

    def layout_beside(self) -> None:
        """Show the articles side by side, in a narrow window one above the other."""
        self._show_panes(stacked=False)

    def layout_stacked(self) -> None:
        """Show one article above the other."""
        self._show_panes(stacked=True)

    def layout_rows(self) -> None:
        """Show the links row by row, both wordings beginning at the same height; again, show the articles as before."""
        if self.are_rows:
            self._go_to(self._view.current)
            self._tell()
            return
        self._pages.setCurrentWidget(self._rows)
        self._fill()
        self._rows.set_current(self._view.current)
        self._rows.setFocus()
        self._tell()

    @property
    def are_rows(self) -> bool:
        """Whether the links are shown row by row."""
        return self._pages.currentWidget() is self._rows

    def set_found(self, found: Mapping[Side, Sequence[Span]]) -> None:
        """Mark what a search has found on each side, in every layout."""
        for side in Side:
            self._view.panes[side].set_found(found[side])
            self._view.panes[side].set_hit(None)
        self._rows.set_found(found)

    def show_place(self, side: Side, span: Span) -> bool:
        """Bring a place of an article into sight; returns False when the layout does not show it."""
        if self.are_rows:
            return self._rows.show_place(side, span)
        self._view.show_place(side, span)
        self._view.panes[side].set_hit(span)
        self._view.panes[side.other].set_hit(None)
        return True

    def read_on(self) -> None:
        """Let keys act on the text again."""
        (self._rows if self.are_rows else self._view.panes[self._view.lock.leader]).setFocus()

    def _show_panes(self, *, stacked: bool) -> None:
        self._view.stack(wanted=stacked)
        if self.are_rows:
            self._go_to(self._view.current)
        self._tell()

    def _go_to(self, link: int) -> None:
        """Leave the rows for the articles, at a link."""
        self._pages.setCurrentWidget(self._view)
        self._view.panes[self._view.lock.leader].setFocus()
        self._view.show_link(link)

    def _on_comparison(self, comparison: Comparison | None) -> None:
        self._comparison, self._is_filled = comparison, False
        if self.are_rows:
            self._fill()

    def _on_current(self, link: int) -> None:
        if self.are_rows:
            self._rows.set_current(link)

    def _fill(self) -> None:
        """Make the rows, once somebody looks at them."""
        if not self._is_filled:
            self._is_filled = True
            self._rows.set_rows(tuple(levelled(self._comparison)) if self._comparison else ())

    def _tell(self) -> None:
        stacked = "layout_stacked" if self._view.wants_stack else "layout_beside"
        self.chosen.emit("layout_rows" if self.are_rows else stacked)
