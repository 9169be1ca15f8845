"""How quick is the window with long texts, beside two bare text editors with the same texts in the same run?

    python -m benchmarks.window [OUT.json]

Prints a Markdown table and writes the figures as JSON. Opening is the time until both texts can be read; a step is
one turn of the wheel with everything painted; the longest gap is how long the window once did not answer, told by a
timer that should strike every 5 ms, from the opening until marks and ribbons are there and nothing is left to do.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QWidget

from benchmarks.gaps import Heart
from benchmarks.tables import without_display
from benchmarks.window_texts import made_pair, read_pair, real_paths
from diffview.model import Comparison, Side
from diffview.reading import read_article
from diffview.ui.language import speak
from diffview.ui.main_window import MainWindow
from diffview.ui.marking import prepare
from diffview.ui.preferences import PreferencesFile
from diffview.ui.worker import Engine

_SIZE = 1440, 900
_STEPS, _PIXELS = 120, 60
_DOWN = 10
"""Steps down before as many up, so that a short article has room for them."""


@dataclass(frozen=True)
class Figures:
    """What was measured of one pair, in milliseconds; `bare` is said of the two bare editors."""

    pair: str
    passages: int
    opening: float
    opening_bare: float
    step: float
    step_bare: float
    late_step: float
    late_step_bare: float
    marking: float
    gap: float
    gap_bare: float


def _ms(work: Callable[[], None]) -> float:
    start = perf_counter()
    work()
    return 1000 * (perf_counter() - start)


def _settle(is_done: Callable[[], bool]) -> None:
    """Let the window work until nothing is left to do."""
    quiet = 0
    while quiet < 20 or not is_done():
        spent = _ms(QApplication.processEvents)
        quiet = quiet + 1 if spent < 2 else 0
        QApplication.processEvents()


def _steps(move: Callable[[int], None]) -> list[float]:
    """Return how long each step took until everything was painted, from the quickest to the slowest; down and up."""

    def step(number: int) -> None:
        move(_PIXELS if number // _DOWN % 2 == 0 else -_PIXELS)
        QApplication.processEvents()

    return sorted(_ms(partial(step, number)) for number in range(_STEPS))


def _bare(comparison: Comparison) -> tuple[float, list[float], float]:
    window = QWidget()
    row = QHBoxLayout(window)
    editors = [QTextEdit(window) for _ in Side]
    for editor in editors:
        editor.setReadOnly(True)
        row.addWidget(editor)
    window.resize(*_SIZE)
    window.show()
    QApplication.processEvents()
    heart = Heart()
    heart.start()

    def open_both() -> None:
        for editor, side in zip(editors, Side, strict=True):
            editor.setPlainText(comparison.document(side).article.text)
        QApplication.processEvents()

    opening = _ms(open_both)
    _settle(lambda: True)
    gap = heart.stop()

    def move(pixels: int) -> None:
        for editor in editors:
            bar = editor.verticalScrollBar()
            bar.setValue(bar.value() + pixels)

    steps = _steps(move)
    window.close()
    return opening, steps, gap


def _ours(comparison: Comparison) -> tuple[float, list[float], float, float]:
    window = MainWindow(Engine(), PreferencesFile(None))
    window.resize(*_SIZE)
    window.show()
    QApplication.processEvents()
    heart, session = Heart(), window.session
    heart.start()

    def open_both() -> None:
        for side in Side:
            session.articles[side] = comparison.document(side).article
            session.article_changed.emit(side, session.articles[side])
        QApplication.processEvents()

    def mark() -> None:
        session.comparison = comparison
        session.comparison_changed.emit(comparison)
        QApplication.processEvents()
        while not window.view.is_marked:
            QApplication.processEvents()

    prepare(comparison)  # as the thread that compares does
    opening = _ms(open_both)
    _settle(lambda: all(pane.paver.is_done for pane in window.view.panes.values()))
    marking = _ms(mark)
    _settle(lambda: True)
    gap = heart.stop()
    bar = window.view.panes[Side.LEFT].verticalScrollBar()
    steps = _steps(lambda pixels: bar.setValue(bar.value() + pixels))
    window.close()
    return opening, steps, marking, gap


def measure(name: str, comparison: Comparison) -> Figures:
    """Return the figures of one pair; each side of a ratio is the better of two runs taken in turn."""
    bare, ours = [], []
    for _ in range(2):
        bare.append(_bare(comparison))
        ours.append(_ours(comparison))
    steps, bare_steps = (min((run[1] for run in runs), key=median) for runs in (ours, bare))
    late = int(0.95 * _STEPS)
    return Figures(
        pair=name,
        passages=len(comparison.left.passages),
        opening=min(run[0] for run in ours),
        opening_bare=min(run[0] for run in bare),
        step=median(steps),
        step_bare=median(bare_steps),
        late_step=steps[late],
        late_step_bare=bare_steps[late],
        marking=min(run[2] for run in ours),
        gap=min(run[3] for run in ours),
        gap_bare=min(run[2] for run in bare),
    )


def _pairs() -> Iterator[tuple[str, Comparison]]:
    if paths := real_paths():
        yield "two outlets", read_pair(*(read_article(path) for path in paths))
    for size in (2_000, 20_000):
        yield f"made up, {size:,}", made_pair(size)


def table(found: Sequence[Figures]) -> str:
    """Return the figures as a Markdown table; a ratio is ours by bare."""
    lines = [
        "| pair | passages | opening | bare | ratio | step, median | p95 | bare | ratio | marks | longest gap | bare |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for each in found:
        cells = (
            each.pair,
            f"{each.passages:,}",
            f"{each.opening:.0f} ms",
            f"{each.opening_bare:.0f} ms",
            f"{each.opening / each.opening_bare:.2f}",
            f"{each.step:.1f} ms",
            f"{each.late_step:.1f} ms",
            f"{each.step_bare:.1f} ms",
            f"{each.step / each.step_bare:.2f}",
            f"{each.marking:.0f} ms",
            f"{each.gap:.0f} ms",
            f"{each.gap_bare:.0f} ms",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Measure, print, write."""
    without_display()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    speak(app, "en")
    found = []
    for name, comparison in _pairs():
        found.append(measure(name, comparison))
        print(found[-1].pair, "done", file=sys.stderr)
    print(table(found))
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(json.dumps([asdict(each) for each in found], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
