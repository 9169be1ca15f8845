"""Are the example pairs and the real pair read as their writers meant them?"""

import os
from pathlib import Path

import pytest

from diffview.reading import read_article
from diffview.resources import examples

REAL = Path(os.environ.get("DIFFVIEW_SEEDS", Path(__file__).parents[3] / "shared" / "seeds"))
PAIRS = sorted(folder.name for folder in examples().iterdir() if folder.is_dir())


def read(pair, side):
    (path,) = (examples() / pair).glob(f"{side}.*")
    return read_article(path)


def test_there_are_three_pairs():
    """Two outlets, two versions and a retelling are there to open."""
    assert {"harbour-ferry", "library-hours", "fog-bell"} <= set(PAIRS)


@pytest.mark.parametrize("pair", PAIRS)
def test_pair_is_complete(pair):
    """Each pair has two articles with headlines, and a title and a few lines for the menu."""
    assert all(read(pair, side).title for side in ("left", "right"))
    title, *rest = (examples() / pair / "about.txt").read_text(encoding="utf-8").splitlines()
    assert len(title) < 80
    assert 2 <= len(rest) <= 4


def test_furniture_of_the_ferry_pair():
    """The news site's page furniture is found, the local paper has none."""
    assert read("harbour-ferry", "left").furniture == ()
    article = read("harbour-ferry", "right")
    assert [mark.rule for mark in article.furniture] == [
        "section label",
        "byline",
        "timestamp",
        "photo credit",
        "related link",
        "update note",
        "newsletter or app call",
    ]
    assert article.title.startswith("‘The wheel turned")


def test_the_tale_has_no_furniture():
    """A tale and its retelling have no furniture, headings in the tale included."""
    assert read("fog-bell", "left").furniture == read("fog-bell", "right").furniture == ()


@pytest.mark.skipif(not REAL.is_dir(), reason=f"the real pair is not at {REAL}")
def test_furniture_of_the_real_pair():
    """Labels, teaser, buttons and closing notes of the real pair are furniture, and nothing else is."""
    first, second = (read_article(path) for path in sorted(REAL.glob("*.txt")))
    assert [mark.span.of(first.text).split()[0] for mark in first.furniture] == [
        "In",
        "Suggested",
        "McDonald’s",
        "Suggested",
    ]
    assert [mark.span.of(second.text).split()[0] for mark in second.furniture] == [
        "close",
        "close",
        "CNN",
        "This",
        "CNN's",
    ]
    assert first.title == ""
    assert second.title.startswith("NASA chief calls")
