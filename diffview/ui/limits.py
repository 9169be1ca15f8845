"""How is the reader told that very long articles are compared in part, and how are they compared to the end?"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from diffview.model import Comparison, Side
from diffview.ui.message_bar import MessageBar
from diffview.ui.session import Session
from diffview.ui.speech import said


class Limits(QObject):
    """Offers to compare everything, for one window."""

    def __init__(self, session: Session, message: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._message = session, message
        self._told: object = None
        session.comparison_changed.connect(self._on_comparison)

    def compare_everything(self) -> None:
        """Compare the articles to the end, however long that takes."""
        self._session.options = replace(self._session.options, most_passages=0)
        self._session.compare()

    def _on_comparison(self, comparison: Comparison | None) -> None:
        """Tell of each pair of articles once."""
        if comparison is None or not comparison.notices:
            return
        articles = tuple(comparison.document(side).article.sha256 for side in Side)
        if articles != self._told:
            self._told = articles
            words = ". ".join(map(said, comparison.notices))
            self._message.offer(f"{words}.", self.tr("Compare everything"), self.compare_everything, self._message.hide)
