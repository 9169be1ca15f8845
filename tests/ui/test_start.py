"""Tests of how the window starts."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diffview.comparison import compare
from diffview.model import Article, Comparison, Options, Side
from diffview.ui import app
from diffview.ui.actions import COMMANDS
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.worker import Engine
from tests.fakes import FakeEncoder
from tests.ui.conftest import LEFT, RIGHT, wait_for_comparison

FIRST_PAINT = """
import json, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
HEAVY = ("torch", "sentence_transformers", "transformers", "onnxruntime", "lxml", "ssl", "sqlite3", "multiprocessing",
         "numpy", "regex", "html", "importlib.metadata", "logging.handlers",
         "diffview.comparison", "diffview.alignment.linking", "diffview.changes.findings", "diffview.reading.furniture",
         "diffview.words", "diffview.model.result", "diffview.reports.summary", "diffview.reports.view",
         "diffview.ui.session", "diffview.ui.parts", "diffview.ui.panels", "diffview.ui.marks", "diffview.ui.faults",
         "diffview.ui.message_bar", "diffview.ui.dialogs", "diffview.ui.preferences_form", "diffview.ui.log")

def first(watched):
    panes = list(watched.view.panes.values())
    told = {"window": type(watched).__name__, "heavy": [name for name in HEAVY if name in sys.modules],
            "namespace": "Qt" in vars(sys.modules["PySide6.QtCore"]),
            "texts": [pane.toPlainText()[:20] for pane in panes],
            "pages": [list(pane.geometry().getRect()) for pane in panes]}
    def complete():
        told["compared"] = watched.session.articles != dict.fromkeys(watched.session.articles)
        told["later"] = [list(pane.geometry().getRect()) for pane in panes]
        told["layouts"] = layouts
        print(json.dumps(told), flush=True)
        watched.close()
    layouts = []
    for pane in panes:
        pane.document().documentLayout().documentSizeChanged.connect(lambda size: layouts.append(size.height()))
    watched.completed.connect(lambda: QTimer.singleShot(0, complete))

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow():
            application.removeEventFilter(self)
            first(watched)
        return False

watch = Watch()
application.installEventFilter(watch)
from diffview.cli import main
import diffview.ui.app
diffview.ui.app._NEARLY_THERE = 60  # on a busy machine the child may be slow
sys.exit(main(sys.argv[1:]))
"""


def first_paint(*arguments: str) -> dict[str, Any]:
    """Start the program and return what was there when its window was painted, and what when it was complete."""
    command = [sys.executable, "-c", FIRST_PAINT, *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, cwd=Path(__file__).parents[2], check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[0])
    return found


@pytest.mark.parametrize("with_files", [False, True])
def test_no_model_before_the_first_paint(two_files: tuple[str, str], with_files: bool) -> None:
    """When the window is painted for the first time nothing that only reading or comparing needs has been imported."""
    found = first_paint(*(two_files if with_files else ()))
    assert (found["window"], found["heavy"]) == ("MainWindow", [])


@pytest.mark.skipif(not hasattr(os, "posix_spawn"), reason="nothing is read ahead here")
def test_no_namespace_before_the_first_paint(two_files: tuple[str, str]) -> None:
    """The enumerations of the namespace Qt, a tenth of the start, are not made before the articles are seen."""
    assert not first_paint(*two_files)["namespace"]


@pytest.mark.skipif(not hasattr(os, "posix_spawn"), reason="nothing is read ahead here")
def test_the_first_paint_has_both_texts(two_files: tuple[str, str]) -> None:
    """The articles are in their panes when the window is painted for the first time."""
    texts = [Path(path).read_text(encoding="utf-8")[:20].split("\n")[0] for path in two_files]
    assert [text.split("\n")[0] for text in first_paint(*two_files)["texts"]] == texts


def test_nothing_moves_when_the_window_is_completed(two_files: tuple[str, str]) -> None:
    """Completing the window moves neither pane and lays no text out anew, and the articles are open in the session."""
    found = first_paint(*two_files)
    assert found["pages"] == found["later"]
    assert found["layouts"] == []
    assert found["compared"]


@pytest.fixture
def seen(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that shows an article on the left and has no parts yet."""
    article = Article.from_text("Ferry stays\n\nThe harbour ferry stays, the council said on Monday.")
    opened = MainWindow(Engine, PreferencesFile(None), articles=[(Side.LEFT, article)])
    qtbot.addWidget(opened)
    opened.show()
    yield opened
    opened.close()


def test_a_window_that_waits_shows_its_article(seen: MainWindow) -> None:
    """The article is on the page, its pane has the focus, and nothing else is built."""
    assert not seen.is_complete
    assert seen.pages.currentWidget() is seen.view
    assert seen.view.panes[Side.LEFT].toPlainText().startswith("Ferry stays")
    assert seen.focusWidget() is seen.view.panes[Side.LEFT]
    assert not seen.actions_by_name["next_change"].isEnabled()


def test_it_is_completed_in_slices(qtbot: QtBot, seen: MainWindow) -> None:
    """The rest is built little by little, and then the session has the article that is shown."""
    with qtbot.waitSignal(seen.completed):
        seen.complete_soon()
    assert seen.session.articles[Side.LEFT] is not None
    assert seen.view.panes[Side.LEFT].toPlainText().startswith("Ferry stays")


def test_a_command_completes_it(seen: MainWindow) -> None:
    """A tool that is pressed before the window is complete does what it always does."""
    seen.actions_by_name["show_list"].trigger()
    assert seen.is_complete
    assert seen.panels.list.isVisible()


def test_a_command_in_the_middle_completes_it(qtbot: QtBot, seen: MainWindow) -> None:
    """A key that comes while the window is being completed does what it always does."""
    seen.complete_soon()
    seen._furnishing._step()
    seen.actions_by_name["find_text"].trigger()
    assert seen.find_bar.isVisible()
    assert seen.session.articles[Side.LEFT] is not None


def test_it_can_be_closed_at_once(seen: MainWindow) -> None:
    """Closing a window that is not complete leaves nothing running."""
    seen.close()
    assert all(task.isFinished() for task in seen.session.worker._tasks)
    assert not seen.isVisible()


@pytest.mark.parametrize("kind", ["key", "drag"])
def test_what_the_reader_does_first_completes_the_window(qtbot: QtBot, qapp: QApplication, kind: str) -> None:
    """A key or a drag that comes while the window is being completed finds all that answers it."""
    window = MainWindow(Engine, PreferencesFile(None), articles=())
    qtbot.addWidget(window)
    opened: list[str] = []
    start = app._Start(window, qapp, lambda: opened.append("then"))
    start.show()
    start.watch()
    assert not window.is_complete
    if kind == "key":
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    else:
        data = QMimeData()
        data.setText("A text that is dropped.")
        event = QDragEnterEvent(
            QPoint(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        qapp.sendEvent(window.windowHandle(), event)
        assert event.isAccepted()
    assert window.is_complete
    assert opened == ["then"]
    start.end()
    window.close()


def test_a_comparison_made_ahead_comes_first(qtbot: QtBot) -> None:
    """What another process has compared by words is shown as it is, of the articles that are open; meaning follows."""
    articles = [Article.from_text("\n\n".join(text)) for text in (LEFT, RIGHT)]
    made = replace(compare(*articles, options=Options(encoder="words")), notices=("made ahead",))
    copy = pickle.loads(pickle.dumps(made))
    window = MainWindow(Engine(FakeEncoder(), ahead=lambda *_: copy), PreferencesFile(None))
    qtbot.addWidget(window)
    found: list[Comparison] = []
    window.session.comparison_changed.connect(lambda comparison: found.append(comparison) if comparison else None)
    for side, article in zip(Side, articles, strict=True):
        window.session.put(side, article)
    qtbot.waitUntil(lambda: len(found) == 2)
    assert found[0].notices == ("made ahead",)
    assert found[0].left.article is articles[0]
    assert not found[1].encoder.words_alone
    window.close()


def test_every_command_has_somebody_who_does_it(window: MainWindow) -> None:
    """The window or one of its parts has a method for each entry of the table."""
    for command in COMMANDS:
        assert any(callable(getattr(part, command.name, None)) for part in (*window._parts(), window)), command.name


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
