"""How sure must a link be to be shown?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLabel, QMenu, QSlider, QToolButton, QVBoxLayout, QWidget, QWidgetAction

from diffview.ui.plainly import HORIZONTAL, PLAIN_TEXT, set_plainly

_STEP = 5


class Strength(QToolButton):
    """A button that says how sure links must be, and opens a slider for it."""

    least_changed = Signal(float)
    """The chance, 0 to 1, below which links are not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.slider = QSlider()
        set_plainly(self.slider, orientation=HORIZONTAL)
        self.slider.setRange(0, 100 // _STEP)
        self.slider.setPageStep(2)
        self.slider.setMinimumWidth(220)
        self.slider.valueChanged.connect(self._tell)
        self.said = QLabel()
        set_plainly(self.said, textFormat=PLAIN_TEXT)
        self.setMenu(self._popup())
        self._masked = 0
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        self.slider.setAccessibleName(self.tr("Show links from this certainty on"))
        self.setToolTip(self.tr("How sure a link must be to be shown; this changes no result"))
        self.say(self._masked)

    def open(self) -> None:
        """Open the slider above the button, ready for the arrow keys."""
        self.menu().popup(self.mapToGlobal(self.rect().topLeft()) - QPoint(0, self.menu().sizeHint().height()))

    def _popup(self) -> QMenu:
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.said)
        column.addWidget(self.slider)
        popup = QMenu(self)
        holder = QWidgetAction(popup)
        holder.setDefaultWidget(panel)
        popup.addAction(holder)
        popup.aboutToShow.connect(self.slider.setFocus)
        return popup

    @property
    def least(self) -> float:
        """The chance, 0 to 1, below which links are not shown."""
        return self.slider.value() * _STEP / 100

    def say(self, masked: int) -> None:
        """Say from which chance links are shown, and how many are not."""
        self._masked, percent = masked, self.slider.value() * _STEP
        self.setText(self.tr("≥ {percent} %").format(percent=percent) if percent else self.tr("All links"))
        shown = self.tr("Links from {percent} % on").format(percent=percent) if percent else self.tr("All links")
        hidden = self.tr("%n weaker link(s) not shown", "", masked) if masked else ""
        self.said.setText("\n".join((shown, hidden)))
        self.setAccessibleName(f"{shown}. {hidden}" if hidden else shown)

    def _tell(self) -> None:
        self.least_changed.emit(self.least)
