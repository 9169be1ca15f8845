"""Which language does the window speak?"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from diffview.resources import resource
from diffview.ui.preferences import LANGUAGES

_OLD = "diffview translator"


def spoken(wanted: str = "system") -> str:
    """Return the code of the language to speak: the one that is wanted, else the first of the system's, else "en"."""
    if wanted in LANGUAGES:
        return wanted
    system = (name.split("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in system if code in LANGUAGES), "en")


def speak(app: QApplication, wanted: str = "system") -> str:
    """Have every text made from now on be in the wanted language, Qt's own too; returns its code.

    English is a translation as well: it says "1 change" and "2 changes".
    """
    code = spoken(wanted)
    for old in app.findChildren(QTranslator, _OLD):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(_locale(code))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt), ("diffview", str(resource("translations")))):
        translator = QTranslator(app)
        translator.setObjectName(_OLD)
        if translator.load(f"{name}_{code}", folder):
            app.installTranslator(translator)
    return code


def _locale(code: str) -> QLocale:
    """Return the system's own way with figures where it is of that language."""
    system = QLocale.system()
    return system if system.name().startswith(f"{code}_") else QLocale(code)
