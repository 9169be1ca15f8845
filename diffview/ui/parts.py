"""Of which parts is a window made, besides what is seen first, and what does each need?

They are made after the articles are on the screen: the window hands itself over with its frame, and has them when the
last step is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

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
from diffview.ui.masking import Masking
from diffview.ui.message_bar import MessageBar
from diffview.ui.opening import Opening
from diffview.ui.panels import Panels
from diffview.ui.reopening import Reopening
from diffview.ui.saving import Saving
from diffview.ui.session import Session
from diffview.ui.speaking import Speaking
from diffview.ui.watching import Watching
from diffview.ui.worker import Engine

if TYPE_CHECKING:  # it is the window that asks for its parts
    from diffview.ui.main_window import MainWindow


def make_parts(window: MainWindow) -> Iterator[None]:
    """Give a window its parts, some in each step."""
    view, theme = window.view, window.appearance.theme
    window.message = MessageBar(theme, window)
    window.column.insertWidget(0, window.message)
    engine = window.engine
    window.session = session = Session(engine if isinstance(engine, Engine) else engine(), window)
    yield
    window.correcting = Correcting(view, session)
    window.left_out = LeftOut(view, session)
    window.dragging = Dragging(view, window.correcting)
    window.cutting = Cutting(view, session)
    window.folding = Folding(view)
    yield
    window.find_bar = FindBar(window)
    window.column.addWidget(window.find_bar)
    window.rows = LevelledRows(theme, window)
    window.pages.addWidget(window.rows)
    window.layouts = Layouts(view, window.rows, window.pages)
    window.finder = Finder(window.find_bar, window.layouts)
    yield
    window.masking = Masking(window.status, window.message, window)
    window.panels = Panels(theme, window)
    window.checking = Checking(session, view, window.panels)
    yield
    window.saving = Saving(session, window.message, window.unfinished, window)
    window.opening = Opening(session, window.saving, view, window.welcome, window.message, window)
    window.limits = Limits(session, window.message, window)
    window.reopening = Reopening(session, view, window.message, window)
    window.watching = Watching(session, view, window.message, window)
    window.exporting = Exporting(session, view, window.message, window.appearance, window)
    window.helping = Helping(session, window.message, window)
    window.speaking = Speaking(window)
    yield
