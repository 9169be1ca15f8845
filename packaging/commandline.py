"""What does the command line offer, for the manual page and the shell completions alike?

Both are made from the program's own parsers, so neither can say anything the program does not do.
"""

from __future__ import annotations

import sys
from argparse import Action, ArgumentParser
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
sys.path.insert(0, str(CHECKOUT))

from diffview.cli import parsers  # noqa: E402 - of the checkout this file lies in


@dataclass(frozen=True, slots=True)
class Argument:
    """One option, or with no `flags` one argument by place; `value` is "" for a switch."""

    flags: tuple[str, ...]
    value: str
    help: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the command line; `command` is "" for the window's."""

    command: str
    description: str
    epilog: str
    usage: str
    arguments: tuple[Argument, ...]

    @property
    def options(self) -> tuple[Argument, ...]:
        """What starts with a minus sign."""
        return tuple(argument for argument in self.arguments if argument.flags)


def forms() -> tuple[Form, ...]:
    """Return all forms of the command line, the window's first."""
    return tuple(map(_form, parsers()))


def _form(parser: ArgumentParser) -> Form:
    usage = " ".join(parser.format_usage().removeprefix("usage:").split())
    return Form(
        command=parser.prog.removeprefix("diffview").strip(),
        description=parser.description or "",
        epilog=parser.epilog or "",
        usage=usage,
        arguments=tuple(_argument(action) for action in parser._actions),  # noqa: SLF001 - argparse tells nobody
    )


def _argument(action: Action) -> Argument:
    value = "" if action.nargs == 0 else str(action.metavar or action.dest).upper()
    help_text = (action.help or "").replace("%(default)s", str(action.default))
    return Argument(tuple(action.option_strings), value, help_text, tuple(map(str, action.choices or ())))
