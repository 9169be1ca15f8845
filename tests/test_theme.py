"""Can everything that is painted be read? The contrast of WCAG 2.2, level AA."""

from __future__ import annotations

import re

import pytest

from diffview.theme import MARKS, Theme, load_theme

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


@pytest.fixture(params=["light", "dark"])
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
    assert theme.dark == (luminance(theme.ink) > luminance(theme.page))


def test_no_class_hangs_on_colour(theme: Theme) -> None:
    """Every class has a glyph of its own."""
    assert len({mark.glyph for mark in theme.marks.values()}) == len(MARKS)


def test_colours_are_plain(theme: Theme) -> None:
    """Every colour is written as "#rrggbb", which style sheets and Qt read alike."""
    marks = [colour for mark in theme.marks.values() for colour in (mark.fill, mark.strong, mark.edge)]
    base = [theme.page, theme.window, theme.ink, theme.faint, theme.line, theme.accent]
    assert [colour for colour in marks + base if not re.fullmatch("#[0-9a-f]{6}", colour)] == []


def test_unknown_theme() -> None:
    """A theme that does not ship is not found."""
    with pytest.raises(FileNotFoundError):
        load_theme("sepia")
