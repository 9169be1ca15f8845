"""Tests of the notes in the margin of a pane."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from diffview.model import Comparison, Side
from diffview.theme import Theme
from diffview.ui.language import speak
from diffview.ui.margin_notes import fitted, note_font, note_width, two_lines
from diffview.ui.marks import looks
from diffview.ui.pane_painter import PanePainter


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("pixels", [11, 17, 23, 40])
def test_note_fits_its_margin(qapp: QApplication, comparison: Comparison, code: str, pixels: int) -> None:
    """A note on where a passage was moved from is whole in either language, whatever the size of the text."""
    speak(qapp, code)
    metrics = QFontMetricsF(note_font(pixels))
    notes = [look.label for side in Side for look in looks(comparison, side) if look.label]
    assert len(notes) == 2
    for note in notes:
        assert " ".join(fitted(note, metrics, note_width(pixels))) == note


def test_note_is_broken_in_its_middle() -> None:
    """The longer line of a note is as short as breaking between words can make it."""
    metrics = QFontMetricsF(note_font(17))
    assert two_lines("moved from paragraph 3", metrics) == ("moved from", "paragraph 3")
    assert two_lines("moved", metrics) == ("moved", "")


def test_note_that_is_too_long_says_so() -> None:
    """A note on more paragraphs than the margin has room for ends in an ellipsis."""
    metrics = QFontMetricsF(note_font(17))
    note = "moved from paragraphs 3, 9, 14, 27, 31, 40, 44"
    first, second = fitted(note, metrics, note_width(17))
    assert (first + second).count("…") >= 1
    assert max(map(metrics.horizontalAdvance, (first, second))) <= note_width(17)


def test_notes_do_not_cover_each_other(light: Theme, comparison: Comparison) -> None:
    """Where two moved passages begin on neighbouring lines, the second note is set below the first."""
    painter, picture = PanePainter(Side.LEFT, light), QImage(600, 200, QImage.Format.Format_RGB32)
    found = looks(comparison, Side.LEFT)
    painter.set_looks(found)
    number = next(n for n, look in enumerate(found) if look.label)
    with QPainter(picture) as brush:
        below = painter._paint_note(brush, number, QRectF(0, 0, 600, 26), -math.inf)
        height = QFontMetricsF(brush.font()).height()
        assert painter._paint_note(brush, number, QRectF(0, 26, 600, 26), below) == pytest.approx(below + 2 * height)
        assert painter._paint_note(brush, number, QRectF(0, 104, 600, 26), below) == pytest.approx(117 + height)
