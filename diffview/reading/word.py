"""What does a Word document (.docx) say, paragraph by paragraph?

python-docx opens the package and knows the styles. The body is walked here, because its own iteration passes over
content controls, accepted insertions and text boxes; deleted text and fallbacks are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from diffview.phrases import phrase
from diffview.reading.archive import Archive
from diffview.reading.content import Block, Content, Node, UnreadableError, assemble

MAIN_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TABLE, _ROW, _CELL = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc"
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", f"{_W}delText"}
_SPACES = {f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}ptab"}
_HYPHENS = {f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": ""}
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


def read_word(data: bytes, encoding: str | None = None) -> Content:  # noqa: ARG001 - a reader's form
    """Return the text of a .docx file; raises UnreadableError when it is none, damaged or hostile."""
    archive = Archive(data)
    if "[Content_Types].xml" not in archive.names:
        raise UnreadableError(phrase("a zip archive, not a Word document"))
    archive.refuse_document_types()
    body, styles, properties = _open(data)
    notices = ["footnotes are left out"] if _has_notes(archive) else []
    blocks = list(_blocks(body, styles))
    titled = next((block.text for block in blocks if block.level == 1), "")
    stored = str(properties or "").strip()
    known = stored if any(block.text.strip() == stored for block in blocks) else ""
    return assemble(blocks, title=known if known and not titled else "", notices=notices)


def _open(data: bytes) -> tuple[Node, dict[str, str], str]:
    """Return the body, the names of the styles by their ids, and the title among the properties."""
    from docx import Document  # noqa: PLC0415 - heavy

    try:
        document = Document(BytesIO(data))
        styles = {str(style.style_id): str(style.name) for style in document.styles}
        return document.element.body, styles, document.core_properties.title
    except Exception as error:  # a hostile package can break the library in many ways
        raise UnreadableError(phrase("damaged, or not a Word document")) from error


def _has_notes(archive: Archive) -> bool:
    if "word/footnotes.xml" not in archive.names:
        return False
    notes = archive.xml("word/footnotes.xml").iter(f"{_W}footnote")
    return any(note.get(f"{_W}type") is None for note in notes)


def _blocks(body: Node, styles: dict[str, str]) -> Iterator[Block]:
    if body is None:
        return
    todo = list(reversed(body))
    while todo:
        element = todo.pop()
        if element.tag == _PARAGRAPH:
            yield _paragraph(element, styles)
            todo.extend(reversed(_nested(element)))
        elif element.tag == _ROW:
            cells = [_cell(cell) for cell in element.iterchildren(_CELL)]
            yield Block(" | ".join(cell for cell in cells if cell), joins=element.getprevious() is not None)
        elif element.tag not in _LEFT_OUT:
            todo.extend(reversed(element))


def _nested(paragraph: Node) -> list[Node]:
    """Return the paragraphs of the text boxes that hang on a paragraph."""
    return [inner for inner in paragraph.iterdescendants(_PARAGRAPH) if not _is_left_out(inner, paragraph)]


def _is_left_out(element: Node, top: Node) -> bool:
    for above in element.iterancestors():
        if above is top:
            return False
        if above.tag in _LEFT_OUT or above.tag == _PARAGRAPH:
            return True
    return False


def _cell(cell: Node) -> str:
    return " ".join(filter(None, (_words(paragraph).strip() for paragraph in cell.iter(_PARAGRAPH))))


def _paragraph(element: Node, styles: dict[str, str]) -> Block:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val", ""), "") if style is not None else ""
    heading = _HEADING.fullmatch(name)
    level = int(heading[1]) if heading else int(name.lower() == "title")
    is_item = element.find(f"{_W}pPr/{_W}numPr") is not None or name.lower().startswith("list")
    before = element.getprevious()
    joins = is_item and before is not None and before.tag == _PARAGRAPH and _same_style(element, before)
    return Block(_words(element), level, "caption" if name.lower() == "caption" else "", joins)


def _same_style(one: Node, other: Node) -> bool:
    path = f"{_W}pPr/{_W}pStyle"
    styles = [found.get(f"{_W}val") if (found := it.find(path)) is not None else "" for it in (one, other)]
    return styles[0] == styles[1]


def _words(paragraph: Node) -> str:
    """Return the words of a paragraph without those of text boxes inside it."""
    pieces: list[str] = []
    todo = list(reversed(paragraph))
    while todo:
        element = todo.pop()
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag in _SPACES:
            pieces.append(" ")
        elif element.tag in _HYPHENS:
            pieces.append(_HYPHENS[element.tag])
        elif element.tag not in _LEFT_OUT and element.tag != _PARAGRAPH:
            todo.extend(reversed(element))
    return "".join(pieces)
