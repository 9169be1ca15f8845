"""Can everything that is painted be read? The contrast of WCAG 2.2, level AA."""

from __future__ import annotations

import re
from itertools import combinations
from math import dist

import pytest

from diffview.theme import MARKS, Theme, load_theme, theme_name, theme_names

TEXT = 4.5
SHAPE = 3.0


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", as WCAG defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=theme_names())
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each theme that ships."""
    return load_theme(request.param)


@pytest.mark.parametrize("name", MARKS)
def test_text_on_marks(theme: Theme, name: str) -> None:
    """Text can be read on the fill of every class and on the words that stand out in it."""
    mark = theme.marks[name]
    assert min(contrast(theme.ink, mark.fill), contrast(theme.ink, mark.strong)) >= TEXT


@pytest.mark.parametrize("name", MARKS)
def test_faint_text_on_marks(theme: Theme, name: str) -> None:
    """Faint text, as of a class that is switched off, can still be read on every fill."""
    assert contrast(theme.faint, theme.marks[name].fill) >= TEXT


@pytest.mark.parametrize("name", MARKS)
def test_edges(theme: Theme, name: str) -> None:
    """Glyphs drawn in the colour of an edge can be read on the page and on their fill."""
    edge = theme.marks[name].edge
    assert min(contrast(edge, theme.page), contrast(edge, theme.marks[name].fill)) >= TEXT


@pytest.mark.parametrize("name", MARKS)
def test_underlines(theme: Theme, name: str) -> None:
    """Underlines stand out from the words they are drawn under."""
    mark = theme.marks[name]
    assert contrast(mark.edge, mark.strong) >= SHAPE


def test_text_on_the_page(theme: Theme) -> None:
    """Plain, faint and clickable text can be read on the page, and on the window around it."""
    texts = (theme.ink, theme.faint, theme.accent)
    assert min(contrast(text, under) for text in texts for under in (theme.page, theme.window)) >= TEXT


def test_light_and_dark(theme: Theme) -> None:
    """A theme that calls itself dark has light text on a dark page, and the other way round."""
    assert theme.name.startswith("dark") == (luminance(theme.ink) > luminance(theme.page))


def test_no_class_hangs_on_colour(theme: Theme) -> None:
    """Every class has a glyph of its own."""
    assert len({mark.glyph for mark in theme.marks.values()}) == len(MARKS)


def test_colours_are_plain(theme: Theme) -> None:
    """Every colour is written as "#rrggbb", which style sheets and Qt read alike."""
    marks = [colour for mark in theme.marks.values() for colour in (mark.fill, mark.strong, mark.edge)]
    base = [theme.page, theme.window, theme.ink, theme.faint, theme.line, theme.accent]
    assert [colour for colour in marks + base if not re.fullmatch("#[0-9a-f]{6}", colour)] == []


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast(dark: bool) -> None:
    """In the palette of high contrast all text keeps 7:1 on the page, on fills and on the words that stand out."""
    theme = load_theme(theme_name("contrast", dark=dark))
    grounds = [theme.page, theme.window, *(mark.fill for mark in theme.marks.values())]
    grounds += [mark.strong for mark in theme.marks.values()]
    assert min(contrast(theme.ink, ground) for ground in grounds) >= 7
    edges = [min(contrast(mark.edge, theme.page), contrast(mark.edge, mark.fill)) for mark in theme.marks.values()]
    assert min(*edges, contrast(theme.faint, theme.window), contrast(theme.accent, theme.page)) >= 7


CHANGES = ("reworded", "added", "dropped", "moved")
SEEN = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""What is left of red, green and blue (linear) for eyes without one kind of cone; Machado and others, 2009."""


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """Return a colour as `eyes` see it, in CIE L*a*b*."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = (min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in SEEN[eyes])
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("part", ["strong", "edge"])
@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("dark", [False, True])
def test_safe_colours_stay_apart(dark: bool, eyes: str, part: str) -> None:
    """In the safe palette the classes of change differ clearly, whichever cone is missing."""
    theme = load_theme(theme_name("safe", dark=dark))
    colours = [seen(getattr(theme.marks[name], part), eyes) for name in CHANGES]
    assert min(dist(one, other) for one, other in combinations(colours, 2)) >= 15


def test_unknown_theme() -> None:
    """A theme that does not ship is not found."""
    with pytest.raises(FileNotFoundError):
        load_theme("sepia")
