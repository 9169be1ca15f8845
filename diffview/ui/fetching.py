"""How does the reader agree that a web page is fetched?

Nothing is asked of any host, not even its number, before the reader has seen its name and agreed; when a page sends
one on to another host, that is asked again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from diffview.errors import ReadError
from diffview.model import Side
from diffview.reading.address import AddressError, Elsewhere, host_of, tidied
from diffview.ui import loading
from diffview.ui.message_bar import MessageBar
from diffview.ui.qtext import one_line
from diffview.ui.session import Session
from diffview.ui.speech import said


class Fetching(QObject):
    """Asks in the message bar, and fetches, for one window."""

    def __init__(self, session: Session, message: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._message = session, message
        self._expected: set[Side] = set()
        self._said = ""
        session.sent_on.connect(self._on_sent_on)
        session.article_changed.connect(self._on_article)

    def ask(self, addresses: Mapping[Side, str]) -> None:
        """Ask whether these pages are to be fetched, each for its side."""
        found = {}
        for side, address in addresses.items():
            try:
                found[side] = tidied(address)
            except AddressError as error:
                self._message.trouble(said(str(ReadError(one_line(address, 100), str(error)))))
                return
        question = self.tr("Fetch from {host}? Nothing has been asked of it so far. {address}")
        if len(found) > 1:
            question = self.tr("Fetch two pages, from {host}? Nothing has been asked of them so far. {address}")
        self._offer(found, question.format(host=self._hosts(found), address=self._shown(found)))

    def _on_sent_on(self, side: Side, found: Elsewhere) -> None:
        """Ask again: the page is elsewhere."""
        first, host = host_of(found.sent_by), host_of(found.address)
        question = self.tr("{first} sends you on to {host}. Fetch the page from there? {address}")
        if first == host:
            question = self.tr("{first} goes on without encryption. Fetch the page all the same? {address}")
        address = self._shown({side: found.address})
        self._offer({side: found.address}, question.format(first=first, host=host, address=address))

    def _hosts(self, addresses: Mapping[Side, str]) -> str:
        return self.tr(" and ").join(dict.fromkeys(map(host_of, addresses.values())))

    def _shown(self, addresses: Mapping[Side, str]) -> str:
        return " · ".join(one_line(address, 200) for address in addresses.values())

    def _offer(self, addresses: Mapping[Side, str], question: str) -> None:
        do = partial(self._fetch, addresses)
        self._message.offer(question, self.tr("Fetch"), do, self._message.hide)

    def _fetch(self, addresses: Mapping[Side, str]) -> None:
        for side, address in addresses.items():
            self._session.load(side, loading.address(address))
        self._expected = set(addresses)
        stop = partial(self._stop, addresses)
        self._message.offer(
            self.tr("Fetching from {host}…").format(host=self._hosts(addresses)), self.tr("Stop"), stop, stop
        )
        self._said = self._message.text

    def _stop(self, addresses: Mapping[Side, str]) -> None:
        for side in addresses:
            self._session.forget(side)

    def _on_article(self, side: Side, _article: object) -> None:
        """Say no more that a page is being fetched once it has come."""
        self._expected.discard(side)
        if not self._expected and self._said and self._message.text == self._said:
            self._message.hide()
