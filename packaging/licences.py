"""Which packages does diffview bring along, and under which licences: python packaging/licences.py [--write]

Walks diffview's requirements as they are installed and asks pip-licenses for each; --write puts the list where the
program shows it from, resources/licences/components.json. Without it the list is only compared: exit status 1 tells of
a change.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parent.parent
LISTED = CHECKOUT / "resources" / "licences" / "components.json"
_ACCELERATORS = ("nvidia-", "triton", "cuda-")  # what PyTorch's builds for graphics cards add


def brought_along() -> set[str]:
    """Return the canonical names of all packages that installing diffview installs on this machine."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    waiting = [(name, "") for name in found]
    while waiting:
        package, extra = waiting.pop()
        for requirement in _requirements(package, extra):
            needed = canonicalize_name(requirement.name)
            fresh = needed not in found
            found.add(needed)
            waiting += [(needed, each) for each in ("", *requirement.extras) if fresh or each]
    return {each for each in found if not each.startswith(_ACCELERATORS)}


def _requirements(package: str, extra: str) -> Iterator[Requirement]:
    try:
        lines = requires(package) or []
    except PackageNotFoundError:
        return
    for requirement in map(Requirement, lines):
        marker = requirement.marker
        if marker.evaluate({"extra": extra}) if marker else not extra:
            yield requirement


def licences() -> dict[str, str]:
    """Return {package: licence} as pip-licenses reads it from what is installed."""
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return {canonicalize_name(each["Name"]): each["License"].strip() for each in json.loads(done.stdout)}


def components() -> dict[str, str]:
    """Return {package: licence} for everything that comes with diffview here."""
    known = licences()
    return {name: known[name].splitlines()[0] for name in sorted(brought_along()) if name in known}


def family(licence: str) -> str:
    """Return a licence without the ways in which metadata spell it: "BSD License" and "BSD-3-Clause" are one."""
    words = re.sub(r"(?i)\blicen[cs]es?\b|\bsoftware\b|\bthe\b|[-_(),\d.]|\bclause\b", " ", licence).upper().split()
    return " ".join(dict.fromkeys(words))


def changes() -> list[str]:
    """Return a line for each package whose listed and installed licences differ, or that only one of both knows."""
    found, listed = components(), json.loads(LISTED.read_text(encoding="utf-8"))
    return [
        f"{name}: listed {listed.get(name)!r}, installed {found.get(name)!r}"
        for name in sorted({*found, *listed})
        if family(found.get(name, "")) != family(listed.get(name, ""))
    ]


def main(write: bool) -> int:
    """Compare the list with what is installed, or write it."""
    if write:
        LISTED.write_text(json.dumps(components(), indent=1) + "\n", encoding="utf-8")
        return 0
    found = changes()
    sys.stderr.write("".join(f"{line}\n" for line in found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv[1:]))
