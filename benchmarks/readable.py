"""When can two articles be read in a window, and when are they compared: in the program's window, or in a bare one?

    python -m benchmarks.readable bare|ours LEFT RIGHT

One process that is timed by `benchmarks.start`. It prints when each thing happened, by the clock `time.monotonic`. The
program is started as its command starts it. Nothing is imported here that it does not need itself.
"""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from time import monotonic
from types import ModuleType
from typing import Any

_seen: dict[str, float] = {}


def bare(paths: Sequence[str]) -> None:
    """Show two text panes in a window, and tell when they could be read."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit  # noqa: PLC0415 - it is what is timed

    class Pane(QTextEdit):
        pass

    _tell_of_paints(Pane, _end)
    app = QApplication(sys.argv[:1])
    window, panes = QMainWindow(), QSplitter()
    for path in paths:
        Pane(panes).setPlainText(Path(path).read_text(encoding="utf-8"))
    window.setCentralWidget(panes)
    window.resize(1440, 900)
    window.show()
    app.exec()


def ours(paths: Sequence[str]) -> None:
    """Run the program, and tell when the articles could be read and when each comparison was there."""
    _Finder("diffview.ui.article_pane", lambda module: _tell_of_paints(module.ArticlePane, _wait_for_comparisons))
    sys.argv = ["diffview", *paths]
    runpy.run_module("diffview", run_name="__main__")


class _Finder(PathFinder):
    """Does something with a module as soon as the program has imported it."""

    def __init__(self, name: str, then: Callable[[ModuleType], None]) -> None:
        self._name, self._then = name, then
        sys.meta_path.insert(0, self)

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:  # type: ignore[override]  # noqa: ANN401
        spec = PathFinder.find_spec(fullname, path, target) if fullname == self._name else None
        if spec is not None and spec.loader is not None:
            execute = spec.loader.exec_module

            def exec_module(module: ModuleType) -> None:
                execute(module)
                self._then(module)

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


def _tell_of_paints(kind: Any, then: Callable[[Iterable[Any]], None]) -> None:  # noqa: ANN401
    """Note when two panes of this class have been painted with their text, then call `then` with them."""
    paint, ready = kind.paintEvent, set()

    def painted(pane: Any, event: Any) -> None:  # noqa: ANN401
        paint(pane, event)
        if pane.toPlainText() and "readable" not in _seen:
            ready.add(pane)
            if len(ready) == 2:
                _seen["readable"] = monotonic()
                then(ready)

    kind.paintEvent = painted


def _wait_for_comparisons(panes: Iterable[Any]) -> None:
    window = next(iter(panes)).window()

    def look() -> None:
        comparison = window.session.comparison
        if comparison is not None:
            _seen.setdefault("by words" if comparison.encoder.words_alone else "by meaning", monotonic())
        if "by meaning" in _seen:
            _end()

    window.completed.connect(lambda: window.session.comparison_changed.connect(look))


def _end(_panes: object = None) -> None:
    """Tell what was noted and end the process at once: what is destroyed in which order is not the question here."""
    for name, at in _seen.items():
        print(name, at, sep="\t", flush=True)
    os._exit(0)


if __name__ == "__main__":
    {"bare": bare, "ours": ours}[sys.argv[1]](sys.argv[2:])
