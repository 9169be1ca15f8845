"""What can go wrong, and how is it said?

    DiffviewError
    ├── ReadError       a file cannot be opened as an article
    ├── EncoderError    the sentence encoder is missing, damaged or of the wrong kind
    ├── WeightsError    the learned weights do not fit the features of this program
    ├── ExportError     a report cannot be written
    └── Cancelled       the reader stopped the comparison

A message says what happened, to which file, and what to do next, in one line.
"""

from __future__ import annotations

from pathlib import Path

from diffview.phrases import Phrase, phrase


class DiffviewError(Exception):
    """Any failure that is explained to the reader in one line."""


class _FileError(DiffviewError):
    """A failure that concerns one file."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        super().__init__(phrase("{path}: {reason}", path=_shown(path), reason=reason))


class ReadError(_FileError):
    """A file that cannot be opened as an article."""


class EncoderError(_FileError):
    """A sentence encoder that cannot be used."""


class WeightsError(_FileError):
    """Learned weights that miss a feature, or know one that the program does not have."""


class ExportError(_FileError):
    """A report that cannot be written."""


class Cancelled(DiffviewError):  # noqa: N818 - it is the reader's wish, not a fault
    """The reader stopped the comparison."""


def _shown(path: Path | str) -> str:
    """Return a path fit to be shown; what stands for a file and is a phrase stays one."""
    return path if isinstance(path, Phrase) else printable(str(path))


def printable(text: str) -> str:
    """Return `text` with every control and direction character spelled out, fit for one line of a terminal."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
