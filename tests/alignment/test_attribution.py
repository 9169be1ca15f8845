"""Are the words found that only say who speaks?"""

from __future__ import annotations

import pytest

from diffview.alignment.attribution import told_stems
from diffview.alignment.similarity import Likeness, measure
from diffview.alignment.wording import Wording, read_wordings, stems_of
from tests.fakes import FakeEncoder


def wordings(*texts: str) -> tuple[Wording, ...]:
    """Return the wordings of some passages of one article."""
    return read_wordings([texts])[0]


def measured(left: tuple[Wording, ...], right: tuple[Wording, ...]) -> Likeness:
    """Measure two articles with the fake encoder."""
    vectors = [FakeEncoder().encode([wording.text for wording in side]) for side in (left, right)]
    return measure(left, right, (vectors[0], vectors[1]), 24)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“We will rebuild the pier,” said Ana Rao, who runs the port.", "We will rebuild the pier"),
        ("“We will rebuild the pier,” Rao told reporters on Tuesday.", "We will rebuild the pier"),
        ("“We will,” Rao said. “It needs new piles.”", "We will It needs new piles"),
        (
            "Ana Rao, an engineer at the port, said on Tuesday that the pier would be rebuilt.",
            "the pier would be rebuilt",
        ),
        ("She declined to say whether the pier was safe.", "the pier was safe"),
        ("The pier will be rebuilt, the harbour office said in a statement.", "The pier will be rebuilt"),
        ("The pier will be rebuilt, said Ana Rao, a port official.", "The pier will be rebuilt"),
        (
            "The pier cost $3 million, according to the port, and opened late.",
            "The pier cost $3 million and opened late",
        ),
        ("The old pier, built in 1912, was closed.", "The old pier built in 1912 was closed"),
        ("Der Hafen bleibt zu, sagte Frau Rao.", "Der Hafen bleibt zu sagte Frau Rao"),
    ],
)
def test_what_is_told_is_apart_from_who_says_it(text: str, told: str) -> None:
    """The speaker, the verb, the day and what links them go; what is said stays, quoted or not."""
    assert told_stems(wordings(text)[0]) == stems_of(told)


@pytest.mark.parametrize("text", ["Ana Rao said.", "said", "", "…", "According to her"])
def test_a_passage_that_tells_nothing_else_is_told_whole(text: str) -> None:
    """Where nothing but the attribution stands it is all that can be compared."""
    wording = wordings(text)[0]
    assert told_stems(wording) == wording.stems


def test_the_same_speaker_on_another_matter_tells_nothing_of_the_first() -> None:
    """Two passages with one speaker share words, but none of their content."""
    left = wordings("“The pier will be rebuilt,” said Ana Rao, who runs the port.", "Rain fell.", "Boats were late.")
    right = wordings("“Ferries are full,” said Ana Rao, who runs the port.", "Snow fell.", "Trains were late.")
    likeness = measured(left, right)
    assert likeness.table("contained")[0, 0] > 0.4
    assert likeness.table("content_more")[0, 0] < 0.1


def test_content_is_seen_from_the_passage_that_is_told_more() -> None:
    """A short passage may be told whole by a long one of which it tells little."""
    left = wordings("The pier closed.", "Rain fell on Monday.", "Boats were late again.")
    right = wordings("The pier closed after a storm had torn its planks from the piles in August.", "Snow came.")
    likeness = measured(left, right)
    assert likeness.table("content_more")[0, 0] > 2 * likeness.table("content_less")[0, 0] > 0
