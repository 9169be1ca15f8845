"""What does a reader of one format hand on: which blocks of text, and which of them are not the article?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from diffview.model import Furniture, Span
from diffview.reading.decoding import hidden_characters

Node = Any
"""An element of a parsed tree, or another value of a library that is not typed."""

_SPACE = re.compile(r"\s+")
_SURROGATE = re.compile("[\ud800-\udfff]")


class UnreadableError(Exception):
    """A file of a kind that is not read; the message says which, fit to follow its name."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader of one family made of a file; `title` is empty unless the format marks it.

    `furniture` are the parts that the reader left out, in order; offsets count in `text`.
    """

    text: str
    encoding: str
    title: str = ""
    notices: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, caption: whatever stands on a line of its own.

    `level` is that of a heading, 0 for any other block; `rule` says why it is not the article, "" if it is.
    """

    text: str
    level: int = 0
    rule: str = ""
    joins: bool = False  # follows the block before without a blank line


def assemble(blocks: Iterable[Block], encoding: str = "utf-8", title: str = "", notices: Sequence[str] = ()) -> Content:
    """Put blocks below each other, a line each, and note where those lie that are left out.

    `title` is the one that the file's metadata names; it becomes the first line unless a line says it already.
    """
    lines = [replace(block, text=text) for block in blocks if (text := one_line(block.text))]
    title = one_line(title)
    found = next((line.text for line in lines if not line.rule and line.text.casefold() == title.casefold()), "")
    if title and not found and lines:
        lines.insert(0, Block(title, level=1))
    text, furniture = _joined(lines)
    return Content(
        text,
        encoding,
        found or title or marked_title(lines),
        (*notices, *hidden_characters(text)),
        furniture,
    )


def _joined(lines: Sequence[Block]) -> tuple[str, tuple[Furniture, ...]]:
    pieces: list[str] = []
    furniture: list[Furniture] = []
    at = 0
    for i, line in enumerate(lines):
        gap = "" if not i else "\n" if line.joins else "\n\n"
        start = at + len(gap)
        at = start + len(line.text)
        pieces += gap, line.text
        if line.rule:
            furniture.append(Furniture(Span(start, at), line.rule))
    return "".join(pieces), tuple(furniture)


def marked_title(lines: Sequence[Block]) -> str:
    """Return the heading that names the whole: one on the first line, or the only one of the highest level."""
    story = [line for line in lines if not line.rule]
    if story and story[0].level:
        return story[0].text
    highest = [line.text for line in story if line.level == 1]
    return highest[0] if len(highest) == 1 else ""


def one_line(text: str) -> str:
    """Return `text` with all white space as single spaces, and halves of characters made whole or replaced."""
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _SPACE.sub(" ", text).strip()
