"""How well is page furniture found in the articles whose furniture careful readers marked?"""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from diffview.model import Article, Span
from diffview.reading import find_furniture, find_title

FOLDER = Path(os.environ.get("DIFFVIEW_GOLD", Path(__file__).parents[3] / "shared" / "gold"))

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the gold articles are not at {FOLDER}")


def articles(name):
    """Yield each article with the numbers of its furniture sentences."""
    with (FOLDER / f"{name}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            for side in "ab":
                numbers = record[f"{side}_par"]
                numbers = None if not numbers or numbers[0] is None else numbers
                yield Article.from_passages(record[side], numbers), set(record.get(f"{side}_furniture", ()))


def paragraphs(article):
    spans = {}
    for cut in article.cuts:
        spans[cut.paragraph] = Span(spans.get(cut.paragraph, cut.span).start, cut.span.end)
    return tuple(spans.values())


def found_in(article, spans):
    """Return the numbers of the sentences that a mark touches."""
    marks = find_furniture(article.text, spans)
    return {
        i
        for i, cut in enumerate(article.cuts)
        if any(mark.span.start < cut.span.end and cut.span.start < mark.span.end for mark in marks)
    }


CUTS = {
    "paragraphs": paragraphs,
    "sentences": lambda article: [cut.span for cut in article.cuts],
    "lines": lambda _: None,
}


@pytest.mark.parametrize("cut", CUTS)
def test_news(cut):
    """In news, all that is called furniture is furniture, and at least four fifths of it are found."""
    count = Counter()
    for article, gold in articles("news_pairs"):
        found = found_in(article, CUTS[cut](article))
        count.update(right=len(found & gold), wrong=len(found - gold), gold=len(gold))
    assert count["wrong"] == 0
    assert count["right"] >= 0.8 * count["gold"]


@pytest.mark.parametrize("name", ["onestop", "argrewrite", "aesop"])
@pytest.mark.parametrize("cut", CUTS)
def test_texts_without_furniture(name, cut):
    """In newspaper texts, essays and fables without furniture, none is found."""
    assert [article.text[:60] for article, _ in articles(name) if found_in(article, CUTS[cut](article))] == []


def test_headlines():
    """The headline is found in every news article."""
    for article, _ in articles("news_pairs"):
        spans = paragraphs(article)
        assert find_title(article.text, find_furniture(article.text, spans), spans) == article.cuts[0].span
