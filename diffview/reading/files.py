"""How is a file opened so that neither a pipe, a device nor a giant can hang the program?"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from diffview.errors import ReadError
from diffview.phrases import phrase

LARGEST = 50_000_000
"""Bytes a file may have; an article of a newspaper has a few thousand."""

_REASONS = {
    errno.ENOENT: phrase("there is no such file"),
    errno.ENOTDIR: phrase("there is no such file"),
    errno.EACCES: phrase("no permission to read it"),
    errno.EPERM: phrase("no permission to read it"),
    errno.ELOOP: phrase("its symbolic links lead in a circle"),
    errno.EISDIR: phrase("is a folder"),
    errno.ENAMETOOLONG: phrase("the file name is too long"),
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
        reason = _REASONS.get(error.errno or 0, phrase("cannot be read ({error})", error=str(error.strerror or error)))
        raise ReadError(path, reason) from error
    except ValueError as error:
        raise ReadError(path, phrase("not a file name")) from error
    if len(data) > largest:
        raise ReadError(path, too_large(largest))
    return data


def real_path(path: str | Path) -> str:
    """Return the path as given, or the file it leads to when it is a symbolic link."""
    return os.path.realpath(path) if Path(path).is_symlink() else str(path)


def _refuse_unless_regular(path: str | Path, status: os.stat_result, largest: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ReadError(path, phrase("is a folder"))
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(path, phrase("not a regular file"))
    if status.st_size > largest:
        raise ReadError(path, too_large(largest))


def too_large(largest: int) -> str:
    """Return what is said of something with more than so many bytes."""
    return phrase("too large for an article (more than {size} MB)", size=str(largest // 1_000_000))
