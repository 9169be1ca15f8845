"""Which look is a link painted in, and how many are painted in each?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diffview.model import Link, Role, Side, Strength
from diffview.theme import NAMES

if TYPE_CHECKING:  # loaded by whoever compares; a window opens without it
    from diffview.model import Comparison


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
