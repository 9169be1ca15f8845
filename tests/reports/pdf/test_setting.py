"""Do paragraphs break into lines that fit and lose nothing?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.reports.pdf.fonts import Fonts
from diffview.reports.pdf.setting import Block, Run, Style, Typesetter
from tests.strategies import patient

STYLE = Style(size=10)
BOLD = Style("serif bold", 10)


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    """A typesetter with nothing but the fonts that ship."""
    return Typesetter(Fonts(()))


def texts(block: Block) -> list[str]:
    """The text of each line."""
    return ["".join(item.text for item in line.items) for line in block.lines]


@patient
@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30), min_size=1, max_size=4))
def test_nothing_is_lost(setter: Typesetter, pieces: list[str]) -> None:
    """The lines of a paragraph join to its text, white space at their ends aside."""
    runs = [Run(piece, STYLE if i % 2 else BOLD) for i, piece in enumerate(pieces)]
    shown = "".join(texts(setter.block(runs, 120, after=0)))
    assert "".join(shown.split()) == "".join("".join(pieces).split())


@patient
@given(st.text(st.sampled_from("abc de-fgh漢字かな אב قال 12.,()"), min_size=1, max_size=120))
def test_lines_fit(setter: Typesetter, text: str) -> None:
    """No line is wider than its column, and every item stands inside of it."""
    for line in setter.block([Run(text, STYLE)], 70, after=0).lines:
        for item, place in zip(line.items, line.places, strict=True):
            assert place >= -0.01
            assert place + item.width <= 70.01


def test_words_stay_whole(setter: Typesetter) -> None:
    """Lines break between words, also where a word changes its style in the middle."""
    runs = [Run("The har", STYLE), Run("bour", BOLD), Run(" office closes", STYLE)]
    lines = texts(setter.block(runs, 75, after=0))
    assert [line.strip() for line in lines] == ["The harbour", "office closes"]


def test_long_words_are_parted(setter: Typesetter) -> None:
    """A word wider than the column is parted where it must be."""
    lines = texts(setter.block([Run("Donaudampfschifffahrt" * 3, STYLE)], 80, after=0))
    assert len(lines) > 3
    assert "".join(lines) == "Donaudampfschifffahrt" * 3


def test_scripts_without_spaces(setter: Typesetter) -> None:
    """Chinese breaks between signs, and no line begins with a full stop."""
    lines = texts(setter.block([Run("市长说渡轮要到春天才恢复运行。" * 3, STYLE)], 60, after=0))
    assert len(lines) > 3
    assert not any(line.startswith("。") for line in lines)


def test_arabic_begins_on_the_right(setter: Typesetter) -> None:
    """A paragraph in Arabic ends at the right edge of the column, and its first word stands rightmost."""
    (line,) = setter.block([Run("قال ", STYLE), Run("العمدة", BOLD)], 200, after=0).lines
    assert line.places[0] > line.places[1]
    assert abs(line.places[0] + line.items[0].width - 200) < 0.01


def test_arabic_letters_join(setter: Typesetter) -> None:
    """Arabic letters take the shape that their place in the word gives them."""
    face = setter.fonts.face("serif", "ع")
    alone, joined = (face.shape(text, rtl=True) for text in ("ع", "ععع"))
    assert len({glyph.number for glyph in (*alone, *joined)}) == 4


def test_first_and_last_lines_keep_together(setter: Typesetter) -> None:
    """No page break leaves the first or the last line of a paragraph alone."""
    lines = setter.block([Run("word " * 40, STYLE)], 100, after=0).lines
    assert [line.stays for line in lines] == [True, *[False] * (len(lines) - 3), True, False]


def test_one_line_is_cut(setter: Typesetter) -> None:
    """What must be one line ends with an ellipsis where it does not fit."""
    line = setter.line("a very long name of a file.txt", STYLE, 80)
    shown = "".join(item.text for item in line.items)
    assert shown.startswith("a very")
    assert shown.endswith("…")


def test_what_no_font_has_is_known() -> None:
    """A character that no font has is remembered, and stays in the text."""
    fonts = Fonts(())
    block = Typesetter(fonts).block([Run("漢 a", STYLE)], 100, after=0)
    assert list(fonts.missing) == ["漢"]
    assert "".join(texts(block)) == "漢 a"
