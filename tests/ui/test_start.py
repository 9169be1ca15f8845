"""Tests of how the window starts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from diffview.model import Side
from diffview.ui import app
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.worker import Engine
from tests.ui.conftest import wait_for_comparison

FIRST_PAINT = """
import json, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
HEAVY = ("torch", "sentence_transformers", "transformers", "onnxruntime", "lxml", "ssl", "sqlite3", "multiprocessing",
         "numpy",
         "diffview.comparison", "diffview.alignment.linking", "diffview.changes.findings", "diffview.reading.furniture")

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow():
            heavy = [name for name in HEAVY if name in sys.modules]
            print(json.dumps({"window": type(watched).__name__, "heavy": heavy}), flush=True)
            application.removeEventFilter(self)
            QTimer.singleShot(0, watched.close)
        return False

watch = Watch()
application.installEventFilter(watch)
from diffview.ui.app import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("with_files", [False, True])
def test_no_model_before_the_first_paint(two_files: tuple[str, str], with_files: bool) -> None:
    """When the window is painted for the first time nothing that only reading or comparing needs has been imported."""
    arguments = list(two_files) if with_files else []
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[0]) == {"window": "MainWindow", "heavy": []}


def test_examples_open_and_compare(qtbot: QtBot) -> None:
    """Every example that ships is offered by its title and opens."""
    pairs = app.example_pairs()
    assert len(pairs) >= 3
    window = MainWindow(Engine(), PreferencesFile(None), pairs)
    qtbot.addWidget(window)
    window.show()
    for action, pair in zip(window.example_menu.actions(), pairs, strict=True):
        assert action.text().replace("&&", "\0").replace("&", "").replace("\0", "&") == pair.title[:60]
        action.trigger()
        qtbot.waitUntil(lambda pair=pair: _paths(window) == [pair.left, pair.right], timeout=10000)
        assert len(wait_for_comparison(qtbot, window).links) > 5
    window.close()


def _paths(window: MainWindow) -> list[str]:
    return [article.path if article else "" for article in (window.session.articles[side] for side in Side)]


def test_folder_without_files_is_no_example(tmp_path: Path) -> None:
    """A folder of examples in which an article is missing is passed over."""
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "about.txt").write_text("Half a pair", encoding="utf-8")
    (tmp_path / "half" / "left.txt").write_text("Words.", encoding="utf-8")
    assert list(app._pairs_in(tmp_path)) == []


def test_icon_ships() -> None:
    """The program's icon can be drawn."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415

    from diffview.resources import resource  # noqa: PLC0415

    assert not QIcon(str(resource("icons", "diffview.svg"))).pixmap(64, 64).isNull()


def test_none_is_not_used_up() -> None:
    """The installed PySide6 does not drop references to None, as 6.12.0 does until the process dies."""
    before, point = sys.getrefcount(None), QPointF()
    for _ in range(1000):
        point.setX(1)
    assert sys.getrefcount(None) > before - 100
