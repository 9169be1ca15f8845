"""Where on which page does each line stand, and what is painted there?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from diffview.reports.pdf.fonts import Glyph
from diffview.reports.pdf.objects import Node, Page, Way
from diffview.reports.pdf.setting import Block, Item, Line

WIDTH, HEIGHT = 595.28, 841.89
"""A4 in points."""

MARGIN, GUTTER = 40.0, 36.0
TOP, BOTTOM = 58.0, HEIGHT - 50.0
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2
LEFT_COLUMN, RIGHT_COLUMN = MARGIN, WIDTH - MARGIN - COLUMN
WHOLE = WIDTH - 2 * MARGIN

_DASHES = {"dashed": "[3 2] 0 d", "dotted": "[0.8 1.6] 0 d", "fine": "[0.5 2.2] 0 d"}


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """A place to go on at: page from 0, points from its upper edge."""

    page: int = 0
    y: float = TOP


@dataclass(frozen=True, slots=True)
class Extent:
    """Where on a page a link stands on one side: points from the upper edge."""

    page: int
    top: float
    bottom: float


@dataclass
class Layout:
    """Pages in the making; grows as lines are put onto it."""

    pages: list[Page] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    anchors: dict[str, tuple[int, float]] = field(default_factory=dict)
    extents: dict[tuple[str, str], dict[int, Extent]] = field(default_factory=dict)

    def page(self, number: int) -> Page:
        """Return a page, made when it is not there yet."""
        while len(self.pages) <= number:
            self.pages.append(Page())
        return self.pages[number]

    def flow(self, blocks: Sequence[Block], parent: Node, x: float, start: Cursor, side: str = "") -> Cursor:
        """Put paragraphs below each other from `start` on, over as many pages as they need; return where they end."""
        at = start
        for group in _together(blocks, parent):
            need = sum(line.height + after for line, _, after in group) - group[-1][2]
            if at.y + need > BOTTOM and at.y > TOP:
                at = Cursor(at.page + 1, TOP)
            for line, node, after in group:
                if at.y + line.height > BOTTOM and at.y > TOP:
                    at = Cursor(at.page + 1, TOP)
                self.draw(line, node, x, at, side)
                if line.number is not None:
                    self._number(line.number, line, at, side)
                at = Cursor(at.page, at.y + line.height + after)
        return at

    def draw(self, line: Line, node: Node, x: float, at: Cursor, side: str = "") -> None:
        """Put one line onto its page, as a piece of `node`; links in it become elements of their own."""
        page, base = self.page(at.page), at.y + line.top
        placed = [(item, x + place) for item, place in zip(line.items, line.places, strict=True)]
        page.under += _grounds(placed, base)
        for target, group in groupby(placed, key=lambda entry: entry[0].style.target):
            members = list(group)
            owner = node
            if target:
                owner = self._way(members, node, at, base)
            self._text(members, owner, at.page, base)
        for item, _ in placed:
            if item.style.anchor:
                self.anchors.setdefault(item.style.anchor, (at.page, HEIGHT - at.y + 4))
            if item.style.key and side:
                self._extend(item.style.key, side, Extent(at.page, at.y + 1.5, at.y + line.height - 1))

    def aside(self, line: Line, x: float, at: Cursor) -> None:
        """Put a line onto a page that is not read aloud."""
        beside = self.page(at.page).beside
        beside += [_show(item, x + place, at.y + line.top) for item, place in zip(line.items, line.places, strict=True)]

    def _number(self, number: Line, beside: Line, at: Cursor, side: str) -> None:
        """Put the number of a paragraph into the outer margin, on the base line of its first line."""
        width = sum(item.width for item in number.items)
        x = MARGIN - 7 - width if side == "left" else WIDTH - MARGIN + 7
        self.aside(number, x, Cursor(at.page, at.y + beside.top - number.top))

    def _extend(self, key: str, side: str, here: Extent) -> None:
        found = self.extents.setdefault((key, side), {})
        before = found.get(here.page, here)
        found[here.page] = Extent(here.page, min(before.top, here.top), max(before.bottom, here.bottom))

    def _way(self, members: list[tuple[Item, float]], node: Node, at: Cursor, base: float) -> Node:
        style = members[0][0].style
        left = min(x for _, x in members)
        right = max(x + item.width for item, x in members)
        box = (left - 1, HEIGHT - base - 3, right + 1, HEIGHT - base + style.size + style.rise)
        way = Way(at.page, box, style.target, style.spoken or "".join(item.text for item, _ in members))
        self.ways.append(way)
        owner = node.add("Link", title=style.spoken)
        owner.kids.append(way)
        return owner

    def _text(self, members: list[tuple[Item, float]], owner: Node, number: int, base: float) -> None:
        page = self.page(number)
        owner.kids.append((number, len(page.owners)))
        actual = ""
        if any(item.level % 2 or item.face.is_cff for item, _ in members):
            text = "".join(item.text for item, _ in members).encode("utf-16-be", "replace").hex()
            actual = f"/ActualText <feff{text}>"
        page.text.append(f"/{owner.tag} <</MCID {len(page.owners)}{actual}>> BDC")
        page.text += [_show(item, x, base) for item, x in sorted(members, key=lambda entry: entry[1])]
        page.text.append("EMC")
        page.owners.append(owner)

    def ribbons(self, looks: dict[str, tuple[str, str]]) -> None:
        """Join the two sides of each link that stand on one page; `looks` are the colours (ground, edge) by link."""
        for (key, side), extents in self.extents.items():
            if side != "left" or key not in looks:
                continue
            others = self.extents.get((key, "right"), {})
            for page, here in extents.items():
                if page in others:
                    self.page(page).under.append(_ribbon(here, others[page], *looks[key]))


def _together(blocks: Sequence[Block], parent: Node) -> Iterator[list[tuple[Line, Node, float]]]:
    """Yield the lines in groups that no page break parts, each with its element and the room after it."""
    group: list[tuple[Line, Node, float]] = []
    for block in blocks:
        node = parent.add(block.tag)
        for i, line in enumerate(block.lines):
            group.append((line, node, block.after if i == len(block.lines) - 1 else 0.0))
            if not line.stays:
                yield group
                group = []
    if group:
        yield group


# ---- what is painted -------------------------------------------------------------------------------------------------


def number(value: float) -> str:
    """Return a number as PDF writes it."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def colour(value: str) -> str:
    """Return "#rrggbb" as three shares."""
    return " ".join(number(int(value[i : i + 2], 16) / 255) for i in (1, 3, 5))


def box(x: float, y: float, width: float, height: float, fill: str) -> str:
    """Return a filled rectangle; `y` is its upper edge, from the upper edge of the page."""
    return f"{colour(fill)} rg {number(x)} {number(HEIGHT - y - height)} {number(width)} {number(height)} re f"


def rule(x: float, end: float, y: float, ink: str, *, width: float = 0.6, kind: str = "solid") -> str:
    """Return a level line from `x` to `end`."""
    dashes = _DASHES.get(kind, "[] 0 d")
    y = HEIGHT - y
    return f"{colour(ink)} RG {number(width)} w {dashes} {number(x)} {number(y)} m {number(end)} {number(y)} l S"


def _grounds(placed: Sequence[tuple[Item, float]], base: float) -> Iterator[str]:
    """Yield what lies under the words of a line: one box for neighbours on the same ground, and underlines."""
    in_place = sorted(placed, key=lambda entry: entry[1])
    for ground, group in groupby(in_place, key=lambda entry: entry[0].style.ground):
        members = list(group)
        if ground:
            size = max(item.style.size for item, _ in members)
            left, right = members[0][1], members[-1][1] + members[-1][0].width
            yield box(left - 0.6, base - size * 0.92, right - left + 1.2, size * 1.26, ground)
    for item, x in in_place:
        if item.style.line != "none" and item.width:
            y = base + item.style.size * 0.2
            yield rule(x, x + item.width, y, item.style.line_colour, width=0.7, kind=item.style.line)


def _show(item: Item, x: float, base: float) -> str:
    """Return the operators that draw the glyphs of an item from `x` on."""
    style = item.style
    parts, shift = [], 0.0
    for glyph in item.glyphs:
        if glyph.dy != shift:
            parts.append(f"] TJ {number(glyph.dy * style.size / 1000)} Ts [")
            shift = glyph.dy
        parts.append(_glyph(item, glyph))
    y = HEIGHT - base + style.rise
    end = " 0 Ts" if shift else ""
    head = f"BT /{item.face.name} {number(style.size)} Tf {colour(style.ink)} rg"
    return f"{head} 1 0 0 1 {number(x)} {number(y)} Tm [{''.join(parts)}] TJ{end} ET"


def _glyph(item: Item, glyph: Glyph) -> str:
    """Return a glyph in an array of TJ; numbers there move to the left, in thousandths of the size."""
    before, after = -glyph.dx, item.face.width(glyph.number) + glyph.dx - glyph.advance
    lead = number(before) if before else ""
    tail = number(after) if abs(after) >= 0.01 else ""
    return f"{lead}<{item.face.code(glyph):04x}>{tail}"


def _ribbon(here: Extent, there: Extent, fill: str, edge: str) -> str:
    """Return a band across the gutter between two extents of one page."""
    left, right = LEFT_COLUMN + COLUMN + 2, RIGHT_COLUMN - 2
    middle = number((left + right) / 2)
    x, end = number(left), number(right)
    a, b, c, d = (number(HEIGHT - y) for y in (here.top, there.top, there.bottom, here.bottom))
    path = f"{x} {a} m {middle} {a} {middle} {b} {end} {b} c {end} {c} l {middle} {c} {middle} {d} {x} {d} c h"
    return f"{colour(fill)} rg {colour(edge)} RG 0.35 w [] 0 d {path} B"
