"""Are two titles of one person noticed, and titles that may be one and the same left alone?"""

from __future__ import annotations

import pytest

from diffview.alignment.segmentation import segment
from diffview.changes.findings import find_findings
from diffview.model import Article, Finding, FindingStatus, Options


def titles(left: str, right: str) -> list[Finding]:
    """Return the findings of titles between two passages that need not be linked."""
    documents = segment(Article.from_passages([left])), segment(Article.from_passages([right]))
    found = find_findings(*documents, (), Options())
    return [each for each in found if each.status is FindingStatus.OTHER_TITLE]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We met Sen. Ida Holm there.", "It was up to Rep. Ida Holm to answer."),
        ("We met Colonel Ida Holm there.", "We met Ida Holm, a captain, there."),
        ("We met Ida Holm, the deputy mayor of Oslo, there.", "On Monday Mayor Holm met us there."),
        ("We met police chief Ida Holm there.", "We met the fire chief, Ida Holm, there."),
        ("We met Ida Holm, the U.N. envoy, there.", "We met Ida Holm, the United Nations mediator, there."),
        ("We met Ida Holm, a spokeswoman for Corvane, there.", "We met Corvane chief executive Ida Holm there."),
    ],
)
def test_other_title_of_one_person(left: str, right: str) -> None:
    """Another office, rank, deputy or field, before a name or after it, is a finding with both titles in its reason."""
    (finding,) = titles(left, right)
    assert finding.confidence >= Options().finding_above
    assert "Ida Holm" in finding.reason


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We met NASA Administrator Ida Holm there.", "On Tuesday NASA chief Ida Holm met us there."),
        ("We met Corvane director Ida Holm there.", "We met Ida Holm, the head of Corvane, there."),
        ("We met former President Ida Holm there.", "We met President Ida Holm there."),
        ("We met Colonel Ida Holm there.", "We met Ida Holm, the mayor of Oslo, there."),
    ],
)
def test_titles_that_may_be_one_are_weak(left: str, right: str) -> None:
    """Other words for one office, "former", and an office beside a rank are weak findings."""
    (finding,) = titles(left, right)
    assert finding.confidence < Options().finding_above


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We met Sen. Ida Holm there.", "We met Senator Holm there."),
        ("We met the Oslo mayor, Ida Holm, there.", "We met Ida Holm, the mayor of Oslo, there."),
        ("We met spokesman Carl Dahl there.", "We met Dahl, a spokesperson for Corvane, there."),
        ("Sen. Ida Holm met us; the mayor, Holm, left.", "We met Mayor Ida Holm there."),
        ("We met Captain Ida Holm and Colonel Ola Holm there.", "We met Major Holm there."),
        ("A major Oslo road was shut that day.", "We met Mayor Oslo there."),
        ("A spokesman for the mayor, Ida Holm, met us.", "We met a spokeswoman, Ida Holm, there."),
        ("We met Ida Holm, mayor Carl Dahl and others.", "We met Captain Ida Holm there."),
    ],
)
def test_titles_that_agree_are_no_finding(left: str, right: str) -> None:
    """A short form, one title of several, two people of one family and common words are no other title."""
    assert titles(left, right) == []


def test_places_of_a_title_hold_name_and_title() -> None:
    """The places of a finding are the title with its name, on both sides."""
    left, right = "We met NASA Administrator Ida Holm there.", "We met Ida Holm, the deputy administrator, there."
    (finding,) = titles(left, right)
    assert finding.left[0].of(left) == "NASA Administrator Ida Holm"
    assert finding.right[0].of(right) == "Ida Holm, the deputy administrator"
