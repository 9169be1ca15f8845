"""Tests of patterns that are compiled when a line asks for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.reading import hints, rules, wording
from diffview.reading.pattern import _UNUSUAL, Pattern
from tests.strategies import patient

PLAIN = "".join(char for char in map(chr, range(0x3000)) if not _UNUSUAL.search(char))
WORDS = (
    "By Photo Read more about share this story Updated 14:05 GMT 3 min read sign up to our newsletter close Reuters "
    "© 2024 All rights reserved Jane Doe é à la Menü Teilen Ö'Brien ( ) : | · – — … 1,200 $5 £ AP/Getty is the editor "
    "can be reached at 555-0100 or tips@paper.com Follow her on X the council Contact the newsroom ß Straße "
    "contributed reporting from Paris The writer Émile ÉTÉ an hour ago comments (12)"
)
EVERY = [rule.pattern for rule in rules.RULES] + [
    rules.SIDE_BY_SIDE,
    rules.PERSON,
    rules.MASTHEAD,
    rules.LIVE_STAMP,
    rules.GLUED,
    rules.SECTION,
    rules.RELATED_LABEL,
    rules.TOPICS_LABEL,
    hints._MEDIUM,
    hints._ANY_MEDIUM,
    hints._OURS,
    hints.SPEAKS,
    wording._ATTRIBUTED,
    hints._COMMAND,
]
lines = st.lists(st.one_of(st.sampled_from(WORDS.split(" ")), st.text(PLAIN, max_size=6)), min_size=1, max_size=9).map(
    " ".join
)


def test_nothing_is_compiled_before_a_line_is_met() -> None:
    """A pattern that nobody has used holds nothing but its source, even a wrong one."""
    assert vars(Pattern("(")) == {"_source": "(", "_is_blind": False}


def test_every_rule_can_be_met_without_regex() -> None:
    """No rule of the program needs more than `re` for plain letters, so that reading an article stays quick."""
    assert [pattern._source for pattern in EVERY if pattern._plain is None] == []


@given(lines)
@patient
def test_both_say_the_same_of_plain_text(line: str) -> None:
    """Where `re` is used, every rule matches as far as `regex` does."""
    if _UNUSUAL.search(line):
        return
    for pattern in EVERY:
        assert pattern._plain is not None
        quick, thorough = pattern._plain.match(line), pattern._full.match(line)
        assert (quick and quick.span()) == (thorough and thorough.span()), pattern._source


@pytest.mark.parametrize("is_blind", [False, True])
@pytest.mark.parametrize(
    "source", [r"\w", r"\s", r"\d", r"\p{L}", r"\p{Lu}", r"\p{Ll}", r"[\p{L}\p{M}.]", r"[^\w]", "."]
)
def test_both_say_the_same_of_every_plain_character(source: str, is_blind: bool) -> None:
    """Kinds of characters are the same for both, but for the characters that are kept from `re`."""
    pattern = Pattern(source, is_blind=is_blind)
    assert pattern._plain is not None
    assert [c for c in PLAIN if bool(pattern._plain.match(c)) != bool(pattern._full.match(c))] == []


@pytest.mark.parametrize("text", ["Jiří", "Ивана Петрова", "e\u0301te\u0301", "क्ष", "x\u200dy", "²", "\x1c"])
def test_letters_of_other_scripts_are_met_thoroughly(text: str) -> None:
    """Joined letters and scripts that `re` reads otherwise are met by `regex`."""
    pattern = Pattern(r"[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*")
    assert pattern._for(text) is pattern._full


def test_what_re_cannot_say_is_left_to_regex() -> None:
    """A property without a range and a look behind of no fixed length still match."""
    assert Pattern(r"\p{Sc}\d").match("$5") is not None
    assert Pattern(r"\w+(?<=ab|cde)").fullmatch("xcde") is not None
