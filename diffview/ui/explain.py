"""Why is a passage marked the way it is, in words a reader can check in the text?"""

from __future__ import annotations

from collections.abc import Iterator

from diffview.model import Comparison, Evidence, Link, Origin, Strength
from diffview.reports.view import look_of
from diffview.ui.marks import Look, name_of

_LISTED = 8
_NEVER_SURER = 0.99
_SAID = {Origin.AUTOMATIC: "", Origin.MANUAL: "⚯ linked by hand", Origin.CONFIRMED: "✓ confirmed"}
_WORDING = "Dotted underline without colour: the same in other words"


def explain_link(comparison: Comparison, number: int) -> str:
    """Return what a link is and why it is there, as lines of plain text."""
    link = comparison.links[number]
    if not link.is_pair:
        there = "right" if link.left else "left"
        lines = (name_of(look_of(link)), f"Nothing on the {there} says this.", _SAID[link.origin])
        return "\n".join(line for line in lines if line)
    wording = [_WORDING] if any(edit.wording for edit in link.edits) else []
    return "\n".join([heading(link), *_why(link.evidence), *wording])


def heading(link: Link) -> str:
    """Return class and certainty of a link of two sides on one line."""
    kind = name_of(look_of(link))
    if link.moved and link.strength is Strength.ALIGNED:
        kind = f"Moved, {link.change.value}"
    if link.origin is Origin.MANUAL:
        return f"{kind} · {_SAID[link.origin]}"
    said = f" · {_SAID[link.origin]}" if link.is_checked else ""
    return f"{kind} · {min(link.score, _NEVER_SURER):.0%} sure{said}"


def _why(evidence: Evidence) -> Iterator[str]:
    if evidence.quote_run:
        yield f"Same words in a row: “{evidence.quote_run}”"
    lists = (
        ("Shared names", evidence.shared_names),
        ("Shared figures", evidence.shared_figures),
        ("Shared rare words", evidence.shared_words),
    )
    for title, words in lists:
        if words:
            more = "" if len(words) <= _LISTED else f" and {len(words) - _LISTED} more"
            yield f"{title}: {', '.join(words[:_LISTED])}{more}"
    if evidence.similarity is not None:
        yield f"Likeness in meaning: {evidence.similarity:.2f}"
    if evidence.runner_up is not None:
        yield f"Ahead of the next best passage by {evidence.margin:.2f}"


def explain_passage(comparison: Comparison, look: Look) -> str:
    """Return why a passage is marked as it is."""
    if look.link is None:
        rule = f": {look.rule}" if look.rule else ""
        return f"Page furniture{rule}\nNot compared. Right-click to treat it as content."
    related = (f"Related: {explain_link(comparison, number)}" for number in look.related)
    place = (f"{look.label[:1].upper()}{look.label[1:]}",) if look.label else ()
    return "\n\n".join((*place, explain_link(comparison, look.link), *related))
