"""What is worth checking word by word?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from diffview.model.links import Edit
from diffview.model.text import Side, Span


class FindingKind(StrEnum):
    """What a finding is about."""

    QUOTE = "quote"
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    SPEAKER = "speaker"


class FindingStatus(StrEnum):
    """What an exact check found; it describes and never accuses.

    `vaguer` is the same value less exactly, `converted` the same in another form, `variant` another spelling,
    `other title` another office or rank of one person; `paraphrased` is a quotation of which the other article quotes
    other words or only a part; `in both` sets side by side what the articles have of one speaker, without a verdict.
    """

    SAME = "same"
    ALTERED = "altered"
    CUT = "cut"
    PARAPHRASED = "paraphrased"
    REPORTED = "reported"
    OTHER_SPEAKER = "other speaker"
    DIFFERS = "differs"
    IN_BOTH = "in both"
    VAGUER = "vaguer"
    CONVERTED = "converted"
    VARIANT = "variant"
    OTHER_TITLE = "other title"
    ONLY_HERE = "only here"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a careful reader would check, with the places in both texts where it can be checked.

    The spans count in their article's text; one side is empty for what only the other one has. `reason` is one plain
    sentence, `confidence` 0 to 1. `edits`, where there are any, cover the words of the first span on each side.
    `about` is the name that a finding of a name or a speaker is about.
    """

    kind: FindingKind
    status: FindingStatus
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    reason: str
    confidence: float
    edits: tuple[Edit, ...] = ()
    about: str = ""

    @property
    def is_difference(self) -> bool:
        """Whether both sides take part and do not say just the same, or only one has somebody's denial."""
        agree = self.status in (FindingStatus.SAME, FindingStatus.IN_BOTH)
        return (bool(self.left and self.right) or self.kind is FindingKind.ATTRIBUTION) and not agree

    def on(self, side: Side) -> tuple[Span, ...]:
        """Return the spans of one side."""
        return self.left if side is Side.LEFT else self.right

    def mirrored(self) -> Finding:
        """Return the same finding for the articles the other way round; its reason names no side."""
        edits = tuple(edit.mirrored() for edit in self.edits)
        return replace(self, left=self.right, right=self.left, edits=edits)


def in_finding_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by kind, those of both sides first, and then as the articles run."""
    kinds = tuple(FindingKind)

    def key(finding: Finding) -> tuple[int, int, tuple[Span, ...], tuple[Span, ...], str, str]:
        alone = 0 if finding.left and finding.right else 1 if finding.left else 2
        where = finding.left, finding.right
        return (kinds.index(finding.kind), alone, *where, finding.status, finding.reason)

    return tuple(sorted(findings, key=key))
