"""How is an article that is open read in another way: in another encoding, or with misread letters repaired?

Nothing of that is done unasked: misread letters are repaired when the reader takes up the offer, and can be had back.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from diffview.model import Article, Side
from diffview.reading.encodings import OFFERED, has_encoding, same_name
from diffview.reading.mojibake import misread, repaired
from diffview.reading.naming import name_of
from diffview.ui import loading
from diffview.ui.compare_view import CompareView
from diffview.ui.message_bar import MessageBar
from diffview.ui.session import Session

_LOOKED_AT = 200_000
"""Code points that are looked at to see whether to offer a repair; letters are misread from the beginning or not."""


class Reopening(QObject):
    """The menus of the panes' headers, for one window."""

    def __init__(self, session: Session, view: CompareView, message: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._view, self._message = session, view, message
        self._declined = ""
        for side, header in view.headers.items():
            menu = header.reading.menu()
            menu.aboutToShow.connect(partial(self._fill, side, menu))
        session.article_changed.connect(self._on_article)

    def reopen_as(self) -> None:
        """Show in which other ways the article that is being read could be read."""
        button = self._view.headers[self._view.reading_side()].reading
        if button.isVisible():
            button.showMenu()

    def _fill(self, side: Side, menu: QMenu) -> None:
        """Offer what can be done with the article of one side as it is now."""
        menu.clear()
        article = self._session.articles[side]
        if article is not None:
            self._offer_encodings(side, article, menu)
            self._offer_repair(side, article, menu)

    # ---- encodings -----------------------------------------------------------------------------------------------

    def _offer_encodings(self, side: Side, article: Article, menu: QMenu) -> None:
        heading = menu.addAction(self.tr("Reopen as"))
        heading.setEnabled(False)
        detect = menu.addAction(self.tr("Find the encoding out"), partial(self.reopen, side, None))
        detect.setCheckable(True)
        detect.setChecked(not article.encoding_chosen)
        for name, shown in OFFERED:
            action = menu.addAction(shown, partial(self.reopen, side, name))
            action.setCheckable(True)
            action.setChecked(same_name(name) == same_name(article.encoding))
        for action in menu.actions():
            action.setVisible(has_encoding(article))
            action.setEnabled(action is not heading and bool(article.path or self._session.page_of(article)))

    def reopen(self, side: Side, encoding: str | None) -> None:
        """Read the file of one side again in this encoding, None for the one that is found out; corrections stay."""
        article = self._session.articles[side]
        if article is None:
            return
        self._message.hide()
        page = self._session.page_of(article)
        if article.path:
            self._session.open_file(side, article.path, encoding)
        elif page is not None:
            self._session.load(side, loading.page(page, article.taken, encoding))

    # ---- misread letters -----------------------------------------------------------------------------------------

    def _offer_repair(self, side: Side, article: Article, menu: QMenu) -> None:
        is_repaired = article.original is not None
        menu.addSeparator()
        action = menu.addAction(self.tr("Repair misread letters"), partial(self._toggle, side))
        action.setCheckable(True)
        action.setChecked(is_repaired)
        action.setEnabled(is_repaired or bool(misread(article.text[:_LOOKED_AT])))

    def _toggle(self, side: Side) -> None:
        article = self._session.articles[side]
        if article is not None and article.original is not None:
            self.take_back(side)
        else:
            self.repair(side)

    def repair(self, side: Side) -> None:
        """Repair the misread letters of one side."""
        article = self._session.articles[side]
        if article is not None:
            self._session.worker.run(partial(repaired, article), partial(self._on_repaired, side, article))

    def take_back(self, side: Side) -> None:
        """Show the article again as it was before it was repaired."""
        article = self._session.articles[side]
        if article is not None and article.original is not None:
            self._message.hide()
            self._declined = article.sha256
            self._session.put(side, article.original, again=True)

    def _on_repaired(self, side: Side, before: Article, article: Article | None) -> None:
        if article is None or self._session.articles[side] is not before:
            return
        self._session.put(side, article, again=True)
        said = f"{name_of(article)}: {article.notices[0]}."
        self._message.offer(said, self.tr("Undo"), partial(self.take_back, side), self._message.hide)

    def _on_article(self, side: Side, article: Article | None) -> None:
        """Have the article looked through for misread letters, unless their repair has just been taken back."""
        if article is not None and article.sha256 != self._declined:
            look = partial(misread, article.text[:_LOOKED_AT])
            self._session.worker.run(look, partial(self._on_looked_through, side, article))

    def _on_looked_through(self, side: Side, article: Article, found: Sequence[str]) -> None:
        if found and self._session.articles[side] is article:
            said = f"{name_of(article)}: {found[0]}."
            self._message.offer(said, self.tr("Repair"), partial(self.repair, side), self._message.hide)
