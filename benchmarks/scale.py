"""How do time and memory of a comparison grow with the articles?

    python -m benchmarks.scale [PASSAGES ...]

Made-up books: words as unevenly spread as in a language, one vector a word, and a second version in which passages are
reworded, dropped, added and moved. Encoding is left out (its rate does not depend on the length); everything after it
counts, from links to findings. Each size runs in a process of its own, for the peak of its memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from resource import RUSAGE_SELF, getrusage
from time import perf_counter, process_time
from typing import Any

import numpy as np

from benchmarks.tables import Table
from diffview.comparison import compare
from diffview.model import Article, Encoded, EncoderInfo, Options, Progress
from diffview.words import tokenise

SIZES = (30, 300, 1000, 3000, 10_000)
_WIDTH = 384
_VOCABULARY = 20_000
_LENGTH = 22
_PARAGRAPH = 5
_KEPT, _REWORDED, _DROPPED, _CHANGED = 0.3, 0.85, 0.92, 0.3
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


class WordVectors:
    """An encoder whose vectors come from the words alone: one made-up direction a word, the passage's mean.

    `done` says when it was last ready, by the clock on the wall and by the processor's.
    """

    info = EncoderInfo("made-up")

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}
        self.done = (0.0, 0.0)

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Return the vectors of each text."""
        if progress is not None:
            progress("encoding", len(texts), len(texts))
        found = tuple(self._encoded(text) for text in texts)
        self.done = (perf_counter(), process_time())
        return found

    def _encoded(self, text: str) -> Encoded:
        tokens = tokenise(text)
        vectors = np.array([self._vector(span.of(text)) for span in tokens])
        middle = vectors.mean(axis=0, dtype=np.float32)
        return Encoded(middle / np.linalg.norm(middle), tokens, vectors)

    def _vector(self, word: str) -> Any:  # noqa: ANN401
        if word not in self._known:
            vector = np.random.default_rng(len(self._known)).normal(size=_WIDTH)
            self._known[word] = (vector / np.linalg.norm(vector)).astype(np.float16)
        return self._known[word]


def books(size: int) -> tuple[Article, Article]:
    """Return a book of `size` passages and another version of it."""
    random = np.random.default_rng(size)
    left = [_sentence(random) for _ in range(size)]
    return _article(left), _article(_other_version(left, random))


def _sentence(random: np.random.Generator) -> list[str]:
    places = np.minimum(random.zipf(1.25, random.integers(_LENGTH // 2, _LENGTH * 3 // 2)), _VOCABULARY)
    return [_word(int(place)) for place in places]


def _any_word(random: np.random.Generator) -> str:
    return _word(int(random.zipf(1.25)) % _VOCABULARY)


def _word(place: int) -> str:
    word = ""
    while place or not word:
        place, rest = divmod(place, len(_CONSONANTS) * len(_VOWELS))
        word += _CONSONANTS[rest % len(_CONSONANTS)] + _VOWELS[rest // len(_CONSONANTS)]
    return word


def _other_version(left: list[list[str]], random: np.random.Generator) -> list[list[str]]:
    right = []
    for sentence in left:
        fate = random.random()
        if fate < _KEPT:
            right.append(sentence)
        elif fate < _REWORDED:
            right.append([_any_word(random) if random.random() < _CHANGED else w for w in sentence])
        elif fate > _DROPPED:
            right.append(_sentence(random))
    for _ in range(len(right) // 50):
        right.insert(int(random.integers(len(right))), right.pop(int(random.integers(len(right)))))
    return right


def _article(sentences: list[list[str]]) -> Article:
    texts = [f"{' '.join(words).capitalize()}." for words in sentences]
    return Article.from_passages(texts, [k // _PARAGRAPH for k in range(len(texts))])


def measure(size: int) -> dict[str, float]:
    """Return seconds and megabytes of one comparison, after encoding, in this process."""
    left, right = books(size)
    encoder = WordVectors()
    found = compare(left, right, encoder=encoder, options=Options(most_passages=0))
    wall, cpu = perf_counter() - encoder.done[0], process_time() - encoder.done[1]
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    return {"passages": size, "wall": wall, "cpu": cpu, "peak_mb": peak, "links": len(found.links)}


def table(sizes: Sequence[int]) -> Table:
    """Return the costs of some sizes."""
    alone = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}  # as the program itself does
    rows = []
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.scale", "--one", str(size)]
        one = json.loads(subprocess.run(command, check=True, capture_output=True, env=alone).stdout)
        rows.append((f"{size:,}", one["wall"], one["cpu"], one["peak_mb"], one["links"]))
    note = "Made-up books and made-up vectors; everything after encoding, from links to findings."
    return Table("Growth", note, ("passages a side", "seconds", "CPU seconds", "peak memory, MB", "links"), tuple(rows))


def main(arguments: Sequence[str]) -> None:
    """Print the table, or measure one size as JSON for it."""
    if arguments[:1] == ["--one"]:
        print(json.dumps(measure(int(arguments[1]))))
        return
    print(table([int(size) for size in arguments] or SIZES).as_markdown())


if __name__ == "__main__":
    main(sys.argv[1:])
