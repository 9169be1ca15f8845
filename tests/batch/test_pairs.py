"""Is a list of pairs understood, and is what is wrong in it said?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffview.batch.pairs import Pair, file_name, read_pairs
from diffview.errors import ReadError
from diffview.model import Options


def pairs(folder: Path, text: str) -> tuple[Pair, ...]:
    """The pairs of a list with this text."""
    (folder / "list.csv").write_bytes(text.encode())
    return read_pairs(folder / "list.csv")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_as_spreadsheets_write_it(tmp_path: Path, mark: str, delimiter: str, end: str) -> None:
    """Commas, semicolons and tabs, either kind of line end, and a byte order mark are understood."""
    rows = (("Left", " right ", "name"), ("a.txt", '"b, c.txt"' if delimiter == "," else "b, c.txt", "first"))
    (found,) = pairs(tmp_path, mark + "".join(delimiter.join(row) + end for row in rows))
    assert found == Pair("first", str(tmp_path / "a.txt"), str(tmp_path / "b, c.txt"))


def test_paths_from_the_folder_of_the_list(tmp_path: Path) -> None:
    """A relative path counts from the list, an absolute one is left as it is."""
    (found,) = pairs(tmp_path, "left,right\nsub/a.txt,/else/b.txt\n")
    assert (found.left, found.right) == (str(tmp_path / "sub" / "a.txt"), "/else/b.txt")


def test_options_of_a_row(tmp_path: Path) -> None:
    """A column can set any option for its row; an empty cell leaves it as it is."""
    found = pairs(tmp_path, "left,right,language,link_above,candidates\na,b,de,0.5,7\na,b,,,\n")
    assert [pair.options for pair in found] == [Options(language="de", link_above=0.5, candidates=7), Options()]


def test_names_are_like_no_other(tmp_path: Path) -> None:
    """Two pairs of one name, in letters of any size, get files of their own; without a name the files give it."""
    found = pairs(tmp_path, "left,right,name\nx/a.txt,b.txt,\ny/a.txt,b.txt,\na,b,A-B\na,b,index\n")
    assert [pair.name for pair in found] == ["a-b", "a-b-2", "A-B-3", "index"]


@pytest.mark.parametrize(
    ("row", "trouble"),
    [
        (",b", "the row names no left article"),
        ("a,", "the row names no right article"),
        ("a,b,high", "link_above is 'high', which is no number"),
        ("a,b,nan", "link_above is nan; it must be 0 or more"),
        ("a,b,0.5,more", "the row has more cells than the head"),
    ],
)
def test_a_row_that_is_wrong(tmp_path: Path, row: str, trouble: str) -> None:
    """A row that is wrong is a pair with its trouble; the others are as they are."""
    found = pairs(tmp_path, f"left,right,link_above\n{row}\na,b\n")
    assert [pair.trouble for pair in found] == [trouble, ""]


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", "has no column left and no column right"),
        ("left,name\na,b\n", "has no column right"),
        ("left,right,colour\na,b,red\n", "the column 'colour' is not known; there are left, right, name"),
        ("left,right,right\na,b,c\n", "a column is there twice"),
        ('left,right\n"a,b\n', "is not CSV"),
    ],
)
def test_no_list(tmp_path: Path, text: str, trouble: str) -> None:
    """A file that is no list of pairs is refused in one line that says why."""
    with pytest.raises(ReadError, match=trouble):
        pairs(tmp_path, text)


def test_another_encoding(tmp_path: Path) -> None:
    """A list that is not UTF-8 is refused, for its paths would be guessed."""
    (tmp_path / "list.csv").write_bytes(b"left,right\ncaf\xe9.txt,b\n")
    with pytest.raises(ReadError, match="is not UTF-8"):
        read_pairs(tmp_path / "list.csv")


@given(st.text(max_size=120))
def test_file_names_are_safe(text: str) -> None:
    """Whatever a pair is called, its files stay in their folder and can be written anywhere."""
    name = file_name(text)
    assert name
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert name[0] not in ".-"
    assert len(name.encode()) <= 160
