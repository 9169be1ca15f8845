"""Is the prepared form of an encoder used where there can be one, and made where there is none?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from diffview.alignment import encoder_choice, encoder_export
from diffview.alignment.encoder_choice import BestEncoder
from diffview.alignment.encoder_export import NotTheSame, check
from diffview.alignment.prepared_encoder import PreparedEncoder
from diffview.alignment.prepared_model import Unusable, keep_reason, look_up
from diffview.errors import Cancelled, EncoderError
from diffview.model import Encoded, EncoderInfo, Progress
from tests.alignment.tiny_model import INFO, tiny_prepared
from tests.fakes import FakeEncoder


class FakeModel(FakeEncoder):
    """Stands in for sentence-transformers."""

    def __init__(self, _name: str = "") -> None:
        super().__init__()
        self.loaded = 0

    def load(self) -> None:
        """Count how often the model is asked for."""
        self.loaded += 1


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put fakes where the model's files, its runtime and the child process would be."""
    monkeypatch.setattr(encoder_choice, "inspect_encoder", lambda _name: INFO)
    monkeypatch.setattr(encoder_choice, "SentenceEncoder", FakeModel)
    monkeypatch.setattr(encoder_export, "prepare_in_child", lambda _name, _progress: pytest.fail("not asked for"))


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], list[str]]:
    """Say what the child process would do; returns the list of the names it is called with."""

    def install(work: Callable[[], object]) -> list[str]:
        asked: list[str] = []

        def prepare_in_child(name: str, _progress: Progress | None) -> None:
            asked.append(name)
            work()

        monkeypatch.setattr(encoder_export, "prepare_in_child", prepare_in_child)
        return asked

    return install


Child = Callable[[Callable[[], object]], list[str]]


def width(encoder: BestEncoder) -> int:
    """Return the width of the vectors, which tells who made them."""
    return len(encoder.encode(["abc"])[0].vector)


PREPARED, MODEL = 8, 64


def test_a_prepared_encoder_is_used_at_once() -> None:
    """Where the prepared form is there, nothing else is asked."""
    tiny_prepared()
    assert width(BestEncoder()) == PREPARED


def test_the_first_use_prepares(child: Child) -> None:
    """Where it is not there it is made first, once, and used."""
    asked = child(tiny_prepared)
    assert width(BestEncoder("folder")) == PREPARED
    assert width(BestEncoder("folder")) == PREPARED
    assert asked == ["folder"]


def test_a_damaged_one_is_made_again(child: Child) -> None:
    """A prepared encoder that is not as it was written is replaced before it is used."""
    asked = child(tiny_prepared)
    tiny_prepared().model.write_bytes(b"junk")
    assert width(BestEncoder()) == PREPARED
    assert asked == [""]


def test_without_success_the_model_itself_is_used(child: Child) -> None:
    """When the child leaves nothing, sentence-transformers encodes, and the child is not tried twice."""
    asked = child(lambda: None)
    encoder = BestEncoder()
    assert width(encoder) == width(encoder) == MODEL
    assert asked == [""]


def test_an_encoder_that_cannot_be_prepared_is_not_tried_again() -> None:
    """The remembered reason spares the child and the wait."""
    keep_reason(INFO.digest, "an operator is missing")
    encoder = BestEncoder()
    assert width(encoder) == MODEL
    assert not encoder.is_waiting


def test_a_model_that_cannot_be_run_is_passed_over(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the runtime of prepared encoders does not work, sentence-transformers does the work."""

    def fail(_self: PreparedEncoder) -> None:
        raise EncoderError("model.onnx", "no such runtime")

    child(lambda: None)
    tiny_prepared()
    monkeypatch.setattr(PreparedEncoder, "load", fail)
    assert width(BestEncoder()) == MODEL


def test_cancelling_the_preparation_stops_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who does not want to wait is obeyed, and the next time it is prepared after all."""

    def stop(*_arguments: object) -> None:
        raise Cancelled("enough")

    monkeypatch.setattr(encoder_export, "prepare_in_child", stop)
    encoder = BestEncoder()
    with pytest.raises(Cancelled):
        encoder.encode(["a"])
    tiny_prepared()
    assert width(encoder) == PREPARED


def test_texts_need_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """With `later` the model answers first; once it was exported in the same process, the export does."""
    monkeypatch.setattr(encoder_export, "prepare", lambda _model: tiny_prepared())
    encoder = BestEncoder(later=True)
    assert width(encoder) == MODEL
    assert encoder.is_waiting
    encoder.prepare()
    assert not encoder.is_waiting
    assert width(encoder) == PREPARED


def test_a_full_disk_keeps_the_model_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """When an export cannot be written nothing is lost, and it is not tried again in this process."""

    def fail(_model: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(encoder_export, "prepare", fail)
    encoder = BestEncoder(later=True)
    encoder.load()
    encoder.prepare()
    assert width(encoder) == MODEL
    assert not encoder.is_waiting


@pytest.mark.parametrize(("name", "reason"), [("", "damaged; install it again"), ("folder", "from pip")])
def test_a_bundle_says_why_it_has_no_encoder(monkeypatch: pytest.MonkeyPatch, name: str, reason: str) -> None:
    """A bundled program holds no model runtime, and does not look for one."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(EncoderError, match=reason):
        BestEncoder(name).encode(["a"])


class Shifted(FakeEncoder):
    """Says nearly the same as the fake encoder."""

    info = EncoderInfo("shifted", "1" * 64)

    def encode(self, texts: list[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Turn every vector a little."""
        found = super().encode(texts, progress)
        return tuple(Encoded(one.vector, one.tokens, one.token_vectors[:, ::-1]) for one in found)


def test_an_export_that_says_something_else_is_refused() -> None:
    """Equal vectors of texts are not enough: those of the tokens count as well."""
    check(FakeEncoder(), FakeEncoder())
    with pytest.raises(NotTheSame, match="cosine"):
        check(FakeEncoder(), Shifted())


def test_the_child_is_quiet_about_its_trouble(tmp_path: Path) -> None:
    """Preparing what is no model ends without a word and leaves nothing."""
    steps: list[str] = []
    BROKEN(str(tmp_path), lambda stage, *_counts: steps.append(stage))
    assert look_up(INFO.digest) is None
    assert set(steps) <= {encoder_export.STAGE}


BROKEN = encoder_export.prepare_in_child


def test_what_progress_raises_ends_the_child(tmp_path: Path) -> None:
    """Cancelling does not wait for the child."""

    def stop(*_step: object) -> None:
        raise Cancelled("enough")

    with pytest.raises(Cancelled):
        BROKEN(str(tmp_path), stop)


def test_the_reason_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an exporter complains about at length is remembered by its first line."""

    def fail(*_arguments: object) -> None:
        raise RuntimeError("no such operator\nsee also ...")

    monkeypatch.setattr(encoder_export, "_write", fail)
    model = FakeModel()
    monkeypatch.setattr(model, "info", INFO, raising=False)
    encoder_export.prepare(model)
    assert look_up(INFO.digest) == Unusable("no such operator")
