"""Are passages cut where a reader would cut them?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.alignment.segmentation import apply_marks, find_quotes, segment
from diffview.model import Article, Corrections, Document, Furniture, Mark, Options, Role, Side, Span


def texts(document: Document) -> list[str]:
    """Return the passages of a document as text."""
    return [document.text_of(index) for index in range(len(document.passages))]


def test_sentences_are_passages_and_lines_are_paragraphs() -> None:
    """Each sentence is a passage that knows its paragraph; blank lines count for nothing."""
    document = segment(Article("Dr. May left. She ran.\n\n \nNobody saw it.\n"))
    assert texts(document) == ["Dr. May left.", "She ran.", "Nobody saw it."]
    assert [passage.paragraph for passage in document.passages] == [0, 0, 1]


def test_a_quotation_of_two_sentences_stays_whole() -> None:
    """A full stop inside quotation marks does not end the passage."""
    text = "“I saw it. It was red,” she said. He left."
    assert texts(segment(Article(text))) == ["“I saw it. It was red,” she said.", "He left."]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It went from Ms. Holm to Ms. May’s party."),
        ("fr", "M. Holm et Mme. May sont partis, dit M. Roux."),
        ("es", "UGT y CC. OO. piden un 5 %."),
    ],
)
def test_abbreviation_inside_a_sentence(language: str, text: str) -> None:
    """A form of address or a doubled letter with a full stop does not end the passage."""
    assert texts(segment(Article(text), options=Options(language=language))) == [text]


@pytest.mark.parametrize("language", ["de", "de-AT", "DE_de"])
def test_a_country_changes_no_language(language: str) -> None:
    """German is cut as German whichever country is named with it."""
    text = "Das gilt z. B. für Frau Prof. Schulz."
    assert texts(segment(Article(text), options=Options(language=language))) == [text]


def test_quotation_over_paragraphs() -> None:
    """What stands between a mark that opens in one paragraph and one that closes in a later one is quoted."""
    document = segment(Article("She said: “It was hard.\n\nWe tried. We lost.\n\nWe go on.” She left.\n\nNobody came."))
    quoted = [[span.of(document.article.text) for span in passage.quotes] for passage in document.passages]
    assert [" ".join(each) for each in quoted] == ["“It was hard.", "We tried.", "We lost.", "We go on.”", "", ""]


def test_quotation_that_is_never_closed() -> None:
    """Where no mark closes a quotation it ends with its passage."""
    document = segment(Article("She said: “It was hard.\n\nNobody came.\n\nHe said: “No.”"))
    assert [bool(passage.quotes) for passage in document.passages] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'I've done nothing,' he said.", ["'I've done nothing,'"]),
        ("He spoke of 'gold taps' there.", ["'gold taps'"]),
        ("''I like it,'' he said.", ["''I like it,''"]),
        ("The workers' and the owners' rights in the '90s weren't alike.", []),
    ],
)
def test_straight_single_marks(text: str, quoted: list[str]) -> None:
    """Straight single marks quote, alone and doubled; apostrophes do not."""
    assert [span.of(text) for span in find_quotes(text, Span(0, len(text)))] == quoted


@given(st.text(alphabet=st.sampled_from("ab .!?\n“”\"'😀\u0301漢。\t"), max_size=80))
def test_passages_cover_all_but_white_space_in_order(text: str) -> None:
    """Every code point that is not white space is in exactly one passage, and passages follow each other."""
    passages = segment(Article(text)).passages
    covered = [at for passage in passages for at in range(passage.span.start, passage.span.end)]
    assert covered == sorted(set(covered))
    assert all(text[at].isspace() for at in set(range(len(text))) - set(covered))
    assert not any(passage.span.of(text) != passage.span.of(text).strip() for passage in passages)


def test_half_a_character_is_a_letter_like_others() -> None:
    """A lone surrogate, which no UTF-8 holds, stays in its passage and moves no other one."""
    document = segment(Article.from_text("A dog \ud83d barked. A \udc36 cat slept."))
    assert [document.text_of(k) for k in range(2)] == ["A dog \ud83d barked.", "A \udc36 cat slept."]


def test_furniture_cuts_a_sentence_it_is_glued_to() -> None:
    """A navigation word stuck to a sentence becomes a passage of its own, and the sentence stays content."""
    text = "It ended well.close"
    document = segment(Article(text, furniture=(Furniture(Span(14, 19), "navigation"),)))
    assert texts(document) == ["It ended well.", "close"]
    assert [passage.role for passage in document.passages] == [Role.BODY, Role.FURNITURE]
    assert document.passages[1].rule == "navigation"


def test_the_title_has_its_role() -> None:
    """The passage that stands where the headline was found is the title."""
    document = segment(Article("A headline\nA sentence."), Span(0, 10))
    assert [passage.role for passage in document.passages] == [Role.TITLE, Role.BODY]


def test_text_that_is_already_cut_is_not_cut_again() -> None:
    """Given passages stay as they are, two sentences or not."""
    article = Article.from_passages(["One. Two.", "Three."], [0, 3])
    document = segment(article)
    assert texts(document) == ["One. Two.", "Three."]
    assert [passage.paragraph for passage in document.passages] == [0, 3]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('She said "well, no" to it.', ['"well, no"']),
        ("It’s ‘the dog’s bowl’ he wants, isn’t it?", ["‘the dog’s bowl’"]),
        ("«Oui», dit-il. „Nein“, sagte sie.", ["«Oui»", "„Nein“"]),
        ("“It goes on in the next paragraph.", ["“It goes on in the next paragraph."]),
        ('A 6" board and a 4" one', []),
        ("「はい」と言った", ["「はい」"]),
    ],
)
def test_quotations_are_found(text: str, quotes: list[str]) -> None:
    """Paired quotation marks of several languages are found; apostrophes and inches are not quotations."""
    assert [span.of(text) for span in find_quotes(text, Span(0, len(text)))] == quotes


def test_the_reader_decides_what_is_furniture() -> None:
    """A mark turns furniture into content, and content into furniture, on its side only."""
    document = segment(Article("Advert\nText here.", furniture=(Furniture(Span(0, 6), "label"),)))
    marks = Corrections((Mark(Side.LEFT, "Advert", Role.BODY), Mark(Side.LEFT, "Text here.", Role.FURNITURE)))
    corrected = apply_marks(document, Side.LEFT, marks)
    assert [passage.role for passage in corrected.passages] == [Role.BODY, Role.FURNITURE]
    assert apply_marks(document, Side.RIGHT, marks) == document


def test_a_mark_names_one_of_several_equal_passages() -> None:
    """`nth` counts passages with the same text."""
    document = segment(Article("More.\nMore.\nMore."))
    marked = apply_marks(document, Side.LEFT, Corrections((Mark(Side.LEFT, "More.", Role.FURNITURE, nth=1),)))
    assert [passage.role for passage in marked.passages] == [Role.BODY, Role.FURNITURE, Role.BODY]
    assert replace(marked, passages=()) == replace(document, passages=())


def test_a_giant_line_is_cut_at_white_space() -> None:
    """What no sentence can be as long as is cut between words, and nothing of it is lost."""
    text = "word " * 30 + "x" * 50
    found = texts(segment(Article(text), options=Options(longest_passage=40)))
    assert " ".join(found) == text
    assert len(found) > 3
    assert max(map(len, found)) <= 40 + 50
