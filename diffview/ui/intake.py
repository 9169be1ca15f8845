"""What did the reader drop or paste: a file or an address, two of them, a text, or nothing that can be opened?"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from diffview.model import Side
from diffview.reading.address import is_address
from diffview.ui.qtext import one_line


@dataclass(frozen=True, slots=True)
class Intake:
    """What came in: paths of this machine and addresses of pages, or a text with its markup, or what is wrong with it.

    `markup` is the text as HTML, "" if it came without.
    """

    paths: tuple[str, ...] = ()
    text: str = ""
    markup: str = ""
    trouble: str = ""


def may_hold_articles(data: QMimeData) -> bool:
    """Return whether it is worth accepting a drag."""
    return data.hasUrls() or data.hasText() or data.hasHtml()


def take(data: QMimeData | None) -> Intake:
    """Return what `data` holds for us; nothing is fetched or opened here."""
    if data and data.urls():
        return _take_urls(data.urls())
    text, markup = (data.text(), _markup(data)) if data else ("", "")
    if is_address(text):
        return Intake(paths=(text.strip(),))
    if text.strip() or markup.strip():
        return Intake(text=text, markup=markup)
    return Intake(
        trouble=QCoreApplication.translate("intake", "There was nothing in it to open; try again, or use Open.")
    )


def _take_urls(urls: list[QUrl]) -> Intake:
    if len(urls) > 2:
        many = QCoreApplication.translate(
            "intake", "{count} files at once are too many; drop one on a pane, or two on the window."
        )
        return Intake(trouble=many.format(count=len(urls)))
    for url in urls:
        if not url.isLocalFile() and not is_address(url.toString()):
            address = one_line(url.toDisplayString(), 80)
            abroad = QCoreApplication.translate("intake", "{address} is neither a file nor the address of a web page.")
            return Intake(trouble=abroad.format(address=address))
    return Intake(paths=tuple(url.toLocalFile() if url.isLocalFile() else url.toString() for url in urls))


def _markup(data: QMimeData) -> str:
    """Return the HTML that came along; Qt only decodes it, nothing is shown as rich text."""
    return data.html() if data.hasHtml() else ""


class DropTarget(QObject):
    """Takes what is dragged onto a window; what falls on its left half is for the left side.

    The widgets inside must not accept drops themselves.
    """

    dropped = Signal(object, Side)  # Intake
    aimed = Signal(object)  # Side that would be opened, None when the drag is gone

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Handle the events of a drag."""
        if event.type() is QEvent.Type.DragLeave:
            self.aimed.emit(None)
            return True
        if not isinstance(event, QDropEvent) or not may_hold_articles(event.mimeData()):
            return False
        event.acceptProposedAction()
        side = Side.LEFT if event.position().x() < self._window.width() / 2 else Side.RIGHT
        if isinstance(event, QDragMoveEvent):
            self.aimed.emit(side)
        else:
            self.aimed.emit(None)
            self.dropped.emit(take(event.mimeData()), side)
        return True
