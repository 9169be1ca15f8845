"""What do both sides of one link say, one wording above the other, and why are they linked?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QTextEdit, QWidget

from diffview.reports.view import Piece
from diffview.theme import Theme
from diffview.ui import theme as look_of
from diffview.ui.qtext import visible
from diffview.ui.soft_breaks import loosened


@dataclass(frozen=True, slots=True)
class Wording:
    """What one side says: where, and the text cut where the other side lacks words."""

    where: str
    pieces: tuple[Piece, ...]


class PairCard(QWidget):
    """Both wordings of the current link with their words marked, and beside them why they are linked."""

    note_edited = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, tuple[Wording, ...]] = ("", ())
        self.wordings = QTextEdit(self)
        self.wordings.setObjectName("wordings")
        self.wordings.setMinimumWidth(140)
        self.wordings.setReadOnly(True)
        self.wordings.setFrameShape(QFrame.Shape.NoFrame)
        self.wordings.setAcceptDrops(False)
        self.wordings.viewport().setAcceptDrops(False)
        self.why = QLabel(self)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.why.setMinimumWidth(80)
        self.note = QLineEdit(self)
        self.note.textEdited.connect(self.note_edited)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 6, 14, 6)
        grid.setHorizontalSpacing(18)
        grid.addWidget(self.wordings, 0, 0)
        grid.addWidget(self.note, 1, 0)
        grid.addWidget(self.why, 0, 1, 2, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 2)
        self.setMinimumHeight(110)
        self.retranslate()
        self.clear()

    def retranslate(self) -> None:
        """Say everything but the link in the language that is spoken now."""
        self.setAccessibleName(self.tr("Current pair"))
        self.wordings.setAccessibleName(self.tr("Both wordings of the current link"))
        self.note.setPlaceholderText(self.tr("Your note on this link"))
        self.note.setAccessibleName(self.tr("Note on the current link"))

    def clear(self) -> None:
        """Show that there is no current link."""
        self._shown = ("", ())
        self.wordings.setPlainText("")
        self.show_note("")
        self.note.setEnabled(False)
        self.why.setText(self.tr("Click a passage, or go to a change with Alt+Down."))

    def show_link(self, mark: str, wordings: Sequence[Wording], why: str) -> None:
        """Show a link of class `mark`, from its beginning."""
        self._shown = (mark, tuple(wordings))
        self.why.setText(visible(why))
        self.note.setEnabled(True)
        self._write()
        self.wordings.verticalScrollBar().setValue(0)

    def reword(self, wordings: Sequence[Wording], why: str) -> None:
        """Say of the same link in other words where it stands and why it is there."""
        self._shown = (self._shown[0], tuple(wordings))
        self.why.setText(visible(why))
        self._write()

    def show_note(self, text: str) -> None:
        """Show what the reader wrote about the link."""
        if text != self.note.text():
            self.note.setText(text)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._write()

    def _write(self) -> None:
        mark, wordings = self._shown
        if not mark:
            return
        place = self.wordings.verticalScrollBar().value()
        self.wordings.setPlainText("")
        cursor = self.wordings.textCursor()
        ink = look_of.ink(self._theme.marks[mark])
        for number, wording in enumerate(wordings):
            if number:
                cursor.insertBlock()
            self._write_one(cursor, wording, ink)
        self.wordings.verticalScrollBar().setValue(place)

    def _write_one(self, cursor: QTextCursor, wording: Wording, ink: look_of.Ink) -> None:
        small, plain = QTextCharFormat(), QTextCharFormat()
        small.setFont(look_of.interface_font())
        small.setForeground(QColor(self._theme.faint))
        plain.setFont(look_of.reading_font(15))
        cursor.insertText(f"{visible(wording.where)}\n", small)
        for piece in wording.pieces:
            shape = QTextCharFormat(plain)
            if piece.marked:
                shape.merge(ink.wording if piece.wording else ink.words)
            cursor.insertText(loosened(visible(piece.text)), shape)
