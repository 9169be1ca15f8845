"""Is this the address of a web page, and whose is it?"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit, urlunsplit

from diffview.phrases import phrase

_SCHEMES = ("http://", "https://")
_ADDRESS = r"https?://[^\s/?#]+\S*"
_PORTS = {"http": 80, "https": 443}
LONGEST = 4000
"""Characters an address may have."""


class Page(NamedTuple):
    """What was fetched: the bytes, where they came from in the end, and what the host said of them."""

    address: str
    data: bytes
    media_type: str = ""
    charset: str = ""


class Elsewhere(NamedTuple):
    """The address at another host (or without encryption) that one was sent on to, and that nobody has asked yet."""

    address: str
    sent_by: str


class AddressError(Exception):
    """An address that is not fetched; the message says why, fit to follow it."""


def is_address(text: str) -> bool:
    """Return whether a text is the address of a web page and nothing else."""
    if len(text) > LONGEST or not text.strip()[:8].lower().startswith(_SCHEMES):
        return False  # nothing is compiled for a path, since a window that opens asks
    return re.fullmatch(_ADDRESS, text.strip(), re.IGNORECASE) is not None


def tidied(address: str) -> str:
    """Return an address as it is asked for: its host in letters that every name server knows, without a fragment.

    Raises AddressError when it is none, or when it holds a name or password, which could make one host look like
    another.
    """
    try:
        parts = urlsplit(address.strip())
        port = f":{parts.port}" if parts.port is not None else ""
        host = _ascii(parts)
    except ValueError as error:
        raise AddressError(phrase("is not an address that can be fetched")) from error
    if parts.scheme.lower() not in _PORTS or not host or len(address) > LONGEST:
        raise AddressError(phrase("is not an address that can be fetched"))
    if parts.username is not None:
        raise AddressError(phrase("holds a user name; save the page in a browser and open the file"))
    path = "".join(char if "!" <= char <= "~" else _quoted(char) for char in parts.path)
    query = "".join(char if "!" <= char <= "~" else _quoted(char) for char in parts.query)
    return urlunsplit((parts.scheme.lower(), f"{host}{port}", path or "/", query, ""))


def _ascii(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if ":" in host:
        return f"[{host}]"
    try:
        return host.encode("ascii" if host.isascii() else "idna").decode("ascii")
    except UnicodeError as error:
        raise ValueError(host) from error


def _quoted(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))


def host_of(address: str) -> str:
    """Return the host that a tidied address names, with its port where that is not the usual one."""
    parts = urlsplit(address)
    usual = parts.port in {None, _PORTS[parts.scheme]}
    return (parts.hostname or "") if usual else f"{parts.hostname}:{parts.port}"


def stays(address: str, other: str) -> bool:
    """Return whether going on from `address` to `other` stays with the same host, and encrypted if it was."""
    downgraded = address.startswith("https:") and not other.startswith("https:")
    return host_of(address) == host_of(other) and not downgraded
