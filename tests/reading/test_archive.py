"""Is a hostile archive refused before anything of it is unpacked?"""

import time
import zipfile
from io import BytesIO

import pytest

from diffview.reading import archive as module
from diffview.reading.archive import Archive, parse_xml
from diffview.reading.content import UnreadableError
from tests.reading.making import archive


def refusal(data):
    begin = time.process_time()
    with pytest.raises(UnreadableError) as caught:
        Archive(data)
    assert time.process_time() - begin < 1
    return str(caught.value)


def test_members_come_back():
    """A member of an honest archive is read whole."""
    assert Archive(archive({"a.txt": "words"})).read("a.txt") == b"words"


def test_bomb():
    """A member that unpacks to a thousand times its size is refused."""
    assert refusal(archive({"a.xml": b"x" * 5_000_000})) == "refused: unpacks to far more than its own size"


def test_too_many_members():
    """An archive of thousands of members is refused."""
    assert refusal(archive({str(i): "" for i in range(module.MOST_MEMBERS + 1)})).startswith("refused: more than 5000")


def test_too_large_in_all(monkeypatch):
    """Members that together are too large are refused."""
    monkeypatch.setattr(module, "LARGEST_WHOLE", 1000)
    assert refusal(archive({"a": "x" * 600, "b": "y" * 600})).startswith("refused: unpacks to more than")


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/passwd", "..\\x", "C:/x"])
def test_way_out(name):
    """A member that names a place outside the archive is refused."""
    assert refusal(archive({name: "x"})) == "refused: a part of it names a place outside the file"


def test_password():
    """An encrypted member is refused as such."""
    data = bytearray(archive({"a": "x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)).startswith("password protected")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing(method):
    """A packing that lets the file say how much memory it takes is refused."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as file:
        file.writestr("a", "x")
    assert refusal(stream.getvalue()).startswith("refused: packed in a way")


def test_size_that_lies():
    """A member that holds more than the directory says gives an error instead of memory."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a", "x" * 10_000)
    data = stream.getvalue().replace((10_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(UnreadableError, match="damaged"):
        Archive(data).read("a")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "ascii"])
def test_document_type(encoding):
    """A document type is refused in whatever encoding it is written, and its entities are never expanded."""
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    )
    with pytest.raises(UnreadableError, match="contains a DTD"):
        parse_xml(text.encode(encoding))


def test_broken_markup():
    """Markup that is not well formed is damaged."""
    with pytest.raises(UnreadableError, match="damaged"):
        parse_xml(b"<a><b></a>")
