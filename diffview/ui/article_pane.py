"""How is one article read: text, marks, marginal notes?

The pane knows one side of a comparison as values (`Look`, `Words`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from diffview.model import Article, Side, Span
from diffview.theme import Theme
from diffview.ui import theme as look_of
from diffview.ui.highlighter import Highlighter, Stretch
from diffview.ui.marked_page import Explain
from diffview.ui.mask import Mask
from diffview.ui.page import fading, timer
from diffview.ui.pane_colours import found_layer, furniture_layer, signs_layer, words_layer
from diffview.ui.pane_painter import Margins
from diffview.ui.paving import Paver
from diffview.ui.pointed_page import PointedPage
from diffview.ui.qtext import hidden_places, visible
from diffview.ui.shown_text import Folded, ShownText
from diffview.ui.speech import article_name
from diffview.ui.text_geometry import TextGeometry
from diffview.ui.typesetting import AT_ONCE, typeset

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.ui.marks import Look, Words

_MARGIN = 60
"""Pixels below a text that fits its page."""
_LAST_LINES = 80
"""Pixels of text that stay on the page when one has scrolled as far as can be."""
_MUCH = 0.25
"""Share of the first page from which the page furniture on it is passed over when an article is opened."""
_ENDLESS = 100_000
_FEWER, _MORE = 30, 140
"""How far that may be off before a long text is laid out anew, as when the bar of messages comes and goes."""


class ArticlePane(PointedPage):
    """Shows one article with its marks; offsets in its interface are code points or passage numbers, never Qt's."""

    layout_changed = Signal()
    begun = Signal()  # the text was scrolled to where the article begins

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(side, theme, parent)
        self._words: tuple[Words, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._theme = theme
        self._type = look_of.Type()
        self._geometry: TextGeometry | None = None
        self._wrapped_for: tuple[Margins, int, Side] | None = None
        self._height = 0  # of the page that the text was laid out for
        self._below = 0
        self.is_settling = False
        self._beginning = 0
        self._name()
        self._highlighter = Highlighter(self.document())
        self.paver = Paver(self.document(), self)
        self.paver.done.connect(self.text_geometry)
        self._rewrap = timer(self, 60, self._apply_width)
        self._told = timer(self, 0, self.layout_changed.emit)
        self._flash = fading(self, self._show_flash)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)
        self.set_theme(theme)

    # ---- what is shown -------------------------------------------------------------------------------------------

    def set_article(self, article: Article) -> None:
        """Show the text of an article, without any marks yet."""
        shown = visible(article.text)
        self._article, self._positions = article, ShownText(shown)
        self._hidden_places = hidden_places(article.text, shown)
        self._looks, self._words, self._starts, self._found = (), (), [], ()
        self.painter.set_looks(())
        self._highlighter.set_layers(())
        with self.laid_out_once():
            self._take_text()
        self._colour_words()
        self.verticalScrollBar().setValue(0)
        self._beginning = beginning_of(article)
        self._begin()
        self._name()

    def _name(self) -> None:
        names = (article_name(self.side), visible(self._article.title))
        self.setAccessibleName(": ".join(name for name in names if name))
        self.setPlaceholderText(
            self.tr("Drop an article here, open one from the File menu, or paste a text with Ctrl+V.")
        )

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now; notes in the margin may be wider in it."""
        self._name()
        self._apply_width()
        self.viewport().update()

    def set_marks(self, looks: Sequence[Look], words: Sequence[Words], explain: Explain) -> None:
        """Mark the article; the place being read stays where it is."""
        self._looks, self._words, self._explain = tuple(looks), tuple(words), explain
        self._starts = [look.span.start for look in looks]
        self.painter.set_looks(self._looks)
        self._keeping_place(self._colour_words)
        if self._geometry:
            self.painter.set_geometry(self._geometry, self._positions)
        self._told.start()
        self.viewport().update()

    def set_folded(self, folded: Sequence[Folded]) -> None:
        """Show one line in place of each of these stretches; what stands at the top of the page stays there."""
        if tuple(folded) == self._positions.folded:
            return
        bar, geometry = self.verticalScrollBar(), self.text_geometry()
        unit = geometry.unit_at(bar.value())
        point, offset = self._positions.to_point(unit), bar.value() - geometry.row_of(unit)[0]
        self.is_settling = True
        self._positions = ShownText(visible(self._article.text), folded)
        self._highlighter.set_layers(())
        with self.laid_out_once():
            self._take_text()
        self._colour_words()
        self._geometry = None
        bar.setValue(round(self.text_geometry().row_of(self._positions.to_qt(point))[0] + offset))
        self.is_settling = False

    def folded_rows(self) -> Sequence[QRectF]:
        """Return where the lines stand that stand for folded stretches, in pixels of the laid-out text."""
        starts, margins = [fold.span.start for fold in self._positions.folded], self.painter.margins
        rows = (self.text_geometry().row_of(self._positions.to_qt(start)) for start in starts)
        return [QRectF(margins.before(self._gutter_side), top, margins.column, pitch) for top, pitch in rows]

    def folded_labels(self) -> Sequence[str]:
        """Return what the lines say that stand for folded stretches."""
        return [fold.label for fold in self._positions.folded]

    def set_gutter_side(self, side: Side) -> None:
        """Put the gutter where the pane of that side has it: right of the text for LEFT."""
        if side is not self._gutter_side:
            self._gutter_side = side
            self.painter.set_side(side)
            self._apply_width()

    def set_cut(self, point: int) -> None:
        """Show a mark before code point `point`, where the reader may split a passage; -1 for none."""
        self.painter.cut = self._positions.to_qt(point) if point >= 0 else -1
        self.viewport().update()

    def set_found(self, spans: Sequence[Span]) -> None:
        """Mark what a search has found."""
        self._found = tuple(spans)
        self._keeping_place(self._colour_words)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.painter.set_theme(theme)
        self._colour_words()

    def set_text_size(self, pixels: int) -> None:
        """Set the reading font's size; the place being read stays where it is."""
        self.set_type(self._type._replace(pixels=pixels))

    def set_type(self, wanted: look_of.Type) -> None:
        """Set the text in another font, size, line height or measure; the place being read stays where it is."""
        if wanted != self._type:
            self._type = wanted
            self._keeping_place(self._set_formats)

    def set_mask(self, mask: Mask) -> None:
        """Stop marking what is masked."""
        self.painter.mask = mask
        self._colour_words()

    def flash(self) -> None:
        """Let the current passages light up for a moment."""
        self._flash.stop()
        self._flash.start()

    def _show_flash(self, value: object) -> None:
        self.painter.flash = value if isinstance(value, float) else 0.0
        self.viewport().update()

    # ---- formats -------------------------------------------------------------------------------------------------

    def wait_for_its_size(self) -> None:
        """Lay no text out until the pane is shown."""
        self.document().setLayoutEnabled(False)

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

    def _colour_words(self) -> None:
        theme, mask = self._theme, self.painter.mask
        shown = [words for words in self._words if not mask.hides(words.mark, words.link)]
        layers = (
            furniture_layer(self._looks, theme),
            words_layer(shown, self.painter.inks),
            signs_layer(self._hidden_places, theme),
            found_layer(self._found, theme),
        )
        to_qt = self._positions.span_to_qt
        self._highlighter.set_layers([Stretch(*to_qt(span), look) for span, look in layer] for layer in layers)
        self.painter.forget_rows()
        self.viewport().update()

    # ---- width ---------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what has waited, and stay where the article begins: Qt brings a cursor into sight that nobody sees."""
        super().showEvent(event)
        if not self.document().isLayoutEnabled():
            self.lay_out()
        self._begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew: at once, or after a pause when that takes long."""
        super().resizeEvent(event)
        if self.document().blockCount() < AT_ONCE:
            self._apply_width()
        else:
            self._rewrap.start()

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
        if top > self.viewport().height() * _MUCH:
            self.verticalScrollBar().setValue(round(top - self._type.pixels * 1.5))
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
        super().lay_out()
        if self.document().blockCount() <= AT_ONCE:
            size = self.document().documentLayout().documentSize().height() - self._below + _MARGIN
            wanted = self._much if size > self.viewport().height() else _MARGIN
            if wanted != self._below:
                self._set_frame(wanted)

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

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the passages' grounds, then the text, then the margin."""
        top = self.verticalScrollBar().value()
        if self._looks or self._found or self._hidden_places:
            page = self.viewport().height()
            self._highlighter.show(*self.text_geometry().blocks(top - page, top + 2 * page))
        below = QPainter(self.viewport())
        self.painter.paint_grounds(below, top, event.rect())
        below.end()
        super().paintEvent(event)
        above = QPainter(self.viewport())
        self.painter.paint_margin(above, top, self.viewport().size())
        self.painter.paint_edge(above, QRectF(0, top, self.viewport().width(), self.viewport().height()))
        above.end()
        self._beginning = 0
        self.paver.go_on()

    def show_focus(self, has_focus: bool) -> None:
        """Show whether this is the pane that keys act on."""
        self.painter.is_focused = has_focus
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
