"""What are the units and number words of English, and how do they convert?"""

from __future__ import annotations

_COUNT = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

NUMBER_WORDS: dict[str, float] = {
    **{word: float(value) for value, word in enumerate(_COUNT.split())},
    **{word: 10.0 * value for value, word in enumerate(_TENS.split(), 2)},
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
}
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
ORDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ORDINALS.split(), 1)},
    **{f"twenty-{word}": 20 + value for value, word in enumerate(_ORDINALS.split()[:9], 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
"""The days of a month in words."""
OFTEN: dict[str, float] = {
    "hourly": 8766,
    "daily": 365.25,
    "nightly": 365.25,
    "weekly": 52.18,
    "fortnightly": 26.09,
    "monthly": 12,
    "quarterly": 4,
    "annually": 1,
    "yearly": 1,
    "every hour": 8766,
    "every day": 365.25,
    "every night": 365.25,
    "every week": 52.18,
    "every fortnight": 26.09,
    "every month": 12,
    "every quarter": 4,
    "every year": 1,
}
"""How often in a year something happens."""
SCALES: dict[str, float] = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "millions": 1e6,
    "billions": 1e9,
    "millionen": 1e6,
    "mio": 1e6,
    "milliarden": 1e9,
    "mrd": 1e9,
    "milliards": 1e9,
    "millones": 1e6,
    "tausend": 1e3,
    "k": 1e3,
    "m": 1e6,
    "bn": 1e9,
}
ONE_UNIT: dict[str, str] = {
    **dict.fromkeys(("percent", "per cent", "pc"), "%"),
    **dict.fromkeys(("dollar", "dollars", "usd"), "$"),
    **dict.fromkeys(("euro", "euros", "eur"), "€"),
    **dict.fromkeys(("pound", "pounds", "gbp"), "£"),
    **dict.fromkeys(("yen", "jpy"), "¥"),
}
"""Units that have another sign, and that sign."""
DOLLARS: dict[str, tuple[float, float]] = {"$": (1, 1), "£": (1.15, 1.65), "€": (1, 1.45), "¥": (0.0062, 0.0105)}
"""How many dollars one of a currency was worth in the last twenty years, at least and at most."""
LABELS = frozenset(
    """page paragraph channel figure chapter section part update route highway flight gate platform machine room exhibit
    bus runway wing terminal reactor""".split()  # noqa: SIM905
)
"""Nouns that a number after them tells from others, and does not count."""
_UNITS = {
    "percent": "1 %;1 pc;1 percent;1 per cent;1 percentage point;1 percentage points;0.01 basis point;"
    "0.01 basis points;0.01 basis-point",
    "money": "1 dollar;1 dollars;1 euro;1 euros;1 pound;1 pounds;1 cents;1 marka;1 yen;1 rubles;1 roubles",
    "length": "0.0254 inch;0.0254 inches;0.3048 foot;0.3048 feet;0.3048 ft;0.9144 yards;1609.34 mile;1609.34 miles;"
    "1 metre;1 metres;1 meter;1 meters;1000 km;1000 kilometres;1000 kilometers;1852 nautical miles;0.01 cm;"
    "0.01 centimetre;0.01 centimetres;0.01 centimeter;0.01 centimeters;0.001 mm;"
    "0.001 millimetre;0.001 millimetres;0.001 millimeter;0.001 millimeters",
    "speed": "0.447 mph;0.278 kph;0.278 km/h;0.514 knots",
    "area": "4046.9 acre;4046.9 acres;10000 hectares;1e6 square kilometers;1e6 square kilometres;2.59e6 square miles",
    "volume": "1 litre;1 litres;1 liters;3.785 gallon;3.785 gallons;1e6 megaliters;1e6 megalitres;1e6 ml;"
    "1e9 gigalitres",
    "mass": "1 kg;1 kilo;1 kilograms;1000 ton;1000 tons;1000 tonne;1000 tonnes;0.4536 lb",
}
_DURATIONS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 604800,
    "month": 2629800,
    "year": 31557600,
    "decade": 315576000,
    "century": 3155760000,
}
DIMENSIONS: dict[str, tuple[str, float]] = {
    name: (dimension, float(entry.split(" ", 1)[0]))
    for dimension, entries in _UNITS.items()
    for entry in entries.split(";")
    for name in (entry.split(" ", 1)[1],)
}
DIMENSIONS |= {name + plural: ("duration", float(value)) for name, value in _DURATIONS.items() for plural in ("", "s")}
DIMENSIONS["centuries"] = ("duration", 3155760000.0)
