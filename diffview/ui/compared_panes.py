"""How does a comparison get onto two panes, and where does it lie there?

Every widget is handed its values: marks, folds, what is masked, and where the passages lie whenever they are laid out
anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from diffview.model import Side
from diffview.theme import Theme
from diffview.ui.mask import NOTHING, Mask
from diffview.ui.pair_of_panes import PairOfPanes
from diffview.ui.placing import Placing
from diffview.ui.scroll_lock import ScrollLock
from diffview.ui.shown_text import Folded

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.model import Comparison
    from diffview.ui.folds import Fold
    from diffview.ui.marks import Look


class ComparedPanes(PairOfPanes):
    """Two panes with the marks of a comparison, which scroll along its links while they are `is_together`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._comparison: Comparison | None = None
        self._looks: dict[Side, tuple[Look, ...]] = dict.fromkeys(Side, ())
        self._mask = NOTHING
        self._folds: tuple[Fold, ...] = ()
        self.is_together = True
        self.is_dragging = False
        self._refresh = QTimer(self, singleShot=True, interval=0)
        self._refresh.timeout.connect(self._take_layout)
        bars = [pane.verticalScrollBar() for pane in self.panes.values()]
        self.lock = ScrollLock(bars[0], bars[1], self._is_free)
        self._placing = Placing(self, self.lock, self._on_placed)
        for pane, bar in zip(self.panes.values(), bars, strict=True):
            pane.layout_changed.connect(self._refresh.start)
            pane.begun.connect(self.lock.let_go)
            bar.valueChanged.connect(self._on_scrolled)
            bar.rangeChanged.connect(lambda *_: self._refresh.start())

    # ---- values --------------------------------------------------------------------------------------------------

    def _mark(self, comparison: Comparison | None) -> None:
        if comparison is None:
            for side, pane in self.panes.items():
                self._looks[side] = ()
                pane.set_marks((), (), lambda _passage: "")
            return
        from diffview.ui.marking import marking  # noqa: PLC0415 - the panes are there before any comparison

        found = marking(comparison)
        for side, pane in self.panes.items():
            self._looks[side] = found.looks[side]
            pane.set_marks(found.looks[side], found.words[side], self._explainer(comparison, side))

    def set_folds(self, closed: Sequence[Fold], labels: Sequence[str]) -> None:
        """Fold these stretches on both sides, with a line that says so in place of each."""
        self._folds = tuple(closed)
        for side in Side:
            folded = [Folded(fold.on(side), label) for fold, label in zip(closed, labels, strict=True)]
            self.panes[side].set_folded(folded)

    def _explainer(self, comparison: Comparison, side: Side) -> Callable[[int], str]:
        from diffview.ui.explain import explain_passage  # noqa: PLC0415 - the panes are there before any comparison

        shown = self._looks[side]
        return lambda passage: explain_passage(comparison, shown[passage])

    def set_mask(self, mask: Mask) -> None:
        """Stop marking what is masked; its text stays."""
        self._mask = mask
        for side in Side:
            self.panes[side].set_mask(mask)
            self.bars[side].set_mask(mask)
        self.map.set_mask(mask)

    # ---- layout -----------------------------------------------------------------------------------------------

    def _take_layout(self) -> None:
        """Hand out where everything lies now."""
        self._refresh.stop()
        self.tell_map()
        self._placing.start(self._comparison, self._looks, self._folds)

    @property
    def is_marked(self) -> bool:
        """Whether ribbons and bars show the comparison as it is laid out now."""
        return self._placing.is_done

    def _on_placed(self) -> None:
        """Show what hangs on where everything lies."""
        self._on_scrolled()

    def _on_scrolled(self) -> None:
        values = [self.panes[side].verticalScrollBar().value() for side in Side]
        self.map.set_scroll(values[0], values[1])
        for side, value in zip(Side, values, strict=True):
            self.bars[side].set_view(value, self.panes[side].viewport().height())

    def _is_free(self) -> bool:
        """Return whether the panes scroll alone: by choice, while Shift is held, or while one is being laid out."""
        shift = QtCore.Qt.KeyboardModifier.ShiftModifier
        held = bool(QGuiApplication.queryKeyboardModifiers() & shift)
        return not self.is_together or self.is_dragging or held or any(pane.is_settling for pane in self.panes.values())
