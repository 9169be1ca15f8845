"""Is one figure the sum of others, what is left of them, a share of another, or the time between two dates?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

import regex

from diffview.changes.findings.grammar import figures as read
from diffview.changes.findings.pieces import Pair, Piece
from diffview.changes.findings.units import DIMENSIONS
from diffview.changes.findings.values import Figure
from diffview.model import Finding, FindingKind, FindingStatus, Role, Side, Span
from diffview.phrases import beginning, listed, phrase

_VAGUE = 5.0
_SLACK = 0.06
_LEAST = 10.0
"""The least sum that is no accident."""
_PARTS = (2, 3)
_DAY = 86400.0
_UNTIL = regex.compile(r"\s*(?:,\s*)?(?:until|till|to|through|and)\s+|\s*[–—-]\s*")
_OF = regex.compile(r"\s+of\s+(?:(?:the|its|their|those|all)\s+)?")
_THEM = regex.compile(r"\s+(?:\p{Ll}+\s+)?of\s+(?:them|those|whom)\b")
_YEAR = DIMENSIONS["years"][1]
_AFTER = ("since ", "since the ")
_DURING = regex.compile(
    r"\b(?:in|for|within|after|over)\s(?:the\s(?:last|past)\s|the\s)?"
    r"(?:(?:about|almost|nearly|roughly|around|over|more\sthan|some)\s)?\Z",
    regex.IGNORECASE,
)
_FROM = ("from ", "between ")


def find_sums(
    pair: Pair, ours: Sequence[Figure], theirs: Sequence[Figure], taken: frozenset[tuple[Side, Span]]
) -> Iterator[Finding]:
    """Return the figures of one side that add up to one of the other, or are the share of a whole or the time it names.

    `taken` are the figures that found their like already.
    """
    for side, figures, others in ((Side.LEFT, ours, theirs), (Side.RIGHT, theirs, ours)):
        free = [other for other in others if (side.other, other.span) not in taken]
        for figure in figures:
            if (side, figure.span) in taken:
                continue
            text = (pair.left if side is Side.RIGHT else pair.right).text
            here = (pair.left if side is Side.LEFT else pair.right).text
            parts = (
                _parts(figure, free)
                or _rest(figure, free, others, text)
                or _share(figure, free, (*ours, *theirs))
                or _share_of_them(figure, free, pair.right if side is Side.LEFT else pair.left)
                or _between(figure, free, text)
                or _since(figure, free, here, text)
            )
            if parts:
                yield _finding(pair, side, figure, parts)


def _parts(whole: Figure, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the neighbouring figures that add up to `whole`."""
    alike = [figure for figure in figures if figure.dimension == whole.dimension and figure.exact]
    if not whole.exact or whole.dimension not in ("count", "money") or whole.value < _LEAST:
        return ()
    found = (
        group for size in _PARTS for group in combinations(alike, size) if sum(f.value for f in group) == whole.value
    )
    return next(found, ())


def _rest(rest: Figure, free: Sequence[Figure], figures: Sequence[Figure], text: str) -> tuple[Figure, ...]:
    """Return the part, and the whole, of "six of the 17" where the rest of the whole is `rest`."""
    if not rest.exact or rest.dimension != "count":
        return ()
    for part, whole in pairwise(figures):
        joined = _OF.fullmatch(text, part.span.end, whole.span.start)
        if joined and part in free and whole.exact and whole.value - part.value == rest.value > 1:
            return part, whole
    return ()


def _share_of_them(share: Figure, figures: Sequence[Figure], there: Piece) -> tuple[Figure, ...]:
    """Return the figure, told as "so many of them", that is that share of a count which its article gives elsewhere."""
    told = [figure for figure in figures if _THEM.match(there.text, figure.span.end)]
    if share.dimension != "percent" or not told:
        return ()
    spans = (passage.span for passage in there.document.passages if passage.role is Role.BODY)
    counts = [figure for span in spans for figure in read(there.text, span) if figure.dimension == "count"]
    for figure in told:
        for whole in counts:
            if whole.value > figure.value and share.low <= 100 * figure.value / whole.value <= share.high:
                return (figure,)
    return ()


def _since(figure: Figure, free: Sequence[Figure], here: str, text: str) -> tuple[Figure, ...]:
    """Return the time of as many years ("in 26 years") as have passed since a year ("since 1998")."""
    if figure.dimension != "year" or not here[: figure.span.start].lower().endswith(_AFTER):
        return ()
    times = (each for each in free if each.dimension == "duration" and each.high >= 2 * _YEAR)
    return next(((each,) for each in times if _DURING.search(text, max(0, each.span.start - 40), each.span.start)), ())


def _share(share: Figure, figures: Sequence[Figure], wholes: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figure that is that share of a whole which one of the sides names."""
    if share.dimension != "percent" or share.value <= 1:
        return ()
    for figure in figures:
        for whole in wholes:
            value = whole.value * share.value / 100
            bare = (
                figure.dimension == "count" and abs(value / (whole.factor or 1) - figure.value) <= _SLACK * figure.value
            )
            alike = figure.dimension == whole.dimension and abs(value - figure.value) <= _SLACK * figure.value
            if (
                whole.dimension != "percent"
                and whole.span != figure.span
                and whole.value > figure.value
                and (bare or alike)
            ):
                return (figure,)
    return ()


def _between(time: Figure, figures: Sequence[Figure], text: str) -> tuple[Figure, ...]:
    """Return the two days, "from Aug. 3 until Sept. 19", between which that much time lies, give or take a day."""
    if time.dimension != "duration":
        return ()
    for first, last in pairwise(figure for figure in figures if figure.dimension == "day of the year" and figure.exact):
        joined = _UNTIL.fullmatch(text, first.span.end, last.span.start)
        if joined and text[: first.span.start].lower().endswith(_FROM):
            length = (_day_of(last) - _day_of(first)) % 365 * _DAY
            if time.low - _DAY <= length <= time.high + _DAY:
                return first, last
    return ()


def _day_of(figure: Figure) -> int:
    """Return the number of a day in a year of 365, from a figure in which each month has 31 days."""
    month, day = divmod(round(figure.low) - 1, 31)
    return date(2023, min(month, 12), 1).toordinal() + day


def is_vague(figure: Figure) -> bool:
    """Return whether a figure says no more than its size: "tens of millions"."""
    return 0 < figure.low * _VAGUE <= figure.high


def also_covered(rough: Figure, fine: Figure, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the other figures beside `fine` that a vague one may stand for as well."""
    return tuple(
        figure
        for figure in figures
        if figure.span != fine.span
        and figure.dimension == rough.dimension
        and figure.unit == fine.unit
        and rough.low <= figure.value <= rough.high
    )


def _finding(pair: Pair, side: Side, figure: Figure, others: Sequence[Figure]) -> Finding:
    text, there = (pair.left.text, pair.right.text) if side is Side.LEFT else (pair.right.text, pair.left.text)
    parts = listed(*(other.span.of(there) for other in others))
    figured = beginning(figure.span.of(text))
    reason = phrase("{figure} and {parts} may be the same, counted in another way.", figure=figured, parts=parts)
    spans = (figure.span,), tuple(other.span for other in others)
    left, right = spans if side is Side.LEFT else spans[::-1]
    return Finding(FindingKind.FIGURE, FindingStatus.CONVERTED, left, right, reason, 0.6)
