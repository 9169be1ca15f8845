"""Does the encoder in its child process answer what was asked, whatever comes between?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Event, Thread

import pytest

from diffview.alignment import child_encoder
from diffview.alignment.child_encoder import ChildEncoder
from diffview.alignment.vector_cache import pack
from diffview.errors import EncoderError
from diffview.model import Encoded, Progress
from tests.fakes import FakeEncoder

_LONGER_THAN_ANY_PIPE = "x" * 5_000_000


class Preparing(FakeEncoder):
    """Stands in for an encoder in the child that is prepared after the first answer, for as long as the test wants."""

    begun, may_end = Event(), Event()
    is_waiting = True

    def __init__(self, _name: str, *, later: bool) -> None:
        assert later
        super().__init__()

    def load(self) -> None:
        """There is nothing to load."""

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Encode the first letters."""
        return super().encode([text[:9] for text in texts], progress)

    def prepare(self) -> None:
        """Take until the test lets it end."""
        self.begun.set()
        assert self.may_end.wait(60)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    """This process's end of the pipe to what runs in the child, here in a thread."""
    Preparing.begun.clear()
    Preparing.may_end.clear()
    monkeypatch.setattr(child_encoder, "BestEncoder", Preparing)
    ours, theirs = Pipe()
    thread = Thread(target=child_encoder._serve, args=(theirs, ""))
    thread.start()
    yield ours
    Preparing.may_end.set()
    ours.close()
    thread.join(60)
    theirs.close()
    assert not thread.is_alive()


def receive(pipe: Connection) -> list[bytes]:
    """Return the next answer, without the steps before it."""
    while (told := pipe.recv())[0] == "progress":
        pass
    assert told[0] == "done"
    return list(told[1])


def test_a_long_request_is_taken_while_the_encoder_is_prepared(served: Connection) -> None:
    """Nobody who asks gets stuck in the pipe: the request is taken at once, and answered when the encoder is ready."""
    served.send(["first"])
    assert len(receive(served)) == 1
    assert Preparing.begun.wait(60)
    served.send([_LONGER_THAN_ANY_PIPE, "second"])
    assert not Preparing.may_end.is_set()
    Preparing.may_end.set()
    assert len(receive(served)) == 2


def test_no_text_needs_no_child() -> None:
    """Who asks for nothing gets nothing, and starts nothing."""
    child = ChildEncoder()
    assert child.encode([]) == ()
    assert child._process is None


def test_an_answer_nobody_waited_for_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """After an error of whoever is told of the progress, the next request cannot get the answer to this one."""
    ours, theirs = Pipe()
    child = ChildEncoder()

    def send(_texts: list[str]) -> Connection:
        child._pipe = ours
        theirs.send(("progress", ("encoding", 0, 1)))
        theirs.send(("done", [pack(FakeEncoder().encode(["a"])[0])]))
        return ours

    def fail(*_step: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(child, "_send", send)
    with pytest.raises(ZeroDivisionError):
        child.encode(["a"], fail)
    assert child._pipe is None
    assert ours.closed
    theirs.close()


def test_a_child_that_is_gone_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the child ends before it was asked, that is told as when it ends afterwards."""

    def send(_texts: list[str]) -> Connection:
        raise BrokenPipeError

    child = ChildEncoder()
    monkeypatch.setattr(child, "_send", send)
    child.warm()
    with pytest.raises(EncoderError, match="stopped unexpectedly"):
        child.encode(["a"])
