"""Does the index say of every pair what its report says, safely?"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path

import html5lib
import pytest

from diffview.batch.index import figures_of, write_index
from diffview.batch.pairs import Pair
from diffview.batch.running import Outcome
from diffview.model import Comparison, EncoderInfo, Finding, FindingKind, FindingStatus, Span
from diffview.reports.json import render_json
from diffview.reports.summary import summarise
from tests.reports.sample import sample

EVIL = "<script>alert(1)</script>\u202etxt"


def outcome(comparison: Comparison, name: str = "ferry") -> Outcome:
    """A pair that was compared."""
    return Outcome(Pair(name, f"left {EVIL}", "=right.txt"), json.loads(render_json(comparison)))


def written(folder: Path, *outcomes: Outcome) -> str:
    """The page of an index."""
    write_index(outcomes, folder)
    return (folder / "index.html").read_text(encoding="utf-8")


def test_figures_are_those_of_the_report() -> None:
    """The figures of a pair are those of its summary, and as many findings as its report lists as worth checking."""
    comparison, summary = sample(), summarise(sample())
    denial = Finding(FindingKind.ATTRIBUTION, FindingStatus.ONLY_HERE, (Span(0, 5),), (), "Only here.", 0.9)
    alone = replace(denial, kind=FindingKind.FIGURE)
    comparison = replace(comparison, findings=(*comparison.findings, denial, alone))
    figures = figures_of(json.loads(render_json(comparison)))
    assert {kind: figures[kind] for kind in summary.classes} == {
        kind: count.links for kind, count in summary.classes.items()
    }
    assert (figures["moved"], figures["related"]) == (summary.moved, summary.related)
    assert figures["worth_checking"] == len(comparison.worth_checking())


def test_page(tmp_path: Path) -> None:
    """The page is valid, has a row for each pair with a link to its report, and says what failed."""
    bad = Outcome(Pair("bad", "gone", "b"), trouble=f"gone: {EVIL}")
    page = written(tmp_path, outcome(sample()), bad, outcome(sample(), "zwölf"))
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert [a.get("href") for a in root.iter("a")] == ["#failed", "pairs/ferry.html", "pairs/zw%C3%B6lf.html"]
    assert [dt.text for dt in root.iter("dt")] == ["bad"]
    assert len(list(root.iter("tr"))) == 3


def test_nothing_in_it_runs_but_its_own_script(tmp_path: Path) -> None:
    """Names and troubles are shown, hidden characters as marks, and only the page's own script is allowed."""
    page = written(tmp_path, outcome(sample()), Outcome(Pair("bad", "a", "b"), trouble=EVIL))
    assert page.count("<script") == 1
    assert "\u202e" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"https?://", page)


def test_no_pair(tmp_path: Path) -> None:
    """An index of nothing is a valid page that says so."""
    page = written(tmp_path)
    html5lib.HTMLParser(strict=True).parse(page)
    assert "No pair was compared." in page


def test_table(tmp_path: Path) -> None:
    """The table has the same figures, safe from formulas."""
    written(tmp_path, outcome(sample()), Outcome(Pair("bad", "a", "b"), trouble="gone"))
    text = (tmp_path / "index.csv").read_bytes().decode("utf-8-sig")
    first, second = csv.DictReader(StringIO(text, newline=""))
    assert (first["status"], first["right"], first["reworded"], first["report"]) == (
        "done",
        "'=right.txt",
        "3",
        "pairs/ferry.html",
    )
    assert (second["status"], second["trouble"], second["reworded"]) == ("failed", "gone", "")


def test_for_programs(tmp_path: Path) -> None:
    """The JSON names schema and version, and each pair with its figures or its trouble."""
    alone = replace(sample(), encoder=EncoderInfo("", reason="the model is gone"))
    written(tmp_path, outcome(alone), Outcome(Pair("bad", "a", "b"), trouble="gone"))
    table = json.loads((tmp_path / "index.json").read_text(encoding="utf-8"))
    assert table["schema"] == "diffview.batch/1"
    done, failed = table["pairs"]
    assert (done["status"], done["words_alone"]) == ("done", "the model is gone")
    assert done["figures"] == figures_of(json.loads(render_json(alone)))
    assert (failed["status"], failed["trouble"]) == ("failed", "gone")


@pytest.mark.parametrize("name", ["index.html", "index.csv", "index.json"])
def test_same_bytes(tmp_path: Path, name: str) -> None:
    """There is nothing in an index but what the pairs say: no time, no order of its own."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        written(tmp_path / folder, outcome(sample()))
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
