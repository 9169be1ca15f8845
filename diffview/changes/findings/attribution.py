"""Does one article give a source where the other names another one, or none?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diffview.changes.findings.certainty import HEDGES, SOFTER
from diffview.changes.findings.pieces import Pair, Piece
from diffview.changes.findings.sources import one_source, same_kind
from diffview.changes.findings.statements import SAYING, Statement, Statements
from diffview.model import Finding, FindingKind, FindingStatus, Role, Side, Span, Strength


def find_attribution(pairs: Sequence[Pair], statements: tuple[Statements, Statements]) -> Iterator[Finding]:
    """Return shifts of source inside aligned links."""
    for pair in pairs:
        if pair.link.strength is Strength.ALIGNED:
            yield from _sources(pair, statements)


def _sources(pair: Pair, statements: tuple[Statements, Statements]) -> Iterator[Finding]:
    ours = [each for number in pair.link.on(Side.LEFT) for each in _speaking(statements[0], number)]
    theirs = [each for number in pair.link.on(Side.RIGHT) for each in _speaking(statements[1], number)]
    if not (ours or theirs) or any(one_source(one, other) for one in ours for other in theirs):
        return
    if any(_names(pair.right, each) for each in ours) or any(_names(pair.left, each) for each in theirs):
        return
    left, right = (each[0] if each else None for each in (ours, theirs))
    places = _span(left, pair.left), _span(right, pair.right)
    if left and right:
        reason = f"One article gives {left.label} as the source, the other {right.label}."
        sure = 0.45 if _both_quoted(pair) or same_kind(left, right) else 0.65
        yield Finding(FindingKind.ATTRIBUTION, FindingStatus.DIFFERS, *places, reason, sure)
    else:
        one = left or right
        assert one is not None
        reason = f"One article gives {one.label} as the source, the other names none."
        sure = 0.55 if _is_plain(pair.right if left else pair.left) and not one.pronoun else 0.4
        yield Finding(FindingKind.ATTRIBUTION, FindingStatus.DIFFERS, *places, reason, sure)


def _is_plain(piece: Piece) -> bool:
    """Return whether the body of an article says something as a fact: nothing tells that somebody said it."""
    roles = {piece.document.passages[number].role for number in piece.passages}
    return Role.TITLE not in roles and piece.keys.isdisjoint(SAYING | HEDGES | SOFTER)


def _both_quoted(pair: Pair) -> bool:
    """Return whether both sides quote: then it is the quotations that are compared."""
    return all(piece.document.passages[piece.passages[0]].quotes for piece in (pair.left, pair.right))


def _speaking(statements: Statements, number: int) -> tuple[Statement, ...]:
    found = statements.of(number)
    if found:
        return found
    passage = statements.document.passages[number]
    speaker = statements.speaker(number, passage.quotes[0].start) if passage.quotes else None
    return (speaker,) if speaker else ()


def _names(piece: Piece, statement: Statement) -> bool:
    return statement.named and (statement.key in piece.keys or f"{statement.key}'s" in piece.keys)


def _span(statement: Statement | None, piece: Piece) -> tuple[Span, ...]:
    inside = statement and any(span.start <= statement.span.start < span.end for span in piece.spans)
    return (statement.span,) if statement and inside else piece.spans
