"""Tests of what findings are called."""

from __future__ import annotations

from diffview.model import FindingKind, FindingStatus, Opinion
from diffview.reports.finding_names import KINDS, OPINIONS, STATUSES, opinions
from diffview.reports.markdown import render_markdown
from diffview.reports.tables import render_findings_csv
from diffview.ui import findings_text
from tests.reports.sample import annotated, sample


def test_reports_and_window_use_the_same_names() -> None:
    """A finding is called the same in every report and in the window."""
    assert {kind: str(name) for kind, name in findings_text.KINDS.items()} == KINDS
    assert {status: str(name) for status, name in findings_text._STATUSES.items()} == STATUSES


def test_everything_has_a_name() -> None:
    """No kind, no status and no opinion is without a name."""
    assert (set(KINDS), set(STATUSES), set(OPINIONS)) == (set(FindingKind), set(FindingStatus), set(Opinion))


def test_what_the_reader_said_of_findings() -> None:
    """Findings are found again in what the reader said of them; without that nothing is said."""
    found = annotated().findings
    assert opinions(annotated()) == {found[0]: Opinion.CONFIRMED, found[2]: Opinion.DISMISSED}
    assert opinions(sample()) == {}


def test_a_mail_tells_what_was_checked() -> None:
    """The Markdown summary names finding, status and what the reader said of it."""
    assert "- **Names, spelt otherwise, ✗ dismissed**: " in render_markdown(annotated())
    assert "- **Names, spelt otherwise**: " in render_markdown(sample())


def test_a_table_tells_what_was_checked() -> None:
    """The last column of the findings' table is what the reader said of each."""
    rows = [line.rsplit(",", 1)[1] for line in render_findings_csv(annotated()).splitlines()]
    assert rows == ["review", "confirmed", "", "dismissed", "", ""]
