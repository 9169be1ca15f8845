"""How is one article read: text, marks, marginal notes, mouse?

The pane knows one side of a comparison as values (`Look`, `Words`) and tells what the reader does by signals.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from diffview.model import Article, Side, Span
from diffview.theme import Theme
from diffview.ui import theme as look_of
from diffview.ui.highlighter import Highlighter, Stretch
from diffview.ui.marks import Look, Words
from diffview.ui.mask import Mask
from diffview.ui.page import Page, fading, timer
from diffview.ui.pane_colours import found_layer, furniture_layer, signs_layer, words_layer
from diffview.ui.pane_painter import Margins, PanePainter
from diffview.ui.paving import Paver
from diffview.ui.qtext import hidden_places, sign_name, tooltip, visible
from diffview.ui.shown_text import Folded, ShownText
from diffview.ui.speech import article_name
from diffview.ui.text_geometry import TextGeometry
from diffview.ui.typesetting import AT_ONCE, typeset

_LAST_LINES = 60
"""Pixels of text that stay on the page when one has scrolled as far as can be."""
Explain = Callable[[int], str]


class ArticlePane(Page):
    """Shows one article with its marks; offsets in its interface are code points or passage numbers, never Qt's."""

    passage_clicked = Signal(int)
    margin_clicked = Signal(int)  # the mark beside a passage that was left out
    passage_hovered = Signal(int)  # -1: none
    menu_requested = Signal(int, QPoint)  # passage or -1, place on the screen
    layout_changed = Signal()

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self._article = Article("")
        self._positions = ShownText("")
        self._looks: tuple[Look, ...] = ()
        self._words: tuple[Words, ...] = ()
        self._starts: list[int] = []
        self._hidden_places: tuple[int, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._explain: Explain = lambda _passage: ""
        self._theme = theme
        self._pixels = 17
        self._geometry: TextGeometry | None = None
        self._wrapped_for: tuple[Margins, int, int] | None = None
        self._below = 0
        self._hovering = -1
        self.is_settling = False
        self._pressed_at = QPoint()
        self.painter = PanePainter(side, theme)
        self.setAccessibleName(article_name(side))
        self.setPlaceholderText(
            self.tr("Drop an article here, open one from the File menu, or paste a text with Ctrl+V.")
        )
        self._highlighter = Highlighter(self.document())
        self.paver = Paver(self.document(), self)
        self._rewrap = timer(self, 60, self._apply_width)
        self._told = timer(self, 0, self.layout_changed.emit)
        self._flash = fading(self, self._show_flash)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._forget_geometry())
        self.set_theme(theme)

    # ---- what is shown -------------------------------------------------------------------------------------------

    def set_article(self, article: Article) -> None:
        """Show the text of an article, without any marks yet."""
        self._article, self._positions = article, ShownText(visible(article.text))
        self._hidden_places = hidden_places(article.text)
        self._looks, self._words, self._starts, self._found = (), (), [], ()
        self.painter.set_looks(())
        self._highlighter.set_layers(())
        self.setPlainText(self._positions.text)
        self._set_formats()
        self._colour_words()
        self.verticalScrollBar().setValue(0)
        self.setAccessibleName(f"{article_name(self.side)}: {visible(article.title)}")

    def set_marks(self, looks: Sequence[Look], words: Sequence[Words], explain: Explain) -> None:
        """Mark the article; the place being read stays where it is."""
        self._looks, self._words, self._explain = tuple(looks), tuple(words), explain
        self._starts = [look.span.start for look in looks]
        self.painter.set_looks(self._looks)
        self._keeping_place(self._colour_words)
        self._forget_geometry()

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
        self.setPlainText(self._positions.text)
        self._set_formats()
        self._colour_words()
        self._geometry = None
        bar.setValue(round(self.text_geometry().row_of(self._positions.to_qt(point))[0] + offset))
        self.is_settling = False

    def folded_rows(self) -> Sequence[QRectF]:
        """Return where the lines stand that stand for folded stretches, in pixels of the laid-out text."""
        starts, margins = [fold.span.start for fold in self._positions.folded], self.painter.margins
        rows = (self.text_geometry().row_of(self._positions.to_qt(start)) for start in starts)
        return [QRectF(margins.before(self.side), top, margins.column, pitch) for top, pitch in rows]

    def folded_labels(self) -> Sequence[str]:
        """Return what the lines say that stand for folded stretches."""
        return [fold.label for fold in self._positions.folded]

    def set_target(self, is_target: bool) -> None:
        """Show whether what is being dragged would open here."""
        self.painter.is_target = is_target
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
        self._pixels = pixels
        self._keeping_place(self._set_formats)

    def set_mask(self, mask: Mask) -> None:
        """Stop marking what is masked."""
        self.painter.mask = mask
        self._colour_words()

    def set_current(self, passages: Sequence[int]) -> None:
        """Frame the passages of the current link."""
        self.painter.current = frozenset(passages)
        self.viewport().update()

    def set_hovered(self, passages: Sequence[int]) -> None:
        """Lift the passages of the link under the mouse."""
        if self.painter.hovered != frozenset(passages):
            self.painter.hovered = frozenset(passages)
            self.viewport().update()

    def flash(self) -> None:
        """Let the current passages light up for a moment."""
        self._flash.stop()
        self._flash.start()

    def _show_flash(self, value: object) -> None:
        self.painter.flash = value if isinstance(value, float) else 0.0
        self.viewport().update()

    # ---- formats -------------------------------------------------------------------------------------------------

    def _set_formats(self) -> None:
        font = look_of.reading_font(self._pixels)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.painter.set_font(font)
        typeset(self.document(), visible(self._article.title), self._pixels)
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
        self.viewport().update()

    # ---- width ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew: at once, or after a pause when that takes long."""
        super().resizeEvent(event)
        if self.document().blockCount() < AT_ONCE:
            self._apply_width()
        else:
            self._rewrap.start()

    def _apply_width(self) -> None:
        margins = Margins.for_width(self.width(), look_of.measure(self.font()), self._pixels)
        self.painter.margins = margins
        outer = max(0, self.width() - margins.total)
        self.setViewportMargins(outer if self.side is Side.LEFT else 0, 0, 0, 0)
        wanted = (margins, self._pixels, self.height())
        if wanted != self._wrapped_for:
            self._wrapped_for = wanted
            self._keeping_place(lambda: self._wrap_at(margins))

    def _wrap_at(self, margins: Margins) -> None:
        """Lay the text out anew; one that does not fit its page gets room below it.

        With that room even the last line can come level with the first one of the other article.
        """
        much, is_long = max(_LAST_LINES, self.height() - _LAST_LINES), self.document().blockCount() > AT_ONCE
        self.setLineWrapColumnOrWidth(margins.total)
        self._set_frame(margins, much if is_long else _LAST_LINES)
        if not is_long and self.document().documentLayout().documentSize().height() > self.viewport().height():
            self._set_frame(margins, much)
        self.paver.start()
        self._forget_geometry()

    def _set_frame(self, margins: Margins, below: int) -> None:
        self._below = below
        self.set_margins(margins.before(self.side), margins.after(self.side), self._pixels * 1.5, below)

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

    def y_of(self, point: int) -> float:
        """Return the height of code point `point` in the laid-out text."""
        return self.text_geometry().y_of(self._positions.to_qt(point))

    def text_bottom(self) -> float:
        """Return where the text ends, in pixels of the laid-out text."""
        return (self.text_geometry().height if self._looks else self.text_height()) - self._below

    def text_height(self) -> float:
        """Return the height of the laid-out text, as far as one can scroll."""
        return float(self.verticalScrollBar().maximum() + self.viewport().height())

    def passage_at(self, place: QPointF) -> int:
        """Return the passage at a place of the viewport, -1 if there is none."""
        y = place.y() + self.verticalScrollBar().value()
        if self.painter.margins.in_gutter(self.side, place.x(), self.viewport().width()):
            return self.painter.passage_at_height(y)
        unit = self.document().documentLayout().hitTest(QPointF(place.x(), y), Qt.HitTestAccuracy.ExactHit)
        return -1 if unit < 0 else self.passage_of(self._positions.to_point(unit))

    def passage_of(self, point: int) -> int:
        """Return the passage that code point `point` belongs to, -1 if none does."""
        number = bisect_right(self._starts, point) - 1
        return number if number >= 0 and point <= self._looks[number].span.end else -1

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

    def show_focus(self, has_focus: bool) -> None:
        """Show whether this is the pane that keys act on."""
        self.painter.is_focused = has_focus
        self.viewport().update()

    # ---- mouse and copying ---------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click, unless text was selected."""
        super().mouseReleaseEvent(event)
        still = (event.position().toPoint() - self._pressed_at).manhattanLength() < 5
        if event.button() is Qt.MouseButton.LeftButton and still and not self.textCursor().hasSelection():
            passage = self.passage_at(event.position())
            if passage >= 0 and self._is_handle(passage, event.position().x()):
                self.margin_clicked.emit(passage)
            elif passage >= 0:
                self.passage_clicked.emit(passage)

    def _is_handle(self, passage: int, x: float) -> bool:
        """Return whether a place beside a passage is the mark that takes it in as content."""
        in_gutter = self.painter.margins.in_gutter(self.side, x, self.viewport().width())
        return in_gutter and self._looks[passage].mark == "furniture"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which passage the mouse is over."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(self.passage_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse is over no passage any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, passage: int) -> None:
        if passage != self._hovering:
            self._hovering = passage
            self.passage_hovered.emit(passage)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain what is under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tooltip(self.explanation_at(QPointF(event.pos()))), self.viewport())
            return True
        return super().viewportEvent(event)

    def explanation_at(self, place: QPointF) -> str:
        """Return what is to be said of a place of the viewport, as plain text."""
        y = place.y() + self.verticalScrollBar().value()
        unit = self.document().documentLayout().hitTest(QPointF(place.x(), y), Qt.HitTestAccuracy.ExactHit)
        point = self._positions.to_point(unit) if unit >= 0 else -1
        if point in self._hidden_places:
            return self.tr("Invisible in the file: {sign}").format(sign=sign_name(self._article.text[point]))
        passage = self.passage_at(place)
        return self._explain(passage) if passage >= 0 else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the passage under the mouse, or by key about the current one or the first in sight."""
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            place = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
            self.menu_requested.emit(self.passage_at(place), event.globalPos())
            return
        top, page = self.verticalScrollBar().value(), self.viewport().height()
        passage = min(self.painter.current, default=self.painter.first_below(top))
        y = self.extents()[passage][0] - top if passage >= 0 else 0.0
        at = QPoint(self.painter.margins.before(self.side), round(max(0.0, min(y, page))))
        self.menu_requested.emit(passage, self.viewport().mapToGlobal(at))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what the file says, not the signs shown for what is invisible."""
        data, cursor = QMimeData(), self.textCursor()
        places = (self._positions.to_point(unit) for unit in (cursor.selectionStart(), cursor.selectionEnd()))
        data.setText(Span(*places).of(self._article.text))
        return data
