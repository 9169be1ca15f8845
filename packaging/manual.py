"""How is the manual page made: python packaging/manual.py > diffview.1"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from commandline import Argument, Form, forms

from diffview import __version__

EXAMPLES = (
    ("Open two articles side by side:", "diffview left.txt right.txt"),
    ("Print a summary, without a display:", "diffview compare left.txt right.txt"),
    ("Write the annotated report:", "diffview compare left.txt right.txt --html report.html"),
    ("Hand everything to another program:", "diffview compare left.txt right.txt --json -"),
)
FILES = (
    ("~/.config/diffview/window.json", "what the window remembers: appearance, text size, the newest pairs"),
    ("~/.cache/diffview/", "the prepared encoder and the vectors of passages; may be removed at any time"),
    ("~/.local/state/diffview/unfinished/", "work that was not saved, offered again after a crash"),
    ("~/.local/state/diffview/log/", "what went wrong, without any text of an article"),
)


def page() -> str:
    """Return the manual page in roff."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    found = forms()
    yield f'.TH DIFFVIEW 1 "" "diffview {__version__}" "User Commands"'
    yield from (".nh", ".ad l")
    yield from (".SH NAME", r"diffview \- show two articles side by side, compared by meaning", ".SH SYNOPSIS")
    for form in found:
        name = f"diffview {form.command}".strip()
        yield from (f".B {_escape(name)}", _escape(form.usage.removeprefix(name).strip()), ".br")
    yield from (".SH DESCRIPTION", _escape(found[0].description))
    yield "Everything happens on this machine. Nothing is sent anywhere; a page is fetched only after you agree."
    for form in found:
        yield from _form(form)
    yield from (".SH EXIT STATUS", ".TP", "0", "done")
    yield from (".TP", "1", "the articles differ, where that was asked; a report does not hold")
    yield from (".TP", "2", "trouble, told in one line on standard error", ".SH EXAMPLES")
    for words, command in EXAMPLES:
        yield from (".PP", _escape(words), ".RS", ".PP", f".B {_escape(command)}", ".RE")
    yield ".SH FILES"
    for path, words in FILES:
        yield from (".TP", f".I {_escape(path)}", _escape(words))


def _form(form: Form) -> Iterator[str]:
    yield f".SH {_escape(form.command.upper() or 'OPTIONS')}"
    if form.command:
        yield _escape(form.description)
    for argument in form.arguments:
        yield from (".TP", _names(argument), _escape(argument.help))


def _names(argument: Argument) -> str:
    if not argument.flags:
        return f"\\fI{_escape(argument.value)}\\fR"
    value = f" \\fI{_escape(argument.value)}\\fR" if argument.value else ""
    return ", ".join(f"\\fB{_escape(flag)}\\fR{value}" for flag in argument.flags)


def _escape(text: str) -> str:
    """Return `text` so that roff takes none of it for a command."""
    escaped = " ".join(text.split()).replace("\\", r"\e").replace("-", r"\-").replace("…", "...")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    sys.stdout.write(page())
