"""Is every hostile file that opens harmless and whole in a report?"""

from __future__ import annotations

from pathlib import Path

import html5lib
import lxml.html
import pypdfium2 as pdfium
import pytest

from diffview.comparison import prepare
from diffview.model import Article, ChangeKind, Comparison, Document, EncoderInfo, Link, Side
from diffview.reading import read_article
from diffview.reports.html import render_html
from diffview.reports.pdf import render_pdf
from tests.reading.test_bad_inputs import FOLDER, OPENS
from tests.reports.test_html import HIDDEN

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the collection of bad inputs is not at {FOLDER}")

SMALL = [name for name in OPENS if (FOLDER / name).is_file() and (FOLDER / name).stat().st_size < 50_000]


def alone(path: Path) -> Comparison:
    """A comparison of a file with an empty one."""
    document = prepare(read_article(path), Side.LEFT)
    links = tuple(Link((i,), (), ChangeKind.DROPPED) for i in document.content())
    return Comparison(document, Document(Article(""), ()), links, EncoderInfo("toy"))


def text_of(element: lxml.html.HtmlElement) -> str:
    """The text an element shows of the article: without its links, with hidden characters put back."""
    if element.tag == "b":
        return HIDDEN.get(element.text) or chr(int(element.text[2:], 16))
    inner = "".join((text_of(child) if child.tag != "a" else "") + (child.tail or "") for child in element)
    return (element.text or "") + inner


@pytest.mark.parametrize("name", OPENS)
def test_text_reads_back(name: str) -> None:
    """Every passage, parsed back from the report, is the text of the file."""
    comparison = alone(FOLDER / name)
    parser = lxml.html.HTMLParser(huge_tree=True, encoding="utf-8")
    root = lxml.html.fromstring(render_html(comparison).encode(), parser=parser)
    shown = [text_of(element) for element in root.xpath("//section[@id='left']//div[@class='text']//span")]
    assert shown == [comparison.left.text_of(i) for i in range(len(comparison.left.passages))]
    assert root.xpath("count(//script)") == 2


@pytest.mark.parametrize("name", SMALL)
def test_valid(name: str) -> None:
    """The report on the file is valid HTML5."""
    html5lib.HTMLParser(strict=True).parse(render_html(alone(FOLDER / name)))


@pytest.mark.parametrize("name", SMALL)
def test_pages(name: str) -> None:
    """The file makes pages that open."""
    assert len(pdfium.PdfDocument(render_pdf(alone(FOLDER / name), folders=()))) >= 1
