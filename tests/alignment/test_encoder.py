"""Is an encoder checked before it is trusted, and does it say where its tokens stand?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from diffview.alignment.child_encoder import ChildEncoder
from diffview.alignment.encoder import SentenceEncoder, encoder_folder, inspect_encoder
from diffview.errors import Cancelled, EncoderError
from diffview.model import Span


@pytest.fixture
def copied_model(tmp_path: Path) -> Path:
    """A copy of the shipped model's folder under another name."""
    folder = tmp_path / "my-model"
    shutil.copytree(encoder_folder(), folder)
    return folder


def test_the_shipped_encoder_has_the_known_hash() -> None:
    """The weights in use are the very file we know."""
    info = inspect_encoder()
    assert info.name == "all-MiniLM-L6-v2, adapted"
    assert not info.words_alone


def test_a_changed_weight_of_the_shipped_encoder_is_noticed(
    copied_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One flipped byte in the shipped weights is refused, naming the file."""
    weights = copied_model / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[len(content) // 2] ^= 1
    weights.write_bytes(content)
    monkeypatch.setattr("diffview.alignment.encoder.encoder_folder", lambda _name: copied_model)
    with pytest.raises(EncoderError, match=r"model\.safetensors: the encoder is damaged"):
        inspect_encoder()


def test_another_folder_can_be_chosen(copied_model: Path) -> None:
    """Any sentence-transformers folder is an encoder, known by its folder's name."""
    assert inspect_encoder(str(copied_model)).name == "my-model"


def test_the_hash_covers_the_settings(copied_model: Path) -> None:
    """A model that pools differently is another encoder, though its weights are the same."""
    before = inspect_encoder(str(copied_model)).digest
    settings = copied_model / "1_Pooling" / "config.json"
    settings.write_text(json.dumps({**json.loads(settings.read_text()), "pooling_mode": "cls"}))
    assert inspect_encoder(str(copied_model)).digest != before


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        (None, "no such folder"),
        ({}, "not a sentence-transformers model"),
        ({"modules.json": "[]"}, "no weights"),
    ],
)
def test_a_folder_that_is_no_encoder_says_why(tmp_path: Path, files: dict[str, str] | None, reason: str) -> None:
    """A missing, wrong or incomplete folder is named with its reason."""
    folder = tmp_path / "model"
    if files is not None:
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text)
    with pytest.raises(EncoderError, match=f"model: .*{reason}"):
        inspect_encoder(str(folder))


@pytest.mark.encoder
def test_damaged_weights_of_a_chosen_encoder_are_an_error_of_ours(copied_model: Path) -> None:
    """Weights that cannot be loaded end in one clear error."""
    (copied_model / "model.safetensors").write_bytes(b"no weights at all")
    with pytest.raises(EncoderError, match="cannot be loaded"):
        SentenceEncoder(str(copied_model)).encode(["a"])


@pytest.mark.encoder
def test_meaning_is_nearer_than_letters(real_encoder: SentenceEncoder) -> None:
    """A paraphrase is nearer than a sentence on another matter."""
    ours, near, far = real_encoder.encode(
        ["Officials closed the bridge.", "The crossing was shut by the authorities.", "Bread prices rose again."]
    )
    assert float(ours.vector @ near.vector) > float(ours.vector @ far.vector) + 0.2


@pytest.mark.encoder
def test_tokens_stand_where_they_say(real_encoder: SentenceEncoder) -> None:
    """Token spans point into the text, in code points, whatever characters it has."""
    text = "😀 Zelensky’s naïve “plan”"
    encoded = real_encoder.encode([text])[0]
    assert "".join(span.of(text) for span in encoded.tokens) == text.replace(" ", "")
    assert encoded.token_vectors.shape == (len(encoded.tokens), 384)
    assert np.allclose(np.linalg.norm(encoded.token_vectors, axis=1), 1, atol=1e-4)


@pytest.mark.encoder
def test_a_passage_longer_than_the_model_sees_is_read_to_its_end(real_encoder: SentenceEncoder) -> None:
    """Three thousand words have tokens up to the last one."""
    text = "word " * 2999 + "end"
    encoded = real_encoder.encode([text])[0]
    assert encoded.tokens[-1] == Span(len(text) - 3, len(text))
    assert len(encoded.tokens) == 3000


@pytest.mark.encoder
def test_a_text_has_the_same_vectors_in_any_company(real_encoder: SentenceEncoder) -> None:
    """Padding in a batch does not change what is said of a short text."""
    alone = real_encoder.encode(["A short one."])[0]
    beside = real_encoder.encode(["A short one.", "A much longer one " * 20])[0]
    assert alone.tokens == beside.tokens
    assert np.allclose(alone.token_vectors, beside.token_vectors, atol=1e-4)


@pytest.mark.encoder
def test_the_child_process_says_the_same(real_encoder: SentenceEncoder) -> None:
    """Encoding in a child gives the vectors of this process, to half precision."""
    child = ChildEncoder()
    child.warm()
    texts = ["The bridge is shut.", "Ferries run."]
    for ours, theirs in zip(real_encoder.encode(texts), child.encode(texts), strict=True):
        assert ours.tokens == theirs.tokens
        assert float(ours.vector @ theirs.vector) == pytest.approx(1, abs=1e-3)
    child.close()


def test_trouble_in_the_child_is_told_here(tmp_path: Path) -> None:
    """An encoder that cannot be used in the child raises the same error here."""
    child = ChildEncoder(str(tmp_path))
    with pytest.raises(EncoderError, match="not a sentence-transformers model"):
        child.encode(["a"])
    child.close()


def test_cancelling_stops_the_child() -> None:
    """A cancelled encoding ends at once, though the model is still loading."""
    child = ChildEncoder()
    with pytest.raises(Cancelled):
        child.encode(["a"], lambda *_step: child.cancel())
    child.close()
