"""Does the command line do what its help says, without a display and without Qt?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from diffview import __main__, cli
from diffview.comparison import default_encoder
from diffview.reading import WORKER_FLAG
from tests.fakes import FakeEncoder

LEFT = "The harbour ferry struck the pier on Monday, injuring 14 passengers.\nService resumes on Thursday.\n"
RIGHT = "Service resumes on Thursday.\nNobody knows who was steering the ship at that time.\n"


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the command line away from the real encoder."""
    monkeypatch.setattr("diffview.comparison.default_encoder", lambda _name="": FakeEncoder())


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Two articles on disk."""
    for name, text in (("left.txt", LEFT), ("right.txt", RIGHT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "left.txt"), str(tmp_path / "right.txt")


def test_a_summary_is_printed(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """With no output option a person gets something to read."""
    assert cli.main(["compare", *pair]) == 0
    out, err = capsys.readouterr()
    assert "left.txt" in out
    assert "right.txt" in out
    assert err == ""


def test_json_goes_to_standard_output(pair: tuple[str, str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A minus sign writes the JSON where programs read it, and nothing else."""
    assert cli.main(["compare", *pair, "--json", "-"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["schema"] == "diffview.comparison/1"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("output", [(), ("--json", "-")])
def test_standard_output_that_takes_no_more(pair: tuple[str, str], output: tuple[str, ...]) -> None:
    """Where the result cannot be written the reason is one line, and the status tells of trouble."""
    command = [sys.executable, "-m", "diffview", "compare", *pair, "--encoder", "words", *output]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "diffview: standard output: cannot be written: No space left on device; name a file instead"
    ]


def test_html_and_json_are_written_at_once(pair: tuple[str, str], tmp_path: Path) -> None:
    """Several outputs come from one comparison."""
    html, data = tmp_path / "r.html", tmp_path / "r.json"
    assert cli.main(["compare", *pair, "--html", str(html), "--json", str(data)]) == 0
    assert html.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(data.read_text(encoding="utf-8"))["left"]["path"] == pair[0]


@pytest.mark.parametrize(("same", "status"), [(True, 0), (False, 1)])
def test_the_exit_status_tells_whether_they_differ(pair: tuple[str, str], same: bool, status: int) -> None:
    """With --exit-code 1 means that the articles differ."""
    assert cli.main(["compare", pair[0], pair[0 if same else 1], "--exit-code"]) == status


def test_an_input_is_never_overwritten(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exporting over an article is refused, and the article is as it was."""
    assert cli.main(["compare", *pair, "--html", pair[0]]) == 2
    assert Path(pair[0]).read_text(encoding="utf-8") == LEFT
    assert pair[0] in capsys.readouterr().err


def test_trouble_is_one_line_that_names_the_file(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing file ends with status 2 and one line on standard error."""
    gone = str(tmp_path / "gone.txt")
    assert cli.main(["compare", pair[0], gone]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert gone in err


def test_a_file_name_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters of a file's name are spelled out."""
    assert cli.main(["compare", "\x1b[31mred.txt", "b"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_the_encoding_of_each_side_can_be_named(
    pair: tuple[str, str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """With --encoding-right the right file is read in that encoding, whatever would have been found out."""
    text = "Корабль ударил причал на рассвете."
    Path(pair[1]).write_bytes(text.encode("koi8-u"))
    assert cli.main(["compare", *pair, "--encoding-right", "koi8-u", "--json", "-"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["right"]["text"] == text


def test_a_very_long_article_is_compared_in_part(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of an article over the limit the first passages are compared, and standard error and the JSON say so."""
    Path(pair[0]).write_text("\n\n".join(f"Sentence number {n} is here." for n in range(4100)), encoding="utf-8")
    said = "left.txt: only the first 4,000 of 4,100 passages are compared"
    assert cli.main(["compare", *pair, "--encoder", "words", "--json", "-"]) == 0
    out, err = capfd.readouterr()
    assert err == f"diffview: {said} (--everything compares all)\n"
    assert json.loads(out)["notices"] == [said]
    assert cli.main(["compare", *pair, "--encoder", "words", "--everything"]) == 0
    assert capfd.readouterr().err == ""


def test_an_address_is_not_fetched(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """The command line fetches nothing: an address is refused in one line that says what to do."""
    assert cli.main(["compare", pair[0], "http://127.0.0.1:9/story"]) == 2
    said = "is an address, and nothing is fetched here; save the page, or open it in the window"
    assert capsys.readouterr().err == f"diffview: http://127.0.0.1:9/story: {said}\n"


@pytest.mark.parametrize("name", ["klingon", "rot13", "undefined"])
def test_an_encoding_nobody_knows(pair: tuple[str, str], capsys: pytest.CaptureFixture[str], name: str) -> None:
    """An unknown encoding is told in one line with the file it was meant for."""
    assert cli.main(["compare", *pair, "--encoding-left", name]) == 2
    assert capsys.readouterr().err == f"diffview: {pair[0]}: the encoding {name} is not known, or not one of text\n"


def test_words_alone_are_told(
    pair: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When the encoder cannot be used the comparison is made and standard error says why it is poorer."""
    monkeypatch.setattr("diffview.comparison.default_encoder", default_encoder)
    assert cli.main(["compare", *pair, "--encoder", str(tmp_path / "gone")]) == 0
    assert "by words alone" in capsys.readouterr().err


def test_without_a_display_the_window_is_declined(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Asked for a window where none can be, the program says what to do instead."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert cli.main([]) == 2
    assert "diffview compare" in capsys.readouterr().err


def test_the_command_line_loads_neither_qt_nor_torch() -> None:
    """Importing the command line leaves the heavy libraries alone."""
    heavy = ("torch", "PySide6", "sentence_transformers", "transformers")
    code = f"import diffview.commands.compare, sys; print([name for name in {heavy} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_pdf_needs_no_qt(pair: tuple[str, str], tmp_path: Path) -> None:
    """A PDF is written without a display and without Qt."""
    arguments = ["compare", *pair, "--encoder", "words", "--pdf", "out.pdf"]
    code = f"import diffview.cli, sys; print(diffview.cli.main({arguments}), 'PySide6' in sys.modules)"
    environment = {"PATH": os.defpath, "HOME": str(tmp_path), "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    command = [sys.executable, "-c", code]
    found = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=True)
    assert found.stdout.strip() == "0 False"
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.encoder
def test_it_works_in_an_empty_environment(pair: tuple[str, str], tmp_path: Path) -> None:
    """With no display, no locale and no home but a new one, two files become one comparison."""
    environment = {"PATH": os.defpath, "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "diffview", "compare", *pair, "--json", "-"]
    found = subprocess.run(command, capture_output=True, env=environment, cwd=tmp_path, check=True)
    assert json.loads(found.stdout)["generator"]["encoder"]["name"] == "all-MiniLM-L6-v2, adapted"
    assert found.stderr == b""


@pytest.mark.parametrize("frozen", [True, False])
def test_the_door_hands_on_the_exit_status(monkeypatch: pytest.MonkeyPatch, frozen: bool) -> None:
    """What starts the program, installed or as a bundle, returns the exit status of the command line."""
    monkeypatch.setattr(sys, "argv", ["diffview", "compare", "no-such-file", "nor-this-one"])
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    assert __main__.main() == 2


def test_the_door_of_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Started with the reader's flag the program becomes the reader, and nothing else."""

    def served() -> None:
        raise SystemExit(7)

    monkeypatch.setattr(sys, "argv", ["diffview", WORKER_FLAG])
    monkeypatch.setattr("diffview.reading.worker.serve", served)
    with pytest.raises(SystemExit, match="7"):
        __main__.main()


def test_ctrl_c_has_the_usual_status(monkeypatch: pytest.MonkeyPatch, pair: tuple[str, str]) -> None:
    """A comparison that is stopped by Ctrl+C ends with 130 and no traceback."""

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("diffview.commands.compare.compare", stopped)
    assert cli.main(["compare", *pair]) == 130


def test_a_window_that_cannot_load(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the window's libraries are missing one line says so."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "diffview.ui.app", None)
    assert cli.main([]) == 2
    assert "the window cannot be opened" in capsys.readouterr().err
