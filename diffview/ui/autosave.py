"""How is nothing lost when the program or the machine goes down in the middle of work?

Each window keeps a file of its own with its whole session, written anew soon after every change and taken away when
the window is closed. A file whose program no longer runs was left by a crash, and is offered to the next window.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from diffview.errors import DiffviewError, ExportError
from diffview.reading.naming import name_of
from diffview.reading.suffixes import SESSION
from diffview.ui.session_file import Saved, load, save

_PAUSE = 2000
"""Milliseconds between a change and its being saved, so that typing is not saved letter by letter."""


@dataclass(frozen=True, slots=True)
class Left:
    """What a crash has left: its file, when that was written (seconds since 1970), what the articles are called."""

    path: Path
    kept: float
    names: tuple[str, ...]


class Autosave(QObject):
    """Keeps the file of one window; `state` returns what to save, None for nothing."""

    def __init__(self, folder: Path | None, state: Callable[[], Saved | None], parent: QObject) -> None:
        """Without a folder nothing is kept."""
        super().__init__(parent)
        self._folder, self._state = folder, state
        self._path: Path | None = None
        self._lock: QLockFile | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.save_now)

    def save_soon(self, *, at_once: bool = False) -> None:
        """Save after a pause, or as soon as the window has nothing else to do."""
        if self._folder is not None and (at_once or not self._timer.isActive()):
            self._timer.start(0 if at_once else _PAUSE)

    def save_now(self) -> None:
        """Save; where that cannot be done the work goes on without."""
        self._timer.stop()
        saved = self._state() if self._folder else None
        if saved is None:
            return
        with suppress(OSError, ExportError):
            path = self._own_path()
            if path is not None:
                save(path, saved)

    def _own_path(self) -> Path | None:
        """Return this window's file, reserved by a lock that ends with the program."""
        if self._path is None and self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = self._folder / f"{secrets.token_hex(8)}{SESSION}"
            self._lock = _lock(path)
            if self._lock.tryLock(0):
                self._path = path
        return self._path

    def close(self) -> None:
        """Take the file away: the window was closed in peace."""
        self._timer.stop()
        self._give_up()
        self._folder = None

    def _give_up(self) -> None:
        if self._path is not None:
            self._path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
        self._path = self._lock = None

    # ---- what a crash has left -----------------------------------------------------------------------------------

    def left_behind(self) -> tuple[Left, ...]:
        """Return the readable sessions whose programs no longer run, the newest first; from any thread."""
        if self._folder is None or not self._folder.is_dir():
            return ()
        found = map(_left, self._folder.glob(f"*{SESSION}"))
        return tuple(sorted((left for left in found if left is not None), key=lambda left: left.kept, reverse=True))

    def take_over(self, path: Path) -> Saved:
        """Return what a crash has left, and go on keeping it under this window; raises ReadError."""
        saved, lock = load(path), _lock(path)
        if lock.tryLock(0):
            self._give_up()
            self._path, self._lock = path, lock
        return saved

    def discard(self, path: Path) -> None:
        """Forget what a crash has left."""
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)
    return lock


def _left(path: Path) -> Left | None:
    """Return what a crash has left in a file; None while its program runs, or when it cannot be read."""
    lock = _lock(path)
    if not lock.tryLock(0):
        return None
    lock.unlock()
    try:
        saved, kept = load(path), path.stat().st_mtime
    except (DiffviewError, OSError):
        return None
    return Left(path, kept, tuple(name_of(article) for article in (saved.left, saved.right) if article))
