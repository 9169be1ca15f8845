"""Which paragraphs of both articles stand level on a page?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from diffview.model import Comparison, Side, Strength
from diffview.reports.summary import paragraph_numbers

Row = tuple[range, range]
"""Paragraphs of the left and of the right article, counted from 0, that begin at the same height."""


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """Return all paragraphs in rows: a new one begins where paragraphs that say the same can stand level.

    Passages that moved make no row, so rows never cross.
    """
    left, right = ([number - 1 for number in paragraph_numbers(comparison.document(side))] for side in Side)
    counts = tuple(numbers[-1] + 1 if numbers else 0 for numbers in (left, right))
    starts = [(0, 0), *_level(comparison, left, right), counts]
    found = [(range(here[0], there[0]), range(here[1], there[1])) for here, there in pairwise(starts) if here != there]
    return tuple(found)


def _level(comparison: Comparison, left: list[int], right: list[int]) -> Iterator[tuple[int, int]]:
    last = (0, 0)
    for link in comparison.links:
        if link.strength is not Strength.ALIGNED or link.moved or not link.is_pair:
            continue
        here = left[min(link.left)], right[min(link.right)]
        if here[0] > last[0] and here[1] > last[1]:
            yield here
            last = here
