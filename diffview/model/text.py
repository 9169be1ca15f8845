"""What is an article?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diffview.model.passages import Cut

_NEWLINES = "\r\n|[\r\v\f\x85\u2028\u2029]"


def normalise_newlines(text: str) -> str:
    """Return `text` with every kind of line and page break as one newline."""
    return re.sub(_NEWLINES, "\n", text)


def _digest(text: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - a window that opens makes no article, and has no time to load OpenSSL

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Side(StrEnum):
    """One of the two articles of a comparison."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the piece of `text` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A piece of the page that is not the article, and the name of the rule that says so."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text to compare, where it came from, and what was noticed while it was read.

    `sha256` is the hash of the bytes that were read, of the text in UTF-8 where it was no file. `furniture` is None
    while nobody has looked for it. `cuts` is None unless the text came already cut into passages. `encoding_chosen`:
    the reader named the encoding. `source` is the address that the text was fetched from, or "pasted" or "dropped", and
    `taken` the local time of that in ISO form; both are empty for a file. `original` is the article as it was before
    its misread letters were repaired.
    """

    text: str
    title: str = ""
    path: str = ""
    sha256: str = ""
    encoding: str = "utf-8"
    notices: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] | None = None
    cuts: tuple[Cut, ...] | None = None
    encoding_chosen: bool = False
    source: str = ""
    taken: str = ""
    original: Article | None = None

    @classmethod
    def from_text(cls, text: str, *, title: str = "", path: str = "") -> Article:
        """Make an article of a string, for example of pasted text; newlines are normalised to one kind."""
        text = normalise_newlines(text)
        return cls(text=text, title=title, path=path, sha256=_digest(text))

    @classmethod
    def from_passages(
        cls,
        passages: Sequence[str],
        paragraphs: Sequence[int] | None = None,
        *,
        title: str = "",
        path: str = "",
    ) -> Article:
        """Make an article of text that is already cut; without `paragraphs` every passage is one of its own.

        Passages of nothing but white space are left out of the document, so that later ones have lower numbers there.
        Raises ValueError when the two sequences differ in length.
        """
        from diffview.model.passages import Cut  # noqa: PLC0415 - a window opens without it

        numbers = range(len(passages)) if paragraphs is None else paragraphs
        pieces: list[str] = []
        cuts: list[Cut] = []
        start, before = 0, None
        for passage, number in zip(passages, numbers, strict=True):
            if before is not None:
                gap = " " if number == before else "\n\n"
                pieces.append(gap)
                start += len(gap)
            pieces.append(passage)
            cuts.append(Cut(Span(start, start + len(passage)), number))
            start, before = start + len(passage), number
        text = "".join(pieces)
        return cls(text=text, title=title, path=path, sha256=_digest(text), cuts=tuple(cuts))
