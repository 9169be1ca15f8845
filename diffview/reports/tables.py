"""How does a comparison become a table that a spreadsheet opens?

CSV after RFC 4180: commas, quotation marks doubled, lines end in CR LF. The text is UTF-8 with a byte order mark, for
without one spreadsheets take it for the system's own encoding. One row is one line: white space is a single space,
hidden characters are labels such as [NUL]. A cell that would be taken for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from diffview.model import Comparison, Finding, Link, Side
from diffview.reports.finding_names import opinions
from diffview.reports.summary import paragraph_numbers
from diffview.reports.view import LinkNames
from diffview.reports.visible import plain
from diffview.words import words

Cell = str | int | float | bool | None

_MARK = "\ufeff"
_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_LINKS = (
    *("change_number", "anchor", "change", "moved", "strength", "score", "origin"),
    *("left_passages", "right_passages", "left_paragraph", "right_paragraph", "left_words", "right_words"),
    *("similarity", "word_overlap", "left_text", "right_text"),
)
_FINDINGS = (
    *("kind", "status", "confidence", "worth_checking", "reason"),
    *("left_start", "left_end", "right_start", "right_end", "left_text", "right_text", "review"),
)


def render_links_csv(comparison: Comparison) -> str:
    """Return one row for each link, in reading order; passages are counted from 0, paragraphs from 1."""
    names = LinkNames(comparison)
    paragraphs = {side: paragraph_numbers(comparison.document(side)) for side in Side}
    return render_table(
        _LINKS,
        (
            (names.numbers.get(index), names.key(index), *_link(comparison, link, paragraphs))
            for index, link in enumerate(comparison.links)
        ),
    )


def render_findings_csv(comparison: Comparison) -> str:
    """Return one row for each finding, weak ones too; offsets are code points of the article's text.

    `review` is what the reader said of it: confirmed, dismissed or nothing.
    """
    worth, told = set(comparison.worth_checking()), opinions(comparison)
    return render_table(
        _FINDINGS,
        ((*_finding(comparison, each, each in worth), told.get(each)) for each in comparison.findings),
    )


def render_table(head: Sequence[str], rows: Iterable[Iterable[Cell]]) -> str:
    """Return rows of plain cells as CSV with a byte order mark."""
    found = StringIO()
    writer = csv.writer(found, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _MARK + found.getvalue()


def _link(comparison: Comparison, link: Link, paragraphs: dict[Side, tuple[int, ...]]) -> list[Cell]:
    texts = {side: [comparison.document(side).text_of(i) for i in link.on(side)] for side in Side}
    return [
        link.change.value,
        link.moved,
        link.strength.value,
        round(link.score, 4),
        link.origin.value,
        *(" ".join(map(str, link.on(side))) for side in Side),
        *(paragraphs[side][link.on(side)[0]] if link.on(side) else None for side in Side),
        *(sum(len(words(text)) for text in texts[side]) for side in Side),
        None if link.evidence.similarity is None else round(link.evidence.similarity, 4),
        round(link.evidence.word_overlap, 4),
        *(" ".join(texts[side]) for side in Side),
    ]


def _finding(comparison: Comparison, finding: Finding, worth: bool) -> list[Cell]:
    starts = [finding.on(side)[0] if finding.on(side) else None for side in Side]
    texts = (" … ".join(span.of(comparison.document(side).article.text) for span in finding.on(side)) for side in Side)
    ends = (place for span in starts for place in ((span.start, span.end) if span else (None, None)))
    return [
        finding.kind.value,
        finding.status.value,
        round(finding.confidence, 4),
        worth,
        finding.reason,
        *ends,
        *texts,
    ]


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return "" if value is None else str(value)
    text = plain(value)
    return f"'{text}" if _FORMULA.match(text) else text
