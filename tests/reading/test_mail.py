"""Which part of a mail or of a saved page is its text, and how is it decoded?"""

from email.message import EmailMessage
from textwrap import fill

import pytest

from diffview.reading.content import UnreadableError
from diffview.reading.mail import read_archived_page, read_mail
from diffview.reading.signs import is_archived_page, is_mail
from tests.reading.making import PARAGRAPHS, TITLE, archived_page, mail

HEAD = b"MIME-Version: 1.0\nSubject: Ferry\n"


def lines(content):
    return [line for line in content.text.split("\n") if line]


def test_mail_and_page_are_told_apart():
    """A mail and a page saved as one file are known by their headers, a text with a colon is neither."""
    assert (is_mail(mail()), is_archived_page(mail())) == (True, False)
    assert is_archived_page(archived_page())
    assert not is_mail(b"Note: the ferry sails.\nTime: six.\n\nWords.")


def test_words_of_the_headers():
    """Subject and sender are read whole when they are encoded."""
    content = read_mail(
        b"Subject: =?utf-8?q?F=C3=A4hre?=\nMIME-Version: 1.0\nFrom: =?utf-8?q?J=C3=BCrgen?= <j@a.example>\n\nx"
    )
    assert lines(content) == ["Fähre", "From: Jürgen <j@a.example>", "x"]
    assert content.title == "Fähre"


@pytest.mark.parametrize("charset", ["windows-1252", "no-such-charset", "utf-7", "us-ascii"])
def test_charset_of_the_body(charset):
    """A body in an older encoding is read, also when the mail names none, a false or a forbidden one."""
    content = read_mail(HEAD + f"Content-Type: text/plain; charset={charset}\n\ncaf\xe9 costs 2".encode("cp1252"))
    assert lines(content)[-1] == "café costs 2"


def test_attachments():
    """An attached text is not the mail's text, and attachments are told."""
    message = EmailMessage()
    message["Subject"], message["Message-ID"] = "Ferry", "<1@a.example>"
    message.set_content("The ferry sails.")
    message.add_attachment("secret", filename="a.txt")
    content = read_mail(message.as_bytes())
    assert lines(content) == ["Ferry", "The ferry sails."]
    assert content.notices == ("attachments left out: 1",)


def test_page_without_text_falls_back():
    """Where the page of a mail is empty its plain text counts."""
    message = EmailMessage()
    message["Subject"] = "Ferry"
    message.set_content("The ferry sails.")
    message.add_alternative("<html><body><img src='x'></body></html>", subtype="html")
    assert lines(read_mail(message.as_bytes())) == ["Ferry", "The ferry sails."]


def test_folded_lines():
    """Lines that a mail program folded are one paragraph again."""
    words = f"{PARAGRAPHS[0]} {PARAGRAPHS[4]}"
    content = read_mail(HEAD + b"\n" + fill(words, 72).encode())
    assert lines(content) == ["Ferry", words]


def test_nothing_inside():
    """A mail without text and a saved page without a page are refused."""
    picture = HEAD + b"Content-Type: image/png\n\nx"
    with pytest.raises(UnreadableError, match="no text inside this mail"):
        read_mail(picture)
    with pytest.raises(UnreadableError, match="no page inside"):
        read_archived_page(picture)


def test_saved_page():
    """The page of a saved page is read like any page."""
    assert read_archived_page(archived_page()).title == TITLE
