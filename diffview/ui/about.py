"""What is this program, what is it made of, and where does it keep its log?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from diffview import __version__
from diffview.model import EncoderInfo
from diffview.ui.details import details, encoder_words, licences
from diffview.ui.log import log_folder
from diffview.ui.speech import said


class AboutDialog(QDialog):
    """Two pages, about the program and about the work of others in it; "Copy details" serves bug reports."""

    def __init__(self, encoder: EncoderInfo | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About diffview"))
        self.pages = QTabWidget(self)
        self.pages.addTab(self._program(encoder), self.tr("Program"))
        self.pages.addTab(self._licences(), self.tr("Licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = buttons.addButton(self.tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details(encoder)))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.pages)
        column.addWidget(buttons)
        self.resize(620, 460)

    def _program(self, encoder: EncoderInfo | None) -> QWidget:
        label = QLabel(self.words(encoder), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        label.setMargin(12)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

    def words(self, encoder: EncoderInfo | None) -> str:
        """Return the text of the first page."""
        return "\n\n".join(
            (
                f"diffview {__version__}",
                self.tr(
                    "Shows two articles side by side and tells what is the same, reworded, moved, added or dropped, "
                    "by meaning."
                ),
                self.tr(
                    "Everything happens on this machine. Nothing is sent anywhere; a page is fetched only when you "
                    "name its address and agree."
                ),
                self.tr("Encoder: {encoder}").format(encoder=said(encoder_words(encoder))),
                self.tr("Log, without any text of an article: {path}").format(path=log_folder()),
                self.tr("Free software under the Apache License 2.0. Qt is used under the LGPL, version 3."),
            )
        )

    def _licences(self) -> QWidget:
        text = QPlainTextEdit(licences(), self)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Licences"))
        return text
