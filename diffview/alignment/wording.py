"""What do the words of a passage say: which stems, names, figures, quotations and speakers?

Everything here works by spelling alone, so it serves any language; what is particular to English (number words,
verbs of speech, endings) simply never matches elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise

import regex

from diffview.model import Span
from diffview.words import FUNCTION_WORDS, fold, is_word, tokenise

_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty"""
_TENS = "thirty forty fifty sixty seventy eighty ninety hundred"
_NUMBER_WORDS = (
    {word: float(value) for value, word in enumerate(_UNITS.split())}
    | {word: 10.0 * (3 + value) for value, word in enumerate(_TENS.split())}
    | {"dozen": 12.0, "twice": 2.0, "third": 3.0, "fourth": 4.0, "fifth": 5.0}
)
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "bln": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_ENDINGS = ("ingly", "edly", "ing", "ed", "ly", "er", "or")
_SPEECH_VERBS = """said says say tells told added adds asked wrote writes declined insisted insists called warned
    according urged noted argued recalled replied announced stated explained acknowledged predicted promised vowed
    described testified thinks believes posted tweeted"""
SPEECH = frozenset(_SPEECH_VERBS.split())
_LIGHT = frozenset({"said", "says", "say", "told", "tell", "tells", "according"})
_PERSONAL = frozenset({"he", "she", "they"})
_POINTERS = frozenset(
    ("he", "she", "they", "it", "this", "that", "these", "those", "his", "her", "their", "its", "but", "and", "the")
)
QUOTED = regex.compile(r'[“„«"]([^”“«»"]*)(?:[”»"]|$)')
_QUOTE_MARKS = frozenset('“„«"‘')
_OPENERS = frozenset('.!?:;"“„‘«([')
_FIGURE = regex.compile(r"\p{Sc}?(\d[\d,]*(?:\.\d+)?)")
_TITLE_CASE = 0.7
_CLAUSE_WORDS = 4
_CONJUNCTIONS = frozenset(("and", "but", "who", "which", "that", "after", "because", "while", "when", "if", "as"))
BREAK = regex.compile(r"[,;:—–“”\"()]|\s-\s")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one passage.

    `stems` runs parallel to `spans` (inside the passage); `light` marks those that carry no meaning of their own.
    `speakers` holds the stems of the names of whoever speaks here, taken over from the passage before when a
    pronoun or an open quotation points back to it. `figures` are values, written out or in digits; `clauses` are ranges
    of words: single clauses, neighbours joined, and the whole. `leans` says that it points back to the passage before.
    """

    text: str
    spans: tuple[Span, ...]
    stems: tuple[str, ...]
    light: tuple[bool, ...]
    names: frozenset[str]
    figures: tuple[float, ...]
    speakers: frozenset[str]
    quotes: bool
    speech: bool
    clauses: tuple[tuple[int, int], ...]
    leans: bool


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    span: Span
    opens: bool


def figure_stem(value: float) -> str:
    """Return the stem that stands for a figure, however it is written."""
    return f"#{value:g}"


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return `word` folded, in small letters, without the commonest English endings."""
    word = fold(word).lower().removesuffix("'s").strip("'")
    if not (word.isascii() and word.isalpha()):
        return word
    return _soft_end(_without_ending(_singular(word)))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= (3 if ending == "ed" else 4):
            return rest[:-1] if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "ls" else rest
    return word


def _soft_end(word: str) -> str:
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def read_wordings(sides: Sequence[Sequence[str]]) -> tuple[tuple[Wording, ...], ...]:
    """Return the wording of every passage, for the two sides together: one side shows which words are names."""
    tokens = [[_tokens(text) for text in texts] for texts in sides]
    names = _names(chain.from_iterable(tokens))
    return tuple(
        _carry_speakers([_wording(text, cut, names) for text, cut in zip(texts, cuts, strict=True)])
        for texts, cuts in zip(sides, tokens, strict=True)
    )


def _tokens(text: str) -> tuple[_Token, ...]:
    found, opens = [], True
    for span in tokenise(text):
        word = span.of(text)
        if is_word(word):
            found.append(_Token(word, span, opens))
            opens = False
        elif word in _OPENERS:
            opens = True
    return tuple(found)


def _names(passages: chain[tuple[_Token, ...]]) -> frozenset[str]:
    """Return the stems that are written with a capital inside sentences and never without."""
    capital: set[str] = set()
    small: set[str] = set()
    for tokens in passages:
        raised = sum(token.word[:1].isupper() for token in tokens)
        headline = raised > _TITLE_CASE * max(1, len(tokens))
        for token in tokens:
            if token.word[:1].islower():
                small.add(stem(token.word))
            elif token.word[:1].isupper() and not token.opens and not headline:
                capital.add(stem(token.word))
    return frozenset(capital - small - FUNCTION_WORDS)


def _value(token: _Token, after: _Token | None) -> float | None:
    """Return the figure that a token stands for, scaled by a following "million"."""
    word = fold(token.word).lower()
    match = _FIGURE.match(word)
    if match is None:
        return _NUMBER_WORDS.get(word)
    value = float(match[1].replace(",", ""))
    return value * _SCALES.get(after.word.lower(), 1.0) if after else value


def _wording(text: str, tokens: tuple[_Token, ...], names: frozenset[str]) -> Wording:
    values, stems = _stems(tokens)
    light = tuple(token.word.lower() in FUNCTION_WORDS or token.word.lower() in _LIGHT for token in tokens)
    here = frozenset(stems) & names
    quoted = sum(len(match[1].split()) for match in QUOTED.finditer(text)) >= 3
    return Wording(
        text=text,
        spans=tuple(token.span for token in tokens) or (Span(0, len(text)),),
        stems=stems or (fold(text),),
        light=light or (False,),
        names=here,
        figures=tuple(value for value in values if value is not None),
        speakers=_speakers(text, here),
        quotes=quoted,
        speech=quoted or bool(_said(text)),
        clauses=_clauses(text, tokens),
        leans=_leans(text, tokens, here),
    )


def _stems(tokens: tuple[_Token, ...]) -> tuple[list[float | None], tuple[str, ...]]:
    """Return the figure of each token, where it is one, and its stem."""
    values = [_value(token, after) for token, after in zip(tokens, (*tokens[1:], None), strict=False)]
    values = [None if value == 1 else value for value in values]
    stems = (
        stem(token.word) if value is None else figure_stem(value) for token, value in zip(tokens, values, strict=True)
    )
    return values, tuple(stems)


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a text without reading more of its wording."""
    return _stems(_tokens(text))[1]


def _leans(text: str, tokens: tuple[_Token, ...], names: frozenset[str]) -> bool:
    if text[:1] in _QUOTE_MARKS:
        return not _said(text)
    return bool(tokens) and not names and tokens[0].word.lower() in _POINTERS


def _said(text: str) -> list[int]:
    return [k for k, word in enumerate(_unquoted(text)) if word.lower() in SPEECH]


def _unquoted(text: str) -> list[str]:
    return regex.findall(r"[\p{L}\p{N}’'.-]+|”", QUOTED.sub(" ” ", text))


def _speakers(text: str, names: frozenset[str]) -> frozenset[str]:
    """Return the names that stand close to a verb of speech, outside quotations."""
    if not names:
        return frozenset()
    stems = [stem(word.rstrip(".")) for word in _unquoted(text)]
    near = chain.from_iterable(stems[max(0, k - 4) : k + 6] for k in _said(text))
    return frozenset(near) & names


def _carry_speakers(wordings: Sequence[Wording]) -> tuple[Wording, ...]:
    """Hand the last speaker on to passages that quote or say something without naming anybody."""
    found: list[Wording] = []
    last: frozenset[str] = frozenset()
    for wording in wordings:
        if wording.speakers:
            last = wording.speakers
        elif wording.quotes or (wording.speech and _points_back(wording)):
            wording = _spoken_by(wording, last)  # noqa: PLW2901
        elif wording.names:
            last = wording.names
        found.append(wording)
    return tuple(found)


def _points_back(wording: Wording) -> bool:
    return not _PERSONAL.isdisjoint(wording.stems)


def _spoken_by(wording: Wording, speakers: frozenset[str]) -> Wording:
    return replace(wording, speakers=speakers)


def _clauses(text: str, tokens: tuple[_Token, ...]) -> tuple[tuple[int, int], ...]:
    """Cut at punctuation and conjunctions into pieces of at least four words; add neighbours joined, and the whole."""
    cuts = [
        k
        for k in range(1, len(tokens))
        if tokens[k].word.lower() in _CONJUNCTIONS
        or BREAK.search(text, tokens[k - 1].span.end, tokens[k].span.start) is not None
    ]
    whole = (0, max(1, len(tokens)))
    edges = [0]
    for cut in cuts:
        if cut - edges[-1] >= _CLAUSE_WORDS and whole[1] - cut >= _CLAUSE_WORDS:
            edges.append(cut)
    edges.append(whole[1])
    single = set(pairwise(edges))
    joined = set(zip(edges, edges[2:], strict=False))
    return tuple(sorted(single | joined | {whole}))
