"""How many small changes to an article are noticed: words of a quotation, figures, names, and marks that mean nothing?

Changes are made at random, but always the same ones, in the articles of the gold and in the examples of this project;
every passage is linked with itself. False findings of figures are counted in the links left alone, and in those that
the gold draws between passages of two outlets without a word of a figure that differs.
"""

from __future__ import annotations

import argparse

from benchmarks.findings import on_gold_links, touched
from benchmarks.gold import cases
from diffview.model import FindingKind, Options, Side
from tests.changes.findings import mutations as made

_QUOTE, _FIGURES = (FindingKind.QUOTE,), (FindingKind.FIGURE, FindingKind.DATE)
_NOTED = tuple(kind.value for kind in _FIGURES)


def flagged(change: made.Change, kinds: tuple[FindingKind, ...], number: int) -> tuple[int, int, int]:
    """Return how many of `number` changes are flagged, how many figures differ elsewhere, in how many links."""
    found, false, links = 0, 0, 0
    for mutation in made.mutations(change, number):
        found += any(map(mutation.is_flagged, kinds))
        false += mutation.false_alarms(_FIGURES)
        links += len(mutation.before.passages) - 1
    return found, false, links


def reworded_links() -> tuple[int, int]:
    """Return the false figures, and the links, where careful readers linked passages and noted no figure or date.

    The harder count: the passages say the same in other words, so every figure that is said to differ is false, unless
    the readers overlooked it.
    """
    false, links = 0, 0
    for case in cases(("news_pairs",)):
        noted = [set(entry["a"]) for entry in case.record["findings"] if entry["kind"] in _NOTED]
        alike = [group for group in case.record["gold"] if group["label"] != "partial"]
        plain = [group for group in alike if all(each.isdisjoint(group["a"]) for each in noted)]
        links += len(plain)
        for finding in on_gold_links(case):
            if finding.kind in _FIGURES and finding.is_difference and finding.confidence >= Options().finding_above:
                touching = [touched(case, finding, side) for side in Side]
                false += any(touching[0] & set(group["a"]) and touching[1] & set(group["b"]) for group in plain)
    return false, links


def main() -> None:
    """Print one line a kind of change."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=1000, help="changes of each kind (default: 1000)")
    number = parser.parse_args().number
    print("| what is changed | flagged | share | false figures in links left alone |\n|---|---|---|---|")
    rows: tuple[tuple[str, made.Change, tuple[FindingKind, ...]], ...] = (
        ("word of a quotation", made.change_quote, _QUOTE),
        ("marks of a quotation", made.change_typography, _QUOTE),
        ("figure", made.change_figure, _FIGURES),
        ("name", made.change_name, (FindingKind.NAME,)),
    )
    for name, change, kinds in rows:
        found, false, links = flagged(change, kinds, number)
        print(f"| {name:21} | {found:5} of {number} | {found / number:6.1%} | {false} in {links} links |")
    false, links = reworded_links()
    print(
        f"\nFalse figures and dates in reworded links of the gold: {false} in {links}, {100 * false / links:.1f} in 100"
    )


if __name__ == "__main__":
    main()
