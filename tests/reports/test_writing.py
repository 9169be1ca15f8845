"""Does writing a report ever harm a file?"""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path

import pytest

from diffview.errors import ExportError
from diffview.reports import writing
from diffview.reports.writing import write_report


def names(folder: Path) -> list[str]:
    """The names of all files in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_new_file(tmp_path: Path) -> None:
    """A report is written as UTF-8, byte by byte, and nothing else is left in its folder."""
    write_report(tmp_path / "report.html", "ä“\n\r\n", [])
    assert (tmp_path / "report.html").read_bytes() == "ä“\n\r\n".encode()
    assert names(tmp_path) == ["report.html"]


def test_replaces_an_old_report(tmp_path: Path) -> None:
    """An older report is replaced and keeps its permissions."""
    old = tmp_path / "report.html"
    old.write_text("old")
    old.chmod(0o640)
    write_report(old, "new", [])
    assert (old.read_text(), old.stat().st_mode & 0o777) == ("new", 0o640)


def test_new_file_permissions(tmp_path: Path) -> None:
    """A new report can be read by those whom the user's file mask allows."""
    mask = os.umask(0o027)
    try:
        write_report(tmp_path / "report.html", "new", [])
    finally:
        os.umask(mask)
    assert (tmp_path / "report.html").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("way", ["path", "relative", "symlink", "hardlink"])
def test_never_overwrites_an_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """One of the compared files is never overwritten, by whatever name it is called."""
    article, alias = tmp_path / "left.txt", tmp_path / "alias.txt"
    article.write_text("precious")
    monkeypatch.chdir(tmp_path)
    if way == "symlink":
        alias.symlink_to(article)
    elif way == "hardlink":
        alias.hardlink_to(article)
    target = {"path": article, "relative": Path("./left.txt")}.get(way, alias)
    with pytest.raises(ExportError, match="is one of the compared files"):
        write_report(target, "report", ["", "gone.txt", str(article)])
    assert article.read_text() == "precious"


def test_writes_through_a_symlink(tmp_path: Path) -> None:
    """A link to a report stays a link, and the report behind it is replaced."""
    (tmp_path / "real.html").write_text("old")
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    write_report(tmp_path / "link.html", "new", [])
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_text() == "new"


def test_folder(tmp_path: Path) -> None:
    """A folder in place of a file is refused in one clear line that names it."""
    with pytest.raises(ExportError, match=f"^{re.escape(str(tmp_path))}: is a folder; [^\n]+$"):
        write_report(tmp_path, "report", [])


def test_missing_folder(tmp_path: Path) -> None:
    """A report in a folder that is not there is refused in one clear line that names it."""
    target = tmp_path / "nowhere" / "report.html"
    with pytest.raises(ExportError, match=f"^{re.escape(str(target))}: cannot be written: [^\n]+$"):
        write_report(target, "report", [])


def test_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full, the old report stays and nothing is left beside it."""
    (tmp_path / "report.html").write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(ExportError, match="cannot be written: No space left on device; choose another place"):
        write_report(tmp_path / "report.html", "new", [])
    assert (tmp_path / "report.html").read_text() == "old"
    assert names(tmp_path) == ["report.html"]


def test_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the user interrupts, the old report stays and nothing is left beside it."""
    (tmp_path / "report.html").write_text("old")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_report(tmp_path / "report.html", "new", [])
    assert ((tmp_path / "report.html").read_text(), names(tmp_path)) == ("old", ["report.html"])


def test_protected_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that the user may not write is not replaced, though its folder would allow it."""
    (tmp_path / "report.html").write_text("old")
    monkeypatch.setattr(writing.os, "access", lambda *_: False)
    with pytest.raises(ExportError, match="cannot be written: Permission denied"):
        write_report(tmp_path / "report.html", "new", [])
    assert (tmp_path / "report.html").read_text() == "old"


def test_pipe(tmp_path: Path) -> None:
    """A pipe is written to, not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write_report(pipe, "report", [])
    reader.join(10)
    assert (read, pipe.is_fifo()) == (["report"], True)
