"""Which people, bodies and places does each article name, and is one name written in two ways?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from diffview.changes.findings.dates import MONTHS
from diffview.changes.findings.pieces import Pair, Piece, same_place
from diffview.changes.findings.tongues import ENGLISH, Tongue
from diffview.model import Document, Finding, FindingKind, FindingStatus, Options, Role, Side, Span
from diffview.phrases import phrase
from diffview.words import fold, is_word, tokenise

TITLES = frozenset(
    """mr mrs ms miss dr president governor gov senator sen rep representative mayor sheriff captain capt col colonel
    sgt sergeant lt lieutenant gen general maj major prime minister secretary administrator spokesman spokeswoman
    spokesperson chief prof professor judge justice king queen prince princess pope sir dame lord lady chairman
    chairwoman chair councilman councilwoman councillor controller deputy attorney chancellor ambassador director
    officer commissioner inspector constable junior senior vice former state foreign finance council supervisor coach
    editor analyst executive county clerk auditor admiral adm corporal cpl brigadier superintendent congressman
    congresswoman premier ceo c.e.o cfo""".split()  # noqa: SIM905
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ZONES = ("gmt", "bst", "utc", "cet", "cest", "eet", "eest", "est", "edt", "pst", "pdt", "et", "pt")
_CURRENCIES = ("eur", "usd", "gbp", "chf", "jpy", "cny", "sek", "nok", "dkk", "pln", "czk", "inr", "aud", "cad")
_DATES = frozenset((*_DAYS, *MONTHS, *(month[:3] for month in MONTHS), "sept", "i", "am", "pm", *_ZONES, *_CURRENCIES))
_AFTER_NAME = frozenset(
    """kc qc mp mep msp mla mbe obe cbe dbe kbe mc vc phd md mba esq rn frs""".split()  # noqa: SIM905
)
"""What is written after a name and is no part of it."""
_OF_BODIES = frozenset(
    """academy agency alliance archdiocese assembly association authority bank board bishop borough brotherhood bureau
    center centre chamber church city club college commission committee community confederation conference council
    court department diocese district duke faculty federation foundation front fund gulf hall house institute
    institution isle isles kingdom league library ministry museum national office order organisation organization
    parliament party people prince princess province republic school sea secretary senate society sons state states
    strait straits town tower union university valley county""".split()  # noqa: SIM905
)
"""Words before "of" with which a name of more than one word goes on: "Supreme Court of Norvia"."""
_INSIDE = frozenset(("of", "de", "der", "van", "von", "bin", "al", "el", "la", "du", "da", "di"))
_OPENING_WORDS = frozenset(
    """since despite amid during before after although though unless until because however yet still meanwhile later
    earlier today yesterday tonight now again instead rather besides moreover nevertheless many several both another
    every each one two three four five six seven eight nine ten last next perhaps maybe inside outside across
    among against between behind beyond along around without within toward towards upon""".split()  # noqa: SIM905
)
"""Words that open a sentence with a capital and belong to no name."""
_OF_A_PLACE = frozenset(("y", "n", "ns", "an", "ans", "ian", "ians", "ish", "ese", "i", "is", "s"))
"""What makes the people, or the adjective, of the name of a place, or the place of the adjective: "Germany"."""
_ADJECTIVES = ("ish", "ese", "ian", "ean")
_OPENERS = frozenset('.!?:;"“„‘«([—–•▪■·*')
_JOINS = frozenset("-–'’.&")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: the words of it without titles, and the titles before it."""

    span: Span
    passage: int
    parts: tuple[str, ...]
    titles: tuple[str, ...]
    written: str

    @property
    def key(self) -> str:
        """What the name is compared by."""
        return " ".join(self.parts)


@dataclass(frozen=True, slots=True)
class Known:
    """The words that are written with a small letter somewhere, and those with a capital inside a sentence."""

    small: frozenset[str]
    proper: frozenset[str]
    lenient: bool = False

    def is_proper(self, word: str) -> bool:
        """Return whether a capital word that opens a sentence is a name; `lenient` doubts it only for known words."""
        return word not in self.small and (self.lenient or word in self.proper)


def names_of(document: Document, known: Known, tongue: Tongue = ENGLISH) -> tuple[Name, ...]:
    """Return the names outside page furniture; `known` is how the articles write each word."""
    return tuple(
        name
        for number, passage in enumerate(document.passages)
        if passage.role is not Role.FURNITURE
        for name in _in_passage(document.article.text, passage.span, number, known, tongue)
    )


def is_date_word(word: str) -> bool:
    """Return whether a word in small letters is a day, a month or "I": a capital letter makes it no name."""
    return word in _DATES


def known_words(documents: Iterable[Document]) -> Known:
    """Return how both articles together write each word."""
    small: set[str] = set()
    proper: set[str] = set()
    for document in documents:
        for passage in document.passages:
            text = passage.span.of(document.article.text)
            before = "."
            for token in tokenise(text):
                word = token.of(text)
                if word[:1].islower():
                    small.add(fold(word).lower())
                elif before not in _OPENERS and word[:1].isupper() and passage.role is Role.BODY:
                    proper.add(fold(word).lower().removesuffix("'s"))
                before = word if word.strip() else before
    return Known(frozenset(small), frozenset(proper))


def _in_passage(text: str, span: Span, passage: int, known: Known, tongue: Tongue) -> Iterator[Name]:
    tokens = [token for token in tokenise(span.of(text), span.start) if token.of(text).strip()]
    written = [token.of(text) for token in tokens]
    spoken = [word for word in written if is_word(word)]
    headline = sum(word[:1].isupper() for word in spoken) > 0.7 * len(spoken)
    run: list[int] = []
    for at, word in enumerate(written):
        opens = headline or _opens(at, written)
        follows = (
            at + 1 < len(written) and written[at + 1][:1].isupper() and written[at + 1].lower() not in tongue.closed
        )
        only_opens = opens and not headline and word.lower() in _OPENING_WORDS
        is_part = not opens and _is_part(at, written, run, known, tongue)
        if is_part or (not only_opens and _is_name_word(word, opens and not (follows and not headline), known, tongue)):
            if run and not _joined(text, tokens, run, at, written, tongue.inside or _INSIDE):
                yield from _name(text, tokens, written, run, passage)
                run = []
            run.append(at)
    yield from _name(text, tokens, written, run, passage)


def _opens(at: int, written: Sequence[str]) -> bool:
    return at == 0 or written[at - 1] in _OPENERS


def _is_part(at: int, written: Sequence[str], run: Sequence[int], known: Known, tongue: Tongue) -> bool:
    """Return whether a word of no name is part of one: "La" of "à La Rochelle", "Winter" of "Petra Winter"."""
    if not written[at][:1].isupper():
        return False
    word = fold(written[at]).lower().partition("'")[0]
    if word in tongue.in_names:
        return at + 1 < len(written) and written[at + 1][:1].isupper()
    if word not in tongue.surnames or run[-1:] != [at - 1]:
        return False
    first = fold(written[at - 1]).lower()
    return first not in tongue.measures and (not _opens(at - 1, written) or known.is_proper(first))


def _is_name_word(word: str, opens: bool, known: Known, tongue: Tongue) -> bool:
    folded = fold(word).lower()
    bare = folded.partition("'")[0]
    if not word[:1].isupper() or not word[:1].isalpha() or bare.rstrip(".") in _DATES | tongue.dates:
        return False
    if bare in tongue.closed and not (word.isupper() and len(word) > 1):
        return False
    plain = folded.removesuffix("'s")
    return not opens or known.is_proper(plain) or (word.isupper() and len(word) > 1)


def _joined(
    text: str, tokens: Sequence[Span], run: Sequence[int], at: int, written: Sequence[str], inside: frozenset[str]
) -> bool:
    """Return whether a capital word belongs to the name before it: a neighbour, or with "of" or a hyphen between.

    A person's name ends before "of": "Ida Holm of Oslo" is no longer name.
    """
    last = run[-1]
    if fold(written[last]).lower().endswith("'s"):
        return False
    between = text[tokens[last].end : tokens[at].start]
    if "\n" in between:
        return False
    inner = between.strip()
    if inner == "." and fold(written[last]).lower() not in TITLES and len(written[last]) > 1:
        return False
    if inner.lower() == "of" and len(run) > 1 and fold(written[last]).lower() not in _OF_BODIES:
        return False
    return not inner or inner in _JOINS or inner.lower() in inside


def _name(
    text: str, tokens: Sequence[Span], written: Sequence[str], run: Sequence[int], passage: int
) -> Iterator[Name]:
    folded = [fold(written[at]).lower().rstrip(".").removesuffix("'s") for at in run]
    titled = [place for place, word in enumerate(folded[:-1]) if word in TITLES]
    lead = titled[-1] + 1 if titled else 0
    while len(folded) > lead + 1 and folded[-1].replace(".", "") in _AFTER_NAME:
        run, folded = run[:-1], folded[:-1]
    if len(folded) > lead and folded[lead:] != ["s"] and not (len(folded) == 1 and folded[0] in TITLES):
        end = tokens[run[-1]].end - (2 if fold(written[run[-1]]).lower().endswith("'s") else 0)
        span = Span(tokens[run[lead]].start, end)
        yield Name(
            span, passage, _hyphened(text, tokens, run[lead:], folded[lead:]), tuple(folded[:lead]), span.of(text)
        )


def _hyphened(text: str, tokens: Sequence[Span], run: Sequence[int], folded: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name, those with a hyphen between them as one."""
    parts = [folded[0]]
    for before, at, word in zip(run, run[1:], folded[1:], strict=False):
        if text[tokens[before].end : tokens[at].start] in ("-", "–", "‑"):
            parts[-1] += f"-{word}"
        else:
            parts.append(word)
    return tuple(parts)


def find_names(
    names: tuple[Sequence[Name], Sequence[Name]],
    maybe: tuple[Sequence[Name], Sequence[Name]],
    written: tuple[Sequence[Name], Sequence[Name]],
    pairs: Sequence[Pair],
    options: Options,
) -> Iterator[Finding]:
    """Return names written in two ways, names swapped in otherwise equal words, and names of one side only.

    `maybe` are the names and besides the capital words that may be names because nothing speaks against it; what an
    article has `written` like a name is not missing there, though it may be a noun.
    """
    left, right = names
    seen: set[tuple[str, str]] = set()
    places: set[Span] = set()
    for finding, key in (
        *_variants(left, right, pairs, options),
        *_swapped(left, maybe[1], pairs),
        *_swapped(maybe[0], right, pairs),
    ):
        if key not in seen and (finding.status is FindingStatus.VARIANT or places.isdisjoint(finding.left)):
            seen.add(key)
            yield finding
        if finding.status is FindingStatus.VARIANT:
            places |= set(finding.left)
    paired = {part for key in seen for name in key for part in name.split()}
    yield from (_alone(group, Side.LEFT) for group in _only(left, written[1], paired))
    yield from (_alone(group, Side.RIGHT) for group in _only(right, written[0], paired))


_Found = tuple[Finding, tuple[str, str]]


def _variants(left: Sequence[Name], right: Sequence[Name], pairs: Sequence[Pair], options: Options) -> Iterator[_Found]:
    linked = {(i, j) for pair in pairs for i in pair.link.left for j in pair.link.right}
    ours, theirs = ({name.key for name in side} for side in (left, right))
    groups = _by_key(left), _by_key(right)
    for one, other in sorted(product(ours - theirs, theirs - ours), key=_longest_first):
        if not _same_name(one.split(), other.split(), True, options):
            continue
        places = [(x, y) for x in groups[0][one] for y in groups[1][other]]
        near = [(x, y) for x, y in places if (x.passage, y.passage) in linked]
        is_near = any((x, y) in linked for x in _parts_of(left, one) for y in _parts_of(right, other))
        sure = _same_name(one.split(), other.split(), is_near, options)
        if sure:
            x, y = (near or places)[0]
            reason = phrase("One article writes {one}, the other {other}.", one=x.written, other=y.written)
            apart = set(one.split()) ^ set(other.split())
            spans = _showing(left, x, apart), _showing(right, y, apart)
            key = _told_apart(one, other)
            yield Finding(FindingKind.NAME, FindingStatus.VARIANT, *spans, reason, sure), key


def _longest_first(pair: tuple[str, str]) -> tuple[int, str, str]:
    return -sum(len(name.split()) for name in pair), *pair


def _told_apart(one: str, other: str) -> tuple[str, str]:
    """Return the last words, counted from the end, in which two names are told apart."""
    ends = zip(reversed(one.split()), reversed(other.split()), strict=False)
    return next(((x, y) for x, y in ends if x != y), (one, other))


def _parts_of(names: Sequence[Name], key: str) -> set[int]:
    """Return the passages that have a name or a part of it."""
    parts = set(key.split())
    return {name.passage for name in names if parts.issuperset(name.parts)}


def _showing(names: Sequence[Name], name: Name, apart: set[str]) -> tuple[Span, ...]:
    """Return where a name stands, also in part, with the words that tell it from its variant."""
    return tuple(
        each.span
        for each in names
        if each.key == name.key or (set(each.parts) & apart and set(each.parts) <= set(name.parts))
    )


def _by_key(names: Iterable[Name]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in names:
        found.setdefault(name.key, []).append(name)
    return found


def _same_name(one: list[str], other: list[str], near: bool, options: Options) -> float:  # noqa: PLR0911
    """Return how sure it is that two names are spellings of one, 0 when they are not.

    Words before the last two of the longer name may be a description that the other one lacks.
    """
    plain = [" ".join(name).replace("-", " ").split() for name in (one, other)]
    size = min(map(len, plain))
    if size > 1 and plain[0][-size:] == plain[1][-size:] and one[-1] != other[-1]:
        return 0.9
    size = min(len(one), len(other))
    if size > 1 and one[-1] == other[-1] and len(one) != len(other) and one[0] == other[0]:
        return 0.7
    one, other = one[-size:], other[-size:]
    differing = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    if not differing or any(x.rstrip("s") == y.rstrip("s") or min(len(x), len(y)) < 4 for x, y in differing):
        return 0.0
    likeness = [_likeness(x, y) for x, y in differing]
    if size > 1 and len(differing) < size:
        initial = all(x[0] == y[0] for x, y in differing)
        needed = options.name_likeness + (0.1 if not near else -0.15 if initial else 0)
        return 0.9 if min(likeness) >= needed else 0.0
    if not near:
        return 0.0
    if size > 1:
        return 0.75 if sum(likeness) / len(likeness) >= options.name_likeness - 0.05 else 0.0
    shorter, longer = sorted((one[0], other[0]), key=len)
    if longer.startswith(shorter) and longer.removeprefix(shorter) in _OF_A_PLACE:
        return 0.0
    if _is_of(one[0], other[0]) or _is_of(other[0], one[0]):
        return 0.0
    return 0.7 if likeness[0] >= options.name_likeness and one[0][0] == other[0][0] else 0.0


def _is_of(people: str, place: str) -> bool:
    """Return whether a name is the adjective of a place that loses its end before it: "British" and "Britain"."""
    for ending in _ADJECTIVES:
        root = people.removesuffix(ending)
        if root != people and len(root) > 2 and place.startswith(root) and place[-1] != people[-1]:
            return True
    return False


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _swapped(left: Sequence[Name], right: Sequence[Name], pairs: Sequence[Pair]) -> Iterator[_Found]:
    """Return the names that stand in the same place of linked passages and are not the same."""
    for pair in pairs:
        ours = [name for name in left if name.passage in pair.link.left and not _known(name, pair.right)]
        theirs = [name for name in right if name.passage in pair.link.right and not _known(name, pair.left)]
        for one, other in product(ours, theirs):
            if not _initials(one, other) and same_place(pair.left, one.span, pair.right, other.span):
                reason = phrase(
                    "In the same place one article names {one}, the other {other}.",
                    one=one.written,
                    other=other.written,
                )
                places = (one.span,), (other.span,)
                yield Finding(FindingKind.NAME, FindingStatus.DIFFERS, *places, reason, 0.8), (one.key, other.key)


def _known(name: Name, piece: Piece) -> bool:
    """Return whether all words of a name stand in a piece; that one side has more of them is no contradiction."""
    return all(not piece.keys.isdisjoint((part, f"{part}'s", f"{part}.")) for part in _plain(name))


def _plain(name: Name) -> list[str]:
    return [piece for part in name.parts for piece in part.replace("-", " ").split()]


def _initials(one: Name, other: Name) -> bool:
    shorts = "".join(part[0] for part in one.parts), "".join(part[0] for part in other.parts)
    return one.key.replace(".", "") == shorts[1] or other.key.replace(".", "") == shorts[0]


def _only(names: Sequence[Name], other: Sequence[Name], paired: set[str]) -> Iterator[list[Name]]:
    known = {part for name in other for part in _plain(name)} | paired
    for group in _by_key(names).values():
        if not any(part in known for part in _plain(group[0])):
            yield group


def _alone(group: Sequence[Name], side: Side) -> Finding:
    spans = tuple(name.span for name in group)
    reason = phrase("Only one of the articles names {name}.", name=group[0].written)
    left, right = (spans, ()) if side is Side.LEFT else ((), spans)
    return Finding(FindingKind.NAME, FindingStatus.ONLY_HERE, left, right, reason, 0.6, about=group[0].written)
