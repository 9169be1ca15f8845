"""How is one article read: text, marks, marginal notes?

The pane knows one side of a comparison as values (`Look`, `Words`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from diffview.model import Article, Side, Span
from diffview.theme import Theme
from diffview.ui.highlighter import Highlighter, Stretch
from diffview.ui.laid_page import LaidPage, beginning_of
from diffview.ui.marked_page import Explain
from diffview.ui.mask import Mask
from diffview.ui.page import fading
from diffview.ui.pane_colours import found_layer, furniture_layer, signs_layer, words_layer
from diffview.ui.qtext import hidden_places, nearest, visible
from diffview.ui.shown_text import Folded, ShownText
from diffview.ui.speech import article_name

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from PySide6.QtCore import QVariantAnimation

    from diffview.ui.marks import Look, Words


_KNOWN_BY = 60
"""Letters by which the place being read is found again in a newer text."""


class ArticlePane(LaidPage):
    """Shows one article with its marks; offsets in its interface are code points or passage numbers, never Qt's."""

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(side, theme, parent)
        self._words: tuple[Words, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._theme = theme
        self._name()
        self._highlighter = Highlighter(self.document())
        self.set_theme(theme)

    # ---- what is shown -------------------------------------------------------------------------------------------

    def set_article(self, article: Article) -> None:
        """Show the text of an article, without any marks yet; of a file that is read again the place stays."""
        place = self._place_in(article)
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
        if place is not None:
            self.stay()
            self.verticalScrollBar().setValue(round(self.y_of(place[0]) + place[1]))
        self._name()

    def _place_in(self, article: Article) -> tuple[int, float] | None:
        """Return where the words at the top of the page stand in a newer text of the same file: the code point, and how
        many pixels of their line are above the page; None when it is another file or is not being read yet.
        """
        top, before = self.verticalScrollBar().value(), self._article
        if not (top and before.path and before.path == article.path):
            return None
        geometry = self.text_geometry()
        unit = geometry.unit_at(top)
        point = self._positions.to_point(unit)
        words = before.text[point : point + _KNOWN_BY].split("\n", maxsplit=1)[0]
        return nearest(words, article.text, point), top - geometry.row_of(unit)[0]

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

    def set_mask(self, mask: Mask) -> None:
        """Stop marking what is masked."""
        self.painter.mask = mask
        self._colour_words()

    @cached_property
    def _flash(self) -> QVariantAnimation:
        return fading(self, self._show_flash)

    def flash(self) -> None:
        """Let the current passages light up for a moment."""
        self._flash.stop()
        self._flash.start()

    def _show_flash(self, value: object) -> None:
        self.painter.flash = value if isinstance(value, float) else 0.0
        self.viewport().update()

    # ---- formats -------------------------------------------------------------------------------------------------

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

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the passages' grounds, then the text, then the margin."""
        top = self.verticalScrollBar().value()
        if self._looks or self._found or self._hidden_places or self._highlighter.has_shown:
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

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Go to the beginning and the end with Ctrl too: on a page to read Qt knows Home and End alone."""
        bar, keys = self.verticalScrollBar(), QtGui.QKeySequence.StandardKey
        if event.matches(keys.MoveToStartOfDocument):
            bar.setValue(bar.minimum())
        elif event.matches(keys.MoveToEndOfDocument):
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def show_focus(self, has_focus: bool) -> None:
        """Show whether this is the pane that keys act on."""
        self.painter.is_focused = has_focus
        self.viewport().update()
