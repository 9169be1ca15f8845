"""How does a key do something while a part of the window is busy, and only then?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def sleeping_key(key: str, view: QWidget, do: Callable[[], object]) -> QShortcut:
    """Return a shortcut for a widget and what is in it; it does nothing until it is enabled."""
    shortcut = QShortcut(QKeySequence(key), view)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setEnabled(False)
    shortcut.activated.connect(do)
    return shortcut
