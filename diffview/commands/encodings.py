"""How is the encoding of an article named on the command line?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diffview.model import Side

if TYPE_CHECKING:  # a window that opens parses nothing
    from argparse import ArgumentParser, Namespace


def add_encodings(parser: ArgumentParser) -> None:
    """Let the reader name the encoding of each article."""
    for side in Side:
        parser.add_argument(
            f"--encoding-{side.value}",
            metavar="NAME",
            help=f"encoding of the {side.value} article, such as windows-1252; else it is found out",
        )


def encodings(arguments: Namespace) -> tuple[str | None, str | None]:
    """Return the encodings that were named, left and right."""
    return arguments.encoding_left, arguments.encoding_right
