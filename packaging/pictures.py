"""Takes every picture of the README and the docs from the running program: python packaging/pictures.py

Needs no display: the window is drawn on Qt's offscreen platform, with the example about the ferry.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_STATE_HOME"] = "/home/you/.local/state"  # it is shown, and nobody must learn whose machine this was
CHECKOUT = Path(__file__).parent.parent
sys.path.insert(0, str(CHECKOUT))

from PySide6.QtCore import QElapsedTimer  # noqa: E402 - after the platform was chosen
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from diffview.reading import read_article  # noqa: E402
from diffview.reports.html import render_html  # noqa: E402
from diffview.ui.app import child_engine, example_pairs  # noqa: E402
from diffview.ui.helping import AboutDialog  # noqa: E402
from diffview.ui.language import speak  # noqa: E402
from diffview.ui.main_window import MainWindow  # noqa: E402
from diffview.ui.preferences import PreferencesFile  # noqa: E402
from diffview.ui.theme import interface_font  # noqa: E402

PICTURES = CHECKOUT / "docs" / "pictures"
ARTICLES = Path(gettempdir()) / "articles"  # a path that says nothing of the machine on which they are taken
WIDTH, HEIGHT = 1360, 900
QUOTATION = "Three winters in a row"
_PATIENCE = 60_000


def settle(app: QApplication, until: Callable[[], bool], still: int = 400) -> None:
    """Let the window work until the condition holds, and then until it has come to rest."""
    clock = QElapsedTimer()
    clock.start()
    while not until():
        if clock.elapsed() > _PATIENCE:
            sys.exit("the window did not get there")
        app.processEvents()
    clock.restart()
    while clock.elapsed() < still:
        app.processEvents()


def go_to(window: MainWindow, words: str) -> None:
    """Make the link current in which these words stand on the left."""
    comparison = window.session.comparison
    assert comparison is not None
    link = next(
        number
        for number, link in enumerate(comparison.links)
        if link.is_pair and any(words in comparison.left.text_of(index) for index in link.left)
    )
    window.view.show_link(link)


def card(window: MainWindow) -> None:
    """The README's picture: a quotation both articles have, and the pair card."""
    window.panels.open("show_card")
    go_to(window, "The wheel turned")


def findings(window: MainWindow) -> None:
    """The altered quotation among the findings."""
    window.panels.card.parentWidget().hide()
    comparison = window.session.comparison
    assert comparison is not None
    window.panels.open("show_findings")
    number = next(
        number
        for number, finding in enumerate(comparison.findings)
        if any(QUOTATION in comparison.left.article.text[span.start : span.end] for span in finding.left)
    )
    window.checking.show_finding(number)


def main() -> int:
    """Take every picture, in the order in which the window gets there."""
    for folder in (PICTURES, ARTICLES):
        folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setFont(interface_font())
    speak(app, "en")
    window = MainWindow(child_engine(), PreferencesFile(None), example_pairs())
    window.resize(WIDTH, HEIGHT)
    window.show()
    settle(app, lambda: True)
    take(window, PICTURES / "welcome.png")
    open_pair(app, window, "harbour-ferry")
    for name, scene in (("../../packaging/screenshot.png", card), ("findings.png", findings)):
        scene(window)
        settle(app, lambda: True)
        take(window, PICTURES / name)
    about = AboutDialog(None, window)
    about.show()
    settle(app, lambda: True)
    take(about, PICTURES / "about.png")
    about.close()
    take_report(window)
    window.panels.findings.parentWidget().hide()
    open_pair(app, window, "library-hours")
    take(window, PICTURES / "versions.png")
    window.close()
    return 0


def open_pair(app: QApplication, window: MainWindow, name: str) -> None:
    """Open an example and wait until it was compared by meaning."""
    pair = next(pair for pair in example_pairs() if name in pair.left)
    paths = [shutil.copy(path, ARTICLES) for path in (pair.left, pair.right)]
    window.opening.open_files(paths)
    start = read_article(pair.left).text[:200]

    def is_compared() -> bool:
        found = window.session.comparison
        if found is None or window.session.worker.is_comparing or found.encoder.words_alone:
            return False
        return found.left.article.text.startswith(start)

    settle(app, is_compared)


def take(widget: QWidget, path: Path) -> None:
    """Save a picture."""
    if not widget.grab().save(str(path.resolve())):
        sys.exit(f"{path}: cannot be written")
    sys.stdout.write(f"{path.resolve().relative_to(CHECKOUT)}\n")


def take_report(window: MainWindow) -> None:
    """Take the picture of the HTML report, where there is a browser to show it."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    comparison = window.session.comparison
    if browser is None or comparison is None:
        sys.stdout.write("no chromium: the picture of the report stays as it is\n")
        return
    with TemporaryDirectory() as folder:
        report, picture = Path(folder) / "report.html", Path(folder) / "report.png"
        report.write_text(render_html(comparison), encoding="utf-8")
        command = [browser, "--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={WIDTH},{HEIGHT}"]
        command += [f"--user-data-dir={folder}/profile", f"--screenshot={picture}", report.as_uri()]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        shutil.copy(picture, PICTURES / "report.png")
    sys.stdout.write("docs/pictures/report.png\n")


if __name__ == "__main__":
    sys.exit(main())
