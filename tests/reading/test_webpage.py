"""Is only the text of a web page taken, in the page's order, and is each line that is left out given a reason?"""

import pytest

from diffview.reading.content import UnreadableError
from diffview.reading.signs import is_page
from diffview.reading.webpage import read_page

STORY = "<p>The ferry lost its steering on Wednesday and struck the pier, the harbor master said.</p>" * 3


def read(body, head=""):
    return read_page(f"<html><head>{head}</head><body>{body}</body></html>".encode())


def furniture(content):
    return [(mark.span.of(content.text), mark.rule) for mark in content.furniture]


def test_nothing_active_is_left():
    """Scripts, styles, frames, attributes and comments leave no trace in the text."""
    content = read(
        f"<script>a()</script><style>p{{}}</style><p onclick='b()'>Words.</p><!-- c --><iframe>d</iframe>{STORY}"
    )
    assert content.text.startswith("Words.\n\nThe ferry")
    assert not any(trace in content.text for trace in ("a()", "b()", "c ", "iframe", "{"))


def test_what_stands_around_keeps_its_place():
    """Navigation, byline, caption and footer stand where the page has them, each with its reason."""
    content = read(
        "<nav>Home</nav><article><h1>Ferry strikes pier</h1><p class='byline'>Ada Quill</p><figure><figcaption>The pier"
        f"</figcaption></figure>{STORY}</article><footer>Imprint</footer>"
    )
    assert furniture(content) == [
        ("Home", "navigation"),
        ("Ada Quill", "byline"),
        ("The pier", "caption"),
        ("Imprint", "page footer"),
    ]
    assert content.title == "Ferry strikes pier"


def test_words_inside_a_sentence_stay():
    """A link or a name inside a sentence stays, whatever its class is called."""
    content = read(
        f"<p>See <a class='related share'>the earlier report</a> by <span class='author'>Ada</span> here.</p>{STORY}"
    )
    assert content.text.startswith("See the earlier report by Ada here.")


def test_telling_name_on_the_whole_page():
    """A name that promises comments or sharing means nothing on the part that holds the headline and the story."""
    content = read(f"<div class='comments share related'><h1>Ferry strikes pier</h1>{STORY}</div>")
    assert content.furniture == ()


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>one<br>two</p>", "one two"),
        ("<p>one<br><br>two</p>", "one\n\ntwo"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a | b\nc | d"),
        ("<p>t<b>w</b>o &amp; <i>a</i></p>", "two & a"),
        ("<blockquote>one<p>two</p>three</blockquote>", "one\n\ntwo\n\nthree"),
        ("<p>one</p> between <p>two</p>", "one\n\nbetween\n\ntwo"),
    ],
)
def test_blocks(markup, text):
    """Each block is a line, list items and table rows stand close, and no word is lost between blocks."""
    assert read(markup).text == text


def test_text_behind_the_end():
    """What stands behind the end of the page is not lost."""
    assert "Late words." in read_page(b"<html><body><p>Early words.</p></body></html><p>Late words.</p>").text


@pytest.mark.parametrize(
    ("charset", "encoding"), [("windows-1251", "cp1251"), ("iso-8859-2", "iso8859-2"), ("shift_jis", "shift_jis")]
)
def test_charset_of_the_page(charset, encoding):
    """The encoding that the page names is used when its bytes are not UTF-8."""
    words = {"windows-1251": "Паром", "iso-8859-2": "łódź", "shift_jis": "フェリー"}[charset]
    content = read_page(f"<html><meta charset={charset}><body><p>{words}</p></body></html>".encode(encoding))
    assert (content.text, content.encoding) == (words, encoding)


@pytest.mark.parametrize("charset", ["utf-7", "hex", "rot13", "utf-16", "no-such"])
def test_charset_that_is_none(charset):
    """An encoding that could hide markup, or is none, is never believed."""
    page = f"<html><meta charset={charset}><body><p>+ADw-b+AD4- caf\xe9</p></body></html>".encode("cp1252")
    assert read_page(page).text == "+ADw-b+AD4- café"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (b"<!DOCTYPE html>", True),
        (b"<HTML lang=en>", True),
        (b"<!-- saved from url=(0014)about:internet -->\n<html>", True),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>", True),
        (b"<p>words</p>", False),
        (b"He wrote <html> on the wall.", False),
    ],
)
def test_what_begins_like_a_page(start, expected):
    """Only what begins as a page is one."""
    assert is_page(start) is expected


def test_no_page():
    """A file without any element is refused."""
    with pytest.raises(UnreadableError, match="no page inside"):
        read_page(b"<!-- nothing -->")
