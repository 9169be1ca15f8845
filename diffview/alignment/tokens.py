"""How well does the meaning of one passage, word by word, find its like in another?

All vectors are seen from the middle of this pair of articles: what every passage shares, the topic and the habits of
the encoder, drops out, so that the measures mean the same for any encoder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diffview.alignment.encoder_windows import unit
from diffview.alignment.pairs import Pairs, Places, Table, Values
from diffview.alignment.wording import Wording
from diffview.model import Encoded, Floats

Tell = Callable[[int, int], None]
"""Called with (done, total); it may raise `Cancelled` to stop the work."""
Sides = tuple[Sequence[Wording], Sequence[Wording]]

_FLOOR = 0.02
_SHARPNESS = 0.03
_FULL_PRECISION = 100_000
"""Vectors kept in full; where there are more, in books, half precision keeps them within memory."""
_PASSAGES_AT_ONCE = 1000
_ENOUGH = 8
"""Passages of both articles together from which their middle is what they share rather than what one of them says."""


@dataclass(frozen=True, slots=True, eq=False)
class Ragged:
    """Several vectors for each passage, of length 1, in one block: those of passage k from `starts[k]` on."""

    flat: NDArray[np.floating]
    starts: Places

    @classmethod
    def of(cls, matrices: Iterable[Floats], counts: Sequence[int], width: int) -> Ragged:
        """Gather matrices of `counts` rows and `width` columns, one a passage."""
        starts = np.cumsum([0, *counts])
        flat = np.empty((starts[-1], width), np.float32 if starts[-1] <= _FULL_PRECISION else np.float16)
        for k, matrix in enumerate(matrices):
            flat[starts[k] : starts[k + 1]] = matrix
        return cls(flat, starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def counts(self) -> Places:
        """How many vectors each passage has."""
        return np.diff(self.starts)

    def __getitem__(self, k: int) -> Floats:
        """Return the vectors of one passage."""
        return self.flat[self.starts[k] : self.starts[k + 1]].astype(np.float32, copy=False)

    def many(self, places: Places) -> Floats:
        """Return the vectors of several passages, one after the other."""
        if len(places) == len(self):
            return self.flat.astype(np.float32, copy=False)
        parts = [self.flat[self.starts[k] : self.starts[k + 1]] for k in places.tolist()]
        return np.concatenate(parts).astype(np.float32, copy=False)

    def centre(self, middle: Floats) -> None:
        """See all vectors from `middle`."""
        for first in range(0, len(self), _PASSAGES_AT_ONCE):
            part = self.flat[self.starts[first] : self.starts[min(first + _PASSAGES_AT_ONCE, len(self))]]
            part[:] = unit(part.astype(np.float32) - middle)


def token_values(
    sides: Sides,
    encoded: tuple[Sequence[Encoded], Sequence[Encoded]],
    rarity: Mapping[str, float],
    pairs: Pairs,
    tell: Tell,
    contrast: float = 1.0,
) -> dict[str, Values]:
    """Return the measures that need one vector a word, one value for each pair; `tell` hears of every passage.

    `contrast`: how far apart words lie for this encoder, beside the one whose weights judge them (`Scale.contrast`).
    `matched`: how much of one passage's meaning, weighted by rarity, finds its like in the other; `home`: how much of
    it finds its like there rather than in any other passage; both from the passage that fares better (`_more`) and
    from the other (`_less`). `clauses`: the best clause of one against the whole of the other. `pooled`: the whole
    against the whole; `around_1`, `around_4`: the same with that many neighbours on each side fading in.
    """
    words = _centred_words(sides, encoded)
    weights = [[_weights(wording, rarity) for wording in side] for side in sides]
    forth, home, back, haven = _late_interaction(words, weights, pairs, tell, _SHARPNESS * contrast)
    pooled = [_pooled(*both) for both in zip(words, weights, strict=True)]
    return {
        "matched_more": np.maximum(forth, back),
        "matched_less": np.minimum(forth, back),
        "home_more": np.maximum(home, haven),
        "home_less": np.minimum(home, haven),
        "clauses": _clause_values(sides, words, pairs),
        "pooled": cosines(pooled[0], pooled[1], pairs),
        "around_1": cosines(smoothed(pooled[0], 1), smoothed(pooled[1], 1), pairs),
        "around_4": cosines(smoothed(pooled[0], 4), smoothed(pooled[1], 4), pairs),
    }


def _centred_words(sides: Sides, encoded: tuple[Sequence[Encoded], Sequence[Encoded]]) -> tuple[Ragged, Ragged]:
    width = len(encoded[0][0].vector)
    words = [
        Ragged.of(
            (word_vectors(w, e) for w, e in zip(wordings, texts, strict=True)), [len(w.spans) for w in wordings], width
        )
        for wordings, texts in zip(sides, encoded, strict=True)
    ]
    total = sum(side.flat.sum(axis=0, dtype=np.float64) for side in words)
    middle = (total / sum(len(side.flat) for side in words)).astype(np.float32)
    middle *= firmness(len(sides[0]) + len(sides[1]))
    for side in words:
        side.centre(middle)
    return words[0], words[1]


def firmness(passages: int) -> float:
    """Return how far the middle of so many passages may be taken out of them: not at all for one against one.

    Two vectors lie opposite each other as seen from their middle, whatever they say.
    """
    return min(1.0, (passages - 2) / (_ENOUGH - 2))


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
    return unit(inside.astype(np.float32) @ encoded.token_vectors.astype(np.float32, copy=False))


def smoothed(rows: Table, width: int) -> Table:
    """Return each row with its neighbours mixed in, fading out over `width` rows on each side."""
    mixed = rows.astype(float)
    for step in range(1, min(width, len(rows) - 1) + 1):
        share = 1.0 - step / (width + 1)
        mixed[step:] += share * rows[:-step]
        mixed[:-step] += share * rows[step:]
    return mixed


def cosines(left: Table | Floats, right: Table | Floats, pairs: Pairs) -> Values:
    """Return the cosine of the vectors of each pair, given one vector a passage."""
    ones, others = unit(left.astype(np.float32)), unit(right.astype(np.float32))
    found = np.zeros(len(pairs))
    for i, vector in enumerate(ones):
        here = pairs.row(i)
        found[here] = others[pairs.columns[here]] @ vector
    return found


def _weights(wording: Wording, rarity: Mapping[str, float]) -> Values:
    return np.array([rarity.get(stem, 0.0) + _FLOOR for stem in wording.stems])


def _pooled(words: Ragged, weights: Sequence[Values]) -> Table:
    return np.array([weight @ words[k] for k, weight in enumerate(weights)])


def _late_interaction(
    sides: tuple[Ragged, Ragged], weights: Sequence[Sequence[Values]], pairs: Pairs, tell: Tell, sharpness: float
) -> tuple[Values, Values, Values, Values]:
    """Return how well each passage's words are matched in each partner, and which is their home; forth, then back.

    The first is the weighted mean of each word's best likeness, after Khattab & Zaharia 2020 (ColBERT); the second the
    weighted share of words whose best likeness is in that passage, shared out softly where it is a close call.
    """
    forth, home, back, haven = (np.zeros(len(pairs)) for _ in range(4))
    words, others = sides
    counts = others.counts
    places = np.cumsum([0, *counts[pairs.columns]])
    best_back = np.zeros(places[-1], np.float32)  # of each word of each right partner, its best likeness on the left
    for i in range(len(words)):
        tell(i, len(words))
        here = pairs.row(i)
        if here.start < here.stop:
            grid = words[i] @ others.many(pairs.columns[here]).T
            best = np.maximum.reduceat(grid, places[here] - places[here.start], axis=1)
            forth[here], home[here] = _settled(best, weights[0][i], sharpness, pairs.times(here, 1))
            best_back[places[here.start] : places[here.stop]] = grid.max(axis=0)
    for j, count in enumerate(counts):
        found = pairs.column(j)
        if len(found):
            best = best_back[places[found][None] + np.arange(count)[:, None]]
            back[found], haven[found] = _settled(best, weights[1][j], sharpness, pairs.times(found, 0))
    return forth, home, back, haven


def _settled(best: Floats, weights: Values, sharpness: float, times: Values) -> tuple[Values, Values]:
    """Return the matched and the home share of each partner; `best` has a row for each word, a column for each.

    A text that stands there several `times` takes nothing away from itself.
    """
    share = np.exp((best - best.max(axis=1, keepdims=True)) / sharpness)
    weight = weights / weights.sum()
    return weight @ best, weight @ (share / (share / times).sum(axis=1, keepdims=True))


def _clause_values(sides: Sides, words: tuple[Ragged, Ragged], pairs: Pairs) -> Values:
    clauses = [_clauses(*both) for both in zip(sides, words, strict=True)]
    wholes = [unit(np.array([part[k].mean(axis=0) for k in range(len(part))], np.float32)) for part in words]
    found = np.zeros(len(pairs))
    counts = clauses[1].counts
    for i in range(len(words[0])):
        here = pairs.row(i)
        columns = pairs.columns[here]
        if len(columns):
            starts = np.cumsum([0, *counts[columns[:-1]]])
            back = np.maximum.reduceat(clauses[1].many(columns) @ wholes[0][i], starts)
            found[here] = np.maximum((clauses[0][i] @ wholes[1][columns].T).max(axis=0), back)
    return found


def _clauses(side: Sequence[Wording], words: Ragged) -> Ragged:
    """Return one vector for each clause of each passage."""
    matrices = (
        unit(np.array([words[k][a:b].mean(axis=0) for a, b in wording.clauses], np.float32))
        for k, wording in enumerate(side)
    )
    return Ragged.of(matrices, [len(wording.clauses) for wording in side], words.flat.shape[1])
