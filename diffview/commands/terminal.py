"""How does the command line speak: one line on standard error at a time, and a bar while it works?"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from diffview.errors import ExportError, printable

if TYPE_CHECKING:  # loaded by whoever compares
    from diffview.model import Progress


def tell(message: str) -> None:
    """Say something beside the result."""
    sys.stderr.write(f"diffview: {printable(message)}\n")


def say(line: str) -> None:
    """Print a line of the result, as far as the terminal can show it; raises ExportError."""
    show(f"{printable(line)}\n")


def show(result: str | bytes) -> None:
    """Write to standard output: bytes as they are, text as far as the terminal can show it; raises ExportError."""
    try:
        if isinstance(result, bytes):
            sys.stdout.buffer.write(result)
        else:
            encoding = sys.stdout.encoding or "utf-8"
            sys.stdout.write(result.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        hush()
        raise ExportError("standard output", f"cannot be written: {error.strerror}; name a file instead") from error


def hush() -> None:
    """Write to standard output no more: what could not be written would be tried again when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Show how far the work is, on a terminal, once it takes longer than a moment."""
    from tqdm import tqdm  # noqa: PLC0415 - the window speaks here too, and shows no bar

    with tqdm(
        total=0, leave=False, delay=0.5, disable=None, file=sys.stderr, bar_format="{desc} {bar} {n}/{total}"
    ) as bar:

        def progress(stage: str, done: int, total: int) -> None:
            bar.set_description_str(stage, refresh=False)
            bar.total, bar.n = total, done
            bar.refresh()

        yield progress
