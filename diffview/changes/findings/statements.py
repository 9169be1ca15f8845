"""Who says something in each passage of an article: by name, by a noun, or by a pronoun that stands for a name?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from diffview.changes.findings.grammar import stem
from diffview.changes.findings.names import Name
from diffview.model import Document, Passage, Role, Span
from diffview.words import FUNCTION_WORDS, fold, is_word, tokenise

SAYING = frozenset(
    """said says say saying told tells adding added wrote writes announced announces insisted insists claimed claims
    argued argues warned warns confirmed confirms denied denies acknowledged acknowledges admitted admits noted noting
    stated states replied complained complains explained explains according cited citing declined vowed urged urges
    concluded disclosed testified recalled predicted reported reports described describes show shows showed dismissed
    rejected criticised criticized conceded suggested maintained affirms affirmed declares declared blames blamed
    accuses accused estimates estimated promises promised pledged recalls remembers underlines underlined thinks
    believes asserted asserts alleges contends contended reiterated assured assures informs informed tell wants
    thanked continued voiced""".split()  # noqa: SIM905
)
_NAMING = frozenset(("call", "called", "calls", "calling", "named", "names", "dubbed", "labelled", "branded", "termed"))
"""Verbs that let somebody speak only when a quotation follows."""
_ENDED = frozenset(("said", "says", "added", "adds", "wrote", "writes", "explained", "noted", "argued", "warned"))
"""Verbs that stand before their subject after a clause: "nobody was hurt, said the captain"."""
_WITH = frozenset(("adding", "saying", "noting", "telling", "having"))
_COMPANY = frozenset(("inc", "corp", "ltd", "llc", "co", "plc", "ag", "gmbh", "sa"))
BODIES = frozenset(
    """company firm group committee ministry department agency authority office council court bank union university
    school hospital health association institute centre center foundation trust board commission services police army
    navy labs solutions electric airlines airways news times journal post party association club society church
    federation""".split()  # noqa: SIM905
)
_NOT_BEFORE = frozenset(("by", "of", "from", "against", "for", "about"))
"""Words after which the word before is a noun ("claims against") or passive ("reported by")."""
_PEOPLE = frozenset(
    """official spokesman spokeswoman spokesperson minister analyst expert witness resident lawyer attorney doctor
    police source leader manager director secretary adviser scientist researcher investigator prosecutor judge broker
    buyer seller neighbor neighbour owner worker aide diplomat critic supporter""".split()  # noqa: SIM905
)
_ABOUT = frozenset(("seen", "obtained", "posted", "reviewed", "released", "dated", "based", "published", "briefed"))
_NOT_AGENT = frozenset(("in", "at", "near", "from", "of", "to", "for", "on"))
_PRONOUNS = frozenset(("he", "she", "they", "it", "who"))
_REFLEXIVE = frozenset(("be", "been", "being", "is", "was", "were", "are", "to", "had", "has", "have", "not"))
_ADVERBS = frozenset(
    """later also then once again initially earlier repeatedly first still now never just on monday tuesday wednesday
    thursday friday saturday sunday""".split()  # noqa: SIM905
)
_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody says something in a passage: who, by the words at `span`, and whether by name.

    `definite` for a common noun with "the" and the like, which may stand for a name given elsewhere.
    """

    passage: int
    span: Span
    key: str
    label: str
    named: bool
    pronoun: bool = False
    definite: bool = False


class Statements:
    """All statements of one article."""

    def __init__(self, document: Document, found: Sequence[Statement]) -> None:
        self.found = tuple(found)
        self.document = document
        self._in: dict[int, list[Statement]] = defaultdict(list)
        for statement in found:
            self._in[statement.passage].append(statement)

    def of(self, passage: int) -> tuple[Statement, ...]:
        """Return the statements of a passage, in order."""
        return tuple(self._in.get(passage, ()))

    def speaker(self, passage: int, at: int) -> Statement | None:
        """Return who speaks a quotation at `at`: the nearest source of its passage, else of the passage before."""
        here = self._in.get(passage)
        if here:
            return min(here, key=lambda statement: abs(statement.span.start - at))
        starts = at - self.document.passages[passage].span.start <= 2
        before = self._in.get(passage - 1)
        if before is None and starts and passage > 1 and self.document.passages[passage - 1].quotes:
            before = self._in.get(passage - 2)
        return before[-1] if starts and before else None


def statements_of(document: Document, names: Sequence[Name]) -> Statements:
    """Return who says something, passage by passage; a pronoun stands for whoever spoke last by name."""
    by_passage: dict[int, list[Name]] = defaultdict(list)
    for name in names:
        by_passage[name.passage].append(name)
    people = people_of(names)
    found: list[Statement] = []
    last: Statement | None = None
    for number, passage in enumerate(document.passages):
        if passage.role is not Role.BODY:
            continue
        for statement in _Reader(document, passage, number, by_passage[number], last).statements():
            found.append(statement)
            is_person = statement.named and not is_body(statement.label.lower().split())
            last = statement if is_person else last
        if not any(statement.passage == number and statement.named for statement in found[-3:]):
            person = next((name for name in by_passage[number] if surname(name) in people), None)
            last = Statement(number, person.span, surname(person), person.written, True) if person else last
    return Statements(document, found)


def surname(name: Name) -> str:
    """Return the word that stands for a name: its last one, but for what companies add."""
    parts = [part for part in name.parts if part.rstrip(".") not in _COMPANY] or list(name.parts)
    return parts[-1]


def is_body(parts: Iterable[str]) -> bool:
    """Return whether one of the words says that a name is not that of a person."""
    return any(part.rstrip(".") in BODIES or part.rstrip(".") in _COMPANY for part in parts)


def people_of(names: Iterable[Name]) -> frozenset[str]:
    """Return the surnames of those who are called by title or by two or three names, and are no body."""
    return frozenset(
        surname(name) for name in names if (name.titles or 1 < len(name.parts) < 4) and not is_body(name.parts)
    )


def _has_word(text: str) -> bool:
    return any(letter.islower() for letter in text.removeprefix("'s").removeprefix("’s"))


class _Reader:
    """Finds the sources of one passage."""

    def __init__(
        self, document: Document, passage: Passage, number: int, names: Sequence[Name], last: Statement | None
    ) -> None:
        self.text, self.passage, self.number, self.last = document.article.text, passage, number, last
        self.names = [name for name in names if not self._quoted(name.span)]
        span = passage.span
        self.tokens = [token for token in tokenise(span.of(self.text), span.start) if token.of(self.text).strip()]
        self.words = ["“" if self._quoted(token) else fold(token.of(self.text)).lower() for token in self.tokens]

    def _quoted(self, span: Span) -> bool:
        return any(quote.start <= span.start and span.end <= quote.end for quote in self.passage.quotes)

    def statements(self) -> Iterator[Statement]:
        """Yield who says something, in order, each once."""
        seen: set[str] = set()
        for at, word in enumerate(self.words):
            found = self._at(at, word)
            if found and found.key not in seen:
                seen.add(found.key)
                yield found

    def _at(self, at: int, word: str) -> Statement | None:
        """Return who speaks by the word at `at`, if it is one of speaking."""
        if word == ":" and self.words[at + 1 : at + 2] == ["“"]:
            return self._before_colon(at)
        if not self.tokens[at].of(self.text).islower() and (at or word != "according"):
            return None
        if word == "according":
            return self._according(at)
        if word in _WITH:
            return None if any(other in SAYING - _WITH for other in self.words[:at]) else self._first_person(at)
        says = word in SAYING or (word in _NAMING and "“" in self.words[at + 1 : at + 7])
        return self._subject(at) if says and _NOT_BEFORE.isdisjoint(self.words[at + 1 : at + 2]) else None

    def _before_colon(self, at: int) -> Statement | None:
        """Return the nearest name before a colon that opens a quotation."""
        before = [name for name in self.names if name.span.end <= self.tokens[at].start]
        near = before and sum(before[-1].span.end <= token.start < self.tokens[at].start for token in self.tokens) <= 4
        return self._named(before[-1]) if near else None

    def _first_person(self, at: int) -> Statement | None:
        people = [name for name in self.names if name.span.end <= self.tokens[at].start]
        first = people[0] if people else None
        opens = first is not None and (first.titles or len(first.parts) > 1 or first.span.start == self.tokens[0].start)
        return self._named(first) if first and opens else None

    def _according(self, at: int) -> Statement | None:
        if self.words[at + 1 : at + 2] != ["to"]:
            return None
        if self.words[at + 2 : at + 3] in (["his"], ["her"]) and self.last is not None:
            return self._pronoun(at + 2)
        end = self._clause_end(at + 2)
        apposed = self._after(end + 1, 3) if self.words[end : end + 1] == [","] else None
        return self._after(at + 2, 5) or apposed or self._phrase(at + 2, end)

    def _subject(self, at: int) -> Statement | None:
        words = self.words
        place = at - 1
        while place >= 0 and (words[place] in _ADVERBS or words[place].endswith("ly")):
            place -= 1
        if place < 0 or words[place] == "“" or (words[place] == "," and place and words[place - 1] == "“"):
            found = self._after(at + 1, 7)
            if found or place < 0:
                return found
        elif words[place] == "," and words[at] in _ENDED and (found := self._after(at + 1, 3)):
            return found
        if words[place] in ("but", "and", "yet", "or", "while"):
            return None
        if words[place] == "“" or (words[place] in _REFLEXIVE):
            return None
        if words[place] in _PRONOUNS:
            return self._pronoun(place)
        return self._before(place)

    def _pronoun(self, place: int) -> Statement | None:
        if self.words[place] == "who":
            return self._before(place - 2 if self.words[place - 1] == "," else place - 1)
        if self.last is None or self.words[place] == "it":
            return None
        return Statement(self.number, self.tokens[place], self.last.key, self.last.label, True, pronoun=True)

    def _after(self, at: int, reach: int) -> Statement | None:
        """Return the name that begins within `reach` tokens from `at`, before any punctuation."""
        end = min(at + reach, self._clause_end(at))
        if at >= end:
            return None
        if self.words[at] in ("he", "she") and self.last is not None:
            return self._pronoun(at)
        stretch = Span(self.tokens[at].start, self.tokens[end - 1].end)
        if self.words[at] in ("that", "it", "there", "in", "on", "at", "as"):
            return None
        for name in self.names:
            if stretch.start <= name.span.start < stretch.end:
                return self._named(name)
        return None

    def _before(self, place: int) -> Statement | None:
        """Return the source that ends at token `place`: over an apposition, a name, or a common noun."""
        if place >= 0 and self.words[place] == ",":
            start = place - 1
            while start >= 0 and self.words[start] not in (",", "“"):
                start -= 1
            inner = self._ending(place - 1)
            outer = self._ending(start - 1) if start > 0 else None
            if outer and (outer.titles or len(outer.parts) > 1):
                return self._named(outer)
            if inner and start >= 0 and inner.span.start <= self.tokens[start + 1].end:
                return self._named(inner)
            return self._agent(outer, start - 1) if outer else self._named(inner) if inner else self._opening()
        return self._agent(self._ending(place), place)

    def _opening(self) -> Statement | None:
        """Return the name that opens the passage and is told more about before the verb comes."""
        first = self.names[0] if self.names else None
        opens = first is not None and first.span.start <= self.tokens[min(2, len(self.tokens) - 1)].start
        after = [
            word for word, token in zip(self.words, self.tokens, strict=True) if first and token.start >= first.span.end
        ]
        return self._named(first) if first and opens and after[:1] == [","] else None

    def _agent(self, name: Name | None, place: int) -> Statement | None:
        """Return a name as a source, unless it only says where or whose the source is."""
        if name is not None:
            before = [word for word, token in zip(self.words, self.tokens, strict=True) if token.end <= name.span.start]
            if before[-1:] == [] or before[-1] not in _NOT_AGENT:
                return self._named(name)
        found = self._phrase(self._clause_start(place), place + 1)
        return found or (self._named(name) if name else None)

    def _ending(self, place: int) -> Name | None:
        """Return the name that ends at token `place` or up to three tokens (a day, a bracket) before it."""
        if place < 0:
            return None
        end = self.tokens[place].end
        near = [name for name in self.names if name.span.end <= end <= name.span.end + _LETTERS]
        return next((name for name in reversed(near) if not _has_word(self.text[name.span.end : end])), None)

    def _clause_start(self, place: int) -> int:
        start = place
        while start > 0 and (is_word(self.words[start - 1]) or self.words[start - 1] in "-'.") and place - start < 9:
            start -= 1
            if self.words[start] in ("that", "and", "but", "because", "as", "which", "while", "when"):
                return start + 1
        return start

    def _clause_end(self, at: int) -> int:
        end = at
        while end < len(self.words) and (is_word(self.words[end]) or self.words[end] in "-'."):
            end += 1
        return end

    def _phrase(self, first: int, end: int) -> Statement | None:
        """Return a source without a name: the last noun before "of", "with", "in" and the like."""
        start, free = (
            first,
            ("the", "a", "an", "some", "several", "one", "two", "three", "his", "her", "its", "their", "our"),
        )
        definite = self.words[first : first + 1] in (["the"], ["his"], ["her"], ["its"], ["their"], ["our"])
        while first < end and self.words[first] in (*free, *(() if first == start else ("of",))):
            first += 1
        stop = first
        while stop < end and self._may_belong(stop, first):
            first = stop + 1 if self.words[stop].endswith("'s") else first
            stop += 1
        if stop == first or stop - first > 5 or any(word[0].isdigit() for word in self.words[first:stop]):
            return None
        definite = definite and not self.words[stop - 1].endswith("s")
        span = Span(self.tokens[first].start, self.tokens[stop - 1].end)
        inside = [name for name in self.names if span.start <= name.span.start and name.span.end == span.end]
        if inside:
            return self._named(inside[0])
        if first == start and not self.words[stop - 1].endswith("s") and self.words[stop - 1] not in _PEOPLE | BODIES:
            return None
        return Statement(self.number, span, stem(self.words[stop - 1]), span.of(self.text), False, definite=definite)

    def _may_belong(self, at: int, first: int) -> bool:
        """Return whether a word may be part of a source that begins at `first`: a noun or what stands before it."""
        word = self.words[at]
        if at > first and (word.endswith("ing") or word in _ABOUT):
            return False
        return word not in FUNCTION_WORDS and is_word(word)

    def _named(self, name: Name) -> Statement:
        return Statement(self.number, name.span, surname(name), name.written, True)
