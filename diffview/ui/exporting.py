"""How does the reader take a comparison out of the window: as a file, or by the clipboard?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from diffview.model import Side
from diffview.reading.naming import name_of
from diffview.ui import dialogs
from diffview.ui.appearance import Appearance
from diffview.ui.compare_view import CompareView
from diffview.ui.listing import pair_text
from diffview.ui.message_bar import MessageBar
from diffview.ui.session import Session

_ENDINGS = (".docx", ".md", ".csv", ".findings.csv", ".json", ".html", ".pdf")


class Exporting(QObject):
    """The commands that write reports and copy pairs, for one window."""

    def __init__(
        self, session: Session, view: CompareView, message: MessageBar, appearance: Appearance, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._view, self._message, self._window = session, view, message, window
        self._appearance = appearance
        self._folder = ""  # the one that was exported to last

    def copy_pair(self) -> None:
        """Copy both wordings of the current link, with their source."""
        if self._session.comparison is not None and self._view.current >= 0:
            QGuiApplication.clipboard().setText(pair_text(self._session.comparison, self._view.current))

    def export_html(self) -> None:
        """Ask where to, and write the HTML report."""
        self._export([".html"])

    def export_pdf(self) -> None:
        """Ask where to, and write the PDF report."""
        self._export([".pdf"])

    def export_as(self) -> None:
        """Ask where to and in which form, and write the report that the name asks for."""
        self._export(_ENDINGS)

    def _export(self, endings: Sequence[str]) -> None:
        comparison, lacks = self._session.comparison, self._session.lacks_findings
        if comparison is None:
            return
        articles = [comparison.document(side).article for side in Side]
        stems = [PurePath(name_of(article)).stem for article in articles]
        folder = PurePath(self._folder or dialogs.folder_of(articles))
        path = dialogs.ask_for_report(self._window, str(folder / f"{stems[0]} - {stems[1]}{endings[0]}"), endings)
        if path:
            self._folder = str(PurePath(path).parent)
            palette = self._appearance.preferences.palette
            self._session.worker.export(comparison, path, palette, self._on_exported, lacks_findings=lacks)

    def _on_exported(self, trouble: str, path: str) -> None:
        if trouble:
            self._message.trouble(trouble)
        else:
            self._message.note(self.tr("Wrote {path}").format(path=path))
