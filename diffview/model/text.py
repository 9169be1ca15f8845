"""What is an article, and what are its passages?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def normalise_newlines(text: str) -> str:
    """Return `text` with every kind of line and page break as one newline."""
    return _NEWLINES.sub("\n", text)


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


class Role(StrEnum):
    """What a passage is on its page."""

    TITLE = "title"
    BODY = "body"
    FURNITURE = "furniture"


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
class Cut:
    """A passage whose borders were given by the caller instead of found by segmentation."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """A text to compare, where it came from, and what was noticed while it was read.

    `sha256` is the hash of the bytes that were read. `furniture` is None while nobody has looked for it.
    `cuts` is None unless the text came already cut into passages. `encoding_chosen`: the reader named the encoding.
    `source` is the address that the text was fetched from, or "pasted" or "dropped", and `taken` the local time of that
    in ISO form; both are empty for a file. `original` is the article as it was before its misread letters were
    repaired.
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

        Raises ValueError when the two sequences differ in length.
        """
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


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or heading: the unit of alignment.

    `rule` names why it is furniture; `quotes` are the quotations inside it, marks included.
    """

    span: Span
    paragraph: int
    role: Role = Role.BODY
    rule: str = ""
    quotes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article cut into passages; the passages cover all of its text but white space, in order."""

    article: Article
    passages: tuple[Passage, ...]

    def text_of(self, index: int) -> str:
        """Return the text of passage `index`."""
        return self.passages[index].span.of(self.article.text)

    def content(self) -> tuple[int, ...]:
        """Return the indices of the passages that are not furniture."""
        return tuple(i for i, passage in enumerate(self.passages) if passage.role is not Role.FURNITURE)
