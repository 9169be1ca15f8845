"""Does `diffview verify` say what holds, and end with the right status?"""

from __future__ import annotations

from pathlib import Path

import pytest

from diffview import cli
from tests.fakes import FakeEncoder

LEFT = "The harbour ferry struck the pier on Monday, injuring 14 passengers.\n"
RIGHT = "Nobody knows who was steering the ship.\n"


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the command line away from the real encoder."""
    monkeypatch.setattr("diffview.comparison.default_encoder", lambda _name="": FakeEncoder())


@pytest.fixture
def report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A report of two files, as the command line writes it."""
    for name, text in (("left.txt", LEFT), ("right.txt", RIGHT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    arguments = [str(tmp_path / name) for name in ("left.txt", "right.txt", "report.html")]
    assert cli.main(["compare", *arguments[:2], "--html", arguments[2]]) == 0
    capsys.readouterr()
    return tmp_path / "report.html"


def test_all_holds(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0: every line says that it holds."""
    assert cli.main(["verify", str(report)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7
    assert all(line.startswith("holds ") for line in lines)


def test_something_does_not(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1: an altered byte, and the line that says so."""
    report.write_bytes(report.read_bytes().replace(b"Nobody", b"nobody", 1))
    assert cli.main(["verify", str(report)]) == 1
    assert "DOES NOT HOLD  the report is as it was written: it was altered" in capsys.readouterr().out


def test_not_everything_can_be_checked(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2: an article is gone; the line names it and says what to do."""
    (report.parent / "left.txt").unlink()
    assert cli.main(["verify", str(report)]) == 2
    out = capsys.readouterr().out
    assert "not checked    the left article is unchanged" in out
    assert "name both articles after the report" in out


@pytest.mark.parametrize("name", ["gone.html", "left.txt", ""])
def test_trouble(report: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 and one line on standard error for what is no report."""
    assert cli.main(["verify", str(report.parent / name)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_one_article_alone(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Naming one article but not the other is a mistake that is explained."""
    assert cli.main(["verify", str(report), "left.txt"]) == 2
    assert "name both articles" in capsys.readouterr().err
