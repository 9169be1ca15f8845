"""Shows two articles side by side and tells what is the same, reworded, moved, added or dropped, by meaning.

>>> import diffview
>>> left = diffview.read_article("left.txt")  # doctest: +SKIP
>>> result = diffview.compare(left, diffview.read_article("right.txt"))  # doctest: +SKIP
>>> [link.change for link in result.links]  # doctest: +SKIP
"""

from diffview.comparison import compare
from diffview.errors import DiffviewError
from diffview.model import Article, ChangeKind, Comparison, Corrections, Link, Options, Side
from diffview.reading import read_article
from diffview.reports.html import render_html
from diffview.reports.json import render_json

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
    "render_html",
    "render_json",
]
