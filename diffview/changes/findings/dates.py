"""Which dates and times does a text give: days, months, years and their parts, hours?

A day of the year counts 31 days to each month, from 32 for January 1, and 400 more for each year it names.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from diffview.changes.findings.units import NUMBER_WORDS, ORDINALS
from diffview.changes.findings.values import Figure
from diffview.model import Span

_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october")
MONTHS = (*_MONTHS, "november", "december")
_SHORT = {
    "Jan": "uary",
    "Feb": "ruary",
    "Mar": "ch",
    "Apr": "il",
    "Aug": "ust",
    "Oct": "ober",
    "Nov": "ember",
    "Dec": "ember",
}
_MONTH = "|".join(
    (
        *(rf"{short}(?:{rest}|\.|(?=\s\d)|(?<=\d\s{short}))" for short, rest in _SHORT.items()),
        r"Sept?(?:ember|\.|(?=\s\d)|(?<=\d\sSept?))",
        r"May|June?|July?",
    )
)
_DAY = r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_TIME = regex.compile(
    rf"""(?P<hedge>(?:just|shortly|soon|a\ little)\ (?:before|after|shy\ of)\ |nearly\ |almost\ |around\ |about\ )?
    \b(?P<main>(?P<h>\d{{1,2}})(?:[:.](?P<m>\d\d))?\s?(?P<half>[ap])\.?m\b\.?
    |(?P<h24>[01]?\d|2[0-3])[:.]?(?P<m24>[0-5]\d)\s(?:GMT|BST|UTC|CES?T|EES?T|E[SD]?T|P[SD]?T)\b
    |(?P<h2>\d{{1,2}}):(?P<m2>\d\d)\b
    |(?P<name>midnight|noon|midday)\b
    |(?P<clock>{_WORDS}|\d{{1,2}})\ o.clock\b(?!\ (?:in\ the|this))
    |(?P<words>{_WORDS}|\d{{1,2}})(?:\ o.clock)?\ (?:in\ the|this)\ (?P<part>morning|afternoon|evening)\b)""",
    regex.IGNORECASE | regex.VERBOSE,
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_NTH = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|\d{{1,2}}(?:st|nd|rd|th))"
_DATE = regex.compile(
    rf"""(?P<day>\b(?:{_DAY}))(?![\p{{L}}])
    |\b(?:the\s)?(?P<nth>{_NTH})\s(?:of\s|(?<=\d\p{{Ll}}+\s))(?P<month>{_MONTH})(?![\p{{L}}])(?:,?\s(?P<y>{_YEAR}))?
    |(?:(?P<d0>\d{{1,2}})\s)?\b(?P<month>{_MONTH})(?![\p{{L}}])(?:\s(?:the\s)?(?:(?P<d>\d{{1,2}})(?!\d|:|st|nd|rd|th)|(?P<nth>{_NTH})(?!\p{{L}})))?
        (?:,?\s(?P<y>{_YEAR}))?
    |(?<![\d,.$€£-])(?:\b(?P<s>decade\sof\s(?:the\s)?))?(?P<year>{_YEAR})(?P<s>s)?(?!\d|%|-|[,.]\d)
    |\b(?:the\s|late\s|early\s|by\s|come\s|in\s|mid-?)(?P<season>spring|summer|autumn|fall|winter)\b
    |\b(?P<quarter>(?:first|second|third|fourth|final)\squarter|Q[1-4])\b
    |\b(?P<part>mid-?year|the\s(?:middle|end)(?=\sof\s(?:the\syear|(?:19|20)\d\d)))""",
    regex.VERBOSE,
)


def times(text: str, span: Span) -> Iterator[Figure]:
    """Yield the times of day inside `span`, in minutes."""
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


def dates(text: str, span: Span) -> Iterator[Figure]:
    """Yield the days of the week, the days, months and parts of a year, and the years inside `span`."""
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
    day = match["d"] or match["d0"] or ORDINALS.get(match["nth"] or "") or (match["nth"] or "")[:-2]
    number = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(match["month"][:3].lower()))
    low, high = (number * 31 + int(day),) * 2 if day else (number * 31, number * 31 + 30)
    return Figure(place, "day of the year", low, high, low + 400 * int(match["y"] or 0), 1.0, bool(day))
