"""What does the window remember from one day to the next, and where?"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple

from diffview.theme import PALETTES

APPEARANCES = ("system", "light", "dark")
LANGUAGES = {"en": "English", "de": "Deutsch"}
"""The languages the window speaks, as they call themselves."""
SMALLEST, NORMAL, LARGEST = 11, 17, 40
BOUNDS = {"text_size": (SMALLEST, LARGEST), "line_height": (110, 220), "measure": (40, 110)}
"""The least and the most of each number: pixels, percent of the text size, letters in a line."""
_KEPT = 8


class Preferences(NamedTuple):
    """What the reader chose; `recent` are the newest comparisons as (left, right) paths."""

    appearance: str = "system"
    text_size: int = NORMAL
    recent: tuple[tuple[str, str], ...] = ()
    palette: str = "standard"
    language: str = "system"
    font: str = ""
    line_height: int = 150
    measure: int = 70

    def with_recent(self, left: str, right: str) -> Preferences:
        """Return the preferences after a comparison of two files."""
        pair = (left, right)
        return self._replace(recent=(pair, *(other for other in self.recent if other != pair))[:_KEPT])

    def with_text_size(self, pixels: int) -> Preferences:
        """Return the preferences with another text size, within what can be read."""
        return self.with_number("text_size", pixels)

    def with_number(self, name: str, number: int) -> Preferences:
        """Return the preferences with another number of that name, within its bounds."""
        least, most = BOUNDS[name]
        changed: dict[str, Any] = {name: max(least, min(most, number))}
        return self._replace(**changed)


class PreferencesFile:
    """A small JSON file; one that cannot be read or written is as good as none."""

    def __init__(self, path: Path | None) -> None:
        """Without a path nothing is remembered."""
        self._path = path

    def load(self) -> Preferences:
        """Return what was saved last, as far as it makes sense."""
        if self._path is None:
            return Preferences()
        with suppress(OSError, ValueError):
            return _checked(json.loads(self._path.read_text(encoding="utf-8")))
        return Preferences()

    def save(self, preferences: Preferences) -> None:
        """Write the preferences whole or not at all."""
        if self._path is None:
            return
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=self._path.parent, encoding="utf-8", delete=False) as file:
                json.dump(preferences._asdict(), file, ensure_ascii=True, indent=1)
            Path(file.name).replace(self._path)


def _checked(saved: Any) -> Preferences:  # noqa: ANN401 - whatever the file holds
    table = saved if isinstance(saved, dict) else {}
    found = Preferences()
    if table.get("appearance") in APPEARANCES:
        found = found._replace(appearance=table["appearance"])
    if table.get("palette") in PALETTES:
        found = found._replace(palette=table["palette"])
    if table.get("language") in (*LANGUAGES, "system"):
        found = found._replace(language=table["language"])
    if isinstance(table.get("font"), str):
        found = found._replace(font=table["font"])
    for name in BOUNDS:
        if type(table.get(name)) is int:
            found = found.with_number(name, table[name])
    pairs = table.get("recent") if isinstance(table.get("recent"), list) else []
    for pair in reversed(pairs or []):
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(path, str) for path in pair):
            found = found.with_recent(*pair)
    return found
