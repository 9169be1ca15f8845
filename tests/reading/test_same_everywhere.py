"""Is the same article the same text in whatever format it was saved?"""

import pytest

from diffview import compare
from diffview.model import ChangeKind, Options, Strength
from diffview.reading import read_article
from tests.reading.making import PARAGRAPHS, SAMPLES, TITLE, mail, pdf, plain


@pytest.fixture
def saved(tmp_path):
    def save(data, name):
        (tmp_path / name).write_bytes(data)
        return read_article(tmp_path / name)

    return save


def assert_same(left, right):
    comparison = compare(left, right, options=Options(encoder="words"))
    aligned = [link for link in comparison.links if link.strength is Strength.ALIGNED]
    assert {(link.change, link.moved) for link in aligned} == {(ChangeKind.SAME, False)}
    assert len(aligned) >= len(PARAGRAPHS) + 1


@pytest.mark.parametrize("ending", SAMPLES)
def test_same_throughout(saved, ending):
    """Saved in any format and read through the worker, the article is the plain text, word for word."""
    article = saved(SAMPLES[ending](), f"a.{ending}")
    assert article.title == TITLE
    assert article.notices == ()
    assert_same(saved(plain(), "plain.txt"), article)


@pytest.mark.parametrize("width", [45, 52, 58, 66])
def test_lines_of_a_pdf_heal(saved, width):
    """However the lines of a PDF fall, its paragraphs are whole again and its hyphens are those of the words."""
    assert_same(saved(plain(), "plain.txt"), saved(pdf(width), "a.pdf"))


def test_edges_of_a_pdf_are_furniture(saved):
    """Running titles and page numbers stay on the page and name their rule."""
    article = saved(pdf(), "a.pdf")
    found = [(mark.span.of(article.text), mark.rule) for mark in article.furniture]
    assert found[:2] == [("The Sandholm Lantern", "running title"), ("1", "page number")]


def test_mail_without_a_page(saved):
    """A mail in plain text gives its subject as the title and its headers as furniture."""
    article = saved(mail(with_page=False), "a.eml")
    assert article.title == TITLE
    assert {mark.rule for mark in article.furniture} == {"mail header"}
    assert_same(saved(plain(), "plain.txt"), article)
