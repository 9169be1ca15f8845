"""Which pairs of passages are looked at closely, and how are values over them looked up?

Two books have a hundred million pairs of passages and a hundred thousand that deserve a look. Everything the aligner
knows of them is a vector with one value a pair; what is not among them counts as nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
Values = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Places of left and right passages, sorted by the left and then the right one; each pair once.

    `keys` are their numbers, left * number of right passages + right; `order` sorts them by the right passage first.
    `twins` number the texts on the left and on the right: passages of one article with the same text have one number,
    and none of them is a rival of another.
    The pairs of left passage i are `starts[1][i]:starts[1][i + 1]`; those of right passage j are
    `order[starts[0][j]:starts[0][j + 1]]`. As in numpy, axis 1 runs along a row, the partners of a left passage, and
    axis 0 along a column.
    """

    shape: tuple[int, int]
    keys: Places
    rows: Places
    columns: Places
    order: Places
    starts: tuple[Places, Places]
    twins: tuple[Places, Places]

    @classmethod
    def of(
        cls, shape: tuple[int, int], keys: NDArray[np.int64], texts: tuple[Sequence[str], Sequence[str]] | None = None
    ) -> Pairs:
        """Return the pairs with these keys (left * number of right passages + right), in any order, even repeated.

        `texts` are those of the passages; without them no two are the same.
        """
        keys = np.unique(keys)
        rows, columns = np.divmod(keys, max(1, shape[1]))
        order = np.argsort(columns, kind="stable")
        across = np.searchsorted(rows, np.arange(shape[0] + 1))
        down = np.searchsorted(columns[order], np.arange(shape[1] + 1))
        twins = (_numbers(texts[0]), _numbers(texts[1])) if texts else (np.arange(shape[0]), np.arange(shape[1]))
        return cls(shape, keys, rows, columns, order, (down, across), twins)

    @classmethod
    def every(cls, shape: tuple[int, int], texts: tuple[Sequence[str], Sequence[str]] | None = None) -> Pairs:
        """Return all pairs."""
        return cls.of(shape, np.arange(shape[0] * shape[1], dtype=np.int64), texts)

    def __len__(self) -> int:
        return len(self.rows)

    def row(self, i: int) -> slice:
        """Return where the pairs of left passage `i` are."""
        return slice(int(self.starts[1][i]), int(self.starts[1][i + 1]))

    def column(self, j: int) -> Places:
        """Return where the pairs of right passage `j` are."""
        return self.order[self.starts[0][j] : self.starts[0][j + 1]]

    def table(self, values: Values) -> Table:
        """Return the values as a table, 0 where a pair is not looked at; for small articles only."""
        table = np.zeros(self.shape)
        table[self.rows, self.columns] = values
        return table

    def find(self, rows: Places, columns: Places) -> Places:
        """Return where each of these pairs is, -1 where it is not looked at or lies outside the articles."""
        if not len(self):
            return np.full(len(rows), -1)
        wide = self.shape[1]
        inside = (rows >= 0) & (rows < self.shape[0]) & (columns >= 0) & (columns < wide)
        wanted = rows * wide + columns
        places = np.minimum(np.searchsorted(self.keys, wanted), len(self) - 1)
        found: Places = np.where(inside & (self.keys[places] == wanted), places, -1)
        return found

    def beside(self, values: Values, down: int, right: int) -> Values:
        """Return for each pair the value of the one so many passages further on in both articles."""
        places = self.find(self.rows + down, self.columns + right)
        return np.asarray(np.where(places >= 0, values[places], 0.0), float)

    def others(self, values: Values, axis: int) -> Values:
        """Return for each pair the sum of the other pairs of its row or column, of twins only the best."""
        owners = self._owners(axis)
        counted = self._ranked(values, axis)[0] if self._has_twins(axis) else np.arange(len(self))
        total = np.bincount(owners[counted], values[counted], self.shape[1 - axis])
        return np.asarray(total[owners] - self._of_their_text(values, axis), float)

    def times(self, places: Places | slice, axis: int) -> Values:
        """Return how often the text of the partner stands among these pairs of one row or column."""
        partners = (self.rows if axis == 0 else self.columns)[places]
        if not self._has_twins(axis):
            return np.ones(len(partners))
        _, place, counts = np.unique(self.twins[axis][partners], return_inverse=True, return_counts=True)
        return np.asarray(counts[place], float)

    def largest(self, values: Values, axis: int) -> Values:
        """Return the largest value of each row or column, 0 where it has no pair."""
        found = np.zeros(self.shape[1 - axis])
        np.maximum.at(found, self._owners(axis), values)
        return found

    def mean_of_best(self, values: Values, axis: int, count: int) -> Values:
        """Return for each pair the mean of the `count` best of its row or column, of twins only the best."""
        owners = self._owners(axis)
        order, rank = self._ranked(values, axis)
        best = order[rank < count]
        size = self.shape[1 - axis]
        total, number = np.bincount(owners[best], values[best], size), np.bincount(owners[best], minlength=size)
        mean: Values = (total / np.maximum(number, 1))[owners]
        return mean

    def best_other(self, values: Values, axis: int) -> Values:
        """Return for each pair the best of the others of its row or column that are no twins; 0 when there is none."""
        owners = self._owners(axis)
        order, rank = self._ranked(values, axis)
        top = np.zeros((2, self.shape[1 - axis]))
        for place in (0, 1):
            here = order[rank == place]
            top[place, owners[here]] = values[here]
        first, second = top[:, owners]
        found: Values = np.where(self._of_their_text(values, axis) >= first, second, first)
        return found

    def _owners(self, axis: int) -> Places:
        return self.columns if axis == 0 else self.rows

    def _texts(self, axis: int) -> Places:
        """Return for each pair a number of its row or column and of the text of its partner there."""
        partners = self.twins[axis][self.rows if axis == 0 else self.columns]
        found: Places = self._owners(axis) * (self.shape[axis] + 1) + partners
        return found

    def _has_twins(self, axis: int) -> bool:
        numbers = self.twins[axis]
        return bool(len(numbers)) and int(numbers.max()) + 1 < len(numbers)

    def _of_their_text(self, values: Values, axis: int) -> Values:
        """Return for each pair the largest value in its row or column among its partner and the twins of that."""
        if not self._has_twins(axis):
            return values
        _, place = np.unique(self._texts(axis), return_inverse=True)
        best = np.full(len(self), -np.inf)
        np.maximum.at(best, place, values)
        found: Values = best[place]
        return found

    def _ranked(self, values: Values, axis: int) -> tuple[Places, Places]:
        """Return the pairs by row or column, the best first, of twins only that, and the rank of each from 0 on."""
        owners = self._owners(axis)
        order = np.lexsort((-values, owners))
        if not self._has_twins(axis):
            return order, np.arange(len(self)) - self.starts[axis][owners[order]]
        _, first = np.unique(self._texts(axis)[order], return_index=True)
        order = order[np.sort(first)]
        starts = np.searchsorted(owners[order], np.arange(self.shape[1 - axis]))
        return order, np.arange(len(order)) - starts[owners[order]]


@dataclass(frozen=True, slots=True, eq=False)
class Chances:
    """One chance for each pair; 0 for pairs that are not looked at."""

    pairs: Pairs
    values: Values

    def __getitem__(self, cells: tuple[Sequence[int], Sequence[int]]) -> Values:
        """Return the chances of these pairs."""
        places = self.pairs.find(np.asarray(cells[0], np.intp), np.asarray(cells[1], np.intp))
        if not len(self.values):
            return np.zeros(len(places))
        return np.asarray(np.where(places >= 0, self.values[places], 0.0), float)

    def raised(self, cells: Sequence[tuple[int, int]], least: float) -> Chances:
        """Return the chances with those of `cells` at least `least`."""
        values = self.values.copy()
        if cells:
            places = self.pairs.find(*np.array(cells, np.intp).T)
            values[places] = np.maximum(values[places], least)
        return Chances(self.pairs, values)

    def by_chance(self, above: float) -> Iterator[tuple[int, int]]:
        """Yield the pairs from `above` on, the likeliest first; ties from the top of both articles."""
        near = np.flatnonzero(self.values >= above)
        rows, columns = self.pairs.rows[near], self.pairs.columns[near]
        for k in np.lexsort((np.maximum(rows, columns), rows + columns, -self.values[near])):
            yield int(rows[k]), int(columns[k])

    def partners(self, left: Sequence[int]) -> dict[int, float]:
        """Return the right partners of some left passages, each with its best chance."""
        found: dict[int, float] = {}
        for i in left:
            here = self.pairs.row(i)
            for j, chance in zip(self.pairs.columns[here].tolist(), self.values[here].tolist(), strict=True):
                found[j] = max(chance, found.get(j, 0.0))
        return found


@dataclass(slots=True)
class Shortlist:
    """Collects the best pairs of a table that comes in blocks of rows: `count` of each row, as many of each column."""

    shape: tuple[int, int]
    count: int
    _keys: list[NDArray[np.int64]] = field(default_factory=list)
    _best: Table | None = None
    _where: Any = None

    def add(self, first: int, block: Table) -> None:
        """Take the rows from `first` on."""
        self._add_rows(first, block)
        self._add_columns(first, block)

    def keys(self) -> NDArray[np.int64]:
        """Return the keys of the best pairs; those of value 0 have nothing to say."""
        assert self._best is not None
        columns = np.broadcast_to(np.arange(self.shape[1]), self._best.shape)[self._best > 0]
        return np.concatenate([*self._keys, self._where[self._best > 0] * self.shape[1] + columns])

    def _add_rows(self, first: int, block: Table) -> None:
        count = min(self.count, (self.shape[1] + 1) // 2)
        best = np.argpartition(block, block.shape[1] - count, axis=1)[:, block.shape[1] - count :]
        rows = np.broadcast_to(np.arange(len(block))[:, None], best.shape)
        worth = np.take_along_axis(block, best, axis=1) > 0
        self._keys.append((first + rows[worth]).astype(np.int64) * self.shape[1] + best[worth])

    def _add_columns(self, first: int, block: Table) -> None:
        count = min(self.count, (self.shape[0] + 1) // 2)
        where = np.broadcast_to(np.arange(first, first + len(block))[:, None], block.shape)
        if self._best is not None:
            block, where = np.concatenate([self._best, block]), np.concatenate([self._where, where])
        if len(block) > count:
            best = np.argpartition(block, len(block) - count, axis=0)[len(block) - count :]
            block, where = np.take_along_axis(block, best, axis=0), np.take_along_axis(where, best, axis=0)
        self._best, self._where = block, where


def _numbers(texts: Sequence[str]) -> Places:
    """Return a number for each text, from 0 on; equal ones have the same."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(text, len(known)) for text in texts], np.intp)
