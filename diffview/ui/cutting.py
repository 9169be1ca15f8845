"""How does the reader say where a passage ends?

A passage is split in two steps. The first shows a mark in it where it might be cut; Left and Right move the mark from
word to word until Return or S cuts there, and Escape lets go.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from diffview.model import Document, Side
from diffview.ui.compare_view import CompareView
from diffview.ui.keys import sleeping_key
from diffview.ui.session import Session
from diffview.words import tokenise

_STOPS = frozenset(".!?;:,—–…»”\"')）。！？；：，、")


class Cutting(QObject):
    """The commands that split and merge passages, for one view and its session."""

    hinted = Signal(str)  # what can be done next; "" when there is nothing more to say
    told = Signal(str)  # why nothing was done
    begun = Signal()

    def __init__(self, view: CompareView, session: Session) -> None:
        super().__init__(view)
        self._view, self._session = view, session
        self._cut: tuple[Side, tuple[int, ...], int] | None = None
        self._keys = [
            sleeping_key("Left", view, partial(self._move, -1)),
            sleeping_key("Right", view, partial(self._move, 1)),
            sleeping_key("Escape", view, self.let_go),
            *(sleeping_key(key, view, self._do) for key in ("Return", "Enter")),
        ]
        view.place_wanted.connect(self.let_go)
        session.article_changed.connect(self.let_go)
        session.comparison_changed.connect(self.let_go)
        session.swapped.connect(self.let_go)

    # ---- commands ------------------------------------------------------------------------------------------------

    def split_passage(self) -> None:
        """Show where the current passage might be cut; called again, cut it there."""
        if self._cut is not None:
            self._do()
            return
        side, passages = self._view.current_passages()
        if passages:
            self._begin(side, passages[0])
        else:
            self.told.emit(self.tr("Click a passage first, then press S to split it."))

    def merge_next(self) -> None:
        """Make one passage of the current one and the next."""
        side, passages = self._view.current_passages()
        if passages:
            self._session.merge(side, max(passages))
        else:
            self.told.emit(self.tr("Click a passage first, then press M to merge it with the next one."))

    def add_to_menu(self, menu: QMenu, side: Side, passage: int) -> None:
        """Add how the borders of a passage can be moved."""
        document = self._document(side)
        if document is None or passage < 0:
            return
        menu.addSeparator()
        place = _nearest(_places(document, passage), self._view.panes[side].pointed)
        if place is not None:
            words = f"…{document.article.text[max(0, place - 12) : place].strip()} | "
            words += f"{document.article.text[place : place + 14].strip()}…"
            menu.addAction(
                self.tr("Split here: {words}").format(words=words.replace("&", "&&").replace("\n", " ")),
                partial(self._session.split, side, place),
            )
            menu.addAction(self.tr("Split…"), partial(self._begin, side, passage))
        if passage + 1 < len(document.passages):
            menu.addAction(self.tr("Merge with the next passage"), partial(self._session.merge, side, passage))
        if passage:
            menu.addAction(self.tr("Merge with the passage before"), partial(self._session.merge, side, passage - 1))

    def _document(self, side: Side) -> Document | None:
        return self._session.comparison.document(side) if self._session.comparison else None

    # ---- the mark ------------------------------------------------------------------------------------------------

    def _begin(self, side: Side, passage: int) -> None:
        document = self._document(side)
        places = _places(document, passage) if document else ()
        if document is None or not places:
            self.told.emit(self.tr("This passage is one word."))
            return
        self.begun.emit()
        self._view.bring_into_sight(side, passage)
        for shortcut in self._keys:
            shortcut.setEnabled(True)
        self._view.panes[side].setFocus()
        self._show(side, places, places.index(_likely(document, passage, places)))
        self._hint()

    def _hint(self) -> None:
        self.hinted.emit(self.tr("Splitting: move the mark with Left and Right, cut with S or Return. Esc lets go."))

    def retranslate(self) -> None:
        """Say what can be done now in the language that is spoken now."""
        if self._cut is not None:
            self._hint()

    def _show(self, side: Side, places: tuple[int, ...], at: int) -> None:
        self._cut = (side, places, at)
        self._view.panes[side].set_cut(places[at])

    def _move(self, step: int) -> None:
        if self._cut is not None:
            side, places, at = self._cut
            self._show(side, places, min(max(0, at + step), len(places) - 1))

    def _do(self) -> None:
        if self._cut is not None:
            side, places, at = self._cut
            self.let_go()
            self._session.split(side, places[at])

    def let_go(self) -> None:
        """Forget the mark."""
        if self._cut is not None:
            self._view.panes[self._cut[0]].set_cut(-1)
            self._cut = None
            for shortcut in self._keys:
                shortcut.setEnabled(False)
            self.hinted.emit("")


def _places(document: Document, passage: int) -> tuple[int, ...]:
    """Return the code points in a passage at which a word begins that is not its first."""
    span = document.passages[passage].span
    return tuple(word.start for word in tokenise(span.of(document.article.text), span.start) if word.start > span.start)


def _nearest(places: tuple[int, ...], point: int) -> int | None:
    if not places:
        return None
    after = bisect_left(places, point)
    return min(places[max(0, after - 1) : after + 1], key=lambda place: abs(place - point))


def _likely(document: Document, passage: int, places: tuple[int, ...]) -> int:
    """Return the place that one would cut at first: behind the punctuation that is nearest to the middle."""
    text, span = document.article.text, document.passages[passage].span
    middle = (span.start + span.end) / 2
    spaced = (place for place in places if text[place - 1].isspace())
    behind = [place for place in spaced if text[span.start : place].rstrip()[-1:] in _STOPS]
    return min(behind or places, key=lambda place: abs(place - middle))
