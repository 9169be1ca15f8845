"""How alike are the passages of two articles, by each kind of evidence?

Every measure has one value for each pair that is looked at: all of them in short articles, otherwise those which a
cheap measure puts among the best of a left or right passage. Words count by their rarity in their article.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diffview.alignment.attribution import told_stems
from diffview.alignment.encoder_windows import unit
from diffview.alignment.grouping import same_pairs
from diffview.alignment.ideas import idea_values
from diffview.alignment.pairs import Pairs, Shortlist, Table, Values
from diffview.alignment.scale import PLAIN, Scale
from diffview.alignment.sharing import Sharing, blocks, values_of
from diffview.alignment.tokens import Tell, cosines, firmness, smoothed, token_values
from diffview.alignment.wording import Wording, figure_stem
from diffview.model import Encoded, Floats
from diffview.words import fold

_LIGHT_WEIGHT = 0.05
_TINY = 1e-9
_SMALL = 8192
_NEAR = 0.85
_MOST_FIGURES = 12
_BESIDE = 0.5
"""How much of its neighbours' words a passage takes on where its surroundings are compared."""
CONTAINED_BESIDE = 0.5
"""Added to the weight of a passage where the share of it that another holds is measured: a word or two prove little."""
_Vectors = tuple[Sequence[Encoded], Sequence[Encoded]]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare each stem is in its article: 1 for a word of one passage, near 0 for a word in all of them.

    A word of both articles is as rare as in the one that uses it more freely; that the other has it too makes it no
    commoner, or two headlines alone would have no rare word in common.
    """

    weight: dict[str, float]

    @classmethod
    def of(cls, left: Sequence[Wording], right: Sequence[Wording]) -> Rarity:
        """Count in how many passages of each article every stem stands."""
        light = {s for w in (*left, *right) for s, is_light in zip(w.stems, w.light, strict=True) if is_light}
        weight: dict[str, float] = {}
        for side in (left, right):
            scale = math.log(len(side) + 1)
            for stem, count in Counter(stem for wording in side for stem in set(wording.stems)).items():
                rare = (_LIGHT_WEIGHT if stem in light else 1.0) * math.log((len(side) + 1) / count) / scale
                weight[stem] = min(rare, weight.get(stem, rare))
        return cls(weight)

    def power(self, exponent: int) -> dict[str, float]:
        """Return the weights raised to a power."""
        return {stem: weight**exponent for stem, weight in self.weight.items()}

    def sums(self, side: Sequence[Wording], exponent: int) -> Values:
        """Return for each passage the sum of its words' weights, raised to a power; each word counts once."""
        weight = self.power(exponent)
        return np.array([sum(weight[stem] for stem in dict.fromkeys(wording.stems)) for wording in side])


@dataclass(frozen=True, slots=True)
class Likeness:
    """All measures of a pair of articles; each has one value for each of `pairs`.

    `same`: pairs with equal texts, each passage once; `scale`: what the values of the encoder amount to.
    """

    left: tuple[Wording, ...]
    right: tuple[Wording, ...]
    rarity: Rarity
    pairs: Pairs
    values: dict[str, Values]
    same: tuple[tuple[int, int], ...]
    scale: Scale = PLAIN

    @property
    def kept(self) -> float:
        """The mean share of a passage's words that stand in its best counterpart, on the side with less of them."""
        covered = self.values["covered"]
        return min(float(self.pairs.largest(covered, axis).mean()) for axis in (0, 1))

    def table(self, name: str) -> Table:
        """Return a measure as a table; for small articles only."""
        return self.pairs.table(self.values[name])


def measure(
    left: tuple[Wording, ...],
    right: tuple[Wording, ...],
    encoded: _Vectors | None,
    per_passage: int,
    tell: Tell = lambda _done, _total: None,
    scale: Scale = PLAIN,
) -> Likeness:
    """Take all measures of all pairs; in long articles of the `per_passage` best by each cheap one."""
    rarity = Rarity.of(left, right)
    words = Sharing.of([wording.stems for wording in left], [wording.stems for wording in right])
    folded = [[fold(wording.text) for wording in side] for side in (left, right)]
    same = same_pairs(*folded)
    lengths = np.sqrt(rarity.sums(left, 2)), np.sqrt(rarity.sums(right, 2))
    vectors = None if encoded is None else (_sentences(encoded[0]), _sentences(encoded[1]))
    if len(left) * len(right) <= _SMALL:
        pairs = Pairs.every((len(left), len(right)), (folded[0], folded[1]))
    else:
        keys = _best_keys(words, rarity, lengths, vectors, per_passage, tell)
        keys = np.concatenate([keys, _identical_keys(folded[0], folded[1], same, per_passage)])
        pairs = Pairs.of(words.shape, keys, (folded[0], folded[1]))
    values = {**_word_values(left, right, rarity, words, lengths, pairs), **_shape_values(left, right, folded, pairs)}
    if encoded is None or vectors is None:
        values.update(idea_values(left, right, rarity.weight, pairs))
    else:
        middle = np.concatenate(vectors).mean(axis=0) * firmness(len(left) + len(right))
        values["cosine"] = cosines(*vectors, pairs)
        values["centred_cosine"] = cosines(unit(vectors[0] - middle), unit(vectors[1] - middle), pairs)
        values.update(_content_values(left, right, rarity, pairs))
        values.update(token_values((left, right), encoded, rarity.weight, pairs, tell, scale.contrast))
    return Likeness(left, right, rarity, pairs, values, same, scale)


def _sentences(side: Sequence[Encoded]) -> Floats:
    return np.array([text.vector for text in side], np.float32)


def _best_keys(
    words: Sharing,
    rarity: Rarity,
    lengths: tuple[Values, Values],
    vectors: tuple[Floats, Floats] | None,
    per_passage: int,
    tell: Tell,
) -> NDArray[np.int64]:
    """Return the keys of the best pairs of each passage by words (their share, and their rarity) and by vectors."""
    square, cube = rarity.power(2), rarity.power(3)
    by_share, by_rarity, by_vector = (Shortlist(words.shape, per_passage) for _ in range(3))
    for first, last in blocks(words.shape):
        tell(0, words.shape[0])
        scale = lengths[0][first:last, None] * lengths[1][None] + _TINY
        by_share.add(first, words.block(square, first, last) / scale)
        by_rarity.add(first, words.block(cube, first, last))
        if vectors is not None:
            by_vector.add(first, np.asarray(vectors[0][first:last] @ vectors[1].T, float))
    lists = (by_share, by_rarity, *((by_vector,) if vectors is not None else ()))
    return np.concatenate([each.keys() for each in lists])


def _identical_keys(
    left: Sequence[str], right: Sequence[str], same: Sequence[tuple[int, int]], per_passage: int
) -> NDArray[np.int64]:
    """Return the keys of pairs with equal texts; where a text stands too often, only of those that were paired."""
    places: dict[str, list[int]] = {}
    for j, text in enumerate(right):
        places.setdefault(text, []).append(j)
    cells = [
        (i, j) for i, text in enumerate(left) if len(places.get(text, ())) <= per_passage for j in places.get(text, ())
    ]
    return np.array([i * len(right) + j for i, j in (*cells, *same)], np.int64)


def _word_values(
    left: Sequence[Wording],
    right: Sequence[Wording],
    rarity: Rarity,
    words: Sharing,
    lengths: tuple[Values, Values],
    pairs: Pairs,
) -> dict[str, Values]:
    square, cube = rarity.power(2), rarity.power(3)
    shared = values_of(lambda first, last: words.block(rarity.weight, first, last), pairs)
    one, other = rarity.sums(left, 1)[pairs.rows], rarity.sums(right, 1)[pairs.columns]
    both = values_of(lambda first, last: words.block(square, first, last), pairs)
    return {
        "contained": shared / (np.minimum(one, other) + CONTAINED_BESIDE),
        "covered": shared / (np.maximum(one, other) + _TINY),
        "overlap": both / (lengths[0][pairs.rows] * lengths[1][pairs.columns] + _TINY),
        "shared": np.log1p(values_of(lambda first, last: words.block(cube, first, last), pairs)),
        "names": _common(left, right, rarity, lambda wording: wording.names, pairs),
        "figures": _common(left, right, rarity, lambda wording: map(figure_stem, wording.figures), pairs),
        "speaker": np.minimum(1.0, _common(left, right, rarity, lambda wording: wording.speakers, pairs)),
        "words_around": _around(left, right, words, square, pairs),
    }


def _content_values(
    left: Sequence[Wording], right: Sequence[Wording], rarity: Rarity, pairs: Pairs
) -> dict[str, Values]:
    """Return how much of what a passage tells, besides who says it, stands in the other in the same words.

    Of the passage that fares better (`_more`) and of the other (`_less`).
    """
    told = [[dict.fromkeys(told_stems(wording)) for wording in side] for side in (left, right)]
    whole = [[wording.stems for wording in side] for side in (left, right)]
    worth = [
        np.array([sum(rarity.weight[stem] for stem in stems) for stems in side]) + CONTAINED_BESIDE for side in told
    ]
    forth, back = Sharing.of(told[0], whole[1]), Sharing.of(whole[0], told[1])
    shares = (
        values_of(lambda first, last: forth.block(rarity.weight, first, last), pairs) / worth[0][pairs.rows],
        values_of(lambda first, last: back.block(rarity.weight, first, last), pairs) / worth[1][pairs.columns],
    )
    return {"content_more": np.maximum(*shares), "content_less": np.minimum(*shares)}


def _common(
    left: Sequence[Wording],
    right: Sequence[Wording],
    rarity: Rarity,
    of: Callable[[Wording], Iterable[str]],
    pairs: Pairs,
) -> Values:
    """Return the summed rarity of what two passages have in common, damped."""
    sharing = Sharing.of([tuple(of(wording)) for wording in left], [tuple(of(wording)) for wording in right])
    return np.log1p(values_of(lambda first, last: sharing.block(rarity.weight, first, last), pairs))


def _around(
    left: Sequence[Wording], right: Sequence[Wording], words: Sharing, square: dict[str, float], pairs: Pairs
) -> Values:
    """Return the cosine of the words of two passages, each with half of its neighbours' words mixed in."""

    def mixed(first: int, last: int) -> Table:
        above, below = max(0, first - 1), min(words.shape[0], last + 1)
        block = words.block(square, above, below)
        return smoothed(smoothed(block, 1).T, 1).T[first - above : last - above]

    scale = _lengths_around(left, square)[pairs.rows] * _lengths_around(right, square)[pairs.columns]
    return values_of(mixed, pairs) / np.maximum(scale, _TINY)


def _lengths_around(side: Sequence[Wording], square: dict[str, float]) -> Values:
    """Return the length of each passage's words with half of its neighbours' mixed in."""
    sets = [set(wording.stems) for wording in side]
    found = []
    for k, own in enumerate(sets):
        shares = dict.fromkeys(own, 1.0)
        for near in (*sets[max(0, k - 1) : k], *sets[k + 1 : k + 2]):
            for stem in near:
                shares[stem] = shares.get(stem, 0.0) + _BESIDE
        found.append(math.sqrt(sum(square[stem] * share**2 for stem, share in shares.items())))
    return np.array(found)


def _shape_values(
    left: Sequence[Wording], right: Sequence[Wording], folded: Sequence[Sequence[str]], pairs: Pairs
) -> dict[str, Values]:
    """Return what can be said of two passages without looking for common words."""
    rows, columns = pairs.rows, pairs.columns
    sizes = [np.array([len(wording.stems) for wording in side], float) for side in (left, right)]
    one, other = sizes[0][rows], sizes[1][columns]
    quotes = [np.array([wording.quotes for wording in side], float) for side in (left, right)]
    numbers: dict[str, int] = {}
    texts = [np.array([numbers.setdefault(text, len(numbers)) for text in side], np.intp) for side in folded]
    return {
        "length_ratio": np.log(np.minimum(one, other) / np.maximum(one, other)),
        "short": np.log(np.minimum(one, other)),
        "both_quote": quotes[0][rows] * quotes[1][columns],
        "identical": (texts[0][rows] == texts[1][columns]).astype(float),
        "figures_near": _figures_near(left, right, pairs),
    }


def _figures_near(left: Sequence[Wording], right: Sequence[Wording], pairs: Pairs) -> Values:
    """Return how close the closest two rounded figures come: 1 for the same large number, 0 beyond 15 per cent."""
    found = np.zeros(len(pairs))
    owners, values = _round_figures(right)
    order = np.argsort(values, kind="stable")
    owners, values = owners[order], values[order]
    for i, value in zip(*_round_figures(left), strict=True):
        first, last = np.searchsorted(values, (value * _NEAR, value / _NEAR))
        others = values[first:last]
        share = np.minimum(others, value) / np.maximum(others, value)
        close = (share - _NEAR) / (1 - _NEAR) * np.minimum(1, np.log10(np.maximum(others, value)) / 3 + 0.3)
        places = pairs.find(np.full(last - first, i), owners[first:last])
        np.maximum.at(found, places[places >= 0], close[places >= 0])
    return found


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
