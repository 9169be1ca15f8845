"""Where does the other article let the same person or body speak, and what does it have them say?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from diffview.changes.findings.pieces import Pair
from diffview.changes.findings.sources import one_source
from diffview.changes.findings.voices import Statement, Statements, is_body
from diffview.model import Document, Finding, FindingKind, FindingStatus, Options, Side, Span, Strength
from diffview.phrases import phrase
from diffview.words import fold, tokenise

_ONE_NAME = 0.85
_MOSTLY = 1 / 3
_TOLD = 0.75
_UNSURE = 0.4
_FOUND = (FindingStatus.SAME, FindingStatus.ALTERED, FindingStatus.CUT, FindingStatus.OTHER_SPEAKER)
_PAIRED = (*_FOUND, FindingStatus.DIFFERS)


@dataclass(frozen=True, slots=True)
class Told:
    """What was found before speakers are compared: who is meant by two spellings, and which passages are compared.

    What a finding of quotations or of certainty sets side by side already is no other statement.
    """

    names: Sequence[Finding]
    quotes: Sequence[Finding]
    denials: Sequence[Finding]


def find_speakers(
    documents: tuple[Document, Document],
    statements: tuple[Statements, Statements],
    pairs: Sequence[Pair],
    told: Told,
    options: Options,
) -> Iterator[Finding]:
    """Return for each named speaker what both articles have of them, and who speaks in one article only."""
    linked = frozenset(
        (i, j)
        for pair in pairs
        for i in pair.link.left
        for j in pair.link.right
        if pair.link.strength is Strength.ALIGNED
    )
    apart = tuple(_elsewhere(pairs, statements, told, _spellings(documents, told.names), options))
    yield from apart
    yield from _exchanged(pairs, statements, told.quotes)
    groups = tuple(_by_speaker(each) for each in statements)
    spoken = tuple(_mentioned(document) for document in documents)
    for key in sorted({*groups[0], *groups[1]}):
        ours, theirs = (group.get(key, []) for group in groups)
        label = max((statement.label for statement in (*ours, *theirs)), key=len)
        if ours and theirs:
            card = _both(documents, ours, theirs, label, linked)
            yield from () if any(_is_within(card, each) for each in apart) else (card,)
        else:
            side = Side.LEFT if ours else Side.RIGHT
            if statements[1 if ours else 0].is_interview and key in spoken[1 if ours else 0]:
                continue  # it is the one who answers there
            spans = _passages(documents[0 if ours else 1], ours or theirs)
            reason = _only(label, is_named=key in spoken[1 if ours else 0])
            left, right = (spans, ()) if side is Side.LEFT else ((), spans)
            yield Finding(FindingKind.SPEAKER, FindingStatus.ONLY_HERE, left, right, reason, 0.7, about=label)


def _only(label: str, *, is_named: bool) -> str:
    if is_named:
        return phrase("Only one article lets {speaker} speak; the other only mentions the name.", speaker=label)
    return phrase("Only one article lets {speaker} speak.", speaker=label)


def _is_within(card: Finding, other: Finding) -> bool:
    """Return whether a finding shows all that a card does."""
    return set(card.left) <= set(other.left) and set(card.right) <= set(other.right)


def _spellings(documents: tuple[Document, Document], names: Sequence[Finding]) -> frozenset[tuple[str, str]]:
    """Return the last words of the names that the articles write in two ways."""
    return frozenset(
        (_last(finding.left[0].of(documents[0].article.text)), _last(finding.right[0].of(documents[1].article.text)))
        for finding in names
        if finding.status is FindingStatus.VARIANT
    )


def _last(name: str) -> str:
    return fold(name).lower().split()[-1]


def _elsewhere(
    pairs: Sequence[Pair],
    statements: tuple[Statements, Statements],
    told: Told,
    spellings: frozenset[tuple[str, str]],
    options: Options,
) -> Iterator[Finding]:
    """Return what is said on one question in related passages: by one person other things, or by another person.

    Where one of the passages has its counterpart already, the link must be sure for that to be shown.
    """
    for pair in pairs:
        is_compared = (
            _is_compared(pair, told.quotes) or _is_touched(pair, told.denials) or _is_quoted(pair, told.quotes)
        )
        if not pair.free or is_compared:
            continue
        ours, theirs = (_people(each, pair.link.on(side)) for each, side in zip(statements, Side, strict=True))
        places = pair.left.spans, pair.right.spans
        unsure = pair.free < len(Side) and pair.link.score < options.source_above and not pair.link.is_checked
        one = next((one for one in ours if any(_is_one(one.key, each.key, spellings) for each in theirs)), None)
        if one is not None:
            reason = phrase("{speaker} is given another statement in each article.", speaker=one.label)
            sure = _UNSURE if unsure else 0.6
            yield Finding(FindingKind.SPEAKER, FindingStatus.DIFFERS, *places, reason, sure, about=one.label)
        elif ours and theirs and not any(each.pronoun for each in (*ours, *theirs)):
            reason = phrase(
                "On this, one article lets {one} speak, the other {other}.", one=ours[0].label, other=theirs[0].label
            )
            sure = 0.55 if ours[0].person and theirs[0].person and not unsure else _UNSURE
            yield Finding(FindingKind.SPEAKER, FindingStatus.DIFFERS, *places, reason, sure)


def _is_one(one: str, other: str, spellings: frozenset[tuple[str, str]]) -> bool:
    return one == other or (one, other) in spellings or _alike(one, other)


def _is_touched(pair: Pair, findings: Sequence[Finding]) -> bool:
    """Return whether one of the findings is about both sides of a link."""
    return any(
        any(_within(span, pair.left.spans) for span in finding.left)
        and any(_within(span, pair.right.spans) for span in finding.right)
        for finding in findings
    )


def _exchanged(
    pairs: Sequence[Pair], statements: tuple[Statements, Statements], quotes: Sequence[Finding]
) -> Iterator[Finding]:
    """Return linked quotations that the articles give to two people."""
    for pair in pairs:
        if pair.link.strength is not Strength.ALIGNED or not _is_compared(pair, quotes):
            continue
        ours, theirs = (_people(each, pair.link.on(side)) for each, side in zip(statements, Side, strict=True))
        if ours and theirs and not any(one_source(one, other) for one in ours for other in theirs):
            reason = phrase(
                "One article lets {one} say this, the other {other}.", one=ours[0].label, other=theirs[0].label
            )
            places = (ours[0].span,), (theirs[0].span,)
            yield Finding(FindingKind.SPEAKER, FindingStatus.DIFFERS, *places, reason, 0.65)


def _people(statements: Statements, passages: Sequence[int]) -> list[Statement]:
    """Return the people who speak in some passages, by name or as a pronoun."""
    found = (each for number in passages for each in statements.of(number))
    return [each for each in found if each.named and not is_body(each.label.lower().split())]


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ONE_NAME


def _is_compared(pair: Pair, quotes: Sequence[Finding]) -> bool:
    """Return whether a quotation of one side of a link was found in quotation marks on the other."""
    return _is_touched(pair, [finding for finding in quotes if finding.status in _PAIRED])


def _is_quoted(pair: Pair, findings: Sequence[Finding]) -> bool:
    """Return whether one side of a link mostly quotes, and all of that is quoted on the other side.

    Or whether most of it is what a quotation on the other side says, told without quotation marks.
    """
    paired = [finding for finding in findings if finding.status in _FOUND]
    told = [finding for finding in findings if finding.status is FindingStatus.REPORTED and finding.confidence >= _TOLD]
    for side, piece in ((Side.LEFT, pair.left), (Side.RIGHT, pair.right)):
        quotes = [quote for number in piece.passages for quote in piece.document.passages[number].quotes]
        found = [span for finding in paired for span in finding.on(side)]
        least = _MOSTLY * sum(map(_length, piece.spans))
        mostly = sum(map(_length, quotes)) >= least
        if quotes and mostly and all(any(_within(span, (quote,)) for span in found) for quote in quotes):
            return True
        if sum(_length(span) for each in told for span in each.on(side) if _within(span, piece.spans)) >= least:
            return True
    return False


def _length(span: Span) -> int:
    return span.end - span.start


def _within(span: Span, places: Sequence[Span]) -> bool:
    return any(place.start <= span.start < place.end for place in places)


def _mentioned(document: Document) -> frozenset[str]:
    text = document.article.text
    return frozenset(fold(token.of(text)).lower().removesuffix("'s") for token in tokenise(text))


def _by_speaker(statements: Statements) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements.found:
        if statement.named:
            found[statement.key].append(statement)
    return found


def _both(
    documents: tuple[Document, Document],
    ours: list[Statement],
    theirs: list[Statement],
    label: str,
    linked: frozenset[tuple[int, int]],
) -> Finding:
    shared = any((one.passage, other.passage) in linked for one in ours for other in theirs)
    if shared:
        reason = phrase("{speaker} speaks in both articles.", speaker=label)
    else:
        reason = phrase("{speaker} says other things in each article.", speaker=label)
    spans = _passages(documents[0], ours), _passages(documents[1], theirs)
    return Finding(FindingKind.SPEAKER, FindingStatus.IN_BOTH, *spans, reason, 0.8, about=label)


def _passages(document: Document, statements: Sequence[Statement]) -> tuple[Span, ...]:
    return tuple(document.passages[number].span for number in sorted({each.passage for each in statements}))
