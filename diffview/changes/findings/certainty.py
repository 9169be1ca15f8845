"""Is something certain in one article and hedged in the other, done or only planned?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from diffview.changes.findings.grammar import stem
from diffview.changes.findings.pieces import Pair, Piece, Word
from diffview.changes.findings.saying import DENYING, SAYING
from diffview.model import Finding, FindingKind, FindingStatus, Span
from diffview.phrases import phrase
from diffview.words import is_content_word

_POSSIBLE = frozenset(("may", "might", "possibly", "perhaps", "maybe", "possibility", "potentially", "whether"))
_CLAIMED = frozenset(
    """reportedly allegedly alleged apparently suspected purportedly purported supposedly ostensibly seemingly rumored
    rumoured presumed presumably""".split()  # noqa: SIM905
)
_LIKELY = frozenset(("likely", "unlikely", "probably", "probable", "expected", "anticipated", "projected", "should"))
_PLANNED = frozenset(
    """plans planned intends intended aims proposes proposed considering weighing mulling contemplating
    exploring""".split()  # noqa: SIM905
)
_HOPED = frozenset(("hopes", "hoped", "hoping"))
_SEEMS = frozenset(("appears", "appeared", "appear", "seems", "seemed", "seem"))
_THOUGHT = frozenset(("thought", "believed", "understood", "feared", "considered"))
_ABLE = frozenset(("could", "can", "able"))
_DOUBT = frozenset(
    ("doubt", "doubts", "doubtful", "uncertain", "uncertainty", "unclear", "unconfirmed", "unverified", "questionable")
)
_GROUPS = (_POSSIBLE | _ABLE | _DOUBT, _CLAIMED | _SEEMS | _THOUGHT, _LIKELY, _PLANNED | _HOPED)
HEDGES = (
    _POSSIBLE | _CLAIMED | _DOUBT | frozenset(("likely", "unlikely", "probably", "plans", "considering", "mulling"))
)
"""Words that make a statement less certain wherever they stand."""
SOFTER = _SEEMS | _THOUGHT | _HOPED | _ABLE | _PLANNED | frozenset(("expected", "anticipated", "projected"))
"""Words that often do, and often do not."""
_ALL = HEDGES | SOFTER | _LIKELY
_VOICED = _THOUGHT | {"expected", "anticipated", "projected", "intended"}
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "widely", "generally", "now", "as"))
_WHOSE = frozenset(("the", "a", "his", "her", "its", "their", "our", "my", "these", "those", "approved", "rejected"))
_ASKED = frozenset(("asked",))
_MODAL = frozenset(("may", "might", "can", "could"))
_TO_COME = _LIKELY | _PLANNED | _HOPED | _ABLE | _MODAL | {"plans"}
"""Hedges of what will be."""
_FIRM = frozenset(("will", "would", "won't", "shall", "certain", "certainly", "definitely", "undoubtedly"))
_COMING = frozenset(["will", "to", "would", "shall"])
_OUTCOME = regex.compile(
    r"\b(?:had\sbeen|was|were)\s(?:widely\s|originally\s)?(?:expected|supposed|due|meant|scheduled|predicted|forecast|"
    r"intended|thought\slikely)\sto\b|\bwas\sto\shave\b|\bwere\sto\shave\b",
    regex.IGNORECASE,
)
"""What was once to come, told when one knows better."""
_INSTEAD = regex.compile(r"\b(?:instead|but|however|never|nevertheless|in\sthe\send|not)\b", regex.IGNORECASE)
_CAVEAT = regex.compile(
    r"\b(?:could\snot|couldn['’]t|cannot|can['’]t|not\sbeen\sable\sto|unable\sto|no\sway\sto|not\syet)\s"
    r"(?:be\s)?(?:\p{L}+ly\s)?(?:confirm|verif|authenticat|check|corroborat)\p{L}*"
    r"|\b(?:not|never)\s(?:been\s)?(?:\p{L}+ly\s)?(?:confirmed|verified|authenticated|corroborated)\b"
    r"|\bno\sproofs?\b",
    regex.IGNORECASE,
)
"""That nobody has checked it."""
_KNOWN = regex.compile(
    r"\b(?:we\s(?:now\s)?know|it\sis\s(?:now\s)?(?:clear|certain|known)|there\sis\sno\s(?:doubt|question)|no\sdoubt|"
    r"without\s(?:a\s)?doubt|beyond\sdoubt)\b",
    regex.IGNORECASE,
)
"""That there can be no doubt."""
_KNOWING = frozenset(("know", "knows", "knew", "known", "clear", "certain", "doubt", "question"))
_SENTENCE_OPENS = regex.compile(r"(?:\A|^|[.!?:;“\"‘'(]|\n)\s*\Z")
_DAY = regex.compile(r"\s+\d")
_TIME_BEFORE = regex.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|for|early|late|mid|next|during|before|after)[\s-]|\d(?:st|nd|rd|th)?\s)\s*\Z",
    regex.IGNORECASE,
)
"""What stands before the name of a month."""
_GOES_ON = regex.compile(r"\s+\p{L}")
_LONGER = regex.compile(r"\p{L}{4,}")
_MOSTLY = 0.8
_REACH = 8


def find_certainty(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Return what inside aligned links is hedged or only planned on one side.

    A hedge counts where the other side has some of the words that follow it, or is firm; a plan is what one side puts
    after "will" or "to" and the other in the past.
    """
    for pair in pairs:
        if pair.is_close:
            yield from _checked(pair) or _foreseen(pair) or _hedged(pair)
            yield from _planned(pair)


def _checked(pair: Pair) -> list[Finding]:
    """Return that one side holds for known what the other has not checked or hedges."""
    for piece, other in ((pair.left, pair.right), (pair.right, pair.left)):
        known, caveat = matched(_KNOWN, piece), matched(_CAVEAT, other)
        if (known and other.keys.isdisjoint(_KNOWING)) or (caveat and not matched(_CAVEAT, piece)):
            ends = ((known,) if known else piece.spans), ((caveat,) if caveat else other.spans)
            left, right = ends if piece is pair.left else ends[::-1]
            said = known.of(piece.text) if known else caveat.of(other.text) if caveat else ""
            reason = phrase("One article says “{words}”, the other says it without.", words=said)
            return [finding(left, right, reason, 0.6)]
    return []


def _foreseen(pair: Pair) -> list[Finding]:
    """Return that one side tells what is to come, and the other that something else came."""
    for piece, other in ((pair.left, pair.right), (pair.right, pair.left)):
        outcome = matched(_OUTCOME, piece)
        told = outcome and matched(_INSTEAD, piece) and not matched(_OUTCOME, other)
        if outcome and told and other.keys & (_LIKELY | _PLANNED | _FIRM):
            left, right = ((outcome,), other.spans) if piece is pair.left else (other.spans, (outcome,))
            reason = phrase("One article says what is to come, the other that it came otherwise.")
            return [finding(left, right, reason, 0.6)]
    return []


def _hedged(pair: Pair) -> list[Finding]:
    ours, theirs = _hedges(pair.left, pair.right), _hedges(pair.right, pair.left)
    groups = [{n for n, group in enumerate(_GROUPS) for word in side if word.key in group} for side in (ours, theirs)]
    if not (ours or theirs) or groups[0] & groups[1]:
        return []
    if ours and theirs:
        reason = phrase("One article says “{one}”, the other “{other}”.", one=ours[0].key, other=theirs[0].key)
        meet = any(_covers(word, pair.left, pair.right) for word in ours)
        sure = 0.55 if meet and _weighty(ours) and _weighty(theirs) else 0.45
    else:
        found, piece, plain = (ours, pair.left, pair.right) if ours else (theirs, pair.right, pair.left)
        reason = phrase("One article says “{words}”, the other says it without.", words=found[0].key)
        firm = bool(plain.keys & _FIRM) and any(word.key in _TO_COME for word in found)
        strong = firm or any(word.key in HEDGES for word in found)
        covers = firm or any(_covers(word, piece, plain) for word in found)
        sure = 0.6 if strong and covers else 0.45
    return [finding(place(ours, pair.left), place(theirs, pair.right), reason, sure)]


def _covers(hedge: Word, piece: Piece, plain: Piece) -> bool:
    """Return whether the other side has some of the words around a hedge: those after it, or before a doubt."""
    after = [word for word in piece.words if word.span.start > hedge.span.start][:_REACH]
    before = [word for word in piece.words if word.span.start < hedge.span.start][-_REACH:]
    around = (*before, *after) if hedge.key in _DOUBT | _CLAIMED else after
    return any(stem(word.key) in plain.stems for word in around if is_content_word(word.key))


def _hedges(piece: Piece, other: Piece) -> list[Word]:
    """Return the hedges of one side; what is only thought to be so is no hedge where the other side names a source.

    Nor is a question that somebody is told to have asked, unless the other side denies something.
    """
    left_out = _THOUGHT if other.keys & SAYING else frozenset()
    answers = other.keys.isdisjoint(DENYING)
    keys = ["", *(word.key for word in piece.words), ""]
    return [
        word
        for at, word in enumerate(piece.words)
        if word.key in _ALL - left_out
        and _is_hedge(keys[at], word.key, keys[at + 2])
        and not (answers and word.key == "whether" and keys[at] in _ASKED)
        and not (word.key == "may" and _is_month(piece, word.span))
    ]


def _is_month(piece: Piece, span: Span) -> bool:
    """Return whether "May" is the month: it has a capital inside a sentence, or a day or a year after it.

    Where all words have capitals that one says nothing: there it must end the line or follow "in" and the like.
    """
    text = piece.text
    if not span.of(text)[0].isupper():
        return False
    if _DAY.match(text, span.end):
        return True
    if _SENTENCE_OPENS.search(text, max(0, span.start - 4), span.start):
        return False
    line = next((each for each in piece.spans if each.start <= span.start < each.end), span)
    before, after = text[line.start : span.start], text[span.end : line.end]
    return not _in_capitals(line.of(text)) or bool(_TIME_BEFORE.search(before)) or not _GOES_ON.match(after)


def _in_capitals(line: str) -> bool:
    """Return whether the longer words of a line have capitals, as in a headline."""
    longer: list[str] = _LONGER.findall(line)
    return sum(word[0].isupper() for word in longer) > _MOSTLY * len(longer)


def _is_hedge(before: str, word: str, after: str) -> bool:
    """Return whether a word hedges between its neighbours.

    "Is expected" and "expected to" do, "they had expected" does not; nor does what should have been, nor a question
    who may do something.
    """
    if word in _VOICED:
        return after == "to" or before in _BE or before.endswith("ly")
    if word == "should":
        return after != "have"
    if word == "plans":
        return after == "to" or before not in _WHOSE
    if word in ("can", "could") and after == "not":
        return False
    return not (word in _MODAL and before in ("who", "what") and after not in ("have", "be"))


def _weighty(found: Sequence[Word]) -> bool:
    return any(word.key not in _ABLE for word in found)


def _planned(pair: Pair) -> Iterator[Finding]:
    for piece, other, is_left in ((pair.left, pair.right, True), (pair.right, pair.left, False)):
        done = {_root(word.key): word for word in other.words if word.key.endswith("ed")}
        told = {two.key: two for one, two in pairwise(other.words) if one.key in _COMING}
        for one, two in pairwise(piece.words):
            past = done.get(_root(two.key))
            new = past is not None and two.key != past.key and two.key not in told
            if one.key == "will" and past and new and other.keys.isdisjoint(_FIRM):
                places = ((two.span,), (past.span,)) if is_left else ((past.span,), (two.span,))
                reason = phrase("One article says “{one}”, the other “{other}”.", one=f"will {two.key}", other=past.key)
                yield finding(*places, reason, 0.6)
                return


def _root(key: str) -> str:
    """Return what a verb has in common with its past: "close" and "closed"."""
    return stem(key).rstrip("e")


def matched(pattern: regex.Pattern[str], piece: Piece) -> Span | None:
    """Return where a pattern first stands in the passages of a piece."""
    found = (pattern.search(piece.text, span.start, span.end) for span in piece.spans)
    return next((Span(*match.span()) for match in found if match), None)


def place(words: Sequence[Word], piece: Piece) -> tuple[Span, ...]:
    """Return the first of some words, or the whole piece where there is none."""
    return (words[0].span,) if words else piece.spans


def finding(left: tuple[Span, ...], right: tuple[Span, ...], reason: str, sure: float) -> Finding:
    """Return a finding of certainty."""
    return Finding(FindingKind.CERTAINTY, FindingStatus.DIFFERS, left, right, reason, sure)
