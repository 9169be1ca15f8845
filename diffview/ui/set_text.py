"""How is a piece of text with marked words set in lines of a width, to be measured and painted?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6 import QtCore
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from diffview.model import Span
from diffview.reports.view import Piece
from diffview.ui.qtext import Positions, runs_from_right, visible
from diffview.ui.soft_breaks import loosened
from diffview.ui.theme import Ink

_BREAK = "\u2028"


@dataclass(frozen=True)
class SetText:
    """Text in lines; `height` is that of all of them, in pixels."""

    layout: QTextLayout
    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the lines with their upper left corner at a place."""
        self.layout.draw(painter, QPointF(x, y))

    def y_of(self, point: int) -> float:
        """Return the top of the line that holds a code point."""
        shown = self.layout.text()
        line = self.layout.lineForTextPosition(Positions(shown).to_qt(_shown_place(shown, point)))
        return line.y() if line.isValid() else 0.0


def set_text(
    pieces: Sequence[Piece],
    font: QFont,
    line_height: float,
    width: float,
    ink: Ink | None,
    over: Sequence[tuple[Span, QTextCharFormat]] = (),
) -> SetText:
    """Return pieces set in a font; `line_height` counts in font sizes, without `ink` no piece is marked.

    `over` are looks that hide the marks, at code points of all the pieces in a row.
    """
    shown = [loosened(visible(" ".join(piece.text.split("\n")))) for piece in pieces]
    layout = QTextLayout("".join(shown), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(QtCore.Qt.LayoutDirection.LayoutDirectionAuto)
    if runs_from_right(layout.text()):
        option.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setFormats([*(_formats(pieces, shown, ink) if ink else ()), *_over("".join(shown), over)])
    pitch, y = font.pixelSize() * line_height, 0.0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(20.0, width))
        line.setPosition(QPointF(0, y + (pitch - line.height()) / 2))
        y += pitch
        line = layout.createLine()
    layout.endLayout()
    return SetText(layout, y)


def _shown_place(shown: str, point: int) -> int:
    """Return where a code point stands once lines that are too long have been broken."""
    if _BREAK not in shown:
        return point
    letters = [at for at, sign in enumerate(shown) if sign != _BREAK]
    return letters[point] if point < len(letters) else len(shown)


def _over(shown: str, looks: Sequence[tuple[Span, QTextCharFormat]]) -> Iterator[QTextLayout.FormatRange]:
    positions = Positions(shown)
    for span, look in looks:
        mark = QTextLayout.FormatRange()
        mark.start = positions.to_qt(_shown_place(shown, span.start))
        mark.length = positions.to_qt(_shown_place(shown, span.end)) - mark.start
        mark.format = look
        yield mark


def _formats(pieces: Sequence[Piece], shown: Sequence[str], ink: Ink) -> list[QTextLayout.FormatRange]:
    positions, at, found = Positions("".join(shown)), 0, []
    for piece, text in zip(pieces, shown, strict=True):
        if piece.marked:
            mark = QTextLayout.FormatRange()
            mark.start = positions.to_qt(at)
            mark.length = positions.to_qt(at + len(text)) - mark.start
            mark.format = ink.wording if piece.wording else ink.words
            found.append(mark)
        at += len(text)
    return found
