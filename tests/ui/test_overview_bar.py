"""Tests of the strip that shows a whole article."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from diffview.theme import Theme
from diffview.ui.mask import Mask
from diffview.ui.overview_bar import Bar, OverviewBar


@pytest.fixture
def strip(qtbot: QtBot, light: Theme) -> OverviewBar:
    """A strip of 200 pixels for a text of 2000."""
    strip = OverviewBar(light)
    qtbot.addWidget(strip)
    strip.resize(16, 200)
    strip.show()
    bars = [Bar(0, 1000, "same"), Bar(1000, 1003, "dropped"), Bar(1003, 1500, "moved"), Bar(1500, 2000, "furniture")]
    strip.set_bars(bars, 2000)
    strip.set_view(0, 400)
    return strip


def test_places_are_in_proportion(strip: OverviewBar) -> None:
    """A tenth of the article is a tenth of the strip."""
    assert strip.mark_at(50) == "same"
    assert strip.mark_at(120) == "moved"


def test_worst_class_wins_a_pixel(strip: OverviewBar) -> None:
    """A dropped sentence of three pixels is seen, though a moved one begins on the same pixel."""
    assert strip.mark_at(100) == "dropped"


def test_hidden_class_leaves_the_strip(strip: OverviewBar) -> None:
    """A class that is switched off leaves the place to the others."""
    strip.set_mask(Mask(frozenset({"dropped"})))
    assert strip.mark_at(100) == "moved"


def test_click_brings_the_page_there(qtbot: QtBot, strip: OverviewBar) -> None:
    """Clicking in the middle asks for the middle of the article in the middle of the page."""
    with qtbot.waitSignal(strip.moved_to) as moved:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, 100))
    assert moved.args[0] == pytest.approx(800, abs=15)


def test_page_can_be_dragged(qtbot: QtBot, strip: OverviewBar) -> None:
    """Dragging the page by thirty pixels travels thirty tenths of a page, without a jump at the start."""
    asked: list[float] = []
    strip.moved_to.connect(asked.append)
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, 20))
    qtbot.mouseMove(strip, QPoint(8, 50))
    assert asked[0] == pytest.approx(0, abs=6)
    assert asked[-1] == pytest.approx(300, abs=6)


def test_picture_is_kept(strip: OverviewBar) -> None:
    """Scrolling does not draw the strip anew."""
    strip.grab()
    picture = strip._picture
    strip.set_view(500, 400)
    strip.grab()
    assert picture is not None
    assert strip._picture is picture
