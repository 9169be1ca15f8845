"""Does every character run the way its script does?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diffview.reports.pdf.direction import base_level, levels, visual_order

HEBREW, ARABIC = "אבג", "قال"
MIXED = st.text(st.sampled_from(f"abc 12,.()%{HEBREW}{ARABIC}\u0301٣"), max_size=30)


def test_the_first_letter_decides() -> None:
    """A paragraph runs from right to left when its first letter does, whatever digits and signs stand before it."""
    assert [base_level(text) for text in ("12. אב", "(abc) אב", "", "3")] == [1, 0, 0, 0]


def test_latin_has_one_level() -> None:
    """Text of left-to-right scripts stays as it is."""
    assert levels("naïve 1,002 café", 0) == [0] * 16


def test_words_of_another_direction() -> None:
    """Hebrew inside Latin runs from right to left, its digits do not, and the space between them goes with it."""
    assert levels(f"a {HEBREW} 12 b", 0) == [0, 0, 1, 1, 1, 1, 2, 2, 0, 0]


def test_numbers_keep_together() -> None:
    """A separator or a percent sign of a number in Hebrew belongs to the number."""
    assert levels(f"{HEBREW} 1,5%", 1) == [1, 1, 1, 1, 2, 2, 2, 2]


def test_digits_after_arabic_letters() -> None:
    """Digits in Arabic text run from left to right inside what runs from right to left."""
    assert levels(f"{ARABIC} 12", 1) == [1, 1, 1, 1, 2, 2]


def test_latin_inside_hebrew() -> None:
    """A Latin name in a Hebrew paragraph runs from left to right."""
    assert levels(f"{HEBREW} abc", 1) == [1, 1, 1, 1, 2, 2, 2]


def test_marks_follow_their_letter() -> None:
    """A mark on a letter runs as the letter does."""
    assert levels(f"{HEBREW}\u05b0", 0) == [1] * 4


def test_pieces_from_left_to_right() -> None:
    """Pieces of higher levels are turned around inside those of lower ones."""
    assert visual_order([0, 1, 1, 0]) == [0, 2, 1, 3]
    assert visual_order([1, 2, 1]) == [2, 1, 0]
    assert visual_order([1, 2, 2, 1]) == [3, 1, 2, 0]


@given(MIXED, st.sampled_from([0, 1]))
def test_every_character_has_a_place(text: str, base: int) -> None:
    """Each character has a level from the paragraph's on to 2, and the order is one of all of them."""
    found = levels(text, base)
    assert len(found) == len(text)
    assert all(base <= level <= 2 for level in found)
    assert sorted(visual_order(found)) == list(range(len(text)))
