"""Which pairs does the window's benchmark open?"""

from __future__ import annotations

import os
import random
from pathlib import Path

from diffview.alignment.encoder import WORDS_ALONE
from diffview.changes.classification import classify
from diffview.comparison import compare
from diffview.model import Article, Bead, Comparison, Document, EncoderInfo, Options, Passage, Span

_WORDS = [
    "harbor",
    "ferry",
    "council",
    "river",
    "bridge",
    "minister",
    "report",
    "night",
    "winter",
    "market",
    "station",
    "engine",
    "storm",
    "letter",
    "village",
    "teacher",
    "signal",
    "valley",
    "corner",
    "window",
    "captain",
    "bread",
    "silver",
    "garden",
    "doctor",
    "summer",
    "travel",
    "island",
    "paper",
    "answered",
    "carried",
    "closed",
    "opened",
    "reached",
    "repaired",
    "followed",
    "counted",
    "promised",
    "waited",
    "measured",
    "crossed",
    "slowly",
    "early",
    "again",
    "nearly",
    "later",
    "together",
    "twice",
    "quietly",
    "almost",
    "always",
]
_REAL = ("000_bbd6744d876a0f8b.txt", "003_8b80076ec0a19660.txt")
_SPOKEN = 0.1
_PARAGRAPH = 4
"""Passages in a paragraph."""


def made_pair(size: int, seed: int = 1) -> Comparison:
    """Return a comparison of two made-up articles of `size` passages each, as unlike as two outlets' stories.

    Of ten passages seven are the same, one is reworded, one stands on one side only, one has moved by a few places.
    """
    chance = random.Random(seed)
    left = [_sentence(chance) for _ in range(size)]
    order = list(range(size))
    for n in range(9, size - 5, 20):
        order[n], order[n + 4] = order[n + 4], order[n]
    right, beads = [], []
    for place, n in enumerate(order):
        kind = n % 10
        if kind == 3:
            right.append(_sentence(chance))
            continue
        right.append(_reworded(chance, left[n]) if kind == 6 else left[n])
        beads.append(Bead((n,), (place,), 0.8 if kind == 6 else 0.99))
    ours, theirs = _document(left), _document(right)
    links = classify(ours, theirs, tuple(beads), Options())
    return Comparison(ours, theirs, links, EncoderInfo("", reason="made for a measurement"))


def real_paths() -> list[Path]:
    """Return the files of the real pair, or nothing where they are not at hand."""
    folder = Path(os.environ.get("DIFFVIEW_SEEDS", Path(__file__).parents[2] / "shared" / "seeds"))
    paths = [folder / name for name in _REAL]
    return paths if all(path.is_file() for path in paths) else []


def read_pair(left: Article, right: Article) -> Comparison:
    """Return two articles compared by words alone."""
    return compare(left, right, options=Options(encoder=WORDS_ALONE))


def _sentence(chance: random.Random) -> str:
    """Return a sentence; one in ten is said by somebody, in typographic quotation marks, as in any newspaper."""
    words = chance.choices(_WORDS, k=chance.randint(9, 22))
    said = f"{' '.join(words).capitalize()}."
    return f"“{said}”" if chance.random() < _SPOKEN else said


def _reworded(chance: random.Random, text: str) -> str:
    words = text.split()
    for at in chance.sample(range(len(words) - 1), 3):
        words[at] = chance.choice(_WORDS)
    return " ".join(words)


def _document(texts: list[str]) -> Document:
    """Return a document with four passages a paragraph, an empty line between paragraphs."""
    pieces, passages, at = [], [], 0
    for number, text in enumerate(texts):
        gap = "" if not number else "\n\n" if number % _PARAGRAPH == 0 else " "
        at += len(gap)
        pieces.append(gap + text)
        passages.append(Passage(Span(at, at + len(text)), number // _PARAGRAPH))
        at += len(text)
    return Document(Article("".join(pieces)), tuple(passages))
