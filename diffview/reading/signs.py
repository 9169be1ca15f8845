"""As what do the bytes of a file begin: a web page, a mail, a PDF, an archive?

Apart from the readers, whose libraries a plain text does not have to wait for.
"""

from __future__ import annotations

import re

_START = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,500}-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = re.compile(rb"\A(?:From .*\n)?(?:[!-9;-~]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_SURE = re.compile(rb"^(?:MIME-Version|Received|Message-ID)\s*:", re.IGNORECASE | re.MULTILINE)
_ARCHIVED_PAGE = re.compile(rb"^Content-Type:\s*multipart/related|^Snapshot-Content-Location:", re.I | re.M)
_SIGNATURE = b"%PDF-"
_SIGNATURE_WITHIN = 1024
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06")


def is_page(data: bytes) -> bool:
    """Return whether the bytes begin as a web page does."""
    return _START.match(data[:4096]) is not None


def is_mail(data: bytes) -> bool:
    """Return whether the bytes begin with the headers of a mail."""
    head = _HEAD.match(data[:16384].removeprefix(b"\xef\xbb\xbf"))
    return head is not None and _SURE.search(head[0]) is not None


def is_archived_page(data: bytes) -> bool:
    """Return whether a mail's headers are those of a saved web page."""
    head = _HEAD.match(data[:16384])
    return head is not None and b"\nReceived:" not in head[0] and _ARCHIVED_PAGE.search(head[0]) is not None


def is_pdf(data: bytes) -> bool:
    """Return whether the bytes begin as a PDF does."""
    return _SIGNATURE in data[:_SIGNATURE_WITHIN]


def is_archive(data: bytes) -> bool:
    """Return whether the bytes begin as a zip archive does, with a member or, when it is empty, with its directory."""
    return data.startswith(_ARCHIVES)
