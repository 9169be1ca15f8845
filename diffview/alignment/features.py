"""What does the aligner look at when it judges one pair of passages?

Two rounds. The first judges each pair by itself and against its rivals in both articles. The second adds what the
first found around it: rivals that fit better, neighbours that are linked too, and the place where the order of the
surer links would expect the partner. All of it is free of the scale of an encoder: shares, margins and ranks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from diffview.alignment.similarity import Likeness, Mask, Table

_BY_WORDS = (
    "contained",
    "covered",
    "overlap",
    "shared",
    "names",
    "figures",
    "figures_near",
    "pairs",
    "triples",
    "both_quote",
    "speaker",
    "length_ratio",
    "short",
    "identical",
)
_BY_VECTORS = (
    "cosine",
    "centred_cosine",
    "tokens_more",
    "tokens_less",
    "centred_more",
    "centred_less",
    "clauses",
)
_WORD_MARGINS = ("overlap", "shared")
_VECTOR_MARGINS = ("cosine", "tokens_more", "tokens_less", "centred_less", "clauses")
_BEST = 5


def first_round(likeness: Likeness) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Return the names of the features and one row of them for each near pair, in the order of `likeness.near`."""
    vectors = "cosine" in likeness.tables
    plain = (*_BY_WORDS, *(_BY_VECTORS if vectors else ()))
    margins = (*_WORD_MARGINS, *(_VECTOR_MARGINS if vectors else ()))
    columns = [likeness.tables[name][likeness.near] for name in plain]
    columns += [above_rivals(likeness.tables[name], likeness.near)[likeness.near] for name in margins]
    names = (*plain, *(f"{name}_margin" for name in margins))
    return names, np.stack(columns, axis=1)


def above_rivals(table: Table, near: Mask) -> Table:
    """Return how far each pair stands above the mean of the best of its row and column.

    After Conneau et al. 2018 (CSLS): it lowers passages that resemble everything.
    """
    known = np.where(near, table, -np.inf)
    return table - (_mean_of_best(known, 1) + _mean_of_best(known, 0)) / 2


def _mean_of_best(table: Table, axis: int) -> Table:
    size = table.shape[axis]
    count = min(_BEST, size)
    best = np.partition(table, size - count, axis=axis).take(range(size - count, size), axis=axis)
    finite = np.isfinite(best)
    total: Table = np.where(finite, best, 0.0).sum(axis=axis, keepdims=True)
    return total / np.maximum(finite.sum(axis=axis, keepdims=True), 1)


def best_other(table: Table, axis: int) -> Table:
    """Return for each cell the best of the other cells of its row (axis 1) or column (axis 0); 0 when there is none."""
    size = table.shape[axis]
    if size < 2:
        return np.zeros_like(table)
    top = np.partition(table, size - 2, axis=axis)
    first, second = top.take([size - 1], axis=axis), top.take([size - 2], axis=axis)
    return np.where(table >= first, second, first)


def second_round(likeness: Likeness, chance: Table) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Return the features that look at `chance`, what the first round thought of every pair."""
    looks: dict[str, Callable[[Table], Table]] = {
        "logit": lambda table: np.log(np.clip(table, 1e-4, 1 - 1e-4) / (1 - np.clip(table, 1e-4, 1 - 1e-4))),
        "rival_left": lambda table: best_other(table, 0),
        "rival_right": lambda table: best_other(table, 1),
        "rivals": lambda table: np.minimum(best_other(table, 0), best_other(table, 1)),
        "in_step": lambda table: _beside(table, ((1, 1), (-1, -1))),
        "crosswise": lambda table: _beside(table, ((1, -1), (-1, 1))),
        "same_left": lambda table: _beside(table, ((0, 1), (0, -1))),
        "same_right": lambda table: _beside(table, ((1, 0), (-1, 0))),
        "off_course": _off_course,
    }
    return tuple(looks), np.stack([look(chance)[likeness.near] for look in looks.values()], axis=1)


def _beside(table: Table, steps: Sequence[tuple[int, int]]) -> Table:
    """Return for each pair the best of the pairs that lie one step away."""
    rows, columns = table.shape
    wide = np.pad(table, 1)
    shifted = [wide[1 + a : 1 + a + rows, 1 + b : 1 + b + columns] for a, b in steps]
    best: Table = np.maximum.reduce(shifted)
    return best


def _off_course(table: Table) -> Table:
    """Return how far each pair lies from where the surer links expect it, times how well those keep one order."""
    sure = np.argwhere((table > 0.5) & (table >= best_other(table, 0)) & (table >= best_other(table, 1)))
    if len(sure) < 3:
        return np.zeros_like(table)
    order = _concord(sure)
    return max(0.0, order) * np.minimum(_distance(table.shape, sure), _distance(table.shape[::-1], sure[:, ::-1]).T)


def _concord(links: NDArray[np.intp]) -> float:
    """Return Kendall's tau of the links: 1 when none cross, 0 when half of the pairs of links do."""
    signs = np.sign(np.subtract.outer(links[:, 0], links[:, 0]) * np.subtract.outer(links[:, 1], links[:, 1]))
    return float(signs.sum() / max(1, np.count_nonzero(signs)))


def _distance(shape: tuple[int, ...], sure: NDArray[np.intp]) -> Table:
    """Return how far, as a share of the right article, each pair lies from the line through the links around it."""
    rows = np.arange(shape[0])[:, None]
    gap = np.abs(rows - sure[None, :, 0]).astype(float)
    gap[gap == 0] = np.inf
    weight = np.exp(-gap / 2.0) + 1e-12
    expected = (weight * (sure[None, :, 1] + rows - sure[None, :, 0])).sum(axis=1) / weight.sum(axis=1)
    return np.abs(np.arange(shape[1])[None] - expected[:, None]) / max(1, shape[1])
