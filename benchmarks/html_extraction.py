"""How much of an article does the reading of web pages find, and how much of what stands around it?

Run `python -m benchmarks.html_extraction`: a table of word F1 for each layout over all sample articles of this
project, and whether byline and caption are still on the page, as content or as furniture that can be restored.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from statistics import mean

from benchmarks.html_layouts import LAYOUTS, Layout
from diffview.reading.content import Content
from diffview.reading.families import read_family
from diffview.reading.suffixes import Family

SEEDS = Path(__file__).parent.parent / "seeds"
BYLINE = "Marguerite Oakhanger"
DATE = "6 February 2026"
CAPTION = "Gulls over the breakwater on the morning after, seen from the customs house."
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one article in one layout: word F1 of the text, and whether byline and caption are still there."""

    layout: str
    f1: float
    byline: bool
    caption: bool


def articles() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield title and paragraphs of the sample articles."""
    for path in sorted(SEEDS.glob("*/*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        if path.stem in {"left", "right"} and len(lines) > 5:
            yield lines[0], tuple(lines[1:])


def page_of(layout: Layout, title: str, paragraphs: tuple[str, ...]) -> str:
    """Return an article as a page of this layout."""
    body = layout.gap.join(layout.frame.replace("$p", escape(line)) for line in paragraphs)
    filled = {"$title": escape(title), "$byline": BYLINE, "$date": DATE, "$caption": CAPTION, "$body": body}
    page = layout.page
    for slot, text in filled.items():
        page = page.replace(slot, text)
    return page


def score(layout: Layout, title: str, paragraphs: tuple[str, ...]) -> Score:
    """Read an article in a layout and compare what is taken for content with what it is."""
    content = read_family(Family.PAGE, page_of(layout, title, paragraphs).encode())
    wanted, found = _words(" ".join((title, *paragraphs))), _words(story_of(content))
    shared = (wanted & found).total()
    f1 = 2 * shared / (wanted.total() + found.total())
    return Score(layout.name, f1, BYLINE in content.text, CAPTION in content.text)


def story_of(content: Content) -> str:
    """Return the text without its furniture."""
    pieces, at = [], 0
    for mark in content.furniture:
        pieces.append(content.text[at : mark.span.start])
        at = mark.span.end
    return "".join([*pieces, content.text[at:]])


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def run() -> list[Score]:
    """Return the scores of every article in every layout."""
    return [score(layout, *article) for layout in LAYOUTS for article in articles()]


def main() -> None:
    """Print the table."""
    scores = run()
    print(f"{'layout':36} {'mean F1':>8} {'lowest':>8}  byline caption")
    for layout in LAYOUTS:
        own = [one for one in scores if one.layout == layout.name]
        lowest = min(one.f1 for one in own)
        byline, caption = all(one.byline for one in own), all(one.caption for one in own)
        print(f"{layout.name:36} {mean(one.f1 for one in own):8.3f} {lowest:8.3f}  {byline!s:6} {caption!s}")
    print(f"{f'all: {len(LAYOUTS)} layouts, {len(scores)} pages':36} {mean(one.f1 for one in scores):8.3f}")


if __name__ == "__main__":
    main()
