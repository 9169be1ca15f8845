"""Do the measures say what their names promise?"""

from __future__ import annotations

import numpy as np
import pytest

from diffview.alignment.features import above_rivals, first_round, second_round
from diffview.alignment.pairs import Pairs
from diffview.alignment.similarity import Likeness, measure
from diffview.alignment.tokens import firmness, smoothed, word_vectors
from diffview.alignment.wording import Wording, read_wordings, stem
from tests.fakes import FakeEncoder


def wordings(left: list[str], right: list[str]) -> tuple[tuple[Wording, ...], tuple[Wording, ...]]:
    """Return the wordings of two articles."""
    one, other = read_wordings([left, right])
    return one, other


def likeness(left: list[str], right: list[str], per_passage: int = 24) -> Likeness:
    """Measure two articles with the fake encoder."""
    encoder = FakeEncoder()
    return measure(*wordings(left, right), (encoder.encode(left), encoder.encode(right)), per_passage)


@pytest.mark.parametrize(
    ("one", "other"),
    [("closed", "closing"), ("Officials", "official"), ("stories", "story"), ("planned", "plan"), ("city’s", "cities")],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    """The commonest English endings make no difference."""
    assert stem(one) == stem(other)


def test_figures_match_however_they_are_written() -> None:
    """Eleven is 11, and $1.5 million is 1,500,000."""
    left, right = wordings(["Eleven men won $1.5 million."], ["It paid 11 of them 1,500,000 crowns."])
    assert set(left[0].figures) == set(right[0].figures) == {11.0, 1_500_000.0}


def test_names_are_words_with_a_capital_inside_sentences() -> None:
    """A capital at the start of a sentence or in a headline makes no name."""
    texts = ["Council Votes To End Ferry", "On Monday the councillor Petra Lind spoke up.", "Boats were late."]
    left, _ = wordings(texts, [])
    assert [wording.names for wording in left] == [frozenset(), {stem("Monday"), "petra", "lind"}, frozenset()]


def test_a_quotation_without_a_speaker_belongs_to_the_one_before() -> None:
    """Whoever spoke last goes on speaking."""
    left, _ = wordings(["“It was cold on the boat,” said Petra Lind.", "“We had no soup at all.”"], [])
    assert left[1].speakers == left[0].speakers == {"petra", "lind"}
    assert left[1].leans
    assert not left[0].leans


def test_rare_words_weigh_more_than_common_ones() -> None:
    """A shared word of every passage says less than a shared word of two."""
    found = likeness(["the harbour froze", "the harbour slept"], ["the harbour burned", "a squid froze"])
    assert found.table("overlap")[0, 1] > found.table("overlap")[0, 0]


def test_rounded_figures_come_near() -> None:
    """41,300 is close to 40,000 and not to 20,000; years and small counts are not rounded."""
    found = likeness(["41,300 cars", "in 2011", "2 boats"], ["some 40,000", "some 20,000", "in 2012", "3 boats"])
    near = found.table("figures_near")
    assert near[0, 0] > 0.5
    assert near[0, 1] == near[1, 2] == near[2, 3] == 0.0


def test_words_find_their_home_where_they_are_matched_best() -> None:
    """Most words are at home in the passage that has most of them."""
    left = ["the squid swam north", "bread is dear", "rain fell"]
    found = likeness(left, ["a squid was seen", "the squid swam north today", "nothing"])
    assert found.table("home_less")[0].argmax() == 1


def test_long_articles_are_compared_closely_only_where_it_pays() -> None:
    """Beyond a size, only the best of each row and column are looked at, and twins are always among them."""
    texts = [f"lot {k} sold for {k * 3} crowns to buyer number {k * 7}" for k in range(120)]
    found = likeness(texts, texts[::-1], per_passage=5)
    assert len(found.pairs) < 120 * 120 / 2
    assert (found.pairs.find(np.arange(120), 119 - np.arange(120)) >= 0).all()


def test_word_vectors_are_as_many_as_words() -> None:
    """Each word has the direction of the tokens inside it."""
    text = "The captain’s boat left."
    left, _ = wordings([text], [])
    vectors = word_vectors(left[0], FakeEncoder().encode([text])[0])
    assert vectors.shape[0] == len(left[0].stems) == 4
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0)


def test_neighbours_fade_in() -> None:
    """A row is mixed with half of each neighbour when one fades in on each side."""
    assert np.allclose(smoothed(np.eye(3), 1), [[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]])


def test_standing_above_rivals_is_free_of_a_common_shift() -> None:
    """Adding the same to all values changes no margin."""
    pairs, values = Pairs.every((6, 7)), np.random.default_rng(0).random(42)
    assert np.allclose(above_rivals(values, pairs), above_rivals(values + 3, pairs))


def test_the_best_other_leaves_oneself_out() -> None:
    """The best of a row looks at the second, all others at the best."""
    assert Pairs.every((1, 3)).best_other(np.array([1.0, 3.0, 2.0]), 1).tolist() == [3.0, 2.0, 3.0]
    assert Pairs.every((1, 1)).best_other(np.array([1.0]), 1).tolist() == [0.0]


def test_features_are_finite_and_named() -> None:
    """Every pair has one finite number for each name, in both rounds."""
    found = likeness(["a", "b 12", "—"], ["a", "🙂"])
    features = first_round(found) | second_round(found, np.zeros(len(found.pairs)))
    assert {values.shape for values in features.values()} == {(6,)}
    assert np.isfinite(list(features.values())).all()


def test_a_passage_that_leans_follows_the_one_before() -> None:
    """Where one passage leans, the link before it speaks for one to the same partner, and for one to the next."""
    found = likeness(["Ana Rao spoke.", "She was late."], ["Rao said a word.", "Boats were late."])
    chance = np.array([0.8, 0.0, 0.0, 0.0])
    features = second_round(found, chance)
    assert features["leaning"].tolist() == [0.0, 0.0, 0.8, 0.0]
    assert features["following"].tolist() == [0.0, 0.0, 0.0, 0.8]


@pytest.mark.parametrize(
    ("left", "right", "share"), [("abcd", "ae", 0.25), ("ae", "abcd", 0.25), ("ab", "ab", 0.5), ("ab", "cd", 0.0)]
)
def test_what_is_the_same_counts_on_the_side_that_has_less_of_it(left: str, right: str, share: float) -> None:
    """The share of equal passages is that of the article with the smaller one, and a half at most."""
    found = likeness([f"lot {each} sold" for each in left], [f"lot {each} sold" for each in right])
    assert set(second_round(found, np.zeros(len(found.pairs)))["same"]) == {share}


def test_a_word_that_both_articles_share_is_no_commoner_for_it() -> None:
    """In one passage against one every word is as rare as can be, shared or not."""
    weight = likeness(["harbour ferry"], ["harbour squid"]).rarity.weight
    assert weight["harbour"] == weight["ferri"] == weight["squid"] == 1.0


def test_versions_keep_most_words_and_outlets_do_not() -> None:
    """Two drafts with a word changed keep nearly all; other words for the same keep little; a copy keeps all."""
    text = ["The council voted on Monday.", "Captain Tom Okafor heard it on the radio.", "Bakers start at four."]
    draft = ["The council voted on Tuesday.", *text[1:]]
    told = ["Councillors have decided.", "It was a radio report that told the captain.", "Bread is made early."]
    assert likeness(text, text).kept == pytest.approx(1.0)
    assert likeness(text, draft).kept > 0.7
    assert likeness(text, told).kept < 0.3


def test_two_passages_alone_do_not_lie_opposite_each_other() -> None:
    """The middle of one passage against one is not taken out; a copy is as near as can be."""
    found = likeness(["the harbour froze"], ["the harbour froze"])
    assert found.values["centred_cosine"] == pytest.approx([1.0])
    assert found.values["pooled"] == pytest.approx([1.0])
    assert firmness(2) == 0.0
    assert firmness(100) == 1.0
