"""What is a comparison, and which choices made it?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

from diffview.model.corrections import Corrections
from diffview.model.encoding import EncoderInfo
from diffview.model.findings import Finding, in_finding_order
from diffview.model.links import Link, Strength, in_reading_order
from diffview.model.passages import Document
from diffview.model.text import Side

_FROM_ONE = ("longest_passage", "candidates", "largest_link")


@dataclass(frozen=True, slots=True)
class Options:
    """Every choice and number that changes a result; raises ValueError for numbers that nothing can be compared with.

    `encoder` is a sentence-transformers folder, "" for the one that ships, "eight-bit" for that with rounded weights,
    "words" for none at all. `language` is that of the articles, a code such as "en" or "de-AT".
    """

    encoder: str = ""
    language: str = "en"
    longest_passage: int = 20_000
    """Code points after which a passage is cut at white space: no sentence is longer, but a broken file may be."""
    most_passages: int = 4_000
    """Passages of each article that are compared, 0 for all: no report has as many, but a book or a broken file may."""
    longest_quote: int = 12
    """Passages over which a quotation may stay open."""
    paint_whole_below: float = 1 / 3
    """Share of content words under which a reworded pair is painted whole instead of word by word."""
    scrap_below: int = 3
    """Letters under which words that are kept between two changes count as changed too."""
    diff_seconds: float = 0.5
    """Time the word diff of one link may take."""
    candidates: int = 24
    """How many partners of a passage are looked at closely in long articles; short ones are compared in full."""
    link_above: float = 0.4
    """Chance from which two passages are linked as saying the same."""
    join_above: float = 0.4
    """Chance that each pair in a link of several passages needs."""
    largest_link: int = 3
    """The most passages of one article in a link."""
    part_above: float = 0.7
    """Share of a passage's rare words that stand in another one, and in no other that is linked with it, from which it
    is a further part of that one, where its neighbour is a part already."""
    part_score: float = 0.9
    """The least chance of a link with a further part: of 60 in the gold 51 were right."""
    same_score: float = 0.99
    """The least score of a link between passages that are the same to the letter."""
    related_above: float = 0.35
    """Chance of any link from which two passages are shown as related."""
    related_besides_above: float = 0.5
    """The same where both passages have their counterparts already."""
    versions_above: float = 0.5
    """Mean share of a passage's words that stand in its best counterpart, from which two articles are versions of one
    text: of the gold, two outlets stay below a quarter but for one pair (.53), simplified articles below a half."""
    words_link_above: float = 0.6
    """The least of these four chances where words alone decide: they take the same topic for the same statement."""
    found_again_above: float = 0.75
    """Share of equal words from which a passage that was edited is still the one that a correction names."""
    found_again_words: int = 4
    """Words from which an edited passage, or an edited place, can be told from others by the rest of them."""
    wording_above: float = 0.72
    """Likeness of token vectors (0 like any two words of the passages, 1 equal) from which two words that no dictionary
    knows count as the same thing in other words."""
    wording_known_above: float = 0.3
    """The same for words that the dictionary takes for equivalent in some of their uses."""
    wording_function_words: float = 0.15
    """Share of function words of the dictionary's language from which a text counts as written in it."""
    finding_above: float = 0.5
    """Confidence from which a finding is shown; weaker ones are counted."""
    source_above: float = 0.75
    """Chance of a link from which another source in it, or another statement of one speaker beside the one that is
    aligned, is shown: in links less sure than that most such findings were wrong, as the passages were about two
    things."""
    quote_match: float = 0.5
    """Share of the shorter quotation's weight (function words weigh little) that makes two quotations one utterance."""
    name_likeness: float = 0.7
    """Share of the letters in common from which two names may be spellings of one."""

    @property
    def language_code(self) -> str:
        """The language without a country and in small letters: "de" of "de-AT"."""
        return self.language.replace("_", "-").partition("-")[0].lower()

    def __post_init__(self) -> None:
        for name in self.__slots__:
            value, least = getattr(self, name), int(name in _FROM_ONE)
            if not isinstance(value, str) and not least <= value < inf:
                raise ValueError(f"{name} is {value}; it must be {least} or more")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result: both documents, the links between them, and what made it."""

    left: Document
    right: Document
    links: tuple[Link, ...]
    encoder: EncoderInfo
    options: Options = Options()
    corrections: Corrections = Corrections()
    notices: tuple[str, ...] = ()
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
