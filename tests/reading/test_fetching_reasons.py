"""Does a transfer that fails say why, in words for a reader?"""

from __future__ import annotations

import socket
import ssl
from http.client import IncompleteRead
from urllib.error import URLError

import pytest

from diffview.reading.fetching import _reason


def untrusted() -> ssl.SSLCertVerificationError:
    """An error as OpenSSL makes it for a certificate that nobody vouches for."""
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_message = "self-signed certificate"
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (URLError(untrusted()), "cannot be trusted (self-signed certificate)"),
        (URLError(socket.gaierror(-2, "unknown")), "no such host"),
        (URLError(TimeoutError()), "said nothing"),
        (TimeoutError(), "said nothing"),
        (URLError(ConnectionRefusedError()), "takes no connections"),
        (IncompleteRead(b""), "broke off"),
        (ConnectionResetError(), "broke off"),
        (URLError(OSError("odd")), "odd"),
    ],
)
def test_the_reason_is_plain(error: Exception, words: str) -> None:
    """Each kind of failure has words of its own."""
    assert words in _reason(error)
