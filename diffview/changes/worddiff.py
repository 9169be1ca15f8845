"""Which words differ between linked passages?

diff-match-patch in word mode: every word, figure or sign becomes one code point, compared after typographic folding.
What comes out is calmed so that it reads as prose: no scraps of agreement inside a change, and no word-by-word
marks at all where too little is shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from diff_match_patch import diff_match_patch

from diffview.model import Document, Edit, Op, Options, Span
from diffview.words import is_content_word, is_word, key, tokenise

_FIRST_CODE = 0x10000
_OPS = {0: Op.KEEP, -1: Op.DELETE, 1: Op.INSERT}


@dataclass(frozen=True, slots=True)
class _Token:
    """A word with the white space behind it; the spans of a passage's tokens tile the passage."""

    span: Span
    passage: int
    key: str


_Run = tuple[Op, list[_Token], list[_Token]]


def word_diff(
    left: Document, left_passages: Sequence[int], right: Document, right_passages: Sequence[int], options: Options
) -> tuple[Edit, ...]:
    """Return the edits that turn the left passages into the right ones.

    KEEP and DELETE tile the left passages, KEEP and INSERT the right ones, in order; no edit crosses the border of a
    passage. Method: Myers' difference as in diff-match-patch, over folded words.
    """
    tokens = list(_tokens(left, left_passages)), list(_tokens(right, right_passages))
    runs = _calm(_raw_diff(*tokens, options.diff_seconds), options.scrap_below)
    if _shared_content(runs, *tokens) < options.paint_whole_below:
        runs = [(Op.DELETE, tokens[0], []), (Op.INSERT, [], tokens[1])]
    return tuple(_edits(runs, _start(left, left_passages), _start(right, right_passages)))


def keep_all(
    left: Document, left_passages: Sequence[int], right: Document, right_passages: Sequence[int], options: Options
) -> tuple[Edit, ...]:
    """Return the edits of passages whose folded text is the same: nothing but KEEP."""
    if len(left_passages) == len(right_passages):
        spans = zip(_spans(left, left_passages), _spans(right, right_passages), strict=True)
        return tuple(Edit(Op.KEEP, ours, theirs) for ours, theirs in spans)
    tokens = list(_tokens(left, left_passages)), list(_tokens(right, right_passages))
    if len(tokens[0]) != len(tokens[1]):  # the same letters, cut differently by something invisible
        return word_diff(left, left_passages, right, right_passages, replace(options, paint_whole_below=0.0))
    return tuple(_edits([(Op.KEEP, *tokens)], _start(left, left_passages), _start(right, right_passages)))


def _spans(document: Document, passages: Iterable[int]) -> Iterator[Span]:
    return (document.passages[index].span for index in passages)


def _start(document: Document, passages: Sequence[int]) -> int:
    return document.passages[passages[0]].span.start if passages else 0


def _tokens(document: Document, passages: Iterable[int]) -> Iterator[_Token]:
    """Cut passages into tokens; a sign that folding takes away belongs to the word before it."""
    for number, span in enumerate(_spans(document, passages)):
        text = span.of(document.article.text)
        found = [(token.start, folded) for token in tokenise(text) if (folded := key(token.of(text)))]
        starts = [0, *(start for start, _ in found[1:]), len(text)]
        for index, (_, folded) in enumerate(found or [(0, "")]):
            yield _Token(Span(span.start + starts[index], span.start + starts[index + 1]), number, folded)


def _raw_diff(left: list[_Token], right: list[_Token], seconds: float) -> list[_Run]:
    codes: dict[str, str] = {}
    for token in (*left, *right):
        codes.setdefault(token.key, chr(_FIRST_CODE + len(codes)))
    engine = diff_match_patch()
    engine.Diff_Timeout = seconds
    engine.Diff_EditCost = 2
    diffs = engine.diff_main(*("".join(codes[token.key] for token in side) for side in (left, right)), False)
    engine.diff_cleanupEfficiency(diffs)
    runs: list[_Run] = []
    at = [0, 0]
    for code, text in diffs:
        ours = left[at[0] : at[0] + len(text)] if code <= 0 else []
        theirs = right[at[1] : at[1] + len(text)] if code >= 0 else []
        at = [at[0] + len(ours), at[1] + len(theirs)]
        runs.append((_OPS[code], ours, theirs))
    return runs


def _calm(runs: list[_Run], scrap: int) -> list[_Run]:
    """Turn scraps of agreement between two changes into change, and put what is deleted before what is inserted."""
    loud = [
        op is not Op.KEEP or (0 < number < len(runs) - 1 and _is_scrap(ours, scrap))
        for number, (op, ours, _) in enumerate(runs)
    ]
    calmed: list[_Run] = []
    for changed, group in groupby(zip(loud, runs, strict=True), key=lambda pair: pair[0]):
        members = [run for _, run in group]
        ours = [token for run in members for token in run[1]]
        theirs = [token for run in members for token in run[2]]
        if not changed:
            calmed.append((Op.KEEP, ours, theirs))
            continue
        calmed += [(Op.DELETE, ours, [])] if ours else []
        calmed += [(Op.INSERT, [], theirs)] if theirs else []
    return calmed


def _is_scrap(tokens: list[_Token], letters: int) -> bool:
    """Return whether an agreement is too small to read: signs, fewer than `letters`, or one function word."""
    words = [token.key for token in tokens if is_word(token.key)]
    return sum(map(len, words)) < letters or (len(words) == 1 and not is_content_word(words[0]))


def _shared_content(runs: list[_Run], left: list[_Token], right: list[_Token]) -> float:
    """Return the share of the shorter side's content words that is kept; 1 where it has none."""
    kept = sum(is_content_word(token.key) for op, ours, _ in runs if op is Op.KEEP for token in ours)
    least = min(sum(is_content_word(token.key) for token in side) for side in (left, right))
    return kept / least if least else 1.0


def _edits(runs: Iterable[_Run], left_at: int, right_at: int) -> Iterator[Edit]:
    for op, ours, theirs in runs:
        if op is Op.KEEP:
            pairs = zip(ours, theirs, strict=True)
            for _, group in groupby(pairs, key=lambda pair: (pair[0].passage, pair[1].passage)):
                members = list(group)
                spans = _hull(pair[0] for pair in members), _hull(pair[1] for pair in members)
                yield Edit(op, *spans)
                left_at, right_at = spans[0].end, spans[1].end
            continue
        for _, run in groupby(ours or theirs, key=lambda token: token.passage):
            span = _hull(run)
            if op is Op.DELETE:
                yield Edit(op, span, Span(right_at, right_at))
                left_at = span.end
            else:
                yield Edit(op, Span(left_at, left_at), span)
                right_at = span.end


def _hull(tokens: Iterable[_Token]) -> Span:
    spans = [token.span for token in tokens]
    return Span(spans[0].start, spans[-1].end)
