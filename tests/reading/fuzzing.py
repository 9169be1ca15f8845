"""Does any damaged file do more than be refused?

`python -m tests.reading.fuzzing 20000` changes the sample files at random, reads each of them in this process, and
counts what came of it. Anything but an article or a ReadError is a failure, and so is a file that takes over ten
seconds of the processor; the exit status is 1 then.
"""

from __future__ import annotations

import random
import signal
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from types import FrameType

from lxml import etree

from benchmarks.html_extraction import articles, page_of
from benchmarks.html_layouts import LAYOUTS
from diffview.errors import ReadError
from diffview.model import Article
from diffview.reading.article import article_of
from diffview.reading.families import read_family
from tests.reading.making import SAMPLES, archive, pdf

SECONDS = 10
_NASTY = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\r\n\r\n",
        b"{" * 3000,
        b"}" * 50,
        b"<div>" * 3000,
        b"</" * 500,
        b"[" * 900,
    ),
    *(b"<!DOCTYPE x [<!ENTITY y 'z'>]>", b"&y;", b"&#x110000;", b"&#0;", b"<![CDATA[", b"<!--", b"-->", b"<table><tr>"),
    *(b"\\u99999999999?", b"\\u-10179?", b"\\bin99999999 ", b"\\'zz", b"\\ansicpg99999", b"\\*\\x", b"\\fonttbl"),
    *(b"%PDF-1.7", b"endobj", b"stream\n", b"endstream", b"/Length 99999999", b"<<" * 400, b"/Kids [1 0 R]", b"xref"),
    *(b"Content-Type: multipart/mixed; boundary=b\n\n--b\n", b"charset=utf-7", b"charset=rot13", b"=?utf-8?b?/w==?="),
    *(
        b"Content-Transfer-Encoding: base64\n",
        b"=\n",
        b"\n--",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"../../etc/passwd",
    ),
    *(
        b"99999999999999999999",
        b"-1",
        b"0",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"PK\x01\x02",
        b"\xe2\x80\xae",
        b"encoding='utf-16'",
    ),
)


class _HangError(Exception):
    """A file that is not read in time."""


@dataclass(slots=True)
class Outcome:
    """What came of a run."""

    opened: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")

    @property
    def count(self) -> int:
        """How many files were read."""
        return self.opened.total() + self.refused.total() + len(self.failures)


def samples() -> list[tuple[str, bytes]]:
    """Return the files that are changed, with their endings."""
    found = [(ending, make()) for ending, make in SAMPLES.items()]
    title, paragraphs = next(articles())
    pages = [("html", page_of(layout, title, paragraphs).encode()) for layout in LAYOUTS[:3]]
    return [*found, *pages, ("pdf", pdf(40))]


def damaged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return a file with a few random changes; in an archive often inside one of its parts."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _damaged_inside(data, chance)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        data = _changed(data, other, chance)
    return data


def _damaged_inside(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as file:
        members: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist()}
    texts = [name for name in members if not name.endswith((".jpeg", ".png"))]
    name = chance.choice(texts)
    if chance.random() < 0.05:
        del members[name]
    else:
        change = _rearranged if chance.random() < 0.7 else _changed
        part = bytes(members[name]) if isinstance(members[name], bytes) else b""
        for _ in range(chance.choice((1, 1, 2, 4))):
            part = change(part, data, chance)
        members[name] = part
    return archive(members)


def _rearranged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Change the tree of a part instead of its bytes, so that it still is markup; what is no markup changes anyhow."""
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return _changed(data, other, chance)
    elements = list(root.iter(etree.Element))
    one, two = chance.choice(elements), chance.choice(elements)
    kind = chance.randrange(5)
    if kind == 0 and one is not root:
        one.getparent().remove(one)
    elif kind == 1:
        two.append(deepcopy(one))
    elif kind == 2:
        one.tag = two.tag
    elif kind == 3 and one.attrib:
        one.set(chance.choice(list(one.attrib)), chance.choice(("", "-1", "99999999999", "../../x", "\u202e", "&lt;")))
    else:
        one.text = chance.choice(("\u202e\u200b", "\ud7ff" * 50, "x" * 100_000, "\u0085\u2028", ""))
    return bytes(etree.tostring(root))


def _changed(data: bytes, other: bytes, chance: random.Random) -> bytes:  # noqa: PLR0911 - one for each kind
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + int(chance.expovariate(1 / 40)))
    kind = chance.randrange(7)
    if kind == 0:
        return data[:at] + bytes(byte ^ (1 << chance.randrange(8)) for byte in data[at : at + 3]) + data[at + 3 :]
    if kind == 1:
        return data[:at] + data[end:]
    if kind == 2:
        return data[:end] + data[at:end] * chance.choice((1, 1, 30)) + data[end:]
    if kind == 3:
        return data[:at] + chance.randbytes(end - at) + data[end:]
    if kind == 4 and chance.random() < 0.3:
        return data[:at]
    if kind == 5:
        start = chance.randrange(len(other) + 1)
        return data[:at] + other[start : start + 200] + data[end:]
    return data[:at] + chance.choice(_NASTY) + data[end:]


def run(count: int, seed: int = 0) -> Outcome:
    """Read `count` damaged files, the same ones for the same `seed`."""
    outcome, chosen = Outcome(), samples()
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        ending, data = chosen[number % len(chosen)]
        _try(damaged(data, chance.choice(chosen)[1], chance), f"{number}.{ending}", outcome)
    return outcome


def _try(data: bytes, name: str, outcome: Outcome) -> None:
    ending = name.rpartition(".")[2]
    begin = time.process_time()
    try:
        with _time_limit():
            check(article_of(data, name, parse=read_family))
        outcome.opened[ending] += 1
    except ReadError as error:
        outcome.refused[ending] += 1
        if "\n" in str(error) or not str(error).startswith(name):
            outcome.failures.append(f"{name}: a refusal that is not one line with its name: {error}")
    except Exception as error:
        outcome.failures.append(f"{name}: {type(error).__name__}: {error}")
    outcome.slowest = max(outcome.slowest, (time.process_time() - begin, name))


def check(article: Article) -> None:
    """Assert what holds for every article, whatever file it came from."""
    text, marks = article.text, article.furniture or ()
    assert "\r" not in text
    text.encode("utf-8")
    assert all(0 <= mark.span.start < mark.span.end <= len(text) for mark in marks)
    assert all(one.span.end <= two.span.start for one, two in pairwise(marks))
    assert all(mark.rule for mark in marks)


@contextmanager
def _time_limit() -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise _HangError(f"not read within {SECONDS} seconds of the processor")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def main(count: int = 20_000, seed: int = 0) -> int:
    """Run and print the count; return the exit status."""
    outcome = run(count, seed)
    for ending in SAMPLES:
        print(f"{ending:6} opened {outcome.opened[ending]:6}  refused {outcome.refused[ending]:6}")  # noqa: T201
    seconds, name = outcome.slowest
    print(f"{outcome.count} damaged files read, {len(outcome.failures)} failures, slowest {seconds:.2f} s ({name})")  # noqa: T201
    print("\n".join(outcome.failures[:50]))  # noqa: T201
    return int(bool(outcome.failures))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
