"""Do all comparisons keep what the design promises, whatever the articles say?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffview.alignment.encoder import WORDS_ALONE, SentenceEncoder
from diffview.comparison import compare, prepare
from diffview.errors import Cancelled
from diffview.model import (
    Article,
    ChangeKind,
    Comparison,
    Corrections,
    Document,
    Mark,
    Op,
    Options,
    Role,
    Side,
    Strength,
)
from diffview.reading import read_article
from diffview.resources import examples
from diffview.words import fold, words
from tests.fakes import FakeEncoder

SENTENCES = [
    "The harbour ferry struck the pier on Monday, injuring 14 passengers.",
    "Fourteen people were hurt when the ferry hit the pier on Monday.",
    "“We lost steering,” Captain Ida Holm said.",
    "Holm said they had lost steering.",
    "The “Aurora” was built in 1998.",
    "Service resumes on Thursday.",
    "service resumes on Thursday",
    "Bread prices rose by 3% in Oslo.",
    "😀😀 wow",
    "漢字かな交じり文です。",
    "Yes.",
]
article = st.lists(st.sampled_from(SENTENCES), max_size=7).map(Article.from_passages)
anything = st.text(alphabet=st.sampled_from("ab .!?\n“”\"'😀\u0301漢。\u202e\0\t"), max_size=60).map(Article.from_text)
fast = settings(max_examples=60)


def run(left: Article, right: Article, **more: Corrections) -> Comparison:
    """Compare with the fake encoder."""
    return compare(left, right, encoder=FakeEncoder(), **more)


def joined(document: Document, passages: tuple[int, ...]) -> str:
    """Return passages as one text."""
    return "".join(document.text_of(index) for index in passages)


@fast
@given(article | anything, article | anything)
def test_every_passage_is_in_exactly_one_aligned_link(left: Article, right: Article) -> None:
    """What is not furniture is aligned once, or added or dropped once; furniture never."""
    result = run(left, right)
    for side in Side:
        found = [passage for link in result.links if link.strength is Strength.ALIGNED for passage in link.on(side)]
        assert sorted(found) == list(result.document(side).content())


@fast
@given(article | anything, article | anything)
def test_edits_join_to_the_texts_of_their_link(left: Article, right: Article) -> None:
    """KEEP and DELETE give the link's left text, KEEP and INSERT its right text."""
    result = run(left, right)
    for link in result.links:
        ours = [edit.left.of(left.text) for edit in link.edits if edit.op is not Op.INSERT]
        theirs = [edit.right.of(right.text) for edit in link.edits if edit.op is not Op.DELETE]
        assert "".join(ours) == joined(result.left, link.left)
        assert "".join(theirs) == joined(result.right, link.right)


@fast
@given(article, article)
def test_mirrored_twice_is_the_identity(left: Article, right: Article) -> None:
    """Turning a comparison round twice changes nothing, and once swaps added and dropped."""
    result = run(left, right)
    mirrored = result.mirrored()
    assert mirrored.mirrored() == result
    count = lambda comparison, kind: sum(link.change is kind for link in comparison.links)  # noqa: E731
    assert count(result, ChangeKind.ADDED) == count(mirrored, ChangeKind.DROPPED)


@fast
@given(article | anything)
def test_an_article_is_the_same_as_itself(text: Article) -> None:
    """compare(a, a) is all SAME, each passage with itself, nothing moved."""
    for link in run(text, text).links:
        if link.strength is Strength.ALIGNED:
            assert (link.change, link.left, link.moved) == (ChangeKind.SAME, link.right, False)


@fast
@given(article, article)
def test_same_means_equal_after_folding(left: Article, right: Article) -> None:
    """A pair is SAME exactly when its folded texts are equal."""
    result = run(left, right)
    for link in result.links:
        if link.is_pair:
            ours = fold(" ".join(result.left.text_of(index) for index in link.left))
            theirs = fold(" ".join(result.right.text_of(index) for index in link.right))
            assert (link.change is ChangeKind.SAME) == (ours == theirs)


@fast
@given(article | anything, article | anything)
def test_the_words_of_all_passages_are_those_of_the_article(left: Article, right: Article) -> None:
    """Cutting into passages loses and invents no word."""
    result = run(left, right)
    for side in Side:
        document = result.document(side)
        counted = sum(len(words(document.text_of(index))) for index in range(len(document.passages)))
        assert counted == len(words(document.article.text))


@fast
@given(article, article)
def test_the_same_input_gives_the_same_result(left: Article, right: Article) -> None:
    """A comparison can be repeated to the letter."""
    assert run(left, right) == run(left, right)


def test_a_named_title_is_the_title_even_when_it_reads_like_a_sentence() -> None:
    """A heading that a format marks as such keeps its role."""
    article = Article.from_text("It sank.\nThe ferry went down on Monday, and nobody was hurt.", title="It sank.")
    assert [passage.role for passage in prepare(article, Side.LEFT).passages] == [Role.TITLE, Role.BODY]


def test_an_empty_article_is_all_added() -> None:
    """Against nothing everything is only on the other side."""
    result = run(Article.from_text(""), Article.from_passages(SENTENCES[:3]))
    assert {link.change for link in result.links} == {ChangeKind.ADDED}


def test_without_an_encoder_words_alone_compare_and_say_so(tmp_path: Path) -> None:
    """A missing encoder is named in the result, and equal sentences are still found."""
    text = Article.from_passages(SENTENCES[:3])
    result = compare(text, text, options=Options(encoder=str(tmp_path / "gone")))
    assert result.encoder.words_alone
    assert "no such folder" in result.encoder.reason
    aligned = [link for link in result.links if link.strength is Strength.ALIGNED]
    assert {link.change for link in aligned} == {ChangeKind.SAME}


def test_words_alone_can_be_chosen() -> None:
    """The option "words" asks for no encoder."""
    text = Article.from_passages(SENTENCES[:3])
    assert compare(text, text, options=Options(encoder="words")).encoder.words_alone


def test_restored_furniture_is_compared() -> None:
    """What the reader marks as content takes part in the next comparison."""
    line = "Share this story: Facebook | X | Email"
    text = Article.from_text("\n".join([*SENTENCES[:6], line]))
    before = prepare(text, Side.LEFT)
    assert before.passages[-1].role is Role.FURNITURE
    marks = Corrections((Mark(Side.LEFT, line, Role.BODY),))
    assert len(before.passages) - 1 in prepare(text, Side.LEFT, corrections=marks).content()


def test_the_work_can_be_stopped() -> None:
    """An exception from the progress callback ends the comparison."""

    def stop(_stage: str, _done: int, _total: int) -> None:
        raise Cancelled("enough")

    with pytest.raises(Cancelled):
        compare(
            Article.from_passages(SENTENCES), Article.from_passages(SENTENCES), encoder=FakeEncoder(), progress=stop
        )


@pytest.fixture(scope="module")
def real(real_pair: tuple[Article, Article], real_encoder: SentenceEncoder) -> Comparison:
    """Two outlets on one story, compared with the encoder that ships."""
    return compare(*real_pair, encoder=real_encoder)


def partners(real: Comparison, ours: str) -> list[str]:
    """Return the right-hand passages aligned with the left-hand passage that contains `ours`."""
    aligned = real.aligned_link(Side.LEFT)
    index = next(at for at in range(len(real.left.passages)) if ours in real.left.text_of(at))
    return [real.right.text_of(at) for at in real.links[aligned[index]].right]


@pytest.mark.encoder
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("that that story is true", ["if this story is true", "should be investigated"]),
        ("If the story is true that there have been", ["If the story is true that there were"]),
        ("avoid activating", ["not to activate his Starlink"]),
        ("several White House officials were unaware", ["Several White House officials told"]),
    ],
)
def test_what_says_the_same_is_linked(real: Comparison, ours: str, theirs: list[str]) -> None:
    """The quotations and requests that both outlets report find each other."""
    found = " ".join(partners(real, ours))
    assert all(piece in found for piece in theirs)


@pytest.mark.encoder
def test_the_second_quotation_is_linked_one_to_one(real: Comparison) -> None:
    """The long quotation has one partner and is its only one."""
    index = next(at for at in range(len(real.left.passages)) if "there have been" in real.left.text_of(at))
    link = real.links[real.aligned_link(Side.LEFT)[index]]
    assert (len(link.left), len(link.right)) == (1, 1)


@pytest.mark.encoder
def test_what_is_not_the_article_is_furniture(real: Comparison) -> None:
    """Labels, the teaser, navigation and the closing notes are set apart, and nothing else is."""
    found = {
        document.text_of(at).strip()[:30]
        for document in (real.left, real.right)
        for at, passage in enumerate(document.passages)
        if passage.role is Role.FURNITURE
    }
    assert found == {
        "In This Story",
        "Suggested Reading",
        "McDonald’s is facing its first",
        "close",
        "CNN",
        "This story has been updated wi",
        "CNN's Sean Lyngaas, Jackie Wat",
    }


@pytest.mark.encoder
def test_what_only_one_says_stays_unlinked(real: Comparison) -> None:
    """At least thirty passages have no counterpart, and none is forced on them."""
    assert sum(not link.is_pair for link in real.links) >= 30


@pytest.fixture(scope="module")
def ferry() -> tuple[Article, Article]:
    """The sample pair."""
    left, right = (read_article(str(examples() / "harbour-ferry" / f"{side}.txt")) for side in Side)
    return left, right


def told_twice(article: Article) -> Article:
    """Return an article that stands in its file twice."""
    return Article.from_text(f"{article.text}\n\n{article.text}")


def aligned(left: Article, right: Article, encoder: str) -> int:
    """Return how many links say the same."""
    links = compare(left, right, options=Options(encoder=encoder)).links
    return sum(link.is_pair and link.strength is Strength.ALIGNED for link in links)


@pytest.mark.parametrize("encoder", [pytest.param("", marks=pytest.mark.encoder), WORDS_ALONE])
def test_what_is_told_twice_is_linked_all_the_same(ferry: tuple[Article, Article], encoder: str) -> None:
    """A passage that stands in its article a second time is no rival of itself, on one side or on both."""
    left, right = ferry
    once = aligned(left, right, encoder)
    assert aligned(left, told_twice(right), encoder) >= 0.8 * once
    assert aligned(told_twice(left), told_twice(right), encoder) >= 1.2 * once
