"""How alike are the passages of two articles, by each kind of evidence?

Every measure is a table, left passages down and right ones across. Words count by their rarity in this pair of
articles. Costly measures are taken only where a cheap one puts a pair among the best of its row or column.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from diffview.alignment.tokens import Mask, Table, smoothed, token_tables, unit
from diffview.alignment.wording import Wording, figure_stem
from diffview.model import Encoded, Floats
from diffview.words import fold

_LIGHT_WEIGHT = 0.05
_TINY = 1e-9
_SMALL = 8192
_NEAR = 0.85
_MOST_FIGURES = 12


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
        tables.update(token_tables((left, right), encoded, rarity.weight, near))
    return Likeness(left, right, rarity, tables, near)


def _near(tables: Sequence[Table], per_passage: int) -> Mask:
    """Return where any of the tables holds one of the `per_passage` best values of a row or column."""
    near = np.zeros(tables[0].shape, bool)
    if near.size <= _SMALL:
        return ~near
    for table in tables:
        for axis, size in enumerate(table.shape):
            count = min(per_passage, (size + 1) // 2)
            best = np.argpartition(table, size - count, axis=axis).take(range(size - count, size), axis=axis)
            np.put_along_axis(near, best, values=True, axis=axis)
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
        "words_around": _unit_rows(smoothed(ones * weight, 1)) @ _unit_rows(smoothed(others * weight, 1)).T,
    }


def _unit_rows(rows: Table) -> Table:
    lengths: Table = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _TINY)
    return rows / lengths


def _common(
    left: Sequence[Wording], right: Sequence[Wording], rarity: Rarity, of: Callable[[Wording], Iterable[str]]
) -> Table:
    """Return the summed rarity of what two passages have in common, damped."""
    ones, others = (rarity.rows([tuple(of(wording)) for wording in side]) for side in (left, right))
    return np.log1p((ones * rarity.vector) @ others.T)


def _shape_tables(left: Sequence[Wording], right: Sequence[Wording]) -> dict[str, Table]:
    """Return what can be said of two passages without looking for common words."""
    sizes = [np.array([len(wording.stems) for wording in side], float) for side in (left, right)]
    longer, shorter = np.maximum.outer(*sizes), np.minimum.outer(*sizes)
    quotes = [np.array([wording.quotes for wording in side], float) for side in (left, right)]
    folded = [np.array([fold(wording.text) for wording in side], object) for side in (left, right)]
    return {
        "length_ratio": np.log(shorter / longer),
        "short": np.log(shorter),
        "both_quote": np.outer(quotes[0], quotes[1]),
        "identical": np.equal.outer(*folded).astype(float),
        "figures_near": _figures_near(left, right),
    }


def _figures_near(left: Sequence[Wording], right: Sequence[Wording]) -> Table:
    """Return how close the closest two rounded figures come: 1 for the same large number, 0 beyond 15 per cent."""
    table = np.zeros((len(left), len(right)))
    owners, values = _round_figures(right)
    order = np.argsort(values, kind="stable")
    owners, values = owners[order], values[order]
    for i, value in zip(*_round_figures(left), strict=True):
        first, last = np.searchsorted(values, (value * _NEAR, value / _NEAR))
        others = values[first:last]
        share = np.minimum(others, value) / np.maximum(others, value)
        close = (share - _NEAR) / (1 - _NEAR) * np.minimum(1, np.log10(np.maximum(others, value)) / 3 + 0.3)
        np.maximum.at(table[i], owners[first:last], close)
    return table


def _round_figures(side: Sequence[Wording]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return the figures that may be rounded (no small counts, no years), and the passages they stand in."""
    found = [
        (k, value)
        for k, wording in enumerate(side)
        for value in tuple(filter(_roundable, dict.fromkeys(wording.figures)))[:_MOST_FIGURES]
    ]
    return np.array([k for k, _ in found], np.intp), np.array([value for _, value in found])


def _roundable(value: float) -> bool:
    return value > 3 and not 1900 < value < 2100


def _vector_tables(left: Sequence[Encoded], right: Sequence[Encoded]) -> dict[str, Table]:
    ones, others = (np.array([text.vector for text in side], np.float32) for side in (left, right))
    centred = _centred(left, right)
    return {
        "cosine": np.asarray(ones @ others.T, float),
        "centred_cosine": np.asarray(centred[0] @ centred[1].T, float),
    }


def _centred(left: Sequence[Encoded], right: Sequence[Encoded]) -> tuple[Floats, Floats]:
    """Return the passages' vectors as seen from the middle of this pair of articles."""
    ones, others = (np.array([text.vector for text in side], np.float32) for side in (left, right))
    middle = np.concatenate([ones, others]).mean(axis=0)
    return unit(ones - middle), unit(others - middle)
