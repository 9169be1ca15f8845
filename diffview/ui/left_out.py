"""How does the reader take back, with one click or key, what was left out as page furniture?

The mark in the margin beside a greyed part takes the whole part in as content. By key one goes from part to part (O),
reads why it was left out, and takes it in (T); T on a current link leaves its passages out instead.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from diffview.model import Comparison, Role, Side
from diffview.phrases import beginning
from diffview.ui.compare_view import CompareView
from diffview.ui.session import Session
from diffview.ui.speech import said


class LeftOut(QObject):
    """The commands about page furniture, for one view and its session."""

    told = Signal(str)

    def __init__(self, view: CompareView, session: Session) -> None:
        super().__init__(view)
        self._view, self._session = view, session
        self._picked: tuple[Side, tuple[int, ...]] | None = None
        for side, pane in view.panes.items():
            pane.margin_clicked.connect(lambda passage, side=side: self._take_in(side, passage))
            pane.passage_clicked.connect(lambda passage, side=side: self._on_clicked(side, passage))
            pane.passage_hovered.connect(lambda passage, side=side: self._on_hovered(side, passage))
        session.comparison_changed.connect(self._forget)
        view.current_changed.connect(self._forget)

    def next_left_out(self) -> None:
        """Go to the next part that was left out of the article that is being read; after the last to the first."""
        comparison, side = self._session.comparison, self._view.reading_side()
        if comparison is None:
            return
        at = self._picked[1][-1] if self._picked and self._picked[0] is side else -1
        passages = comparison.document(side).passages
        found = [number for number, passage in enumerate(passages) if passage.role is Role.FURNITURE]
        if not found:
            self.told.emit(self.tr("Nothing was left out of this article."))
            return
        number = next((number for number in found if number > at), found[0])
        self._pick(side, number)
        self._view.bring_into_sight(side, number)
        rule = said(passages[number].rule)
        self.told.emit(self.tr("{rule}: left out. T takes it in as content.").format(rule=beginning(rule)))

    def treat(self) -> None:
        """Take in what is picked as content, or leave the passages of the current link out."""
        if self._picked is not None:
            self._session.treat(self._picked[0], self._picked[1], Role.BODY)
            return
        side, passages = self._view.current_passages()
        part = self._part(side, passages[0]) if passages else ()
        if passages:
            self._session.treat(side, part or passages, Role.BODY if part else Role.FURNITURE)
        else:
            self.told.emit(self.tr("Click a passage first, then press T to leave it out or to take it in."))

    # ---- the mouse -----------------------------------------------------------------------------------------------

    def _take_in(self, side: Side, passage: int) -> None:
        self._session.treat(side, self._part(side, passage), Role.BODY)

    def _on_clicked(self, side: Side, passage: int) -> None:
        if self._part(side, passage) and not self._view.is_choosing:
            self._pick(side, passage)

    def _on_hovered(self, side: Side, passage: int) -> None:
        """Lift the part that a click in the margin would take in."""
        if part := self._part(side, passage):
            self._view.panes[side].set_hovered(part)

    # ---- parts ---------------------------------------------------------------------------------------------------

    def _part(self, side: Side, passage: int) -> tuple[int, ...]:
        """Return the passages that were left out together with this one; none if it was not left out."""
        comparison = self._session.comparison
        return part_of(comparison, side, passage) if comparison is not None and passage >= 0 else ()

    def _pick(self, side: Side, passage: int) -> None:
        part = self._part(side, passage)
        self._picked = side, part
        self._view.set_picked({side: part, side.other: ()})

    def _forget(self, _new: object = None) -> None:
        if self._picked is not None:
            self._picked = None
            self._view.set_picked(dict.fromkeys(Side, ()))


def part_of(comparison: Comparison, side: Side, passage: int) -> tuple[int, ...]:
    """Return the passages around one that are furniture of the same paragraph; none if it is content."""
    passages = comparison.document(side).passages
    first = last = passage
    if passages[passage].role is not Role.FURNITURE:
        return ()

    def belongs(number: int) -> bool:
        other = passages[number]
        return other.role is Role.FURNITURE and other.paragraph == passages[passage].paragraph

    while first > 0 and belongs(first - 1):
        first -= 1
    while last + 1 < len(passages) and belongs(last + 1):
        last += 1
    return tuple(range(first, last + 1))
