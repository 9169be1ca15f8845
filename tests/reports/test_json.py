"""Can another program read a comparison as it was?"""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from pathlib import Path
from unicodedata import bidirectional, category

from hypothesis import given

from diffview.model import Comparison, Edit, Evidence, Op, Role, Side, Span
from diffview.reports.json import SCHEMA, render_json, spell_out, to_json
from diffview.reports.seal import blanked
from diffview.reports.summary import summarise
from diffview.reports.visible import pieces
from tests.reports.referencing import compare_with_reference
from tests.reports.sample import sample
from tests.strategies import comparisons, patient

DIRECTIONS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


@patient
@given(comparisons())
def test_reads_back(comparison: Comparison) -> None:
    """The JSON text holds exactly the plain values and a digest, whatever the articles hold."""
    read = json.loads(render_json(comparison).encode())
    assert len(read.pop("digest")) == 64
    assert read == json.loads(json.dumps(to_json(comparison)))


@patient
@given(comparisons())
def test_terminal_safe(comparison: Comparison) -> None:
    """No control, direction or broken character is written as itself."""
    text = render_json(comparison).replace("\n", "")
    assert not [char for char in text if category(char) in ("Cc", "Cs") or bidirectional(char) in DIRECTIONS]


def test_what_a_page_marks_as_hidden_is_spelled_out() -> None:
    """Every character that a report shows as a mark, since it cannot be seen, stands in JSON by its number."""
    hidden = [char for char in map(chr, range(0x20, 0x110000)) if any(is_hidden for _, is_hidden in pieces(f"a{char}"))]
    assert len(hidden) > 4000
    assert spell_out("".join(hidden)).isascii()


@patient
@given(comparisons())
def test_offsets_are_code_points(comparison: Comparison) -> None:
    """Every offset of a passage counts code points of the text beside it."""
    result = to_json(comparison)
    for side in Side:
        article, document = result[side.value], comparison.document(side)
        texts = [article["text"][passage["start"] : passage["end"]] for passage in article["passages"]]
        assert texts == [document.text_of(i) for i in range(len(document.passages))]


def test_about() -> None:
    """Whom a finding is about is in the JSON by name, and left out where it is about nobody."""
    comparison = sample()
    first, *rest = comparison.findings
    about = to_json(replace(comparison, findings=(replace(first, about="Ida Holm"), *rest)))["findings"]
    assert [finding.get("about") for finding in about] == ["Ida Holm"] + [None] * len(rest)


@patient
@given(comparisons())
def test_edits_join_to_the_passages(comparison: Comparison) -> None:
    """From the JSON alone, KEEP and DELETE edits join to the left passages of their link."""
    result = to_json(comparison)
    text, passages = result["left"]["text"], result["left"]["passages"]
    for link in result["links"]:
        joined = "".join(text[slice(*edit["left"])] for edit in link["edits"])
        assert joined == "".join(text[passages[i]["start"] : passages[i]["end"]] for i in link["left"])


def test_keys() -> None:
    """The keys are those of the published schema."""
    result = to_json(sample())
    parts = ["generator", "options", "corrections", "left", "right", "links", "findings", "notices", "summary"]
    assert list(result) == ["schema", *parts]
    assert result["schema"] == SCHEMA == "diffview.comparison/1"
    assert list(result["generator"]) == ["version", "encoder"]
    assert (
        list(result["left"])
        == list(result["right"])
        == [*("path", "sha256", "encoding", "title", "text", "cut", "notices", "passages")]
    )
    expected = ["left", "right", "change", "moved", "strength", "score", "origin", "evidence", "edits"]
    assert all(list(link) == expected for link in result["links"])


def test_roles() -> None:
    """A passage says what it is, and only furniture by which rule."""
    for passage in to_json(sample())["left"]["passages"]:
        assert passage["role"] in set(Role)
        assert ("rule" in passage) == (passage["role"] == "furniture")


def test_summary_is_the_summary() -> None:
    """The numbers in the JSON are those of the summary."""
    result, summary = to_json(sample())["summary"], summarise(sample())
    assert result["words"] == dict(summary.words)
    assert {kind: result[kind]["left"]["words"] for kind in summary.classes} == {
        kind: count.left.words for kind, count in summary.classes.items()
    }


def test_no_nan() -> None:
    """A number that is none becomes null, for JSON has no NaN."""
    comparison = sample()
    odd = replace(comparison.links[0], score=math.inf, evidence=Evidence(similarity=math.nan))
    (link,) = to_json(replace(comparison, links=(odd,)))["links"]
    assert (link["score"], link["evidence"]["similarity"]) == (None, None)


def test_other_wording_is_told() -> None:
    """An edit that is only other words for the same thing says so, all others are silent."""
    edits = (Edit(Op.DELETE, Span(0, 3), Span(0, 0), wording=True), Edit(Op.KEEP, Span(3, 4), Span(0, 1)))
    comparison = sample()
    (link,) = to_json(replace(comparison, links=(replace(comparison.links[0], edits=edits),)))["links"]
    assert [edit.get("wording") for edit in link["edits"]] == [True, None]


def test_a_line_a_passage() -> None:
    """Every passage stands on a line of its own, so that a change in one is a change of one line."""
    comparison = sample()
    lines = [line for line in render_json(comparison).split("\n") if '"role"' in line]
    assert len(lines) == sum(len(comparison.document(side).passages) for side in Side)


def test_reference(regenerate: bool) -> None:
    """The JSON of the sample is the committed one, but for the options, which each version may add to."""
    text = blanked(render_json(sample()).encode()).decode()
    text = re.sub(r'(?s)^ "options": \{.*?^ \},\n', ' "options": {},\n', text, flags=re.MULTILINE)
    compare_with_reference(Path("comparison.json"), text, regenerate)
