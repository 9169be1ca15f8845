"""Which formats need a parser of their own, and which reader takes them?

These readers meet hostile files: they run in `worker`, apart from the program. Only fuzzing calls `read_family` here.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from diffview.phrases import phrase
from diffview.reading.content import Content, UnreadableError
from diffview.reading.decoding import UndecodableError
from diffview.reading.signs import is_archive, is_archived_page, is_mail, is_page, is_pdf
from diffview.reading.suffixes import SUFFIXES, TEXTUAL, Family

_READERS = {
    Family.PAGE: ("webpage", "read_page"),
    Family.ARCHIVED_PAGE: ("mail", "read_archived_page"),
    Family.MAIL: ("mail", "read_mail"),
    Family.WORD: ("word", "read_word"),
    Family.OPENDOCUMENT: ("opendocument", "read_opendocument"),
    Family.RICH_TEXT: ("richtext", "read_rich_text"),
    Family.MARKDOWN: ("markdown", "read_markdown"),
    Family.PDF: ("pdf", "read_pdf"),
    Family.BOOK: ("book", "read_book"),
}
_IMPOSTORS = {
    Family.WORD: phrase("damaged, or not a Word document"),
    Family.OPENDOCUMENT: phrase("damaged, or not an OpenDocument text"),
    Family.BOOK: phrase("damaged, or not an EPUB book"),
    Family.PDF: phrase("damaged PDF, or not a PDF file"),
}
_OTHER_ARCHIVES = {
    Family.WORD: phrase("a zip archive, not a Word document"),
    Family.OPENDOCUMENT: phrase("a zip archive, not an OpenDocument text"),
    Family.BOOK: phrase("a zip archive, not an EPUB book"),
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def family_of(data: bytes, name: str) -> Family | None:
    """Return which family the bytes belong to, or None for plain text; the name decides only between texts.

    Raises UnreadableError for bytes that are none of what their name promises.
    """
    named = SUFFIXES.get(PurePath(name).suffix.lower())
    if data.startswith(_OLD_OFFICE):
        raise UnreadableError(
            phrase("an old .doc file, or a locked document; save it as .docx without a password first")
        )
    if is_archive(data):
        return _family_of_archive(data, named)
    if is_pdf(data):
        return Family.PDF
    if data.startswith(b"{\\rtf"):
        return Family.RICH_TEXT
    if is_mail(data):
        return Family.ARCHIVED_PAGE if named is Family.ARCHIVED_PAGE or is_archived_page(data) else Family.MAIL
    if is_page(data):
        return Family.PAGE
    if named in _IMPOSTORS:
        raise UnreadableError(_IMPOSTORS[named])
    return named if named in TEXTUAL else None


def _family_of_archive(data: bytes, named: Family | None) -> Family:
    """Return which family an archive belongs to, by what it holds; one nobody can list is left to its reader."""
    from diffview.reading import book, opendocument, word  # noqa: PLC0415
    from diffview.reading.archive import Archive  # noqa: PLC0415

    archive = Archive(data)
    kind = archive.read("mimetype")[:100].strip() if "mimetype" in archive.names else b""
    if kind == book.MEDIA_TYPE or book.CONTAINER in archive.names:
        return Family.BOOK
    if kind.startswith(opendocument.MEDIA_TYPE):
        return Family.OPENDOCUMENT
    if word.MAIN_PART in archive.names or (named is Family.WORD and "[Content_Types].xml" in archive.names):
        return Family.WORD
    if named in _OTHER_ARCHIVES:
        raise UnreadableError(_OTHER_ARCHIVES[named])
    raise UnreadableError(phrase("not a text file ({kind})", kind="application/zip"))


def read_family(family: Family, data: bytes, encoding: str | None = None) -> Content:
    """Read a file of this family; raises UnreadableError with the reason when it cannot be read."""
    module, function = _READERS[family]
    reader: Callable[[bytes, str | None], Content] = getattr(import_module(f"diffview.reading.{module}"), function)
    try:
        return reader(data, encoding)
    except UndecodableError as error:
        raise UnreadableError(phrase("not a text file ({kind})", kind=str(error))) from error
    except RecursionError as error:
        raise UnreadableError(phrase("refused: its parts are nested too deep")) from error
    except MemoryError as error:
        raise UnreadableError(phrase("refused: it needs too much memory")) from error
