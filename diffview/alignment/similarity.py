"""How alike are the passages of two articles, by each kind of evidence?

Every measure is a table, left passages down and right ones across. Words count by their rarity in this pair of
articles. Costly measures are taken only where a cheap one puts a pair among the best of its row or column.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from diffview.alignment.wording import Wording, figure_stem
from diffview.model import Encoded, Floats
from diffview.words import fold

Table = NDArray[np.float64]
Mask = NDArray[np.bool_]

_LIGHT_WEIGHT = 0.05
_TOKEN_FLOOR = 0.02
_TINY = 1e-9
_SMALL = 8192


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare each stem is in this pair of articles: 1 for a single passage, near 0 for a word in all of them."""

    weight: dict[str, float]
    index: dict[str, int]
    vector: NDArray[np.float64]

    @classmethod
    def of(cls, wordings: Sequence[Wording]) -> Rarity:
        """Count in how many passages each stem stands."""
        spread = Counter(stem for wording in wordings for stem in set(wording.stems))
        light = {s for w in wordings for s, is_light in zip(w.stems, w.light, strict=True) if is_light}
        scale = math.log(len(wordings) + 1)
        weight = {
            stem: (_LIGHT_WEIGHT if stem in light else 1.0) * math.log((len(wordings) + 1) / count) / scale
            for stem, count in spread.items()
        }
        return cls(weight, {stem: k for k, stem in enumerate(weight)}, np.fromiter(weight.values(), float, len(weight)))

    def rows(self, sets: Sequence[Iterable[str]]) -> Table:
        """Return one row of ones and zeros a passage, a column for each stem."""
        table = np.zeros((len(sets), len(self.index)))
        for row, stems in zip(table, sets, strict=True):
            row[[self.index[stem] for stem in stems if stem in self.index]] = 1.0
        return table


@dataclass(frozen=True, slots=True)
class Likeness:
    """All measures of a pair of articles, and where the costly ones were taken (`near`)."""

    left: tuple[Wording, ...]
    right: tuple[Wording, ...]
    rarity: Rarity
    tables: dict[str, Table] = field(default_factory=dict)
    near: Mask = field(default_factory=lambda: np.zeros((0, 0), bool))

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of passages."""
        return len(self.left), len(self.right)


def measure(
    left: tuple[Wording, ...],
    right: tuple[Wording, ...],
    encoded: tuple[Sequence[Encoded], Sequence[Encoded]] | None,
    per_passage: int,
) -> Likeness:
    """Take all measures; beyond the `per_passage` best of each row and column the costly ones stay 0."""
    rarity = Rarity.of((*left, *right))
    tables = {**_word_tables(left, right, rarity), **_shape_tables(left, right)}
    if encoded is not None:
        tables.update(_vector_tables(*encoded))
    near = _near([tables[name] for name in ("overlap", "shared", "cosine") if name in tables], per_passage)
    near |= tables["identical"] > 0
    if encoded is not None:
        tables.update(_token_tables((left, right), encoded, rarity, near))
    return Likeness(left, right, rarity, tables, near)


def _near(tables: Sequence[Table], per_passage: int) -> Mask:
    """Return where any of the tables holds one of the `per_passage` best values of a row or column."""
    near = np.zeros(tables[0].shape, bool)
    if near.size <= _SMALL:
        return ~near
    for table in tables:
        for axis, size in enumerate(table.shape):
            place = size - min(per_passage, (size + 1) // 2)
            cut = np.partition(table, place, axis=axis).take([place], axis=axis)
            near |= (table >= cut) & (table > 0)
    return near


def _word_tables(left: Sequence[Wording], right: Sequence[Wording], rarity: Rarity) -> dict[str, Table]:
    ones, others = (rarity.rows([wording.stems for wording in side]) for side in (left, right))
    weight = rarity.vector
    shared = (ones * weight) @ others.T
    one, other = (ones @ weight)[:, None], (others @ weight)[None]
    length, breadth = np.sqrt(ones @ weight**2)[:, None], np.sqrt(others @ weight**2)[None]
    return {
        "contained": shared / (np.minimum(one, other) + 0.5),
        "covered": shared / (np.maximum(one, other) + _TINY),
        "overlap": (ones * weight**2) @ others.T / (length * breadth + _TINY),
        "shared": np.log1p((ones * weight**3) @ others.T),
        "names": _common(left, right, rarity, lambda wording: wording.names),
        "figures": _common(left, right, rarity, lambda wording: map(figure_stem, wording.figures)),
        "speaker": np.minimum(1.0, _common(left, right, rarity, lambda wording: wording.speakers)),
        "pairs": _runs(left, right, 2, rarity),
        "triples": _runs(left, right, 3, rarity),
    }


def _common(
    left: Sequence[Wording], right: Sequence[Wording], rarity: Rarity, of: Callable[[Wording], Iterable[str]]
) -> Table:
    """Return the summed rarity of what two passages have in common, damped."""
    ones, others = (rarity.rows([tuple(of(wording)) for wording in side]) for side in (left, right))
    return np.log1p((ones * rarity.vector) @ others.T)


def _runs(left: Sequence[Wording], right: Sequence[Wording], size: int, rarity: Rarity) -> Table:
    """Return how many rare runs of `size` words two passages have in common, damped."""
    grams = [[_grams(wording.stems, size) for wording in side] for side in (left, right)]
    spread = Counter(gram for side in grams for found in side for gram in found)
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, found in enumerate(grams[1]):
        for gram in found:
            where[gram].append(j)
    total = len(left) + len(right) + 1
    table = np.zeros((len(left), len(right)))
    for i, found in enumerate(grams[0]):
        for gram in found & where.keys():
            rare = math.log(total / spread[gram]) / math.log(total)
            table[i, where[gram]] += rare * min(1.0, sum(rarity.weight[stem] for stem in gram))
    return np.log1p(table)


def _grams(stems: tuple[str, ...], size: int) -> frozenset[tuple[str, ...]]:
    return frozenset(stems[k : k + size] for k in range(len(stems) - size + 1))


def _shape_tables(left: Sequence[Wording], right: Sequence[Wording]) -> dict[str, Table]:
    """Return what can be said of two passages without looking for common words."""
    sizes = [np.array([len(wording.stems) for wording in side], float) for side in (left, right)]
    longer, shorter = np.maximum.outer(*sizes), np.minimum.outer(*sizes)
    quotes = np.outer(*([wording.quotes for wording in side] for side in (left, right))).astype(float)
    folded = [np.array([fold(wording.text) for wording in side], object) for side in (left, right)]
    return {
        "length_ratio": np.log(shorter / longer),
        "short": np.log(shorter),
        "both_quote": quotes,
        "identical": np.equal.outer(*folded).astype(float),
        "figures_near": _figures_near(left, right),
    }


def _figures_near(left: Sequence[Wording], right: Sequence[Wording]) -> Table:
    """Return how close the closest two rounded figures come: 1 for the same large number, 0 beyond 15 per cent."""
    table = np.zeros((len(left), len(right)))
    owners, values = zip(*(_round_figures(side) for side in (left, right)), strict=True)
    if not (len(values[0]) and len(values[1])):
        return table
    low, high = np.minimum.outer(*values), np.maximum.outer(*values)
    close = np.clip((low / high - 0.85) / 0.15, 0, None) * np.minimum(1, np.log10(high) / 3 + 0.3)
    np.maximum.at(table, np.ix_(*owners), close)
    return table


def _round_figures(side: Sequence[Wording]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return the figures that may be rounded (no small counts, no years), and the passages they stand in."""
    found = [(k, value) for k, wording in enumerate(side) for value in wording.figures if _roundable(value)]
    return np.array([k for k, _ in found], np.intp), np.array([value for _, value in found])


def _roundable(value: float) -> bool:
    return value > 3 and not 1900 < value < 2100


def _vector_tables(left: Sequence[Encoded], right: Sequence[Encoded]) -> dict[str, Table]:
    ones, others = (np.array([text.vector for text in side], np.float32) for side in (left, right))
    middle = np.concatenate([ones, others]).mean(axis=0)
    return {
        "cosine": np.asarray(ones @ others.T, float),
        "centred_cosine": np.asarray(_unit(ones - middle) @ _unit(others - middle).T, float),
    }


def _unit(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    unit: Floats = (vectors / np.maximum(lengths, _TINY)).astype(np.float32)
    return unit


def _token_tables(
    sides: tuple[Sequence[Wording], Sequence[Wording]],
    encoded: tuple[Sequence[Encoded], Sequence[Encoded]],
    rarity: Rarity,
    near: Mask,
) -> dict[str, Table]:
    """Compare word by word: how much of one passage's rarer meaning finds its like in the other."""
    words = [[word_vectors(w, e) for w, e in zip(*both, strict=True)] for both in zip(sides, encoded, strict=True)]
    weights = [
        [np.array([rarity.weight.get(stem, 0.0) + _TOKEN_FLOOR for stem in w.stems]) for w in side] for side in sides
    ]
    forth, back = _late_interaction(words, weights, near)
    middle = np.concatenate([matrix for side in words for matrix in side]).mean(axis=0)
    centred = [[_unit(matrix - middle) for matrix in side] for side in words]
    there, again = _late_interaction(centred, weights, near)
    return {
        "tokens_more": np.maximum(forth, back),
        "tokens_less": np.minimum(forth, back),
        "centred_more": np.maximum(there, again),
        "centred_less": np.minimum(there, again),
        "clauses": _clause_table(sides, centred, near),
    }


def word_vectors(wording: Wording, encoded: Encoded) -> Floats:
    """Return one vector a word of `wording`: the mean of the encoder's tokens that lie in it, of length 1."""
    starts = np.array([span.start for span in encoded.tokens])
    ends = np.array([span.end for span in encoded.tokens])
    found = np.zeros((len(wording.spans), encoded.vector.shape[0]), np.float32)
    for row, span in zip(found, wording.spans, strict=True):
        inside = (starts < span.end) & (ends > span.start) if len(starts) else np.zeros(0, bool)
        row[:] = encoded.token_vectors[inside].mean(axis=0) if inside.any() else 0.0
    return _unit(found)


def _late_interaction(
    words: Sequence[Sequence[Floats]], weights: Sequence[Sequence[NDArray[np.float64]]], near: Mask
) -> tuple[Table, Table]:
    """Return for each near pair the weighted mean of each word's best likeness, from the left and from the right.

    After Khattab & Zaharia 2020 (ColBERT), with words weighted by rarity.
    """
    forth, back = np.zeros(near.shape), np.zeros(near.shape)
    for i, columns in enumerate(map(np.flatnonzero, near)):
        if not len(columns):
            continue
        starts = np.cumsum([0] + [len(words[1][j]) for j in columns[:-1]])
        grid = words[0][i] @ np.concatenate([words[1][j] for j in columns]).T
        best = np.maximum.reduceat(grid, starts, axis=1)
        forth[i, columns] = weights[0][i] @ best / weights[0][i].sum()
        weight = np.concatenate([weights[1][j] for j in columns])
        back[i, columns] = np.add.reduceat(grid.max(axis=0) * weight, starts) / np.add.reduceat(weight, starts)
    return forth, back


def _clause_table(
    sides: tuple[Sequence[Wording], Sequence[Wording]], words: Sequence[Sequence[Floats]], near: Mask
) -> Table:
    """Return how like the best clause of one passage is to the whole of the other."""
    clauses = [
        [_unit(np.array([m[a:b].mean(axis=0) for a, b in w.clauses], np.float32)) for w, m in zip(*both, strict=True)]
        for both in zip(sides, words, strict=True)
    ]
    wholes = [_unit(np.array([m.mean(axis=0) for m in side], np.float32)) for side in words]
    down, across = (np.cumsum([0] + [len(part) for part in side[:-1]]) for side in clauses)
    left = np.maximum.reduceat(np.concatenate(clauses[0]) @ wholes[1].T, down, axis=0)
    right = np.maximum.reduceat(wholes[0] @ np.concatenate(clauses[1]).T, across, axis=1)
    return np.where(near, np.maximum(left, right), 0.0)
