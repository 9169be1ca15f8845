"""What does a rich text file (.rtf) say, paragraph by paragraph?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from diffview.phrases import phrase
from diffview.reading.content import Block, Content, UnreadableError, assemble

SIGNATURE = b"{\\rtf"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_rich_text(data: bytes, encoding: str | None = None) -> Content:
    """Return the text of an .rtf file; raises UnreadableError when it is damaged."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - only for this format

    source, to_text = _source(data), cast("Callable[[str, str, str], str]", rtf_to_text)
    try:
        text = to_text(source, encoding or "cp1252", "replace")
    except Exception as error:  # among others OverflowError, for characters beyond Unicode
        raise UnreadableError(phrase("damaged RTF: it holds something that is no text")) from error
    return assemble(map(Block, _CONTROLS.sub("", text).split("\n")), encoding=encoding or "rtf")


def _source(data: bytes) -> str:
    """Return the markup as text: by its definition it is ASCII, and where it is not, UTF-8 or Western."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
