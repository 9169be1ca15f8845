"""What stands in for the sentence encoder in tests?"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from diffview.alignment.encoder import unit
from diffview.model import Encoded, EncoderInfo, Progress
from diffview.words import fold, tokenise

WIDTH = 64


class FakeEncoder:
    """A deterministic encoder: each word has a vector made of the hash of its first letters; a text is their mean."""

    info = EncoderInfo("fake", "0" * 64)

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Return the vectors of each text, and remember what was asked."""
        self.asked += texts
        if progress:
            progress("encoding", len(texts), len(texts))
        return tuple(_encode(text) for text in texts)


def _encode(text: str) -> Encoded:
    tokens = tokenise(text)
    vectors = np.array([_word_vector(fold(token.of(text)).lower()[:5]) for token in tokens], dtype=np.float32)
    vectors = vectors.reshape(len(tokens), WIDTH)
    return Encoded(unit(vectors.sum(axis=0)), tokens, vectors)


def _word_vector(stem: str) -> np.ndarray:
    seed = int.from_bytes(sha256(stem.encode()).digest()[:8], "big")
    return unit(np.random.default_rng(seed).standard_normal(WIDTH).astype(np.float32))
