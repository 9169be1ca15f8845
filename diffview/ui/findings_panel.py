"""How are the findings shown: kinds with counts to choose from, a list, and pages of speakers and coverage?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from diffview.model import Comparison, Finding, FindingKind, Review, Side, Span
from diffview.phrases import beginning
from diffview.theme import Theme
from diffview.ui.findings_list import Entry, FindingsList, Sort
from diffview.ui.findings_text import KINDS, contract, coverage_page, entries, place_of, said, speakers_page

ALL, SPEAKERS, COVERAGE = "all", "speakers", "coverage"
_NAME = Qt.ItemDataRole.UserRole
_KINDS_WIDTH = 190
_LEAST_HEIGHT = 180
"""Pixels of the panel from which there is room for more than the list."""


class FindingsPanel(QWidget):
    """The findings of a comparison; `kind` is what is chosen on the left of it."""

    finding_chosen = Signal(int)
    place_chosen = Signal(Side, Span)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._entries: tuple[Entry, ...] = ()
        self._reviews: tuple[Review, ...] = ()
        self.kinds = QListWidget(self)
        self.kinds.setFixedWidth(_KINDS_WIDTH)
        self.list = FindingsList(self)
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setAcceptDrops(False)
        self.page.viewport().setAcceptDrops(False)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.page)
        self.switches = {sort: QCheckBox(self) for sort in (Sort.AGREES, Sort.ALONE, Sort.WEAKER)}
        self.place = QLabel(self)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.reason, self.contract = self._foot(), self._foot()
        self.contract.setObjectName("hint")
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def _foot(self) -> QLabel:
        """Make a label for the foot of the list, two lines high whatever it says."""
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setContentsMargins(10, 3, 10, 3)
        label.setMinimumHeight(2 * label.fontMetrics().lineSpacing() + 6)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return label

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now; what is chosen and in sight stays so."""
        self.setAccessibleName(self.tr("Findings"))
        self.kinds.setAccessibleName(self.tr("Kinds of findings"))
        self.page.setAccessibleName(self.tr("Speakers and coverage"))
        self.contract.setText(contract())
        self.list.retranslate()
        place = self.page.verticalScrollBar().value()
        self.set_reviews(self._reviews)
        self.page.verticalScrollBar().setValue(place)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 3, 10, 3)
        head.setSpacing(8)
        for switch in self.switches.values():
            head.addWidget(switch)
        head.addStretch(1)
        head.addWidget(self.place)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addWidget(self.reason)
        column.addWidget(self.contract)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.kinds)
        row.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a low panel to the findings: what stands at its foot is told where there is room for it."""
        super().resizeEvent(event)
        self._show_foot()

    def _show_foot(self) -> None:
        """Say in full why the current finding is one; without one, what is no difference between two quotations."""
        current = self.list.current()
        why = next((f"{beginning(e.status)}: {e.reason}" for e in self._entries if e.number == current), "")
        has_room = self.height() >= _LEAST_HEIGHT and self.pages.currentWidget() is self.list
        self.reason.setText(why)
        self.reason.setVisible(has_room and bool(why))
        self.contract.setVisible(has_room and not why and self.kind in (ALL, FindingKind.QUOTE.value))

    def _connect(self) -> None:
        self.kinds.currentRowChanged.connect(lambda _row: self._show_kind())
        self.list.finding_chosen.connect(self._on_chosen)
        self.page.anchorClicked.connect(self._on_link)
        for switch in self.switches.values():
            switch.toggled.connect(lambda _on: self._filter())

    # ---- values --------------------------------------------------------------------------------------------------

    @property
    def kind(self) -> str:
        """What is chosen: one of the kinds of findings, "all", "speakers" or "coverage"."""
        item = self.kinds.currentItem()
        return str(item.data(_NAME)) if item else ALL

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show the findings of a comparison; the current one stays current where it is found again."""
        before = self._current_finding() if _is_of_same(self._comparison, comparison) else None
        self._comparison = comparison
        self.list.set_current(-1)
        self.set_reviews(self._reviews)
        self.set_current(_number_of(before, comparison))

    def _current_finding(self) -> Finding | None:
        number = self.list.current()
        return self._comparison.findings[number] if self._comparison and number >= 0 else None

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        style = f"a {{ color: {theme.ink}; text-decoration: none }} .faint {{ color: {theme.faint} }}"
        self.page.document().setDefaultStyleSheet(style)
        self._show_kind()

    def show_kind(self, kind: str) -> None:
        """Choose what is shown."""
        rows = [row for row in range(self.kinds.count()) if self.kinds.item(row).data(_NAME) == kind]
        self.kinds.setCurrentRow(rows[0] if rows else 0)

    def set_current(self, number: int) -> None:
        """Select the line of a finding without going there."""
        self.list.set_current(number)
        self._tell_place()

    def step(self, by: int) -> int:
        """Select the finding after (1) or before (-1) the current one, round the end, and return its number or -1."""
        if self.pages.currentWidget() is not self.list:
            self.show_kind(ALL)
        listed, current = self.list.listed(), self.list.current()
        if not listed:
            return -1
        at = listed.index(current) + by if current in listed else (0 if by > 0 else -1)
        self.set_current(listed[at % len(listed)])
        return self.list.current()

    def set_reviews(self, reviews: Sequence[Review]) -> None:
        """Show what the reader said of findings."""
        self._reviews = tuple(reviews)
        self._entries = tuple(entries(self._comparison, self._reviews)) if self._comparison else ()
        self._filter()

    # ---- showing -------------------------------------------------------------------------------------------------

    def _wanted(self) -> list[Entry]:
        """Return the findings of every kind that the switches let through."""
        off = {sort for sort, switch in self.switches.items() if not switch.isChecked()}
        return [entry for entry in self._entries if entry.sort not in off]

    def _filter(self) -> None:
        self._fill_kinds()
        self._show_switches()
        self._show_kind()

    def _fill_kinds(self) -> None:
        """Offer the kinds that there are; what is chosen stays chosen."""
        chosen, counts = self.kind, Counter(entry.kind for entry in self._wanted())
        with QSignalBlocker(self.kinds):
            self.kinds.clear()
            self._offer(ALL, self.tr("All"), counts.total())
            for kind, name in KINDS.items():
                if kind is not FindingKind.SPEAKER or counts[kind]:
                    self._offer(kind.value, said(name), counts[kind])
            self._offer(SPEAKERS, self.tr("Speakers side by side"))
            self._offer(COVERAGE, self.tr("Coverage"))
            self.show_kind(chosen)

    def _offer(self, name: str, text: str, count: int | None = None) -> None:
        item = QListWidgetItem(text if count is None else f"{text}  {count}", self.kinds)
        item.setData(_NAME, name)

    def _show_switches(self) -> None:
        counts = Counter(entry.sort for entry in self._entries)
        for sort, (text, more) in self._switch_texts().items():
            self.switches[sort].setText(text.format(count=counts[sort]))
            self.switches[sort].setToolTip(more)
            self.switches[sort].setEnabled(counts[sort] > 0)

    def _switch_texts(self) -> dict[Sort, tuple[str, str]]:
        """Return what each switch is called, and what it shows."""
        return {
            Sort.AGREES: (self.tr("Agreeing ({count})"), self.tr("Also list what agrees")),
            Sort.ALONE: (self.tr("One-sided ({count})"), self.tr("Also list what one article lacks")),
            Sort.WEAKER: (self.tr("Weaker ({count})"), self.tr("Also list what is less sure to be a difference")),
        }

    def _show_kind(self) -> None:
        kind, comparison = self.kind, self._comparison
        is_page = kind in (SPEAKERS, COVERAGE)
        self.pages.setCurrentWidget(self.page if is_page else self.list)
        if is_page:
            page = speakers_page if kind == SPEAKERS else coverage_page
            self.page.setAccessibleName(self.kinds.currentItem().text())
            self.page.setHtml(page(comparison) if comparison else "")
        else:
            self.list.set_entries([entry for entry in self._wanted() if kind in (ALL, entry.kind)])
        for shown in (*self.switches.values(), self.place):
            shown.setVisible(not is_page)
        self._tell_place()

    def _tell_place(self) -> None:
        listed, current = self.list.listed(), self.list.current()
        if current in listed:
            text = self.tr("{number} of {total}").format(number=listed.index(current) + 1, total=len(listed))
            self.place.setText(text)
        else:
            self.place.setText(self.tr("%n finding(s)", "", len(listed)))
        self._show_foot()

    def _on_chosen(self, number: int) -> None:
        self._tell_place()
        self.finding_chosen.emit(number)

    def _on_link(self, link: QUrl) -> None:
        place = place_of(link.toString())
        if place:
            self.place_chosen.emit(*place)


def _is_of_same(before: Comparison | None, after: Comparison | None) -> bool:
    """Return whether these are comparisons of the same articles, in which a place is the same place."""
    if before is None or after is None:
        return False
    return all(before.document(side).article.text == after.document(side).article.text for side in Side)


def _number_of(wanted: Finding | None, comparison: Comparison | None) -> int:
    """Return which finding of a comparison is of the same kind at the same places, -1 for none."""
    if wanted is None or comparison is None:
        return -1
    place = wanted.kind, wanted.left, wanted.right
    return next((n for n, each in enumerate(comparison.findings) if (each.kind, each.left, each.right) == place), -1)
