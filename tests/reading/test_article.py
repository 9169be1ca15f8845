"""Does a file become an article with everything that is known about it?"""

import os
import time
from hashlib import sha256

import pytest

from diffview.errors import ReadError
from diffview.reading import find_title, read_article

PAGE = "close\r\n\r\nFerry strikes pier\r\n\r\nThe ferry lost its steering and struck the pier on Wednesday.\r\n"


@pytest.fixture
def saved(tmp_path):
    def save(content, name="a.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return save


def test_everything_is_filled_in(saved):
    """Text, title, path, hash of the bytes, encoding and furniture come from the file."""
    path = saved(PAGE)
    article = read_article(path)
    assert article.text == PAGE.replace("\r\n", "\n")
    assert article.title == "Ferry strikes pier"
    assert article.path == str(path)
    assert article.sha256 == sha256(PAGE.encode()).hexdigest()
    assert (article.encoding, article.notices) == ("utf-8", ())
    assert [mark.span.of(article.text) for mark in article.furniture] == ["close"]


def test_title_stands_in_the_text(saved):
    """What is called the title can be found again in the text."""
    article = read_article(saved(PAGE))
    assert find_title(article.text, article.furniture).of(article.text) == article.title


def test_file_name_is_no_title(saved):
    """A text without a headline has no title."""
    assert read_article(saved("The ferry lost its steering and struck the pier.")).title == ""


def test_markdown_title(saved):
    """The heading of a Markdown file is the title even where it reads like a sentence."""
    assert read_article(saved("# It sank.\n\nNobody knows why it sank.", "a.md")).title == "It sank."


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff"])
def test_file_without_text(saved, content):
    """A file without text is an empty article with a notice that says so."""
    article = read_article(saved(content, "empty.txt"))
    assert article.text.strip() == article.title == ""
    assert (article.furniture, article.notices) == ((), ("no text",))


def test_name_that_is_markup(saved):
    """A file name is only ever text, and control characters in it are spelled out where it is told."""
    path = saved(b"\x89PNG\r\n\x1a\n", "<img src=x onerror=alert(1)>\x1b.txt")
    with pytest.raises(ReadError, match=r"<img src=x onerror=alert\(1\)>\\x1b\.txt: not a text file"):
        read_article(path)


def test_link_shows_where_it_leads(saved, tmp_path):
    """A symbolic link is opened, and the real path is shown."""
    path = saved(PAGE)
    (tmp_path / "link.txt").symlink_to(path)
    assert read_article(tmp_path / "link.txt").path == os.path.realpath(path)


def test_chosen_encoding(saved):
    """The encoding the reader chooses is used and recorded."""
    article = read_article(saved("Größe".encode("cp1252")), encoding="windows-1252")
    assert (article.text, article.encoding) == ("Größe", "cp1252")


def test_refusal_names_the_file(saved):
    """A refusal is one line with the file's name and the reason."""
    path = saved(b"\x89PNG\r\n\x1a\n" + bytes(40), "picture.txt")
    with pytest.raises(ReadError) as caught:
        read_article(path)
    assert str(caught.value) == f"{path}: not a text file (image/png)"


def test_path_as_text(saved):
    """A path may be given as a string."""
    assert read_article(str(saved(PAGE))).title == "Ferry strikes pier"


def test_giant_text(saved):
    """A text of hundreds of thousands of lines is read without a search of them all, and still has its headline."""
    begin = time.process_time()
    article = read_article(saved("Ferry strikes pier\n\n" + "The ferry struck the pier on a Wednesday.\n" * 200_000))
    assert time.process_time() - begin < 10
    assert article.title == "Ferry strikes pier"
