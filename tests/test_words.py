"""What is a word, and what does folding ignore?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.words import fold, is_content_word, tokenise, words


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("“It’s”", '"It\'s"'),
        ("2019–2020", "2019-2020"),
        ("and so…", "and so..."),
        ("cafe\u0301", "café"),
        ("ten\u00a0 days", "ten days"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_typography_makes_no_difference(ours: str, theirs: str) -> None:
    """Marks, dashes, ellipses, accents, spaces and soft hyphens fold to one form."""
    assert fold(ours) == fold(theirs)


@pytest.mark.parametrize(("ours", "theirs"), [("Us", "us"), ("now.", "now"), ("3.5", "35"), ("naïve", "naive")])
def test_content_makes_a_difference(ours: str, theirs: str) -> None:
    """Case, punctuation, figures and accents survive folding."""
    assert fold(ours) != fold(theirs)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """Folding is idempotent."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Musk’s $1.8 billion", ["Musk’s", "$1.8", "billion"]),
        ("up 8.7% on 1,200", ["up", "8.7%", "on", "1,200"]),
        ("the U.S. war", ["the", "U.S.", "war"]),
        ("well… no", ["well", "…", "no"]),
        ("日本語です", ["日", "本", "語", "で", "す"]),
        ("👩‍🚀 flies", ["👩‍🚀", "flies"]),
    ],
)
def test_tokens_are_words_figures_and_signs(text: str, tokens: list[str]) -> None:
    """A token is a word, a figure with its sign, an abbreviation, or one sign."""
    assert [span.of(text) for span in tokenise(text)] == tokens


@given(st.text())
def test_tokens_hold_all_but_white_space(text: str) -> None:
    """Nothing of the text but white space lies outside its tokens."""
    covered = {at for span in tokenise(text) for at in range(span.start, span.end)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)


def test_signs_are_no_words() -> None:
    """Punctuation does not count as a word."""
    assert words("Yes — 40 of them!") == ("Yes", "40", "of", "them")


def test_function_words_carry_no_content() -> None:
    """Articles and auxiliaries are told from content words, in any case."""
    assert [is_content_word(word) for word in ("The", "would", "bridge", "40", ",")] == [
        False,
        False,
        True,
        True,
        False,
    ]
