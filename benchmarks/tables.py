"""How are measured figures written down, for people and for programs?"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

Cell = str | float
_SPOKEN_OF = ("diffview", "PySide6-Essentials", "numpy", "onnxruntime", "torch", "sentence-transformers")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a title, what it says of how it was made, the names of its columns, and its rows."""

    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def as_markdown(self) -> str:
        """Return the table as Markdown."""
        lines = [self.columns, ("---",) * len(self.columns), *([_shown(cell) for cell in row] for row in self.rows)]
        return "\n".join([f"## {self.title}", "", self.note, "", *(f"| {' | '.join(line)} |" for line in lines), ""])


def _shown(cell: Cell) -> str:
    return cell if isinstance(cell, str) else f"{cell:,.0f}" if abs(cell) >= 100 else f"{cell:.3g}"


def ratios(found: Mapping[str, Sequence[float]], base: str) -> Iterable[tuple[Cell, ...]]:
    """Yield for each way its median, least and most, and its median ratio to `base`, measured in the same turns."""
    for name, values in found.items():
        beside = median(one / other for one, other in zip(values, found[base], strict=True))
        yield name, median(values), min(values), max(values), beside


def without_display() -> None:
    """Let Qt paint into memory where there is no display."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def machine() -> Table:
    """Return what was measured on, and with which versions."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    rows = [
        ("system", f"{platform.system()} {platform.release()}"),
        ("processor", _processor()),
        ("cores", str(os.cpu_count())),
        ("load when it started", load),
        ("Python", platform.python_version()),
        *((name, version(name)) for name in _SPOKEN_OF),
    ]
    return Table(
        "Machine", "Times are only comparable within one run on an idle machine.", ("what", "which"), tuple(rows)
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def write(tables: Sequence[Table], folder: Path) -> None:
    """Write `bench.md` and `bench.json` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bench.md").write_text("\n".join(table.as_markdown() for table in tables), encoding="utf-8")
    data = json.dumps([asdict(table) for table in tables], indent=1)
    (folder / "bench.json").write_text(data + "\n", encoding="utf-8")
