"""How many small changes to an article are noticed: words of a quotation, figures, names, and marks that mean nothing?

Changes are made at random, but always the same ones, in the articles of the gold and in the examples of this project;
every passage is linked with itself. False findings of figures are counted over passages of which nothing was changed.
"""

from __future__ import annotations

import argparse

from diffview.model import FindingKind
from tests.changes.findings import mutations as made

_QUOTE, _FIGURES = (FindingKind.QUOTE,), (FindingKind.FIGURE, FindingKind.DATE)


def flagged(change: made.Change, kinds: tuple[FindingKind, ...], number: int) -> tuple[int, int]:
    """Return how many of `number` changes are flagged, and how many figures differ in the passages left alone."""
    found, false = 0, 0
    for mutation in made.mutations(change, number):
        found += any(map(mutation.is_flagged, kinds))
        false += mutation.false_alarms(_FIGURES)
    return found, false


def main() -> None:
    """Print one line a kind of change."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=1000, help="changes of each kind (default: 1000)")
    number = parser.parse_args().number
    rows: tuple[tuple[str, made.Change, tuple[FindingKind, ...]], ...] = (
        ("word of a quotation", made.change_quote, _QUOTE),
        ("marks of a quotation", made.change_typography, _QUOTE),
        ("figure", made.change_figure, _FIGURES),
        ("name", made.change_name, (FindingKind.NAME,)),
    )
    for name, change, kinds in rows:
        found, false = flagged(change, kinds, number)
        print(f"{name:22}{found:6} of {number} flagged ({found / number:.1%}); {false} false figures elsewhere")


if __name__ == "__main__":
    main()
