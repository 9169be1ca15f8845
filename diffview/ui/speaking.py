"""How does an open window change its language?

Every part says anew what it says. What is open, compared, put right, chosen and in sight stays as it is; dialogs that
are open are opened anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from diffview.ui.language import speak

if TYPE_CHECKING:  # it is the window that asks for its parts
    from diffview.ui.main_window import MainWindow

_QT = {
    "qt_dockwidget_floatbutton": ("QDockWidget", "Float", "Undocks and re-attaches the dock widget"),
    "qt_dockwidget_closebutton": ("QDockWidget", "Close", "Closes the dock widget"),
    "ScrollLeftButton": ("QTabBar", "Scroll Left", ""),
    "ScrollRightButton": ("QTabBar", "Scroll Right", ""),
}
"""Buttons that Qt names for screen readers once and for all: where its translation has their names and descriptions."""


class Speaking(QObject):
    """Follows what language the reader prefers, for one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.appearance.language_changed.connect(self._speak)

    def _speak(self, language: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        speak(app, language)
        self._window.setUpdatesEnabled(False)
        self._window.retranslate()
        self._name_qt()
        self._window.setUpdatesEnabled(True)
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible() and dialog.objectName() in self._window.actions_by_name:
                self._open_anew(dialog)

    def _name_qt(self) -> None:
        for name, (context, text, more) in _QT.items():
            for button in self._window.findChildren(QAbstractButton, name):
                button.setAccessibleName(QCoreApplication.translate(context, text))
                button.setAccessibleDescription(QCoreApplication.translate(context, more) if more else "")

    def _open_anew(self, dialog: QDialog) -> None:
        """Close a dialog and open it again, by the command whose name it bears."""
        command = dialog.objectName()
        dialog.close()
        self._window.do(command)
