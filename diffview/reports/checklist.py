"""What does a report list as worth checking, and where in the articles is it found?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from diffview.model import Comparison, Finding, Op, Opinion, Side, Span
from diffview.reports.finding_names import KINDS, OPINIONS, STATUSES, opinions
from diffview.reports.spots import listed, spot_name, spots
from diffview.reports.view import LinkNames, Piece

_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Place:
    """The words of a finding on one side, and the anchor of these words or of their passage ("" where it has none)."""

    side: Side
    pieces: tuple[Piece, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Check:
    """One finding as it is listed; `opinion` is what the reader said of it, "" for nothing."""

    status: str
    opinion: str
    reason: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything worth checking by kind; `total` counts it, `weaker` the findings that were too unsure to list.

    What one speaker says in both articles is a group of its own that `total` does not count.
    """

    groups: tuple[tuple[str, tuple[Check, ...]], ...]
    total: int
    weaker: int


def checklist(comparison: Comparison) -> Checklist:
    """Return the findings of a comparison as they are listed; cards of speakers stand beside the differences."""
    shown, told = listed(comparison), opinions(comparison)
    pointers = {side: _Anchors(comparison, side) for side in Side}
    numbered = groupby(enumerate(shown, 1), key=lambda entry: entry[1].kind)
    groups = tuple(
        (KINDS[kind], tuple(_check(comparison, number, finding, pointers, told) for number, finding in group))
        for kind, group in numbered
    )
    weaker = sum(finding.is_difference for finding in comparison.findings) - len(comparison.worth_checking())
    return Checklist(groups, len(comparison.worth_checking()), weaker)


class _Anchors:
    """Finds the anchor of words in the text, else that of the passage they begin in."""

    def __init__(self, comparison: Comparison, side: Side) -> None:
        self._comparison, self._side = comparison, side
        self._names, self._aligned = LinkNames(comparison), comparison.aligned_link(side)
        self._starts = [passage.span.start for passage in comparison.document(side).passages]
        self._shown = {spot.name for found in spots(comparison, side).values() for spot in found}

    def of(self, span: Span, name: str) -> str:
        """Return the anchor `name` when the text has it, else that of the passage in which `span` begins."""
        if name in self._shown:
            return name
        index = self._aligned.get(bisect_right(self._starts, span.start) - 1)
        return "" if index is None else self._names.anchor(index, self._comparison.links[index], self._side)


def _check(
    comparison: Comparison,
    number: int,
    finding: Finding,
    pointers: Mapping[Side, _Anchors],
    told: Mapping[Finding, Opinion],
) -> Check:
    places = tuple(
        Place(
            side, tuple(_pieces(comparison, finding, side, span)), pointers[side].of(span, spot_name(number, side, nth))
        )
        for side in Side
        for nth, span in enumerate(finding.on(side))
    )
    opinion = OPINIONS[told[finding]] if finding in told else ""
    return Check(STATUSES[finding.status], opinion, finding.reason, places)


def _pieces(comparison: Comparison, finding: Finding, side: Side, span: Span) -> Iterator[Piece]:
    """Yield the words of a span, those that only this side has marked; long ones are cut off."""
    text, at = comparison.document(side).article.text, span.start
    end = min(span.end, span.start + _LONGEST)
    for edit in finding.edits:
        place = edit.left if side is Side.LEFT else edit.right
        if edit.op is Op.KEEP or place.start == place.end or place.start < at or place.end > end:
            continue
        yield Piece(text[at : place.start])
        yield Piece(place.of(text), marked=True)
        at = place.end
    yield Piece(text[at:end] + ("…" if end < span.end else ""))
