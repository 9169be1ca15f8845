"""Does each article give a person the same office or rank: "Sen." or "Rep.", "administrator" or "chief"?

A title is looked for right before a name ("NASA chief Bill Nelson", "the mayor, Ida Holm,") and in an apposition after
it ("Ida Holm, the acting mayor of Oslo,"). Where one of each side agrees, there is no finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import regex

from diffview.changes.findings.names import Name, is_date_word
from diffview.changes.findings.voices import is_body
from diffview.model import Document, Finding, FindingKind, FindingStatus, Span
from diffview.phrases import phrase
from diffview.words import FUNCTION_WORDS

_POLITICS = (
    "senator,sen;representative,rep,congressman,congresswoman;governor,gov;president;mayor;minister;secretary;"
    "prime minister,premier;chancellor;ambassador;councillor,councilor,councilman,councilwoman;attorney general"
)
_DIPLOMACY = "envoy,emissary;mediator;negotiator;delegate"
_CLERGY = "pope;cardinal;archbishop;bishop;priest;pastor,reverend,rev;rabbi;imam"
_RANKS = (
    "corporal,cpl;sergeant,sgt;lieutenant,lt;captain,capt;major,maj;colonel,col;general,gen;admiral,adm;brigadier;"
    "constable;inspector;superintendent;sheriff"
)
_WORK = (
    "spokesperson,spokesman,spokeswoman;chief executive,chief executive officer,ceo;chair,chairman,chairwoman,"
    "chairperson;chief financial officer,cfo;chief of staff;administrator;chief;head;director;boss;leader;manager;"
    "commissioner;editor;analyst;economist;lawyer,attorney;professor,prof;coach;judge;justice;prosecutor;auditor;clerk;"
    "engineer"
)
_FAMILIES = (
    ("politics", _POLITICS),
    ("diplomacy", _DIPLOMACY),
    ("clergy", _CLERGY),
    ("rank", _RANKS),
    ("work", _WORK),
)
_OFFICES = {
    form: (row.split(",", 1)[0], family)
    for family, rows in _FAMILIES
    for row in rows.split(";")
    for form in row.split(",")
}
_ALIKE = (
    frozenset(("administrator", "chief", "head", "director", "boss", "leader", "chief executive", "manager", "chair")),
    frozenset(("judge", "justice")),
)
"""Offices that are often one and the same in other words."""
_CAPITAL = frozenset(("major", "general"))
"""Ranks that are also common words, and count only with a capital letter."""
_STANDING = frozenset(("deputy", "vice", "assistant", "associate", "acting", "interim", "former", "junior", "lt"))
_FIELDS = frozenset(("police", "fire", "foreign", "finance", "defense", "defence", "interior", "health", "education"))
_FIELDS |= frozenset(("state", "treasury", "justice", "energy", "trade", "transport", "environment", "labor", "labour"))
_SURE, _WEAK = 0.65, 0.4


def _any_of(words: Iterable[str]) -> str:
    return "|".join(word.replace(" ", r"\s") for word in sorted(words, key=lambda word: (-len(word), word)))


_OFFICE = rf"(?P<more>(?:\b(?i:{_any_of(_STANDING | _FIELDS)})\b\.?[\s-]+)*)\b(?P<office>(?i:{_any_of(_OFFICES)}))\b"
_BEFORE = regex.compile(rf"(?P<body>(?:\b\p{{Lu}}[\p{{L}}\p{{N}}’'&-]*\s+){{0,3}}?){_OFFICE}\.?(?P<comma>,)?\s+\Z")
_AFTER = regex.compile(
    rf",\s+(?:(?:the|an?|its|their|his|her)\s+)?(?P<body>(?:[\p{{L}}\p{{N}}’'-](?:[\p{{L}}\p{{N}}.’'-]*[\p{{L}}\p{{N}}]\.?)?\s+){{0,3}}?){_OFFICE}"
    r"(?=\s*(?:[,;.!?)—–]|\Z|(?:of|for|at|in|on|and|who|since|from|until)\b))"
)
_OF = regex.compile(r"\b(?:for|of|to|under|by|with)\s+(?:(?:the|an?|its|their|his|her)\s+)?\Z", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """What an article calls a person at one place; `written` is the title as it stands there."""

    name: Name
    span: Span
    office: str
    family: str
    more: frozenset[str]
    written: str


def find_titles(
    documents: tuple[Document, Document], names: tuple[Sequence[Name], Sequence[Name]]
) -> Iterator[Finding]:
    """Return each person to whom both articles give an office or a rank, and never the same one."""
    left, right = (_by_person(*each) for each in zip(documents, names, strict=True))
    for person in sorted(left.keys() & right.keys() & _unmistakable((*names[0], *names[1]))):
        apart = min(
            ((_apart(one, other), one, other) for one, other in product(left[person], right[person])),
            key=lambda each: each[0],
        )
        if apart[0]:
            yield _finding(*apart)


def _finding(sure: float, one: Title, other: Title) -> Finding:
    called = max(one.name.written, other.name.written, key=len)
    alike = one.office != other.office and any({one.office, other.office} <= group for group in _ALIKE)
    called_so = {"person": called, "one": one.written, "other": other.written.rstrip(".")}
    reason = phrase("One article calls {person} {one}, the other {other}.", **called_so)
    if alike:
        reason = phrase("One article calls {person} {one}, the other {other}, which may be one office.", **called_so)
    return Finding(FindingKind.NAME, FindingStatus.OTHER_TITLE, (one.span,), (other.span,), reason, sure, about=called)


def _by_person(document: Document, names: Sequence[Name]) -> dict[str, list[Title]]:
    found: dict[str, list[Title]] = defaultdict(list)
    for name in names:
        if not is_body(list(name.parts)):
            passage = document.passages[name.passage].span
            found[name.parts[-1]] += _titles(document.article.text, passage, name)
    return {person: titles for person, titles in found.items() if titles}


def _unmistakable(names: Sequence[Name]) -> frozenset[str]:
    """Return the family names that go with one first name only."""
    first: dict[str, set[str]] = defaultdict(set)
    for name in names:
        first[name.parts[-1]] |= {name.parts[0]} if len(name.parts) > 1 else set()
    return frozenset(family for family, given in first.items() if len(given) < 2)


def _titles(text: str, passage: Span, name: Name) -> Iterator[Title]:
    """Yield the title before a name, and the one after it."""
    before = _BEFORE.search(text, passage.start, name.span.start)
    after = _AFTER.match(text, name.span.end, passage.end)
    if before and (not before["comma"] or _is_apposition(text, passage, before, name)):
        start = before.start("body") + _idle(before["body"])
        yield from _title(before, text, name, Span(start, before.end("office")), Span(start, name.span.end))
    if after:
        start = after.start("body")
        yield from _title(
            after, text, name, Span(start, after.end("office")), Span(name.span.start, after.end("office"))
        )


def _is_apposition(text: str, passage: Span, before: regex.Match[str], name: Name) -> bool:
    """Return whether a name after "the mayor," is the mayor's, not that of "a spokesman for the mayor,"."""
    ends = text[name.span.end : name.span.end + 1] in (",", ".")
    return ends and not _OF.search(text, passage.start, before.start())


def _idle(body: str) -> int:
    """Return the length of the leading words that open a sentence rather than name a body."""
    length = 0
    for match in regex.finditer(r"(\S+)\s+", body):
        word = match[1].lower()
        if word not in FUNCTION_WORDS and not is_date_word(word):
            break
        length = match.end()
    return length


def _title(match: regex.Match[str], text: str, name: Name, title: Span, place: Span) -> Iterator[Title]:
    form = " ".join(match["office"].lower().split())
    if form in _CAPITAL and match["office"][0].islower():
        return
    office, family = _OFFICES[form]
    more = frozenset(regex.findall(r"\p{L}+", match["more"].lower()))
    point = "." if text[title.end : title.end + 1] == "." and len(form) < 5 else ""
    yield Title(name, place, office, family, more, title.of(text) + point)


def _apart(one: Title, other: Title) -> float:
    """Return how surely two titles are not one and the same, 0 when they may be: "mayor" and "Mayor of Oslo"."""
    if one.office == other.office:
        fields = one.more & _FIELDS, other.more & _FIELDS
        standing = (one.more ^ other.more) & _STANDING
        if all(fields) and fields[0].isdisjoint(fields[1]):
            return _SURE
        return 0.0 if not standing else _WEAK if standing == {"former"} else _SURE
    offices = {one.office, other.office}
    if one.family != other.family or any(offices <= group for group in _ALIKE):
        return _WEAK
    return _SURE if one.family != "work" or "spokesperson" in offices else _WEAK
