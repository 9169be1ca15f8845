"""Is the Markdown summary readable, and do words of the articles stay words in it?"""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from diffview.model import Comparison
from diffview.reports.markdown import escaped, render_markdown
from diffview.reports.visible import plain
from tests.reports.referencing import compare_with_reference
from tests.reports.sample import sample
from tests.strategies import comparisons, passages, patient

NASTY = (
    "# heading\n- list\n> quote",
    "**bold** _it_ `code` ~~gone~~",
    "[link](http://x.example) ![image](x.png) <http://x.example>",
    "<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;b&gt; &#60;b",
    "| a | b |\n| --- | --- |",
    "```\nfence\n```",
    "http://x.example www.x.example someone@x.example",
    "[ref]: http://x.example\n\n[ref]",
    "$x$ \\(x\\) \\ back",
    "- [x] done",
)


class Words(HTMLParser):
    """What is shown of a page, and which elements it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tags = "", set[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note an element."""
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        """Note what is shown."""
        self.text += data


def shown(markdown: str) -> Words:
    """Markdown as a reader sees it where even raw HTML is allowed."""
    machine = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return Words(machine.render(markdown))


@patient
@given(comparisons())
def test_articles_bring_no_markup(comparison: Comparison) -> None:
    """Whatever the articles hold, the page has only the elements of the summary itself."""
    own = {"h1", "h2", "ul", "li", "p", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    assert shown(render_markdown(comparison)).tags <= own


@patient
@given(st.one_of(passages(), st.sampled_from(NASTY), st.text(max_size=30)))
def test_words_read_back(text: str) -> None:
    """Escaped words in an entry are shown exactly as they are, and make no element."""
    found = shown(f"- left: {escaped(text)} end\n")
    assert found.tags == {"ul", "li"}
    bare = found.text.strip().removeprefix("left: ").removesuffix(" end").replace("\u2060", "")
    assert bare.strip() == plain(text).replace("\u2060", "").strip()


@pytest.mark.parametrize("text", ["@someone", "a@b.example", "see #12", "http://x.example", "www.x.example"])
def test_nothing_is_notified_or_linked(text: str) -> None:
    """Names, addresses and numbers of tickets are parted, so that a forge makes nothing of them."""
    assert not re.search(r"@\w|#\d|://|www\.", escaped(text).replace("\\://", "").replace("www\\.", ""))


def test_plain_words_stay_plain() -> None:
    """Ordinary prose is not touched: the page can be read as text in a mail."""
    prose = "“We’re not done,” she said – R&D costs 3.5% more (see below); it's 10 o'clock!"
    assert escaped(prose) == prose


def test_says_how_many_are_left_out() -> None:
    """A long list names how many it shows of how many."""
    comparison = sample()
    found = tuple(finding for finding in comparison.findings for _ in range(10))
    assert "## Worth checking (12 of 20)" in render_markdown(replace(comparison, findings=found))


def test_reference(regenerate: bool) -> None:
    """The Markdown of the sample is the committed one."""
    compare_with_reference(Path("summary.md"), render_markdown(sample()), regenerate)
