"""How is a long text set and laid out before anybody asks where its last line stands, without holding up the window?"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from diffview.ui.typesetting import AT_ONCE, shrink_empty_lines

_UNSEEN = 200
"""Milliseconds after which a page is set that is not painted, since it is hidden."""
_SLICE = 8
"""Milliseconds of work between two looks at what the reader does."""
_BREATH = 1
"""Milliseconds between two slices, in which the window answers; with none two panes would take turns without it."""
_BLOCKS = 25


class Paver(QObject):
    """Sets the lines of a document that typesetting has left, and lays them out, in slices of time.

    It waits until the page is painted, so that nothing stands between a reader and the first lines.
    """

    done = Signal()  # when nothing is left to do, unless somebody did not wait for it

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._next = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return not self._timer.isActive()

    def start(self) -> None:
        """Begin, or begin anew, if the document is so long that there is something left."""
        self._next = AT_ONCE
        if self._document.blockCount() > AT_ONCE:
            self._timer.start(_UNSEEN)
        else:
            self._timer.stop()

    def go_on(self) -> None:
        """Go on without waiting, now that what stands at the top of the page is painted."""
        if self._timer.interval() > _BREATH:
            self._timer.setInterval(_BREATH)

    def finish(self) -> None:
        """Do at once what is left, since somebody wants to measure the text."""
        if not self.is_done:
            self._timer.stop()
            shrink_empty_lines(self._document, self._next, self._document.blockCount())

    def _go_on(self) -> None:
        self.go_on()
        layout, spent = self._document.documentLayout(), QElapsedTimer()
        spent.start()
        while spent.elapsed() < _SLICE:
            shrink_empty_lines(self._document, self._next, self._next + _BLOCKS)
            self._next += _BLOCKS
            block = self._document.findBlockByNumber(self._next)
            if not block.isValid():
                self._timer.stop()
                self.done.emit()
                return
            layout.blockBoundingRect(block)
