"""Does the report work in a real browser: without requests, without script, in any width, by keyboard?"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from selenium.common.exceptions import NoAlertPresentException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from diffview.model import (
    Article,
    ChangeKind,
    Comparison,
    Document,
    Edit,
    EncoderInfo,
    Link,
    Op,
    Passage,
    Side,
    Span,
    Strength,
)
from diffview.reports.html import render_html
from diffview.reports.summary import change_numbers
from diffview.theme import PALETTES, load_theme, theme_name
from tests.reports.sample import annotated, sample

pytestmark = pytest.mark.browser

BINARIES = Path("/usr/bin/chromium"), Path("/usr/bin/chromedriver")
ARGUMENTS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1400,900"),
)
TOPS = "return arguments[0].map(id => document.getElementById(id).getBoundingClientRect().top)"
LEVEL = """
    const box = document.querySelector('#left .scroll').getBoundingClientRect();
    const y = box.top + box.height / 2;
    const crosses = (node) => {
      const at = node.getBoundingClientRect();
      return at.top - 20 < y && y < at.bottom + 20;
    };
    const all = [...document.querySelectorAll('#left .reworded[id]')].filter(crosses);
    return all.some((node) => crosses(document.getElementById(node.id + 'r')));
"""
CURRENT = "return [...document.querySelectorAll('.current')].map(each => each.id).filter(Boolean)"

Open = Callable[..., Chrome]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """A headless Chromium with a profile of its own."""
    if missing := [str(path) for path in BINARIES if not path.exists()]:
        pytest.skip(f"{' and '.join(missing)} not installed")
    options = ChromeOptions()
    options.binary_location = str(BINARIES[0])
    for argument in (*ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with Chrome(options=options, service=Service(str(BINARIES[1]))) as driver:
        yield driver


@pytest.fixture
def browse(chromium: Chrome, tmp_path: Path) -> Iterator[Open]:
    """A function that opens the report of a comparison; the browser's console must stay empty."""

    def browse(comparison: Comparison, **choices: str) -> Chrome:
        path = tmp_path / "report.html"
        path.write_bytes(render_html(comparison, **choices).encode())
        for log in ("browser", "performance"):
            chromium.get_log(log)
        chromium.get(path.as_uri())
        return chromium

    yield browse
    assert chromium.get_log("browser") == []
    for command in ("Emulation.clearDeviceMetricsOverride", "Emulation.setEmulatedMedia"):
        chromium.execute_cdp_cmd(command, {})
    chromium.get("about:blank")


@contextmanager
def without_script(driver: Chrome) -> Iterator[None]:
    """Open pages without running their scripts."""
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def resize(driver: Chrome, width: int, height: int) -> None:
    """Give the page a size in pixels."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def media(driver: Chrome, name: str = "screen", scheme: str = "light") -> None:
    """Show the page on a kind of medium, by day or by night."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": name, "features": features})


def press(driver: Chrome, key: str) -> None:
    """Press a key with the focus wherever it is."""
    driver.switch_to.active_element.send_keys(key)


def style(driver: Chrome, selector: str, name: str) -> str:
    """The value of a style property as the browser computed it."""
    return str(driver.find_element(By.CSS_SELECTOR, selector).value_of_css_property(name))


def wait(condition: Callable[[], Any]) -> None:
    """Wait up to five seconds until something holds."""
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def colour(value: str) -> str:
    """Turn "rgb(1, 2, 3)" or "rgba(1, 2, 3, 1)" into "#010203"."""
    numbers = value[value.index("(") + 1 : -1].split(",")
    return "#" + "".join(f"{int(number):02x}" for number in numbers[:3])


def long_pair() -> Comparison:
    """Eighty sentences reworded, a block of them moved, and ten that only the right side says."""
    left = [f"The harbour office said in note {i} that the crossing stays closed." for i in range(80)]
    order = [*range(60, 80), *range(60)]
    right = [left[i].replace("said", "explained at some length, and more than once,") for i in order]
    right[40:40] = [f"Nobody asked about boat {i}." for i in range(10)]
    where = {number: place + (10 if place >= 40 else 0) for place, number in enumerate(order)}
    documents = [_document(texts) for texts in (left, right)]
    links = [
        Link((i,), (where[i],), ChangeKind.REWORDED, i >= 60, edits=_edits(documents, i, where[i])) for i in range(80)
    ]
    links += [Link((), (40 + i,), ChangeKind.ADDED) for i in range(10)]
    return Comparison(documents[0], documents[1], tuple(links), EncoderInfo("toy"))


def _document(texts: list[str]) -> Document:
    article = Article.from_passages(texts, [i // 4 for i in range(len(texts))], title="A title", path="notes.txt")
    assert article.cuts is not None
    return Document(article, tuple(Passage(cut.span, cut.paragraph) for cut in article.cuts))


def _edits(documents: list[Document], ours: int, theirs: int) -> tuple[Edit, ...]:
    left, right = documents[0].passages[ours].span, documents[1].passages[theirs].span
    head, more = len("The harbour office "), len("explained at some length, and more than once,")
    left_head, right_head = left.start + head, right.start + head
    return (
        Edit(Op.KEEP, Span(left.start, left_head), Span(right.start, right_head)),
        Edit(Op.DELETE, Span(left_head, left_head + 4), Span(right_head, right_head)),
        Edit(Op.INSERT, Span(left_head + 4, left_head + 4), Span(right_head, right_head + more)),
        Edit(Op.KEEP, Span(left_head + 4, left.end), Span(right_head + more, right.end)),
    )


def test_no_request(browse: Open) -> None:
    """Opening the report loads the report and nothing else."""
    driver = browse(sample())
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, ".js"))
    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    requests = [each["params"] for each in messages if each["method"] == "Network.requestWillBeSent"]
    ours = [each["request"]["url"] for each in requests if not each["documentURL"].startswith("chrome:")]
    assert ours == [driver.current_url]


def test_no_alert(browse: Open) -> None:
    """A script in a title is text on the page, and nothing pops up."""
    driver = browse(sample())
    assert driver.find_element(By.ID, "left-title").text == "Ferry stops for a winter <script>alert(1)</script>"
    with pytest.raises(NoAlertPresentException):
        _ = driver.switch_to.alert


def test_keys_walk_over_all_changes(browse: Open) -> None:
    """The key n visits every change once and in order and stays at the last, p goes back."""
    comparison = sample()
    driver = browse(comparison)
    numbers = list(change_numbers(comparison).values())
    visited = []
    for _ in [*numbers, None]:
        press(driver, "n")
        visited.append(driver.execute_script(CURRENT)[0])
    assert visited == [f"c{number}" for number in [*numbers, numbers[-1]]]
    for _ in numbers[1:]:
        press(driver, "p")
    assert driver.execute_script(CURRENT)[0] == "c1"
    assert driver.find_element(By.ID, "place").text == f"1 of {len(numbers)}"


def test_buttons_step(browse: Open) -> None:
    """The buttons do what the keys do, and the address can be mailed."""
    driver = browse(sample())
    for _ in range(3):
        driver.find_element(By.ID, "next").click()
    driver.find_element(By.ID, "previous").click()
    assert driver.execute_script(CURRENT) == ["c2"]
    assert driver.current_url.endswith("#c2")


def test_stepping_goes_on_from_where_one_reads(browse: Open) -> None:
    """Who scrolled the current change away goes to the next one of what is on the screen now."""
    driver = browse(long_pair())
    press(driver, "n")
    assert driver.execute_script(CURRENT)[0] == "c1"
    driver.execute_script("const all = document.querySelector('#left .scroll'); all.scrollTop = all.scrollHeight")
    wait(lambda: driver.find_element(By.CSS_SELECTOR, "#right .scroll").get_property("scrollTop") > 500)
    press(driver, "n")
    assert int(driver.execute_script(CURRENT)[0].rstrip("r")[1:]) > 40


def test_lists_can_be_read_wherever_their_buttons_stand(browse: Open) -> None:
    """A list that is opened lies inside the window at any width, and closes the one that was open before."""
    driver = browse(annotated())
    for width in (1500, 1100, 900, 700, 400):
        resize(driver, width, 800)
        for summary in driver.find_elements(By.CSS_SELECTOR, ".bar > details > summary"):
            summary.send_keys("\ue007")
            shown = [
                each for each in driver.find_elements(By.CSS_SELECTOR, ".bar > details > div") if each.is_displayed()
            ]
            assert len(shown) == 1
            box = shown[0].rect
            assert 0 <= box["x"] <= box["x"] + box["width"] <= width
        press(driver, "\ue00c")


def test_escape_lets_go(browse: Open) -> None:
    """Escape leaves no change current."""
    driver = browse(sample())
    press(driver, "n")
    press(driver, "\ue00c")
    assert driver.execute_script(CURRENT) == []


def test_focus_follows(browse: Open) -> None:
    """Stepping moves the focus to the change, so that Tab goes on from there."""
    driver = browse(sample())
    for _ in range(3):
        press(driver, "n")
    assert driver.switch_to.active_element.get_attribute("href").endswith("#c3r")


def test_partners_are_level(browse: Open) -> None:
    """Stepping to a change brings both sides of it level, also of a moved one."""
    driver = browse(long_pair())
    for steps in (30, 40):
        for _ in range(steps):
            press(driver, "n")
        left, right = driver.execute_script(CURRENT)
        tops = driver.execute_script(TOPS, [left, right])
        assert abs(tops[0] - tops[1]) < 2, left


def test_mailed_anchor(browse: Open) -> None:
    """An address that ends in #c12 opens at change 12, on both sides."""
    driver = browse(long_pair())
    driver.get(driver.current_url + "#c12")
    driver.refresh()
    wait(lambda: driver.execute_script(CURRENT) == ["c12", "c12r"])


def test_columns_scroll_as_one(browse: Open) -> None:
    """Scrolling one column brings what is linked level in the other, in both directions."""
    driver = browse(long_pair())
    for here, there, share in (("left", "right", 0.45), ("right", "left", 0.6)):
        column = driver.find_element(By.CSS_SELECTOR, f"#{here} .scroll")
        driver.execute_script("arguments[0].scrollTop = arguments[0].scrollHeight * arguments[1]", column, share)
        other = driver.find_element(By.CSS_SELECTOR, f"#{there} .scroll")
        wait(lambda other=other: other.get_property("scrollTop") > 200)
        wait(lambda: driver.execute_script(LEVEL))


def test_partner_lights_up(browse: Open) -> None:
    """The focus on one side lights up both sides of a link."""
    driver = browse(sample())
    driver.execute_script("document.querySelector('#c5 > a').focus()")
    lit = driver.execute_script("return [...document.querySelectorAll('.partner')].length")
    assert lit == 3


def test_related_passages_come_level(browse: Open) -> None:
    """Following the mark of a shared fact brings its partner level and moves the focus there."""
    comparison = long_pair()
    left, right = (next(link for link in comparison.links if link.on(side) == (75,)) for side in Side)
    related = Link(left.left, right.right, ChangeKind.REWORDED, strength=Strength.RELATED)
    driver = browse(replace(comparison, links=(*comparison.links, related)))
    driver.find_element(By.ID, "r1").click()
    tops = driver.execute_script(TOPS, ["r1", "r1r"])
    assert abs(tops[0] - tops[1]) < 2
    assert driver.switch_to.active_element.get_attribute("id") == "r1r"


def test_switches_skip(browse: Open) -> None:
    """A class that is switched off loses its colour and is skipped by the keys."""
    driver = browse(sample())
    for name in ("dropped", "added", "moved"):
        driver.find_element(By.ID, f"show-{name}").click()
    assert style(driver, "#c2", "background-color") == "rgba(0, 0, 0, 0)"
    visited = []
    for _ in range(3):
        press(driver, "n")
        visited.append(driver.execute_script(CURRENT)[0])
    assert visited == ["c3", "c5", "c5"]


def test_switched_off_in_differences_only(browse: Open) -> None:
    """Among differences only, a class that is switched off is gone, and so are paragraphs with nothing else."""
    driver = browse(sample())
    driver.find_element(By.CSS_SELECTOR, "label:has(#view-changes)").click()
    driver.find_element(By.ID, "show-dropped").click()
    assert not driver.find_element(By.ID, "c2").is_displayed()
    assert driver.find_element(By.ID, "c3").is_displayed()
    assert "quiet" in str(driver.find_element(By.CSS_SELECTOR, "#left h3").get_attribute("class"))


def test_differences_only(browse: Open) -> None:
    """Differences only hides what the articles share and leaves every change, numbered as before."""
    comparison = long_pair()
    links = tuple(replace(link, change=ChangeKind.SAME, moved=False) for link in comparison.links[:40])
    driver = browse(replace(comparison, links=(*links, *comparison.links[40:])))
    number = "return getComputedStyle(document.querySelector('#c1').parentNode, '::before').content"
    before = driver.execute_script(number)
    driver.find_element(By.CSS_SELECTOR, "label:has(#view-changes)").click()
    shown = "return [...document.querySelectorAll(arguments[0])].filter(each => each.getClientRects().length).length"
    assert driver.execute_script(shown, "#left .text .same, #right .text .same") == 0
    assert driver.execute_script(shown, "#left .text span") == 40
    assert driver.execute_script(number) == before
    press(driver, "n")
    tops = driver.execute_script(TOPS, ["c1", "c1r"])
    assert abs(tops[0] - tops[1]) < 2


def test_one_column(browse: Open) -> None:
    """In one column a reworded passage stands once, with the words of both sides struck and underlined."""
    driver = browse(sample())
    driver.find_element(By.CSS_SELECTOR, "label:has(#view-merged)").click()
    assert not driver.find_element(By.ID, "left").is_displayed()
    boat = driver.find_element(By.CSS_SELECTOR, ".merged [data-m=c3]")
    gone, come = ([each.text for each in boat.find_elements(By.TAG_NAME, tag)] for tag in ("del", "ins"))
    assert gone == ["carries", "some", "a day, mostly pupils"]
    assert come == ["takes", "about", "daily"]
    assert boat.text.endswith("The boat carriestakes someabout 40 people a day, mostly pupilsdaily.")


def test_one_column_has_every_link(browse: Open) -> None:
    """One column holds every link once: those of the left in its order, others where the right article has them."""
    driver = browse(sample())
    driver.find_element(By.CSS_SELECTOR, "label:has(#view-merged)").click()
    keys = "return [...document.querySelectorAll('.merged [data-m]')].map(each => each.dataset.m)"
    found = driver.execute_script(keys)
    assert sorted(found) == ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "s1"]
    assert [key for key in found if key in {"c2", "s1", "c3", "c4", "c5", "c6"}] == ["c2", "s1", "c3", "c4", "c5", "c6"]


def test_keys_walk_in_one_column(browse: Open) -> None:
    """The keys walk over all changes in one column too, and each comes into view."""
    driver = browse(long_pair())
    driver.find_element(By.CSS_SELECTOR, "label:has(#view-merged)").click()
    for _ in range(70):
        press(driver, "n")
    box = driver.find_element(By.CSS_SELECTOR, ".merged .current").rect
    assert driver.find_element(By.ID, "place").text == "70 of 90"
    assert driver.execute_script("return document.querySelector('.merged .current').getBoundingClientRect().top") >= 0
    assert box["height"] > 0


def test_a_mailed_change_flashes(browse: Open) -> None:
    """What a mailed address leads to flashes on both sides, and stops."""
    driver = browse(long_pair())
    driver.get(driver.current_url + "#c12")
    driver.refresh()
    flashing = "return [...document.querySelectorAll('.flash')].map(each => each.id)"
    wait(lambda: driver.execute_script(flashing) == ["c12", "c12r"])
    wait(lambda: driver.execute_script(flashing) == [])


def test_a_finding_leads_to_its_words(browse: Open) -> None:
    """Following a finding closes the list, brings its passage level, and flashes the words themselves."""
    driver = browse(sample())
    driver.find_element(By.CSS_SELECTOR, ".findings > summary").click()
    driver.find_element(By.CSS_SELECTOR, ".findings a[href='#f1r']").click()
    assert [each.text for each in driver.find_elements(By.CSS_SELECTOR, ".flash")] == ["about", "40 people"]
    assert driver.execute_script(CURRENT) == ["c3", "c3r"]
    assert not driver.find_element(By.CSS_SELECTOR, ".findings ul").is_displayed()
    assert driver.current_url.endswith("#f1r")


def test_a_mouse_selects_one_side(browse: Open) -> None:
    """Dragging from one article into the other selects words of the first one only."""
    driver = browse(sample())
    start, end = (driver.find_element(By.CSS_SELECTOR, selector) for selector in ("#c3", "#c5r"))
    ActionChains(driver).move_to_element(start).click_and_hold().move_to_element(end).release().perform()
    selected = driver.execute_script("return getSelection().toString()")
    assert selected.strip()
    assert "will be refunded" not in selected


def test_all_of_one_side(browse: Open) -> None:
    """The key for everything selects the article one reads in and not the other."""
    driver = browse(sample())
    driver.execute_script("document.querySelector('#right .scroll').focus()")
    driver.switch_to.active_element.send_keys(Keys.CONTROL, "a")
    selected = driver.execute_script("return getSelection().toString()")
    assert "will be refunded" in selected
    assert "are paid back" not in selected


def test_overview(browse: Open) -> None:
    """The overview shows a mark for every class of change, and a click in it goes there."""
    driver = browse(long_pair())
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, ".overview path"))
    looks = [path.get_attribute("class") for path in driver.find_elements(By.CSS_SELECTOR, ".overview path")]
    assert sorted(looks) == ["added", "moved", "reworded"]
    driver.find_element(By.CSS_SELECTOR, ".overview").click()
    column = driver.find_element(By.CSS_SELECTOR, "#right .scroll")
    wait(lambda: column.get_property("scrollTop") > 500)


def test_palettes(browse: Open, chromium: Chrome) -> None:
    """The palettes are chosen on the page, by day and by night, without script."""
    with without_script(chromium):
        driver = browse(sample())
        driver.find_element(By.CSS_SELECTOR, ".figures > summary").click()
        for palette in PALETTES:
            driver.find_element(By.ID, f"palette-{palette}").click()
            for dark in (False, True):
                media(driver, scheme="dark" if dark else "light")
                theme = load_theme(theme_name(palette, dark=dark))
                assert colour(style(driver, "#left", "background-color")) == theme.page
                assert colour(style(driver, "#c2", "background-color")) == theme.marks["dropped"].fill


def test_the_window_chooses_the_palette(browse: Open) -> None:
    """A report opens in the palette it was made with."""
    driver = browse(sample(), palette="safe")
    assert colour(style(driver, "#c2", "background-color")) == load_theme("light-safe").marks["dropped"].fill


def test_notes_are_a_click_away(browse: Open) -> None:
    """The mark of a note opens the list of notes, and the note leads back to its passage."""
    driver = browse(annotated())
    driver.find_element(By.CSS_SELECTOR, "#c3 .note").click()
    note = driver.find_element(By.ID, "note1")
    wait(note.is_displayed)
    assert "Ask the office" in note.text
    note.find_element(By.LINK_TEXT, "right").click()
    assert driver.execute_script(CURRENT) == ["c3", "c3r"]


def test_ribbons(browse: Open) -> None:
    """Linked passages on screen are joined by ribbons in the colour of their class."""
    driver = browse(sample())
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, ".ribbons path"))
    classes = [path.get_attribute("class") for path in driver.find_elements(By.CSS_SELECTOR, ".ribbons path")]
    assert sorted(classes) == ["moved", "reworded", "reworded", "same"]


def test_copying_takes_the_text_only(browse: Open) -> None:
    """Selecting a passage selects its words, not its glyph, number or label."""
    driver = browse(sample())
    select = "getSelection().selectAllChildren(document.getElementById('c4')); return getSelection().toString()"
    assert driver.execute_script(select) == "Mayor Ana Lindqvist called it “a hard winter for everybody”."


def test_without_script(browse: Open, chromium: Chrome) -> None:
    """Without script both articles, links between partners, the switches of the legend and the views work."""
    with without_script(chromium):
        driver = browse(long_pair())
        assert not driver.find_elements(By.CSS_SELECTOR, ".js")
        assert not driver.find_element(By.ID, "next").is_displayed()
        driver.find_element(By.CSS_SELECTOR, "#c50 > a").click()
        tops = driver.execute_script(TOPS, ["c50r"])
        assert 0 < tops[0] < 900
        driver.find_element(By.ID, "show-reworded").click()
        assert style(driver, "#c1", "background-color") == "rgba(0, 0, 0, 0)"
        driver.find_element(By.CSS_SELECTOR, "label:has(#view-changes)").click()
        assert not driver.find_element(By.ID, "c1").is_displayed()
        assert not driver.find_element(By.ID, "view-merged").is_displayed()
        driver.find_element(By.CSS_SELECTOR, ".figures summary").click()
        assert driver.find_element(By.CSS_SELECTOR, ".figures table").is_displayed()


def test_narrow_screen(browse: Open) -> None:
    """At 400 pixels the articles stand one below the other and nothing has to be scrolled sideways."""
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 3
    article = Article.from_passages([word], title=word, path=f"{word}.txt")
    document = Document(article, (Passage(Span(0, len(word)), 0),))
    links = (Link((0,), (0,), ChangeKind.SAME, moved=True),)
    driver = browse(Comparison(document, document, links, EncoderInfo("toy")))
    resize(driver, 400, 800)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= 400
    bottom, top = (driver.find_element(By.ID, side.value).rect for side in (Side.LEFT, Side.RIGHT))
    assert top["y"] >= bottom["y"] + bottom["height"] - 1


def test_narrow_screen_steps(browse: Open) -> None:
    """On a narrow screen the keys bring each change into view."""
    driver = browse(long_pair())
    resize(driver, 400, 800)
    for _ in range(25):
        press(driver, "n")
    (top,) = driver.execute_script(TOPS, driver.execute_script(CURRENT)[:1])
    assert 0 < top < 800


def test_dark(browse: Open) -> None:
    """By night the page takes the colours of the dark theme."""
    driver = browse(sample())
    for name in ("light", "dark"):
        media(driver, scheme=name)
        theme = load_theme(name)
        assert colour(style(driver, "#left", "background-color")) == theme.page
        assert colour(style(driver, "#c2", "background-color")) == theme.marks["dropped"].fill
        assert colour(style(driver, "#c3 mark", "background-color")) == theme.marks["reworded"].strong


def test_print(browse: Open) -> None:
    """On paper both columns are whole and in light colours, without buttons."""
    driver = browse(long_pair())
    media(driver, "print", scheme="dark")
    assert not driver.find_element(By.ID, "next").is_displayed()
    assert style(driver, "#left .scroll", "overflow-y") == "visible"
    assert colour(style(driver, "#c1", "background-color")) == load_theme("light").marks["reworded"].fill
    left, right = (driver.find_element(By.ID, side.value).rect for side in Side)
    assert left["x"] + left["width"] <= right["x"]


def test_lists_have_headings_on_paper(browse: Open) -> None:
    """On paper findings and notes stand below what they are, and no heading is the last line of a page."""
    driver = browse(annotated())
    media(driver, "print")
    shown = [each for each in driver.find_elements(By.CSS_SELECTOR, ".bar > details > summary") if each.is_displayed()]
    assert [each.text for each in shown] == ["Worth checking 2", "Notes 2"]
    assert style(driver, ".findings summary", "break-after") == "avoid"
