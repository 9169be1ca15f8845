"""Do the weights fit the features, and is a chance a chance?"""

from __future__ import annotations

import numpy as np
import pytest

from diffview.alignment.calibration import Judge, Weights, expected_error, fit, logistic, shipped_weights
from diffview.alignment.features import first_round, second_round
from diffview.alignment.similarity import measure
from diffview.alignment.wording import read_wordings
from diffview.errors import WeightsError
from tests.fakes import FakeEncoder


@pytest.mark.parametrize("section", ["encoder", "words"])
def test_the_shipped_weights_know_exactly_the_features(section: str) -> None:
    """A feature without a weight, or a weight without a feature, is a stale weights file."""
    texts = ["one boat", "two boats"]
    left, right = read_wordings([texts, texts])
    encoded = FakeEncoder().encode(texts)
    likeness = measure(left, right, (encoded, encoded) if section == "encoder" else None, 24)
    first = first_round(likeness)
    second = second_round(likeness, np.zeros(len(likeness.pairs)))
    weights = shipped_weights(section)
    assert set(weights.first.weights) == set(first)
    assert set(weights.aligned.weights) == set(weights.linked.weights) == {*first, *second}


def test_a_feature_without_a_weight_is_an_error() -> None:
    """What the weights do not know never silently counts as nothing; the message names it."""
    with pytest.raises(WeightsError, match=r"no weight for: b; .*train_alignment"):
        Judge(0.0, {"a": 1.0}).chance({"a": np.ones(1), "b": np.ones(1)})


def test_a_weight_without_a_feature_is_an_error() -> None:
    """Weights that were learned for another program do not pass for this one's."""
    with pytest.raises(WeightsError, match="unknown: b"):
        Judge(0.0, {"a": 1.0, "b": 1.0}).chance({"a": np.ones(1)})


def test_a_missing_part_of_the_weights_file_is_named() -> None:
    """A file that was cut short says what it lacks."""
    with pytest.raises(WeightsError, match="no weight for: linked"):
        Weights.parse({name: {"intercept": 0.0, "weights": {}} for name in ("first", "aligned")})


def test_fitting_finds_what_made_the_data() -> None:
    """Weights learned from chances of known weights come close to them."""
    random = np.random.default_rng(1)
    rows = random.normal(size=(4000, 2))
    right = (random.random(4000) < logistic(rows @ [2.0, -1.0] + 0.5)).astype(float)
    judge = fit(rows, right, np.ones(4000), ("a", "b"), 1e-3)
    assert judge.weights["a"] == pytest.approx(2.0, abs=0.2)
    assert judge.weights["b"] == pytest.approx(-1.0, abs=0.2)
    assert judge.intercept == pytest.approx(0.5, abs=0.2)


def test_fitting_survives_a_feature_that_never_changes() -> None:
    """A constant column leaves every weight finite."""
    judge = fit(np.ones((4, 1)), np.array([0.0, 1, 0, 1]), np.ones(4), ("a",), 1.0)
    assert judge.chance({"a": np.ones(1)})[0] == pytest.approx(0.5)


def test_a_judge_reads_features_by_name() -> None:
    """The order of the features makes no difference."""
    judge = Judge(0.0, {"a": 1.0, "b": -2.0})
    one, three = np.array([1.0]), np.array([3.0])
    assert judge.chance({"a": one, "b": three}) == judge.chance({"b": three, "a": one})


def test_honest_chances_have_no_expected_error() -> None:
    """Eight right links out of ten at a chance of .8 are honest; none right are off by .8."""
    chances = np.full(10, 0.8)
    assert expected_error(chances, np.array([1.0] * 8 + [0.0] * 2)) == pytest.approx(0.0)
    assert expected_error(chances, np.zeros(10)) == pytest.approx(0.8)
    assert expected_error(np.zeros(0), np.zeros(0)) == 0.0
