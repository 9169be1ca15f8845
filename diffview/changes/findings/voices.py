"""What is a statement in an article, and is the name of who makes it that of a person or of a body?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from diffview.changes.findings.names import Name
from diffview.changes.findings.roles import is_told_to_be_a_body, is_told_to_be_a_person
from diffview.interview import is_interview
from diffview.model import Document, Span

_COMPANY = frozenset(("inc", "corp", "ltd", "llc", "co", "plc", "ag", "gmbh", "sa"))
_GENERATION = frozenset(("jr", "sr", "ii", "iii", "iv"))
BODIES = frozenset(
    """company firm group committee ministry department agency authority office council court bank union university
    school hospital health association institute centre center foundation trust board commission services police army
    navy labs solutions electric airlines airways news times journal post party association club society church
    federation""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody says something in a passage: who, by the words at `span`, and whether by name.

    `definite` for a common noun with "the" and the like, which may stand for a name given elsewhere; `person` for the
    name of somebody and `body` for that of a company or an office, as far as the words around it tell; `declines` when
    they are said to say nothing.
    """

    passage: int
    span: Span
    key: str
    label: str
    named: bool
    pronoun: bool = False
    definite: bool = False
    person: bool = False
    body: bool = False
    declines: bool = False


class Statements:
    """All statements of one article."""

    def __init__(self, document: Document, found: Sequence[Statement], acts: Sequence[Statement] = ()) -> None:
        self.found = tuple(found)
        self.acts = tuple(acts)
        self.document = document
        self._in: dict[int, list[Statement]] = defaultdict(list)
        for statement in found:
            self._in[statement.passage].append(statement)

    @cached_property
    def is_interview(self) -> bool:
        """Whether the article is one person's answers: what stands in it is said, though nothing says so."""
        return is_interview(self.document)

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


def surname(name: Name) -> str:
    """Return the word that stands for a name: its last one, but for what companies and sons add."""
    parts = [part for part in name.parts if part.rstrip(".") not in _COMPANY | _GENERATION] or list(name.parts)
    return parts[-1]


def is_body(parts: Iterable[str]) -> bool:
    """Return whether one of the words says that a name is not that of a person."""
    return any(part.rstrip(".") in BODIES or part.rstrip(".") in _COMPANY for part in parts)


def people_of(names: Iterable[Name]) -> frozenset[str]:
    """Return the surnames of those who are called by title or by two or three names, and are no body."""
    return frozenset(
        surname(name) for name in names if (name.titles or 1 < len(name.parts) < 4) and not is_body(name.parts)
    )


def kinds_of(document: Document, names: Sequence[Name]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the surnames of those who are told to be persons, by a title or by what they do, and those of bodies."""
    text = document.article.text
    persons, bodies, longer = set(), set(), set()
    for name in names:
        longer |= {surname(name)} if len(name.parts) > 1 else set()
        if is_body(name.parts) or is_told_to_be_a_body(text, name.span.start, name.span.end):
            bodies.add(surname(name))
        elif name.titles or is_told_to_be_a_person(text, name.span.start, name.span.end):
            persons.add(surname(name))
    alone = {surname(name) for name in names} - longer - persons
    return frozenset(persons - bodies), frozenset((bodies - persons) | alone)
