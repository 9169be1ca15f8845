"""Where on its page does a line stand, and does it look like prose, like a heading, or like neither?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from diffview.model import Span
from diffview.reading.pattern import Pattern
from diffview.words import fold

LONGEST_FURNITURE = 60
"""Words above which a line is never looked at: nobody writes a share button of sixty words."""
_LONGEST_CHARACTERS = 600

_LINE = re.compile(r"[^\n]+")
_WORD = Pattern(r"[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.,:'’/-]*[\p{L}\p{M}\p{N}])?")
_BULLET = re.compile(r"^[•▪■·*-] ")
_CLOSERS = "\"'”’»›)]"
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’»›)\]]*$")
_ABBREVIATION_END = Pattern(r"(?:\b(?:\p{Lu}\.){2,}|\b(?:a\.m|p\.m|Inc|Co|Corp|Ltd|Jr|Sr|St|No|vs)\.)$")
_SHORT_FORMS = "Mr Mrs Ms Dr Sen Gov Rep Gen St Prof No vs Jan Feb Aug Sept Oct Nov Dec"
_MOST_CLOSERS = 3
_PIECE_BORDER = Pattern(
    r"(?<![\s(]\p{Lu}\.)"
    + "".join(rf"(?<!\b{form}\.)" for form in _SHORT_FORMS.split())
    + "(?:"
    + "".join(rf"(?<=[.!?…]{closers})|" for closers in (r"""['"”’)\]]""" * n for n in range(_MOST_CLOSERS + 1)))
    + r"""(?<=\))(?=\s\()|(?<=_{3}))\s+(?=["'“‘(\[\p{Lu}\p{N}—_])"""
)
"""Written so that `re` has words for it: what it looks back at is of known length."""
_PROSE_WORDS = 8
_LONG_WORDS = 25
_HEADING_WORDS = 35


@dataclass(frozen=True)
class Line:
    """One line of the page (or one piece of it), without the white space around it."""

    span: Span
    text: str

    @cached_property
    def folded(self) -> str:
        """The text with its typography folded and without a bullet, as the wordings expect it."""
        return _BULLET.sub("", fold(self.text))

    @cached_property
    def lower(self) -> str:
        """The folded text in small letters."""
        return self.folded.lower()

    @cached_property
    def words(self) -> int:
        """How many words it has; counting stops where it no longer matters."""
        if len(self.text) > _LONGEST_CHARACTERS:
            return LONGEST_FURNITURE + 1
        return sum(1 for _ in zip(_WORD.finditer(self.text), range(LONGEST_FURNITURE + 1), strict=False))

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does, not with an abbreviation."""
        tail = self.text[-12:]
        return _SENTENCE_END.search(tail) is not None and _ABBREVIATION_END.search(tail) is None

    @cached_property
    def is_prose(self) -> bool:
        """Whether it looks like part of the story: a sentence of some length, or a very long line."""
        return self.words >= _LONG_WORDS or (self.words >= _PROSE_WORDS and self.ends_sentence)

    @cached_property
    def is_headline(self) -> bool:
        """Whether it may be a heading: some words, and no end of a sentence but a question or an exclamation."""
        if not 0 < self.words <= _HEADING_WORDS or self._quotes_are_open:
            return False
        bare = self.text.rstrip(_CLOSERS)
        if self.ends_sentence and bare.endswith((".", "…", "。")):
            return self._is_capitalised
        return not bare.endswith((",", ";", ":"))

    @cached_property
    def _quotes_are_open(self) -> bool:
        """Whether a quotation begins here that ends on another line."""
        return self.text.count("“") != self.text.count("”") or self.text.count('"') % 2 == 1

    @cached_property
    def _is_capitalised(self) -> bool:
        """Whether nearly all its longer words are Capitalised As In Some Headlines."""
        longer = [match[0] for match in _WORD.finditer(self.text) if len(match[0]) > 3]
        return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)

    def pieces(self) -> tuple[Line, ...]:
        """Return the sentences of the line, cut roughly: good enough to tell a closing note from what it follows."""
        borders = [(match.start(), match.end()) for match in _PIECE_BORDER.finditer(self.text)]
        starts = [0, *(end for _, end in borders)]
        ends = [*(start for start, _ in borders), len(self.text)]
        origin = self.span.start
        return tuple(
            Line(Span(origin + start, origin + end), self.text[start:end])
            for start, end in zip(starts, ends, strict=True)
        )


def lines_of(text: str, paragraphs: Sequence[Span] | None = None) -> tuple[Line, ...]:
    """Return the lines of `text` that are not blank, or the given paragraphs, each without white space around it."""
    spans = paragraphs if paragraphs is not None else [Span(*match.span()) for match in _LINE.finditer(text)]
    return tuple(line for span in spans if (line := _stripped(text, span)).text)


def _stripped(text: str, span: Span) -> Line:
    raw = span.of(text)
    start = span.start + len(raw) - len(raw.lstrip())
    bare = raw.strip()
    return Line(Span(start, start + len(bare)), bare)
