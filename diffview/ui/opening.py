"""How do articles get into the window: opened, dropped or pasted?"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from diffview.model import Side
from diffview.reading.address import is_address
from diffview.reading.encodings import DROPPED, PASTED
from diffview.reading.suffixes import SESSION
from diffview.ui import dialogs, loading
from diffview.ui.compare_view import CompareView
from diffview.ui.fetching import Fetching
from diffview.ui.intake import DropTarget, Intake, take
from diffview.ui.message_bar import MessageBar
from diffview.ui.saving import Saving
from diffview.ui.session import Session
from diffview.ui.welcome import Welcome


class Opening(QObject):
    """The commands that open articles, for one window."""

    def __init__(
        self,
        session: Session,
        saving: Saving,
        view: CompareView,
        welcome: Welcome,
        message: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._saving, self._view, self._welcome = session, saving, view, welcome
        self._message, self._window = message, window
        self.fetching = Fetching(session, message, window)
        self.drops = DropTarget(window)
        self.drops.dropped.connect(self.accept)
        self.drops.aimed.connect(self._aim)
        welcome.open_requested.connect(self._ask_and_open)
        welcome.pair_requested.connect(self.open_pair)

    def open_pair(self, left: str, right: str) -> None:
        """Open two files, left and right."""
        self.open_files([left, right])

    def open_files(self, paths: Sequence[str], encodings: Sequence[str | None] = ()) -> None:
        """Open up to two files from the left on, in these encodings where they are given; ask about addresses.

        A side whose path is "" is left as it is.
        """
        for side, path, encoding in zip(Side, paths, (*encodings, None, None), strict=False):
            if path and not is_address(path):
                self.open(side, path, encoding)
        if addresses := {side: path for side, path in zip(Side, paths, strict=False) if is_address(path)}:
            self.fetching.ask(addresses)

    def open_left(self) -> None:
        """Ask for the left article."""
        self._ask_and_open(Side.LEFT)

    def open_right(self) -> None:
        """Ask for the right article."""
        self._ask_and_open(Side.RIGHT)

    def _ask_and_open(self, side: Side) -> None:
        folder = dialogs.folder_of(self._session.articles.values())
        path = dialogs.ask_for_article(self._window, side, folder)
        if path:
            self.open(side, path)

    def open(self, side: Side, path: str, encoding: str | None = None) -> None:
        """Open a file on one side, or the session that it holds; ask whether to fetch an address."""
        if is_address(path):
            self.fetching.ask({side: path})
            return
        if path.endswith(SESSION):
            self._saving.open_saved(path)
            return
        self._message.hide()
        self._session.open_file(side, os.path.abspath(path), encoding)  # noqa: PTH100 - links are not followed here

    def paste(self) -> None:
        """Open what the clipboard holds in the pane that is being read."""
        self._paste(take(QGuiApplication.clipboard().mimeData()))

    def paste_plain(self) -> None:
        """Open the letters that the clipboard holds, without looking at its markup."""
        self._paste(replace(take(QGuiApplication.clipboard().mimeData()), markup=""))

    def _paste(self, intake: Intake) -> None:
        self.accept(intake, self._view.side_for_new_article(self._session.articles), PASTED)

    def accept(self, intake: Intake, side: Side, how: str = DROPPED) -> None:
        """Open what came in; a single article goes to `side`."""
        if intake.trouble:
            self._message.trouble(intake.trouble)
        elif len(intake.paths) == 2:
            self.open_files(intake.paths)
        elif intake.paths:
            self.open(side, intake.paths[0])
        else:
            self._message.hide()
            self._session.load(side, loading.pasted(intake.text, intake.markup, how))

    def _aim(self, side: Side | None) -> None:
        for other in Side:
            self._welcome.zones[other].set_target(other is side)
            self._view.panes[other].set_target(other is side)
