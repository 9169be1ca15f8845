"""How do the parts of the window work together?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from diffview.model import Article, Side
from diffview.theme import Theme
from diffview.ui.frame import CORRECTS, NEEDS_COMPARISON, Frame
from diffview.ui.preferences import PreferencesFile
from diffview.ui.qtext import menu_text
from diffview.ui.slices import Slices
from diffview.ui.speech import made_by
from diffview.ui.theme import palette, style_sheet

if TYPE_CHECKING:  # loaded when the articles are on the screen
    from PySide6.QtGui import QCloseEvent

    from diffview.model import Comparison
    from diffview.ui.checking import Checking
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
    from diffview.ui.mask import Mask
    from diffview.ui.masking import Masking
    from diffview.ui.message_bar import MessageBar
    from diffview.ui.opening import Opening
    from diffview.ui.panels import Panels
    from diffview.ui.reopening import Reopening
    from diffview.ui.saving import Saving
    from diffview.ui.session import Session
    from diffview.ui.speaking import Speaking
    from diffview.ui.watching import Watching
    from diffview.ui.welcome import Pair, Welcome
    from diffview.ui.worker import Engine

_LATER = (
    "reports.summary",
    "changes.corrections",
    "ui.session",
    "ui.marks",
    "ui.listing",
    "ui.findings_panel",
    "ui.panels",
    "ui.opening",
    "ui.parts",
)
"""Modules that the parts of the window need; they are imported one by one, and what is left with the last."""


class MainWindow(Frame):
    """Two articles and their comparison; all it needs from outside is passed in.

    What can be seen is built first, the parts that do something with it when `complete` is called.
    """

    completed = Signal()

    message: MessageBar
    welcome: Welcome
    session: Session
    correcting: Correcting
    left_out: LeftOut
    dragging: Dragging
    cutting: Cutting
    folding: Folding
    find_bar: FindBar
    finder: Finder
    rows: LevelledRows
    layouts: Layouts
    masking: Masking
    panels: Panels
    checking: Checking
    saving: Saving
    opening: Opening
    limits: Limits
    reopening: Reopening
    watching: Watching
    exporting: Exporting
    helping: Helping
    speaking: Speaking

    def __init__(
        self,
        engine: Engine | Callable[[], Engine],
        preferences: PreferencesFile,
        examples: Iterable[Pair] = (),
        unfinished: Path | None = None,
        articles: Iterable[tuple[Side, Article]] | None = None,
    ) -> None:
        """`engine` may be what makes it when it is needed, `examples` what looks for them, `unfinished` the folder in
        which work is kept while the window is open. With `articles`, none or some, which are asked for when the window
        is laid out since they may be on their way, the window waits to be completed; else it is complete at once.
        """
        super().__init__(preferences, articles or ())
        self.engine, self.unfinished = engine, unfinished
        self._examples = examples
        self.is_complete = False
        self._furnishing = Slices(lambda: True, self)
        if articles is None:
            self.complete()

    # ---- building ------------------------------------------------------------------------------------------------

    def do(self, name: str) -> None:
        """Call the method of that name, of the window or of the part that knows how."""
        self.complete()
        part: QObject = next(part for part in (*self._parts(), self) if callable(getattr(part, name, None)))
        getattr(part, name)()

    def show_welcome(self) -> None:
        """Show the page to begin from."""
        self._build_menus()
        self._build_welcome()
        self.pages.setCurrentWidget(self.welcome)

    def _build_welcome(self) -> None:
        from diffview.ui.welcome import Welcome  # noqa: PLC0415 - not seen by those who open articles

        self.welcome = Welcome(self.appearance.theme, self)
        self.pages.insertWidget(0, self.welcome)
        self._pairs = tuple(self._examples)
        self._fill(self.example_menu, self._pairs)
        self._offer_pairs()

    def complete(self) -> None:
        """Build at once what is left to build, since somebody needs it."""
        if not self.is_complete:
            self.complete_soon()
            self._furnishing.finish()

    def complete_soon(self) -> None:
        """Build the parts of the window a little at a time."""
        if not self.is_complete and self._furnishing.is_done:
            self._furnishing.start(self._furnish())

    def _furnish(self) -> Iterator[None]:
        self.begin()
        if self._shown:
            self._build_menus()
            yield
        for name in _LATER:
            import_module(f"diffview.{name}")
            yield
        from diffview.ui.parts import make_parts  # noqa: PLC0415 - a window is seen before its parts are loaded

        if self._shown:
            self._build_welcome()
        yield from make_parts(self)
        self._connect()
        self._connect_widgets()
        self._finish()
        self.dragging.set_theme(self.appearance.theme)
        self.rows.set_type(self.appearance.type)
        self.is_complete = True
        yield
        for side, article in tuple(self._shown.items()):
            self.session.put(side, article)
        self._tell_state()
        self.completed.emit()

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

    def _connect(self) -> None:
        session = self.session
        session.article_changed.connect(self._on_article)
        session.comparison_changed.connect(self._on_comparison)
        session.findings_changed.connect(self.panels.set_findings)
        session.swapped.connect(self._on_swapped)
        session.trouble.connect(self.message.trouble)
        session.noted.connect(self.message.note)
        session.undo_stack.indexChanged.connect(self._tell_state)
        session.worker.progressed.connect(self.status.show_progress)
        session.worker.busy_changed.connect(self._on_busy)
        self.appearance.theme_changed.connect(self._apply_theme)
        self.appearance.type_changed.connect(self.view.set_type)
        self.appearance.type_changed.connect(self.rows.set_type)
        self.layouts.chosen.connect(lambda name: self._action(name).setChecked(True))
        self.panels.shown_changed.connect(lambda name, shown: self._action(name).setChecked(shown))

    def _connect_widgets(self) -> None:
        self.status.cancel_requested.connect(self.cancel)
        self.masking.mask_changed.connect(self._on_mask)
        self.view.current_changed.connect(self._on_current)
        self.view.current_changed.connect(self.message.go_on)
        for part in (self.left_out, self.correcting, self.cutting):
            part.told.connect(self.message.remark)
        for part in (self.correcting, self.cutting):
            part.hinted.connect(lambda hint: self.message.note(hint) if hint else self.message.hide())
        self.correcting.begun.connect(self.cutting.let_go)
        self.cutting.begun.connect(self.correcting.let_go)
        self.view.menu_requested.connect(lambda side, passage, at: self.passage_menu(side, passage).popup(at))
        self.view.zoom_requested.connect(self.appearance.zoom)
        self.finder.found.connect(self.folding.show_found)
        self.panels.card.note_edited.connect(lambda text: self.session.write_note(self.view.current, text))
        self.session.corrected.connect(self._show_note)
        self.panels.list.link_chosen.connect(self.view.show_link)
        self.panels.left.connect(self.layouts.read_on)

    # ---- comparing --------------------------------------------------------------------------------------------

    def cancel(self) -> None:
        """Stop comparing; marks stay."""
        self.session.stop_comparing()
        self.status.say(self.tr("Cancelled"))

    # ---- what is new ---------------------------------------------------------------------------------------------

    def _on_article(self, side: Side, article: Article | None) -> None:
        if article is None or self._shown.get(side) is not article:
            self.view.set_article(side, article)
        self._shown.pop(side, None)
        if self.pages.currentWidget() is not self.view:
            self.pages.setCurrentWidget(self.view)
            self.view.panes[Side.LEFT if self.session.awaits(Side.LEFT) else side].setFocus()
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

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now; nothing else changes."""
        super().retranslate()
        for part in (self.welcome, self.message, self.correcting, self.cutting, self.folding, self.finder, self.rows):
            part.retranslate()
        self.panels.retranslate()
        self.watching.retranslate()
        self._offer_pairs()
        if self.session.comparison is not None:
            self._tell_maker(self.session.comparison)
        self._tell_state()

    def _tell_maker(self, comparison: Comparison) -> None:
        """Say what compared the articles, and that there is more to come."""
        if self.session.worker.is_comparing and comparison.encoder.words_alone:
            self.status.say(self.tr("Compared by words, now by meaning…"))
        else:
            self.status.say(made_by(comparison.encoder))

    def _tell_state(self) -> None:
        """Show names, counts and what can be done now."""
        from diffview.reports.looks import legend  # noqa: PLC0415 - the window opens without a comparison

        comparison = self.session.comparison
        articles = [article for article in self.session.articles.values() if article is not None]
        self._tell_title(articles)
        for name in NEEDS_COMPARISON + CORRECTS:
            self._action(name).setEnabled(comparison is not None)
        for name in ("swap", "save_session", "save_session_as"):
            self._action(name).setEnabled(bool(articles))
        self._action("undo").setEnabled(self.session.undo_stack.canUndo())
        self._action("redo").setEnabled(self.session.undo_stack.canRedo())
        self.status.legend.show_counts(legend(comparison) if comparison else {})
        self._tell_place()

    def _tell_place(self) -> None:
        from diffview.ui.marks import changes  # noqa: PLC0415 - the window opens without a comparison

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
        from diffview.ui.welcome import Pair  # noqa: PLC0415 - loaded with the page that lists them

        recent = [Pair.of(*pair) for pair in self.appearance.preferences.recent]
        self.welcome.set_pairs(self._pairs, recent)
        self._fill(self.recent_menu, recent)

    def _fill(self, menu: QMenu, pairs: Sequence[Pair]) -> None:
        menu.clear()
        menu.setEnabled(bool(pairs))
        for pair in pairs:
            menu.addAction(menu_text(pair.title), partial(self._open_pair, pair))

    def _open_pair(self, pair: Pair) -> None:
        self.complete()
        self.opening.open_pair(pair.left, pair.right)

    # ---- going about ---------------------------------------------------------------------------------------------

    def passage_menu(self, side: Side, passage: int) -> QMenu:
        """Return what can be done with a passage, which becomes the current one."""
        if passage >= 0 and not self.view.is_choosing:
            self.view.frame(side, passage)
        menu = QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._action("copy"))
        menu.addAction(self._action("copy_pair"))
        self.correcting.add_to_menu(menu, side, passage)
        self.cutting.add_to_menu(menu, side, passage)
        return menu

    # ---- appearance ----------------------------------------------------------------------------------------------

    def _apply_theme(self, theme: Theme) -> None:
        self.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        shown = (self.tools, self.message, self.welcome, self.view, self.dragging, self.rows, self.status, self.panels)
        for part in shown:
            part.set_theme(theme)

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End everything that runs beside the window, unless the reader goes on with what is not saved."""
        self.complete()
        if self.saving.close():
            self.session.close()
            super().closeEvent(event)
        else:
            event.ignore()
