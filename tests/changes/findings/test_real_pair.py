"""What is found in two real articles on one story?"""

from __future__ import annotations

import pytest

from diffview.alignment.encoder import SentenceEncoder
from diffview.comparison import compare
from diffview.model import Article, Comparison, Finding, FindingKind, FindingStatus, Op, Side

pytestmark = pytest.mark.encoder


@pytest.fixture(scope="module")
def comparison(real_pair: tuple[Article, Article], real_encoder: SentenceEncoder) -> Comparison:
    """The comparison of the real pair."""
    return compare(*real_pair, encoder=real_encoder)


def shown(comparison: Comparison, finding: Finding) -> tuple[str, str]:
    """Return the words of a finding on both sides."""
    texts = (comparison.left.article.text, comparison.right.article.text)
    left, right = (
        " … ".join(span.of(text) for span in spans)
        for spans, text in zip((finding.left, finding.right), texts, strict=True)
    )
    return left, right


def the(comparison: Comparison, kind: FindingKind, words: str) -> Finding:
    """Return the first finding of a kind whose left or right words contain `words`."""
    return next(
        each for each in comparison.findings if each.kind is kind and words in " ".join(shown(comparison, each))
    )


def changed(comparison: Comparison, finding: Finding) -> tuple[list[str], list[str]]:
    """Return the words that only one side of a quotation has."""
    left, right = comparison.left.article.text, comparison.right.article.text
    return (
        [edit.left.of(left) for edit in finding.edits if edit.op is Op.DELETE],
        [edit.right.of(right) for edit in finding.edits if edit.op is Op.INSERT],
    )


def test_first_quote_is_altered_in_two_words(comparison: Comparison) -> None:
    """The first quotation says "if this" for "that that", and nothing else differs."""
    finding = the(comparison, FindingKind.QUOTE, "that that story")
    assert finding.status is FindingStatus.ALTERED
    assert changed(comparison, finding) == (["that that"], ["if this"])


def test_second_quote_is_altered_in_the_words_that_differ(comparison: Comparison) -> None:
    """The second quotation is altered in its verb and in the small words of its list."""
    finding = the(comparison, FindingKind.QUOTE, "there have been multiple")
    assert finding.status is FindingStatus.ALTERED
    assert changed(comparison, finding) == (["have been", "for", "for", "of the"], ["were", "and"])


def test_second_half_of_a_quote_is_reported(comparison: Comparison) -> None:
    """What is quoted on the right as a second sentence is reported speech on the left."""
    assert the(comparison, FindingKind.QUOTE, "I think it should").status is FindingStatus.REPORTED


def test_fragment_is_exact(comparison: Comparison) -> None:
    """The two words "regular contact" are quoted alike."""
    assert the(comparison, FindingKind.QUOTE, "regular contact").status is FindingStatus.SAME


def test_tens_of_millions_are_set_against_both_sums(comparison: Comparison) -> None:
    """Tens of millions are set against the two sums of the other article as less exact."""
    finding = the(comparison, FindingKind.FIGURE, "tens of millions of dollars")
    assert finding.status is FindingStatus.VAGUER
    text = comparison.right.article.text
    assert [span.of(text) for span in finding.right] == ["$44 million", "$119 million"]


def test_misspelt_first_name(comparison: Comparison) -> None:
    """The first name that one article misspells is a variant."""
    finding = the(comparison, FindingKind.NAME, "Vladamir")
    assert finding.status is FindingStatus.VARIANT
    assert "Vladimir" in finding.reason


def test_spokesman_is_on_one_card(comparison: Comparison) -> None:
    """The two statements of the Kremlin's spokesman are on one card."""
    left, right = shown(comparison, the(comparison, FindingKind.SPEAKER, "Peskov"))
    assert "all untrue" in left
    assert "only one phone call" in right


@pytest.mark.parametrize(
    ("side", "speakers"),
    [
        (Side.LEFT, ("Ministry of Digital Affairs", "Politico")),
        (Side.RIGHT, ("John Kirby", "Dmitri Alperovitch")),
    ],
)
def test_who_speaks_on_one_side_only(comparison: Comparison, side: Side, speakers: tuple[str, ...]) -> None:
    """Those whom only one article quotes are listed on its side, and on no other."""
    alone = {
        each.about: (bool(each.left), bool(each.right))
        for each in comparison.findings
        if each.kind is FindingKind.SPEAKER and each.status is FindingStatus.ONLY_HERE
    }
    for speaker in speakers:
        assert alone[speaker] == (side is Side.LEFT, side is Side.RIGHT)


def test_left_quotes_are_all_accounted_for(comparison: Comparison) -> None:
    """Every quotation outside page furniture is part of a finding."""
    for document, side in ((comparison.left, "left"), (comparison.right, "right")):
        found = [span for each in comparison.findings if each.kind is FindingKind.QUOTE for span in getattr(each, side)]
        for number in document.content():
            for quote in document.passages[number].quotes:
                assert any(span.start < quote.end and quote.start < span.end for span in found)
