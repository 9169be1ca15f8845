"""Test of a drag from another program, on a real X server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.display

CHECKOUT = Path(__file__).parents[2]
SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Files(QLabel):
    def mouseMoveEvent(self, event):
        if self.property("dragged"):
            return
        self.setProperty("dragged", True)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[1:]])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)
        QTimer.singleShot(8000, QApplication.quit)

application = QApplication(sys.argv[:1])
files = Files("files")
files.setWindowFlags(Qt.WindowType.FramelessWindowHint)
files.setGeometry(0, 0, 150, 150)
files.show()
print("ready", flush=True)
application.exec()
"""
TARGET = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from diffview.model import Side
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.worker import Engine

application = QApplication(sys.argv[:1])
window = MainWindow(Engine(), PreferencesFile(None))
window.setWindowFlags(Qt.WindowType.FramelessWindowHint)
window.setGeometry(200, 0, 900, 600)

def tell():
    comparison = window.session.comparison
    if comparison is not None and not window.session.worker.is_comparing:
        print(*(comparison.document(side).article.path for side in Side), len(comparison.links), flush=True)
        window.close()
        application.quit()

timer = QTimer()
timer.timeout.connect(tell)
timer.start(50)
window.show()
print("ready", flush=True)
application.exec()
"""


@pytest.fixture
def display() -> Iterator[str]:
    """A display of our own, with nothing else on it."""
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    read, write = os.pipe()
    arguments = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1200x700x24", "-nolisten", "tcp"]
    server = subprocess.Popen(arguments, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    if not number:
        server.kill()
        pytest.skip("Xvfb does not start here")
    yield f":{number}"
    server.terminate()
    server.wait(10)


def _start(script: str, display: str, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(CHECKOUT)}
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    if process.stdout.readline().strip() != "ready":
        _, errors = process.communicate(timeout=10)
        if "xcb" in errors:
            pytest.skip("Qt's xcb platform lacks a system library here")
        pytest.fail(errors)
    return process


def _move(display: str, *steps: str) -> None:
    subprocess.run(["xdotool", *steps], env={**os.environ, "DISPLAY": display}, check=True)
    time.sleep(0.15)


def test_two_files_from_another_program(display: str, two_files: tuple[str, str]) -> None:
    """Two files dragged with the mouse from another program's window open left and right and are compared."""
    target = _start(TARGET, display)
    source = _start(SOURCE, display, *two_files)
    try:
        time.sleep(0.5)
        _move(display, "mousemove", "60", "60")
        _move(display, "mousedown", "1")
        for x in (70, 90, 130, 240, 400, 500, 505):
            _move(display, "mousemove", str(x), "300")
        _move(display, "mouseup", "1")
        output, errors = target.communicate(timeout=40)
    finally:
        for process in (source, target):
            process.kill()
            process.wait()
            for pipe in (process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()
    assert output.split()[:2] == list(two_files), errors
    assert int(output.split()[2]) > 3
