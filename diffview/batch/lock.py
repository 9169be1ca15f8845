"""How does one process keep others out of a folder, until it ends in whatever way?

The operating system holds the lock and lets go of it with the process, be it killed: nothing is left to clear away. On
Windows, where a folder cannot be locked, a file in it is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LOCK = ".diffview-lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep others out of a folder meanwhile; raises BlockingIOError when somebody is in it, or OSError."""
    if sys.platform == "win32":
        with _locked_file(folder / _LOCK):
            yield
    else:
        with _locked_folder(folder):
            yield


@contextmanager
def _locked_folder(folder: Path) -> Iterator[None]:
    import fcntl  # noqa: PLC0415 - POSIX only

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


@contextmanager
def _locked_file(path: Path) -> Iterator[None]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)
    with suppress(OSError):  # the next one has it open already
        path.unlink()


def _lock(handle: int) -> None:
    import msvcrt  # noqa: PLC0415 - Windows only

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError as error:
        raise BlockingIOError(*error.args) from error
