"""Which line is the headline?"""

from __future__ import annotations

from collections.abc import Sequence

from diffview.model import Furniture, Span
from diffview.reading.page import Line, lines_of


def find_title(text: str, furniture: Sequence[Furniture] = (), paragraphs: Sequence[Span] | None = None) -> Span | None:
    """Return where the headline stands, or None.

    It is the first line that is not furniture, if that looks like a heading and the story follows it.
    """
    taken = {mark.span.start for mark in furniture}
    lines = [line for line in lines_of(text, paragraphs) if line.span.start not in taken]
    return lines[0].span if lines and looks_like_title(lines) else None


def looks_like_title(lines: Sequence[Line]) -> bool:
    """Return whether the first of these lines is a headline over the others."""
    first, rest = lines[0], lines[1:]
    if not first.is_headline or first.text[0].islower() or not any(char.isalpha() for char in first.text):
        return False
    return bool(rest) and not rest[0].text[0].islower() and any(line.is_prose for line in rest)
