"""Is the second half of a sentence that was cut in two found, and only that?"""

from __future__ import annotations

import numpy as np

from diffview.alignment.linking import likeness_of
from diffview.alignment.pairs import Chances
from diffview.alignment.parts import with_parts
from diffview.alignment.segmentation import segment
from diffview.model import Article, Options

WHOLE = "The bad weather blinds the sensors, so most passengers will probably have to steer the vehicle home."
FIRST = "The bad weather blinds the sensors."
SECOND = "Most passengers will probably have to steer the vehicle home."
OTHER = "A petition with 2,300 signatures was handed in before the meeting."


def raised(left: tuple[str, ...], right: tuple[str, ...], *linked: tuple[int, int]) -> set[tuple[int, int]]:
    """Return the pairs whose chance was raised, where only `linked` are likely at first."""
    documents = [segment(Article.from_passages(texts)) for texts in (left, right)]
    likeness = likeness_of(*documents, None, Options())
    values = np.full(len(likeness.pairs), 0.1)
    values[likeness.pairs.find(*np.array(linked, np.intp).T)] = 0.95
    found = with_parts(Chances(likeness.pairs, values), likeness, Options())
    return {cell for cell in found.by_chance(Options().part_score) if cell not in linked}


def test_the_other_half_of_a_sentence_is_linked_too() -> None:
    """One half is linked with the whole; the other one next to it is a part as well."""
    assert raised((OTHER, WHOLE), (FIRST, SECOND, OTHER), (1, 0)) == {(1, 1)}


def test_it_does_not_matter_which_side_was_cut() -> None:
    """Two sentences made into one are found like one made into two."""
    assert raised((FIRST, SECOND, OTHER), (OTHER, WHOLE), (0, 1)) == {(1, 1)}


def test_a_third_part_is_found_through_the_second() -> None:
    """A part beside a part belongs to the same whole."""
    third = "Four towed lorries blocked the northern bridge until midnight."
    whole = f"{WHOLE[:-1]}, and four towed lorries blocked the northern bridge until midnight."
    assert raised((whole,), (FIRST, SECOND, third), (0, 0)) == {(0, 1), (0, 2)}


def test_a_passage_that_tells_the_same_again_is_no_part() -> None:
    """What the linked neighbour tells already counts for nothing."""
    assert raised((WHOLE,), (WHOLE[:-1], SECOND), (0, 0)) == set()


def test_a_half_further_off_is_no_part() -> None:
    """Parts of one sentence stand side by side."""
    assert raised((WHOLE,), (FIRST, OTHER, SECOND), (0, 0)) == set()


def test_a_half_that_has_its_twin_is_told_already() -> None:
    """A sentence that stands on the other side to the letter is no part of another one there."""
    assert raised((WHOLE, SECOND), (FIRST, SECOND), (0, 0)) == set()
