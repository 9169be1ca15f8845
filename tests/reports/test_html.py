"""Is the report valid, safe, complete and of a sensible size?"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.model import (
    Article,
    ChangeKind,
    Comparison,
    Document,
    Edit,
    EncoderInfo,
    Finding,
    FindingKind,
    FindingStatus,
    Link,
    Op,
    Passage,
    Side,
    Span,
)
from diffview.reports.embedding import FILLED
from diffview.reports.html import render_html
from diffview.reports.looks import legend, look_of
from diffview.reports.seal import blanked
from diffview.reports.summary import change_numbers
from diffview.reports.visible import LABELS, explain
from diffview.theme import MARKS, load_theme, theme_names
from tests.reports.referencing import compare_with_reference
from tests.reports.sample import annotated, sample
from tests.strategies import comparisons, patient

CHECKOUT = Path(__file__).parent.parent.parent
BAD_INPUTS = Path(os.environ.get("DIFFVIEW_BADINPUTS", CHECKOUT.parent / "shared" / "badinputs"))
OVERRIDE = "\u202e"
HIDDEN = {label: char for char, label in LABELS.items()}


def parse(page: str) -> Element:
    """Parse a page; anything that is not valid HTML5 raises."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def find(root: Element, ident: str) -> Element:
    """The element with an id."""
    (found,) = (element for element in root.iter() if element.get("id") == ident)
    return found


def passages(root: Element, side: Side) -> list[Element]:
    """The passages of one side."""
    (text,) = (element for element in find(root, side.value).iter("div") if element.get("class") == "text")
    return list(text.iter("span"))


def text_of(element: Element) -> str:
    """The text an element shows of the article: without its links, with hidden characters put back."""
    if element.tag == "b":
        return HIDDEN.get(element.text or "") or chr(int((element.text or "")[2:], 16))
    inner = "".join((text_of(child) if child.tag != "a" else "") + (child.tail or "") for child in element)
    return (element.text or "") + inner


def two(left: str, right: str) -> Comparison:
    """A comparison of two sentences that have nothing in common."""
    documents = []
    for text in (left, right):
        article = Article.from_passages([text], title=text, path=f"folder/{text}")
        documents.append(Document(article, (Passage(Span(0, len(text)), 0),)))
    nothing = Span(0, 0)
    links = (
        Link((0,), (), ChangeKind.DROPPED, edits=(Edit(Op.DELETE, Span(0, len(left)), nothing),)),
        Link((), (0,), ChangeKind.ADDED, edits=(Edit(Op.INSERT, nothing, Span(0, len(right))),)),
    )
    return Comparison(documents[0], documents[1], links, EncoderInfo("toy"), notices=(left,))


@patient
@given(comparisons())
def test_valid(comparison: Comparison) -> None:
    """The report is valid HTML5 that encodes as UTF-8, whatever the articles hold."""
    parse(render_html(comparison).encode().decode())


@patient
@given(comparisons())
def test_text_reads_back(comparison: Comparison) -> None:
    """Every passage, parsed back from the report, is the text of the article."""
    root = parse(render_html(comparison))
    for side in Side:
        document = comparison.document(side)
        shown = [text_of(element) for element in passages(root, side)]
        assert shown == [document.text_of(i) for i in range(len(document.passages))]


@patient
@given(comparisons())
def test_anchors(comparison: Comparison) -> None:
    """Anchors are unique, and every link in the report leads to one."""
    root = parse(render_html(comparison))
    anchors = [element.get("id") for element in root.iter() if element.get("id")]
    targets = {element.get("href", "")[1:] for element in root.iter("a")}
    assert len(anchors) == len(set(anchors))
    assert targets <= set(anchors)


@patient
@given(comparisons())
def test_every_change_has_its_anchor(comparison: Comparison) -> None:
    """Change 12 is at `#c12` on the left, or on the right when only the right says it; its partner is one link away."""
    root = parse(render_html(comparison))
    for index, number in change_numbers(comparison).items():
        link = comparison.links[index]
        side = Side.LEFT if link.left else Side.RIGHT
        shown = passages(root, side)[min(link.on(side))]
        assert (shown.get("id"), shown.get("class")) == (f"c{number}", look_of(link))
        target = f"#c{number}r" if link.is_pair else f"#c{number}"
        assert target in [a.get("href") for a in shown.iter("a")]


@patient
@given(comparisons())
def test_nothing_from_outside(comparison: Comparison) -> None:
    """The report holds no reference to anything outside and no style or event attributes."""
    for element in parse(render_html(comparison)).iter():
        assert element.tag not in {"img", "link", "iframe", "object", "embed", "base", "form", "video", "audio"}
        assert not [name for name in element.attrib if name in {"src", "style", "srcset"} or name.startswith("on")]
        assert (element.get("href") or "#").startswith("#")


@patient
@given(comparisons(max_links=12))
def test_size(comparison: Comparison) -> None:
    """The report is at most four times the two texts and 120 KB."""
    texts = sum(len(comparison.document(side).article.text.encode("utf-8", "surrogatepass")) for side in Side)
    assert len(render_html(comparison).encode()) <= 4 * texts + 120_000


def test_size_of_long_articles() -> None:
    """The report of a thousand short sentences is at most four times the two texts and 120 KB."""
    left = Article.from_passages([f"The harbour office closed line {i}." for i in range(1000)])
    assert left.cuts is not None
    document = Document(left, tuple(Passage(cut.span, cut.paragraph) for cut in left.cuts))
    links = tuple(
        Link((i,), (i,), ChangeKind.REWORDED, edits=tuple(_one_word(passage.span)))
        for i, passage in enumerate(document.passages)
    )
    comparison = Comparison(document, document, links, EncoderInfo("toy"))
    assert len(render_html(comparison).encode()) <= 8 * len(left.text.encode()) + 120_000


def test_size_of_books() -> None:
    """The report of two texts of half a megabyte each keeps to the same limit."""
    sentence = "The harbour office said in its note number {} that the crossing to the island would stay closed."
    article = Article.from_passages([sentence.format(i) for i in range(5200)])
    assert article.cuts is not None
    assert len(article.text) > 500_000
    document = Document(article, tuple(Passage(cut.span, cut.paragraph) for cut in article.cuts))
    links = tuple(
        Link((i,), (i,), ChangeKind.REWORDED, edits=tuple(_one_word(passage.span)))
        for i, passage in enumerate(document.passages)
    )
    page = render_html(Comparison(document, document, links, EncoderInfo("toy")))
    assert len(page.encode()) <= 8 * len(article.text.encode()) + 120_000


def _one_word(span: Span) -> Iterator[Edit]:
    word, rest, nothing = Span(span.start, span.start + 3), Span(span.start + 3, span.end), Span(span.start, span.start)
    yield from (Edit(Op.DELETE, word, nothing), Edit(Op.INSERT, nothing, word), Edit(Op.KEEP, rest, rest))


def test_policy_names_the_own_style_and_script() -> None:
    """The content security policy allows exactly the style and the script of the page, by their hashes."""
    page = render_html(sample())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    for tag in ("style", "script"):
        (text,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
    assert policy[1].startswith("default-src 'none'")
    assert "unsafe" not in policy[1]


def test_colours_come_from_the_themes() -> None:
    """Every colour of all themes is in the page, and no other."""
    style = render_html(sample()).split("<style>")[1].split("</style>")[0]
    themes = [load_theme(name) for name in theme_names()]
    known = {
        colour for theme in themes for mark in theme.marks.values() for colour in (mark.fill, mark.strong, mark.edge)
    }
    known |= {getattr(theme, name) for theme in themes for name in ("page", "window", "ink", "faint", "line", "accent")}
    assert set(re.findall("#[0-9a-f]{6}", style)) == known


def test_scripts_in_titles_are_text() -> None:
    """A title that holds a script is shown, not run."""
    evil = "<script>alert(1)</script>"
    root = parse(render_html(two(evil, "“quiet”")))
    assert [script.get("id") for script in root.iter("script")] == [None, "diffview-data"]
    assert "".join(find(root, "left-title").itertext()) == evil


def test_direction_overrides_are_shown() -> None:
    """A direction override is a labelled mark in text and in titles, and never reaches the browser."""
    page = render_html(two(f"safe{OVERRIDE}txt.exe", "plain"))
    assert OVERRIDE not in page
    assert f'safe<b title="{explain(OVERRIDE)}">RLO</b>txt.exe' in page


def test_legend_counts() -> None:
    """The legend tells of every look how many there are, and can switch it off."""
    comparison = sample()
    root = parse(render_html(comparison))
    for name, number in legend(comparison).items():
        switch = find(root, f"show-{name}")
        (item,) = (element for element in root.iter("label") if switch in list(element))
        assert item.findtext("b") == str(number)
    assert set(legend(comparison)) == set(MARKS)


def test_legend_counts_what_is_painted() -> None:
    """The links counted in the legend are all links, moved ones as moved."""
    comparison = sample()
    counts = legend(comparison)
    assert sum(counts.values()) - counts["furniture"] == len(comparison.links)
    assert counts["moved"] == sum(link.moved for link in comparison.links)


def test_marked_words() -> None:
    """The words that the partner lacks are marked, without the white space around them."""
    root = parse(render_html(sample()))
    boat = find(root, "c3")
    assert [text_of(mark) for mark in boat.iter("mark")] == ["carries", "some", "a day", ", mostly pupils"]


def test_whole_rewording_has_no_marks() -> None:
    """A passage of which nothing was kept is painted whole, not word by word."""
    comparison = sample()
    number, link = next((i, x) for i, x in enumerate(comparison.links) if x.change is ChangeKind.REWORDED and x.edits)
    edits = tuple(edit for edit in link.edits if edit.op is not Op.KEEP)
    links = (*comparison.links[:number], replace(link, edits=edits), *comparison.links[number + 1 :])
    root = parse(render_html(replace(comparison, links=links)))
    assert list(find(root, "c3").iter("mark")) == []


def test_moved_labels_lead_to_the_partner() -> None:
    """A moved passage says on both sides where its partner stands, and leads there."""
    root = parse(render_html(sample()))
    labels = [(a.text, a.get("href")) for a in root.iter("a") if a.get("class") == "tag"]
    assert labels == [("moved from paragraph 2", "#c4r"), ("moved from paragraph 3", "#c4")]


def test_related_links() -> None:
    """Passages that share a fact point at each other and keep their class."""
    root = parse(render_html(sample()))
    here, there = find(root, "r1"), find(root, "r1r")
    assert (here.get("href"), there.get("href")) == ("#r1r", "#r1")
    assert here.get("title") == "shares a fact with paragraph 1 on the right"
    assert find(root, "c2").get("class") == "dropped"


def test_words_of_findings_are_anchors() -> None:
    """The places of a finding lead to exactly its words on both sides, also where a mark cuts them."""
    root = parse(render_html(sample()))
    for name, words in (("f1l", "some 40 people"), ("f1r", "about 40 people"), ("f2l", "Ana Lindqvist")):
        parts = [each for each in root.iter("i") if name in (each.get("id"), each.get("data-f"))]
        assert "".join(text_of(part) for part in parts) == words
    hrefs = [a.get("href") for a in root.iter("a")]
    assert {"#f1l", "#f1r"} <= set(hrefs)


@patient
@given(comparisons(), st.data())
def test_findings_anywhere(comparison: Comparison, data: st.DataObject) -> None:
    """Wherever findings lie, the report is valid and complete, and their links lead somewhere."""
    places = []
    for side in Side:
        size = len(comparison.document(side).article.text)
        ends = sorted(data.draw(st.lists(st.integers(0, size), min_size=4, max_size=4)))
        places.append((Span(ends[0], ends[2]), Span(ends[1], ends[3])))
    finding = Finding(FindingKind.QUOTE, FindingStatus.ALTERED, *places, "The words differ.", 0.9)
    root = parse(render_html(replace(comparison, findings=(finding, replace(finding, reason="Again.")))))
    anchors = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(anchors) == len(set(anchors))
    assert {a.get("href", "#left")[1:] for a in root.iter("a")} <= set(anchors)
    for side in Side:
        shown = [text_of(element) for element in passages(root, side)]
        document = comparison.document(side)
        assert shown == [document.text_of(i) for i in range(len(document.passages))]


def test_findings_are_called_what_the_window_calls_them() -> None:
    """The list counts what is worth checking, each finding with its name, and what the reader said of it beside it."""
    root = parse(render_html(annotated()))
    panel = next(each for each in root.iter("details") if "findings" in (each.get("class") or "").split())
    headings = ["".join(each.itertext()) for each in panel.iter("summary")]
    assert headings == ["Worth checking 2", "Quotes 1", "Names 1", "Speakers 1"]
    said = ["".join(item.itertext()).split(".")[0] for item in panel.iter("li")]
    assert said == [
        "altered ✓ confirmed The words differ",
        "spelt otherwise ✗ dismissed One article writes <b>Ana</b>",
        "in both Both",
    ]


def test_notes_are_listed() -> None:
    """Notes stand in a list with links to their passages; one whose passages are gone says so."""
    root = parse(render_html(annotated()))
    first, second = find(root, "note1"), find(root, "note2")
    assert "".join(first.itertext()) == "Ask the office <b>twice</b>.\nAnd the mayor.3 reworded, confirmed left right"
    assert [a.get("href") for a in first.iter("a")] == ["#c3", "#c3r"]
    assert "not there any more" in "".join(second.itertext())


def test_notes_stand_at_their_passages() -> None:
    """A passage with a note carries a mark that leads to it, on both sides."""
    root = parse(render_html(annotated()))
    for anchor in ("c3", "c3r"):
        assert "#note1" in [a.get("href") for a in find(root, anchor).iter("a")]


def test_corrections_show() -> None:
    """Links a reader confirmed or made carry their sign, and a name that says so aloud."""
    root = parse(render_html(annotated()))
    labels = {a.text: a.get("aria-label") for a in find(root, "left").iter("a") if a.get("aria-label")}
    assert labels["≈3✓"] == "3 reworded, confirmed"
    assert labels["↕4⚯"] == "4 moved, linked by hand"


def test_furniture_names_its_rule() -> None:
    """Page furniture says by which rule it was set apart."""
    last = passages(parse(render_html(sample())), Side.LEFT)[-1]
    assert (last.get("class"), last.get("title")) == ("furniture", "reading links")


def test_file_information() -> None:
    """The head of each side tells file, hash, encoding, and notices."""
    root = parse(render_html(sample()))
    shown = "".join(find(root, "left").itertext())
    article = sample().left.article
    for fact in ("ferry.txt", article.sha256[:12], article.encoding, *article.notices):
        assert fact in shown


def test_words_alone_is_said() -> None:
    """A report made without an encoder says so, and why."""
    page = render_html(replace(sample(), encoder=EncoderInfo("", reason="the model is damaged")))
    assert "compared by words alone: the model is damaged" in page


def test_empty_article() -> None:
    """An empty article says that it has no text."""
    empty = Document(Article(""), ())
    page = render_html(Comparison(empty, empty, (), EncoderInfo("toy")))
    parse(page)
    assert page.count("This article has no text.") == 2


def test_landmarks() -> None:
    """The page has one main landmark, one level-one heading, and a named region for each article."""
    root = parse(render_html(sample()))
    assert [len(list(root.iter(tag))) for tag in ("main", "h1", "nav")] == [1, 1, 1]
    regions = [element for element in root.iter("div") if element.get("role") == "region"]
    assert [region.get("aria-label") for region in regions] == ["Text of the left article", "Text of the right article"]
    assert [region.get("tabindex") for region in regions] == ["0", "0"]


def test_naughty_strings() -> None:
    """Every string of the naughty list is valid in a report and reads back as it was."""
    path = BAD_INPUTS / "blns.txt"
    if not path.is_file():
        pytest.skip(f"the naughty strings are not in {BAD_INPUTS}; set DIFFVIEW_BADINPUTS")
    lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    article = Article.from_passages(lines, title=lines[-1])
    assert article.cuts is not None
    document = Document(article, tuple(Passage(cut.span, cut.paragraph) for cut in article.cuts))
    links = tuple(Link((i,), (), ChangeKind.DROPPED) for i in range(len(lines)))
    root = parse(render_html(Comparison(document, Document(Article(""), ()), links, EncoderInfo("toy"))))
    assert [text_of(element) for element in passages(root, Side.LEFT)] == lines


def test_reference(regenerate: bool) -> None:
    """The report of the sample, as a reader left it, is the committed one, apart from the data it carries."""
    page = re.sub(FILLED.pattern.decode(), "", blanked(render_html(annotated()).encode()).decode())
    compare_with_reference(Path("report.html"), page, regenerate)
