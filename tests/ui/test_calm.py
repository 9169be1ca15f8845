"""Is the window left alone by Python's own housekeeping while it is in use?"""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diffview.model import Comparison
from diffview.ui.calm import Housekeeper
from diffview.ui.main_window import MainWindow
from tests.ui.conftest import wait_for_comparison


class _Ring:
    """Something that refers to itself, so that only a collection ends it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def housekeeper(qapp: QApplication) -> Iterator[Housekeeper]:
    """One for a while; what it changes of Python is put back."""
    thresholds, turn = gc.get_threshold(), sys.getswitchinterval()
    made = Housekeeper(qapp)
    yield made
    made.deleteLater()
    gc.set_threshold(*thresholds)
    sys.setswitchinterval(turn)


def _old_ring() -> weakref.ref[_Ring]:
    """Return a reference to what nothing else refers to any more, and what has grown old before that."""
    ring = _Ring()
    gc.collect()
    return weakref.ref(ring)


@pytest.mark.usefixtures("housekeeper")
def test_old_objects_are_left_alone_while_the_window_is_in_use() -> None:
    """However much is made, no collection goes through everything."""
    ring, before = _old_ring(), gc.get_stats()[2]["collections"]
    many = [[n] for n in range(300_000)]
    assert len(many) == 300_000
    assert ring() is not None
    assert gc.get_stats()[2]["collections"] == before


@pytest.mark.usefixtures("housekeeper")
def test_everything_is_swept_when_the_reader_goes_elsewhere(qapp: QApplication) -> None:
    """Another program comes to the front, and what refers to itself alone is gone."""
    ring = _old_ring()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert ring() is None


@pytest.mark.usefixtures("housekeeper")
def test_a_long_session_leaves_nothing_behind(qtbot: QtBot, opened: MainWindow) -> None:
    """What was compared, listed and shown is gone when it is compared anew, without any sweeping: memory is bounded."""
    for name in ("show_list", "show_findings", "show_card"):
        opened.actions_by_name[name].trigger()
    known = []
    for _ in range(6):
        opened.session.compare()
        wait_for_comparison(qtbot, opened)
        opened.view.walk(1)
        opened.actions_by_name["swap"].trigger()
        known.append(sum(type(each) is Comparison for each in gc.get_objects()))
    assert max(known[2:]) <= known[1]
