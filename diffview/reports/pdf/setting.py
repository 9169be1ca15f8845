"""Where do the lines of a paragraph break, and where in a line does each piece of it stand?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby

import regex

from diffview.reports.pdf.direction import base_level, levels, visual_order
from diffview.reports.pdf.fonts import Face, Fonts, Glyph

_WIDE = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_SPACE = r"[\s--[\u00a0\u2007\u202f]]"
_WORDS = regex.compile(
    rf"""
      [{_WIDE}] [\p{{M}}\p{{Po}}\p{{Pe}}\p{{Pf}}]* {_SPACE}*              # scripts that write no spaces
    | [^{_WIDE}\ \t\n\u3000]+? (?:[\-–—/](?=\p{{L}}) | (?=[{_WIDE}]|{_SPACE}|\Z)) {_SPACE}*
    | {_SPACE}+
    """,
    regex.VERBOSE | regex.VERSION1,
)
"""What no line break parts, with the white space after it; a word may be parted after a hyphen or dash."""

_SPACES = regex.compile(r"[\t\n\v\f\r\u0085\u2028\u2029]")
_MARK, _UNSEEN = regex.compile(r"\p{M}"), regex.compile(r"[\p{Default_Ignorable_Code_Point}\s]")


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text looks: colours "#rrggbb" or "" for none, sizes in points.

    `ground` lies under it, `line` is drawn under it in `line_colour`. `target` names the place a click leads to,
    `anchor` the place it is, `key` the link it belongs to, `spoken` is said instead of it.
    """

    family: str = "serif"
    size: float = 9.0
    ink: str = "#000000"
    ground: str = ""
    line: str = "none"
    line_colour: str = ""
    rise: float = 0.0
    target: str = ""
    anchor: str = ""
    key: str = ""
    look: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Item:
    """Glyphs of one font and direction, in visual order; `text` is what they say, `width` in points."""

    text: str
    style: Style
    face: Face
    glyphs: tuple[Glyph, ...]
    width: float
    level: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line: items in reading order and where each begins, in points from the left edge of the column.

    `top` is the room above its base line, `height` all of its room. It is not parted from the next one when `stays`.
    `number` is set in the margin beside it.
    """

    items: tuple[Item, ...]
    places: tuple[float, ...]
    top: float
    height: float
    stays: bool = False
    number: Line | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that is set: its lines, the room after it, and what it is for a screen reader ("P", "H2")."""

    lines: tuple[Line, ...]
    after: float
    tag: str = "P"


@dataclass
class Typesetter:
    """Sets paragraphs with the fonts of one document."""

    fonts: Fonts
    leading: float = 1.42
    _shaped: dict[tuple[int, str, bool], tuple[Glyph, ...]] = field(default_factory=dict)

    def block(self, runs: Sequence[Run], width: float, *, after: float, tag: str = "P") -> Block:
        """Set a paragraph in a column `width` points wide."""
        text = "".join(run.text for run in runs)
        base = base_level(text)
        words = list(self._words(text, runs, levels(text, base)))
        size = max((run.style.size for run in runs if run.style.rise == 0), default=9.0)
        filled = list(_fill(words, width))
        lines = [self._line(items, width, base, size) for items in filled]
        return Block(tuple(_kept(lines, heading=tag.startswith("H"))), after, tag)

    def line(self, text: str, style: Style, width: float) -> Line:
        """Set text that has one line only; what does not fit is cut off."""
        first, *more = self.block([Run(text, style)], width, after=0.0).lines
        if not more:
            return first
        kept = "".join(item.text for item in first.items).rstrip()
        return self.line(f"{kept[:-2]}…", style, width) if len(kept) > 2 else first

    def _words(self, text: str, runs: Sequence[Run], found: Sequence[int]) -> Iterator[list[Item]]:
        """Yield what no line break parts, as items of one run, font and direction each."""
        owners = [number for number, run in enumerate(runs) for _ in run.text]
        for match in _WORDS.finditer(text):
            yield list(self._items(text, match.span(), runs, owners, found))

    def _items(
        self, text: str, word: tuple[int, int], runs: Sequence[Run], owners: Sequence[int], found: Sequence[int]
    ) -> Iterator[Item]:
        start, end = word
        faces = self._faces(text[start:end], [runs[owner].style.family for owner in owners[start:end]])
        same = groupby(range(start, end), key=lambda i: (owners[i], id(faces[i - start]), found[i]))
        for (owner, _, level), group in same:
            first, *rest = group
            piece = text[first : first + 1 + len(rest)]
            style, face = runs[owner].style, faces[first - start]
            glyphs = self._shape(face, _SPACES.sub(" ", piece), rtl=bool(level % 2))
            width = sum(glyph.advance for glyph in glyphs) * style.size / 1000
            yield Item(piece, style, face, glyphs, width, level)

    def _faces(self, text: str, families: Sequence[str]) -> list[Face]:
        """Return the font of each character; marks and characters without a shape follow what they stand on."""
        found: list[Face] = []
        for char, family in zip(text, families, strict=True):
            kind = _kind(char)
            if kind and found and (kind == "unseen" or found[-1].has(char)):
                found.append(found[-1])
            else:
                found.append(self.fonts.face(family, " " if char.isspace() else char))
        return found

    def _shape(self, face: Face, text: str, *, rtl: bool) -> tuple[Glyph, ...]:
        key = (id(face), text, rtl)
        if key not in self._shaped:
            self._shaped[key] = face.shape(text, rtl=rtl)
        return self._shaped[key]

    def _line(self, items: list[Item], width: float, base: int, size: float) -> Line:
        """Put the items of a line in their places: from the right edge where the paragraph runs that way."""
        own = list(_joined(list(_trimmed(items))))
        used = sum(item.width for item in own)
        at = width - used if base else 0.0
        places = [0.0] * len(own)
        for i in visual_order([item.level for item in own]):
            places[i] = at
            at += own[i].width
        height = size * self.leading
        return Line(tuple(own), tuple(places), size * 0.97 + (height - size * 1.25) / 2, height)


@cache
def _kind(char: str) -> str:
    """Return "unseen" for white space and characters without a shape, "mark" for marks, else ""."""
    return "unseen" if _UNSEEN.match(char) else "mark" if _MARK.match(char) else ""


def _joined(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items with neighbours of the same looks as one."""
    for (style, _, level), group in groupby(items, key=lambda item: (item.style, id(item.face), item.level)):
        members = list(group)
        in_place = reversed(members) if level % 2 else members
        glyphs = tuple(glyph for item in in_place for glyph in item.glyphs)
        width = sum(item.width for item in members)
        yield Item("".join(item.text for item in members), style, members[0].face, glyphs, width, level)


def _trimmed(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items of a line; the white space at its end takes no room, but stays in the text where it can."""
    last = len(items) - 1
    while last >= 0 and items[last].text.isspace():
        last -= 1
    yield from items[:last]
    if last >= 0:
        item, room = items[last], _space_at_end(items[last : last + 1])
        glyphs = tuple(glyph for glyph in item.glyphs if not _is_space(glyph)) if item.level % 2 else item.glyphs
        yield replace(item, glyphs=glyphs, width=item.width - room)


def _fill(words: Sequence[list[Item]], width: float) -> Iterator[list[Item]]:
    """Yield lines that are filled word by word; a word wider than the column is parted where it must."""
    line: list[Item] = []
    used = 0.0
    for word in words:
        room = sum(item.width for item in word) - _space_at_end(word)
        if line and used + room > width:
            yield line
            line, used = [], 0.0
        pieces = _parted(word, width) if room > width else [word]
        yield from pieces[:-1]
        line += pieces[-1]
        used += sum(item.width for item in pieces[-1])
    yield line


def _space_at_end(word: Sequence[Item]) -> float:
    if not word or not word[-1].text[-1:].isspace():
        return 0.0
    return sum(glyph.advance for glyph in word[-1].glyphs if _is_space(glyph)) * word[-1].style.size / 1000


def _is_space(glyph: Glyph) -> bool:
    return glyph.text.isspace() and glyph.text not in "\u00a0\u2007\u202f"


def _parted(word: Sequence[Item], width: float) -> list[list[Item]]:
    lines: list[list[Item]] = [[]]
    used = 0.0
    for item in word:
        for piece in _clusters(item):
            if used + piece.width > width and lines[-1]:
                lines.append([])
                used = 0.0
            lines[-1].append(piece)
            used += piece.width
    return lines


def _clusters(item: Item) -> Iterator[Item]:
    """Yield an item cluster by cluster, in reading order."""
    groups: list[list[Glyph]] = []
    for glyph in item.glyphs:
        if glyph.text or not groups:
            groups.append([glyph])
        else:
            groups[-1].append(glyph)
    for group in reversed(groups) if item.level % 2 else groups:
        width = sum(glyph.advance for glyph in group) * item.style.size / 1000
        yield replace(item, text="".join(glyph.text for glyph in group), glyphs=tuple(group), width=width)


def _kept(lines: Sequence[Line], *, heading: bool) -> Iterator[Line]:
    """Yield the lines, the first two and the last two of which stay together; a heading stays with what follows."""
    for i, line in enumerate(lines):
        is_border = i == 0 or i == len(lines) - 2
        yield replace(line, stays=heading or (is_border and i < len(lines) - 1))
