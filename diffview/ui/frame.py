"""What of the window is seen first?

The articles in their panes, with the names of the menus, the tools and the foot of the window around them. What is in
the menus, and what hidden widgets need, is not made yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from diffview.model import Article, Side
from diffview.theme import Theme
from diffview.ui.actions import (
    COMMANDS,
    explain_actions,
    fill_menus,
    make_actions,
    make_menus,
    name_actions,
    name_menus,
    plain,
)
from diffview.ui.appearance import Appearance
from diffview.ui.compare_view import CompareView
from diffview.ui.menu_letters import share_out_letters
from diffview.ui.pages import Pages
from diffview.ui.preferences import Preferences, PreferencesFile
from diffview.ui.qtext import one_line
from diffview.ui.speech import file_name
from diffview.ui.status import Status
from diffview.ui.theme import palette, style_sheet
from diffview.ui.tools import Tools

_TOOLS = (
    "open_left",
    "open_right",
    "swap",
    "",
    "previous_change",
    "next_change",
    "",
    "show_list",
    "show_findings",
    "show_card",
    "",
    "export_html",
)
NEEDS_COMPARISON = (
    "export_html",
    "next_change",
    "previous_change",
    "next_finding",
    "previous_finding",
    "copy_pair",
    "level_current",
)
"""Commands that do something with a comparison."""
CORRECTS = (
    "link_passages",
    "unlink",
    "confirm",
    "next_unchecked",
    "split_passage",
    "merge_next",
    "next_passage",
    "previous_passage",
    "treat",
    "next_left_out",
    "confirm_finding",
    "dismiss_finding",
)
"""Commands that correct one."""


class Frame(QMainWindow):
    """A window with two panes that shows articles; what its commands do is up to the whole window."""

    painted = Signal()

    def __init__(self, preferences: PreferencesFile, articles: Iterable[tuple[Side, Article]]) -> None:
        super().__init__()
        self._coming: Iterable[tuple[Side, Article]] | None = articles
        self._shown: dict[Side, Article] = {}
        self.appearance = Appearance(preferences, self)
        self._build(self.appearance.theme)
        self._build_tools()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the window is on the screen."""
        super().paintEvent(event)
        self.painted.emit()

    def do(self, name: str) -> None:
        """Do what the command of that name stands for."""
        raise NotImplementedError

    def _build(self, theme: Theme) -> None:
        self.setWindowTitle("diffview")
        self.resize(1440, 900)
        self.setAcceptDrops(True)
        self.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        centre = QWidget(self)
        self.pages = Pages(centre)
        self.view = CompareView(theme, self.pages)  # not anybody else's before: moving it would take the style anew
        self.view.set_type(self.appearance.type)
        self.pages.addWidget(self.view)
        self.column = QVBoxLayout(centre)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        self.status = Status(theme, self)
        self.setStatusBar(self.status)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has come, in panes that have their size; nothing is painted before."""
        super().showEvent(event)
        self.begin()

    def begin(self) -> None:
        """Show each of the articles that were read while the window was being made as it comes, or the page to begin
        from; only once.
        """
        coming, self._coming = self._coming, None
        if coming is None:
            return
        for side, article in coming:
            self._shown[side] = article
            self.view.set_article(side, article)
        if self._shown:
            self.view.panes[next(iter(self._shown))].setFocus()
            self._tell_title(self._shown.values())
        else:
            self.show_welcome()

    def show_welcome(self) -> None:
        """Show the page to begin from."""
        raise NotImplementedError

    def _build_tools(self) -> None:
        """Build the row of tools, and the menus without anything in them."""
        tools = [command for command in COMMANDS if command.name in _TOOLS]
        self.actions_by_name = make_actions(self, self._doing, tools)
        self._menus = make_menus(self.menuBar())
        self.recent_menu, self.example_menu = QMenu(self), QMenu(self)
        self._name_commands()
        self._switch_off()
        self.tools = Tools(self)
        for name in _TOOLS:
            if name:
                self.tools.addAction(self._action(name))
            else:
                self.tools.addSeparator()
        self.addToolBar(self.tools)

    def _build_menus(self) -> None:
        """Build all other commands, and put them into the menus."""
        others = [command for command in COMMANDS if command.name not in _TOOLS]
        self.actions_by_name |= make_actions(self, self._doing, others)
        self.addActions(list(self.actions_by_name.values()))
        fill_menus(self._menus, self.actions_by_name)
        for menu in (self.recent_menu, self.example_menu):
            self._menus["File"].insertMenu(self._action("paste"), menu)
        self._name_commands()
        explain_actions(self.actions_by_name)
        self._check_actions(self.appearance.preferences)
        self._switch_off()

    def _doing(self, name: str) -> Callable[[], None]:
        return partial(self.do, name)

    def _name_commands(self) -> None:
        """Call commands and menus by their names, each with a letter of its own."""
        name_actions(self.actions_by_name)
        name_menus(self._menus.values())
        self.recent_menu.setTitle(self.tr("Open re&cent"))
        self.example_menu.setTitle(self.tr("Open e&xample"))
        share_out_letters(self.menuBar())

    def _switch_off(self) -> None:
        """Switch off what needs a comparison."""
        for name in self.actions_by_name.keys() & {*NEEDS_COMPARISON, *CORRECTS}:
            self._action(name).setEnabled(False)

    def _check_actions(self, preferences: Preferences) -> None:
        """Check what is chosen."""
        self._action("together").setChecked(True)
        self._action("layout_beside").setChecked(True)
        self._action(f"appear_{preferences.appearance}").setChecked(True)
        self._action(f"palette_{preferences.palette}").setChecked(True)
        self._action(f"language_{preferences.language}").setChecked(True)

    def _finish(self) -> None:
        """Add what is not seen at first: what is heard only, and the answer to the mouse."""
        self.tools.set_theme(self.appearance.theme)
        self._name_tools()
        for pane in self.view.panes.values():
            pane.take_hands()
        self.view.map.take_hands()

    def _name_tools(self) -> None:
        """Call the buttons by the whole names of their commands, which screen readers say."""
        for name in filter(None, _TOOLS):
            self.tools.widgetForAction(self._action(name)).setAccessibleName(plain(self._action(name).text()))

    def retranslate(self) -> None:
        """Say everything that is always there in the language that is spoken now."""
        self._name_commands()
        explain_actions(self.actions_by_name)
        self.tools.retranslate()
        self._name_tools()
        self.view.retranslate()
        self.status.retranslate()

    def _action(self, name: str) -> QAction:
        return self.actions_by_name[name]

    def _tell_title(self, articles: Iterable[Article]) -> None:
        names = " ↔ ".join(one_line(file_name(article), 60) for article in articles)
        self.setWindowTitle(f"{names} — diffview" if names else "diffview")

    def together(self) -> None:
        """Scroll both panes along the links, or each alone."""
        self.view.is_together = self._action("together").isChecked()
