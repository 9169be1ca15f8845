"""Does `diffview batch` say what it did, and end with the right status?"""

from __future__ import annotations

from pathlib import Path

import pytest

from diffview import cli
from diffview.comparison import default_encoder
from tests.fakes import FakeEncoder


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list of two pairs, and no real encoder."""
    for module in ("diffview.comparison", "diffview.batch.running"):
        monkeypatch.setattr(f"{module}.default_encoder", lambda _name="": FakeEncoder())
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"The ferry struck pier {name} on Monday.\n", encoding="utf-8")
    (tmp_path / "list.csv").write_text("left,right\na.txt,b.txt\na.txt,c.txt\n", encoding="utf-8")
    return tmp_path / "list.csv"


def test_all_compared(listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0, the sum of it, and where the index is."""
    assert cli.main(["batch", str(listed), "--out", str(tmp_path / "out")]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "2 pairs: 2 compared, 0 done before, 0 failed" in err
    assert f"wrote {tmp_path / 'out' / 'index.html'}" in err


def test_some_failed(listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1, and a line that names the pair and the file."""
    (tmp_path / "c.txt").unlink()
    assert cli.main(["batch", str(listed), "--out", str(tmp_path / "out")]) == 1
    err = capsys.readouterr().err
    assert f"diffview: a-c: {tmp_path / 'c.txt'}: there is no such file" in err
    assert "2 pairs: 1 compared, 0 done before, 1 failed" in err


def test_no_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2 and one line without a list."""
    assert cli.main(["batch", str(tmp_path / "gone.csv"), "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_words_alone_are_told(
    listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the encoder cannot be used the pairs are compared by words alone, and it is said once why."""
    for module in ("diffview.comparison", "diffview.batch.running"):
        monkeypatch.setattr(f"{module}.default_encoder", default_encoder)
    arguments = ["batch", str(listed), "--out", str(tmp_path / "out"), "--encoder", str(tmp_path / "gone")]
    assert cli.main(arguments) == 0
    assert capsys.readouterr().err.count("2 pairs were compared by words alone") == 1
    assert cli.main(arguments) == 0
    assert "0 compared, 2 done before" in capsys.readouterr().err
