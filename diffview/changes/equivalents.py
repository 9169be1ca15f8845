"""Which words may stand for each other by the dictionary, in which forms, and which only for themselves?

The dictionary is `resources/wording/<language>.txt`, which explains its own parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

import regex

from diffview.resources import read_resource, resource
from diffview.words import FUNCTION_WORDS, fold, words

_VOWEL = regex.compile(r"[aeiouy]")
_SPELLINGS = (
    (regex.compile(r"(?<=\w{2})our(?=s?$|ed$|ing$|able$|ite|ful|less|hood|ist)"), "or"),
    (regex.compile(r"(?<=\w{3})is(?=e[ds]?$|ing$|ations?$|ers?$)"), "iz"),
    (regex.compile(r"(?<=al)ys(?=e[ds]?$|ing$)"), "yz"),
    (regex.compile(r"(?<=(?:ent|eat|met|lit|ib|ab))re(?=s?$)"), "er"),
    (regex.compile(r"(?<=al|ol)ogue(?=s?$)"), "og"),
    (regex.compile(r"(?<=f)ence(?=s?$)"), "ense"),
    (regex.compile(r"(?<=dg)e(?=ments?$)"), ""),
    (regex.compile(r"^grey"), "gray"),
)


class Tense(Enum):
    """Which ending a word has, for a verb its tense."""

    BASE = auto()
    PAST = auto()
    ING = auto()


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a word: the group of words it belongs to (or its basic form alone) and its ending."""

    group: str
    plural: bool = False
    tense: Tense = Tense.BASE

    def agrees(self, other: Sense) -> bool:
        """Return whether two readings say the same: one group, and no other number or time."""
        if self.group != other.group:
            return False
        if self.tense is other.tense:
            return self.plural == other.plural
        return {self.tense, other.tense} == {Tense.BASE, Tense.ING}


@dataclass(frozen=True, slots=True, eq=False)
class Dictionary:
    """The words of one language that stand for each other (`groups`, `names`) or only for themselves (`apart`)."""

    groups: dict[tuple[str, ...], frozenset[str]]
    names: dict[tuple[str, ...], frozenset[str]]
    listed: frozenset[str]
    apart: frozenset[str]
    irregular: dict[str, tuple[Sense, ...]]
    longest: int

    def readings(self, word: str) -> Iterator[Sense]:
        """Return what a word may be a form of; the group of each is its basic form."""
        yield Sense(word)
        yield from self.irregular.get(word, ())
        if word not in self.apart:
            yield from _regular(word)

    def senses(self, word: str) -> frozenset[Sense]:
        """Return the groups that a word belongs to, in the form it has."""
        return frozenset(
            Sense(group, reading.plural, reading.tense)
            for reading in self.readings(word)
            for group in self.groups.get((reading.group,), ())
        )

    def phrase_senses(self, phrase: Sequence[str]) -> frozenset[Sense]:
        """Return the groups that several words together belong to; the first or the last of them may be inflected."""
        first = (((reading.group, *phrase[1:]), reading) for reading in self.readings(phrase[0]))
        last = (((*phrase[:-1], reading.group), reading) for reading in self.readings(phrase[-1]))
        return frozenset(
            Sense(group, reading.plural, reading.tense)
            for key, reading in (*first, *last)
            for group in self.groups.get(key, ())
        )

    def is_closed(self, word: str) -> bool:
        """Return whether a word stands for nothing but itself and its group, whatever the vectors say."""
        return word in FUNCTION_WORDS or any(reading.group in self.listed for reading in self.readings(word))


def spelled(word: str) -> str:
    """Return a word folded, in small letters and in one of its spellings: colour is color, organise organize."""
    word = fold(word).lower()
    for pattern, standard in _SPELLINGS:
        word = pattern.sub(standard, word)
    return word


def _regular(word: str) -> Iterator[Sense]:
    if word.endswith("ing"):
        yield from (Sense(base, False, Tense.ING) for base in _bases(word[:-3]))
    elif word.endswith("ied") and len(word) > 4:
        yield Sense(word[:-3] + "y", False, Tense.PAST)
    elif word.endswith("ed"):
        yield from (Sense(base, False, Tense.PAST) for base in _bases(word[:-2]))
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        yield from (Sense(base, True) for base in _singulars(word))


def _bases(rest: str) -> Iterator[str]:
    if len(rest) < 2 or not _VOWEL.search(rest):
        return
    yield rest
    yield rest + "e"
    if len(rest) > 3 and rest[-1] == rest[-2]:
        yield rest[:-1]


def _singulars(word: str) -> Iterator[str]:
    yield word[:-1]
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield word[:-2]


@cache
def dictionary(language: str) -> Dictionary | None:
    """Return the dictionary of a language (an ISO 639-1 code), None where there is none."""
    if not (language.isalpha() and resource("wording", f"{language}.txt").is_file()):
        return None
    parts: dict[str, list[str]] = defaultdict(list)
    part = ""
    for line in read_resource("wording", f"{language}.txt").splitlines():
        if line.startswith("["):
            part = line.strip("[]")
        elif line and not line.startswith("#"):
            parts[part].append(line)
    groups, names = _groups("same", parts["same"]), _groups("names", parts["names"])
    single = {key[0] for key in groups if len(key) == 1}
    apart = {key[0] for key in _groups("apart", parts["apart"])}
    longest = max(map(len, (*groups, *names)), default=1)
    return Dictionary(groups, names, frozenset(single | apart), frozenset(apart), _irregular(parts["lemmas"]), longest)


def _groups(label: str, lines: Iterable[str]) -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for number, line in enumerate(lines):
        for entry in line.split(","):
            key = tuple(map(spelled, words(entry))) or (entry.strip(),)
            found[key].add(f"{label} {number}")
    return {key: frozenset(groups) for key, groups in found.items()}


def _irregular(lines: Iterable[str]) -> dict[str, tuple[Sense, ...]]:
    found: dict[str, tuple[Sense, ...]] = defaultdict(tuple)
    for line in lines:
        base, _, forms = line.partition(":")
        past, _, plural = forms.partition("|")
        for form in past.split():
            found[form] += (Sense(base, False, Tense.PAST),)
        for form in plural.split():
            found[form] += (Sense(base, True),)
    return dict(found)
