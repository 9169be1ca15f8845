"""Tests of laying lines out on pages."""

from __future__ import annotations

import pytest

from diffview.reports.pdf.fonts import Fonts
from diffview.reports.pdf.objects import Node
from diffview.reports.pdf.pages import BOTTOM, Cursor, Layout
from diffview.reports.pdf.setting import Run, Style, Typesetter


@pytest.mark.parametrize("room", range(10, 40, 2))
def test_no_heading_ends_a_page(room: int) -> None:
    """However little room is left on a page, a heading stands on the same page as what it is the heading of."""
    setter, layout = Typesetter(Fonts(())), Layout()
    heading = setter.block([Run("Notes", Style(anchor="heading", size=12.0))], 200, after=5.0, tag="H2")
    below = setter.block([Run("A note.", Style(anchor="note"))], 200, after=5.0)
    layout.flow([heading, below], Node("Sect"), 40, Cursor(0, BOTTOM - room))
    assert layout.anchors["heading"][0] == layout.anchors["note"][0]
