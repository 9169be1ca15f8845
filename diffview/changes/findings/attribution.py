"""Does one article give a source where the other names another one, or none?

Sources of the linked passages are compared as far as they tell anything: who declines to comment is no source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

import regex

from diffview.changes.findings.certainty import HEDGES, SOFTER
from diffview.changes.findings.pieces import Pair, Piece
from diffview.changes.findings.saying import PROMISING, SAYING
from diffview.changes.findings.sources import is_paper, one_source, same_kind
from diffview.changes.findings.voices import Statement, Statements
from diffview.model import Finding, FindingKind, FindingStatus, Options, Role, Side, Span, Strength
from diffview.phrases import phrase

_IMPERSONAL = regex.compile(
    r"\b(?:is|are|was|were|be|been)\s(?:widely\s|generally\s|now\s|also\s)?"
    r"(?:thought|believed|understood|said|reported|rumou?red|alleged|estimated|considered|deemed|feared|assumed)\b",
    regex.IGNORECASE,
)
"""What is said without anybody who says it."""
_NAMELESS = regex.compile(
    r"\b(?:person|people|individuals?|officials?|sources?|employees?|executives?|diplomats?|aides?|insiders?)\s"
    r"(?:(?:\p{L}+\s){0,3}?(?:with\s(?:direct\s|first-?hand\s|close\s)?knowledge|familiar\swith|close\sto|briefed\son|"
    r"aware\sof|involved\sin)|(?:who|that)\s(?:\p{L}+\s){0,3}?(?:not\sto\sbe\s(?:named|identified)|anonym))"
    r"|\bon\s(?:the\s)?condition\sof\sanonymity\b|\banonymous\s(?:source|official|person)",
    regex.IGNORECASE,
)
"""How a source is told that is not to be known."""
_PASSIVE = regex.compile(
    r"\b(?:is|are|was|were|be|been|being)\s(?:\p{L}+ly\s|to\sbe\s|also\s|then\s)?\p{L}+(?:ed|en|wn|ught|ached)\b(?!\sby\b)",
    regex.IGNORECASE,
)
_TOLD = SAYING | HEDGES | SOFTER
_SAYS, _SELF = frozenset(("say", "says", "said")), frozenset(("it", "they"))
_OWN = frozenset(("i", "my", "me", "mine", "myself", "you", "your", "yours"))
_ALIKE = 0.7
_SURE, _CLEAR, _WEAK = 0.65, 0.55, 0.4


def find_attribution(
    pairs: Sequence[Pair], statements: tuple[Statements, Statements], options: Options
) -> Iterator[Finding]:
    """Return shifts of source inside aligned links; where the link itself is unsure, so is what it shows."""
    for pair in pairs:
        if pair.link.strength is Strength.ALIGNED:
            unsure = not pair.link.is_checked and pair.link.score < options.source_above
            for found in _sources(pair, statements):
                yield replace(found, confidence=min(found.confidence, _WEAK)) if unsure else found


def _sources(pair: Pair, statements: tuple[Statements, Statements]) -> Iterator[Finding]:
    ours, theirs = (
        [each for number in pair.link.on(side) for each in _speaking(there, number)]
        for side, there in zip(Side, statements, strict=True)
    )
    secret = [_matches(_NAMELESS, piece) for piece in (pair.left, pair.right)]
    if secret[0] != secret[1]:
        yield _secret_source(pair, ours, theirs, Side.LEFT if secret[0] else Side.RIGHT)
        return
    if any(one_source(one, other) for one in ours for other in theirs):
        return
    if any(one_source(*each) for each in _silent(pair, statements, ours, theirs)):
        return
    if ours and theirs:
        yield _two_sources(pair, ours[0], theirs[0])
    elif ours or theirs:
        if not (statements[1] if ours else statements[0]).is_interview:
            yield from _one_source(pair, (ours or theirs), Side.LEFT if ours else Side.RIGHT)
    else:
        yield from _no_doer(pair, statements)


def _silent(
    pair: Pair, statements: tuple[Statements, Statements], ours: Sequence[Statement], theirs: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """Yield the sources of each side with those of the other that are said to say nothing."""
    for side, there, speaking in zip(Side, statements, (theirs, ours), strict=True):
        silent = [each for number in pair.link.on(side) for each in there.of(number) if each.declines]
        yield from ((each, source) for each in silent for source in speaking if not each.pronoun and not source.pronoun)


def _secret_source(pair: Pair, ours: Sequence[Statement], theirs: Sequence[Statement], side: Side) -> Finding:
    """Return that a source of one side is told without a name, where the other side has no such source."""
    known = theirs if side is Side.LEFT else ours
    if known:
        secret = phrase(
            "One article has a source that it does not name, the other gives {source}.", source=known[0].label
        )
    else:
        secret = phrase("One article has a source that it does not name, the other gives none.")
    return _finding(pair, next(iter(ours), None), next(iter(theirs), None), secret, _SURE)


def _two_sources(pair: Pair, one: Statement, other: Statement) -> Finding:
    reason = phrase("One article gives {one} as the source, the other {other}.", one=one.label, other=other.label)
    named = _mentions(pair.right, one), _mentions(pair.left, other)
    mentioned = all(named) or (named[0] and is_paper(other)) or (named[1] and is_paper(one))
    weak = (_both_quoted(pair) and one.person and other.person) or same_kind(one, other) or mentioned
    return _finding(pair, one, other, reason, 0.45 if weak else _SURE)


def _one_source(pair: Pair, found: Sequence[Statement], side: Side) -> Iterator[Finding]:
    piece, there = (pair.left, pair.right) if side is Side.LEFT else (pair.right, pair.left)
    if _speaks_itself(there) or any(_names(there, each) for each in found):
        return
    source = found[0]
    impersonal = _matches(_IMPERSONAL, there)
    sure = _CLEAR if impersonal or (_is_plain(there) and not _of_itself(piece, source)) else _WEAK
    if impersonal:
        reason = phrase("One article gives {one} as the source, the other only says that it is said.", one=source.label)
    else:
        reason = phrase("One article gives {one} as the source, the other names none.", one=source.label)
    yield _sided(pair, source, side, reason, sure)


def _no_doer(pair: Pair, statements: tuple[Statements, Statements]) -> Iterator[Finding]:
    """Return who orders or agrees to something of which the other side does not say who did."""
    for side, there in zip(Side, statements, strict=True):
        piece, other = (pair.left, pair.right) if side is Side.LEFT else (pair.right, pair.left)
        acts = [each for each in there.acts if each.passage in pair.link.on(side)]
        if acts and not _names(other, acts[0]) and _matches(_PASSIVE, other) and not _matches(_PASSIVE, piece):
            reason = phrase("One article says that it was {doer}, the other does not say who.", doer=acts[0].label)
            yield _sided(pair, acts[0], side, reason, _CLEAR)
            return


def _matches(pattern: regex.Pattern[str], piece: Piece) -> bool:
    return any(pattern.search(piece.text, span.start, span.end) for span in piece.spans)


def _of_itself(piece: Piece, source: Statement) -> bool:
    """Return whether a source tells what it does itself: "the hospital says it will pay"."""
    end = piece.document.passages[source.passage].span.end
    after = [word.key for word in piece.words if source.span.end <= word.span.start < end]
    return any((one in _SAYS and two in _SELF) or (one in PROMISING and two == "to") for one, two in pairwise(after))


def _is_plain(piece: Piece) -> bool:
    """Return whether the body of an article says something as a fact: nothing tells that somebody said it."""
    spans = [span for span, number in zip(piece.spans, piece.passages, strict=True) if _is_body(piece, number)]
    keys = {word.key for word in piece.words if any(span.start <= word.span.start < span.end for span in spans)}
    return bool(spans) and keys.isdisjoint(_TOLD)


def _speaks_itself(piece: Piece) -> bool:
    """Return whether words outside quotation marks are somebody's own: in an interview, or signed by who writes."""
    quotes = [quote for number in piece.passages for quote in piece.document.passages[number].quotes]
    outside = (word for word in piece.words if not any(quote.start <= word.span.start < quote.end for quote in quotes))
    return any(word.key.partition("'")[0] in _OWN for word in outside)


def _is_body(piece: Piece, number: int) -> bool:
    return piece.document.passages[number].role is not Role.TITLE


def _both_quoted(pair: Pair) -> bool:
    """Return whether both sides quote: then it is the quotations that are compared."""
    return all(piece.document.passages[piece.passages[0]].quotes for piece in (pair.left, pair.right))


def _speaking(statements: Statements, number: int) -> tuple[Statement, ...]:
    found = statements.of(number)
    if found:
        return tuple(each for each in found if not each.declines)
    passage = statements.document.passages[number]
    speaker = statements.speaker(number, passage.quotes[0].start) if passage.quotes else None
    return (speaker,) if speaker else ()


def _names(piece: Piece, statement: Statement) -> bool:
    """Return whether a passage has the name of a source, also in another spelling."""
    return statement.named and any(_is_name(key, statement.key) for key in piece.keys)


def _mentions(piece: Piece, statement: Statement) -> bool:
    """Return whether a passage has the name of a source, or the noun for it."""
    return _names(piece, statement) or (not statement.named and statement.key in piece.stems)


def _is_name(key: str, name: str) -> bool:
    key = key.removesuffix("'s")
    return key == name or (
        key[:1] == name[:1] and len(name) > 3 and SequenceMatcher(None, key, name, autojunk=False).ratio() >= _ALIKE
    )


def _sided(pair: Pair, source: Statement, side: Side, reason: str, sure: float) -> Finding:
    one, other = (source, None) if side is Side.LEFT else (None, source)
    return _finding(pair, one, other, reason, sure)


def _finding(pair: Pair, one: Statement | None, other: Statement | None, reason: str, sure: float) -> Finding:
    places = _span(one, pair.left), _span(other, pair.right)
    return Finding(FindingKind.ATTRIBUTION, FindingStatus.DIFFERS, *places, reason, sure)


def _span(statement: Statement | None, piece: Piece) -> tuple[Span, ...]:
    inside = statement and any(span.start <= statement.span.start < span.end for span in piece.spans)
    return (statement.span,) if statement and inside else piece.spans
