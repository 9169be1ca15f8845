"""Which replacements inside a link only say the same in other words?

    a DELETE beside an INSERT -> the units of each side (words, phrases and figures; empty words left out)
    -> every unit has its like at the same place on the other side, in the same number and time
    -> where the two are not the same word, the encoder's token vectors must agree

Whoever reads "only other words" stops reading, so a wrong mark costs more than a missing one: a whole replacement
passes or nothing of it does, quotations never do, and a language without a dictionary is left alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import regex

from diffview.changes.equivalents import Dictionary, Sense, dictionary, spelled
from diffview.changes.units import Statement, Unit, Word, state, understand, without_avoiding
from diffview.model import ChangeKind, Document, Edit, Encoded, Floats, Link, Op, Options, Span, Strength
from diffview.words import FUNCTION_WORDS, words

_CURLY = regex.compile(r"“[^“”]*(?:”|(?=“)|$)|«[^«»]*»|„[^„“”]*[“”]")
_OPEN_LETTERS = 4
_SHARED_LETTERS = 4
_LEAST_ROOM = 1e-3


def mark_wording(
    links: Iterable[Link],
    left: Document,
    right: Document,
    encoded: tuple[Sequence[Encoded], Sequence[Encoded]] | None,
    options: Options,
) -> tuple[Link, ...]:
    """Return the links with `Edit.wording` set on replacements that say the same in other words.

    `encoded` runs parallel to the passages of the documents; without it only other forms and spellings of the same
    words are marked. Nothing is marked in a language that has no dictionary.
    """
    known = dictionary(options.language_code)
    if known is None or not all(_speaks(document, options) for document in (left, right)):
        return tuple(links)
    small = _small_words(left) | _small_words(right)
    ours = _Reader(left, encoded[0] if encoded else None, known, small, _quoted(left))
    theirs = _Reader(right, encoded[1] if encoded else None, known, small, _quoted(right))
    return tuple(_marked(link, ours, theirs, options) for link in links)


def _speaks(document: Document, options: Options) -> bool:
    """Return whether a text is in the language of the function words."""
    found = [word.lower() for word in words(document.article.text)]
    return sum(word in FUNCTION_WORDS for word in found) >= options.wording_function_words * len(found) > 0


def _small_words(document: Document) -> frozenset[str]:
    return frozenset(spelled(word) for word in words(document.article.text) if word[0].islower())


def _quoted(document: Document) -> tuple[Span, ...]:
    """Return what stands in quotation marks, and all of the passages over which a quotation runs on."""
    curly = (Span(*match.span()) for match in _CURLY.finditer(document.article.text))
    inside = (quote for passage in document.passages for quote in passage.quotes)
    return (*curly, *inside, *_torn(document))


def _torn(document: Document) -> Iterator[Span]:
    """Yield the passages from one with an odd number of straight marks to the next such one of its paragraph."""
    paragraph, is_open = -1, False
    for passage in document.passages:
        is_open = is_open and passage.paragraph == paragraph
        paragraph = passage.paragraph
        odd = passage.span.of(document.article.text).count('"') % 2 == 1
        if odd or is_open:
            yield passage.span
        is_open ^= odd


@dataclass(frozen=True, slots=True, eq=False)
class _Reader:
    """Reads one of the two documents; what it understood of a passage it remembers."""

    document: Document
    encoded: Sequence[Encoded] | None
    known: Dictionary
    small: frozenset[str]
    quoted: tuple[Span, ...]
    read: dict[int, tuple[Word, ...]] = field(default_factory=dict)

    def is_quoted(self, span: Span) -> bool:
        """Return whether any of a span stands in quotation marks."""
        return any(quote.start < span.end and span.start < quote.end for quote in self.quoted)

    def statement(self, span: Span) -> Statement:
        """Return what a span inside one passage says."""
        number = self._passage_at(span.start)
        text = self.document.article.text
        if number not in self.read:
            self.read[number] = understand(text, self.document.passages[number].span, self.small, self.known)
        return state(text, span, self.read[number], self.known)

    def touches_figure(self, span: Span) -> bool:
        """Return whether a figure stands right before or after a span."""
        text = self.document.article.text
        before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
        return before.rstrip()[-1:].isdigit() or after.lstrip()[:1].isdigit()

    def tokens(self, span: Span) -> tuple[Floats, Floats] | None:
        """Return the token vectors inside a span and those elsewhere in its passage; None where there are none."""
        if self.encoded is None:
            return None
        number = self._passage_at(span.start)
        start = self.document.passages[number].span.start
        encoded = self.encoded[number]
        inside = np.array(
            [token.start + start < span.end and span.start < token.end + start for token in encoded.tokens], dtype=bool
        )
        vectors = encoded.token_vectors.astype(np.float32, copy=False)
        return (vectors[inside], vectors[~inside]) if inside.any() else None

    def _passage_at(self, place: int) -> int:
        return bisect_right(self.document.passages, place, key=lambda passage: passage.span.start) - 1


def _marked(link: Link, ours: _Reader, theirs: _Reader, options: Options) -> Link:
    if link.change is not ChangeKind.REWORDED or link.strength is not Strength.ALIGNED:
        return link
    edits = list(link.edits)
    for number in _replacements(edits):
        deleted, inserted = sorted(edits[number : number + 2], key=lambda edit: edit.op is Op.INSERT)
        if _same_said(deleted.left, inserted.right, ours, theirs, options):
            edits[number : number + 2] = (replace(edit, wording=True) for edit in edits[number : number + 2])
    return replace(link, edits=tuple(edits))


def _replacements(edits: Sequence[Edit]) -> Iterator[int]:
    """Return where one DELETE stands beside one INSERT and what surrounds the two is kept."""
    if all(edit.op is not Op.KEEP for edit in edits):
        return
    ops = [Op.KEEP, *(edit.op for edit in edits), Op.KEEP]
    for number in range(len(edits) - 1):
        before, *pair, after = ops[number : number + 4]
        if before is after is Op.KEEP and set(pair) == {Op.DELETE, Op.INSERT}:
            yield number


def _same_said(left: Span, right: Span, ours: _Reader, theirs: _Reader, options: Options) -> bool:
    if ours.is_quoted(left) or theirs.is_quoted(right):
        return False
    one, other = ours.statement(left), theirs.statement(right)
    if _tell_other_times(one, other) or one.loud_signs != other.loud_signs:
        return False
    if one.signs != other.signs and (one.has_figures or ours.touches_figure(left) or theirs.touches_figure(right)):
        return False
    units = without_avoiding(one.units), without_avoiding(other.units)
    return len(units[0]) == len(units[1]) and all(
        _match(mine, yours, ours, theirs, options) for mine, yours in zip(*units, strict=True)
    )


def _tell_other_times(one: Statement, other: Statement) -> bool:
    apart = one.times ^ other.times
    return "past" in apart or apart >= {"perfect", "pluperfect"}


def _match(mine: Unit, yours: Unit, ours: _Reader, theirs: _Reader, options: Options) -> bool:
    if mine.owns != yours.owns:
        return False
    if _is_same_word(mine, yours):
        return True
    if mine.name or yours.name:
        return mine.name and yours.name and _agree(mine.senses, yours.senses)
    likeness = _likeness(ours.tokens(mine.span), theirs.tokens(yours.span))
    if _agree(mine.senses, yours.senses):
        return likeness >= options.wording_known_above
    return likeness >= options.wording_above and _may_stand_for_each_other(mine, yours)


def _is_same_word(mine: Unit, yours: Unit) -> bool:
    """Return whether two units are one word, perhaps in another form; one may be a name only if the other cannot."""
    if mine.name != yours.name:
        plain = yours if mine.name else mine
        return plain.open and mine.key.lower() == yours.key.lower()
    return mine.key == yours.key or _agree(mine.readings, yours.readings)


def _agree(ones: Iterable[Sense], others: frozenset[Sense]) -> bool:
    return any(one.agrees(other) for one in ones for other in others)


def _may_stand_for_each_other(mine: Unit, yours: Unit) -> bool:
    """Return whether vectors alone may judge: open words of the same ending that are not built on each other."""
    if not (mine.open and yours.open) or min(len(mine.key), len(yours.key)) < _OPEN_LETTERS:
        return False
    endings = [{(reading.plural, reading.tense) for reading in unit.readings} for unit in (mine, yours)]
    return endings[0] == endings[1] and not _are_kin(mine.key, yours.key)


def _are_kin(one: str, other: str) -> bool:
    """Return whether two words share a stem or end alike after something short: likely opposites or neighbours."""
    begin, end = _common_start(one, other), _common_start(one[::-1], other[::-1])
    return begin >= _SHARED_LETTERS or (end >= _SHARED_LETTERS and max(len(one), len(other)) - end <= _SHARED_LETTERS)


def _common_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


def _likeness(mine: tuple[Floats, Floats] | None, yours: tuple[Floats, Floats] | None) -> float:
    """Return how alike two units are beyond what either has in common with the rest of the other's passage.

    1 for the same direction, 0 for no more than that background; -1 without vectors. Vectors that carry their context
    resemble every neighbour, in one encoder more than in another: the background takes that out.
    """
    if mine is None or yours is None:
        return -1.0
    means = _direction(mine[0]), _direction(yours[0])
    rest = [*(means[0] @ yours[1].T), *(means[1] @ mine[1].T)]
    background = float(np.mean(rest)) if rest else 0.0
    room = 1.0 - background
    return (float(means[0] @ means[1]) - background) / room if room > _LEAST_ROOM else 0.0


def _direction(vectors: Floats) -> Floats:
    mean = vectors.sum(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12), np.float32)
