"""How does the window start, so that the articles are there at once?

A child process has begun to read them. Before they are painted nothing is loaded but what can be seen; the encoder
lives in a child process too, which starts when the first article is opened.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from diffview.model import Side
from diffview.reading.ahead import Ahead
from diffview.resources import examples, resource
from diffview.ui.language import speak
from diffview.ui.main_window import MainWindow
from diffview.ui.page import timer
from diffview.ui.preferences import PreferencesFile
from diffview.ui.theme import interface_font

if TYPE_CHECKING:  # loaded when the articles are on the screen
    from diffview.ui.faults import Faults
    from diffview.ui.welcome import Pair
    from diffview.ui.worker import Engine

_UNSEEN = 3000
"""Milliseconds after which files are opened in a window that nobody sees, such as one that starts minimised."""
_CALM = 1000
"""Milliseconds after which what nobody waits for is done."""
_NEARLY_THERE = 0.3
"""Seconds that the first painting may wait for the articles: a window that fills at once is calmer."""
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.DragEnter,
        QEvent.Type.Close,
    }
)
"""What a reader does to a window."""


def run(
    paths: Sequence[str], encodings: Sequence[str | None] = (), language: str = "", ahead: Ahead | None = None
) -> int:
    """Open the window on up to two articles and return the exit status when it is closed.

    `encodings` names those of the articles that are not to be found out, `language` is one of `LANGUAGES`, or "" for
    what the reader prefers; `ahead` has begun to read articles.
    """
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "Fusion"])
    assert isinstance(app, QApplication)
    app.setApplicationName("diffview")
    app.setDesktopFileName("org.diffview.diffview")
    app.setFont(interface_font())
    preferences = PreferencesFile(_folder(QStandardPaths.StandardLocation.GenericConfigLocation) / "window.json")
    speak(app, language or preferences.load().language)
    ahead = ahead or Ahead({})
    unfinished = _folder(QStandardPaths.StandardLocation.GenericStateLocation) / "unfinished"
    window = MainWindow(
        lambda: child_engine(ahead),
        preferences,
        _pairs_in(examples()),
        unfinished,
        ahead.articles(_NEARLY_THERE),
    )
    start = _Start(window, app, lambda: _open(window, paths, encodings, ahead))
    start.show()
    try:
        return app.exec()
    finally:
        start.end()


def _folder(kind: QStandardPaths.StandardLocation) -> Path:
    """Return our folder among those of this kind; Qt is loaded already, platformdirs would have to be."""
    return Path(QStandardPaths.writableLocation(kind)) / "diffview"


def _open(window: MainWindow, paths: Sequence[str], encodings: Sequence[str | None], ahead: Ahead) -> None:
    """Open what the window was called with and does not show yet."""
    for side in ahead.waiting:
        window.session.load(side, ahead.load(side))
    others = ["" if side in ahead.wanted else path for side, path in zip(Side, paths, strict=False)]
    window.opening.open_files(others, encodings)
    window.saving.offer_to_restore()


class _Start(QObject):
    """Completes a window after its first painting, or when the reader does something before, or nobody sees it."""

    def __init__(self, window: MainWindow, app: QApplication, then: Callable[[], None]) -> None:
        """`then` is called when the window is complete."""
        super().__init__(window)
        self._window, self._app, self._then = window, app, then
        self._faults: Faults | None = None
        self._unseen = timer(self, _UNSEEN, window.complete_soon)
        self._unseen.start()
        window.painted.connect(self._on_painted)
        window.completed.connect(self._go_on)

    def show(self) -> None:
        """Show the window."""
        self._window.show()

    def _on_painted(self) -> None:
        self._window.painted.disconnect(self._on_painted)
        QTimer.singleShot(0, self, self.watch)

    def watch(self) -> None:
        """Complete the window a little at a time, or at once when the reader does something.

        Events are watched only now that the window can be seen: for the first of them PySide makes the classes of all.
        """
        if not self._window.is_complete:
            self._window.installEventFilter(self)
            self._window.windowHandle().installEventFilter(self)
            self._window.complete_soon()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Have all that answers the reader be there before what he does goes on."""
        if event.type() in _INPUT:
            self._window.complete()
        return False

    def _go_on(self) -> None:
        import signal  # noqa: PLC0415 - the reader has something to read while it is loaded

        from PySide6.QtGui import QIcon  # noqa: PLC0415

        from diffview.ui.calm import Housekeeper  # noqa: PLC0415
        from diffview.ui.faults import Faults  # noqa: PLC0415
        from diffview.ui.log import note_system, open_log  # noqa: PLC0415

        self._window.removeEventFilter(self)
        self._window.windowHandle().removeEventFilter(self)
        self._unseen.stop()
        gc.enable()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        Housekeeper(self._app)
        open_log()
        self._faults = Faults(self._window.saving.autosave.save_now, self._window)
        self._faults.install()
        QTimer.singleShot(_CALM, self._window, note_system)
        self._app.setWindowIcon(QIcon(str(resource("icons", "diffview.svg"))))
        if self._window.isVisible():
            self._then()

    def end(self) -> None:
        """Leave errors to Python again, and close the log."""
        if self._faults is not None:
            from diffview.ui.log import close_log  # noqa: PLC0415 - loaded when it was opened

            self._faults.remove()
            close_log()


def child_engine(ahead: Ahead | None = None) -> Engine:
    """Return the engine of the real window: a model in a child process, behind the vectors on disk.

    `ahead` may have compared by words already.
    """
    from diffview.ui.late_encoder import LateEncoder  # noqa: PLC0415 - loaded with all that works beside the window
    from diffview.ui.worker import Engine  # noqa: PLC0415

    encoder = LateEncoder()
    made = (ahead or Ahead({})).made_of
    return Engine(encoder, warm=encoder.warm, cancel=encoder.cancel, close=encoder.close, ahead=made)


def example_pairs() -> tuple[Pair, ...]:
    """Return the sample pairs that ship with the program, in the order of their folders."""
    return tuple(_pairs_in(examples()))


def _pairs_in(folder: Path) -> Iterator[Pair]:
    from diffview.ui.welcome import Pair  # noqa: PLC0415 - the page that lists them is made when the window is there

    for about in sorted(folder.glob("*/about.txt")):
        left, right = (sorted(about.parent.glob(f"{side}.*")) for side in Side)
        lines = about.read_text(encoding="utf-8").splitlines()
        if lines and left and right:
            yield Pair(lines[0].strip(), str(left[0]), str(right[0]))
