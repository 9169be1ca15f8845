"""Does every small change that matters show up, and none that does not?"""

from __future__ import annotations

from diffview.model import FindingKind
from tests.changes.findings.mutations import (
    Mutation,
    change_figure,
    change_name,
    change_quote,
    change_typography,
    documents,
    mutations,
)

NUMBER = 60
"""Enough to notice what breaks; `python -m benchmarks.mutations` makes 1,000 of each."""


def test_a_changed_dropped_or_negated_word_in_a_quote_is_flagged() -> None:
    """At least 99 of 100 changes of one word between quotation marks are found."""
    found = [each.is_flagged(FindingKind.QUOTE) for each in mutations(change_quote, NUMBER)]
    assert sum(found) >= 0.99 * NUMBER


def test_typography_of_a_quote_is_not_flagged() -> None:
    """Another kind of quotation mark, apostrophe or dash makes no quotation differ, nor does one mark of a pair."""
    found = [each.is_flagged(FindingKind.QUOTE) for each in mutations(change_typography, NUMBER)]
    assert sum(found) == 0


def test_a_swapped_figure_is_flagged() -> None:
    """At least 97 of 100 figures with another value are found."""
    kinds = (FindingKind.FIGURE, FindingKind.DATE)
    found = [any(map(each.is_flagged, kinds)) for each in mutations(change_figure, NUMBER)]
    assert sum(found) >= 0.97 * NUMBER


def test_a_swapped_name_is_flagged() -> None:
    """At least 97 of 100 names with another in their place are found."""
    found = [each.is_flagged(FindingKind.NAME) for each in mutations(change_name, NUMBER)]
    assert sum(found) >= 0.97 * NUMBER


def test_an_article_does_not_differ_from_itself() -> None:
    """Nothing that differs is found between an article and its copy."""
    for document in documents():
        assert not [finding for finding in Mutation(document, document, 0).findings() if finding.is_difference]


def test_unchanged_passages_raise_no_figures() -> None:
    """Changing a figure raises no alarm about the figures of other passages."""
    assert sum(each.false_alarms((FindingKind.FIGURE,)) for each in mutations(change_figure, NUMBER)) == 0
