"""Does verify say what of a report holds, and only that?"""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from diffview.comparison import compare
from diffview.errors import ReadError
from diffview.model import (
    Anchor,
    Article,
    Comparison,
    Corrections,
    EncoderInfo,
    Judgement,
    Mark,
    Options,
    Pair,
    Role,
    Side,
    Verdict,
)
from diffview.reading import read_article
from diffview.reports import verifying
from diffview.reports.html import render_html
from diffview.reports.json import render_json
from diffview.reports.seal import blanked, seal
from diffview.reports.verifying import State, verify
from tests.fakes import FakeEncoder

LEFT = "Ferry hits pier\n\nThe harbour ferry struck the pier on Monday, injuring 14 passengers. It rained.\n"
RIGHT = (
    "Pier is damaged\n\nOn Monday the harbour ferry struck the pier, and 15 passengers were hurt. Nobody knows why.\n"
)
CORRECTIONS = Corrections(
    (Mark(Side.LEFT, "It rained.", Role.FURNITURE),),
    (Judgement(Verdict.LINK, Pair((Anchor("Ferry hits pier"),), (Anchor("Pier is damaged"),))),),
)
INTEGRITY, LEFT_INPUT, RIGHT_INPUT = (
    "the report is as it was written",
    "the left article is unchanged",
    "the right article is unchanged",
)
VERSION, MODEL, RESULT, AGAIN = (
    "the same version",
    "the same model",
    "the result",
    "the report comes out the same",
)
BOTH = pytest.mark.parametrize("ending", [".html", ".json"])


@pytest.fixture
def comparison(tmp_path: Path) -> Comparison:
    """A comparison of two files, with options and corrections."""
    for name, text in (("left.txt", LEFT), ("right.txt", RIGHT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    articles = read_article(tmp_path / "left.txt"), read_article(tmp_path / "right.txt")
    return compare(*articles, options=Options(link_above=0.3), corrections=CORRECTIONS, encoder=FakeEncoder())


def write(comparison: Comparison, path: Path) -> Path:
    """Write a report in the form that its name asks for."""
    render = render_json if path.suffix == ".json" else render_html
    path.write_bytes(render(comparison).encode())
    return path


def states(path: Path, inputs: tuple[str, ...] = (), encoder: FakeEncoder | None = None) -> dict[str, State]:
    """What verify says of each claim."""
    return {claim.what: claim.state for claim in verify(path, inputs, encoder=encoder or FakeEncoder())}


def failing(path: Path, inputs: tuple[str, ...] = (), encoder: FakeEncoder | None = None) -> list[str]:
    """The claims that do not hold."""
    return [what for what, state in states(path, inputs, encoder).items() if state is State.FAILS]


@BOTH
def test_everything_holds(comparison: Comparison, tmp_path: Path, ending: str) -> None:
    """Of a fresh report everything holds, corrections and options included."""
    found = states(write(comparison, tmp_path / f"report{ending}"))
    assert list(found) == [INTEGRITY, LEFT_INPUT, RIGHT_INPUT, VERSION, MODEL, RESULT, AGAIN]
    assert set(found.values()) == {State.HOLDS}


@BOTH
def test_each_of_fifty_altered_bytes(comparison: Comparison, tmp_path: Path, ending: str) -> None:
    """One altered byte anywhere is found, and never ends in anything but a claim that fails."""
    data = write(comparison, tmp_path / f"report{ending}").read_bytes()
    path, dice = tmp_path / f"altered{ending}", random.Random(50)
    for place in dice.sample(range(len(data)), 50):
        altered = bytearray(data)
        altered[place] = dice.choice([value for value in range(256) if value != data[place]])
        path.write_bytes(altered)
        assert INTEGRITY in failing(path)


@BOTH
def test_a_changed_article(comparison: Comparison, tmp_path: Path, ending: str) -> None:
    """When an article was edited, that is said, and that the result is another."""
    report = write(comparison, tmp_path / f"report{ending}")
    (tmp_path / "right.txt").write_text(RIGHT.replace("15", "150"), encoding="utf-8")
    assert failing(report) == [RIGHT_INPUT, RESULT]


def test_another_model(comparison: Comparison, tmp_path: Path) -> None:
    """When another model compares, that is said."""
    other = FakeEncoder()
    other.info = EncoderInfo("fake", "1" * 64)
    assert failing(write(comparison, tmp_path / "r.json"), encoder=other) == [MODEL, AGAIN]


def test_another_version(comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another version compares, that is said, and the same result still holds."""
    report = write(comparison, tmp_path / "r.html")
    monkeypatch.setattr(verifying, "program_version", lambda: "99")
    assert failing(report) == [VERSION]
    assert states(report)[RESULT] is State.HOLDS


@BOTH
def test_a_forged_result(comparison: Comparison, tmp_path: Path, ending: str) -> None:
    """A report that was made to tell something else, and sealed anew, is found by comparing again."""
    forged = replace(comparison, links=comparison.links[1:])
    assert failing(write(forged, tmp_path / f"r{ending}")) == [RESULT]


def test_forged_words_on_the_page(comparison: Comparison, tmp_path: Path) -> None:
    """A page whose visible words were changed, and which was sealed anew, is found by making it again."""
    page = blanked(render_html(comparison).encode()).decode()
    (tmp_path / "r.html").write_text(seal(page.replace("Nobody knows", "Everybody knows")), encoding="utf-8")
    assert failing(tmp_path / "r.html") == [AGAIN]


def test_last_digits_may_differ(comparison: Comparison, tmp_path: Path) -> None:
    """Numbers that are off in the last digit are told, and the result holds; where they are off more it does not."""
    for off, state in ((0.0004, State.HOLDS), (0.01, State.FAILS)):
        links = tuple(replace(link, score=link.score - off) for link in comparison.links)
        report = write(replace(comparison, links=links), tmp_path / "r.json")
        found = states(report)
        assert (found[RESULT], found[AGAIN]) == (state, State.UNKNOWN)


def test_beside_the_report(comparison: Comparison, tmp_path: Path) -> None:
    """Articles that moved together with their report are found beside it."""
    report = write(comparison, tmp_path / "r.html")
    archive = tmp_path.rename(tmp_path.with_name("archive"))
    assert not failing(archive / report.name)


def test_articles_elsewhere(comparison: Comparison, tmp_path: Path) -> None:
    """Articles that are elsewhere are named after the report; else what needs them is not checked."""
    report = write(comparison, tmp_path / "r.html")
    for name in ("left", "right"):
        (tmp_path / f"{name}.txt").rename(tmp_path / f"moved {name}.txt")
    found = states(report)
    assert {what for what, state in found.items() if state is State.UNKNOWN} >= {LEFT_INPUT, RIGHT_INPUT, RESULT}
    assert State.FAILS not in found.values()
    assert not failing(report, (str(tmp_path / "moved left.txt"), str(tmp_path / "moved right.txt")))


def test_an_encoding_that_was_chosen(tmp_path: Path) -> None:
    """An article is read again in the encoding in which it was compared."""
    (tmp_path / "left.txt").write_bytes(b"Caf\xe9 closes on Monday after a long dispute.\n")
    (tmp_path / "right.txt").write_text(RIGHT, encoding="utf-8")
    articles = read_article(tmp_path / "left.txt", "cp1250"), read_article(tmp_path / "right.txt")
    assert not failing(write(compare(*articles, encoder=FakeEncoder()), tmp_path / "r.html"))


@pytest.mark.parametrize(
    "pair",
    [
        (Article.from_text(LEFT), Article.from_text(RIGHT)),
        (Article.from_passages(["One. Two.", "Three."], [0, 0]), Article.from_passages(["One. Two", "Four."])),
    ],
)
def test_texts_that_were_no_files(pair: tuple[Article, Article], tmp_path: Path) -> None:
    """Pasted text, and text that came already cut, is compared again from the report alone."""
    assert not failing(write(compare(*pair, encoder=FakeEncoder()), tmp_path / "r.html"))


@pytest.mark.parametrize("content", [b"", b"{}", b"<!DOCTYPE html><p>hello", b"\xff\xfe\0"])
def test_no_report(content: bytes, tmp_path: Path) -> None:
    """What is no report of diffview is refused in one line."""
    (tmp_path / "r.html").write_bytes(content)
    with pytest.raises(ReadError, match="is no report of diffview"):
        states(tmp_path / "r.html")


@pytest.mark.parametrize("name", ["schema", "generator", "options", "corrections", "left"])
@pytest.mark.parametrize("value", [None, [], 7, "diffview.comparison/1", {}])
def test_a_part_of_another_form(comparison: Comparison, tmp_path: Path, name: str, value: object) -> None:
    """A document in which a part has another form is a document that does not hold, not an accident."""
    table = json.loads(render_json(comparison))
    if table[name] == value:
        return
    table[name] = value
    (tmp_path / "r.json").write_text(json.dumps(table | {"generator2": "diffview.comparison/1"}), encoding="utf-8")
    assert State.FAILS in states(tmp_path / "r.json").values()
