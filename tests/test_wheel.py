"""Does what is published hold everything, and nothing else?"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from diffview import __version__
from tests.conftest import CHECKOUT


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel and the source archive, built without a network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return folder


def wheel(published: Path) -> zipfile.ZipFile:
    """Open the wheel."""
    return zipfile.ZipFile(next(published.glob("*.whl")))


def below(folder: str, *without: str) -> set[str]:
    """Return the files of a folder of the checkout that are known to git, by their path in that folder."""
    listed = subprocess.run(["git", "ls-files", folder], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    return {line.removeprefix(f"{folder}/") for line in listed.stdout.splitlines() if not line.endswith(without)}


def test_both_have_the_version(published: Path) -> None:
    """One wheel for every system, and one source archive, of the version the program tells."""
    names = sorted(path.name for path in published.iterdir() if path.name != ".gitignore")
    assert names == [f"diffview-{__version__}-py3-none-any.whl", f"diffview-{__version__}.tar.gz"]


@pytest.mark.parametrize(("folder", "inside"), [("resources", "resources"), ("seeds", "resources/seeds")])
def test_the_wheel_holds_every_resource(published: Path, folder: str, inside: str) -> None:
    """Themes, templates, weights, words, licences and examples are installed with the program."""
    with wheel(published) as archive:
        names = archive.namelist()
    assert [name for name in sorted(below(folder)) if f"diffview/{inside}/{name}" not in names] == []


def test_the_wheel_holds_nothing_but_the_package(published: Path) -> None:
    """No tests, no scripts: whatever is installed belongs to diffview."""
    with wheel(published) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        assert not [name for name in archive.namelist() if name.endswith((".pyc", "__pycache__/"))]
    assert tops == {"diffview", f"diffview-{__version__}.dist-info"}


def test_the_source_archive_makes_the_same_wheel(published: Path, tmp_path: Path) -> None:
    """Whoever builds from the source archive gets the same files."""
    with tarfile.open(next(published.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "again")]
    subprocess.run(command, cwd=tmp_path / f"diffview-{__version__}", check=True, capture_output=True, timeout=120)
    with wheel(published) as one, wheel(tmp_path / "again") as other:
        assert sorted(one.namelist()) == sorted(other.namelist())


def test_the_index_would_take_them(published: Path) -> None:
    """The description and the metadata are as an index wants them."""
    files = [str(path) for path in published.iterdir() if path.name != ".gitignore"]
    command = [sys.executable, "-m", "twine", "check", "--strict", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout
    assert "PASSED" in done.stdout
