"""Does every hostile or broken file of the shared collection have the outcome that was agreed for it?"""

import os
import time
from pathlib import Path

import pytest

from diffview.errors import ReadError
from diffview.reading import read_article

FOLDER = Path(os.environ.get("DIFFVIEW_BADINPUTS", Path(__file__).parents[3] / "shared" / "badinputs"))

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the collection of bad inputs is not at {FOLDER}")

OPENS = {
    "04_nul_bytes.txt": ("Hello\x00 world. Second\x00sentence.\n", "control characters: 2"),
    "07_invalid_utf8.txt": ("Good text", "some bytes could not be read"),
    "08_truncated_utf8.txt": ("Москв\ufffd", "some bytes could not be read (1)"),
    "09_utf16_odd_bytes.txt": ("Hello world", "1 stray byte"),
    "10_utf16le_nobom.txt": ("Hello world. This is a test.", ""),
    "11_bidi_trojan.txt": ("He said \u202enot guilty\u202c today.", "hidden characters: 8"),
    "12_control_chars.txt": ("Bell \x07 esc \x1b[31mred", "control characters"),
    "13_one_long_line.txt": ("word word word", ""),
    "14_no_newline_no_space.txt": ("aaaa", ""),
    "15_many_newlines.txt": ("\n\n", ""),
    "16_zalgo.txt": ("Z", ""),
    "17_lone_cr.txt": ("one\ntwo\nthree", ""),
    "18_mixed_newlines.txt": ("a\nb\nc\nd\ne\nf\ng", ""),
    "20_xss.txt": ("</pre></script><script>alert(1)</script>\n", ""),
    "43_not_rtf.rtf": ("hello plain", "not rich text: read as plain text"),
    "45_raw_html.md": ("T\n\n<script>alert(1)</script>", ""),
    "46_nested.md": (">>>>", "no text left without the markup"),
    "47_emphasis.md": ("*a_ *a_", ""),
    "50_name_<img src=x onerror=alert(1)>.txt": ("file whose name is markup", ""),
    "blns.txt": ("#\tReserved Strings", "hidden characters"),
}


@pytest.mark.parametrize(("name", "outcome"), OPENS.items())
def test_opens(name, outcome):
    """The file opens in good time, with this text and this notice."""
    begins, notice = outcome
    begin = time.perf_counter()
    article = read_article(FOLDER / name)
    assert time.perf_counter() - begin < 5
    assert article.text.startswith(begins)
    assert notice in " ".join(article.notices)
    assert bool(notice) == bool(article.notices)


@pytest.mark.parametrize("name", ["01_empty.txt", "02_whitespace_only.txt", "03_bom_only.txt"])
def test_opens_empty(name):
    """A file without text opens empty, with a note."""
    assert read_article(FOLDER / name).notices == ("no text",)


REFUSED = {
    "05_binary_named.txt": "not a text file (application/octet-stream)",
    "06_png_named.txt": "not a text file (image/png)",
    "27_xxe.docx": "Word documents cannot be read yet",
    "29_zipbomb_60MB.docx": "Word documents cannot be read yet",
    "33_not_a_zip.docx": "damaged, or not a Word document",
    "36_traversal.epub": "EPUB books cannot be read yet",
    "37_zipbomb_50MB.odt": "not a text file (application/zip)",
    "38_truncated.pdf": "PDF files cannot be read yet",
    "42_deep_braces.rtf": "rich text cannot be read yet",
    "22_deep_nesting.html": "web pages cannot be read yet",
}


@pytest.mark.parametrize(("name", "reason"), REFUSED.items())
def test_refused(name, reason):
    """The file is refused at once, with its name and the reason."""
    begin = time.perf_counter()
    with pytest.raises(ReadError) as caught:
        read_article(FOLDER / name)
    assert time.perf_counter() - begin < 2
    assert str(caught.value).startswith(f"{FOLDER / name}: {reason}")


def test_nothing_is_cut_short():
    """A file with NUL characters, one endless line or one endless word keeps its length."""
    for name, length in (
        ("04_nul_bytes.txt", 31),
        ("13_one_long_line.txt", 2_000_000),
        ("14_no_newline_no_space.txt", 10**6),
    ):
        assert len(read_article(FOLDER / name).text) == length
