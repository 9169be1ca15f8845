"""Where are the files that ship with the program?

They lie in `resources/` of a checkout and in `diffview/resources/` of an installed package.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_CHECKOUT = Path(__file__).parent.parent


def resource(*parts: str) -> Traversable:
    """Return the shipped file or folder `parts`, for example `resource("themes", "light.toml")`."""
    installed = files("diffview") / "resources"
    root: Traversable = installed if installed.is_dir() else _CHECKOUT / "resources"
    return root.joinpath(*parts)


def read_resource(*parts: str) -> str:
    """Return the text of a shipped file."""
    return resource(*parts).read_text(encoding="utf-8")


def examples() -> Traversable:
    """Return the folder of sample article pairs."""
    installed = files("diffview") / "resources" / "seeds"
    return installed if installed.is_dir() else _CHECKOUT / "seeds"
