"""What does the aligner look at when it judges one pair of passages?

Two rounds. The first judges each pair by itself and against its rivals in both articles. The second adds what the
first found around it: rivals that fit better, neighbours that are linked too, and the place where the order of the
surer links would expect the partner. All of it is free of the scale of an encoder: shares, margins and ranks.
"""

from __future__ import annotations

import math

import numpy as np

from diffview.alignment.pairs import Pairs, Places, Values
from diffview.alignment.similarity import Likeness

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
    "content_more",
    "content_less",
)
"""The content is one of words; by words alone it gives too much weight to the few that a rewording keeps."""
_BY_IDEAS = ("told_more", "told_less", "ideas")
"""What a list of words knows takes the place of what vectors know."""
_WORD_MARGINS = ("overlap", "shared", "words_around")
_VECTOR_MARGINS = (
    "cosine",
    "matched_less",
    "home_more",
    "home_less",
    "clauses",
    "pooled",
    "around_1",
    "around_4",
    "content_less",
)
_IDEA_MARGINS = ("told_less", "ideas")
_BEST = 5
_MOSTLY = 0.5
_AT_ONCE = 500
"""Rows of a table of all links that are worked on together."""


def first_round(likeness: Likeness) -> dict[str, Values]:
    """Return the features by name, each with one value for each pair that is looked at."""
    vectors = "cosine" in likeness.values
    plain = (*_BY_WORDS, *(_BY_VECTORS if vectors else _BY_IDEAS))
    margins = (*_WORD_MARGINS, *(_VECTOR_MARGINS if vectors else _IDEA_MARGINS))
    values = {name: likeness.scale.even(name, likeness.values[name]) for name in (*plain, *margins)}
    found = {name: values[name] for name in plain}
    return found | {f"{name}_margin": above_rivals(values[name], likeness.pairs) for name in margins}


def above_rivals(values: Values, pairs: Pairs) -> Values:
    """Return how far each pair stands above the mean of the best of its row and column.

    After Conneau et al. 2018 (CSLS): it lowers passages that resemble everything.
    """
    across, down = (pairs.mean_of_best(values, axis, _BEST) for axis in (1, 0))
    return values - (across + down) / 2


def second_round(likeness: Likeness, chance: Values) -> dict[str, Values]:
    """Return the features that look at `chance`, what the first round thought of every pair.

    `rival`: the best other partner of either passage; `crowd`: all other partners together; `dense`: links close by;
    `leaning` and `following`: the link of the passage before one that leans on it; `off_course`: how far the pair is
    from where the order of the surer links expects it; `kin`: how much of either article the other tells at all;
    `same`: how much of them is the same to the letter, and what that makes of rivals and of order.
    """
    pairs = likeness.pairs
    rivals = _logit(pairs.best_other(chance, 0)), _logit(pairs.best_other(chance, 1))
    crowds = pairs.others(chance, 0), pairs.others(chance, 1)
    leaning, following = _leaning(likeness, chance)
    off_course = _off_course(pairs, chance)
    same = _share_of_the_same(likeness)
    kin = max(pairs.largest(chance, 0).mean(), pairs.largest(chance, 1).mean())
    return {
        "logit": _logit(chance),
        "rival_less": np.minimum(*rivals),
        "rival_more": np.maximum(*rivals),
        "crowd_less": np.minimum(*crowds),
        "crowd_more": np.maximum(*crowds),
        "dense": np.log1p(_dense(pairs, chance)),
        "leaning": leaning,
        "following": following,
        "off_course": off_course,
        "kin": np.full(len(pairs), math.log(kin + 0.01)),
        "same": np.full(len(pairs), same),
        "same_rival_less": same * np.minimum(*rivals),
        "same_rival_more": same * np.maximum(*rivals),
        "same_logit": same * _logit(chance),
        "same_off_course": same * off_course,
    }


def _logit(chance: Values) -> Values:
    inner = np.clip(chance, 1e-4, 1 - 1e-4)
    logit: Values = np.log(inner / (1 - inner))
    return logit


def _dense(pairs: Pairs, chance: Values) -> Values:
    """Return the links up to two steps off on both sides, nearer ones counting more."""
    total = np.zeros(len(pairs))
    for a in (-2, -1, 1, 2):
        for b in (-2, -1, 1, 2):
            total += pairs.beside(chance, a, b) / (abs(a) + abs(b))
    return total


def _share_of_the_same(likeness: Likeness) -> float:
    """Return the share of passages of the side with fewer such that stand word for word on the other, up to a half."""
    identical = likeness.values["identical"]
    shares = (float(likeness.pairs.largest(identical, axis).mean()) for axis in (0, 1))
    return min(_MOSTLY, *shares)


def _leaning(likeness: Likeness, chance: Values) -> tuple[Values, Values]:
    """Return the link of the passage before, for passages that lean on it: to the same partner, and to the one before.

    A passage leans when it opens with a pronoun or goes on quoting without saying who speaks.
    """
    pairs = likeness.pairs
    left = np.array([wording.leans for wording in likeness.left], float)[pairs.rows]
    right = np.array([wording.leans for wording in likeness.right], float)[pairs.columns]
    same = np.maximum(left * pairs.beside(chance, -1, 0), right * pairs.beside(chance, 0, -1))
    step: Values = np.maximum(left, right) * pairs.beside(chance, -1, -1)
    return same, step


def _off_course(pairs: Pairs, chance: Values) -> Values:
    """Return how far each pair lies from where the surer links expect it, times how well those keep one order."""
    surest = np.maximum(pairs.largest(chance, 1)[pairs.rows], pairs.largest(chance, 0)[pairs.columns])
    best = (chance > 0.5) & (chance >= surest)
    rows, columns = pairs.rows[best], pairs.columns[best]
    if len(rows) < 3:
        return np.zeros(len(pairs))
    order = max(0.0, _concord(rows, columns)) ** 3
    if not order:
        return np.zeros(len(pairs))
    across = np.abs(pairs.columns - _expected(pairs.shape[0], rows, columns)[pairs.rows]) / max(1, pairs.shape[1])
    down = np.abs(pairs.rows - _expected(pairs.shape[1], columns, rows)[pairs.columns]) / max(1, pairs.shape[0])
    return order * np.minimum(across, down)


def _concord(rows: Places, columns: Places) -> float:
    """Return Kendall's tau of the links: 1 when none cross, 0 when half of the pairs of links do."""
    total = number = 0
    for first in range(0, len(rows), _AT_ONCE):
        part = slice(first, first + _AT_ONCE)
        signs = np.sign(np.subtract.outer(rows[part], rows)) * np.sign(np.subtract.outer(columns[part], columns))
        total += int(signs.sum())
        number += int(np.count_nonzero(signs))
    return total / max(1, number)


def _expected(size: int, rows: Places, columns: Places) -> Values:
    """Return for each of `size` rows the column that the links around it lead to."""
    found = np.zeros(size)
    for first in range(0, size, _AT_ONCE):
        here = np.arange(first, min(first + _AT_ONCE, size))[:, None]
        gap = np.abs(here - rows[None]).astype(float)
        gap[gap == 0] = np.inf
        weight = np.exp(-gap / 2.0) + 1e-12
        found[here[:, 0]] = (weight * (columns[None] + here - rows[None])).sum(axis=1) / weight.sum(axis=1)
    return found
