"""How are the articles that are named at the start read while the window is still being made?

A child process reads them, since importing Qt keeps Python busy in this one. Where it cannot be started, or when
anything goes wrong, there is simply nothing ahead: whoever wants an article reads it in the usual way, which says what
is wrong with it.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from select import select
from threading import Lock
from time import monotonic

from diffview.model import Article, Side
from diffview.reading.address import is_address
from diffview.reading.child import Child
from diffview.reading.suffixes import SESSION

_PIECE = 1 << 20
_BEAT = 0.05
"""Seconds between two looks at whether anybody still waits."""
_PATIENCE = 10
"""Seconds after which it is better to make anew what the child has not made."""
Wanted = Mapping[Side, tuple[str, str | None]]
"""The path of each article, and its encoding where that is not to be found out."""


def read_ahead(paths: Sequence[str], encodings: Sequence[str | None], child: Child | None = None) -> Ahead:
    """Return what `child` reads of up to two articles, from the left on, as it was started.

    Addresses and sessions are left to the window.
    """
    named = zip(Side, paths, encodings, strict=False)
    return Ahead(
        {
            side: (os.path.abspath(path), encoding)  # noqa: PTH100 - links are not followed here
            for side, path, encoding in named
            if is_read_ahead(path)
        },
        child,
    )


def is_read_ahead(path: str) -> bool:
    """Return whether a word of the command line names an article that is read ahead."""
    return not is_address(path) and not path.endswith(SESSION)


class Ahead:
    """The articles that a child process reads, as they are `wanted`; each can be taken once."""

    def __init__(self, wanted: Wanted, child: Child | None = None) -> None:
        self.wanted = dict(wanted)
        self.waiting = set(self.wanted)
        self._taken: dict[Side, Article] = {}
        self._pipes = {side: _Pipe(end) for side, end in zip(Side, child.ends if child else (), strict=False)}
        for side in self._pipes.keys() - self.wanted.keys():
            self._pipes.pop(side).close()
        self._made = _Pipe(child.last) if child else None
        self._child = child.number if child else 0
        self._closing = Lock()

    def articles(self, seconds: float) -> Iterator[tuple[Side, Article]]:
        """Yield the articles that are there within so many seconds from the first one asked for, from the left on.

        The others are still `waiting`.
        """
        until = monotonic() + seconds
        for side in self.wanted:
            article = self.take(side, max(0.0, until - monotonic()))
            if article is not None:
                self.waiting.discard(side)
                yield side, article

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
            pipe.close()
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
                import signal  # noqa: PLC0415 - nobody closes anything before the window is there

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
                self.close()
                return True
            self.data += piece
        return False

    def close(self) -> None:
        """Read no more."""
        end, self._end = self._end, -1
        if end >= 0:
            os.close(end)


def _article(data: bytes, path: str) -> Article | None:
    """Return the article that the child sent, unless it could not read it or the file has changed since."""
    try:
        seen, article = pickle.loads(data)
        is_new = seen == signature(path)
    except (OSError, EOFError, pickle.UnpicklingError):
        return None
    return article if is_new and isinstance(article, Article) else None


def signature(path: str) -> tuple[int, int, int]:
    """Return what changes when a file is written or replaced; raises OSError where there is none."""
    status = os.stat(path)  # noqa: PTH116 - as `reading.files` looks at it
    return status.st_mtime_ns, status.st_size, status.st_ino
