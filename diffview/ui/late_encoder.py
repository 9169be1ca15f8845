"""How does the window have an encoder without loading what encoders need before it is painted?"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from diffview.model import Encoded, EncoderInfo, Progress

if TYPE_CHECKING:
    from diffview.alignment.child_encoder import ChildEncoder
    from diffview.alignment.vector_cache import CachedEncoder


class LateEncoder:
    """The encoder in its child process, behind the vectors on disk; made, from any thread, when it is first needed."""

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._lock = Lock()
        self._child: ChildEncoder | None = None
        self._cached: CachedEncoder | None = None

    @property
    def info(self) -> EncoderInfo:
        """Which encoder this is; raises EncoderError when its files are not as they should be."""
        return self._made().info

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Return what the encoder says of each text; raises EncoderError, and Cancelled after `cancel`."""
        return self._made().encode(texts, progress)

    def warm(self) -> None:
        """Start loading the model in the child."""
        self._made()
        assert self._child is not None
        self._child.warm()

    def cancel(self) -> None:
        """Make the running `encode` raise Cancelled."""
        if self._child is not None:
            self._child.cancel()

    def close(self) -> None:
        """End the child process."""
        if self._child is not None:
            self._child.close()

    def _made(self) -> CachedEncoder:
        from diffview.alignment.child_encoder import ChildEncoder  # noqa: PLC0415 - loaded beside the window
        from diffview.alignment.vector_cache import CachedEncoder, VectorCache, vector_file  # noqa: PLC0415

        with self._lock:
            if self._cached is None:
                self._child = ChildEncoder(self._name)
                self._cached = CachedEncoder(self._child, VectorCache(vector_file()))
            return self._cached
