"""Tests of reading ahead in a child process."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest

from diffview.errors import Cancelled, ReadError
from diffview.model import Article, Side
from diffview.reading import ahead, read_article
from diffview.reading.ahead import Ahead, read_ahead

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is read ahead here"),
    pytest.mark.filterwarnings("ignore:This process.*is multi-threaded:DeprecationWarning"),  # pytest has threads
]
_PATIENCE = 30
_STORY = "Ferry stays\n\nThe harbour ferry stays, the council said on Monday, and nobody objected to that.\n"


@pytest.fixture
def story(tmp_path: Path) -> str:
    """The path of a short article."""
    path = tmp_path / "story.txt"
    path.write_text(_STORY, encoding="utf-8")
    return str(path)


@contextmanager
def reading(*paths: str, encodings: tuple[str | None, ...] = (None, None)) -> Iterator[Ahead]:
    """Read these ahead, and leave no child behind."""
    begun = read_ahead(paths, encodings)
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
        found = begun.articles(_PATIENCE)
    assert found == {Side.LEFT: read_article(story), Side.RIGHT: read_article(story, "windows-1252")}
    assert not begun.waiting


def test_the_child_is_gone_when_it_is_closed(story: str) -> None:
    """No process is left, not even a dead one."""
    with reading(story) as begun:
        child = begun._child
        begun.articles(_PATIENCE)
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
        assert begun.articles(_PATIENCE) == {}
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


def test_without_fork_everything_is_read_as_ever(story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process can be forked nothing is ahead, and nothing is missing."""
    monkeypatch.delattr(os, "fork")
    with reading(story) as begun:
        assert begun.articles(0) == {}
        assert begun.load(Side.LEFT)(nobody_asks) == read_article(story)


def titles(left: Article, right: Article) -> str:
    """Make something of two articles."""
    return f"{left.title} | {right.title}"


def test_something_is_made_of_both(story: str) -> None:
    """What is made of the articles that were taken comes once, and then the child is gone."""
    with closing(read_ahead([story, story], [None, None], titles)) as begun:
        found, child = begun.articles(_PATIENCE), begun._child
        assert begun.made_of(found[Side.LEFT], found[Side.RIGHT], nobody_asks) == "Ferry stays | Ferry stays"
        assert begun.made_of(found[Side.LEFT], found[Side.RIGHT], nobody_asks) is None
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


def test_nothing_is_made_of_other_articles(story: str) -> None:
    """Asked about an article that was opened later, there is nothing, at once."""
    with closing(read_ahead([story, story], [None, None], lambda *_: signal.pause())) as begun:
        found = begun.articles(_PATIENCE)
        assert begun.made_of(found[Side.LEFT], Article.from_text("Another one."), give_up) is None


def test_nothing_is_made_of_one_or_of_long_ones(story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a single article nothing is made, nor of two that are long."""
    with closing(read_ahead([story], [None], titles)) as begun:
        left = begun.articles(_PATIENCE)[Side.LEFT]
        assert begun.made_of(left, left, nobody_asks) is None
    monkeypatch.setattr(ahead, "_LONG", 10)
    with closing(read_ahead([story, story], [None, None], titles)) as begun:
        found = begun.articles(_PATIENCE)
        assert begun.made_of(found[Side.LEFT], found[Side.RIGHT], nobody_asks) is None


def test_nobody_needs_to_wait(story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting ends when nobody waits any more, however long the child takes."""
    monkeypatch.setattr(ahead, "_send", lambda *_: Event().wait())
    with reading(story) as begun:
        child = begun._child
        assert begun.articles(0) == {}
        with pytest.raises(Cancelled):
            begun.load(Side.LEFT)(give_up)
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)
