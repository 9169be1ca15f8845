"""Which printed lines are one paragraph, which hyphens are only line ends, and which lines belong to the paper?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from diffview.reading.content import Block

_HYPHENS = "-\u00ad\u2010\x02"
_SURE_HYPHENS = "\u00ad\x02"  # set by the typesetter where a line had to end
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+)[-\u00ad\u2010\x02]+\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_PAGE_NUMBER = re.compile(r"(?:page |seite |p\. ?)?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|/|von) ?\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"(?:[•▪■‣·*–-]|\(?\d{1,2}[.)])\s")
_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’»)\]]*\Z")
_COMPOUNDS = frozenset(
    [
        "self",
        "well",
        "ex",
        "non",
        "co",
        "anti",
        "all",
        "half",
        "high",
        "low",
        "long",
        "short",
        "part",
        "full",
        "mid",
        "cross",
        "multi",
        "semi",
        "pre",
        "post",
        "vice",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "first",
        "second",
        "third",
    ]
)
_GAP = 0.45  # of a line's height, beyond the usual distance of lines: a new paragraph
_INDENT = 0.7  # of a line's height
_HEADING = 1.15  # times the usual size of letters
_EDGE_LINES = 2


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page with its place in points, counted from the page's upper left corner."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of its letters."""
        return max(0.1, self.bottom - self.top)


def blocks_from_lines(lines: Sequence[PrintedLine]) -> list[Block]:
    """Return the paragraphs; what is printed on the edge of every page is marked and follows the paragraph it cuts."""
    edges = _edge_lines(lines)
    story = [line for i, line in enumerate(lines) if i not in edges]
    if not story:
        return [Block(line.text) for line in lines]
    size = median(line.height for line in story)
    step = _usual_step(story, size)
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    return list(_paragraphs(lines, edges, size, step, words))


def _paragraphs(
    lines: Sequence[PrintedLine], edges: dict[int, str], size: float, step: float, words: Counter[str]
) -> Iterator[Block]:
    paragraph: list[PrintedLine] = []
    aside: list[Block] = []
    widest: dict[tuple[int, int], float] = {}
    for i, line in enumerate(lines):
        if i not in edges:
            widest[_column(line)] = max(widest.get(_column(line), 0.0), line.right)
    for i, line in enumerate(lines):
        if i in edges:
            aside.append(Block(line.text, rule=edges[i]))
            if not paragraph:
                yield aside.pop()
            continue
        if paragraph and _begins(paragraph, line, size, step, widest.get(_column(paragraph[-1]), 0.0)):
            yield _block(paragraph, size, words)
            yield from aside
            paragraph, aside = [], []
        paragraph.append(line)
    if paragraph:
        yield _block(paragraph, size, words)
    yield from aside


def _column(line: PrintedLine) -> tuple[int, int]:
    return line.page, round(line.left / 60)


def _begins(paragraph: Sequence[PrintedLine], line: PrintedLine, size: float, step: float, edge: float) -> bool:
    """Return whether a line begins a new paragraph after these."""
    before = paragraph[-1]
    if abs(line.height - before.height) > (_HEADING - 1) * size or _BULLET.match(line.text):
        return True
    full = before.right + _first_word_width(line) > edge
    ended = _SENTENCE_END.search(before.text.rstrip()) is not None
    if line.page != before.page or line.top < before.top - size:  # the next page or column
        return ended and (not full or not line.text[:1].islower())
    if line.top - before.top > (step + _GAP * size) * max(1.0, line.height / size):
        return True
    first_left = min(one.left for one in paragraph[1:]) if len(paragraph) > 1 else before.left
    indented = line.left - first_left > _INDENT * size
    return (indented and ended) or (not full and ended)


def _first_word_width(line: PrintedLine) -> float:
    """Return how wide the first word of a line is with the space before it, going by the line's average letter."""
    word = line.text.split(maxsplit=1)[0]
    return (len(word) + 1) * (line.right - line.left) / max(1, len(line.text))


def _usual_step(lines: Sequence[PrintedLine], size: float) -> float:
    """Return the usual distance from one line to the next."""
    steps = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page and 0 < b.top - a.top < 3 * size]
    if not steps:
        return 1.3 * size
    rounded = Counter(round(step, 1) for step in steps)
    most = max(rounded.values())
    return min(step for step, times in rounded.items() if times >= 0.5 * most)


def _block(paragraph: Sequence[PrintedLine], size: float, words: Counter[str]) -> Block:
    text = paragraph[0].text.strip()
    for line in paragraph[1:]:
        text = join_lines(text, line.text.strip(), words)
    is_heading = median(line.height for line in paragraph) > _HEADING * size and len(text) < 300
    return Block("".join(char for char in text if char not in _SURE_HYPHENS), level=2 if is_heading else 0)


def join_lines(text: str, line: str, words: Counter[str]) -> str:
    """Return `text` and the line after it as one; a hyphen goes if it only ended the line.

    `words` are those of the whole file: a hyphen stays in a word that is written with one elsewhere, or between two
    words that both stand alone elsewhere.
    """
    last, first = _LAST_WORD.search(text), _FIRST_WORD.match(line)
    if not last or not first:
        return f"{text}{line}" if text.endswith(("—", "/")) else f"{text} {line}"
    bare = text.rstrip(_HYPHENS)
    left, right = last[1].casefold(), first[0].casefold()
    if not first[0][0].islower():
        return f"{bare}-{line}"
    if words[left + right]:
        return bare + line
    if words[f"{left}-{right}"] or left in _COMPOUNDS or (words[left] and words[right]):
        return f"{bare}-{line}"
    return bare + line


def _edge_lines(lines: Sequence[PrintedLine]) -> dict[int, str]:
    """Return which lines are running titles or page numbers, with the name of the rule."""
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        pages.setdefault(line.page, []).append(i)
    at_edge = [i for numbers in pages.values() for i in {*_outermost(lines, numbers)}]
    times = Counter((_pattern(lines[i]), round(lines[i].top / 20)) for i in at_edge)
    found = {}
    for i in at_edge:
        if _PAGE_NUMBER.fullmatch(lines[i].text.strip()) and (len(pages) > 1 or len(lines) > 3):
            found[i] = "page number"
        elif len(pages) > 1 and times[_pattern(lines[i]), round(lines[i].top / 20)] > len(pages) / 2:
            found[i] = "running title"
    return found


def _outermost(lines: Sequence[PrintedLine], numbers: Sequence[int]) -> list[int]:
    by_height = sorted(numbers, key=lambda i: lines[i].top)
    return [*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]


def _pattern(line: PrintedLine) -> str:
    return _DIGITS.sub("#", line.text.strip())
