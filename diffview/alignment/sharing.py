"""Which words do the passages of two articles share, and how much are they worth?

Two books have too many pairs for a table of each measure: everything is counted in blocks of left passages, from
lists of the right passages that each word stands in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from diffview.alignment.pairs import Pairs, Places, Table, Values

_CELLS_AT_ONCE = 2_000_000
Block = Callable[[int, int], Table]
"""Returns the rows of a table from the first to before the last one asked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Sharing:
    """The words of the left passages, each once a passage, and the right passages in which each stands."""

    shape: tuple[int, int]
    left: tuple[tuple[str, ...], ...]
    stands_in: Mapping[str, Places]

    @classmethod
    def of(cls, left: Sequence[Iterable[str]], right: Sequence[Iterable[str]]) -> Sharing:
        """Find out where the words of both sides stand."""
        found: dict[str, list[int]] = defaultdict(list)
        for j, stems in enumerate(right):
            for stem in dict.fromkeys(stems):
                found[stem].append(j)
        ours = tuple(tuple(stem for stem in dict.fromkeys(stems) if stem in found) for stems in left)
        places = {stem: np.array(there, np.intp) for stem, there in found.items()}
        return cls((len(left), len(right)), ours, places)

    def block(self, worth: Mapping[str, float], first: int, last: int) -> Table:
        """Return the summed worth of the shared words of the left passages `first` to before `last` with all others."""
        table = np.zeros((last - first, self.shape[1]))
        for row, stems in zip(table, self.left[first:last], strict=True):
            for stem in stems:
                row[self.stands_in[stem]] += worth.get(stem, 0.0)
        return table


def blocks(shape: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield ranges of rows of a table, each with a bounded number of cells."""
    step = max(1, _CELLS_AT_ONCE // max(1, shape[1]))
    for first in range(0, shape[0], step):
        yield first, min(first + step, shape[0])


def values_of(block: Block, pairs: Pairs) -> Values:
    """Return what a table that is made in blocks holds for each pair."""
    found = np.zeros(len(pairs))
    for first, last in blocks(pairs.shape):
        here = slice(int(pairs.starts[1][first]), int(pairs.starts[1][last]))
        found[here] = block(first, last)[pairs.rows[here] - first, pairs.columns[here]]
    return found
