"""How many of the findings of careful readers does the program make, and how many of its own are theirs?

A finding of the gold is found when one of the same kind touches its passages on both sides. Only what differs
between the articles and is shown by default counts: what agrees word for word, or stands in one article alone, is no
alarm. Printed on the links of the gold and on the program's own, for all stories and for both halves: rules are made
after looking at the misses of half A (the stories at even places, from 0), and judged by half B.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from benchmarks.gold import Case, cases
from diffview.alignment.segmentation import segment
from diffview.changes.classification import classify
from diffview.changes.findings import find_findings
from diffview.comparison import compare
from diffview.model import (
    Article,
    Bead,
    Document,
    Finding,
    FindingKind,
    Furniture,
    Options,
    Role,
    Side,
    Strength,
)

_HALVES = {"A": slice(0, None, 2), "B": slice(1, None, 2), "all": slice(None)}


def documents(case: Case) -> tuple[Document, Document]:
    """Return both documents of a gold pair with its page furniture marked."""
    left, right = (_document(case.record, side) for side in "ab")
    return left, right


def _document(record: dict[str, Any], side: str) -> Document:
    article = Article.from_passages(record[side], record.get(f"{side}_par"))
    cuts = article.cuts or ()
    furniture = tuple(Furniture(cuts[number].span, "gold") for number in record.get(f"{side}_furniture", ()))
    document = segment(replace(article, furniture=furniture))
    head, *rest = document.passages
    title = head if head.role is Role.FURNITURE else replace(head, role=Role.TITLE)
    return replace(document, passages=(title, *rest))


def on_gold_links(case: Case, options: Options = Options()) -> tuple[Finding, ...]:
    """Return the findings on the links that careful readers drew."""
    left, right = documents(case)
    beads = [
        Bead(
            tuple(group["a"]),
            tuple(group["b"]),
            1.0,
            Strength.RELATED if group["label"] == "partial" else Strength.ALIGNED,
        )
        for group in case.record["gold"]
    ]
    return find_findings(left, right, classify(left, right, beads, options), options)


def on_own_links(case: Case, options: Options = Options()) -> tuple[Finding, ...]:
    """Return the findings of the whole program."""
    return compare(*(document.article for document in documents(case)), options=options).findings


def touched(case: Case, finding: Finding, side: Side) -> set[int]:
    """Return the passages that a finding touches."""
    document = case.left if side is Side.LEFT else case.right
    return {
        number
        for number, passage in enumerate(document.passages)
        if any(span.start < passage.span.end and passage.span.start < span.end for span in finding.on(side))
    }


def fits(case: Case, finding: Finding, entry: dict[str, Any]) -> bool:
    """Return whether a finding is the one of a careful reader."""
    if finding.kind.value != entry["kind"]:
        return False
    places = ((Side.LEFT, entry["a"]), (Side.RIGHT, entry["b"]))
    return all(touched(case, finding, side) & set(wanted) for side, wanted in places if wanted)


def _score(case: Case, found: tuple[Finding, ...], counts: Counter[tuple[str, str]]) -> Iterator[str]:
    shown = [each for each in found if each.is_difference and each.confidence >= Options().finding_above]
    gold = case.record["findings"]
    for entry in gold:
        hit = any(fits(case, finding, entry) for finding in shown)
        counts[entry["kind"], "gold"] += 1
        counts[entry["kind"], "recalled"] += hit
        yield "" if hit else f"missed {entry['kind']:11} {case.name} {entry['a']} {entry['b']} {entry['what']}"
    for finding in shown:
        right = any(fits(case, finding, entry) for entry in gold)
        counts[finding.kind.value, "shown"] += 1
        counts[finding.kind.value, "right"] += right
        yield "" if right else f"extra  {finding.kind.value:11} {case.name} {_described(case, finding)}"


def _described(case: Case, finding: Finding) -> str:
    parts = [
        " … ".join(span.of(document.article.text)[:90] for span in spans)
        for document, spans in ((case.left, finding.left), (case.right, finding.right))
    ]
    places = [sorted(touched(case, finding, side)) for side in Side]
    return f"{finding.status.value} {finding.confidence} {places} | {parts[0]} | {parts[1]} | {finding.reason}"


def _table(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    yield f"| {'kind':12} | {'gold':>6} | {'recall':>6} | {'shown':>6} | precision |\n|---|---|---|---|---|"
    for kind in (kind.value for kind in FindingKind):
        gold, shown = counts[kind, "gold"], counts[kind, "shown"]
        recall = counts[kind, "recalled"] / gold if gold else 0.0
        precision = counts[kind, "right"] / shown if shown else 0.0
        yield f"| {kind:12} | {gold:6} | {recall:6.2f} | {shown:6} | {precision:9.2f} |"


def main() -> None:
    """Print both tables; with --list also what was missed and what was too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", default="", help="print the misses and extras of one kind, or of all", metavar="KIND")
    parser.add_argument("--links", choices=("gold", "own", "both"), default="both", help="on which links")
    parser.add_argument("--half", choices=tuple(_HALVES), help="on which stories (default: each half, and all)")
    chosen = parser.parse_args()
    runs = {"gold": on_gold_links, "own": on_own_links}
    for name in runs if chosen.links == "both" else (chosen.links,):
        made = [(case, runs[name](case)) for case in cases(("news_pairs",))]
        for half in (chosen.half,) if chosen.half else _HALVES:
            counts: Counter[tuple[str, str]] = Counter()
            lines = [line for case, found in made[_HALVES[half]] for line in _score(case, found, counts) if line]
            if chosen.list and half in (chosen.half, "all"):
                print("\n".join(line for line in lines if chosen.list in ("all", line.split()[1])))
            print(
                f"\nOn the {'links of the gold' if name == 'gold' else 'own links of the program'}, stories: {half}\n"
            )
            print("\n".join(_table(counts)))


if __name__ == "__main__":
    main()
