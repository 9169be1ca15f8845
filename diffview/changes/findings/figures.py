"""Which figures and dates of linked passages are the same, which differ, and which are only less exact?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor, log10

from diffview.changes.findings.grammar import Figure, figures
from diffview.changes.findings.pieces import Pair, Piece, same_place
from diffview.model import Finding, FindingKind, FindingStatus, Span, Strength

_DATES = frozenset(("time of day", "day of the week", "day of the year", "year"))
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
    """Pair figures, the likeliest first, each at most once; what is left over has no like here."""
    found = [match for one in ours for other in theirs if (match := _match(pair, one, other, ours, theirs))]
    used: set[Span] = set()
    for match in sorted(found, key=lambda match: (-match[0], match[1].span, match[2].span)):
        if match[1].span not in used and match[2].span not in used:
            used |= {match[1].span, match[2].span}
            yield match


def _match(pair: Pair, one: Figure, other: Figure, ours: list[Figure], theirs: list[Figure]) -> _Match | None:
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
    alone = all(
        sum(figure.dimension == mine.dimension for figure in side) == 1
        for mine, side in ((one, ours), (other, theirs))
    )
    aligned = pair.link.strength is Strength.ALIGNED
    sure = place or (near >= 0.3 and bool(one.what & other.what)) or (aligned and alone and one.dimension != "count")
    return (score, one, other, status) if sure else None


def _nearness(pair: Pair, one: Figure, other: Figure) -> float:
    ours, theirs = pair.left.near(one.span), pair.right.near(other.span)
    least = min(len(ours), len(theirs))
    return len(ours & theirs) / least if least else 0.0


def _compare(one: Figure, other: Figure, pair: Pair) -> FindingStatus | None:
    """Return how two values compare, None where they can't."""
    if one.dimension != other.dimension:
        return _compare_forms(one, other, pair)
    if one.dimension == "money" and "".join(sorted({one.unit, other.unit} & set("$€£¥"))) in ("$€", "£€", "$£", "$¥"):
        return FindingStatus.CONVERTED if _overlap(one, other, 0.25) else FindingStatus.DIFFERS
    if one.written == other.written and (one.low, one.high) == (other.low, other.high):
        return FindingStatus.SAME
    if one.low == other.low and one.high == other.high:
        return FindingStatus.CONVERTED if one.unit.rstrip("s") != other.unit.rstrip("s") else FindingStatus.SAME
    if _overlap(one, other, 0.0):
        return FindingStatus.VAGUER
    if one.unit.rstrip("s") != other.unit.rstrip("s") and one.dimension not in _DATES and _overlap(one, other, 0.06):
        return FindingStatus.CONVERTED
    if _is_rounded(one, other) or _is_rounded(other, one):
        return FindingStatus.VAGUER
    return FindingStatus.DIFFERS


def _compare_forms(one: Figure, other: Figure, pair: Pair) -> FindingStatus | None:
    """Compare values whose kinds differ: a bare number borrows the kind of the other in the same words."""
    if {one.dimension, other.dimension} & _DATES or "count" not in (one.dimension, other.dimension):
        return None
    if one.written == other.written:
        return FindingStatus.SAME
    return FindingStatus.DIFFERS if same_place(pair.left, one.span, pair.right, other.span) else None


def _overlap(one: Figure, other: Figure, slack: float) -> bool:
    return one.low * (1 - slack) <= other.high and other.low * (1 - slack) <= one.high


def _is_rounded(rough: Figure, fine: Figure) -> bool:
    """Return whether the rough value is the fine one with fewer figures."""
    if rough.dimension in _DATES or rough.written <= 0 or fine.written <= 0 or (rough.exact and fine.exact):
        return False
    scale = rough.low / rough.written if rough.written else 1.0
    value = fine.low / scale if scale else fine.low
    digits = max(len(f"{rough.written:.12g}".replace(".", "").strip("0")), 1)
    step = 10.0 ** (floor(log10(value)) - digits + 1) if value > 0 else 1.0
    return abs(round(value / step) * step - rough.written) < step * 0.51 and rough.written != fine.written


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
    return Finding(kind, status, (one.span,), (other.span,), reason[:1].upper() + reason[1:], round(confidence, 2))
