"""What was agreed for each hostile or broken file of the shared collection, read from its EXPECTED.md."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(os.environ.get("DIFFVIEW_BADINPUTS", Path(__file__).parents[2] / "shared" / "badinputs"))
_ROW = re.compile(r"^\| (?P<names>.+?) \| (?P<outcome>.+) \|$", re.MULTILINE)
_REFUSED = re.compile(r"\brefused\b|\bno text layer\b|password protected")
_MIXED = {"22": True, "26": False, "49": False}
"""Rows that say one thing of one file and another of the next; 22 is refused, as its row allows."""


OTHERS = {
    "52_fifo.txt": "not a regular file",
    "53_directory.txt": "is a folder",
    "54_loop.txt": "its symbolic links lead in a circle",
    "/dev/zero": "not a regular file",
}
"""What a collection cannot hold, and why it is refused; `made` makes it."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A file and its row of the table; `is_refused` when no article comes of it."""

    path: Path
    outcome: str
    is_refused: bool


def expected() -> tuple[Expected, ...]:
    """Return every file that the table names, in order; without the collection none."""
    table = FOLDER / "EXPECTED.md"
    if not table.is_file():
        return ()
    rows = [(_numbers(match["names"]), match["outcome"]) for match in _ROW.finditer(table.read_text(encoding="utf-8"))]
    found = []
    for path in sorted(FOLDER.iterdir()):
        outcome = next((words for listed, words in rows if path.name[:2] in listed), "")
        if outcome:
            refused = _MIXED.get(path.name[:2], _REFUSED.search(outcome) is not None)
            found.append(Expected(path, outcome, refused))
    return tuple(found)


def _numbers(names: str) -> frozenset[str]:
    """Return the numbers of the files that the first cell of a row names."""
    return frozenset(re.findall(r"(?<!\d)\d\d(?=[_/, ]|$)", names))


def made(name: str, folder: Path) -> Path:
    """Return the path of one of OTHERS, made in a folder unless the machine has it."""
    path = folder / name
    if name.startswith("52"):
        os.mkfifo(path)
    elif name.startswith("53"):
        path.mkdir()
    elif name.startswith("54"):
        path.symlink_to(path)
    return path
