"""How does a report get onto the disk without ever harming a file that is already there?"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Sequence
from pathlib import Path

from diffview.errors import ExportError
from diffview.phrases import phrase

UNFINISHED = ".diffview-"
"""How the name of a file begins that is not whole yet; a kill can leave one behind."""


def write_report(path: str | Path, content: str | bytes, inputs: Sequence[str | Path] = ()) -> None:
    """Write `content`, text as UTF-8, to `path`, whole or not at all.

    It is written beside its place and then put there in one step, so that a failure leaves the old file as it was.
    Refuses to replace one of the `inputs`, by whatever name or link. A device or pipe is written to directly.
    Raises ExportError, and leaves nothing behind.
    """
    try:
        target = Path(path).resolve()
        _refuse(path, target, inputs)
        if target.exists() and not target.is_file():
            target.write_bytes(_encoded(content))
        else:
            write_whole(target, content)
    except OSError as error:
        reason = (error.strerror or str(error)).rstrip(".")
        raise ExportError(
            path, phrase("cannot be written: {error}; choose another place for the report", error=reason)
        ) from error


def _refuse(path: str | Path, target: Path, inputs: Sequence[str | Path]) -> None:
    if target.is_dir():
        raise ExportError(path, phrase("is a folder; name a file in it for the report"))
    if not target.exists():
        return
    if any(Path(each).exists() and target.samefile(each) for each in inputs if str(each)):
        raise ExportError(path, phrase("is one of the compared files; choose another name for the report"))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def write_whole(target: Path, content: str | bytes) -> None:
    """Write `content`, text as UTF-8, to the file `target`, whole or not at all; raises OSError."""
    beside = target.with_name(f"{UNFINISHED}{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(_encoded(content))
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _encoded(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
