"""Has a report been altered since it was written?

A report carries the SHA-256 of its own bytes, taken while the 64 digits that say so were zeros. It finds damage and
careless changes anywhere in the file; against someone who seals a changed report anew only comparing again helps.
"""

from __future__ import annotations

import re
from hashlib import sha256

BLANK = "0" * 64
"""What stands in a report where its digest will be."""

META = "diffview-digest"
"""The name of the HTML element that holds the digest."""

_PLACES = (
    re.compile(rf'\A<!DOCTYPE html>\n[^\n]*\n<head>\n[^\n]*\n<meta name="{META}" content="([^"]*)">\n'.encode()),
    re.compile(rb'\A\{\n "schema": "[^"\n]*",\n "digest": "([^"\n]*)",\n'),
)


def seal(report: str) -> str:
    """Return a report whose digest is blank with its digest in place; raises ValueError when it has no place for it."""
    data = report.encode()
    place = _place(data)
    if place is None or data[slice(*place)] != BLANK.encode():
        raise ValueError("the report has no place for its digest")
    return (data[: place[0]] + sha256(data).hexdigest().encode() + data[place[1] :]).decode()


def blanked(data: bytes) -> bytes:
    """Return the bytes of a report as they were before it was sealed; those without a digest as they are."""
    place = _place(data)
    return data[: place[0]] + BLANK.encode() + data[place[1] :] if place else data


def is_sealed(data: bytes) -> bool:
    """Return whether these are the bytes of a report just as it was written."""
    place = _place(data)
    return place is not None and data[slice(*place)] == sha256(blanked(data)).hexdigest().encode()


def _place(data: bytes) -> tuple[int, int] | None:
    """Return where the digest stands; in the first lines, before anything that comes from an article."""
    found = next((match for pattern in _PLACES if (match := pattern.match(data))), None)
    return found.span(1) if found else None
