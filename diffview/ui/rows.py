"""How are values shown as the rows of a table?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
LEAST_COLUMN = 24
"""Pixels of the narrowest column of a list of such rows; Qt's own least is four times that."""


class Rows(QAbstractTableModel, Generic[Row]):
    """A table of values, a row each, under the names of its columns; what a cell says is for its heir to tell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.titles: tuple[str, ...] = ()

    def name_columns(self, *titles: str) -> None:
        """Take the names of the columns, or others for the same ones."""
        self.titles = titles
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(titles) - 1)

    def take(self, rows: Sequence[Row]) -> None:
        """Show these values."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def reword(self, rows: Sequence[Row]) -> None:
        """Show the same values in other words; what is chosen and in sight stays so."""
        self.rows = tuple(rows)
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.titles) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many values there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many things are told of each."""
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Return the name of a column."""
        across = orientation is Qt.Orientation.Horizontal
        return self.titles[section] if across and role == Qt.ItemDataRole.DisplayRole else None
