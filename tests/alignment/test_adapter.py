"""Does the encoder that ships add what it has learned, and only where it belongs?"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks.retellings import events, split
from diffview.alignment import encoder as encoders
from diffview.alignment.adapter import DOWN, UP, adapt, adapter_file
from diffview.alignment.encoder import SentenceEncoder, encoder_folder, inspect_encoder
from diffview.alignment.prepared_model import hash_of, ships
from diffview.errors import EncoderError

_LAYER = "encoder.layer.2.attention.self.query"


@pytest.fixture(scope="module")
def plain() -> SentenceEncoder:
    """The encoder as it came, loaded; tests leave its weights alone."""
    encoder = SentenceEncoder(str(encoder_folder()))
    encoder.load()
    return encoder


def test_the_weights_were_learned_with_the_adapter_that_ships() -> None:
    """A new adapter needs new weights: they name the encoder that taught them, adapter and all."""
    assert ships(inspect_encoder().digest)


def test_another_adapter_is_another_encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Vectors made with one adapter are never taken for those of another, though its hash be the expected one."""
    other = _changed_adapter(tmp_path)
    monkeypatch.setattr(encoders, "adapter_file", lambda: other)
    monkeypatch.setattr(encoders, "ADAPTER", hash_of(other))
    assert not ships(inspect_encoder().digest)


def test_a_changed_adapter_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One flipped bit in what was learned is refused, naming the file."""
    monkeypatch.setattr(encoders, "adapter_file", lambda: _changed_adapter(tmp_path))
    with pytest.raises(EncoderError, match=r"adapter\.safetensors: the encoder is damaged"):
        inspect_encoder()


def _changed_adapter(folder: Path) -> Path:
    content = bytearray(adapter_file().read_bytes())
    content[-1] ^= 1
    path = folder / "adapter.safetensors"
    path.write_bytes(content)
    return path


def test_a_missing_adapter_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its adapter the encoder is not the one we know."""
    monkeypatch.setattr(encoders, "adapter_file", lambda: tmp_path / "adapter.safetensors")
    with pytest.raises(EncoderError, match=r"adapter\.safetensors: the encoder cannot be read"):
        inspect_encoder()


@pytest.mark.encoder
def test_a_chosen_encoder_stays_as_it_is(plain: SentenceEncoder) -> None:
    """The folder of the very model that ships, chosen by the user, gives what that model gives."""
    from safetensors.torch import load_file  # noqa: PLC0415 - costs seconds

    whole = load_file(encoder_folder() / "model.safetensors")
    found = dict(plain.model[0].auto_model.named_modules())[_LAYER].weight
    assert np.array_equal(found.detach().numpy(), whole[f"{_LAYER}.weight"].numpy())


@pytest.mark.encoder
def test_what_was_learned_is_added_to_the_weights(plain: SentenceEncoder) -> None:
    """Each corrected layer is what it was and the product of its two matrices; all others are untouched."""
    from safetensors.torch import load_file  # noqa: PLC0415 - costs seconds

    shipped = SentenceEncoder()
    shipped.load()
    learned = {name: value.float().numpy() for name, value in load_file(adapter_file()).items()}
    corrected = {name.removesuffix(UP) for name in learned if name.endswith(UP)}
    before, after = (dict(each.model[0].auto_model.named_parameters()) for each in (plain, shipped))
    assert before.keys() == after.keys()
    for name in before:
        layer = name.removesuffix(".weight")
        correction = learned[layer + UP] @ learned[layer + DOWN] if layer in corrected else 0.0
        expected = before[name].detach().numpy() + correction
        assert np.allclose(after[name].detach().numpy(), expected, atol=1e-5), name
    assert _LAYER in corrected


@pytest.mark.encoder
@pytest.mark.parametrize("damage", ["missing", "cut", "another model's"])
def test_an_adapter_that_does_not_fit_says_so(plain: SentenceEncoder, tmp_path: Path, damage: str) -> None:
    """Whatever is wrong with the file, the error names it and the model keeps its weights."""
    import torch  # noqa: PLC0415 - costs seconds
    from safetensors.torch import save_file  # noqa: PLC0415

    path = tmp_path / "adapter.safetensors"
    if damage == "cut":
        path.write_bytes(adapter_file().read_bytes()[:1000])
    elif damage == "another model's":
        sound = {_LAYER + UP: torch.ones(384, 2), _LAYER + DOWN: torch.ones(2, 384)}
        save_file({**sound, "encoder.layer.3.output.dense" + UP: torch.ones(5, 2)}, path)
    weight = dict(plain.model[0].auto_model.named_modules())[_LAYER].weight
    before = weight.detach().numpy().copy()
    with pytest.raises(EncoderError, match=r"adapter\.safetensors: the encoder's adapter cannot be used: ."):
        adapt(plain.model, path)
    assert np.array_equal(weight.detach().numpy(), before)


@pytest.mark.encoder
def test_facts_are_found_again_more_often_than_before(plain: SentenceEncoder) -> None:
    """Of events that nothing was learned from, more facts find themselves in the words of another outlet."""
    held_out = split(events())[1][::8]
    shipped = SentenceEncoder()
    told = [fact for event in held_out for fact in event.facts]
    before, after = (_found_again(encoder, told) for encoder in (plain, shipped))
    assert after > before + 0.05


def _found_again(encoder: SentenceEncoder, told: list[tuple[str, ...]]) -> float:
    one, other = (np.array([text.vector for text in encoder.encode([fact[k] for fact in told])]) for k in (0, 1))
    return float(np.mean((one @ other.T).argmax(axis=1) == np.arange(len(told))))


def test_every_fact_is_told_in_three_ways() -> None:
    """The tellings are whole, and no fact is told twice in the same words."""
    told = [telling for event in events() for fact in event.facts for telling in fact]
    assert len(set(told)) == len(told)
