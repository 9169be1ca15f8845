"""What does the foot of the window say: what was compared and how, how many of each class, where the reader is?"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6 import QtCore, QtGui
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QToolButton, QWidget

from diffview.phrases import beginning
from diffview.theme import NAMES, Theme
from diffview.ui import theme as look_of
from diffview.ui.elided_label import ElidedLabel
from diffview.ui.plainly import PLAIN_TEXT, set_plainly
from diffview.ui.speech import class_name, said
from diffview.ui.strength import Strength

_ROOMY = 1150
"""Width of the window in pixels from which the classes are called by name."""
_TIGHT = 600
"""Width under which only the legend and the place among the changes are shown."""
_COUNT = 320
"""Pixels more that are needed beside the count of what is checked."""


class Legend(QWidget):
    """One button a class: its sign, its name, how many there are; switched off, the class is no longer marked."""

    hidden_changed = Signal(object)  # frozenset of classes

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: dict[str, int] = {}
        self._compact = False
        self.buttons: dict[str, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        self.setAccessibleName(self.tr("Classes"))
        for mark, button in self.buttons.items():
            button.setToolTip(self._tip(mark))
        self.show_counts(self._counts)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many there are of each class; classes without any are left out."""
        self._counts = dict(counts)
        for mark, count in counts.items():
            button = self.buttons.get(mark) or self._add(mark)
            button.setText(f"{count}" if self._compact else f"{class_name(mark)} {count}")
            button.setAccessibleName(f"{class_name(mark)}: {count}")
            button.setVisible(count > 0)
        for mark in self.buttons.keys() - counts.keys():
            self.buttons[mark].hide()

    def set_compact(self, *, compact: bool) -> None:
        """Show the signs and counts alone, without names."""
        if compact != self._compact:
            self._compact = compact
            self.show_counts(self._counts)

    @property
    def has_counts(self) -> bool:
        """Whether anything has been compared."""
        return bool(self._counts)

    @property
    def hidden(self) -> frozenset[str]:
        """The classes that are switched off."""
        return frozenset(mark for mark, button in self.buttons.items() if not button.isChecked())

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for mark, button in self.buttons.items():
            button.setIcon(_sign(theme, mark))

    def _add(self, mark: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("legend")
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(QtCore.Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(self._tip(mark))
        button.setIcon(_sign(self._theme, mark))
        button.toggled.connect(lambda _on: self.hidden_changed.emit(self.hidden))
        self._row.addWidget(button)
        self.buttons[mark] = button
        return button

    def _tip(self, mark: str) -> str:
        tip = self.tr("Mark what is {kind}").format(kind=said(NAMES[mark]))
        if mark != "reworded":
            return tip
        more = self.tr(
            "coloured words change what is said, a dotted underline without colour is the same in other words"
        )
        return f"{tip}: {more}"


def _sign(theme: Theme, mark: str) -> QtGui.QIcon:
    """Return the glyph of a class on its colour."""
    colours = look_of.ink(theme.marks[mark])
    picture = QPixmap(32, 32)
    picture.setDevicePixelRatio(2)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colours.fill)
    painter.setPen(colours.edge)
    painter.drawRoundedRect(1, 1, 14, 14, 4, 4)
    font = look_of.interface_font()
    font.setPixelSize(12)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(theme.ink))
    painter.drawText(0, 0, 16, 16, QtCore.Qt.AlignmentFlag.AlignCenter, colours.glyph)
    painter.end()
    icon = QtGui.QIcon()
    icon.addPixmap(picture, QtGui.QIcon.Mode.Normal, QtGui.QIcon.State.On)
    icon.addPixmap(_blank(picture), QtGui.QIcon.Mode.Normal, QtGui.QIcon.State.Off)
    return icon


def _blank(picture: QPixmap) -> QPixmap:
    """Return a picture of the same size with a quarter of its strength."""
    blank = QPixmap(picture.size())
    blank.setDevicePixelRatio(picture.devicePixelRatio())
    blank.fill(QColor(0, 0, 0, 0))
    painter = QPainter(blank)
    painter.setOpacity(0.25)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return blank


class Status(QStatusBar):
    """The status bar: how it was compared or how far that is, the legend, the place among the changes."""

    cancel_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_busy = False
        self.setSizeGripEnabled(False)
        self.setMinimumWidth(1)  # the names of the classes do not keep the window from getting narrow
        self.made_by = ElidedLabel(self)
        self.made_by.setObjectName("hint")
        self.made_by.setIndent(14)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.cancel = QPushButton(self)
        self.cancel.setObjectName("small")
        self.cancel.clicked.connect(self.cancel_requested)
        self.legend = Legend(theme, self)
        self.strength = Strength(self)
        self.place = QLabel(self)
        set_plainly(self.place, textFormat=PLAIN_TEXT)
        self.place.setObjectName("place")
        self.addWidget(self.bar)
        self.addWidget(self.cancel)
        self.addWidget(self.made_by, 1)
        self.addPermanentWidget(self.legend)
        self.addPermanentWidget(self.strength)
        self.checked = QLabel(self)
        self.checked.setObjectName("hint")
        self.addPermanentWidget(self.checked)
        self.addPermanentWidget(self.place)
        self._name()
        self.set_busy(busy=False)
        self.messageChanged.connect(lambda _words: self._show_left())

    def _name(self) -> None:
        self.bar.setAccessibleName(self.tr("Progress of the comparison"))
        self.cancel.setText(self.tr("Cancel"))

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now, but what was said by `say`, `show_checked` and so on."""
        self._name()
        self.legend.retranslate()
        self.strength.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the names of the classes where there is no room for them."""
        self._share_out()
        super().resizeEvent(event)

    def _share_out(self) -> None:
        """Leave out what there is no room for; what is masked is always told."""
        is_tight = self.width() < _TIGHT
        self._show_left()
        self.strength.setVisible(self.legend.has_counts and (not is_tight or self.strength.least > 0))
        self.legend.set_compact(compact=self.width() < _ROOMY + (_COUNT if self.checked.text() else 0))

    def _show_left(self) -> None:
        """Show what stands on the left, unless what a command does is told there."""
        is_free = not self.currentMessage()
        self.made_by.setVisible(is_free and self.width() >= _TIGHT)
        for shown in (self.bar, self.cancel):
            shown.setVisible(is_free and self._is_busy)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.legend.set_theme(theme)

    def set_busy(self, *, busy: bool) -> None:
        """Show or hide progress."""
        self._is_busy = busy
        self._show_left()
        self.bar.setRange(0, 0)

    def show_progress(self, stage: str, done: int, total: int) -> None:
        """Show how far the work is; a total of 0 means that nobody knows."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.say(f"{beginning(said(stage))}…")

    def say(self, text: str) -> None:
        """Say how the comparison was made or what is being done."""
        self.made_by.show_text(text)

    def show_checked(self, number: int, total: int) -> None:
        """Show "23 of 31 checked", once there is one."""
        checked = self.tr("{number} of {total} checked").format(number=number, total=total)
        self.checked.setText(checked if number else "")
        self._share_out()

    def show_place(self, number: int, total: int) -> None:
        """Show "7 of 41"; number 0 stands before the first."""
        if number:
            self.place.setText(self.tr("{number} of {total}").format(number=number, total=total))
        else:
            self.place.setText(self.tr("%Ln change(s)", "", total) if total else self.tr("No changes"))
