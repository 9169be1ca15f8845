"""Which way of running an encoder is the best there is: prepared, or the model it was made from?

The first use of an encoder prepares it; from then on no process that uses it pays for the model's own runtime.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from diffview.alignment.encoder import EIGHT_BITS, SentenceEncoder, inspect_encoder
from diffview.alignment.prepared_encoder import PreparedEncoder
from diffview.alignment.prepared_model import Prepared, Unusable, look_up
from diffview.errors import EncoderError
from diffview.model import Encoded, EncoderInfo, Progress
from diffview.phrases import phrase


class BestEncoder:
    """The prepared form of an encoder where there can be one, else sentence-transformers; chosen when texts come.

    Where it is not prepared yet, a child process does that first, once. With `later` texts are not kept waiting for
    it: they are encoded by the model itself, and `prepare` is to be called when there is time.
    """

    def __init__(self, name: str = "", *, later: bool = False) -> None:
        self._name = name
        self._later = later
        self._info: EncoderInfo | None = None
        self._inner: PreparedEncoder | SentenceEncoder | None = None
        self._may_prepare = True

    @property
    def info(self) -> EncoderInfo:
        """Which encoder this is; raises EncoderError when its files are not as they should be."""
        if self._info is None:
            self._info = inspect_encoder(self._name)
        return self._info

    def load(self, progress: Progress | None = None) -> None:
        """Choose, and load the choice now. Raises EncoderError."""
        if self._inner is None:
            self._inner = self._prepared(progress) or self._model()
        self._inner.load()

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Return what the encoder says of each text, in order; raises EncoderError when it cannot."""
        self.load(progress)
        assert self._inner is not None
        return self._inner.encode(texts, progress)

    @property
    def is_waiting(self) -> bool:
        """Whether `prepare` would do something: the model itself is at work and may be exported."""
        return self._may_prepare and isinstance(self._inner, SentenceEncoder)

    def prepare(self) -> None:
        """Prepare the model that is loaded in this process, and use that from now on; never raises what it meets."""
        from diffview.alignment.encoder_export import prepare  # noqa: PLC0415 - only until it is prepared

        if self._may_prepare and isinstance(self._inner, SentenceEncoder):
            self._may_prepare = False
            try:
                prepare(self._inner)
            except (EncoderError, OSError, MemoryError):
                return
            self._inner = self._ready() or self._inner

    def _prepared(self, progress: Progress | None) -> PreparedEncoder | None:
        found = self._ready()
        later = self._later and self._name != EIGHT_BITS  # which there is in no other form
        if found is None and self._may_prepare and not later and not getattr(sys, "frozen", False):
            from diffview.alignment.encoder_export import prepare_in_child  # noqa: PLC0415 - only until it is prepared

            self._may_prepare = False
            prepare_in_child(self._name, progress)
            found = self._ready()
        return found

    def _model(self) -> SentenceEncoder:
        """Return the model itself; a bundled program holds no runtime for it. Raises EncoderError."""
        if self._name == EIGHT_BITS:
            found = look_up(self.info.digest)
            reason = found.reason if isinstance(found, Unusable) else phrase("this program cannot prepare it")
            raise EncoderError(self.info.name, phrase("{reason}; use the encoder without rounding", reason=reason))
        if not getattr(sys, "frozen", False):
            return SentenceEncoder(self._name)
        if not self._name:
            raise EncoderError(
                self.info.name, phrase("the encoder that came with this program is damaged; install it again")
            )
        reason = phrase(
            "this bundle holds no PyTorch; it can use this encoder once a diffview from pip has prepared it"
        )
        raise EncoderError(self._name, reason)

    def _ready(self) -> PreparedEncoder | None:
        """Return the prepared encoder, loaded, when there is one that works."""
        found = look_up(self.info.digest)
        if not isinstance(found, Prepared):
            self._may_prepare &= found is None
            return None
        encoder = PreparedEncoder(self.info, found)
        try:
            encoder.load()
        except EncoderError:
            return None
        return encoder
