"""How are options and corrections read back from plain values?

Whatever has another form than it was written in raises ValueError, TypeError, KeyError or AttributeError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from diffview.model import (
    Anchor,
    Border,
    Corrections,
    Judgement,
    Mark,
    Note,
    Opinion,
    Options,
    Pair,
    Review,
    Role,
    Side,
    Verdict,
)

Table = Mapping[str, Any]


def corrections_of(table: Table) -> Corrections:
    """Return the corrections that were written; older files have no reviews and no borders."""
    return Corrections(
        tuple(_mark(each) for each in table["marks"]),
        tuple(Judgement(Verdict(each["verdict"]), _pair(each["pair"])) for each in table["judgements"]),
        tuple(Note(_pair(each["pair"]), text_of(each["text"])) for each in table["notes"]),
        tuple(_review(each) for each in table.get("reviews", ())),
        tuple(_border(each) for each in table.get("borders", ())),
    )


def options_of(table: Table) -> Options:
    """Return the options as far as they are known here and of the right kind."""
    usual = asdict(Options())
    known: dict[str, Any] = {name: table.get(name) for name in usual}
    return replace(Options(), **{name: value for name, value in known.items() if type(value) is type(usual[name])})


def text_of(value: object) -> str:
    """Return a value that is a text."""
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _mark(table: Table) -> Mark:
    return Mark(Side(table["side"]), text_of(table["text"]), Role(table["role"]), int(table["nth"]))


def _review(table: Table) -> Review:
    left, right = (tuple(text_of(each) for each in table[side.value]) for side in Side)
    return Review(Opinion(table["opinion"]), text_of(table["kind"]), left, right)


def _border(table: Table) -> Border:
    texts = text_of(table["before"]), text_of(table["after"])
    return Border(Side(table["side"]), *texts, split=bool(table["split"]), nth=int(table["nth"]))


def _pair(table: Table) -> Pair:
    ours, theirs = (
        tuple(Anchor(text_of(each["text"]), int(each["nth"])) for each in table[side.value]) for side in Side
    )
    return Pair(ours, theirs)
