"""How does the reader get from finding to finding, and how are its words shown in both articles?"""

from __future__ import annotations

from PySide6.QtCore import QObject

from diffview.model import Finding, Opinion, Side, Span, Strength
from diffview.ui.compare_view import CompareView
from diffview.ui.panels import Panels
from diffview.ui.scroll_sync import level
from diffview.ui.session import Session

_EYE = 0.3


class Checking(QObject):
    """The commands that walk through the findings, for one window."""

    def __init__(self, session: Session, view: CompareView, panels: Panels) -> None:
        super().__init__(view)
        self._session, self._view, self._panels = session, view, panels
        self._going = False
        panels.findings.finding_chosen.connect(self.show_finding)
        panels.findings.place_chosen.connect(self._show_place)
        view.current_changed.connect(self._on_current)
        session.corrected.connect(self._show_reviews)
        session.article_changed.connect(self._show_reviews)

    def next_finding(self) -> None:
        """Go to the next finding that is listed."""
        self._walk(1)

    def previous_finding(self) -> None:
        """Go to the finding that is listed before."""
        self._walk(-1)

    def confirm_finding(self) -> None:
        """Check the current finding off as right, or take that back."""
        self._review(Opinion.CONFIRMED)

    def dismiss_finding(self) -> None:
        """Check the current finding off as of no matter, or take that back."""
        self._review(Opinion.DISMISSED)

    def _review(self, opinion: Opinion) -> None:
        number = self._panels.current_finding()
        if number >= 0:
            self._session.review(number, opinion)

    def _show_reviews(self) -> None:
        self._panels.findings.set_reviews(self._session.corrections.reviews)

    def _walk(self, by: int) -> None:
        self._panels.open("show_findings")
        number = self._panels.findings.step(by)
        if number >= 0:
            self.show_finding(number)

    def show_finding(self, number: int) -> None:
        """Bring the words of a finding into sight in both articles, and mark them there."""
        comparison = self._session.comparison
        if comparison is None:
            return
        finding = comparison.findings[number]
        self._going = True
        link = self._link_of(finding)
        if link >= 0:
            self._view.show_link(link)
        self._bring_level(finding)
        self._frame({side: finding.on(side) for side in Side})
        self._going = False

    def _show_place(self, side: Side, span: Span) -> None:
        self._view.show_place(side, span)
        self._frame({side: (span,), side.other: ()})

    def _frame(self, spans: dict[Side, tuple[Span, ...]]) -> None:
        for side, pane in self._view.panes.items():
            pane.painter.set_framed(spans[side])
            pane.viewport().update()

    def _on_current(self, _link: int) -> None:
        """Take the frames away when the reader goes on to something else."""
        if not self._going:
            self._frame(dict.fromkeys(Side, ()))

    def _link_of(self, finding: Finding) -> int:
        """Return the aligned link whose passages hold the first words of a finding on both sides, -1 if none does."""
        comparison = self._session.comparison
        if comparison is None or not (finding.left and finding.right):
            return -1
        passages = [self._view.panes[side].passage_of(finding.on(side)[0].start) for side in Side]
        for number, link in enumerate(comparison.links):
            if passages[0] in link.left and passages[1] in link.right and link.strength is Strength.ALIGNED:
                return number
        return -1

    def _bring_level(self, finding: Finding) -> None:
        panes = self._view.panes
        sides = [side for side in Side if finding.on(side)]
        if len(sides) == 1:
            self._view.show_place(sides[0], finding.on(sides[0])[0])
            return
        tops = [panes[side].y_of(finding.on(side)[0].start) for side in Side]
        page = panes[Side.LEFT].viewport().height()
        at = tops[0] - panes[Side.LEFT].verticalScrollBar().value()
        if not 0.05 * page <= at <= 0.75 * page:
            at = _EYE * page
        reach = [panes[side].verticalScrollBar().maximum() for side in Side]
        self._view.lock.show(*level(tops[0], tops[1], at, *reach))
