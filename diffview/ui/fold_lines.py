"""How does the reader press the line that stands for a folded stretch?

A button lies over each of these lines that is in sight, so that the mouse, the Tab key and a screen reader find it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from diffview.ui.article_pane import ArticlePane


class FoldLines(QObject):
    """The buttons of one pane."""

    opened = Signal(int)
    """Which of the closed folds, from 0, the reader wants to see."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._rows: Sequence[QRectF] = ()
        self._buttons: list[QPushButton] = []
        self._shown: list[int] = []
        self._labels: Sequence[str] = ()
        pane.layout_changed.connect(self.take_layout)
        pane.verticalScrollBar().valueChanged.connect(self._place)

    def nearest(self) -> int:
        """Return the fold whose line is nearest to the middle of the page, -1 without any."""
        middle = self._pane.verticalScrollBar().value() + self._pane.viewport().height() / 2
        rows = self._pane.folded_rows()
        return min(range(len(rows)), key=lambda n: abs(rows[n].center().y() - middle), default=-1)

    def button(self, number: int) -> QPushButton | None:
        """Return the button of a fold, None while it is out of sight."""
        return self._buttons[self._shown.index(number)] if number in self._shown else None

    def take_layout(self) -> None:
        """Take what is folded and where its lines stand."""
        self._rows, self._labels = self._pane.folded_rows(), self._pane.folded_labels()
        self._place()

    def _place(self) -> None:
        """Put a button over every line in sight; there are never more than fit on a page."""
        scroll, page = self._pane.verticalScrollBar().value(), self._pane.viewport().height()
        self._shown = [n for n, row in enumerate(self._rows) if row.bottom() > scroll and row.top() < scroll + page]
        while len(self._buttons) < len(self._shown):
            self._buttons.append(self._button(len(self._buttons)))
        for place, button in enumerate(self._buttons):
            if place < len(self._shown):
                self._show(button, self._shown[place], scroll)
            else:
                button.hide()

    def _show(self, button: QPushButton, number: int, scroll: int) -> None:
        label = self._labels[number]
        button.setText(f"⋯  {label}  ⋯")
        button.setAccessibleName(self.tr("{what}, folded").format(what=label))
        button.setToolTip(self.tr("Show what is folded here"))
        button.setGeometry(self._rows[number].translated(0, -scroll).toRect())
        button.show()

    def _button(self, place: int) -> QPushButton:
        button = QPushButton(self._pane.viewport())
        button.setObjectName("fold")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self._open(place))
        before = self._buttons[-1] if self._buttons else self._pane
        QWidget.setTabOrder(before, button)
        return button

    def _open(self, place: int) -> None:
        number = self._shown[place]
        self._pane.setFocus()
        self.opened.emit(number)
