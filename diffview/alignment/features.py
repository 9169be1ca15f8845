"""What does the aligner look at when it judges one pair of passages?

Two rounds. The first judges each pair by itself and against its rivals in both articles. The second adds what the
first found around it: rivals that fit better, neighbours that are linked too, and the place where the order of the
surer links would expect the partner. All of it is free of the scale of an encoder: shares, margins and ranks.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from diffview.alignment.similarity import Likeness
from diffview.alignment.tokens import Mask, Table

_BY_WORDS = (
    "contained",
    "covered",
    "overlap",
    "shared",
    "words_around",
    "names",
    "figures",
    "figures_near",
    "both_quote",
    "speaker",
    "length_ratio",
    "short",
    "identical",
)
_BY_VECTORS = (
    "cosine",
    "centred_cosine",
    "matched_more",
    "matched_less",
    "home_more",
    "home_less",
    "clauses",
    "pooled",
    "around_1",
    "around_4",
)
_WORD_MARGINS = ("overlap", "shared", "words_around")
_VECTOR_MARGINS = ("cosine", "matched_less", "home_more", "home_less", "clauses", "pooled", "around_1", "around_4")
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
    mean: Table = total / np.maximum(finite.sum(axis=axis, keepdims=True), 1)
    return mean


def best_other(table: Table, axis: int) -> Table:
    """Return for each cell the best of the other cells of its row (axis 1) or column (axis 0); 0 when there is none."""
    size = table.shape[axis]
    if size < 2:
        return np.zeros_like(table)
    top = np.partition(table, size - 2, axis=axis)
    first, second = top.take([size - 1], axis=axis), top.take([size - 2], axis=axis)
    return np.where(table >= first, second, first)


def second_round(likeness: Likeness, chance: Table) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Return the features that look at `chance`, what the first round thought of every pair.

    `rival`: the best other partner of either passage; `crowd`: all other partners together; `dense`: links close by;
    `leaning` and `following`: the link of the passage before one that leans on it; `off_course`: how far the pair is
    from where the order of the surer links expects it; `kin`: how much of either article the other tells at all;
    `same`: how much of them is the same to the letter, and what that makes of rivals and of order.
    """
    rivals = _logit(best_other(chance, 0)), _logit(best_other(chance, 1))
    crowds = chance.sum(axis=0, keepdims=True) - chance, chance.sum(axis=1, keepdims=True) - chance
    leaning, following = _leaning(likeness, chance)
    off_course = _off_course(chance)
    same = _share_of_the_same(likeness)
    kin = max(chance.max(axis=0).mean(), chance.max(axis=1).mean())
    looks = {
        "logit": _logit(chance),
        "rival_less": np.minimum(*rivals),
        "rival_more": np.maximum(*rivals),
        "crowd_less": np.minimum(*crowds),
        "crowd_more": np.maximum(*crowds),
        "dense": np.log1p(_dense(chance)),
        "leaning": leaning,
        "following": following,
        "off_course": off_course,
        "kin": np.full(chance.shape, math.log(kin + 0.01)),
        "same": np.full(chance.shape, same),
        "same_rival_less": same * np.minimum(*rivals),
        "same_rival_more": same * np.maximum(*rivals),
        "same_logit": same * _logit(chance),
        "same_off_course": same * off_course,
    }
    return tuple(looks), np.stack([table[likeness.near] for table in looks.values()], axis=1)


def _logit(chance: Table) -> Table:
    inner = np.clip(chance, 1e-4, 1 - 1e-4)
    logit: Table = np.log(inner / (1 - inner))
    return logit


def _dense(chance: Table) -> Table:
    """Return the links up to two steps off on both sides, nearer ones counting more."""
    rows, columns = chance.shape
    wide, total = np.pad(chance, 2), np.zeros_like(chance)
    for a in (-2, -1, 1, 2):
        for b in (-2, -1, 1, 2):
            total += wide[2 + a : 2 + a + rows, 2 + b : 2 + b + columns] / (abs(a) + abs(b))
    return total


def _share_of_the_same(likeness: Likeness) -> float:
    """Return the share of passages of the side with fewer such that stand word for word on the other."""
    identical = likeness.tables["identical"]
    return float(min(identical.max(axis=0).mean(), identical.max(axis=1).mean()))


def _leaning(likeness: Likeness, chance: Table) -> tuple[Table, Table]:
    """Return the link of the passage before, for passages that lean on it: to the same partner, and to the one before.

    A passage leans when it opens with a pronoun or goes on quoting without saying who speaks.
    """
    left = np.array([wording.leans for wording in likeness.left], float)[:, None]
    right = np.array([wording.leans for wording in likeness.right], float)[None]
    wide = np.pad(chance, ((1, 0), (1, 0)))
    same = np.maximum(left * wide[:-1, 1:], right * wide[1:, :-1])
    step: Table = np.maximum(left, right) * wide[:-1, :-1]
    return same, step


def _off_course(table: Table) -> Table:
    """Return how far each pair lies from where the surer links expect it, times how well those keep one order."""
    sure = np.argwhere((table > 0.5) & (table >= best_other(table, 0)) & (table >= best_other(table, 1)))
    if len(sure) < 3:
        return np.zeros_like(table)
    order = max(0.0, _concord(sure)) ** 3
    return order * np.minimum(_distance(table.shape, sure), _distance(table.shape[::-1], sure[:, ::-1]).T)


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
    distance: Table = np.abs(np.arange(shape[1])[None] - expected[:, None]) / max(1, shape[1])
    return distance
