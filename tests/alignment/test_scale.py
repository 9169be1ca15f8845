"""Do the weights serve an encoder whose habits are not those of the one they were learned with?"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from diffview.alignment.scale import PLAIN, SCALED, Levels, Scale
from diffview.alignment.yardstick import levels, retold, scale_of
from diffview.comparison import compare
from diffview.model import Article, Encoded, EncoderInfo, Floats, Progress, Strength
from diffview.resources import read_resource
from tests.alignment.test_robustness import STORY, STRANGER
from tests.fakes import FakeEncoder

RETOLD = (
    "The night ferry to Gull Island ends after 61 years, the harbour council decided on Monday.",
    "Councillor Petra Lindqvist, who proposed the cut, has no wish to strand anybody.",
    "Last winter nine passengers a night took the boat.",
    "Tom Okafor, captain of the ferry, learned of the vote from the radio.",
    "The bakery opens at noon.",
    "Snow is expected in the mountains.",
)


class Changed(FakeEncoder):
    """The fake encoder, its vectors changed."""

    info = EncoderInfo("changed", "1" * 64)

    def __init__(self, change: Callable[[Floats], Floats]) -> None:
        super().__init__()
        self.change = change

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Return the vectors of each text, changed and of length 1."""
        return tuple(
            replace(each, vector=self._changed(each.vector), token_vectors=self._changed(each.token_vectors))
            for each in super().encode(texts, progress)
        )

    def _changed(self, vectors: Floats) -> Floats:
        changed = self.change(vectors)
        return np.asarray(changed / np.maximum(np.linalg.norm(changed, axis=-1, keepdims=True), 1e-9), np.float32)


def lifted(vectors: Floats) -> Floats:
    """Push all vectors the same way, so that all texts are alike."""
    return np.asarray(vectors + 0.25, np.float32)


def levelled(vectors: Floats) -> Floats:
    """Give every text the same vector."""
    return np.ones_like(vectors)


def sides(right: Sequence[str]) -> tuple[Article, Article]:
    """Return the story and another article."""
    return Article.from_passages(STORY), Article.from_passages(right)


def test_texts_that_are_all_alike_to_an_encoder_are_linked_as_ever() -> None:
    """An encoder to which all vectors are pushed the same way finds the same links, as sure, as without."""
    plain, pushed = (compare(*sides(RETOLD), encoder=each) for each in (FakeEncoder(), Changed(lifted)))
    cosines = [
        float(one.vector @ other.vector) for one, other in zip(*map(Changed(lifted).encode, retold()), strict=True)
    ]
    assert min(cosines) > 0.7
    assert sum(link.is_pair for link in plain.links) >= 4
    assert [(link.left, link.right) for link in pushed.links] == [(link.left, link.right) for link in plain.links]
    assert [link.score for link in pushed.links] == pytest.approx([link.score for link in plain.links], abs=0.1)


@pytest.mark.parametrize("change", [lifted, levelled], ids=["all alike", "all the same"])
def test_no_link_is_forced_by_an_encoder_that_finds_all_texts_alike(change: Callable[[Floats], Floats]) -> None:
    """Articles about different things are not linked because an encoder cannot tell them apart."""
    links = compare(*sides(STRANGER), encoder=Changed(change)).links
    assert not [link for link in links if link.is_pair and link.strength is Strength.ALIGNED]


def test_the_encoder_that_taught_the_weights_is_not_measured() -> None:
    """Its levels came with the weights: nothing is asked, nothing is changed, rounded to eight bits or not."""
    encoder = FakeEncoder()
    digest = json.loads(read_resource("weights", "alignment.json"))["scale"]["encoder"]
    for name in (digest, f"{digest}-eight-bit"):
        encoder.info = EncoderInfo("as shipped", name)
        assert scale_of(encoder) is PLAIN
    assert encoder.asked == []


def test_every_other_encoder_is_measured() -> None:
    """It is asked about the sentences of the yardstick, each once."""
    encoder = FakeEncoder()
    scale_of(encoder)
    assert sorted(encoder.asked) == sorted([*retold()[0], *retold()[1]])


def test_it_is_measured_as_it_is_used() -> None:
    """The levels are those that the encoder has on its own scale, how softly words settle on a home included."""
    encoder = FakeEncoder()
    scale = scale_of(encoder)
    left, right = map(encoder.encode, retold())
    assert levels((left, right), scale) == scale.own
    assert levels((left, right)) != scale.own


def test_the_sentences_of_the_yardstick_come_in_pairs() -> None:
    """No sentence stands there twice, and none has lost its partner."""
    left, right = retold()
    assert len(left) == len(right) == 32
    assert len({*left, *right}) == 64


def test_the_same_story_is_more_alike_than_another() -> None:
    """Even for words with vectors by chance, sentences that say the same have more of them in common."""
    left, right = map(FakeEncoder().encode, retold())
    found = levels((left, right))
    assert all(found.reach(name) > 0 for name in SCALED)


def test_a_value_keeps_its_place_between_strangers_and_the_same() -> None:
    """Half the way from strangers to one thing told twice is half the way, whatever the encoder calls it."""
    taught = Levels({"cosine": 0.1, "matched_more": 0.1}, {"cosine": 0.6, "matched_more": 0.5})
    own = Levels({"cosine": 0.8, "matched_more": 0.2}, {"cosine": 0.95, "matched_more": 0.6})
    scale = Scale(taught, own)
    assert scale.even("cosine", np.array([0.8, 0.875, 0.95])) == pytest.approx([0.1, 0.35, 0.6])
    assert scale.contrast == pytest.approx(1.0)


def test_a_weak_encoder_is_not_believed_more_for_it() -> None:
    """Where one thing told twice is hardly more alike than strangers, small differences are not blown up."""
    names = ("cosine", "matched_more")
    taught, own = (Levels(dict.fromkeys(names, 0.1), dict.fromkeys(names, top)) for top in (0.6, 0.11))
    assert Scale(taught, own).even("cosine", np.array([0.1, 0.4])) == pytest.approx([0.1, 0.5])


def test_other_measures_are_left_alone() -> None:
    """What is level for any encoder keeps its values."""
    values = np.array([0.1, 0.7])
    assert Scale(Levels({"cosine": 0.1}), Levels({"cosine": 0.8})).even("around_1", values) is values
