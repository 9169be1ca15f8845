"""Does every character that hides something show, and nothing else?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.reports.visible import LABELS, explain, label, pieces, plain


@given(st.text(st.characters(exclude_categories=())))
def test_pieces_join_to_the_text(text: str) -> None:
    """Cutting a text at its hidden characters loses nothing."""
    assert "".join(piece for piece, _ in pieces(text)) == text


@given(st.text(st.characters(exclude_categories=())))
def test_hidden_pieces_are_single(text: str) -> None:
    """Each hidden character is shown by itself."""
    assert all(len(piece) == 1 for piece, hidden in pieces(text) if hidden)


@pytest.mark.parametrize(
    ("char", "name"),
    [
        *[("\0", "NUL"), ("\x1b", "ESC"), ("\r", "CR"), ("\x7f", "DEL"), ("\x85", "U+0085"), ("\u202e", "RLO")],
        *[("\u2066", "LRI"), ("\u200b", "ZWSP"), ("\u00ad", "SHY"), ("\ufeff", "BOM"), ("\ud800", "U+D800")],
        *[("\ufffe", "U+FFFE"), ("\u3164", "U+3164"), ("\U000e0041", "U+E0041"), ("\u2028", "LS")],
    ],
)
def test_hidden(char: str, name: str) -> None:
    """Control, direction, invisible and broken characters get a label."""
    assert [(piece, hidden) for piece, hidden in pieces(f"a{char}b") if hidden] == [(char, True)]
    assert label(char) == name


@pytest.mark.parametrize(
    "text",
    [
        "tab\tand\nnew line",
        "no\u00a0break",
        "👩‍👩‍👧",
        "❤️ 1️⃣",
        "می‌خواهم",
        "क्‍ष",
        "🏴\U000e0067\U000e0062\U000e007f",
        "é naïve 東京 مرحبا",
    ],
)
def test_left_alone(text: str) -> None:
    """White space, joined emoji, flags and scripts that need joiners are shown as they are."""
    assert list(pieces(text)) == [(text, False)]


@pytest.mark.parametrize("text", ["a\u200db", "ad\u200cmin"])
def test_joiners_in_latin(text: str) -> None:
    """A joiner has no use between Latin letters, so it shows there."""
    assert any(hidden for _, hidden in pieces(text))


def test_labels_differ() -> None:
    """No two hidden characters have the same label."""
    assert len(set(LABELS.values())) == len(LABELS)


def test_explain_names_the_character() -> None:
    """The explanation of a mark gives the number and the name of its character."""
    assert explain("\u202e") == "U+202E right-to-left override"
    assert explain("\0") == "U+0000"


def test_plain_is_one_line() -> None:
    """For a title, a text becomes one line with bracketed labels."""
    assert plain("two\nlines\tand\u202e more") == "two lines and[RLO] more"
