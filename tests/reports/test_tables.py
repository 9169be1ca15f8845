"""Can a spreadsheet open the tables, and does nothing in them work as a formula?"""

from __future__ import annotations

import csv
import re
from io import StringIO

import pytest
from hypothesis import given

from diffview.model import Comparison, Side
from diffview.reports.summary import change_numbers
from diffview.reports.tables import render_findings_csv, render_links_csv, render_table
from tests.reports.sample import sample
from tests.strategies import comparisons, patient


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns."""
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@patient
@given(comparisons())
def test_every_row_is_whole(comparison: Comparison) -> None:
    """There is a row for each link and for each finding, each in one line with all its cells."""
    for text, number in (
        (render_links_csv(comparison), len(comparison.links)),
        (render_findings_csv(comparison), len(comparison.findings)),
    ):
        assert text.startswith("\ufeff")
        assert len(text.split("\r\n")) == number + 2
        assert "\n" not in text.replace("\r\n", "")
        assert [row for row in rows(text) if None in row or None in row.values()] == []
        text.encode()


@patient
@given(comparisons())
def test_no_cell_is_a_formula(comparison: Comparison) -> None:
    """No cell begins with what a spreadsheet takes for a formula."""
    for text in (render_links_csv(comparison), render_findings_csv(comparison)):
        cells = [cell for row in rows(text) for cell in row.values()]
        assert [cell for cell in cells if re.match(r"\s*[=+@＝＋－＠-]", cell)] == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1", "\n=1", "＝1", "=cmd|' /C calc'!A0"])
def test_formulas_are_disarmed(text: str) -> None:
    """What would be taken for a formula is marked as text by an apostrophe, and can be read."""
    assert rows(render_table(["cell"], [[text]]))[0]["cell"] == f"'{' '.join(text.split())}"


def test_numbers_are_numbers() -> None:
    """A number is written as one, also below zero."""
    assert render_table(["a", "b", "c", "d"], [[-1.5, 3, None, True]]) == "\ufeffa,b,c,d\r\n-1.5,3,,yes\r\n"


@pytest.mark.parametrize(
    ("text", "shown"), [('say "no", twice', '"say ""no"", twice"'), ("nul\0led", "nul[NUL]led"), ("a\n\nb", "a b")]
)
def test_cells_after_the_standard(text: str, shown: str) -> None:
    """Quotation marks are doubled, commas quoted, hidden characters named, line breaks made spaces."""
    assert render_table(["cell"], [[text]]) == f"\ufeffcell\r\n{shown}\r\n"


def test_links() -> None:
    """A row says which change it is, what became of it, and both texts."""
    comparison = sample()
    found = rows(render_links_csv(comparison))
    numbers = change_numbers(comparison)
    assert [row["change_number"] for row in found] == [str(numbers.get(i, "")) for i in range(len(found))]
    boat = next(row for row in found if "boat" in row["left_text"])
    assert (boat["anchor"], boat["change"], boat["moved"], boat["score"]) == ("c3", "reworded", "no", "0.93")
    assert boat["right_text"] == "The boat takes about 40 people daily."
    assert (boat["left_paragraph"], boat["right_paragraph"], boat["left_words"]) == ("2", "3", "10")


def test_findings() -> None:
    """A row says what was found, whether it is worth checking, and where, so that the place can be looked up."""
    comparison = sample()
    found = rows(render_findings_csv(comparison))
    assert [row["worth_checking"] for row in found] == ["yes", "no", "yes", "no", "no"]
    for row in found:
        if row["left_start"]:
            text = comparison.document(Side.LEFT).article.text[int(row["left_start"]) : int(row["left_end"])]
            assert text == row["left_text"]
