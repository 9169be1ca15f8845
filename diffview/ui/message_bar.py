"""How is the reader told something without a window in the way?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from diffview.theme import Theme
from diffview.ui.qtext import one_line

_NOTE = "related"
"""The class in whose colour is told what is no trouble."""
_Do = Callable[[], None]


class MessageBar(QFrame):
    """One line above the panes; stays until it is closed or there is something newer to say.

    What is true for longer, such as that not all is marked, comes back when that is over.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._theme = theme
        self._mark = "reworded"
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self)
        self.button.setObjectName("small")
        self.button.clicked.connect(self._do)
        self._offered: _Do = self.hide
        self._dismissed: _Do = self.hide
        self._again: _Do | None = None
        self._standing: Callable[[], str] = str
        self._is_standing = self._is_passing = False
        self._cross = QToolButton(self)
        self._cross.setText("✕")
        self._cross.clicked.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 5, 8, 5)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        row.addWidget(self._cross)
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What is being said; "" when the bar is closed."""
        return "" if self.isHidden() else self.label.text()

    def retranslate(self) -> None:
        """Speak the language that is spoken now; what nobody can say anew stays if it is trouble or an offer."""
        self._cross.setAccessibleName(self.tr("Close the message"))
        if self._is_standing and not self.isHidden():
            self._stand()
        elif self._again is not None and not self.isHidden():
            self._again()
        elif self._mark == _NOTE and self.button.isHidden():
            self.hide()

    def trouble(self, message: str) -> None:
        """Say what went wrong."""
        self._say("dropped", message)

    def note(self, message: str, again: _Do | None = None) -> None:
        """Say what is worth knowing; `again` does so in another language."""
        self._say(_NOTE, message)
        self._again = again

    def remark(self, message: str) -> None:
        """Say what is true of where the reader is now, until the reader goes on."""
        self._say(_NOTE, message)
        self._is_passing = True

    def go_on(self) -> None:
        """Take back what was true of another place."""
        if self._is_passing:
            self.hide()

    def stand(self, words: Callable[[], str]) -> None:
        """Say what `words` returns, now and whenever something else is over, until it is closed or "" is returned."""
        self._standing = words
        self._stand()

    def refresh(self) -> None:
        """Say anew what stands, unless something newer is being said."""
        if self._is_standing or self.isHidden():
            self._stand()

    def hide(self) -> None:
        """End what is being said; what stands comes back."""
        self._stand()

    def _stand(self) -> None:
        words = self._standing()
        if words:
            self._say(_NOTE, words)
        else:
            super().hide()
        self._is_standing = bool(words)

    def offer(self, message: str, button: str, do: _Do, dismiss: _Do, again: _Do | None = None) -> None:
        """Say something that can be done at once; closing the message calls `dismiss`."""
        self._say(_NOTE, message)
        self._again = again
        self._offered, self._dismissed = do, dismiss
        self.button.setText(button)
        self.button.show()

    def offer_menu(self, message: str, button: str, menu: QMenu, again: _Do) -> None:
        """Say something of which one of several things can be done; what is chosen hides the message."""
        self.offer(message, button, self.hide, self.hide, again)
        self.button.setMenu(menu)

    def _forget_menu(self) -> None:
        menu: object = self.button.menu()
        if isinstance(menu, QMenu):
            self.button.setMenu(None)  # type: ignore[arg-type]  # None takes it away
            menu.deleteLater()

    def _do(self) -> None:
        self.hide()
        self._offered()

    def _close(self) -> None:
        if self._is_standing:
            self._standing = str
        self.hide()
        self._dismissed()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        mark = theme.marks[self._mark]
        self.setStyleSheet(
            f"#message {{ background: {mark.fill}; border: 0; border-bottom: 1px solid {mark.edge}; }}"
            f"#message QLabel {{ color: {theme.ink}; }}"
        )

    def _say(self, mark: str, message: str) -> None:
        self._mark = mark
        self._offered = self._dismissed = self.hide
        self._again = None
        self._is_standing = self._is_passing = False
        self.button.hide()
        self._forget_menu()
        self.set_theme(self._theme)
        self.label.setText(one_line(message, 600))
        self.setAccessibleName(self.label.text())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
