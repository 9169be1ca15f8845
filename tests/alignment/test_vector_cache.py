"""Does the cache of vectors save work without ever changing a result?"""

from __future__ import annotations

import stat
import threading
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from diffview.alignment import vector_cache
from diffview.alignment.vector_cache import CachedEncoder, VectorCache, pack, unpack
from diffview.errors import Cancelled
from diffview.model import Encoded
from tests.fakes import FakeEncoder

TEXTS = ["The bridge is shut.", "", "Ferries 😀 run.", "The bridge is shut."]


def equal(ours: Encoded, theirs: Encoded) -> bool:
    """Return whether two results are the same to the last bit."""
    return (
        np.array_equal(ours.vector, theirs.vector)
        and ours.tokens == theirs.tokens
        and np.array_equal(ours.token_vectors, theirs.token_vectors)
    )


def test_what_is_known_is_not_encoded_again(tmp_path: Path) -> None:
    """The second time the encoder is asked nothing, the first time each text once."""
    inner = FakeEncoder()
    cache = VectorCache(tmp_path / "new" / "vectors.sqlite")
    CachedEncoder(inner, cache).encode(TEXTS)
    assert sorted(inner.asked) == sorted(set(TEXTS))
    CachedEncoder(inner, cache).encode(TEXTS)
    assert len(inner.asked) == len(set(TEXTS))


def test_cached_vectors_are_those_of_the_first_time(tmp_path: Path) -> None:
    """Fresh and remembered vectors are the same to the last bit."""
    encoder = CachedEncoder(FakeEncoder(), VectorCache(tmp_path / "vectors.sqlite"))
    assert all(map(equal, encoder.encode(TEXTS), encoder.encode(TEXTS)))


def test_another_encoder_does_not_see_the_vectors(tmp_path: Path) -> None:
    """Vectors are kept by the encoder's hash."""
    cache = VectorCache(tmp_path / "vectors.sqlite")
    encoder = FakeEncoder()
    cache.put("one", dict(zip(["a"], encoder.encode(["a"]), strict=True)))
    assert cache.get("two", ["a"]) == {}


@pytest.mark.parametrize("junk", [b"this is no database" * 500, b""])
def test_a_damaged_file_is_made_anew(tmp_path: Path, junk: bytes) -> None:
    """A cache file full of junk costs one encoding and works again afterwards."""
    path = tmp_path / "vectors.sqlite"
    path.write_bytes(junk)
    inner = FakeEncoder()
    encoder = CachedEncoder(inner, VectorCache(path))
    for _ in range(3):
        encoder.encode(["a"])
    assert inner.asked.count("a") <= 2


def test_a_damaged_file_that_must_stay_is_survived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a damaged file cannot be thrown away, as when another process has it open, encoding goes on without it."""

    def refuse(_path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError

    path = tmp_path / "vectors.sqlite"
    path.write_bytes(b"this is no database" * 500)
    monkeypatch.setattr(Path, "unlink", refuse)
    assert len(CachedEncoder(FakeEncoder(), VectorCache(path)).encode(TEXTS)) == len(TEXTS)


def test_a_folder_in_its_place_is_survived(tmp_path: Path) -> None:
    """Where no file can be written, encoding goes on without a cache."""
    path = tmp_path / "vectors.sqlite"
    path.mkdir(mode=stat.S_IRUSR)
    assert len(CachedEncoder(FakeEncoder(), VectorCache(path)).encode(TEXTS)) == len(TEXTS)


def test_the_least_recently_used_entries_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that has grown to its bound holds the newest entries, and an old one that is used again and again."""
    clock = count()
    monkeypatch.setattr(vector_cache, "time", SimpleNamespace(time=lambda: next(clock)))
    cache = VectorCache(tmp_path / "vectors.sqlite", bound=200_000)
    texts = [f"{number} {'word ' * 40}" for number in range(100)]
    for text, encoded in zip(texts, FakeEncoder().encode(texts), strict=True):
        cache.put("", {text: encoded})
        cache.get("", texts[:1])
    known = cache.get("", texts)
    assert len(known) > 12
    assert set(known) == {texts[0], *texts[1 - len(known) :]}
    assert (tmp_path / "vectors.sqlite").stat().st_size < 400_000


def test_two_windows_write_at_once(tmp_path: Path) -> None:
    """Threads that share the file lose nothing."""
    path = tmp_path / "vectors.sqlite"

    def work(name: str) -> None:
        for number in range(20):
            CachedEncoder(FakeEncoder(), VectorCache(path)).encode([f"{name} {number}"])

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    known = VectorCache(path).get(
        FakeEncoder.info.digest, [f"{name} {number}" for name in "ab" for number in range(20)]
    )
    assert len(known) == 40


@pytest.mark.parametrize("value", [b"", b"abc", b"\1\0\0\0\1\0\0\0", bytes(8)])
def test_a_broken_entry_is_refused(value: bytes) -> None:
    """Bytes that are no packed vector are an error, not a wrong vector."""
    with pytest.raises(ValueError, match="packed"):
        unpack(value)


def test_packing_keeps_three_digits() -> None:
    """Half precision keeps cosines to about three digits."""
    encoded = FakeEncoder().encode(["The ferry to the island was late again."])[0]
    assert float(unpack(pack(encoded)).vector @ encoded.vector) == pytest.approx(1, abs=1e-3)


def test_what_was_encoded_before_a_stop_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who cancels half-way does not wait for the first half again, and progress counts all of it."""
    monkeypatch.setattr("diffview.alignment.vector_cache._AT_ONCE", 2)
    inner, steps = FakeEncoder(), list[tuple[str, int, int]]()

    def progress(*step: object) -> None:
        steps.append(step)
        if len(steps) == 2:
            raise Cancelled("enough")

    encoder = CachedEncoder(inner, VectorCache(tmp_path / "vectors.sqlite"))
    with pytest.raises(Cancelled):
        encoder.encode(["a", "bb", "ccc", "dddd", "eeeee"], progress)
    assert steps == [("encoding", 2, 5), ("encoding", 4, 5)]
    inner.asked.clear()
    encoder.encode(["a", "bb", "ccc", "dddd", "eeeee"])
    assert inner.asked == ["ccc", "dddd", "eeeee"]
