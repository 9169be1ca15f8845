"""Are the right passages linked, and nothing else?"""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffview.alignment.linking import Judged, decide, likeness_of, link
from diffview.alignment.pairs import Chances
from diffview.alignment.segmentation import segment
from diffview.errors import Cancelled
from diffview.model import Article, Bead, Document, Encoded, Options, Role, Strength
from tests.fakes import FakeEncoder

FERRY = (
    "Harbour council votes to end the night ferry",
    "The harbour council voted on Monday to end the night ferry to Gull Island after 61 years.",
    "“I have no wish to strand anybody,” said councillor Petra Lindqvist, who proposed the cut.",
    "The boat carried an average of nine passengers a night last winter.",
    "Ferry captain Tom Okafor said he learned of the vote from the radio.",
    "A petition with 2,300 signatures was handed in before the meeting.",
)
OTHER = (
    "Ferry captain Tom Okafor heard about the decision on the radio, he said.",
    "Bakers on the mainland start work at four in the morning.",
    "Councillor Petra Lindqvist, who proposed the cut, said: “I have no wish to strand anybody.”",
    "Some 2,300 people had signed a petition against it.",
)
STRANGER = (
    "Scientists photograph a deep sea squid",
    "The animal was filmed 3,900 metres down by a robot of the Marlin Institute.",
    "It has the longest arms of any squid seen alive.",
)


def document(*texts: str) -> Document:
    """Return a document of given passages."""
    return segment(Article.from_passages(texts))


def beads(left: Document, right: Document, *, words: bool = True) -> tuple[Bead, ...]:
    """Link two documents, by words alone or with the fake encoder."""
    sides = [[one.text_of(k) for k in range(len(one.passages))] for one in (left, right)]
    encoded = None if words else tuple(FakeEncoder().encode(side) for side in sides)
    return link(left, right, encoded, Options())  # type: ignore[arg-type]


def aligned(found: tuple[Bead, ...]) -> dict[tuple[int, ...], tuple[int, ...]]:
    """Return the aligned beads as a mapping."""
    return {bead.left: bead.right for bead in found if bead.strength is Strength.ALIGNED}


@pytest.mark.parametrize("words", [True, False])
class TestEitherWay:
    """What holds by words alone and with an encoder."""

    def test_crossing_rewordings_are_linked(self, words: bool) -> None:
        """Three statements told in another order find each other."""
        found = aligned(beads(document(*FERRY), document(*OTHER), words=words))
        assert found[(2,)] == (2,)
        assert found[(4,)] == (0,)
        assert found[(5,)] == (3,)

    def test_what_only_one_side_says_stays_unlinked(self, words: bool) -> None:
        """The bakers and the nine passengers have no partner."""
        found = beads(document(*FERRY), document(*OTHER), words=words)
        assert not any(1 in bead.right or 3 in bead.left for bead in found)

    def test_strangers_are_not_linked(self, words: bool) -> None:
        """Two articles about different things have no aligned link."""
        assert not aligned(beads(document(*FERRY), document(*STRANGER), words=words))

    def test_an_article_is_linked_to_itself(self, words: bool) -> None:
        """Each passage of a copy is linked to its own twin and to nothing else, even where a sentence comes twice."""
        twice = document(*FERRY, FERRY[3], *OTHER, FERRY[3])
        found = beads(twice, twice, words=words)
        assert [(bead.left, bead.right) for bead in found] == [((k,), (k,)) for k in range(len(twice.passages))]

    def test_a_shuffled_copy_is_linked_passage_by_passage(self, words: bool) -> None:
        """Order does not matter to passages that are the same."""
        texts = list(dict.fromkeys((*FERRY, *OTHER)))
        shuffled = random.Random(4).sample(texts, len(texts))
        found = aligned(beads(document(*texts), document(*shuffled), words=words))
        assert found == {(k,): (shuffled.index(text),) for k, text in enumerate(texts)}

    def test_the_mirrored_pair_has_the_mirrored_links(self, words: bool) -> None:
        """Neither side is favoured."""
        there = beads(document(*FERRY), document(*OTHER), words=words)
        back = beads(document(*OTHER), document(*FERRY), words=words)
        assert {(b.left, b.right, b.strength, b.score) for b in there} == {
            (b.right, b.left, b.strength, b.score) for b in back
        }

    def test_odd_texts_are_survived(self, words: bool) -> None:
        """Emoji, scripts without spaces, bare signs and single letters give chances, not failures."""
        odd = document("🙂🙂", "—", "東京で大きな火事があった。", "a", "12", "«»", "ไฟไหม้ใหญ่")
        found = beads(odd, document("🙂", "東京で昨夜、大きな火事があった。", "…", "12"), words=words)
        assert all(0.0 <= bead.score <= 1.0 for bead in found)
        assert aligned(found)[(4,)] == (3,)


def test_one_passage_against_a_thousand() -> None:
    """A single sentence finds its rewording among a thousand others."""
    many = [f"Lot {k} of the auction, a chair from room {k * 7}, sold for {k + 40} crowns." for k in range(1000)]
    many[612] = FERRY[4]
    assert aligned(beads(document(OTHER[0]), document(*many))) == {(0,): (612,)}


def test_an_empty_side_has_no_links() -> None:
    """Nothing can be linked to nothing."""
    assert beads(document(), document(*FERRY)) == ()
    assert beads(document(*FERRY), document()) == ()


def test_furniture_is_never_linked() -> None:
    """A passage that is page furniture is in no bead, even beside its twin."""
    whole = document(*FERRY)
    marked = replace(whole, passages=(replace(whole.passages[0], role=Role.FURNITURE), *whole.passages[1:]))
    found = beads(marked, whole)
    assert all(0 not in bead.left for bead in found)
    assert aligned(found) == {(k,): (k,) for k in range(1, len(FERRY))}


def test_a_sentence_told_in_two_is_one_link() -> None:
    """Two short sentences are linked together to the long one that says both."""
    long = "Ferry captain Tom Okafor said that he learned of the vote from the radio and will appeal to the port."
    left = document(FERRY[1], FERRY[3], long, FERRY[2])
    right = document(
        OTHER[2],
        OTHER[1],
        "Ferry captain Tom Okafor said that he learned of the vote from the radio.",
        "Okafor, the ferry captain, will appeal to the port.",
    )
    assert aligned(beads(left, right, words=False))[(2,)] == (2, 3)


def test_evidence_can_be_checked_in_the_text() -> None:
    """A link names the rare words, names, figures and quoted run that both sides share."""
    by_left = {bead.left: bead.evidence for bead in beads(document(*FERRY), document(*OTHER), words=False)}
    assert by_left[(2,)].quote_run.startswith("I have no wish to strand anybody")
    assert set(by_left[(2,)].shared_names) == {"Petra", "Lindqvist"}
    assert by_left[(5,)].shared_figures == ("2,300",)
    assert by_left[(5,)].similarity is not None


def test_words_alone_claim_no_similarity_of_meaning() -> None:
    """Without an encoder the evidence holds no cosine and no match of tokens."""
    evidence = beads(document(*FERRY), document(*OTHER))[0].evidence
    assert evidence.similarity is None
    assert evidence.token_match is None


def test_no_passage_is_in_two_aligned_links_and_no_pair_in_two_beads() -> None:
    """Aligned beads share no passage; a related pair is never an aligned one as well."""
    found = beads(document(*FERRY), document(*OTHER, *FERRY[1:3], FERRY[4][:40]), words=False)
    left = [k for bead in found if bead.strength is Strength.ALIGNED for k in bead.left]
    assert len(left) == len(set(left))
    pairs = [(i, j) for bead in found for i in bead.left for j in bead.right]
    assert len(pairs) == len(set(pairs))


def test_progress_may_cancel() -> None:
    """A reader who stops the work stops it here too."""

    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled(stage)

    with pytest.raises(Cancelled):
        link(document(*FERRY), document(*OTHER), None, Options(), stop)


def test_an_encoder_without_tokens_is_enough() -> None:
    """Where an encoder does not say where its tokens stand, the passage's vector stands for each word."""
    sides = []
    for texts in (FERRY, OTHER):
        encoded = FakeEncoder().encode(texts)
        sides.append([Encoded(one.vector, (), np.zeros((0, 64), np.float32)) for one in encoded])
    found = link(document(*FERRY), document(*OTHER), (sides[0], sides[1]), Options())
    assert aligned(found)[(4,)] == (0,)


def test_what_stands_there_to_the_letter_is_sure() -> None:
    """A passage and its twin belong together, whatever the weights make of a word or two."""
    text = document("Rain fell.", FERRY[3], "Yes.")
    assert [bead.score >= Options().same_score for bead in beads(text, text)] == [True] * 3


def decided(aligned: list[float], linked: list[float]) -> list[tuple[tuple[int, ...], float]]:
    """Return the right passages and the scores of the beads of one left passage whose pairs have these chances."""
    left, right = document("A dog barked."), document(*FERRY[1 : 1 + len(aligned)])
    likeness = likeness_of(left, right, None, Options())
    chances = [Chances(likeness.pairs, np.array(values)) for values in (aligned, linked)]
    found = decide(Judged(likeness, *chances), (left.content(), right.content()), Options())
    return [(bead.right, bead.score) for bead in found]


def test_a_link_is_as_sure_as_its_pairs_are_on_the_whole() -> None:
    """The score of a link of several passages is the mean chance of its pairs, of any link between them."""
    assert decided([0.9, 0.7], [0.9, 0.8]) == [((0, 1), 0.85)]


def test_a_pair_that_is_aligned_is_linked_at_least_as_surely() -> None:
    """What the second judgement thinks of any link does not make less of what the first says."""
    assert decided([0.9], [0.5]) == [((0,), 0.9)]


@settings(max_examples=40)
@given(st.lists(st.text(min_size=1, max_size=40), max_size=6), st.lists(st.text(min_size=1, max_size=40), max_size=6))
def test_any_text_gives_sound_beads(left: list[str], right: list[str]) -> None:
    """Whatever the text, scores are chances and aligned beads share no passage."""
    found = link(document(*left), document(*right), None, Options())
    assert all(0.0 <= bead.score <= 1.0 for bead in found)
    places = [k for bead in found if bead.strength is Strength.ALIGNED for k in bead.right]
    assert len(places) == len(set(places))


def test_linking_can_be_stopped_at_every_passage() -> None:
    """Progress is told for each passage, and what it raises ends the work."""
    texts = [f"The {k}th ferry left the harbour." for k in range(40)]
    document = segment(Article.from_passages(texts))
    encoded = FakeEncoder().encode(texts)
    seen: list[tuple[str, int, int]] = []

    def stop_at_seven(*step: str | int) -> None:
        seen.append(step)  # type: ignore[arg-type]
        if step == ("linking", 7, 40):
            raise Cancelled("enough")

    with pytest.raises(Cancelled):
        link(document, document, (encoded, encoded), Options(), stop_at_seven)
    assert [done for _, done, _ in seen] == list(range(8))
