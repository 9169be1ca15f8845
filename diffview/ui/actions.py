"""What can the reader do, by which menu and which key?

One table; the window has a method of the same name for each entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6 import QtGui
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar


class Command(NamedTuple):
    """One thing to do; entries with the same `group` exclude each other; `short` is its name on the tool bar.

    "-" before the menu's name draws a line; "View > Palette" is a menu in a menu.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    checkable: bool = False
    group: str = ""
    short: str = ""


COMMANDS = (
    Command("open_left", "&File", "Open &left…", ("Ctrl+O",), "Open an article in the left pane"),
    Command("open_right", "&File", "Open &right…", ("Ctrl+Shift+O",), "Open an article in the right pane"),
    Command(
        "paste",
        "&File",
        "&Paste text as article",
        ("Ctrl+V",),
        "Open the text of the clipboard, in an empty pane or this one",
    ),
    Command("paste_plain", "&File", "Paste without &markup", ("Ctrl+Shift+V",), "Open only the letters"),
    Command("reopen_as", "&File", "&Reopen as…", ("Ctrl+R",), "Read this article in another encoding, or repair it"),
    Command("reload", "&File", "Reload &files", ("F5",), "Read the files again that have changed on disk"),
    Command("swap", "&File", "&Swap sides", ("Ctrl+T",), "Exchange left and right", short="Swap"),
    Command("open_session", "-&File", "Open s&ession…", ("Ctrl+Alt+O",), "Go on with a comparison that was saved"),
    Command(
        "save_session", "&File", "&Save session", ("Ctrl+S",), "Keep both texts, corrections and notes in one file"
    ),
    Command("save_session_as", "&File", "Save session &as…", ("Ctrl+Shift+S",)),
    Command(
        "export_html", "-&File", "&Export HTML…", ("Ctrl+E",), "Write the comparison as one HTML file", short="Export"
    ),
    Command("export_pdf", "&File", "Export P&DF…", ("Ctrl+Shift+E",), "Write the comparison as pages to print"),
    Command("export_as", "&File", "Export in an&other form…", (), "Write it for Word, a ticket, a table or programs"),
    Command("quit", "-&File", "&Quit", ("Ctrl+Q",)),
    Command("undo", "&Edit", "&Undo correction", ("Ctrl+Z",), "Take the last correction back"),
    Command("redo", "&Edit", "&Redo correction", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("link_passages", "-&Edit", "&Link by hand", ("L",), "Link the current passage to one of the other article"),
    Command("unlink", "&Edit", "U&nlink", ("U",), "Take the current link apart"),
    Command("confirm", "&Edit", "Con&firm", ("K",), "Say that the current link is right, or take that back"),
    Command("treat", "&Edit", "&Take in or leave out", ("T",), "Take a greyed part as content, or leave a passage out"),
    Command("confirm_finding", "&Edit", "Confirm findin&g", ("Ctrl+K",), "Check the current finding off as right"),
    Command(
        "dismiss_finding",
        "&Edit",
        "&Dismiss finding",
        ("Ctrl+Shift+K",),
        "Check the current finding off as unimportant",
    ),
    Command("split_passage", "-&Edit", "Spl&it passage", ("S",), "Choose where the current passage is cut in two"),
    Command("merge_next", "&Edit", "&Merge with next", ("M",), "Make one passage of the current one and the next"),
    Command("copy", "-&Edit", "&Copy", ("Ctrl+C",), "Copy the selected text"),
    Command(
        "copy_pair",
        "&Edit",
        "Copy &pair",
        ("Ctrl+Shift+C",),
        "Copy both wordings of the current link with their source",
    ),
    Command("find_text", "-&Edit", "&Find…", ("Ctrl+F",), "Find words in both articles"),
    Command("find_next", "&Edit", "Find n&ext", ("F3", "Ctrl+G"), "Go to the next place that was found"),
    Command("find_previous", "&Edit", "Find pre&vious", ("Shift+F3", "Ctrl+Shift+G")),
    Command("show_preferences", "-&Edit", "Pr&eferences…", ("Ctrl+,",), "Choose reading font, line height and measure"),
    Command("next_change", "&Go", "&Next change", ("Alt+Down", "F8"), "Go to the next change", short="Next"),
    Command(
        "previous_change",
        "&Go",
        "&Previous change",
        ("Alt+Up", "Shift+F8"),
        "Go to the previous change",
        short="Previous",
    ),
    Command("next_unchecked", "&Go", "Next &unchecked", ("N",), "Go to the next change that is not checked yet"),
    Command("next_finding", "&Go", "Next &finding", ("F7",), "Go to the next finding"),
    Command("previous_finding", "&Go", "Previous fin&ding", ("Shift+F7",), "Go to the finding before"),
    Command("next_left_out", "&Go", "Next part left &out", ("O",), "Go to the next greyed part and its reason"),
    Command("next_passage", "&Go", "Next pa&ssage", ("Ctrl+Down",), "Go to the next passage, page furniture too"),
    Command("previous_passage", "&Go", "Previous p&assage", ("Ctrl+Up",), "Go to the passage before"),
    Command("level_current", "&Go", "Bring partner &level", ("Ctrl+Return",), "Show both ends of the current link"),
    Command("left_pane", "-&Go", "&Left article", ("Alt+Left",), "Read on in the left pane"),
    Command("right_pane", "&Go", "&Right article", ("Alt+Right",), "Read on in the right pane"),
    Command("together", "&View", "&Scroll together", ("Ctrl+L",), "Scroll both panes along the links", checkable=True),
    Command("layout_beside", "&View > La&yout", "&Side by side", (), "", checkable=True, group="layout"),
    Command("layout_stacked", "&View > La&yout", "S&tacked", (), "One above the other", checkable=True, group="layout"),
    Command(
        "layout_rows",
        "&View > La&yout",
        "&Levelled rows",
        ("F12",),
        "Linked passages side by side, row by row",
        checkable=True,
        group="layout",
    ),
    Command(
        "fold_same", "&View", "&Fold what is the same", ("F9",), "Keep one neighbour of each change", checkable=True
    ),
    Command("fold_here", "&View", "Fold or open &here", ("Shift+F9",), "Open the fold in sight, or close it again"),
    Command("link_strength", "&View", "Strength of li&nks…", ("F6",), "Choose how sure a link must be to be shown"),
    Command("show_list", "-&View", "&Change list", ("F4",), "List all changes", checkable=True, short="Changes"),
    Command("show_findings", "&View", "&Findings", ("Shift+F4",), "List what a fact-checker looks at", checkable=True),
    Command(
        "show_card",
        "&View",
        "&Pair card",
        ("F2",),
        "Show both wordings of the current link",
        checkable=True,
        short="Pair",
    ),
    Command("larger", "-&View", "&Larger text", ("Ctrl++", "Ctrl+=")),
    Command("smaller", "&View", "S&maller text", ("Ctrl+-",)),
    Command("normal_size", "&View", "&Normal text size", ("Ctrl+0",)),
    Command("appear_system", "-&View", "&Follow the system", (), checkable=True, group="appearance"),
    Command("appear_light", "&View", "L&ight", (), checkable=True, group="appearance"),
    Command("appear_dark", "&View", "&Dark", (), checkable=True, group="appearance"),
    Command("palette_standard", "&View > &Palette", "&Standard", (), checkable=True, group="palette"),
    Command("palette_safe", "&View > &Palette", "&Colour-blind safe", (), checkable=True, group="palette"),
    Command("palette_contrast", "&View > &Palette", "&High contrast", (), checkable=True, group="palette"),
    Command("language_system", "&View > &Language", "&Follow the system", (), checkable=True, group="language"),
    Command("language_en", "&View > &Language", "English", (), checkable=True, group="language"),
    Command("language_de", "&View > &Language", "Deutsch", (), checkable=True, group="language"),
    Command("show_shortcuts", "&Help", "&Keys", ("F1",), "List what can be done and by which key"),
    Command("show_log", "-&Help", "Show the &log", (), "Open the folder in which it is written down what went wrong"),
    Command(
        "copy_details", "&Help", "&Copy details", (), "Copy what a bug report needs, without any text of an article"
    ),
    Command("about", "-&Help", "&About diffview"),
)


def make_actions(
    parent: QObject, handler: Callable[[str], Callable[[], None]], commands: Iterable[Command]
) -> dict[str, QAction]:
    """Return an action for each of these commands, without name and keys yet; `handler` names what it does."""
    groups: dict[str, QActionGroup] = {}
    found = {}
    for command in commands:
        action = QAction(parent)
        action.setObjectName(command.name)
        action.setCheckable(command.checkable)
        do = handler(command.name)
        action.triggered.connect(lambda _checked=False, do=do: do())
        if command.group:
            group = groups.setdefault(command.group, QActionGroup(parent))
            group.addAction(action)
        found[command.name] = action
    return found


def name_actions(actions: dict[str, QAction]) -> None:
    """Call the commands that there are by their names in the reader's language."""
    for command in COMMANDS:
        if action := actions.get(command.name):
            action.setText(translated(command.text))
            if command.short:
                action.setIconText(translated(command.short))


def explain_actions(actions: dict[str, QAction]) -> None:
    """Give every command its keys, and say in the reader's language what it does."""
    for command in COMMANDS:
        action = actions[command.name]
        action.setShortcuts([QtGui.QKeySequence(keys) for keys in command.keys])
        action.setStatusTip(translated(command.tip))
        action.setToolTip(_tip(command))


def _tip(command: Command) -> str:
    words = translated(command.tip) or plain(translated(command.text))
    return f"{words} ({native_key(command.keys[0])})" if command.keys else words


def translated(text: str) -> str:
    """Return a text of the table in the reader's language; `packaging/translations.py` hands them to the translator."""
    return QCoreApplication.translate("actions", text) if text else ""


def native_key(keys: str) -> str:
    """Return keys as the system writes them."""
    return QtGui.QKeySequence(keys).toString(QtGui.QKeySequence.SequenceFormat.NativeText)


def plain(text: str) -> str:
    """Return a menu text without its key mark."""
    return text.replace("&", "").rstrip("…")


def make_menus(bar: QMenuBar) -> dict[str, QMenu]:
    """Return the menus of the bar, empty and without titles yet, by their names in the table without key marks."""
    menus: dict[str, QMenu] = {}
    for title in dict.fromkeys(command.menu.removeprefix("-") for command in COMMANDS):
        if " > " not in title:
            menus[plain(title)] = _new_menu(bar, title)
    return menus


def fill_menus(menus: dict[str, QMenu], actions: dict[str, QAction]) -> None:
    """Put all commands into their menus, and add the menus in these."""
    for command in COMMANDS:
        title = command.menu.removeprefix("-")
        if plain(title) not in menus:
            above, _, below = title.rpartition(" > ")
            menus[plain(title)] = _new_menu(menus[plain(above)], below)
        elif command.menu.startswith("-"):
            menus[plain(title)].addSeparator()
        menus[plain(title)].addAction(actions[command.name])


def _new_menu(above: QMenu | QMenuBar, title: str) -> QMenu:
    menu = QMenu(above)
    menu.setObjectName(title)
    above.addMenu(menu)
    return menu


def name_menus(menus: Iterable[QMenu]) -> None:
    """Call the menus of the table by their names in the reader's language."""
    for menu in menus:
        menu.setTitle(translated(menu.objectName()))


def menu_titles() -> Iterator[str]:
    """Yield the titles of all menus, as they are to be translated."""
    for command in COMMANDS:
        yield from command.menu.removeprefix("-").split(" > ")
