"""Which scale has an encoder, found out on sentences of which it is known how much they share?

They lie in `resources/weights/retold.txt`. The encoder that the weights were learned with is not asked: its levels came
with them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diffview.alignment.prepared_model import ships
from diffview.alignment.scale import PLAIN, SCALED, Levels, Scale
from diffview.alignment.similarity import Likeness, measure
from diffview.alignment.wording import read_wordings
from diffview.model import Encoded, Encoder
from diffview.resources import read_resource

_EVERY_PAIR = 10_000
Vectors = tuple[Sequence[Encoded], Sequence[Encoded]]


def scale_of(encoder: Encoder) -> Scale:
    """Return the scale of an encoder; raises EncoderError when it cannot say anything."""
    if ships(encoder.info.digest):
        return PLAIN
    learned = json.loads(read_resource("weights", "alignment.json"))["scale"]
    taught = Levels(learned["apart"], learned["alike"])
    texts = retold()
    vectors = encoder.encode(texts[0]), encoder.encode(texts[1])
    rough = Scale(taught, levels(vectors))
    return Scale(taught, levels(vectors, rough))


def retold() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return sentences that have nothing to do with each other, and the same ones in other words."""
    lines = read_resource("weights", "retold.txt").splitlines()
    told = [line for line in lines if line and not line.startswith("#")]
    return tuple(told[::2]), tuple(told[1::2])


def levels(vectors: Vectors, scale: Scale = PLAIN) -> Levels:
    """Return the levels of the encoder that made the vectors of `retold`; `scale` is what is known of it so far."""
    texts = retold()
    left, right = read_wordings(texts)
    likeness = measure(left, right, vectors, _EVERY_PAIR, scale=scale)
    same = likeness.pairs.rows == likeness.pairs.columns
    return Levels(_means(likeness, ~same), _means(likeness, same))


def _means(likeness: Likeness, where: NDArray[np.bool_]) -> dict[str, float]:
    return {name: round(float(np.mean(likeness.values[name][where])), 4) for name in SCALED}
