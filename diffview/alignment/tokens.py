"""How well does the meaning of one passage, word by word, find its like in another?

All vectors are seen from the middle of this pair of articles: what every passage shares, the topic and the habits of
the encoder, drops out, so that the measures mean the same for any encoder.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from diffview.alignment.wording import Wording
from diffview.model import Encoded, Floats

Table = NDArray[np.float64]
Mask = NDArray[np.bool_]
Sides = tuple[Sequence[Wording], Sequence[Wording]]

_FLOOR = 0.02
_SHARPNESS = 0.03
_TINY = 1e-9


def token_tables(
    sides: Sides,
    encoded: tuple[Sequence[Encoded], Sequence[Encoded]],
    rarity: Mapping[str, float],
    near: Mask,
) -> dict[str, Table]:
    """Return the measures that need one vector a word; where `near` is false those that are costly stay 0.

    `matched`: how much of one passage's meaning, weighted by rarity, finds its like in the other; `home`: how much of
    it finds its like there rather than in any other passage; both from the passage that fares better (`_more`) and
    from the other (`_less`). `clauses`: the best clause of one against the whole of the other. `pooled`: the whole
    against the whole; `around_1`, `around_4`: the same with that many neighbours on each side fading in.
    """
    words = [[word_vectors(w, e) for w, e in zip(*both, strict=True)] for both in zip(sides, encoded, strict=True)]
    middle = np.concatenate([matrix for side in words for matrix in side]).mean(axis=0)
    centred = [[unit(matrix - middle) for matrix in side] for side in words]
    weights = [[_weights(wording, rarity) for wording in side] for side in sides]
    forth, home = _late_interaction(centred[0], centred[1], weights[0], near)
    back, haven = (table.T for table in _late_interaction(centred[1], centred[0], weights[1], near.T))
    pooled = [_pooled(*both) for both in zip(centred, weights, strict=True)]
    return {
        "matched_more": np.maximum(forth, back),
        "matched_less": np.minimum(forth, back),
        "home_more": np.maximum(home, haven),
        "home_less": np.minimum(home, haven),
        "clauses": np.where(near, _clause_table(sides, centred), 0.0),
        "pooled": _cosines(*pooled),
        "around_1": _cosines(*(smoothed(side, 1) for side in pooled)),
        "around_4": _cosines(*(smoothed(side, 4) for side in pooled)),
    }


def word_vectors(wording: Wording, encoded: Encoded) -> Floats:
    """Return one vector a word: the mean of the encoder's tokens that lie in it, of length 1.

    An encoder that does not say where its tokens stand lends every word the vector of the passage.
    """
    if not len(encoded.tokens):
        return unit(np.tile(encoded.vector, (len(wording.spans), 1)))
    borders = np.array([(span.start, span.end) for span in encoded.tokens])
    starts = np.array([span.start for span in wording.spans])[:, None]
    ends = np.array([span.end for span in wording.spans])[:, None]
    inside = (borders[None, :, 0] < ends) & (borders[None, :, 1] > starts)
    return unit(inside.astype(np.float32) @ encoded.token_vectors)


def unit(vectors: Floats) -> Floats:
    """Return the vectors scaled to length 1; a zero vector stays zero."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Floats = (vectors / np.maximum(lengths, _TINY)).astype(np.float32)
    return scaled


def smoothed(rows: Table, width: int) -> Table:
    """Return each row with its neighbours mixed in, fading out over `width` rows on each side."""
    mixed = rows.astype(float)
    for step in range(1, min(width, len(rows) - 1) + 1):
        share = 1.0 - step / (width + 1)
        mixed[step:] += share * rows[:-step]
        mixed[:-step] += share * rows[step:]
    return mixed


def _weights(wording: Wording, rarity: Mapping[str, float]) -> NDArray[np.float64]:
    return np.array([rarity.get(stem, 0.0) + _FLOOR for stem in wording.stems])


def _late_interaction(
    words: Sequence[Floats], others: Sequence[Floats], weights: Sequence[NDArray[np.float64]], near: Mask
) -> tuple[Table, Table]:
    """Return how well each passage's words are matched in each near other passage, and which is their home.

    The first is the weighted mean of each word's best likeness, after Khattab & Zaharia 2020 (ColBERT); the second the
    weighted share of words whose best likeness is in that passage, shared out softly where it is a close call.
    """
    matched, home = np.zeros(near.shape), np.zeros(near.shape)
    for i, row in enumerate(near):
        columns = np.flatnonzero(row).tolist()
        if not columns:
            continue
        starts = np.cumsum([0] + [len(others[j]) for j in columns[:-1]])
        grid = words[i] @ np.concatenate([others[j] for j in columns]).T
        best = np.maximum.reduceat(grid, starts, axis=1)
        share = np.exp((best - best.max(axis=1, keepdims=True)) / _SHARPNESS)
        weight = weights[i] / weights[i].sum()
        matched[i, columns] = weight @ best
        home[i, columns] = weight @ (share / share.sum(axis=1, keepdims=True))
    return matched, home


def _pooled(words: Sequence[Floats], weights: Sequence[NDArray[np.float64]]) -> Table:
    return np.array([weight @ matrix for matrix, weight in zip(words, weights, strict=True)])


def _cosines(left: Table, right: Table) -> Table:
    return np.asarray(unit(left.astype(np.float32)) @ unit(right.astype(np.float32)).T, float)


def _clause_table(sides: Sides, words: Sequence[Sequence[Floats]]) -> Table:
    clauses = [
        [unit(np.array([m[a:b].mean(axis=0) for a, b in w.clauses], np.float32)) for w, m in zip(*both, strict=True)]
        for both in zip(sides, words, strict=True)
    ]
    wholes = [unit(np.array([m.mean(axis=0) for m in side], np.float32)) for side in words]
    down, across = (np.cumsum([0] + [len(part) for part in side[:-1]]) for side in clauses)
    left = np.maximum.reduceat(np.concatenate(clauses[0]) @ wholes[1].T, down, axis=0)
    right = np.maximum.reduceat(wholes[0] @ np.concatenate(clauses[1]).T, across, axis=1)
    best: Table = np.maximum(left, right).astype(float)
    return best
