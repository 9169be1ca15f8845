"""How are the articles that are named at the start read while the window is still being made?

A child process reads them, since importing Qt keeps Python busy in this one. It is forked before anything large is
loaded or any thread runs. Where that cannot be done, or when anything goes wrong, there is simply nothing ahead:
whoever wants an article reads it in the usual way, which says what is wrong with it.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from select import select
from threading import Lock, Thread
from time import monotonic
from typing import NoReturn

from diffview.model import Article, Side
from diffview.reading.address import is_address
from diffview.reading.suffixes import SESSION

_PIECE = 1 << 20
_BEAT = 0.05
"""Seconds between two looks at whether anybody still waits."""
_PATIENCE = 10
"""Seconds after which it is better to make anew what the child has not made."""
_LONG = 100_000
"""Code points of both articles above which nothing is made of them: what comes back would take long to unpack."""
Then = Callable[[Article, Article], object]
Wanted = Mapping[Side, tuple[str, str | None]]
"""The path of each article, and its encoding where that is not to be found out."""


def read_ahead(paths: Sequence[str], encodings: Sequence[str | None], then: Then | None = None) -> Ahead:
    """Begin to read up to two articles, from the left on; addresses and sessions are left to the window.

    `then` makes something of both when they are not long, still in the child.
    """
    named = zip(Side, paths, encodings, strict=False)
    return Ahead(
        {
            side: (os.path.abspath(path), encoding)  # noqa: PTH100 - links are not followed here
            for side, path, encoding in named
            if not is_address(path) and not path.endswith(SESSION)
        },
        then,
    )


class Ahead:
    """The articles that a child process reads, as they are `wanted`; each can be taken once."""

    def __init__(self, wanted: Wanted, then: Then | None = None) -> None:
        self.wanted = dict(wanted)
        self.waiting = set(self.wanted)
        self._taken: dict[Side, Article] = {}
        self._pipes: dict[Side, _Pipe] = {}
        self._made: _Pipe | None = None
        self._child = 0
        self._closing = Lock()
        if self.wanted and hasattr(os, "fork"):
            with suppress(OSError):
                self._start(then if len(self.wanted) == len(Side) else None)

    def _start(self, then: Then | None) -> None:
        ends = {side: os.pipe() for side in self.wanted}
        last = os.pipe()
        self._child = os.fork()
        if not self._child:
            _serve(self.wanted, ends, then, last)
        for side, (reading, writing) in ends.items():
            os.close(writing)
            self._pipes[side] = _Pipe(reading)
        os.close(last[1])
        self._made = _Pipe(last[0])

    def articles(self, seconds: float) -> dict[Side, Article]:
        """Return the articles that are there within so many seconds; the others are still `waiting`."""
        until = monotonic() + seconds
        taken = ((side, self.take(side, max(0.0, until - monotonic()))) for side in self.wanted)
        found = {side: article for side, article in taken if article is not None}
        self.waiting -= found.keys()
        return found

    def take(self, side: Side, seconds: float) -> Article | None:
        """Wait so long for an article; None when it is not there by then, or cannot be used."""
        pipe = self._pipes.get(side)
        if pipe is None or not pipe.is_full(seconds):
            return None
        del self._pipes[side]
        article = _article(bytes(pipe.data), self.wanted[side][0])
        if article is not None:
            self._taken[side] = article
        return article

    def made_of(self, left: Article, right: Article, check: Callable[[], None]) -> object:
        """Wait for what the child makes of both articles, calling `check` now and then; once, and then it is gone.

        None when it makes nothing, or when these are others than were taken.
        """
        pipe, self._made = self._made, None
        if pipe is None:
            return None
        try:
            if self._taken.get(Side.LEFT) is not left or self._taken.get(Side.RIGHT) is not right:
                return None
            until = monotonic() + _PATIENCE
            while not pipe.is_full(_BEAT) and monotonic() < until:
                check()
            return pickle.loads(bytes(pipe.data))
        except (EOFError, pickle.UnpicklingError):
            return None
        finally:
            self.close()

    def load(self, side: Side) -> Callable[[Callable[[], None]], Article]:
        """Return the work of waiting for an article, or of reading it after all, for a thread of its own."""

        def work(check: Callable[[], None]) -> Article:
            while side in self._pipes:
                check()
                if article := self.take(side, _BEAT):
                    return article
            from diffview.reading import read_article  # noqa: PLC0415 - loaded by the child, and mostly only there

            return read_article(*self.wanted[side])

        return work

    def close(self) -> None:
        """End the child."""
        with self._closing:
            child, self._child = self._child, 0
            if child:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)


class _Pipe:
    """What has come of one article so far."""

    def __init__(self, end: int) -> None:
        self._end = end
        self.data = bytearray()

    def is_full(self, seconds: float) -> bool:
        """Read for at most so many seconds; return whether all has come."""
        until = monotonic() + seconds
        while select([self._end], [], [], max(0.0, until - monotonic()))[0]:
            piece = os.read(self._end, _PIECE)
            if not piece:
                os.close(self._end)
                return True
            self.data += piece
        return False


def _article(data: bytes, path: str) -> Article | None:
    """Return the article that the child sent, unless it could not read it or the file has changed since."""
    try:
        signature, article = pickle.loads(data)
        is_new = signature == _signature(path)
    except (OSError, EOFError, pickle.UnpicklingError):
        return None
    return article if is_new and isinstance(article, Article) else None


def _serve(wanted: Wanted, ends: Mapping[Side, tuple[int, int]], then: Then | None, last: tuple[int, int]) -> NoReturn:
    """Read every article in the child and send it, then what is made of both; what cannot be done sends nothing."""
    gc.disable()  # this process ends before there is any garbage to speak of
    found: dict[Side, Article] = {}
    try:
        for reading, _ in (*ends.values(), last):
            os.close(reading)
        threads = [Thread(target=_send, args=(side, wanted, ends[side][1], found)) for side in wanted]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if then is not None and len(found) == len(Side) and sum(len(each.text) for each in found.values()) <= _LONG:
            with os.fdopen(last[1], "wb") as pipe:
                pipe.write(pickle.dumps(then(found[Side.LEFT], found[Side.RIGHT])))
    finally:
        os._exit(0)


def _send(side: Side, wanted: Wanted, end: int, found: dict[Side, Article]) -> None:
    from diffview.reading import read_article  # noqa: PLC0415 - only the child loads it

    with os.fdopen(end, "wb") as pipe, suppress(Exception):
        signature = _signature(wanted[side][0])
        article = read_article(*wanted[side])
        pipe.write(pickle.dumps((signature, article)))
        found[side] = article


def _signature(path: str) -> tuple[int, int, int]:
    """Return what changes when a file is written or replaced."""
    status = os.stat(path)  # noqa: PTH116 - as `reading.files` looks at it
    return status.st_mtime_ns, status.st_size, status.st_ino
