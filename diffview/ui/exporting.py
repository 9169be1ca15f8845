"""How does the reader take a comparison out of the window: as a file, or by the clipboard?"""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from diffview.model import Side
from diffview.reading.naming import name_of
from diffview.ui import dialogs
from diffview.ui.compare_view import CompareView
from diffview.ui.listing import pair_text
from diffview.ui.message_bar import MessageBar
from diffview.ui.session import Session


class Exporting(QObject):
    """The commands that write reports and copy pairs, for one window."""

    def __init__(self, session: Session, view: CompareView, message: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._view, self._message, self._window = session, view, message, window

    def copy_pair(self) -> None:
        """Copy both wordings of the current link, with their source."""
        if self._session.comparison is not None and self._view.current >= 0:
            QGuiApplication.clipboard().setText(pair_text(self._session.comparison, self._view.current))

    def export_html(self) -> None:
        """Ask where to, and write the report."""
        comparison = self._session.comparison
        if comparison is None:
            return
        stems = [PurePath(name_of(comparison.document(side).article)).stem for side in Side]
        path = dialogs.ask_for_report(self._window, f"{stems[0]} - {stems[1]}.html")
        if path:
            self._session.worker.export(comparison, path, self._on_exported)

    def _on_exported(self, trouble: str, path: str) -> None:
        if trouble:
            self._message.trouble(trouble)
        else:
            self._message.note(self.tr("Wrote {path}").format(path=path))
