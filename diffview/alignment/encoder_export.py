"""How is a sentence-transformers model turned into a prepared one, and is it the same?

The export costs the import of torch and some seconds, once; it is kept only when it says the same as the model it
was made from. Of the modules outside `encoder` the only one that uses the model runtime, and only inside functions.
"""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np

from diffview.alignment.encoder import EIGHT_BITS, SentenceEncoder, inspect_encoder
from diffview.alignment.prepared_encoder import PreparedEncoder
from diffview.alignment.prepared_model import Prepared, Shape, keep, keep_reason, look_up
from diffview.errors import EncoderError
from diffview.model import Encoded, Encoder, Progress

STAGE = "preparing the encoder (once)"
LIKENESS = 0.9999
"""Least cosine between the vectors of an export and those of its model, of texts and of tokens alike."""
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OPSET = 17
_POLL_SECONDS = 0.05
_PATIENCE_SECONDS = 600.0
PROBES = (
    "No",
    "The council closed the old bridge on Tuesday.",
    "“I don’t know whether that is true,” said Ms. O’Neill — and left; the 1,250 guests (¾ of them from Malmö) stayed.",
    "Das Hafenamt öffnet die Schleuse erst am 3. März wieder. 市议会周二关闭了旧桥。 Мост закрыт. 😀 ---- #7 https://example.org/a?b=c",
    "The ferry left at noon and nobody on board had been told why. " * 12,
    "Whoever reads this far reads past the window of most encoders, which is why it goes on: " * 40,
)


class NotTheSame(Exception):  # noqa: N818 - a finding, not a fault
    """An export does not say what its model says."""


def prepare(encoder: SentenceEncoder, root: Path | None = None) -> None:
    """Export a model and keep it, or keep the reason why that cannot be done.

    Raises EncoderError when the model itself cannot be loaded, OSError when the cache folder cannot be written.
    """
    encoder.load()
    try:
        keep(encoder.info.digest, lambda model, tokenizer: _write(encoder, model, tokenizer), root)
    except (OSError, MemoryError):
        raise
    except Exception as error:
        reason = str(error).strip().split("\n")[0] or type(error).__name__
        keep_reason(encoder.info.digest, reason, root)


def _write(encoder: SentenceEncoder, model: Path, tokenizer: Path) -> Shape:
    source = encoder.model
    if source.default_prompt_name:
        raise NotTheSame("the model puts a prompt before every text")
    export(source, model)
    source.tokenizer.backend_tokenizer.save(str(tokenizer))
    own = int(source.tokenizer.num_special_tokens_to_add())
    shape = Shape(encoder.room + own, int(source.tokenizer.pad_token_id or 0))
    check(encoder, PreparedEncoder(encoder.info, Prepared(model.parent, shape)))
    return shape


def export(source: Any, path: Path) -> None:  # noqa: ANN401 - the runtime has no types
    """Write a sentence-transformers model as ONNX: ids and masks in, vectors of texts and tokens out."""
    import torch  # noqa: PLC0415 - costs seconds

    class Whole(torch.nn.Module):  # type: ignore[misc, unused-ignore]
        def __init__(self) -> None:
            super().__init__()
            self.source = source

        def forward(self, *values: Any) -> tuple[Any, Any]:  # noqa: ANN401
            features = dict(zip(names, values, strict=True))
            for module in self.source:
                features = module(features)
            return features["sentence_embedding"], features["token_embeddings"]

    given = source.tokenizer(list(PROBES[:3]), padding=True, return_tensors="pt")
    names = [name for name in _INPUTS if name in given]
    axes = {name: {0: "text", 1: "token"} for name in (*names, "tokens")} | {"sentence": {0: "text"}}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Whole().eval(),
            tuple(given[name] for name in names),
            str(path),
            input_names=names,
            output_names=["sentence", "tokens"],
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )


def check(source: Encoder, prepared: Encoder, probes: Sequence[str] = PROBES) -> None:
    """Raise NotTheSame unless both encoders say the same of every probe and its tokens."""
    if (least := least_likeness(source, prepared, probes)) < LIKENESS:
        raise NotTheSame(f"the vectors of the export differ: cosine {least:.5f}")


def least_likeness(source: Encoder, prepared: Encoder, probes: Sequence[str]) -> float:
    """Return the smallest cosine between what two encoders say of any probe or token.

    Raises NotTheSame when they see other tokens.
    """
    pairs = list(zip(source.encode(probes), prepared.encode(probes), strict=True))
    if any(one.tokens != other.tokens for one, other in pairs):
        raise NotTheSame("the tokens of the export stand in other places")
    return min(_likeness(one, other) for one, other in pairs)


def _likeness(one: Encoded, other: Encoded) -> float:
    """Return the smallest cosine between the vectors of one text; those of nothing differ from everything."""
    ours, theirs = (np.vstack([encoded.vector, encoded.token_vectors]) for encoded in (one, other))
    if ours.shape != theirs.shape:
        return 0.0
    return float(np.nan_to_num(np.einsum("ij,ij->i", ours, theirs)).min())


def prepare_in_child(name: str, progress: Progress | None = None) -> None:
    """Prepare the encoder called `name` in a process of its own, and wait for it; whatever goes wrong there is quiet.

    What `progress` raises ends the child.
    """
    code = f"import sys; sys.path[:] = sys.argv[2:]; from {__name__} import main; main(sys.argv[1])"
    command = [sys.executable, "-c", code, name, *sys.path]
    with suppress(OSError):
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            _wait(child, progress)
        finally:
            child.kill()
            child.wait()


def _wait(child: subprocess.Popen[bytes], progress: Progress | None) -> None:
    latest = monotonic() + _PATIENCE_SECONDS
    while child.poll() is None and monotonic() < latest:
        if progress:
            progress(STAGE, 0, 0)
        with suppress(subprocess.TimeoutExpired):
            child.wait(_POLL_SECONDS)


def main(name: str) -> None:
    """Prepare one encoder, unless that is done; what the child process does."""
    with suppress(EncoderError, OSError):
        whole = inspect_encoder("" if name == EIGHT_BITS else name)
        if not isinstance(look_up(whole.digest), Prepared):
            prepare(SentenceEncoder("" if name == EIGHT_BITS else name))
        found = look_up(whole.digest)
        if name == EIGHT_BITS and isinstance(found, Prepared):
            from diffview.alignment.encoder_rounding import round_weights  # noqa: PLC0415 - it imports this module

            round_weights(found, inspect_encoder(name))
