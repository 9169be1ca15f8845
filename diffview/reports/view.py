"""What does a report show of every passage: its look, its marked words, its number and where its partner is?

Links get a name that anchors are made of: `c12` for change 12, `s3` for the third link that is the same, `r2` for
the second related one. The anchor of the right side ends in "r", so that a mailed `#c12` is found on the left, or
on the right for what only the right says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from diffview.model import Comparison, Document, Link, Op, Origin, Passage, Role, Side, Span, Strength
from diffview.reports.looks import look_of
from diffview.reports.remarks import Remark, remarks
from diffview.reports.spots import Spot, spots
from diffview.reports.summary import change_numbers, paragraph_numbers
from diffview.theme import NAMES

SIGNS = {Origin.AUTOMATIC: "", Origin.MANUAL: "⚯", Origin.CONFIRMED: "✓"}
"""The signs of what the reader did to a link, as in the window."""

_SAID = {Origin.AUTOMATIC: "", Origin.MANUAL: ", linked by hand", Origin.CONFIRMED: ", confirmed"}
_QUIET = ("same", "furniture")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `marked` when the partner of the passage lacks these words, `wording` when only as words.

    `spots` names the findings these words belong to, and whether they are the first words of it in the text.
    """

    text: str
    marked: bool = False
    wording: bool = False
    spots: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A way to another place: the anchor there without "#", what it is called, the number shown, the anchor here."""

    anchor: str
    label: str
    number: str = ""
    here: str = ""


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage as it is shown; `gap` is the white space between it and the passage before.

    `key` names its aligned link, `anchor` is set on the passage the link's anchor stands on, `pointer` on the first
    of each run of passages of one link; `origin` tells who says that it is right; `notes` numbers what the reader
    wrote about it.
    """

    look: str
    pieces: tuple[Piece, ...]
    gap: str = ""
    key: str = ""
    anchor: str = ""
    pointer: Pointer | None = None
    moved: str = ""
    rule: str = ""
    related: tuple[Pointer, ...] = ()
    origin: Origin = Origin.AUTOMATIC
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """Passages that stand together; a heading when one of them is the title, `furniture` when all are.

    `quiet` when nothing in it differs from the other article.
    """

    passages: tuple[PassageView, ...]
    heading: bool
    furniture: bool
    quiet: bool


_Mark = tuple[Span, bool]
_Marks = dict[int, list[_Mark]]


def view(comparison: Comparison, side: Side) -> tuple[ParagraphView, ...]:
    """Return the article of one side as it is shown."""
    passages = comparison.document(side).passages
    shown = tuple(_Painter(comparison, side).passages())
    return tuple(
        _paragraph([(passages[i], shown[i]) for i in indices])
        for _, indices in groupby(range(len(shown)), key=lambda i: passages[i].paragraph)
    )


def _paragraph(members: list[tuple[Passage, PassageView]]) -> ParagraphView:
    roles = [passage.role for passage, _ in members]
    return ParagraphView(
        passages=tuple(shown for _, shown in members),
        heading=Role.TITLE in roles,
        furniture=all(role is Role.FURNITURE for role in roles),
        quiet=all(shown.look in _QUIET for _, shown in members),
    )


class LinkNames:
    """The names of all links: `key` on both sides, `anchor` where one side of it stands."""

    def __init__(self, comparison: Comparison) -> None:
        self.numbers = change_numbers(comparison)
        counts = {"c": 0, "s": 0, "r": 0}
        self._keys: list[str] = []
        for index, link in enumerate(comparison.links):
            kind = "c" if index in self.numbers else "r" if link.strength is Strength.RELATED else "s"
            counts[kind] += 1
            self._keys.append(f"{kind}{counts[kind]}")

    def key(self, index: int) -> str:
        """Return the name of link `index`."""
        return self._keys[index]

    def anchor(self, index: int, link: Link, side: Side) -> str:
        """Return the anchor of link `index` on one side."""
        return self._keys[index] + ("r" if side is Side.RIGHT and link.is_pair else "")


class _Painter:
    """Looks up once what all passages of one side need."""

    def __init__(self, comparison: Comparison, side: Side) -> None:
        self.comparison, self.side = comparison, side
        self.document = comparison.document(side)
        self.names = LinkNames(comparison)
        self.aligned, self.related = comparison.aligned_link(side), comparison.related_links(side)
        self.marks, self.spots = _marks(comparison, side), spots(comparison, side)
        self.named: set[str] = set()
        self.notes = _notes(comparison)
        self.places = paragraph_numbers(comparison.document(side.other))

    def passages(self) -> Iterator[PassageView]:
        """Yield what is shown of each passage, in order."""
        for i, passage in enumerate(self.document.passages):
            pieces = tuple(self._spotted(i, _pieces(self.document, passage, self.marks.get(i, []))))
            gap, index = _gap(self.document, i), self.aligned.get(i)
            if index is None:
                yield PassageView("furniture", pieces, gap, rule=passage.rule)
            else:
                yield self._linked(i, index, pieces, gap)

    def _linked(self, i: int, index: int, pieces: tuple[Piece, ...], gap: str) -> PassageView:
        link = self.comparison.links[index]
        starts_run = i == 0 or self.aligned.get(i - 1) != index
        return PassageView(
            look=look_of(link),
            pieces=pieces,
            gap=gap,
            key=self.names.key(index),
            anchor=self.names.anchor(index, link, self.side) if i == min(link.on(self.side)) else "",
            pointer=self._pointer(index, link) if starts_run else None,
            moved=self._moved(link) if link.moved and starts_run else "",
            related=tuple(self._related(i)),
            origin=link.origin,
            notes=self.notes.get(index, ()) if starts_run else (),
        )

    def _spotted(self, i: int, pieces: Iterator[Piece]) -> Iterator[Piece]:
        """Cut pieces where the words of a finding begin or end, and name the finding on them."""
        here, at = self.spots.get(i, ()), self.document.passages[i].span.start
        cuts = sorted({border for spot in here for border in (spot.span.start, spot.span.end)})
        for piece in pieces:
            whole = Span(at, at + len(piece.text))
            borders = [whole.start, *(cut for cut in cuts if whole.start < cut < whole.end), whole.end]
            for start, end in pairwise(borders):
                text = piece.text[start - at : end - at]
                yield replace(piece, text=text, spots=tuple(self._names_at(start, here)))
            at = whole.end

    def _names_at(self, place: int, here: Sequence[Spot]) -> Iterator[tuple[str, bool]]:
        for spot in here:
            if spot.span.start <= place < spot.span.end:
                yield spot.name, spot.name not in self.named
                self.named.add(spot.name)

    def _pointer(self, index: int, link: Link) -> Pointer:
        number = str(self.names.numbers.get(index, ""))
        there = self.side.other if link.is_pair else self.side
        label = f"{number} {NAMES[look_of(link)]}{_SAID[link.origin]}".lstrip()
        return Pointer(self.names.anchor(index, link, there), label, number)

    def _moved(self, link: Link) -> str:
        numbers = sorted({self.places[i] for i in link.on(self.side.other)})
        if len(numbers) == 1:
            return f"moved from paragraph {numbers[0]}"
        return f"moved from paragraphs {numbers[0]}–{numbers[-1]}"

    def _related(self, i: int) -> Iterator[Pointer]:
        """Yield pointers from the first passage of a related link to the first one of its other side."""
        there = self.side.other
        for index in self.related.get(i, ()):
            link = self.comparison.links[index]
            if i == min(link.on(self.side)) and link.on(there):
                label = f"shares a fact with paragraph {self.places[min(link.on(there))]} on the {there.value}"
                here, target = (self.names.anchor(index, link, side) for side in (self.side, there))
                yield Pointer(target, label, here=here)


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note as it is listed: the name of its link and the anchors of its places by side, none when they are gone."""

    text: str
    label: str
    places: tuple[tuple[Side, str], ...]


def note_list(comparison: Comparison) -> tuple[NoteView, ...]:
    """Return the reader's notes as they are listed."""
    names = LinkNames(comparison)
    return tuple(_note(comparison, names, remark) for remark in remarks(comparison))


def _note(comparison: Comparison, names: LinkNames, remark: Remark) -> NoteView:
    if remark.link is None:
        return NoteView(remark.text, "to a passage that is not there any more", ())
    link = comparison.links[remark.link]
    number = str(names.numbers.get(remark.link, ""))
    places = tuple((side, names.anchor(remark.link, link, side)) for side in Side if link.on(side))
    return NoteView(remark.text, f"{number} {NAMES[look_of(link)]}{_SAID[link.origin]}".lstrip(), places)


def _notes(comparison: Comparison) -> dict[int, tuple[int, ...]]:
    """Return {index of link: numbers from 1 of the reader's notes about it}."""
    found: dict[int, tuple[int, ...]] = {}
    for number, remark in enumerate(remarks(comparison), 1):
        if remark.link is not None:
            found[remark.link] = (*found.get(remark.link, ()), number)
    return found


def _gap(document: Document, i: int) -> str:
    before = document.passages[i - 1].span.end if i else 0
    return document.article.text[before : document.passages[i].span.start]


def _pieces(document: Document, passage: Passage, marks: list[_Mark]) -> Iterator[Piece]:
    text, at = document.article.text, passage.span.start
    for span, wording in marks:
        if span.start > at:
            yield Piece(text[at : span.start])
        yield Piece(span.of(text), marked=True, wording=wording)
        at = span.end
    if at < passage.span.end:
        yield Piece(text[at : passage.span.end])


def _marks(comparison: Comparison, side: Side) -> _Marks:
    """Return for each passage the words that its partner lacks, trimmed of white space."""
    document = comparison.document(side)
    starts = [passage.span.start for passage in document.passages]
    found: _Marks = {}
    for link in comparison.links:
        if link.is_pair and link.strength is Strength.ALIGNED:
            for mark in _differing(link, side, document.article.text):
                found.setdefault(bisect_right(starts, mark[0].start) - 1, []).append(mark)
    for marks in found.values():
        marks.sort()
    return found


def _differing(link: Link, side: Side, text: str) -> Iterator[_Mark]:
    """Yield (span to mark, whether it is only other wording); none when nothing was kept: then all is other words."""
    if all(edit.op is not Op.KEEP for edit in link.edits):
        return
    for edit in link.edits:
        if edit.op is not Op.KEEP and (span := _trimmed(edit.left if side is Side.LEFT else edit.right, text)):
            yield span, edit.wording


def _trimmed(span: Span, text: str) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.end - len(piece) + len(piece.rstrip())))
