"""Does every form of a figure, date or time come to its value?"""

from __future__ import annotations

import pytest

from diffview.changes.findings.grammar import figures
from diffview.changes.findings.values import Figure
from diffview.model import Span


def only(text: str) -> Figure:
    """Return the one figure of a text."""
    (figure,) = figures(text, Span(0, len(text)))
    return figure


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("$44 million", "money", 44e6),
        ("£1.8m", "money", 1.8e6),
        ("8.7%", "percent", 8.7),
        ("75 basis points", "percent", 0.75),
        ("9,100 customers", "count", 9100),
        ("forty thousand cars", "count", 40_000),
        ("two hundred and six boats", "count", 206),
        ("a dozen boats", "count", 12),
        ("half a dozen boats", "count", 6),
        ("24,000 feet", "length", 24_000 * 0.3048),
        ("four and a half miles", "length", 4.5 * 1609.34),
        ("a third", "percent", 100 / 3),
        ("7:15 a.m.", "time of day", 435),
        ("six in the evening", "time of day", 1080),
        ("0412 GMT", "time of day", 252),
        ("1998", "year", 1998),
        ("eight o'clock", "time of day", 480),
        ("a quarter of a percent", "percent", 0.25),
    ],
)
def test_value(text: str, dimension: str, value: float) -> None:
    """A form of a figure is read as what it comes to in the basic unit."""
    figure = only(text)
    assert figure.dimension == dimension
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize("text", ["a billionaire", "high tensions", "his one wish", "the thirdborn"])
def test_part_of_a_word_is_no_figure(text: str) -> None:
    """Number words inside other words are left alone."""
    assert figures(text, Span(0, len(text))) == ()


def test_hedge_widens_the_value() -> None:
    """What is "nearly" a value may lie below it, but not above."""
    figure = only("nearly $120 million")
    assert figure.low < 118.4e6 <= figure.high == 120e6
    assert not figure.exact


def test_vague_sum_reaches_from_its_least_to_far_above() -> None:
    """Tens of millions begin at ten million and hold forty-four."""
    figure = only("tens of millions of dollars")
    assert figure.low == 10e6
    assert figure.high >= 44e6


def test_range_is_one_figure() -> None:
    """What is said from one value to another is one figure with both ends."""
    figure = only("46 to 55 lives")
    assert (figure.low, figure.high) == (46, 55)


def test_change_is_no_range() -> None:
    """What went from one share to another keeps both figures."""
    text = "sank from 19% to 13%"
    assert len(figures(text, Span(0, len(text)))) == 2
