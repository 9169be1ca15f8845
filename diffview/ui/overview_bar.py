"""What does a whole article look like on a strip as high as the window, and where on it is the reader?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QWidget

from diffview.theme import Theme
from diffview.ui import theme as look_of
from diffview.ui.mask import NOTHING, Mask
from diffview.ui.plainly import NO_MENU, set_plainly
from diffview.ui.ranks import RANKS

if TYPE_CHECKING:  # PySide makes a class when it is named, and this comes later
    from PySide6.QtGui import QMouseEvent

_MARKS = ("", *RANKS)


class Bar(NamedTuple):
    """A stretch of the article, top and bottom in pixels of its text, its class and its link."""

    top: float
    bottom: float
    mark: str
    link: int | None = None


class OverviewBar(QScrollBar):
    """A strip that shows every passage of one article; the worst class wins a pixel, the page can be dragged.

    To a screen reader it is the scroll bar of its article, since that is what it does.
    """

    moved_to = Signal(float)
    """The scroll value the reader asks for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._theme, self._inks = theme, look_of.Inks(theme)
        self._bars: tuple[Bar, ...] = ()
        self._height = 1.0
        self._scroll, self._page = 0.0, 1.0
        self._lines: tuple[tuple[float, str], ...] = ()
        self._picture: QPixmap | None = None
        self._mask = NOTHING
        self._grip = 0.0
        self._is_open = False
        self.setFixedWidth(16)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        set_plainly(self, contextMenuPolicy=NO_MENU)
        self.valueChanged.connect(lambda value: self.moved_to.emit(float(value)))

    def sizeHint(self) -> QSize:
        """Return how large the strip would like to be."""
        return QSize(16, 200)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme, self._inks = theme, look_of.Inks(theme)
        self._repaint_all()

    def set_bars(self, bars: Sequence[Bar], height: float) -> None:
        """Take the passages of an article and the height of its text."""
        self._bars, self._height = tuple(bars), max(1.0, height)
        self._tell_range()
        self._repaint_all()

    def set_view(self, scroll: float, page: float) -> None:
        """Take which part of the text is in sight."""
        if (scroll, page) != (self._scroll, self._page):
            self._scroll, self._page = scroll, page
            self._tell_range()
            self.update()

    def _tell_range(self) -> None:
        """Tell a screen reader where the page is."""
        with QSignalBlocker(self):
            self.setPageStep(round(self._page))
            self.setRange(0, max(0, round(self._scroll), round(self._height - self._page)))
            self.setValue(round(self._scroll))

    def set_lines(self, lines: Sequence[tuple[float, str]]) -> None:
        """Draw a line at these heights of the text, in the colour of a class: the current link and the hovered one."""
        self._lines = tuple(lines)
        self.update()

    def set_mask(self, mask: Mask) -> None:
        """Leave out the passages of what is masked."""
        self._mask = mask
        self._repaint_all()

    def mark_at(self, pixel: int) -> str:
        """Return the class that is shown at a pixel of the strip, "" where there is none."""
        marks = self._marks_by_pixel()
        return marks[pixel] if 0 <= pixel < len(marks) else ""

    # ---- painting ------------------------------------------------------------------------------------------------

    def _repaint_all(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the strip anew."""
        self._picture = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strip from its cached picture, then the page and the lines."""
        if self._picture is None:
            self._picture = self._draw()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        if not self._is_open:  # its page comes with the next picture, so as not to hold up the first one
            self._is_open = True
            self.update()
        elif self._height > self._page or self._scroll:
            painter.setBrush(look_of.faded(QColor(self._theme.ink), 0.08))
            painter.setPen(QPen(look_of.faded(QColor(self._theme.ink), 0.35), 1))
            painter.drawRoundedRect(self._box(), 3, 3)
        for y, mark in self._lines:
            painter.fillRect(QRectF(0, y * self._scale() - 1, self.width(), 2), self._inks[mark].edge)

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._theme.window))
        painter = QPainter(picture)
        for y, mark in enumerate(self._marks_by_pixel()):
            if mark and mark != "furniture":
                colour = self._inks[mark].strong if mark == "same" else self._inks[mark].edge
                painter.fillRect(4, y, self.width() - 8, 1, look_of.faded(colour, 0.75))
        painter.end()
        return picture

    def _marks_by_pixel(self) -> list[str]:
        pixels = [0] * max(1, self.height())
        scale, shown = self._scale(), self._bars
        if self._mask != NOTHING:
            shown = tuple(bar for bar in shown if not self._mask.hides(bar.mark, bar.link))
        for top, bottom, mark, _link in shown:
            first = int(top * scale)
            for y in range(first, min(len(pixels), max(first + 1, round(bottom * scale)))):
                pixels[y] = max(pixels[y], RANKS[mark])
        return [_MARKS[rank] for rank in pixels]

    def _scale(self) -> float:
        return min(1.0, self.height() / max(self._height, self._page))

    def _box(self) -> QRectF:
        height = max(10.0, self._page * self._scale())
        return QRectF(1, self._scroll * self._scale() + 0.5, self.width() - 2, height - 1)

    # ---- mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the page, or bring it here."""
        if event.button() is QtCore.Qt.MouseButton.LeftButton:
            box = self._box()
            inside = box.top() <= event.position().y() <= box.bottom()
            self._grip = event.position().y() - box.top() if inside else box.height() / 2
            self._drag(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the page."""
        if event.buttons() & QtCore.Qt.MouseButton.LeftButton:
            self._drag(event.position().y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""

    def _drag(self, y: float) -> None:
        self.moved_to.emit(max(0.0, (y - self._grip) / self._scale()))
