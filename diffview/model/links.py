"""What belongs together in the two articles, how sure is it, and what changed inside?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from diffview.model.text import Side, Span


class ChangeKind(StrEnum):
    """What became of the content of a link."""

    SAME = "same"
    REWORDED = "reworded"
    ADDED = "added"
    DROPPED = "dropped"


class Strength(StrEnum):
    """How much two linked passages share: the same statement, or one fact of it."""

    ALIGNED = "aligned"
    RELATED = "related"


class Origin(StrEnum):
    """Who says that a link is right: the program alone, the reader who made it, or both."""

    AUTOMATIC = "automatic"
    MANUAL = "manual"
    CONFIRMED = "confirmed"


class Op(StrEnum):
    """What the word diff does with a piece of text."""

    KEEP = "keep"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two groups of passages are linked, so that a reader can check it in the text.

    `similarity` is the cosine of the encoder's vectors, `token_match` the share of a passage's meaning that finds its
    like in the other, of the passage that fares better (None without an encoder; of several pairs the best),
    `word_overlap` the share of the words of the likeliest pair, by rarity, that stand in both. `margin` is how much
    likelier the link is than with the next best, passage `runner_up` of the right article (None: there is none).
    """

    similarity: float | None = None
    token_match: float | None = None
    word_overlap: float = 0.0
    shared_words: tuple[str, ...] = ()
    shared_names: tuple[str, ...] = ()
    shared_figures: tuple[str, ...] = ()
    quote_run: str = ""
    margin: float = 0.0
    runner_up: int | None = None


@dataclass(frozen=True, slots=True)
class Bead:
    """Passages found to say the same (or to share a fact), before anybody asks what changed between them.

    `score` is the chance that the link is right, 0 to 1.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float
    strength: Strength = Strength.ALIGNED
    evidence: Evidence = Evidence()
    origin: Origin = Origin.AUTOMATIC


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of the word diff inside a link.

    Both spans count in their article's text; the left one of an INSERT and the right one of a DELETE are empty and
    say where. No span crosses the border of a passage. `wording` tells a DELETE and the INSERT beside it that are
    only other words for the same thing.
    """

    op: Op
    left: Span
    right: Span
    wording: bool = False

    def mirrored(self) -> Edit:
        """Return the same step for the articles the other way round."""
        ops = {Op.DELETE: Op.INSERT, Op.INSERT: Op.DELETE, Op.KEEP: Op.KEEP}
        return Edit(ops[self.op], self.right, self.left, self.wording)


@dataclass(frozen=True, slots=True)
class Link:
    """m passages of the left article and n of the right, and what changed between them.

    One side is empty for ADDED and DROPPED. The KEEP and DELETE edits tile the left passages, the KEEP and INSERT
    edits the right ones. `score` is the chance that the link is right, 0 to 1.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    change: ChangeKind
    moved: bool = False
    strength: Strength = Strength.ALIGNED
    score: float = 1.0
    evidence: Evidence = Evidence()
    edits: tuple[Edit, ...] = ()
    origin: Origin = Origin.AUTOMATIC

    def on(self, side: Side) -> tuple[int, ...]:
        """Return the passages of one side."""
        return self.left if side is Side.LEFT else self.right

    @property
    def is_pair(self) -> bool:
        """Whether both sides take part."""
        return bool(self.left and self.right)

    @property
    def is_checked(self) -> bool:
        """Whether the reader made it or found it right."""
        return self.origin is not Origin.AUTOMATIC

    def mirrored(self) -> Link:
        """Return the same link for the articles the other way round; its evidence keeps what it was measured from."""
        kinds = {ChangeKind.ADDED: ChangeKind.DROPPED, ChangeKind.DROPPED: ChangeKind.ADDED}
        return replace(
            self,
            left=self.right,
            right=self.left,
            change=kinds.get(self.change, self.change),
            edits=tuple(edit.mirrored() for edit in self.edits),
        )


def in_reading_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links as the left article runs.

    What only the right one has follows what stands before it there and did not move.
    """
    found = tuple(links)
    steady = [link for link in found if link.is_pair and link.strength is Strength.ALIGNED and not link.moved]
    left_of = {r: link.left[0] for link in steady for r in link.right}
    placed = sorted(left_of)

    def key(link: Link) -> tuple[int, int, tuple[int, ...], tuple[int, ...]]:
        if not link.left:
            before = bisect_left(placed, link.right[0]) - 1
            return (left_of[placed[before]] if before >= 0 else -1, 2, link.right, ())
        return (link.left[0], int(link.strength is Strength.RELATED), link.left, link.right)

    return tuple(sorted(found, key=key))
