"""Why is a passage marked the way it is, in words a reader can check in the text?"""

from __future__ import annotations

from collections.abc import Iterator

from diffview.model import Comparison, Evidence, Link, Side, Strength
from diffview.reports.summary import paragraph_numbers
from diffview.reports.view import look_of
from diffview.ui.marks import Look, moved_labels, name_of, paragraphs

_LISTED = 8


def explain_link(comparison: Comparison, number: int) -> str:
    """Return what a link is and why it is there, as lines of plain text."""
    link = comparison.links[number]
    if not link.is_pair:
        there = "right" if link.left else "left"
        return f"{name_of(look_of(link))}\nNothing on the {there} says this."
    return "\n".join([heading(link), *_why(link.evidence)])


def heading(link: Link) -> str:
    """Return class and certainty of a link of two sides on one line."""
    kind = name_of(look_of(link))
    if link.moved and link.strength is Strength.ALIGNED:
        kind = f"Moved, {link.change.value}"
    return f"{kind} · {link.score:.0%} sure"


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
    return "\n\n".join((explain_link(comparison, look.link), *related))


def describe(comparison: Comparison, number: int) -> str:
    """Return one line on a link for lists and screen readers: class, place, words."""
    link = comparison.links[number]
    return f"{name_of(look_of(link))}. {place(comparison, number)}."


def place(comparison: Comparison, number: int) -> str:
    """Return where a link stands: "Left paragraph 3, moved from paragraph 7"."""
    link = comparison.links[number]
    side = Side.LEFT if link.left else Side.RIGHT
    where = paragraphs(paragraph_numbers(comparison.document(side)), link.on(side))
    moved = moved_labels(comparison, side).get(number, "")
    return f"{side.value.capitalize()} {where}{', ' if moved else ''}{moved}"
