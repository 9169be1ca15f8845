"""What are the values that the parts of the program hand to each other?

Frozen values, tuples not lists. Every offset is a code point of `Article.text`; every span is half open.
The sides are LEFT and RIGHT, never old and new: two outlets have no order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total); it may raise `Cancelled` to stop the work."""


_NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def normalise_newlines(text: str) -> str:
    """Return `text` with every kind of line and page break as one newline."""
    return _NEWLINES.sub("\n", text)


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


class Verdict(StrEnum):
    """What the reader says of a link: these belong together, they do not, or what was found is right."""

    LINK = "link"
    UNLINK = "unlink"
    CONFIRM = "confirm"


class Op(StrEnum):
    """What the word diff does with a piece of text."""

    KEEP = "keep"
    DELETE = "delete"
    INSERT = "insert"


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
    `cuts` is None unless the text came already cut into passages.
    """

    text: str
    title: str = ""
    path: str = ""
    sha256: str = ""
    encoding: str = "utf-8"
    notices: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] | None = None
    cuts: tuple[Cut, ...] | None = None

    @classmethod
    def from_text(cls, text: str, *, title: str = "", path: str = "") -> Article:
        """Make an article of a string, for example of pasted text; newlines are normalised to one kind."""
        text = normalise_newlines(text)
        return cls(
            text=text,
            title=title,
            path=path,
            sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        )

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
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(text=text, title=title, path=path, sha256=digest, cuts=tuple(cuts))


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


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """What the encoder says of one text: its vector, and the vectors and spans (inside the text) of its tokens.

    All vectors have length 1.
    """

    vector: Floats
    tokens: tuple[Span, ...]
    token_vectors: Floats


@dataclass(frozen=True, slots=True)
class EncoderInfo:
    """Which encoder made a comparison; `name` is empty when words alone did, and `reason` says why."""

    name: str
    digest: str = ""
    reason: str = ""

    @property
    def words_alone(self) -> bool:
        """Whether no encoder took part."""
        return not self.name


class Encoder(Protocol):
    """Turns texts into vectors."""

    @property
    def info(self) -> EncoderInfo:
        """Which encoder this is."""

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Return what the encoder says of each text, in order; raises EncoderError when it cannot."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two groups of passages are linked, so that a reader can check it in the text.

    `similarity` is the cosine of the encoder's vectors (None without an encoder), `token_match` the share of the
    rarer side's meaning that finds its like on the other, `margin` how far the pair stands above the next best,
    which is passage `runner_up` of the right article (None: there is none).
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


class FindingKind(StrEnum):
    """What a finding is about."""

    QUOTE = "quote"
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    SPEAKER = "speaker"


class FindingStatus(StrEnum):
    """What an exact check found; it describes and never accuses.

    `vaguer` is the same value less exactly, `converted` the same in another form, `variant` another
    spelling; `in both` sets side by side what the articles have of one speaker, without a verdict.
    """

    SAME = "same"
    ALTERED = "altered"
    CUT = "cut"
    PARAPHRASED = "paraphrased"
    REPORTED = "reported"
    OTHER_SPEAKER = "other speaker"
    DIFFERS = "differs"
    IN_BOTH = "in both"
    VAGUER = "vaguer"
    CONVERTED = "converted"
    VARIANT = "variant"
    ONLY_HERE = "only here"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a careful reader would check, with the places in both texts where it can be checked.

    The spans count in their article's text; one side is empty for what only the other one has. `reason` is one plain
    sentence, `confidence` 0 to 1. `edits`, where there are any, cover the words of the first span on each side.
    """

    kind: FindingKind
    status: FindingStatus
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    reason: str
    confidence: float
    edits: tuple[Edit, ...] = ()

    @property
    def is_difference(self) -> bool:
        """Whether both sides take part and do not say just the same."""
        agree = self.status in (FindingStatus.SAME, FindingStatus.IN_BOTH)
        return bool(self.left and self.right) and not agree

    def on(self, side: Side) -> tuple[Span, ...]:
        """Return the spans of one side."""
        return self.left if side is Side.LEFT else self.right

    def mirrored(self) -> Finding:
        """Return the same finding for the articles the other way round; its reason names no side."""
        edits = tuple(edit.mirrored() for edit in self.edits)
        return replace(self, left=self.right, right=self.left, edits=edits)


def in_finding_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by kind, those of both sides first, and then as the articles run."""
    kinds = tuple(FindingKind)

    def key(finding: Finding) -> tuple[int, int, tuple[Span, ...], tuple[Span, ...], str, str]:
        alone = 0 if finding.left and finding.right else 1 if finding.left else 2
        where = finding.left, finding.right
        return (kinds.index(finding.kind), alone, *where, finding.status, finding.reason)

    return tuple(sorted(findings, key=key))


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


@dataclass(frozen=True, slots=True)
class Mark:
    """A reader's word on what a passage is: the `nth` passage (from 0) of that side with exactly this text."""

    side: Side
    text: str
    role: Role
    nth: int = 0


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


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the reader put right by hand; an input of the comparison, found again by the text it names.

    Of judgements that contradict each other the later one holds.
    """

    marks: tuple[Mark, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    notes: tuple[Note, ...] = ()

    def mirrored(self) -> Corrections:
        """Return the same corrections for the articles the other way round."""
        return Corrections(
            tuple(replace(mark, side=mark.side.other) for mark in self.marks),
            tuple(judgement.mirrored() for judgement in self.judgements),
            tuple(note.mirrored() for note in self.notes),
        )


@dataclass(frozen=True, slots=True)
class Options:
    """Every choice and number that changes a result.

    `encoder` is a sentence-transformers folder, "" for the one that ships, "words" for none at all.
    """

    encoder: str = ""
    language: str = "en"
    longest_passage: int = 20_000
    """Code points after which a passage is cut at white space: no sentence is longer, but a broken file may be."""
    paint_whole_below: float = 1 / 3
    """Share of content words under which a reworded pair is painted whole instead of word by word."""
    diff_seconds: float = 0.5
    """Time the word diff of one link may take."""
    candidates: int = 24
    """How many partners of a passage are looked at closely in long articles; short ones are compared in full."""
    link_above: float = 0.4
    """Chance from which two passages are linked as saying the same."""
    join_above: float = 0.4
    """Chance that each pair in a link of several passages needs."""
    same_score: float = 0.99
    """The least score of a link between passages that are the same to the letter."""
    related_above: float = 0.5
    """Chance of any link from which two passages are shown as related."""
    words_link_above: float = 0.6
    """The least of these three chances where words alone decide: they take the same topic for the same statement."""
    found_again_above: float = 0.75
    """Share of equal words from which a passage that was edited is still the one that a correction names."""
    wording_above: float = 0.72
    """Likeness of token vectors (0 like any two words of the passages, 1 equal) from which two words that no dictionary
    knows count as the same thing in other words."""
    wording_known_above: float = 0.3
    """The same for words that the dictionary takes for equivalent in some of their uses."""
    wording_function_words: float = 0.15
    """Share of function words of the dictionary's language from which a text counts as written in it."""
    finding_above: float = 0.5
    """Confidence from which a finding is shown; weaker ones are counted."""
    quote_match: float = 0.5
    """Share of the shorter quotation's weight (function words weigh little) that makes two quotations one utterance."""
    name_likeness: float = 0.7
    """Share of the letters in common from which two names may be spellings of one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result: both documents, the links between them, and what made it."""

    left: Document
    right: Document
    links: tuple[Link, ...]
    encoder: EncoderInfo
    options: Options = Options()
    corrections: Corrections = Corrections()
    notices: tuple[str, ...] = field(default=())
    findings: tuple[Finding, ...] = ()

    def document(self, side: Side) -> Document:
        """Return the document of one side."""
        return self.left if side is Side.LEFT else self.right

    def aligned_link(self, side: Side) -> dict[int, int]:
        """Return for each passage of `side` that is not furniture the index of the one aligned link it is in."""
        return {
            passage: number
            for number, link in enumerate(self.links)
            if link.strength is Strength.ALIGNED
            for passage in link.on(side)
        }

    def related_links(self, side: Side) -> dict[int, tuple[int, ...]]:
        """Return for each passage of `side` that has any the indices of its related links."""
        found: dict[int, tuple[int, ...]] = {}
        for number, link in enumerate(self.links):
            if link.strength is Strength.RELATED:
                for passage in link.on(side):
                    found[passage] = (*found.get(passage, ()), number)
        return found

    def worth_checking(self) -> tuple[Finding, ...]:
        """Return the findings of something that differs which are sure enough to be shown."""
        sure = self.options.finding_above
        return tuple(each for each in self.findings if each.is_difference and each.confidence >= sure)

    def mirrored(self) -> Comparison:
        """Return the same comparison with the articles the other way round; twice is the identity."""
        return replace(
            self,
            left=self.right,
            right=self.left,
            links=in_reading_order(link.mirrored() for link in self.links),
            corrections=self.corrections.mirrored(),
            findings=in_finding_order(finding.mirrored() for finding in self.findings),
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
