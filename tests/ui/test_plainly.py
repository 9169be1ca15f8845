"""Tests of telling widgets plain numbers instead of Qt's enumerations."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diffview.ui import plainly


@pytest.mark.parametrize(
    ("number", "member"),
    [
        (plainly.ALWAYS_OFF, Qt.ScrollBarPolicy.ScrollBarAlwaysOff),
        (plainly.PLAIN_TEXT, Qt.TextFormat.PlainText),
        (plainly.NO_MENU, Qt.ContextMenuPolicy.NoContextMenu),
        (plainly.PREVENT_MENU, Qt.ContextMenuPolicy.PreventContextMenu),
        (plainly.STRONG_FOCUS, Qt.FocusPolicy.StrongFocus),
        (plainly.HORIZONTAL, Qt.Orientation.Horizontal),
    ],
)
def test_a_number_is_what_it_stands_for(number: int, member: object) -> None:
    """Each number is that of the member of Qt's namespace that its name says."""
    assert number == getattr(member, "value", None)


def test_a_property_is_set_by_its_number(qtbot: QtBot) -> None:
    """A widget told a number behaves as if it was told the member of the namespace."""
    label = QLabel()
    qtbot.addWidget(label)
    plainly.set_plainly(label, textFormat=plainly.PLAIN_TEXT, focusPolicy=plainly.STRONG_FOCUS)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_property_that_is_not_there_is_an_error(qtbot: QtBot) -> None:
    """A misspelt name does not pass in silence."""
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(AttributeError, match="QLabel has no property textFromat"):
        plainly.set_plainly(label, textFromat=0)
