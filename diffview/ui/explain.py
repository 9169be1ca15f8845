"""Why is a passage marked the way it is, in words a reader can check in the text?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from diffview.model import Comparison, Evidence, Link, Origin, Strength
from diffview.phrases import beginning
from diffview.reports.looks import look_of
from diffview.ui.marks import Look
from diffview.ui.speech import class_name, fraction, said

_LISTED = 8
_NEVER_SURER = 0.99


def explain_link(comparison: Comparison, number: int) -> str:
    """Return what a link is and why it is there, as lines of plain text."""
    link = comparison.links[number]
    if not link.is_pair:
        on_right = QCoreApplication.translate("explain", "Nothing on the right says this.")
        on_left = QCoreApplication.translate("explain", "Nothing on the left says this.")
        lines = (class_name(look_of(link)), on_right if link.left else on_left, _checked(link))
        return "\n".join(line for line in lines if line)
    dotted = QCoreApplication.translate("explain", "Dotted underline without colour: the same in other words")
    wording = [dotted] if any(edit.wording for edit in link.edits) else []
    return "\n".join([heading(link), *_why(link.evidence), *wording])


def _checked(link: Link) -> str:
    """Return whether the reader has checked a link, "" when not."""
    if link.origin is Origin.MANUAL:
        return QCoreApplication.translate("explain", "⚯ linked by hand")
    return QCoreApplication.translate("explain", "✓ confirmed") if link.is_checked else ""


def heading(link: Link) -> str:
    """Return class and certainty of a link of two sides on one line."""
    kind = class_name(look_of(link))
    if link.moved and link.strength is Strength.ALIGNED:
        kind = QCoreApplication.translate("explain", "Moved, {change}").format(change=said(link.change.value))
    if link.origin is Origin.MANUAL:
        return f"{kind} · {_checked(link)}"
    sure = QCoreApplication.translate("explain", "{percent}% sure")
    sure = sure.format(percent=round(100 * min(link.score, _NEVER_SURER)))
    return " · ".join(part for part in (kind, sure, _checked(link)) if part)


def _why(evidence: Evidence) -> Iterator[str]:
    if evidence.quote_run:
        yield QCoreApplication.translate("explain", "Same words in a row: “{words}”").format(words=evidence.quote_run)
    lists = (
        (QCoreApplication.translate("explain", "Shared names: {words}"), evidence.shared_names),
        (QCoreApplication.translate("explain", "Shared figures: {words}"), evidence.shared_figures),
        (QCoreApplication.translate("explain", "Shared rare words: {words}"), evidence.shared_words),
    )
    for title, words in lists:
        if words:
            yield title.format(words=_listed(words))
    if evidence.similarity is not None:
        likeness = QCoreApplication.translate("explain", "Likeness in meaning: {likeness}")
        yield likeness.format(likeness=fraction(evidence.similarity))
    if evidence.runner_up is not None:
        ahead = QCoreApplication.translate("explain", "Ahead of the next best passage by {margin}")
        behind = QCoreApplication.translate("explain", "Behind the best passage by {margin}")
        yield (ahead if evidence.margin >= 0 else behind).format(margin=fraction(abs(evidence.margin)))


def _listed(words: Sequence[str]) -> str:
    if len(words) <= _LISTED:
        return ", ".join(words)
    more = QCoreApplication.translate("explain", "{words} and {count} more")
    return more.format(words=", ".join(words[:_LISTED]), count=len(words) - _LISTED)


def explain_passage(comparison: Comparison, look: Look) -> str:
    """Return why a passage is marked as it is."""
    if look.link is None:
        what = ": ".join(part for part in (class_name("furniture"), said(look.rule)) if part)
        more = QCoreApplication.translate("explain", "Not compared. Click the mark beside it to treat it as content.")
        return f"{what}\n{more}"
    related = (explain_link(comparison, number) for number in look.related)
    place = (beginning(look.label),) if look.label else ()
    return "\n\n".join((*place, explain_link(comparison, look.link), *related))
