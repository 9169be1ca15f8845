"""Can the index of a batch be sorted in a real browser, and read without script?"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from diffview.batch.index import write_index
from diffview.batch.pairs import Pair
from diffview.batch.running import Outcome
from diffview.model import ChangeKind, Strength
from diffview.reports.json import render_json
from tests.reports.sample import sample
from tests.reports.test_browser import chromium

__all__ = ["chromium"]  # the fixture

pytestmark = pytest.mark.browser


@pytest.fixture
def page(tmp_path: Path) -> str:
    """The address of an index of three pairs with 3, 1 and 2 reworded links."""
    comparison = sample()
    aligned = [link for link in comparison.links if link.strength is Strength.ALIGNED]
    reworded = [link for link in aligned if link.change is ChangeKind.REWORDED]
    outcomes = []
    for name, left_out in (("Beta", 0), ("alpha", 2), ("Gamma", 1)):
        links = tuple(link for link in comparison.links if link not in reworded[:left_out])
        table = json.loads(render_json(replace(comparison, links=links)))
        outcomes.append(Outcome(Pair(name, "left.txt", "right.txt"), table))
    write_index(outcomes, tmp_path)
    return (tmp_path / "index.html").as_uri()


def names(driver: Chrome) -> list[str]:
    """The pairs in the order in which they stand."""
    return [link.text for link in driver.find_elements(By.CSS_SELECTOR, "tbody a")]


def sort(driver: Chrome, column: str) -> str | None:
    """Press the head of a column, and return in which order it says that it is."""
    (head,) = (each for each in driver.find_elements(By.CSS_SELECTOR, "thead th") if each.text.split(" ↕")[0] == column)
    head.find_element(By.TAG_NAME, "button").click()
    return head.get_attribute("aria-sort")


def test_sorted_by_figures_and_names(chromium: Chrome, page: str) -> None:
    """A press on a head sorts by its figures from the greatest, another one turns that round; names begin with A."""
    chromium.get(page)
    assert names(chromium) == ["Beta", "alpha", "Gamma"]
    assert (sort(chromium, "reworded"), names(chromium)) == ("descending", ["Beta", "Gamma", "alpha"])
    assert (sort(chromium, "reworded"), names(chromium)) == ("ascending", ["alpha", "Gamma", "Beta"])
    assert (sort(chromium, "pair"), names(chromium)) == ("ascending", ["alpha", "Beta", "Gamma"])
    assert [entry for entry in chromium.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_without_script(chromium: Chrome, page: str) -> None:
    """Without script the pairs stand as in the list, with all their figures and no button that does nothing."""
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chromium.get(page)
        assert chromium.find_elements(By.TAG_NAME, "button") == []
        assert names(chromium) == ["Beta", "alpha", "Gamma"]
    finally:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
