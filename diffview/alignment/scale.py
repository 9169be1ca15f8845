"""What does a likeness that one encoder finds amount to in the terms of the one that the weights were learned with?

Encoders differ in what they call alike: to one, sentences with nothing in common have a cosine of .07, to another of
.78. What counts is how far a value lies on the way from such strangers to one thing told twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from diffview.alignment.pairs import Values

SCALED = ("cosine", "centred_cosine", "matched_more", "matched_less", "home_more", "home_less")
"""The measures of single passages; those of neighbours and clauses are level enough, and noisier when stretched."""
_TOLD_BY = "matched_more"
_LEAST_SHARE = 0.75
"""An encoder that hardly knows one thing told twice from strangers is weak, no reason to stretch what it finds:
at least this share of its range, from strangers up to the same text, counts as such."""
_LEAST_STRETCH = 0.02
"""Keeps the division sound where all texts are the same to an encoder."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The mean of each measure for sentences with nothing in common (`apart`), and for those that say the same."""

    apart: Mapping[str, float] = field(default_factory=dict)
    alike: Mapping[str, float] = field(default_factory=dict)

    def reach(self, name: str) -> float:
        """Return how far the one lies from the other."""
        return self.alike[name] - self.apart[name]


@dataclass(frozen=True, slots=True)
class Scale:
    """The levels of the encoder that taught the weights, and those of the one in use; none when it is the same."""

    taught: Levels = Levels()
    own: Levels = Levels()

    def even(self, name: str, values: Values) -> Values:
        """Return the values of a measure as the other encoder would have found them."""
        if name not in self.own.apart:
            return values
        return self.taught.apart[name] + (values - self.own.apart[name]) / self._stretch(name)

    @property
    def contrast(self) -> float:
        """How many times as far apart single words lie as with the encoder that taught the weights."""
        return self._stretch(_TOLD_BY) if self.own.apart else 1.0

    def _stretch(self, name: str) -> float:
        ranges = [1.0 - levels.apart[name] for levels in (self.own, self.taught)]
        reach = self.own.reach(name) / self.taught.reach(name)
        return max(reach, _LEAST_SHARE * ranges[0] / ranges[1], _LEAST_STRETCH)


PLAIN = Scale()
"""For the encoder that taught the weights: every value stays what it is."""
