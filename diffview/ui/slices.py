"""How is long work done in the window's own thread without holding the window up?"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

T = TypeVar("T")
_SLICE = 8
"""Milliseconds of work between two looks at what the reader does."""


class Slices(QObject):
    """Does one work at a time, given as an iterator that is asked for its next step as long as a slice lasts.

    `is_ready` is asked before each slice; until it is true nothing is done.
    """

    def __init__(self, is_ready: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_ready = is_ready
        self._work: Iterator[None] | None = None
        self._is_running = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self._work is None

    def start(self, work: Iterator[None]) -> None:
        """Begin this work instead of what is left of the one before."""
        self._work = work
        self._timer.start()

    def finish(self) -> None:
        """Do at once what is left, since somebody wants the result; the work itself may call this to no effect."""
        while self._work is not None and not self._is_running:
            self._step()

    def _go_on(self) -> None:
        if not self._is_ready():
            return
        spent = QElapsedTimer()
        spent.start()
        while self._work is not None and spent.elapsed() < _SLICE:
            self._step()

    def _step(self) -> None:
        work, self._is_running = self._work, True
        try:
            is_over = work is None or next(work, _OVER) is _OVER
        finally:
            self._is_running = False
        if is_over and work is self._work:
            self._work = None
            self._timer.stop()


_OVER = object()
_MANY = 200


def in_steps(things: Iterable[T]) -> Generator[None, None, list[T]]:
    """Return a list of the things, for `yield from` in a work: some of them are taken in each step."""
    found: list[T] = []
    source = iter(things)
    while some := list(islice(source, _MANY)):
        found += some
        yield
    return found
