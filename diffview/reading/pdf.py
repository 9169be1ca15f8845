"""What does a PDF say, line by line?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diffview.phrases import phrase
from diffview.reading.content import Content, Node, UnreadableError, assemble
from diffview.reading.pdflines import PrintedLine, blocks_from_lines

_DIVIDED = "\ufffe"
"""What pdfium makes of a hyphen and the end of the line behind it."""
_LINE = re.compile(rf"[^\r\n{_DIVIDED}]*(?:\r\n|[\r\n{_DIVIDED}])|[^\r\n{_DIVIDED}]+")
_MOST_PAGES = 500
_MOST_CHARACTERS = 5_000_000
_PASSWORD_ERROR = 4


def read_pdf(data: bytes, encoding: str | None = None) -> Content:  # noqa: ARG001 - a reader's form
    """Return the text layer of a PDF; raises UnreadableError when it is damaged, locked or only a picture."""
    document = _open(data)
    try:
        pages, whole = min(len(document), _MOST_PAGES), len(document)
        notices = [f"only the first {pages} of {whole} pages are read"] if whole > pages else []
        lines, broken, read = _lines_of_pages(document, pages)
        title = _title(document)
    finally:
        document.close()
    if broken and not lines:
        raise UnreadableError(phrase("damaged PDF: its pages cannot be read"))
    if not any(line.text.strip() for line in lines):
        raise UnreadableError(phrase("this PDF has no text layer (a scan?); save it with recognised text first"))
    if read < pages:
        notices = [f"only the first {read} of {whole} pages are read: they hold {_MOST_CHARACTERS:,} characters"]
    if broken:
        notices.append(f"pages that could not be read: {broken}")
    blocks = blocks_from_lines(lines)
    named = title if any(block.text.casefold() == title.casefold() for block in blocks) else ""
    return assemble(blocks, encoding="pdf", title=named, notices=notices)


def _open(data: bytes) -> Node:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - heavy

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError(phrase("password protected; save it without a password first")) from error
        raise UnreadableError(phrase("damaged PDF")) from error


def _title(document: Node) -> str:
    try:
        return " ".join(str(document.get_metadata_value("Title")).split())
    except Exception:
        return ""


def _lines_of_pages(document: Node, pages: int) -> tuple[list[PrintedLine], int, int]:
    """Return the lines of all pages, how many pages could not be read, and how many were looked at."""
    lines: list[PrintedLine] = []
    broken = characters = 0
    for number in range(pages):
        try:
            found = list(_lines_of_page(document[number], number))
        except Exception:
            broken += 1
            continue
        lines += found
        characters += sum(len(line.text) for line in found)
        if characters > _MOST_CHARACTERS:
            return lines, broken, number + 1
    return lines, broken, pages


def _lines_of_page(page: Node, number: int) -> Iterator[PrintedLine]:
    text = page.get_textpage()
    height = page.get_height()
    count = text.count_chars()
    whole = text.get_text_range(0, count) if count else ""
    at = 0
    for raw in _LINE.findall(whole):
        line = raw.rstrip("\r\n")
        if line.strip():
            left, low, right, high = _box(text, at, line, count)
            yield PrintedLine(line.replace(_DIVIDED, "-"), number, left, right, height - high, height - low)
        at += len(raw)


def _box(text: Node, at: int, line: str, count: int) -> tuple[float, float, float, float]:
    """Return left, low, right and high of a line, by the boxes of its first, middle and last letters."""
    inked = [i for i, char in enumerate(line) if not char.isspace()]
    sample = sorted({*inked[:2], *inked[:: max(1, len(inked) // 6)], *inked[-3:]})
    boxes = [text.get_charbox(at + i, loose=True) for i in sample if at + i < count]
    boxes = [box for box in boxes if box[2] > box[0]]
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
