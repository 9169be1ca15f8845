"""Which encoders lie prepared, in the cache folder or with the program, and are their files whole?

One folder an encoder, named by its hash: the exported model, its tokenizer, and a manifest with the hashes of both.
A folder is moved into place whole. An encoder that cannot be prepared leaves a manifest with the reason.
A bundled program brings one such folder along, among its resources, and needs no other form of its encoder.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from diffview.resources import read_resource, resource

FORMAT = 1
"""Raised by one whenever a prepared model made by older code must not be used any more."""
KEPT = 4
"""How many prepared models stay besides the one that ships; the least recently made go."""
_MODEL, _TOKENIZER, _MANIFEST = "model.onnx", "tokenizer.json", "manifest.json"
_MAKERS = ("torch", "sentence-transformers", "transformers", "onnxruntime")
_UNFINISHED = "unfinished-"
_ABANDONED_SECONDS = 3600
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """What the files of a prepared model do not say: tokens it sees at once (its own included), id of padding."""

    longest: int
    padding: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A prepared model whose files were found whole."""

    folder: Path
    shape: Shape

    @property
    def model(self) -> Path:
        """The exported model."""
        return self.folder / _MODEL

    @property
    def tokenizer(self) -> Path:
        """The tokenizer's file."""
        return self.folder / _TOKENIZER


@dataclass(frozen=True, slots=True)
class Unusable:
    """An encoder that cannot be prepared with the libraries at hand, and why."""

    reason: str


def prepared_folder() -> Path:
    """Return where prepared models are kept between runs."""
    return user_cache_path("diffview") / "encoders"


def shipped_folder() -> Path:
    """Return where the prepared model of a bundled program lies; other installations have no such folder."""
    return resource("encoders")


def shipped_digest() -> str:
    """Return the hash of the encoder that came prepared with this program, "" when none did."""
    with suppress(OSError):
        return next((path.name for path in sorted(shipped_folder().iterdir()) if path.is_dir()), "")
    return ""


def ships(digest: str) -> bool:
    """Return whether this is the hash of the encoder that ships, whole or rounded; the weights were learned with it."""
    learned: str = json.loads(read_resource("weights", "alignment.json"))["scale"]["encoder"]
    return digest.partition("-")[0] == learned


def look_up(digest: str, root: Path | None = None) -> Prepared | Unusable | None:
    """Return the prepared form of the encoder with this hash; None when it is not there, stale or damaged.

    Without `root` what came with the program is preferred to what lies in the cache folder.
    """
    roots = [root] if root else [shipped_folder(), prepared_folder()]
    found = [_look_in(each / digest) for each in roots if (each / digest).is_dir()]
    return next((each for each in found if isinstance(each, Prepared)), found[-1] if found else None)


def _look_in(folder: Path) -> Prepared | Unusable | None:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        if manifest["format"] != FORMAT:
            return None
        if "reason" in manifest:
            return Unusable(str(manifest["reason"])) if manifest["versions"] == _versions() else None
        if any(hash_of(folder / name) != manifest["files"][name] for name in (_MODEL, _TOKENIZER)):
            return None
        return Prepared(folder, Shape(**manifest["shape"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(digest: str, write: Callable[[Path, Path], Shape], root: Path | None = None) -> None:
    """Have `write` make the files (model, tokenizer) and move them into place, instead of what is there.

    Whatever `write` raises leaves everything as it was. Raises OSError when the folder cannot be written.
    """

    def fill(folder: Path) -> Mapping[str, Any]:
        shape = write(folder / _MODEL, folder / _TOKENIZER)
        return {"shape": asdict(shape), "files": {name: hash_of(folder / name) for name in (_MODEL, _TOKENIZER)}}

    _place(digest, fill, root or prepared_folder())


def keep_reason(digest: str, reason: str, root: Path | None = None) -> None:
    """Remember that an encoder cannot be prepared, until a library that makes prepared models changes."""
    _place(digest, lambda _folder: {"reason": reason}, root or prepared_folder())


def _place(digest: str, fill: Callable[[Path], Mapping[str, Any]], root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=root))
    try:
        manifest = {"format": FORMAT, "versions": _versions(), **fill(fresh)}
        (fresh / _MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        _replace_folder(fresh, root / digest)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _clear(root)


def _replace_folder(fresh: Path, target: Path) -> None:
    """Move a folder to where an old one may be; another process may do the same at the same time."""
    with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=target.parent, ignore_cleanup_errors=True) as aside:
        for attempt in range(_ATTEMPTS):
            with suppress(OSError):
                target.rename(Path(aside) / f"old-{attempt}")
            with suppress(OSError):
                fresh.rename(target)
                return
    raise OSError(f"{target}: cannot be replaced")


def _clear(root: Path) -> None:
    """Remove what killed processes left unfinished, and of the models that do not ship the oldest beyond the bound."""
    now = time.time()
    with suppress(OSError):
        folders = sorted(root.iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
        unfinished = [folder for folder in folders if folder.name.startswith(_UNFINISHED)]
        chosen = [folder for folder in folders if folder not in unfinished and not ships(folder.name)]
        abandoned = [folder for folder in unfinished if now - folder.stat().st_mtime > _ABANDONED_SECONDS]
        for folder in [*chosen[KEPT:], *abandoned]:
            shutil.rmtree(folder, ignore_errors=True)


def _versions() -> dict[str, str]:
    return {name: _version(name) for name in _MAKERS}


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - only an export asks for it

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file; raises OSError."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def usable_cores() -> int:
    """Return how many physical cores this process may use: threads that share a core only get in each other's way."""
    numbers = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    folder = Path("/sys/devices/system/cpu")
    try:
        return len({(folder / f"cpu{n}" / "topology" / "thread_siblings_list").read_text() for n in numbers})
    except OSError:
        return max(len(numbers), 1)
