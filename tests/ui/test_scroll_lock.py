"""Tests of two scroll bars that keep together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from diffview.model import Side
from diffview.ui.scroll_lock import ScrollLock
from diffview.ui.scroll_sync import ScrollMap, Tie, View


class Bars:
    """Two bars, 2000 and 5000 long, whose articles are tied in the middle."""

    def __init__(self, qtbot: QtBot) -> None:
        self.left, self.right = QScrollBar(), QScrollBar()
        for bar, reach in ((self.left, 2000), (self.right, 5000)):
            qtbot.addWidget(bar)
            bar.setRange(0, reach)
            bar.setPageStep(500)
        self.free = False
        self.lock = ScrollLock(self.left, self.right, lambda: self.free)
        self.map = ScrollMap([Tie((1200, 1300), (2000, 2100), 1)], View(2500, 500), View(5500, 500))
        self.lock.set_map(self.map)


@pytest.fixture
def bars(qtbot: QtBot) -> Bars:
    """Two bars that are locked together."""
    return Bars(qtbot)


def test_right_follows_left(bars: Bars) -> None:
    """Scrolling the left bar takes the right one along."""
    bars.left.setValue(950)
    assert bars.right.value() == pytest.approx(bars.map.right_of(950), abs=1)


def test_left_follows_right(bars: Bars) -> None:
    """Scrolling the right bar takes the left one along."""
    bars.right.setValue(3000)
    assert bars.left.value() == pytest.approx(bars.map.left_of(3000), abs=1)


def test_no_echo(bars: Bars) -> None:
    """One step of the reader moves each bar once."""
    moves: list[str] = []
    bars.left.valueChanged.connect(lambda _v: moves.append("left"))
    bars.right.valueChanged.connect(lambda _v: moves.append("right"))
    bars.left.setValue(400)
    assert sorted(moves) == ["left", "right"]
    assert bars.left.value() == 400


def test_no_drift(bars: Bars) -> None:
    """Small steps down and up again end where they began."""
    for value in (*range(0, 1500, 7), *range(1500, -1, -7), 0):
        bars.left.setValue(value)
    assert (bars.left.value(), bars.right.value()) == (0, 0)


def test_let_go(bars: Bars) -> None:
    """While the lock is open each bar scrolls alone."""
    bars.free = True
    bars.left.setValue(900)
    assert bars.right.value() == 0


def test_no_jump_after_letting_go(bars: Bars) -> None:
    """When the lock closes again the next small step is a small step on both sides."""
    bars.free = True
    bars.left.setValue(900)
    bars.free = False
    bars.left.setValue(905)
    assert bars.right.value() < 60


def test_difference_melts_within_a_page(bars: Bars) -> None:
    """After a page of travel both bars are on their common way again."""
    bars.lock.show(200, 4000)
    for value in range(200, 740, 20):
        bars.left.setValue(value)
    assert bars.right.value() == pytest.approx(bars.map.right_of(bars.left.value()), abs=2)


def test_difference_melts_steadily(bars: Bars) -> None:
    """On the way back from a crossing link no step is a jump."""
    bars.lock.show(200, 4000)
    values = []
    for value in range(200, 740, 10):
        bars.left.setValue(value)
        values.append(bars.right.value())
    steps = [abs(b - a) for a, b in pairwise(values)]
    assert max(steps) < 120


def test_new_layout_keeps_the_leading_pane(bars: Bars) -> None:
    """When the text is laid out anew the pane that was scrolled last stays, and the other follows."""
    bars.right.setValue(3000)
    other = ScrollMap([Tie((800, 900), (4000, 4100), 1)], View(2500, 500), View(5500, 500))
    bars.lock.set_map(other)
    assert bars.lock.leader is Side.RIGHT
    assert bars.right.value() == 3000
    assert bars.left.value() == pytest.approx(other.left_of(3000), abs=1)
