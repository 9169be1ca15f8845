"""Is a very long article compared in part, and nothing of it lost?"""

from dataclasses import replace

from diffview.comparison import compare
from diffview.model import Article, Corrections, Furniture, Mark, Options, Role, Side
from diffview.reports.summary import summarise
from tests.fakes import FakeEncoder

TEXTS = [f"Sentence number {n} stands here." for n in range(12)]
WHOLE = Article.from_passages([*TEXTS[:3], "Advertisement", *TEXTS[3:]], path="/x/long.txt")
LONG = replace(WHOLE, furniture=(Furniture((WHOLE.cuts or ())[3].span, "advertisement"),))
SHORT = Article.from_passages(TEXTS[:4], path="/x/short.txt")
SOME = Options(most_passages=5)


def test_the_first_passages_are_compared():
    """The first passages of content are compared; the rest is furniture that says why, and all of it is there."""
    found = compare(LONG, SHORT, options=SOME, encoder=FakeEncoder())
    assert [found.left.text_of(i) for i in found.left.content()] == TEXTS[:5]
    rules = [passage.rule for passage in found.left.passages if passage.role is Role.FURNITURE]
    assert rules.count("beyond what is compared") == 7
    assert len(found.left.passages) == 13
    assert found.right.content() == (0, 1, 2, 3)


def test_it_is_said():
    """The comparison names the article, how much of it was compared and how much there is."""
    assert compare(LONG, SHORT, options=SOME, encoder=FakeEncoder()).notices == (
        "long.txt: only the first 5 of 12 passages are compared",
    )


def test_everything_on_request():
    """Without a limit all is compared and nothing said."""
    found = compare(LONG, SHORT, options=replace(SOME, most_passages=0), encoder=FakeEncoder())
    assert len(found.left.content()) == 12
    assert found.notices == ()


def test_all_words_count():
    """What is left out counts as furniture, so that the words of all classes are still those of the article."""
    summary = summarise(compare(LONG, SHORT, options=SOME, encoder=FakeEncoder()))
    kinds = sum(count.left.words for count in summary.classes.values())
    assert kinds + summary.furniture.left.words == summary.words[Side.LEFT]


def test_the_encoder_is_not_asked_about_the_rest():
    """What is not compared costs no encoding, and neither does furniture."""
    asked: list[str] = []

    class Counting(FakeEncoder):
        def encode(self, texts, progress=None):
            asked.extend(texts)
            return super().encode(texts, progress)

    compare(LONG, SHORT, options=SOME, encoder=Counting())
    assert asked[:9] == [*TEXTS[:5], *TEXTS[:4]]
    assert set(asked[9:]).isdisjoint(WHOLE.text.splitlines())


def test_a_single_passage_can_be_taken_in():
    """The reader may take one passage from beyond the limit as content."""
    marks = Corrections((Mark(Side.LEFT, TEXTS[10], Role.BODY),))
    found = compare(LONG, SHORT, options=SOME, corrections=marks, encoder=FakeEncoder())
    assert [found.left.text_of(i) for i in found.left.content()] == [*TEXTS[:5], TEXTS[10]]
