"""Which look is a link painted in, and what are the looks called?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diffview.model import Link, Role, Side, Strength

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.model import Comparison

NAMES = {
    "reworded": "reworded",
    "moved": "moved",
    "dropped": "only on the left",
    "added": "only on the right",
    "same": "same",
    "related": "related",
    "furniture": "page furniture",
}
"""What the looks are called, in the order of the legend."""


def look_of(link: Link) -> str:
    """Return the look a link is painted in: being only related outweighs moving, and moving outweighs the change."""
    if link.strength is Strength.RELATED:
        return "related"
    return "moved" if link.moved and link.is_pair else link.change.value


def legend(comparison: Comparison) -> dict[str, int]:
    """Return how many links, for furniture how many passages, are painted in each look, in the order of `NAMES`."""
    found = Counter(look_of(link) for link in comparison.links)
    for side in Side:
        found["furniture"] += sum(p.role is Role.FURNITURE for p in comparison.document(side).passages)
    return {name: found[name] for name in NAMES}
