"""How is a plain text set as an article: lines, paragraphs, the title?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from diffview.ui.theme import LINE_HEIGHT

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_PARAGRAPH = 0.7
_TITLE = 1.4
_EMPTY = 2
AT_ONCE = 400
"""So many lines are set at once; what follows is for `shrink_empty_lines` to set, before anybody measures it."""
_TITLE_WITHIN = 40
"""The title is looked for among so many paragraphs."""


def typeset(
    document: QTextDocument, title: str, pixels: int, line_height: float = LINE_HEIGHT, breaks: Iterable[int] = ()
) -> None:
    """Set every paragraph of a document in type of this size: even lines, space between paragraphs, a larger title.

    Empty lines shrink to a hairline, since paragraphs keep their distance anyway. `title` is as the document shows it.
    `breaks` are the units at which lines end that no paragraph ends with: there is no space below these.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_paragraph(pixels * line_height, pixels * _PARAGRAPH))
    shrink_empty_lines(document, 0, AT_ONCE)
    for unit in breaks:
        cursor.setPosition(unit)
        cursor.setBlockFormat(_paragraph(pixels * line_height, 0))
    _set_title(document, title.strip(), pixels)
    cursor.endEditBlock()


def shrink_empty_lines(document: QTextDocument, first: int, after: int) -> None:
    """Shrink the empty ones of the lines from number `first` to before number `after`; a single line stays."""
    if document.blockCount() == 1:
        return
    cursor, hairline = QTextCursor(document), _paragraph(_EMPTY, 0)
    cursor.beginEditBlock()
    block = document.findBlockByNumber(first)
    while block.isValid() and block.blockNumber() < after:
        if block.length() == 1:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(hairline)
        block = block.next()
    cursor.endEditBlock()


def _set_title(document: QTextDocument, title: str, pixels: int) -> None:
    for number, block in enumerate(_blocks(document)):
        if not title or number == _TITLE_WITHIN:
            return
        if block.text().strip() == title:
            size = round(pixels * _TITLE)
            shape = QTextCharFormat()
            shape.setFontWeight(700)
            shape.setProperty(QTextCharFormat.Property.FontPixelSize, size)
            cursor = QTextCursor(block)
            cursor.setBlockFormat(_paragraph(size * 1.3, pixels))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(shape)
            return


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _paragraph(line: float, after: float) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLineHeight(round(line), _FIXED)
    shape.setBottomMargin(round(after))
    return shape
