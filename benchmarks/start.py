"""How soon can the articles be read, how soon is anything compared, and how soon by meaning?

    python -m benchmarks.start [LEFT RIGHT] [--times N]

Whole processes, beside a bare PySide6 window with two text panes and the same texts, in turns. The clock runs from the
start of the process. A pane can be read when it paints with the text in it. The encoder is prepared beforehand, the
vector cache is empty every time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import Any

from benchmarks.tables import Table, ratios
from diffview.alignment.prepared_model import prepared_folder

_EXAMPLE = Path(__file__).parent.parent / "seeds" / "harbour-ferry"
_PATIENCE = 120
COLUMNS = ("what", "seconds, median", "least", "most", "ratio to the bare window")


def bare(paths: Sequence[str]) -> None:
    """Show two text panes in a window, and say when they could be read."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit  # noqa: PLC0415 - it is what is timed

    app = QApplication(sys.argv[:1])
    window, panes = QMainWindow(), QSplitter()
    for path in paths:
        pane = QTextEdit(panes)
        pane.setPlainText(Path(path).read_text(encoding="utf-8"))
    window.setCentralWidget(panes)
    window.resize(1440, 900)
    watch = _watch([panes.widget(k) for k in range(2)], {"readable": 2}, app.quit)
    window.show()
    app.exec()
    _tell(watch)


def ours(paths: Sequence[str]) -> None:
    """Open the window of the program, and say when the articles could be read and were compared."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - it is what is timed
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from diffview.ui import app as program  # noqa: PLC0415
    from diffview.ui.main_window import MainWindow  # noqa: PLC0415

    app = QApplication(sys.argv[:1])
    found: dict[str, float] = {}

    def look() -> None:
        window = next(each for each in app.topLevelWidgets() if isinstance(each, MainWindow))
        panes = list(window.view.panes.values())
        found.update(_watch(panes, {"readable": 2}, lambda: None))

        def compared(comparison: Any) -> None:  # noqa: ANN401
            if comparison is not None:
                found.setdefault("by words" if comparison.encoder.words_alone else "by meaning", monotonic())
            if "by meaning" in found:
                QTimer.singleShot(0, window.close)

        window.session.comparison_changed.connect(compared)
        watched.append(window)

    watched: list[object] = []
    QTimer.singleShot(0, look)
    program.run(paths)
    _tell(found | _seen)


def _tell(found: dict[str, float]) -> None:
    """Print what was noted and end the process at once: what is destroyed in which order is not the question here."""
    print(json.dumps(found), flush=True)
    os._exit(0)


_seen: dict[str, float] = {}


def _watch(panes: Sequence[Any], wanted: dict[str, int], done: Any) -> dict[str, float]:  # noqa: ANN401
    """Note in `_seen` when every pane has painted with its text."""
    from PySide6.QtCore import QEvent, QObject  # noqa: PLC0415

    class Watch(QObject):
        def __init__(self) -> None:
            super().__init__(panes[0])
            self.ready: set[int] = set()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            for number, pane in enumerate(panes):
                if watched is pane.viewport() and event.type() is QEvent.Type.Paint and pane.toPlainText():
                    self.ready.add(number)
            if len(self.ready) == wanted["readable"] and "readable" not in _seen:
                _seen["readable"] = monotonic()
                done()
            return False

    watch = Watch()
    for pane in panes:
        pane.viewport().installEventFilter(watch)
    return _seen


def once(kind: str, paths: Sequence[str], environment: dict[str, str]) -> dict[str, float]:
    """Return the seconds from the start of one process to each thing it noted."""
    started = monotonic()
    command = [sys.executable, "-m", "benchmarks.start", f"--{kind}", *paths]
    told = subprocess.run(command, env=environment, check=True, capture_output=True, timeout=_PATIENCE)
    return {name: at - started for name, at in json.loads(told.stdout.splitlines()[-1]).items()}


def measure(paths: Sequence[str], times: int) -> Table:
    """Return the table."""
    found: dict[str, list[float]] = {"bare window, readable": []}
    for _ in range(times + 1):
        with tempfile.TemporaryDirectory() as folder:
            cache = Path(folder) / "diffview"
            cache.mkdir()
            (cache / "encoders").symlink_to(prepared_folder())
            environment = {**os.environ, "XDG_CACHE_HOME": folder, "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder}
            found["bare window, readable"].append(once("bare", paths, environment)["readable"])
            for name, seconds in once("ours", paths, environment).items():
                found.setdefault(f"diffview, {name}", []).append(seconds)
    kept = {name: values[1:] for name, values in found.items()}  # the first time warms the disk
    note = (
        f"From the start of the process, {times} times in turns, platform {os.environ.get('QT_QPA_PLATFORM', 'xcb')}."
    )
    return Table("Start", note, COLUMNS, tuple(ratios(kept, "bare window, readable")))


def main(arguments: Sequence[str]) -> None:
    """Print the table, or be one of the processes that are timed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", default=[str(_EXAMPLE / "left.txt"), str(_EXAMPLE / "right.txt")])
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--bare", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--ours", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.bare or chosen.ours:
        (bare if chosen.bare else ours)(chosen.articles)
    else:
        print(measure(chosen.articles, chosen.times).as_markdown())


if __name__ == "__main__":
    main(sys.argv[1:])
