"""Is a file known by its content first, and refused in words when it is of a kind that is not read?"""

import zipfile
from io import BytesIO

import pytest

from diffview.reading.formats import UnreadableError, read_content


def refusal(data, name):
    with pytest.raises(UnreadableError) as caught:
        read_content(data, name)
    return str(caught.value)


def archive(**entries):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in entries.items():
            file.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


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


def test_content_counts_more_than_the_name():
    """A PDF and a web page called .txt are refused for what they are."""
    assert refusal(b"%PDF-1.7\nstuff", "a.txt").startswith("PDF files cannot be read yet")
    assert refusal(b"\n<!DOCTYPE html><p>words</p>", "a.txt").startswith("web pages cannot be read yet")
    assert refusal(b"{\\rtf1 words}", "a.txt").startswith("rich text cannot be read yet")


def test_name_that_promises_another_format():
    """A file that is not what its name says is called damaged instead of shown as text."""
    assert refusal(b"just words", "a.docx") == "damaged, or not a Word document"
    assert refusal(b"just words", "a.pdf") == "damaged, or not a PDF file"


def test_archives_are_refused():
    """A Word document is named as one, any other archive as an archive."""
    word = archive(**{"[Content_Types].xml": "<Types/>", "word__document.xml": "<document/>"})
    assert refusal(word, "a.docx").startswith("Word documents cannot be read yet")
    assert refusal(archive(notes="words"), "a.txt") == "not a text file (application/zip)"


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


def test_unknown_encoding():
    """An encoding nobody knows is refused by name."""
    with pytest.raises(UnreadableError, match="the encoding klingon is not known"):
        read_content(b"words", "a.txt", "klingon")
