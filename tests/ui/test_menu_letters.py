"""Tests of the letters of menus."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from diffview.ui.menu_letters import share_out_letters


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (["&Open", "&Save"], ["&Open", "&Save"]),
        (["&Save", "&Swap"], ["&Save", "S&wap"]),
        (["&Save", "Save &as", "Save all"], ["&Save", "Save &as", "Sa&ve all"]),
        (["R && &D", "&Do"], ["R && &D", "D&o"]),
        (["&A", "&A"], ["&A", "A"]),
        (["Über", "&über"], ["&Über", "ü&ber"]),
    ],
)
def test_letters_are_shared_out(qtbot: QtBot, wanted: list[str], given: list[str]) -> None:
    """The first entry keeps its letter, a later one takes another; an ampersand that is text stays."""
    menu = QMenu()
    qtbot.addWidget(menu)
    for text in wanted:
        menu.addAction(text)
    share_out_letters(menu)
    assert [action.text() for action in menu.actions()] == given
