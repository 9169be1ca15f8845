"""Which colours, glyphs and line styles stand for what, in the window and in the report alike?"""

from __future__ import annotations

import json
from typing import NamedTuple

from diffview.resources import read_resource

MARKS = ("same", "reworded", "added", "dropped", "moved", "related", "furniture")
"""The seven looks a passage can have."""
NAMES = {
    "reworded": "reworded",
    "moved": "moved",
    "dropped": "only on the left",
    "added": "only on the right",
    "same": "same",
    "related": "related",
    "furniture": "page furniture",
}
"""What the looks are called, in the order of the legend."""


class Mark(NamedTuple):
    """The look of one class: colours as "#rrggbb"; `underline` is "none", "solid", "dashed", "dotted" or "wavy".

    `fill` lies under a passage, `strong` under the words that differ, `edge` draws ribbons, borders and underlines,
    `glyph` stands beside the colour so that nothing hangs on colour alone.
    """

    fill: str
    strong: str
    edge: str
    glyph: str
    underline: str


class Theme(NamedTuple):
    """Everything that is painted: `page` under the text, `window` around it, `ink` and `faint` for text."""

    name: str
    page: str
    window: str
    ink: str
    faint: str
    line: str
    accent: str
    marks: dict[str, Mark]


PALETTES = ("standard", "safe", "contrast")
"""Colours for most eyes, for eyes that tell fewer colours apart, and of high contrast."""


def theme_name(palette: str, *, dark: bool) -> str:
    """Return the name of a palette's theme for day or night."""
    hour = "dark" if dark else "light"
    return hour if palette == "standard" else f"{hour}-{palette}"


def theme_names() -> tuple[str, ...]:
    """Return the names of all themes that ship."""
    return tuple(theme_name(palette, dark=dark) for palette in PALETTES for dark in (False, True))


def load_theme(name: str) -> Theme:
    """Read a theme that ships with the program, one of `theme_names`; raises FileNotFoundError for any other."""
    table = json.loads(read_resource("themes", f"{name}.json"))
    marks = {mark: Mark(**table["marks"][mark]) for mark in MARKS}
    return Theme(name=name, marks=marks, **table["base"])
