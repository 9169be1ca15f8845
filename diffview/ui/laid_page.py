"""How is an article laid out on its page, and where does everything stand there?

In its type, as wide as it is read with ease, with room below, beginning where the article does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from diffview.model import Article, Side
from diffview.theme import Theme
from diffview.ui import theme as look_of
from diffview.ui.page import timer
from diffview.ui.pane_painter import Margins
from diffview.ui.paving import Paver
from diffview.ui.pointed_page import PointedPage
from diffview.ui.qtext import visible
from diffview.ui.typesetting import AT_ONCE, typeset

if TYPE_CHECKING:  # loaded when something is measured
    from diffview.ui.text_geometry import TextGeometry

_MARGIN = 60
"""Pixels below a text that fits its page."""
_LAST_LINES = 80
"""Pixels of text that stay on the page when one has scrolled as far as can be."""
_MUCH = 0.25
"""Share of the first page from which the page furniture on it is passed over when an article is opened."""
_ENDLESS = 100_000
_FEWER, _MORE = 30, 140
"""How far that may be off before a long text is laid out anew, as when the bar of messages comes and goes."""


class LaidPage(PointedPage):
    """A page whose text keeps its place when it is laid out anew; heights are pixels of the laid-out text."""

    layout_changed = Signal()
    resized = Signal()
    begun = Signal()  # the text was scrolled to where the article begins

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(side, theme, parent)
        self._type = look_of.Type()
        self._geometry: TextGeometry | None = None
        self._wrapped_for: tuple[Margins, int, Side] | None = None
        self._height = 0  # of the page that the text was laid out for
        self._below = 0
        self._beginning = 0
        self.is_settling = False
        self.paver = Paver(self.document(), self)
        self.paver.done.connect(self.text_geometry)
        self._rewrap = timer(self, 60, self._apply_width)
        self._told = timer(self, 0, self.layout_changed.emit)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)

    # ---- type ----------------------------------------------------------------------------------------------------

    def set_text_size(self, pixels: int) -> None:
        """Set the reading font's size; the place being read stays where it is."""
        self.set_type(self._type._replace(pixels=pixels))

    def set_type(self, wanted: look_of.Type) -> None:
        """Set the text in another font, size, line height or measure; the place being read stays where it is."""
        if wanted != self._type:
            self._type = wanted
            self._keeping_place(self._set_formats)

    def set_gutter_side(self, side: Side) -> None:
        """Put the gutter where the pane of that side has it: right of the text for LEFT."""
        if side is not self._gutter_side:
            self._gutter_side = side
            self.painter.set_side(side)
            self._apply_width()

    @contextmanager
    def laid_out_once(self) -> Iterator[None]:
        """Lay the text out once, after all that is done to it in this block; blocks may lie in each other.

        The page is scrolled as far as before, since it loses its height meanwhile; the other one does not follow that.
        """
        if not self.document().isLayoutEnabled():
            yield
            return
        value, was_settling = self.verticalScrollBar().value(), self.is_settling
        self.is_settling = True
        self.document().setLayoutEnabled(False)
        try:
            yield
        finally:
            self.lay_out()
            self.verticalScrollBar().setValue(value)
            self.is_settling = was_settling

    def _take_text(self) -> None:
        self._below = 0
        self.setPlainText(self._positions.text)
        self._set_formats()

    def _set_formats(self) -> None:
        font = look_of.reading_font(self._type.pixels, self._type.family)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.painter.set_font(font)
        title, breaks = visible(self._article.title), self._positions.breaks
        with self.laid_out_once():
            typeset(self.document(), title, self._type.pixels, self._type.line_height, breaks)
            self._wrapped_for = None
            self._apply_width()
        self._forget_geometry()

    # ---- width ---------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Stay where the article begins: Qt shows a cursor that nobody else sees."""
        super().showEvent(event)
        self._begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew: at once, or after a pause when that takes long."""
        super().resizeEvent(event)
        if self.document().blockCount() < AT_ONCE:
            self._apply_width()
        else:
            self._rewrap.start()
        self.resized.emit()

    def _apply_width(self) -> None:
        self.painter.margins = margins = self._margins(self.width())
        outer = max(0, self.width() - margins.total)
        self.setViewportMargins(outer if self._gutter_side is Side.LEFT else 0, 0, 0, 0)
        before, self._wrapped_for = self._wrapped_for, (margins, self._type.pixels, self._gutter_side)
        if before != self._wrapped_for or not self._has_room():
            self._keeping_place(lambda: self._wrap_at(margins))
            self._begin()

    @property
    def whole_width(self) -> int:
        """How many pixels the text and its margins take where there is room for all of them."""
        return self._margins(_ENDLESS).total

    def _margins(self, width: int) -> Margins:
        return Margins.for_width(width, look_of.measure(self.font(), self._type.measure), self._type.pixels)

    def _has_room(self) -> bool:
        """Return whether there is about as much room below the text as there should be."""
        if self.document().blockCount() > AT_ONCE:
            return _FEWER <= self.height() - self._below <= _MORE
        return self.height() == self._height

    def _wrap_at(self, margins: Margins) -> None:
        """Lay the text out anew; one that does not fit its page gets room below it.

        With that room even the last line can come level with the first one of the other article.
        """
        self._height = self.height()
        with self.laid_out_once():
            self.setLineWrapColumnOrWidth(margins.total)
            self._set_frame(self._much if self._seems_long() else _MARGIN)
        self.paver.start()
        self._forget_geometry()

    def stay(self) -> None:
        """Leave the text where it is now, wherever the article begins."""
        self._beginning = 0

    def _begin(self) -> None:
        """Until the page is seen, bring the article into sight where page furniture takes much of the first page."""
        if not self._beginning or not self.document().isLayoutEnabled() or self.document().blockCount() > AT_ONCE:
            return
        top = self.y_of(self._beginning)
        is_far = top > self.viewport().height() * _MUCH
        self.verticalScrollBar().setValue(round(top - self._type.pixels * 1.5) if is_far else 0)
        if is_far:
            self.begun.emit()

    @property
    def _much(self) -> int:
        """Pixels below a text that does not fit its page."""
        return max(_MARGIN, self.height() - _LAST_LINES)

    def _seems_long(self) -> bool:
        """Return whether the text will not fit its page, as far as one knows before it is laid out."""
        if self._below:
            return self._below > _MARGIN
        letters, paragraphs = len(self._positions.text), self.document().blockCount()
        lines = letters / self._type.measure + paragraphs / 2
        return lines * self._type.pixels * self._type.line_height > self.height()

    def lay_out(self) -> None:
        """Lay the text out; if it fits its page against expectation, or does not, do so with the room that it needs."""
        self.document().setLayoutEnabled(True)
        if self.document().blockCount() > AT_ONCE:
            return
        layout = self.document().documentLayout()
        size = layout.documentSize()
        wanted = self._much if size.height() - self._below + _MARGIN > self.viewport().height() else _MARGIN
        if wanted != self._below:
            self._set_frame(wanted)
        elif self.verticalScrollBar().maximum() != max(0, round(size.height()) - self.viewport().height()):
            layout.documentSizeChanged.emit(size)  # a height that is the old one by chance is told to nobody

    def _set_frame(self, below: int) -> None:
        self._below, margins = below, self.painter.margins
        side, top = self._gutter_side, self._type.pixels * 1.5
        self.set_margins(margins.before(side), margins.after(side), top, below)

    def _keeping_place(self, change: Callable[[], None]) -> None:
        """Do what may lay the text out anew, then bring the line at the top of the page back to where it was."""
        before = self._geometry if self._geometry and self.verticalScrollBar().value() else None
        if before is None:
            change()
            return
        value = self.verticalScrollBar().value()
        unit = before.unit_at(value)
        offset = value - before.row_of(unit)[0]
        self.is_settling = True
        change()
        self._geometry = None
        self.verticalScrollBar().setValue(round(self.text_geometry().row_of(unit)[0] + offset))
        self.is_settling = False

    # ---- where things are ----------------------------------------------------------------------------------------

    def text_geometry(self) -> TextGeometry:
        """Return the layout as it is now."""
        if self._geometry is None:
            from diffview.ui.text_geometry import TextGeometry  # noqa: PLC0415 - a text is seen before it is measured

            self.paver.finish()
            self._geometry = TextGeometry(self.document())
            self.painter.set_geometry(self._geometry, self._positions)
        return self._geometry

    def extents(self) -> Sequence[tuple[float, float]]:
        """Return top and bottom of each passage, in pixels of the laid-out text."""
        if not self._looks:
            return ()
        self.text_geometry()
        return self.painter.extents

    def measure(self) -> Iterator[None]:
        """Measure where the passages lie, some in each step; after that nobody waits for `extents`."""
        if self._looks:
            self.text_geometry()
            yield
        if self.painter.places:
            yield from self.painter.places.measure()

    def y_of(self, point: int) -> float:
        """Return the height of code point `point` in the laid-out text."""
        return self.text_geometry().y_of(self._positions.to_qt(point))

    def text_bottom(self) -> float:
        """Return where the text ends, in pixels of the laid-out text."""
        return (self.text_geometry().height if self._looks else self.text_height()) - self._below

    def text_height(self) -> float:
        """Return the height of the laid-out text, as far as one can scroll."""
        return float(self.verticalScrollBar().maximum() + self.viewport().height())

    def _on_size(self, size: QSizeF) -> None:
        if self._geometry is None or size.height() != self._geometry.height:
            self._forget_geometry()

    def _forget_geometry(self) -> None:
        self._geometry = None
        self._told.start()
        self.viewport().update()


def beginning_of(article: Article) -> int:
    """Return the code point at which an article begins below the page furniture it was read with, 0 without any."""
    at = 0
    for piece in sorted(article.furniture or (), key=lambda piece: piece.span):
        if article.text[at : piece.span.start].strip():
            break
        at = max(at, piece.span.end)
    rest = article.text[at:]
    return at + len(rest) - len(rest.lstrip()) if at and rest.strip() else 0
