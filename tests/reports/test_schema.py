"""Does the published schema describe the JSON, and nothing else?"""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from diffview.comparison import compare
from diffview.model import (
    Anchor,
    Article,
    Border,
    ChangeKind,
    Comparison,
    Corrections,
    FindingKind,
    FindingStatus,
    Judgement,
    Mark,
    Note,
    Op,
    Opinion,
    Origin,
    Pair,
    Review,
    Role,
    Side,
    Strength,
    Verdict,
)
from diffview.reports.json import SCHEMA, render_json
from diffview.resources import read_resource
from tests.fakes import FakeEncoder
from tests.reports.sample import sample
from tests.strategies import comparisons, patient

Table = dict[str, Any]
TABLE = json.loads(read_resource("schemas", "comparison-1.json"))
VALIDATOR = Draft202012Validator(TABLE)
PAIR = Pair((Anchor("The ferry stopped."),), (Anchor("A ferry stopped."),))
CORRECTIONS = Corrections(
    (Mark(Side.LEFT, "Read more:", Role.FURNITURE),),
    (Judgement(Verdict.CONFIRM, PAIR),),
    (Note(PAIR, "checked"),),
    (Review(Opinion.DISMISSED, "quote", ("stopped",), ()),),
    (Border(Side.LEFT, "The ferry", "stopped."),),
)


def document() -> Table:
    """The JSON of a comparison with everything in it."""
    result: Table = json.loads(render_json(replace(sample(), corrections=CORRECTIONS)))
    return result


def linked(table: Table, change: str) -> Table:
    """The first link of a class."""
    return next(link for link in table["links"] if link["change"] == change and link["edits"])


@settings(patient, max_examples=200)
@given(comparisons())
def test_whatever_is_written_fits(comparison: Comparison) -> None:
    """200 drawn comparisons, with findings and corrections, are written as the schema says."""
    VALIDATOR.validate(json.loads(render_json(comparison)))


def test_it_is_a_schema() -> None:
    """The schema keeps to its own rules, and names the schema that the documents name."""
    Draft202012Validator.check_schema(TABLE)
    assert TABLE["title"] == TABLE["properties"]["schema"]["const"] == SCHEMA


def test_a_real_comparison_fits() -> None:
    """What the whole pipeline finds fits, and so does a comparison of nothing."""
    left = Article.from_text("Ana Lopez said: “We lost 14 boats on Monday.”\n\nThe pier is closed.\n")
    right = Article.from_text("The pier is closed.\n\n“We lost 15 boats,” said Ana Lopez.\n")
    for pair in ((left, right), (left, Article.from_text("")), (Article.from_text(""), Article.from_text(""))):
        VALIDATOR.validate(json.loads(render_json(compare(*pair, encoder=FakeEncoder()))))


@pytest.mark.parametrize(
    ("path", "values"),
    [
        (("link", "properties", "change"), ChangeKind),
        (("link", "properties", "strength"), Strength),
        (("link", "properties", "origin"), Origin),
        (("edit", "properties", "op"), Op),
        (("role",), Role),
        (("side",), Side),
        (("finding", "properties", "kind"), FindingKind),
        (("finding", "properties", "status"), FindingStatus),
        (("judgement", "properties", "verdict"), Verdict),
    ],
)
def test_the_words_are_those_of_the_program(path: tuple[str, ...], values: type[str]) -> None:
    """Every list of words in the schema is the program's own."""
    part = TABLE["$defs"]
    for name in path:
        part = part[name]
    assert part["enum"] == [str(value) for value in values]


def test_every_object_is_closed() -> None:
    """Every object of the schema says which keys it may have, all of which it must have but four."""
    optional = set()

    def walk(part: object) -> None:
        if isinstance(part, dict):
            if part.get("type") == "object":
                assert "additionalProperties" in part
                optional.update(set(part["properties"]) - set(part["required"]))
            for value in part.values():
                walk(value)
        elif isinstance(part, list):
            for value in part:
                walk(value)

    walk(TABLE)
    assert optional == {"rule", "wording", "edits", "about"}


def _put(*path: Any, value: object) -> Callable[[Table], None]:
    def change(table: Any) -> None:
        for name in path[:-1]:
            table = table[name]
        table[path[-1]] = value

    return change


def _drop(*path: Any) -> Callable[[Table], None]:
    def change(table: Any) -> None:
        for name in path[:-1]:
            table = table[name]
        del table[path[-1]]

    return change


BROKEN: dict[str, Callable[[Table], None]] = {
    "another schema": _put("schema", value="diffview.comparison/2"),
    "no digest": _drop("digest"),
    "a digest in capitals": _put("digest", value="A" * 64),
    "an unknown key": _put("colour", value="red"),
    "no version": _put("generator", "version", value=""),
    "words alone with a digest": _put("generator", "encoder", "name", value=""),
    "no language": _drop("options", "language"),
    "an option that is a list": _put("options", "more", value=[]),
    "a correction of a third side": _put("corrections", "marks", 0, "side", value="middle"),
    "a verdict that is none": _put("corrections", "judgements", 0, "verdict", value="maybe"),
    "an anchor without a number": _drop("corrections", "judgements", 0, "pair", "left", 0, "nth"),
    "a note without text": _drop("corrections", "notes", 0, "text"),
    "half a hash": _put("left", "sha256", value="abc"),
    "an offset below nothing": _put("left", "passages", 0, "start", value=-1),
    "an offset that is no number": _put("left", "passages", 0, "end", value="12"),
    "half an offset": _put("left", "passages", 0, "end", value=0.5),
    "a quote with one end": _put("left", "passages", 0, "quotes", value=[[1]]),
    "a quote with three ends": _put("left", "passages", 0, "quotes", value=[[1, 2, 3]]),
    "a role that is none": _put("right", "passages", 0, "role", value="advert"),
    "furniture without its rule": lambda table: table["left"]["passages"][-1].pop("rule"),
    "a rule for the body": _put("left", "passages", 1, "rule", value="reading links"),
    "an article without text": _drop("right", "text"),
    "a class that is none": _put("links", 0, "change", value="plagiarised"),
    "added, yet on the left": lambda table: linked(table, "added").update(left=[0]),
    "dropped, yet on the right": lambda table: linked(table, "dropped").update(right=[0]),
    "the same as nothing": lambda table: linked(table, "same").update(right=[]),
    "a passage named twice": lambda table: linked(table, "same").update(left=[1, 1]),
    "a chance above 1": _put("links", 0, "score", value=1.5),
    "moved as a word": _put("links", 0, "moved", value="yes"),
    "no evidence": _drop("links", 0, "evidence"),
    "evidence of another kind": _put("links", 0, "evidence", "smell", value=1),
    "an edit that replaces": lambda table: linked(table, "reworded")["edits"][0].update(op="replace"),
    "an edit without its right side": lambda table: linked(table, "reworded")["edits"][0].pop("right"),
    "kept in other words": lambda table: linked(table, "reworded")["edits"][0].update(op="keep", wording=True),
    "not only other wording": lambda table: linked(table, "reworded")["edits"][0].update(op="delete", wording=False),
    "a finding that accuses": _put("findings", 0, "status", value="stolen"),
    "a finding nowhere": lambda table: table["findings"][0].update(left=[], right=[]),
    "a finding without a reason": _put("findings", 0, "reason", value=""),
    "a finding of no edits": _put("findings", 0, "edits", value=[]),
    "a notice that is no text": _put("notices", value=[1]),
    "a summary without a class": _drop("summary", "reworded"),
    "a negative count": _put("summary", "moved", value=-1),
    "coverage above all": _put("summary", "coverage", "left", value=2),
    "a kind of finding that is none": _put("summary", "only_here", "left", "rumour", value=1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_refused(name: str) -> None:
    """A document that breaks one rule does not fit, and fitted before."""
    table = document()
    VALIDATOR.validate(table)
    broken = deepcopy(table)
    BROKEN[name](broken)
    assert not VALIDATOR.is_valid(broken)
