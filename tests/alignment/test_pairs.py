"""Do values over a few pairs behave as a table of all pairs would?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.alignment.features import first_round, second_round
from diffview.alignment.pairs import Chances, Pairs, Shortlist
from diffview.alignment.sharing import Sharing
from diffview.alignment.similarity import measure
from diffview.alignment.tokens import Ragged
from diffview.alignment.wording import read_wordings
from tests.fakes import FakeEncoder

SHAPE = (5, 4)


@st.composite
def some_pairs(draw: st.DrawFn) -> tuple[Pairs, np.ndarray]:
    """Return a few pairs of five passages and four, and a value for each."""
    keys = draw(st.sets(st.integers(0, SHAPE[0] * SHAPE[1] - 1), min_size=1))
    pairs = Pairs.of(SHAPE, np.array(sorted(keys), np.int64))
    values = draw(st.lists(st.floats(0.01, 1.0), min_size=len(pairs), max_size=len(pairs), unique=True))
    return pairs, np.array(values)


@given(some_pairs())
def test_rows_and_columns_hold_all_pairs(given_pairs: tuple[Pairs, np.ndarray]) -> None:
    """Each pair is in the row of its left passage and in the column of its right one."""
    pairs, _ = given_pairs
    for i in range(SHAPE[0]):
        assert set(pairs.rows[pairs.row(i)]) <= {i}
    for j in range(SHAPE[1]):
        assert set(pairs.columns[pairs.column(j)]) <= {j}
    assert sum(len(pairs.column(j)) for j in range(SHAPE[1])) == len(pairs)


@given(some_pairs(), st.integers(-2, 2), st.integers(-2, 2))
def test_a_pair_beside_another_is_found(given_pairs: tuple[Pairs, np.ndarray], down: int, right: int) -> None:
    """The value so many passages on is the one that the table holds there, and 0 outside it."""
    pairs, values = given_pairs
    wide = np.pad(pairs.table(values), 2)
    assert np.array_equal(pairs.beside(values, down, right), wide[pairs.rows + 2 + down, pairs.columns + 2 + right])


@given(some_pairs(), st.sampled_from([0, 1]))
def test_the_best_other_is_that_of_the_table(given_pairs: tuple[Pairs, np.ndarray], axis: int) -> None:
    """Each pair sees the largest other value of its row or column."""
    pairs, values = given_pairs
    for k, (i, j) in enumerate(zip(pairs.rows, pairs.columns, strict=True)):
        table = pairs.table(values)
        table[i, j] = 0.0
        assert pairs.best_other(values, axis)[k] == (table[:, j] if axis == 0 else table[i]).max()


@given(some_pairs(), st.sampled_from([0, 1]))
def test_sums_and_means_are_those_of_the_table(given_pairs: tuple[Pairs, np.ndarray], axis: int) -> None:
    """Sums, largest values and means of the two best agree with the table."""
    pairs, values = given_pairs
    table = pairs.table(values)
    place = pairs.columns if axis == 0 else pairs.rows
    assert np.allclose(pairs.others(values, axis), table.sum(axis=axis)[place] - values)
    assert np.array_equal(pairs.largest(values, axis), table.max(axis=axis))
    lines = table.T if axis == 0 else table
    means = np.array([np.sort(line[line > 0])[-2:].mean() if line.any() else 0 for line in lines])
    assert np.allclose(pairs.mean_of_best(values, axis, 2), means[place])


@given(some_pairs(), st.sampled_from([0, 1]), st.data())
def test_twins_are_no_rivals(given_pairs: tuple[Pairs, np.ndarray], axis: int, data: st.DataObject) -> None:
    """What is asked about the others of a row or column leaves passages with the same text out, as a table shows."""
    given, values = given_pairs
    texts = tuple(data.draw(st.lists(st.sampled_from("ab"), min_size=n, max_size=n)) for n in SHAPE)
    pairs = Pairs.of(SHAPE, given.keys, (texts[0], texts[1]))
    for k, (i, j) in enumerate(zip(pairs.rows, pairs.columns, strict=True)):
        line = pairs.column(j) if axis == 0 else np.arange(len(pairs))[pairs.row(i)]
        partners = [texts[0][pairs.rows[n]] if axis == 0 else texts[1][pairs.columns[n]] for n in line]
        own = texts[0][i] if axis == 0 else texts[1][j]
        best = {text: max(values[n] for n, of in zip(line, partners, strict=True) if of == text) for text in partners}
        others = [value for text, value in best.items() if text != own]
        assert pairs.best_other(values, axis)[k] == max(others, default=0.0)
        assert np.isclose(pairs.others(values, axis)[k], sum(others))
        assert np.isclose(pairs.mean_of_best(values, axis, 5)[k], np.mean(list(best.values())))
        assert pairs.times(line, axis).tolist() == [partners.count(of) for of in partners]


@given(some_pairs())
def test_chances_come_the_likeliest_first(given_pairs: tuple[Pairs, np.ndarray]) -> None:
    """No pair comes before a likelier one, and none below the threshold comes at all."""
    pairs, values = given_pairs
    chances = Chances(pairs, values)
    found = [float(chances[[i], [j]][0]) for i, j in chances.by_chance(0.5)]
    assert found == sorted(values[values >= 0.5], reverse=True)


def test_a_pair_that_is_not_looked_at_has_no_chance() -> None:
    """Its chance is 0, whatever is asked of it."""
    chances = Chances(Pairs.of((2, 2), np.array([0])), np.array([0.9]))
    assert chances[[0, 1], [0, 1]].tolist() == [0.9, 0.0]
    assert chances.partners([0, 1]) == {0: 0.9}
    assert chances.raised([(0, 0)], 0.99)[[0], [0]].tolist() == [0.99]


@pytest.mark.parametrize("step", [1, 3, 50])
def test_a_shortlist_does_not_depend_on_the_blocks(step: int) -> None:
    """The best of each row and column are the same, however the table is cut."""
    table = np.random.default_rng(3).random((50, 40))
    listed = Shortlist((50, 40), 2)
    for first in range(0, 50, step):
        listed.add(first, table[first : first + step])
    down, across = np.argsort(-table, axis=0)[:2], np.argsort(-table, axis=1)[:, :2]
    expected = {int(i) * 40 + j for j in range(40) for i in down[:, j]}
    expected |= {i * 40 + int(j) for i in range(50) for j in across[i]}
    assert set(listed.keys().tolist()) == expected


def test_shared_words_count_once_a_passage() -> None:
    """A word that stands twice in a passage is shared once."""
    sharing = Sharing.of([["boat", "boat", "fog"]], [["boat"], ["fog", "boat", "fog"]])
    assert sharing.block({"boat": 2.0, "fog": 5.0}, 0, 1).tolist() == [[2.0, 7.0]]


def test_many_vectors_are_kept_in_half_precision() -> None:
    """Books do not fit into memory otherwise; what is handed out has single precision."""
    few, many = (Ragged.of([np.ones((size, 2), np.float32)], [size], 2) for size in (3, 100_001))
    assert (few.flat.dtype, many.flat.dtype) == (np.float32, np.float16)
    assert few[0].dtype == many[0].dtype == np.float32


def test_measures_of_a_pair_do_not_depend_on_how_many_pairs_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words, shapes and vectors of two passages say the same in short articles and in long ones."""
    left = [f"The {k}th ferry left the harbour with {k * 7} cars and Petra Lind aboard." for k in range(12)]
    right = [f"Petra Lind took ferry number {k}; it carried {k * 7} cars." for k in range(11)]
    encoder = FakeEncoder()
    sides = read_wordings([left, right])
    encoded = encoder.encode(left), encoder.encode(right)
    whole = measure(sides[0], sides[1], encoded, 3)
    monkeypatch.setattr("diffview.alignment.similarity._SMALL", 0)
    monkeypatch.setattr("diffview.alignment.sharing._CELLS_AT_ONCE", 30)
    part = measure(sides[0], sides[1], encoded, 3)
    places = whole.pairs.find(part.pairs.rows, part.pairs.columns)
    assert 11 < len(part.pairs) < len(whole.pairs)
    for name in whole.values.keys() - {"home_more", "home_less"}:  # which looks at the other pairs, and so may differ
        assert np.allclose(part.values[name], whole.values[name][places], atol=1e-6), name


def test_two_rounds_need_no_table_of_all_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The features of long articles are finite, one for each pair that is looked at."""
    monkeypatch.setattr("diffview.alignment.similarity._SMALL", 0)
    texts = [f"lot {k} sold for {k * 3} crowns" for k in range(30)]
    sides = read_wordings([texts, texts[::-1]])
    likeness = measure(sides[0], sides[1], None, 3)
    features = first_round(likeness) | second_round(likeness, np.full(len(likeness.pairs), 0.5))
    assert {len(values) for values in features.values()} == {len(likeness.pairs)}
    assert np.isfinite(list(features.values())).all()
