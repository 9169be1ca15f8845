"""Does the self-test say what works, and notice what does not?"""

from __future__ import annotations

from pathlib import Path

import pytest

from diffview import cli, selftest


def test_it_counts_what_failed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Every check has its line, whatever became of those before, and one failure is trouble."""

    def broken(_folder: Path) -> str:
        raise OSError("no such library")

    monkeypatch.setattr(selftest, "_CHECKS", (("first", broken), ("second", lambda folder: folder.name[:8])))
    assert cli.main(["--selftest"]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("FAIL  first: OSError: no such library")
    assert lines[2].startswith("ok    second: diffview")
    assert lines[3] == "1 of 2 checks failed"


@pytest.mark.parametrize("check", [selftest._resources, selftest._formats])
def test_what_needs_no_encoder_passes_here(check: object, tmp_path: Path) -> None:
    """The program's own files are found, and each kind of file is read in its worker."""
    assert callable(check)
    assert check(tmp_path)


def test_the_small_pdf_is_a_pdf(tmp_path: Path) -> None:
    """What the self-test has read as a PDF was one."""
    assert selftest._pdf().startswith(b"%PDF-")
    selftest._formats(tmp_path)
    assert (tmp_path / "print.pdf").is_file()


def test_every_folder_of_resources_is_looked_for() -> None:
    """What ships with the program is what the self-test asks for."""
    assert selftest._FOLDERS.split() == sorted(path.name for path in selftest.resource().iterdir() if path.is_dir())


def test_missing_resources_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An installation without its files says which are missing."""
    monkeypatch.setattr(selftest, "resource", lambda name: tmp_path / name)
    with pytest.raises(selftest.Failed, match="fonts, icons"):
        selftest._resources(tmp_path)


@pytest.mark.encoder
def test_the_whole_of_it_passes(capsys: pytest.CaptureFixture[str]) -> None:
    """With the real encoder, prepared first, everything works: encoding, comparing, reporting, the window."""
    assert cli.main(["--selftest"]) == 0, capsys.readouterr().out
    assert capsys.readouterr().out.splitlines()[-1].startswith("all ")
