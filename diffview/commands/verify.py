"""How does `diffview verify REPORT` say what of a report still holds?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter

from diffview.commands.terminal import progress_bar, say
from diffview.errors import DiffviewError
from diffview.reports.verifying import State, verify

_EPILOG = """\
It finds every altered byte, by the digest that the report carries. A digest is no signature: somebody who wants to
deceive can make a new one, but then comparing the articles again gives another report.

exit status:
  0  everything holds
  1  something does not hold
  2  trouble, or something could not be checked
"""


def parser() -> ArgumentParser:
    """Return what the command takes."""
    found = ArgumentParser(
        prog="diffview verify",
        description="Compare the articles of a report again, and say line by line what of it still holds.",
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    found.add_argument("report", metavar="REPORT", help="an HTML report, or a JSON document of diffview compare")
    found.add_argument("left", nargs="?", metavar="LEFT", help="where the left article is now")
    found.add_argument("right", nargs="?", metavar="RIGHT", help="where the right article is now")
    return found


def run(arguments: Namespace) -> int:
    """Say what holds, and return the exit status."""
    if bool(arguments.left) != bool(arguments.right):
        raise DiffviewError("name both articles after the report, or neither")
    inputs = (arguments.left, arguments.right) if arguments.left else ()
    states = []
    with progress_bar() as progress:
        for claim in verify(arguments.report, inputs, progress=progress):
            states.append(claim.state)
            say(f"{claim.state.value:<14} {claim.what}{': ' if claim.detail else ''}{claim.detail}")
    if State.FAILS in states:
        return 1
    return 2 if State.UNKNOWN in states else 0
