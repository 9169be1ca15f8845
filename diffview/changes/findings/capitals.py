"""Which capital words are names in a language that writes all its nouns with capitals?

More than a capital is asked for there. Words beside each other are a name ("Petra Lohse") unless one may be a noun of
its own, as behind an article ("auf der Tribüne Unterschriften") or at the opening of a sentence ("Neue Zahlen"): then
the last one must stand elsewhere as well, or the first one say that a body follows ("die Firma Curanova"). A single
word is a name where it stands for such a one ("Lohse", "Curanovas"), or in letters that are all capitals ("SPD").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from diffview.changes.findings.names import Name
from diffview.changes.findings.tongues import Tongue
from diffview.model import Document

Names = tuple[Sequence[Name], Sequence[Name]]

_BEFORE = 40
_ARTICLE = (
    r"d(?:er|ie|as|en|em|es)|ein(?:e[rmns]?)?|kein(?:e[rmns]?)?|(?:sein|ihr|unser)(?:e[rmns]?)?|"
    r"am|im|beim|vom|zu[mr]|ans|ins"
)
_DOUBTFUL = regex.compile(
    rf"(?:\b(?:{_ARTICLE})\s|\b(?-i:{_ARTICLE})\s\p{{Ll}}+e[nrms]?\s|(?:\A|[.!?:;„“\"»«])\s*)\Z", regex.IGNORECASE
)
"""What stands before a noun: an article, with or without an adjective, or the opening of a sentence."""
_BODIES = tuple(
    """amt anbieter bank behörde bund club fabrik firma fraktion gemeinde genossenschaft gericht gesellschaft
    gewerkschaft gruppe hersteller hochschule hotel institut klinik konzern kreis magazin ministerium partei reederei
    schule stadt stiftung theater universität unternehmen verband verein verlag werk zeitung""".split()  # noqa: SIM905
)
"""How the word ends that stands before the name of a body."""
_OFFICES = tuple(
    """minister ministerin meister meisterin präsident präsidentin sprecher sprecherin chef chefin direktor direktorin
    richter richterin leiter leiterin kanzler kanzlerin trainer trainerin professor professorin rätin anwalt
    anwältin vorsitzende vorsitzender abgeordnete abgeordneter
    hausfrau kauffrau amtfrau landfrau geschäftsfrau bauherr gutsherr hausherr stadtrat landrat landesrat gemeinderat
    kreisrat bezirksrat kantonsrat nationalrat ständerat bundesrat staatsrat regierungsrat ministerialrat großrat
    schulrat baurat hofrat kirchenrat studienrat verwaltungsrat aufsichtsrat stiftungsrat betriebsrat geheimrat
    medizinalrat""".split()  # noqa: SIM905
)
"""How the word ends that stands before the name of a person and is no part of it."""
_SHORT_OFFICES = frozenset(("rat", "herr", "herrn", "frau"))
"""Such words that are too short to tell by: first names end like them ("Murat")."""


def sure_names(documents: tuple[Document, Document], names: Names, tongues: tuple[Tongue, Tongue]) -> Names:
    """Return the names of both sides without those that may be nouns; those of other languages stay as they are."""
    if not any(tongue.has_capital_nouns for tongue in tongues):
        return names
    times = Counter(_bare(name.parts[-1]) for side in names for name in side)
    sure = [
        [name for name in side if not tongue.has_capital_nouns or _is_long(name, document.article.text, tongue, times)]
        for document, side, tongue in zip(documents, names, tongues, strict=True)
    ]
    last = frozenset(name.parts[-1] for side in sure for name in side)
    left, right = (
        tuple(_with_short(side, frozenset(found), last)) if tongue.has_capital_nouns else side
        for side, found, tongue in zip(names, sure, tongues, strict=True)
    )
    return left, right


def _bare(word: str) -> str:
    """Return a word without what may be the s of a genitive."""
    return word.removesuffix("s")


def _is_long(name: Name, text: str, tongue: Tongue, times: Counter[str]) -> bool:
    """Return whether a name has several words, none of which is likely to be a noun of its own."""
    if len(name.parts) < 2 or not tongue.measures.isdisjoint(name.parts):
        return False
    if len(name.parts) > 2 or name.titles:
        return True
    first, last = name.parts
    before = text[max(0, name.span.start - _BEFORE) : name.span.start]
    is_whose = first.endswith("s") and times[_bare(first)] > 1  # "Lohses Rede"
    return not is_whose and (not _DOUBTFUL.search(before) or first.endswith(_BODIES) or times[_bare(last)] > 1)


def _with_short(names: Iterable[Name], sure: frozenset[Name], last: frozenset[str]) -> Iterator[Name]:
    """Yield the sure names and, in order, the single words that stand for one, also with the s of a genitive."""
    for name in names:
        word = name.parts[-1]
        stands_for = word if word in last else _bare(word)
        if name in sure and len(name.parts) > 1 and _is_office(name.parts[0]):
            yield replace(name, parts=name.parts[1:])
        elif name in sure or (len(name.parts) == 1 and name.written.isupper() and len(word) > 1):
            yield name
        elif len(name.parts) == 1 and stands_for in last:
            yield replace(name, parts=(stands_for,))


def _is_office(word: str) -> bool:
    return word in _SHORT_OFFICES or word.endswith(_OFFICES)
