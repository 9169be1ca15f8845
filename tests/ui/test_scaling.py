"""Tests of a screen of twice the density."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

_DOUBLED = """
import json, sys
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from diffview.ui.elided_label import ElidedLabel
from diffview.ui.language import speak
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.worker import Engine
app = QApplication([])
app.setStyle("Fusion")
speak(app, "en")
window = MainWindow(Engine(), PreferencesFile(None))
window.resize(1000, 700)
window.show()
window.opening.open_files(sys.argv[1:])
while window.session.comparison is None or window.session.worker.is_comparing:
    app.processEvents()
for name in ("show_list", "show_card"):
    window.actions_by_name[name].trigger()
window.view.show_link(1)
for _ in range(50):
    app.processEvents()
picture = window.grab()
colours = {picture.toImage().pixelColor(x, y).name() for x in range(0, 2000, 40) for y in range(0, 1400, 40)}
cut = [
    widget.text()
    for widget in window.findChildren(QLabel) + window.findChildren(QAbstractButton)
    if widget.isVisible() and widget.text() and not isinstance(widget, ElidedLabel)
    if not getattr(widget, "wordWrap", bool)() and widget.minimumSizeHint().width() > widget.width()
]
print(json.dumps({"size": [picture.width(), picture.height()], "colours": len(colours), "cut": cut}))
window.close()
"""


def test_twice_the_density(two_files: tuple[str, str]) -> None:
    """At 200 % the window paints with twice the pixels, and nothing in it is cut."""
    done = subprocess.run(
        [sys.executable, "-c", _DOUBLED, *two_files],
        env={**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["size"] == [2000, 1400]
    assert found["colours"] > 8
    assert found["cut"] == []
