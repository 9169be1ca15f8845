"""When is what both articles have folded, and how is it opened again?

Folds belong to both panes. The reader opens one by its line or by key; going to a link inside one opens it too. What a
search finds is opened as long as the search lasts.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from diffview.model import Comparison, Side, Span
from diffview.ui.compare_view import CompareView
from diffview.ui.fold_lines import FoldLines
from diffview.ui.folds import Fold, folds


class Folding(QObject):
    """The commands that fold, for one view."""

    def __init__(self, view: CompareView) -> None:
        super().__init__(view)
        self._view = view
        self._comparison: Comparison | None = None
        self._folds: tuple[Fold, ...] = ()
        self._opened: set[Fold] = set()
        self._found: set[Fold] = set()
        self._is_on = False
        self.lines = {side: FoldLines(pane) for side, pane in view.panes.items()}
        for lines in self.lines.values():
            lines.opened.connect(self._open_number)
        view.comparison_shown.connect(self._on_comparison)
        view.place_wanted.connect(self._open_at)

    @property
    def closed(self) -> tuple[Fold, ...]:
        """The folds that are closed now, in order."""
        return tuple(fold for fold in self._folds if fold not in self._opened | self._found)

    def fold_same(self) -> None:
        """Fold all that is the same, or show everything."""
        self._is_on = not self._is_on
        self._opened = set()
        self._on_comparison(self._comparison)

    def fold_here(self) -> None:
        """Fold the stretch of the current link again; else open the fold that is nearest to the middle of the page."""
        again = next((fold for fold in self._folds if self._view.current in fold.links), None)
        if again is not None and again in self._opened:
            self._opened.remove(again)
            self._show()
            return
        number = self.lines[self._view.reading_side()].nearest()
        if number >= 0:
            self._open_number(number)

    def show_found(self, found: dict[Side, Sequence[Span]]) -> None:
        """Hold the folds open in which something was found."""
        self._found = {
            fold for fold in self._folds if any(_meet(fold.on(side), span) for side in Side for span in found[side])
        }
        self._show()

    def _on_comparison(self, comparison: Comparison | None) -> None:
        self._comparison = comparison
        self._folds = folds(comparison) if comparison is not None and self._is_on else ()
        self._found &= set(self._folds)
        self._show()

    def _open_number(self, number: int) -> None:
        self._opened.add(self.closed[number])
        self._show()

    def _open_at(self, side: Side, span: Span) -> None:
        """Open the fold that holds a place."""
        holding = [fold for fold in self.closed if _meet(fold.on(side), span)]
        if holding:
            self._opened.update(holding)
            self._show()

    def retranslate(self) -> None:
        """Say what is folded in the language that is spoken now."""
        self._show()

    def _show(self) -> None:
        closed = self.closed
        self._view.set_folds(closed, [self.tr("%n passages the same", "", len(fold.links)) for fold in closed])
        for lines in self.lines.values():
            lines.take_layout()


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
