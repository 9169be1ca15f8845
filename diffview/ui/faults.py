"""What happens when something goes wrong that nobody foresaw?

The work is kept, the log says where it happened, and the reader gets one dialog with all that a bug report needs. While
it is open further faults are added to it: there is never a second one.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from diffview.errors import printable
from diffview.ui import log

_GRAVE = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
_LONGEST = 300


class Faults(QObject):
    """Catches unforeseen errors of every thread, for one window; `keep` saves the reader's work."""

    happened = Signal(str)

    def __init__(self, keep: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._keep, self._window = keep, window
        self._dialog: FaultDialog | None = None
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = _on_error
        threading.excepthook = _on_thread
        qInstallMessageHandler(_on_qt)
        self._stop_listening = log.listen(self._tell)

    def remove(self) -> None:
        """Leave errors to Python and Qt again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        self._stop_listening()

    def _tell(self, error: BaseException) -> None:
        """Hand the report to the window's own thread."""
        self.happened.emit("".join(traceback.format_exception(error)))

    def _show(self, report: str) -> None:
        self._keep()
        if self._dialog is None:
            self._dialog = FaultDialog(self._window)
            self._dialog.finished.connect(self._forget)
            self._dialog.show()
        self._dialog.add(report)

    def _forget(self) -> None:
        self._dialog = None


class FaultDialog(QDialog):
    """Says that something went wrong, that the work is kept, and what to send to those who can mend it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        from diffview.ui.details import details  # noqa: PLC0415 - loaded by what hardly ever happens

        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        label = QLabel(self._words(), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.text = QPlainTextEdit(details(), self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Details"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (label, self.text, buttons):
            column.addWidget(part)
        self.resize(640, 420)

    def _words(self) -> str:
        return self.tr(
            "This is a fault of diffview, not yours. Your texts, corrections and notes were kept just now; if the "
            "window does not go on as it should, close it and open it again.\n\nPlease report the details below. They "
            "may quote the text that was being worked on: take out what nobody else should read."
        )

    def add(self, report: str) -> None:
        """Add what is known of one fault."""
        self.text.appendPlainText("\n" + "\n".join(map(printable, report.splitlines())))


def _on_error(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """Record what Python met outside of any part that expects errors, in whatever thread."""
    sys.__excepthook__(kind, error, where)
    if isinstance(error, Exception):
        log.record(error.with_traceback(where))


def _on_thread(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        _on_error(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def _on_qt(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Write what Qt complains about where one can find it; nobody needs a dialog for it."""
    sys.stderr.write(f"{words}\n")
    if kind in _GRAVE:
        log.note(f"Qt: {printable(words)[:_LONGEST]}")
