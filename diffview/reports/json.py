"""How is a comparison written down for other programs?

The schema is "diffview.comparison/1", published as resources/schemas/comparison-1.json. Every offset counts code points
of the text beside it, from 0, half open.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import asdict
from typing import Any

import diffview
from diffview.changes.findings.coverage import coverage
from diffview.model import Comparison, Document, Edit, EncoderInfo, Evidence, Finding, Link, Passage, Role, Side, Span
from diffview.reports.seal import BLANK, seal
from diffview.reports.summary import Count, Summary, Tally, summarise

SCHEMA = "diffview.comparison/1"
BY_PROGRAM, BY_CALLER = "by the program", "by the caller"
"""Who found the borders of an article's passages."""

_WIDTH = 110
_UNSEEN = re.compile(
    "[\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


def program_version() -> str:
    """Return the version of this program."""
    return diffview.__version__


def to_json(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain dictionaries, lists, strings and numbers."""
    return {
        "schema": SCHEMA,
        "generator": {"version": program_version(), "encoder": _encoder(comparison.encoder)},
        "options": asdict(comparison.options),
        "corrections": asdict(comparison.corrections),
        "left": _document(comparison.document(Side.LEFT)),
        "right": _document(comparison.document(Side.RIGHT)),
        "links": [_link(link) for link in comparison.links],
        "findings": [_finding(finding) for finding in comparison.findings],
        "notices": list(comparison.notices),
        "summary": {
            **_summary(summarise(comparison)),
            "only_here": {side.value: _alone(comparison, side) for side in Side},
        },
    }


def render_json(comparison: Comparison) -> str:
    """Return the comparison as JSON text that ends in a newline and carries its own digest.

    Letters are written as themselves; lone surrogates and every control, direction and invisible character as
    `\\uXXXX`, so that the text can always be encoded as UTF-8 and shown on a terminal.
    """
    table = to_json(comparison)
    sealed = {"schema": table.pop("schema"), "digest": BLANK, **table}
    return seal(spell_out("\n".join(_lines(sealed))) + "\n")


def spell_out(text: str) -> str:
    """Return JSON text with every character that cannot be seen or encoded as `\\uXXXX`."""
    return _UNSEEN.sub(_escape, text)


def _encoder(info: EncoderInfo) -> dict[str, str]:
    return {"name": info.name, "digest": info.digest, "reason": info.reason}


def _document(document: Document) -> dict[str, Any]:
    article = document.article
    return {
        "path": article.path,
        "sha256": article.sha256,
        "encoding": article.encoding,
        "title": article.title,
        "text": article.text,
        "cut": BY_PROGRAM if article.cuts is None else BY_CALLER,
        "notices": list(article.notices),
        "passages": [_passage(passage) for passage in document.passages],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "start": passage.span.start,
        "end": passage.span.end,
        "paragraph": passage.paragraph,
        "role": passage.role.value,
        "quotes": [_span(quote) for quote in passage.quotes],
    }
    if passage.role is Role.FURNITURE:
        entry["rule"] = passage.rule
    return entry


def _link(link: Link) -> dict[str, Any]:
    return {
        "left": list(link.left),
        "right": list(link.right),
        "change": link.change.value,
        "moved": link.moved,
        "strength": link.strength.value,
        "score": _number(link.score),
        "origin": link.origin.value,
        "evidence": _evidence(link.evidence),
        "edits": [_edit(edit) for edit in link.edits],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "similarity": _number(evidence.similarity),
        "token_match": _number(evidence.token_match),
        "word_overlap": _number(evidence.word_overlap),
        "shared_words": list(evidence.shared_words),
        "shared_names": list(evidence.shared_names),
        "shared_figures": list(evidence.shared_figures),
        "quote_run": evidence.quote_run,
        "margin": _number(evidence.margin),
        "runner_up": evidence.runner_up,
    }


def _edit(edit: Edit) -> dict[str, Any]:
    entry: dict[str, Any] = {"op": edit.op.value, "left": _span(edit.left), "right": _span(edit.right)}
    return entry | {"wording": True} if edit.wording else entry


def _finding(finding: Finding) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "kind": finding.kind.value,
        "status": finding.status.value,
        "left": [_span(span) for span in finding.left],
        "right": [_span(span) for span in finding.right],
        "reason": finding.reason,
        "confidence": _number(finding.confidence),
    }
    about: dict[str, Any] = {"about": finding.about} if finding.about else {}
    edits: dict[str, Any] = {"edits": [_edit(edit) for edit in finding.edits]} if finding.edits else {}
    return entry | about | edits


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        **{kind.value: _count(count) for kind, count in summary.classes.items()},
        "furniture": _count(summary.furniture),
        "moved": summary.moved,
        "related": summary.related,
        "words": {side.value: summary.words[side] for side in Side},
        "coverage": {side.value: _number(summary.coverage[side]) for side in Side},
    }


def _alone(comparison: Comparison, side: Side) -> dict[str, Any]:
    """Return what only one article has, by kind of finding, and where the other one has what it leads with."""
    found = coverage(comparison.document(side), side, comparison.links, comparison.findings)
    counts = {kind.value: count for kind, count in found.only_here.items()}
    return {"words": found.alone, **counts, "lead": [list(passages) for passages in found.lead]}


def _count(count: Count) -> dict[str, Any]:
    return {"links": count.links, "left": _tally(count.left), "right": _tally(count.right)}


def _tally(tally: Tally) -> dict[str, int]:
    return {"passages": tally.passages, "words": tally.words}


def _number(value: float | None) -> float | None:
    """Return a plain number of four decimals; what is not finite has no place in JSON and becomes None."""
    return round(float(value), 4) if value is not None and math.isfinite(value) else None


def _lines(value: object, depth: int = 0, *, lead: str = "", tail: str = "") -> list[str]:
    """Lay out plain values so that one passage or link takes one line, and a change in it one line of a diff."""
    compact = json.dumps(value, ensure_ascii=False, allow_nan=False)
    pad = " " * depth
    if depth < 3 and len(compact) + depth > _WIDTH:
        if isinstance(value, dict):
            return _nest("{", [(f"{json.dumps(key)}: ", part) for key, part in value.items()], "}", (pad, lead, tail))
        if isinstance(value, list):
            return _nest("[", [("", part) for part in value], "]", (pad, lead, tail))
    return [pad + lead + compact + tail]


def _nest(opened: str, items: list[tuple[str, object]], closed: str, around: tuple[str, str, str]) -> list[str]:
    pad, lead, tail = around
    found = [pad + lead + opened]
    for number, (key, part) in enumerate(items, 1):
        found += _lines(part, len(pad) + 1, lead=key, tail="," if number < len(items) else "")
    return [*found, pad + closed + tail]


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
