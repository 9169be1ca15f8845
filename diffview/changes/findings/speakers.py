"""Who says something in each article, and where does the other article let the same person or body speak?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diffview.changes.findings.grammar import stem
from diffview.changes.findings.names import Name
from diffview.model import Document, Finding, FindingKind, FindingStatus, Passage, Role, Side, Span
from diffview.words import FUNCTION_WORDS, fold, is_word, tokenise

SAYING = frozenset(
    """said says say saying told tells adding added wrote writes announced announces insisted insists claimed claims
    argued argues warned warns confirmed confirms denied denies acknowledged acknowledges admitted admits noted noting
    stated states replied complained complains explained explains according cited citing declined vowed urged urges
    concluded disclosed testified recalled predicted reported reports described describes show shows showed dismissed
    rejected criticised criticized conceded suggested maintained""".split()  # noqa: SIM905
)
_PRONOUNS = frozenset(("he", "she", "they", "it", "who"))
_REFLEXIVE = frozenset(("be", "been", "being", "is", "was", "were", "are", "to", "had", "has", "have", "not"))
_ADVERBS = frozenset(
    """later also then once again initially earlier repeatedly on monday tuesday wednesday thursday friday saturday
    sunday""".split()  # noqa: SIM905
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
    found: list[Statement] = []
    last: Statement | None = None
    for number, passage in enumerate(document.passages):
        if passage.role is not Role.BODY:
            continue
        for statement in _Reader(document, passage, number, by_passage[number], last).statements():
            found.append(statement)
            last = statement if statement.named else last
        if not any(statement.passage == number and statement.named for statement in found[-3:]):
            person = next((name for name in by_passage[number] if len(name.parts) > 1 or name.titles), None)
            last = Statement(number, person.span, person.parts[-1], person.written, True) if person else last
    return Statements(document, found)


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
            if word in SAYING:
                found = self._according(at) if word == "according" else self._subject(at)
                if found and found.key not in seen:
                    seen.add(found.key)
                    yield found

    def _according(self, at: int) -> Statement | None:
        if self.words[at + 1 : at + 2] != ["to"]:
            return None
        return self._after(at + 2, 5) or self._phrase(at + 2, self._clause_end(at + 2))

    def _subject(self, at: int) -> Statement | None:
        words = self.words
        place = at - 1
        while place >= 0 and (words[place] in _ADVERBS or words[place].endswith("ly")):
            place -= 1
        if place < 0 or words[place] == "“" or (words[place] == "," and place and words[place - 1] == "“"):
            found = self._after(at + 1, 7)
            if found or place < 0:
                return found
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
            if inner and start >= 0 and inner.span.start <= self.tokens[start + 1].end:
                return self._named(inner)
            outer = self._ending(start - 1) if start > 0 else None
            if outer:
                return self._named(outer)
            return self._named(inner) if inner else None
        if name := self._ending(place):
            return self._named(name)
        start = self._clause_start(place)
        return self._phrase(start, place + 1)

    def _ending(self, place: int) -> Name | None:
        """Return the name that ends at token `place` or up to three tokens (a day, a bracket) before it."""
        if place < 0:
            return None
        end = self.tokens[place].end
        return next((name for name in reversed(self.names) if name.span.end <= end <= name.span.end + _LETTERS), None)

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
        free = ("the", "a", "an", "some", "several", "one", "two", "three", "his", "her", "its", "their", "our")
        definite = self.words[first : first + 1] in (["the"], ["his"], ["her"], ["its"], ["their"], ["our"])
        while first < end and self.words[first] in free:
            first += 1
        stop = first
        while stop < end and self.words[stop] not in FUNCTION_WORDS and is_word(self.words[stop]):
            stop += 1
        if stop == first or stop - first > 5 or any(word[0].isdigit() for word in self.words[first:stop]):
            return None
        definite = definite and not self.words[stop - 1].endswith("s")
        span = Span(self.tokens[first].start, self.tokens[stop - 1].end)
        inside = next(
            (name for name in self.names if span.start <= name.span.start and name.span.end <= span.end), None
        )
        if inside:
            return self._named(inside)
        return Statement(self.number, span, stem(self.words[stop - 1]), span.of(self.text), False, definite=definite)

    def _named(self, name: Name) -> Statement:
        return Statement(self.number, name.span, name.parts[-1], name.written, True)


def find_speakers(
    documents: tuple[Document, Document], statements: tuple[Statements, Statements], linked: frozenset[tuple[int, int]]
) -> Iterator[Finding]:
    """Return for each named speaker what both articles have of them, and who speaks in one article only."""
    groups = tuple(_by_speaker(each) for each in statements)
    spoken = tuple(_mentioned(document) for document in documents)
    for key in sorted({*groups[0], *groups[1]}):
        ours, theirs = (group.get(key, []) for group in groups)
        label = max((statement.label for statement in (*ours, *theirs)), key=len)
        if ours and theirs:
            yield _both(documents, ours, theirs, label, linked)
        else:
            side = Side.LEFT if ours else Side.RIGHT
            spans = _passages(documents[0 if ours else 1], ours or theirs)
            named = key in spoken[1 if ours else 0]
            reason = f"Only one article lets {label} speak" + ("; the other only mentions the name." if named else ".")
            left, right = (spans, ()) if side is Side.LEFT else ((), spans)
            yield Finding(FindingKind.SPEAKER, FindingStatus.ONLY_HERE, left, right, reason, 0.7, about=label)


def _mentioned(document: Document) -> frozenset[str]:
    text = document.article.text
    return frozenset(fold(token.of(text)).lower().removesuffix("'s") for token in tokenise(text))


def _by_speaker(statements: Statements) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements.found:
        if statement.named:
            found[statement.key].append(statement)
    return found


def _both(
    documents: tuple[Document, Document],
    ours: list[Statement],
    theirs: list[Statement],
    label: str,
    linked: frozenset[tuple[int, int]],
) -> Finding:
    shared = any((one.passage, other.passage) in linked for one in ours for other in theirs)
    reason = f"{label} speaks in both articles." if shared else f"{label} says other things in each article."
    spans = _passages(documents[0], ours), _passages(documents[1], theirs)
    return Finding(FindingKind.SPEAKER, FindingStatus.IN_BOTH, *spans, reason, 0.8, about=label)


def _passages(document: Document, statements: Sequence[Statement]) -> tuple[Span, ...]:
    return tuple(document.passages[number].span for number in sorted({each.passage for each in statements}))
