"""How are the articles read row by row, each passage level with its partner, as editions of parallel texts do?

A table with one row a link in the order of the left article. Rows are as high as the longer wording; those out of
sight have an estimated height until they come into sight.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from diffview.model import Side, Span
from diffview.reports.view import Piece
from diffview.theme import Theme
from diffview.ui import theme as look_of
from diffview.ui.mask import NOTHING, Mask
from diffview.ui.pane_colours import sought
from diffview.ui.set_text import SetText, set_text
from diffview.ui.speech import class_name

_LEFT, _SIGN, _RIGHT = 0, 1, 2
_SIDES = {_LEFT: Side.LEFT, _RIGHT: Side.RIGHT}
_SIGN_WIDTH = 40
_PAD = 14
_EYE = 0.3
"""How far down the window a place is brought that was out of sight."""
_QUIET = frozenset({"same", "furniture"})
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LevelledRow:
    """One link: its number, class and what it is called, both wordings (empty where a side lacks it).

    `titles` tells which of them are nothing but headlines.
    `spans` are the passages of both wordings in their articles; a space stands between two of them.
    """

    link: int
    mark: str
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    titles: tuple[bool, bool] = (False, False)
    spans: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())

    def on(self, column: int) -> tuple[Piece, ...]:
        """Return the wording in a column."""
        return self.left if column == _LEFT else self.right

    def text(self, column: int) -> str:
        """Return the wording in a column without its marks."""
        return "".join(piece.text for piece in self.on(column))

    def within(self, column: int, found: Sequence[Span]) -> Iterator[Span]:
        """Yield those of the ascending places of an article that a column shows, in code points of its wording."""
        at = 0
        for passage in self.spans[0 if column == _LEFT else 1]:
            first = max(0, bisect_left(found, passage.start, key=_start) - 1)
            for span in islice(found, first, None):
                if span.start >= passage.end:
                    break
                if span.end > passage.start:
                    start, end = max(span.start, passage.start), min(span.end, passage.end)
                    yield Span(at + start - passage.start, at + end - passage.start)
            at += passage.end - passage.start + 1


def _start(span: Span) -> int:
    return span.start


class _Model(QAbstractTableModel):
    """The rows as a table, to be seen and to be heard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[LevelledRow, ...] = ()

    def take(self, rows: Sequence[LevelledRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many links there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return three: left, sign, right."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = 0) -> object:
        """Return what is said of a cell; the delegate paints it."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("{kind}. Left: {left}. Right: {right}")
            return said.format(kind=class_name(row.mark), left=row.text(_LEFT) or "—", right=row.text(_RIGHT) or "—")
        if role == Qt.ItemDataRole.DisplayRole:
            return class_name(row.mark) if index.column() == _SIGN else row.text(index.column())
        return None


class _Delegate(QStyledItemDelegate):
    """Sets the wordings in the reading font, with the words that differ marked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.type = look_of.Type()
        self.mask: Mask = NOTHING
        self.found: Mapping[Side, Sequence[Span]] = dict.fromkeys(Side, ())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme, self.inks = theme, look_of.Inks(theme)
        self._sought = sought(theme)

    def wording(self, row: LevelledRow, column: int, width: float) -> SetText:
        """Return a wording set in lines of a width."""
        font = look_of.reading_font(self.type.pixels, self.type.family)
        font.setBold(row.titles[0 if column == _LEFT else 1])
        ink = None if self.mask.hides(row.mark, row.link) else self.inks[row.mark]
        found = list(row.within(column, self.found[_SIDES[column]]))
        return set_text(
            row.on(column), font, self.type.line_height, width - 2 * _PAD, ink, [(span, self._sought) for span in found]
        )

    def height(self, row: LevelledRow, width: float) -> int:
        """Return how high a row must be for both wordings in columns of a width."""
        tallest = max(self.wording(row, column, width).height for column in (_LEFT, _RIGHT))
        return round(tallest) + _PAD

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell: ground, wording, and a line along the current row."""
        model = index.model()
        row = model.rows[index.row()] if isinstance(model, _Model) else None
        if row is None:
            return
        area, ink = QRectF(option.rect), self.inks[row.mark]
        is_masked = self.mask.hides(row.mark, row.link)
        painter.save()
        if index.column() == _SIGN:
            self._paint_sign(painter, area, row, is_masked=is_masked)
        else:
            lacking = not row.on(index.column())
            painter.fillRect(area, QColor(self.theme.window if lacking else self.theme.page))
            if not (lacking or is_masked or row.mark in _QUIET):
                painter.fillRect(area.adjusted(_PAD / 2, 3, -_PAD / 2, -3), ink.fill)
            painter.setPen(QColor(self.theme.ink))
            text = self.wording(row, index.column(), area.width())
            text.draw(painter, area.left() + _PAD, area.top() + _PAD / 2)
        view = self.parent()
        if isinstance(view, QTableView) and view.currentIndex().row() == index.row():
            for y in (area.top(), area.bottom() - 1):
                painter.fillRect(QRectF(area.left(), y, area.width(), 2), QColor(self.theme.accent))
        painter.restore()

    def _paint_sign(self, painter: QPainter, area: QRectF, row: LevelledRow, *, is_masked: bool) -> None:
        painter.fillRect(area, QColor(self.theme.window))
        if not is_masked:
            font = look_of.interface_font()
            font.setBold(True)
            font.setPixelSize(round(self.type.pixels * 0.9))
            painter.setFont(font)
            painter.setPen(look_of.faded(self.inks[row.mark].edge, 0.6 if row.mark in _QUIET else 1.0))
            line = area.adjusted(0, _PAD / 2, 0, 0)
            line.setHeight(self.type.pixels * self.type.line_height)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.inks[row.mark].glyph)


class LevelledRows(QTableView):
    """The table; choosing a row chooses its link, Return goes to it in the articles."""

    link_chosen = Signal(int)
    link_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._delegate = _Model(self), _Delegate(theme, self)
        self._known: set[int] = set()
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._measure)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._settle.start())
        self.selectionModel().currentRowChanged.connect(lambda index, _before: self._choose(index))
        self.doubleClicked.connect(lambda index: self.link_wanted.emit(self._model.rows[index.row()].link))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        self.setAccessibleName(self.tr("Linked passages, row by row"))

    def set_rows(self, rows: Sequence[LevelledRow]) -> None:
        """Show these rows."""
        self._model.take(rows)
        self._estimate()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def set_type(self, wanted: look_of.Type) -> None:
        """Set the wordings in another font, size or line height."""
        self._delegate.type = wanted
        self._estimate()

    def set_mask(self, mask: Mask) -> None:
        """Stop marking what is masked."""
        self._delegate.mask = mask
        self.viewport().update()

    def set_found(self, found: Mapping[Side, Sequence[Span]]) -> None:
        """Mark what a search has found on each side."""
        self._delegate.found = found
        self.viewport().update()

    def show_place(self, side: Side, span: Span) -> bool:
        """Choose the row of a place and bring the place into sight; returns False when no row shows it."""
        column = _LEFT if side is Side.LEFT else _RIGHT
        row = next((n for n, row in enumerate(self._model.rows) if any(row.within(column, (span,)))), -1)
        if row < 0:
            return False
        self.setCurrentIndex(self._model.index(row, column))
        self.set_current(self._model.rows[row].link)
        self._bring_into_sight(row, column, span)
        return True

    def _bring_into_sight(self, row: int, column: int, span: Span) -> None:
        """Scroll to the line of a place where its row is higher than the window."""
        wording = self._delegate.wording(self._model.rows[row], column, self._width())
        at = next(self._model.rows[row].within(column, (span,))).start
        y = self.rowViewportPosition(row) + wording.y_of(at)
        if not 0 <= y <= self.viewport().height() - 2 * self._delegate.type.pixels:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(y - _EYE * self.viewport().height()))
            self._measure()

    def set_current(self, link: int) -> None:
        """Go to the row of a link without telling of it."""
        row = next((n for n, row in enumerate(self._model.rows) if row.link == link), -1)
        selection = self.selectionModel()
        selection.blockSignals(True)
        self.setCurrentIndex(self._model.index(row, _LEFT) if row >= 0 else QModelIndex())
        selection.blockSignals(False)
        for _ in range(2 if row >= 0 else 0):
            self.scrollTo(self._model.index(row, _LEFT), QAbstractItemView.ScrollHint.EnsureVisible)
            self._measure()
        self.viewport().update()

    def sizeHintForRow(self, row: int) -> int:
        """Return how high a row is."""
        return self._delegate.height(self._model.rows[row], self._width())

    def sizeHint(self) -> QSize:
        """Return how large the table would like to be."""
        return QSize(900, 600)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the link in the articles with Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.link_wanted.emit(self._model.rows[self.currentIndex().row()].link)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out: two equal columns and the signs between them."""
        super().resizeEvent(event)
        self._estimate()

    def _width(self) -> int:
        return max(80, (self.viewport().width() - _SIGN_WIDTH) // 2)

    def _estimate(self) -> None:
        """Guess the heights of all rows from their letters, then measure those in sight."""
        width, wanted = self._width(), self._delegate.type
        for column, pixels in ((_LEFT, width), (_SIGN, _SIGN_WIDTH), (_RIGHT, width)):
            self.setColumnWidth(column, pixels)
        font = look_of.reading_font(wanted.pixels, wanted.family)
        per_line = max(1.0, (width - 2 * _PAD) / max(1.0, QFontMetricsF(font).averageCharWidth()))
        pitch = wanted.pixels * wanted.line_height
        for number, row in enumerate(self._model.rows):
            letters = max(len(row.text(_LEFT)), len(row.text(_RIGHT)))
            self.setRowHeight(number, round((1 + letters // per_line) * pitch) + _PAD)
        self._known = set()
        self._measure()

    def _measure(self) -> None:
        """Give the rows in sight their real heights; that may bring more of them into sight."""
        row = max(0, self.rowAt(0))
        while row < len(self._model.rows) and self.rowViewportPosition(row) < self.viewport().height():
            if row not in self._known:
                self._known.add(row)
                self.setRowHeight(row, self.sizeHintForRow(row))
            row += 1

    def _choose(self, index: QModelIndex) -> None:
        self.viewport().update()
        if index.isValid():
            self.link_chosen.emit(self._model.rows[index.row()].link)
