"""Does the PDF hold both articles, in order, level, linked, and with everything embedded?"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from pypdfium2 import raw

from diffview.model import Article, ChangeKind, Comparison, Document, EncoderInfo, Link, Passage, Side
from diffview.reports.pdf import render_pdf
from diffview.reports.pdf.pages import HEIGHT, LEFT_COLUMN, MARGIN, RIGHT_COLUMN, WIDTH
from diffview.reports.pdf.rows import rows
from diffview.reports.summary import change_numbers
from diffview.theme import PALETTES
from tests.reports.sample import annotated, sample
from tests.strategies import comparisons, patient


def opened(comparison: Comparison) -> pdfium.PdfDocument:
    """The PDF of a comparison, made with nothing but the fonts that ship."""
    return pdfium.PdfDocument(render_pdf(comparison, folders=()))


def text_of(document: pdfium.PdfDocument) -> str:
    """All text of a PDF, page by page."""
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def numbered(count: int, moved: int = 0) -> Comparison:
    """Articles of numbered sentences, five in a paragraph; the last `moved` of the left stand first on the right."""
    order = [*range(count - moved, count), *range(count - moved)]
    left, right = (
        _document([_sentence(side, i) for i in order]) for side, order in (("l", range(count)), ("r", order))
    )
    links = tuple(Link((i,), (order.index(i),), ChangeKind.REWORDED, i >= count - moved) for i in range(count))
    return Comparison(left, right, links, EncoderInfo("toy"))


def _sentence(side: str, number: int) -> str:
    more = " and again the office said so" * (3 if side == "l" else 1)
    return f"{side}{number:04} is what the harbour office said{more}."


def _document(texts: list[str]) -> Document:
    article = Article.from_passages(texts, [i // 5 for i in range(len(texts))], title="A title", path="notes.txt")
    assert article.cuts is not None
    return Document(article, tuple(Passage(cut.span, cut.paragraph) for cut in article.cuts))


@patient
@given(comparisons())
def test_any_comparison(comparison: Comparison) -> None:
    """Whatever the articles hold, the PDF opens, and making it again gives the same bytes."""
    data = render_pdf(comparison, folders=())
    assert len(pdfium.PdfDocument(data)) >= 1
    assert data == render_pdf(comparison, folders=())


def test_both_articles_in_order() -> None:
    """The text taken out again holds every sentence of both articles once, each article in its order."""
    text = text_of(opened(numbered(120, moved=20)))
    right = [*range(100, 120), *range(100)]
    assert re.findall(r"\bl(\d{4})\b", text) == [f"{i:04}" for i in range(120)]
    assert re.findall(r"\br(\d{4})\b", text) == [f"{i:04}" for i in right]


def test_long_paragraphs_break_over_pages() -> None:
    """A paragraph longer than a page goes on on the next one, inside the margins, without losing a word."""
    words = [f"w{i:05}" for i in range(6000)]
    document = _document([" ".join(words)])
    links = (Link((0,), (0,), ChangeKind.SAME),)
    found = opened(Comparison(document, document, links, EncoderInfo("toy")))
    assert len(found) > 3
    assert re.findall(r"w\d{5}", text_of(found)).count("w00000") == 2
    assert sorted(set(re.findall(r"w\d{5}", text_of(found)))) == words
    for page in found:
        boxes = [each.get_bounds() for each in page.get_objects([raw.FPDF_PAGEOBJ_TEXT])]
        assert min(box[0] for box in boxes) >= MARGIN - 30
        assert max(box[2] for box in boxes) <= WIDTH - MARGIN + 30
        assert min(box[1] for box in boxes) >= 20
        assert max(box[3] for box in boxes) <= HEIGHT - 20


def test_paragraphs_are_level() -> None:
    """Paragraphs that say the same begin at the same height on the same page, to the last one."""
    found = opened(numbered(120))
    places = dict(_places(found))
    for i in range(0, 120, 5):
        (page, x, y), (other, there, level) = places[f"l{i:04}"], places[f"r{i:04}"]
        assert (page, round(y)) == (other, round(level))
        assert x < RIGHT_COLUMN <= there + 20
        assert x >= LEFT_COLUMN


def _places(found: pdfium.PdfDocument) -> Iterator[tuple[str, tuple[int, float, float]]]:
    """The page and the place of each numbered word."""
    for number, page in enumerate(found):
        text = page.get_textpage()
        for match in re.finditer(r"[lr]\d{4}", text.get_text_range()):
            left, bottom, _, _ = text.get_charbox(match.start())
            yield match[0], (number, left, bottom)


@patient
@given(comparisons(max_links=10))
def test_rows_hold_every_paragraph_once(comparison: Comparison) -> None:
    """The rows run through all paragraphs of both articles, each once and in order, and none is empty."""
    found = rows(comparison)
    for n, side in enumerate(Side):
        numbers = [passage.paragraph for passage in comparison.document(side).passages]
        paragraphs = 1 + sum(one != other for one, other in pairwise(numbers)) if numbers else 0
        assert [i for row in found for i in row[n]] == list(range(paragraphs))
    assert all(left or right for left, right in found)


def test_moved_paragraphs_make_no_row() -> None:
    """What moved is not level, so that what follows it can be."""
    found = rows(numbered(20, moved=5))
    assert [(list(left), list(right)) for left, right in found] == [([0], [0, 1]), ([1], [2]), ([2, 3], [3])]


def test_numbers_lead_to_partners() -> None:
    """The number of each change leads from one side to the other, on the page where it stands."""
    comparison = numbered(120, moved=20)
    found = opened(comparison)
    targets = [target for page in found for target in _targets(found, page)]
    assert len(targets) >= 2 * len(change_numbers(comparison))
    assert set(targets) == set(range(len(found)))


def _targets(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[int]:
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, place, link):
        yield raw.FPDFDest_GetDestPageIndex(document, raw.FPDFLink_GetDest(document, link))


def test_an_address_can_name_a_change() -> None:
    """A viewer that is given `#c12` finds change 12."""
    found = opened(numbered(20))
    for name in ("c12", "c12r", "left-article"):
        assert raw.FPDF_GetNamedDestByName(found, name.encode())


def test_fonts_are_embedded() -> None:
    """Every font of the pages is inside the file."""
    found = opened(annotated())
    for page in found:
        for each in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(each.raw)
            assert raw.FPDFFont_GetIsEmbedded(font) == 1


def test_it_can_be_read_aloud() -> None:
    """The file is tagged, and names both articles in the order in which they are read."""
    found = opened(sample())
    assert raw.FPDFCatalog_IsTagged(found)
    tree = raw.FPDF_StructTree_GetForPage(found[0])
    root = raw.FPDF_StructTree_GetChildAtIndex(tree, 0)
    parts = [raw.FPDF_StructElement_GetChildAtIndex(root, i) for i in range(4)]
    titles = [_title(part) for part in parts]
    raw.FPDF_StructTree_Close(tree)
    assert titles == ["What was compared", "The left article", "The right article", "Worth checking"]


def _title(element: object) -> str:
    buffer = ctypes.create_string_buffer(200)
    size = raw.FPDF_StructElement_GetTitle(element, buffer, 200)
    return buffer.raw[: size - 2].decode("utf-16-le")


@pytest.mark.parametrize(
    "words", ["Worth checking (2)", "✗ dismissed", "Notes (2)", "Ask the office <b>twice</b>.", "page 1 of", "RLO"]
)
def test_everything_is_on_the_pages(words: str) -> None:
    """Findings, notes, page numbers and hidden characters are on the pages."""
    assert words in text_of(opened(annotated()))


def test_file_names_on_every_page() -> None:
    """Each page names both files and says which page it is."""
    found = opened(numbered(120))
    for number, page in enumerate(found, 1):
        text = page.get_textpage().get_text_range()
        assert text.count("notes.txt") >= 2
        assert f"page {number} of {len(found)}" in text


def test_missing_letters_are_told() -> None:
    """Where no font has a letter the pages say so, and the text is still whole."""
    document = _document(["市长说渡轮。"])
    links = (Link((0,), (0,), ChangeKind.SAME),)
    text = text_of(opened(Comparison(document, document, links, EncoderInfo("toy"))))
    assert "U+5E02" in text
    assert text.count("市长说渡轮。") == 2


@pytest.mark.parametrize("palette", PALETTES)
def test_palettes(palette: str) -> None:
    """Every palette colours the pages."""
    assert render_pdf(sample(), palette=palette, folders=()) != render_pdf(
        replace(sample(), links=()), palette=palette, folders=()
    )


def test_empty_articles() -> None:
    """Two empty articles make a page too."""
    empty = Document(Article(""), ())
    assert len(opened(Comparison(empty, empty, (), EncoderInfo("toy")))) == 1
