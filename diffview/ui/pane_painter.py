"""What is painted behind and beside the text of a pane: grounds, brackets, glyphs and marginal notes?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from diffview.model import Side, Span
from diffview.theme import Theme
from diffview.ui import theme as look_of
from diffview.ui.margin_notes import fitted, note_font, note_width
from diffview.ui.mask import NOTHING
from diffview.ui.passage_places import PassagePlaces, Place
from diffview.ui.shown_text import ShownText

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.ui.marks import Look
    from diffview.ui.text_geometry import TextGeometry

_BRACKET = 3
_GLYPHS = 24
_GAP, _APART = 18, 6
"""Pixels between the notes and the text, the bracket included, and between the glyphs and the notes."""
_LEAST_LINE = 19
"""Width of a line, in font sizes, from which there is room for notes beside it: some forty letters."""
_NOWHERE = 1 << 31
_QUIET = frozenset({"same", "furniture"})


class Margins(NamedTuple):
    """The widths of one pane's parts, in pixels: the gutter lies at the ribbons, the rest at the window's edge."""

    gutter: int
    column: int
    edge: int
    notes: int
    """Room for marginal notes, inside the gutter; 0 in a narrow pane."""

    @classmethod
    def for_width(cls, width: int, measure: float, pixels: int) -> Margins:
        """Share out a pane's width: lines that can be read come first, then marginal notes, then the edge."""
        notes, edge = note_width(pixels), round(pixels * 2)
        if width < 420:
            notes, edge = 0, 10
        gutter = _GLYPHS + notes + _GAP
        if width - gutter - edge < min(measure, pixels * _LEAST_LINE):
            notes, gutter = 0, gutter - notes
        column = max(40, min(round(measure), width - gutter - edge))
        return cls(gutter, column, edge, notes)

    @property
    def total(self) -> int:
        """The width of all parts together."""
        return self.gutter + self.column + self.edge

    def before(self, side: Side) -> int:
        """The margin left of the text."""
        return self.edge if side is Side.LEFT else self.gutter

    def after(self, side: Side) -> int:
        """The margin right of the text."""
        return self.gutter if side is Side.LEFT else self.edge

    def in_gutter(self, side: Side, x: float, width: int) -> bool:
        """Return whether `x` of a viewport lies in the gutter."""
        return x >= width - self.gutter if side is Side.LEFT else x < self.gutter


class PanePainter:
    """Paints what lies under and beside the text of one pane, only where it is visible."""

    def __init__(self, side: Side, theme: Theme) -> None:
        self._side = side
        self._looks: tuple[Look, ...] = ()
        self._geometry: TextGeometry | None = None
        self.places: PassagePlaces | None = None
        self.margins = Margins.for_width(600, 500, 17)
        self.current: frozenset[int] = frozenset()
        self.hovered: frozenset[int] = frozenset()
        self.picked: frozenset[int] = frozenset()
        self.framed: tuple[Span, ...] = ()
        self.hit: Span | None = None
        """Which of the words that a search has found one is at."""
        self._positions: ShownText | None = None
        self.mask = NOTHING
        self.cut = -1
        """The unit before which the reader may split a passage, -1 for none."""
        self.flash = 0.0
        self.is_target = self.is_focused = False
        self._notes = QFont()
        self._glyphs = QFont()
        self.set_theme(theme)

    def set_side(self, side: Side) -> None:
        """Paint the margin as the pane of that side does."""
        self._side = side

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.inks = look_of.Inks(theme)

    def set_font(self, font: QFont) -> None:
        """Take the reading font's size for glyphs and notes."""
        self._glyphs = look_of.interface_font()
        self._glyphs.setPixelSize(round(font.pixelSize() * 0.9))
        self._glyphs.setBold(True)
        self._notes = note_font(font.pixelSize())

    def set_looks(self, looks: Sequence[Look]) -> None:
        """Take the passages to mark."""
        self._looks = tuple(looks)
        self.places = None
        self.current = self.hovered = self.picked = frozenset()
        self.framed = ()
        self.hit = self.hit if looks else None

    def set_framed(self, spans: Sequence[Span]) -> None:
        """Take the words of the finding that is looked at."""
        self.framed = tuple(spans)

    def set_geometry(self, geometry: TextGeometry, positions: ShownText) -> None:
        """Take the layout; the passages are measured as soon as they are asked for."""
        self._geometry, self._positions = geometry, positions
        self.places = PassagePlaces(self._looks, geometry, positions)

    def forget_rows(self) -> None:
        """Look anew for what the rows cover, since letters may have changed their width."""
        if self.places:
            self.places.forget_rows()

    @property
    def extents(self) -> Sequence[tuple[float, float]]:
        """Top and bottom of every passage, in pixels of the laid-out text."""
        return self.places.extents if self.places else ()

    def passage_at_height(self, y: float) -> int:
        """Return the passage at a height of the laid-out text, -1 between paragraphs."""
        return self.places.at_height(y) if self.places else -1

    def first_below(self, y: float) -> int:
        """Return the first passage that ends below a height of the laid-out text, -1 if none does."""
        return self.places.first_below(y) if self.places else -1

    def _visible(self, places: PassagePlaces, top: float, bottom: float) -> Iterator[int]:
        for number in places.between(top, bottom):
            look = self._looks[number]
            if not self.mask.hides(look.mark, look.link):
                yield number

    # ---- under the text ------------------------------------------------------------------------------------------

    def paint_grounds(self, painter: QPainter, scroll: float, area: QRect) -> None:
        """Paint the grounds of the visible passages, in viewport coordinates."""
        if self._geometry is None or self.places is None:
            return
        painter.translate(0, -scroll)
        top, bottom = scroll + area.top(), scroll + area.bottom()
        for number in self._visible(self.places, top - 60, bottom + 60):
            colour = self._ground(number)
            if colour is not None:
                for row in self.places.rows(number, top, bottom):
                    painter.fillRect(row, colour)
        for number in sorted(self.current):
            self._frame(painter, number, top, bottom)
        for number in sorted(self.picked):
            self._pick(painter, number, top, bottom)
        for span in self.framed:
            self._bracket_words(painter, span, top, bottom)

    def _ground(self, number: int) -> QColor | None:
        mark = self._looks[number].mark
        if number in self.current and self.flash:
            return _mixed(self.inks[mark].fill, self.inks[mark].strong, self.flash)
        if number in self.hovered or number in self.current:
            return _mixed(self.inks[mark].fill, self.inks[mark].strong, 0.35)
        return None if mark in _QUIET else self.inks[mark].fill

    def _frame(self, painter: QPainter, number: int, top: float, bottom: float) -> None:
        """Underline every row of a current passage in the colour of its class."""
        if self._geometry is None or self.places is None or number >= len(self.places):
            return
        place = self.places[number]
        painter.setPen(QPen(self.inks[self._looks[number].mark].edge, 1))
        for row in self._geometry.rows(place.start, place.end, top, bottom):
            painter.drawLine(QPointF(row.left() - 1, row.bottom() - 0.5), QPointF(row.right() + 1, row.bottom() - 0.5))

    def _pick(self, painter: QPainter, number: int, top: float, bottom: float) -> None:
        """Draw a dashed frame around every row of a passage that a half-made link has taken up."""
        if self._geometry is None or self.places is None or number >= len(self.places):
            return
        place = self.places[number]
        painter.setPen(QPen(QColor(self._theme.accent), 1.5, QtCore.Qt.PenStyle.DashLine))
        for row in self._geometry.rows(place.start, place.end, top, bottom):
            painter.fillRect(row, look_of.faded(QColor(self._theme.accent), 0.12))
            painter.drawRect(QRectF(row).adjusted(-2, 0.5, 2, -0.5))

    def _bracket_words(self, painter: QPainter, span: Span, top: float, bottom: float) -> None:
        """Underline words and set a bracket before and after them; their colours stay as they are."""
        if self._geometry is None or self._positions is None:
            return
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        rows = list(self._geometry.rows(*self._positions.span_to_qt(span), 0, _NOWHERE))
        for number, row in enumerate(rows):
            if row.bottom() < top or row.top() > bottom:
                continue
            shape = row.adjusted(-2, 2, 2, -1)
            painter.drawLine(shape.bottomLeft(), shape.bottomRight())
            if number == 0:
                painter.drawLine(shape.topLeft(), shape.bottomLeft())
            if number == len(rows) - 1:
                painter.drawLine(shape.topRight(), shape.bottomRight())

    # ---- beside the text -----------------------------------------------------------------------------------------

    def paint_margin(self, painter: QPainter, scroll: float, size: QSize) -> None:
        """Paint brackets, glyphs and notes beside the visible passages."""
        if self.places is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -scroll)
        if self.cut >= 0:
            self._paint_cut(painter)
        if self.hit is not None:
            self._paint_hit(painter, self.hit, scroll, size)
        taken: dict[float, int] = {}
        free = -math.inf
        for number in self._visible(self.places, scroll - 60, scroll + size.height() + 60):
            self._paint_bracket(painter, number, self.places[number], size.width())
            row_top, pitch = self.places.line(number)
            place = taken.get(row_top, 0)
            taken[row_top] = place + 1
            self._paint_glyph(painter, number, QRectF(0, row_top, size.width(), pitch), place)
            if self._looks[number].moved_from and self.margins.notes and not place:
                free = self._paint_note(painter, number, QRectF(0, row_top, size.width(), pitch), free)

    def paint_edge(self, painter: QPainter, page: QRectF) -> None:
        """Frame the pane that a drag aims at; draw a line over the one that keys act on."""
        accent = QColor(self._theme.accent)
        if self.is_target:
            painter.setPen(QPen(accent, 3))
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.drawRect(page.adjusted(2, 2, -2, -2))
        if self.is_focused:
            stripe = QPixmap(1, 1)
            stripe.fill(accent)
            painter.drawPixmap(QRect(round(page.left()), round(page.top()), round(page.width()), 2), stripe)

    def _paint_cut(self, painter: QPainter) -> None:
        """Paint a bar with a foot and a head before the word at which a passage may be split."""
        if self._geometry is None:
            return
        for row in self._geometry.rows(self.cut, self.cut + 1, 0, self._geometry.height):
            bar = QRectF(row.left() - 2.5, row.top() + 1, 3, row.height() - 2)
            painter.fillRect(bar, QColor(self._theme.accent))
            for y in (bar.top(), bar.bottom() - 2):
                painter.fillRect(QRectF(bar.left() - 3, y, 9, 2), QColor(self._theme.accent))

    def _paint_hit(self, painter: QPainter, hit: Span, scroll: float, size: QSize) -> None:
        """Paint a frame around the words found that one is at: all of them have one ground."""
        if self._geometry is None or self._positions is None:
            return
        painter.setPen(QPen(QColor(self._theme.ink), 2))
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        for row in self._geometry.rows(*self._positions.span_to_qt(hit), scroll, scroll + size.height()):
            painter.drawRoundedRect(row.adjusted(-2.5, 0.5, 2.5, -0.5), 2, 2)

    def _inward(self, width: float, start: float, length: float) -> tuple[float, float]:
        """Return the x and width of a strip that begins `start` pixels from the ribbons."""
        return (width - start - length, length) if self._side is Side.LEFT else (start, length)

    def _paint_bracket(self, painter: QPainter, number: int, place: Place, width: int) -> None:
        top, bottom = place.top, place.bottom
        mark = self._looks[number].mark
        wide = _BRACKET + 2 if number in self.current or number in self.hovered else _BRACKET
        x, w = self._inward(width, 0, wide)
        colour = look_of.faded(self.inks[mark].edge, 0.35 if mark in _QUIET else 0.9)
        painter.fillRect(QRectF(x, top + 1, w, max(2.0, bottom - top - 2)), colour)

    def _paint_glyph(self, painter: QPainter, number: int, row: QRectF, place: int) -> None:
        if place > 1:
            return
        look = self._looks[number]
        x, w = self._inward(row.width(), _BRACKET + 2 + place * _GLYPHS / 2, _GLYPHS / 2 + 4)
        painter.setFont(self._glyphs)
        painter.setPen(look_of.faded(self.inks[look.mark].edge, 0.7 if look.mark in _QUIET else 1.0))
        if look.mark == "furniture" and number in self.hovered | self.picked:
            painter.drawRoundedRect(QRectF(x + 1, row.center().y() - w / 2 + 1, w - 2, w - 2), 3, 3)
        glyph = self.inks[look.mark].glyph
        painter.drawText(QRectF(x, row.top(), w, row.height()), QtCore.Qt.AlignmentFlag.AlignCenter, glyph)

    def _paint_note(self, painter: QPainter, number: int, row: QRectF, free: float) -> float:
        """Paint a note, not above the height that is `free` below the note before; returns what is free below it."""
        look = self._looks[number]
        x, w = self._inward(row.width(), _BRACKET + _GLYPHS + _APART, self.margins.notes)
        painter.setFont(self._notes)
        painter.setPen(self.inks[look.mark].edge)
        metrics = QFontMetricsF(self._notes)
        line = metrics.height()
        edges, top = QtCore.Qt.AlignmentFlag, max(free, row.center().y() - line)
        for n, text in enumerate(fitted(look.label, metrics, w)):
            box = QRectF(x, top + n * line, w, line)
            painter.drawText(box, edges.AlignRight if self._side is Side.LEFT else edges.AlignLeft, text)
        return top + 2 * line


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return the colour `share` of the way from `one` to `other`."""
    return QColor.fromRgbF(
        one.redF() + share * (other.redF() - one.redF()),
        one.greenF() + share * (other.greenF() - one.greenF()),
        one.blueF() + share * (other.blueF() - one.blueF()),
    )
