"""Is one figure the sum of others, a share of another, the time between two dates, or set against several?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

import regex

from diffview.changes.findings.grammar import Figure
from diffview.changes.findings.pieces import Pair
from diffview.model import Finding, FindingKind, FindingStatus, Side, Span

_VAGUE = 5.0
_SLACK = 0.06
_LEAST = 10.0
"""The least sum that is no accident."""
_PARTS = (2, 3)
_DAY = 86400.0
_UNTIL = regex.compile(r"\s*(?:,\s*)?(?:until|till|to|through|and)\s+|\s*[–—-]\s*")
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
            parts = _parts(figure, free) or _share(figure, free, (*ours, *theirs)) or _between(figure, free, text)
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
    parts = " and ".join(other.span.of(there) for other in others)
    reason = f"{figure.span.of(text)} and {parts} may be the same, counted in another way."
    spans = (figure.span,), tuple(other.span for other in others)
    left, right = spans if side is Side.LEFT else spans[::-1]
    return Finding(FindingKind.FIGURE, FindingStatus.CONVERTED, left, right, reason[:1].upper() + reason[1:], 0.6)
