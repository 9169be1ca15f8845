"""Does a list of words find what is told in other words?"""

from __future__ import annotations

import pytest

from diffview.alignment.ideas import idea_values
from diffview.alignment.pairs import Pairs
from diffview.alignment.similarity import Rarity
from diffview.alignment.wording import read_wordings
from diffview.comparison import compare
from diffview.model import Article, Options
from diffview.resources import read_resource

FERRY = (
    "The ferry sailed at noon.",
    "Fares will climb in January.",
    "The premier spoke on Monday.",
    "Bakers start early.",
)


def table(left: tuple[str, ...], right: tuple[str, ...], name: str) -> list[list[float]]:
    """Return a measure as a table."""
    one, other = read_wordings([left, right])
    pairs = Pairs.every((len(one), len(other)))
    return pairs.table(idea_values(one, other, Rarity.of(one, other).weight, pairs)[name]).tolist()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Three people were killed.", "The death toll stood at three."),
        ("Berlin sent help.", "The Germans offered relief."),
        ("The prime minister waved.", "Downing Street was pleased."),
        ("Pupils stayed home.", "Children missed lessons."),
    ],
)
def test_an_idea_is_found_in_other_words(left: str, right: str) -> None:
    """Passages about one idea are told apart from one about another, without a common word that says so."""
    values = table((left, *FERRY[3:]), (right, "Oil was dear."), "ideas")
    assert values[0][0] > 0
    assert values[0][1] == values[1][0] == 0


def test_a_common_word_is_no_idea_in_other_words() -> None:
    """What both say with one word is counted among the words, not here."""
    assert table(FERRY, ("A ferry sank.",), "ideas")[0] == [0.0]


@pytest.mark.parametrize(
    ("here", "found"),
    [("The WHO said so.", True), ("The man who said so left.", False), ("Who said so?", False)],
)
def test_a_name_counts_only_as_it_is_written(here: str, found: bool) -> None:
    """The World Health Organization is in capitals; the pronoun is not."""
    values = table((here, "Bread is dear."), ("The World Health Organization met.", "Snow fell."), "ideas")
    assert (values[0][0] > 0) is found


def test_a_phrase_counts_as_a_whole() -> None:
    """Half of a phrase stands for nothing."""
    values = table(("They took off.", "They ran out of bread."), ("The airport is closed.", "Snow fell."), "ideas")
    assert values[0][0] > 0
    assert values[1][0] == 0


def test_the_share_that_is_told_is_the_better_one_of_more() -> None:
    """A short passage is told by a long one to a larger share than the other way round."""
    left, right = ("Prices rose.", FERRY[3]), ("Shoppers were angry as costs climbed in every town.", "Snow fell.")
    assert table(left, right, "told_more")[0][0] > table(left, right, "told_less")[0][0] > 0


def test_without_an_encoder_the_list_links_what_shares_no_word() -> None:
    """By words alone passages are linked that tell the same rare ideas in other words."""
    left = ("Three children were killed when the plane crashed near Berlin.", *FERRY)
    right = ("Ferries leave at midday.", "Three youngsters died as the jet came down outside the German capital.")
    found = compare(*map(Article.from_passages, (left, right)), options=Options(encoder="words"))
    assert ((0,), (1,)) in [(link.left, link.right) for link in found.links]


def test_every_line_of_the_list_is_an_idea() -> None:
    """Each has at least two words or phrases, none of them twice."""
    lines = [line for line in read_resource("ideas", "en.txt").splitlines() if line and not line.startswith("#")]
    for line in lines:
        entries = line.split(", ")
        assert len(entries) == len(set(entries)) >= 2, line
        assert all(entry == entry.strip() and entry for entry in entries), line
