"""Which questions are asked in a window of their own?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHeaderView,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diffview.model import Article, Side
from diffview.reading.suffixes import SESSION
from diffview.ui.actions import COMMANDS, native_key, plain, translated

_ENDINGS = "txt text md markdown html htm xhtml mhtml mht eml docx odt rtf pdf epub"
_PATTERN = " ".join(f"*.{ending}" for ending in _ENDINGS.split())


def folder_of(articles: Iterable[Article | None]) -> str:
    """Return the folder that the first of these articles lies in, as far as one does; "" leaves it to the system."""
    folders = (Path(article.path).parent for article in articles if article is not None and article.path)
    return next((str(folder) for folder in folders if folder.is_dir()), "")


def ask_for_article(parent: QWidget, side: Side, folder: str) -> str:
    """Return the path of the article to open, "" when the reader thought better of it."""
    left = QCoreApplication.translate("dialogs", "Open the left article")
    right = QCoreApplication.translate("dialogs", "Open the right article")
    articles = QCoreApplication.translate("dialogs", "Articles ({pattern});;All files (*)").format(pattern=_PATTERN)
    return QFileDialog.getOpenFileName(parent, left if side is Side.LEFT else right, folder, articles)[0]


def ask_for_report(parent: QWidget, suggested: str, endings: Sequence[str]) -> str:
    """Return where to write the report, "" when the reader thought better of it.

    `endings` are those of the forms to choose from. The ending of the name decides, unless the name was left as it was
    suggested and another form was chosen; a name without ending gets that of the chosen form.
    """
    title = QCoreApplication.translate("dialogs", "Export the comparison")
    patterns = ";;".join(f"{ending.lstrip('.').upper()} (*{ending})" for ending in endings)
    path, pattern = QFileDialog.getSaveFileName(parent, title, suggested, patterns)
    chosen = next((ending for ending in endings if f"(*{ending})" in pattern), endings[0])
    bare = path.removesuffix(endings[0])
    if path and Path(path).name == Path(suggested).name and not Path(f"{bare}{chosen}").exists():
        path = bare
    return path if not path or Path(path).suffix in endings else f"{path}{chosen}"


def ask_for_session(parent: QWidget, suggested: str, *, saving: bool) -> str:
    """Return where a session is to be saved or found, "" when the reader thought better of it."""
    ask = QFileDialog.getSaveFileName if saving else QFileDialog.getOpenFileName
    title = (
        QCoreApplication.translate("dialogs", "Save session")
        if saving
        else QCoreApplication.translate("dialogs", "Open session")
    )
    sessions = QCoreApplication.translate("dialogs", "Sessions ({pattern})").format(pattern=f"*{SESSION}")
    path = ask(parent, title, suggested, sessions)[0]
    return path if not path or not saving or Path(path).suffix else f"{path}{SESSION}"


def ask_to_save(parent: QWidget) -> bool | None:
    """Ask whether corrections are to be saved before they are gone; None: the reader would rather go on."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("dialogs", "Save session"))
    box.setText(QCoreApplication.translate("dialogs", "Your corrections and notes are not saved."))
    roles = QMessageBox.ButtonRole
    save = box.addButton(QCoreApplication.translate("dialogs", "Save"), roles.AcceptRole)
    box.addButton(QCoreApplication.translate("dialogs", "Close without saving"), roles.DestructiveRole)
    stay = box.addButton(QCoreApplication.translate("dialogs", "Cancel"), roles.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    box.exec()
    clicked = box.clickedButton()
    return None if clicked is stay else clicked is save


def show_keys(parent: QWidget) -> QDialog:
    """List what can be done and by which key; returns the open dialog."""
    dialog = _dialog(parent, QCoreApplication.translate("dialogs", "Keys"))
    rows = [*_keys_of_commands(), *_other_keys()]
    table = QTableWidget(len(rows), 2, dialog)
    table.setHorizontalHeaderLabels(
        [QCoreApplication.translate("dialogs", "What"), QCoreApplication.translate("dialogs", "Key")]
    )
    table.setAccessibleName(dialog.windowTitle())
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    for row, (text, keys) in enumerate(rows):
        table.setItem(row, 0, QTableWidgetItem(text))
        table.setItem(row, 1, QTableWidgetItem(keys))
    dialog.resize(460, 620)
    _show(dialog, table)
    return dialog


def _keys_of_commands() -> Iterator[tuple[str, str]]:
    """Yield what every command with a key is called, and its keys as the system writes them."""
    for command in COMMANDS:
        if command.keys:
            keys = QCoreApplication.translate("dialogs", " or ").join(map(native_key, command.keys))
            yield plain(translated(command.text)), keys


def _other_keys() -> Iterator[tuple[str, str]]:
    """Yield what can be done by a key together with the mouse."""
    yield (
        QCoreApplication.translate("dialogs", "Scroll one side alone"),
        QCoreApplication.translate("dialogs", "hold Shift"),
    )
    yield QCoreApplication.translate("dialogs", "Zoom"), QCoreApplication.translate("dialogs", "Ctrl+wheel")


def _dialog(parent: QWidget, title: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setObjectName("show_shortcuts")
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _show(dialog: QDialog, content: QWidget) -> None:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 20, 20, 20)
    column.addWidget(content)
    dialog.show()
