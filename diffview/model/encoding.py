"""What does an encoder take and give?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from diffview.model.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
else:
    Floats = Any  # the window starts before anything needs numbers

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total); it may raise `Cancelled` to stop the work."""


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """What the encoder says of one text: its vector, and the vectors and spans (inside the text) of its tokens.

    All vectors have length 1. Those of the tokens, which fill the memory for books, may have half precision.
    """

    vector: Floats
    tokens: tuple[Span, ...]
    token_vectors: NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class EncoderInfo:
    """Which encoder made a comparison; `name` is empty when words alone did, and `reason` says why."""

    name: str
    digest: str = ""
    reason: str = ""

    @property
    def words_alone(self) -> bool:
        """Whether no encoder took part."""
        return not self.name


class Encoder(Protocol):
    """Turns texts into vectors."""

    @property
    def info(self) -> EncoderInfo:
        """Which encoder this is."""

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Return what the encoder says of each text, in order; raises EncoderError when it cannot."""
