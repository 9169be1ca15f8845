"""Which letter opens which entry of a menu, so that no two entries share one, in any language?"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QMenu, QMenuBar


def share_out_letters(menu: QMenu | QMenuBar) -> None:
    """Give every entry of a menu and of the menus in it a letter of its own.

    An entry keeps the letter it asks for unless one above it has it; then it gets the first free one, beginnings of
    words before others. Where none is free it has none.
    """
    taken: set[str] = set()
    for action in menu.actions():
        if not action.isSeparator():
            action.setText(_with_letter(action.text(), taken))
        inner: object = action.menu()
        if isinstance(inner, QMenu):
            share_out_letters(inner)


def _with_letter(text: str, taken: set[str]) -> str:
    """Return `text` with a mark before a letter that is not taken, and take it."""
    marked = text.replace("&&", "\0")
    wanted = marked.find("&")
    bare = marked.replace("&", "")
    for at in ([wanted] if wanted >= 0 else []) + list(_places(bare)):
        letter = bare[at : at + 1].casefold()
        if letter.isalnum() and letter not in taken:
            taken.add(letter)
            return f"{bare[:at]}&{bare[at:]}".replace("\0", "&&")
    return bare.replace("\0", "&&")


def _places(text: str) -> Iterator[int]:
    """Yield the places of letters, beginnings of words first."""
    begins = [at for at in range(len(text)) if text[at].isalnum() and not text[at - 1 : at].isalnum()]
    yield from begins
    yield from (at for at in range(len(text)) if at not in begins)
