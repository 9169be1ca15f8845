"""Is every file that is not an article's file refused at once, in one clear line?"""

import os
import sys

import pytest

from diffview.errors import ReadError
from diffview.reading.files import read_bytes, real_path


def reason_for(path, **limits):
    with pytest.raises(ReadError) as caught:
        read_bytes(path, **limits)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(path)[:40])
    return caught.value.reason


def test_bytes_come_back_as_they_are(tmp_path):
    """A regular file gives its bytes, newlines untouched."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo")
    assert read_bytes(path) == b"one\r\ntwo"


def test_missing_file(tmp_path):
    """A missing file is said to be missing."""
    assert reason_for(tmp_path / "nowhere.txt") == "there is no such file"


def test_file_inside_a_file(tmp_path):
    """A path that goes through a file is said to be missing."""
    (tmp_path / "a.txt").write_text("x")
    assert reason_for(tmp_path / "a.txt" / "b.txt") == "there is no such file"


def test_folder(tmp_path):
    """A folder is refused even when its name looks like a text file's."""
    (tmp_path / "folder.txt").mkdir()
    assert reason_for(tmp_path / "folder.txt") == "is a folder"


@pytest.mark.timeout(10)
def test_pipe(tmp_path):
    """A named pipe is refused without waiting for a writer."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason_for(tmp_path / "pipe.txt") == "not a regular file"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there is no /dev/zero to read from")
def test_device():
    """A device without end is refused before it is read."""
    assert reason_for("/dev/zero") == "not a regular file"


def test_circle_of_links(tmp_path):
    """Symbolic links that lead to each other are refused."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert reason_for(tmp_path / "a.txt") == "its symbolic links lead in a circle"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path):
    """A file that may not be read is refused with that reason."""
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    assert reason_for(path) == "no permission to read it"


def test_permission_denied_by_the_system(tmp_path, monkeypatch):
    """A refusal by the system is told as a lack of permission, whoever runs the program."""
    path = tmp_path / "secret.txt"
    path.write_text("x")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert reason_for(path) == "no permission to read it"


def test_too_large(tmp_path):
    """A file over the limit is refused with the limit named."""
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 2_000_001)
    assert reason_for(path, largest=2_000_000) == "too large for an article (more than 2 MB)"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")
def test_size_that_lies():
    """A file that says it is empty is still read no further than the limit."""
    assert reason_for("/proc/self/status", largest=10) == "too large for an article (more than 0 MB)"


def test_impossible_name():
    """A name that no file can have is refused as such."""
    with pytest.raises(ReadError, match="not a file name"):
        read_bytes("a\0b")


def test_name_that_is_too_long(tmp_path):
    """A name beyond the system's limit is refused as too long."""
    with pytest.raises(ReadError, match="the file name is too long"):
        read_bytes(tmp_path / ("x" * 300))


def test_real_path_of_a_link(tmp_path):
    """A symbolic link is shown as the file it leads to, any other path as it was given."""
    (tmp_path / "real.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    assert real_path(tmp_path / "link.txt") == os.path.realpath(tmp_path / "real.txt")
    assert real_path("some/../thing.txt") == "some/../thing.txt"
