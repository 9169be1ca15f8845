"""What does an OpenDocument text (.odt) say, paragraph by paragraph?"""

from __future__ import annotations

from collections.abc import Iterator

from diffview.phrases import phrase
from diffview.reading.archive import Archive
from diffview.reading.content import Block, Content, Node, UnreadableError, assemble

MEDIA_TYPE = b"application/vnd.oasis.opendocument.text"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_PARAGRAPH, _HEADING, _ROW = f"{_TEXT}p", f"{_TEXT}h", f"{_TABLE}table-row"
_BLOCKS = {_PARAGRAPH, _HEADING}
_LEFT_OUT = {
    f"{_TEXT}tracked-changes",
    f"{_TEXT}note",
    f"{_OFFICE}annotation",
    f"{_OFFICE}forms",
    f"{_TEXT}sequence-decls",
    f"{_TEXT}table-of-content",
}
_SPACES = {f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"}


def read_opendocument(data: bytes, encoding: str | None = None) -> Content:  # noqa: ARG001 - a reader's form
    """Return the text of an .odt file; raises UnreadableError when it is none, damaged or hostile."""
    archive = Archive(data)
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableError(phrase("password protected; save it without a password first"))
    archive.refuse_document_types()
    root = archive.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise UnreadableError(phrase("not an OpenDocument text"))
    notices = ["footnotes are left out"] if next(body.iter(f"{_TEXT}note"), None) is not None else []
    return assemble(_blocks(body, _titles(root)), notices=notices)


def _titles(root: Node) -> frozenset[str]:
    """Return the names of the styles that make a paragraph the title."""
    derived = [
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        if style.get(f"{_STYLE}parent-style-name") == "Title"
    ]
    return frozenset({"Title", *derived})


def _blocks(body: Node, titles: frozenset[str]) -> Iterator[Block]:
    todo = list(reversed(body))
    while todo:
        element = todo.pop()
        if element.tag in _BLOCKS:
            yield _block(element, titles)
            todo.extend(reversed(_nested(element)))
        elif element.tag == _ROW and next(element.iter(_ROW, f"{_TEXT}list"), element) is element:
            cells = [" ".join(map(_words, cell.iter(*_BLOCKS))).strip() for cell in element]
            yield Block(" | ".join(filter(None, cells)), joins=element.getprevious() is not None)
        elif element.tag not in _LEFT_OUT:
            todo.extend(reversed(element))


def _block(element: Node, titles: frozenset[str]) -> Block:
    style = element.get(f"{_TEXT}style-name", "")
    level = 1 if style in titles else 0
    if element.tag == _HEADING:
        number = element.get(f"{_TEXT}outline-level", "1")
        level = int(number) if number.isdecimal() and len(number) == 1 else 1
    item = element.getparent()
    joins = item is not None and item.tag == f"{_TEXT}list-item" and item.getprevious() is not None
    rule = "caption" if style in {"Caption", "Illustration", "Figure"} else ""
    return Block(_words(element), level, rule, joins)


def _nested(paragraph: Node) -> list[Node]:
    """Return the paragraphs of the frames that hang on a paragraph."""
    return [inner for inner in paragraph.iterdescendants(*_BLOCKS) if _hangs_on(inner, paragraph)]


def _hangs_on(element: Node, top: Node) -> bool:
    for above in element.iterancestors():
        if above is top:
            return True
        if above.tag in _LEFT_OUT or above.tag in _BLOCKS:
            return False
    return False


def _words(paragraph: Node) -> str:
    """Return the words of a paragraph without those of notes and frames inside it."""
    pieces: list[str] = [paragraph.text or ""]
    todo = list(reversed(paragraph))
    while todo:
        element = todo.pop()
        if isinstance(element, str):
            pieces.append(element)
            continue
        todo.append(element.tail or "")
        if element.tag in _SPACES:
            pieces.append(" ")
        elif element.tag not in _LEFT_OUT and element.tag not in _BLOCKS and isinstance(element.tag, str):
            todo.extend(reversed(element))
            todo.append(element.text or "")
    return "".join(pieces)
