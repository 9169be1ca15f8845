"""Do the tracked changes lead from the left article to the right one, and back?"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.comparison import compare
from diffview.model import Article, Comparison, Op, Side
from diffview.reports.revisions import MARK, revisions
from diffview.reports.word import render_docx
from tests.fakes import FakeEncoder
from tests.reports.sample import sample
from tests.reports.word_reading import W, accepted, document_xml, rejected
from tests.strategies import comparisons, patient

WHEN = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
FORBIDDEN = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
SCRIPT = Path(__file__).parent / "office.py"
WORDS = ("the ferry", "a ship", "stopped.", "“Not now,”", "she said.", "14 boats", "a  b", "x\ty", "بحر", "<w:p>")


def lines(article: Article) -> list[str]:
    """The paragraphs of an article as Word can hold them."""
    found = [line for line in article.text.split("\n") if line.strip()] or [""]
    return [FORBIDDEN.sub("\ufffd", line) for line in found]


def texts() -> st.SearchStrategy[str]:
    """Articles of a few short lines, also blank ones."""
    line = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
    return st.lists(line, max_size=6).map("\n".join)


def made(left: str, right: str) -> Comparison:
    """What the pipeline makes of two texts."""
    return compare(Article.from_text(left), Article.from_text(right), encoder=FakeEncoder())


@patient
@given(comparisons())
def test_accepted_is_right_rejected_is_left(comparison: Comparison) -> None:
    """Accepting all gives exactly the right article, rejecting all the left one, whatever they hold."""
    data = render_docx(comparison, WHEN)
    assert accepted(data) == lines(comparison.right.article)
    assert rejected(data) == lines(comparison.left.article)


@patient
@given(texts(), texts())
def test_so_for_what_the_pipeline_makes(left: str, right: str) -> None:
    """The same holds of articles that were read, cut and compared."""
    comparison = made(left, right)
    data = render_docx(comparison, WHEN)
    assert accepted(data) == lines(comparison.right.article)
    assert rejected(data) == lines(comparison.left.article)


@patient
@given(texts())
def test_equal_articles_have_no_changes(text: str) -> None:
    """A document of an article against itself has no tracked change."""
    assert {piece.op for piece in revisions(made(text, text))} == {Op.KEEP}


def test_what_stays_is_not_marked() -> None:
    """Words that both articles have in the same order are neither deleted nor inserted."""
    pieces = [(piece.op, piece.text) for piece in revisions(sample())]
    at = pieces.index((Op.DELETE, "carries"))
    assert pieces[at - 1 : at + 5] == [
        (Op.KEEP, "The boat "),
        (Op.DELETE, "carries"),
        (Op.INSERT, "takes"),
        (Op.KEEP, " "),
        (Op.DELETE, "some"),
        (Op.INSERT, "about"),
    ]


def test_whole_paragraphs_go_and_come() -> None:
    """Where a paragraph is replaced by another, its mark goes with it, and no paragraph has words of both."""
    left = "The harbour opened early.\nBread is dear this year.\nThe pier was closed at noon."
    right = "The harbour opened early.\nSnow fell all night long.\nThe pier was closed at noon."
    pieces = [(piece.op, piece.text) for piece in revisions(made(left, right))]
    at = pieces.index((Op.DELETE, "Bread is dear this year."))
    assert pieces[at + 1 : at + 4] == [(Op.DELETE, MARK), (Op.INSERT, "Snow fell all night long."), (Op.INSERT, MARK)]


def test_what_moved_goes_and_comes() -> None:
    """A moved passage is deleted where it stood and inserted where it stands."""
    comparison = sample()
    moved = next(link for link in comparison.links if link.moved)
    words = comparison.right.text_of(moved.right[0])
    inserted = "".join(piece.text for piece in revisions(comparison) if piece.op is Op.INSERT)
    assert words in inserted


def test_other_quotation_marks_are_a_change() -> None:
    """Where only the kind of a quotation mark differs, only the marks are changed."""
    pieces = revisions(made('He said "no" to the whole plan.', "He said “no” to the whole plan."))
    assert [piece.text for piece in pieces if piece.op is Op.DELETE] == ['"', '"']
    assert [piece.text for piece in pieces if piece.op is Op.INSERT] == ["“", "”"]


def test_every_change_has_author_date_and_number() -> None:
    """Each change names diffview and the date, and no two have the same number."""
    changes = [e for e in document_xml(render_docx(sample(), WHEN)).iter() if e.tag in (f"{W}ins", f"{W}del")]
    assert {each.get(f"{W}author") for each in changes} == {"diffview"}
    assert {each.get(f"{W}date") for each in changes} == {"2026-11-22T09:30:00Z"}
    assert len({each.get(f"{W}id") for each in changes}) == len(changes) > 5


def test_heading_and_furniture() -> None:
    """The headline is a heading, and page furniture has a look of its own."""
    root = document_xml(render_docx(sample(), WHEN))
    headings = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle") is not None]
    assert ["".join(p.itertext()) for p in headings] == [sample().left.text_of(0), sample().right.text_of(0)]
    grey = [r for r in root.iter(f"{W}r") if r.find(f"{W}rPr/{W}rStyle") is not None]
    assert {"".join(r.itertext()) for r in grey} == {"Read more:"}


def test_right_to_left_paragraphs() -> None:
    """A paragraph of a script that runs to the left is set that way."""
    root = document_xml(render_docx(made("مرحبا بالعالم", "مرحبا بالعالم\nHello"), WHEN))
    assert [p.find(f"{W}pPr/{W}bidi") is not None for p in root.iter(f"{W}p")] == [True, False]


def test_same_bytes() -> None:
    """The document depends on nothing but the comparison and the date."""
    assert render_docx(sample(), WHEN) == render_docx(sample(), WHEN)


def test_opens_in_another_program(tmp_path: Path) -> None:
    """python-docx opens the document and knows its title."""
    path = tmp_path / "r.docx"
    path.write_bytes(render_docx(sample(), WHEN))
    document = docx.Document(str(path))
    assert document.core_properties.title == "ferry & co.txt, as changes against ferry.txt"
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Heading 1"


@pytest.mark.office
def test_libreoffice_agrees(tmp_path: Path) -> None:
    """LibreOffice shows insertions and deletions, and resolves them to the right article and to the left one."""
    office, python = shutil.which("soffice"), "/usr/bin/python3"
    if office is None or subprocess.run([python, "-c", "import uno"], check=False, capture_output=True).returncode:
        pytest.skip("needs LibreOffice: apt-get install libreoffice-writer-nogui python3-uno")
    comparison = sample()
    (tmp_path / "r.docx").write_bytes(render_docx(comparison, WHEN))
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    subprocess.run([python, SCRIPT, office, tmp_path / "r.docx", tmp_path], check=True, env=environment, timeout=150)
    kinds = (tmp_path / "changes.txt").read_text(encoding="utf-8").split()
    assert set(kinds) == {"Insert", "Delete"}
    for name, side in (("accepted", Side.RIGHT), ("rejected", Side.LEFT)):
        text = (tmp_path / f"{name}.txt").read_text(encoding="utf-8")
        assert text.split("\n") == lines(comparison.document(side).article)
