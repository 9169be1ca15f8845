"""Which passages tell of the same things in other words, when no encoder can say so?

A list of words that stand for one idea (`resources/ideas/en.txt`: deaths, courts, prices, countries and their seats of
government) takes the part of the encoder's knowledge. It is English; in other languages its words hardly ever come up.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np

from diffview.alignment.pairs import Pairs, Places, Values
from diffview.alignment.wording import Wording, stems_of
from diffview.resources import read_resource

_Key = TypeVar("_Key", bound=Hashable)
_ROOM = 0.5
"""Keeps a passage of one word from being told whole by a single idea."""
_LONG = 3
"""Longest word that stands for a name only where all of it is in capitals: a sentence may begin with "Us" or "Who"."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word or phrase of the list as stems, and the idea it stands for."""

    stems: tuple[str, ...]
    idea: int
    capital: bool


@dataclass(frozen=True, slots=True)
class _Side:
    """The passages of one article: the ideas of each stem of each, and where stems and ideas stand."""

    ideas: tuple[Mapping[str, frozenset[int]], ...]
    stems_at: Mapping[str, Places]
    ideas_at: Mapping[int, Places]

    @classmethod
    def of(cls, wordings: Sequence[Wording]) -> _Side:
        """Look up the words of an article."""
        ideas = tuple(map(_ideas, wordings))
        return cls(ideas, _places(ideas), _places(frozenset().union(*found.values()) for found in ideas))

    def rarity(self) -> dict[int, float]:
        """Return how rare each idea is in the article, as words are."""
        size = len(self.ideas) + 1
        return {idea: math.log(size / len(places)) / math.log(size) for idea, places in self.ideas_at.items()}


def idea_values(
    left: Sequence[Wording], right: Sequence[Wording], weight: Mapping[str, float], pairs: Pairs
) -> dict[str, Values]:
    """Return the measures that know what words are about, one value for each pair; `weight` holds the stems' rarity.

    `told`: the share of one passage's words, weighted by rarity, that stand in the other or have their idea there; of
    the passage that fares better (`_more`) and of the other (`_less`). `ideas`: the rare ideas in common for which
    they have no word in common, damped.
    """
    sides = _Side.of(left), _Side.of(right)
    rarity = _commoner(sides[0].rarity(), sides[1].rarity())
    forth, back, beyond = (np.zeros(len(pairs)) for _ in range(3))
    for i, (told, new) in enumerate(_rows(sides[0], sides[1], rarity, weight)):
        here = pairs.row(i)
        forth[here], beyond[here] = told[pairs.columns[here]], new[pairs.columns[here]]
    for j, (told, _) in enumerate(_rows(sides[1], sides[0], rarity, weight)):
        found = pairs.column(j)
        back[found] = told[pairs.rows[found]]
    return {"told_more": np.maximum(forth, back), "told_less": np.minimum(forth, back), "ideas": np.log1p(beyond)}


def _commoner(one: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    return {idea: min(one.get(idea, 1.0), other.get(idea, 1.0)) for idea in (*one, *other)}


def _rows(
    side: _Side, others: _Side, rarity: Mapping[int, float], weight: Mapping[str, float]
) -> Iterator[tuple[Values, Values]]:
    """Yield for each passage how much of it each of the others tells, and the worth of ideas told in other words."""
    size = len(others.ideas)
    for ideas in side.ideas:
        told, literal = np.zeros(size), defaultdict(list)
        for stem, found in ideas.items():
            at = others.stems_at.get(stem)
            share = np.zeros(size)
            for idea in found & others.ideas_at.keys():
                places = others.ideas_at[idea]
                share[places] = np.maximum(share[places], rarity[idea])
                if at is not None:
                    literal[idea].append(at)
            if at is not None:
                share[at] = 1.0
            told += weight[stem] * share
        yield told / (sum(weight[stem] for stem in ideas) + _ROOM), _beyond(ideas, literal, others, rarity)


def _beyond(
    ideas: Mapping[str, frozenset[int]],
    literal: Mapping[int, Sequence[Places]],
    others: _Side,
    rarity: Mapping[int, float],
) -> Values:
    """Return the worth of the ideas that each of the others shares but by no word of its own in common."""
    worth = np.zeros(len(others.ideas))
    for idea in sorted(frozenset().union(*ideas.values()) & others.ideas_at.keys()):
        here = np.zeros(len(worth), bool)
        here[others.ideas_at[idea]] = True
        for places in literal.get(idea, ()):
            here[places] = False
        worth[here] += rarity[idea] ** 3
    return worth


def _places(passages: Iterable[Iterable[_Key]]) -> dict[_Key, Places]:
    found: dict[_Key, list[int]] = defaultdict(list)
    for k, keys in enumerate(passages):
        for key in keys:
            found[key].append(k)
    return {key: np.array(places, np.intp) for key, places in found.items()}


def _ideas(wording: Wording) -> dict[str, frozenset[int]]:
    """Return for each stem of a passage the ideas that it stands for, where it comes first."""
    known = _list()
    found: list[set[int]] = [set() for _ in wording.stems]
    for k, stem in enumerate(wording.stems):
        for entry in known.get(stem, ()):
            end = k + len(entry.stems)
            if wording.stems[k:end] == entry.stems and _counts(wording, k, entry):
                for each in found[k:end]:
                    each.add(entry.idea)
    first: dict[str, frozenset[int]] = {}
    for stem, ideas in zip(wording.stems, found, strict=True):
        first.setdefault(stem, frozenset(ideas))
    return first


def _counts(wording: Wording, k: int, entry: _Entry) -> bool:
    """Return whether the word at `k` is written as its entry asks; function words stand for no idea by themselves."""
    if len(entry.stems) > 1:
        return True
    if not entry.capital:
        return not wording.light[k]
    word = wording.spans[k].of(wording.text)
    return word.isupper() or (word[:1].isupper() and len(word) > _LONG)


@cache
def _list() -> Mapping[str, tuple[_Entry, ...]]:
    """Return the entries of the list by their first stem."""
    lines = [line for line in read_resource("ideas", "en.txt").splitlines() if line and not line.startswith("#")]
    entries = [(number, entry.strip()) for number, line in enumerate(lines) for entry in line.split(",")]
    found: dict[str, list[_Entry]] = defaultdict(list)
    for idea, entry in entries:
        stems = stems_of(entry)
        found[stems[0]].append(_Entry(stems, idea, capital=len(stems) == 1 and entry != entry.lower()))
    return {stem: tuple(each) for stem, each in found.items()}
