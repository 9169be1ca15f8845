"""Is what is said to speak for a link there in the text, and is nothing else said?"""

from __future__ import annotations

import numpy as np

from diffview.alignment.evidence import evidence_for
from diffview.alignment.grouping import Group
from diffview.alignment.linking import likeness_of
from diffview.alignment.pairs import Chances
from diffview.alignment.segmentation import segment
from diffview.model import Article, Evidence, Options

LEFT = (
    "“The wheel turned and the boat did not,” said Ana Rao, who steered the ferry on Monday with 40 on board.",
    "The ferry was late again.",
)
RIGHT = (
    "Ana Rao steered it.",
    "“The wheel turned and nothing came of it,” said Rao of the ferry with 40 passengers.",
    "The ferry was early.",
)


def evidence(group: Group, *chances: tuple[float, ...], places: tuple[int, ...] = (0, 1, 2)) -> Evidence:
    """Return the evidence for a group of these passages, whose pairs have these chances, a row for each on the left."""
    left, right = (segment(Article.from_passages(texts)) for texts in (LEFT, RIGHT))
    likeness = likeness_of(left, right, None, Options())
    return evidence_for(group, likeness, Chances(likeness.pairs, np.array(chances).ravel()), places)


FIRST = (0.1, 0.9, 0.3), (0.0, 0.4, 0.7)


def test_words_names_and_figures_stand_in_both() -> None:
    """What is shared is told as the left article writes it, each thing once and by its kind."""
    found = evidence(Group((0,), (1,)), *FIRST)
    assert found.shared_names == ("Rao",)
    assert found.shared_figures == ("40",)
    assert found.shared_words == ("wheel", "turned")


def test_a_run_of_words_must_touch_a_quotation() -> None:
    """The longest run in common is told where either passage quotes, and only there."""
    assert evidence(Group((0,), (1,)), *FIRST).quote_run == "The wheel turned and"
    assert evidence(Group((1,), (2,)), *FIRST).quote_run == ""


def test_the_next_best_is_outside_the_link() -> None:
    """The runner-up is the likeliest other passage on the right, by its number there, and the margin how far behind."""
    found = evidence(Group((0,), (0, 1)), *FIRST, places=(4, 5, 7))
    assert (found.runner_up, found.margin) == (7, 0.6)


def test_without_any_rival_the_link_is_ahead_of_nothing() -> None:
    """Where no other passage has a chance there is no runner-up, and the margin is the whole chance."""
    found = evidence(Group((0,), (1,)), (0.0, 0.9, 0.0), (0.0, 0.0, 0.0))
    assert (found.runner_up, found.margin) == (None, 0.9)


def test_by_words_alone_nothing_is_said_of_meaning() -> None:
    """Without an encoder there is neither likeness nor token match."""
    found = evidence(Group((0,), (1,)), *FIRST)
    assert (found.similarity, found.token_match) == (None, None)
    assert 0 < found.word_overlap < 1
