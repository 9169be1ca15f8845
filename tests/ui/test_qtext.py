"""Tests of the conversion between code points and Qt's text, and of showing text from files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from diffview.model import Span
from diffview.ui.qtext import Positions, hidden_places, menu_text, nearest, one_line, sign_name, tooltip, visible

TEXTS = st.text(st.sampled_from("ab \n😀𝒳é\u202e\u200b\x00\ufeff\U000e0041👨\u200d"), max_size=60)


@given(TEXTS, st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    """A code point converted to UTF-16 units and back is the same code point."""
    positions = Positions(text)
    point = data.draw(st.integers(0, len(text)))
    assert positions.to_point(positions.to_qt(point)) == point


@given(TEXTS, st.data())
def test_units_are_those_of_utf16(text: str, data: st.DataObject) -> None:
    """The unit of a code point is the length in UTF-16 of what stands before it."""
    point = data.draw(st.integers(0, len(text)))
    assert Positions(text).to_qt(point) == len(text[:point].encode("utf-16-le", "surrogatepass")) // 2


def test_inside_a_pair_of_surrogates() -> None:
    """The second half of an emoji belongs to the emoji."""
    assert Positions("a😀b").to_point(2) == 1


def test_span_over_emoji() -> None:
    """A span after two emoji moves by two units and keeps its length."""
    assert Positions("😀😀word").span_to_qt(Span(2, 6)) == (4, 8)


@given(st.text(max_size=80))
def test_visible_keeps_every_offset(text: str) -> None:
    """What is shown has as many code points as the text."""
    assert len(visible(text)) == len(text)


@given(st.text(st.characters(exclude_characters="\n"), max_size=60))
def test_qt_keeps_what_is_shown(text: str) -> None:
    """Qt neither drops, joins nor splits anything of what is shown."""
    shown = visible(text)
    document = QTextDocument()
    document.setPlainText(shown)
    assert document.blockCount() == 1
    assert document.characterCount() - 1 == Positions(shown).to_qt(len(shown))


@given(st.text(max_size=80))
def test_hidden_places_are_where_signs_stand(text: str) -> None:
    """A place is hidden exactly when another sign is shown there."""
    shown = visible(text)
    assert hidden_places(text, shown) == tuple(n for n in range(len(text)) if text[n] != shown[n])


def test_direction_marks_are_seen() -> None:
    """No direction character is left that could turn the text around."""
    trojan = "a\u202eb\u2067c\u2069d\u202c\u200e\u200f\u061c\u2066\u2068\u202a\u202b\u202d"
    assert not set(visible(trojan)) & set(trojan) - set("abcd")


def test_control_characters_are_seen() -> None:
    """NUL, escape and bell are shown as pictures of their names."""
    assert visible("\x00\x1b\x07") == "␀␛␇"


def test_joiners_stay() -> None:
    """A family emoji and a flag made of tags are left whole."""
    family, flag = "👨\u200d👩\u200d👧", "🏴\U000e0067\U000e0062\U000e007f"
    assert visible(family + flag) == family + flag


def test_hidden_message_in_tags_is_seen() -> None:
    """Tag characters outside a flag, which can carry a hidden text, are shown."""
    assert visible("a\U000e0041b") == "a▯b"


def test_lone_surrogate() -> None:
    """Half a character is shown as the replacement sign."""
    assert visible("a\ud800b") == "a\ufffdb"


def test_tooltip_is_literal() -> None:
    """A tooltip shows markup as text."""
    assert "<script>" not in tooltip("<script>alert(1)</script>")
    assert "&lt;script&gt;" in tooltip("<script>alert(1)</script>")


def test_no_tooltip_for_nothing() -> None:
    """Nothing to say makes no tooltip."""
    assert tooltip("") == ""


def test_one_line() -> None:
    """A label is one line, with nothing hidden in it, and not longer than asked for."""
    assert one_line("a\n b\t\u202e c", 100) == "a b ◀ c"
    assert one_line("word " * 100, 20) == "word word word word…"


def test_menu_keys() -> None:
    """An ampersand in a file's name is no key mark."""
    assert menu_text("Q&A.txt") == "Q&&A.txt"


def test_sign_name() -> None:
    """A hidden character is called by its name and number."""
    assert sign_name("\u202e") == "right-to-left override (U+202E)"
    assert sign_name("\x00") == "control character (U+0000)"


@pytest.mark.parametrize(("point", "place"), [(0, 4), (5, 4), (11, 14), (99, 14)])
def test_words_are_found_again_nearby(point: int, place: int) -> None:
    """Of the places where words stand the one nearest to where they stood is taken."""
    assert nearest("pier", "the pier, the pier", point) == place


def test_words_that_are_gone_leave_their_place() -> None:
    """Words that are not in the text any more leave the reader where they stood, or at the end."""
    assert [nearest("boat", "the pier", point) for point in (4, 99)] == [4, 8]
