"""Which changes are there, one a line, to sort, to walk with the arrow keys and to hear from a screen reader?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from diffview.model import Origin
from diffview.theme import Theme
from diffview.ui.mask import NOTHING, Mask
from diffview.ui.qtext import tooltip
from diffview.ui.rows import LEAST_COLUMN, Index, Rows

_CHECKED, _ASIDE, _NARROW = 5, (1, 3), 560
"""The column that is shown once something is checked; those left out of a list narrower than this, in pixels: the sign
says the class too."""
_SORT, _SPOKEN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole


@dataclass(frozen=True, slots=True)
class Row:
    """One change: its link and class, where it stands, how many words differ, how it begins (one line, for display).

    `origin` tells whether the reader has checked it.
    """

    link: int
    mark: str
    name: str
    where: str
    words: int
    text: str
    origin: Origin = Origin.AUTOMATIC


class _Model(Rows[Row]):
    """The changes as a table."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything but the rows in the language that is spoken now."""
        names = (self.tr("Class"), self.tr("Where"), self.tr("Words"), self.tr("Text"), self.tr("Checked"))
        self.name_columns("", *names)
        self._checked = {
            Origin.AUTOMATIC: "",
            Origin.MANUAL: self.tr("⚯ by hand"),
            Origin.CONFIRMED: self.tr("✓ confirmed"),
        }
        self._spoken = {
            Origin.AUTOMATIC: "",
            Origin.MANUAL: self.tr(", linked by hand"),
            Origin.CONFIRMED: self.tr(", confirmed"),
        }

    def data(self, index: Index, role: int = 0) -> object:
        """Return what is shown, said or sorted by in one cell."""
        row, column = self.rows[index.row()], index.column()
        if role == _SORT:
            return (row.link, row.mark, row.link, row.words, row.text, row.origin.value)[column]
        if role == Qt.ItemDataRole.DisplayRole:
            glyph = self.theme.marks[row.mark].glyph
            return (glyph, row.name, row.where, row.words, row.text, self._checked[row.origin])[column]
        if role == Qt.ItemDataRole.ForegroundRole and column < 2:
            return QColor(self.theme.marks[row.mark].edge)
        if role == _SPOKEN:
            return f"{row.name}{self._spoken[row.origin]}. {row.where}. {row.text}"
        return tooltip(row.text) if role == Qt.ItemDataRole.ToolTipRole else None


class ChangeList(QTreeView):
    """The list of changes; going to a line goes to the change."""

    link_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(theme, self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(_SORT)
        self._all: tuple[Row, ...] = ()
        self._mask = NOTHING
        self._link = -1
        self.setModel(self._sorted)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(LEAST_COLUMN)
        self.header().setResizeContentsPrecision(50)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(lambda index, _before: self._choose(index))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything but the changes in the language that is spoken now."""
        self.setAccessibleName(self.tr("Changes"))
        self._model.retranslate()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """List these changes."""
        self._all = tuple(rows)
        self._filter()

    def reword(self, rows: Sequence[Row]) -> None:
        """List the same changes in other words; what is chosen and in sight stays so."""
        self._all = tuple(rows)
        self._model.reword(self._unmasked())
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow list to what the changes say."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        for column in _ASIDE:
            self.setColumnHidden(column, self.width() < _NARROW)
        self.setColumnHidden(_CHECKED, all(row.origin is Origin.AUTOMATIC for row in self._model.rows))

    def set_mask(self, mask: Mask) -> None:
        """Leave out what is masked."""
        self._mask = mask
        self._filter()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._model.theme = theme
        self.viewport().update()

    def set_current(self, link: int) -> None:
        """Select the line of a link without telling of it; one that is masked is selected when it comes back."""
        self._link = link
        row = next((n for n, row in enumerate(self._model.rows) if row.link == link), -1)
        selection = self.selectionModel()
        selection.blockSignals(True)
        index = self._sorted.mapFromSource(self._model.index(row, 0)) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        selection.blockSignals(False)
        if row >= 0:
            self.scrollTo(index)
        self.viewport().update()

    def shown_links(self) -> list[int]:
        """Return the links in the order in which they are listed."""
        places = (self._sorted.mapToSource(self._sorted.index(n, 0)) for n in range(self._sorted.rowCount()))
        return [self._model.rows[place.row()].link for place in places]

    def _filter(self) -> None:
        self._model.take(self._unmasked())
        self._share_out()
        self.set_current(self._link)

    def _unmasked(self) -> list[Row]:
        return [row for row in self._all if not self._mask.hides(row.mark, row.link)]

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self._link = self._model.rows[self._sorted.mapToSource(index).row()].link
            self.link_chosen.emit(self._link)
