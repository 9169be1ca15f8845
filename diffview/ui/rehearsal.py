"""Would the window open here, compare, and paint?

What the self-test does with the window: on Qt's offscreen platform, without the reader's settings.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QPluginLoader, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from diffview.alignment.child_encoder import ChildEncoder
from diffview.ui.app import example_pairs
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.theme import interface_font
from diffview.ui.worker import Engine

_FEW_COLOURS = 24
_SAID_OFFSCREEN = "does not support propagateSizeHints"


def open_example(seconds: float) -> str:
    """Open an example pair, wait until it is compared by meaning, and say what was seen.

    Raises TimeoutError when it is not, or not painted, and RuntimeError when Qt complains.
    """
    complaints: list[str] = []

    def hear(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if _SAID_OFFSCREEN not in words:
            complaints.append(words)

    qInstallMessageHandler(hear)
    try:
        seen = _open(seconds)
    finally:
        qInstallMessageHandler(None)
    if complaints:
        raise RuntimeError(f"Qt complains: {complaints[0]}")
    return seen


def _open(seconds: float) -> str:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setFont(interface_font())
    child = ChildEncoder()
    engine = Engine(child, warm=child.warm, cancel=child.cancel, close=child.close)
    window = MainWindow(engine, PreferencesFile(None), example_pairs())
    try:
        window.show()
        pair = example_pairs()[0]
        window.opening.open_files([pair.left, pair.right])
        _wait(app, window, seconds)
        colours = _colours(window)
        if colours < _FEW_COLOURS:
            raise TimeoutError(f"the window stayed empty: {colours} colours")
        assert window.session.comparison is not None
        return f"Qt {qVersion()}, {len(window.session.comparison.links)} links, {colours} colours painted"
    finally:
        window.close()
        app.processEvents()


def _wait(app: QApplication, window: MainWindow, seconds: float) -> None:
    latest = monotonic() + seconds
    while monotonic() < latest:
        app.processEvents()
        comparison = window.session.comparison
        if comparison is not None and not comparison.encoder.words_alone and not window.session.worker.is_comparing:
            app.processEvents()
            return
    raise TimeoutError(f"the window did not compare by meaning within {seconds:g} seconds")


def _colours(window: MainWindow) -> int:
    image = window.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def screen_driver() -> str:
    """Say whether Qt's driver for X loads, and if not what it misses: a machine without a screen may do without."""
    if sys.platform != "linux":
        return "not needed on this system"
    path = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / "libqxcb.so"
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing")
    loader = QPluginLoader(str(path))
    if loader.load():
        return "xcb loads"
    return f"xcb does not load, the window needs it: {loader.errorString()}"
