"""Is what the docs say true: do the examples run, do the links lead somewhere, do the commands exist?"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from diffview.batch.pairs import read_pairs
from diffview.cli import parsers
from tests.conftest import CHECKOUT

PAGES = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").glob("*.md"), CHECKOUT / "benchmarks" / "README.md"])
NAMES = [str(path.relative_to(CHECKOUT)) for path in PAGES]
_FENCE = re.compile(r"^( *)```python\n(.*?)^\1```", re.M | re.S)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)|^```\{(?:image|include)\} (\S+)", re.M)
_COMMAND = re.compile(r"^    (diffview [^#\n]*)", re.M)
WITH_EXAMPLES = [name for name in NAMES if _FENCE.search((CHECKOUT / name).read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The cache folder of all examples, so that the encoder is prepared once."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.mark.encoder
@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_run(name: str, tmp_path: Path, cache: str) -> None:
    """The Python code of a page, from top to bottom, is a program that runs from a checkout."""
    code = "\n".join(block for _, block in _FENCE.findall((CHECKOUT / name).read_text(encoding="utf-8")))
    program = tmp_path / "example.py"
    program.write_text(code, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "XDG_CACHE_HOME": cache, "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(
        [sys.executable, program],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert done.returncode == 0, done.stderr


def test_there_are_examples() -> None:
    """The pages about Python, JSON, many pairs and other models have code."""
    assert {"docs/python.md", "docs/json.md", "docs/many-pairs.md", "docs/other-models.md"} <= set(WITH_EXAMPLES)


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere(name: str) -> None:
    """Every link and picture within the project is there; every address is complete."""
    for groups in _LINK.findall((CHECKOUT / name).read_text(encoding="utf-8")):
        target = next(filter(None, groups))
        if "://" in target:
            assert re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]+(/\S*)?", target), target
        else:
            assert ((CHECKOUT / name).parent / target.split("#", maxsplit=1)[0]).exists(), target


@pytest.mark.parametrize("name", NAMES)
def test_commands_exist(name: str) -> None:
    """Every command line that a page shows is one the program takes."""
    by_name = {parser.prog: parser for parser in parsers()}
    known = {name: set(re.findall(r"--[a-z][a-z-]+", parser.format_help())) for name, parser in by_name.items()}
    for line in _COMMAND.findall((CHECKOUT / name).read_text(encoding="utf-8")):
        words = line.split()
        program = " ".join(words[:2]) if " ".join(words[:2]) in known else "diffview"
        assert {word for word in words if word.startswith("--")} <= known[program], line


def test_files_that_the_examples_name_are_there() -> None:
    """Paths of examples in the docs lead to the examples that ship."""
    for path in PAGES:
        for name in re.findall(r"seeds/[a-z-]+/[a-z]+\.[a-z]+", path.read_text(encoding="utf-8")):
            assert (CHECKOUT / name).is_file(), f"{path.name}: {name}"


def test_the_docs_are_built_without_a_warning(tmp_path: Path) -> None:
    """Sphinx, told to take every warning for an error and every unknown reference for a warning, makes the pages."""
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "-d", str(tmp_path / "trees")]
    done = subprocess.run(
        [*command, str(CHECKOUT / "docs"), str(tmp_path / "pages")],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert (done.returncode, done.stderr) == (0, "")
    pages = {path.name for path in (tmp_path / "pages").glob("*.html")}
    assert {f"{path.stem}.html" for path in (CHECKOUT / "docs").glob("*.md")} <= pages
    addresses = re.findall(
        r'(?:src|href)="(https?://[^"]+)"', (tmp_path / "pages/index.html").read_text(encoding="utf-8")
    )
    assert not [address for address in addresses if address.endswith((".js", ".css", ".woff2", ".png"))]


def test_the_list_of_many_pairs_is_one(tmp_path: Path) -> None:
    """The list of pairs that the docs show is taken as it stands, and names examples that ship."""
    page = (CHECKOUT / "docs" / "many-pairs.md").read_text(encoding="utf-8")
    found = re.search(r"^```text\n(name,.*?)^```", page, re.M | re.S)
    assert found
    (tmp_path / "list.csv").write_text(found[1], encoding="utf-8")
    for pair in read_pairs(tmp_path / "list.csv"):
        assert not pair.trouble
        assert all(
            (CHECKOUT / "seeds" / Path(place).relative_to(tmp_path)).is_file() for place in (pair.left, pair.right)
        )
