"""How is a widget told, before the articles are on the screen, what only the namespace `Qt` has words for?

PySide makes all 93 enumerations of that namespace when one of them is touched, which takes a tenth of the time in which
the window opens. What is needed before goes by Qt's properties and their numbers; what happens later says `QtCore.Qt`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

ALWAYS_OFF = 1
"""A scroll bar's policy: `Qt.ScrollBarPolicy.ScrollBarAlwaysOff`."""
PLAIN_TEXT = 0
"""A label's format: `Qt.TextFormat.PlainText`."""
NO_MENU, PREVENT_MENU = 0, 4
"""A context menu's policy: `Qt.ContextMenuPolicy.NoContextMenu` and `PreventContextMenu`."""
STRONG_FOCUS = 11
"""Which keys and clicks focus a widget: `Qt.FocusPolicy.StrongFocus`."""
HORIZONTAL = 1
"""Which way a slider runs: `Qt.Orientation.Horizontal`."""


def set_plainly(target: QObject, **properties: int) -> None:
    """Set properties of `target` that Qt has, by their Qt names."""
    for name, value in properties.items():
        if not target.setProperty(name, value):
            raise AttributeError(f"{target.metaObject().className()} has no property {name}")
