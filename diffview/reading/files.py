"""How is a file opened so that neither a pipe, a device nor a giant can hang the program?"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from diffview.errors import ReadError

LARGEST = 50_000_000
"""Bytes a file may have; an article of a newspaper has a few thousand."""

_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ELOOP: "its symbolic links lead in a circle",
    errno.EISDIR: "is a folder",
    errno.ENAMETOOLONG: "the file name is too long",
}


def read_bytes(path: str | Path, largest: int = LARGEST) -> bytes:
    """Return the bytes of a regular file; raises ReadError, without waiting, for anything else."""
    try:
        _refuse_unless_regular(path, os.stat(path), largest)  # noqa: PTH116 - before open: opening a pipe would block
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            _refuse_unless_regular(path, os.fstat(descriptor), largest)
            data = file.read(largest + 1)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"cannot be read ({error.strerror or error})")
        raise ReadError(path, reason) from error
    except ValueError as error:
        raise ReadError(path, "not a file name") from error
    if len(data) > largest:
        raise ReadError(path, _too_large(largest))
    return data


def real_path(path: str | Path) -> str:
    """Return the path as given, or the file it leads to when it is a symbolic link."""
    return os.path.realpath(path) if Path(path).is_symlink() else str(path)


def _refuse_unless_regular(path: str | Path, status: os.stat_result, largest: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ReadError(path, "is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(path, "not a regular file")
    if status.st_size > largest:
        raise ReadError(path, _too_large(largest))


def _too_large(largest: int) -> str:
    return f"too large for an article (more than {largest // 1_000_000} MB)"
