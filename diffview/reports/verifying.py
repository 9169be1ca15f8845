"""What of a report still holds: its own bytes, its articles, and what the program finds in them today?

The articles are read and compared again with the options and corrections that the report names. Where that gives the
same result, the report is made again too, and must come out the same byte for byte.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from diffview.comparison import compare
from diffview.errors import DiffviewError, ReadError
from diffview.model import Article, Comparison, Corrections, Cut, Encoder, Options, Progress, Side, Span
from diffview.reading import read_article
from diffview.reading.files import read_bytes
from diffview.reports.embedding import FILLED, brief, extract
from diffview.reports.html import render_html
from diffview.reports.json import BY_CALLER, SCHEMA, program_version, render_json, to_json
from diffview.reports.parsing import corrections_of, options_of, text_of
from diffview.reports.seal import META, blanked, is_sealed
from diffview.theme import PALETTES

TOLERANCE = 0.001
"""How far a number may be off: processors differ in the last digits of a vector."""

_LARGEST = 400_000_000
_PARTS = ("links", "findings", "summary", "notices")
_Table = Mapping[str, Any]


class State(StrEnum):
    """What became of one claim of a report."""

    HOLDS = "holds"
    FAILS = "DOES NOT HOLD"
    UNKNOWN = "not checked"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a report says, whether it still holds, and what more there is to say."""

    what: str
    state: State
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Made:
    """What a report says that it was made from."""

    table: _Table
    version: str
    encoder: tuple[str, str]
    options: Options
    corrections: Corrections


def verify(
    path: str | Path,
    inputs: Sequence[str] = (),
    *,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Iterator[Claim]:
    """Yield what a report says, HTML or JSON, and what of it holds; `inputs` are its two articles if they moved.

    `encoder` takes the place of the one that the report names. Raises ReadError when it is no report of diffview.
    """
    data = read_bytes(path, _LARGEST)
    if not any(sign in data for sign in (META.encode(), b'id="diffview-data"', SCHEMA.encode())):
        raise ReadError(path, "is no report of diffview; name an HTML report or a JSON document it has written")
    yield _claim("the report is as it was written", is_sealed(data), "it was altered", "its digest is right")
    try:
        made = _made(data)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        reason = str(error) if type(error) is ValueError else "a part of it is missing or damaged"
        yield Claim("it says what it was made from", State.FAILS, reason)
        return
    (left, left_claim), (right, right_claim) = (_input(made, side, Path(path).parent, inputs) for side in Side)
    yield from (left_claim, right_claim)
    yield _claim("the same version", made.version == program_version(), f"{made.version}; this is {program_version()}")
    if left is None or right is None:
        yield from (Claim(what, State.UNKNOWN, "an article is missing") for what in ("the same model", "the result"))
        return
    again = compare(left, right, options=made.options, corrections=made.corrections, encoder=encoder, progress=progress)
    yield from _recomputed(made, again, data)


def _claim(what: str, holds: bool, trouble: str, fine: str = "") -> Claim:
    return Claim(what, State.HOLDS if holds else State.FAILS, fine if holds else trouble)


def _made(data: bytes) -> _Made:
    table = json.loads(data) if data.lstrip().startswith(b"{") else extract(data)
    if table["schema"] != SCHEMA:
        raise ValueError(f"it is written as {table['schema']!r}, which this version does not know")
    generator = table["generator"]
    named = text_of(generator["encoder"]["name"]), text_of(generator["encoder"]["digest"])
    for side in Side:
        for name in ("path", "sha256", "encoding", "title", "cut"):
            text_of(table[side.value][name])
    corrections = corrections_of(table["corrections"])
    return _Made(table, text_of(generator["version"]), named, options_of(table["options"]), corrections)


def _input(made: _Made, side: Side, folder: Path, inputs: Sequence[str]) -> tuple[Article | None, Claim]:
    """Return an article read again, or None, and whether it is what the report was made from."""
    table = made.table[side.value]
    what = f"the {side.value} article is unchanged"
    given = inputs[list(Side).index(side)] if inputs else ""
    if not given and not table["path"]:
        return _pasted(table, what)
    try:
        found = given or _found(table["path"], folder)
        article = read_article(found)
        if article.encoding != table["encoding"]:
            article = read_article(found, table["encoding"])
    except DiffviewError as error:
        return None, Claim(what, State.UNKNOWN, f"{error}; if it has moved, name both articles after the report")
    holds = article.sha256 == table["sha256"]
    detail = f"{found}: another SHA-256 than {table['sha256'][:12]}…"
    return replace(article, path=table["path"]), _claim(what, holds, detail, found)


def _found(path: str, folder: Path) -> str:
    """Return where an article is now: where it was, or beside the report."""
    places = (Path(path), folder / path, folder / Path(path).name)
    return str(next((place for place in places if place.is_file()), path))


def _pasted(table: _Table, what: str) -> tuple[Article | None, Claim]:
    """Return an article that was no file, from the text in the report."""
    if "text" not in table:
        return None, Claim(what, State.UNKNOWN, "it was no file, and the report is too long to carry its text")
    text = text_of(table["text"])
    article = replace(Article.from_text(text, title=table["title"]), text=text)
    if table["cut"] == BY_CALLER:
        cuts = (Cut(Span(each["start"], each["end"]), each["paragraph"]) for each in table["passages"])
        article = replace(article, cuts=tuple(cuts))
    holds = article.sha256 == table["sha256"]
    return article, _claim(what, holds, "its text in the report has another SHA-256", "pasted text, in the report")


def _recomputed(made: _Made, again: Comparison, data: bytes) -> Iterator[Claim]:
    name, digest = made.encoder
    model = (again.encoder.name, again.encoder.digest)
    called = f"{name or 'words alone'}; now {again.encoder.name or again.encoder.reason or 'words alone'}"
    called += f", {again.encoder.digest[:12]} instead of {digest[:12]}" if model[0] == name else ""
    yield _claim("the same model", model == made.encoder, called, name or "words alone")
    table = json.loads(json.dumps(to_json(again)))
    differing, off = _differences(made.table, table)
    close = f"numbers differ by up to {off:.4f}" if off else "all passages, links, edits and findings"
    yield _claim("the result", not differing, f"differs in {', '.join(differing)}", close)
    if differing or off or made.version != program_version():
        yield Claim("the report comes out the same", State.UNKNOWN, "only asked of the same result and version")
    else:
        yield _claim("the report comes out the same", _same_file(again, data), "it shows something else", "every byte")


def _differences(told: _Table, found: dict[str, Any]) -> tuple[list[str], float]:
    """Return which parts differ, in words, and how far numbers are off in those that do not."""
    if "summary" not in told:
        found = brief(found)
    pairs = [(f"the passages of the {side.value} article", told[side.value], found[side.value]) for side in Side]
    pairs = [(name, one.get("passages"), other["passages"]) for name, one, other in pairs]
    pairs += [(f"the {name}", told.get(name), found.get(name)) for name in _PARTS]
    offs = {name: _distance(one, other) for name, one, other in pairs}
    differing = [name for name, off in offs.items() if off > TOLERANCE]
    return differing, max((off for off in offs.values() if off <= TOLERANCE), default=0.0)


def _distance(one: object, other: object) -> float:
    """Return how far two plain values are apart in their numbers; infinitely where anything else differs."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return max((_distance(one[name], other[name]) for name in one), default=0.0)
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return max(map(_distance, one, other), default=0.0)
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other)
    return 0.0 if type(one) is type(other) and one == other else float("inf")


def _same_file(again: Comparison, data: bytes) -> bool:
    """Return whether a report of the comparison is this file, apart from how its data are packed."""
    pages = (render_html(again, palette=palette) for palette in PALETTES)
    made = (render_json(again),) if data.startswith(b"{") else pages
    return any(_comparable(each.encode()) == _comparable(data) for each in made)


def _comparable(data: bytes) -> bytes:
    return re.sub(FILLED, b"", blanked(data))
