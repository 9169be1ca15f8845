"""Which findings are there, one a line, to sort, to walk with the arrow keys and to hear from a screen reader?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from diffview.ui.qtext import tooltip
from diffview.ui.rows import LEAST_COLUMN, Index, Rows

_SORT, _SPOKEN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole
_SURE, _CHECKED = 5, 6
"""Columns: how sure it is, and what is shown once one is checked."""
_ASIDE, _NARROW = (0, 4, _SURE), 480
"""Columns left out of a list narrower than this, in pixels: kinds stand beside it, the current reason below it."""


class Sort(StrEnum):
    """Why a finding is listed: it differs, it does but nobody can be sure, it agrees, or one article lacks it."""

    DIFFERS = "differs"
    WEAKER = "weaker"
    AGREES = "agrees"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding in words for display: its number in the comparison, its kind, and one line for each column."""

    number: int
    kind: str
    sort: Sort
    name: str
    status: str
    left: str
    right: str
    reason: str
    sure: float
    opinion: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the columns."""
        return self.name, self.status, self.left, self.right, self.reason, f"{self.sure:.0%}", self.opinion


class _Model(Rows[Entry]):
    """The findings as a table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the columns in the language that is spoken now."""
        self.name_columns(
            self.tr("Kind"),
            self.tr("Finding"),
            self.tr("Left"),
            self.tr("Right"),
            self.tr("Reason"),
            self.tr("Sure"),
            self.tr("Checked"),
        )

    def data(self, index: Index, role: int = 0) -> object:
        """Return what is shown, said or sorted by in one cell."""
        entry, column = self.rows[index.row()], index.column()
        if role == _SORT:
            return entry.number if column == 0 else entry.sure if column == _SURE else entry.cells[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.cells[column]
        if role == _SPOKEN:
            checked = f" {entry.opinion}." if entry.opinion else ""
            return f"{entry.name}, {entry.status}.{checked} {entry.reason} {entry.left} — {entry.right}"
        return tooltip(entry.cells[column]) if role == Qt.ItemDataRole.ToolTipRole else None


class FindingsList(QTreeView):
    """The list of findings; going to a line goes to the finding."""

    finding_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(_SORT)
        self.setModel(self._sorted)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.retranslate()
        self._set_up_columns()
        self.selectionModel().currentRowChanged.connect(lambda index, _before: self._choose(index))
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def retranslate(self) -> None:
        """Say everything but the findings in the language that is spoken now."""
        self.setAccessibleName(self.tr("Findings"))
        self._model.retranslate()

    def _set_up_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(LEAST_COLUMN)
        header.setResizeContentsPrecision(50)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in range(2, _SURE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List these findings; the current one stays current if it is among them."""
        if [entry.number for entry in entries] == [entry.number for entry in self._model.rows]:
            self._model.reword(entries)
        else:
            before = self.current()
            self._model.take(entries)
            self.set_current(before)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow list to what the findings say; the current one stays in sight."""
        super().resizeEvent(event)
        self._share_out()
        if self.current() >= 0:
            self.scrollTo(self.currentIndex())

    def _share_out(self) -> None:
        for column in _ASIDE:
            self.setColumnHidden(column, self.width() < _NARROW)
        self.setColumnHidden(_CHECKED, not any(entry.opinion for entry in self._model.rows))

    def listed(self) -> list[int]:
        """Return the numbers of the findings in the order in which they are listed."""
        rows = (self._sorted.mapToSource(self._sorted.index(n, 0)).row() for n in range(self._sorted.rowCount()))
        return [self._model.rows[row].number for row in rows]

    def current(self) -> int:
        """Return the number of the current finding, -1 for none."""
        index = self.currentIndex()
        return self._model.rows[self._sorted.mapToSource(index).row()].number if index.isValid() else -1

    def set_current(self, number: int) -> None:
        """Select the line of a finding without telling of it; -1 selects none."""
        row = next((n for n, entry in enumerate(self._model.rows) if entry.number == number), -1)
        index = self._sorted.mapFromSource(self._model.index(row, 0)) if row >= 0 else QModelIndex()
        selection = self.selectionModel()
        selection.blockSignals(True)
        self.setCurrentIndex(index)
        selection.blockSignals(False)
        if row >= 0:
            self.scrollTo(index)
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.finding_chosen.emit(self._model.rows[self._sorted.mapToSource(index).row()].number)
