"""Is a long text cut so that nothing is lost and no piece is too long?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import regex
from hypothesis import given
from hypothesis import strategies as st

from diffview.alignment.encoder_windows import cut, encode_in_windows
from diffview.model import Encoded, Span


def pairs_of_letters(text: str) -> list[Span]:
    """Return tokens of at most two characters without white space, as a tokenizer with word pieces has them."""
    return [Span(*match.span()) for match in regex.finditer(r"\S{1,2}", text)]


@given(st.text("ab é😀\n", max_size=200), st.integers(1, 20))
def test_windows_tile_the_text(text: str, room: int) -> None:
    """The windows of a text, put together, are the text, and each has at most the room there is."""
    tokens = pairs_of_letters(text)
    windows = list(cut(text, tokens, room))
    assert "".join(window.of(text) for window in windows) == text
    assert all(sum(window.start <= token.start < window.end for token in tokens) <= room for window in windows)


def test_a_window_ends_between_words() -> None:
    """No word is cut when there is a gap in the second half of the window."""
    text = "abcd " * 50
    windows = list(cut(text, pairs_of_letters(text), 15))
    assert len(windows) > 5
    assert all(window.start % 5 == 0 for window in windows)


def test_what_is_said_of_windows_is_joined() -> None:
    """The vector of a long text leans to the windows with more tokens, and tokens stand where they do in all of it."""

    def encode(pieces: Sequence[str]) -> list[Encoded]:
        vectors = np.eye(len(pieces), dtype=np.float32)
        spans = [tuple(pairs_of_letters(piece)) for piece in pieces]
        return [
            Encoded(vector, tokens, np.tile(vector, (len(tokens), 1)))
            for vector, tokens in zip(vectors, spans, strict=True)
        ]

    text = "ab cd ef gh"
    (found,) = encode_in_windows([text], pairs_of_letters, 3, encode)
    assert found.tokens == tuple(pairs_of_letters(text))
    counts = found.token_vectors.sum(axis=0)
    assert counts[0] != counts[-1]
    assert np.allclose(found.vector, counts / np.linalg.norm(counts))


def test_a_short_text_stays_whole() -> None:
    """A text that just fits is one window."""
    assert list(cut("ab cd", pairs_of_letters("ab cd"), 2)) == [Span(0, 5)]
