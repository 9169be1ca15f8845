"""What does an electronic book (.epub) say, from its first chapter to its last?"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from diffview.phrases import phrase
from diffview.reading.archive import Archive, is_inside
from diffview.reading.content import Block, Content, Node, UnreadableError, assemble
from diffview.reading.webpage import page_text
from diffview.reading.webtree import blocks_of, parse_page

CONTAINER = "META-INF/container.xml"
MEDIA_TYPE = b"application/epub+zip"
_LOCKS = "META-INF/encryption.xml"
_FONT_LOCKS = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
_PAGES = frozenset({"application/xhtml+xml", "text/html"})


def read_book(data: bytes, encoding: str | None = None) -> Content:
    """Return the text of an .epub file; raises UnreadableError when it is none, damaged, locked or hostile."""
    archive = Archive(data)
    if _is_locked(archive):
        raise UnreadableError(phrase("locked by its seller; it cannot be read"))
    package = _package_of(archive)
    root = archive.xml(package)
    names = list(_chapters(root, posixpath.dirname(package)))
    missing = sum(name not in archive.names for name in names)
    pages = (archive.read(name) for name in names if name in archive.names)
    blocks = [block for page in pages for block in _blocks(page, encoding)]
    notices = [f"{missing} of {len(names)} chapters are missing"] if missing else []
    return assemble(blocks, title=_title(root) if blocks else "", notices=notices)


def _is_locked(archive: Archive) -> bool:
    """Return whether more than the fonts is encrypted."""
    if _LOCKS not in archive.names:
        return False
    locks = [method.get("Algorithm", "").encode() for method in archive.xml(_LOCKS).iter("{*}EncryptionMethod")]
    return any(not lock.startswith(_FONT_LOCKS) for lock in locks)


def _package_of(archive: Archive) -> str:
    for found in archive.xml(CONTAINER).iter("{*}rootfile"):
        name = str(found.get("full-path", ""))
        if not is_inside(name):
            raise UnreadableError(phrase("refused: a part of it names a place outside the file"))
        return name
    raise UnreadableError(phrase("damaged: a part of it is missing"))


def _chapters(root: Node, folder: str) -> Iterator[str]:
    """Yield the names of the pages in reading order; the table of contents is none of them."""
    items = {item.get("id"): item for item in root.iter("{*}item")}
    for reference in root.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES or "nav" in item.get("properties", "").split():
            continue
        yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _title(root: Node) -> str:
    found = root.find(".//{http://purl.org/dc/elements/1.1/}title")
    return "".join(found.itertext()) if found is not None else ""


def _blocks(page: bytes, encoding: str | None) -> Iterator[Block]:
    for piece in blocks_of(parse_page(page_text(page, encoding).text)):
        rule = piece.rule if piece.rule in {"caption", "navigation"} else ""
        yield Block(piece.text, piece.level, rule, piece.joins)
