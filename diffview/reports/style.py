"""Which colours does the report take from the themes, and which choice of the reader brings them?"""

from __future__ import annotations

from diffview.resources import read_resource
from diffview.theme import MARKS, PALETTES, Theme, load_theme, theme_name

PALETTE_NAMES = {"standard": "Standard", "safe": "Colour-blind safe", "contrast": "High contrast"}
"""What the palettes are called, in their order."""


def report_style() -> str:
    """Return the whole style sheet: colours as custom properties, a rule for each look, and the rules they serve.

    Every palette is there by day and by night; the checked switch of the page chooses, without script.
    """
    return "\n".join(
        (
            *(palette_style(palette) for palette in PALETTES),
            *(_look(name) for name in MARKS),
            read_resource("templates", "report.css"),
        )
    )


def palette_style(name: str) -> str:
    """Return the colours of a palette by day and by night as custom properties."""
    root = ":root" if name == PALETTES[0] else f":root:has(#palette-{name}:checked)"
    light, dark = (_colours(load_theme(theme_name(name, dark=dark))) for dark in (False, True))
    return f"{root} {{ {light} }}\n@media screen and (prefers-color-scheme: dark) {{ {root} {{ {dark} }} }}"


def _colours(theme: Theme) -> str:
    base = {name: getattr(theme, name) for name in ("page", "window", "ink", "faint", "line", "accent")}
    looks = {
        f"{name}-{part}": value
        for name, mark in theme.marks.items()
        for part, value in (
            ("fill", mark.fill),
            ("strong", mark.strong),
            ("edge", mark.edge),
            ("deco", "none" if mark.underline == "none" else f"underline {mark.underline}"),
        )
    }
    return " ".join(f"--{name}: {value};" for name, value in (base | looks).items())


def _look(name: str) -> str:
    """Return the rules of one look: its colours, and that its switch in the legend turns it off; all without script."""
    parts = " ".join(f"--{part}: var(--{name}-{part});" for part in ("fill", "strong", "edge", "deco"))
    off = f"body:has(#show-{name}:not(:checked)) .text .{name}"
    plain_text = "--fill: transparent; --strong: transparent; --deco: none; --shade: var(--faint);"
    gone = f"body:has(#view-changes:checked):has(#show-{name}:not(:checked)) .text .{name}"
    return f".{name} {{ {parts} }}\n{off} {{ {plain_text} }}\n{gone} {{ display: none; }}"
