"""Which pairs does a list name, and how is each to be compared?

A CSV file with a head: `left`, `right`, and if need be `name` and any of the options, such as `language`. Commas,
semicolons and tabs are understood. Paths are taken from the folder of the list.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any

from diffview.errors import DiffviewError, ReadError
from diffview.model import Options
from diffview.reading.files import read_bytes

_NEEDED = ("left", "right")
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of a list; `name` is that of its files and like no other, `trouble` why it cannot be compared."""

    name: str
    left: str
    right: str
    options: Options = Options()
    trouble: str = ""


def read_pairs(path: str | Path, options: Options = Options()) -> tuple[Pair, ...]:
    """Return the pairs of a list; what a row leaves open is as in `options`.

    A row that is wrong becomes a pair with trouble. Raises ReadError when the file is no such list.
    """
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(path, "is not UTF-8; save the list as CSV in UTF-8") from error
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        head = [name.strip().lower() for name in rows.fieldnames or ()]
        rows.fieldnames = head
        _check_head(path, head)
        taken: set[str] = set()
        return tuple(_pair(row, Path(path).parent, options, taken) for row in rows if any(map(_filled, row.values())))
    except csv.Error as error:
        raise ReadError(path, f"line {rows.line_num} is not CSV: {error}") from error


def _filled(value: object) -> bool:
    return bool(value and str(value).strip())


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _check_head(path: str | Path, head: list[str]) -> None:
    known = {*_NEEDED, "name", *asdict(Options())}
    missing = [name for name in _NEEDED if name not in head]
    unknown = [name for name in head if name not in known]
    if missing:
        raise ReadError(path, f"has no column {' and no column '.join(missing)}; its first line must name the columns")
    if unknown or len(set(head)) < len(head):
        wrong = f"the column {unknown[0]!r} is not known" if unknown else "a column is there twice"
        raise ReadError(path, f"{wrong}; there are left, right, name, and the options {', '.join(asdict(Options()))}")


def _pair(row: Mapping[str, Any], folder: Path, options: Options, taken: set[str]) -> Pair:
    cells = {name: (value or "").strip() for name, value in row.items() if name is not None}
    places = {side: str(folder / cells[side]) if cells[side] else "" for side in _NEEDED}
    stems = (Path(cells[side]).stem for side in _NEEDED)
    name = _free(file_name(cells.get("name") or " ".join(stems)), taken)
    try:
        if None in row:
            raise DiffviewError("the row has more cells than the head")
        for side, place in places.items():
            if not place:
                raise DiffviewError(f"the row names no {side} article")
        return Pair(name, places["left"], places["right"], replace(options, **dict(_options(cells))))
    except (DiffviewError, ValueError) as error:
        return Pair(name, places["left"], places["right"], options, str(error))


def _options(cells: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for name, usual in asdict(Options()).items():
        if cells.get(name):
            try:
                yield name, type(usual)(cells[name])
            except ValueError as error:
                raise DiffviewError(f"{name} is {cells[name]!r}, which is no number") from error


def file_name(text: str) -> str:
    """Return what a file can be called everywhere that comes close to `text`."""
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", text)).strip("-.")[:_LONGEST].rstrip("-.")
    while len(name.encode()) > 2 * _LONGEST:
        name = name[:-1]
    return name or "pair"


def _free(name: str, taken: set[str]) -> str:
    """Return `name`, with a number after it when another pair has it already."""
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found.casefold())
    return found
