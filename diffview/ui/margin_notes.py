"""How is a marginal note broken into two lines, and how wide must the margin be for it?"""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetricsF

from diffview.ui import theme as look_of

_SMALL, _LEAST = 0.64, 9


def note_font(pixels: int) -> QFont:
    """Return the font of notes beside a text of a size in pixels."""
    font = look_of.interface_font()
    font.setPixelSize(max(_LEAST, round(pixels * _SMALL)))
    return font


def note_width(pixels: int) -> int:
    """Return the pixels that a note on several paragraphs takes in the reader's language."""
    paragraphs = QCoreApplication.translate("marks", "paragraphs {first}–{last}").format(first=88, last=88)
    note = QCoreApplication.translate("marks", "moved from {paragraphs}").format(paragraphs=paragraphs)
    metrics = QFontMetricsF(note_font(pixels))
    return round(max(map(metrics.horizontalAdvance, two_lines(note, metrics))) + 1.5)


def two_lines(note: str, metrics: QFontMetricsF) -> tuple[str, str]:
    """Return a note broken between words so that its longer line is as short as can be."""
    words = note.split(" ")
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1)]
    return min(breaks, key=lambda lines: max(map(metrics.horizontalAdvance, lines)))


def fitted(note: str, metrics: QFontMetricsF, width: float) -> tuple[str, str]:
    """Return the two lines of a note, ended by an ellipsis where they do not fit a width in pixels."""
    first, second = (
        metrics.elidedText(line, QtCore.Qt.TextElideMode.ElideRight, width) for line in two_lines(note, metrics)
    )
    return first, second
