"""Tests of fetching a page that the reader has dropped, pasted or named, from a site on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from diffview.model import Side
from diffview.ui.main_window import MainWindow
from tests.ui.conftest import drop, wait_for_article, wait_for_comparison
from tests.web import Site, site

Write = Callable[[str, str], str]


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A web site on this machine, asked without a proxy."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with site() as found:
        yield found


def _dropped(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


def _decline(window: MainWindow) -> None:
    window.message.findChild(QToolButton).click()


def test_nothing_is_fetched_before_the_reader_agrees(qtbot: QtBot, window: MainWindow, web: Site) -> None:
    """A dropped link is asked about by the name of its host; only after Fetch is anything asked of that host."""
    drop(window, _dropped(web.page("/story")), Side.RIGHT)
    assert window.message.text.startswith(f"Fetch from 127.0.0.1:{web.port}? Nothing has been asked of it so far.")
    assert web.asked == []
    window.message.button.click()
    wait_for_article(qtbot, window, Side.RIGHT, "The ferry struck the pier at dawn.")
    assert web.paths == ["/story"]
    assert window.message.text == ""
    assert window.view.headers[Side.RIGHT].title.text() == "Ferry strikes pier"
    assert window.view.headers[Side.RIGHT].source.text().startswith(f"{web.url('/story')}, fetched at ")


def test_declined(window: MainWindow, web: Site) -> None:
    """A question that is closed fetches nothing and leaves the panes as they are."""
    drop(window, _dropped(web.page("/story")))
    _decline(window)
    assert web.asked == []
    assert window.session.articles == {Side.LEFT: None, Side.RIGHT: None}
    assert window.message.text == ""


def test_pasted_address(window: MainWindow, web: Site) -> None:
    """An address in the clipboard is asked about; a sentence with an address in it is a text."""
    QGuiApplication.clipboard().setText(f" {web.page('/story')}\n")
    window.actions_by_name["paste"].trigger()
    assert window.message.text.startswith("Fetch from 127.0.0.1")
    assert web.asked == []


def test_an_address_on_the_command_line(window: MainWindow, web: Site) -> None:
    """The window asks about an address that the program is started with, too."""
    window.opening.open_files([web.page("/story")])
    assert window.message.text.startswith("Fetch from 127.0.0.1")
    assert web.asked == []


def test_two_pages(qtbot: QtBot, window: MainWindow, web: Site) -> None:
    """Two links are one question that names both hosts, and open left and right."""
    drop(window, _dropped(web.page("/a"), web.page("/b").replace("127.0.0.1", "localhost")))
    assert window.message.text.startswith(f"Fetch two pages, from 127.0.0.1:{web.port} and localhost:{web.port}?")
    window.message.button.click()
    comparison = wait_for_comparison(qtbot, window)
    assert sorted(web.paths) == ["/a", "/b"]
    assert comparison.right.article.source.startswith("http://localhost")


def test_sent_on_to_another_host(qtbot: QtBot, window: MainWindow, web: Site) -> None:
    """A page that is elsewhere is asked about again, with both hosts named, and fetched only then."""
    web.page("/there")
    drop(window, _dropped(web.redirect("/here", web.url("/there", "localhost"))))
    window.message.button.click()
    here, there = f"127.0.0.1:{web.port}", f"localhost:{web.port}"
    qtbot.waitUntil(lambda: window.message.text.startswith(f"{here} sends you on to {there}."))
    assert web.paths == ["/here"]
    window.message.button.click()
    wait_for_article(qtbot, window, Side.LEFT, "The ferry struck the pier")
    assert web.paths == ["/here", "/there"]


def test_failures_are_one_line(qtbot: QtBot, window: MainWindow, web: Site, two_files: tuple[str, str]) -> None:
    """A page that is not there is told in one line with its address, and both panes stay as they were."""
    window.opening.open_files(two_files)
    before = wait_for_comparison(qtbot, window)
    drop(window, _dropped(web.url("/gone")))
    window.message.button.click()
    qtbot.waitUntil(lambda: window.message.text == f"{web.url('/gone')}: there is no such page (404)")
    assert window.session.comparison is before


def test_wrong_content(qtbot: QtBot, window: MainWindow, web: Site) -> None:
    """A picture behind an address is refused as a picture in a file is."""
    drop(window, _dropped(web.page("/a.png", b"\x89PNG\r\n\x1a\n" + bytes(500), "image/png")))
    window.message.button.click()
    qtbot.waitUntil(lambda: "not a text file (image/png)" in window.message.text)


def test_stopping(qtbot: QtBot, window: MainWindow, web: Site) -> None:
    """While a page arrives the bar offers to stop, and nothing opens afterwards."""
    drop(window, _dropped(web.silent("/slow")))
    window.message.button.click()
    qtbot.waitUntil(lambda: web.paths == ["/slow"])
    assert window.message.text == f"Fetching from 127.0.0.1:{web.port}…"
    window.message.button.click()
    web.go_on.set()
    qtbot.waitUntil(lambda: not window.session.worker.is_reading)
    assert window.session.articles[Side.LEFT] is None


def test_a_fetched_page_in_another_encoding(qtbot: QtBot, window: MainWindow, web: Site) -> None:
    """A fetched page is read again in another encoding without being fetched again."""
    drop(window, _dropped(web.page("/a.txt", "Корабль ударил причал".encode("koi8-u"), "text/plain")))
    window.message.button.click()
    qtbot.waitUntil(lambda: window.session.articles[Side.LEFT] is not None)
    window.reopening.reopen(Side.LEFT, "koi8-u")
    wait_for_article(qtbot, window, Side.LEFT, "Корабль ударил причал")
    assert web.paths == ["/a.txt"]


def test_an_address_with_a_password(window: MainWindow) -> None:
    """An address that holds a user's name, and so may pretend to be another host's, is refused."""
    drop(window, _dropped("http://bank.example@127.0.0.1/login"))
    assert "holds a user name" in window.message.text
