"""Tests of which class wins where several share a place."""

from __future__ import annotations

import pytest

from diffview.ui.ranks import worst


@pytest.mark.parametrize(
    ("marks", "expected"), [(["same", "dropped"], "dropped"), (["moved", "reworded"], "reworded"), (["same"], "same")]
)
def test_worst_class_wins(marks: list[str], expected: str) -> None:
    """Of classes that share a place the one a reader must not miss is shown."""
    assert worst(marks) == expected
