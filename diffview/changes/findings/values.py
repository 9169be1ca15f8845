"""What is a figure of a text: how much, of what, and how exactly?"""

from __future__ import annotations

from dataclasses import dataclass

from diffview.model import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in a text: between `low` and `high` in the basic unit of its `dimension`; `what` it counts.

    `value` is what is written, in the basic unit, `factor` what it was multiplied with to get there;
    `exact` unless the text itself says that it is rounded; `unit` is the unit as written, in one spelling; `bound` is
    "above" or "below" where the text says that it is more or less than this.
    """

    span: Span
    dimension: str
    low: float
    high: float
    value: float
    factor: float
    exact: bool
    unit: str = ""
    what: frozenset[str] = frozenset()
    bound: str = ""


def is_label(figure: Figure) -> bool:
    """Return whether a figure counts nothing, but tells a page or a flight from others."""
    return figure.dimension.endswith(" number")
