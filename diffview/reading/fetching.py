"""How is one web page fetched, once the reader has agreed, and nothing besides?

The only file that uses the network. It asks the one host that was agreed to, follows redirects only there, sends no
cookie and no name, keeps to limits of size and time, and goes by way of the environment's proxies as other programs do.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import Any
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler

from diffview.errors import ReadError
from diffview.phrases import phrase
from diffview.reading.address import AddressError, Elsewhere, Page, stays, tidied
from diffview.reading.files import too_large

LARGEST = 20_000_000
"""Bytes a page may have, without its pictures."""
SECONDS = 30
"""Time that a page may take to arrive, all redirects together."""
_SILENCE = 10
"""Seconds without a sign from the host after which nobody waits any more."""
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 65536
_STEP = 0.1
_REASONS = {
    401: phrase("the page wants a password; save it in a browser and open the file"),
    402: phrase("the page has to be paid for; save it in a browser and open the file"),
    403: phrase("the page is not given to programs; save it in a browser and open the file"),
    404: phrase("there is no such page"),
    410: phrase("the page is no longer there"),
    429: phrase("the host wants to be asked less often; try again later"),
    451: phrase("the page may not be shown where you are"),
}

Check = Callable[[], None]
"""Called a few times a second while one waits; it may raise an exception to end the waiting."""


def fetch(address: str, check: Check, seconds: float = SECONDS, largest: int = LARGEST) -> Page | Elsewhere:
    """Return the page at an address, or where else one is sent; raises ReadError with the reason in one line."""
    try:
        transfer = _Transfer(tidied(address), largest)
    except AddressError as error:
        raise ReadError(address, str(error)) from error
    transfer.start()
    try:
        for _ in range(max(1, round(seconds / _STEP))):
            if transfer.ended.wait(_STEP):
                return transfer.result()
            check()
    finally:
        transfer.stop()
    raise ReadError(address, phrase("takes longer than {seconds} seconds to arrive", seconds=f"{seconds:g}"))


class _Transfer(Thread):
    """One transfer, in a thread that can be left behind: not even looking up a host's name can be cut short."""

    def __init__(self, address: str, largest: int) -> None:
        super().__init__(daemon=True)
        self._address, self._largest = address, largest
        self._given_up = False
        self._connections: list[http.client.HTTPConnection] = []
        self._found: Page | Elsewhere | None = None
        self._trouble: Exception | None = None
        self.ended = Event()

    def run(self) -> None:
        """Fetch, and remember what came of it."""
        try:
            self._found = self._follow()
        except Exception as error:
            self._trouble = error
        self.ended.set()

    def stop(self) -> None:
        """End the transfer wherever it is."""
        self._given_up = True
        for connection in self._connections:
            with suppress(OSError):
                if connection.sock is not None:
                    connection.sock.shutdown(socket.SHUT_RDWR)

    def result(self) -> Page | Elsewhere:
        """Return what came of it; raises ReadError."""
        if self._found is None:
            raise self._read_error() from self._trouble
        return self._found

    def _read_error(self) -> ReadError:
        if isinstance(self._trouble, ReadError):
            return self._trouble
        return ReadError(self._address, _reason(self._trouble))

    def _follow(self) -> Page | Elsewhere:
        address = self._address
        for _ in range(_MOST_REDIRECTS + 1):
            with self._ask(address) as response:
                if response.status not in _REDIRECTS:
                    return self._page(address, response)
                target = self._onward(address, response)
            if not stays(address, target):
                return Elsewhere(target, address)
            address = target
        raise ReadError(self._address, phrase("sends one in circles"))

    def _onward(self, address: str, response: http.client.HTTPResponse) -> str:
        try:
            return tidied(urljoin(address, response.headers.get("Location", "")))
        except (AddressError, ValueError) as error:
            raise ReadError(self._address, phrase("sends one on to no address of a page")) from error

    def _ask(self, address: str) -> http.client.HTTPResponse:
        if self._given_up:
            raise TimeoutError
        opener = OpenerDirector()
        for handler in (ProxyHandler(), UnknownHandler(), _Plain(self._connections), _Encrypted(self._connections)):
            opener.add_handler(handler)
        headers = {
            "User-Agent": "diffview",
            "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
            "Accept-Encoding": "identity",
        }
        response = opener.open(Request(address, headers=headers), timeout=_SILENCE)
        if not isinstance(response, http.client.HTTPResponse):
            raise URLError("no answer")
        return response

    def _page(self, address: str, response: http.client.HTTPResponse) -> Page:
        if response.status != 200:
            reason = _REASONS.get(response.status, phrase("the host could not answer"))
            raise ReadError(self._address, phrase("{reason} ({status})", reason=reason, status=str(response.status)))
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise ReadError(self._address, phrase("comes packed in a way that was not asked for"))
        kind = response.headers.get_content_type() if "Content-Type" in response.headers else ""
        return Page(address, self._body(response), kind, response.headers.get_content_charset() or "")

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        announced = response.length or 0
        pieces: list[bytes] = []
        size = 0
        while announced <= self._largest and size <= self._largest:
            piece = response.read1(_PIECE)
            if self._given_up:
                raise TimeoutError
            if not piece:
                if size < announced:
                    raise http.client.IncompleteRead(b"")
                return b"".join(pieces)
            pieces.append(piece)
            size += len(piece)
        raise ReadError(self._address, too_large(self._largest))


class _Plain(HTTPHandler):
    """Opens connections that can be ended from outside."""

    def __init__(self, opened: list[http.client.HTTPConnection]) -> None:
        super().__init__()
        self._opened = opened

    def http_open(self, req: Request) -> Any:  # noqa: ANN401 - as the library has it
        """Open a connection and remember it."""
        return self.do_open(_remembering(http.client.HTTPConnection, self._opened), req)


class _Encrypted(HTTPSHandler):
    """The same with encryption; the host's certificate is checked."""

    def __init__(self, opened: list[http.client.HTTPConnection]) -> None:
        super().__init__()
        self._opened = opened

    def https_open(self, req: Request) -> Any:  # noqa: ANN401 - as the library has it
        """Open a connection and remember it."""
        return self.do_open(_remembering(http.client.HTTPSConnection, self._opened), req)


def _remembering(
    kind: type[http.client.HTTPConnection], opened: list[http.client.HTTPConnection]
) -> Callable[..., http.client.HTTPConnection]:
    def connection(host: str, **keywords: Any) -> http.client.HTTPConnection:  # noqa: ANN401 - handed on
        opened.append(kind(host, **keywords))
        return opened[-1]

    return connection


def _reason(error: Exception | None) -> str:
    """Return in plain words why a transfer failed."""
    cause = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return phrase("its certificate cannot be trusted ({error})", error=str(cause.verify_message))
    if isinstance(cause, socket.gaierror):
        return phrase("there is no such host, or no network")
    if isinstance(cause, TimeoutError):
        return phrase("the host said nothing for {seconds} seconds", seconds=str(_SILENCE))
    if isinstance(cause, ConnectionRefusedError):
        return phrase("the host takes no connections there")
    if isinstance(cause, http.client.IncompleteRead | ConnectionError):
        return phrase("the connection broke off")
    return phrase("could not be fetched ({error})", error=str(cause))
