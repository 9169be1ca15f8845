"""How do the parts of the window work together?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from diffview.model import Article, Comparison, Side
from diffview.reports.view import legend
from diffview.theme import Theme
from diffview.ui.actions import fill_menus, make_actions, plain
from diffview.ui.appearance import Appearance
from diffview.ui.checking import Checking
from diffview.ui.compare_view import CompareView
from diffview.ui.correcting import Correcting
from diffview.ui.cutting import Cutting
from diffview.ui.dragging import Dragging
from diffview.ui.exporting import Exporting
from diffview.ui.find_bar import FindBar
from diffview.ui.finder import Finder
from diffview.ui.folding import Folding
from diffview.ui.helping import Helping
from diffview.ui.layouts import Layouts
from diffview.ui.left_out import LeftOut
from diffview.ui.levelled_rows import LevelledRows
from diffview.ui.limits import Limits
from diffview.ui.marks import changes
from diffview.ui.mask import Mask
from diffview.ui.masking import Masking
from diffview.ui.menu_letters import share_out_letters
from diffview.ui.message_bar import MessageBar
from diffview.ui.opening import Opening
from diffview.ui.panels import Panels
from diffview.ui.preferences import PreferencesFile
from diffview.ui.qtext import menu_text, one_line
from diffview.ui.reopening import Reopening
from diffview.ui.saving import Saving
from diffview.ui.session import Session
from diffview.ui.speech import file_name, made_by
from diffview.ui.status import Status
from diffview.ui.theme import palette, style_sheet
from diffview.ui.watching import Watching
from diffview.ui.welcome import Pair, Welcome
from diffview.ui.worker import Engine

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
_NEEDS_COMPARISON = (
    "export_html",
    "next_change",
    "previous_change",
    "next_finding",
    "previous_finding",
    "copy_pair",
    "level_current",
)
_CORRECTS = (
    "link_passages",
    "unlink",
    "confirm",
    "next_unchecked",
    "split_passage",
    "merge_next",
    "next_passage",
    "previous_passage",
)


class MainWindow(QMainWindow):
    """Two articles and their comparison; all it needs from outside is passed in."""

    def __init__(
        self,
        engine: Engine,
        preferences: PreferencesFile,
        examples: Sequence[Pair] = (),
        unfinished: Path | None = None,
    ) -> None:
        """`unfinished` is the folder in which work is kept while the window is open; without it none is."""
        super().__init__()
        self._examples = tuple(examples)
        self.appearance = Appearance(preferences, self)
        self.session = Session(engine, self)
        self._build(self.appearance.theme)
        self.saving = Saving(self.session, self.message, unfinished, self)
        self.opening = Opening(self.session, self.saving, self.view, self.welcome, self.message, self)
        self.limits = Limits(self.session, self.message, self)
        self.reopening = Reopening(self.session, self.view, self.message, self)
        self.watching = Watching(self.session, self.view, self.message, self)
        self.exporting = Exporting(self.session, self.view, self.message, self.appearance, self)
        self.helping = Helping(self.session, self.message, self)
        self._build_actions()
        self._build_tools()
        self._connect()
        self._connect_widgets()
        self._apply_theme(self.appearance.theme)
        self.view.set_type(self.appearance.type)
        self.rows.set_type(self.appearance.type)
        self._offer_pairs()
        self._tell_state()

    # ---- building ------------------------------------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.setWindowTitle("diffview")
        self.resize(1440, 900)
        self.message = MessageBar(theme, self)
        self.welcome = Welcome(theme, self)
        self.view = CompareView(theme, self)
        self.correcting = Correcting(self.view, self.session)
        self.left_out = LeftOut(self.view, self.session)
        self.dragging = Dragging(self.view, self.correcting)
        self.cutting = Cutting(self.view, self.session)
        self.folding = Folding(self.view)
        self.find_bar = FindBar(self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(self.view)
        self.rows = LevelledRows(theme, self)
        self.pages.addWidget(self.rows)
        self.layouts = Layouts(self.view, self.rows, self.pages)
        self.finder = Finder(self.find_bar, self.layouts)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self.pages, 1)
        column.addWidget(self.find_bar)
        self.setCentralWidget(centre)
        self.status = Status(theme, self)
        self.setStatusBar(self.status)
        self.masking = Masking(self.status, self.message, self)
        self.panels = Panels(theme, self)
        self.checking = Checking(self.session, self.view, self.panels)

    def _build_actions(self) -> None:
        self.actions_by_name = make_actions(self, self._handler)
        self.addActions(list(self.actions_by_name.values()))
        menus = fill_menus(self.menuBar(), self.actions_by_name)
        self.recent_menu, self.example_menu = (
            QMenu(self.tr("Open re&cent"), self),
            QMenu(self.tr("Open e&xample"), self),
        )
        for menu in (self.recent_menu, self.example_menu):
            menus["File"].insertMenu(self._action("paste"), menu)
        self._fill(self.example_menu, self._examples)
        share_out_letters(self.menuBar())
        self._action("together").setChecked(True)
        self._action("layout_beside").setChecked(True)
        self.layouts.chosen.connect(lambda name: self._action(name).setChecked(True))
        self._action(f"appear_{self.appearance.preferences.appearance}").setChecked(True)
        self._action(f"palette_{self.appearance.preferences.palette}").setChecked(True)
        self._action(f"language_{self.appearance.preferences.language}").setChecked(True)
        self.panels.shown_changed.connect(lambda name, shown: self._action(name).setChecked(shown))

    def _build_tools(self) -> None:
        tools = QToolBar(self.tr("Tools"), self)
        tools.setMovable(False)
        tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in _TOOLS:
            if name:
                tools.addAction(self._action(name))
                tools.widgetForAction(self._action(name)).setAccessibleName(plain(self._action(name).text()))
            else:
                tools.addSeparator()
        self.addToolBar(tools)

    def _handler(self, name: str) -> Callable[[], None]:
        """Return the method of that name, of the window or of the part that knows how."""
        part: QObject = next(part for part in (*self._parts(), self) if callable(getattr(part, name, None)))
        handler: Callable[[], None] = getattr(part, name)
        return handler

    def _parts(self) -> tuple[QObject, ...]:
        return (
            self.opening,
            self.reopening,
            self.watching,
            self.exporting,
            self.helping,
            self.correcting,
            self.left_out,
            self.saving,
            self.session,
            self.appearance,
            self.finder,
            self.cutting,
            self.layouts,
            self.folding,
            self.masking,
            self.panels,
            self.checking,
            self.view,
        )

    def _action(self, name: str) -> QAction:
        return self.actions_by_name[name]

    def _connect(self) -> None:
        session = self.session
        session.article_changed.connect(self._on_article)
        session.comparison_changed.connect(self._on_comparison)
        session.swapped.connect(self._on_swapped)
        session.trouble.connect(self.message.trouble)
        session.noted.connect(self.message.note)
        session.undo_stack.indexChanged.connect(self._tell_state)
        session.worker.progressed.connect(self.status.show_progress)
        session.worker.busy_changed.connect(self._on_busy)
        self.appearance.theme_changed.connect(self._apply_theme)
        self.appearance.type_changed.connect(self.view.set_type)
        self.appearance.type_changed.connect(self.rows.set_type)
        self.appearance.language_changed.connect(self._tell_language)

    def _connect_widgets(self) -> None:
        self.status.cancel_requested.connect(self.cancel)
        self.masking.mask_changed.connect(self._on_mask)
        self.view.current_changed.connect(self._on_current)
        self.left_out.told.connect(self.message.note)
        for part in (self.correcting, self.cutting):
            part.hinted.connect(lambda hint: self.message.note(hint) if hint else self.message.hide())
        self.view.menu_requested.connect(lambda side, passage, at: self.passage_menu(side, passage).popup(at))
        self.view.zoom_requested.connect(self.appearance.zoom)
        self.finder.found.connect(self.folding.show_found)
        self.panels.card.note_edited.connect(lambda text: self.session.write_note(self.view.current, text))
        self.session.corrected.connect(self._show_note)
        self.panels.list.link_chosen.connect(self.view.show_link)

    # ---- comparing --------------------------------------------------------------------------------------------

    def cancel(self) -> None:
        """Stop comparing; marks stay."""
        self.session.worker.cancel()
        self.status.say(self.tr("Cancelled"))

    # ---- what is new ---------------------------------------------------------------------------------------------

    def _on_article(self, side: Side, article: Article | None) -> None:
        self.view.set_article(side, article)
        if self.pages.currentWidget() is not self.view:
            self.pages.setCurrentWidget(self.view)
            self.view.panes[side].setFocus()
        self.finder.set_articles(self.session.articles)
        self._tell_state()

    def _on_swapped(self) -> None:
        comparison = self.session.comparison
        self.masking.set_comparison(comparison)
        self.panels.set_comparison(comparison)
        self.view.exchange(self.session.articles, comparison)
        self.finder.set_articles(self.session.articles)
        self._tell_state()

    def _on_comparison(self, comparison: Comparison | None) -> None:
        self.masking.set_comparison(comparison)
        self.panels.set_comparison(comparison)
        self.view.set_comparison(comparison)
        if comparison is not None:
            self._tell_maker(comparison)
            self._remember(comparison)
        self._tell_state()

    def _remember(self, comparison: Comparison) -> None:
        left, right = comparison.left.article.path, comparison.right.article.path
        if left and right:
            self.appearance.remember(left, right)
            self._offer_pairs()

    def _on_busy(self, busy: bool) -> None:
        self.status.set_busy(busy=busy)
        if not busy and self.session.comparison is not None:
            self._tell_maker(self.session.comparison)

    def _on_mask(self, mask: Mask) -> None:
        self.view.set_mask(mask)
        self.rows.set_mask(mask)
        self.panels.set_mask(mask)
        self._tell_place()

    def _on_current(self, number: int) -> None:
        self.panels.set_current(number)
        self._show_note()
        self._tell_place()

    def _show_note(self) -> None:
        self.panels.card.show_note(self.session.note_of(self.view.current))

    def _tell_maker(self, comparison: Comparison) -> None:
        """Say what compared the articles, and that there is more to come."""
        if self.session.worker.is_comparing:
            self.status.say(self.tr("Compared by words, now by meaning…"))
        else:
            self.status.say(made_by(comparison.encoder))

    def _tell_state(self) -> None:
        """Show names, counts and what can be done now."""
        comparison = self.session.comparison
        articles = [article for article in self.session.articles.values() if article is not None]
        names = " ↔ ".join(one_line(file_name(article), 60) for article in articles)
        self.setWindowTitle(f"{names} — diffview" if names else "diffview")
        for name in _NEEDS_COMPARISON + _CORRECTS:
            self._action(name).setEnabled(comparison is not None)
        for name in ("swap", "save_session", "save_session_as"):
            self._action(name).setEnabled(bool(names))
        self._action("undo").setEnabled(self.session.undo_stack.canUndo())
        self._action("redo").setEnabled(self.session.undo_stack.canRedo())
        self.status.legend.show_counts(legend(comparison) if comparison else {})
        self._tell_place()

    def _tell_place(self) -> None:
        comparison = self.session.comparison
        if comparison is None:
            self.status.place.setText("")
            self.status.show_checked(0, 0)
            return
        whole = changes(comparison)
        self.status.show_checked(sum(comparison.links[n].is_checked for n in whole), len(whole))
        stops = changes(comparison, self.masking.mask)
        number = stops.index(self.view.current) + 1 if self.view.current in stops else 0
        self.status.show_place(number, len(stops))

    def _offer_pairs(self) -> None:
        recent = [Pair(_pair_name(left, right), left, right) for left, right in self.appearance.preferences.recent]
        self.welcome.set_pairs(self._examples, recent)
        self._fill(self.recent_menu, recent)

    def _fill(self, menu: QMenu, pairs: Sequence[Pair]) -> None:
        menu.clear()
        menu.setEnabled(bool(pairs))
        for pair in pairs:
            menu.addAction(menu_text(pair.title), partial(self.opening.open_pair, pair.left, pair.right))

    # ---- going about ---------------------------------------------------------------------------------------------

    def together(self) -> None:
        """Scroll both panes along the links, or each alone."""
        self.view.is_together = self._action("together").isChecked()

    def passage_menu(self, side: Side, passage: int) -> QMenu:
        """Return what can be done with a passage."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._action("copy"))
        menu.addAction(self._action("copy_pair"))
        self.correcting.add_to_menu(menu, side, passage)
        self.cutting.add_to_menu(menu, side, passage)
        return menu

    # ---- appearance ----------------------------------------------------------------------------------------------

    def _apply_theme(self, theme: Theme) -> None:
        self.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        self.message.set_theme(theme)
        self.welcome.set_theme(theme)
        self.view.set_theme(theme)
        self.dragging.set_theme(theme)
        self.rows.set_theme(theme)
        self.status.set_theme(theme)
        self.panels.set_theme(theme)

    def _tell_language(self) -> None:
        self.message.note(self.tr("The window will speak this language when it is opened the next time."))

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End everything that runs beside the window."""
        self.saving.autosave.close()
        self.session.close()
        super().closeEvent(event)


def _pair_name(left: str, right: str) -> str:
    return f"{PurePath(left).name} ↔ {PurePath(right).name}"
