"""What do the marks mean, and how much of each article has which?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diffview.model import Comparison, Side
from diffview.reports.looks import legend
from diffview.reports.pdf.objects import Node
from diffview.reports.pdf.pages import MARGIN, WHOLE, Cursor, Layout, rule
from diffview.reports.pdf.setting import Run, Style, Typesetter
from diffview.reports.summary import Count, Summary, summarise
from diffview.theme import NAMES, Theme

_COLUMNS = (0.0, 22.0, 190.0, 260.0, 340.0)
_HEADS = ("", "passages that are", "marked", "words left", "words right")
_HEIGHT = 14.5


def legend_table(
    comparison: Comparison, theme: Theme, setter: Typesetter, layout: Layout, parent: Node, at: Cursor
) -> Cursor:
    """Put the legend with its figures onto the page and return where it ends."""
    body = Style(family="sans", size=8.5, ink=theme.ink)
    table = parent.add("Table", "Legend and figures")
    head = replace(body, ink=theme.faint)
    _row(layout, setter, table.add("TR"), [Run(text, head) for text in _HEADS], at, tag="TH")
    layout.page(at.page).under.append(rule(MARGIN, MARGIN + WHOLE, at.y + _HEIGHT - 2, theme.line))
    for cells in _rows(comparison, theme, body):
        at = Cursor(at.page, at.y + _HEIGHT)
        _row(layout, setter, table.add("TR"), cells, at, tag="TD")
    return Cursor(at.page, at.y + _HEIGHT)


def _rows(comparison: Comparison, theme: Theme, body: Style) -> Iterator[list[Run]]:
    """Yield the cells of each look; moved and related passages are counted in their classes."""
    summary, marked = summarise(comparison), legend(comparison)
    counts: dict[str, Count] = {kind.value: count for kind, count in summary.classes.items()}
    counts["furniture"] = summary.furniture
    for name, title in NAMES.items():
        mark = theme.marks[name]
        swatch = replace(body, ground=mark.fill, line="solid", line_colour=mark.edge, ink=mark.edge)
        figures = [_share(summary, counts[name], side) if name in counts else "" for side in Side]
        texts = (title, f"{marked[name]:,}", *figures)
        yield [Run(f" {mark.glyph} ", swatch), *(Run(text, body) for text in texts)]


def _share(summary: Summary, count: Count, side: Side) -> str:
    words, whole = count.on(side).words, summary.words[side]
    return f"{words:,} ({words / whole if whole else 0:.0%})"


def _row(layout: Layout, setter: Typesetter, row: Node, cells: Sequence[Run], at: Cursor, *, tag: str) -> None:
    for x, run in zip(_COLUMNS, cells, strict=True):
        cell = row.add(tag)
        if run.text:
            layout.draw(setter.line(run.text, run.style, WHOLE), cell, MARGIN + x, at)
