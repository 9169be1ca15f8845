"""How does the reader keep a session, go on with it later, and get it back after a crash?"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QDateTime, QLocale, QObject
from PySide6.QtWidgets import QMenu, QWidget

from diffview.errors import DiffviewError, ExportError
from diffview.model import Article, Comparison, Corrections, Side
from diffview.reading.naming import name_of
from diffview.reading.suffixes import SESSION
from diffview.ui import dialogs
from diffview.ui.autosave import Autosave, Left
from diffview.ui.message_bar import MessageBar
from diffview.ui.qtext import menu_text
from diffview.ui.session import Session
from diffview.ui.session_file import Saved, load, save
from diffview.ui.speech import said


@dataclass(frozen=True, slots=True)
class _File:
    """The file that holds what is open, and what of it: the corrections, and what the articles are known by."""

    path: str = ""
    corrections: Corrections = Corrections()
    articles: tuple[str, ...] = ()


class Saving(QObject):
    """The commands about session files, for one window."""

    def __init__(self, session: Session, message: MessageBar, folder: Path | None, window: QWidget) -> None:
        """`folder` is where unfinished work is kept; without it none is."""
        super().__init__(window)
        self._session, self._message, self._window = session, message, window
        self._file = _File()
        self.autosave = Autosave(folder, session.saved, self)
        session.article_changed.connect(self._on_article)
        session.swapped.connect(self.autosave.save_soon)
        session.corrected.connect(lambda: self.autosave.save_soon(at_once=True))
        self._replaced: tuple[Saved, _File] | None = None
        session.replaced.connect(self._on_replaced)
        session.comparison_changed.connect(self._on_comparison)

    def _on_article(self, _side: Side, _article: Article | None) -> None:
        """Go on keeping what is open; a session of other articles is not saved over the one before."""
        if _known_as(*self._session.articles.values()) != self._file.articles:
            self._file = _File()
        self.autosave.save_soon()

    def _on_replaced(self, before: Saved) -> None:
        """Remember what was open before; two articles that are opened together replace it once."""
        self._replaced = self._replaced or (before, self._file)
        self._offer_back(*self._replaced)

    def _on_comparison(self, comparison: Comparison | None) -> None:
        if comparison is not None:
            self._replaced = None

    def _offer_back(self, before: Saved, file: _File) -> None:
        back, again = partial(self._take_up, before, file), partial(self._offer_back, before, file)
        what = self.tr("What was open before has been replaced.")
        self._message.offer(what, self.tr("Bring it back"), back, self._message.hide, again)

    def _take_up(self, saved: Saved, file: _File) -> None:
        """Open what was saved; what was open before and no file holds can be brought back."""
        before = None if self.is_saved and not self._has_pasted else self._session.saved()
        its_file, self._file, self._replaced = self._file, file, None
        self._message.hide()
        self._session.restore(saved)
        if before is not None:
            self._offer_back(before, its_file)

    def save_session(self) -> None:
        """Save where it was saved last, or ask where to."""
        self._save(self._file.path or self._ask(saving=True))

    def save_session_as(self) -> None:
        """Ask where to save."""
        self._save(self._ask(saving=True))

    def open_session(self) -> None:
        """Ask for a session and open it."""
        path = self._ask(saving=False)
        if path:
            self.open_saved(path)

    def open_saved(self, path: str) -> None:
        """Open a session."""
        try:
            saved = load(path)
        except DiffviewError as error:
            self._message.trouble(said(str(error)))
            return
        self._take_up(saved, _file_of(path, saved))

    def offer_to_restore(self) -> None:
        """Offer what crashes have left, if they have; it is looked for beside the window."""
        self._session.worker.run(self.autosave.left_behind, self._offer)

    def _offer(self, found: Sequence[Left]) -> None:
        """Offer one session with a button, several with a menu; what is not chosen is kept for another time."""
        again = partial(self._offer, found)
        if len(found) == 1:
            restore = partial(self._restore, found[0].path)
            what = self.tr("diffview did not end in peace the last time. It has kept {session}.")
            what = what.format(session=_called(found[0]))
            self._message.offer(what, self.tr("Restore"), restore, self._message.hide, again)
        elif found:
            what = self.tr("diffview did not end in peace. It has kept %n session(s).", "", len(found))
            self._message.offer_menu(what, self.tr("Restore"), self._menu(found), again)

    def _menu(self, found: Sequence[Left]) -> QMenu:
        menu = QMenu(self._window)
        for left in found:
            menu.addAction(menu_text(_called(left)), partial(self._restore, left.path))
        menu.addSeparator()
        menu.addAction(self.tr("Forget them all"), partial(self._forget, found))
        return menu

    def _forget(self, found: Sequence[Left]) -> None:
        self._message.hide()
        for left in found:
            self.autosave.discard(left.path)

    def _restore(self, path: Path) -> None:
        try:
            left = self.autosave.take_over(path)
        except DiffviewError as error:
            self._message.trouble(said(str(error)))
            return
        self._take_up(left, _File())

    def _save(self, path: str) -> None:
        saved = self._session.saved()
        if not path or saved is None:
            return
        try:
            self._refuse_articles(path, saved)
            save(path, saved)
        except DiffviewError as error:
            self._message.trouble(said(str(error)))
            return
        self._file = _file_of(path, saved)
        self._message.note(self.tr("Saved {path}").format(path=path))

    @property
    def is_saved(self) -> bool:
        """Whether nothing that the reader put right would be lost without this window."""
        kept = self._file.corrections
        return self._session.corrections in (kept, kept.mirrored())

    @property
    def _has_pasted(self) -> bool:
        """Whether a text is open that neither its own file nor a session holds."""
        articles = (article for article in self._session.articles.values() if article and not article.path)
        return any(article.text not in self._file.articles for article in articles)

    def close(self) -> bool:
        """End keeping work for after a crash; what is not saved is asked about before, and False returned to go on."""
        wanted = False if self.is_saved else dialogs.ask_to_save(self._window)
        if wanted:
            self.save_session()
        may_go = wanted is False or (wanted is True and self.is_saved)
        if may_go:
            self.autosave.close()
        return may_go

    def _refuse_articles(self, path: str, saved: Saved) -> None:
        known = [Path(article.path) for article in (saved.left, saved.right) if article and article.path]
        if any(each.exists() and Path(path).exists() and each.samefile(path) for each in known):
            raise ExportError(path, self.tr("is one of the compared files; choose another name for the session"))

    def _ask(self, *, saving: bool) -> str:
        articles = [article for article in self._session.articles.values() if article]
        stem = " - ".join(PurePath(name_of(article)).stem for article in articles)
        folder = str(PurePath(self._file.path).parent) if self._file.path else dialogs.folder_of(articles)
        name = f"{stem}{SESSION}" if saving and stem else ""
        return dialogs.ask_for_session(self._window, os.path.join(folder, name), saving=saving)  # noqa: PTH118 - may be ""


def _known_as(*articles: Article | None) -> tuple[str, ...]:
    """Return what articles, on whichever sides, are known by when they are read again: files, without these texts."""
    return tuple(sorted(article.path or article.text for article in articles if article is not None))


def _file_of(path: str, saved: Saved) -> _File:
    """Return what a file holds in which this was saved."""
    return _File(path, saved.corrections, _known_as(saved.left, saved.right))


def _called(left: Left) -> str:
    """Return what a session that was left is called: when it was kept, and its articles."""
    names = " ↔ ".join(said(name) for name in left.names)
    kept = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(left.kept)), QLocale.FormatType.ShortFormat)
    return f"{kept}: {names}"
