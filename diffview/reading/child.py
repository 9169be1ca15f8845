"""How is the process started that reads articles while this one is still being loaded?

It is started from nothing. A fork would be there sooner, but every page of memory that this process writes to
afterwards would have to be copied first, which takes longer. Only what Python has loaded anyway is needed here, so that
it can be the first thing a program does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


class Child:
    """A running child: its number, and the ends of the pipes from which its answers are read.

    There is one for each article in `ends`, and `last` for what comes after them.
    """

    def __init__(self, number: int, ends: Sequence[int], last: int) -> None:
        self.number, self.ends, self.last = number, tuple(ends), last


def start_child(command: Sequence[str], paths: Sequence[str], encodings: Sequence[str | None]) -> Child | None:
    """Start a child on these articles, None where that cannot be done.

    After `command` come the number of the pipe for what comes last, then three for each article: the number of its
    pipe, its path, and its encoding, which is empty where it is to be found out.
    """
    if not hasattr(os, "posix_spawn"):
        return None
    pipes = [os.pipe() for _ in range(len(paths) + 1)]
    words = [str(pipes[-1][1])]
    for (_, writing), path, encoding in zip(pipes, paths, encodings, strict=False):
        words += [str(writing), os.path.abspath(path), encoding or ""]  # noqa: PTH100 - links are not followed here
    number = _spawned([*command, *words], [writing for _, writing in pipes])
    for _, writing in pipes:
        os.close(writing)
    *ends, last = [reading for reading, _ in pipes]
    return Child(number, ends, last)


def _spawned(command: list[str], ends: Sequence[int]) -> int:
    """Start a process that has these ends of pipes, and return its number, 0 if it could not be started.

    It finds the same modules, and can neither read what is typed nor write anything between what this one says.
    """
    for end in ends:
        os.set_inheritable(end, True)
    paths = (os.path.abspath(path) for path in sys.path)  # noqa: PTH100 - the folder that is meant by "" is this one
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in range(3)]
    try:
        return os.posix_spawn(command[0], command, environment, file_actions=nowhere)
    except OSError:
        return 0
