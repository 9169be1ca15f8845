"""What has the reader written, and about which link?"""

from __future__ import annotations

from dataclasses import dataclass

from diffview.changes.corrections import Finder
from diffview.model import Comparison, Note, Side


@dataclass(frozen=True, slots=True)
class Remark:
    """A note of the reader; `link` is the index of the link it is about, None when its passages are gone."""

    text: str
    link: int | None


def remarks(comparison: Comparison) -> tuple[Remark, ...]:
    """Return the notes in the order of their links; those whose passages are gone come last."""
    notes = comparison.corrections.notes
    if not notes:
        return ()
    finders = {side: Finder(comparison.document(side), comparison.options) for side in Side}
    links = {side: comparison.aligned_link(side) for side in Side}
    found = [Remark(note.text, _link_of(note, finders, links)) for note in notes]
    return tuple(sorted(found, key=lambda remark: (remark.link is None, remark.link or 0)))


def _link_of(note: Note, finders: dict[Side, Finder], links: dict[Side, dict[int, int]]) -> int | None:
    """Return the link of the first passage the note names that is still there."""
    for side in Side:
        for anchor in note.pair.on(side):
            passage = finders[side].find(anchor)
            if passage is not None and passage in links[side]:
                return links[side][passage]
    return None
