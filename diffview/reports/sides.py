"""What does each article have that the other lacks, who speaks in it, and what does it lead with?

Pure values made from a `Comparison`; the window draws them as pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from diffview.model import Comparison, Finding, FindingKind, FindingStatus, Role, Side, Span

if TYPE_CHECKING:
    from diffview.changes.findings.coverage import Coverage


class Group(StrEnum):
    """What kind of thing only one article has."""

    PASSAGES = "passages"
    QUOTES = "quotes"
    SOURCES = "sources"
    NAMES = "names"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing as it is listed, and where it stands."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Lead:
    """A passage near the top of an article and the places of the other that say the same."""

    span: Span
    partners: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class OneSide:
    """One article as seen from the other; `share` (0 to 1) of its words outside furniture is in the other as well."""

    coverage: Coverage
    share: float
    alone: Mapping[Group, tuple[Item, ...]]
    lead: tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever speaks: the number of the finding, the name, and the passages on each side."""

    finding: int
    name: str
    left: tuple[Span, ...]
    right: tuple[Span, ...]

    def on(self, side: Side) -> tuple[Span, ...]:
        """Return the passages of one side."""
        return self.left if side is Side.LEFT else self.right


def one_side(comparison: Comparison, side: Side) -> OneSide:
    """Return what is to be told of one article."""
    document = comparison.document(side)
    from diffview.changes.findings.coverage import coverage  # noqa: PLC0415 - needed long after the start

    found = coverage(document, side, comparison.links, comparison.findings)
    content = found.words - found.furniture
    alone = {group: tuple(_alone(comparison, side, group)) for group in Group}
    return OneSide(
        found,
        (found.same + found.reworded) / content if content else 0.0,
        MappingProxyType(alone),
        tuple(_lead(comparison, side, found)),
    )


def speakers(comparison: Comparison) -> tuple[Speaker, ...]:
    """Return everyone who speaks, those of both articles first and then as the articles run."""
    return tuple(
        Speaker(number, finding.about, finding.left, finding.right)
        for number, finding in enumerate(comparison.findings)
        if finding.kind is FindingKind.SPEAKER and finding.about
    )


_KINDS = {
    Group.QUOTES: FindingKind.QUOTE,
    Group.SOURCES: FindingKind.SPEAKER,
    Group.NAMES: FindingKind.NAME,
    Group.FIGURES: FindingKind.FIGURE,
}


def _alone(comparison: Comparison, side: Side, group: Group) -> Iterator[Item]:
    document = comparison.document(side)
    text = document.article.text
    if group is Group.PASSAGES:
        aligned = comparison.aligned_link(side)
        for number in document.content():
            if number in aligned and not comparison.links[aligned[number]].is_pair:
                yield Item(document.text_of(number), document.passages[number].span)
        return
    for finding in comparison.findings:
        if finding.kind is _KINDS[group] and is_alone(finding) and finding.on(side):
            yield Item(finding.about or finding.on(side)[0].of(text), finding.on(side)[0])


def is_alone(finding: Finding) -> bool:
    """Return whether a finding is about something that only one article has."""
    return finding.status is FindingStatus.ONLY_HERE


def _lead(comparison: Comparison, side: Side, found: Coverage) -> Iterator[Lead]:
    document, other = comparison.document(side), comparison.document(side.other)
    body = [passage.span for passage in document.passages if passage.role is Role.BODY]
    for span, partners in zip(body, found.lead, strict=False):
        yield Lead(span, tuple(other.passages[number].span for number in partners))
