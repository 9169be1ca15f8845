"""How long does the aligner take, once the vectors are there?"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from diffview.alignment.linking import link
from diffview.alignment.segmentation import segment
from diffview.model import Article, Document, Encoded, Options
from diffview.words import tokenise

_WIDTH = 384
_LENGTH = 25
_VOCABULARY = 6000


def print_times(clock: Callable[[], float]) -> None:
    """Print the seconds, by `clock`, that linking articles of several sizes takes, with made-up words and vectors."""
    print()
    print("| passages | seconds |")
    print("|---|---|")
    for left, right in ((40, 60), (200, 200), (1000, 1000), (1, 1000)):
        random = np.random.default_rng(left)
        documents = _document(random, left), _document(random, right)
        encoded = tuple(_encoded(random, document) for document in documents)
        start = clock()
        link(*documents, (encoded[0], encoded[1]), Options())
        print(f"| {left} x {right} | {clock() - start:.2f} |")


def _document(random: np.random.Generator, size: int) -> Document:
    """Return passages whose words are as unevenly spread as in a language."""
    places = np.minimum(random.zipf(1.3, (size, _LENGTH)), _VOCABULARY)
    return segment(Article.from_passages([" ".join(f"w{place}" for place in row) for row in places]))


def _encoded(random: np.random.Generator, document: Document) -> list[Encoded]:
    found = []
    for k in range(len(document.passages)):
        tokens = tokenise(document.text_of(k))
        vectors = random.normal(size=(len(tokens) + 1, _WIDTH)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        found.append(Encoded(vectors[0], tokens, vectors[1:]))
    return found
