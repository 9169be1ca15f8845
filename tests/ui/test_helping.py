"""Does the Help menu tell what a reader, a lawyer and a mender of faults want to know?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from diffview import __version__
from diffview.alignment.encoder import inspect_encoder
from diffview.errors import EncoderError
from diffview.model import EncoderInfo
from diffview.resources import read_resource
from diffview.ui.about import AboutDialog
from diffview.ui.details import details
from diffview.ui.log import log_folder
from diffview.ui.main_window import MainWindow


def about(window: MainWindow) -> AboutDialog:
    """Open the dialog by its command."""
    window.actions_by_name["about"].trigger()
    return window.findChildren(AboutDialog)[0]


def test_it_names_version_encoder_and_log(window: MainWindow) -> None:
    """The version, the encoder with the hash of its files, and the place of the log can be read and selected."""
    words = about(window).findChildren(QLabel)[0].text()
    assert f"diffview {__version__}" in words
    assert inspect_encoder().digest in words
    assert str(log_folder()) in words


def test_every_licence_is_listed(window: MainWindow) -> None:
    """The second page has the notices about the encoder and Qt, and every component."""
    words = about(window).findChildren(QPlainTextEdit)[0].toPlainText()
    assert "GNU Lesser General Public License" in words
    assert [name for name in json.loads(read_resource("licences", "components.json")) if f"{name}: " not in words] == []


def test_details_are_copied(window: MainWindow) -> None:
    """One command puts on the clipboard what a bug report needs."""
    window.actions_by_name["copy_details"].trigger()
    assert QGuiApplication.clipboard().text() == details()
    about(window).copy.click()
    assert QGuiApplication.clipboard().text().startswith(f"diffview: {__version__}")


def test_details_name_the_encoder_of_the_comparison() -> None:
    """The encoder that made what is on the screen is named, if it was not words alone."""
    assert "mine, SHA-256 abc" in details(EncoderInfo("mine", "abc"))
    assert "all-MiniLM-L6-v2" in details(EncoderInfo("", reason="by choice"))


def test_details_say_why_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing encoder is a detail too, not one more fault."""

    def missing() -> EncoderInfo:
        raise EncoderError("all-MiniLM-L6-v2", "the encoder is not installed")

    monkeypatch.setattr("diffview.alignment.encoder.inspect_encoder", missing)
    assert "encoder: all-MiniLM-L6-v2: the encoder is not installed" in details()


def test_details_do_not_tell_who_is_asking() -> None:
    """The home folder, which is named after its owner, is not in what is sent away."""
    assert f"{Path.home()}/" not in details()


def test_the_folder_of_the_log_is_shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log's folder opens in the file manager; where it cannot, its path is told."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    window.actions_by_name["show_log"].trigger()
    assert opened == []
    assert str(log_folder()) in window.message.label.text()
    log_folder().mkdir(parents=True)
    window.actions_by_name["show_log"].trigger()
    assert opened == [str(log_folder())]
