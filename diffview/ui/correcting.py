"""How does the reader put links right by key and by menu?

A link by hand is made in two steps. The first takes up a passage; until the second the link is half made: its
passages are framed, a dashed ribbon runs to the passage that is aimed at, and Escape lets go.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from diffview.model import Role, Side
from diffview.ui.compare_view import CompareView
from diffview.ui.keys import sleeping_key
from diffview.ui.session import Session

_KEYS = (("Up", -1), ("Down", 1))


class Correcting(QObject):
    """The commands that correct, for one view and its session."""

    hinted = Signal(str)  # what can be done next; "" when there is nothing more to say
    told = Signal(str)  # why nothing was done
    begun = Signal()

    def __init__(self, view: CompareView, session: Session) -> None:
        super().__init__(view)
        self._view, self._session = view, session
        self.taken: dict[Side, tuple[int, ...]] = dict.fromkeys(Side, ())
        self.lead: Side | None = None
        self.aim = -1
        view.passage_chosen.connect(self._on_chosen)
        session.article_changed.connect(self.let_go)
        session.swapped.connect(self.let_go)
        for side, pane in view.panes.items():
            pane.passage_hovered.connect(lambda passage, side=side: self._on_hovered(side, passage))
        self._keys = [sleeping_key(key, self._view, partial(self._step, step)) for key, step in _KEYS]
        self._keys += [sleeping_key(key, self._view, self.link_passages) for key in ("Return", "Enter")]
        self._keys.append(sleeping_key("Escape", self._view, self.let_go))

    # ---- commands ------------------------------------------------------------------------------------------------

    def link_passages(self) -> None:
        """Take up the current passages; called again, link them to the passage that is aimed at."""
        if self.lead is not None:
            self.complete()
            return
        side, passages = self._view.current_passages()
        if not passages:
            self.told.emit(self.tr("Click a passage first, then press L to link it by hand."))
        elif not self.are_content(side, passages):
            self.told.emit(self.tr("This was left out as page furniture. T takes it in as content, then L links it."))
        else:
            self.take_up(side, *passages)
            self._view.bring_into_sight(side, passages[0])
            self._show_aim()
            self._hint()

    def _begin(self, side: Side, passage: int) -> None:
        self.take_up(side, passage)
        self._show_aim()
        self._hint()

    def _show_aim(self) -> None:
        """Let the reader see both ends of what is being linked."""
        if self.lead is not None and self.aim >= 0:
            self._view.show_beside(self.lead.other, self.aim)

    def _hint(self) -> None:
        self.hinted.emit(
            self.tr(
                "Linking: click the passage that says the same, or choose it with Up and Down and press L. Esc lets go."
            )
        )

    def retranslate(self) -> None:
        """Say what can be done now in the language that is spoken now."""
        if self.lead is not None:
            self._hint()

    def take_up(self, side: Side, *passages: int) -> None:
        """Begin a link by hand with these passages; says nothing, since a message would move what is dragged."""
        if self._session.comparison is None or not self.are_content(side, passages):
            return
        self.begun.emit()
        if not any(pane.hasFocus() for pane in self._view.panes.values()):
            self._view.panes[side].setFocus()
        self.lead = side
        self.taken = {side: passages, side.other: ()}
        self._set_choosing(choosing=True)
        self.aim_at(self._view.likely_partner(side, passages[0]))

    def let_go(self) -> None:
        """Forget the half-made link."""
        if self.lead is not None:
            self.lead, self.taken, self.aim = None, dict.fromkeys(Side, ()), -1
            self._set_choosing(choosing=False)
            self._show()
            self.hinted.emit("")

    def unlink(self) -> None:
        """Take the current link apart."""
        comparison, number = self._session.comparison, self._view.current
        if comparison is not None and number >= 0 and not comparison.links[number].is_pair:
            self.told.emit(self.tr("Only one side has this passage: there is no link to take apart."))
        elif number >= 0:
            self._session.unlink(number)
        else:
            self.told.emit(self.tr("Click a passage first, then press U to take its link apart."))

    def confirm(self) -> None:
        """Say that the current link is right; said again, take that back."""
        if self._view.current >= 0:
            self._session.confirm(self._view.current)
        else:
            self.told.emit(self.tr("Click a passage first, then press K to confirm what is said of it."))

    def add_to_menu(self, menu: QMenu, side: Side, passage: int) -> None:
        """Add what can be corrected at a passage."""
        comparison = self._session.comparison
        if comparison is None or passage < 0:
            return
        is_furniture = comparison.document(side).passages[passage].role is Role.FURNITURE
        wanted = Role.BODY if is_furniture else Role.FURNITURE
        menu.addSeparator()
        if not is_furniture:
            self._add_links(menu, side, passage)
        text = self.tr("Treat as content") if is_furniture else self.tr("Treat as page furniture")
        menu.addAction(text, partial(self._session.treat, side, (passage,), wanted))

    def _add_links(self, menu: QMenu, side: Side, passage: int) -> None:
        comparison = self._session.comparison
        number = comparison.aligned_link(side)[passage] if comparison else -1
        link = comparison.links[number] if comparison else None
        if link is None:
            return
        menu.addAction(self.tr("Link by hand…"), partial(self._begin, side, passage))
        if link.is_pair:
            menu.addAction(self.tr("Unlink"), partial(self._session.unlink, number))
        text = self.tr("Not right after all") if link.is_checked else self.tr("Confirm")
        menu.addAction(text, partial(self._session.confirm, number))

    # ---- the half-made link --------------------------------------------------------------------------------------

    def are_content(self, side: Side, passages: tuple[int, ...]) -> bool:
        """Return whether these are passages, and none of them page furniture."""
        comparison = self._session.comparison
        content = comparison.document(side).content() if comparison else ()
        return bool(passages) and set(passages).issubset(content)

    def _set_choosing(self, *, choosing: bool) -> None:
        self._view.is_choosing = choosing
        for shortcut in self._keys:
            shortcut.setEnabled(choosing)

    def _on_chosen(self, side: Side, passage: int) -> None:
        """Take what was clicked: more of the side that leads, or the other end; with Ctrl there may be more of it."""
        if self.lead is None or not self.are_content(side, (passage,)):
            return
        taken = set(self.taken[side])
        self.taken[side] = tuple(sorted(taken ^ {passage} if side is self.lead else taken | {passage}))
        if not self.taken[self.lead]:
            self.let_go()
        elif side is not self.lead and not QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self.complete()
        else:
            self._show()

    def _on_hovered(self, side: Side, passage: int) -> None:
        if self.lead is side.other and self.are_content(side, (passage,)):
            self.aim_at(passage)

    def _step(self, step: int) -> None:
        """Aim at the next passage of the other article, or the one before."""
        comparison = self._session.comparison
        if comparison is None or self.lead is None:
            return
        beyond = [n for n in comparison.document(self.lead.other).content() if (n - self.aim) * step > 0]
        if beyond:
            self.aim_at(beyond[0] if step > 0 else beyond[-1])
            self._show_aim()

    def aim_at(self, passage: int) -> None:
        """Show the half-made link as if it went to this passage of the other article; -1 for none."""
        self.aim = passage
        self._show()

    def complete(self) -> None:
        """Make the link, to the passages that were chosen or the one that is aimed at."""
        if self.lead is None:
            return
        far = self.taken[self.lead.other] or ((self.aim,) if self.aim >= 0 else ())
        if far:
            ends = {self.lead: self.taken[self.lead], self.lead.other: far}
            self._view.frame(self.lead, ends[self.lead][0])
            self.let_go()
            self._session.link(ends[Side.LEFT], ends[Side.RIGHT])

    def _show(self) -> None:
        picked = dict(self.taken)
        if self.lead is not None and not picked[self.lead.other] and self.aim >= 0:
            picked[self.lead.other] = (self.aim,)
        self._view.set_picked(picked)
