"""Where does the reader want one passage to end and the next to begin?

A border is named by the words on both sides of it, so it is found again when the text was edited elsewhere or is cut
by other rules. One that is not found waits without effect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from diffview.alignment.segmentation import find_quotes, trim
from diffview.model import Border, Corrections, Document, Options, Passage, Role, Side, Span
from diffview.words import fold, tokenise

_REACH = 200
"""Code points on each side by which a border is named."""
_WINDOW = 8
"""Words on each side that are compared where the text around a border was edited."""


def border_at(document: Document, side: Side, place: int, *, split: bool) -> Border:
    """Return the name of the border at code point `place`, where a passage begins or shall begin."""
    text = document.article.text
    before, after = text[max(0, place - _REACH) : place].rstrip(), text[place : place + _REACH].rstrip()
    earlier = sum(at < place for at in _exact(text, before, after))
    return Border(side, before, after, split=split, nth=earlier)


def apply_borders(document: Document, side: Side, corrections: Corrections, options: Options = Options()) -> Document:
    """Return the document with its passages split and merged as the reader wants; the later word holds."""
    wanted = [border for border in corrections.borders if border.side is side]
    for border in wanted:
        place = find_border(document.article.text, border, options)
        if place is not None:
            change = _split if border.split else _merge
            document = replace(document, passages=tuple(change(document, place)))
    return document


def find_border(text: str, border: Border, options: Options = Options()) -> int | None:
    """Return the code point at which the passage after a border begins; None when its place cannot be told."""
    exact = _exact(text, border.before, border.after)
    if exact:
        return exact[min(border.nth, len(exact) - 1)]
    return _edited(text, border, options)


def _exact(text: str, before: str, after: str) -> list[int]:
    """Return all places with these very words before and after, whatever the white space between."""
    if not after:
        return []
    found, at = [], text.find(after)
    while at >= 0:
        end = at
        while end and text[end - 1].isspace():
            end -= 1
        if text.endswith(before, 0, end):
            found.append(at)
        at = text.find(after, at + 1)
    return found


def _edited(text: str, border: Border, options: Options) -> int | None:
    """Return the place whose neighbouring words are most like those of the border, if they are like enough."""
    before, after = _words(border.before)[-_WINDOW:], _words(border.after)[:_WINDOW]
    if len(before) + len(after) < options.found_again_words:
        return None
    spans = tokenise(text)
    words = [fold(span.of(text)).lower() for span in spans]
    best, place = options.found_again_above, None
    for n in range(1, len(words)):
        if (before and words[n - 1] == before[-1]) or (after and words[n] == after[0]):
            window = words[max(0, n - len(before)) : n], words[n : n + len(after)]
            likeness = sum(_alike(*each) for each in zip((before, after), window, strict=True)) / 2
            if likeness > best:
                best, place = likeness, spans[n].start
    return place


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _words(text: str) -> list[str]:
    return [fold(span.of(text)).lower() for span in tokenise(text)]


def _split(document: Document, place: int) -> list[Passage]:
    """Return the passages with the one around a place cut there."""
    text, found = document.article.text, []
    for passage in document.passages:
        pieces = [passage.span]
        if passage.span.start < place < passage.span.end:
            halves = (Span(passage.span.start, place), Span(place, passage.span.end))
            pieces = [half for half in (trim(text, each) for each in halves) if half]
        if len(pieces) == 1:
            found.append(passage)
        else:
            found += [replace(passage, span=piece, quotes=find_quotes(text, piece)) for piece in pieces]
    return found


def _merge(document: Document, place: int) -> list[Passage]:
    """Return the passages with the one that begins at a place joined to the one before; furniture joins furniture."""
    text, found = document.article.text, list[Passage]()
    for passage in document.passages:
        if found and passage.span.start == place and _may_join(found[-1], passage):
            span = Span(found[-1].span.start, passage.span.end)
            role = passage.role if passage.role is found[-1].role else Role.BODY
            found[-1] = replace(found[-1], span=span, role=role, quotes=find_quotes(text, span))
        else:
            found.append(passage)
    return found


def _may_join(one: Passage, other: Passage) -> bool:
    return (one.role is Role.FURNITURE) == (other.role is Role.FURNITURE)
