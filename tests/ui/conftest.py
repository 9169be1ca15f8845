"""What do the tests of the window share?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from diffview.changes.classification import classify
from diffview.model import (
    Article,
    Bead,
    Comparison,
    Document,
    EncoderInfo,
    Link,
    Options,
    Passage,
    Role,
    Side,
    Strength,
)
from diffview.theme import Theme, load_theme
from diffview.ui import dialogs
from diffview.ui.language import speak
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.worker import Engine

LEFT = (
    "The ferry struck the pier at dawn.",
    "Nobody was killed, the harbor master said on Tuesday.",
    "Share this story",
    "The company has run boats across the bay since 1931.",
    "Repairs will cost half a million dollars.",
    "The pier stays closed until spring 😀.",
)
RIGHT = (
    "The ferry struck the pier at dawn.",
    "The company has run boats across the bay since 1931.",
    "The captain sounded the horn twice.",
    "Nobody died, the harbor master said on Tuesday.",
    "The pier stays shut until spring 😀.",
)
BEADS = (
    Bead((0,), (0,), 0.99),
    Bead((1,), (3,), 0.9),
    Bead((3,), (1,), 0.97),
    Bead((5,), (4,), 0.8),
    Bead((4,), (4,), 0.6, Strength.RELATED),
)


def document(texts: Sequence[str], *, title: str = "", path: str = "", furniture: Sequence[int] = ()) -> Document:
    """Make a document of one paragraph a passage."""
    article = Article.from_passages(texts, title=title, path=path)
    passages = tuple(
        Passage(cut.span, cut.paragraph, Role.FURNITURE, "sharing")
        if n in furniture
        else Passage(cut.span, cut.paragraph)
        for n, cut in enumerate(article.cuts or ())
    )
    return Document(article, passages)


def comparison_of(left: Document, right: Document, beads: Sequence[Bead]) -> Comparison:
    """Make a comparison of links that are given."""
    links = classify(left, right, tuple(beads), Options())
    return Comparison(left, right, links, EncoderInfo("", reason="made for a test"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass what Qt's offscreen platform says of every window with a smallest size, and of every tip."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)", extend=True))


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Let the window speak English, whatever the machine speaks."""
    speak(qapp, "en")


@pytest.fixture(autouse=True)
def nothing_to_save(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let windows be closed without saving what was corrected in them."""
    monkeypatch.setattr(dialogs, "ask_to_save", lambda _parent: False)


@pytest.fixture
def comparison() -> Comparison:
    """Six passages against five: the same, reworded, moved, only left, only right, related, and one of furniture."""
    return comparison_of(document(LEFT, furniture=(2,)), document(RIGHT), BEADS)


@pytest.fixture
def light() -> Theme:
    """The theme of the day."""
    return load_theme("light")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """An open window that compares by words alone and remembers nothing."""
    opened = MainWindow(Engine(), PreferencesFile(None))
    qtbot.addWidget(opened)
    opened.resize(1200, 700)
    opened.show()
    yield opened
    opened.close()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], str]:
    """Write a file and return its path."""

    def write(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def two_files(write: Callable[[str, str], str]) -> tuple[str, str]:
    """Two files with one story each."""
    return write("left.txt", "\n\n".join(LEFT)), write("right.txt", "\n\n".join(RIGHT))


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> MainWindow:
    """A window in which two files have been compared."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    window.activateWindow()
    window.view.left_pane()
    return window


def wait_for_comparison(qtbot: QtBot, window: MainWindow) -> Comparison:
    """Wait until the window has compared, and return what came out."""
    qtbot.waitUntil(
        lambda: window.session.comparison is not None and not window.session.worker.is_comparing, timeout=20000
    )
    QApplication.processEvents()
    found = window.session.comparison
    assert found is not None
    return found


def wait_for_article(qtbot: QtBot, window: MainWindow, side: Side, words: str) -> None:
    """Wait until a pane shows these words."""
    qtbot.waitUntil(lambda: words in window.view.panes[side].toPlainText(), timeout=20000)


def passage_of(window: MainWindow, side: Side, text: str) -> int:
    """Return the passage of a window's comparison that has these words."""
    assert window.session.comparison is not None
    document = window.session.comparison.document(side)
    return next(n for n in range(len(document.passages)) if document.text_of(n) == text)


def link_of(window: MainWindow, side: Side, text: str) -> Link:
    """Return the link of the passage that has these words."""
    comparison = window.session.comparison
    assert comparison is not None
    return comparison.links[comparison.aligned_link(side)[passage_of(window, side, text)]]


def show_comparison(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Show a comparison that was made by hand."""
    for side in Side:
        window.session.articles[side] = comparison.document(side).article
        window.session.article_changed.emit(side, comparison.document(side).article)
    window.session.comparison = comparison
    window.session.comparison_changed.emit(comparison)
    qtbot.wait(30)


def files(*paths: str) -> QMimeData:
    """Make what a file manager drags."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def drop(target: QWidget, data: QMimeData, side: Side = Side.LEFT) -> bool:
    """Drag something over one half of a window and let it go; return whether the window took the drag."""
    place = QPoint(target.width() // 4 if side is Side.LEFT else 3 * target.width() // 4, target.height() // 2)
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, actions, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(place), actions, data, buttons, keys))
    return enter.isAccepted()
