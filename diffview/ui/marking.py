"""What of a comparison can be worked out before the window's thread has it?

The thread that compares prepares this, so that the window merely takes it. The latest ones are kept, since a
comparison by words alone is still shown while the one with the encoder is made.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from diffview.model import Comparison, Side
from diffview.ui.marks import Look, Words, differing_words, looks


@dataclass(frozen=True, slots=True)
class Marking:
    """How each passage of both sides looks, and which words stand out."""

    looks: Mapping[Side, tuple[Look, ...]]
    words: Mapping[Side, tuple[Words, ...]]


_latest: deque[tuple[Comparison, Marking]] = deque(maxlen=2)


def prepare(comparison: Comparison) -> Marking:
    """Work out the marks of a comparison that is about to be shown; from any thread."""
    found = Marking(
        {side: looks(comparison, side) for side in Side}, {side: differing_words(comparison, side) for side in Side}
    )
    _latest.append((comparison, found))
    return found


def marking(comparison: Comparison) -> Marking:
    """Return the marks of a comparison, at once if they have been prepared; findings change nothing about them."""
    for prepared, found in tuple(_latest):
        if prepared.left is comparison.left and prepared.links is comparison.links:
            return found
    return prepare(comparison)
