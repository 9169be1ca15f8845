"""What does the child process do that reads the articles while the window is still being made?

It reads both and sends each as soon as it is there, then links short ones by words, as the window does first; findings
are left to the comparison by meaning, which follows at once. What cannot be done sends nothing.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from diffview.commands import NAMES
from diffview.reading import AHEAD_FLAG
from diffview.reading.child import Child, start_child

if TYPE_CHECKING:  # loaded by the child alone
    from diffview.model import Article, Comparison

_LONG_READING = 0.25
"""Seconds after which the other article is not kept waiting."""
_LONG = 100_000
"""Code points of both articles above which they are not compared: what comes back would take long to unpack."""
_SERVE = "import sys; from diffview.commands.ahead import serve; serve(sys.argv[1:])"


def begin(arguments: Sequence[str]) -> Child | None:
    """Start the child if the words of the command line are one or two articles and nothing else."""
    plain = 0 < len(arguments) <= 2 and arguments[0] not in NAMES
    if not plain or any(word.startswith("-") or "://" in word for word in arguments):
        return None
    return start_child(command(), arguments, (None, None))


def command() -> list[str]:
    """Return what starts the child.

    Python is started without its `site`, since all paths are handed on; that saves it a third of its own start.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, AHEAD_FLAG]
    return [sys.executable, "-P", "-S", "-c", _SERVE]


def serve(arguments: Sequence[str]) -> NoReturn:
    """Do the work of the child, then end it; `diffview.reading.child` tells what the arguments are."""
    gc.disable()  # this process ends before there is any garbage to speak of
    last, *rest = arguments
    try:
        found = _read([(int(rest[at]), rest[at + 1], rest[at + 2] or None) for at in range(0, len(rest), 3)])
        if len(found) == 2 and sum(len(article.text) for article in found) <= _LONG:
            with os.fdopen(int(last), "wb") as pipe:
                pipe.write(_pickled(_by_words(*found)))
    finally:
        os._exit(0)


def _read(wanted: Sequence[tuple[int, str, str | None]]) -> list[Article]:
    """Read the articles, one after the other; beside each other if one takes long, as in a process of its own."""
    from threading import Thread  # noqa: PLC0415 - only the child works here

    found: dict[int, Article] = {}
    threads = [Thread(target=_read_one, args=(*each, found)) for each in wanted]
    for thread in threads:
        thread.start()
        thread.join(_LONG_READING)
    for thread in threads:
        thread.join()
    return [found[end] for end, *_ in wanted if end in found]


def _read_one(end: int, path: str, encoding: str | None, found: dict[int, Article]) -> None:
    from diffview.reading.ahead import is_read_ahead, signature  # noqa: PLC0415
    from diffview.reading.article import read_article  # noqa: PLC0415

    with os.fdopen(end, "wb") as pipe, suppress(Exception):
        if is_read_ahead(path):
            before = signature(path)
            article = read_article(path, encoding)
            pipe.write(_pickled((before, article)))
            found[end] = article


def _by_words(left: Article, right: Article) -> Comparison:
    from diffview.alignment.encoder import WORDS_ALONE  # noqa: PLC0415
    from diffview.comparison import comparing  # noqa: PLC0415
    from diffview.model import Corrections, Options  # noqa: PLC0415

    return next(comparing(left, right, options=Options(encoder=WORDS_ALONE), corrections=Corrections()))


def _pickled(what: object) -> bytes:
    from pickle import dumps  # noqa: PLC0415

    return dumps(what)
