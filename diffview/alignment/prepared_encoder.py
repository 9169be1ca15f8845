"""How does a prepared encoder say what the model it was made from says, without that model's runtime?

With onnxruntime and tokenizers, imported inside functions: together they start in a fraction of a second.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diffview.alignment.encoder_windows import encode_in_windows, unit
from diffview.alignment.prepared_model import Prepared, usable_cores
from diffview.errors import EncoderError
from diffview.model import Encoded, EncoderInfo, Floats, Progress, Span
from diffview.phrases import phrase
from diffview.words import without_surrogates

_MOST_THREADS = 4
_BATCH_TOKENS = 400
"""Tokens of a batch, padding included, for a model of `_BATCH_BYTES`: 40 to 80 ms of work on one core of 2024."""
_BATCH_BYTES = 90_000_000
_LEAST_TOKENS = 32


class PreparedEncoder:
    """An exported model in this process; it is loaded when the first text comes."""

    def __init__(self, info: EncoderInfo, prepared: Prepared, threads: int = 0) -> None:
        self.info = info
        self._prepared = prepared
        self._threads = threads or min(usable_cores(), _MOST_THREADS)
        self._session: Any = None
        self._tokenizer: Any = None
        self._inputs: frozenset[str] = frozenset()
        self._budget = _LEAST_TOKENS

    def load(self) -> None:
        """Load the model now; takes a quarter of a second. Raises EncoderError."""
        if self._session is not None:
            return
        try:
            self._tokenizer = self._load_tokenizer()
            session = self._load_session()
            self._inputs = frozenset(item.name for item in session.get_inputs())
            size = self._prepared.model.stat().st_size
        except Exception as error:
            reason = str(error).strip().split("\n")[0] or type(error).__name__
            raise EncoderError(
                self._prepared.folder, phrase("the prepared encoder cannot be loaded: {error}", error=reason)
            ) from error
        self._budget = max(_LEAST_TOKENS, min(_BATCH_TOKENS, _BATCH_TOKENS * _BATCH_BYTES // max(size, 1)))
        self._session = session

    def _load_tokenizer(self) -> Any:  # noqa: ANN401 - the runtime has no types
        from tokenizers import Tokenizer  # noqa: PLC0415 - only where vectors are made

        tokenizer = Tokenizer.from_file(str(self._prepared.tokenizer))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    def _load_session(self) -> Any:  # noqa: ANN401 - the runtime has no types
        # from 1.29 on it reports every run to its maker, unless this is set before the import
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import onnxruntime  # noqa: PLC0415 - only where vectors are made

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        # threads that wait by spinning halve the rate as soon as anything else runs, the window for one
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return onnxruntime.InferenceSession(str(self._prepared.model), options, providers=["CPUExecutionProvider"])

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Return what the encoder says of each text, in order; long texts are read in windows."""
        self.load()
        room = self._prepared.shape.longest - self._tokenizer.num_special_tokens_to_add(False)
        readable = [without_surrogates(text) for text in texts]
        return encode_in_windows(readable, self._tokens, room, lambda pieces: self._encode_windows(pieces, progress))

    def _tokens(self, text: str) -> list[Span]:
        return _spans(self._tokenizer.encode(text))

    def _encode_windows(self, texts: Sequence[str], progress: Progress | None) -> list[Encoded]:
        encodings = [self._tokenizer.encode(text) for text in texts]
        for encoding in encodings:
            encoding.truncate(self._prepared.shape.longest)
        found: dict[int, Encoded] = {}
        for batch in batches([len(encoding.ids) for encoding in encodings], self._budget):
            if progress:
                progress("encoding", len(found), len(texts))
            found |= zip(batch, self._run([encodings[number] for number in batch]), strict=True)
        if progress:
            progress("encoding", len(texts), len(texts))
        return [found[number] for number in range(len(texts))]

    def _run(self, encodings: Sequence[Any]) -> Iterator[Encoded]:
        given = {
            "input_ids": _table([encoding.ids for encoding in encodings], self._prepared.shape.padding),
            "attention_mask": _table([encoding.attention_mask for encoding in encodings], 0),
            "token_type_ids": _table([encoding.type_ids for encoding in encodings], 0),
        }
        try:
            sentences, tokens = self._session.run(
                ["sentence", "tokens"], {name: table for name, table in given.items() if name in self._inputs}
            )
        except Exception as error:  # the runtime's own errors have no name in common
            raise EncoderError(self.info.name, phrase("the encoder stopped unexpectedly; try again")) from error
        for encoding, sentence, vectors in zip(encodings, sentences, tokens, strict=True):
            yield _encoded(sentence, vectors, _spans(encoding))


def _spans(encoding: Any) -> list[Span]:  # noqa: ANN401 - the runtime has no types
    return [Span(start, end) for start, end in encoding.offsets]


def _encoded(sentence: Floats, vectors: Floats, tokens: Sequence[Span]) -> Encoded:
    own = [number for number, span in enumerate(tokens) if span]
    return Encoded(unit(sentence), tuple(tokens[number] for number in own), unit(vectors[own]))


def _table(rows: Sequence[Sequence[int]], filler: int) -> NDArray[np.int64]:
    table = np.full((len(rows), max(map(len, rows))), filler, np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table


def batches(lengths: Sequence[int], budget: int) -> Iterator[list[int]]:
    """Group texts of like length, shortest first, so that no group takes more than `budget` tokens with its padding.

    A text longer than that is a group of its own.
    """
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[number] > budget:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch
