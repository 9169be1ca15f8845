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
    "19_xss.html": ("Title\n\nPara <script>alert(2)</script> text that is long", ""),
    "20_xss.txt": ("</pre></script><script>alert(1)</script>\n", ""),
    "21_remote_resources.html": ("Some text of an article.", ""),
    "23_unclosed.html": ("one\n\ntwo\n\nx", ""),
    "24_wrong_charset.html": ("Café “quoted” Москва", ""),
    "25_meta_utf7.html": ("+ADw-script+AD4-alert(1)", ""),
    "26_xxe.html": ("start &x; end", ""),
    "42_deep_braces.rtf": ("x", ""),
    "43_not_rtf.rtf": ("hello plain", "not rich text: read as plain text"),
    "45_raw_html.md": ("T\n\n<script>alert(1)</script>", ""),
    "46_nested.md": (">>>>", "no text left without the markup"),
    "47_emphasis.md": ("*a_ *a_", ""),
    "49_mhtml_deep.mhtml": ("x", ""),
    "50_name_<img src=x onerror=alert(1)>.txt": ("file whose name is markup", ""),
    "blns.txt": ("#\tReserved Strings", "hidden characters"),
}


@pytest.mark.parametrize(("name", "outcome"), OPENS.items())
def test_opens(name, outcome):
    """The file opens with this text and this notice, at a cost of processor that a busy machine does not change."""
    begins, notice = outcome
    begin = time.process_time()
    article = read_article(FOLDER / name)
    assert time.process_time() - begin < 5
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
    "22_deep_nesting.html": "refused: its parts are nested too deep",
    "27_xxe.docx": "refused: contains a DTD",
    "28_billion_laughs.docx": "refused: contains a DTD",
    "29_zipbomb_60MB.docx": "refused: unpacks to far more than its own size",
    "30_xxe.odt": "refused: contains a DTD",
    "31_billion_laughs.odt": "refused: contains a DTD",
    "32_truncated.docx": "damaged",
    "33_not_a_zip.docx": "damaged, or not a Word document",
    "34_plain_zip.docx": "a zip archive, not a Word document",
    "35_ole_doc_renamed.docx": "an old .doc file, or a locked document; save it as .docx",
    "36_traversal.epub": "refused: a part of it names a place outside the file",
    "37_zipbomb_50MB.odt": "refused: unpacks to far more than its own size",
    "38_truncated.pdf": "damaged PDF",
    "39_no_text.pdf": "this PDF has no text layer (a scan?)",
    "40_encrypted.pdf": "password protected",
    "41_garbage.pdf": "damaged PDF",
    "44_unbalanced.rtf": "damaged RTF",
    "48_mhtml_no_html.mhtml": "no page inside",
}


@pytest.mark.parametrize(("name", "reason"), REFUSED.items())
def test_refused(name, reason):
    """The file is refused at once, with its name and the reason."""
    begin = time.process_time()
    with pytest.raises(ReadError) as caught:
        read_article(FOLDER / name)
    assert time.process_time() - begin < 5
    assert str(caught.value).startswith(f"{FOLDER / name}: {reason}")


def test_every_file_has_an_outcome():
    """No file of the collection is passed over."""
    empty = {"01_empty.txt", "02_whitespace_only.txt", "03_bom_only.txt", "EXPECTED.md"}
    assert {path.name for path in FOLDER.iterdir()} == {*OPENS, *REFUSED, *empty}


def test_nothing_of_the_machine_is_read():
    """A page that names a file of this machine as an entity or a picture shows nothing of it."""
    for name in ("21_remote_resources.html", "26_xxe.html"):
        assert "root:" not in read_article(FOLDER / name).text


@pytest.fixture
def own(tmp_path):
    def path(name):
        return tmp_path / name

    return path


def test_link_to_a_file_elsewhere(own):
    """A symbolic link that the reader chose is opened, and its real path is shown."""
    own("real.txt").write_text("A ferry.")
    own("51_symlink.txt").symlink_to(own("real.txt"))
    assert read_article(own("51_symlink.txt")).path == str(own("real.txt").resolve())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_pipe(own):
    """A named pipe is refused at once."""
    os.mkfifo(own("52_fifo.html"))
    with pytest.raises(ReadError, match="not a regular file"):
        read_article(own("52_fifo.html"))


def test_folder(own):
    """A folder is refused as one, whatever its name."""
    own("53_directory.pdf").mkdir()
    with pytest.raises(ReadError, match="is a folder"):
        read_article(own("53_directory.pdf"))


def test_circle(own):
    """A link to itself is refused."""
    own("54_loop.docx").symlink_to(own("54_loop.docx"))
    with pytest.raises(ReadError, match="lead in a circle"):
        read_article(own("54_loop.docx"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(own):
    """A file that may not be read is refused with that reason."""
    own("55.docx").write_bytes(b"x")
    own("55.docx").chmod(0)
    with pytest.raises(ReadError, match="no permission"):
        read_article(own("55.docx"))


def test_nothing_is_cut_short():
    """A file with NUL characters, one endless line or one endless word keeps its length."""
    for name, length in (
        ("04_nul_bytes.txt", 31),
        ("13_one_long_line.txt", 2_000_000),
        ("14_no_newline_no_space.txt", 10**6),
    ):
        assert len(read_article(FOLDER / name).text) == length
