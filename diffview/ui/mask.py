"""What is not marked now, by the reader's choice? The text itself always stays, and so does the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.model import Comparison


class Mask(NamedTuple):
    """Classes, and links by their number, that are neither marked nor listed nor walked."""

    marks: frozenset[str] = frozenset()
    links: frozenset[int] = frozenset()

    def hides(self, mark: str, link: int | None = None) -> bool:
        """Return whether a link of class `mark` is left out."""
        return mark in self.marks or link in self.links


NOTHING = Mask()


def weaker(comparison: Comparison, least: float) -> frozenset[int]:
    """Return the links of two sides that are less sure than `least`, but for those that the reader has checked."""
    links = enumerate(comparison.links)
    return frozenset(n for n, link in links if link.is_pair and not link.is_checked and link.score < least)
