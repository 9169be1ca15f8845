"""Does every encoding give back the text that was written, and is every loss told?"""

import codecs
import random

import pytest

from diffview.reading.decoding import UndecodableError, decode, media_type, normalise_newlines

GERMAN = (
    "Die Fähre stieß am Mittwoch gegen die Brücke. Zwölf Fahrgäste wurden verletzt, darunter drei Schüler, "
    "sagte der Bürgermeister. „Wir prüfen, was möglich ist.“ Über die Höhe der Schäden ist noch nichts bekannt."
)
RUSSIAN = (
    "В среду утром паром потерял управление и ударился о причал. Одиннадцать пассажиров получили ранения, "
    "сообщил начальник порта. Движение судов было остановлено почти на весь день."
)
JAPANESE = (
    "水曜日の朝、通勤客を乗せた連絡船が桟橋に衝突し、十一人がけがをした。港長によると、かじが利かなくなったという。"
    "船は午後まで動けなかった。"
)


@pytest.mark.parametrize("mark", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_byte_order_mark_names_the_encoding(mark):
    """A byte order mark decides, and is no part of the text."""
    found = decode("\ufeffA ferry — “struck”.".encode(mark))
    assert (found.text, found.encoding, found.notices) == ("A ferry — “struck”.", mark, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark(encoding):
    """UTF-16 without a mark is known by its NUL bytes and shows none of them."""
    assert decode("A ferry struck the pier.".encode(encoding)).text == "A ferry struck the pier."


def test_utf8_is_checked_to_the_end_of_the_file():
    """A text that is plain ASCII for a megabyte and then is not counts as what it is at the end."""
    assert decode(b"x" * 1_000_000 + "é".encode()).encoding == "utf-8"
    assert decode(b"plain words " * 100_000 + "wäre schön".encode("cp1252")).text.endswith("wäre schön")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        ("“Steel doesn’t forget,” Rao said. It cost £40 – or more…", "cp1252"),
        ("The café was closed.", "latin-1"),
    ],
)
def test_older_encodings_are_guessed(text, encoding):
    """Text in an encoding from before Unicode comes back whole, and the guess is told."""
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.notices == (f"encoding guessed: {found.encoding}",)


def test_damaged_utf8_stays_utf8():
    """A few broken bytes in UTF-8 are replaced and counted; the rest is not read as something else."""
    found = decode("Москва — река".encode()[:-1])
    assert (found.text, found.encoding) == ("Москва — рек\ufffd", "utf-8")
    assert found.notices[0].startswith("some bytes could not be read (1)")


def test_a_replacement_character_of_the_text_itself_is_no_loss():
    """U+FFFD that the file spells itself is not counted as unreadable."""
    assert decode("a \ufffd b".encode()).notices == ()
    damaged = decode("où \ufffd déjà été".encode() + b"\xff")
    assert damaged.notices[0].startswith("some bytes could not be read (1)")


def test_stray_byte():
    """A byte too many at the end of UTF-16 is left out, and said so."""
    found = decode(codecs.BOM_UTF16_LE + "ferry".encode("utf-16-le") + b"A")
    assert (found.text, found.notices) == ("ferry", ("1 stray byte at the end left out",))


def test_utf7_is_never_honoured():
    """Bytes that would spell markup in UTF-7 stay the plain letters they are."""
    assert decode(b"+ADw-script+AD4-alert(1)").text == "+ADw-script+AD4-alert(1)"


def test_named_encoding_wins():
    """The encoding that the reader chooses is used, whatever would have been guessed."""
    data = "Größe".encode("cp1252")
    assert decode(data, "cp1252").text == "Größe"
    assert decode(data, "cp1251").text == "GrцЯe"
    assert decode(data, "utf-8").notices[0].startswith("some bytes could not be read (2)")


def test_unknown_encoding():
    """An encoding nobody knows, and one that gives no text, are refused alike."""
    for name in ("klingon", "hex"):
        with pytest.raises(LookupError):
            decode(b"abc", name)


def test_binary_data_is_no_text():
    """Bytes from everywhere in the code page are refused instead of shown as gibberish."""
    with pytest.raises(UndecodableError):
        decode(random.Random(1).randbytes(4096))
    with pytest.raises(UndecodableError):
        decode(bytes(range(32)) * 40)


def test_a_nul_does_not_end_the_text():
    """Single NUL characters stay in the text where they are."""
    found = decode(b"Hello\x00 world, this is a sentence.")
    assert found.text == "Hello\x00 world, this is a sentence."
    assert found.notices == ("control characters: 1, shown as marks",)


def test_every_newline_becomes_one_kind():
    """All line, paragraph and page breaks of Unicode are one newline each."""
    assert normalise_newlines("a\r\nb\rc\nd\u2028e\u2029f\x85g\fh\vi") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_hidden_characters_are_told():
    """Direction overrides and invisible characters are counted; the joiner inside an emoji is not."""
    assert decode("not \u202eguilty\u202c \u200bhere".encode()).notices == ("hidden characters: 3, shown as marks",)
    assert decode("👩\u200d🚒".encode()).notices == ()


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"%PDF-1.7\n", "application/pdf"), (b"GIF89a" + bytes(20), "image/gif"), (b"words", "text/plain")],
)
def test_media_type(data, kind):
    """The first bytes tell a text from the files that have a signature."""
    assert media_type(data) == kind
