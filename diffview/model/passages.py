"""What are the passages of an article?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diffview.model.text import Article, Span


class Role(StrEnum):
    """What a passage is on its page."""

    TITLE = "title"
    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Cut:
    """A passage whose borders were given by the caller instead of found by segmentation."""

    span: Span
    paragraph: int


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
