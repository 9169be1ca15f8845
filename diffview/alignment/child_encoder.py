"""How does the window encode without ever waiting for the model?

The runtime is imported in a child process: imported in a thread it would stop the window for half a second at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Event, Lock, Thread
from typing import Any

from diffview.alignment.encoder import inspect_encoder
from diffview.alignment.encoder_choice import BestEncoder
from diffview.alignment.vector_cache import pack, unpack
from diffview.errors import Cancelled, EncoderError
from diffview.model import Encoded, EncoderInfo, Progress
from diffview.phrases import phrase

_POLL_SECONDS = 0.05
_PATIENCE_SECONDS = 0.5


class ChildEncoder:
    """The best form of an encoder (see `BestEncoder`) in a process of its own, started when it is first needed."""

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._info: EncoderInfo | None = None
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._lock = Lock()
        self._cancelled = Event()

    @property
    def info(self) -> EncoderInfo:
        """Which encoder this is; raises EncoderError when its files are not as they should be."""
        if self._info is None:
            self._info = inspect_encoder(self._name)
        return self._info

    def warm(self) -> None:
        """Start loading the model in the child and return at once; `encode` says what is wrong, if anything is."""
        with self._lock, suppress(OSError):
            self._send([])

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Return what the encoder says of each text; raises EncoderError, and Cancelled after `cancel`."""
        if not texts:
            return ()
        self._cancelled.clear()
        with self._lock:
            try:
                return self._receive(self._send(list(texts)), progress)
            except (EOFError, OSError) as error:
                self._stop()
                raise EncoderError(self.info.name, phrase("the encoder stopped unexpectedly; try again")) from error
            except BaseException:  # the answer is still on its way, and the next request must not get it
                self._stop()
                raise

    def cancel(self) -> None:
        """Make the running `encode` raise Cancelled; from any thread."""
        self._cancelled.set()

    def close(self) -> None:
        """End the child process; `encode` starts a new one."""
        self.cancel()
        with self._lock:
            self._stop()

    def _send(self, texts: list[str]) -> Connection:
        if self._process is None or not self._process.is_alive() or self._pipe is None:
            self._stop()
            context = get_context("spawn")
            self._pipe, theirs = context.Pipe()
            with theirs:
                process = context.Process(target=_serve, args=(theirs, self._name), daemon=True, name="encoder")
                process.start()
            self._process = process
        self._pipe.send(texts)
        return self._pipe

    def _receive(self, pipe: Connection, progress: Progress | None) -> tuple[Encoded, ...]:
        """Wait for the answer to the newest request; answers to earlier calls of `warm` are empty and passed over."""
        while True:
            while not pipe.poll(_POLL_SECONDS):
                if self._cancelled.is_set():
                    raise Cancelled("the comparison was cancelled")
                if progress:
                    progress("encoding", 0, 0)
            kind, content = pipe.recv()
            if kind == "progress" and progress:
                progress(*content)
            elif kind == "error":
                raise EncoderError(*content)
            elif kind == "done" and content:
                return tuple(unpack(value) for value in content)

    def _stop(self) -> None:
        """End the child: it stops by itself when the pipe is closed, unless it is in the middle of something."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.join(_PATIENCE_SECONDS)
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._pipe = None


def _serve(pipe: Any, name: str) -> None:  # noqa: ANN401 - the two ends of a pipe differ in type between systems
    """Answer requests in the child until the other end is closed; prepare the encoder when nobody waits for it."""
    encoder = BestEncoder(name, later=True)
    answered = False
    requests: SimpleQueue[list[str] | None] = SimpleQueue()
    Thread(target=_listen, args=(pipe, requests), daemon=True).start()
    with suppress(OSError):
        while (texts := requests.get()) is not None:
            pipe.send(_answer(encoder, pipe, texts))
            answered |= bool(texts)
            if answered and encoder.is_waiting and requests.empty():
                encoder.prepare()


def _listen(pipe: Any, requests: SimpleQueue[list[str] | None]) -> None:  # noqa: ANN401
    """Take requests at once, also while the encoder is being prepared: whoever sends one must not get stuck in it."""
    with suppress(EOFError, OSError):
        while True:
            requests.put(pipe.recv())
    requests.put(None)


def _answer(encoder: BestEncoder, pipe: Any, texts: list[str]) -> tuple[str, Any]:  # noqa: ANN401
    try:
        encoder.load()
        return "done", [pack(item) for item in encoder.encode(texts, lambda *step: pipe.send(("progress", step)))]
    except EncoderError as error:
        return "error", (error.path, error.reason)
