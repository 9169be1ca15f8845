"""Tests of one line of text that may not fit."""

from __future__ import annotations

import pytest

from diffview.ui.qtext import runs_from_right


@pytest.mark.parametrize(
    ("line", "from_right"),
    [
        ("The ferry", False),
        ("العبارة Ellen", True),
        ("“14” העבורת", True),
        ("Ellen העבורת", False),
        ("14:30", False),
        ("", False),
    ],
)
def test_first_letter_tells_the_way(line: str, from_right: bool) -> None:
    """A line of a heading runs as its first letter does; figures and quotation marks do not count."""
    assert runs_from_right(line) is from_right
