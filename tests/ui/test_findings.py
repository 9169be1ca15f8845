"""Tests of the Findings tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diffview.comparison import compare
from diffview.model import Article, Comparison, Finding, FindingKind, FindingStatus, Opinion, Side, Span
from diffview.theme import Theme
from diffview.ui.findings_list import Sort
from diffview.ui.findings_panel import ALL, COVERAGE, SPEAKERS, FindingsPanel
from diffview.ui.findings_text import coverage_page, entries, place_of, sort_of, speakers_page
from diffview.ui.main_window import MainWindow
from diffview.ui.session_file import dump, parse
from tests.fakes import FakeEncoder
from tests.ui.conftest import show_comparison, wait_for_comparison

LEFT = (
    "The ferry struck the pier at dawn.",
    "“We lost all steering near the pier,” Captain Ida Holm said on Tuesday.",
    "The repair will cost $118.4 million, the company said.",
    "<b>Nobody</b> was hurt, Otto Brandt said.",
    "“It is a sad day,” Holm said.",
)
RIGHT = (
    "The ferry struck the pier at dawn.",
    "The company has run boats across the bay since 1931.",
    "“We lost steering near the pier,” Captain Ida Holm said on Tuesday.",
    "The repair will cost nearly $120 million, the company said.",
)


@pytest.fixture
def found() -> Comparison:
    """A quotation that was altered, a figure that was rounded, and what only the left article has."""
    return compare(Article.from_passages(LEFT), Article.from_passages(RIGHT), encoder=FakeEncoder())


@pytest.fixture
def panel(qtbot: QtBot, light: Theme, found: Comparison) -> FindingsPanel:
    """The findings of a comparison."""
    shown = FindingsPanel(light)
    qtbot.addWidget(shown)
    shown.resize(1000, 300)
    shown.show()
    shown.set_comparison(found)
    return shown


def kinds(panel: FindingsPanel) -> dict[str, str]:
    """Return what the kinds are called, with their counts."""
    items = (panel.kinds.item(row) for row in range(panel.kinds.count()))
    return {item.data(Qt.ItemDataRole.UserRole): item.text() for item in items}


def of_sort(comparison: Comparison, *sorts: Sort) -> list[int]:
    """Return the numbers of the findings of some sorts."""
    return [entry.number for entry in entries(comparison) if entry.sort in sorts]


def test_differences_are_listed_first(panel: FindingsPanel, found: Comparison) -> None:
    """At first just what differs, and is sure enough, is listed."""
    assert panel.list.listed() == of_sort(found, Sort.DIFFERS)
    assert {found.findings[number].kind for number in panel.list.listed()} >= {FindingKind.QUOTE, FindingKind.FIGURE}


def test_kinds_have_counts(panel: FindingsPanel) -> None:
    """Every kind says how many of it are listed."""
    assert kinds(panel)["quote"] == "Quotes  1"
    assert kinds(panel)["figure"] == "Figures  1"


def test_kind_is_a_filter(panel: FindingsPanel, found: Comparison) -> None:
    """Choosing a kind lists that kind alone."""
    panel.show_kind("figure")
    assert {found.findings[number].kind for number in panel.list.listed()} == {FindingKind.FIGURE}


@pytest.mark.parametrize("sort", [Sort.AGREES, Sort.ALONE])
def test_switch_lists_more(panel: FindingsPanel, found: Comparison, sort: Sort) -> None:
    """What agrees and what one article lacks are counted, and listed once they are switched on."""
    assert str(len(of_sort(found, sort))) in panel.switches[sort].text()
    panel.switches[sort].setChecked(True)
    assert panel.list.listed() == of_sort(found, Sort.DIFFERS, sort)


def test_weaker_ones_are_counted_and_off(qtbot: QtBot, light: Theme) -> None:
    """Weak findings are left out and counted until they are asked for."""
    left, right = "The boat sank, Lena Orsetti said.", "The boat sank, officials said."
    pair = compare(Article.from_passages([left]), Article.from_passages([right]), encoder=FakeEncoder())
    weak = Finding(FindingKind.CERTAINTY, FindingStatus.DIFFERS, (Span(0, 4),), (Span(0, 4),), "A hedge.", 0.3)
    panel = FindingsPanel(light)
    qtbot.addWidget(panel)
    panel.set_comparison(Comparison(pair.left, pair.right, pair.links, pair.encoder, findings=(weak,)))
    assert panel.list.listed() == []
    assert panel.switches[Sort.WEAKER].text() == "Weaker (1)"
    assert "less sure" in panel.switches[Sort.WEAKER].toolTip()
    panel.switches[Sort.WEAKER].setChecked(True)
    assert panel.list.listed() == [0]


def test_contract_of_quotes_is_on_screen(panel: FindingsPanel) -> None:
    """The list of quotations says what makes no difference between two of them."""
    panel.show_kind("quote")
    assert panel.contract.isVisible()
    assert "Capital letters" in panel.contract.text()
    panel.show_kind("figure")
    assert not panel.contract.isVisible()


def test_reason_of_the_current_finding_is_on_screen(panel: FindingsPanel, found: Comparison) -> None:
    """Whoever goes to a finding reads in full why it is one, without pointing at it."""
    panel.show_kind("figure")
    assert panel.reason.isHidden()
    panel.step(1)
    assert found.findings[panel.list.current()].reason in panel.reason.text()
    assert panel.reason.isVisible()


def test_a_narrow_list_leaves_room_for_the_words(panel: FindingsPanel) -> None:
    """A narrow list shows what it is and both wordings; kinds stand beside it and the reason below it."""
    shown = []
    for width in (1200, 560):
        panel.resize(width, 300)
        shown.append([column for column in range(6) if not panel.list.isColumnHidden(column)])
    assert shown == [[0, 1, 2, 3, 4, 5], [1, 2, 3]]


def test_place_among_the_findings(panel: FindingsPanel) -> None:
    """Walking says which of how many it has come to, and begins anew after the last."""
    total = len(panel.list.listed())
    panel.step(1)
    assert panel.place.text() == f"1 of {total}"
    for _ in range(total):
        panel.step(1)
    assert panel.place.text() == f"1 of {total}"
    panel.step(-1)
    assert panel.place.text() == f"{total} of {total}"


def test_line_is_spoken(panel: FindingsPanel) -> None:
    """A screen reader hears kind, status, reason and both wordings of a line."""
    spoken = panel.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Quotes, ")
    assert "all steering" in spoken


def test_chosen_line_tells_its_finding(qtbot: QtBot, panel: FindingsPanel) -> None:
    """Going to a line tells which finding it is, however the list is sorted."""
    panel.list.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    wanted = panel.list.listed()[-1]
    with qtbot.waitSignal(panel.finding_chosen) as told:
        panel.list.setCurrentIndex(panel.list.model().index(len(panel.list.listed()) - 1, 0))
    assert told.args == [wanted]


def test_speakers_stand_side_by_side(found: Comparison) -> None:
    """A speaker of both articles has one card with what is said in each."""
    page = speakers_page(found)
    card = page[page.index("Ida Holm") :]
    assert card.index("We lost all steering") < card.index("We lost steering")


def test_speaker_is_named_once(found: Comparison) -> None:
    """The heading of a speaker's card has the name once, and goes on as the reason does."""
    page = speakers_page(found)
    heading = page[page.index("<b>Ida Holm</b>") :].partition("</td>")[0]
    assert heading.count("Ida Holm") == 1
    assert "in both articles" in heading or "in each article" in heading


def test_page_shows_markup_of_an_article_as_text(found: Comparison) -> None:
    """What looks like markup in an article is shown, never obeyed."""
    assert "&lt;b&gt;Nobody" in speakers_page(found)
    assert "<b>Nobody" not in coverage_page(found)


def test_coverage_says_what_only_one_article_has(found: Comparison) -> None:
    """Coverage tells the share of each article in words, its lead, and lists what the other one lacks."""
    page = coverage_page(found)
    left, right = page.split("of the left article is in the right one", 1)
    assert left.endswith("% ")
    assert "% of the right article is in the left one" in right
    assert "since 1931" in page
    assert "It is a sad day" in page
    assert "Otto Brandt" in page


def test_link_of_a_page_leads_to_its_place(qtbot: QtBot, panel: FindingsPanel) -> None:
    """A passage on the pages of speakers and coverage leads to where it stands."""
    panel.show_kind(COVERAGE)
    with qtbot.waitSignal(panel.place_chosen) as told:
        panel.page.anchorClicked.emit(QUrl("right:3:9"))
    assert told.args == [Side.RIGHT, Span(3, 9)]
    assert place_of("nonsense") is None


def test_walking_leaves_the_pages(panel: FindingsPanel) -> None:
    """Walking on from the page of speakers goes through the list of all findings."""
    panel.show_kind(SPEAKERS)
    assert panel.step(1) >= 0
    assert panel.kind == ALL


def test_agreeing_finding_is_no_difference(found: Comparison) -> None:
    """Two values that agree are told apart from those that differ."""
    finding = Finding(FindingKind.FIGURE, FindingStatus.SAME, (Span(0, 1),), (Span(0, 1),), "Both give it.", 0.9)
    assert sort_of(finding, 0.5) is Sort.AGREES


@pytest.fixture
def checked(qtbot: QtBot, window: MainWindow, found: Comparison) -> Callable[[], Finding]:
    """The window with a comparison; calling it walks to the next finding and returns that."""
    show_comparison(qtbot, window, found)

    def walk() -> Finding:
        window.actions_by_name["next_finding"].trigger()
        QApplication.processEvents()
        return found.findings[window.panels.findings.list.current()]

    return walk


def test_walking_frames_the_words_on_both_sides(window: MainWindow, checked: Callable[[], Finding]) -> None:
    """A key goes to the next finding, opens the tab and frames the finding's words in both articles."""
    finding = checked()
    assert not window.panels.docks["show_findings"].isHidden()
    assert window.view.panes[Side.LEFT].painter.framed == finding.left
    assert window.view.panes[Side.RIGHT].painter.framed == finding.right


def test_link_of_the_finding_becomes_current(
    window: MainWindow, found: Comparison, checked: Callable[[], Finding]
) -> None:
    """The link that holds a finding is the current one, so that the pair card shows it."""
    finding = checked()
    link = found.links[window.view.current]
    assert any(found.left.passages[number].span.start <= finding.left[0].start for number in link.left)


def test_frames_go_when_the_reader_goes_on(window: MainWindow, checked: Callable[[], Finding]) -> None:
    """Going to another change takes the frames away."""
    checked()
    window.view.next_change()
    assert window.view.panes[Side.LEFT].painter.framed == ()


def test_tab_stands_beside_the_changes(qtbot: QtBot, window: MainWindow, found: Comparison) -> None:
    """Changes and findings share their place as tabs; the command of the one behind brings it to the front."""
    show_comparison(qtbot, window, found)
    window.panels.show_list()
    window.panels.show_findings()
    assert window.panels.docks["show_findings"] in window.tabifiedDockWidgets(window.panels.docks["show_list"])
    QApplication.processEvents()
    window.panels.show_list()
    QApplication.processEvents()
    assert not window.panels.docks["show_findings"].isHidden()
    assert not window.panels.docks["show_list"].visibleRegion().isEmpty()


def shown_check(window: MainWindow) -> str:
    """Return what the line of the current finding says of being checked."""
    listed = window.panels.findings.list
    return str(listed.model().index(listed.currentIndex().row(), 6).data())


def test_finding_is_checked_off(window: MainWindow, checked: Callable[[], Finding]) -> None:
    """A finding that is confirmed or dismissed says so in its line, and undoing takes that back."""
    finding = checked()
    window.actions_by_name["confirm_finding"].trigger()
    assert [review.opinion for review in window.session.corrections.reviews] == [Opinion.CONFIRMED]
    assert window.session.corrections.reviews[0].kind == finding.kind.value
    window.actions_by_name["dismiss_finding"].trigger()
    assert [review.opinion for review in window.session.corrections.reviews] == [Opinion.DISMISSED]
    assert shown_check(window) == "✗ dismissed"
    window.session.undo()
    assert shown_check(window) == "✓ confirmed"


def test_checking_off_compares_nothing_anew(window: MainWindow, checked: Callable[[], Finding]) -> None:
    """What the reader says of a finding changes no result, so nothing is compared again."""
    checked()
    window.actions_by_name["confirm_finding"].trigger()
    assert not window.session.worker.is_comparing


def test_check_survives_the_file(window: MainWindow, checked: Callable[[], Finding]) -> None:
    """What was said of a finding is in the session that is saved."""
    checked()
    window.actions_by_name["confirm_finding"].trigger()
    saved = window.session.saved()
    assert saved is not None
    assert parse(dump(saved)).corrections.reviews == window.session.corrections.reviews


def _last_chosen_and_hidden(window: MainWindow) -> None:
    """Choose the last finding, then close the findings."""
    window.actions_by_name["previous_finding"].trigger()
    window.panels.docks["show_findings"].hide()
    assert window.panels.findings.list.current() > 0


def test_a_finding_of_other_articles_is_not_checked_off(
    qtbot: QtBot, window: MainWindow, checked: Callable[[], Finding]
) -> None:
    """Behind closed findings nothing of the articles opened since counts as chosen, though it has the same place."""
    checked()
    _last_chosen_and_hidden(window)
    window.session.put(Side.LEFT, Article.from_text("The repair will cost $100 million, the company said."))
    window.session.put(Side.RIGHT, Article.from_text("The repair will cost $300 million, the company said."))
    assert wait_for_comparison(qtbot, window).findings
    window.actions_by_name["confirm_finding"].trigger()
    assert window.session.corrections.reviews == ()


def test_the_chosen_finding_is_checked_off_behind_closed_findings(
    qtbot: QtBot, window: MainWindow, checked: Callable[[], Finding], found: Comparison
) -> None:
    """After a correction the finding that was chosen is the one that is confirmed, whatever number it has now."""
    checked()
    _last_chosen_and_hidden(window)
    chosen = found.findings[window.panels.findings.list.current()]
    fewer = replace(found, findings=(chosen,))
    window.session.comparison = fewer
    window.session.comparison_changed.emit(fewer)
    window.actions_by_name["confirm_finding"].trigger()
    assert [review.kind for review in window.session.corrections.reviews] == [chosen.kind.value]
    gone = replace(found, findings=tuple(each for each in found.findings if each is not chosen))
    window.session.comparison = gone
    window.session.comparison_changed.emit(gone)
    window.actions_by_name["dismiss_finding"].trigger()
    assert len(window.session.corrections.reviews) == 1
