"""What can the reader learn about the program from within it?"""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from diffview.model import EncoderInfo
from diffview.ui import dialogs
from diffview.ui.about import AboutDialog
from diffview.ui.details import details
from diffview.ui.log import log_folder
from diffview.ui.message_bar import MessageBar
from diffview.ui.session import Session


class Helping(QObject):
    """The commands of the Help menu, for one window."""

    def __init__(self, session: Session, message: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._message, self._window = session, message, window

    def show_shortcuts(self) -> None:
        """List the keys."""
        dialogs.show_keys(self._window)

    def about(self) -> None:
        """Say what this program is, and what it is made of."""
        AboutDialog(self._encoder(), self._window).show()

    def copy_details(self) -> None:
        """Put what a bug report needs on the clipboard."""
        QGuiApplication.clipboard().setText(details(self._encoder()))
        self._message.note(self.tr("Copied what a bug report needs; no text of an article is in it."))

    def show_log(self) -> None:
        """Open the folder of the log in the file manager."""
        folder = log_folder()
        if not folder.is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._message.note(self.tr("The log is in {path}").format(path=folder))

    def _encoder(self) -> EncoderInfo | None:
        comparison = self._session.comparison
        return comparison.encoder if comparison is not None else None
