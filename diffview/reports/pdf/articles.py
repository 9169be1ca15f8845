"""How does an article look on paper: which run of its words has which style?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from diffview.reports.pdf.setting import Block, Run, Style, Typesetter
from diffview.reports.view import SIGNS, ParagraphView, PassageView, Piece
from diffview.reports.visible import label, pieces
from diffview.theme import Theme

_SIZE, _TITLE, _SMALL = 9.2, 13.5, 7.8
_NARROW = "\u00a0"


@dataclass(frozen=True)
class Inks:
    """The styles of words, labels and marks in one theme."""

    theme: Theme

    def words(self, passage: PassageView, size: float, *, heading: bool) -> Style:
        """Return the style of a passage's own words."""
        mark = self.theme.marks[passage.look]
        quiet = passage.look in ("same", "furniture")
        return Style(
            family="serif bold" if heading else "serif",
            size=size,
            ink=self.theme.faint if passage.look == "furniture" else self.theme.ink,
            ground="" if quiet else mark.fill,
            key=passage.key,
            look=passage.look,
        )

    def piece(self, base: Style, piece: Piece) -> Style:
        """Return the style of a piece of a passage: marked words stand out, words of findings are dotted."""
        mark = self.theme.marks[base.look]
        if piece.marked:
            strong = base.ground if piece.wording else mark.strong
            return replace(base, ground=strong, line=mark.underline, line_colour=mark.edge)
        if piece.spots:
            return replace(base, line="fine", line_colour=self.theme.faint)
        return base


def article_blocks(
    paragraphs: Sequence[ParagraphView], inks: Inks, setter: Typesetter, width: float
) -> Iterator[Block]:
    """Yield the paragraphs of one side as they are set in a column."""
    beside = Style("sans", 6.2, inks.theme.faint)
    for number, paragraph in enumerate(paragraphs, 1):
        size = _TITLE if paragraph.heading else _SMALL if paragraph.furniture else _SIZE
        runs = [run for run in _runs(paragraph, inks, size) if run.text]
        tag = "H2" if paragraph.heading else "P"
        block = setter.block(runs, width, after=size * (0.35 if paragraph.furniture else 0.75), tag=tag)
        first = replace(block.lines[0], number=setter.line(str(number), beside, width))
        yield replace(block, lines=(first, *block.lines[1:]))


def _runs(paragraph: ParagraphView, inks: Inks, size: float) -> Iterator[Run]:
    for i, passage in enumerate(paragraph.passages):
        base = inks.words(passage, size, heading=paragraph.heading)
        if i:
            yield Run(" " if passage.gap else "", Style(size=size))
        yield from _labels(passage, base, inks)
        anchor = "" if passage.pointer else passage.anchor
        for piece in passage.pieces:
            style = inks.piece(base, piece)
            for j, (text, hidden) in enumerate(pieces(piece.text)):
                named = _anchored(style, piece, anchor) if j == 0 else style
                yield Run(text, named) if not hidden else Run(f"[{label(text)}]", _hidden(named, inks))
            anchor = ""
        yield from _related(passage, base, inks)


def _anchored(style: Style, piece: Piece, anchor: str) -> Style:
    first = next((name for name, is_first in piece.spots if is_first), "")
    return replace(style, anchor=anchor or first)


def _hidden(style: Style, inks: Inks) -> Style:
    edge = inks.theme.marks["dropped"].edge
    return replace(style, family="sans bold", ink=edge, line="solid", line_colour=edge)


def _labels(passage: PassageView, base: Style, inks: Inks) -> Iterator[Run]:
    """Yield the number that leads to the partner, the marks of notes, and where a moved passage comes from."""
    if passage.pointer is None:
        return
    mark = inks.theme.marks[passage.look]
    style = replace(base, family="sans bold", size=base.size * 0.7, rise=base.size * 0.28, ink=mark.edge)
    way = replace(style, anchor=passage.anchor, target=passage.pointer.anchor, spoken=passage.pointer.label)
    yield Run(f"{mark.glyph}{passage.pointer.number}{SIGNS[passage.origin]}", way)
    for number in passage.notes:
        note = replace(style, ink=inks.theme.accent, target=f"note{number}", spoken=f"Note {number}")
        yield Run(f"{_NARROW}✎{number}", note)
    yield Run(_NARROW, style)
    if passage.moved:
        tag = replace(style, family="sans", rise=0.0, size=base.size * 0.72, target=passage.pointer.anchor)
        yield Run(f"({passage.moved})", tag)
        yield Run(" ", base)


def _related(passage: PassageView, base: Style, inks: Inks) -> Iterator[Run]:
    mark = inks.theme.marks["related"]
    for way in passage.related:
        style = Style("sans bold", base.size, mark.edge, target=way.anchor, anchor=way.here, spoken=way.label)
        yield Run(_NARROW, replace(style, target="", anchor="", spoken=""))
        yield Run(mark.glyph, style)
