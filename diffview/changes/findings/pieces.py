"""Which words stand where, in an article and opposite each other in a link?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from diffview.changes.findings.grammar import stem
from diffview.model import Document, Edit, Link, Op, Side, Span, Strength
from diffview.words import is_content_word, is_word, key, tokenise

_CHANCE, _LIKE = 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an article, compared by its fold in small letters."""

    key: str
    span: Span


def words_of(text: str, span: Span) -> tuple[Word, ...]:
    """Return the words inside `span`; signs are left out, and so makes no difference what stands between words."""
    tokens = (_without_marks(text, token) for token in tokenise(span.of(text), span.start))
    return tuple(
        Word(key(token.of(text)).lower().replace(",", ""), token) for token in tokens if is_word(token.of(text))
    )


def _without_marks(text: str, token: Span) -> Span:
    """Return a token without the modifier letters at its ends: there they are quotation marks."""
    word = token.of(text)
    start = token.start + len(word) - len(word.lstrip("ʼ"))
    return Span(start, max(start, token.end - len(word) + len(word.rstrip("ʼ"))))


def weight(word: str) -> float:
    """Return how much a word counts: little when it only serves its neighbours."""
    return 1.0 if is_content_word(word) else 0.3


def weigh(found: Iterable[Word]) -> float:
    """Return how much words count together."""
    return sum(weight(word.key) for word in found)


def differences(left: Sequence[Word], right: Sequence[Word]) -> list[tuple[str, int, int, int, int]]:
    """Return the steps from one row of words to the other, as `difflib` names them.

    Method: Ratcliff and Obershelp's matching of the longest common runs.
    """
    ours, theirs = ([word.key for word in side] for side in (left, right))
    return [(*step,) for step in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()]


def edits_between(left: Sequence[Word], right: Sequence[Word]) -> tuple[Edit, ...]:
    """Return the word diff of two rows of words; spans run from the first letter to the last of each run."""
    found: list[Edit] = []
    for _, i1, i2, j1, j2 in differences(left, right):
        ours, theirs = _hull(left, i1, i2), _hull(right, j1, j2)
        if [word.key for word in left[i1:i2]] == [word.key for word in right[j1:j2]]:
            found.append(Edit(Op.KEEP, ours, theirs))
            continue
        if i2 > i1:
            found.append(Edit(Op.DELETE, ours, Span(theirs.start, theirs.start)))
        if j2 > j1:
            found.append(Edit(Op.INSERT, Span(ours.end, ours.end), theirs))
    return tuple(found)


def _hull(found: Sequence[Word], first: int, last: int) -> Span:
    if first < last:
        return Span(found[first].span.start, found[last - 1].span.end)
    place = found[first - 1].span.end if first else found[0].span.start if found else 0
    return Span(place, place)


@dataclass(frozen=True)
class Piece:
    """The passages that one side of a link has."""

    document: Document
    passages: tuple[int, ...]

    @property
    def text(self) -> str:
        """The text of the whole article."""
        return self.document.article.text

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where the passages stand."""
        return tuple(self.document.passages[number].span for number in self.passages)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of all passages, in order."""
        return tuple(word for span in self.spans for word in words_of(self.text, span))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words as they are compared."""
        return frozenset(word.key for word in self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that carry meaning."""
        return frozenset(stem(word.key) for word in self.words if is_content_word(word.key))

    def near(self, span: Span, reach: int = 6) -> frozenset[str]:
        """Return the stems of meaning among the words before and after `span`, `reach` on each side."""
        before = [word for word in self.words if word.span.end <= span.start][-reach:]
        after = [word for word in self.words if word.span.start >= span.end][:reach]
        return frozenset(stem(word.key) for word in (*before, *after) if is_content_word(word.key))

    def beside(self, span: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the two words before `span` and the two after it."""
        before = [word.key for word in self.words if word.span.end <= span.start][-2:]
        after = [word.key for word in self.words if word.span.start >= span.end][:2]
        return tuple(before), tuple(after)


@dataclass(frozen=True)
class Pair:
    """A link with both its sides at hand; `free` is the number of sides without an aligned link."""

    link: Link
    left: Piece
    right: Piece
    free: int = 0

    @property
    def is_close(self) -> bool:
        """Whether the passages say the same, or may: they are related, share words and have no better counterpart."""
        may = self.free == len(Side) and self.link.score >= _CHANCE and self.likeness >= _LIKE
        return self.link.strength is Strength.ALIGNED or may

    @cached_property
    def likeness(self) -> float:
        """The share (0 to 1) of the shorter side's words of meaning that the other side has."""
        least = min(len(self.left.stems), len(self.right.stems))
        return len(self.left.stems & self.right.stems) / least if least else 0.0


def pairs_of(left: Document, right: Document, links: Iterable[Link]) -> tuple[Pair, ...]:
    """Return the links that have both sides."""
    pairs = [link for link in links if link.is_pair]
    aligned = {
        (side, number)
        for link in pairs
        if link.strength is Strength.ALIGNED
        for side in Side
        for number in link.on(side)
    }
    return tuple(
        Pair(
            link,
            Piece(left, link.left),
            Piece(right, link.right),
            sum(aligned.isdisjoint((side, number) for number in link.on(side)) for side in Side),
        )
        for link in pairs
    )


def same_place(left: Piece, ours: Span, right: Piece, theirs: Span) -> bool:
    """Return whether the words around two spans agree: a neighbour on each side, or two beside an edge of both."""
    before, after = zip(left.beside(ours), right.beside(theirs), strict=True)
    level = [one[-1:] == other[-1:] and one != () for one, other in (before,)]
    level += [one[:1] == other[:1] and one != () for one, other in (after,)]
    whole = (after == ((), ()) and before[0] == before[1] != ()) or (before == ((), ()) and after[0] == after[1] != ())
    return all(level) or whole
