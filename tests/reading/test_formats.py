"""Is a file known by its content first, and refused in words when it is of a kind that is not read?"""

import pytest

from diffview.reading.formats import Content, UnreadableError, read_content
from diffview.reading.suffixes import SUFFIXES
from tests.reading.making import SAMPLES, archive


def refusal(data, name):
    with pytest.raises(UnreadableError) as caught:
        read_content(data, name)
    return str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a", "a.log", "A.TXT", "a.docx.txt"])
def test_any_other_name_is_plain_text(name):
    """Text under any name that stands for no other format is plain text."""
    assert read_content(b"*A* ferry.", name).text == "*A* ferry."


@pytest.mark.parametrize("name", ["a.md", "a.MD", "a.markdown"])
def test_markdown_by_name(name):
    """Only the name tells Markdown from plain text."""
    assert read_content(b"# The *ferry*", name).title == "The ferry"


def test_pictures_are_named_by_their_kind():
    """A picture called .txt is refused with its media type."""
    assert refusal(b"\x89PNG\r\n\x1a\n" + bytes(40), "a.txt") == "not a text file (image/png)"


def test_unknown_bytes_are_no_text():
    """Bytes without a signature are refused as no text."""
    assert refusal(bytes(range(256)) * 16, "a.txt") == "not a text file (application/octet-stream)"


@pytest.mark.parametrize("ending", [ending for ending in SAMPLES if ending not in {"txt", "md"}])
def test_content_counts_more_than_the_name(ending):
    """A file of any format that needs a parser is known under the name of a text file."""
    families = []

    def parse(family, data, encoding):
        families.append(family)
        return Content("", "utf-8")

    read_content(SAMPLES[ending](), "a.txt", parse=parse)
    read_content(SAMPLES[ending](), f"a.{ending}", parse=parse)
    assert families == [SUFFIXES[f".{ending}"]] * 2


def test_name_that_promises_another_format():
    """A file that is not what its name says is called damaged instead of shown as text."""
    assert refusal(b"just words", "a.docx") == "damaged, or not a Word document"
    assert refusal(b"just words", "a.odt") == "damaged, or not an OpenDocument text"
    assert refusal(b"just words", "a.epub") == "damaged, or not an EPUB book"
    assert refusal(b"just words", "a.pdf") == "damaged PDF, or not a PDF file"
    assert refusal(b"just words", "a.doc").startswith("old Word documents cannot be read")


def test_other_archives_are_refused():
    """An archive that holds no document is named as what it is, under any name."""
    assert refusal(archive({"notes": "words"}), "a.txt") == "not a text file (application/zip)"
    assert refusal(archive({"notes": "words"}), "a.odt") == "a zip archive, not an OpenDocument text"


def test_letter_in_plain_text_is_text():
    """A text that merely begins like a letter is not taken for a mail."""
    assert read_content(b"To: all\nFrom: the desk\n\nThe ferry sails.", "a.txt").text.startswith("To: all")


def test_plain_text_needs_no_process():
    """Plain text is read at once, in this process."""

    def parse(family, data, encoding):
        raise AssertionError("a worker was started")

    for name in ("a.txt", "a.rtf"):
        assert read_content(b"words", name, parse=parse).text == "words"


def test_markup_that_is_no_page_is_text():
    """Text that merely holds tags is read as text."""
    assert read_content(b"</pre><script>alert(1)</script>", "a.txt").text == "</pre><script>alert(1)</script>"


def test_text_called_rich_text():
    """Plain text called .rtf is read, and the reader is told."""
    content = read_content(b"hello plain", "a.rtf")
    assert (content.text, content.notices) == ("hello plain", ("not rich text: read as plain text",))


def test_markup_without_words():
    """Markdown that would vanish with its markup is shown as it is, and the reader is told."""
    content = read_content(b"***", "a.md")
    assert content.text == "***"
    assert content.notices == ("no text left without the markup: read as plain text",)


def test_markup_beyond_the_limits():
    """Markdown whose markup takes too long is shown as it was typed, and the reader is told."""

    def parse(family, data, encoding):
        raise UnreadableError("refused: reading it takes longer than 10 seconds")

    content = read_content(b"# The *ferry*", "a.md", parse=parse)
    assert (content.text, content.title) == ("# The *ferry*", "")
    assert content.notices == ("its markup could not be read: shown as plain text",)


def test_unknown_encoding():
    """An encoding nobody knows is refused by name."""
    with pytest.raises(UnreadableError, match="the encoding klingon is not known"):
        read_content(b"words", "a.txt", "klingon")
