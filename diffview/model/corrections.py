"""What has the reader said of the passages, the links and the findings?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from diffview.model.passages import Role
from diffview.model.text import Side


class Verdict(StrEnum):
    """What the reader says of a link: these belong together, they do not, or what was found is right."""

    LINK = "link"
    UNLINK = "unlink"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Mark:
    """A reader's word on what a passage is: the `nth` passage (from 0) of that side with exactly this text."""

    side: Side
    text: str
    role: Role
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Border:
    """A reader's word on where one passage ends and the next begins: `split` says there, else not there.

    `before` and `after` are the words on both sides, without the white space between them; of several places with
    exactly these words it is the `nth` (from 0).
    """

    side: Side
    before: str
    after: str
    split: bool = True
    nth: int = 0

    def is_at_place_of(self, other: Border) -> bool:
        """Return whether both speak of the same place."""
        return replace(self, split=other.split) == other


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage by what it says: the `nth` passage (from 0) of its side with exactly this text."""

    text: str
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """The passages of a link by what they say; one side is empty where only the other says it."""

    left: tuple[Anchor, ...] = ()
    right: tuple[Anchor, ...] = ()

    def on(self, side: Side) -> tuple[Anchor, ...]:
        """Return the passages of one side."""
        return self.left if side is Side.LEFT else self.right

    def mirrored(self) -> Pair:
        """Return the same passages for the articles the other way round."""
        return Pair(self.right, self.left)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the reader says of the link of these passages."""

    verdict: Verdict
    pair: Pair

    def mirrored(self) -> Judgement:
        """Return the same judgement for the articles the other way round."""
        return replace(self, pair=self.pair.mirrored())


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader wrote about the link of these passages; it changes no result."""

    pair: Pair
    text: str

    def mirrored(self) -> Note:
        """Return the same note for the articles the other way round."""
        return replace(self, pair=self.pair.mirrored())


class Opinion(StrEnum):
    """What the reader says of a finding: it is as found, or it is of no matter."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Review:
    """What the reader says of a finding, known by its kind and its words on each side; it changes no result."""

    opinion: Opinion
    kind: str
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()

    def mirrored(self) -> Review:
        """Return the same review for the articles the other way round."""
        return replace(self, left=self.right, right=self.left)


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the reader put right by hand; an input of the comparison, found again by the text it names.

    Of judgements, and of borders, that contradict each other the later one holds.
    """

    marks: tuple[Mark, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    notes: tuple[Note, ...] = ()
    reviews: tuple[Review, ...] = ()
    borders: tuple[Border, ...] = ()

    def mirrored(self) -> Corrections:
        """Return the same corrections for the articles the other way round."""
        return Corrections(
            tuple(replace(mark, side=mark.side.other) for mark in self.marks),
            tuple(judgement.mirrored() for judgement in self.judgements),
            tuple(note.mirrored() for note in self.notes),
            tuple(review.mirrored() for review in self.reviews),
            tuple(replace(border, side=border.side.other) for border in self.borders),
        )
