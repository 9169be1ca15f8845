"""How soon can the articles be read, how soon is anything compared, and how soon by meaning?

    python -m benchmarks.start [LEFT RIGHT] [--times N]

Whole processes, beside a bare PySide6 window with two text panes and the same texts, in turns. The clock runs from the
start of the process, `benchmarks.readable`. A pane can be read when it paints with the text in it. The encoder is
prepared beforehand, the vector cache is empty every time, and Python's bytecode is there as in any installed program.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from benchmarks.tables import Table, ratios, without_display
from diffview.alignment.prepared_model import prepared_folder

_EXAMPLE = Path(__file__).parent.parent / "seeds" / "harbour-ferry"
_PATIENCE = 120
COLUMNS = ("what", "seconds, median", "least", "most", "ratio to the bare window")


def once(kind: str, paths: Sequence[str], environment: dict[str, str]) -> dict[str, float]:
    """Return the seconds from the start of one process to each thing it noted."""
    started = monotonic()
    command = [sys.executable, "-m", "benchmarks.readable", kind, *paths]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=_PATIENCE)
    told = (line.split("\t") for line in done.stdout.splitlines())
    return {name: float(at) - started for name, at in told}


def measure(paths: Sequence[str], times: int) -> Table:
    """Return the table."""
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as bytecode:
        for _ in range(times + 1):
            for name, seconds in _turn(paths, bytecode).items():
                found.setdefault(name, []).append(seconds)
    kept = {name: values[1:] for name, values in found.items()}  # the first time warms the disk
    note = (
        f"From the start of the process, {times} times in turns, platform {os.environ.get('QT_QPA_PLATFORM', 'xcb')}."
    )
    return Table("Start", note, COLUMNS, tuple(ratios(kept, "bare window, readable")))


def _turn(paths: Sequence[str], bytecode: str) -> dict[str, float]:
    """Return the seconds of one bare window and one of ours, which has no vectors yet."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "diffview"
        cache.mkdir()
        (cache / "encoders").symlink_to(prepared_folder())
        own = {"XDG_CACHE_HOME": folder, "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder}
        environment = {**os.environ, **own, "PYTHONPYCACHEPREFIX": bytecode}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled, of us as of Qt
        found = {"bare window, readable": once("bare", paths, environment)["readable"]}
        return found | {f"diffview, {name}": at for name, at in once("ours", paths, environment).items()}


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    without_display()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", default=[str(_EXAMPLE / "left.txt"), str(_EXAMPLE / "right.txt")])
    parser.add_argument("--times", type=int, default=5)
    chosen = parser.parse_args(arguments)
    print(measure(chosen.articles, chosen.times).as_markdown())


if __name__ == "__main__":
    main(sys.argv[1:])
