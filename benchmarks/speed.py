"""How fast is the program, all in all?

    python -m benchmarks.speed [--short] [--out FOLDER]

Writes `bench.md` and `bench.json`: the machine, the start of the window, whole runs of the command line beside
sentence-transformers, the rate of encoding, how comparisons grow, what the window does with long texts and how long it
does not answer, and reports.
`--short` leaves out what needs the model's own runtime or minutes; it is there to see that all of it still runs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks import scale, start
from benchmarks.tables import Cell, Table, machine, ratios, without_display, write
from diffview.comparison import compare
from diffview.model import Comparison
from diffview.reports.html import render_html
from diffview.reports.json import render_json

_SEEDS = Path(__file__).parent.parent / "seeds" / "harbour-ferry"
_PAIR = (_SEEDS / "left.txt", _SEEDS / "right.txt")
_TIMES = 5


def tables(*, short: bool) -> Iterator[Table]:
    """Yield one table after the other, as they are measured."""
    yield machine()
    yield start.measure([str(path) for path in _PAIR], 1 if short else _TIMES)
    if not short:
        yield from _encoding()
    yield scale.table(scale.SIZES[:2] if short else scale.SIZES)
    yield _reports((30, 300) if short else (30, 300, 2000))
    if not short:
        yield _window()
        yield _gaps()


def _encoding() -> Iterator[Table]:
    """Yield what the command line costs beside sentence-transformers, and the rates of both encoders."""
    from benchmarks import encoding  # noqa: PLC0415 - needs the model's own runtime

    costs = encoding.run(*_PAIR, _TIMES)
    columns = ("what", "median", "least", "most", "ratio to sentence-transformers")
    note = f"Whole processes on one pair of articles, {_TIMES} times in turns; sentence-transformers only encodes it."
    rows: list[tuple[Cell, ...]] = []
    for kind, scaled, unit in (("wall", 1.0, "s"), ("cpu", 1.0, "CPU s"), ("memory", 2.0**20, "MB")):
        values = {f"{name}, {unit}": [getattr(cost, kind) / scaled for cost in each] for name, each in costs.items()}
        rows += ratios(values, next(iter(values)))
    yield Table("diffview compare", note, columns, tuple(rows))
    rates = encoding.rate(_TIMES)
    note = "Passages a second, the same texts in turns."
    yield Table("Encoding", note, columns, tuple(ratios(rates, next(iter(rates)))))


def _reports(sizes: Sequence[int]) -> Table:
    """Return how long reports take, beside the comparison itself."""
    rows = []
    for size in sizes:
        found = compare(*scale.books(size), encoder=scale.WordVectors())
        forms: dict[str, Callable[[Comparison], str]] = {"HTML": render_html, "JSON": render_json}
        for name, render in forms.items():
            begun = perf_counter()
            text = render(found)
            rows.append((f"{size:,}", name, perf_counter() - begun, len(text.encode()) / 1024))
    return Table("Reports", "Made-up books.", ("passages a side", "report", "seconds", "KB"), tuple(rows))


def _window() -> Table:
    """Return what the window does with long texts, measured in a process of its own."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [sys.executable, "-m", "benchmarks.window", file.name]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        found = json.loads(Path(file.name).read_text(encoding="utf-8"))
    note = "Milliseconds; beside two bare text editors with the same texts in the same run."
    return Table("Window", note, tuple(found[0]), tuple(tuple(each.values()) for each in found))


def _gaps() -> Table:
    """Return how long the window did not answer, stage by stage."""
    from benchmarks import gaps  # noqa: PLC0415 - the short version needs no Qt in this process

    return gaps.measure(_TIMES)


def main(arguments: Sequence[str]) -> None:
    """Measure, print and write everything."""
    without_display()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("out"))
    chosen = parser.parse_args(arguments)
    found = []
    for table in tables(short=chosen.short):
        print(table.as_markdown(), flush=True)
        found.append(table)
    write(found, chosen.out)
    print(f"Wrote {chosen.out / 'bench.md'} and {chosen.out / 'bench.json'}")


if __name__ == "__main__":
    main(sys.argv[1:])
