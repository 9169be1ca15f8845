"""How is a text read that is longer than an encoder can see at once?

In windows, cut between words where that is possible; what is said of them is joined again. Shared by every encoder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from diffview.model import Encoded, Floats, Span

_MARGIN = 2
"""Tokens left free in a window, because a piece of a text may fall into a few more tokens than it had inside it."""


def encode_in_windows(
    texts: Sequence[str],
    tokens_of: Callable[[str], Sequence[Span]],
    room: int,
    encode: Callable[[Sequence[str]], Sequence[Encoded]],
) -> tuple[Encoded, ...]:
    """Return what `encode` says of each text, in order, asking it only for pieces of at most `room` tokens.

    `tokens_of` tells where the tokens of a text stand; empty ones (which the encoder adds itself) are passed over.
    """
    windows = [
        (number, window)
        for number, text in enumerate(texts)
        for window in cut(text, [span for span in tokens_of(text) if span], room)
    ]
    pieces = encode([window.of(texts[number]) for number, window in windows])
    found: list[list[tuple[Span, Encoded]]] = [[] for _ in texts]
    for (number, window), piece in zip(windows, pieces, strict=True):
        found[number].append((window, piece))
    return tuple(_join(parts) for parts in found)


def cut(text: str, tokens: Sequence[Span], room: int) -> Iterator[Span]:
    """Cut a text into pieces of at most `room` tokens that cover all of it."""
    start = first = 0
    while len(tokens) - first > room:
        first = _border(text, tokens, first, max(room - _MARGIN, 1))
        if tokens[first].start > start:
            yield Span(start, tokens[first].start)
            start = tokens[first].start
    yield Span(start, len(text))


def _border(text: str, tokens: Sequence[Span], first: int, step: int) -> int:
    """Return the token that opens the next window: the last one that opens a word, in the second half of this one."""
    latest = first + step
    for at in range(latest, first + step // 2, -1):
        start = tokens[at].start
        if text[start].isspace() or text[start - 1].isspace():
            return at
    return latest


def _join(parts: Sequence[tuple[Span, Encoded]]) -> Encoded:
    if len(parts) == 1:
        return parts[0][1]
    weights = np.array([max(len(piece.tokens), 1) for _, piece in parts], dtype=np.float32)
    vector = unit(np.average([piece.vector for _, piece in parts], axis=0, weights=weights))
    tokens = tuple(
        Span(window.start + span.start, window.start + span.end) for window, piece in parts for span in piece.tokens
    )
    return Encoded(vector, tokens, np.concatenate([piece.token_vectors for _, piece in parts]))


def unit(vectors: Floats) -> Floats:
    """Return the vectors scaled to length 1; a zero vector stays zero."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Floats = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
    return scaled
