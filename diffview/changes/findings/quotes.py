"""Does each quotation stand in the other article, word by word?

The folding contract: capital letters, the kind of quotation mark and all punctuation make no difference; every word
does. A quotation is looked up sentence by sentence in the other article's quotations, and then in its prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

import regex

from diffview.changes.findings.grammar import stem
from diffview.changes.findings.pieces import (
    Pair,
    Piece,
    Word,
    differences,
    edits_between,
    same_place,
    weigh,
    weight,
    words_of,
)
from diffview.changes.findings.sources import one_source
from diffview.changes.findings.voices import Statement, Statements, is_body
from diffview.model import Document, Finding, FindingKind, FindingStatus, Op, Options, Role, Side, Span, Strength
from diffview.phrases import phrase
from diffview.words import is_content_word

_BREAK = regex.compile(r"(?<!\b(?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Col|Sgt|Capt|vs|\p{Lu}))[.?!]+\s+(?=[\p{Lu}“‘\"'])")
_MARKS = "“”‘’\"'«»„‟‚‛「」『』´`ʼ′″‹›"


_MOSTLY = 0.4
_ONE_FIRST_NAME = 0.7
_LONGEST_TITLE = 6
_OWN = frozenset(("i", "my", "me", "mine", "myself"))


class _Opposite(NamedTuple):
    """What quotations are that stand opposite each other without like words, and how sure that is."""

    status: FindingStatus
    reason: str
    sure: float


_IN_PLACE = _Opposite(FindingStatus.ALTERED, phrase("One quotation differs in its words."), 0.85)
_ON_ONE_POINT = _Opposite(FindingStatus.PARAPHRASED, phrase("Both articles quote here, in other words."), 0.6)
_BY_ONE_SPEAKER = _Opposite(FindingStatus.DIFFERS, phrase("Each article quotes other words of one speaker here."), 0.55)
_BESIDE_OTHERS = _ON_ONE_POINT._replace(sure=0.3)


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence, or what there is of one, between quotation marks; `keys` are its words as they are compared."""

    span: Span
    words: tuple[Word, ...]
    passage: int
    speaker: Statement | None
    keys: tuple[str, ...]
    headline: bool = False


@dataclass(frozen=True, slots=True)
class _Match:
    left: Quote
    right: Quote
    score: float


def quotes_of(document: Document, statements: Statements) -> tuple[Quote, ...]:
    """Return the quotations outside page furniture, cut into sentences."""
    text = document.article.text
    found: list[Quote] = []
    for number, passage in enumerate(document.passages):
        if passage.role is Role.FURNITURE:
            continue
        for quote in passage.quotes:
            for span in _sentences(text, quote):
                words = words_of(text, span)
                if words:
                    found.append(
                        Quote(
                            span,
                            words,
                            number,
                            statements.speaker(number, quote.start),
                            tuple(word.key for word in words),
                            passage.role is Role.TITLE,
                        )
                    )
    return tuple(found)


def _sentences(text: str, quote: Span) -> Iterator[Span]:
    start = quote.start
    for match in _BREAK.finditer(text, quote.start, quote.end):
        yield Span(start, match.end())
        start = match.end()
    yield Span(start, quote.end)


def find_quotes(
    documents: tuple[Document, Document],
    pairs: Sequence[Pair],
    statements: tuple[Statements, Statements],
    options: Options,
) -> Iterator[Finding]:
    """Return what became of every quotation of both sides."""
    left, right = (quotes_of(*each) for each in zip(documents, statements, strict=True))
    linked = _linked(pairs)
    settled = [
        *_standing(left, statements[1], pairs, Side.LEFT, right),
        *_standing(right, statements[0], pairs, Side.RIGHT, left),
    ]
    yield from (finding for _, finding in settled)
    done = {id(quote) for quote, _ in settled}
    left, right = (tuple(quote for quote in side if id(quote) not in done) for side in (left, right))
    matches = list(_best(left, right, linked, options))
    yield from (_judge(match, documents) for match in matches)
    rest = [quote for quote in left if all(match.left is not quote for match in matches)]
    others = [quote for quote in right if all(match.right is not quote for match in matches)]
    for one, other, opposite in _beside(rest, others, pairs):
        rest, others = [q for q in rest if q is not one], [q for q in others if q is not other]
        edits = edits_between(one.words, other.words)
        status, reason, sure = opposite
        yield Finding(FindingKind.QUOTE, status, (one.span,), (other.span,), reason, sure, edits)
    taken = {match.left.passage for match in matches}, {match.right.passage for match in matches}
    yield from _unquoted(rest, statements[1], pairs, Side.LEFT, taken[0])
    yield from _unquoted(others, statements[0], pairs, Side.RIGHT, taken[1])


def _standing(
    quotes: Sequence[Quote], there: Statements, pairs: Sequence[Pair], side: Side, others: Sequence[Quote]
) -> Iterator[tuple[Quote, Finding]]:
    """Return the quotations whose very words stand between marks we can't pair in the passages linked with theirs."""
    equal = {other.keys for other in others}
    for quote in quotes:
        if quote.keys in equal:
            continue
        for pair in (pair for pair in pairs if quote.passage in pair.link.on(side)):
            piece = pair.right if side is Side.LEFT else pair.left
            place = _in_prose(quote, piece.words, enough=0)
            if place and _is_marked(there.document.article.text, place):
                yield quote, _sided(quote, place, side, FindingStatus.SAME, phrase("The same words."), 0.9)
                break


def _linked(pairs: Sequence[Pair]) -> frozenset[tuple[int, int]]:
    return frozenset((i, j) for pair in pairs for i in pair.link.left for j in pair.link.right)


def _best(
    left: Sequence[Quote], right: Sequence[Quote], linked: frozenset[tuple[int, int]], options: Options
) -> Iterator[_Match]:
    """Return the pairs in which one quotation is the other's best match; several may share a longer one."""
    found = [
        _Match(one, other, score)
        for one in left
        for other in right
        if (score := _score(one, other, (one.passage, other.passage) in linked, options))
    ]
    best: dict[int, float] = {}
    for match in found:
        for quote in (match.left, match.right):
            best[id(quote)] = max(best.get(id(quote), 0.0), match.score)
    for match in found:
        top = [match.score == best[id(quote)] for quote in (match.left, match.right)]
        if all(top) or (any(top) and not (match.left.headline or match.right.headline)):
            yield match


def _score(one: Quote, other: Quote, linked: bool, options: Options) -> float:
    """Return how surely two quotations are one utterance, 0 when too few words agree."""
    common = set(one.keys) & set(other.keys)
    least = min(weigh(one.words), weigh(other.words))
    if sum(weight(key) for key in common) < options.quote_match * least:
        return 0.0
    steps = differences(one.words, other.words)
    kept = [word for _, i1, i2, j1, j2 in steps if one.keys[i1:i2] == other.keys[j1:j2] for word in one.words[i1:i2]]
    share = weigh(kept) / least if least else 0.0
    content = sum(is_content_word(word.key) for word in kept)
    equal = one.keys == other.keys
    if not equal and (share < options.quote_match or (content < (1 if linked else 2) and len(kept) < 4)):
        return 0.0
    longest = max(weigh(one.words), weigh(other.words))
    return share + 0.5 * weigh(kept) / longest + (0.3 if linked else 0.0) + min(len(kept), 12) / 24


def _judge(match: _Match, documents: tuple[Document, Document]) -> Finding:
    one, other = match.left, match.right
    edits = edits_between(one.words, other.words)
    changed = [edit for edit in edits if edit.op is not Op.KEEP]
    places = (one.span,), (other.span,)
    speakers = _speakers(one, other)
    if not changed:
        if speakers:
            reason = phrase("The same words are given to {one} and to {other}.", one=speakers[0], other=speakers[1])
            return Finding(FindingKind.QUOTE, FindingStatus.OTHER_SPEAKER, *places, reason, 0.6, edits)
        return Finding(FindingKind.QUOTE, FindingStatus.SAME, *places, phrase("The same words."), 0.95, edits)
    inner = [edit for edit in edits[1:-1] if edit.op is not Op.KEEP]
    ends = {edits[0].op, edits[-1].op} - {Op.KEEP}
    if not inner and len(ends) == 1:
        longer, at = (one, 1) if ends == {Op.DELETE} else (other, 0)
        if _is_told(longer, (one, other)[at], documents[at]):
            reason = phrase("One article quotes only a part of this and tells the rest in its own words.")
            return Finding(FindingKind.QUOTE, FindingStatus.PARAPHRASED, *places, reason, 0.85, edits)
        reason = phrase("One article quotes more of the sentence than the other.")
        return Finding(FindingKind.QUOTE, FindingStatus.CUT, *places, reason, 0.85, edits)
    reason = phrase("The words between the quotation marks are not the same.")
    return Finding(FindingKind.QUOTE, FindingStatus.ALTERED, *places, reason, 0.9 if match.score > 1 else 0.75, edits)


def _is_told(longer: Quote, part: Quote, document: Document) -> bool:
    """Return whether the words that a part of a quotation leaves out stand around it, most of them and two at least."""
    around = Counter(_stems(words_of(document.article.text, document.passages[part.passage].span)))
    around.subtract(_stems(part.words))
    missing = Counter(_stems(longer.words)) - Counter(_stems(part.words))
    told = missing & around
    return told.total() >= 2 and told.total() >= 0.5 * missing.total()


def _stems(found: Iterable[Word]) -> list[str]:
    return [stem(word.key) for word in found if is_content_word(word.key)]


def _speakers(one: Quote, other: Quote) -> tuple[str, str] | None:
    """Return the labels of two different speakers, both named in so many words."""
    if one.speaker is None or other.speaker is None or one.speaker.key == other.speaker.key or len(one.words) < 3:
        return None
    if not (one.speaker.named and other.speaker.named) or one.speaker.pronoun or other.speaker.pronoun:
        return None
    if one_source(one.speaker, other.speaker) and not _are_two_people(one.speaker.label, other.speaker.label):
        return None  # one name in two spellings, which is a finding of names
    return one.speaker.label, other.speaker.label


def _are_two_people(one: str, other: str) -> bool:
    """Return whether two names begin with unlike first names; a short one is like every name that begins with it."""
    first, second = one.lower().split(), other.lower().split()
    if min(len(first), len(second)) < 2 or is_body(first) or is_body(second):
        return False
    if first[0].startswith(second[0]) or second[0].startswith(first[0]):
        return False
    return SequenceMatcher(None, first[0], second[0], autojunk=False).ratio() < _ONE_FIRST_NAME


def _beside(
    left: Sequence[Quote], right: Sequence[Quote], pairs: Sequence[Pair]
) -> Iterator[tuple[Quote, Quote, _Opposite]]:
    """Return quotations without a match that stand opposite each other in a link, each once."""
    used: set[int] = set()
    for pair in pairs:
        ours = [quote for quote in left if quote.passage in pair.link.left]
        theirs = [quote for quote in right if quote.passage in pair.link.right]
        for one in ours:
            for other in theirs:
                if id(one) in used or id(other) in used:
                    continue
                place = same_place(pair.left, one.span, pair.right, other.span)
                says_the_same = pair.link.strength is Strength.ALIGNED
                placed = place and (says_the_same or bool(set(one.keys) & set(other.keys)))
                if placed or says_the_same or _same_speaker(one, other):
                    used |= {id(one), id(other)}
                    beside = _ON_ONE_POINT if says_the_same else _apart(one, other, pair)
                    yield one, other, _IN_PLACE if placed else beside


def _apart(one: Quote, other: Quote, pair: Pair) -> _Opposite:
    """Return what quotations of one speaker in related passages are: compared when both mostly are quotations."""
    sides = (one, pair.left), (other, pair.right)
    shares = [len(quote.words) / len(_around(quote, piece)) for quote, piece in sides]
    return _BY_ONE_SPEAKER if min(shares) >= _MOSTLY else _BESIDE_OTHERS


def _around(quote: Quote, piece: Piece) -> tuple[Word, ...]:
    """Return the words of the passage of a quotation."""
    return words_of(piece.text, piece.document.passages[quote.passage].span)


def _same_speaker(one: Quote, other: Quote) -> bool:
    return one.speaker is not None and other.speaker is not None and one.speaker.key == other.speaker.key


def _unquoted(
    quotes: Sequence[Quote], there: Statements, pairs: Sequence[Pair], side: Side, taken: set[int]
) -> Iterator[Finding]:
    """Return quotations whose words the other article has in its prose, those it reports, and those it lacks."""
    document = there.document
    everywhere = [
        word
        for passage in document.passages
        if passage.role is not Role.FURNITURE
        for word in words_of(document.article.text, passage.span)
    ]
    for quote in quotes:
        linked = [pair for pair in pairs if quote.passage in pair.link.on(side)]
        place = _in_prose(quote, everywhere) or (_in_answer(quote, linked, side) if there.is_interview else None)
        found = (place, 0.8) if place else _reported(quote, linked, there, side, quote.passage in taken)
        if found is None:
            reason = phrase("The other article does not have this quotation.")
            yield _sided(quote, None, side, FindingStatus.ONLY_HERE, reason, 0.6)
        elif _is_marked(document.article.text, found[0]) or (place and _needs_no_marks(quote, place, there)):
            yield _sided(quote, found[0], side, FindingStatus.SAME, phrase("The same words."), 0.9)
        else:
            yield _sided(quote, found[0], side, *_told(there), found[1])


def _told(there: Statements) -> tuple[FindingStatus, str]:
    """Return what a quotation is to the passage that has it without marks: in an interview all answers are quoted."""
    if there.is_interview:
        reason = phrase("A quotation in one article is worded otherwise in the interview that the other one is.")
        return FindingStatus.PARAPHRASED, reason
    return FindingStatus.REPORTED, phrase("A quotation in one article, told without quotation marks in the other.")


def _sided(
    quote: Quote, other: Span | None, side: Side, status: FindingStatus, reason: str, confidence: float
) -> Finding:
    places = (quote.span,), (other,) if other else ()
    left, right = places if side is Side.LEFT else places[::-1]
    return Finding(FindingKind.QUOTE, status, left, right, reason, confidence)


def _is_quoted(document: Document, span: Span) -> bool:
    """Return whether words are a part of a quotation."""
    return any(
        quote.start <= span.start and span.end <= quote.end for each in document.passages for quote in each.quotes
    )


def _is_marked(text: str, span: Span) -> bool:
    before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 3]
    return bool(before) and before in _MARKS and any(sign in _MARKS for sign in after)


def _needs_no_marks(quote: Quote, place: Span, there: Statements) -> bool:
    """Return whether the words of a quotation need no marks of their own: an interview has them, or they name.

    So does the title of a work that only one side sets between marks; and a longer quotation has marks around it.
    """
    if _is_quoted(there.document, place):
        return True
    text = place.of(there.document.article.text)
    ends = text.split()[0], text.split()[-1]
    named = all(word[:1].isupper() for word in ends) and len(quote.keys) <= _LONGEST_TITLE
    starts = any(passage.span.start == place.start for passage in there.document.passages)
    return (named and not starts) or there.is_interview or not _OWN.isdisjoint(quote.keys)


def _in_prose(quote: Quote, everywhere: Sequence[Word], enough: int = 2) -> Span | None:
    """Return where the very words of a quotation stand in the other article, if `enough` of them carry meaning."""
    size, first = len(quote.keys), quote.keys[0]
    if sum(is_content_word(key) for key in quote.keys) < enough:
        return None
    for at in range(len(everywhere) - size + 1):
        if everywhere[at].key == first and tuple(word.key for word in everywhere[at : at + size]) == quote.keys:
            return Span(everywhere[at].span.start, everywhere[at + size - 1].span.end)
    return None


def _in_answer(quote: Quote, pairs: Sequence[Pair], side: Side) -> Span | None:
    """Return where the very words of a quotation stand in a linked answer of an interview, few as they may be."""
    pieces = (pair.right if side is Side.LEFT else pair.left for pair in pairs)
    return next((place for piece in pieces if (place := _in_prose(quote, piece.words, 1))), None)


def _reported(
    quote: Quote, pairs: Sequence[Pair], there: Statements, side: Side, others: bool
) -> tuple[Span, float] | None:
    """Return the passage of the other article that tells what a quotation says, and how sure that is."""
    best: tuple[float, Span, float] | None = None
    stems = frozenset(stem(word.key) for word in quote.words if is_content_word(word.key))
    for pair in pairs:
        piece = pair.right if side is Side.LEFT else pair.left
        for number in piece.passages:
            passage = there.document.passages[number]
            words = {stem(word.key) for word in words_of(piece.text, passage.span)}
            share = len(stems & words) / len(stems) if stems else 0.0
            aligned = pair.link.strength is Strength.ALIGNED and passage.role is Role.BODY and not quote.headline
            told = any(not each.declines for each in there.of(number)) and not others
            sure = 0.75 if share >= 0.5 and aligned else 0.55 if aligned and told else 0.4
            if share >= 0.5 or aligned:
                best = max(best, (sure + share, passage.span, sure)) if best else (sure + share, passage.span, sure)
    return (best[1], best[2]) if best else None
