"""How does a report get onto the disk without ever harming a file that is already there?"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Sequence
from pathlib import Path

from diffview.errors import ExportError


def write_report(path: str | Path, text: str, inputs: Sequence[str | Path] = ()) -> None:
    """Write `text` as UTF-8 to `path`, whole or not at all.

    It is written beside its place and then put there in one step, so that a failure leaves the old file as it was.
    Refuses to replace one of the `inputs`, by whatever name or link. A device or pipe is written to directly.
    Raises ExportError, and leaves nothing behind.
    """
    try:
        target = Path(path).resolve()
        _refuse(path, target, inputs)
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8", newline="")
        else:
            write_whole(target, text)
    except OSError as error:
        reason = (error.strerror or str(error)).rstrip(".")
        raise ExportError(path, f"cannot be written: {reason}; choose another place for the report") from error


def _refuse(path: str | Path, target: Path, inputs: Sequence[str | Path]) -> None:
    if target.is_dir():
        raise ExportError(path, "is a folder; name a file in it for the report")
    if not target.exists():
        return
    if any(Path(each).exists() and target.samefile(each) for each in inputs if str(each)):
        raise ExportError(path, "is one of the compared files; choose another name for the report")
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def write_whole(target: Path, text: str) -> None:
    """Write `text` as UTF-8 to the file `target`, whole or not at all; raises OSError."""
    beside = target.with_name(f".diffview-{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
