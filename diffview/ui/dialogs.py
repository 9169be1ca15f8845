"""Which questions are asked in a window of their own?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diffview import __version__
from diffview.model import Side
from diffview.ui.actions import COMMANDS, plain
from diffview.ui.session_file import SUFFIX

_ENDINGS = "txt text md markdown html htm xhtml mhtml mht eml docx odt rtf pdf epub"
_ARTICLES = f"Articles ({' '.join(f'*.{ending}' for ending in _ENDINGS.split())});;All files (*)"
_SESSIONS = f"Sessions (*{SUFFIX})"
_ABOUT = f"""diffview {__version__}

Shows two articles side by side and tells what is the same, reworded, moved, added or dropped, by meaning.

Everything happens on this machine; nothing is sent anywhere.
Free software under the Apache License 2.0."""


def ask_for_article(parent: QWidget, side: Side, folder: str) -> str:
    """Return the path of the article to open, "" when the reader thought better of it."""
    return QFileDialog.getOpenFileName(parent, f"Open the {side.value} article", folder, _ARTICLES)[0]


def ask_for_report(parent: QWidget, suggested: str) -> str:
    """Return where to write the report, "" when the reader thought better of it."""
    path = QFileDialog.getSaveFileName(parent, "Export HTML", suggested, "HTML (*.html)")[0]
    return path if not path or Path(path).suffix else f"{path}.html"


def ask_for_session(parent: QWidget, suggested: str, *, saving: bool) -> str:
    """Return where a session is to be saved or found, "" when the reader thought better of it."""
    ask = QFileDialog.getSaveFileName if saving else QFileDialog.getOpenFileName
    path = ask(parent, "Save session" if saving else "Open session", suggested, _SESSIONS)[0]
    return path if not path or not saving or Path(path).suffix else f"{path}{SUFFIX}"


def about(parent: QWidget) -> QDialog:
    """Show what this program is; returns the open dialog."""
    dialog = _dialog(parent, "About diffview")
    label = QLabel(_ABOUT, dialog)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(420)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    _show(dialog, label)
    return dialog


def show_keys(parent: QWidget) -> QDialog:
    """List what can be done and by which key; returns the open dialog."""
    dialog = _dialog(parent, "Keys")
    rows = [(plain(command.text), command.keys) for command in COMMANDS if command.keys]
    rows += [("Scroll one side alone", ("hold Shift",)), ("Zoom", ("Ctrl+wheel",))]
    table = QTableWidget(len(rows), 2, dialog)
    table.setHorizontalHeaderLabels(["What", "Key"])
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    for row, (text, keys) in enumerate(rows):
        names = (key if "hold" in key or "wheel" in key else _native(key) for key in keys)
        table.setItem(row, 0, QTableWidgetItem(text))
        table.setItem(row, 1, QTableWidgetItem(" or ".join(names)))
    dialog.resize(460, 620)
    _show(dialog, table)
    return dialog


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _dialog(parent: QWidget, title: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _show(dialog: QDialog, content: QWidget) -> None:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 20, 20, 20)
    column.addWidget(content)
    dialog.show()
