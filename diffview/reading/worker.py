"""How is a file parsed so that it can neither stop, fill nor take over the program?

A process of its own parses it, with limits on time and memory, without network, other programs or writing. It answers
in JSON: nothing that comes back is run.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from diffview.model import Furniture, Span
from diffview.phrases import packed, phrase, unpacked
from diffview.reading import WORKER_FLAG
from diffview.reading.content import Content, UnreadableError
from diffview.reading.families import read_family
from diffview.reading.suffixes import Family

SECONDS = 10
"""Time that a file may take to be read."""
MEMORY = 1_000_000_000
"""Bytes of memory that a file may need."""

_FORBIDDEN: tuple[str, ...] = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.remove",
)
_FORBIDDEN += ("os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.truncate", "ctypes.dlopen")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def read_apart(family: Family, data: bytes, encoding: str | None = None, seconds: float = SECONDS) -> Content:
    """Read a file of this family in a worker; raises UnreadableError when it cannot be read, or not in time."""
    import subprocess  # noqa: PLC0415 - plain texts, of which most articles are made, do without it

    header = json.dumps([family.value, encoding]).encode() + b"\n"
    process = subprocess.Popen(
        _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    )
    with process:
        try:
            answer, _ = process.communicate(header + data, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise UnreadableError(
                phrase("refused: reading it takes longer than {seconds} seconds", seconds=f"{seconds:g}")
            ) from error
        finally:
            process.kill()
    return _content(answer, family)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG]
    return [sys.executable, "-P", "-m", "diffview.reading.worker"]


def _environment() -> dict[str, str]:
    """Return an environment in which the same modules are found, and none of the reader's proxies or keys is known."""
    kept = {name: value for name in ("PATH", "SYSTEMROOT", "LANG", "TMPDIR") if (value := os.environ.get(name))}
    paths = [str(Path(path).absolute()) for path in sys.path if path]
    return {**kept, "PYTHONPATH": os.pathsep.join(paths), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def _content(answer: bytes, family: Family) -> Content:
    try:
        found = json.loads(answer)
        if "trouble" in found:
            raise UnreadableError(unpacked(found["trouble"]))
        return Content(
            text=str(found["text"]),
            encoding=str(found["encoding"]),
            title=str(found["title"]),
            notices=tuple(map(str, found["notices"])),
            furniture=tuple(Furniture(Span(int(s), int(e)), str(rule)) for s, e, rule in found["furniture"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableError(
            phrase("damaged: the reader of this {family} stopped on it", family=family.value)
        ) from error


def serve() -> NoReturn:
    """Read one file from standard input and write what it says to standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    family, encoding = json.loads(sys.stdin.buffer.readline())
    _warm(Family(family))
    _limit()
    answers.write(json.dumps(_answer(Family(family), sys.stdin.buffer, encoding)).encode())
    answers.flush()
    os._exit(0)  # no time is spent on taking a large tree apart


def _answer(family: Family, source: BinaryIO, encoding: str | None) -> dict[str, Any]:
    try:
        content = read_family(family, source.read(), encoding)
    except UnreadableError as error:
        return {"trouble": packed(str(error))}
    except MemoryError:
        return {"trouble": packed(phrase("refused: reading it needs more than 1 GB of memory"))}
    return {
        "text": content.text,
        "encoding": content.encoding,
        "title": content.title,
        "notices": content.notices,
        "furniture": [(mark.span.start, mark.span.end, mark.rule) for mark in content.furniture],
    }


def _warm(family: Family) -> None:
    """Import the parsers, and what they load at first use, while that is still allowed."""
    with suppress(UnreadableError):
        read_family(family, _SMALLEST.get(family, b""))


_SMALLEST = {
    Family.PAGE: b"<html><body><p>words</p></body></html>",
    Family.ARCHIVED_PAGE: b"MIME-Version: 1.0\nContent-Type: text/html\n\n<html><body><p>words</p></body></html>",
    Family.MAIL: b"MIME-Version: 1.0\nContent-Type: text/html\n\n<html><body><p>words</p></body></html>",
    Family.PDF: b"%PDF-",
    Family.RICH_TEXT: b"{\\rtf1 words}",
    Family.MARKDOWN: b"*words*",
}


def _limit() -> None:
    """Give up, for this process, memory beyond the limit, the network, other programs and writing."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - POSIX only

        for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))
    sys.addaudithook(_watch)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        _refuse(event)
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
        _refuse(event)


def _refuse(event: str) -> NoReturn:
    raise PermissionError(f"{event} is not allowed while a file is read")


if __name__ == "__main__":
    serve()
