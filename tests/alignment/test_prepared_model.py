"""Are prepared encoders found when they are whole, and only then?"""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from diffview.alignment import prepared_model
from diffview.alignment.encoder import EIGHT_BITS, inspect_encoder
from diffview.alignment.prepared_model import (
    FORMAT,
    KEPT,
    Prepared,
    Shape,
    Unusable,
    keep,
    keep_reason,
    look_up,
    prepared_folder,
    shipped_digest,
    usable_cores,
)

DIGEST = "a" * 64
SHAPE = Shape(longest=256, padding=1)


def write(model: Path, tokenizer: Path) -> Shape:
    """Make the files of a prepared encoder that nobody runs."""
    model.write_bytes(b"weights")
    tokenizer.write_text("{}", encoding="utf-8")
    return SHAPE


def change_manifest(**entries: object) -> None:
    """Put other values into the manifest."""
    path = prepared_folder() / DIGEST / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **entries}), encoding="utf-8")


def test_what_was_kept_is_found() -> None:
    """A prepared encoder is found by the hash of the encoder, with what its files do not say."""
    keep(DIGEST, write)
    found = look_up(DIGEST)
    assert isinstance(found, Prepared)
    assert found.shape == SHAPE
    assert found.model.read_bytes() == b"weights"
    assert look_up("b" * 64) is None


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of prepared encoders of a bundled program."""
    monkeypatch.setattr(prepared_model, "shipped_folder", lambda: tmp_path / "bundle")
    return tmp_path / "bundle"


def test_an_installation_from_a_wheel_brings_none() -> None:
    """Only a bundled program comes with a prepared encoder."""
    assert shipped_digest() == ""


def test_what_came_with_the_program_is_found(bundle: Path) -> None:
    """A bundled program knows its encoder by the name of the folder, and uses it where it lies."""
    keep(DIGEST, write, bundle)
    assert shipped_digest() == DIGEST
    found = look_up(DIGEST)
    assert isinstance(found, Prepared)
    assert found.folder == bundle / DIGEST


def test_a_damaged_bundle_can_be_replaced(bundle: Path) -> None:
    """Where the encoder that came along is damaged, a whole one in the cache folder is used."""
    keep(DIGEST, write, bundle)
    (bundle / DIGEST / "model.onnx").write_bytes(b"?")
    assert look_up(DIGEST) is None
    keep(DIGEST, write)
    found = look_up(DIGEST)
    assert isinstance(found, Prepared)
    assert found.folder == prepared_folder() / DIGEST


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_changed_file_is_noticed(name: str) -> None:
    """A prepared encoder with one file that is not the one that was written is as good as none."""
    keep(DIGEST, write)
    path = prepared_folder() / DIGEST / name
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert look_up(DIGEST) is None


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "manifest.json"])
def test_a_missing_file_is_noticed(name: str) -> None:
    """A prepared encoder that lacks a file is as good as none."""
    keep(DIGEST, write)
    (prepared_folder() / DIGEST / name).unlink()
    assert look_up(DIGEST) is None


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"format": 1}', '{"format": 1, "files": {}}'])
def test_a_damaged_manifest_is_noticed(content: str) -> None:
    """Whatever stands in the manifest, no error comes of it."""
    keep(DIGEST, write)
    (prepared_folder() / DIGEST / "manifest.json").write_text(content, encoding="utf-8")
    assert look_up(DIGEST) is None


def test_a_stale_export_is_noticed() -> None:
    """What another version of the program prepared in another format is not used."""
    keep(DIGEST, write)
    change_manifest(format=FORMAT + 1)
    assert look_up(DIGEST) is None


def test_a_damaged_one_is_replaced() -> None:
    """Preparing again puts whole files where damaged ones were, and leaves nothing beside them."""
    keep(DIGEST, write)
    (prepared_folder() / DIGEST / "model.onnx").write_bytes(b"")
    keep(DIGEST, write)
    assert isinstance(look_up(DIGEST), Prepared)
    assert [path.name for path in prepared_folder().iterdir()] == [DIGEST]


def test_a_failed_export_leaves_nothing() -> None:
    """When the files cannot be made, the error arrives and no folder is left behind."""

    def fail(model: Path, _tokenizer: Path) -> Shape:
        model.write_bytes(b"half of the weigh")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        keep(DIGEST, fail)
    assert list(prepared_folder().iterdir()) == []


def test_the_reason_is_remembered_while_the_libraries_stay() -> None:
    """An encoder that cannot be prepared is not tried again until a library that prepares changes."""
    keep_reason(DIGEST, "an operator is missing")
    assert look_up(DIGEST) == Unusable("an operator is missing")
    change_manifest(versions={"torch": "0.1"})
    assert look_up(DIGEST) is None


def test_only_the_newest_stay() -> None:
    """Prepared encoders beyond the bound go, the oldest first, and with them what a killed process left long ago."""
    for number in range(KEPT):
        keep(f"{number}", write)
        os.utime(prepared_folder() / f"{number}", (number, number))
    (prepared_folder() / "unfinished-old").mkdir()
    os.utime(prepared_folder() / "unfinished-old", (0, 0))
    (prepared_folder() / "unfinished-now").mkdir()
    keep("last", write)
    left = {path.name for path in prepared_folder().iterdir()}
    assert left == {"last", "unfinished-now", *map(str, range(1, KEPT))}


def test_the_encoder_that_ships_stays() -> None:
    """However many others are prepared after it, the encoder that ships stays, whole and rounded."""
    own = [inspect_encoder(name).digest for name in ("", EIGHT_BITS)]
    for number, digest in enumerate([*own, *(f"{number}" for number in range(KEPT))]):
        keep(digest, write)
        os.utime(prepared_folder() / digest, (number, number))
    keep("last", write)
    left = {path.name for path in prepared_folder().iterdir()}
    assert left == {*own, "last", *map(str, range(1, KEPT))}


def test_several_processes_may_prepare_at_once() -> None:
    """Whoever is last, what stands there in the end is whole."""
    threads = [threading.Thread(target=keep, args=(DIGEST, write)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert isinstance(look_up(DIGEST), Prepared)


def test_cores_are_counted_within_what_the_process_may_use() -> None:
    """There is at least one core, and never more than the system lets this process use."""
    assert 1 <= usable_cores() <= len(os.sched_getaffinity(0))
