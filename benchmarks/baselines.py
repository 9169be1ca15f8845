"""What do the aligners do that a single score makes?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diffview.alignment.features import above_rivals
from diffview.alignment.similarity import Likeness

Table = NDArray[np.float64]
Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A score for every pair, a way to choose pairs by it, and whether an encoder has a say in the score."""

    name: str
    score: Callable[[Likeness], Table]
    choose: Callable[[Table, float], Pairs]
    by_vectors: bool = True


def everything(table: Table, threshold: float) -> Pairs:
    """Return all pairs from the threshold on."""
    return [(int(i), int(j)) for i, j in np.argwhere(table >= threshold)]


def mutual_best(table: Table, threshold: float) -> Pairs:
    """Return the pairs that are the best of their row and of their column."""
    best = (table >= table.max(axis=1, keepdims=True)) & (table >= table.max(axis=0, keepdims=True))
    return [(int(i), int(j)) for i, j in np.argwhere(best & (table >= threshold))]


def assignment(table: Table, threshold: float) -> Pairs:
    """Return the one-to-one pairs with the largest sum of what stands above the threshold (Kuhn and Munkres)."""
    gain = np.maximum(table - threshold, 0.0)
    flipped = gain.shape[0] > gain.shape[1]
    partner = _cheapest(-(gain.T if flipped else gain))
    pairs = [(j, i) if flipped else (i, j) for i, j in enumerate(partner)]
    return sorted((i, j) for i, j in pairs if gain[i, j] > 0)


def _cheapest(cost: Table) -> list[int]:
    """Return a column for each row, all different, with the smallest total cost; rows must not outnumber columns."""
    rows, columns = cost.shape
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, int)
    for row in range(1, rows + 1):
        owner[0] = row
        _augment(cost, of_row, of_column, owner)
    found = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            found[owner[column] - 1] = column - 1
    return found


def _augment(cost: Table, of_row: Table, of_column: Table, owner: NDArray[np.int_]) -> None:
    """Find a place for the row that waits in column 0, moving others along the cheapest path."""
    columns = cost.shape[1]
    least, way = np.full(columns + 1, np.inf), np.zeros(columns + 1, int)
    seen = np.zeros(columns + 1, bool)
    here = 0
    while owner[here]:
        seen[here] = True
        row = owner[here]
        price = np.append(0.0, cost[row - 1]) - of_row[row] - of_column
        better = ~seen & (price < least)
        least[better], way[better] = price[better], here
        there = int(np.argmin(np.where(seen, np.inf, least)))
        step = least[there]
        of_row[owner[seen]] += step
        of_column[seen] -= step
        least[~seen] -= step
        here = there
    while here:
        owner[here] = owner[way[here]]
        here = way[here]


def _table(name: str) -> Callable[[Likeness], Table]:
    return lambda likeness: likeness.table(name)


def _half_and_half(likeness: Likeness) -> Table:
    return (likeness.table("cosine") + likeness.table("overlap")) / 2


def _late(likeness: Likeness) -> Table:
    return likeness.pairs.table(above_rivals(likeness.values["matched_less"], likeness.pairs))


BASELINES = (
    Baseline("cosine + assignment", _table("cosine"), assignment),
    Baseline("cosine + mutual best", _table("cosine"), mutual_best),
    Baseline("TF-IDF + mutual best", _table("overlap"), mutual_best, by_vectors=False),
    Baseline("half cosine, half TF-IDF", _half_and_half, mutual_best),
    Baseline("late interaction with margin", _late, everything),
)
