"""What stands on the pages of the PDF report, and in which order is it read?

First what was compared, the legend with figures, then both articles beside each other with paragraphs that say the
same on one level, then what is worth checking and the reader's notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from diffview.model import Comparison, Side
from diffview.reading.naming import name_of
from diffview.reports.checklist import Check, checklist
from diffview.reports.json import program_version
from diffview.reports.pdf.articles import Inks, article_blocks
from diffview.reports.pdf.fonts import Fonts
from diffview.reports.pdf.legend import legend_table
from diffview.reports.pdf.objects import Book, Node, write_pdf
from diffview.reports.pdf.pages import (
    BOTTOM,
    COLUMN,
    HEIGHT,
    LEFT_COLUMN,
    MARGIN,
    RIGHT_COLUMN,
    TOP,
    WHOLE,
    WIDTH,
    Cursor,
    Layout,
    rule,
)
from diffview.reports.pdf.rows import rows
from diffview.reports.pdf.setting import Block, Run, Style, Typesetter
from diffview.reports.summary import made_by, summarise
from diffview.reports.view import note_list, view
from diffview.reports.visible import plain
from diffview.theme import Theme, load_theme, theme_name

_ROOM = 40.0


def render_pdf(comparison: Comparison, *, palette: str = "standard", folders: Sequence[Path] | None = None) -> bytes:
    """Return the comparison as a tagged PDF with fonts embedded, in the light colours of a palette.

    Glyphs that the fonts in the program lack are taken from fonts in `folders` (by default those of the machine);
    what none has is an empty box, named at the end of the first part. The text itself is always whole.
    """
    return _Report(comparison, load_theme(theme_name(palette, dark=False)), Fonts(folders)).pdf()


class _Report:
    def __init__(self, comparison: Comparison, theme: Theme, fonts: Fonts) -> None:
        self.comparison, self.theme, self.fonts = comparison, theme, fonts
        self.setter, self.layout, self.root = Typesetter(fonts), Layout(), Node("Document")
        self.body = Style(size=8.5, family="sans", ink=theme.ink)
        self.faint = replace(self.body, size=7.5, ink=theme.faint)
        self.outline: list[tuple[str, str]] = []
        self.summary = summarise(comparison)
        self.views = {side: view(comparison, side) for side in Side}

    def pdf(self) -> bytes:
        """Lay out all parts and write them."""
        articles = {side: self._article(side) for side in Side}
        at = self._articles(articles, self._front(Cursor()))
        at = self._checks(at)
        self._notes(at)
        self._running_lines()
        names = [plain(name_of(self.comparison.document(side).article)) for side in Side]
        book = Book(
            size=(WIDTH, HEIGHT),
            title=" and ".join(names) + " compared",
            language="en",
            producer=f"diffview {program_version()}",
            pages=self.layout.pages,
            root=self.root,
            ways=self.layout.ways,
            anchors=self.layout.anchors,
            outline=self.outline,
            faces=self.fonts.used(),
        )
        return write_pdf(book)

    # ---- the first part ----------------------------------------------------------------------------------------------

    def _front(self, at: Cursor) -> Cursor:
        part = self.root.add("Sect", "What was compared")
        title = self._heading("Two articles compared", "H1", 17.0)
        lead = self._block([Run(plain(made_by(self.comparison.encoder)), self.faint)], after=10.0)
        at = self.layout.flow([title, lead], part, MARGIN, at)
        ends = [
            self.layout.flow(list(self._file(side)), part, x, at)
            for side, x in zip(Side, (LEFT_COLUMN, RIGHT_COLUMN), strict=True)
        ]
        at = max(ends)
        at = legend_table(self.comparison, self.theme, self.setter, self.layout, part, Cursor(at.page, at.y + 8))
        left, right = (f"{self.summary.coverage[side]:.0%}" for side in Side)
        text = f"The right article says {left} of what the left one says; the left says {right} of the right."
        notices = [*self.comparison.notices, *self._missing()]
        blocks = [self._block([Run(text, self.body)], after=6.0)]
        blocks += [self._block([Run(plain(notice), self.faint)], after=3.0) for notice in notices]
        at = self.layout.flow(blocks, part, MARGIN, Cursor(at.page, at.y + 8))
        return Cursor(at.page, at.y + 14)

    def _file(self, side: Side) -> Iterator[Block]:
        article = self.comparison.document(side).article
        words = self.summary.words[side]
        facts = f"{name_of(article)} · {article.encoding} · {words:,} words · sha256 {article.sha256[:12]}"
        title = replace(self.body, family="serif bold", size=11.0)
        yield self._column([Run(side.value, replace(self.faint, family="sans bold"))], after=1.0)
        yield self._column([Run(plain(article.title) or plain(name_of(article)), title)], after=2.0)
        yield self._column([Run(plain(facts), self.faint)], after=2.0)
        for notice in article.notices:
            yield self._column([Run(plain(notice), self.faint)], after=2.0)

    def _missing(self) -> Iterator[str]:
        if self.fonts.missing:
            shown = " ".join(f"U+{ord(char):04X}" for char in sorted(self.fonts.missing)[:_LISTED])
            more = " and others" if len(self.fonts.missing) > _LISTED else ""
            yield f"No font on this machine has these characters, which are drawn as empty boxes: {shown}{more}."

    # ---- both articles -----------------------------------------------------------------------------------------------

    def _article(self, side: Side) -> tuple[Block, ...]:
        inks = Inks(self.theme)
        return tuple(article_blocks(self.views[side], inks, self.setter, COLUMN))

    def _articles(self, blocks: dict[Side, tuple[Block, ...]], at: Cursor) -> Cursor:
        language = self.comparison.options.language
        if at.y + _ROOM > BOTTOM:
            at = Cursor(at.page + 1, TOP)
        self.layout.page(at.page).under.append(rule(MARGIN, WIDTH - MARGIN, at.y - 10, self.theme.line))
        places = {Side.LEFT: LEFT_COLUMN, Side.RIGHT: RIGHT_COLUMN}
        parts = {side: self.root.add("Sect", f"The {side.value} article", language) for side in Side}
        for side in Side:
            self._remember(f"The {side.value} article", f"{side.value}-article", at)
        for row in rows(self.comparison):
            ends = [
                self.layout.flow([blocks[side][i] for i in row[n]], parts[side], places[side], at, side.value)
                for n, side in enumerate(Side)
            ]
            at = max(ends)
        marks = self.theme.marks
        looks = {key: (marks[look].fill, marks[look].edge) for key, look in self._looks().items()}
        self.layout.ribbons(looks)
        return Cursor(at.page, at.y + 16)

    def _looks(self) -> dict[str, str]:
        shown = (passage for it in self.views[Side.LEFT] for passage in it.passages)
        return {passage.key: passage.look for passage in shown if passage.key}

    def _remember(self, title: str, name: str, at: Cursor) -> None:
        self.layout.anchors[name] = (at.page, HEIGHT - at.y + 12)
        self.outline.append((title, name))

    # ---- what follows ------------------------------------------------------------------------------------------------

    def _checks(self, at: Cursor) -> Cursor:
        found = checklist(self.comparison)
        if not found.groups:
            return at
        part = self.root.add("Sect", "Worth checking")
        blocks = [self._heading(f"Worth checking ({found.total})", "H2", 12.0, "checks")]
        for kind, checks in found.groups:
            blocks.append(self._heading(f"{kind} ({len(checks)})", "H3", 9.5))
            blocks += [block for check in checks for block in self._check(check)]
        self.outline.append(("Worth checking", "checks"))
        return self.layout.flow(blocks, part, MARGIN, at)

    def _check(self, check: Check) -> Iterator[Block]:
        bold = replace(self.body, family="sans bold")
        told = f"{check.opinion}. " if check.opinion else ""
        yield self._block([Run(f"{check.status} ", bold), Run(told + plain(check.reason), self.body)], after=1.0)
        for i, place in enumerate(check.places):
            way = replace(self.body, ink=self.theme.accent, target=place.anchor)
            words = replace(self.body, family="serif")
            marked = replace(words, family="serif bold", line="solid", line_colour=self.theme.accent)
            runs = [Run(place.side.value, way), Run("  ", self.body)]
            runs += [Run(_flat(piece.text), marked if piece.marked else words) for piece in place.pieces if piece.text]
            yield self._block(runs, after=7.0 if i == len(check.places) - 1 else 1.0)

    def _notes(self, at: Cursor) -> Cursor:
        notes = note_list(self.comparison)
        if not notes:
            return at
        part = self.root.add("Sect", "Notes")
        blocks = [self._heading(f"Notes ({len(notes)})", "H2", 12.0, "notes")]
        self.outline.append(("Notes", "notes"))
        for number, note in enumerate(notes, 1):
            runs = [Run(f"{number}. ", replace(self.body, family="sans bold", anchor=f"note{number}"))]
            runs += [Run(f"{plain(note.text)} ", self.body), Run(f"({note.label}) ", self.faint)]
            for side, anchor in note.places:
                runs += [Run(side.value, replace(self.body, ink=self.theme.accent, target=anchor)), Run(" ", self.body)]
            blocks.append(self._block(runs, after=6.0))
        return self.layout.flow(blocks, part, MARGIN, at)

    # ---- every page --------------------------------------------------------------------------------------------------

    def _running_lines(self) -> None:
        """Put the file names above the columns, and page numbers below, outside of what is read aloud."""
        names = [plain(name_of(self.comparison.document(side).article)) for side in Side]
        total = len(self.layout.pages)
        for number in range(total):
            self._aside(f"left: {names[0]}", LEFT_COLUMN, 30, number)
            self._aside(f"right: {names[1]}", RIGHT_COLUMN, 30, number)
            under = self.layout.page(number).under
            under.append(rule(MARGIN, WIDTH - MARGIN, 46, self.theme.line))
            under.append(rule(MARGIN, WIDTH - MARGIN, HEIGHT - 40, self.theme.line))
            self._aside(f"diffview {program_version()}", LEFT_COLUMN, HEIGHT - 36, number)
            self._aside(f"page {number + 1} of {total}", WIDTH - MARGIN, HEIGHT - 36, number, ends_here=True)

    def _aside(self, text: str, x: float, y: float, page: int, *, ends_here: bool = False) -> None:
        line = self.setter.line(text, self.faint, COLUMN)
        end = max((place + item.width for item, place in zip(line.items, line.places, strict=True)), default=0.0)
        self.layout.aside(line, x - end if ends_here else x, Cursor(page, y))

    # ---- helpers -----------------------------------------------------------------------------------------------------

    def _heading(self, text: str, tag: str, size: float, anchor: str = "") -> Block:
        style = replace(self.body, family="serif bold", size=size, anchor=anchor)
        return self.setter.block([Run(text, style)], WHOLE, after=5.0, tag=tag)

    def _block(self, runs: Sequence[Run], *, after: float) -> Block:
        return self.setter.block(runs, WHOLE, after=after)

    def _column(self, runs: Sequence[Run], *, after: float) -> Block:
        return self.setter.block(runs, COLUMN, after=after)


_LISTED = 24


def _flat(text: str) -> str:
    """Return a piece of text with hidden characters named and its white space at both ends kept as one space."""
    head, tail = (" " if text[i : i + 1 or None].isspace() else "" for i in (0, -1))
    return f"{head}{plain(text)}{tail}" if text.strip() else " "
