"""What stands above a pane: which article is this, and what was noticed when it was read?"""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diffview.model import Article, Side
from diffview.ui.elided_label import ElidedLabel
from diffview.words import words

_LONG = 200_000  # code points from which counting exactly would be felt


class PaneHeader(QWidget):
    """Title, then path, encoding and size, then notices, each on one line."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.title = ElidedLabel(self)
        self.source = ElidedLabel(self, Qt.TextElideMode.ElideMiddle)
        self.notice = ElidedLabel(self)
        self._lay_out()
        self.set_article(None)

    def _lay_out(self) -> None:
        bold = QFont(self.title.font())
        bold.setPixelSize(15)
        bold.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(bold)
        small = QFont(self.source.font())
        small.setPixelSize(12)
        self.source.setFont(small)
        self.notice.setFont(small)
        self.source.setObjectName("hint")
        self.notice.setObjectName("notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 8)
        column.setSpacing(2)
        for label in (self.title, self.source, self.notice):
            column.addWidget(label)
        column.addStretch(1)

    def set_article(self, article: Article | None) -> None:
        """Say which article is open, or that none is."""
        name = f"{self._side.value.capitalize()} article"
        if article is None:
            self.title.show_text(name)
            self.source.show_text("nothing opened yet")
            self._show_notices(())
            return
        file_name = PurePath(article.path).name
        self.title.show_text(article.title or file_name or "Pasted text")
        parts = (article.path, article.encoding, _length(article.text))
        self.source.show_text(" · ".join(part for part in parts if part))
        self._show_notices(article.notices)
        self.setAccessibleName(f"{name}: {self.title.text()}")

    def _show_notices(self, notices: tuple[str, ...]) -> None:
        self.notice.show_text(" · ".join(notices))
        self.notice.setVisible(bool(notices))


def _length(text: str) -> str:
    """Return how many words a text has, as the report counts them; of a long one, about how many."""
    if len(text) > _LONG:
        return f"about {round(len(text.split()), -3):,} words"
    return f"{len(words(text)):,} words"
