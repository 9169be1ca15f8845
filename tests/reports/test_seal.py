"""Is every altered byte of a report found?"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given

from diffview.model import Comparison
from diffview.reports.html import render_html
from diffview.reports.json import render_json
from diffview.reports.seal import BLANK, blanked, is_sealed, seal
from tests.reports.sample import sample
from tests.strategies import comparisons, patient

RENDERERS = pytest.mark.parametrize("render", [render_html, render_json])
Render = Callable[[Comparison], str]


@patient
@given(comparisons())
def test_every_report_is_sealed(comparison: Comparison) -> None:
    """Whatever the articles hold, a report is sealed as it is written."""
    assert is_sealed(render_html(comparison).encode())
    assert is_sealed(render_json(comparison).encode())


@RENDERERS
def test_fifty_altered_bytes_are_found(render: Render) -> None:
    """Each of 50 alterations of one byte, anywhere in the report, is found."""
    data = render(sample()).encode()
    dice = random.Random(7)
    for place in dice.sample(range(len(data)), 50):
        altered = bytearray(data)
        altered[place] = dice.choice([value for value in range(256) if value != data[place]])
        assert not is_sealed(bytes(altered))


@RENDERERS
def test_every_bit_of_the_first_lines_counts(render: Render) -> None:
    """The digest itself, and the lines around it in which it is looked for, cannot be altered by one bit."""
    data = render(sample()).encode()
    for place in range(400):
        for bit in range(8):
            altered = bytearray(data)
            altered[place] ^= 1 << bit
            assert not is_sealed(bytes(altered))


@RENDERERS
@pytest.mark.parametrize("change", [b"\n", b" ", b"\0"])
def test_what_is_added_or_lost_is_found(render: Render, change: bytes) -> None:
    """A byte more or less at either end is found."""
    data = render(sample()).encode()
    assert not any(map(is_sealed, (data + change, change + data, data[:-1], data[1:], b"")))


def test_other_line_ends_are_found() -> None:
    """A report whose line ends were changed on its way is not the report that was written."""
    assert not is_sealed(render_json(sample()).replace("\n", "\r\n").encode())


@RENDERERS
def test_blanked_is_as_before(render: Render) -> None:
    """A blanked report sealed again is the same report."""
    page = render(sample())
    assert seal(blanked(page.encode()).decode()) == page


@pytest.mark.parametrize("text", ["", "<!DOCTYPE html>", render_json(sample())])
def test_only_a_blank_report_is_sealed(text: str) -> None:
    """What has no place for a digest, or has one already, is not sealed."""
    with pytest.raises(ValueError, match="no place for its digest"):
        seal(text)


def test_blank_is_no_seal() -> None:
    """A report that was never sealed does not pass for one that was."""
    assert not is_sealed(blanked(render_html(sample()).encode()))
    assert BLANK in blanked(render_html(sample()).encode()).decode()
