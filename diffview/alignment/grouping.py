"""Which passages go together, when every pair has a chance and each passage may be in one aligned link only?

One decision for the whole pair of articles: links are made in the order of their chance, grow to groups where a
further passage carries its own evidence, and what is left over may be related.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from diffview.alignment.similarity import Table
from diffview.model import Options

_LARGEST = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Places (not passage indices) of the left and right passages that go together."""

    left: tuple[int, ...]
    right: tuple[int, ...]

    def cells(self) -> tuple[list[int], list[int]]:
        """Return the rows and columns of all its pairs."""
        return [i for i in self.left for _ in self.right], [j for _ in self.left for j in self.right]


@dataclass(slots=True)
class _Draft:
    """The groups made so far and which of them each passage is in."""

    groups: list[Group] = field(default_factory=list)
    left: dict[int, int] = field(default_factory=dict)
    right: dict[int, int] = field(default_factory=dict)

    def put(self, number: int, group: Group) -> None:
        if number == len(self.groups):
            self.groups.append(group)
        self.groups[number] = group
        self.left.update(dict.fromkeys(group.left, number))
        self.right.update(dict.fromkeys(group.right, number))


def aligned_groups(chance: Table, options: Options) -> tuple[Group, ...]:
    """Return groups that share no passage, the surest pairs first; each of its pairs carries a group on average."""
    draft = _Draft()
    for i, j in _by_chance(chance, min(options.link_above, options.join_above)):
        one, other = draft.left.get(i), draft.right.get(j)
        if one is None and other is None:
            if chance[i, j] >= options.link_above:
                draft.put(len(draft.groups), Group((i,), (j,)))
        elif (one is None) != (other is None):
            number = one if one is not None else other
            assert number is not None
            grown = _grown(draft.groups[number], i, j)
            if _holds(grown, chance, options):
                draft.put(number, grown)
    return tuple(draft.groups)


def _grown(group: Group, i: int, j: int) -> Group:
    return Group(tuple(sorted({*group.left, i})), tuple(sorted({*group.right, j})))


def _holds(group: Group, chance: Table, options: Options) -> bool:
    if max(len(group.left), len(group.right)) > _LARGEST:
        return False
    return float(chance[group.cells()].mean()) >= options.join_above


def related_pairs(linked: Table, groups: tuple[Group, ...], options: Options) -> tuple[Group, ...]:
    """Return single pairs outside the groups whose chance of any link is high."""
    taken = {cell for group in groups for cell in zip(*group.cells(), strict=True)}
    return tuple(Group((i,), (j,)) for i, j in _by_chance(linked, options.related_above) if (i, j) not in taken)


def _by_chance(chance: Table, above: float) -> Iterator[tuple[int, int]]:
    """Yield the pairs from `above` on, the likeliest first; ties from the top of both articles."""
    rows, columns = np.nonzero(chance >= above)
    order = np.lexsort((np.maximum(rows, columns), rows + columns, -chance[rows, columns]))
    for k in order:
        yield int(rows[k]), int(columns[k])
