"""What can be shown below the articles: the list of changes, the findings and the current pair?"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from diffview.model import Comparison
from diffview.reports.looks import look_of
from diffview.theme import Theme
from diffview.ui.change_list import ChangeList, Row
from diffview.ui.explain import explain_link
from diffview.ui.findings_panel import FindingsPanel
from diffview.ui.keys import sleeping_key
from diffview.ui.listing import rows, wordings
from diffview.ui.mask import Mask
from diffview.ui.pair_card import PairCard, Wording

_HEIGHT = 260
_FINDINGS_HEIGHT = 270


class Panels(QObject):
    """The docks of a window; each of its commands shows one of them or hides it."""

    shown_changed = Signal(str, bool)
    """The name of a command and whether its dock is open."""
    left = Signal()
    """The reader goes back to the articles."""

    def __init__(self, theme: Theme, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._comparison: Comparison | None = None
        self._is_listed = False
        self._is_checked = False
        self._current = -1
        self.list = ChangeList(theme, window)
        self.card = PairCard(theme, window)
        self.findings = FindingsPanel(theme, window)
        self.docks = {
            "show_list": self._dock("changes", self.list),
            "show_findings": self._dock("findings", self.findings),
            "show_card": self._dock("card", self.card),
        }
        self._name()
        window.tabifyDockWidget(self.docks["show_list"], self.docks["show_findings"])
        for name, dock in self.docks.items():
            dock.visibilityChanged.connect(lambda _seen, name=name: self._tell(name))

    def _name(self) -> None:
        self.docks["show_list"].setWindowTitle(self.tr("Changes"))
        self.docks["show_findings"].setWindowTitle(self.tr("Findings"))
        self.docks["show_card"].setWindowTitle(self.tr("Current pair"))

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        self._name()
        self.list.retranslate()
        if self._is_listed:
            self.list.reword(self._rows())
        self.findings.retranslate()
        self.card.retranslate()
        if self._comparison is None or self._current < 0:
            self.card.clear()
        else:
            self.card.reword(*self._said_of_pair(self._comparison))

    def _rows(self) -> tuple[Row, ...]:
        return tuple(rows(self._comparison)) if self._comparison else ()

    def _said_of_pair(self, comparison: Comparison) -> tuple[tuple[Wording, ...], str]:
        return tuple(wordings(comparison, self._current)), explain_link(comparison, self._current)

    def _dock(self, name: str, widget: QWidget) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(name)
        dock.setWidget(widget)
        dock.hide()
        self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        sleeping_key("Escape", dock, self.left.emit).setEnabled(True)
        return dock

    def _tell(self, name: str) -> None:
        self._fill()
        self.shown_changed.emit(name, not self.docks[name].isHidden())

    def show_list(self) -> None:
        """Show the list of changes and let keys act on it, or hide it."""
        self._toggle("show_list", self.list)

    def show_findings(self) -> None:
        """Show the findings and let keys act on them, or hide them."""
        self._toggle("show_findings", self.findings.list)

    def show_card(self) -> None:
        """Show or hide the current pair."""
        self._toggle("show_card")

    def _toggle(self, name: str, keys_for: QWidget | None = None) -> None:
        dock = self.docks[name]
        if dock.isHidden() or not self._is_on_top(name):
            self.open(name)
            if keys_for is not None:
                keys_for.setFocus()
            return
        had_keys = dock.isAncestorOf(self._window.focusWidget() or self._window)
        dock.hide()
        if had_keys:
            self.left.emit()

    def _is_on_top(self, name: str) -> bool:
        """Return whether a dock that is open is not behind the tab of another one."""
        return not self._window.isVisible() or not self.docks[name].visibleRegion().isEmpty()

    def open(self, name: str) -> None:
        """Show the dock of a command, in front of those that share its place."""
        was_hidden = self.docks[name].isHidden()
        self.docks[name].show()
        self.docks[name].raise_()
        self._fill()
        if not was_hidden:
            return
        docks = list(self.docks.values())
        share = self._window.width() // 5
        wanted = _HEIGHT if self.docks["show_findings"].isHidden() else _FINDINGS_HEIGHT
        height = min(wanted, self._window.height() // 3)
        self._window.resizeDocks(docks, [height] * len(docks), Qt.Orientation.Vertical)
        self._window.resizeDocks(docks, [3 * share, 3 * share, 2 * share], Qt.Orientation.Horizontal)

    def set_comparison(self, comparison: Comparison | None) -> None:
        """List the changes of a comparison."""
        self._comparison = comparison
        self._is_listed = self._is_checked = False
        self._fill()

    def set_findings(self, comparison: Comparison) -> None:
        """List the findings of the comparison that is shown, which had none of its own."""
        self._comparison = comparison
        self._is_checked = False
        self._fill()

    def current_finding(self) -> int:
        """Return the number that the chosen finding has in the comparison as it is now, -1 when it is none of it."""
        self._fill_findings()
        return self.findings.list.current()

    def _fill_findings(self) -> None:
        if not self._is_checked:
            self._is_checked = True
            self.findings.set_comparison(self._comparison)

    def _fill(self) -> None:
        """Fill the list and the findings, once somebody looks at them."""
        if not self.docks["show_findings"].isHidden():
            self._fill_findings()
        if not self._is_listed and not self.docks["show_list"].isHidden():
            self._is_listed = True
            self.list.set_rows(self._rows())
            self.list.set_current(self._current)

    def set_current(self, number: int) -> None:
        """Show a link in both; -1 for none."""
        comparison, self._current = self._comparison, number
        if comparison is None or number < 0:
            self.card.clear()
        else:
            self.card.show_link(look_of(comparison.links[number]), *self._said_of_pair(comparison))
        self.list.set_current(number)

    def set_mask(self, mask: Mask) -> None:
        """Leave out what is masked."""
        self.list.set_mask(mask)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.set_theme(theme)
        self.findings.set_theme(theme)
        self.card.set_theme(theme)
