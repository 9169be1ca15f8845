"""Light or dark, in which palette and language, how large is the text, and what is remembered of that?"""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

from diffview.theme import Theme, load_theme, theme_name
from diffview.ui.preferences import NORMAL, Preferences, PreferencesFile
from diffview.ui.theme import Type, reading_font

_HALF = 128
"""Lightness of a window, 0 to 255, under which the system is dark."""


class Appearance(QObject):
    """What the reader prefers, kept in a file; each method is one of the commands of that name."""

    theme_changed = Signal(object)  # Theme
    type_changed = Signal(object)  # Type
    language_changed = Signal(str)

    def __init__(self, file: PreferencesFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.preferences = file.load()
        self._is_night = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _HALF
        self.theme = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def appear_system(self) -> None:
        """Be light or dark as the system is."""
        self._appear("system")

    def appear_light(self) -> None:
        """Be light."""
        self._appear("light")

    def appear_dark(self) -> None:
        """Be dark."""
        self._appear("dark")

    def palette_standard(self) -> None:
        """Take the colours for most eyes."""
        self._colour("standard")

    def palette_safe(self) -> None:
        """Take colours that do not hang on telling red from green."""
        self._colour("safe")

    def palette_contrast(self) -> None:
        """Take the strongest contrasts."""
        self._colour("contrast")

    def language_system(self) -> None:
        """Speak the language of the system."""
        self._speak("system")

    def language_en(self) -> None:
        """Speak English."""
        self._speak("en")

    def language_de(self) -> None:
        """Speak German."""
        self._speak("de")

    def larger(self) -> None:
        """Make the reading text larger."""
        self.zoom(1)

    def smaller(self) -> None:
        """Make the reading text smaller."""
        self.zoom(-1)

    def normal_size(self) -> None:
        """Give the reading text its usual size."""
        self.zoom(NORMAL - self.preferences.text_size)

    def zoom(self, step: int) -> None:
        """Make the reading text larger by `step` pixels."""
        self.prefer("text_size", self.preferences.text_size + step)

    @property
    def type(self) -> Type:
        """How articles are set."""
        wanted = self.preferences
        return Type(wanted.text_size, wanted.font, wanted.line_height / 100, wanted.measure)

    def prefer(self, name: str, value: object) -> None:
        """Take another font or number of the preferences, and tell of it at once."""
        if isinstance(value, int):
            self._keep(self.preferences.with_number(name, value))
        else:
            self._keep(self.preferences._replace(font=str(value)))
        self.type_changed.emit(self.type)

    def show_preferences(self) -> None:
        """Ask for the reading font, its size, the line height and the measure."""
        from diffview.ui.preferences_form import PreferencesForm  # noqa: PLC0415 - few open it

        family = reading_font(self.preferences.text_size, self.preferences.font).families()[0]
        parent = self.parent()
        over = parent if isinstance(parent, QWidget) else None
        PreferencesForm(self.preferences, family, self.prefer, over).show()

    def remember(self, left: str, right: str) -> None:
        """Remember that two files were compared."""
        self._keep(self.preferences.with_recent(left, right))

    def _appear(self, appearance: str) -> None:
        self._keep(self.preferences._replace(appearance=appearance))
        self._take_theme()

    def _colour(self, palette: str) -> None:
        self._keep(self.preferences._replace(palette=palette))
        self._take_theme()

    def _speak(self, language: str) -> None:
        self._keep(self.preferences._replace(language=language))
        self.language_changed.emit(language)

    def _keep(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self._file.save(preferences)

    def _on_scheme(self, scheme: QtCore.Qt.ColorScheme) -> None:
        """Follow the system; its palette may still be the one before."""
        self._is_night = scheme is QtCore.Qt.ColorScheme.Dark
        self._take_theme()

    def _take_theme(self) -> None:
        self.theme = self._wanted()
        self.theme_changed.emit(self.theme)

    def _wanted(self) -> Theme:
        dark = self.preferences.appearance == "dark"
        if self.preferences.appearance == "system":
            dark = self._is_night
        return load_theme(theme_name(self.preferences.palette, dark=dark))
