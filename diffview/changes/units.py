"""What does a piece of English text say, unit by unit, once its empty words are left out?

    "hasn't been using 2 lorries" -> not | be | use (-ing) | #2 | lorry (plural)

A unit is a word, a phrase that the dictionary knows, or a figure. Articles, relative pronouns and auxiliaries leave
nothing but the time they tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from diffview.changes.equivalents import Dictionary, Sense, Tense, spelled
from diffview.model import Span
from diffview.words import FUNCTION_WORDS, fold, is_word, tokenise

_FREE = frozenset(("a", "an", "the", "this", "that", "these", "those", "which", "who"))
_POINTERS = frozenset(("this", "that", "these", "those"))
_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being"))
_HAVE = frozenset(("have", "has", "had", "having"))
_DO = frozenset(("do", "does", "did"))
_PLAIN = {**dict.fromkeys(("am", "is", "are"), "be"), "has": "have", "does": "do"}
_TIMES = {
    **dict.fromkeys(("am", "is", "are", "do", "does"), "present"),
    **dict.fromkeys(("was", "were", "did"), "past"),
    **dict.fromkeys(("has", "have"), "perfect"),
    "had": "pluperfect",
}
_PERIOD_WORDS = """second minute hour day night week weekend month year decade century morning afternoon evening
    spring summer autumn fall winter season time moment"""
_PERIODS = frozenset(_PERIOD_WORDS.split())
_SILENT = frozenset(",;:.-()")
_OPENERS = frozenset('.!?:;"“„‘«([')
_HEADLINE = 0.7
_CONTRACTED = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am"}
_WHOLE = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"), "let's": ("let", "us")}
_IS = frozenset(("it", "he", "she", "that", "there", "here", "what", "who", "where"))
_FIGURE = regex.compile(r"(\p{Sc})?(\d[\d,]*(?:\.\d+)?)\s?(%|\p{Sc})?")
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "%": "percent"}
_COUNT = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: f"#{value}" for value, word in enumerate(_COUNT.split())} | {
    word: f"#{value}0" for value, word in enumerate(_TENS.split(), 3)
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is understood; one token may give several, all with its span in the article.

    `name` is set unless we are sure that a capital letter is no more than the beginning of a sentence.
    """

    key: str
    span: Span
    name: bool = False
    owns: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, phrase or figure that must have its like on the other side.

    `readings` are its own forms, `senses` the groups of the dictionary it belongs to; an `open` unit may be matched by
    vectors alone.
    """

    key: str
    span: Span
    readings: frozenset[Sense]
    senses: frozenset[Sense] = frozenset()
    name: bool = False
    owns: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """The units of a piece of text in order, the times its auxiliaries tell, and the signs that are not silent."""

    units: tuple[Unit, ...]
    times: frozenset[str]
    signs: str
    loud_signs: str

    @property
    def has_figures(self) -> bool:
        """Whether any unit is a figure."""
        return any(unit.key.startswith("#") for unit in self.units)


def understand(text: str, passage: Span, small: frozenset[str], words: Dictionary) -> tuple[Word, ...]:
    """Return the words of a passage; `small` are those that either article writes with a small letter."""
    tokens = [span for span in tokenise(passage.of(text), passage.start) if span.of(text).strip()]
    spoken = [span.of(text) for span in tokens if is_word(span.of(text))]
    headline = sum(word[0].isupper() for word in spoken) > _HEADLINE * len(spoken)
    found: list[Word] = []
    opens = True
    for span in tokens:
        token = span.of(text)
        if not is_word(token):
            opens = opens or token in _OPENERS
            continue
        plain = (opens or headline) and (spelled(token) in small or words.is_closed(spelled(token)))
        found += _expand(token, span, token[0].isupper() and not plain)
        opens = False
    return tuple(found)


def _expand(token: str, span: Span, name: bool) -> Iterator[Word]:
    word = fold(token).lower()
    stem, mark, rest = word.partition("'")
    if match := _FIGURE.fullmatch(word):
        yield from (Word(key, span) for key in _figure(match))
    elif word in _WHOLE:
        yield from (Word(key, span) for key in _WHOLE[word])
    elif word.endswith("n't"):
        yield from (Word(key, span) for key in (word[:-3], "not"))
    elif mark and mark + rest in _CONTRACTED:
        yield from (Word(key, span) for key in (stem, _CONTRACTED[mark + rest]))
    elif mark and rest == "s" and stem in _IS:
        yield from (Word(key, span) for key in (stem, "is"))
    elif mark and rest in ("s", ""):
        yield Word(stem if name else spelled(stem), span, name, owns=True)
    else:
        yield Word(word if name else _NUMBERS.get(word, spelled(word)), span, name)


def _figure(match: regex.Match[str]) -> Iterator[str]:
    yield "#" + match[2].replace(",", "")
    yield from (_SIGNS.get(sign, sign) for sign in (match[1], match[3]) if sign)


def state(text: str, span: Span, passage: Sequence[Word], words: Dictionary) -> Statement:
    """Return what the words of `passage` (from `understand`) inside `span` say."""
    inside = [number for number, word in enumerate(passage) if span.start <= word.span.start < span.end]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    units = tuple(_units(passage, first, last, words))
    times = frozenset(_TIMES[word.key] for word in passage[first:last] if word.key in _TIMES)
    tokens = (fold(token.of(text)) for token in tokenise(span.of(text), span.start))
    signs = "".join(token for token in tokens if not is_word(token))
    return Statement(units, times, signs, "".join(sign for sign in signs if sign not in _SILENT))


def _units(passage: Sequence[Word], first: int, last: int, words: Dictionary) -> Iterator[Unit]:
    at = first
    while at < last:
        unit, size = _phrase(passage[at:last], words)
        if unit is None and not _is_empty(passage, at, words):
            unit = _single(passage[at], words)
        if unit is not None:
            yield unit
        at += size


def _phrase(piece: Sequence[Word], words: Dictionary) -> tuple[Unit | None, int]:
    """Return the longest phrase of the dictionary that begins a piece, and how many words it takes."""
    for size in range(min(words.longest, len(piece)), 1, -1):
        members = piece[:size]
        keys = tuple(_PLAIN.get(word.key, word.key) for word in members)
        span = Span(members[0].span.start, members[-1].span.end)
        if any(word.name for word in members):
            groups = words.names.get(keys, frozenset())
            senses = frozenset(Sense(group) for group in groups) if members[0].name else frozenset[Sense]()
        else:
            senses = words.phrase_senses(keys)
        if senses:
            key = " ".join(keys)
            return Unit(key, span, frozenset((Sense(key),)), senses, members[0].name, members[-1].owns), size
    return None, 1


def _is_empty(passage: Sequence[Word], at: int, words: Dictionary) -> bool:
    """Return whether a word only serves its neighbours: an article, a relative pronoun, an auxiliary."""
    key = passage[at].key
    after = passage[at + 1].key if at + 1 < len(passage) else ""
    if key in _FREE:
        return not (key in _POINTERS and any(sense.group in _PERIODS for sense in words.readings(after)))
    if key == "to":
        return _may_be_verb(passage, at + 1)
    if key in _DO:
        return after == "not"
    if key in _BE or key in _HAVE:
        wanted = Tense.ING if key in _BE else Tense.PAST
        return any(sense.tense is wanted for sense in _readings_of_next(passage, at + 1, words))
    return False


def _may_be_verb(passage: Sequence[Word], at: int) -> bool:
    if at >= len(passage):
        return False
    word = passage[at]
    helper = word.key in _BE | _HAVE | _DO
    return helper or not (word.name or word.key.startswith("#") or word.key in FUNCTION_WORDS)


def _readings_of_next(passage: Sequence[Word], at: int, words: Dictionary) -> Iterator[Sense]:
    """Return the readings of the next word that is neither "not" nor an adverb."""
    following = (word for word in passage[at : at + 3] if word.key != "not" and not word.key.endswith("ly"))
    word = next(following, None)
    return iter(()) if word is None or word.name else words.readings(word.key)


def _single(word: Word, words: Dictionary) -> Unit:
    if word.name:
        senses = frozenset(Sense(group) for group in words.names.get((word.key,), ()))
        return Unit(word.key, word.span, frozenset((Sense(word.key),)), senses, name=True, owns=word.owns)
    key = "be" if word.key in _BE else _PLAIN.get(word.key, word.key)
    is_open = key.isalpha() and not words.is_closed(key)
    return Unit(key, word.span, frozenset(words.readings(key)), words.senses(key), owns=word.owns, open=is_open)


def without_avoiding(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units with "avoid doing" said as "not to do"."""
    following = [*units[1:], None]
    return tuple(
        Unit("not", unit.span, frozenset((Sense("not"),)))
        if unit.key == "avoid" and after is not None and any(sense.tense is Tense.ING for sense in after.readings)
        else unit
        for unit, after in zip(units, following, strict=False)
    )
