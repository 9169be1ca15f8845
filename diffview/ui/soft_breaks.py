"""Where is a line broken that is too long to be laid out in one piece?

Qt takes time that grows with the square of a line's length where nothing in it may wrap: a word of a million letters
holds the window up for minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

LONGEST = 4000
"""Code points of a line that are laid out in one piece; a line of an article is shorter."""
_LONGEST_SIGN = 200


def soft_breaks(text: str) -> tuple[int, ...]:
    """Return the code points before which `text` is broken so that no line is longer than LONGEST.

    A line breaks after white space, where there is some in the second half of what fits, else between two signs.
    """
    return tuple(at for line in _long_lines(text) for at in _breaks(text, *line))


def _long_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the lines begin and end that are too long, going from line end to line end as far as one may be."""
    start = 0
    while len(text) - start > LONGEST:
        last = text.rfind("\n", start, start + LONGEST + 1)
        if last < 0:
            found = text.find("\n", start)
            last = found if found >= 0 else len(text)
            yield start, last
        start = last + 1


def loosened(text: str) -> str:
    """Return `text` with a line separator at each of its soft breaks, for a label or a card."""
    edges = (0, *soft_breaks(text), len(text))
    return "\u2028".join(text[start:end] for start, end in pairwise(edges))


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    while end - start > LONGEST:
        start = _next_break(text, start)
        yield start


def _next_break(text: str, start: int) -> int:
    import regex  # noqa: PLC0415 - hardly any text has such lines, and none waits for it

    after = start + LONGEST
    if space := regex.search(r"(?r)\s", text, pos=start + LONGEST // 2, endpos=after):
        return int(space.end())
    last = max(sign.start() for sign in regex.finditer(r"\X", text, pos=after - _LONGEST_SIGN, endpos=after + 1))
    return int(last) if last > after - _LONGEST_SIGN else after
