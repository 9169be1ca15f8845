"""How long does the window not answer at worst, from opening two files to a written report?

    python -m benchmarks.gaps [--times N]

Each trace is a window of its own process, with the prepared encoder and an empty vector cache: both files are opened,
compared by words, then by meaning, the first changes are walked through, what is alike is folded and unfolded, a kind
of change is masked, and a report is written. A timer that should strike every 5 ms tells of each stage how long it once
did not. The real pair is left out where it is not at hand.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import monotonic

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.tables import Cell, Table, without_display
from benchmarks.window_texts import made_pair, real_paths
from diffview.alignment.prepared_model import prepared_folder
from diffview.model import Side
from diffview.ui.app import child_engine
from diffview.ui.calm import Housekeeper
from diffview.ui.language import speak
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile

_SIZES = (2_000,)
_CALM = 200
"""Milliseconds in which nothing more happens once a stage is over."""
_PATIENCE = 300
COLUMNS = ("pair", "stage", "longest gap in ms, median", "least", "most")


class Heart(QObject):
    """Beats every 5 ms and remembers the longest time between two beats, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat."""
        self.longest = 0.0
        self._since.start()
        self._timer.start()

    def stop(self) -> float:
        """End, and return the longest time between two beats."""
        self._beat()
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        self.longest = max(self.longest, self._since.nsecsElapsed() / 1e6)
        self._since.start()


class Trace:
    """One window, one pair of files; `gaps` holds the longest gap of each stage so far."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.gaps: dict[str, float] = {}
        self._paths = paths
        self._window = MainWindow(child_engine(), PreferencesFile(None))
        self._window.resize(1440, 900)
        self._window.show()
        self._stage("window", lambda: None, lambda: True)

    def run(self) -> None:
        """Go through all stages."""
        window, session = self._window, self._window.session
        self._stage("open", lambda: window.opening.open_files(self._paths), lambda: all(session.articles.values()))
        self._stage("by words", lambda: None, lambda: session.comparison is not None)
        self._stage("by meaning", lambda: None, self._is_refined)
        for _ in range(3):
            self._stage("next change", window.view.next_change, lambda: True)
        for _ in range(2):
            self._stage("fold", window.actions_by_name["fold_same"].trigger, lambda: window.view.is_marked)
        for shown in (False, True):
            self._stage("mask", partial(self._mask, shown), lambda: window.view.is_marked)
        with tempfile.TemporaryDirectory() as folder:
            self._export(Path(folder) / "report.html")

    def _is_refined(self) -> bool:
        comparison, session = self._window.session.comparison, self._window.session
        is_by_meaning = comparison is not None and not comparison.encoder.words_alone
        return is_by_meaning and self._window.view.is_marked and not session.worker.is_comparing

    def _mask(self, shown: bool) -> None:
        self._window.status.legend.buttons["reworded"].setChecked(shown)

    def _export(self, path: Path) -> None:
        written: list[str] = []
        session = self._window.session
        assert session.comparison is not None
        comparison = session.comparison
        self._stage(
            "export",
            lambda: session.worker.export(comparison, str(path), "standard", lambda *_: written.append("")),
            lambda: bool(written),
        )

    def _stage(self, name: str, begin: Callable[[], None], is_over: Callable[[], bool]) -> None:
        """Begin something, and note the longest gap until it is over and all is calm."""
        heart, loop, look = Heart(), QEventLoop(), QTimer()
        heart.start()
        begin()
        calm, until = QElapsedTimer(), monotonic() + _PATIENCE
        calm.start()

        def ask() -> None:
            if not is_over():
                calm.restart()
            if calm.elapsed() > _CALM or monotonic() > until:
                loop.quit()

        look.timeout.connect(ask)
        look.start(20)
        loop.exec()
        look.stop()
        self.gaps[name] = max(self.gaps.get(name, 0.0), heart.stop())


def _once(paths: Sequence[str]) -> dict[str, float]:
    """Return the longest gap of each stage, from a process and a cache of its own."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "diffview"
        cache.mkdir()
        (cache / "encoders").symlink_to(prepared_folder())
        environment = {**os.environ, **dict.fromkeys(("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"), folder)}
        command = [sys.executable, "-m", "benchmarks.gaps", "--trace", *paths]
        told = subprocess.run(command, env=environment, check=True, capture_output=True, timeout=2 * _PATIENCE)
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def _pairs(folder: Path) -> Iterator[tuple[str, list[str]]]:
    if paths := real_paths():
        yield "two outlets", [str(path) for path in paths]
    for size in _SIZES:
        made = made_pair(size)
        paths = [folder / f"{side} {size}.txt" for side in Side]
        for side, path in zip(Side, paths, strict=True):
            path.write_text(made.document(side).article.text, encoding="utf-8")
        yield f"made up, {size:,}", [str(path) for path in paths]


def measure(times: int) -> Table:
    """Return the table."""
    rows: list[tuple[Cell, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, paths in _pairs(Path(folder)):
            found = [_once(paths) for _ in range(times)]
            for stage in found[0]:
                gaps = [each[stage] for each in found]
                rows.append((name, stage, median(gaps), min(gaps), max(gaps)))
    note = f"Longest time without an answer, in {times} windows each; one empty turn of the loop takes 5 ms."
    return Table("Gaps", note, COLUMNS, tuple(rows))


def main(arguments: Sequence[str]) -> None:
    """Print the table, or be one of the windows that are traced."""
    without_display()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--trace", nargs=2, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if not chosen.trace:
        print(measure(chosen.times).as_markdown())
        return
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    Housekeeper(app)
    speak(app, "en")
    trace = Trace(chosen.trace)
    trace.run()
    print(json.dumps(trace.gaps), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
