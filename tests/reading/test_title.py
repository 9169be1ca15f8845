"""Is the headline found where there is one, and nowhere else?"""

import pytest

from diffview.model import Furniture, Span
from diffview.reading.title import find_title

STORY = "The council voted seven to four on Monday to close the old swimming pool on Mill Lane."


def title_of(text, furniture=()):
    found = find_title(text, furniture)
    return found.of(text) if found else None


@pytest.mark.parametrize(
    "headline",
    [
        "Council votes to close the old swimming pool",
        "‘Nobody asked us’: A town loses its pool",
        "Who will pay for the pool?",
        "The pool is shut!",
        "They Closed It. Now They Want It Back.",
        "Council sues builder of pool in Washington, D.C.",
        "Pool firm wins deal from Brannock Inc.",
        "Bad: das Ende einer Ära",
        "JAWS",
    ],
)
def test_headline_over_a_story(headline):
    """A short line that is no sentence, with the story under it, is the headline."""
    assert title_of(f"\n  {headline} \n\n{STORY}") == headline


@pytest.mark.parametrize(
    "first",
    [
        STORY,
        "It rained.",
        "It rained on Monday, and on Tuesday,",
        "in the morning",
        "“Why do you walk so crooked, child?",
        "Dear Editor,",
        "Ingredients:",
        "* * *",
    ],
)
def test_first_line_that_is_no_headline(first):
    """A sentence, a part of one, a greeting or a row of stars is no headline."""
    assert title_of(f"{first}\n\n{STORY}\n\n{STORY}") is None


def test_headline_needs_a_story():
    """A line alone, or lines that are all headlines, have no headline over them."""
    assert title_of("Council votes to close pool") is None
    assert title_of("Council votes to close pool\nMayor sees no other way\nSwimmers plan a last dawn") is None
    assert title_of("") is None


def test_a_sentence_that_runs_on_is_no_headline():
    """A line whose sentence goes on in the next line is no headline."""
    assert title_of(f"The council voted on Monday to\nclose the pool. {STORY}") is None


def test_furniture_above_is_passed_over():
    """A line that is furniture is not the headline; the one under it may be."""
    text = f"close\n\nCouncil votes to close pool\n\n{STORY}"
    assert title_of(text, [Furniture(Span(0, 5), "share or navigation words")]) == "Council votes to close pool"


def test_given_paragraphs():
    """With paragraphs given, the headline is one of them and not a line."""
    text = f"Council votes to close pool {STORY}"
    spans = (Span(0, 27), Span(28, len(text)))
    assert find_title(text, (), spans) == Span(0, 27)
