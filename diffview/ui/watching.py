"""What happens when the file of an open article changes on disk?

Nothing by itself: what was read stays open, and the reader is offered the new text. Files are told apart by their
bytes, so that an editor that saves by putting a new file in place, or a file that is deleted and written anew, counts
as one change, and a session that is opened long after it was saved is checked in the same way.
"""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QWidget

from diffview.errors import ReadError
from diffview.model import Article, Side
from diffview.reading.files import read_bytes
from diffview.reading.naming import name_of
from diffview.ui.compare_view import CompareView
from diffview.ui.message_bar import MessageBar
from diffview.ui.session import Session

_PAUSE = 250
"""Milliseconds that a file is left to settle: saving is often several steps."""
_Signature = tuple[int, int, int] | None


class State(StrEnum):
    """How a file stands to what was read of it."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


class Watching(QObject):
    """Watches the files of one window and offers to reload them."""

    def __init__(self, session: Session, view: CompareView, message: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._view, self._message = session, view, message
        self._states: dict[Side, State] = {}
        self._seen: dict[str, _Signature] = {}
        self._said = ""
        self._watcher = QFileSystemWatcher(self)
        self._settled = QTimer(self, singleShot=True, interval=_PAUSE)
        self._settled.timeout.connect(self._look)
        self._watcher.fileChanged.connect(lambda _path: self._settled.start())
        self._watcher.directoryChanged.connect(lambda _path: self._settled.start())
        session.article_changed.connect(self._on_article)
        session.swapped.connect(self._on_swapped)

    def reload(self) -> None:
        """Read the files again that have changed, or all that are open; corrections stay with their texts."""
        changed = [side for side, state in self._states.items() if state is State.CHANGED]
        for side in changed or list(Side):
            article = self._session.articles[side]
            if article is not None and article.path:
                encoding = article.encoding if article.encoding_chosen else None
                self._session.open_file(side, article.path, encoding)

    # ---- looking -------------------------------------------------------------------------------------------------

    def _on_article(self, side: Side, article: Article | None) -> None:
        self._states.pop(side, None)
        self._watch()
        if article is not None and article.path:
            self._seen[article.path] = _signature(article.path)
            self._check(side, article)
        self._tell()

    def _on_swapped(self) -> None:
        self._states = {side.other: state for side, state in self._states.items()}
        self._show_news()

    def _watch(self) -> None:
        """Watch the files that are open, and their folders, since a file put in place of another is a new one."""
        paths = {article.path for article in self._session.articles.values() if article and article.path}
        wanted = {str(each) for path in paths for each in (Path(path), Path(path).parent) if each.exists()}
        known = {*self._watcher.files(), *self._watcher.directories()}
        if gone := sorted(known - wanted):
            self._watcher.removePaths(gone)
        if new := sorted(wanted - known):
            self._watcher.addPaths(new)

    def _look(self) -> None:
        """Check what is not as it was last seen."""
        self._watch()
        for side, article in self._session.articles.items():
            if article is not None and article.path:
                signature = _signature(article.path)
                if signature != self._seen.get(article.path):
                    self._check(side, article)
        for article in self._session.articles.values():
            if article is not None and article.path:
                self._seen[article.path] = _signature(article.path)

    def _check(self, side: Side, article: Article) -> None:
        self._session.worker.run(
            partial(_state, article.path, article.sha256), partial(self._on_checked, article, side in self._states)
        )

    def _on_checked(self, article: Article, was_there: bool, state: State) -> None:
        """Take in how a file stands; one that was missing from the start is only mentioned above its pane."""
        side = next((side for side, each in self._session.articles.items() if each is article), None)
        if side is None or self._states.get(side) is state:
            return
        self._states[side] = state
        self._tell()
        if state is State.GONE and was_there:
            gone = self.tr("{name} is no longer there. What was read of it stays open.")
            self._message.note(gone.format(name=name_of(article)))

    # ---- telling -------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        self._show_news()
        names = [
            name_of(article)
            for side, article in self._session.articles.items()
            if article is not None and self._states.get(side) is State.CHANGED
        ]
        if names:
            one = self.tr("{name} has changed on disk since it was read.").format(name=names[0])
            said = one if len(names) == 1 else self.tr("Both files have changed on disk since they were read.")
            self._message.offer(said, self.tr("Reload"), self.reload, self._message.hide, self._tell)
            self._said = self._message.text
        elif self._said and self._message.text == self._said:
            self._message.hide()

    def retranslate(self) -> None:
        """Say what is new of the files in the language that is spoken now."""
        self._show_news()

    def _show_news(self) -> None:
        news = {State.CHANGED: self.tr("changed on disk"), State.GONE: self.tr("no longer on disk")}
        for side, header in self._view.headers.items():
            header.show_news(news.get(self._states.get(side, State.SAME), ""))


def _signature(path: str) -> _Signature:
    """Return what changes when a file is written or replaced, None when it is not there."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _state(path: str, digest: str) -> State:
    """Read a file and return how it stands to the bytes with this hash."""
    try:
        return State.SAME if sha256(read_bytes(path)).hexdigest() == digest else State.CHANGED
    except ReadError:
        return State.GONE
