"""Which findings does a report list, and under which anchors do their words stand in the text?

The words of finding 3 stand at `f3l` on the left and `f3r` on the right; a second place on a side is `f3l2`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from diffview.model import Comparison, Document, Finding, FindingStatus, Side, Span


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of a finding: where they stand in their article (code points, half open) and the name of their anchor."""

    span: Span
    name: str


def listed(comparison: Comparison) -> tuple[Finding, ...]:
    """Return the findings a report lists: those worth checking, and cards of speakers beside them."""
    sure = comparison.options.finding_above
    return tuple(
        finding
        for finding in comparison.findings
        if finding.status is FindingStatus.IN_BOTH or (finding.is_difference and finding.confidence >= sure)
    )


def spot_name(number: int, side: Side, place: int) -> str:
    """Return the anchor of the words of finding `number` (from 1) at its place `place` (from 0) on a side."""
    return f"f{number}{side.value[0]}{place + 1 if place else ''}"


def spots(comparison: Comparison, side: Side) -> dict[int, list[Spot]]:
    """Return for each passage the words of findings that stand in it, in order of their names."""
    document = comparison.document(side)
    starts = [passage.span.start for passage in document.passages]
    found: dict[int, list[Spot]] = defaultdict(list)
    for number, finding in enumerate(listed(comparison), 1):
        for place, span in enumerate(finding.on(side)):
            for passage, part in _parts(document, starts, span):
                found[passage].append(Spot(part, spot_name(number, side, place)))
    return found


def _parts(document: Document, starts: list[int], span: Span) -> Iterator[tuple[int, Span]]:
    """Cut a span at the borders of passages; what lies between passages belongs to none."""
    passage = max(0, bisect_right(starts, span.start) - 1)
    while passage < len(starts) and starts[passage] < span.end:
        whole = document.passages[passage].span
        part = Span(max(span.start, whole.start), min(span.end, whole.end))
        if part.start < part.end:
            yield passage, part
        passage += 1
