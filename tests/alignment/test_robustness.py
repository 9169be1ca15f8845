"""Does the aligner keep its head with every mixture of articles that a reader may bring?"""

from __future__ import annotations

from itertools import pairwise

import pytest

from diffview.comparison import compare
from diffview.model import Article, ChangeKind, Comparison, Link, Options, Strength
from tests.fakes import FakeEncoder

STORY = (
    "Harbour council votes to end the night ferry",
    "The harbour council voted on Monday to end the night ferry to Gull Island after 61 years.",
    "“I have no wish to strand anybody,” said councillor Petra Lindqvist, who proposed the cut.",
    "The boat carried an average of nine passengers a night last winter.",
    "Ferry captain Tom Okafor said he learned of the vote from the radio.",
    "A petition with 2,300 signatures was handed in before the meeting.",
    "Bakers on the mainland start work at four in the morning.",
    "The last boat leaves on 30 April at a quarter to midnight.",
)
STRANGER = (
    "Scientists photograph a deep sea squid",
    "The animal was filmed 3,900 metres down by a robot of the Marlin Institute.",
    "It has the longest arms of any squid seen alive.",
    "Marine biologist Ana Duarte called the recording a gift.",
)
GERMAN = (
    "Der Hafenrat beschloss am Montag, die Nachtfähre zur Möweninsel nach 61 Jahren einzustellen.",
    "Im vergangenen Winter fuhren im Schnitt neun Fahrgäste je Nacht mit.",
    "Kapitän Tom Okafor erfuhr von dem Beschluss aus dem Radio.",
)
GERMAN_TOO = (
    "Kapitän Tom Okafor sagte, er habe von dem Beschluss aus dem Radio erfahren.",
    "Die Bäcker auf dem Festland beginnen um vier Uhr früh.",
    "Nach 61 Jahren wird die Nachtfähre zur Möweninsel eingestellt, beschloss der Hafenrat am Montag.",
)
RUSSIAN = (
    "Портовый совет в понедельник решил закрыть ночной паром на остров Чаек.",
    "Капитан Том Окафор узнал о решении по радио.",
    "Прошлой зимой паром перевозил в среднем девять пассажиров за ночь.",
)
RUSSIAN_TOO = (
    "О решении капитан Том Окафор узнал по радио, сказал он.",
    "Ночной паром на остров Чаек портовый совет решил закрыть в понедельник.",
)
JAPANESE = ("港湾評議会は月曜日、かもめ島への夜間フェリーの廃止を決めた。", "船長は決定をラジオで知った。")
JAPANESE_TOO = (
    "船長はその決定をラジオで知ったと述べた。",
    "港湾評議会は月曜日にかもめ島への夜間フェリーの廃止を決定した。",
)
WAYS = pytest.mark.parametrize("words", [True, False], ids=["words alone", "encoder"])


def compared(left: tuple[str, ...], right: tuple[str, ...], *, words: bool) -> Comparison:
    """Compare passages by words alone or with the fake encoder."""
    sides = Article.from_passages(left), Article.from_passages(right)
    return compare(*sides, options=Options(encoder="words"), encoder=None if words else FakeEncoder())


def aligned(result: Comparison) -> dict[int, int]:
    """Return the right partner of each left passage that has exactly one."""
    return {link.left[0]: link.right[0] for link in pairs(result)}


def pairs(result: Comparison) -> list[Link]:
    """Return the aligned links with passages on both sides."""
    return [link for link in result.links if link.is_pair and link.strength is Strength.ALIGNED]


@WAYS
@pytest.mark.parametrize("empty", [(), ("",)], ids=["no passage", "an empty one"])
def test_an_empty_article_leaves_everything_to_the_other(words: bool, empty: tuple[str, ...]) -> None:
    """Against nothing each passage is added, against anything nothing is dropped."""
    there, back = compared(empty, STORY, words=words), compared(STORY, empty, words=words)
    assert [link.change for link in there.links] == [ChangeKind.ADDED] * len(STORY)
    assert [link.change for link in back.links] == [ChangeKind.DROPPED] * len(STORY)


@WAYS
def test_one_passage_finds_its_like_among_a_thousand(words: bool) -> None:
    """One sentence against a long article is linked to the one rewording and to nothing else."""
    many = [f"Lot {k} of the auction, a chair from room {k * 7}, sold for {k + 40} crowns." for k in range(1000)]
    many[612] = "Ferry captain Tom Okafor heard of the vote on the radio, he said."
    result = compared((STORY[4],), tuple(many), words=words)
    assert [(link.left, link.right) for link in result.links if link.is_pair] == [((0,), (612,))]


@WAYS
def test_headlines_alone_are_compared(words: bool) -> None:
    """Of two lists of headlines those that say the same are linked, in whatever order."""
    left = (STORY[0], STRANGER[0], "Bread prices rise for the third month", "Chess champion loses in four moves")
    right = (
        "Oil falls below 60 dollars",
        "Deep sea squid photographed by scientists",
        "Night ferry to end: council vote",
    )
    assert aligned(compared(left, right, words=words)) == {0: 2, 1: 1}


@WAYS
def test_one_headline_against_one_is_judged_by_what_it_says(words: bool) -> None:
    """Where nothing can be compared with anything else, the same news is linked and other news is not."""
    like = compared(STORY[:1], ("Night ferry to end, harbour council votes",), words=words)
    unlike = compared(STORY[:1], STRANGER[:1], words=words)
    assert any(link.is_pair for link in like.links)
    assert not any(link.is_pair for link in unlike.links)


@WAYS
def test_an_excerpt_is_found_in_the_whole(words: bool) -> None:
    """Each passage of an excerpt has its place in the whole article; all else is added, and nothing moved."""
    result = compared(STORY[3:6], STORY, words=words)
    assert aligned(result) == {0: 3, 1: 4, 2: 5}
    assert sum(link.change is ChangeKind.ADDED for link in result.links) == len(STORY) - 3
    assert not any(link.moved for link in result.links)


@WAYS
def test_a_later_version_shows_what_is_new_and_what_is_gone(words: bool) -> None:
    """Passages that stayed are SAME, an edited one is reworded, a new one is added and a missing one dropped."""
    edited = STORY[3].replace("nine passengers", "eleven passengers")
    later = (*STORY[:3], edited, "The mayor declined to comment.", *STORY[5:])
    result = compared(STORY, later, words=words)
    assert aligned(result) == {0: 0, 1: 1, 2: 2, 3: 3, 5: 5, 6: 6, 7: 7}
    changes = {link.change for link in result.links if link.left == (3,)}
    assert changes == {ChangeKind.REWORDED}
    assert [link.left for link in result.links if link.change is ChangeKind.DROPPED] == [(4,)]
    assert [link.right for link in result.links if link.change is ChangeKind.ADDED] == [(4,)]


@WAYS
def test_articles_about_different_things_are_not_linked(words: bool) -> None:
    """No link is forced on two stories that have nothing in common."""
    assert not pairs(compared(STORY, STRANGER, words=words))


@WAYS
@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [(GERMAN, GERMAN_TOO, {0: 2, 2: 0}), (RUSSIAN, RUSSIAN_TOO, {0: 1, 1: 0}), (JAPANESE, JAPANESE_TOO, {0: 1, 1: 0})],
    ids=["German", "Russian", "Japanese"],
)
def test_other_languages_are_linked(
    words: bool, left: tuple[str, ...], right: tuple[str, ...], wanted: dict[int, int]
) -> None:
    """Rewordings find each other in any language, and what only one side says stays alone."""
    assert aligned(compared(left, right, words=words)) == wanted


@WAYS
def test_strangers_in_another_language_are_not_linked(words: bool) -> None:
    """Texts in two languages that share nothing have no aligned link."""
    assert not pairs(compared(GERMAN, RUSSIAN, words=words))


@WAYS
def test_one_passage_put_elsewhere_is_the_one_that_moved(words: bool) -> None:
    """A passage carried to the end is linked to itself and is alone in being moved."""
    result = compared(STORY, (*STORY[:2], *STORY[3:], STORY[2]), words=words)
    assert [(link.left, link.right) for link in pairs(result) if link.moved] == [((2,), (7,))]
    assert {link.change for link in result.links} == {ChangeKind.SAME}


@WAYS
@pytest.mark.parametrize("order", [(7, 6, 5, 4, 3, 2, 1, 0), (3, 0, 5, 1, 7, 2, 4, 6), (4, 5, 6, 7, 0, 1, 2, 3)])
def test_a_shuffled_copy_is_linked_to_itself_and_the_rest_keeps_its_order(words: bool, order: tuple[int, ...]) -> None:
    """Every passage finds itself; those not flagged as moved stand in one order, and a flagged one breaks it."""
    found = pairs(compared(STORY, tuple(STORY[k] for k in order), words=words))
    assert {link.left[0]: link.right[0] for link in found} == {k: order.index(k) for k in range(len(STORY))}
    steady = [link for link in found if not link.moved]
    assert all(one.right < other.right for one, other in pairwise(steady))
    for moved in (link for link in found if link.moved):
        assert any((moved.left < link.left) != (moved.right < link.right) for link in steady)


@WAYS
def test_an_article_against_itself_has_nothing_moved(words: bool) -> None:
    """A copy is the same, passage by passage."""
    result = compared(STORY, STORY, words=words)
    assert [(link.left, link.right, link.moved) for link in result.links] == [
        ((k,), (k,), False) for k in range(len(STORY))
    ]
