"""Where do the full licence texts of all that a bundle holds come from?

From what each Python package was installed with, from Python itself, and on Debian from the packages whose libraries
PyInstaller gathered.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
_TELLING = ("licen", "copying", "notice", "authors")


def gather(bundle: Path, gathered: str) -> int:
    """Write the texts to the folder "licences" of a bundle and return of how many components there are any.

    `gathered` is PyInstaller's own list of the files it took.
    """
    target = bundle / "licences"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(CHECKOUT / "resources" / "licences", target)
    for name in json.loads((target / "components.json").read_text(encoding="utf-8")):
        package = _installed(name)
        if package is not None and _is_in(package, gathered):
            _copy_package(package, target / name)
    _copy_python(target / "python")
    _copy_system(bundle, target)
    return sum(path.is_dir() for path in target.iterdir())


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _is_in(package: Distribution, gathered: str) -> bool:
    """Return whether any module of a package was taken."""
    modules = {file.parts[0] for file in package.files or () if file.suffix in {".py", ".so", ".pyd"}}
    home = Path(str(package.locate_file("")))
    return any(str(home / module) in gathered for module in modules if not module.startswith((".", "__")))


def _copy_package(package: Distribution, target: Path) -> None:
    target.mkdir()
    (target / "version.txt").write_text(f"{package.name} {package.version}\n", encoding="utf-8")
    for file in package.files or ():
        path = Path(str(package.locate_file(file)))
        if any(word in file.name.lower() for word in _TELLING) and path.is_file() and file.suffix not in {".py"}:
            shutil.copy(path, target / file.name)


def _copy_python(target: Path) -> None:
    target.mkdir()
    (target / "version.txt").write_text(f"Python {sys.version}\n", encoding="utf-8")
    for path in Path(sys.base_prefix).glob("lib/python3.*/LICENSE.txt"):
        shutil.copy(path, target / path.name)


def _copy_system(bundle: Path, target: Path) -> None:
    """Copy what Debian says of each library that was taken from the system; other systems do not say."""
    if shutil.which("dpkg-query") is None:
        return
    for library in (bundle / "_internal").glob("*.so*"):
        done = subprocess.run(["dpkg-query", "-S", f"*/{library.name}"], capture_output=True, text=True, check=False)
        for package in {line.split(":")[0] for line in done.stdout.splitlines()}:
            text = Path("/usr/share/doc") / package / "copyright"
            if text.is_file():
                folder = target / f"system-{package}"
                folder.mkdir(exist_ok=True)
                shutil.copy(text, folder / "copyright")
