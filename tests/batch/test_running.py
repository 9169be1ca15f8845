"""Is a batch finished however often it is killed, and is nothing done twice or lost?"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from diffview.batch.index import write_index
from diffview.batch.pairs import Pair, read_pairs
from diffview.batch.running import Outcome, report_of, run
from diffview.comparison import compare
from diffview.errors import ExportError
from diffview.model import Corrections, EncoderInfo, Mark, Options, Role, Side
from diffview.reading import read_article
from diffview.reports.html import render_html
from diffview.reports.json import render_json
from diffview.reports.seal import is_sealed
from tests.fakes import FakeEncoder

WORDS = Options(encoder="words")
COUNT = 8
_SLOWLY = """
import os, signal, sys
from diffview.reports import writing
left = int(sys.argv[1])
real = writing.os.fsync
def fsync(handle):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    real(handle)
writing.os.fsync = fsync
from diffview.cli import main
sys.exit(main(["batch", *sys.argv[2:], "--encoder", "words"]))
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list of pairs of small articles."""
    rows = ["left,right,name"]
    for number in range(COUNT):
        for side, place in (("left", "pier"), ("right", "quay")):
            text = f"Ferry {number} struck the {place} on Monday.\nIt was built in 19{number:02}.\n"
            (tmp_path / f"{side}{number}.txt").write_text(text, encoding="utf-8")
        rows.append(f"left{number}.txt,right{number}.txt,pair {number}")
    (tmp_path / "list.csv").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path / "list.csv"


def outcomes(listed: Path, folder: Path, **how: FakeEncoder) -> list[Outcome]:
    """What becomes of the pairs of a list."""
    return list(run(read_pairs(listed, Options() if how else WORDS), folder, [str(listed)], **how))


def fresh(listed: Path, folder: Path, **how: FakeEncoder) -> list[str]:
    """The pairs that are compared in this run."""
    return [each.pair.name for each in outcomes(listed, folder, **how) if each.fresh]


def files(folder: Path) -> dict[str, bytes]:
    """All that is in a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_one_go(listed: Path, folder: Path) -> dict[str, bytes]:
    """What a batch writes that nobody stops."""
    write_index(outcomes(listed, folder), folder)
    return files(folder)


def test_reports_and_index(listed: Path, tmp_path: Path) -> None:
    """Each pair gets its page and its JSON, both sealed, beside an index in three forms."""
    found = in_one_go(listed, tmp_path / "out")
    names = {f"pairs/pair-{number}{ending}" for number in range(COUNT) for ending in (".html", ".json")}
    assert set(found) == names | {"index.html", "index.csv", "index.json"}
    assert all(is_sealed(found[name]) for name in names)


@pytest.mark.parametrize("kills", [(1, 2), (3, 10), (COUNT * 2 + 1, 1), (COUNT * 2 + 3, 2)])
def test_killed_twice(listed: Path, tmp_path: Path, kills: tuple[int, int]) -> None:
    """Killed twice while a file is written, and resumed, a batch gives byte for byte what it gives in one go."""
    folder = tmp_path / "killed"
    command = [sys.executable, "-c", _SLOWLY]
    for writes in (*kills, 0):
        found = subprocess.run(
            [*command, str(writes), str(listed), "--out", str(folder)], check=False, capture_output=True
        )
        assert found.returncode == (-signal.SIGKILL if writes else 0)
        whole = {name: data for name, data in files(folder).items() if name.startswith("pairs/pair")}
        assert all(map(is_sealed, whole.values()))
    assert files(folder) == in_one_go(listed, tmp_path / "whole")


def test_nothing_is_done_twice(listed: Path, tmp_path: Path) -> None:
    """A second run compares nothing and says the same."""
    first, second = (outcomes(listed, tmp_path / "out") for _ in range(2))
    assert [each.fresh for each in (*first, *second)] == [True] * COUNT + [False] * COUNT
    assert [each.table for each in first] == [each.table for each in second]


def _article(listed: Path, _folder: Path) -> None:
    (listed.parent / "right3.txt").write_text("Something else.\n", encoding="utf-8")


def _half_page(_listed: Path, folder: Path) -> None:
    page = folder / "pairs" / "pair-3.html"
    page.write_bytes(page.read_bytes()[:-100])


def _no_json(_listed: Path, folder: Path) -> None:
    (folder / "pairs" / "pair-3.json").unlink()


def _other_page(_listed: Path, folder: Path) -> None:
    (folder / "pairs" / "pair-3.html").write_bytes((folder / "pairs" / "pair-4.html").read_bytes())


def _other_options(listed: Path, _folder: Path) -> None:
    rows = listed.read_text(encoding="utf-8").split("\n")
    listed.write_text("\n".join([f"{rows[0]},link_above", *rows[1:4], f"{rows[4]},0.9", *rows[5:]]), encoding="utf-8")


def _corrected(listed: Path, folder: Path) -> None:
    left, right = (read_article(listed.parent / f"{side}3.txt") for side in ("left", "right"))
    corrections = Corrections(marks=(Mark(Side.LEFT, "It was built in 1903.", Role.FURNITURE),))
    comparison = compare(left, right, options=WORDS, corrections=corrections)
    (folder / "pairs" / "pair-3.html").write_text(render_html(comparison), encoding="utf-8")
    (folder / "pairs" / "pair-3.json").write_text(render_json(comparison), encoding="utf-8")


@pytest.mark.parametrize("change", [_article, _half_page, _no_json, _other_page, _other_options, _corrected])
def test_what_changed_is_done_again(listed: Path, tmp_path: Path, change: object) -> None:
    """A pair whose article or options changed, or whose reports are damaged or not its own, is compared again alone."""
    outcomes(listed, tmp_path / "out")
    assert callable(change)
    change(listed, tmp_path / "out")
    assert fresh(listed, tmp_path / "out") == ["pair-3"]
    assert fresh(listed, tmp_path / "out") == []


def test_another_model_or_version_does_all_again(listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing counts as done that another model or another version of the program made."""
    other = FakeEncoder()
    other.info = EncoderInfo("fake", "1" * 64)
    outcomes(listed, tmp_path / "out", encoder=FakeEncoder())
    assert fresh(listed, tmp_path / "out", encoder=FakeEncoder()) == []
    assert len(fresh(listed, tmp_path / "out", encoder=other)) == COUNT
    monkeypatch.setattr("diffview.batch.running.program_version", lambda: "99")
    assert len(fresh(listed, tmp_path / "out", encoder=other)) == COUNT


def test_a_bad_pair_is_skipped(listed: Path, tmp_path: Path) -> None:
    """An article that cannot be read is the trouble of its pair; all others are compared."""
    (listed.parent / "left2.txt").unlink()
    found = outcomes(listed, tmp_path / "out")
    assert [each.pair.name for each in found if each.trouble] == ["pair-2"]
    assert "left2.txt: there is no such file" in found[2].trouble
    assert sum(each.table is not None for each in found) == COUNT - 1


def test_a_fault_is_skipped(listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program in one pair does not end the others."""
    real = run.__globals__["render_html"]

    def render(comparison: object) -> str:
        if "Ferry 5" in getattr(comparison, "left").article.text:  # noqa: B009 - any object
            raise RuntimeError("boom")
        return str(real(comparison))

    monkeypatch.setitem(run.__globals__, "render_html", render)
    assert [each.trouble for each in outcomes(listed, tmp_path / "out") if each.trouble] == [
        "this is a fault of the program, please report it: RuntimeError('boom')"
    ]


@pytest.mark.parametrize("ending", [".html", ".json"])
def test_never_over_an_article(listed: Path, tmp_path: Path, ending: str) -> None:
    """A report that would replace an article ends the batch; the article is as it was."""
    article = tmp_path / "pairs" / f"pair{ending}"
    article.parent.mkdir()
    article.write_text("Precious words.\n")
    pair = Pair("pair", str(article), str(tmp_path / "right1.txt"), WORDS)
    with pytest.raises(ExportError, match="is one of the compared files"):
        list(run([pair], tmp_path))
    assert article.read_text() == "Precious words.\n"


def test_the_index_is_never_over_the_list(listed: Path, tmp_path: Path) -> None:
    """A list called index.csv in the folder of the batch is not replaced."""
    own = listed.rename(tmp_path / "index.csv")
    with pytest.raises(ExportError, match="is one of the compared files"):
        write_index(outcomes(own, tmp_path), tmp_path, [str(own)])
    assert own.read_text(encoding="utf-8").startswith("left,right")


def test_two_at_once(listed: Path, tmp_path: Path) -> None:
    """A second batch does not write into the folder of one that runs."""
    pairs = read_pairs(listed, WORDS)
    running: Iterator[Outcome] = run(pairs, tmp_path / "out")
    next(running)
    with pytest.raises(ExportError, match="another batch is writing here"):
        next(run(pairs, tmp_path / "out"))
    assert len(list(running)) == COUNT - 1


def test_a_file_for_a_folder(listed: Path) -> None:
    """A folder that cannot be made is said in one line."""
    with pytest.raises(ExportError, match="is no folder to write to"):
        outcomes(listed, listed)


def test_names_stay_in_the_folder(listed: Path, tmp_path: Path) -> None:
    """A name with a path in it leads nowhere else."""
    listed.write_text("left,right,name\nleft1.txt,right1.txt,../../evil\n", encoding="utf-8")
    (found,) = outcomes(listed, tmp_path / "out")
    assert report_of(tmp_path / "out", found.pair, ".html").resolve().parent == (tmp_path / "out" / "pairs").resolve()
    assert json.loads((tmp_path / "out" / "pairs" / "evil.json").read_text())["left"]["path"].endswith("left1.txt")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["pairs"]
