"""In which forms can a comparison be written to a file, and which one does a file's name ask for?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from diffview.model import Comparison
from diffview.reports.html import render_html
from diffview.reports.json import render_json


@dataclass(frozen=True, slots=True)
class Format:
    """One form of report: its name as an option, the ending of its files, what it is, and how it is made."""

    name: str
    ending: str
    what: str
    render: Callable[[Comparison], str | bytes]


FORMATS = (
    Format("json", ".json", "the comparison as JSON, for programs", render_json),
    Format("html", ".html", "the annotated report as one HTML file", render_html),
)


def format_of(path: str) -> Format | None:
    """Return the form that a file's name asks for by its ending."""
    name = PurePath(path).name.lower()
    fitting = [each for each in FORMATS if name.endswith(each.ending)]
    return max(fitting, key=lambda each: len(each.ending), default=None)
