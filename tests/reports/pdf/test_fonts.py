"""Which fonts of the machine are taken, and when?"""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from diffview.reports.pdf.fonts import Fonts, system_folders

RESTRICTED, FREE = 0x0002, 0


def make_font(path: Path, char: str, embedding: int = FREE) -> Path:
    """Write a font with a square for one character."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square, names = pen.glyph(), [".notdef", "square"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): "square"})
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular"})
    builder.setupOS2(fsType=embedding)
    builder.setupPost()
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)
    return path


def test_shipped_fonts_come_first(tmp_path: Path) -> None:
    """What a shipped font has is not taken from the machine."""
    make_font(tmp_path / "noto.ttf", "a")
    fonts = Fonts([tmp_path])
    fonts.face("serif", "a")
    assert not fonts.face("serif", "a").name.startswith("S")


def test_a_font_of_the_machine(tmp_path: Path) -> None:
    """What no shipped font has is taken from the first font of the machine that has it, in any folder below."""
    make_font(tmp_path / "other.ttf", "字")
    make_font(tmp_path / "deep" / "below.ttf", "漢")
    fonts = Fonts([tmp_path])
    face = fonts.face("serif", "漢")
    assert (face.has("漢"), face.has("字"), fonts.missing) == (True, False, {})
    assert fonts.face("sans", "漢") is face


def test_a_font_that_may_not_be_embedded(tmp_path: Path) -> None:
    """A font whose maker forbids embedding is left alone."""
    make_font(tmp_path / "first.ttf", "漢", RESTRICTED)
    fonts = Fonts([tmp_path])
    fonts.face("serif", "漢")
    assert list(fonts.missing) == ["漢"]


def test_a_file_that_is_no_font(tmp_path: Path) -> None:
    """A damaged file among the fonts is passed over."""
    (tmp_path / "noto-damaged.ttf").write_bytes(b"no font at all")
    make_font(tmp_path / "whole.ttf", "漢")
    assert Fonts([tmp_path]).face("serif", "漢").has("漢")


def test_known_families_go_first(tmp_path: Path) -> None:
    """Of two fonts that have a character the one made for reading is taken."""
    make_font(tmp_path / "aaa.ttf", "漢")
    wanted = make_font(tmp_path / "NotoSerifCJK.ttf", "漢")
    assert Fonts([tmp_path]).face("serif", "漢").data == wanted.read_bytes()


def test_bold_fonts_are_passed_over(tmp_path: Path) -> None:
    """Fonts that are bold, slanted or of one width are no text fonts."""
    make_font(tmp_path / "noto-bold.ttf", "漢")
    fonts = Fonts([tmp_path])
    fonts.face("serif", "漢")
    assert list(fonts.missing) == ["漢"]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_each_system_has_folders(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """Every kind of system has folders for its fonts, and all of them are called so."""
    monkeypatch.setattr("sys.platform", platform)
    folders = system_folders()
    assert folders
    assert all("fonts" in folder.name.lower() for folder in folders)
