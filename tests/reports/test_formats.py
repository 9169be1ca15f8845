"""Is every form of report known by its file's ending, written whole, and never over an article?"""

from __future__ import annotations

import gc
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from diffview.errors import ExportError
from diffview.reports.formats import FORMATS, Format, format_of
from diffview.reports.writing import write_report
from tests.reports.sample import sample

NOBODY = 65534
EACH = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)


@EACH
def test_known_by_its_ending(form: Format) -> None:
    """A file's ending asks for a form, in letters of any size."""
    assert format_of(f"/a.b/report{form.ending.upper()}") is form


@pytest.mark.parametrize("name", ["report", "report.txt", ".html.d/report", ""])
def test_other_endings_are_none(name: str) -> None:
    """Another ending asks for no form."""
    assert format_of(name) is None


@EACH
@pytest.mark.parametrize("way", ["path", "symlink", "hardlink"])
def test_never_over_an_article(form: Format, way: str, tmp_path: Path) -> None:
    """No form of report replaces one of the articles, by whatever name it is called."""
    article, alias = tmp_path / f"article{form.ending}", tmp_path / f"alias{form.ending}"
    article.write_text("precious")
    if way == "symlink":
        alias.symlink_to(article)
    elif way == "hardlink":
        alias.hardlink_to(article)
    with pytest.raises(ExportError, match="is one of the compared files"):
        write_report(article if way == "path" else alias, form.render(sample()), [str(article)])
    assert article.read_text() == "precious"


@EACH
def test_a_full_disk_leaves_the_old_file(form: Format, tmp_path: Path) -> None:
    """When no more can be written in the middle of a report, the old one stays, and nothing is left beside it."""
    target, content = tmp_path / f"report{form.ending}", form.render(sample())
    target.write_text("old")
    size = len(content.encode() if isinstance(content, str) else content)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size - 10, before[1]))
    try:
        with pytest.raises(ExportError, match="cannot be written: File too large; choose another place"):
            write_report(target, content)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (target.read_text(), [path.name for path in tmp_path.iterdir()]) == ("old", [target.name])


@EACH
def test_a_kill_leaves_the_old_file(form: Format, tmp_path: Path) -> None:
    """Killed while the report is written, the program leaves the old one as it was."""
    target = tmp_path / f"report{form.ending}"
    target.write_text("old")
    code = (
        "import os, sys; from diffview.reports import writing\n"
        "writing.os.fsync = lambda _: os.kill(os.getpid(), 9)\n"
        "writing.write_report(sys.argv[1], b'new')"
    )
    found = subprocess.run([sys.executable, "-c", code, str(target)], check=False)
    assert (found.returncode, target.read_text()) == (-signal.SIGKILL, "old")


@EACH
def test_no_permission_leaves_the_old_file(form: Format) -> None:
    """In a folder that may not be written to, the old report stays."""
    content = form.render(sample())
    with TemporaryDirectory() as folder:
        target = Path(folder) / f"report{form.ending}"
        target.write_text("old")
        Path(folder).chmod(0o555)
        with somebody(), pytest.raises(ExportError, match="cannot be written: Permission denied"):
            write_report(target, content)
        assert target.read_text() == "old"
        Path(folder).chmod(0o755)


@contextmanager
def somebody() -> Iterator[None]:
    """Be somebody whom permissions hold for, also where the tests are run by root."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@EACH
def test_nothing_is_left_of_it(form: Format) -> None:
    """What a report is made of is gone once it is written, without any collection: a window puts these off."""
    comparison = sample()
    form.render(comparison)
    gc.collect()
    gc.disable()
    form.render(comparison)
    left = gc.collect()
    gc.enable()
    assert left == 0
