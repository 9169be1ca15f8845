"""Takes the README's picture from the running program: python packaging/screenshot.py OUT.png (needs a display)."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from diffview.ui.app import child_engine, example_pairs
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.theme import interface_font

WIDTH, HEIGHT = 1360, 900
QUOTATION = "The wheel turned"


def main(target: str) -> int:
    """Open the example of two outlets, go to a quotation both have, show the pair card, and save the picture."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setFont(interface_font())
    window = MainWindow(child_engine(), PreferencesFile(None), example_pairs())
    window.resize(WIDTH, HEIGHT)
    window.show()
    pair = next(pair for pair in example_pairs() if "ferry" in pair.left)
    window.opening.open_files([os.path.relpath(path) for path in (pair.left, pair.right)])

    def look() -> None:
        comparison = window.session.comparison
        if comparison is None or comparison.encoder.words_alone:
            return
        timer.stop()
        wanted = next(
            number
            for number, link in enumerate(comparison.links)
            if link.is_pair and any(QUOTATION in comparison.left.text_of(index) for index in link.left)
        )
        window.panels.show_card()
        window.view.show_link(wanted)
        QTimer.singleShot(2500, save)

    def save() -> None:
        window.grab().save(target)
        window.close()
        app.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(200)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
