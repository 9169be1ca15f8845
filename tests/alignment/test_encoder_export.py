"""Is a prepared encoder the same as its model, and does it do without the model's runtime?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import numpy as np
import pytest
from platformdirs import user_cache_path

from diffview.alignment.child_encoder import ChildEncoder
from diffview.alignment.encoder import EIGHT_BITS, SentenceEncoder, inspect_encoder
from diffview.alignment.encoder_choice import BestEncoder
from diffview.alignment.encoder_export import prepare
from diffview.alignment.encoder_rounding import round_weights
from diffview.alignment.prepared_encoder import PreparedEncoder
from diffview.alignment.prepared_model import Prepared, look_up
from diffview.errors import EncoderError

pytestmark = pytest.mark.encoder
TEXTS = (
    "Officials closed the bridge.",
    "",
    "“Nobody told me,” said Zoë — at 9:30. 桥关闭了 😀",
    "The crossing was shut by the authorities, who gave no reason for it. " * 40,
)


@pytest.fixture(scope="session")
def prepared_root(real_encoder: SentenceEncoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The encoder that ships, prepared once for all tests."""
    root = tmp_path_factory.mktemp("encoders")
    prepare(real_encoder, root)
    return root


@pytest.fixture
def prepared(real_encoder: SentenceEncoder, prepared_root: Path) -> Prepared:
    """The prepared form of the encoder that ships."""
    found = look_up(real_encoder.info.digest, prepared_root)
    assert isinstance(found, Prepared)
    return found


@pytest.fixture
def installed(prepared_root: Path) -> None:
    """Put the prepared encoder where the program looks for it."""
    user_cache_path("diffview").mkdir(parents=True)
    (user_cache_path("diffview") / "encoders").symlink_to(prepared_root)


def test_the_export_says_what_the_model_says(real_encoder: SentenceEncoder, prepared: Prepared) -> None:
    """Vectors of texts and tokens agree to a cosine of .9999, and tokens stand in the same places."""
    encoder = PreparedEncoder(real_encoder.info, prepared)
    for ours, theirs in zip(encoder.encode(TEXTS), real_encoder.encode(TEXTS), strict=True):
        assert ours.tokens == theirs.tokens
        assert float(ours.vector @ theirs.vector) > 0.9999
        assert np.all(np.einsum("ij,ij->i", ours.token_vectors, theirs.token_vectors) > 0.9999)


def test_a_model_with_a_prompt_is_not_prepared(
    real_encoder: SentenceEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model that puts words before every text stays with sentence-transformers, and the reason is kept."""
    monkeypatch.setattr(real_encoder.model, "default_prompt_name", "query")
    prepare(real_encoder, tmp_path)
    assert "prompt" in json.loads((tmp_path / real_encoder.info.digest / "manifest.json").read_text())["reason"]


@pytest.mark.usefixtures("installed")
def test_torch_is_never_imported_once_it_is_prepared() -> None:
    """A comparison with the prepared encoder loads neither torch nor sentence-transformers."""
    heavy = ("torch", "sentence_transformers", "transformers", "onnx", "sklearn", "scipy")
    code = (
        "import diffview, sys\n"
        "left, right = map(diffview.Article.from_text, ('The bridge was shut.', 'They closed the crossing.'))\n"
        "print(diffview.compare(left, right).encoder.name)\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert found.stdout.split("\n")[:2] == ["all-MiniLM-L6-v2, adapted", "[]"]


def test_the_first_use_prepares_in_a_child() -> None:
    """With an empty cache folder the encoder is prepared by a process of its own, told as progress, and then used."""
    stages: list[str] = []
    encoder = BestEncoder()
    encoder.encode(["A short one."], lambda stage, *_counts: stages.append(stage))
    assert isinstance(look_up(encoder.info.digest), Prepared)
    assert {"preparing the encoder (once)", "encoding"} == set(stages)
    assert not encoder.is_waiting


def test_the_child_of_the_window_prepares_once_it_has_answered() -> None:
    """The first comparison of a window waits for no export; the export is made while nobody waits."""
    child = ChildEncoder()
    stages: list[str] = []
    child.encode(["A short one."], lambda stage, *_counts: stages.append(stage))
    latest = monotonic() + 90
    while look_up(child.info.digest) is None and monotonic() < latest:
        sleep(0.2)
    child.close()
    assert set(stages) == {"encoding"}
    assert isinstance(look_up(child.info.digest), Prepared)


def test_rounded_weights_say_nearly_the_same(
    real_encoder: SentenceEncoder, prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The eight-bit form is a quarter of the size, has a hash of its own, and vectors close to the whole ones."""
    monkeypatch.setattr("diffview.alignment.encoder.shipped_digest", lambda: real_encoder.info.digest)
    info = inspect_encoder(EIGHT_BITS)
    round_weights(prepared, info, tmp_path)
    rounded = look_up(info.digest, tmp_path)
    assert isinstance(rounded, Prepared)
    assert rounded.model.stat().st_size < prepared.model.stat().st_size / 3
    assert info.digest != real_encoder.info.digest
    whole, eight = (PreparedEncoder(info, each).encode(TEXTS[:1] + TEXTS[2:]) for each in (prepared, rounded))
    assert all(0.95 < float(one.vector @ other.vector) < 0.99999 for one, other in zip(whole, eight, strict=True))


def test_rounding_that_changes_too_much_is_not_kept(
    real_encoder: SentenceEncoder, prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is kept instead, and whoever asks for the eight-bit form hears it."""
    monkeypatch.setattr("diffview.alignment.encoder_rounding.LIKENESS", 1.1)
    monkeypatch.setattr("diffview.alignment.encoder.shipped_digest", lambda: real_encoder.info.digest)
    monkeypatch.setattr("diffview.alignment.prepared_model.prepared_folder", lambda: tmp_path)
    round_weights(prepared, inspect_encoder(EIGHT_BITS), tmp_path)
    with pytest.raises(EncoderError, match="too much"):
        BestEncoder(EIGHT_BITS).encode(["A boat."])
