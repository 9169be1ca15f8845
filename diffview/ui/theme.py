"""How does a theme become Qt's colours, fonts and style sheet?"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette, QTextCharFormat

from diffview.resources import resource
from diffview.theme import Mark, Theme

_READING = (
    "Source Serif 4",
    "Charter",
    "Literata",
    "Noto Serif",
    "P052",
    "Palatino Linotype",
    "Georgia",
    "Liberation Serif",
    "DejaVu Serif",
)
_INTERFACE = ("Inter", "Noto Sans", "Cantarell", "Segoe UI", "Liberation Sans", "DejaVu Sans")
_SAMPLE = "The minister said on Tuesday that nobody had seen the letter before it was printed, and that he would ask."
_UNDERLINES = {
    "none": QTextCharFormat.UnderlineStyle.NoUnderline,
    "solid": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "dashed": QTextCharFormat.UnderlineStyle.DashUnderline,
    "dotted": QTextCharFormat.UnderlineStyle.DotLine,
    "wavy": QTextCharFormat.UnderlineStyle.WaveUnderline,
}
LINE_HEIGHT = 1.5
"""Distance of two lines of reading text, in font sizes."""
MEASURE = 70
"""Letters on a line of reading text."""


class Type(NamedTuple):
    """How reading text is set: size, font ("" for the first good one), line height in sizes, letters in a line."""

    pixels: int = 17
    family: str = ""
    line_height: float = LINE_HEIGHT
    measure: int = MEASURE


class Ink(NamedTuple):
    """The colours of one class, ready to paint with."""

    fill: QColor
    strong: QColor
    edge: QColor
    glyph: str
    words: QTextCharFormat
    wording: QTextCharFormat


def ink(mark: Mark) -> Ink:
    """Return the colours of a class; `words` is the format of the words that differ, `wording` of mere wording."""
    words = QTextCharFormat()
    words.setBackground(QColor(mark.strong))
    words.setUnderlineStyle(_UNDERLINES[mark.underline])
    words.setUnderlineColor(QColor(mark.edge))
    wording = QTextCharFormat()
    wording.setUnderlineStyle(_UNDERLINES["dotted"])
    wording.setUnderlineColor(QColor(mark.edge))
    return Ink(QColor(mark.fill), QColor(mark.strong), QColor(mark.edge), mark.glyph, words, wording)


class Inks(dict[str, Ink]):
    """The colours of every class of a theme, each made when it is first painted with."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def __missing__(self, mark: str) -> Ink:
        """Make the colours of a class."""
        made = self[mark] = ink(self._theme.marks[mark])
        return made


def faded(colour: QColor, alpha: float) -> QColor:
    """Return `colour` with an opacity from 0 to 1."""
    copy = QColor.fromRgba(colour.rgba())
    copy.setAlphaF(max(0.0, min(1.0, alpha)))
    return copy


def reading_font(pixels: int, family: str = "") -> QFont:
    """Return the font articles are set in: `family`, or the first good one that is installed."""
    font = QFont()
    font.setFamilies([family] if family else _installed(_READING))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def interface_font() -> QFont:
    """Return the font of labels and menus."""
    font = QFont()
    font.setFamilies(_installed(_INTERFACE))
    font.setPixelSize(13)
    return font


def measure(font: QFont, letters: int = MEASURE) -> float:
    """Return the width in pixels of a line of so many letters."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * letters


def _installed(families: tuple[str, ...]) -> list[str]:
    return [family for family in families if family in _there()] or [QFont().defaultFamily()]


@cache
def _there() -> frozenset[str]:
    """Return the families that are installed while the program runs."""
    return frozenset(family.split(" [")[0] for family in QFontDatabase.families())


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette for a theme."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.window,
        roles.WindowText: theme.ink,
        roles.Base: theme.page,
        roles.AlternateBase: theme.window,
        roles.Text: theme.ink,
        roles.Button: theme.window,
        roles.ButtonText: theme.ink,
        roles.BrightText: theme.ink,
        roles.ToolTipBase: theme.page,
        roles.ToolTipText: theme.ink,
        roles.PlaceholderText: theme.faint,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.page,
        roles.Link: theme.accent,
        roles.Mid: theme.line,
        roles.Light: theme.page,
        roles.Dark: theme.line,
        roles.Shadow: theme.line,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faded(QColor(theme.faint), 0.6))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style of everything around the pages."""
    return _STYLE.format(
        page=theme.page,
        window=theme.window,
        ink=theme.ink,
        faint=theme.faint,
        line=theme.line,
        accent=theme.accent,
        icons=resource("icons").as_posix(),
    )


_STYLE = """
QMainWindow, QToolBar, QStatusBar, QDialog, QFrame#find {{ background: {window}; }}
QLabel {{ color: {ink}; }}
QLabel#hint {{ color: {faint}; }}
QLabel#place {{ padding: 0 12px 0 10px; }}
QLabel#notice {{ color: {accent}; }}
QTextEdit {{ background: {page}; color: {ink}; border: 0; selection-background-color: {accent};
    selection-color: {page}; }}
QTextEdit#wordings, QTextBrowser {{ border: 1px solid transparent; }}
QTextEdit#wordings:focus, QTextBrowser:focus {{ border-color: {accent}; }}
QTabWidget::pane {{ border: 1px solid {line}; }}
QTabWidget QLabel {{ background: {page}; }}
QTabBar::tab {{ background: {window}; color: {faint}; border: 1px solid {line}; padding: 4px 12px; }}
QTabBar::tab:selected {{ background: {page}; color: {ink}; }}
QTabBar::tab:focus {{ border: 1px solid {accent}; }}
QTabBar {{ qproperty-drawBase: 0; }}
QCheckBox {{ color: {ink}; }}
QCheckBox:disabled {{ color: {faint}; }}
QAbstractSpinBox, QComboBox, QPlainTextEdit {{ background-color: {page}; color: {ink};
    selection-background-color: {accent}; selection-color: {page}; }}
QCheckBox {{ border: 1px solid transparent; border-radius: 3px; padding: 1px 3px; }}
QCheckBox:focus {{ border-color: {accent}; }}
QCheckBox::indicator {{ width: 12px; height: 12px; border: 1px solid {faint}; border-radius: 3px; background: {page}; }}
QCheckBox::indicator:disabled {{ border-color: {line}; }}
QCheckBox::indicator:checked {{ border-color: {accent}; image: url("{icons}/tick.svg"); }}
QToolBar {{ border: 0; padding: 5px 8px; spacing: 2px; border-bottom: 1px solid {line}; }}
QToolBar::separator {{ background: {line}; width: 1px; margin: 6px 8px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 4px 9px; color: {ink}; }}
QToolButton#qt_toolbar_ext_button {{ padding: 0; border-color: {line}; }}
QToolButton:hover, QToolButton:checked {{ background: {page}; border-color: {line}; }}
QToolButton#legend {{ padding: 2px 6px; border-color: transparent; background: transparent; color: {ink}; }}
QToolButton#legend:!checked {{ color: {faint}; }}
QToolButton#legend:hover {{ border-color: {line}; }}
QToolButton#legend:focus {{ border-color: {accent}; }}
QToolButton#reading {{ padding: 0 5px; color: {faint}; border-color: {line}; }}
QToolButton#reading:hover, QToolButton#reading:focus {{ color: {ink}; border-color: {accent}; }}
QPushButton#fold {{ border: 0; border-radius: 4px; padding: 0; background: {window}; color: {faint}; }}
QPushButton#fold:hover, QPushButton#fold:focus {{ color: {accent}; border: 1px solid {accent}; }}
QPushButton#small {{ padding: 1px 10px; }}
QToolButton:pressed {{ background: {line}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton:disabled {{ color: {faint}; }}
QToolButton::menu-indicator {{ width: 0; }}
QPushButton {{ border: 1px solid {line}; border-radius: 6px; padding: 6px 14px; background: {page}; color: {ink}; }}
QPushButton:hover {{ border-color: {accent}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:pressed {{ background: {line}; }}
QMenuBar {{ background: {window}; color: {ink}; padding: 1px 4px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {line}; }}
QMenu {{ background: {page}; color: {ink}; border: 1px solid {line}; padding: 5px; }}
QMenu::item {{ padding: 5px 24px 5px 22px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent}; color: {page}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}
QStatusBar {{ border-top: 1px solid {line}; }}
QStatusBar::item {{ border: 0; }}
QToolTip {{ background: {page}; color: {ink}; border: 1px solid {line}; padding: 6px; }}
QProgressBar {{ border: 0; border-radius: 3px; background: {line}; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QLineEdit {{ border: 1px solid {line}; border-radius: 5px; padding: 4px 7px; background: {page}; color: {ink}; }}
QLineEdit:focus {{ border-color: {accent}; }}
QDockWidget {{ color: {faint}; }}
QDockWidget::title {{ background: {window}; padding: 6px 10px; }}
QHeaderView::section {{ background: {window}; color: {faint}; border: 0; padding: 4px 8px; }}
QHeaderView::down-arrow {{ image: url("{icons}/down.svg"); width: 8px; subcontrol-position: center right; right: 2px; }}
QHeaderView::up-arrow {{ image: url("{icons}/up.svg"); width: 8px; subcontrol-position: center right; right: 2px; }}
QTreeView, QTableView, QListView {{ background: {page}; color: {ink}; border: 0; border-top: 1px solid {line};
    selection-background-color: {accent}; selection-color: {page}; outline: 0; }}
QTreeView:focus, QTableView:focus, QListView:focus {{ border-top: 1px solid {accent}; }}
QTreeView::item {{ padding: 2px 4px; }}
QListView::item {{ padding: 2px 10px; }}
QListView {{ border-right: 1px solid {line}; }}
QScrollBar:vertical {{ background: {page}; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 4px; min-height: 28px; margin: 1px; }}
QScrollBar:horizontal {{ background: {page}; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {line}; border-radius: 4px; min-width: 28px; margin: 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
