"""Does a report carry its comparison, safely and within its size?"""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given

from diffview.model import Article, ChangeKind, Comparison, Document, EncoderInfo, Link, Passage, Side
from diffview.reports.embedding import ELEMENT, brief, carry, extract
from diffview.reports.html import render_html
from diffview.reports.json import to_json
from tests.reports.sample import sample
from tests.strategies import comparisons, patient


def plain(value: object) -> object:
    """A value as JSON gives it back."""
    return json.loads(json.dumps(value))


@patient
@given(comparisons())
def test_comes_out_as_it_went_in(comparison: Comparison) -> None:
    """From the page alone the whole comparison is had again."""
    assert extract(render_html(comparison).encode()) == plain(to_json(comparison))


@patient
@given(comparisons())
def test_nothing_breaks_out(comparison: Comparison) -> None:
    """What stands in the data element is ASCII and has no character of markup, whatever the articles hold."""
    (data,) = re.findall('id="diffview-data">(.*?)</script>', render_html(comparison), re.DOTALL)
    assert data.isascii()
    assert not set(data) & set("<>&\n\0")


def test_provenance_can_be_read() -> None:
    """Version, model, both hashes, options and corrections can be read without unpacking anything."""
    (data,) = re.findall('id="diffview-data">(.*?)</script>', render_html(sample()))
    found, table = json.loads(data), to_json(sample())
    assert found["schema"] == "diffview.report/1"
    assert (found["version"], found["encoder"]) == (table["generator"]["version"], table["generator"]["encoder"])
    for side in Side:
        assert found[side.value] == {name: table[side.value][name] for name in ("path", "sha256")}
    assert found["options"] == table["options"]
    assert found["corrections"] == {"marks": 0, "judgements": 0, "notes": 0, "reviews": 0, "borders": 0}


def test_a_giant_carries_less() -> None:
    """Where the page would outgrow its size, what follows from the articles and the rest is left out."""
    comparison = sample()
    page = ELEMENT + "x" * (4 * 2000 + 120_000)
    assert extract(carry(page, comparison).encode()) == plain(brief(to_json(comparison)))


def test_random_words_stay_within_the_size() -> None:
    """Texts that cannot be packed well do not make the report too large."""
    left, right = (Article.from_passages([f"{n * seed % 9973:x} {n}" for n in range(3000)]) for seed in (31, 37))
    documents = []
    for article in (left, right):
        assert article.cuts is not None
        documents.append(Document(article, tuple(Passage(cut.span, cut.paragraph) for cut in article.cuts)))
    links = tuple(Link((n,), (n,), ChangeKind.REWORDED) for n in range(3000))
    comparison = Comparison(documents[0], documents[1], links, EncoderInfo("toy", "0f"))
    page = render_html(comparison)
    assert "text" not in extract(page.encode())["left"]


@pytest.mark.parametrize(
    "page",
    [
        b"",
        ELEMENT.encode(),
        ELEMENT.replace("><", ">{}<").encode(),
        ELEMENT.replace("><", '>{"comparison": "AAAA"}<').encode(),
        ELEMENT.replace("><", ">[[[[<").encode(),
    ],
)
def test_what_is_none_is_said(page: bytes) -> None:
    """A page without a comparison, or with a damaged one, is refused."""
    with pytest.raises(ValueError, match=r"it carries no comparison|cannot be read"):
        extract(page)
