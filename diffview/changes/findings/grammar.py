"""Which figures, dates and times does a text name, and what does each come to?

    "nearly $44 million" -> 44,000,000 dollars, from a little below
    "9 metres an hour"   -> 9 metres
    "tens of millions"   -> 10,000,000 to 200,000,000

A small grammar of our own for English news; other languages are read as far as their figures are written in digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from diffview.changes.findings.units import DIMENSIONS, NUMBER_WORDS, SCALES
from diffview.model import Span
from diffview.words import FUNCTION_WORDS, fold, tokenise


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in a text: between `low` and `high` in the basic unit of its `dimension`; `what` it counts.

    `value` is what is written, in the basic unit, `factor` what it was multiplied with to get there;
    `exact` unless the text itself says that it is rounded; `unit` is the unit as written, in one spelling.
    """

    span: Span
    dimension: str
    low: float
    high: float
    value: float
    factor: float
    exact: bool
    unit: str = ""
    what: frozenset[str] = frozenset()


_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_UNIT = "|".join(regex.escape(name) for name in sorted(DIMENSIONS, key=len, reverse=True))
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october")
MONTHS = (*_MONTHS, "november", "december")
_MONTH = r"Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)"  # noqa: E501
_DAY = r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_RANGED = ("count", "money", "percent", "length", "duration", "mass", "volume", "area", "speed")
_FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}

_HEDGE = (
    r"(?P<hedge>about|some|nearly|almost|roughly|around|approximately|more\ than|over|at\ least|up\ to|as\ much\ as"
    r"|as\ many\ as|less\ than|under|below|fewer\ than|no\ more\ than|not\ more\ than|close\ to"
    r"|just\ (?:over|under|shy\ of)|an\ estimated)?\s*"
)
_FIGURE = regex.compile(
    rf"""(?<![\p{{L}}\p{{N}}_.])
    (?:\b{_HEDGE})?
    (?P<main>
      (?P<sign>(?:US|A|C)?\$|€|£|¥)?
      (?: (?P<vague>tens|dozens|scores|hundreds|thousands|millions|billions)(?![\p{{L}}])
            (?:\ of\ (?P<of>thousands|millions|billions))?
        | (?P<one>(?:(?<=\b(?:for|of|in|after|within)\ )an?(?=\ (?:{_UNIT})\b)|an?(?=\ (?:{_UNIT})\ and\ a\ half)))
        | (?P<dozen>(?:half\ )?a\ dozen)
        | (?P<share>(?:(?:an?|one|two|three|nine)[\ -](?=\p{{L}})|(?=half))
            (?P<part>half|thirds?|quarters?|fifths?|tenths?))(?![\p{{L}}-])
        | (?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<half>\ and\ a\ half)?
        | (?P<words>(?:{_WORDS})(?![\p{{L}}])
            (?:(?:[\s-]|(?<=hundred|thousand|million)\ and\ )(?:{_WORDS})(?![\p{{L}}]))*)
            (?P<halfw>\ and\ a\ half)?
      )
      (?: (?P<gap>[\s-]?)(?P<scale>{_SCALE})(?![\p{{L}}]) )?
      (?P<after>€|£)?
      (?: (?:\s|-|\ of\ an?\ |\ of\ |\ an?\ )?(?P<unit>{_UNIT})(?![\p{{L}}]) )?
      (?P<more>(?<=\ an?\ \p{{L}}+)\ and\ a\ half)?
    )""",
    regex.VERBOSE | regex.IGNORECASE,
)
_AGE = regex.compile(r"(?<=\p{Lu}\p{Ll}+,\ )(?P<age>\d{1,2}|1[01]\d)(?=,\ (?!\d)|\.?$)")
_AGED = frozenset(("age",))
_TIME = regex.compile(
    rf"""(?P<hedge>(?:just|shortly|soon|a\ little)\ (?:before|after|shy\ of)\ |nearly\ |almost\ |around\ |about\ )?
    \b(?P<main>(?P<h>\d{{1,2}})(?:[:.](?P<m>\d\d))?\s?(?P<half>[ap])\.?m\b\.?
    |(?P<h24>[01]\d|2[0-3]):?(?P<m24>[0-5]\d)\s(?:GMT|BST|UTC|CET)\b
    |(?P<h2>\d{{1,2}}):(?P<m2>\d\d)\b
    |(?P<name>midnight|noon|midday)\b
    |(?P<clock>{_WORDS}|\d{{1,2}})\ o.clock\b(?!\ (?:in\ the|this))
    |(?P<words>{_WORDS}|\d{{1,2}})(?:\ o.clock)?\ (?:in\ the|this)\ (?P<part>morning|afternoon|evening)\b)""",
    regex.IGNORECASE | regex.VERBOSE,
)
_DATE = regex.compile(
    rf"(?P<day>\b(?:{_DAY}))(?![\p{{L}}])|(?:(?P<d0>\d{{1,2}})\s)?\b(?P<month>{_MONTH})(?![\p{{L}}])(?:\s(?P<d>\d{{1,2}})(?!\d|:))?(?:,?\s(?P<y>(?:1[5-9]|20)\d\d))?"
    r"|(?<![\d,.$€£-])(?P<year>(?:1[5-9]|20)\d\d)(?P<s>s)?(?![\d,%-]|\.\d)"
    r"|\b(?:the\s|late\s|early\s|by\s|come\s|in\s|mid-?)(?P<season>spring|summer|autumn|fall|winter)\b"
    r"|\b(?P<quarter>(?:first|second|third|fourth|final)\squarter|Q[1-4])\b"
    r"|\b(?P<part>mid-?year|the\s(?:middle|end)(?=\sof\s(?:the\syear|(?:19|20)\d\d)))",
)


def figures(text: str, span: Span) -> tuple[Figure, ...]:
    """Return the figures, dates and times inside `span`, in order; none overlaps another."""
    found = [*_times(text, span), *_dates(text, span), *_ages(text, span)]
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
    alike = before.unit == figure.unit or (before.dimension == "count" and not before.unit)
    if not (ranged and alike and figure.dimension in _RANGED) or (
        lead.endswith("from ") and figure.dimension != "count"
    ):
        return None
    low = before.low * (1.0 if before.dimension == figure.dimension else figure.factor)
    if low >= figure.high:
        return None
    middle = (low + figure.high) / 2
    return replace(figure, span=Span(before.span.start, figure.span.end), low=low, value=middle, exact=False)


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


def _times(text: str, span: Span) -> Iterator[Figure]:
    for match in _TIME.finditer(text, span.start, span.end):
        if match["name"]:
            value = 1440.0 if match["name"].lower() == "midnight" else 720.0
        elif match["clock"]:
            value = 60 * (NUMBER_WORDS.get(match["clock"].lower()) or float(match["clock"]))
        elif match["words"]:
            late = match["part"].lower() != "morning"
            value = 60 * (NUMBER_WORDS.get(match["words"].lower()) or float(match["words"])) + (720 if late else 0)
        else:
            hour = int(match["h"] or match["h24"] or match["h2"])
            half = (match["half"] or "").lower()
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour
            value = hour * 60.0 + int(match["m"] or match["m24"] or match["m2"] or 0)
        hedge = 30.0 if match["hedge"] else 0.0
        place = Span(match.start("main"), match.end())
        unit = "o'clock" if match["clock"] else ""
        yield Figure(place, "time of day", value - hedge, value + hedge, value, 1.0, not hedge, unit)


def _dates(text: str, span: Span) -> Iterator[Figure]:
    for match in _DATE.finditer(text, span.start, span.end):
        place = Span(*match.span())
        if match["day"]:
            value = float(_DAY.split("|").index(match["day"]))
            yield Figure(place, "day of the week", value, value, value, 1.0, True)
        elif match["month"]:
            yield _month(match, place)
        elif match["year"]:
            low = float(match["year"])
            yield Figure(place, "year", low, low + (9 if match["s"] else 0), low, 1.0, not match["s"])
        else:
            name = next(part for part in ("season", "quarter", "part") if match[part])
            yield _part_of_year(Span(*match.span(name)), match[name].lower())


def _part_of_year(place: Span, name: str) -> Figure:
    """Return a season, a quarter or the middle or end of a year as days of the year, each month having 31."""
    seasons = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12), "winter": (12, 15)}
    parts = {"mid": (5, 8), "the m": (5, 8), "the e": (11, 13)}
    first, last = seasons.get(name) or next((part for key, part in parts.items() if name.startswith(key)), (0, 0))
    if not last:
        order = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
        number = order.get(name.split(maxsplit=1)[0]) or int(name[1])
        first, last = 3 * number - 2, 3 * number + 1
    return Figure(place, "day of the year", first * 31, last * 31, first * 31, 1.0, False)


def _month(match: regex.Match[str], place: Span) -> Figure:
    day = match["d"] or match["d0"]
    number = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(match["month"][:3].lower()))
    low, high = (number * 31 + int(day),) * 2 if day else (number * 31, number * 31 + 30)
    return Figure(place, "day of the year", low, high, low + 400 * int(match["y"] or 0), 1.0, bool(day))


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
    share = bool(match["share"])
    if share:
        dimension, factor = ("percent", 100.0) if not match["unit"] else (dimension, factor)
    place = Span(*match.span("main"))
    what = _counted(text, place, span)
    hedge = " ".join((match["hedge"] or "").lower().split())
    spread = _hedged(low * factor, high * factor, hedge)
    unit = sign[-1:] or name
    yield Figure(place, dimension, *spread, low * factor, factor, exact and not hedge, unit, what)


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
        value = float(match["digits"].replace(",", "")) + (0.5 if match["half"] else 0)
        return value * scale, value * scale, True
    value = spoken(match["words"]) + (0.5 if match["halfw"] else 0)
    if value == 1 and not (match["scale"] or match["unit"]):
        return None
    return value * scale, value * scale, True


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
    if hedge in ("nearly", "almost", "close to", "less than", "under", "below", "fewer than", "just under", "up to"):
        return low * (0.5 if hedge in ("less than", "fewer than", "under", "below", "up to") else 0.9), high
    if hedge in ("more than", "over", "at least", "just over"):
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
