"""Which figures and dates of linked passages are the same, which differ, and which are only less exact?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import floor, log10

import regex

from diffview.changes.findings.grammar import figures
from diffview.changes.findings.pieces import Pair, Piece, same_place
from diffview.changes.findings.sums import also_covered, find_sums, is_vague
from diffview.changes.findings.units import DOLLARS
from diffview.changes.findings.values import Figure, is_label
from diffview.model import Document, Finding, FindingKind, FindingStatus, Role, Side, Span, Strength
from diffview.phrases import beginning, listed, phrase

_DATES = frozenset(("time of day", "day of the week", "day of the year", "year"))
_MEASURED = frozenset(("duration", "length", "mass", "volume", "area", "speed"))
_RELATED = 0.7
"""What speaks for two figures of one unit that nothing else in related passages is measured in."""
_ABOUT = 0.2
_ROUNDED = 0.3  # share of a value that rounding may add: nobody makes 150 to 200
_NEAR = 0.1
_FAR = 0.7
"""How far apart figures are (here five times as much) that are hardly said of one thing."""
_NEARLY = 1e-6
_FEW = 12
"""Counts up to here are often the same by chance."""
_SAME_EVENT = 0.5
"""How much the words around two years agree that are said of one event."""
_WEAK = 0.45
_YEARS = 500
"""A date without its year counts less than this: 31 days to each month."""
_ON = regex.compile(
    r"\b(?:days?|weeks?|months?|years?|decades?)\s(?:later|earlier|before|after|previously|ago|on)\b"
    r"|\b(?:next|last|previous|following)\s(?:day|week|month|year|spring|summer|autumn|fall|winter)\b",
    regex.IGNORECASE,
)
"""What counts from another date."""
_OLD = regex.compile(r"(?:[\s-]years?)?[\s-]old\b", regex.IGNORECASE)
_THOUSANDS = regex.compile(r"[^\d]{0,4}(\d{1,3}(?:[.,\s]\d{3})+|\d{4,})(?![.,]?\d)")
_Match = tuple[float, Figure, Figure, FindingStatus]


def find_figures(documents: tuple[Document, Document], pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Return how each figure of a linked passage compares with its like on the other side; same ones included.

    Then those of which the other article has nothing.
    """
    best: dict[tuple[Span, Span], Finding] = {}
    for pair in sorted(pairs, key=lambda pair: pair.link.strength is Strength.RELATED):
        ours, theirs = (_in_piece(piece) for piece in (pair.left, pair.right))
        matches = list(_matched(pair, ours, theirs))
        sums = list(find_sums(pair, ours, theirs, _taken(matches)))
        added = {(side, span) for found in sums for side in Side for span in found.on(side)}
        matches += _left_over(pair, *_rest(ours, theirs, _taken(matches) | added))
        for score, one, other, status in matches:
            found = _finding(pair, one, other, status, score)
            best.setdefault((one.span, other.span), _with_others(pair, found, (one, other), (ours, theirs)))
        for found in sums:
            best.setdefault((found.left[0], found.right[0]), found)
    yield from best.values()
    yield from _alone(documents, best.values())


def _taken(matches: Sequence[_Match]) -> frozenset[tuple[Side, Span]]:
    return frozenset((side, figure.span) for match in matches for side, figure in zip(Side, match[1:3], strict=True))


def _rest(
    ours: Sequence[Figure], theirs: Sequence[Figure], taken: frozenset[tuple[Side, Span]]
) -> tuple[list[Figure], list[Figure]]:
    left, right = (
        [figure for figure in inside if (side, figure.span) not in taken]
        for side, inside in zip(Side, (ours, theirs), strict=True)
    )
    return left, right


def _with_others(
    pair: Pair, found: Finding, match: tuple[Figure, Figure], sides: tuple[Sequence[Figure], Sequence[Figure]]
) -> Finding:
    """Return a finding of a vague figure with all the figures it may stand for."""
    if found.status is not FindingStatus.VAGUER or is_vague(match[0]) == is_vague(match[1]):
        return found
    at = 0 if is_vague(match[0]) else 1
    more = also_covered(match[at], match[1 - at], sides[1 - at])
    if not more:
        return found
    text = (pair.left.text, pair.right.text)
    figures = sorted((match[1 - at], *more), key=lambda figure: figure.span)
    together = listed(*(figure.span.of(text[1 - at]) for figure in figures))
    vague = beginning(match[at].span.of(text[at]))
    reason = phrase("{figure} may stand for {figures}, but is less exact.", figure=vague, figures=together)
    spans = tuple(figure.span for figure in figures)
    left, right = (found.left, spans) if at == 0 else (spans, found.right)
    return replace(found, left=left, right=right, reason=reason)


def _alone(documents: tuple[Document, Document], found: Iterable[Finding]) -> Iterator[Finding]:
    """Return the figures, dates left out, of which the other article has neither the like nor the value."""
    seen = {(side, span) for finding in found for side in Side for span in finding.on(side)}
    given = {side: _in_body(document) for side, document in zip(Side, documents, strict=True)}
    for side, inside in given.items():
        known = {(figure.dimension, figure.value) for figure in given[side.other]}
        for figure in inside:
            new = (side, figure.span) not in seen and (figure.dimension, figure.value) not in known
            if new and figure.dimension not in _DATES and not is_label(figure):
                text = documents[0 if side is Side.LEFT else 1].article.text
                reason = phrase("Only one article gives {figure}.", figure=figure.span.of(text))
                left, right = ((figure.span,), ()) if side is Side.LEFT else ((), (figure.span,))
                yield Finding(FindingKind.FIGURE, FindingStatus.ONLY_HERE, left, right, reason, 0.6)


def _in_body(document: Document) -> list[Figure]:
    spans = (passage.span for passage in document.passages if passage.role is not Role.FURNITURE)
    return [figure for span in spans for figure in figures(document.article.text, span)]


def _in_piece(piece: Piece) -> list[Figure]:
    return [figure for span in piece.spans for figure in figures(piece.text, span)]


def _matched(pair: Pair, ours: list[Figure], theirs: list[Figure]) -> Iterator[_Match]:
    """Pair figures, the likeliest first, each at most once."""
    found = [match for one in ours for other in theirs if (match := _match(pair, one, other))]
    used: set[tuple[str, Span]] = set()
    for match in sorted(found, key=lambda match: (-match[0], match[1].span, match[2].span)):
        if ("left", match[1].span) not in used and ("right", match[2].span) not in used:
            used |= {("left", match[1].span), ("right", match[2].span)}
            yield match


def _left_over(pair: Pair, ours: list[Figure], theirs: list[Figure]) -> Iterator[_Match]:
    """Pair figures of one kind that found no like: the only ones left, or those of about the same size.

    In passages that are only related, these must be measures in one unit.
    """
    found = [
        (_apart(one, other), one, other)
        for one in ours
        for other in theirs
        if one.dimension == other.dimension
        and (pair.link.strength is Strength.ALIGNED or (one.dimension in _MEASURED and one.unit == other.unit))
        and (one.dimension != "count" or pair.likeness > 0.2 or _apart(one, other) <= _NEAR)
        and not _is_age_beside_term(pair, one, other)
    ]
    used: set[tuple[str, Span]] = set()
    for apart, one, other in sorted(found, key=lambda match: (match[0], match[1].span, match[2].span)):
        alone = all(
            len({figure.value for figure in side if figure.dimension == one.dimension}) == 1 for side in (ours, theirs)
        )
        if (alone or apart <= _ABOUT) and used.isdisjoint((("left", one.span), ("right", other.span))):
            used |= {("left", one.span), ("right", other.span)}
            score = 0.0 if pair.link.strength is Strength.ALIGNED else _RELATED
            yield score, one, other, _compare(one, other, pair) or FindingStatus.DIFFERS


def _is_age(figure: Figure, text: str) -> bool:
    """Return whether years are how old somebody is: "Brode, 67," and "a 67-year-old", not "for 31 years"."""
    is_told = _OLD.match(text, figure.span.end) or text[: figure.span.start].endswith(("aged ", "age ", "age of "))
    return figure.dimension == "duration" and ("age" in figure.what or bool(is_told))


def _is_age_beside_term(pair: Pair, one: Figure, other: Figure) -> bool:
    """Return whether one is how old somebody is and the other how long something took, not about the same at that."""
    ages = _is_age(one, pair.left.text), _is_age(other, pair.right.text)
    return ages[0] != ages[1] and one.dimension == other.dimension and _apart(one, other) > _ABOUT


def _apart(one: Figure, other: Figure) -> float:
    """Return how far two values are apart: the logarithm of their ratio."""
    if one.value <= 0 or other.value <= 0:
        return 0.0 if one.value == other.value else 9.0
    return abs(log10(one.value / other.value))


def _match(pair: Pair, one: Figure, other: Figure) -> _Match | None:
    status = _compare(one, other, pair)
    if status is None or (status is FindingStatus.DIFFERS and _is_age_beside_term(pair, one, other)):
        return None
    near = _nearness(pair, one, other)
    place = same_place(pair.left, one.span, pair.right, other.span)
    score = near + (1.0 if place else 0) + (0.5 if one.what & other.what else 0)
    if status is FindingStatus.SAME:
        return score + (0.4 if _count_other_things(one, other) else 3), one, other, status
    if status is not FindingStatus.DIFFERS:
        enough = score >= 0.25 or pair.link.strength is Strength.ALIGNED
        vague = is_vague(one) != is_vague(other)
        return (score + (0 if vague else 1.5), one, other, status) if enough else None
    measured = one.unit not in ("", "%") and one.unit.rstrip("s") == other.unit.rstrip("s")
    dated = one.dimension == other.dimension == "year" and near >= _SAME_EVENT
    sure = place or dated or (near >= 0.15 and (bool(one.what & other.what) or measured))
    return (score, one, other, status) if sure else None


def _count_other_things(one: Figure, other: Figure) -> bool:
    """Return whether two small counts are of unlike things: "two planes" is no match for "two ships" if others are."""
    small = one.dimension == "count" and not one.unit and one.value <= _FEW
    return small and bool(one.what and other.what) and one.what.isdisjoint(other.what)


def _nearness(pair: Pair, one: Figure, other: Figure) -> float:
    ours, theirs = pair.left.near(one.span), pair.right.near(other.span)
    least = min(len(ours), len(theirs))
    return len(ours & theirs) / least if least else 0.0


def _compare(one: Figure, other: Figure, pair: Pair) -> FindingStatus | None:
    """Return how two values compare, None where they can't."""
    if one.dimension != other.dimension:
        return _compare_forms(one, other, pair)
    if "o'clock" in (one.unit, other.unit):
        return _compare_hours(one, other)
    if one.dimension == "money" and one.unit != other.unit and {one.unit, other.unit} <= DOLLARS.keys():
        return FindingStatus.CONVERTED if _worth_the_same(one, other) else FindingStatus.DIFFERS
    if one.factor == other.factor and _digits_of(pair.left.text, one) == _digits_of(pair.right.text, other) != "":
        return FindingStatus.SAME
    return _compare_values(one, other)


def _compare_values(one: Figure, other: Figure) -> FindingStatus:
    """Return how two values of one dimension compare."""
    finer = _is_rounded(one, other) or _is_rounded(other, one)
    if one.value == other.value and one.dimension == "duration" and one.factor != other.factor:
        return FindingStatus.CONVERTED
    if one.value == other.value and (one.dimension not in _DATES or (one.low, one.high) == (other.low, other.high)):
        return FindingStatus.SAME
    if one.dimension == "day of the year" and (status := _compare_days(one, other)):
        return status
    if _overlap(one, other, 0.0) and (finer or not one.bound or (one.bound, one.unit) != (other.bound, other.unit)):
        return FindingStatus.VAGUER
    if one.unit.rstrip("s") != other.unit.rstrip("s") and one.dimension not in _DATES and _overlap(one, other, 0.06):
        return FindingStatus.CONVERTED
    return FindingStatus.VAGUER if finer else FindingStatus.DIFFERS


def _worth_the_same(one: Figure, other: Figure) -> bool:
    """Return whether sums in two currencies may be one, at some rate of the last twenty years."""
    ours, theirs = ((each.low * DOLLARS[each.unit][0], each.high * DOLLARS[each.unit][1]) for each in (one, other))
    return ours[0] <= theirs[1] and theirs[0] <= ours[1]


def _digits_of(text: str, figure: Figure) -> str:
    """Return the digits of a number that is cut into thousands by a comma, a point or a space, else ""."""
    written = _THOUSANDS.match(figure.span.of(text))
    return regex.sub(r"\D", "", written[1]) if written and figure.dimension not in _DATES else ""


def _compare_days(one: Figure, other: Figure) -> FindingStatus | None:
    """Compare days or months by their years: the same where only one names it, others where both name another one."""
    named = [figure.value >= _YEARS for figure in (one, other)]
    if all(named) and one.value - one.low != other.value - other.low:
        return FindingStatus.DIFFERS
    return FindingStatus.SAME if (one.low, one.high) == (other.low, other.high) and any(named) else None


def _compare_hours(one: Figure, other: Figure) -> FindingStatus:
    """Compare times of which one does not tell morning from evening."""
    if (one.low, one.high, one.unit) == (other.low, other.high, other.unit):
        return FindingStatus.SAME
    apart = abs(one.value - other.value) % 720
    near = min(apart, 720 - apart) <= max(one.high - one.low, other.high - other.low) / 2
    return FindingStatus.VAGUER if near else FindingStatus.DIFFERS


def _compare_forms(one: Figure, other: Figure, pair: Pair) -> FindingStatus | None:
    """Compare values whose kinds differ: a bare number borrows the kind of what stands in its place."""
    if "count" not in (one.dimension, other.dimension) or any(is_label(each) for each in (one, other)):
        return None
    dated = bool({one.dimension, other.dimension} & _DATES)
    if one.value / (one.factor or 1) == other.value / (other.factor or 1) and not dated:
        return FindingStatus.SAME
    return FindingStatus.DIFFERS if same_place(pair.left, one.span, pair.right, other.span) else None


def _overlap(one: Figure, other: Figure, slack: float) -> bool:
    return one.low * (1 - slack) <= other.high and other.low * (1 - slack) <= one.high


def _is_rounded(rough: Figure, fine: Figure) -> bool:
    """Return whether the rough value is the fine one with fewer figures."""
    beyond = (rough.bound == "above" and fine.value < rough.value) or (
        rough.bound == "below" and fine.value > rough.value
    )
    if beyond or rough.dimension in _DATES or min(rough.value, fine.value, rough.factor, fine.factor) <= 0:
        return False
    digits, finer = (_digits(figure.value / figure.factor) for figure in (rough, fine))
    value = fine.value / rough.factor
    step = 10.0 ** (floor(log10(value)) - digits + 1)
    if rough.dimension == "percent" and rough.unit == fine.unit == "%":
        step = min(step, 1.0)
    round_ = abs(rough.value / rough.factor / step - round(rough.value / rough.factor / step)) < _NEARLY
    apart = abs(value - rough.value / rough.factor)
    return digits < finer and value >= step and round_ and apart <= min(step * 0.5001, value * _ROUNDED)


def _digits(value: float) -> int:
    """Return how many figures a value is given in: 3,850 has three, 4,000 one."""
    return max(len(f"{value:.10f}".strip("0").replace(".", "").strip("0")), 1)


def _may_be_others(pair: Pair, one: Figure, other: Figure) -> bool:
    """Return whether two figures left over in a link are likely to stand for two things, of which each side gives one.

    So are years, unlike counts among other words, values of another size, and dates where a side counts on from its
    date ("four years later").
    """
    if one.dimension == "count":
        unlike = bool(one.what and other.what) and one.what.isdisjoint(other.what)
        apart = _apart(one, other)
        return apart > _FAR if unlike else apart > _ABOUT and not _nearness(pair, one, other)
    if one.dimension not in _DATES and _apart(one, other) > _FAR:
        return True
    counts_on = _counts_on(pair.left, one) or _counts_on(pair.right, other)
    return one.dimension == "year" or (one.dimension == "day of the year" and counts_on)


def _counts_on(piece: Piece, figure: Figure) -> bool:
    spans = (span for span in piece.spans if span.start <= figure.span.start < span.end)
    return any(_ON.search(piece.text, span.start, span.end) for span in spans)


def _is_part_said(one: Figure, other: Figure, status: FindingStatus) -> bool:
    """Return whether one side gives the month of the other side's day, or the hour of its minute, in the same words."""
    if status is not FindingStatus.VAGUER or one.dimension != other.dimension:
        return False
    if one.dimension == "time of day":
        return one.value // 60 == other.value // 60
    months = [each.low // 31 for each in (one, other) if each.high - each.low in (0, 30)]
    return one.dimension == "day of the year" and len(months) == 2 and months[0] == months[1]


def _reason(status: FindingStatus, one: str, other: str) -> str:
    if status is FindingStatus.SAME:
        return phrase("Both give {figure}.", figure=one)
    if status is FindingStatus.VAGUER:
        return phrase("{one} and {other} agree, but one is less exact.", one=beginning(one), other=other)
    if status is FindingStatus.CONVERTED:
        return phrase("{one} and {other} are the same value in another form.", one=beginning(one), other=other)
    return phrase("One article gives {one}, the other {other}.", one=one, other=other)


def _finding(pair: Pair, one: Figure, other: Figure, status: FindingStatus, score: float) -> Finding:
    kind = FindingKind.DATE if {one.dimension, other.dimension} & _DATES else FindingKind.FIGURE
    reason = _reason(status, one.span.of(pair.left.text), other.span.of(pair.right.text))
    aligned = pair.link.strength is Strength.ALIGNED
    confidence = min(0.95, (0.6 if aligned else 0.4) + 0.15 * min(score, 2.0))
    if status is FindingStatus.DIFFERS and not score and _may_be_others(pair, one, other):
        confidence = _WEAK
    if (status is FindingStatus.CONVERTED and one.value == other.value) or _is_part_said(one, other, status):
        confidence = _WEAK
    return Finding(kind, status, (one.span,), (other.span,), reason, round(confidence, 2))
