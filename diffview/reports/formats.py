"""In which forms can a comparison be written to a file, and which one does a file's name ask for?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from diffview.model import Comparison
from diffview.reports.html import render_html
from diffview.reports.json import render_json
from diffview.reports.markdown import render_markdown
from diffview.reports.tables import render_findings_csv, render_links_csv
from diffview.reports.word import render_docx


@dataclass(frozen=True, slots=True)
class Format:
    """One form of report: its name as an option, the ending of its files, what it is, and how it is made.

    One that is `coloured` can be made in a palette, `render(comparison, palette="safe")`.
    """

    name: str
    ending: str
    what: str
    render: Callable[..., str | bytes]
    coloured: bool = False


def _pdf(comparison: Comparison, *, palette: str = "standard") -> bytes:
    from diffview.reports.pdf import render_pdf  # noqa: PLC0415 - fonts and shaping are loaded only for a PDF

    return render_pdf(comparison, palette=palette)


FORMATS = (
    Format("json", ".json", "the comparison as JSON, for programs", render_json),
    Format("html", ".html", "the annotated report as one HTML file", render_html, coloured=True),
    Format("pdf", ".pdf", "the annotated report as a PDF to print and file", _pdf, coloured=True),
    Format("docx", ".docx", "the right article as a Word document with tracked changes against the left", render_docx),
    Format(
        "markdown", ".md", "figures, findings and main changes as Markdown, for a mail or a ticket", render_markdown
    ),
    Format("csv", ".csv", "a table of all links, for a spreadsheet", render_links_csv),
    Format("findings-csv", ".findings.csv", "a table of all findings, for a spreadsheet", render_findings_csv),
)


def format_of(path: str) -> Format | None:
    """Return the form that a file's name asks for by its ending."""
    name = PurePath(path).name.lower()
    fitting = [each for each in FORMATS if name.endswith(each.ending)]
    return max(fitting, key=lambda each: len(each.ending), default=None)
