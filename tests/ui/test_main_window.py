"""Tests of the window, in the words of its readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diffview.errors import Cancelled
from diffview.model import Article, Comparison, Encoded, EncoderInfo, Furniture, Options, Role, Side, Span
from diffview.reports.looks import look_of
from diffview.ui import dialogs
from diffview.ui.actions import COMMANDS
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.welcome import Pair
from diffview.ui.worker import Engine
from tests.fakes import FakeEncoder
from tests.ui.conftest import LEFT, show_comparison, wait_for_article, wait_for_comparison

Write = Callable[[str, str], str]


def _place(window: MainWindow, side: Side, passage: int) -> float:
    """Return the height on its page at which a passage begins."""
    pane = window.view.panes[side]
    return pane.extents()[passage][0] - pane.verticalScrollBar().value()


def _long(window: MainWindow, qtbot: QtBot) -> Comparison:
    """Open two long articles: the right one has a paragraph moved from the start to the end, and an addition."""
    paragraphs = [
        f"Paragraph number {n} tells of event {n} in street {n * 7}. " + "It rained all day. " * 6 for n in range(40)
    ]
    other = [
        *paragraphs[:1],
        *paragraphs[3:20],
        "Only here one reads of a burning mill.",
        *paragraphs[20:],
        *paragraphs[1:3],
    ]
    window.session.put(Side.LEFT, Article.from_text("\n\n".join(paragraphs)))
    window.session.put(Side.RIGHT, Article.from_text("\n\n".join(other)))
    return wait_for_comparison(qtbot, window)


# ---- opening ---------------------------------------------------------------------------------------------------------


def test_empty_window_teaches(qtbot: QtBot, tmp_path: Path) -> None:
    """A window with nothing open shows where to drop, the examples and what was compared before."""
    file = PreferencesFile(tmp_path / "window.json")
    file.save(file.load().with_recent("/x/one.txt", "/x/two.txt"))
    window = MainWindow(Engine(), file, [Pair("A ferry & a pier", "/y/left.txt", "/y/right.txt")])
    qtbot.addWidget(window)
    window.show()
    texts = [button.text() for button in window.welcome.findChildren(type(window.status.cancel))]
    assert "A ferry && a pier" in texts
    assert "one.txt ↔ two.txt" in texts
    assert any("Drop the left article here" in label.text() for label in window.welcome.findChildren(QLabel))
    assert not window.example_menu.isEmpty()
    window.close()


def test_text_is_readable_before_it_is_compared(qtbot: QtBot, two_files: tuple[str, str]) -> None:
    """Both texts are on screen while the encoder still works, marked by words alone; the encoder's marks follow."""
    gate = Event()

    class Slow(FakeEncoder):
        def encode(self, texts, progress=None):
            gate.wait(10)
            return super().encode(texts, progress)

    window = MainWindow(Engine(Slow()), PreferencesFile(None))
    qtbot.addWidget(window)
    window.show()
    window.opening.open_files(two_files)
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    assert window.session.worker.is_comparing
    assert window.session.comparison is not None
    assert window.session.comparison.encoder.words_alone
    assert LEFT[0] in window.view.panes[Side.LEFT].toPlainText()
    assert window.status.cancel.isVisible()
    gate.set()
    assert wait_for_comparison(qtbot, window).encoder.name == "fake"
    assert "fake" in window.status.made_by.text()
    window.close()


def test_cancel_keeps_what_has_arrived(qtbot: QtBot, two_files: tuple[str, str]) -> None:
    """Cancelling stops the encoder and leaves the marks made by words."""
    stopped = Event()

    class Endless(FakeEncoder):
        def encode(self, texts, progress=None) -> tuple[Encoded, ...]:
            while not stopped.wait(0.01):
                if progress:
                    progress("encoding", 0, 0)
            raise Cancelled("stopped")

    window = MainWindow(Engine(Endless(), cancel=stopped.set), PreferencesFile(None))
    qtbot.addWidget(window)
    window.show()
    window.opening.open_files(two_files)
    qtbot.waitUntil(lambda: window.session.comparison is not None)
    qtbot.mouseClick(window.status.cancel, Qt.MouseButton.LeftButton)
    assert not window.session.worker.is_comparing
    assert not window.status.cancel.isVisible()
    assert window.session.comparison is not None
    assert stopped.is_set()
    window.close()


def test_broken_encoder_is_told(qtbot: QtBot, two_files: tuple[str, str]) -> None:
    """When the encoder cannot be used the comparison is made by words, and the foot of the window says why."""
    from diffview.errors import EncoderError  # noqa: PLC0415

    class Broken(FakeEncoder):
        def encode(self, texts, progress=None) -> tuple[Encoded, ...]:
            raise EncoderError("/models/x", "the encoder is missing")

    window = MainWindow(Engine(Broken()), PreferencesFile(None))
    qtbot.addWidget(window)
    window.show()
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    assert "words alone: /models/x: the encoder is missing" in window.status.made_by.text()
    window.close()


def test_reading_begins_on_the_left(qtbot: QtBot, window: MainWindow, write: Write) -> None:
    """Whichever of two files is read first, keys act on the left one."""
    gate = Event()

    def late(_check: Callable[[], None]) -> Article:
        gate.wait(20)
        return Article.from_text("The left one.")

    window.activateWindow()
    window.session.load(Side.LEFT, late)
    window.opening.open(Side.RIGHT, write("right.txt", "The right one."))
    wait_for_article(qtbot, window, Side.RIGHT, "The right one.")
    gate.set()
    wait_for_comparison(qtbot, window)
    qtbot.waitUntil(window.view.panes[Side.LEFT].hasFocus)


def test_newer_file_wins(qtbot: QtBot, window: MainWindow, write: Write) -> None:
    """Opening a second file before the first has been read shows the second."""
    window.opening.open_files([write("one.txt", "The first one.")])
    window.opening.open_files([write("two.txt", "The second one.")])
    wait_for_article(qtbot, window, Side.LEFT, "The second one.")
    qtbot.wait(50)
    assert "first" not in window.view.panes[Side.LEFT].toPlainText()


def test_open_dialog(qtbot: QtBot, window: MainWindow, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open right asks for a file and opens it on the right."""
    path = write("chosen.txt", "A chosen article.")
    monkeypatch.setattr(dialogs, "ask_for_article", lambda _parent, _side, _folder: path)
    window.actions_by_name["open_right"].trigger()
    wait_for_article(qtbot, window, Side.RIGHT, "A chosen article.")


def test_dialog_dismissed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thinking better of it opens nothing."""
    monkeypatch.setattr(dialogs, "ask_for_article", lambda _parent, _side, _folder: "")
    window.actions_by_name["open_left"].trigger()
    assert window.pages.currentWidget() is window.welcome


def test_recent_is_remembered(qtbot: QtBot, two_files: tuple[str, str], tmp_path: Path) -> None:
    """What was compared is offered the next time."""
    for _ in range(2):
        window = MainWindow(Engine(), PreferencesFile(tmp_path / "window.json"))
        qtbot.addWidget(window)
        window.opening.open_files(two_files)
        wait_for_comparison(qtbot, window)
        assert [action.text() for action in window.recent_menu.actions()] == ["left.txt ↔ right.txt"]
        window.close()
    assert window.appearance.preferences.recent == (two_files,)


def test_same_file_twice(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """The same file on both sides is compared, with a word about it."""
    window.opening.open_pair(two_files[0], two_files[0])
    comparison = wait_for_comparison(qtbot, window)
    assert window.message.text == "Both sides show the same file."
    assert {link.change.value for link in comparison.links} == {"same"}
    assert window.status.place.text() == "No changes"


def test_same_file_for_a_moment(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """When two files take the place of others it is not told that they were the same for a moment."""
    window.opening.open_pair(two_files[1], two_files[0])
    wait_for_comparison(qtbot, window)
    window.opening.open_pair(*two_files)
    with qtbot.waitSignal(window.session.article_changed):
        pass
    assert not window.message.text
    wait_for_comparison(qtbot, window)
    assert not window.message.text


# ---- the current link ------------------------------------------------------------------------------------------------


def test_click_brings_the_partner_level(qtbot: QtBot, window: MainWindow) -> None:
    """Clicking a moved passage leaves it where it is and brings its partner to the same height."""
    comparison = _long(window, qtbot)
    number = next(n for n, link in enumerate(comparison.links) if link.moved)
    link = comparison.links[number]
    pane = window.view.panes[Side.LEFT]
    pane.verticalScrollBar().setValue(max(0, round(pane.extents()[link.left[0]][0] - 300)))
    before = _place(window, Side.LEFT, link.left[0])
    pane.passage_clicked.emit(link.left[0])
    assert window.view.current == number
    assert _place(window, Side.LEFT, link.left[0]) == pytest.approx(before, abs=2)
    assert _place(window, Side.RIGHT, link.right[0]) == pytest.approx(before, abs=2)


def test_clicked_ribbon_is_current(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Clicking a ribbon makes its link current in both panes and in the card."""
    show_comparison(qtbot, window, comparison)
    number = next(n for n, link in enumerate(comparison.links) if link.left == (5,))
    window.view.map.link_clicked.emit(number)
    assert window.view.panes[Side.LEFT].painter.current == {5}
    assert window.view.panes[Side.RIGHT].painter.current == {4}
    assert "closed until spring" in window.panels.card.wordings.toPlainText()


def test_another_article_is_read_from_its_beginning(qtbot: QtBot, window: MainWindow) -> None:
    """When one article gives way to another after a jump to a moved passage, both panes are level again."""
    comparison = _long(window, qtbot)
    moved = next(n for n, link in enumerate(comparison.links) if link.moved)
    window.view.show_link(moved)
    bars = [window.view.panes[side].verticalScrollBar() for side in Side]
    assert bars[1].value() > bars[0].value() + 300
    window.session.put(Side.LEFT, Article.from_text(comparison.left.article.text.replace("rained", "snowed")))
    wait_for_comparison(qtbot, window)
    qtbot.waitUntil(lambda: window.view.is_marked)
    assert [bar.value() for bar in bars] == [0, 0]


def test_walk_all_changes_by_key(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Alt+Down goes through all changes in order, says which of how many, and begins again after the last."""
    show_comparison(qtbot, window, comparison)
    window.activateWindow()
    seen = []
    for _ in range(5):
        qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        seen.append(window.status.place.text())
    assert seen == ["1 of 4", "2 of 4", "3 of 4", "4 of 4", "1 of 4"]


def test_walk_backwards(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Shift+F8 from the first change goes to the last."""
    show_comparison(qtbot, window, comparison)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window, Qt.Key.Key_Shift)
    assert window.status.place.text() == "4 of 4"


def test_walk_goes_on_from_where_one_reads(qtbot: QtBot, window: MainWindow) -> None:
    """Who scrolled the current change away goes to the next one of what is in sight now, not back to the old place."""
    comparison = _long(window, qtbot)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert comparison.links[window.view.current].moved
    bar = window.view.panes[Side.LEFT].verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    number = comparison.links[window.view.current].right[0]
    assert comparison.right.text_of(number) == "Only here one reads of a burning mill."


def test_every_change_comes_into_sight(qtbot: QtBot, window: MainWindow) -> None:
    """Walking the changes of long articles brings each onto the page."""
    comparison = _long(window, qtbot)
    for _ in range(len([link for link in comparison.links if link.change.value != "same" or link.moved])):
        window.actions_by_name["next_change"].trigger()
        link = comparison.links[window.view.current]
        for side in Side:
            if link.on(side):
                assert -5 <= _place(window, side, link.on(side)[0]) <= window.view.panes[side].viewport().height()


def test_hover_lifts_both_ends(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """The mouse over a passage lifts it and its partner."""
    show_comparison(qtbot, window, comparison)
    window.view.panes[Side.LEFT].passage_hovered.emit(1)
    assert window.view.panes[Side.LEFT].painter.hovered == {1}
    assert window.view.panes[Side.RIGHT].painter.hovered == {3}


def test_hover_explains(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """The mouse is told the class, how sure it is, and the rule of furniture."""
    show_comparison(qtbot, window, comparison)
    explain = window.view.panes[Side.LEFT]._explain
    assert "90% sure" in explain(1)
    assert explain(4).startswith("Only on the left")
    assert "sharing" in explain(2)


def test_related_links_are_told_besides(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """A passage that only shares a fact with another says so."""
    show_comparison(qtbot, window, comparison)
    assert "Related" in window.view.panes[Side.LEFT]._explain(4)


# ---- scrolling -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [700, 1200, 1900])
def test_linked_passages_are_level_at_any_width(qtbot: QtBot, window: MainWindow, width: int) -> None:
    """Scrolling the left article brings the partner of what is in the middle of the page level with it."""
    window.resize(width, 700)
    comparison = _long(window, qtbot)
    qtbot.wait(50)
    link = next(
        link for link in comparison.links if link.left and "number 25 tells" in comparison.left.text_of(link.left[0])
    )
    pane = window.view.panes[Side.LEFT]
    middle = pane.viewport().height() / 2
    pane.verticalScrollBar().setValue(round(pane.extents()[link.left[0]][0] - middle))
    qtbot.wait(20)
    assert _place(window, Side.RIGHT, link.right[0]) == pytest.approx(middle, abs=3)


def test_unlocked_panes_scroll_alone(qtbot: QtBot, window: MainWindow) -> None:
    """With Scroll together switched off the other pane stays."""
    _long(window, qtbot)
    window.actions_by_name["together"].trigger()
    window.view.panes[Side.LEFT].verticalScrollBar().setValue(900)
    assert window.view.panes[Side.RIGHT].verticalScrollBar().value() == 0


def test_refined_marks_do_not_move_the_text(qtbot: QtBot, window: MainWindow) -> None:
    """When a second comparison of the same texts arrives the place being read stays."""
    comparison = _long(window, qtbot)
    bar = window.view.panes[Side.LEFT].verticalScrollBar()
    bar.setValue(1500)
    qtbot.wait(20)
    window.session.comparison_changed.emit(comparison)
    qtbot.wait(20)
    assert bar.value() == 1500


def test_overview_bar_scrolls_both(qtbot: QtBot, window: MainWindow) -> None:
    """Clicking an overview bar scrolls its pane, and the other follows."""
    _long(window, qtbot)
    window.view.bars[Side.RIGHT].moved_to.emit(2000.0)
    assert window.view.panes[Side.RIGHT].verticalScrollBar().value() == 2000
    assert window.view.panes[Side.LEFT].verticalScrollBar().value() > 500


# ---- swapping, correcting, filtering ---------------------------------------------------------------------------------


def test_swap_is_instant_and_keeps_the_current_link(
    qtbot: QtBot, window: MainWindow, comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Swapping exchanges texts and marks without comparing anew, and stays at the link."""
    show_comparison(qtbot, window, comparison)
    monkeypatch.setattr(window.session.worker, "compare", lambda *_: pytest.fail("compared anew"))
    window.view.show_link(next(n for n, link in enumerate(comparison.links) if link.left == (5,)))
    window.actions_by_name["swap"].trigger()
    assert window.session.comparison == comparison.mirrored()
    assert window.view.panes[Side.RIGHT].toPlainText() == comparison.left.article.text
    assert window.view.panes[Side.RIGHT].painter.current == {5}


def test_swap_twice(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """Swapping twice is as if nothing had happened."""
    window.opening.open_files(two_files)
    before = wait_for_comparison(qtbot, window)
    window.actions_by_name["swap"].trigger()
    window.actions_by_name["swap"].trigger()
    assert window.session.comparison == before


def test_treat_as_content_and_undo(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """A passage taken for furniture can be made content, which is compared anew and can be undone."""
    window.opening.open_files(two_files)
    comparison = wait_for_comparison(qtbot, window)
    passage = next(n for n, p in enumerate(comparison.left.passages) if p.role is Role.FURNITURE)
    menu = window.passage_menu(Side.LEFT, passage)
    next(action for action in menu.actions() if action.text() == "Treat as content").trigger()
    assert wait_for_comparison(qtbot, window).left.passages[passage].role is Role.BODY
    window.actions_by_name["undo"].trigger()
    assert wait_for_comparison(qtbot, window).left.passages[passage].role is Role.FURNITURE


def test_treat_as_furniture(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """Content can be set apart as furniture by hand, even when the same words stand twice."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    menu = window.passage_menu(Side.RIGHT, 2)
    next(action for action in menu.actions() if action.text() == "Treat as page furniture").trigger()
    assert wait_for_comparison(qtbot, window).right.passages[2].role is Role.FURNITURE


def test_filter_says_that_it_masks(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Switching a class off takes its marks and stops away and says so; the text stays."""
    show_comparison(qtbot, window, comparison)
    window.status.legend.buttons["dropped"].click()
    assert "only on the left" in window.message.text
    assert window.status.place.text() == "3 changes"
    assert LEFT[4] in window.view.panes[Side.LEFT].toPlainText()
    window.status.legend.buttons["dropped"].click()
    assert window.message.text == ""


def test_legend_counts(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """The legend names each class that occurs with its count, and no other."""
    show_comparison(qtbot, window, comparison)
    shown = {mark: b.accessibleName() for mark, b in window.status.legend.buttons.items() if b.isVisible()}
    assert shown["furniture"] == "Page furniture: 1"
    assert shown["moved"] == "Moved: 1"
    assert shown["related"] == "Related: 1"


# ---- exporting and the rest ------------------------------------------------------------------------------------------


def test_export_html(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Export writes the report and says where."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    target = tmp_path / "out.html"
    monkeypatch.setattr(dialogs, "ask_for_report", lambda _parent, _name, _endings: str(target))
    window.actions_by_name["export_html"].trigger()
    qtbot.waitUntil(lambda: "Wrote" in window.message.text, timeout=20000)
    assert LEFT[4] in target.read_text(encoding="utf-8")


def test_export_pdf(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A PDF is written from the window as from the command line."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(dialogs, "ask_for_report", lambda _parent, _name, _endings: str(target))
    window.actions_by_name["export_pdf"].trigger()
    qtbot.waitUntil(lambda: "Wrote" in window.message.text, timeout=20000)
    assert target.read_bytes().startswith(b"%PDF-1.7")


def test_the_export_has_the_palette_of_the_window(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report opens in the palette the window shows, in the form that its name asks for."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    window.actions_by_name["palette_safe"].trigger()
    target = tmp_path / "out.html"
    monkeypatch.setattr(dialogs, "ask_for_report", lambda _parent, _name, _endings: str(target))
    window.actions_by_name["export_as"].trigger()
    qtbot.waitUntil(lambda: "Wrote" in window.message.text, timeout=20000)
    assert "id=palette-safe checked" in target.read_text(encoding="utf-8")


def test_export_never_overwrites_an_article(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Export onto one of the articles is refused, and the article stays as it is."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    before = Path(two_files[0]).read_bytes()
    monkeypatch.setattr(dialogs, "ask_for_report", lambda _parent, _name, _endings: two_files[0])
    window.actions_by_name["export_html"].trigger()
    qtbot.waitUntil(lambda: "left.txt" in window.message.text, timeout=20000)
    assert Path(two_files[0]).read_bytes() == before


def test_copy_pair(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Copy pair puts both wordings with their source on the clipboard."""
    show_comparison(qtbot, window, comparison)
    window.view.show_link(next(n for n, link in enumerate(comparison.links) if link.left == (5,)))
    window.actions_by_name["copy_pair"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("The pier stays closed until spring 😀.\n(pasted text, paragraph 6)")
    assert "shut until spring 😀.\n(pasted text, paragraph 5)" in copied


def test_find_frames_the_hit(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Of all that is found the words that one is at have a frame, which goes along and goes with the search."""
    show_comparison(qtbot, window, comparison)
    window.actions_by_name["find_text"].trigger()
    qtbot.keyClicks(window.find_bar.line, "pier")
    left, right = (window.view.panes[side] for side in Side)
    unframed = left.viewport().grab().toImage()
    seen = []
    for _ in range(3):
        window.actions_by_name["find_next"].trigger()
        seen.append((left.painter.hit, right.painter.hit))
        if len(seen) == 1:
            assert left.viewport().grab().toImage() != unframed
    assert [(one is None, other is None) for one, other in seen] == [(False, True), (False, True), (True, False)]
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Escape)
    assert left.painter.hit is right.painter.hit is None


def test_find_counts_on_both_sides(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Find marks what it finds on both sides, counts it, and says which hit one is at."""
    show_comparison(qtbot, window, comparison)
    window.actions_by_name["find_text"].trigger()
    qtbot.keyClicks(window.find_bar.line, "PIER")
    assert window.find_bar.counts.text() == "2 left · 2 right"
    window.actions_by_name["find_next"].trigger()
    assert window.find_bar.counts.text() == "1 of 4: 2 left · 2 right"
    window.actions_by_name["find_previous"].trigger()
    assert window.find_bar.counts.text() == "4 of 4: 2 left · 2 right"
    qtbot.keyClick(window.find_bar.line, Qt.Key.Key_Escape)
    assert window.find_bar.isHidden()
    assert window.view.panes[Side.LEFT]._found == ()


def test_title_with_markup_shows_as_text(qtbot: QtBot, window: MainWindow) -> None:
    """A title made of markup is text in the header, in the pane and in the window's title."""
    title = "<script>alert(1)</script>"
    for side in Side:
        window.session.put(side, Article.from_text(f"{title}\n\nA text.", title=title))
    wait_for_comparison(qtbot, window)
    assert window.view.headers[Side.LEFT].title.text() == title
    assert title in window.view.panes[Side.RIGHT].toPlainText()
    for label in window.findChildren(QLabel):
        assert "<script" not in label.text() or label.textFormat() is Qt.TextFormat.PlainText
        assert "<script" not in label.toolTip()


def test_light_and_dark(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Choosing dark turns pages and text, choosing light turns them back."""
    show_comparison(qtbot, window, comparison)
    brightness = []
    for name in ("appear_dark", "appear_light"):
        window.actions_by_name[name].trigger()
        picture = window.view.panes[Side.LEFT].viewport().grab().toImage()
        brightness.append(picture.pixelColor(3, picture.height() - 3).lightness())
    assert brightness[0] < 60
    assert brightness[1] > 200


def test_zoom_by_key_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    """Ctrl and plus makes the text larger, Ctrl and 0 gives it back its size."""
    size = window.appearance.preferences.text_size
    window.actions_by_name["larger"].trigger()
    assert window.view.panes[Side.LEFT].font().pixelSize() == size + 1
    window.actions_by_name["normal_size"].trigger()
    assert window.view.panes[Side.RIGHT].font().pixelSize() == size


def test_change_list_goes_to_a_change(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """Going down one line in the list goes to that change."""
    show_comparison(qtbot, window, comparison)
    window.actions_by_name["show_list"].trigger()
    window.panels.list.setFocus()
    qtbot.keyClick(window.panels.list, Qt.Key.Key_Down)
    first = window.view.current
    qtbot.keyClick(window.panels.list, Qt.Key.Key_Down)
    assert (
        window.panels.list.shown_links().index(window.view.current) == window.panels.list.shown_links().index(first) + 1
    )


def test_every_command_has_a_name_and_does_something(window: MainWindow) -> None:
    """Every entry of the table has an action in a menu, and no key stands for two things."""
    assert set(window.actions_by_name) == {command.name for command in COMMANDS}
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_help_and_about(window: MainWindow) -> None:
    """The lists of keys and the word about the program open and close without stopping anything."""
    for name in ("show_shortcuts", "about"):
        window.actions_by_name[name].trigger()
    opened = [child for child in window.children() if child.inherits("QDialog")]
    assert len(opened) == 2
    for dialog in opened:
        dialog.close()


# ---- corner cases ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("", "One sentence. Another one."),
        ("", ""),
        ("The same words.", "The same words."),
        ("Ships sail at dawn.", "Bakers bake bread all night."),
        ("😀😀\n\n👍🏽", "😀\n\n👍🏽 👨\u200d👩\u200d👧"),
        ("word " * 3000, "Short."),
    ],
)
@pytest.mark.parametrize("width", [500, 1200])
def test_corner_cases(qtbot: QtBot, window: MainWindow, left: str, right: str, width: int) -> None:
    """One side empty, identical, unrelated, emoji-only and very long passages are shown at any width."""
    window.resize(width, 600)
    window.session.put(Side.LEFT, Article.from_text(left))
    window.session.put(Side.RIGHT, Article.from_text(right))
    comparison = wait_for_comparison(qtbot, window)
    assert window.width() == width
    assert not window.grab().isNull()
    window.actions_by_name["next_change"].trigger()
    assert window.grab().toImage().pixelColor(QPoint(2, 2)).isValid()
    shown = [pane.toPlainText() for pane in window.view.panes.values()]  # a line of 15,000 letters is broken on screen
    assert [words.replace("\n", "") for words in shown] == [words.replace("\n", "") for words in (left, right)]
    assert len(window.view._looks[Side.RIGHT]) == len(comparison.right.passages)


def test_marks_wait_for_the_right_texts(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """A comparison of texts that are no longer open is never shown."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    window.session.put(Side.LEFT, Article.from_text("Something else entirely."))
    assert window.session.comparison is None
    comparison = wait_for_comparison(qtbot, window)
    assert comparison.left.article.text == "Something else entirely."


def test_options_reach_the_comparison(qtbot: QtBot, two_files: tuple[str, str]) -> None:
    """The options of the engine are those of the result."""
    window = MainWindow(Engine(FakeEncoder(), Options(language="de")), PreferencesFile(None))
    qtbot.addWidget(window)
    window.opening.open_files(two_files)
    found = wait_for_comparison(qtbot, window)
    assert (found.options.language, found.encoder) == ("de", EncoderInfo("fake", "0" * 64))
    window.close()


def test_current_link_is_listed_with_its_class(qtbot: QtBot, window: MainWindow, comparison: Comparison) -> None:
    """The card shows the class and certainty of the current link."""
    show_comparison(qtbot, window, comparison)
    number = next(n for n, link in enumerate(comparison.links) if look_of(link) == "moved")
    window.view.show_link(number)
    assert "Moved" in window.panels.card.why.text()


def test_header_counts_words_as_the_report_does(qtbot: QtBot, window: MainWindow) -> None:
    """A dash standing alone is no word, and of a very long text the number is rounded and says so."""
    window.session.put(Side.LEFT, Article.from_text("One thing – and another."))
    window.session.put(Side.RIGHT, Article.from_text("word " * 50_400))
    qtbot.waitUntil(lambda: "4 words" in window.view.headers[Side.LEFT].source.text())
    qtbot.waitUntil(lambda: "about 50,000 words" in window.view.headers[Side.RIGHT].source.text())


def test_header_counts_the_words_of_the_article_alone(qtbot: QtBot, window: MainWindow) -> None:
    """What is left out as page furniture does not make the article longer."""
    text = "One thing and another. Share this story. They met at noon."
    marks = (Furniture(Span(23, 40), "share or navigation words"),)
    window.session.put(Side.LEFT, replace(Article.from_text(text), furniture=marks))
    qtbot.waitUntil(lambda: "8 words" in window.view.headers[Side.LEFT].source.text())


def test_nothing_covers_what_a_command_does(qtbot: QtBot, opened: MainWindow) -> None:
    """While the foot of the window tells what a command does nothing else stands there; afterwards it does again."""
    opened.status.showMessage("Exchange left and right")
    opened.session.swap()
    opened.session.compare()
    wait_for_comparison(qtbot, opened)
    assert not opened.status.made_by.isVisible()
    assert not opened.status.bar.isVisible()
    opened.status.clearMessage()
    assert opened.status.made_by.isVisible()


def test_nothing_is_corrected_without_a_comparison(opened: MainWindow) -> None:
    """Commands about passages and findings can be used once there are some."""
    names = ("treat", "next_left_out", "confirm_finding", "dismiss_finding", "unlink", "split_passage")
    assert all(opened.actions_by_name[name].isEnabled() for name in names)
    opened.session.put(Side.LEFT, Article.from_text("One story alone."))
    assert not any(opened.actions_by_name[name].isEnabled() for name in names)
