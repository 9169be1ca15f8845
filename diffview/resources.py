"""Where are the files that ship with the program?

They lie in `resources/` of a checkout and in `diffview/resources/` of an installed package.
"""

from __future__ import annotations

from pathlib import Path

_INSTALLED, _CHECKOUT = Path(__file__).parent / "resources", Path(__file__).parent.parent


def resource(*parts: str) -> Path:
    """Return the shipped file or folder `parts`, for example `resource("themes", "light.json")`."""
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT / "resources"
    return root.joinpath(*parts)


def read_resource(*parts: str) -> str:
    """Return the text of a shipped file."""
    return resource(*parts).read_text(encoding="utf-8")


def examples() -> Path:
    """Return the folder of sample article pairs."""
    installed = _INSTALLED / "seeds"
    return installed if installed.is_dir() else _CHECKOUT / "seeds"
