"""What does the encoder learn from: events of which three outlets tell the same facts in words of their own?

`benchmarks/tellings/*.txt`, written for this and made up throughout. An event is a line "== name" and then a line a
fact, its three tellings separated by " | ". The facts of an event share their persons, places and words, and yet are
others.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

TELLINGS = 3
_HELD_OUT = 12


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its name, and each of its facts as three outlets tell it."""

    name: str
    facts: tuple[tuple[str, ...], ...]


def folder() -> Path:
    """Return the folder with the tellings."""
    return Path(__file__).parent / "tellings"


def events() -> list[Event]:
    """Return all events, in the order of their files; raises ValueError where a fact is not told three times."""
    return [
        _event(block.splitlines(), path)
        for path in sorted(folder().glob("*.txt"))
        for block in path.read_text(encoding="utf-8").strip().split("\n\n")
    ]


def _event(lines: list[str], path: Path) -> Event:
    facts = tuple(tuple(telling.strip() for telling in line.split(" | ")) for line in lines[1:])
    if not lines[0].startswith("== ") or any(len(fact) != TELLINGS for fact in facts):
        raise ValueError(f"{path}: {lines[0]}: not an event whose facts are told {TELLINGS} times")
    return Event(lines[0].removeprefix("== "), facts)


def split(found: list[Event]) -> tuple[list[Event], list[Event]]:
    """Return the events to learn from, and every twelfth, which is held out."""
    last = _HELD_OUT - 1
    return (
        [event for k, event in enumerate(found) if k % _HELD_OUT != last],
        [event for k, event in enumerate(found) if k % _HELD_OUT == last],
    )
