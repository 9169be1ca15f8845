"""Do likely pairs become the right groups, in articles and in versions of one text?"""

from __future__ import annotations

import numpy as np
import pytest

from diffview.alignment.grouping import Group, aligned_groups, related_pairs, same_pairs
from diffview.alignment.pairs import Chances, Pairs
from diffview.model import Options


def chances(*rows: tuple[float, ...]) -> Chances:
    """Return a table of chances."""
    table = np.array(rows)
    return Chances(Pairs.every((table.shape[0], table.shape[1])), table.ravel())


@pytest.mark.parametrize("versions", [False, True])
def test_a_sentence_split_into_neighbours_is_one_link(versions: bool) -> None:
    """One passage and the two beside each other that tell it stay together, in versions too."""
    found = aligned_groups(chances((0.9, 0.7, 0.0)), (), Options(), versions=versions)
    assert found == (Group((0,), (0, 1)),)


def test_in_versions_a_split_sentence_stays_together() -> None:
    """A second partner further off joins a group of two outlets, but not one of two versions."""
    spread = chances((0.9, 0.0, 0.7))
    assert aligned_groups(spread, (), Options()) == (Group((0,), (0, 2)),)
    assert aligned_groups(spread, (), Options(), versions=True) == (Group((0,), (0,)),)


def test_in_versions_only_passages_without_a_counterpart_are_related() -> None:
    """Beside a link, versions show no fainter one from the same passage; between two free passages they do."""
    linked = chances((0.9, 0.6, 0.0), (0.0, 0.0, 0.0), (0.0, 0.0, 0.6))
    groups = (Group((0,), (0,)),)
    assert related_pairs(linked, groups, (), Options()) == (Group((0,), (1,)), Group((2,), (2,)))
    assert related_pairs(linked, groups, (), Options(), versions=True) == (Group((2,), (2,)),)


def test_what_has_its_counterpart_is_related_to_another_only_when_likely() -> None:
    """Between two passages that are both linked already, a further link must be likelier than not."""
    groups = (Group((0,), (0,)), Group((1,), (1,)))
    weak, strong = chances((0.9, 0.4), (0.0, 0.9)), chances((0.9, 0.6), (0.0, 0.9))
    assert related_pairs(weak, groups, (), Options()) == ()
    assert related_pairs(strong, groups, (), Options()) == (Group((0,), (1,)),)
    assert related_pairs(weak, groups[:1], (), Options()) == (Group((1,), (1,)), Group((0,), (1,)))


def test_what_stands_there_to_the_letter_is_told_by_nothing_else() -> None:
    """A passage and its twin take in no other one, however likely."""
    assert aligned_groups(chances((0.9, 0.9), (0.9, 0.1)), ((0, 0),), Options()) == (Group((0,), (0,)),)


def test_a_weak_pair_keeps_a_passage_out_of_a_group() -> None:
    """Every pair in a group must be likely itself."""
    found = aligned_groups(chances((0.9, 0.7), (0.8, 0.1)), (), Options())
    assert found == (Group((0, 1), (0,)),)


def test_a_group_has_at_most_three_passages_a_side() -> None:
    """The fourth stays outside, unless the options let it in."""
    four = chances((0.9, 0.8, 0.7, 0.6))
    assert aligned_groups(four, (), Options()) == (Group((0,), (0, 1, 2)),)
    assert aligned_groups(four, (), Options(largest_link=4)) == (Group((0,), (0, 1, 2, 3)),)


def test_equal_passages_pair_along_runs_before_they_cross() -> None:
    """A run in the same order is paired first; what is left over crosses it."""
    assert same_pairs(["a", "x", "a"], ["a", "a", "x"]) == ((0, 1), (1, 2), (2, 0))
