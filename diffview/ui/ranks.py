"""Which class wins where several share a place?"""

from __future__ import annotations

from collections.abc import Sequence

_WORST = ("furniture", "same", "related", "moved", "reworded", "added", "dropped")
RANKS = {mark: rank for rank, mark in enumerate(_WORST, 1)}
"""Which class wins when several share a place: the one of the highest rank."""


def worst(marks: Sequence[str]) -> str:
    """Return the class that wins when several share a place."""
    return max(marks, key=_WORST.index)
