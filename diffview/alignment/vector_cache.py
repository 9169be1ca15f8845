"""Which vectors are known already, so that reopening a pair needs no model?

One SQLite file; the key is the hash of the encoder and of the text, the value half-precision vectors. The oldest
entries go when the file outgrows its bound. A file that is damaged, locked or unwritable costs time, never a result.
"""

from __future__ import annotations

import sqlite3
import struct
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path

import numpy as np
from platformdirs import user_cache_path

from diffview.model import Encoded, Encoder, EncoderInfo, Progress, Span

BOUND_BYTES = 400 * 1024 * 1024
_SCHEMA = """
CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, used INTEGER NOT NULL, value BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_use ON vectors (used);
"""
_AT_ONCE = 512
"""Texts encoded between two writes: what a kill, or a reader who has seen enough, can cost."""
_HEAD = struct.Struct("<II")


def vector_file() -> Path:
    """Return where vectors are kept between runs."""
    return user_cache_path("diffview") / "vectors.sqlite"


def pack(encoded: Encoded) -> bytes:
    """Write one text's vectors as bytes: counts, sentence vector, token spans, token vectors."""
    width, count = len(encoded.vector), len(encoded.tokens)
    spans = np.array([(span.start, span.end) for span in encoded.tokens], dtype="<u4").reshape(count, 2)
    vectors = encoded.token_vectors.reshape(count, width)
    parts = (encoded.vector.astype("<f2"), spans, vectors.astype("<f2", copy=False))
    return _HEAD.pack(width, count) + b"".join(part.tobytes() for part in parts)


def unpack(value: bytes) -> Encoded:
    """Read what `pack` wrote; raises ValueError when it is something else."""
    width, count = _HEAD.unpack_from(value) if len(value) >= _HEAD.size else (0, 0)
    if not width or len(value) != _HEAD.size + 2 * width + 8 * count + 2 * width * count:
        raise ValueError("not a packed vector")
    at = _HEAD.size
    vector = np.frombuffer(value, "<f2", width, at).astype(np.float32)
    spans = np.frombuffer(value, "<u4", 2 * count, at + 2 * width).reshape(count, 2)
    vectors = np.frombuffer(value, "<f2", width * count, at + 2 * width + 8 * count)
    tokens = tuple(Span(int(start), int(end)) for start, end in spans)
    return Encoded(vector, tokens, vectors.reshape(count, width))


class VectorCache:
    """The vectors on disk; safe with several windows at once."""

    def __init__(self, path: Path, bound: int = BOUND_BYTES) -> None:
        self._path = path
        self._bound = bound

    def get(self, digest: str, texts: Sequence[str]) -> dict[str, Encoded]:
        """Return what is known of `texts` for the encoder with this hash."""
        found: dict[str, Encoded] = {}

        def work(database: sqlite3.Connection) -> None:
            for text in dict.fromkeys(texts):
                query = "SELECT value FROM vectors WHERE key = ?"
                row = database.execute(query, (_key(digest, text),)).fetchone()
                with suppress(ValueError):
                    if row:
                        found[text] = unpack(row[0])
            keys = [(int(time.time()), _key(digest, text)) for text in found]
            database.executemany("UPDATE vectors SET used = ? WHERE key = ?", keys)

        self._transact(work)
        return found

    def put(self, digest: str, entries: dict[str, Encoded]) -> None:
        """Remember vectors, and forget the least recently used ones beyond the bound."""
        now = int(time.time())
        rows = [(_key(digest, text), now, pack(encoded)) for text, encoded in entries.items()]

        def work(database: sqlite3.Connection) -> None:
            database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
            self._prune(database)

        self._transact(work)

    def _prune(self, database: sqlite3.Connection) -> None:
        pages, size, free = (
            database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size", "freelist_count")
        )
        if (pages - free) * size > self._bound:
            share = "SELECT COUNT(*) / 4 + 1 FROM vectors"
            database.execute(
                f"DELETE FROM vectors WHERE key IN (SELECT key FROM vectors ORDER BY used LIMIT ({share}))"
            )

    def _transact(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Do `work` in one transaction, or not at all when the file cannot be used; a damaged one is thrown away."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._connect()) as database, database:
                work(database)
        except (sqlite3.OperationalError, OSError):
            return
        except sqlite3.DatabaseError:
            with suppress(OSError):  # another process may have it open
                for path in self._path.parent.glob(f"{self._path.name}*"):
                    path.unlink(missing_ok=True)

    def _connect(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=5)
        try:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            database.executescript(_SCHEMA)
        except sqlite3.Error:
            database.close()
            raise
        return database


def _key(digest: str, text: str) -> bytes:
    return sha256(f"{digest}\0{text}".encode("utf-8", "surrogatepass")).digest()


class CachedEncoder:
    """An encoder that is asked only for texts whose vectors are not on disk yet."""

    def __init__(self, inner: Encoder, cache: VectorCache) -> None:
        self._inner = inner
        self._cache = cache

    @property
    def info(self) -> EncoderInfo:
        """Which encoder this is."""
        return self._inner.info

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Return what the encoder says of each text, in order; the same to the last bit whether cached or not."""
        digest = self.info.digest
        known = self._cache.get(digest, texts)
        missing = sorted((text for text in dict.fromkeys(texts) if text not in known), key=len)
        for start in range(0, len(missing), _AT_ONCE):
            part = missing[start : start + _AT_ONCE]
            encoded = self._inner.encode(part, _moved(progress, start, len(missing)))
            fresh = dict(zip(part, encoded, strict=True))
            self._cache.put(digest, fresh)
            known |= {text: unpack(pack(encoded)) for text, encoded in fresh.items()}
        return tuple(known[text] for text in texts)


def _moved(progress: Progress | None, start: int, total: int) -> Progress | None:
    """Return `progress` for one part of the texts; steps that count nothing are handed on as they are."""
    if progress is None:
        return None
    told = progress
    return lambda stage, done, count: told(stage, start + done, total) if count else told(stage, done, count)
