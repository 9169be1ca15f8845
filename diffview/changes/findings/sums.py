"""Is one figure the sum of others, a share of another, or set against several that are more exact?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from diffview.changes.findings.grammar import Figure
from diffview.changes.findings.pieces import Pair
from diffview.model import Finding, FindingKind, FindingStatus, Side, Span

_VAGUE = 5.0
_SLACK = 0.06
_LEAST = 10.0
"""The least sum that is no accident."""
_PARTS = (2, 3)


def find_sums(
    pair: Pair, ours: Sequence[Figure], theirs: Sequence[Figure], taken: frozenset[tuple[Side, Span]]
) -> Iterator[Finding]:
    """Return the figures of one side that add up to one of the other, or are the share of a whole it names.

    `taken` are the figures that found their like already.
    """
    for side, figures, others in ((Side.LEFT, ours, theirs), (Side.RIGHT, theirs, ours)):
        free = [other for other in others if (side.other, other.span) not in taken]
        for figure in figures:
            if (side, figure.span) in taken:
                continue
            parts = _parts(figure, free) or _share(figure, free, (*ours, *theirs))
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
