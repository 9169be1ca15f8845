"""What is a finding called where people read it, and what did the reader say of it?

The window has the same names, for the translator, in `ui/findings_text.py`; a test holds both together.
"""

from __future__ import annotations

from diffview.changes.corrections import review_of
from diffview.model import Comparison, Finding, FindingKind, FindingStatus, Opinion

KINDS = {
    FindingKind.QUOTE: "Quotes",
    FindingKind.FIGURE: "Figures",
    FindingKind.DATE: "Dates and times",
    FindingKind.NAME: "Names",
    FindingKind.ATTRIBUTION: "Sources",
    FindingKind.CERTAINTY: "Certainty",
    FindingKind.SPEAKER: "Speakers",
}
STATUSES = {
    FindingStatus.SAME: "the same",
    FindingStatus.ALTERED: "altered",
    FindingStatus.CUT: "cut",
    FindingStatus.PARAPHRASED: "partly paraphrased",
    FindingStatus.REPORTED: "told, not quoted",
    FindingStatus.OTHER_SPEAKER: "other speaker",
    FindingStatus.DIFFERS: "differs",
    FindingStatus.IN_BOTH: "in both",
    FindingStatus.VAGUER: "less exact",
    FindingStatus.CONVERTED: "the same in another form",
    FindingStatus.VARIANT: "spelt otherwise",
    FindingStatus.OTHER_TITLE: "other title",
    FindingStatus.ONLY_HERE: "in one article only",
}
OPINIONS = {Opinion.CONFIRMED: "✓ confirmed", Opinion.DISMISSED: "✗ dismissed"}


def opinions(comparison: Comparison) -> dict[Finding, Opinion]:
    """Return what the reader said of findings; most are not in it."""
    reviews = frozenset(comparison.corrections.reviews)
    if not reviews:
        return {}
    told = ((n, finding, opinion) for n, finding in enumerate(comparison.findings) for opinion in Opinion)
    return {finding: opinion for n, finding, opinion in told if review_of(comparison, n, opinion) in reviews}
