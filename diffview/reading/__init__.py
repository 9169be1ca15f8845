"""What does this file or text say, and what on its page is not the article?

Names are looked up when they are first used: the window starts before anything is read.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diffview.reading.article import read_article
    from diffview.reading.furniture import find_furniture
    from diffview.reading.title import find_title

__all__ = ["AHEAD_FLAG", "WORKER_FLAG", "find_furniture", "find_title", "read_article"]
WORKER_FLAG = "--reading-worker"
"""What a bundled program is started with to become the worker that reads one file."""
AHEAD_FLAG = "--read-ahead"
"""What it is started with to become the child that reads articles while the window is being made."""
_HOMES = {"find_furniture": "furniture", "find_title": "title", "read_article": "article"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type is that of what is asked for
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
