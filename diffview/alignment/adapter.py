"""What has the encoder that ships learned, besides what it came with?

That outlets tell one thing in other words: small corrections of its weight matrices, each the product of two narrow
ones (LoRA, after Hu et al. 2021), learned by `benchmarks/train_encoder.py`. They are added once the model is loaded, so
that nothing gets slower. An encoder that the user chooses stays as it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from diffview.errors import EncoderError
from diffview.phrases import phrase
from diffview.resources import resource

ADAPTER = "b8e3292d823ceeb5df213d737e44c76a9118658af7b72dd5705c703667e4edd5"
"""SHA-256 of the file that ships; `benchmarks/train_encoder.py` tells that of a new one."""
UP, DOWN = ".up", ".down"
"""What the two matrices of a layer end on in the file: its correction is up @ down."""


def adapter_file() -> Path:
    """Return the file with the corrections, in the safetensors format."""
    return resource("weights", "adapter.safetensors")


def adapt(model: Any, path: Path | None = None) -> None:  # noqa: ANN401 - the runtime has no types
    """Add the corrections in `path` (default: those that ship) to the weights of a sentence-transformers model.

    Raises EncoderError when they are missing, damaged, or made for another model; the model is then unchanged.
    """
    import torch  # noqa: PLC0415 - costs seconds
    from safetensors.torch import load_file  # noqa: PLC0415 - only where a model is loaded

    path = path or adapter_file()
    try:
        found = load_file(path)
        layers = dict(model[0].auto_model.named_modules())
        names = sorted(name.removesuffix(UP) for name in found if name.endswith(UP))
        with torch.no_grad():
            sums = {name: layers[name].weight + found[name + UP].float() @ found[name + DOWN].float() for name in names}
            for name, weight in sums.items():
                layers[name].weight.copy_(weight)
    except Exception as error:  # safetensors' own errors have no name in common
        reason = str(error).strip().split("\n")[0] or type(error).__name__
        raise EncoderError(path, phrase("the encoder's adapter cannot be used: {error}", error=reason)) from error
