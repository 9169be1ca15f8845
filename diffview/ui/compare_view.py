"""How does the reader get from link to link, by key and by mouse?

The view composes the widgets, which do not know each other: it carries their signals and shows which link is current.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from diffview.model import Article, Side, Span
from diffview.theme import Theme
from diffview.ui.compared_panes import ComparedPanes
from diffview.ui.scroll_sync import level

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.model import Comparison, Link

_EYE = 0.3
"""How far down the page a link is brought when it was out of sight."""


class CompareView(ComparedPanes):
    """Both articles and their links; `current` is the number of the current link, -1 for none."""

    current_changed = Signal(int)
    passage_chosen = Signal(Side, int)  # instead of going there, while `is_choosing`
    menu_requested = Signal(Side, int, QPoint)
    zoom_requested = Signal(int)
    comparison_shown = Signal(object)  # Comparison or None
    place_wanted = Signal(Side, Span)  # about to be gone to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.current = -1
        self._at: tuple[Side, int] | None = None
        self.is_choosing = False
        self._connect()

    def _connect(self) -> None:
        for side in Side:
            pane, bar, scroll = self.panes[side], self.bars[side], self.panes[side].verticalScrollBar()
            pane.passage_clicked.connect(lambda passage, side=side: self._on_passage(side, passage))
            pane.passage_hovered.connect(lambda passage, side=side: self._on_hover(side, passage))
            pane.menu_requested.connect(lambda passage, at, side=side: self.menu_requested.emit(side, passage, at))
            pane.zoom_requested.connect(self.zoom_requested)
            bar.moved_to.connect(lambda value, scroll=scroll: scroll.setValue(round(value)))
        self.map.link_clicked.connect(self._on_ribbon)
        self.map.link_hovered.connect(self._on_ribbon_hovered)

    # ---- values --------------------------------------------------------------------------------------------------

    def set_article(self, side: Side, article: Article | None) -> None:
        """Show an article at once, without marks; None empties the pane."""
        if self._comparison is not None:
            self.set_comparison(None)
        self.lock.take_hold()
        self.headers[side].set_article(article)
        self.panes[side].set_article(article or Article(""))
        self._refresh.start()

    def exchange(self, articles: dict[Side, Article | None], comparison: Comparison | None) -> None:
        """Show the sides exchanged; every text stays at the place where it is being read, and so does the link."""
        places = {side: pane.verticalScrollBar().value() for side, pane in self.panes.items()}
        before = self._current_link()
        for side in Side:
            self.set_article(side, articles[side])
        self.set_comparison(comparison)
        self.select(self._again(before.mirrored() if before else None))
        self.lock.show(places[Side.RIGHT], places[Side.LEFT])
        for pane in self.panes.values():
            pane.stay()

    def side_for_new_article(self, articles: dict[Side, Article | None]) -> Side:
        """Return an empty side, the one that is being read before the other; without one that which is being read."""
        sides = sorted(Side, key=lambda side: not self.panes[side].hasFocus())
        return next((side for side in sides if articles[side] is None), sides[0])

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show the marks of a comparison of the articles that are open; the reading position stays."""
        before, at = self._current_link(), self._at
        cut, self._comparison, self.current = self._comparison, comparison, -1
        self._mark(comparison)
        if cut is not None and comparison is not None:
            before, at = self._cut_anew(before, at, cut)
        self.comparison_shown.emit(comparison)
        self._take_layout()
        at = at if at is not None and 0 <= at[1] < len(self._looks[at[0]]) else None
        self.select(self._again(before, at))
        if at is not None and (self.current < 0 or self._looks[at[0]][at[1]].link == self.current):
            self.frame(*at)

    def _cut_anew(
        self, link: Link | None, at: tuple[Side, int] | None, cut: Comparison
    ) -> tuple[Link | None, tuple[Side, int] | None]:
        """Return the link and the passage with the numbers that the passages have now where those of `cut` began."""

        def now(side: Side, passages: Iterable[int]) -> tuple[int, ...]:
            starts = (cut.document(side).passages[number].span.start for number in passages)
            return tuple(dict.fromkeys(self.panes[side].passage_of(start) for start in starts))

        if link is not None:
            link = replace(link, left=now(Side.LEFT, link.left), right=now(Side.RIGHT, link.right))
        return link, (at[0], now(at[0], at[1:])[0]) if at is not None else None

    def reading_side(self) -> Side:
        """Return the side that is being read."""
        right = self.panes[Side.RIGHT].hasFocus() or self.headers[Side.RIGHT].reading.hasFocus()
        return Side.RIGHT if right else Side.LEFT

    def _current_link(self) -> Link | None:
        return self._comparison.links[self.current] if self._comparison and self.current >= 0 else None

    def _again(self, link: Link | None, at: tuple[Side, int] | None = None) -> int:
        """Return the link of the comparison as it is now that has the passages of `link`, -1 if there is none.

        Where these are linked otherwise now it is the one of the passage `at` which the reader went to.
        """
        if link is None or self._comparison is None:
            return -1
        for n, other in enumerate(self._comparison.links):
            if (other.left, other.right) == (link.left, link.right):
                return n
        side = Side.LEFT if link.left else Side.RIGHT
        side, passage = at or (side, link.on(side)[0])
        return self._comparison.aligned_link(side).get(passage, -1)

    def _on_placed(self) -> None:
        """Show what hangs on where everything lies."""
        self._draw_lines()
        super()._on_placed()

    # ---- the current link ----------------------------------------------------------------------------------------

    def show_link(self, number: int, lead: Side = Side.LEFT) -> None:
        """Make a link current and bring both its ends level, without moving the one on `lead` if it is in sight."""
        if self._comparison is None or not 0 <= number < len(self._comparison.links):
            return
        self._placing.finish()
        link = self._comparison.links[number]
        for side in Side:
            for passage in link.on(side):
                self.place_wanted.emit(side, self._comparison.document(side).passages[passage].span)
        self.select(number)
        self._bring_level(self._comparison.links[number], lead)
        for pane in self.panes.values():
            pane.flash()

    def walk(self, step: int, *, unchecked: bool = False) -> None:
        """Go to the next change (1) or the previous one (-1), from the current link or, where that was left behind,
        from what is in sight.
        """
        if self._comparison is None:
            return
        from diffview.ui.marks import changes  # noqa: PLC0415 - the panes are there before any comparison

        links = self._comparison.links
        stops = changes(self._comparison, self._mask)
        stops = tuple(stop for stop in stops if not (unchecked and links[stop].is_checked))
        if not stops:
            return
        at = self.current if self._is_current_in_sight() else self._first_in_sight() - (step > 0)
        beyond = [stop for stop in stops if (stop - at) * step > 0]
        self.show_link((beyond[0] if step > 0 else beyond[-1]) if beyond else stops[0 if step > 0 else -1])

    def next_unchecked(self) -> None:
        """Go to the next change that the reader has not checked."""
        self.walk(1, unchecked=True)

    def next_change(self) -> None:
        """Go to the next change."""
        self.walk(1)

    def previous_change(self) -> None:
        """Go to the previous change."""
        self.walk(-1)

    def level_current(self) -> None:
        """Bring both ends of the current link level."""
        self.show_link(self.current, self.lock.leader)

    def left_pane(self) -> None:
        """Read on in the left pane."""
        self.panes[Side.LEFT].setFocus()

    def right_pane(self) -> None:
        """Read on in the right pane."""
        self.panes[Side.RIGHT].setFocus()

    def copy(self) -> None:
        """Copy the selected text, of the pane that is being read if both have some."""
        for pane in sorted(self.panes.values(), key=lambda pane: not pane.hasFocus()):
            if pane.textCursor().hasSelection():
                pane.copy()
                return

    def show_place(self, side: Side, span: Span) -> None:
        """Bring a place of one article into sight; the other pane follows."""
        self.place_wanted.emit(side, span)
        pane = self.panes[side]
        y, page = pane.y_of(span.start), pane.viewport().height()
        if not 0.05 * page <= y - pane.verticalScrollBar().value() <= 0.85 * page:
            pane.verticalScrollBar().setValue(round(y - _EYE * page))

    def current_passages(self) -> tuple[Side, tuple[int, ...]]:
        """Return the passages of the current link on the side that is being read, or on the one that has some.

        Where page furniture was gone to, that is the passage.
        """
        if self._at is not None and self._looks[self._at[0]][self._at[1]].link is None:
            return self._at[0], self._at[1:]
        link = self._current_link()
        side = self.reading_side()
        if link is None:
            return side, ()
        return (side, link.on(side)) if link.on(side) else (side.other, link.on(side.other))

    def likely_partner(self, side: Side, passage: int) -> int:
        """Return the passage of the other side that one would think of first: a linked one, else what lies level."""
        look, comparison = self._looks[side][passage], self._comparison
        numbers = (*look.related, *(() if look.link is None else (look.link,)))
        self._placing.finish()
        linked = [at for n in numbers for at in comparison.links[n].on(side.other)] if comparison else []
        if linked or comparison is None:
            return linked[0] if linked else -1
        place, extents = self._placing.gaps[side.other].after(passage), self.panes[side.other].extents()
        content = comparison.document(side.other).content()
        return min(content, key=lambda at: abs(extents[at][0] - place), default=-1)

    def set_picked(self, passages: Mapping[Side, Sequence[int]]) -> None:
        """Show a link that is half made: these passages, and a ribbon between them once both sides have some."""
        for side, pane in self.panes.items():
            pane.painter.picked = frozenset(passages[side])
            pane.viewport().update()
        from diffview.ui.marks import stretches  # noqa: PLC0415 - the panes are there before any comparison

        ends = [stretches(passages[side], self.panes[side].extents()) for side in Side]
        self.map.set_half_made((ends[0][0], ends[1][0]) if all(ends) else None)

    def bring_into_sight(self, side: Side, passage: int) -> None:
        """Scroll to a passage if it cannot be seen."""
        self.show_place(side, self._looks[side][passage].span)

    def show_beside(self, side: Side, passage: int) -> None:
        """Bring a passage into sight and leave the other article where it is."""
        self.place_wanted.emit(side, self._looks[side][passage].span)
        pane = self.panes[side]
        y, page, value = pane.extents()[passage][0], pane.viewport().height(), pane.verticalScrollBar().value()
        if not 0.05 * page <= y - value <= 0.85 * page:
            values = {side: y - _EYE * page, side.other: self.panes[side.other].verticalScrollBar().value()}
            self.lock.show(values[Side.LEFT], values[Side.RIGHT])

    def _is_current_in_sight(self) -> bool:
        """Return whether any end of the current link can be seen; it can where the panes are not shown."""
        link = self._current_link()
        if link is None or not self.isVisible():
            return link is not None
        for side, pane in self.panes.items():
            top, page, extents = pane.verticalScrollBar().value(), pane.viewport().height(), pane.extents()
            if any(extents[n][0] < top + page and extents[n][1] > top for n in link.on(side)):
                return True
        return False

    def _first_in_sight(self) -> int:
        pane = self.panes[Side.LEFT]
        top = pane.verticalScrollBar().value()
        if not top:
            return 0
        for look, (_, bottom) in zip(self._looks[Side.LEFT], pane.extents(), strict=True):
            if bottom > top and look.link is not None:
                return look.link
        return 0

    def select(self, number: int) -> None:
        """Make a link current without going there; -1 for none."""
        self.current, self._at = number, None
        link = self._current_link()
        for side in Side:
            self.panes[side].set_current(link.on(side) if link else ())
        self.map.set_current(number)
        self._draw_lines()
        self.current_changed.emit(number)

    def _bring_level(self, link: Link, lead: Side) -> None:
        lead = lead if link.on(lead) else lead.other
        tops = {side: self._top_of(link, side) for side in Side}
        panes = [self.panes[side] for side in (lead, lead.other)]
        page = panes[0].viewport().height()
        at = tops[lead] - panes[0].verticalScrollBar().value()
        if not 0.05 * page <= at <= 0.75 * page:
            at = _EYE * page
        reach = [pane.verticalScrollBar().maximum() for pane in panes]
        values = dict(zip((lead, lead.other), level(tops[lead], tops[lead.other], at, *reach), strict=True))
        self.lock.show(values[Side.LEFT], values[Side.RIGHT])

    def _top_of(self, link: Link, side: Side) -> float:
        extents = self.panes[side].extents()
        if link.on(side):
            return extents[min(link.on(side))][0]
        return self._placing.gaps[side].after(min(link.on(side.other)))

    # ---- the mouse -----------------------------------------------------------------------------------------------

    def _on_passage(self, side: Side, passage: int) -> None:
        if self.is_choosing:
            self.passage_chosen.emit(side, passage)
            return
        self._go_to_passage(side, passage)

    def _go_to_passage(self, side: Side, passage: int) -> None:
        """Go to the link of a passage, or to page furniture."""
        link = self._looks[side][passage].link
        if link is not None:
            self.show_link(link, side)
        self.frame(side, passage)

    def frame(self, side: Side, passage: int) -> None:
        """Make the link of a passage current without going there; page furniture has none and is merely framed."""
        link = self._looks[side][passage].link
        if link is None or link != self.current:
            self.select(-1 if link is None else link)
        if link is None:
            self.panes[side].set_current((passage,))
        self._at = (side, passage)

    def next_passage(self) -> None:
        """Go to the next passage of the article that is being read, page furniture too."""
        self._step(1)

    def previous_passage(self) -> None:
        """Go to the passage before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        side, passages = self.current_passages()
        wanted = (max(passages) if step > 0 else min(passages)) + step if passages else 0
        if 0 <= wanted < len(self._looks[side]):
            self.bring_into_sight(side, wanted)
            self._go_to_passage(side, wanted)

    def _on_ribbon(self, number: int) -> None:
        if not self._placing.is_of(self._comparison):  # those are still the ribbons of the comparison before
            return
        self.show_link(number, self.lock.leader)

    def _on_hover(self, side: Side, passage: int) -> None:
        link = self._looks[side][passage].link if 0 <= passage < len(self._looks[side]) else None
        self._hover_link(-1 if link is None else link)

    def _on_ribbon_hovered(self, number: int) -> None:
        if self._placing.is_of(self._comparison):
            self._hover_link(number)

    def _hover_link(self, number: int) -> None:
        link = self._comparison.links[number] if self._comparison and number >= 0 else None
        self.map.set_hovered(number)
        for side in Side:
            self.panes[side].set_hovered(link.on(side) if link else ())
        self._draw_lines(number)

    def _draw_lines(self, hovered: int = -1) -> None:
        if self._comparison is None or not self._placing.is_of(self._comparison):
            return
        from diffview.reports.looks import look_of  # noqa: PLC0415 - the panes are there before any comparison

        wanted = [n for n in dict.fromkeys((hovered, self.current)) if 0 <= n < len(self._comparison.links)]
        for side in Side:
            links = [self._comparison.links[n] for n in wanted]
            self.bars[side].set_lines([(self._top_of(link, side), look_of(link)) for link in links])
