"""Is something fact in one article and claim in the other, named or nameless, certain or not, said or denied?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diffview.changes.findings.pieces import Pair, Piece, Word
from diffview.changes.findings.sources import one_source, same_kind
from diffview.changes.findings.statements import SAYING, Statement, Statements
from diffview.model import Finding, FindingKind, FindingStatus, Role, Side, Span, Strength

HEDGES = frozenset(
    """may might possibly perhaps maybe reportedly allegedly alleged apparently likely unlikely suspected potentially
    probably possibility plans""".split()  # noqa: SIM905
)
SOFTER = frozenset(
    """could can expected thought believed understood hopes appears appeared seems
    seemed""".split()  # noqa: SIM905
)
FIRM = frozenset(("will", "would", "won't", "certain", "definitely"))
NEGATIONS = frozenset(
    """not never no none nobody nothing neither nor without denied denies declined refused
    cannot""".split()  # noqa: SIM905
)


def find_attribution(pairs: Sequence[Pair], statements: tuple[Statements, Statements]) -> Iterator[Finding]:
    """Return shifts of source, of certainty and of negation inside aligned links."""
    for pair in pairs:
        if pair.link.strength is Strength.ALIGNED:
            yield from _sources(pair, statements)
            yield from _certainty(pair)


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


def _certainty(pair: Pair) -> Iterator[Finding]:
    """Return a hedge or a negation that only one side of a link has."""
    hedges = [[word for word in piece.words if word.key in HEDGES | SOFTER] for piece in (pair.left, pair.right)]
    if bool(hedges[0]) != bool(hedges[1]):
        found, plain = (hedges[0], pair.right) if hedges[0] else (hedges[1], pair.left)
        strong = any(word.key in HEDGES for word in found) or bool(plain.keys & FIRM)
        places = _place(hedges[0], pair.left), _place(hedges[1], pair.right)
        reason = f"One article says “{found[0].key}”, the other says it without."
        sure = 0.6 if strong else 0.45
        yield Finding(FindingKind.CERTAINTY, FindingStatus.DIFFERS, *places, reason, sure)
    denied = [[word for word in piece.words if _negates(word.key)] for piece in (pair.left, pair.right)]
    if bool(denied[0]) != bool(denied[1]) and pair.likeness >= 0.6:
        places = _place(denied[0], pair.left), _place(denied[1], pair.right)
        yield Finding(
            FindingKind.CERTAINTY,
            FindingStatus.DIFFERS,
            *places,
            "One article says it with a negation, the other without.",
            0.6,
        )


def _negates(key: str) -> bool:
    return key in NEGATIONS or key.endswith("n't")


def _place(words: Sequence[Word], piece: Piece) -> tuple[Span, ...]:
    return (words[0].span,) if words else piece.spans
