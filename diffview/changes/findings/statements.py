"""Who says something in each passage of an article: by name, by a noun, or by a pronoun that stands for a name?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from diffview.changes.findings.grammar import stem
from diffview.changes.findings.names import TITLES, Name
from diffview.changes.findings.roles import PAPERS, ROLES, is_told_to_be_a_person
from diffview.changes.findings.saying import ACTING, ENDED, SAYING, SHOWING, WITH, declines, lets_speak
from diffview.changes.findings.voices import BODIES, Statement, Statements, is_body, kinds_of, people_of, surname
from diffview.model import Document, Role, Span
from diffview.words import FUNCTION_WORDS, fold, is_word, tokenise

_NOT_BEFORE = frozenset(("by", "of", "from", "against", "for", "about"))
"""Words after which the word before is a noun ("claims against") or passive ("reported by")."""
_PEOPLE = frozenset(
    """official spokesman spokeswoman spokesperson minister analyst expert witness resident lawyer attorney doctor
    police source leader manager director secretary adviser scientist researcher investigator prosecutor judge broker
    buyer seller neighbor neighbour owner worker aide diplomat critic supporter""".split()  # noqa: SIM905
)
_ABOUT = frozenset(("seen", "obtained", "posted", "reviewed", "released", "dated", "based", "published", "briefed"))
_NOT_AGENT = frozenset(
    """in at near from of to for on into onto with by over against about under between through during since toward
    towards before after beside behind off outside inside across along around""".split()  # noqa: SIM905
)
_PRONOUNS = frozenset(("he", "she", "they", "it", "who"))
_REFLEXIVE = frozenset(("be", "been", "being", "is", "was", "were", "are", "to", "not")) | frozenset(
    ("would", "will", "could", "can", "may", "might", "must", "should", "shall", "did", "does", "do", "never")
)
_ADVERBS = frozenset(
    """later also then once again initially earlier repeatedly first still now never just on monday tuesday wednesday
    thursday friday saturday sunday""".split()  # noqa: SIM905
)
_SKIPPED = _ADVERBS | {"has", "have", "had"}
"""What may stand between a subject and its verb."""
_PASSIVE = frozenset(("be", "been", "being", "is", "was", "were", "are"))
_DETERMINERS = frozenset(
    """the a an some several one two three four five his her its their our another other many most few both all any
    each every this that these those""".split()  # noqa: SIM905
)
_TELLING = frozenset(map(stem, PAPERS | ROLES | BODIES | _PEOPLE))
_TIMES = frozenset(("year", "month", "week", "day", "hour", "minute", "time", "decade", "century"))
"""Nouns that tell when somebody says something."""
_LETTERS = 8
_DATELINE = regex.compile(
    r"\p{Lu}[\p{L}.'’ -]{1,40}(?:, [\p{L}.'’ ]{2,30})?(?:, \p{L}+\.? \d{1,2})? ?"
    r"(?:\(\p{Lu}[\p{L}/ ]{1,30}\)\s?[-–—]+|(?<=\p{Lu}{3}|\d)\s?[–—]"
    r"(?!\s\p{Ll}[^.\n]*\s[–—]\s|[^.\n–—]*\s[–—]\s(?:said|says|told|\p{Ll}+ed)\b))\s"
)
"""Where and when a story was written: nobody of that name says anything, but for one with dashes around what it is."""


def statements_of(document: Document, names: Sequence[Name]) -> Statements:
    """Return who says something, passage by passage; a pronoun stands for whoever spoke last by name."""
    by_passage: dict[int, list[Name]] = defaultdict(list)
    for name in names:
        by_passage[name.passage].append(name)
    people, kinds = people_of(names), kinds_of(document, names)
    found: list[Statement] = []
    acts: list[Statement] = []
    last: Statement | None = None
    for number, passage in enumerate(document.passages):
        if passage.role is not Role.BODY:
            continue
        reader = _Reader(document, number, by_passage[number], kinds, last)
        reader.before = _body_before(document, number, found)
        acts += reader.acts()
        for statement in reader.statements():
            found.append(statement)
            is_person = statement.named and not is_body(statement.label.lower().split())
            last = statement if is_person else last
        if not any(statement.passage == number and statement.named for statement in found[-3:]):
            told_of = (name for name in by_passage[number] if surname(name) in people)
            person = next(filter(reader.may_speak, told_of), None)
            if person is not None:
                is_one = surname(person) in kinds[0]
                last = Statement(number, person.span, surname(person), person.written, True, person=is_one)
    called = {each.key for each in found if each.person}
    return Statements(
        document,
        [replace(each, person=each.key in called, body=each.body and each.key not in called) for each in found],
        acts,
    )


def _body_before(document: Document, number: int, found: Sequence[Statement]) -> Statement | None:
    """Return the body or paper that spoke last in the sentence before, of the same paragraph: what "it" stands for."""
    last = found[-1] if found else None
    near = last is not None and last.passage == number - 1 and not last.person and not last.declines
    together = number > 0 and document.passages[number - 1].paragraph == document.passages[number].paragraph
    return last if near and together else None


def _has_word(text: str) -> bool:
    return any(letter.islower() for letter in text.removeprefix("'s").removeprefix("’s"))


def _tells(source: Statement) -> bool:
    """Return whether something that shows something is a paper, or somebody: "the election showed" tells nothing."""
    return source.named or source.key in _TELLING


class _Reader:
    """Finds the sources of one passage."""

    def __init__(
        self,
        document: Document,
        number: int,
        names: Sequence[Name],
        kinds: tuple[frozenset[str], frozenset[str]],
        last: Statement | None,
    ) -> None:
        self.text, self.passage, self.number, self.last = document.article.text, document.passages[number], number, last
        self.before: Statement | None = None
        self.people, self.bodies = kinds
        dateline = _DATELINE.match(self.text, self.passage.span.start, self.passage.span.end)
        begins = dateline.end() if dateline else self.passage.span.start
        self.names = [name for name in names if name.span.start >= begins and not self._quoted(name.span)]
        span = self.passage.span
        self.tokens = [token for token in tokenise(span.of(self.text), span.start) if token.of(self.text).strip()]
        self.words = ["“" if self._quoted(token) else self._word(token) for token in self.tokens]

    def _word(self, token: Span) -> str:
        """Return a word as it is compared; a dash between spaces sets apart what a comma does."""
        word = fold(token.of(self.text)).lower()
        loose = self.text[token.start - 1 : token.start].isspace() and self.text[token.end : token.end + 1].isspace()
        return "," if word == "-" and loose else word

    def _quoted(self, span: Span) -> bool:
        return any(quote.start <= span.start and span.end <= quote.end for quote in self.passage.quotes)

    def may_speak(self, name: Name) -> bool:
        """Return whether a name may be a person's: "the Salt Line" is not."""
        return bool(name.titles) or self._words_before(name)[-1:] != ["the"]

    def statements(self) -> Iterator[Statement]:
        """Yield who says something, in order, each once."""
        seen: set[tuple[str, bool]] = set()
        for at, word in enumerate(self.words):
            silent = declines(self.words, at)
            found = self._subject(at) if silent else self._at(at, word)
            if found and (found.key, silent) not in seen:
                seen.add((found.key, silent))
                yield replace(found, declines=silent)

    def acts(self) -> Iterator[Statement]:
        """Yield who brings something about by saying so: who orders, agrees, approves."""
        for at, word in enumerate(self.words):
            found = (
                self._subject(at) if word in ACTING and _PASSIVE.isdisjoint(self.words[max(0, at - 2) : at]) else None
            )
            if found:
                yield found

    def _at(self, at: int, word: str) -> Statement | None:
        """Return who speaks by the word at `at`, if it is one of speaking."""
        if word == ":" and self.words[at + 1 : at + 2] == ["“"]:
            return self._before_colon(at)
        if not self.tokens[at].of(self.text).islower() and (at or word != "according"):
            return None
        if word == "according":
            return self._according(at)
        if self._is_passive_source(at):
            return self._phrase(at + 2, self._clause_end(at + 2))
        return self._going_on(at, word) if word in WITH else self._by_verb(at, word)

    def _going_on(self, at: int, word: str) -> Statement | None:
        """Return who goes on speaking by "adding" and the like, where no other word lets anybody speak before."""
        spoken = any(lets_speak(self.words, other) for other in range(at) if self.words[other] not in WITH)
        told = {"pointing": at, "having": at + 1}.get(word)
        goes_on = told is None or (told < len(self.words) and lets_speak(self.words, told))
        return self._first_person(at) if goes_on and not spoken else None

    def _by_verb(self, at: int, word: str) -> Statement | None:
        if not lets_speak(self.words, at) or not _NOT_BEFORE.isdisjoint(self.words[at + 1 : at + 2]):
            return None
        found = self._subject(at)
        return None if found and word in SHOWING and not _tells(found) else found

    def _is_passive_source(self, at: int) -> bool:
        """Return whether what follows is a paper in which something is told: "as is noted in the report"."""
        told = self.words[at] in SAYING and self.words[at + 1 : at + 2] == ["in"]
        return told and "as" in self.words[max(0, at - 3) : at]

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
        while place >= 0 and (words[place] in _SKIPPED or words[place].endswith("ly")):
            place -= 1
        if place < 0 or words[place] == "“" or (words[place] == "," and place and words[place - 1] == "“"):
            found = self._after(at + 1, 7) or self._apposed_after(at + 1)
            if found or place < 0:
                return found
        elif words[place] == "," and words[at] in ENDED:
            apposed = self._apposed(place)
            if apposed or (found := self._after(at + 1, 3)):
                return apposed or found
        if words[place] in ("but", "and", "yet", "or", "while"):
            return None
        if words[place] == "“" or (words[place] in _REFLEXIVE):
            return None
        if words[place] in _PRONOUNS:
            return self._pronoun(place)
        return self._before(place)

    def _apposed(self, comma: int) -> Statement | None:
        """Return the name between two commas of which the second one is at `comma`: "his spokesman, Ida Holm, said"."""
        name = self._ending(comma - 1)
        if name is None:
            return None
        before = self._words_before(name)
        while before and before[-1].rstrip(".") in TITLES:
            before.pop()
        told_of = self._ending(len(before) - 2)
        return self._named(name) if before[-1:] == [","] and len(before) > 1 and told_of is None else None

    def _apposed_after(self, at: int) -> Statement | None:
        """Return the name that is told after a noun from `at` on: "said the secretary of the union, Ida Holm"."""
        end = self._clause_end(at)
        return self._after(end + 1, 3) if end > at and self.words[end : end + 1] == [","] else None

    def _pronoun(self, place: int) -> Statement | None:
        if self.words[place] == "who":
            return self._before(place - 2 if self.words[place - 1] == "," else place - 1)
        near = self._mentioned_before(place)
        if near is not None and self.words[place] in ("he", "she", "his", "her"):
            return replace(self._named(near), span=self.tokens[place], pronoun=True, person=True)
        if self.words[place] == "it":
            return self.before and replace(self.before, passage=self.number, span=self.tokens[place], pronoun=True)
        if self.last is None:
            return None
        return replace(self.last, passage=self.number, span=self.tokens[place], pronoun=True)

    def _mentioned_before(self, place: int) -> Name | None:
        """Return the first person of the passage who is named before a pronoun, as far as the name tells."""
        before = (name for name in self.names if name.span.end <= self.tokens[place].start)
        named = (name for name in before if surname(name) in self.people and self.text[name.span.end] not in "'’")
        return next((name for name in named if _NOT_AGENT.isdisjoint(self._words_before(name)[-1:])), None)

    def _after(self, at: int, reach: int) -> Statement | None:
        """Return the name that begins within `reach` tokens from `at`, before any punctuation."""
        end = min(at + reach, self._clause_end(at))
        if at >= end:
            return None
        if self.words[at] in ("he", "she") and self.last is not None and "“" in self.words[max(0, at - 3) : at]:
            return self._pronoun(at)
        stretch = Span(self.tokens[at].start, self.tokens[end - 1].end)
        if self.words[at] in ("that", "it", "there", "in", "on", "at", "as"):
            return None
        for name in self.names:
            if stretch.start <= name.span.start < stretch.end and not self._is_whose(name):
                return self._named(name)
        return None

    def _is_whose(self, name: Name) -> bool:
        """Return whether a name only says whose the speaker is: "said Full Plate's director, Alma Reyes"."""
        return self.text[name.span.end : name.span.end + 1] in ("'", "’")

    def _before(self, place: int) -> Statement | None:
        """Return the source that ends at token `place`: over an apposition, a name, or a common noun."""
        if place >= 0 and self.words[place] == ",":
            start = place - 1
            while start >= 0 and self.words[start] not in (",", "“"):
                start -= 1
            outer = self._ending(start - 1) if start > 0 else None
            if outer and (outer.titles or len(outer.parts) > 1):
                return self._named(outer)
            apposed = self._first_name(start + 1, place) if start >= 0 else None
            if apposed or start <= 0:
                return self._named(apposed) if apposed else self._opening()
            return self._agent(outer, start - 1) if outer else self._opening() or self._agent(None, start - 1)
        return self._agent(self._ending(place), place)

    def _first_name(self, first: int, end: int) -> Name | None:
        """Return the first name of an apposition that begins with one: "Ida Holm of Oslo", not "based in Oslo"."""
        stretch = Span(self.tokens[first].start, self.tokens[end].start)
        begins = stretch.of(self.text)[:1].isupper()
        return next((name for name in self.names if begins and stretch.start <= name.span.start < stretch.end), None)

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
            before = self._words_before(name)
            while before and before[-1] in ("the", "a", "an"):
                before.pop()
            if not before or before[-1] not in _NOT_AGENT:
                return self._named(name)
        return self._phrase(self._clause_start(place), place + 1)

    def _words_before(self, name: Name) -> list[str]:
        return [word for word, token in zip(self.words, self.tokens, strict=True) if token.end <= name.span.start]

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
        while end < len(self.words) and (is_word(self.words[end]) or self.words[end] in "-'.’&"):
            end += 1
        return end

    def _phrase(self, first: int, end: int) -> Statement | None:
        """Return a source without a name: the last noun before "of", "with", "in" and the like."""
        first = self._after_clause(first, end)
        start, free = first, _DETERMINERS
        definite = self.words[first : first + 1] in (["the"], ["his"], ["her"], ["its"], ["their"], ["our"])
        while first < end and self.words[first] in (*free, *(() if first == start else ("of",))):
            first += 1
        stop = first
        while stop < end and self._may_belong(stop, first):
            first = stop + 1 if self.words[stop].endswith("'s") else first
            stop += 1
            if stop < end and self.words[stop] == "'":
                first = stop = stop + 1
        relative = self.words[start - 1 : start] in (["that"], ["which"])
        if relative and stop > first + 1 and self.words[stop - 1].endswith("ed"):
            return self._phrase(self._clause_start(start - 2), start - 1) if start > 1 else None
        if stop == first or stop - first > 5 or any(word[0].isdigit() for word in self.words[first:stop]):
            return None
        definite = definite and not self.words[stop - 1].endswith("s")
        span = Span(self.tokens[first].start, self.tokens[stop - 1].end)
        inside = [name for name in self.names if span.start <= name.span.start and name.span.end == span.end]
        if inside:
            return self._named(inside[0])
        if stem(self.words[stop - 1]) in _TIMES:
            return None
        if first == start and not self.words[stop - 1].endswith("s") and self.words[stop - 1] not in _PEOPLE | BODIES:
            return None
        return Statement(self.number, span, stem(self.words[stop - 1]), span.of(self.text), False, definite=definite)

    def _after_clause(self, first: int, end: int) -> int:
        """Return where the subject begins of a clause that hangs on a noun: "a step" before "the operator says"."""
        for at in range(end - 1, first, -1):
            if self.words[at] in ("the", "its", "his", "her", "their"):
                return at if self.words[at - 1] not in FUNCTION_WORDS and is_word(self.words[at - 1]) else first
        return first

    def _may_belong(self, at: int, first: int) -> bool:
        """Return whether a word may be part of a source that begins at `first`: a noun or what stands before it."""
        word = self.words[at]
        if at > first and (word.endswith("ing") or word in _ABOUT):
            return False
        return word not in FUNCTION_WORDS and is_word(word)

    def _named(self, name: Name) -> Statement:
        here = is_told_to_be_a_person(self.text, name.span.start, name.span.end)
        person = not is_body(name.parts) and (surname(name) in self.people or bool(name.titles) or here)
        body = not person and (surname(name) in self.bodies or self._words_before(name)[-1:] == ["the"])
        return Statement(self.number, name.span, surname(name), name.written, True, person=person, body=body)
