"""How are the links drawn between the two panes?

A ribbon runs from its passage on the left to its partner on the right. Where one end is out of sight the other
becomes a stub that points there; where one side lacks the passage, the ribbon narrows to the place it would stand at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diffview.theme import Theme
from diffview.ui import theme as look_of
from diffview.ui.mask import NOTHING, Mask

if TYPE_CHECKING:  # PySide makes a class when it is named, and this comes later
    from PySide6.QtGui import QMouseEvent

Extent = tuple[float, float]
_STUB = 22
_BADGE = 7.5
_FAR = 0.4
_SLOPE = 0.35
_QUIET = frozenset({"same", "related"})
_AUTOMATIC = "automatic"


class Ribbon(NamedTuple):
    """One stretch of one link: its number and class, and top and bottom of its ends in pixels of each text.

    `origin`, a value of `Origin`, tells the reader's links from the program's.
    """

    link: int
    mark: str
    left: Extent
    right: Extent
    origin: str = _AUTOMATIC


class _Heights:
    """Finds which of many ends lie between two heights without looking at the others."""

    def __init__(self, ends: Sequence[Extent]) -> None:
        self._order = sorted(range(len(ends)), key=lambda number: ends[number][0])
        self._tops = [ends[number][0] for number in self._order]
        self._bottoms = [ends[number][1] for number in self._order]
        self._lowest = list(accumulate(self._bottoms, max))

    def between(self, top: float, bottom: float) -> Iterator[int]:
        place = bisect_right(self._tops, bottom) - 1
        while place >= 0 and self._lowest[place] >= top:
            if self._bottoms[place] >= top:
                yield self._order[place]
            place -= 1


class LinkMap(QWidget):
    """Draws the ribbons that are in sight and tells which one the mouse points at."""

    link_clicked = Signal(int)
    link_hovered = Signal(int)  # -1: none
    scrolled = Signal(int)  # a wheel's angle

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._inks = theme, look_of.Inks(theme)
        self._ribbons: tuple[Ribbon, ...] = ()
        self._heights = (_Heights(()), _Heights(()))
        self._scroll = (0.0, 0.0)
        self._pages: tuple[Extent, Extent] | None = None
        self._is_stacked = False
        self._current = self._hovered = -1
        self._mask = NOTHING
        self._half_made: tuple[Extent, Extent] | None = None
        self._explain: Callable[[int], str] = lambda _link: ""
        self._drawn: list[tuple[int, QPainterPath]] = []
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(84)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        self.setAccessibleName(self.tr("Links between the articles"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme, self._inks = theme, look_of.Inks(theme)
        self.update()

    def set_ribbons(self, ribbons: Sequence[Ribbon], explain: Callable[[int], str]) -> None:
        """Draw these ribbons; `explain` says why a link is there, as plain text."""
        self._ribbons, self._explain = tuple(ribbons), explain
        self._heights = _Heights([each.left for each in ribbons]), _Heights([each.right for each in ribbons])
        self.update()

    def set_pages(self, left: Extent, right: Extent, *, stacked: bool) -> None:
        """Take where the pages begin and end beside the ribbons; stacked ones lie above each other on the left."""
        self._pages, self._is_stacked = (left, right) if stacked else None, stacked
        self.update()

    def set_scroll(self, left: float, right: float) -> None:
        """Take the panes' scroll values."""
        self._scroll = (left, right)
        self.update()

    def set_current(self, link: int) -> None:
        """Draw this link last and strongest; -1 for none."""
        self._current = link
        self.update()

    def set_hovered(self, link: int) -> None:
        """Draw this link stronger; -1 for none."""
        if link != self._hovered:
            self._hovered = link
            self.update()

    def set_half_made(self, ends: tuple[Extent, Extent] | None) -> None:
        """Draw a link that the reader is about to make, from end to end; None for none."""
        self._half_made = ends
        self.update()

    def set_mask(self, mask: Mask) -> None:
        """Leave out the ribbons of what is masked."""
        self._mask = mask
        self.update()

    def ribbon_at(self, place: QPointF) -> int:
        """Return the link drawn uppermost at a place, -1 if there is none."""
        for link, path in reversed(self._drawn):
            if path.contains(place):
                return link
        return -1

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the quiet ribbons first, then the others, the hovered and the current one last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawn = []
        for ribbon in sorted(self._in_sight(), key=self._rank):
            for path in self._paths(ribbon):
                self._paint(painter, ribbon, path)
                self._drawn.append((ribbon.link, path))
        if self._half_made is not None:
            self._paint_half_made(painter, *self._half_made)

    def _paint_half_made(self, painter: QPainter, left: Extent, right: Extent) -> None:
        windows = self._windows()
        left = _shifted(left, self._scroll[0] - windows[0][0])
        right = _shifted(right, self._scroll[1] - windows[1][0])
        if self._is_stacked:
            path = _loop(_within(left, windows[0]), _within(right, windows[1]), self.width())
        else:
            path = _band(_near(left, self.height()), _near(right, self.height()), self.width())
        accent = QColor(self._theme.accent)
        painter.fillPath(path, look_of.faded(accent, 0.12))
        painter.strokePath(path, QPen(accent, 1.5, QtCore.Qt.PenStyle.DashLine))

    def _rank(self, ribbon: Ribbon) -> int:
        if ribbon.link == self._current:
            return 3
        return 2 if ribbon.link == self._hovered else int(ribbon.mark not in _QUIET)

    def _in_sight(self) -> Iterator[Ribbon]:
        seen: set[int] = set()
        for heights, scroll, (top, bottom) in zip(self._heights, self._scroll, self._windows(), strict=True):
            seen.update(heights.between(scroll, scroll + bottom - top))
        for number in sorted(seen):
            ribbon = self._ribbons[number]
            if not self._mask.hides(ribbon.mark, ribbon.link):
                yield ribbon

    def _windows(self) -> tuple[Extent, Extent]:
        """Return top and bottom of the two pages in pixels of this widget."""
        whole = (0.0, float(self.height()))
        return self._pages or (whole, whole)

    def _paths(self, ribbon: Ribbon) -> Iterator[QPainterPath]:
        """Yield the whole ribbon, or a stub at each end that can be seen.

        Between stacked pages all ribbons would cross, so only those that the reader points at are drawn whole.
        """
        windows = self._windows()
        left = _shifted(ribbon.left, self._scroll[0] - windows[0][0])
        right = _shifted(ribbon.right, self._scroll[1] - windows[1][0])
        wanted = ribbon.link in (self._current, self._hovered)
        if self._is_stacked and wanted:
            yield _loop(_within(left, windows[0]), _within(right, windows[1]), self.width())
            return
        if not self._is_stacked and (wanted or self._is_whole(left, right)):
            yield _band(_near(left, self.height()), _near(right, self.height()), self.width())
            return
        if _seen(left, windows[0]) and ribbon.left[1] > ribbon.left[0]:
            yield _stub(_within(left, windows[0]), right, 0, 1)
        if _seen(right, windows[1]) and ribbon.right[1] > ribbon.right[0]:
            at, inward = (0, 1) if self._is_stacked else (self.width(), -1)
            yield _stub(_within(right, windows[1]), left, at, inward)

    def _is_whole(self, left: Extent, right: Extent) -> bool:
        """Return whether a ribbon is drawn from end to end: both are near, and a one-sided one is not steep."""
        page = self.height()
        if max(_distance(left, page), _distance(right, page)) > _FAR * page:
            return False
        lone = left[0] == left[1] or right[0] == right[1]
        return not lone or abs(left[0] - right[0]) <= _SLOPE * page

    def _paint(self, painter: QPainter, ribbon: Ribbon, path: QPainterPath) -> None:
        colours = self._inks[ribbon.mark]
        lifted = ribbon.link in (self._current, self._hovered)
        strength = 1.0 if lifted else 0.45 if ribbon.mark in _QUIET else 0.75
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # its edge is drawn smoothly below
        painter.fillPath(path, look_of.faded(colours.strong if lifted else colours.fill, strength))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look_of.faded(colours.edge, strength if lifted else strength * 0.7), 1.5 if lifted else 1)
        if ribbon.mark == "related":
            pen.setStyle(QtCore.Qt.PenStyle.DotLine)
        if ribbon.origin != _AUTOMATIC:
            pen.setColor(colours.edge)
            pen.setWidthF(2.5 if lifted else 2)
        painter.strokePath(path, pen)
        if ribbon.origin != _AUTOMATIC:
            self._paint_badge(painter, path, ribbon.origin, colours.edge)

    def _paint_badge(self, painter: QPainter, path: QPainterPath, origin: str, edge: QColor) -> None:
        """Paint a disc in the middle of a checked ribbon: filled with a chain for one made by hand, else a tick."""
        middle = path.boundingRect().center()
        by_hand = origin == "manual"
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(edge if by_hand else QColor(self._theme.page))
        painter.drawEllipse(middle, _BADGE, _BADGE)
        painter.setPen(QPen(QColor(self._theme.page) if by_hand else edge, 1.8))
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        if by_hand:
            for shift in (-2.0, 2.0):
                painter.drawEllipse(middle + QPointF(shift, 0), 2.8, 2.2)
        else:
            tick = [middle + QPointF(*at) for at in ((-3.5, 0), (-1, 2.8), (3.8, -3))]
            painter.drawPolyline(tick)

    # ---- mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which link was clicked."""
        link = self.ribbon_at(event.position())
        if link >= 0 and event.button() is QtCore.Qt.MouseButton.LeftButton:
            self.link_clicked.emit(link)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which link the mouse is over."""
        link = self.ribbon_at(event.position())
        if link != self._hovered:
            self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor if link >= 0 else QtCore.Qt.CursorShape.ArrowCursor)
            self.link_hovered.emit(link)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse is over no link any more."""
        super().leaveEvent(event)
        self.link_hovered.emit(-1)

    def explanation_at(self, place: QPointF) -> str:
        """Return what there is to say of the link at a place, "" where there is none."""
        link = self.ribbon_at(place)
        return self._explain(link) if link >= 0 else ""

    def take_hands(self) -> None:
        """Explain the link that the mouse rests on."""
        from diffview.ui.tips import Tips  # noqa: PLC0415 - nothing is explained before the ribbons are seen

        Tips(self, self.explanation_at)


def _shifted(extent: Extent, scroll: float) -> Extent:
    return extent[0] - scroll, extent[1] - scroll


def _seen(end: Extent, window: Extent) -> bool:
    """Return whether any of an end lies in a window."""
    return end[1] >= window[0] and end[0] <= window[1]


def _within(end: Extent, window: Extent) -> Extent:
    """Return an end cut to a window; one that lies outside becomes its nearer edge."""
    top, bottom = (min(max(y, window[0]), window[1]) for y in end)
    return top, bottom


def _distance(end: Extent, page: float) -> float:
    """Return how far out of sight an end lies."""
    return max(0.0, -end[1], end[0] - page)


def _near(end: Extent, page: float) -> Extent:
    """Return an end that is not so far away that the ribbon becomes a needle."""
    shift = min(0.0, page * (1 + _FAR) - end[0]) + max(0.0, -page * _FAR - end[1])
    return end[0] + shift, end[1] + shift


def _band(left: Extent, right: Extent, width: float) -> QPainterPath:
    """Return a ribbon: two cubic curves with their control points at half width."""
    half = width / 2
    path = QPainterPath(QPointF(-1, left[0] + 1))
    path.cubicTo(QPointF(half, left[0] + 1), QPointF(half, right[0] + 1), QPointF(width + 1, right[0] + 1))
    path.lineTo(QPointF(width + 1, max(right[0] + 2, right[1] - 1)))
    path.cubicTo(
        QPointF(half, max(right[0] + 2, right[1] - 1)),
        QPointF(half, max(left[0] + 2, left[1] - 1)),
        QPointF(-1, max(left[0] + 2, left[1] - 1)),
    )
    path.closeSubpath()
    return path


def _loop(upper: Extent, lower: Extent, width: float) -> QPainterPath:
    """Return a ribbon between two ends on the left edge, one below the other."""
    ends = upper[0] + 1, max(upper[0] + 3, upper[1] - 1), lower[0] + 1, max(lower[0] + 3, lower[1] - 1)
    path = QPainterPath(QPointF(-1, ends[0]))
    path.cubicTo(QPointF(width * 1.2, ends[0]), QPointF(width * 1.2, ends[3]), QPointF(-1, ends[3]))
    path.lineTo(QPointF(-1, ends[2]))
    path.cubicTo(QPointF(width * 0.8, ends[2]), QPointF(width * 0.8, ends[1]), QPointF(-1, ends[1]))
    path.closeSubpath()
    return path


def _stub(near: Extent, far: Extent, x: float, inward: int) -> QPainterPath:
    """Return a rounded stub at the end in sight, leaning towards the one that is not."""
    lean = _STUB * 0.6 * (1 if far[0] > near[0] else -1)
    top, bottom = near[0] + 1, max(near[0] + 3, near[1] - 1)
    tip = QPointF(
        x + inward * _STUB,
        min(max((top + bottom) / 2 + lean, top), bottom) if bottom - top > _STUB else (top + bottom) / 2 + lean,
    )
    path = QPainterPath(QPointF(x - inward, top))
    path.cubicTo(QPointF(x + inward * _STUB / 2, top), QPointF(tip.x(), tip.y() - 5), tip)
    path.cubicTo(QPointF(tip.x(), tip.y() + 5), QPointF(x + inward * _STUB / 2, bottom), QPointF(x - inward, bottom))
    path.closeSubpath()
    return path
