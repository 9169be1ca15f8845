"""How is it seen to that work in other threads, and Python's own housekeeping, do not hold the window up?

Python runs one thread at a time. Left alone it lets a thread that compares go on for 5 ms each time the window wants
its turn, of which one picture takes many; and it now and then looks through every object there is, which takes a tenth
of a second once a long comparison is open.
"""

from __future__ import annotations

import gc
import sys

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

_TURN = 0.0002
"""Seconds after which another thread has its turn."""
_YOUNG, _MIDDLE, _NEVER = 1000, 5, 1_000_000_000


class Housekeeper(QObject):
    """Looks through young objects while the window is in use, and through all of them when the reader is elsewhere.

    Values that refer to each other in circles and grow old are kept until then; diffview's own values do not.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        sys.setswitchinterval(_TURN)
        gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
        app.applicationStateChanged.connect(self._on_state)

    def _on_state(self, state: QtCore.Qt.ApplicationState) -> None:
        if state is not QtCore.Qt.ApplicationState.ApplicationActive:
            gc.collect()
