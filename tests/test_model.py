"""Do the values keep their promises?"""

import math

import pytest

from diffview.model import Article, ChangeKind, Link, Options, Side, Span, Strength, in_reading_order


def test_newlines_become_one_kind() -> None:
    """Pasted text has one kind of newline, whatever it came with."""
    assert Article.from_text("a\r\nb\rc\u2028d\x0ce").text == "a\nb\nc\nd\ne"


def test_given_passages_keep_their_borders() -> None:
    """Text that is already cut stands in the article exactly as given."""
    article = Article.from_passages(["One.", "Two.", "Three."], [0, 0, 1])
    assert [cut.span.of(article.text) for cut in article.cuts or ()] == ["One.", "Two.", "Three."]
    assert article.text == "One. Two.\n\nThree."


def test_passages_and_paragraphs_must_agree_in_number() -> None:
    """A paragraph number too few is the caller's mistake."""
    with pytest.raises(ValueError, match="zip"):
        Article.from_passages(["One.", "Two."], [0])


def test_no_passages_make_an_empty_article() -> None:
    """An empty list is an empty article."""
    assert Article.from_passages([]).text == ""


@pytest.mark.parametrize("number", [{"longest_passage": -5}, {"candidates": 0}, {"link_above": math.nan}])
def test_options_are_numbers_to_compare_with(number: dict[str, float]) -> None:
    """A number that nothing can be compared with is refused, wherever it comes from: a program, a list or a file."""
    with pytest.raises(ValueError, match=f"{next(iter(number))} is .*; it must be [01] or more"):
        Options(**number)


def test_sides_are_each_others_other() -> None:
    """The other side of the other side is the side."""
    assert [side.other.other for side in Side] == list(Side)


def test_added_passages_follow_what_stands_before_them() -> None:
    """In reading order a right-only passage comes after the link of the passage before it on the right."""
    pair = [Link((0,), (1,), ChangeKind.SAME), Link((1,), (0,), ChangeKind.SAME), Link((), (2,), ChangeKind.ADDED)]
    assert [link.right for link in in_reading_order(pair)] == [(1,), (2,), (0,)]


def test_related_links_follow_the_aligned_one() -> None:
    """Of the links of one passage the aligned one is named first."""
    related = Link((0,), (0,), ChangeKind.REWORDED, strength=Strength.RELATED)
    aligned = Link((0,), (5,), ChangeKind.REWORDED)
    assert in_reading_order([related, aligned]) == (aligned, related)


def test_a_span_counts_code_points() -> None:
    """A span counts an astral character as one."""
    assert Span(1, 2).of("a😀b") == "😀"
