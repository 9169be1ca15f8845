"""Which figures and dates of linked passages are the same, which differ, and which are only less exact?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor, log10

from diffview.changes.findings.grammar import Figure, figures
from diffview.changes.findings.pieces import Pair, Piece, same_place
from diffview.model import Finding, FindingKind, FindingStatus, Span, Strength

_DATES = frozenset(("time of day", "day of the week", "day of the year", "year"))
_ABOUT = 0.2
_Match = tuple[float, Figure, Figure, FindingStatus]


def find_figures(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Return how each figure of a linked passage compares with its like on the other side; same ones included."""
    best: dict[tuple[Span, Span], Finding] = {}
    for pair in sorted(pairs, key=lambda pair: pair.link.strength is Strength.RELATED):
        ours, theirs = (_in_piece(piece) for piece in (pair.left, pair.right))
        for score, one, other, status in _matched(pair, ours, theirs):
            best.setdefault((one.span, other.span), _finding(pair, one, other, status, score))
    yield from best.values()


def _in_piece(piece: Piece) -> list[Figure]:
    return [figure for span in piece.spans for figure in figures(piece.text, span)]


def _matched(pair: Pair, ours: list[Figure], theirs: list[Figure]) -> Iterator[_Match]:
    """Pair figures, the likeliest first, each at most once; then what is left over, where it can't be mistaken."""
    found = [match for one in ours for other in theirs if (match := _match(pair, one, other))]
    used: set[tuple[str, Span]] = set()
    for match in sorted(found, key=lambda match: (-match[0], match[1].span, match[2].span)):
        if ("left", match[1].span) not in used and ("right", match[2].span) not in used:
            used |= {("left", match[1].span), ("right", match[2].span)}
            yield match
    if pair.link.strength is Strength.ALIGNED:
        rest = [figure for figure in ours if ("left", figure.span) not in used]
        yield from _left_over(pair, rest, [figure for figure in theirs if ("right", figure.span) not in used])


def _left_over(pair: Pair, ours: list[Figure], theirs: list[Figure]) -> Iterator[_Match]:
    """Pair figures of one kind that found no like: the only ones left, or those of about the same size."""
    found = [
        (_apart(one, other), one, other)
        for one in ours
        for other in theirs
        if one.dimension == other.dimension and (one.dimension != "count" or pair.likeness > 0.2)
    ]
    used: set[tuple[str, Span]] = set()
    for apart, one, other in sorted(found, key=lambda match: (match[0], match[1].span, match[2].span)):
        alone = all(sum(figure.dimension == one.dimension for figure in side) == 1 for side in (ours, theirs))
        if (alone or apart <= _ABOUT) and used.isdisjoint((("left", one.span), ("right", other.span))):
            used |= {("left", one.span), ("right", other.span)}
            yield 0.0, one, other, _compare(one, other, pair) or FindingStatus.DIFFERS


def _apart(one: Figure, other: Figure) -> float:
    """Return how far two values are apart: the logarithm of their ratio."""
    if one.value <= 0 or other.value <= 0:
        return 0.0 if one.value == other.value else 9.0
    return abs(log10(one.value / other.value))


def _match(pair: Pair, one: Figure, other: Figure) -> _Match | None:
    status = _compare(one, other, pair)
    if status is None:
        return None
    near = _nearness(pair, one, other)
    place = same_place(pair.left, one.span, pair.right, other.span)
    score = near + (1.0 if place else 0) + (0.5 if one.what & other.what else 0)
    if status is FindingStatus.SAME:
        return score + 3, one, other, status
    if status is not FindingStatus.DIFFERS:
        enough = score >= 0.25 or pair.link.strength is Strength.ALIGNED
        return (score + 1.5, one, other, status) if enough else None
    measured = bool(one.unit) and one.unit.rstrip("s") == other.unit.rstrip("s")
    sure = place or (near >= 0.15 and (bool(one.what & other.what) or measured))
    return (score, one, other, status) if sure else None


def _nearness(pair: Pair, one: Figure, other: Figure) -> float:
    ours, theirs = pair.left.near(one.span), pair.right.near(other.span)
    least = min(len(ours), len(theirs))
    return len(ours & theirs) / least if least else 0.0


def _compare(one: Figure, other: Figure, pair: Pair) -> FindingStatus | None:  # noqa: PLR0911
    """Return how two values compare, None where they can't."""
    if one.dimension != other.dimension:
        return _compare_forms(one, other, pair)
    if one.dimension == "money" and "".join(sorted({one.unit, other.unit} & set("$€£¥"))) in ("$€", "£€", "$£", "$¥"):
        return FindingStatus.CONVERTED if _overlap(one, other, 0.25) else FindingStatus.DIFFERS
    if one.value == other.value and one.dimension == "duration" and one.factor != other.factor:
        return FindingStatus.CONVERTED
    if one.value == other.value and (one.dimension not in _DATES or (one.low, one.high) == (other.low, other.high)):
        return FindingStatus.SAME
    if _overlap(one, other, 0.0):
        return FindingStatus.VAGUER
    if one.unit.rstrip("s") != other.unit.rstrip("s") and one.dimension not in _DATES and _overlap(one, other, 0.06):
        return FindingStatus.CONVERTED
    if _is_rounded(one, other) or _is_rounded(other, one):
        return FindingStatus.VAGUER
    return FindingStatus.DIFFERS


def _compare_forms(one: Figure, other: Figure, pair: Pair) -> FindingStatus | None:
    """Compare values whose kinds differ: a bare number borrows the kind of what stands in its place."""
    if "count" not in (one.dimension, other.dimension):
        return None
    dated = bool({one.dimension, other.dimension} & _DATES)
    if one.value == other.value and not dated:
        return FindingStatus.SAME
    return FindingStatus.DIFFERS if same_place(pair.left, one.span, pair.right, other.span) else None


def _overlap(one: Figure, other: Figure, slack: float) -> bool:
    return one.low * (1 - slack) <= other.high and other.low * (1 - slack) <= one.high


def _is_rounded(rough: Figure, fine: Figure) -> bool:
    """Return whether the rough value is the fine one with fewer figures."""
    if rough.dimension in _DATES or rough.value <= 0 or fine.value <= 0 or rough.factor == 0:
        return False
    digits, finer = (_digits(figure.value / figure.factor) for figure in (rough, fine))
    value = fine.value / rough.factor
    step = 10.0 ** (floor(log10(value)) - digits + 1)
    return digits < finer and value >= 10 * step / 10 and abs(value - rough.value / rough.factor) <= step * 0.5001


def _digits(value: float) -> int:
    """Return how many figures a value is given in: 3,850 has three, 4,000 one."""
    return max(len(f"{value:.10f}".strip("0").replace(".", "").strip("0")), 1)


_REASONS = {
    FindingStatus.SAME: "Both give {0}.",
    FindingStatus.DIFFERS: "One article gives {0}, the other {1}.",
    FindingStatus.VAGUER: "{0} and {1} agree, but one is less exact.",
    FindingStatus.CONVERTED: "{0} and {1} are the same value in another form.",
}


def _finding(pair: Pair, one: Figure, other: Figure, status: FindingStatus, score: float) -> Finding:
    kind = FindingKind.DATE if {one.dimension, other.dimension} & _DATES else FindingKind.FIGURE
    reason = _REASONS[status].format(one.span.of(pair.left.text), other.span.of(pair.right.text))
    aligned = pair.link.strength is Strength.ALIGNED
    confidence = min(0.95, (0.6 if aligned else 0.4) + 0.15 * min(score, 2.0))
    if status is FindingStatus.CONVERTED and one.value == other.value:
        confidence = 0.45
    return Finding(kind, status, (one.span,), (other.span,), reason[:1].upper() + reason[1:], round(confidence, 2))
