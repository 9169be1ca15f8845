"""How do the learned weights turn evidence into a chance, and how honest is that chance?

The weights lie in `resources/weights/alignment.json`, learned by `benchmarks/train_alignment.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diffview.errors import WeightsError
from diffview.resources import read_resource

_FILE = "alignment.json"
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic judgement: an intercept and one weight a feature, by name."""

    intercept: float
    weights: Mapping[str, float]

    def chance(self, features: Mapping[str, Numbers]) -> Numbers:
        """Return the chance of each pair, from its features by name.

        Raises WeightsError when the weights are for other features: a missing one would silently count as nothing.
        """
        if self.weights.keys() != features.keys():
            missing = sorted(features.keys() - self.weights.keys())
            unknown = sorted(self.weights.keys() - features.keys())
            raise WeightsError(_FILE, _misfit(missing, unknown))
        odds = np.array(self.intercept)
        for name, values in features.items():
            odds = odds + self.weights[name] * values
        return logistic(odds)


def _misfit(missing: Sequence[str], unknown: Sequence[str]) -> str:
    said = [
        f"{what}: {', '.join(names)}" for what, names in (("no weight for", missing), ("unknown", unknown)) if names
    ]
    return f"{'; '.join(said)}; learn the weights anew with python -m benchmarks.train_alignment"


def logistic(values: Numbers) -> Numbers:
    """Return the chances that belong to log odds."""
    chances: Numbers = 1.0 / (1.0 + np.exp(-np.clip(values, -30.0, 30.0)))
    return chances


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that was learned for one way of working: with an encoder, or by words alone."""

    first: Judge
    aligned: Judge
    linked: Judge

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> Weights:
        """Read one section of the weights file; raises WeightsError where a part of it is missing."""
        try:
            return cls(**{name: Judge(data[name]["intercept"], data[name]["weights"]) for name in cls.__slots__})
        except KeyError as error:
            raise WeightsError(_FILE, _misfit([str(error.args[0])], [])) from error


@cache
def shipped_weights(section: str) -> Weights:
    """Return the weights that ship with the program: section "encoder" or "words"."""
    return Weights.parse(json.loads(read_resource("weights", _FILE))[section])


def fit(rows: Numbers, right: Numbers, worth: Numbers, names: Sequence[str], ridge: float) -> Judge:
    """Learn a judgement by Newton's method: `right` holds 0 or 1, `worth` how much each row counts.

    Features are brought to one scale while learning, so that `ridge` holds all of them back alike.
    """
    total = worth.sum()
    middle = worth @ rows / total
    spread = np.sqrt(worth @ (rows - middle) ** 2 / total) + 1e-6
    scaled = np.column_stack([(rows - middle) / spread, np.ones(len(rows))])
    hold = np.diag([ridge] * rows.shape[1] + [1e-6])
    weights = np.zeros(scaled.shape[1])
    for _ in range(40):
        chance = logistic(scaled @ weights)
        slope = scaled.T @ (worth * (chance - right)) + hold @ weights
        bend = (scaled * (worth * chance * (1 - chance))[:, None]).T @ scaled + hold
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-7:
            break
    plain = weights[:-1] / spread
    return Judge(float(weights[-1] - plain @ middle), dict(zip(names, map(float, plain), strict=True)))


def expected_error(chances: Numbers, right: Numbers, bins: int = 10) -> float:
    """Return the expected calibration error: the mean gap between chance and share of right links, over bins."""
    if not len(chances):
        return 0.0
    places = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [
        abs(float(chances[places == k].sum() - right[places == k].sum())) for k in range(bins) if (places == k).any()
    ]
    return sum(gaps) / len(chances)
