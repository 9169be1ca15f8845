"""What does a bug report need to know about this installation?

Plain lines in English, whatever the window speaks, without a name of a file or a word of an article.
"""

from __future__ import annotations

import json
import locale
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from diffview import __version__
from diffview.errors import DiffviewError
from diffview.model import EncoderInfo
from diffview.resources import read_resource
from diffview.ui.log import log_folder

_TOLD = ("PySide6-Essentials", "numpy", "onnxruntime", "tokenizers", "torch", "sentence-transformers", "trafilatura")


def details(encoder: EncoderInfo | None = None) -> str:
    """Return what a bug report needs; `encoder` made the comparison on the screen."""
    lines = {
        "diffview": f"{__version__}{', bundled' if getattr(sys, 'frozen', False) else ''}",
        "encoder": encoder_words(encoder),
        "Python": platform.python_version(),
        "Qt": f"{qVersion()}, {QGuiApplication.platformName()}",
        "system": platform.platform(),
        "language": locale.getlocale()[0] or "C",
        "packages": ", ".join(f"{name} {found}" for name in _TOLD if (found := _version(name))),
        "log": str(log_folder()).replace(str(Path.home()), "~"),
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items() if value)


def encoder_words(encoder: EncoderInfo | None) -> str:
    """Return the name and the hash of the encoder in use, of the one that ships without one, or why there is none."""
    if encoder is None or encoder.words_alone:
        try:
            from diffview.alignment.encoder import inspect_encoder  # noqa: PLC0415 - only when it is asked for

            encoder = inspect_encoder()
        except DiffviewError as error:
            return str(error)
    return f"{encoder.name}, SHA-256 {encoder.digest}"


def licences() -> str:
    """Return the notice about what others made, and the licence of every component."""
    listed = json.loads(read_resource("licences", "components.json"))
    return (
        read_resource("licences", "notice.txt") + "\n" + "".join(f"{name}: {found}\n" for name, found in listed.items())
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
