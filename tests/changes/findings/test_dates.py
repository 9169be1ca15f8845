"""Is every form of a date read, and are dates compared as a reader would?"""

from __future__ import annotations

import pytest

from diffview.changes.findings.grammar import figures
from diffview.model import FindingKind, FindingStatus, Options, Span
from tests.changes.findings.test_findings import findings, one


@pytest.mark.parametrize(
    "text",
    [
        "Apr 1",
        "1 Apr",
        "April 1",
        "April 1st",
        "the first of April",
        "the 1st of April",
        "1 April",
        "1st April",
        "April the 1st",
    ],
)
def test_day_in_every_form(text: str) -> None:
    """A day is the same day in figures and in words, before its month and after it."""
    (figure,) = figures(text, Span(0, len(text)))
    assert (figure.dimension, figure.low) == ("day of the year", 4 * 31 + 1)


def test_decade_in_both_forms() -> None:
    """The 1870s are the decade of 1870."""
    finding = one("It was made in the 1870s.", "It was made in the decade of 1870.", FindingKind.DATE)
    assert finding.status is FindingStatus.SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Deliveries start on May 20 there.", "Deliveries start in May there."),
        ("It began shortly after 7 a.m. there.", "It began at about 7:15 a.m. there."),
    ],
)
def test_same_month_or_hour_less_exactly(left: str, right: str) -> None:
    """The month of a day, or the hour of a minute, is no difference worth showing."""
    finding = one(left, right, FindingKind.DATE)
    assert finding.status is FindingStatus.VAGUER
    assert finding.confidence < Options().finding_above


def test_season_of_a_month() -> None:
    """A month and its season agree, one less exactly and in another word: that is shown."""
    assert (
        one("It opens in September.", "It opens in the autumn.", FindingKind.DATE).confidence > Options().finding_above
    )


def test_month_of_another_year() -> None:
    """One month of two years differs."""
    left, right = "It burned in September 2009.", "It burned in September 2010."
    assert one(left, right, FindingKind.DATE).status is FindingStatus.DIFFERS


def test_years_of_one_event() -> None:
    """Two years of what is told in the same words differ."""
    left, right = "She earned a doctorate at Columbia in 1956.", "After a doctorate at Columbia in 1957 she left."
    assert one(left, right, FindingKind.DATE).confidence > Options().finding_above


def test_hour_with_a_point_and_a_zone() -> None:
    """An hour is read with a point between hours and minutes where its zone follows."""
    left, right = "It opens at 9.00 EEST there.", "It opens at 10.00 EEST there."
    assert one(left, right, FindingKind.DATE).status is FindingStatus.DIFFERS


def test_date_counted_from_another() -> None:
    """A day in an article that goes on to count from it may be another day than the one the other article gives."""
    left, right = "He rang on March 9, six days before the panel met.", "The panel met, as told, on March 15."
    assert one(left, right, FindingKind.DATE).confidence < Options().finding_above


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It was their best finish since 1998.", "It was their highest place in 26 years."),
        ("The panel read six of the 17 books.", "It has yet to open eleven of these books."),
        ("She will ask for it monthly.", "She will ask for it every month."),
        ("It happens on 90 days a year.", "It happens for about a quarter of the year."),
    ],
)
def test_same_span_of_time_or_rest(left: str, right: str) -> None:
    """Years since a year, what is left of a whole, how often and how much of a year are compared by value."""
    found = [each for each in findings(left, right) if each.kind is FindingKind.FIGURE and each.left and each.right]
    assert {each.status for each in found} <= {FindingStatus.CONVERTED, FindingStatus.SAME, FindingStatus.VAGUER}
    assert found


def test_how_often_differs() -> None:
    """What happens every month here and every quarter there differs."""
    finding = one("She will ask for it monthly.", "She will ask for it every quarter.", FindingKind.FIGURE)
    assert finding.status is FindingStatus.DIFFERS


def test_bare_number_and_neighbouring_number() -> None:
    """A bare number and the same number of weeks are the same, and a number is no rounding of one beside it."""
    assert one("It needs ten weeks.", "It needs ten.", FindingKind.FIGURE).status is FindingStatus.SAME
    found = findings("A panel of seven people met.", "A panel of eleven people met.")
    assert FindingStatus.VAGUER not in {each.status for each in found}
