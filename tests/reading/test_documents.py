"""What do office files and books say, once their markup, notes and earlier wordings are gone?"""

import re
import zipfile
from io import BytesIO

import pytest
from docx import Document

from diffview.reading.book import read_book
from diffview.reading.content import UnreadableError
from diffview.reading.opendocument import read_opendocument
from diffview.reading.pdf import read_pdf
from diffview.reading.richtext import read_rich_text
from diffview.reading.word import read_word
from tests.reading.making import TITLE, archive, book, opendocument, pdf, word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def parts(data):
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name: file.read(name).decode("utf-8", "surrogateescape") for name in file.namelist()}


def word_with(body):
    """A Word document with this markup as its body."""
    found = {name: text.encode("utf-8", "surrogateescape") for name, text in parts(word()).items()}
    found["word/document.xml"] = f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>".encode()
    return archive(found)


def opendocument_with(body):
    found = parts(opendocument())
    found["content.xml"] = re.sub(
        "<office:text>.*</office:text>", f"<office:text>{body}</office:text>", found["content.xml"], flags=re.DOTALL
    )
    return archive(found)


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def lines(content):
    return [line for line in content.text.split("\n") if line]


def test_tracked_changes_in_word():
    """Inserted and moved-in words count, deleted and moved-away ones do not."""
    body = (
        '<w:p><w:r><w:t xml:space="preserve">The </w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
        '<w:hyperlink><w:r><w:t xml:space="preserve"> ferry</w:t></w:r></w:hyperlink></w:p>'
    )
    assert lines(read_word(word_with(body))) == ["The new ferry"]


def test_content_controls_in_word():
    """Paragraphs inside a content control are part of the document, in their place."""
    body = f"{paragraph('One')}<w:sdt><w:sdtContent>{paragraph('Two')}</w:sdtContent></w:sdt>{paragraph('Three')}"
    assert lines(read_word(word_with(body))) == ["One", "Two", "Three"]


def test_text_boxes_in_word():
    """A text box follows the paragraph it hangs on, once, though the file holds it twice."""
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Outside</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert lines(read_word(word_with(body))) == ["Outside", "In the box"]


def test_breaks_and_hyphens_in_word():
    """A line break is a space, a soft hyphen nothing."""
    body = "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:softHyphen/><w:t>three</w:t></w:r></w:p>"
    assert lines(read_word(word_with(body))) == ["one twothree"]


def test_table_in_word():
    """A row of a table is a line, in its place among the paragraphs."""
    document = Document()
    document.add_paragraph("Before.")
    table = document.add_table(2, 2)
    for i, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {i}"
    document.add_paragraph("After.")
    stream = BytesIO()
    document.save(stream)
    assert lines(read_word(stream.getvalue())) == ["Before.", "cell 0 | cell 1", "cell 2 | cell 3", "After."]


def test_tracked_changes_and_notes_in_opendocument():
    """Deleted text, comments and footnotes are left out, and footnotes are told."""
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:p>The<text:s/>ferry<office:annotation><text:p>really?</text:p></office:annotation> sails<text:note>"
        "<text:note-body><text:p>A note.</text:p></text:note-body></text:note>.</text:p>"
    )
    content = read_opendocument(opendocument_with(body))
    assert (lines(content), content.notices) == (["The ferry sails."], ("footnotes are left out",))


def test_lists_and_tables_in_opendocument():
    """List items and table rows are lines in their place."""
    body = (
        "<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p>"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>a</text:p>"
        "</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert read_opendocument(opendocument_with(body)).text == "one\ntwo\n\na | b"


@pytest.mark.parametrize("body", ["", "<text:p/>"])
def test_document_without_text(body):
    """A document without text is empty, not damaged."""
    assert read_opendocument(opendocument_with(body)).text == ""


def test_characters_of_rich_text():
    """Escaped characters, also those beyond the basic plane, and bytes of a code page are read."""
    assert read_rich_text(rb"{\rtf1\ansi\ansicpg1252 caf\'e9 \u8220?x\u8221? \u-10179?\u-8704?}").text == "café “x” 😀"


def test_chapters_in_their_order():
    """A book is read in the order of its spine; its table of contents and title page metadata are not repeated."""
    found = parts(book())
    package = found["OEBPS/book.opf"]
    item = '<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/></manifest>'
    package = package.replace("</manifest>", item).replace(
        '<itemref idref="one"/>', '<itemref idref="two"/><itemref idref="one"/>'
    )
    found |= {"OEBPS/book.opf": package, "OEBPS/text/two.xhtml": "<html><body><p>First of all.</p></body></html>"}
    content = read_book(archive(found))
    assert lines(content)[:2] == ["First of all.", TITLE]
    assert content.title == TITLE


def test_missing_chapter():
    """A chapter that is missing is told."""
    found = parts(book())
    found["OEBPS/book.opf"] = found["OEBPS/book.opf"].replace("text/one.xhtml", "text/none.xhtml")
    assert "1 of 1 chapters are missing" in read_book(archive(found)).notices


def test_locked_book():
    """A book whose chapters are encrypted is refused as locked; encrypted fonts are no reason."""
    lock = '<encryption xmlns="urn:oasis"><EncryptionMethod Algorithm="{}"/></encryption>'
    fonts = archive(parts(book()) | {"META-INF/encryption.xml": lock.format("http://www.idpf.org/2008/embedding")})
    assert read_book(fonts).title == TITLE
    locked = archive(parts(book()) | {"META-INF/encryption.xml": lock.format("http://www.w3.org/2001/04/xmlenc#aes")})
    with pytest.raises(UnreadableError, match="locked by its seller"):
        read_book(locked)


def test_a_pdf_of_too_many_letters_says_so(monkeypatch):
    """A PDF that holds more than is read says how many of its pages were."""
    monkeypatch.setattr("diffview.reading.pdf._MOST_CHARACTERS", 500)
    found = read_pdf(pdf(40))
    assert found.notices == ("only the first 2 of 3 pages are read: they hold 500 characters",)
