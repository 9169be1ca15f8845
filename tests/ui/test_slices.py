"""Tests of long work in slices of time."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject
from pytestqt.qtbot import QtBot

from diffview.ui.slices import Slices, in_steps


def _long(done: list[int], slices: Slices | None = None) -> Iterator[None]:
    """Yield thrice, after a little longer than a slice each."""
    for number in range(3):
        if slices:
            slices.finish()
        spent = QElapsedTimer()
        spent.start()
        while spent.elapsed() < 10:
            pass
        done.append(number)
        yield


def test_work_goes_on_by_itself(qtbot: QtBot, qapp: QObject) -> None:
    """What was started is done bit by bit, none of it at once."""
    slices, done = Slices(lambda: True, qapp), []
    slices.start(_long(done))
    assert done == []
    qtbot.waitUntil(lambda: bool(done))
    assert not slices.is_done
    qtbot.waitUntil(lambda: slices.is_done)
    assert done == [0, 1, 2]


def test_finish_does_the_rest_at_once(qapp: QObject) -> None:
    """Whoever needs the result gets it without waiting for the event loop."""
    slices, done = Slices(lambda: True, qapp), []
    slices.start(_long(done))
    slices.finish()
    assert slices.is_done
    assert done == [0, 1, 2]


def test_other_work_takes_the_place(qapp: QObject) -> None:
    """Work that is started anew is not done twice."""
    slices, before, after = Slices(lambda: True, qapp), [], []
    slices.start(_long(before))
    slices.start(_long(after))
    slices.finish()
    assert before == []
    assert after == [0, 1, 2]


def test_work_may_ask_for_its_own_end(qapp: QObject) -> None:
    """Work that asks for what it is about to make goes on."""
    slices, done = Slices(lambda: True, qapp), []
    slices.start(_long(done, slices))
    slices.finish()
    assert done == [0, 1, 2]


def test_work_waits_until_it_may_begin(qtbot: QtBot, qapp: QObject) -> None:
    """Nothing is done before the work is ready."""
    ready: list[bool] = []
    slices, done = Slices(lambda: bool(ready), qapp), []
    slices.start(_long(done))
    qtbot.wait(20)
    assert done == []
    ready.append(True)
    qtbot.waitUntil(lambda: slices.is_done)


def test_steps_make_a_list() -> None:
    """Things taken in steps are all there, in order."""
    found: list[int] = []

    def work() -> Iterator[None]:
        found.extend((yield from in_steps(range(1000))))

    assert len(list(work())) > 1
    assert found == list(range(1000))
