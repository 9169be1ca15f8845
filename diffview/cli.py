"""What does the program do with its command line?

    diffview [LEFT [RIGHT]]                                   opens the window
    diffview --selftest                                       checks this installation
    diffview compare LEFT RIGHT [--json OUT] [--html OUT]     needs no display, loads no Qt
    diffview verify REPORT [LEFT RIGHT]                       says what of a report still holds
    diffview batch LIST --out DIR                             compares many pairs

Exit status: 0 done, 1 they differ (only with --exit-code) or something does not hold, 2 trouble, told in one line on
standard error.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from diffview import __version__
from diffview.commands import NAMES
from diffview.commands.ahead import command as ahead_command
from diffview.commands.encodings import add_encodings, encodings
from diffview.commands.terminal import hush, tell
from diffview.errors import DiffviewError
from diffview.reading.ahead import read_ahead
from diffview.reading.child import Child, start_child

if TYPE_CHECKING:  # nothing is parsed where there are only articles
    from argparse import ArgumentParser


def main(argv: Sequence[str] | None = None, child: Child | None = None) -> int:
    """Run the program on `argv` (without the program's name) and return its exit status.

    `child` reads already what `argv` names, which is nothing but articles then.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _open_window(arguments, (None, None), "", child) if child else _dispatch(arguments)
    except DiffviewError as error:
        return _trouble(str(error))
    except BrokenPipeError:
        hush()
        return 0
    except KeyboardInterrupt:
        return 130


def _dispatch(arguments: list[str]) -> int:
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name in NAMES:
        command = _command(name)
        return int(command.run(command.parser().parse_args(rest)))
    wanted = _window_parser().parse_args(arguments)
    if wanted.selftest:
        from diffview.selftest import run as check  # noqa: PLC0415 - loads everything there is

        return check()
    paths = [path for path in (wanted.left, wanted.right) if path]
    child = start_child(ahead_command(), paths, encodings(wanted)) if paths else None
    return _open_window(paths, encodings(wanted), wanted.language, child)


def _command(name: str) -> ModuleType:
    """Return the module of a command; the others, and what they need, are not loaded."""
    return import_module(f"diffview.commands.{name}")


def _window_parser() -> ArgumentParser:
    from argparse import ArgumentParser  # noqa: PLC0415

    parser = ArgumentParser(
        prog="diffview",
        description="Show two articles side by side: what is the same, reworded, moved, added or dropped.",
        epilog="Without a window: diffview compare, diffview verify and diffview batch; each has its own --help.",
    )
    parser.add_argument(
        "left",
        nargs="?",
        metavar="LEFT",
        help="article for the left pane, or the address of a page, which is fetched once you agree",
    )
    parser.add_argument("right", nargs="?", metavar="RIGHT", help="article for the right pane")
    add_encodings(parser)
    parser.add_argument(
        "--language", choices=("en", "de"), default="", help="language of the window (default: as preferred)"
    )
    parser.add_argument("--version", action="version", version=f"diffview {__version__}")
    parser.add_argument("--selftest", action="store_true", help="check this installation, and say what was checked")
    return parser


def parsers() -> tuple[ArgumentParser, ...]:
    """Return the parser of each form of the command line; the manual page and the shell completions come from them."""
    return _window_parser(), *(_command(name).parser() for name in NAMES)


def _open_window(paths: Sequence[str], named: tuple[str | None, str | None], language: str, child: Child | None) -> int:
    """Open the window on articles in these encodings, None where one is to be found out; `child` reads them already."""
    with closing(read_ahead(paths, named, child)) as ahead:
        if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
            return _trouble("there is no display to open a window on; diffview compare LEFT RIGHT needs none")
        gc.disable()  # what is being loaded is no garbage; the window goes on collecting when it is complete
        try:
            from diffview.ui.app import run  # noqa: PLC0415 - Qt is loaded only for the window
        except ImportError as error:
            gc.enable()
            return _trouble(f"the window cannot be opened: {error}")
        return run(paths, named, language, ahead)


def _trouble(message: str) -> int:
    tell(message)
    return 2
