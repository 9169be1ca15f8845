"""Is something said in one article and denied, negated or left without an answer in the other?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

import regex

from diffview.changes.findings.certainty import finding, place
from diffview.changes.findings.grammar import stem
from diffview.changes.findings.pieces import Pair, Piece, Word
from diffview.changes.findings.saying import DENYING
from diffview.changes.findings.sources import one_source
from diffview.changes.findings.voices import Statement, Statements
from diffview.model import Finding, Side, Strength
from diffview.phrases import beginning, phrase
from diffview.words import is_content_word

_NEGATIONS = frozenset(
    """not never no none nobody nothing neither nor without cannot declined declines refused refuses failed fails
    unable impossible lacks lacked lacking avoid avoids avoided prevent prevents prevented hardly barely
    """.split()  # noqa: SIM905
) | (DENYING - {"dismissed", "dismisses", "dismissing"})
_PROOF = frozenset(map(stem, ("evidence", "proof", "sign", "indication", "knowledge")))
_EVENTS = tuple(
    frozenset(map(stem, row.split()))
    for row in (
        "death deaths dead died dies die killed killing kills fatal fatalities fatality victims lives",
        "injury injuries injured hurt wounded casualties",
        "arrest arrests arrested detained",
        "charge charges charged indicted",
        "damage damaged destroyed destroying",
        "survivors survivor survived alive",
        "shots shot fired shooting",
    )
)
"""What news deny and tell in several words."""
_NONE = frozenset(("no", "without"))
_CLAUSE = regex.compile(r"(?:(?!,\s(?:but|and|while|yet)\b|[;:.!?]\s|\s[–—]\s).)*", regex.IGNORECASE)
"""What belongs to the clause that a word stands in, from there on."""
_INSTEAD = regex.compile(
    r"\b(?:rather\sthan|instead\sof|as\sopposed\sto)\b|\brul(?:ed|es|ing)\s(?:\p{L}+\s){0,3}?out\b", regex.IGNORECASE
)
"""What negates in more than a word."""
_ENDED = frozenset(
    """cancelled canceled scrapped suspended halted grounded banned barred closed shut stopped abandoned dropped ended
    rejected blocked axed withdrawn""".split()  # noqa: SIM905
)
"""What says without a negation that something does not take place: "all ferries are cancelled", "no ferries sail"."""
_REACH = 5
_ENOUGH = 0.6


def find_denials(pairs: Sequence[Pair], statements: tuple[Statements, Statements]) -> Iterator[Finding]:
    """Return what one side of a link negates, denies or does not answer, and the other side says.

    A negation flips a statement where it stands in otherwise like words, before a word that the other side has without
    any, or before what the other side tells in another word ("no deaths", "killing one"). In links of passages that
    are only related one person must speak in both, or the negated event be told.
    """
    for pair in pairs:
        denied = list(_denied(pair)) if pair.is_close else []
        yield from denied or _no_event(pair) or _by_one_speaker(pair, statements)


def _denied(pair: Pair) -> Iterator[Finding]:
    denied = [_negations(piece) for piece in (pair.left, pair.right)]
    proofs = [_without(piece) & _PROOF for piece in (pair.left, pair.right)]
    if all(denied) and bool(proofs[0]) != bool(proofs[1]):
        places = place(denied[0], pair.left), place(denied[1], pair.right)
        reason = phrase("One article says that there is no proof, the other denies the thing.")
        yield finding(*places, reason, 0.6)
    if bool(denied[0]) == bool(denied[1]):
        return
    piece, other = (pair.left, pair.right) if denied[0] else (pair.right, pair.left)
    if (
        any(_INSTEAD.search(other.text, span.start, span.end) for span in other.spans)
        or other.keys & _ENDED - piece.keys
    ):
        return
    if _negated_there(piece, other) if pair.likeness >= _ENOUGH else _without(piece) & other.stems:
        places = place(denied[0], pair.left), place(denied[1], pair.right)
        yield finding(*places, phrase("One article says it with a negation, the other without."), 0.6)


def _negated_there(piece: Piece, other: Piece) -> bool:
    """Return whether the other side has, without a negation, one of the words of meaning soon after a negation."""
    for negation in _negations(piece):
        clause = _CLAUSE.match(piece.text, negation.span.end)
        end = clause.end() if clause else negation.span.end
        after = [word.key for word in piece.words if negation.span.start < word.span.start < end][:_REACH]
        if any(stem(key) in other.stems for key in after if is_content_word(key)):
            return True
    return False


def _negations(piece: Piece) -> list[Word]:
    """Return the words that negate something; "not only" says more, not less."""
    after = [*(word.key for word in piece.words[1:]), ""]
    return [
        word
        for word, follows in zip(piece.words, after, strict=False)
        if _negates(word.key) and follows not in ("only", "just", "merely", "least")
    ]


def _without(piece: Piece) -> set[str]:
    """Return the stems of the words of meaning right after a negation."""
    return {stem(two.key) for one, two in pairwise(piece.words) if _negates(one.key) and is_content_word(two.key)}


def _no_event(pair: Pair) -> list[Finding]:
    """Return that one side says that there was none of what the other one tells, "no deaths" and "two died"."""
    for piece, other in ((pair.left, pair.right), (pair.right, pair.left)):
        for event in _EVENTS:
            none = [two for one, two in pairwise(piece.words) if one.key in _NONE and stem(two.key) in event]
            told = [word for word in other.words if stem(word.key) in event]
            if none and told and not any(_is_negated(word, other) for word in told):
                ends = place(none, piece), place(told, other)
                left, right = ends if piece is pair.left else ends[::-1]
                reason = phrase("One article says that there was none, the other tells of it.")
                return [finding(left, right, reason, 0.6)]
    return []


def _is_negated(word: Word, piece: Piece) -> bool:
    """Return whether one of the words before a word negates it."""
    before = [each for each in piece.words if each.span.start < word.span.start][-_REACH:]
    return any(_negates(each.key) for each in before)


def _by_one_speaker(pair: Pair, statements: tuple[Statements, Statements]) -> list[Finding]:
    """Return that somebody denies something, or does not answer, where the other side has them say something."""
    ours, theirs = (
        [each for number in pair.link.on(side) for each in there.of(number)]
        for side, there in zip(Side, statements, strict=True)
    )
    for one, other in product(ours, theirs):
        if not _is_one(one, other):
            continue
        silent = [{each.declines for each in side if _is_one(each, one)} for side in (ours, theirs)]
        flat = [not piece.keys.isdisjoint(DENYING) for piece in (pair.left, pair.right)]
        if silent[0].isdisjoint(silent[1]):
            reason = phrase(
                "{speaker} does not answer in one article, and says something in the other.", speaker=_who(one, other)
            )
            return [finding((one.span,), (other.span,), reason, 0.6)]
        if pair.link.strength is Strength.RELATED and one.named and other.named and flat[0] != flat[1]:
            reason = phrase(
                "{speaker} denies something in one article, and not in the other.", speaker=_who(one, other)
            )
            return [finding((one.span,), (other.span,), reason, 0.6)]
    return []


def _is_one(one: Statement, other: Statement) -> bool:
    """Return whether two sources are one; a pronoun counts only as far as it is known for whom it stands."""
    return one.key == other.key or (not (one.pronoun or other.pronoun) and one_source(one, other))


def _who(one: Statement, other: Statement) -> str:
    label = max((one, other), key=lambda each: (each.named, len(each.label))).label
    return beginning(label)


def _negates(key: str) -> bool:
    return key in _NEGATIONS or key.endswith("n't")
