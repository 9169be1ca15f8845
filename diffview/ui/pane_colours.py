"""In which formats are the words of a pane shown: furniture, differing words, signs for what is invisible, hits?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat

from diffview.model import Span
from diffview.theme import Theme
from diffview.ui.theme import Ink

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.ui.marks import Look, Words

Layer = list[tuple[Span, QTextCharFormat]]


def furniture_layer(looks: Sequence[Look], theme: Theme) -> Layer:
    """Return page furniture in grey."""
    spans = [look.span for look in looks if look.mark == "furniture"]
    return _written(spans, theme.faint)


def words_layer(words: Sequence[Words], inks: Mapping[str, Ink]) -> Layer:
    """Return the words that differ in the colours of their class."""
    return [(each.span, inks[each.mark].wording if each.wording else inks[each.mark].words) for each in words]


def signs_layer(places: Sequence[int], theme: Theme) -> Layer:
    """Return the signs that stand for invisible characters."""
    return _written([Span(place, place + 1) for place in places], theme.accent)


def found_layer(spans: Sequence[Span], theme: Theme) -> Layer:
    """Return what a search has found."""
    if not spans:
        return []
    found = sought(theme)
    return [(span, found) for span in spans]


def sought(theme: Theme) -> QTextCharFormat:
    """Return how a word looks that a search has found."""
    found = QTextCharFormat()
    found.setBackground(QColor(theme.accent))
    found.setForeground(QColor(theme.page))
    return found


def _written(spans: Sequence[Span], colour: str) -> Layer:
    """Return some stretches in letters of a colour; without any no format is made, which takes time at the start."""
    if not spans:
        return []
    letters = QTextCharFormat()
    letters.setForeground(QColor(colour))
    return [(span, letters) for span in spans]
