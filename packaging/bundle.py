"""How is the bundle made: python packaging/bundle.py [FOLDER]

The encoder is prepared first (exported, and compared with the model it was made from), then PyInstaller gathers the
program, and then the bundle must pass its own self-test. FOLDER is where it goes (build/bundle).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
sys.path[:0] = [str(CHECKOUT), str(CHECKOUT / "packaging")]

import texts  # noqa: E402 - its neighbour

from diffview.alignment.encoder import EIGHT_BITS, SentenceEncoder, inspect_encoder  # noqa: E402 - of this checkout
from diffview.alignment.encoder_export import prepare  # noqa: E402
from diffview.alignment.encoder_rounding import round_weights  # noqa: E402
from diffview.alignment.prepared_model import Prepared, look_up  # noqa: E402

PROGRAM = "diffview.exe" if os.name == "nt" else "diffview"
ABSENT = ("torch", "sentence_transformers", "transformers", "scipy", "sklearn")


def main(target: Path) -> int:
    """Make the bundle and return its self-test's exit status."""
    prepared = CHECKOUT / "build" / "encoders"
    _prepare(prepared)
    environment = {**os.environ, "DIFFVIEW_PREPARED": str(prepared), "PYTHONPATH": str(CHECKOUT)}
    spec = str(CHECKOUT / "packaging" / "diffview.spec")
    work = CHECKOUT / "build" / "pyinstaller"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--workpath", str(work)]
    subprocess.run([*command, "--distpath", str(target), spec], check=True, env=environment)
    bundle = target / "diffview"
    for name in ("LICENSE", "README.md"):
        shutil.copy(CHECKOUT / name, bundle / name)
    gathered = (work / "diffview" / "Analysis-00.toc").read_text(encoding="utf-8")
    sys.stdout.write(f"licences of {texts.gather(bundle, gathered)} components\n")
    _tell_size(bundle)
    return subprocess.run([bundle / PROGRAM, "--selftest"], check=False).returncode


def _prepare(folder: Path) -> None:
    """Prepare the encoder that ships, whole and rounded; what does not say the same as its model stops the build."""
    shipped = SentenceEncoder()
    if not isinstance(look_up(shipped.info.digest, folder), Prepared):
        prepare(shipped, folder)
    whole, rounded = _made(shipped.info.digest, folder), inspect_encoder(EIGHT_BITS)
    if not isinstance(look_up(rounded.digest, folder), Prepared):
        round_weights(whole, rounded, folder)
    _made(rounded.digest, folder)


def _made(digest: str, folder: Path) -> Prepared:
    found = look_up(digest, folder)
    if not isinstance(found, Prepared):
        sys.exit(f"the encoder cannot be prepared: {found}")
    return found


def _tell_size(bundle: Path) -> None:
    present = [name for name in ABSENT if (bundle / "_internal" / name).exists()]
    if present:
        sys.exit(f"the bundle holds what it must not: {', '.join(present)}")
    size = sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file() and not path.is_symlink())
    sys.stdout.write(f"{bundle}: {size / 1e6:.0f} MB\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else CHECKOUT / "build" / "bundle").absolute()))
