"""Is the article found on pages of every layout of the benchmark, and is nothing of the page lost?"""

import pytest

from benchmarks.html_extraction import articles, page_of, score
from benchmarks.html_layouts import LAYOUTS
from diffview.reading.families import read_family
from diffview.reading.suffixes import Family


def test_enough_layouts():
    """At least twenty layouts are measured, each of another name."""
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS) >= 20


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_article_is_found(layout):
    """In this layout the article's words are found with an F1 of .95, and byline and caption are still on the page."""
    scores = [score(layout, *article) for article in articles()]
    assert sum(one.f1 for one in scores) / len(scores) >= 0.95
    assert all(one.byline and one.caption for one in scores)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_is_left_out_has_a_reason(layout):
    """What is left out are whole lines of the text, each with a reason, and never a paragraph of the article."""
    title, paragraphs = next(articles())
    content = read_family(Family.PAGE, page_of(layout, title, paragraphs).encode())
    lines = set(content.text.split("\n"))
    left_out = [mark.span.of(content.text) for mark in content.furniture]
    assert left_out
    assert set(left_out) <= lines - {title, *paragraphs}
    assert all(mark.rule for mark in content.furniture)
