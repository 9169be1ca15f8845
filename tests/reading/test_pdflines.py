"""Which lines of a printed page are one paragraph, and which hyphens belong to their word?"""

from collections import Counter

import pytest

from diffview.reading.pdflines import PrintedLine, blocks_from_lines, join_lines

WIDE = "x" * 60


def printed(*rows, page=0, start=100.0):
    """Lines of a page, as (text, left, distance to the line before)."""
    lines, top = [], start
    for text, left, step in rows:
        top += step
        lines.append(PrintedLine(text, page, left, left + 5 * len(text), top, top + 10))
    return lines


def texts(lines):
    return [block.text for block in blocks_from_lines(lines)]


@pytest.mark.parametrize(
    ("text", "line", "known", "joined"),
    [
        ("a sub-", "scription", "", "a subscription"),
        ("a well-", "known man", "well-known", "a well-known man"),
        ("the self-", "made man", "", "the self-made man"),
        ("a top-", "secret file", "top secret", "a top-secret file"),
        ("the sub-", "scription", "sub scription subscription", "the subscription"),
        ("Anglo-", "American", "", "Anglo-American"),
        ("a sub\u00ad", "scription", "", "a subscription"),
        ("in 1914-", "1918 it", "", "in 1914- 1918 it"),
        ("one", "two", "", "one two"),
    ],
)
def test_hyphens(text, line, known, joined):
    """A hyphen goes when it only ended the line, and stays where the word is written with one."""
    words = Counter(known.split())
    assert join_lines(text, line, words) == joined


def test_space_between_paragraphs():
    """A wider distance begins a paragraph."""
    rows = [(WIDE, 40, 12), (WIDE, 40, 12), (WIDE, 40, 20), (WIDE, 40, 12), (WIDE, 40, 12)]
    assert [len(text) for text in texts(printed(*rows))] == [121, 182]


def test_indented_paragraphs():
    """An indented line after the end of a sentence begins a paragraph."""
    rows = [(WIDE, 40, 12), (WIDE[:-1] + ".", 40, 12), (WIDE[4:], 60, 12), (WIDE, 40, 12)]
    assert len(texts(printed(*rows))) == 2


def test_short_last_line():
    """A sentence that ends where the next word would still have fitted ends its paragraph."""
    rows = [
        (WIDE, 40, 12),
        ("The end.", 40, 12),
        ("Here begins another one which is as wide as the first line.", 40, 12),
    ]
    assert len(texts(printed(*rows))) == 2


def test_paragraph_over_two_pages():
    """A paragraph goes on over the page's end, and what stands on the edge follows it."""
    one = printed(("The Lantern", 40, 0), (WIDE, 40, 40), ("and the ferry", 40, 12), ("1", 200, 400), start=10)
    two = printed(("The Lantern", 40, 0), ("sailed on.", 40, 40), ("2", 200, 400), page=1, start=10)
    found = blocks_from_lines([*one, *two])
    assert [block.text for block in found if not block.rule] == [f"{WIDE} and the ferry sailed on."]
    assert [block.text for block in found if block.rule] == ["The Lantern", "1", "The Lantern", "2"]


def test_larger_letters_are_a_heading():
    """Lines in larger letters are a heading of their own."""
    head = [PrintedLine("The ferry", 0, 40, 200, 50, 68)]
    found = blocks_from_lines([*head, *printed((WIDE, 40, 12), (WIDE, 40, 12), (WIDE, 40, 12))])
    assert (found[0].text, found[0].level > 0, len(found)) == ("The ferry", True, 2)
