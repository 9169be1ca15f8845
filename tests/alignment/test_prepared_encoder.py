"""Does a prepared encoder say what its model would say, in small steps and in silence?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.alignment.prepared_encoder import PreparedEncoder, batches
from diffview.errors import Cancelled, EncoderError
from diffview.model import Span
from tests.alignment.tiny_model import INFO, LETTERS, LONGEST, VECTORS, tiny_prepared


@pytest.fixture
def encoder() -> PreparedEncoder:
    """The tiny encoder."""
    return PreparedEncoder(INFO, tiny_prepared())


def test_every_token_has_its_vector_and_place(encoder: PreparedEncoder) -> None:
    """Token spans count code points, and their vectors have length 1."""
    encoded = encoder.encode(["b 😀a"])[0]
    assert encoded.tokens == (Span(0, 1), Span(2, 3), Span(3, 4))
    expected = VECTORS[[LETTERS.index("b") + 2, 1, LETTERS.index("a") + 2]]
    assert np.allclose(encoded.token_vectors, expected / np.linalg.norm(expected, axis=1, keepdims=True), atol=1e-6)


def test_padding_changes_nothing(encoder: PreparedEncoder) -> None:
    """A text has the same vectors alone and in a batch with longer ones, and keeps its place."""
    texts = ["abc def", "x", "", "hello there you"]
    together = encoder.encode(texts)
    for text, found in zip(texts, together, strict=True):
        alone = encoder.encode([text])[0]
        assert alone.tokens == found.tokens
        assert np.allclose(alone.vector, found.vector, atol=1e-6)


def test_a_long_text_is_read_to_its_end(encoder: PreparedEncoder) -> None:
    """Every token of a text longer than the window has a vector."""
    text = "abc " * LONGEST
    encoded = encoder.encode([text])[0]
    assert len(encoded.tokens) == len(encoded.token_vectors) == 3 * LONGEST
    assert encoded.tokens[-1] == Span(len(text) - 2, len(text) - 1)


def test_half_a_character_is_no_trouble(encoder: PreparedEncoder) -> None:
    """A lone surrogate, as broken files have it, is an unknown character in its place."""
    assert encoder.encode(["a\ud800b"])[0].tokens == (Span(0, 1), Span(1, 2), Span(2, 3))


def test_a_runtime_that_fails_is_an_error_of_ours(encoder: PreparedEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the runtime gives up over a text, for want of memory say, that is told as any trouble with an encoder."""

    class Exhausted:
        def run(self, *_asked: object) -> None:
            raise RuntimeError("Failed to allocate memory")

    encoder.load()
    monkeypatch.setattr(encoder, "_session", Exhausted())
    with pytest.raises(EncoderError, match="tiny: the encoder stopped unexpectedly"):
        encoder.encode(["abc"])


def test_it_stops_between_batches(encoder: PreparedEncoder) -> None:
    """What progress raises ends the encoding before all texts are read."""
    steps: list[int] = []

    def progress(_stage: str, done: int, total: int) -> None:
        steps.append(done)
        if 0 < done < total:
            raise Cancelled("enough")

    with pytest.raises(Cancelled):
        encoder.encode(["abc def"] * 500, progress)
    assert len(steps) == 2


def test_progress_ends_at_the_total(encoder: PreparedEncoder) -> None:
    """The last report says that everything is done."""
    steps: list[tuple[str, int, int]] = []
    encoder.encode(["abc"] * 300, lambda *step: steps.append(step))
    assert steps[0] == ("encoding", 0, 300)
    assert steps[-1] == ("encoding", 300, 300)
    assert [step[1] for step in steps] == sorted(step[1] for step in steps)


def test_a_model_that_cannot_be_run_is_an_error_of_ours() -> None:
    """Files that are whole by their hash and yet no model end in one clear error."""
    prepared = tiny_prepared()
    prepared.model.write_bytes(b"no model at all")
    with pytest.raises(EncoderError, match="prepared encoder cannot be loaded"):
        PreparedEncoder(INFO, prepared).encode(["a"])


@given(st.lists(st.integers(1, 300), max_size=60), st.integers(1, 400))
def test_batches_hold_every_text_once_and_no_more_than_the_budget(lengths: list[int], budget: int) -> None:
    """Each text is in one batch, shorter ones first, and a batch of several is within its budget, padding included."""
    found = list(batches(lengths, budget))
    order = [number for batch in found for number in batch]
    assert sorted(order) == list(range(len(lengths)))
    assert [lengths[number] for number in order] == sorted(lengths)
    assert all(len(batch) == 1 or len(batch) * max(lengths[n] for n in batch) <= budget for batch in found)


def test_the_runtime_reports_to_nobody(tmp_path: Path) -> None:
    """Running a prepared encoder leaves no identifier of this machine and no store of events behind."""
    code = (
        "from tests.alignment.tiny_model import *; from diffview.alignment.prepared_encoder import PreparedEncoder\n"
        "PreparedEncoder(INFO, tiny_prepared()).encode(['abc'])"
    )
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, cwd=Path(__file__).parents[2])
    written = {path.relative_to(tmp_path).parts[:2] for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {("cache", "diffview")}
