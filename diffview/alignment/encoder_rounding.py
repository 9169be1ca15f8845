"""How does an encoder get faster by rounding its weights to eight bits, and how much does it still say the same?

Made once from the prepared encoder, in the process that prepares it, and kept beside it under a hash of its own.
"""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import Any

from diffview.alignment.encoder_export import PROBES, least_likeness
from diffview.alignment.prepared_encoder import PreparedEncoder
from diffview.alignment.prepared_model import Prepared, Shape, keep, keep_reason
from diffview.errors import EncoderError
from diffview.model import EncoderInfo
from diffview.phrases import phrase

LIKENESS = 0.95
"""Least cosine between the vectors of the probes, rounded and not."""


def round_weights(prepared: Prepared, info: EncoderInfo, root: Path | None = None) -> None:
    """Make the eight-bit form of a prepared encoder and keep it under `info.digest`, or keep the reason why not.

    Raises OSError when the cache folder cannot be written.
    """
    try:
        keep(info.digest, lambda model, tokenizer: _write(prepared, info, model, tokenizer), root)
    except (OSError, MemoryError):
        raise
    except Exception as error:
        keep_reason(info.digest, str(error).strip().split("\n")[0] or type(error).__name__, root)


def _write(prepared: Prepared, info: EncoderInfo, model: Path, tokenizer: Path) -> Shape:
    _quantise(prepared.model, model)
    shutil.copyfile(prepared.tokenizer, tokenizer)
    rounded = Prepared(model.parent, prepared.shape)
    likeness = least_likeness(PreparedEncoder(info, prepared), PreparedEncoder(info, rounded), PROBES)
    if likeness < LIKENESS:
        raise EncoderError(
            info.name, phrase("rounding changes what it says too much: cosine {likeness}", likeness=f"{likeness:.3f}")
        )
    return prepared.shape


def _quantise(source: Path, target: Path) -> None:
    quantization: Any = __import__("onnxruntime.quantization", fromlist=["quantize_dynamic"])  # it has no types
    logging.disable(logging.WARNING)  # it recommends a step that is for models of images
    try:
        quantization.quantize_dynamic(
            str(source), str(target), per_channel=True, weight_type=quantization.QuantType.QInt8
        )
    finally:
        logging.disable(logging.NOTSET)
