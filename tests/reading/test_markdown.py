"""Is Markdown read as the text it shows, one line a block?"""

import pytest

from diffview.reading.markdown import markdown_to_text


def lines(source):
    return [line for line in markdown_to_text(source).text.split("\n") if line]


def test_markup_goes_and_words_stay():
    """Emphasis, code, links and images leave their words only."""
    source = "A *very* **bold** `code` [link](http://a.example) ![picture of a *goat*](goat.png) ~~gone~~ line."
    assert lines(source) == ["A very bold code link picture of a goat gone line."]


def test_soft_breaks_are_spaces():
    """A paragraph folded over several lines is one line."""
    assert lines("One\ntwo  \nthree\\\nfour.") == ["One two three four."]


def test_every_block_has_its_line():
    """Headings, paragraphs, list items and quotations stand on lines of their own."""
    source = "# Head\n\nPara.\n\n- one\n- two\n\n1. first\n\n> Quoted\n> words.\n\n---\n\nLast."
    assert lines(source) == ["Head", "Para.", "one", "two", "first", "Quoted words.", "Last."]


def test_list_items_stand_close():
    """Items of one list follow each other without a blank line, paragraphs with one."""
    assert markdown_to_text("Para.\n\n- one\n- two\n\nMore.").text == "Para.\n\none\ntwo\n\nMore."


def test_a_table_row_is_a_line():
    """The cells of a table row share a line, in order."""
    assert lines("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | |") == ["a | b", "1 | 2", "3"]


def test_raw_html_is_text():
    """HTML inside Markdown is shown as written, never obeyed."""
    assert lines("<script>alert(1)</script>\n\nA <b>word</b>.") == ["<script>alert(1)</script>", "A <b>word</b>."]


def test_code_keeps_its_lines():
    """The lines of a code block stay lines."""
    assert lines("Text.\n\n```\nfirst\n\nsecond\n```") == ["Text.", "first", "second"]


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# The *Goat*\n\nStory.", "The Goat"),
        ("## Lower\n\nStory.", "Lower"),
        ("Story first.\n\n# The Goat\n\nMore.", "The Goat"),
        ("Story first.\n\n## A section\n\nMore.", ""),
        ('---\ntitle: "The Goat"\nauthor: M. Voss\n---\n\nStory.', "The Goat"),
        ("---\ntitle: Other\n---\n\n# The Goat\n\nStory.", "The Goat"),
        ("Story only.", ""),
    ],
)
def test_title(source, title):
    """The title is the heading over the whole, or what the metadata names; a section's heading is none."""
    found = markdown_to_text(source)
    assert found.title == title
    assert title in found.text


def test_metadata_is_not_text():
    """A block of metadata is left out, but a rule under the first words is not metadata."""
    assert lines("---\nlang: en\ndraft: true\n---\nStory.") == ["Story."]
    assert lines("---\n\nStory.\n\n---\n\nEnd.") == ["Story.", "End."]


def test_nothing():
    """An empty file has no text and no title."""
    assert markdown_to_text("") == markdown_to_text("\n \n")
    assert markdown_to_text("").text == ""
