"""Tests of keeping a session in a file, also when the program goes down."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from diffview.errors import ReadError
from diffview.model import (
    Anchor,
    Article,
    Corrections,
    Judgement,
    Mark,
    Note,
    Options,
    Origin,
    Pair,
    Role,
    Side,
    Verdict,
)
from diffview.ui import dialogs
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.session_file import Saved, dump, load, parse, save
from diffview.ui.worker import Engine
from tests.conftest import CHECKOUT
from tests.ui.conftest import LEFT, wait_for_comparison

anchors = st.lists(st.builds(Anchor, st.text(max_size=5), st.integers(0, 3)), max_size=2).map(tuple)
pairs = st.builds(Pair, anchors, anchors)
corrections = st.builds(
    Corrections,
    st.lists(st.builds(Mark, st.sampled_from(Side), st.text(max_size=5), st.sampled_from(Role)), max_size=2).map(tuple),
    st.lists(st.builds(Judgement, st.sampled_from(Verdict), pairs), max_size=3).map(tuple),
    st.lists(st.builds(Note, pairs, st.text(max_size=5)), max_size=2).map(tuple),
)
letters = st.characters() | st.just("\ud800")
articles = st.none() | st.builds(Article.from_text, st.text(letters, max_size=20), title=st.text(max_size=4))
cut = st.lists(st.text(min_size=1, max_size=5), max_size=3).map(Article.from_passages)


@given(articles | cut, articles, corrections)
def test_what_is_saved_is_what_is_opened(left: Article | None, right: Article | None, said: Corrections) -> None:
    """A session comes back from its file to the letter, whatever characters it holds."""
    saved = Saved(left, right, said, Options(link_above=0.5))
    assert parse(dump(saved)) == saved


def test_unknown_options_are_passed_over() -> None:
    """An option of another version, or of the wrong kind, leaves the usual value."""
    table = json.loads(dump(Saved(None, None)))
    table["options"] |= {"link_above": "high", "new_option": 3}
    assert parse(json.dumps(table)).options == Options()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("not json", "is not a session of diffview, or it is damaged"),
        ("[]", "is not a session of diffview, or it is damaged"),
        ('{"schema": "diffview.session/1"}', "is not a session of diffview, or it is damaged"),
        ('{"schema": "diffview.session/2"}', "was saved by a newer diffview"),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_line(tmp_path: Path, text: str, reason: str) -> None:
    """A file that is no session, is damaged or newer names itself and the reason."""
    path = tmp_path / "odd.diffview"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=reason) as error:
        load(path)
    assert str(path) in str(error.value)


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fails in the middle of a save the session saved before is still there, and nothing else."""
    path = tmp_path / "a.diffview"
    save(path, Saved(Article.from_text("old"), None))

    def fail(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Exception, match="No space left"):
        save(path, Saved(Article.from_text("new"), None))
    assert load(path).left == Article.from_text("old")
    assert list(tmp_path.iterdir()) == [path]


# ---- in the window ---------------------------------------------------------------------------------------------------


def _work(qtbot: QtBot, window: MainWindow) -> None:
    """Confirm the first link, link two passages by hand and write a note."""
    wait_for_comparison(qtbot, window)
    window.session.confirm(0)
    wait_for_comparison(qtbot, window)
    window.session.link((4,), (2,))
    comparison = wait_for_comparison(qtbot, window)
    window.view.show_link(comparison.aligned_link(Side.LEFT)[4])
    window.panels.card.note.setText("Ask the harbor master.")
    window.panels.card.note.textEdited.emit("Ask the harbor master.")


def _is_all_there(qtbot: QtBot, window: MainWindow) -> bool:
    comparison = wait_for_comparison(qtbot, window)
    made = comparison.aligned_link(Side.LEFT)[4]
    origins = comparison.links[0].origin, comparison.links[made].origin
    return (*origins, window.session.note_of(made)) == (Origin.CONFIRMED, Origin.MANUAL, "Ask the harbor master.")


def test_save_and_open(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A saved session opens with texts, corrections and notes even when the articles are gone."""
    path = str(tmp_path / "work.diffview")
    monkeypatch.setattr(dialogs, "ask_for_session", lambda *_, saving: path)
    window.opening.open_files(two_files)
    _work(qtbot, window)
    window.actions_by_name["save_session"].trigger()
    assert window.message.text == f"Saved {path}"
    for article in two_files:
        Path(article).unlink()
    again = MainWindow(Engine(), PreferencesFile(None))
    qtbot.addWidget(again)
    again.actions_by_name["open_session"].trigger()
    assert LEFT[0] in again.view.panes[Side.LEFT].toPlainText()
    assert _is_all_there(qtbot, again)
    again.close()


@pytest.mark.parametrize("answer", [True, False, None])
def test_closing_asks_about_what_is_not_saved(
    qtbot: QtBot,
    window: MainWindow,
    two_files: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: bool | None,
) -> None:
    """Closing a window with corrections that no file holds asks whether to save them, and may be taken back."""
    path = tmp_path / "work.diffview"
    monkeypatch.setattr(dialogs, "ask_for_session", lambda *_, saving: str(path))
    window.opening.open_files(two_files)
    _work(qtbot, window)
    monkeypatch.setattr(dialogs, "ask_to_save", lambda _parent: answer)
    assert window.close() is (answer is not None)
    assert path.exists() is (answer is True)
    monkeypatch.setattr(dialogs, "ask_to_save", lambda _parent: False)


def test_closing_asks_nothing_when_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window without corrections, or whose session was saved, closes unasked; the sides may have been exchanged."""
    asked: list[object] = []
    monkeypatch.setattr(dialogs, "ask_to_save", asked.append)
    monkeypatch.setattr(dialogs, "ask_for_session", lambda *_, saving: str(tmp_path / "work.diffview"))
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    assert window.saving.is_saved
    _work(qtbot, window)
    assert not window.saving.is_saved
    window.saving.save_session()
    window.session.swap()
    assert window.close()
    assert asked == []


def test_another_pair_is_no_part_of_a_saved_session(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When other articles were opened, saving asks where to, and the session that was saved before stays as it is."""
    paths = [str(tmp_path / "one.diffview"), str(tmp_path / "two.diffview")]
    asked = iter(paths)
    monkeypatch.setattr(dialogs, "ask_for_session", lambda *_, saving: next(asked))
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    window.saving.save_session()
    window.session.put(Side.LEFT, Article.from_text("Another story altogether."))
    window.saving.save_session()
    assert [load(path).left.text for path in paths] == ["\n\n".join(LEFT), "Another story altogether."]


def test_the_same_article_on_both_sides_is_another_session(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When one article of a session is opened on the other side too, saving asks where to; a mere swap does not."""
    paths = [str(tmp_path / "one.diffview"), str(tmp_path / "two.diffview")]
    asked = iter(paths)
    monkeypatch.setattr(dialogs, "ask_for_session", lambda *_, saving: next(asked))
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    window.saving.save_session()
    window.session.swap()
    window.saving.save_session()
    before = load(paths[0])
    assert before.left is not None
    window.session.put(Side.RIGHT, before.left)
    window.session.put(Side.LEFT, before.left)
    window.saving.save_session()
    assert load(paths[0]) == before
    assert load(paths[1]).right == before.left


@pytest.mark.parametrize("how", ["session", "crash"])
def test_a_session_gives_back_what_it_replaced(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, how: str
) -> None:
    """Corrections that no file holds can be brought back after a session was opened, and that again."""
    path = tmp_path / "other.diffview"
    save(path, Saved(Article.from_text("Left words."), Article.from_text("Right words.")))
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    window.session.unlink(0)
    wait_for_comparison(qtbot, window)
    before = window.session.saved()
    if how == "session":
        window.saving.open_saved(str(path))
    else:
        window.saving._restore(path)
    wait_for_comparison(qtbot, window)
    assert window.message.text == "What was open before has been replaced."
    window.message.button.click()
    assert window.session.saved() == before
    assert not window.saving.is_saved


def test_what_was_brought_back_is_not_saved_over_the_session(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After bringing back what a session of the same articles replaced, saving asks where to."""
    session, asked = tmp_path / "other.diffview", tmp_path / "asked.diffview"
    monkeypatch.setattr(dialogs, "ask_for_session", lambda *_, saving: str(asked))
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    plain = window.session.saved()
    assert plain is not None
    save(session, plain)
    window.session.unlink(0)
    wait_for_comparison(qtbot, window)
    window.saving.open_saved(str(session))
    window.message.button.click()
    window.saving.save_session()
    assert load(session) == plain
    assert load(asked).corrections == window.session.corrections != Corrections()


def test_a_session_replaces_silently_what_a_file_holds(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where everything is saved, opening a session offers nothing; a pasted text is in its session too."""
    path = str(tmp_path / "saved.diffview")
    monkeypatch.setattr(dialogs, "ask_for_session", lambda *_, saving: path)
    window.session.put(Side.LEFT, Article.from_text("Pasted words."))
    window.opening.open(Side.RIGHT, two_files[1])
    wait_for_comparison(qtbot, window)
    window.session.confirm(0)
    wait_for_comparison(qtbot, window)
    window.saving.save_session()
    window.saving.open_saved(path)
    assert window.message.text == ""
    window.session.put(Side.LEFT, Article.from_text("Other pasted words."))
    window.saving.open_saved(path)
    assert window.message.text == "What was open before has been replaced."


def test_taking_back_what_was_saved_is_to_be_saved(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window in which all corrections of its session were taken back asks whether to save that."""
    monkeypatch.setattr(dialogs, "ask_for_session", lambda *_, saving: str(tmp_path / "work.diffview"))
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    window.session.confirm(0)
    window.saving.save_session()
    assert window.saving.is_saved
    window.session.undo()
    assert window.session.corrections == Corrections()
    assert not window.saving.is_saved


def test_session_on_the_command_line(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """A session that is opened like an article, as from the command line or by dropping it, opens as a session."""
    path = tmp_path / "a.diffview"
    save(path, Saved(Article.from_text("Left words."), Article.from_text("Right words.")))
    window.opening.open_files([str(path)])
    assert window.view.panes[Side.RIGHT].toPlainText() == "Right words."
    wait_for_comparison(qtbot, window)


def test_a_session_never_replaces_an_article(
    qtbot: QtBot, window: MainWindow, two_files: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saving a session over one of its articles is refused."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    before = Path(two_files[1]).read_bytes()
    monkeypatch.setattr(dialogs, "ask_for_session", lambda *_, saving: two_files[1])
    window.actions_by_name["save_session"].trigger()
    assert "choose another name" in window.message.text
    assert Path(two_files[1]).read_bytes() == before


def test_note_is_undone_as_a_whole(qtbot: QtBot, window: MainWindow, two_files: tuple[str, str]) -> None:
    """What is typed into one note is one step to undo, and notes do not compare anew."""
    window.opening.open_files(two_files)
    wait_for_comparison(qtbot, window)
    window.view.show_link(1)
    window.panels.show_card()
    qtbot.keyClicks(window.panels.card.note, "Luck")
    assert not window.session.worker.is_comparing
    assert window.session.note_of(1) == "Luck"
    window.actions_by_name["undo"].trigger()
    assert (window.session.note_of(1), window.panels.card.note.text()) == ("", "")
    assert not window.session.undo_stack.canUndo()


def test_closing_in_peace_leaves_nothing(qtbot: QtBot, two_files: tuple[str, str], tmp_path: Path) -> None:
    """After a window was closed there is nothing to restore."""
    window = MainWindow(Engine(), PreferencesFile(None), (), tmp_path / "unfinished")
    qtbot.addWidget(window)
    window.opening.open_files(two_files)
    _work(qtbot, window)
    qtbot.waitUntil(lambda: bool(list((tmp_path / "unfinished").glob("*.diffview"))))
    window.close()
    assert list((tmp_path / "unfinished").iterdir()) == []


def test_an_open_window_is_not_offered_to_another(qtbot: QtBot, two_files: tuple[str, str], tmp_path: Path) -> None:
    """What a window that is still open keeps is not taken for what a crash has left."""
    windows = [MainWindow(Engine(), PreferencesFile(None), (), tmp_path) for _ in range(2)]
    for each in windows:
        qtbot.addWidget(each)
    windows[0].opening.open_files(two_files)
    wait_for_comparison(qtbot, windows[0])
    windows[0].saving.autosave.save_now()
    assert len(list(tmp_path.glob("*.diffview"))) == 1
    assert windows[1].saving.autosave.left_behind() == ()
    for each in windows:
        each.close()


# ---- kill -9 ---------------------------------------------------------------------------------------------------------

_AT_WORK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from diffview.model import Side
from diffview.ui.main_window import MainWindow
from diffview.ui.preferences import PreferencesFile
from diffview.ui.worker import Engine

app = QApplication([])
window = MainWindow(Engine(), PreferencesFile(None), (), Path(sys.argv[1]))
window.show()
window.opening.open_files(sys.argv[2:])
steps = [
    lambda: window.session.confirm(0),
    lambda: window.session.link((4,), (2,)),
    lambda: window.session.write_note(window.session.comparison.aligned_link(Side.LEFT)[4], "Ask the harbor master."),
    lambda: print("worked", flush=True),
]

def work():
    if window.session.comparison is not None and not window.session.worker.is_comparing and steps:
        steps.pop(0)()

timer = QTimer()
timer.timeout.connect(work)
timer.start(20)
app.exec()
"""
_SAVING = """
import sys
from diffview.model import Anchor, Article, Corrections, Judgement, Pair, Verdict
from diffview.ui.session_file import Saved, save

text = Article.from_text("Words and words. " * 20000)
for number in range(1, 100000):
    said = tuple(Judgement(Verdict.CONFIRM, Pair((Anchor("x", n),))) for n in range(number))
    save(sys.argv[1], Saved(text, None, Corrections(judgements=said)))
    print(number, flush=True)
"""


def _start(script: str, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment, encoding="utf-8"
    )


def _kill(process: subprocess.Popen[str]) -> str:
    """Kill a process as hard as can be and return what it had said by then and was not read yet."""
    process.send_signal(signal.SIGKILL)
    return process.communicate()[0]


def test_killed_in_the_middle_of_work(qtbot: QtBot, two_files: tuple[str, str], tmp_path: Path) -> None:
    """After kill -9 the next window offers to restore, and one click brings back all that was confirmed and written."""
    unfinished = tmp_path / "unfinished"
    process = _start(_AT_WORK, str(unfinished), *two_files)
    assert process.stdout is not None
    assert process.stdout.readline() == "worked\n"
    _kill(process)
    window = MainWindow(Engine(), PreferencesFile(None), (), unfinished)
    qtbot.addWidget(window)
    window.show()
    window.saving.offer_to_restore()
    qtbot.waitUntil(lambda: "left.txt ↔ right.txt" in window.message.text, timeout=20000)
    assert window.message.button.text() == "Restore"
    window.message.button.click()
    assert _is_all_there(qtbot, window)
    window.close()
    assert list(unfinished.iterdir()) == []


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """A folder with what three windows left that were killed, and a file that nobody can read."""
    for number, name in enumerate(("old", "middle", "new")):
        path = tmp_path / f"{number}.diffview"
        save(path, Saved(Article(f"The {name} one.", path=f"/home/{name}.txt"), None))
        os.utime(path, (number, number))
    (tmp_path / "broken.diffview").write_text("no session", encoding="utf-8")
    return tmp_path


@pytest.fixture
def after_crashes(qtbot: QtBot, crashed: Path) -> Iterator[MainWindow]:
    """A window that has found them."""
    window = MainWindow(Engine(), PreferencesFile(None), (), crashed)
    qtbot.addWidget(window)
    window.show()
    window.saving.offer_to_restore()
    qtbot.waitUntil(lambda: window.message.text != "", timeout=20000)
    yield window
    window.close()


def _offered(window: MainWindow) -> list[str]:
    return [action.text().rsplit(": ", 1)[-1] for action in window.message.button.menu().actions()]


def test_several_crashes_are_one_offer(after_crashes: MainWindow) -> None:
    """After several crashes one message says how many sessions were kept, and its button lists them, newest first."""
    assert after_crashes.message.text == "diffview did not end in peace. It has kept 3 sessions."
    assert _offered(after_crashes) == ["new.txt", "middle.txt", "old.txt", "", "Forget them all"]


def test_one_of_several_is_restored(after_crashes: MainWindow, crashed: Path) -> None:
    """The one that is chosen is opened and kept on; the others are kept for another time."""
    after_crashes.message.button.menu().actions()[1].trigger()
    assert after_crashes.view.panes[Side.LEFT].toPlainText() == "The middle one."
    assert after_crashes.message.text == ""
    after_crashes.close()
    assert sorted(path.name for path in crashed.glob("*.diffview")) == ["0.diffview", "2.diffview", "broken.diffview"]


def test_all_are_forgotten(after_crashes: MainWindow, crashed: Path) -> None:
    """Nobody has to look at each of them to be rid of them."""
    after_crashes.message.button.menu().actions()[-1].trigger()
    assert after_crashes.message.text == ""
    assert [path.name for path in crashed.glob("*.diffview")] == ["broken.diffview"]


def test_closing_the_message_keeps_them(after_crashes: MainWindow, crashed: Path) -> None:
    """Closing the message decides nothing, and the next message has no menu."""
    after_crashes.message._cross.click()
    assert len(list(crashed.glob("*.diffview"))) == 4
    after_crashes.message.offer("More?", "Yes", after_crashes.message.hide, after_crashes.message.hide)
    assert after_crashes.message.button.menu() is None


def test_what_is_restored_takes_the_place_of_what_was_open(after_crashes: MainWindow, crashed: Path) -> None:
    """A window that kept something of its own before keeps one session, the restored one."""
    after_crashes.session.put(Side.LEFT, Article("Something else."))
    after_crashes.saving.autosave.save_now()
    after_crashes.saving._restore(crashed / "2.diffview")
    after_crashes.saving.autosave.save_now()
    assert len(list(crashed.glob("*.diffview"))) == 4
    assert load(crashed / "2.diffview").left == Article("The new one.", path="/home/new.txt")


def test_nobody_takes_over_what_another_window_has(qtbot: QtBot, after_crashes: MainWindow, crashed: Path) -> None:
    """Where two windows restore the same session, the second one keeps it in a file of its own."""
    other = MainWindow(Engine(), PreferencesFile(None), (), crashed)
    qtbot.addWidget(other)
    for window in (after_crashes, other):
        window.saving._restore(crashed / "2.diffview")
    other.saving.autosave.save_now()
    other.close()
    assert (crashed / "2.diffview").exists()


@pytest.mark.parametrize("wait", [0.0, 0.003, 0.011, 0.017, 0.031, 0.053])
def test_killed_during_a_save(tmp_path: Path, wait: float) -> None:
    """Kill -9 at any moment of saving leaves a whole file that holds at least what had been saved before."""
    path = tmp_path / "a.diffview"
    process = _start(_SAVING, str(path))
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(3)]
    sleep(wait)
    said += _kill(process).splitlines()
    assert len(load(path).corrections.judgements) >= int(said[-1])
