"""Tests of reading ahead in a child process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from diffview.commands.ahead import begin, command
from diffview.comparison import compare
from diffview.errors import Cancelled, ReadError
from diffview.model import Article, Comparison, Options, Side
from diffview.reading import AHEAD_FLAG, ahead, read_article
from diffview.reading.ahead import Ahead, read_ahead
from diffview.reading.child import start_child

pytestmark = pytest.mark.skipif(not hasattr(os, "posix_spawn"), reason="nothing is read ahead here")
_SLEEPS = (sys.executable, "-c", "import time; time.sleep(600)")
_PATIENCE = 30
_STORY = "Ferry stays\n\nThe harbour ferry stays, the council said on Monday, and nobody objected to that.\n"


@pytest.fixture
def story(tmp_path: Path) -> str:
    """The path of a short article."""
    path = tmp_path / "story.txt"
    path.write_text(_STORY, encoding="utf-8")
    return str(path)


@contextmanager
def reading(
    *paths: str, encodings: tuple[str | None, ...] = (None, None), by: Sequence[str] | None = None
) -> Iterator[Ahead]:
    """Read these ahead, and leave no child behind."""
    begun = read_ahead(
        paths, encodings, start_child(command() if by is None else by, paths, encodings) if by != () else None
    )
    try:
        yield begun
    finally:
        begun.close()


def nobody_asks() -> None:
    """Go on waiting."""


def give_up() -> None:
    """Wait no longer."""
    raise Cancelled("nobody waits")


def test_an_article_is_the_one_that_would_be_read(story: str) -> None:
    """What the child reads is what `read_article` reads, title, furniture and all."""
    with reading(story, story, encodings=(None, "windows-1252")) as begun:
        found = dict(begun.articles(_PATIENCE))
    assert found == {Side.LEFT: read_article(story), Side.RIGHT: read_article(story, "windows-1252")}
    assert not begun.waiting


def test_the_child_is_gone_when_it_is_closed(story: str) -> None:
    """No process is left, not even a dead one."""
    with reading(story) as begun:
        child = begun._child
        dict(begun.articles(_PATIENCE))
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_a_page_is_read_too(tmp_path: Path) -> None:
    """A format that needs a process of its own is read ahead like any other."""
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><article><h1>Ferry</h1><p>{_STORY}</p></article></body></html>", encoding="utf-8")
    with reading(str(path)) as begun:
        assert begun.load(Side.LEFT)(nobody_asks) == read_article(path)


def test_addresses_and_sessions_are_left_to_the_window(story: str) -> None:
    """Nothing is fetched ahead, and a session is no article."""
    with reading("https://example.org/story", "work.diffview") as begun:
        assert not begun.wanted
    with reading("https://example.org/story", story) as begun:
        assert set(begun.wanted) == {Side.RIGHT}


def test_what_cannot_be_read_says_why_as_ever(tmp_path: Path) -> None:
    """The child sends nothing of a file that is not there; the window's own reading says so."""
    with reading(str(tmp_path / "nowhere.txt")) as begun:
        assert dict(begun.articles(_PATIENCE)) == {}
        assert begun.waiting == {Side.LEFT}
        with pytest.raises(ReadError, match="there is no such file"):
            begun.load(Side.LEFT)(nobody_asks)


def test_a_file_that_changed_meanwhile_is_read_again(story: str) -> None:
    """An article is not taken when its file was written after the child had read it."""
    with reading(story) as begun:
        pipe = begun._pipes[Side.LEFT]
        assert pipe.is_full(_PATIENCE) or pipe.data
        begun._pipes[Side.LEFT] = ahead._Pipe(_spoken(bytes(pipe.data)))
        Path(story).write_text("Something else was written here in between.", encoding="utf-8")
        assert begun.load(Side.LEFT)(nobody_asks).text.startswith("Something else")


def _spoken(data: bytes) -> int:
    """Return the reading end of a pipe that holds these bytes."""
    end, other = os.pipe()
    os.write(other, data)
    os.close(other)
    return end


def test_a_child_that_dies_is_no_loss(story: str) -> None:
    """When the child is killed the article is read in the usual way."""
    with reading(story) as begun:
        os.kill(begun._child, signal.SIGKILL)
        assert begun.load(Side.LEFT)(nobody_asks) == read_article(story)


@pytest.mark.parametrize("by", [(), ("/nowhere/python",), (sys.executable, "-c", "raise SystemExit(3)")])
def test_without_a_child_everything_is_read_as_ever(story: str, by: Sequence[str]) -> None:
    """Where no process can be started, or it cannot do anything, nothing is ahead and nothing is missing."""
    with reading(story, by=by) as begun:
        assert dict(begun.articles(_PATIENCE)) == {}
        assert begun.load(Side.LEFT)(nobody_asks) == read_article(story)


def _open_files() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def test_no_pipe_is_left_open(story: str) -> None:
    """Neither end of a pipe stays open in this process when no child could be started."""
    with reading(story, story, by=("/nowhere/python",)) as begun:
        before = _open_files()
        assert dict(begun.articles(_PATIENCE)) == {}
        assert begun.made_of(Article(""), Article(""), nobody_asks) is None
        assert _open_files() == before - 3


def test_a_path_may_look_like_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read whatever it is called, and from whatever folder."""
    monkeypatch.chdir(tmp_path)
    Path("--read-ahead").write_text(_STORY, encoding="utf-8")
    with reading("--read-ahead") as begun:
        assert dict(begun.articles(_PATIENCE))[Side.LEFT].text == read_article("--read-ahead").text


def test_modules_that_lie_about_are_not_loaded(story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The child does not take a module from the folder in which the program is called."""
    monkeypatch.chdir(tmp_path)
    Path("pickle.py").write_text("raise SystemExit(3)\n", encoding="utf-8")
    with reading(story) as begun:
        assert set(dict(begun.articles(_PATIENCE))) == {Side.LEFT}


def test_both_are_compared_by_words(story: str) -> None:
    """The comparison of the articles that were taken comes once, and then the child is gone."""
    with reading(story, story) as begun:
        found, child = dict(begun.articles(_PATIENCE)), begun._child
        made = begun.made_of(found[Side.LEFT], found[Side.RIGHT], nobody_asks)
        assert isinstance(made, Comparison)
        assert made.links == compare(*found.values(), options=Options(encoder="words")).links
        assert begun.made_of(found[Side.LEFT], found[Side.RIGHT], nobody_asks) is None
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


def test_other_articles_are_not_compared(story: str) -> None:
    """Asked about an article that was opened later, there is nothing, at once."""
    with reading(story, story) as begun:
        found = dict(begun.articles(_PATIENCE))
        assert begun.made_of(found[Side.LEFT], Article.from_text("Another one."), give_up) is None


def test_one_article_is_not_compared(story: str) -> None:
    """Of a single article nothing is made."""
    with reading(story) as begun:
        left = dict(begun.articles(_PATIENCE))[Side.LEFT]
        assert begun.made_of(left, left, nobody_asks) is None


def test_long_articles_are_not_compared(tmp_path: Path) -> None:
    """Of two articles that are long nothing is made, and they are read all the same."""
    path = tmp_path / "long.txt"
    path.write_text(_STORY * 1000, encoding="utf-8")
    with reading(str(path), str(path)) as begun:
        found = dict(begun.articles(_PATIENCE))
        assert begun.made_of(found[Side.LEFT], found[Side.RIGHT], nobody_asks) is None


@pytest.mark.parametrize(
    "arguments",
    [[], ["compare", "a", "b"], ["--language", "de"], ["a", "-b"], ["https://example.org/a"], ["a", "b", "c"]],
)
def test_a_command_line_that_is_more_than_articles_begins_nothing(arguments: list[str]) -> None:
    """The child starts at once only where no word could mean anything but an article."""
    assert begin(arguments) is None


def test_a_bundle_is_its_own_child(story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bundled program reads ahead when it is called with the word for it."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, AHEAD_FLAG]
    with reading(story, by=[sys.executable, "-m", "diffview", AHEAD_FLAG]) as begun:
        assert dict(begun.articles(_PATIENCE))[Side.LEFT] == read_article(story)


def test_nothing_is_said_by_the_child(tmp_path: Path) -> None:
    """What goes wrong in the child is not seen where the program was called."""
    code = """
import sys
from diffview.reading.ahead import read_ahead
from diffview.reading.child import start_child
child = start_child([sys.executable, "-c", "print('out'); raise SystemExit('error')"], [sys.argv[1]], [None])
ahead = read_ahead([sys.argv[1]], [None], child)
assert dict(ahead.articles(30)) == {}
"""
    called = [sys.executable, "-c", code, str(tmp_path / "nowhere.txt")]
    done = subprocess.run(called, capture_output=True, text=True, timeout=_PATIENCE, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_nobody_needs_to_wait(story: str) -> None:
    """Waiting ends when nobody waits any more, however long the child takes."""
    with reading(story, by=_SLEEPS) as begun:
        child = begun._child
        assert dict(begun.articles(0)) == {}
        with pytest.raises(Cancelled):
            begun.load(Side.LEFT)(give_up)
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)
