"""Where is written down what went wrong, so that a bug report can tell?

Two small files in the folder for logs. Neither holds a word of an article: of an unforeseen error only its kind and the
places in the program are written, never its message, which may quote the text it stumbled over.
"""

from __future__ import annotations

import faulthandler
import logging
import traceback
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO

from platformdirs import user_log_path
from PySide6.QtCore import qVersion

from diffview import __version__

_LARGEST = 200_000
_OLDER = 2
_logger = logging.Logger("diffview", logging.INFO)  # of its own: what it gets goes nowhere else
_crashes: list[IO[str]] = []
_listeners: list[Callable[[BaseException], None]] = []


def log_folder() -> Path:
    """Return the folder of the log."""
    return user_log_path("diffview", appauthor=False)


def open_log(folder: Path | None = None) -> None:
    """Begin to write the log; where that cannot be done there is none."""
    folder = folder or log_folder()
    close_log()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(
            folder / "diffview.log", maxBytes=_LARGEST, backupCount=_OLDER, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _logger.addHandler(handler)
        _crashes.append((folder / "crash.txt").open("a", encoding="utf-8"))
        faulthandler.enable(_crashes[0])


def note_system() -> None:
    """Write which program this is, and on which system."""
    import platform  # noqa: PLC0415 - it takes a while to find out, and nobody waits for it

    note(f"diffview {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}")


def close_log() -> None:
    """Write no more."""
    for handler in list(_logger.handlers):
        _logger.removeHandler(handler)
        handler.close()
    while _crashes:
        faulthandler.disable()
        _crashes.pop().close()


def note(words: str) -> None:
    """Write one line about the program; never one about an article."""
    if _logger.handlers:
        _logger.info("%s", words)


def record(error: BaseException) -> None:
    """Write the kind of an unforeseen error, and where in the program it and its causes arose; tell who listens.

    From any thread.
    """
    if _logger.handlers:
        _logger.error("%s", "\n".join(_places(error)))
    for listener in _listeners:
        listener(error)


def listen(listener: Callable[[BaseException], None]) -> Callable[[], None]:
    """Have `listener` called, in the thread of the error, with every error recorded; returns how to end that."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"    {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    found = [f"{type(error).__module__}.{type(error).__qualname__}", *places]
    cause = error.__cause__ or error.__context__
    return found if cause is None else [*found, "  caused by", *_places(cause)]
