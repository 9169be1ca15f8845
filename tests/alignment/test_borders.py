"""Tests of passages that the reader split and merged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from diffview.alignment.borders import apply_borders, border_at, find_border
from diffview.alignment.segmentation import segment
from diffview.comparison import compare
from diffview.model import Article, Comparison, Corrections, Document, Options, Role, Side
from tests.fakes import FakeEncoder
from tests.strategies import comparisons, patient

TEXT = (
    "The harbour was closed on Monday. Two ferries collided in thick fog; nobody was hurt when it happened there.\n\n"
    "The company apologised to all passengers. “We are sorry.” It will pay for the damage within a year."
)
PLACE = TEXT.index("nobody")


def _texts(document: Document) -> list[str]:
    return [document.text_of(n) for n in range(len(document.passages))]


def _with(document: Document, place: int, *, split: bool) -> Document:
    border = border_at(document, Side.LEFT, place, split=split)
    return apply_borders(document, Side.LEFT, Corrections(borders=(border,)))


@pytest.fixture
def cut() -> Document:
    """The text cut into sentences."""
    return segment(Article.from_text(TEXT))


def test_split_makes_two_passages_of_one(cut: Document) -> None:
    """A split cuts its passage at that place and leaves the others; white space belongs to neither half."""
    texts = _texts(_with(cut, PLACE, split=True))
    assert texts[1:3] == ["Two ferries collided in thick fog;", "nobody was hurt when it happened there."]
    assert [*texts[:1], *texts[3:]] == [*_texts(cut)[:1], *_texts(cut)[2:]]


def test_merge_makes_one_passage_of_two(cut: Document) -> None:
    """A merge joins the passage that begins there to the one before."""
    texts = _texts(_with(cut, TEXT.index("Two ferries"), split=False))
    assert texts[0] == TEXT[: TEXT.index("\n")]
    assert len(texts) == len(cut.passages) - 1


def test_merge_reaches_over_the_end_of_a_line(cut: Document) -> None:
    """A sentence that a line break had cut in two can be made whole."""
    merged = _with(cut, TEXT.index("The company"), split=False)
    assert "there.\n\nThe company" in " ".join(_texts(merged))


def test_quotations_are_found_in_the_halves() -> None:
    """After a split each half has its own quotations."""
    text = "“We saw it,” she said and added “it was huge” before she left."
    halves = _with(segment(Article.from_text(text)), text.index("and added"), split=True).passages
    assert [[span.of(text) for span in half.quotes] for half in halves] == [["“We saw it,”"], ["“it was huge”"]]


def test_furniture_is_not_merged_with_content(cut: Document) -> None:
    """What is page furniture never becomes part of a passage of the article."""
    passages = (cut.passages[0], replace(cut.passages[1], role=Role.FURNITURE), *cut.passages[2:])
    mixed = replace(cut, passages=passages)
    assert _with(mixed, TEXT.index("Two ferries"), split=False) == mixed


def test_a_headline_that_takes_in_a_sentence_is_no_headline(cut: Document) -> None:
    """What is made of a headline and a sentence is a passage like others; what is made of two headlines is one."""
    for *roles, made in ((Role.TITLE, Role.BODY, Role.BODY), (Role.BODY, Role.TITLE, Role.BODY), (Role.TITLE,) * 3):
        heads = (replace(cut.passages[n], role=role) for n, role in enumerate(roles))
        headed = replace(cut, passages=(*heads, *cut.passages[2:]))
        assert _with(headed, TEXT.index("Two ferries"), split=False).passages[0].role is made


def test_later_word_holds(cut: Document) -> None:
    """Splitting and then merging at one place gives the passage back."""
    said = tuple(border_at(cut, Side.LEFT, PLACE, split=split) for split in (True, False))
    assert apply_borders(cut, Side.LEFT, Corrections(borders=said)) == cut
    assert said[0].is_at_place_of(said[1])


@pytest.mark.parametrize(
    ("before", "after"),
    [("closed on Monday", "closed on Tuesday"), ("thick fog", "dense fog"), ("when it happened", "as it happened")],
)
def test_split_survives_small_edits(cut: Document, before: str, after: str) -> None:
    """A word that changes before or behind the border, or in another sentence, does not move it."""
    border = border_at(cut, Side.LEFT, PLACE, split=True)
    edited = TEXT.replace(before, after)
    assert find_border(edited, border) == edited.index("nobody")


def test_place_that_is_gone_waits(cut: Document) -> None:
    """In another text the border is nowhere, and nothing is cut."""
    border = border_at(cut, Side.LEFT, PLACE, split=True)
    other = segment(Article.from_text("A minister resigned on Friday. Nobody knows why he did it so late."))
    assert apply_borders(other, Side.LEFT, Corrections(borders=(border,))) == other


def test_equal_places_are_told_apart() -> None:
    """Of two places with the same words around them the second one is split."""
    text = "It rained all day.\nIt rained all day."
    document = segment(Article.from_text(text))
    place = text.rindex("all")
    border = border_at(document, Side.LEFT, place, split=True)
    assert find_border(text, replace(border, before="rained", after="all day.", nth=1)) == place
    assert find_border(text, border) == place


@given(comparisons())
@patient
def test_every_border_is_found_where_it_was_named(made: Comparison) -> None:
    """A border named at the beginning of any passage is found there again in the same text."""
    for side in Side:
        document = made.document(side)
        for passage in document.passages:
            place = passage.span.start
            assert find_border(document.article.text, border_at(document, side, place, split=True)) == place


def test_pipeline_compares_the_halves() -> None:
    """A split passage is linked half by half, under new options too."""
    left, right = Article.from_text(TEXT), Article.from_text(TEXT.replace("fog; nobody", "fog. Nobody"))
    border = border_at(compare(left, right, encoder=FakeEncoder()).left, Side.LEFT, PLACE, split=True)
    for options in (Options(), Options(longest_passage=60)):
        said = Corrections(borders=(border,))
        result = compare(left, right, corrections=said, encoder=FakeEncoder(), options=options)
        assert PLACE in [passage.span.start for passage in result.left.passages]
        assert result.corrections == said
