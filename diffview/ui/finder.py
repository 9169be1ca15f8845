"""How does a search walk through both articles?"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from diffview.model import Article, Side, Span
from diffview.ui.find_bar import FindBar, find_all
from diffview.ui.layouts import Layouts


class Finder(QObject):
    """Carries what the find bar wants to the layouts; the hits run through the left article, then the right one."""

    found = Signal(object)
    """The hits of each side as spans."""

    def __init__(self, bar: FindBar, layouts: Layouts) -> None:
        super().__init__(bar)
        self._bar, self._layouts = bar, layouts
        self._articles: dict[Side, Article | None] = dict.fromkeys(Side)
        self._hits: list[tuple[Side, Span]] = []
        self._at = -1
        bar.wanted_changed.connect(self._search)
        bar.step_requested.connect(self._step)
        bar.closed.connect(self._close)

    def set_articles(self, articles: dict[Side, Article | None]) -> None:
        """Search these articles from now on."""
        self._articles = dict(articles)
        if self._bar.isVisible():
            self._search(self._bar.line.text())

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        self._bar.retranslate()
        self._tell()

    def find_text(self) -> None:
        """Open the line to search with."""
        self._bar.open()

    def find_next(self) -> None:
        """Go to the next hit."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the previous hit."""
        self._step(-1)

    def _search(self, wanted: str) -> None:
        found = {side: find_all(article.text, wanted) if article else () for side, article in self._articles.items()}
        self._hits = [(side, span) for side in Side for span in found[side]]
        self._at = -1
        self.found.emit(found)
        self._layouts.set_found(found)
        self._tell()

    def _step(self, step: int) -> None:
        """Go to the next hit that is shown: page furniture, for one, has no row of its own."""
        for _ in self._hits:
            self._at = (self._at + step) % len(self._hits) if self._at >= 0 or step > 0 else len(self._hits) - 1
            if self._layouts.show_place(*self._hits[self._at]):
                break
        self._tell()

    def _tell(self) -> None:
        left = sum(side is Side.LEFT for side, _ in self._hits)
        self._bar.show_counts(left, len(self._hits) - left, self._at + 1)

    def _close(self) -> None:
        self._search("")
        self._layouts.read_on()
