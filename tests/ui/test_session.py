"""Tests of what is open and what is known of it, without a window."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from diffview.errors import Cancelled
from diffview.model import Article, Role, Side
from diffview.ui.session import Session
from diffview.ui.worker import Engine, Task, Worker
from tests.fakes import FakeEncoder


@pytest.fixture
def session(qtbot: QtBot):
    """A session that compares by words alone."""
    session = Session(Engine())
    yield session
    session.close()


def _compared(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: session.comparison is not None and not session.worker.is_comparing, timeout=20000)


def _open_both(session: Session) -> None:
    session.put(Side.LEFT, Article.from_text("Same line.\n\nSame line.\n\nOther words."))
    session.put(Side.RIGHT, Article.from_text("Same line.\n\nOther words."))


def test_work_is_done_beside_the_window(qtbot: QtBot) -> None:
    """Reading and comparing run in other threads, results arrive in this one."""
    threads: list[threading.Thread] = []
    worker = Worker(Engine())
    task = Task(lambda deliver, _progress: deliver(threading.current_thread()), worker)
    task.delivered.connect(threads.append)
    task.delivered.connect(lambda _result: threads.append(threading.current_thread()))
    with qtbot.waitSignal(task.finished):
        task.start()
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threads[1]
    assert threads[1] is threading.main_thread()


def test_stopped_task_delivers_nothing(qtbot: QtBot) -> None:
    """What is finished after nobody waits any more is not delivered."""
    gate, seen = threading.Event(), []

    def work(deliver, _progress) -> None:
        gate.wait(5)
        deliver("late")

    worker = Worker(Engine())
    task = Task(work, worker)
    task.delivered.connect(seen.append)
    task.start()
    task.stop()
    with qtbot.waitSignal(task.finished):
        gate.set()
    assert seen == []


def test_progress_stops_the_work(qtbot: QtBot) -> None:
    """The first report of progress after stopping ends the work."""
    ended, seen = [], []

    def work(_deliver, progress) -> None:
        try:
            while True:
                progress("encoding", 1, 2)
        except Cancelled:
            ended.append(True)
            raise

    worker = Worker(Engine())
    task = Task(work, worker)
    task.progressed.connect(lambda *step: seen.append(step))
    task.start()
    qtbot.waitUntil(lambda: len(seen) > 1)
    task.stop()
    assert task.wait(5000)
    assert ended == [True]
    assert seen[0] == ("encoding", 1, 2)


def test_progress_does_not_flood_the_window(qtbot: QtBot) -> None:
    """Of ten thousand quick steps the window hears of one a stage."""
    seen: list[str] = []

    def work(_deliver, progress) -> None:
        for stage in ("segmentation", "encoding"):
            for step in range(5000):
                progress(stage, step, 5000)

    worker = Worker(Engine())
    task = Task(work, worker)
    task.progressed.connect(lambda stage, _done, _total: seen.append(stage))
    task.start()
    assert task.wait(5000)
    qtbot.waitUntil(lambda: "encoding" in seen)
    assert len(seen) < 20


def test_fault_in_a_task_is_told(qtbot: QtBot) -> None:
    """A fault of the program becomes one line and ends nothing else."""
    worker = Worker(Engine())
    task = Task(lambda _deliver, _progress: {}["missing"], worker)
    with qtbot.waitSignal(task.failed) as failed:
        task.start()
    assert failed.args[0] == "this is a fault of the program, please report it: KeyError('missing')"
    task.wait()


def test_encoder_starts_with_the_first_article(qtbot: QtBot) -> None:
    """The encoder is started once, when there is something to read, and ended with the session."""
    calls: list[str] = []
    session = Session(Engine(FakeEncoder(), warm=lambda: calls.append("warm"), close=lambda: calls.append("close")))
    assert calls == []
    _open_both(session)
    _compared(qtbot, session)
    session.close()
    assert calls == ["warm", "close"]


def test_correction_of_the_second_of_two(qtbot: QtBot, session: Session) -> None:
    """Setting the second of two equal lines apart leaves the first alone."""
    _open_both(session)
    _compared(qtbot, session)
    session.treat(Side.LEFT, (1,), Role.FURNITURE)
    _compared(qtbot, session)
    assert session.comparison is not None
    assert [passage.role for passage in session.comparison.left.passages] == [Role.BODY, Role.FURNITURE, Role.BODY]


def test_undo_and_redo(qtbot: QtBot, session: Session) -> None:
    """Corrections are taken back and made again one by one."""
    _open_both(session)
    _compared(qtbot, session)
    session.treat(Side.LEFT, (0,), Role.FURNITURE)
    session.treat(Side.RIGHT, (1,), Role.FURNITURE)
    session.undo()
    assert [mark.side for mark in session.corrections.marks] == [Side.LEFT]
    session.redo()
    assert [mark.side for mark in session.corrections.marks] == [Side.LEFT, Side.RIGHT]
    _compared(qtbot, session)


def test_other_article_other_corrections(qtbot: QtBot, session: Session) -> None:
    """Opening another article on one side forgets the corrections of that side only."""
    _open_both(session)
    _compared(qtbot, session)
    session.treat(Side.LEFT, (0,), Role.FURNITURE)
    session.treat(Side.RIGHT, (0,), Role.FURNITURE)
    session.put(Side.LEFT, Article.from_text("New words."))
    assert [mark.side for mark in session.corrections.marks] == [Side.RIGHT]
    _compared(qtbot, session)


def test_swap_while_comparing(qtbot: QtBot, session: Session) -> None:
    """Swapping in the middle of a comparison ends with the sides swapped."""
    _open_both(session)
    session.swap()
    _compared(qtbot, session)
    assert session.comparison is not None
    assert session.comparison.left.article.text == "Same line.\n\nOther words."


def test_swap_while_reading(qtbot: QtBot, session: Session, write) -> None:
    """A file that is being read for the left opens on the right after swapping."""
    session.open_file(Side.LEFT, write("a.txt", "Some words."))
    session.swap()
    qtbot.waitUntil(lambda: session.articles[Side.RIGHT] is not None)
    assert session.articles[Side.LEFT] is None


def test_the_window_answers_between_two_articles(qtbot: QtBot, session: Session) -> None:
    """Of two articles that were read at the same moment, the second is taken when the window has had its turn."""
    gate = threading.Event()
    for side in Side:
        session.load(side, lambda _check: Article.from_text("late" if gate.wait(20) else ""))
    for side, task in list(session._waiting.items()):
        session._on_arrival(task, Article.from_text(f"Ferry stays on the {side.value}."))
    assert session.articles == {Side.LEFT: None, Side.RIGHT: None}
    turns: list[int] = []
    session.article_changed.connect(lambda *_: turns.append(sum(map(bool, session.articles.values()))))
    ticks = QTimer(session, interval=0)
    ticks.timeout.connect(lambda: turns.append(0))
    ticks.start()
    qtbot.waitUntil(lambda: all(session.articles.values()))
    gate.set()
    assert 0 in turns[turns.index(1) : turns.index(2)]


def test_nothing_begins_when_all_is_closed(qtbot: QtBot) -> None:
    """What a timer asks for after the window was closed is not begun: its thread would outlive the program's window."""
    done: list[object] = []
    worker = Worker(Engine())
    worker.close()
    worker.run(lambda: done.append("begun"), done.append)
    qtbot.wait(20)
    assert done == []
    assert not worker.is_reading
