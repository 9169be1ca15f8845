"""How does the window start, so that it is there at once?

Nothing heavy is imported here: the encoder lives in a child process that starts when the first article is opened.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from platformdirs import user_config_path, user_state_path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from diffview.model import Side
from diffview.resources import examples, resource
from diffview.ui.calm import Housekeeper
from diffview.ui.faults import Faults
from diffview.ui.language import speak
from diffview.ui.late_encoder import LateEncoder
from diffview.ui.log import close_log, open_log
from diffview.ui.main_window import MainWindow
from diffview.ui.page import timer
from diffview.ui.preferences import PreferencesFile
from diffview.ui.theme import interface_font
from diffview.ui.welcome import Pair
from diffview.ui.worker import Engine

_UNSEEN = 3000
"""Milliseconds after which files are opened in a window that nobody sees, such as one that starts minimised."""


def run(paths: Sequence[str], encodings: Sequence[str | None] = (), language: str = "") -> int:
    """Open the window on up to two articles and return the exit status when it is closed.

    `encodings` names those of the articles that are not to be found out, `language` is one of `LANGUAGES`, or "" for
    what the reader prefers.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    open_log()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    Housekeeper(app)
    app.setApplicationName("diffview")
    app.setDesktopFileName("org.diffview.diffview")
    app.setStyle("Fusion")
    app.setFont(interface_font())
    app.setWindowIcon(QIcon(str(resource("icons", "diffview.svg"))))
    preferences = PreferencesFile(user_config_path("diffview") / "window.json")
    speak(app, language or preferences.load().language)
    window = MainWindow(child_engine(), preferences, example_pairs(), user_state_path("diffview") / "unfinished")
    window.show()
    _Painted(window, lambda: window.opening.open_files(paths, encodings))
    QTimer.singleShot(0, window.saving.offer_to_restore)
    faults = Faults(window.saving.autosave.save_now, window)
    faults.install()
    try:
        return app.exec()
    finally:
        faults.remove()
        close_log()


class _Painted(QObject):
    """Does something once, when a window has been painted for the first time, or soon if it is not to be seen"""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._timer = timer(self, _UNSEEN, lambda: then() if window.isVisible() else None)
        self._timer.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the painting, which goes on."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return False


def child_engine() -> Engine:
    """Return the engine of the real window: a model in a child process, behind the vectors on disk."""
    encoder = LateEncoder()
    return Engine(encoder, warm=encoder.warm, cancel=encoder.cancel, close=encoder.close)


def example_pairs() -> tuple[Pair, ...]:
    """Return the sample pairs that ship with the program, in the order of their folders."""
    return tuple(_pairs_in(Path(str(examples()))))


def _pairs_in(folder: Path) -> Iterator[Pair]:
    for about in sorted(folder.glob("*/about.txt")):
        left, right = (sorted(about.parent.glob(f"{side}.*")) for side in Side)
        lines = about.read_text(encoding="utf-8").splitlines()
        if lines and left and right:
            yield Pair(lines[0].strip(), str(left[0]), str(right[0]))
