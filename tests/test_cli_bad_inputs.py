"""Does every hostile or broken file have its agreed outcome on the command line, by the real `main`?"""

from __future__ import annotations

import inspect
import json
import os
from pathlib import Path

import pytest

from diffview import cli
from diffview.reading import worker
from diffview.reading.article import article_of
from diffview.reports.visible import pieces
from tests.badinputs import FOLDER, OTHERS, Expected, expected, made

pytestmark = pytest.mark.timeout(120)
collected = pytest.mark.skipif(not expected(), reason=f"the collection of bad inputs is not at {FOLDER}")


@pytest.fixture
def other(tmp_path: Path) -> str:
    """An ordinary article."""
    (tmp_path / "other.txt").write_text("The ferry struck the pier at dawn.\n\nNobody was killed.", encoding="utf-8")
    return str(tmp_path / "other.txt")


@collected
@pytest.mark.parametrize("case", expected(), ids=lambda case: case.path.name)
def test_outcome(case: Expected, other: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The file is compared (status 0) or refused in one line with its name (status 2), as agreed."""
    table, page = tmp_path / "out.json", tmp_path / "out.html"
    outputs = ["--json", str(table), "--html", str(page)]
    status = cli.main(["compare", str(case.path), other, "--encoder", "words", *outputs])
    told = capfd.readouterr()
    assert told.out == ""
    assert all(char.isprintable() or char == "\n" for char in told.err)
    if case.is_refused:
        assert status == 2
        assert told.err.count("\n") == 1
        assert told.err.startswith(f"diffview: {case.path}: ")
        assert not table.exists()
    else:
        assert status == 0
        _assert_neutral(table.read_bytes().decode("utf-8"), page.read_bytes().decode("utf-8"))


def _assert_neutral(table: str, page: str) -> None:
    """Assert that nothing hidden stands in what was written, and that the file's notices are there."""
    found = json.loads(table)
    assert "NaN" not in table
    assert not any(hidden for _, hidden in pieces(table))
    assert not any(hidden for _, hidden in pieces(page))
    assert all(f">{notice}" in page or notice.split(":")[0] in page for notice in found["left"]["notices"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize(("name", "reason"), OTHERS.items())
def test_what_is_no_file(name: str, reason: str, other: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A pipe, a folder, a link to itself and a device are refused in one line with their name and the reason."""
    path = made(name, tmp_path)
    assert cli.main(["compare", str(path), other, "--encoder", "words"]) == 2
    assert capfd.readouterr().err == f"diffview: {path}: {reason}\n"


@collected
@pytest.mark.parametrize("name", ["11_bidi_trojan.txt", "12_control_chars.txt", "20_xss.txt"])
def test_the_summary_on_a_terminal(name: str, other: str, capfd: pytest.CaptureFixture[str]) -> None:
    """No control or direction character of a file reaches the terminal, and the summary says that there are some."""
    assert cli.main(["compare", str(FOLDER / name), other, "--encoder", "words"]) == 0
    told = capfd.readouterr()
    assert all(char.isprintable() or char == "\n" for char in told.out + told.err)
    assert ("characters" in told.out) == (name != "20_xss.txt")


def test_limits_of_time_and_memory() -> None:
    """Whatever needs a parser is read by a worker that is held to 10 seconds and 1 GB."""
    assert worker.SECONDS <= 10
    assert worker.MEMORY <= 1_000_000_000
    assert inspect.signature(article_of).parameters["parse"].default is worker.read_apart
    assert inspect.signature(worker.read_apart).parameters["seconds"].default == worker.SECONDS
