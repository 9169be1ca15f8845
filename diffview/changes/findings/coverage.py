"""How much of an article does the other one say, what does it lack, and what does each lead with?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from diffview.model import (
    ChangeKind,
    Document,
    Finding,
    FindingKind,
    FindingStatus,
    Link,
    Role,
    Side,
    Strength,
)
from diffview.words import words

_LEADS = 3
_SHARED = (ChangeKind.SAME, ChangeKind.REWORDED)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the other article has of one, in words of its text; the four classes sum to all its words.

    `only_here` counts what the other article lacks, by kind of finding; `lead` says for each of the first passages of
    the body which passages of the other article it is linked with.
    """

    same: int
    reworded: int
    alone: int
    furniture: int
    only_here: Mapping[FindingKind, int]
    lead: tuple[tuple[int, ...], ...]

    @property
    def words(self) -> int:
        """All words of the article."""
        return self.same + self.reworded + self.alone + self.furniture


def coverage(document: Document, side: Side, links: Sequence[Link], findings: Sequence[Finding]) -> Coverage:
    """Return how much of the article of `side` is in the other one; related links share no content."""
    aligned = [link for link in links if link.strength is Strength.ALIGNED and link.change in _SHARED]
    link_of = {number: link for link in aligned for number in link.on(side)}
    counts: Counter[str] = Counter()
    for number, passage in enumerate(document.passages):
        link = link_of.get(number)
        label = "furniture" if passage.role is Role.FURNITURE else link.change.value if link else "alone"
        counts[label] += len(words(document.text_of(number)))
    body = [number for number, passage in enumerate(document.passages) if passage.role is Role.BODY]
    lead = tuple(link_of[number].on(side.other) if number in link_of else () for number in body[:_LEADS])
    alone = Counter(each.kind for each in findings if each.status is FindingStatus.ONLY_HERE and each.on(side))
    return Coverage(
        counts["same"], counts["reworded"], counts["alone"], counts["furniture"], MappingProxyType(alone), lead
    )
