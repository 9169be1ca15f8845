"""Which newlines only fold a paragraph into lines of equal width, as mail and old text files do?"""

from __future__ import annotations

_NARROWEST, _WIDEST = 40, 100
_FOLDED_SHARE = 0.7  # of the breaks between two lines of text; the others end a paragraph without a blank line
_RUNNING_SHARE = 0.5  # of the folds: the next line goes on in the middle of a sentence
_FEWEST_FOLDS = 4


def join_wrapped_lines(text: str) -> str:
    """Return `text` with the newlines inside folded paragraphs turned into spaces; offsets stay as they are.

    A newline folds when the next line's first word would not have fitted any more. Text is left alone unless most
    line breaks between two lines of text are of that kind and most of those stand inside a sentence.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return text
    inner = [i for i in range(len(lines) - 1) if lines[i].strip() and lines[i + 1].strip()]
    folded = {i for i in inner if _is_full(lines[i], lines[i + 1], width)}
    running = sum(not lines[i + 1][0].isupper() for i in folded)
    if len(folded) < max(_FEWEST_FOLDS, _FOLDED_SHARE * len(inner)) or running < _RUNNING_SHARE * len(folded):
        return text
    return "".join(line + (" " if i in folded else "\n") for i, line in enumerate(lines))[:-1]


def _is_full(line: str, following: str, width: int) -> bool:
    """Return whether the first word of `following` would have made `line` wider than `width`."""
    if following[0].isspace() or following[0] in "-*•>#|":
        return False
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width
