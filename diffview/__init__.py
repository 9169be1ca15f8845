"""Shows two articles side by side and tells what is the same, reworded, moved, added or dropped, by meaning.

>>> import diffview
>>> left = diffview.read_article("left.txt")  # doctest: +SKIP
>>> result = diffview.compare(left, diffview.read_article("right.txt"))  # doctest: +SKIP
>>> [link.change for link in result.links]  # doctest: +SKIP

The names below are loaded when they are first used, so that the program itself starts at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diffview.comparison import compare
    from diffview.errors import DiffviewError
    from diffview.model import Article, ChangeKind, Comparison, Corrections, Link, Options, Side
    from diffview.reading import read_article
    from diffview.reports.html import render_html
    from diffview.reports.json import render_json
    from diffview.reports.markdown import render_markdown
    from diffview.reports.pdf import render_pdf
    from diffview.reports.word import render_docx

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ChangeKind",
    "Comparison",
    "Corrections",
    "DiffviewError",
    "Link",
    "Options",
    "Side",
    "__version__",
    "compare",
    "read_article",
    "render_docx",
    "render_html",
    "render_json",
    "render_markdown",
    "render_pdf",
]

_HOMES = {
    "compare": "diffview.comparison",
    "DiffviewError": "diffview.errors",
    "read_article": "diffview.reading",
    "render_docx": "diffview.reports.word",
    "render_html": "diffview.reports.html",
    "render_json": "diffview.reports.json",
    "render_markdown": "diffview.reports.markdown",
    "render_pdf": "diffview.reports.pdf",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'diffview' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "diffview.model")), name)
