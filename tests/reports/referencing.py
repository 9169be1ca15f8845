"""How is a report compared with the one that is committed?"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "reference"


def compare_with_reference(name: Path, text: str, regenerate: bool) -> None:
    """Fail when `text` is not the committed file `name`; with `--regenerate`, write it anew instead."""
    path = FOLDER / name
    if regenerate:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"{path} is missing; write it with pytest --regenerate"
    assert text == path.read_text(encoding="utf-8"), f"differs from {path}; look, then pytest --regenerate"
