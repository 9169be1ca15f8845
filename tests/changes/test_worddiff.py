"""Does the word diff mark what differs, and read as prose?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.alignment.segmentation import segment
from diffview.changes.worddiff import keep_all, word_diff
from diffview.model import Article, Document, Edit, Op, Options
from diffview.words import fold

TEXT = st.text(alphabet=st.sampled_from("ab cde. “”’'😀e\u0301漢字—-\u200b…"), min_size=1, max_size=40)


def document(*passages: str) -> Document:
    """Return a document with these passages in one paragraph."""
    return segment(Article.from_passages(passages, [0] * len(passages)))


def diff(left: Document, right: Document, options: Options = Options()) -> tuple[Edit, ...]:
    """Return the edits between all of one document and all of the other."""
    return word_diff(left, range(len(left.passages)), right, range(len(right.passages)), options)


def said(edits: tuple[Edit, ...], left: Document, right: Document) -> list[tuple[str, str]]:
    """Return (operation, text) of each edit, without the white space around."""
    return [
        (
            edit.op,
            (edit.right.of(right.article.text) if edit.op is Op.INSERT else edit.left.of(left.article.text)).strip(),
        )
        for edit in edits
    ]


def test_only_the_words_that_differ_are_marked() -> None:
    """In a quotation with one clause altered, nothing else is marked."""
    left, right = document("“I don’t know that that story is true.”"), document("“I don't know if this story is true.”")
    assert said(diff(left, right), left, right) == [
        ("keep", "“I don’t know"),
        ("delete", "that that"),
        ("insert", "if this"),
        ("keep", "story is true.”"),
    ]


def test_a_negation_is_marked_alone() -> None:
    """One added "not" is one insertion."""
    left, right = document("It should be investigated."), document("It should not be investigated.")
    assert ("insert", "not") in said(diff(left, right), left, right)


def test_a_figure_is_one_word() -> None:
    """A sum of money is replaced whole, not digit by digit."""
    left, right = document("It cost $44.5 million then."), document("It cost $41.9 million then.")
    changed = said(diff(left, right), left, right)[1:3]
    assert changed == [("delete", "$44.5"), ("insert", "$41.9")]


def test_one_function_word_between_changes_is_no_agreement() -> None:
    """A lone "the" between two changed stretches is painted with them."""
    left = document("Officials close the old bridge near Ashby, residents said on Monday.")
    right = document("Authorities shut the ageing crossing near Ashby, residents said on Monday.")
    assert said(diff(left, right), left, right)[:2] == [
        ("delete", "Officials close the old bridge"),
        ("insert", "Authorities shut the ageing crossing"),
    ]


def test_where_little_is_shared_both_are_painted_whole() -> None:
    """A paraphrase that shares hardly a content word is one deletion and one insertion."""
    left = document("Brannock stood behind what it had built in the county.")
    right = document("The company insists in the statement there was nothing wrong with its work.")
    assert [edit.op for edit in diff(left, right)] == [Op.DELETE, Op.INSERT]


def test_a_short_sentence_inside_a_long_one_is_diffed_by_words() -> None:
    """Containment counts as sharing: only what the longer one adds is marked."""
    left = document("The ferry sank.")
    right = document("The ferry sank, according to two divers who had searched the harbour since early Sunday morning.")
    assert said(diff(left, right), left, right)[0] == ("keep", "The ferry sank")


def test_no_edit_crosses_a_passage() -> None:
    """One sentence against two is cut where the second one begins."""
    left, right = document("The ferry sank and nobody died."), document("The ferry sank.", "Nobody died.")
    borders = [(passage.span.start, passage.span.end) for passage in right.passages]
    for edit in diff(left, right):
        if edit.op is not Op.DELETE:
            assert any(start <= edit.right.start and edit.right.end <= end for start, end in borders)


@given(st.lists(TEXT, min_size=1, max_size=3), st.lists(TEXT, min_size=1, max_size=3), st.sampled_from([0.0, 1 / 3]))
def test_edits_tile_both_sides(ours: list[str], theirs: list[str], whole: float) -> None:
    """KEEP and DELETE join to the left passages, KEEP and INSERT to the right ones, in order."""
    left, right = document(*ours), document(*theirs)
    edits = diff(left, right, Options(paint_whole_below=whole))
    for side, ops, name in ((left, (Op.KEEP, Op.DELETE), "left"), (right, (Op.KEEP, Op.INSERT), "right")):
        joined = "".join(getattr(edit, name).of(side.article.text) for edit in edits if edit.op in ops)
        assert joined == "".join(side.text_of(index) for index in range(len(side.passages)))


@given(st.lists(TEXT, min_size=1, max_size=3), st.lists(TEXT, min_size=1, max_size=3))
def test_what_is_kept_is_the_same(ours: list[str], theirs: list[str]) -> None:
    """Both spans of a KEEP hold the same text after folding."""
    left, right = document(*ours), document(*theirs)
    for edit in diff(left, right, Options(paint_whole_below=0)):
        if edit.op is Op.KEEP:
            ours_text, theirs_text = edit.left.of(left.article.text), edit.right.of(right.article.text)
            assert fold(ours_text).replace(" ", "") == fold(theirs_text).replace(" ", "")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (["“Yes.”"], ['"Yes."']),
        (["One.", "Two."], ["One. Two."]),
        (["A b."], ["A\u200b b."]),
        (["x."], ["x.", "\u200b"]),
    ],
)
def test_the_same_but_for_typography_is_kept(ours: list[str], theirs: list[str]) -> None:
    """Passages with equal folds have no edit but KEEP, however they are cut."""
    left, right = document(*ours), document(*theirs)
    edits = keep_all(left, range(len(left.passages)), right, range(len(right.passages)), Options())
    assert {edit.op for edit in edits if len(edit.left) + len(edit.right) > 1} == {Op.KEEP}
