"""What does the index of a batch say of every pair: as a page, as a table, and for programs?

There are no times in it, so that the same articles give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from diffview.batch.running import PAIRS, Outcome
from diffview.model import ChangeKind, Finding, FindingKind, FindingStatus, Side, Span
from diffview.reports.html import policy, template
from diffview.reports.json import program_version, spell_out
from diffview.reports.style import palette_style
from diffview.reports.tables import render_table
from diffview.reports.writing import write_report
from diffview.resources import read_resource
from diffview.theme import NAMES

SCHEMA = "diffview.batch/1"
_COLUMNS = {
    "coverage_left": "left also on the right",
    "coverage_right": "right also on the left",
    **{kind.value: NAMES[kind.value] for kind in (ChangeKind.SAME, ChangeKind.REWORDED)},
    **{kind.value: NAMES[kind.value] for kind in (ChangeKind.DROPPED, ChangeKind.ADDED)},
    "moved": "moved",
    "related": "related",
    "worth_checking": "worth checking",
    "words_left": "words left",
    "words_right": "words right",
}
"""The figures of a pair in order, and what they are called; classes and moved count links, coverage is 0 to 1."""


@dataclass(frozen=True, slots=True)
class Row:
    """One pair in the index; without figures it failed."""

    outcome: Outcome
    figures: Mapping[str, float]
    report: str
    words_alone: str


def write_index(outcomes: Sequence[Outcome], folder: Path, inputs: Sequence[str] = ()) -> Path:
    """Write index.html, index.csv and index.json, each whole or not at all, and return the first.

    Raises ExportError, also rather than to write over one of the `inputs`.
    """
    rows = [_row(outcome) for outcome in outcomes]
    write_report(folder / "index.json", _json(rows), inputs)
    write_report(folder / "index.csv", _csv(rows), inputs)
    write_report(folder / "index.html", _html(rows), inputs)
    return folder / "index.html"


def figures_of(table: Mapping[str, object] | None) -> dict[str, float]:
    """Return the figures of a pair from its JSON."""
    if table is None:
        return {}
    found: dict[str, float] = {}
    summary, options = table["summary"], table["options"]
    assert isinstance(summary, dict)
    assert isinstance(options, dict)
    findings = table["findings"]
    assert isinstance(findings, list)
    for side in Side:
        found[f"coverage_{side.value}"] = summary["coverage"][side.value]
        found[f"words_{side.value}"] = summary["words"][side.value]
    for kind in ChangeKind:
        found[kind.value] = summary[kind.value]["links"]
    sure = [each for each in findings if (each["confidence"] or 0) >= options["finding_above"]]
    worth = [each for each in sure if _is_difference(each)]
    found |= {"moved": summary["moved"], "related": summary["related"], "worth_checking": len(worth)}
    return {name: found[name] for name in _COLUMNS}


def _is_difference(table: Mapping[str, Any]) -> bool:
    """Return what `Finding.is_difference` says of a finding, from its JSON."""
    kind, status = FindingKind(table["kind"]), FindingStatus(table["status"])
    left, right = (tuple(Span(*span) for span in table[side.value]) for side in Side)
    return Finding(kind, status, left, right, table["reason"], table["confidence"]).is_difference


def _row(outcome: Outcome) -> Row:
    table = outcome.table
    encoder = table["generator"]["encoder"] if table else {"name": "", "reason": ""}
    alone = "" if encoder["name"] else encoder["reason"]
    return Row(outcome, figures_of(table), f"{PAIRS}/{outcome.pair.name}.html" if table else "", alone)


def _json(rows: Sequence[Row]) -> str:
    lines = ",\n".join(f"  {json.dumps(_plain(row), ensure_ascii=False)}" for row in rows)
    head = f'{{\n "schema": "{SCHEMA}",\n "version": {json.dumps(program_version())},\n "pairs": ['
    return spell_out(f"{head}\n{lines}\n ]\n}}") + "\n"


def _plain(row: Row) -> dict[str, object]:
    pair = row.outcome.pair
    found: dict[str, object] = {"name": pair.name, "left": pair.left, "right": pair.right}
    if not row.report:
        return found | {"status": "failed", "trouble": row.outcome.trouble}
    return found | {"status": "done", "report": row.report, "words_alone": row.words_alone, "figures": row.figures}


def _csv(rows: Sequence[Row]) -> str:
    head = ("name", "left", "right", "status", *_COLUMNS, "trouble", "report")
    return render_table(
        head,
        (
            (
                *(row.outcome.pair.name, row.outcome.pair.left, row.outcome.pair.right),
                "done" if row.report else "failed",
                *(row.figures.get(name) for name in _COLUMNS),
                *(row.outcome.trouble or row.words_alone, row.report),
            )
            for row in rows
        ),
    )


def _html(rows: Sequence[Row]) -> str:
    style = f"{palette_style('standard')}\n{read_resource('templates', 'index.css')}"
    script = read_resource("templates", "index.js")
    return template("index.html.j2").render(
        rows=rows,
        columns=_COLUMNS,
        failed=sum(not row.report for row in rows),
        alone=sum(bool(row.words_alone) for row in rows),
        version=program_version(),
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
        link=quote,
    )
