"""What may the reader prefer, besides what the menus offer, and how is it asked?

A form made from a table; what is changed in it is applied at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFontComboBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from diffview.ui.preferences import BOUNDS, Preferences

_Change = Callable[[str, object], None]


@dataclass(frozen=True, slots=True)
class Field:
    """One whole number of the preferences: its name there, and how it is asked for."""

    name: str
    label: str
    unit: str
    step: int = 1


class PreferencesForm(QDialog):
    """Shows the preferences and hands every change to `change`, as a name and a value."""

    def __init__(self, preferences: Preferences, family: str, change: _Change, parent: QWidget | None = None) -> None:
        """`family` is the font that articles are set in now."""
        super().__init__(parent)
        self.setObjectName("show_preferences")
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._change = change
        self.font_box = self._make_font_box(family)
        self.boxes = {field.name: self._make_box(field, getattr(preferences, field.name)) for field in self._fields()}
        self._lay_out()

    def _fields(self) -> tuple[Field, ...]:
        return (
            Field("text_size", self.tr("Text size"), self.tr(" pixels")),
            Field("line_height", self.tr("Line height"), self.tr(" % of the text size"), 5),
            Field("measure", self.tr("Length of a line"), self.tr(" letters"), 2),
        )

    def _make_font_box(self, family: str) -> QFontComboBox:
        box = QFontComboBox(self)
        box.setEditable(False)
        box.setCurrentFont(QFont(family))
        box.currentFontChanged.connect(lambda font: self._change("font", font.family()))
        return box

    def _make_box(self, field: Field, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(*BOUNDS[field.name])
        box.setSingleStep(field.step)
        box.setSuffix(field.unit)
        box.setValue(value)
        box.valueChanged.connect(lambda number: self._change(field.name, number))
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.addRow(self.tr("Reading font"), self.font_box)
        for field in self._fields():
            form.addRow(field.label, self.boxes[field.name])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(buttons)
