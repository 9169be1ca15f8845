"""Which figures, dates and times does a text name, and what does each come to?

    "nearly $44 million" -> 44,000,000 dollars, from a little below
    "9 metres an hour"   -> 9 metres
    "tens of millions"   -> 10,000,000 to 200,000,000

A small grammar of our own for English news; other languages are read as far as their figures are written in digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from diffview.changes.findings.dates import dates, times
from diffview.changes.findings.units import DIMENSIONS, LABELS, NUMBER_WORDS, OFTEN, ONE_UNIT, SCALES
from diffview.changes.findings.values import Figure
from diffview.model import Span
from diffview.words import FUNCTION_WORDS, fold, tokenise

_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_UNIT = "|".join(regex.escape(name) for name in sorted(DIMENSIONS, key=len, reverse=True))
_RANGED = ("count", "money", "percent", "length", "duration", "mass", "volume", "area", "speed")
_FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}

_HEDGE = (
    r"(?P<hedge>about|some|nearly|almost|roughly|around|approximately|more\ than|over|at\ least|up\ to|as\ much\ as"
    r"|as\ many\ as|less\ than|under|below|fewer\ than|no\ more\ than|not\ more\ than|close\ to"
    r"|just\ (?:over|under|shy\ of)|an\ estimated)?\s*"
)
_FROM_NOW = r"\p{L}+\ (?:earlier|ago|before|after|later)\b"
_ALMOST = r"(?:about|almost|nearly|roughly|around|over|more\ than|some)"
_FIGURE = regex.compile(
    rf"""(?<![\p{{L}}\p{{N}}_.])
    (?:\b{_HEDGE})?
    (?P<main>
      (?P<sign>(?:US|A|C)?\$|€|£|¥|(?:EUR|USD|GBP|JPY)\s?(?=\d))?
      (?: (?P<vague>tens|dozens|scores|hundreds|thousands|millions|billions)(?![\p{{L}}])
            (?:\ of\ (?P<of>thousands|millions|billions))?
        | (?P<one>(?:(?<=\b(?:for|of|in|after|within)\ (?:{_ALMOST}\ )?)an?(?=\ (?:{_UNIT})\b)
            |an?(?=\ (?:{_UNIT})\ and\ a\ half)))
        | (?P<dozen>(?:half\ )?a\ dozen)
        | (?P<share>(?:(?:an?|one|two|three|nine)[\ -](?=\p{{L}})|(?=half))
            (?P<part>half|thirds?|quarters?|fifths?|tenths?))(?![\p{{L}}-])
        | (?P<digits>\d{{1,3}}(?:[ \u00a0\u202f\u2009]\d{{3}})+(?![\d.])
            |\d+,\d{{1,2}}(?=\s?(?:{_SCALE}|{_UNIT})(?![\p{{L}}]))|\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<half>\ and\ a\ half)?
        | (?P<words>(?:{_WORDS})(?![\p{{L}}])
            (?:(?:[\s-]|(?<=hundred|thousand|million)\ and\ )(?:{_WORDS})(?![\p{{L}}]))*)
            (?P<halfw>\ and\ a\ half)?
      )
      (?: (?P<gap>[\s-]?)(?P<scale>{_SCALE})(?![\p{{L}}])(?:\.(?=\ (?:{_UNIT})\b))? )?
      (?P<after>€|£)?
      (?: (?:\s|-|\ of\ an?\ |\ of\ the\ (?=day|year)|\ of\ |\ an?\ (?!{_FROM_NOW}))?(?P<unit>{_UNIT})(?![\p{{L}}]) )?
      (?P<more>(?<=\ an?\ \p{{L}}+)\ and\ a\ half)?
    )""",
    regex.VERBOSE | regex.IGNORECASE,
)
_AGE = regex.compile(r"(?<=\p{Lu}\p{Ll}+,\ )(?P<age>\d{1,2}|1[01]\d)(?=,\ (?!\d)|\.?$)")
_AGED = frozenset(("age",))
_ODDS = regex.compile(
    rf"\b(?P<of>one|two|three|four|\d{{1,2}})(?:\s|-)(?:in|out\sof)(?:\s|-)(?:every\s)?(?P<all>\d{{1,3}}|{_WORDS})"
    rf"(?![\p{{L}}\d,.:-]|\s(?:{_UNIT}|{_SCALE})(?!\p{{L}}))",
    regex.IGNORECASE,
)
_LABEL = regex.compile(rf"\b({'|'.join(sorted(LABELS))})\s\Z", regex.IGNORECASE)
_LOOSELY_BELOW = ("less than", "fewer than", "under", "below", "up to")
_BELOW = frozenset(
    ("nearly", "almost", "close to", "just under", "as much as", "as many as", "no more than", "not more than")
) | {*_LOOSELY_BELOW, "just shy of"}
_ABOVE = frozenset(("more than", "over", "at least", "just over"))
_OFTEN = regex.compile(rf"\b(?:{'|'.join(OFTEN)})\b")


def figures(text: str, span: Span) -> tuple[Figure, ...]:
    """Return the figures, dates and times inside `span`, in order; none overlaps another."""
    found = [*times(text, span), *dates(text, span), *_ages(text, span), *_often(text, span), *_odds(text, span)]
    taken = [figure.span for figure in found]
    for match in _FIGURE.finditer(text, span.start, span.end):
        place = Span(*match.span("main"))
        if all(place.end <= other.start or other.end <= place.start for other in taken):
            found += _figure(text, match, span)
    return tuple(_joined(text, sorted(found, key=lambda figure: figure.span)))


def _joined(text: str, found: list[Figure]) -> Iterator[Figure]:
    """Yield the figures, what is said in two units ("two hours and fifty minutes") as one."""
    before: Figure | None = None
    for figure in found:
        if before and (spread := _spread(text, before, figure)):
            before = spread
            continue
        if before and _continues(text, before, figure):
            low, high, value = before.low + figure.value, before.high + figure.value, before.value + figure.value
            before = replace(before, span=Span(before.span.start, figure.span.end), low=low, high=high, value=value)
            continue
        if before:
            yield before
        before = figure
    if before:
        yield before


def _spread(text: str, before: Figure, figure: Figure) -> Figure | None:
    """Return a figure said as a range ("46 to 55 people", "2-7 inches") as one, None where it is none.

    What goes from one share or sum to another is no range, nor what is said in two units. The value is the middle.
    """
    between, lead = text[before.span.end : figure.span.start].lower(), text[: before.span.start].lower()
    ranged = between in (" to ", "-", "–") or (between == " and " and lead.endswith("between "))
    sum_ = before.dimension == "money" and figure.dimension == "count"
    alike = before.unit == figure.unit or sum_ or (before.dimension == "count" and not before.unit)
    steps = lead.endswith("by ") or (lead.endswith("from ") and figure.dimension != "count")
    if not (ranged and alike and figure.dimension in _RANGED) or steps:
        return None
    low = before.low * (1.0 if before.dimension == figure.dimension else figure.factor)
    scale = _scale(figure.span.of(text))
    low *= scale if _scale(before.span.of(text)) == 1 and low * scale < figure.high else 1
    if low >= figure.high:
        return None
    middle = (low + figure.high) / 2
    named = before if sum_ else figure
    span = Span(before.span.start, figure.span.end)
    return replace(named, span=span, low=low, high=figure.high, value=middle, exact=False, what=figure.what)


def _scale(written: str) -> float:
    """Return how many times its digits a figure is worth: a million of "3 million"."""
    return next((SCALES[word] for word in regex.findall(r"\p{L}+", written.lower()) if word in SCALES), 1.0)


def _continues(text: str, before: Figure, figure: Figure) -> bool:
    between = text[before.span.end : figure.span.start]
    same = before.dimension == figure.dimension in ("duration", "length", "mass")
    return same and before.factor > figure.factor and between in (" ", " and ", ", ", "-")


def _ages(text: str, span: Span) -> Iterator[Figure]:
    """Yield the age that stands after a name between commas, in years."""
    year = DIMENSIONS["years"][1]
    for match in _AGE.finditer(text, span.start, span.end):
        value = float(match["age"]) * year
        yield Figure(Span(*match.span("age")), "duration", value, value, value, year, True, "years", _AGED)


def _often(text: str, span: Span) -> Iterator[Figure]:
    """Yield how often something happens, in times a year."""
    for match in _OFTEN.finditer(text, span.start, span.end):
        value = OFTEN[match[0]]
        yield Figure(Span(*match.span()), "frequency", value, value, value, 1.0, True, "times")


def _odds(text: str, span: Span) -> Iterator[Figure]:
    """Yield "one in six" as a share in percent."""
    for match in _ODDS.finditer(text, span.start, span.end):
        part, whole = (float(word) if word.isdigit() else spoken(word) for word in (match["of"], match["all"]))
        if 0 < part < whole <= 1000:
            value = 100 * part / whole
            yield Figure(Span(*match.span()), "percent", value * 0.97, value * 1.03, value, 0.0, True)


def _figure(text: str, match: regex.Match[str], span: Span) -> Iterator[Figure]:
    value = _value(match)
    if value is None:
        return
    low, high, exact = value
    name = (match["unit"] or "").lower()
    sign = match["sign"] or match["after"] or ""
    dimension, factor = DIMENSIONS.get(name, ("count", 1.0))
    if sign:
        dimension, factor = "money", 1.0
    if match["share"]:
        dimension, factor = ("percent", 100.0) if not match["unit"] else (dimension, factor)
    place = Span(*match.span("main"))
    what = _counted(text, place, span)
    hedge = " ".join((match["hedge"] or "").lower().split())
    spread = _hedged(low * factor, high * factor, hedge)
    sign = sign.strip().lower()
    unit = ONE_UNIT.get(sign, sign[-1:]) or ONE_UNIT.get(name, name)
    bare = dimension == "count" and match["digits"] and not (match["scale"] or hedge)
    if bare and (label := _LABEL.search(text, span.start, place.start)):
        dimension = f"{label[1].lower()} number"
    bound = "below" if hedge in _BELOW else "above" if hedge in _ABOVE else ""
    yield Figure(place, dimension, *spread, low * factor, factor, exact and not hedge, unit, what, bound)


def _value(match: regex.Match[str]) -> tuple[float, float, bool] | None:  # noqa: PLR0911
    scale = SCALES.get((match["scale"] or "").lower(), 1.0)
    if match["vague"]:
        low = {"tens": 10, "dozens": 24, "scores": 40}.get(match["vague"].lower())
        base = float(low if low else SCALES[match["vague"].lower().rstrip("s")])
        base *= SCALES[match["of"].lower().rstrip("s")] if match["of"] else 1.0
        return base, base * 20, False
    if match["share"]:
        first = match["share"].split()[0].split("-")[0].lower()
        times = {"two": 2, "three": 3, "nine": 9}.get(first, 1)
        value = _FRACTIONS[match["part"].lower().rstrip("s")] * times * scale
        return value, value, True
    if match["one"]:
        return (value := 1.5 if match["more"] else 1.0), value, True
    if match["dozen"]:
        value = 6.0 if match["dozen"].lower().startswith("half") else 12.0
        return value, value, True
    if match["digits"]:
        if (match["scale"] or "").lower() in ("m", "k", "bn") and not (match["sign"] or match["gap"] == ""):
            return None
        value = _number(match["digits"]) + (0.5 if match["half"] else 0)
        return value * scale, value * scale, True
    value = spoken(match["words"]) + (0.5 if match["halfw"] else 0)
    if value == 1 and not (match["scale"] or match["unit"]):
        return None
    return value * scale, value * scale, True


def _number(digits: str) -> float:
    """Return the value of digits with commas or spaces between thousands, or with a comma before a fraction."""
    if regex.fullmatch(r"\d+,\d{1,2}", digits):
        return float(digits.replace(",", "."))
    return float(regex.sub(r"[,\s]", "", digits))


def spoken(words: str) -> float:
    """Return the value of number words: "forty thousand and two" is 40,002."""
    total, part = 0.0, 0.0
    for word in regex.split(r"[\s-]+", words.lower()):
        if word == "and":
            continue
        value = NUMBER_WORDS[word]
        if value < 100:
            part += value
        elif value == 100:
            part = (part or 1) * 100
        else:
            total, part = total + (part or 1) * value, 0.0
    return total + part


def _hedged(low: float, high: float, hedge: str) -> tuple[float, float]:
    if not hedge:
        return low, high
    if hedge in ("nearly", "almost", "close to", "just under", *_LOOSELY_BELOW):
        return low * (0.7 if hedge in _LOOSELY_BELOW else 0.9), high
    if hedge in _ABOVE:
        return low, high * 1.2
    if hedge in ("as much as", "as many as", "no more than", "not more than", "just shy of"):
        return low * 0.85, high
    return low * 0.9, high * 1.1


def _counted(text: str, place: Span, span: Span) -> frozenset[str]:
    """Return the stems of the next words up to the second one of meaning: what is counted."""
    found: list[str] = []
    for token in tokenise(text[place.end : min(span.end, place.end + 60)]):
        word = fold(token.of(text[place.end : place.end + 60])).lower()
        if not word[:1].isalpha():
            if found or not word.startswith("-"):
                break
            continue
        if word in FUNCTION_WORDS and word != "of":
            break
        if word != "of":
            found.append(stem(word))
        if len(found) == 2:
            break
    return frozenset(found)


def stem(word: str) -> str:
    """Return a word without its commonest endings: a crude key for likeness, never shown."""
    word = fold(word).lower().removesuffix("'s")
    for ending in ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
