"""Do the numbers add up, and can a person read them?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import combining

from hypothesis import given

from diffview.model import Article, ChangeKind, Comparison, Document, EncoderInfo, Link, Passage, Side
from diffview.reading.naming import name_of
from diffview.reports.summary import WIDTH, change_numbers, made_by, paragraph_numbers, render_summary, summarise
from diffview.words import words
from tests.reports.referencing import compare_with_reference
from tests.reports.sample import sample
from tests.strategies import comparisons, patient


@patient
@given(comparisons())
def test_words_add_up(comparison: Comparison) -> None:
    """The words of all classes and of furniture sum to the words of the article, exactly."""
    summary = summarise(comparison)
    for side in Side:
        counted = sum(count.on(side).words for count in summary.classes.values()) + summary.furniture.on(side).words
        document = comparison.document(side)
        assert (
            counted
            == summary.words[side]
            == sum(len(words(document.text_of(i))) for i in range(len(document.passages)))
        )


@patient
@given(comparisons())
def test_passages_add_up(comparison: Comparison) -> None:
    """Every passage is counted once."""
    summary = summarise(comparison)
    for side in Side:
        tallies = [count.on(side) for count in summary.classes.values()] + [summary.furniture.on(side)]
        assert sum(tally.passages for tally in tallies) == len(comparison.document(side).passages)


@patient
@given(comparisons())
def test_mirrored(comparison: Comparison) -> None:
    """The other way round, sides swap, and what only one side says changes its name."""
    there, back = summarise(comparison), summarise(comparison.mirrored())
    assert there.classes[ChangeKind.ADDED].right == back.classes[ChangeKind.DROPPED].left
    assert there.classes[ChangeKind.REWORDED].left == back.classes[ChangeKind.REWORDED].right
    assert there.coverage[Side.LEFT] == back.coverage[Side.RIGHT]
    assert (there.moved, there.related) == (back.moved, back.related)


@patient
@given(comparisons())
def test_coverage_is_a_share(comparison: Comparison) -> None:
    """Coverage lies between nothing and everything."""
    assert all(0 <= share <= 1 for share in summarise(comparison).coverage.values())


def test_coverage_counts_same_and_reworded() -> None:
    """Coverage is the share of a side's words, furniture aside, that the other says too."""
    summary = summarise(sample())
    shared = sum(summary.classes[kind].left.words for kind in (ChangeKind.SAME, ChangeKind.REWORDED))
    assert summary.coverage[Side.LEFT] == shared / (summary.words[Side.LEFT] - summary.furniture.left.words)


def test_moved_and_related_are_links() -> None:
    """Moved and related are counted in links."""
    summary = summarise(sample())
    assert (summary.moved, summary.related) == (1, 1)


def test_empty_articles() -> None:
    """Two empty articles have nothing, and nothing of it is covered."""
    empty = Document(Article(""), ())
    comparison = Comparison(empty, empty, (), EncoderInfo("toy"))
    assert summarise(comparison).coverage == {Side.LEFT: 0.0, Side.RIGHT: 0.0}
    assert "0%" in render_summary(comparison)


def test_changes_are_numbered_in_order() -> None:
    """Changes are numbered from 1 in reading order; what is the same or only related has no number."""
    comparison = sample()
    numbers = change_numbers(comparison)
    assert list(numbers.values()) == list(range(1, 8))
    assert all(comparison.links[index].change is not ChangeKind.SAME for index in numbers)


def test_a_moved_sentence_is_a_change() -> None:
    """A sentence that only moved is a change, though its words are the same."""
    comparison = sample()
    same = next(i for i, link in enumerate(comparison.links) if link.change is ChangeKind.SAME)
    links = tuple(replace(link, moved=i == same) for i, link in enumerate(comparison.links))
    assert same in change_numbers(replace(comparison, links=links))


@patient
@given(comparisons())
def test_lines_are_narrow_and_printable(comparison: Comparison) -> None:
    """No line is wider than the page, and none holds a control or direction character."""
    lines = render_summary(comparison).split("\n")
    assert all(line.isprintable() and sum(not combining(char) for char in line) <= WIDTH for line in lines)


def test_wide_letters_count_twice() -> None:
    """Chinese text is cut where a terminal's line ends, not at the number of its letters."""
    article = replace(sample().left.article, title="東" * 200)
    title = render_summary(replace(sample(), left=replace(sample().left, article=article))).split("\n")[0]
    assert title == "LEFT   " + "東" * 44 + "…"


def test_words_alone_says_why() -> None:
    """A comparison without an encoder says so, and why."""
    assert made_by(EncoderInfo("", reason="the model is damaged")) == "compared by words alone: the model is damaged"
    assert made_by(EncoderInfo("")) == "compared by words alone"
    assert made_by(EncoderInfo("mini")) == "compared by meaning with mini"


def test_name_of_pasted_text() -> None:
    """An article without a file is called pasted text."""
    assert (name_of(Article("x")), name_of(Article("x", path="/a/b.txt"))) == ("pasted text", "b.txt")


def test_paragraphs_are_counted_from_one() -> None:
    """Paragraphs are numbered as a reader counts them, whatever numbers they came with."""
    article = Article.from_passages(["a", "b", "c", "d"], [0, 4, 4, 9])
    assert paragraph_numbers(_document(article)) == (1, 2, 2, 3)


def test_only_the_weightiest_are_listed() -> None:
    """A long list is cut to its weightiest entries and says how many there are."""
    texts = [f"Sentence number {i} is {'very ' * i}long." for i in range(5)]
    left = _document(Article.from_passages(texts))
    links = tuple(Link((i,), (), ChangeKind.DROPPED) for i in range(5))
    shown = render_summary(Comparison(left, Document(Article(""), ()), links, EncoderInfo("toy")))
    assert "Only on the left (3 of 5)" in shown
    assert [i for i in range(5) if texts[i] in shown] == [2, 3, 4]


def test_reference(regenerate: bool) -> None:
    """The summary of the sample is the committed one."""
    compare_with_reference(Path("summary.txt"), render_summary(sample()), regenerate)


def _document(article: Article) -> Document:
    assert article.cuts is not None
    return Document(article, tuple(Passage(cut.span, cut.paragraph) for cut in article.cuts))
