"""Does a file that is read apart stay within its limits, and does its worker end with it?"""

import json
import os
import subprocess
import sys
import time
from io import BytesIO

import pytest

from diffview.phrases import unpacked
from diffview.reading import WORKER_FLAG, worker
from diffview.reading.content import Content, UnreadableError
from diffview.reading.suffixes import Family
from diffview.reading.worker import read_apart
from tests.reading.making import TITLE, page

LIMITED = """
import sys
from diffview.reading import WORKER_FLAG, worker
worker._limit()
try:
    {deed}
except (PermissionError, MemoryError) as error:
    print(type(error).__name__)
"""


def deed(code):
    """Return what stops `code` in a process with a worker's limits."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    script = LIMITED.format(deed=code)
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_content_comes_back_whole():
    """Text, title, furniture and encoding come back from the worker as they were found there."""
    content = read_apart(Family.PAGE, page() + b"<footer>Imprint</footer>")
    assert isinstance(content, Content)
    assert content.title == TITLE
    assert [(mark.span.of(content.text), mark.rule) for mark in content.furniture] == [("Imprint", "page footer")]


def test_refusal_comes_back():
    """What the reader refuses in the worker is refused here, with the reason."""
    with pytest.raises(UnreadableError, match=r"\Adamaged PDF\Z"):
        read_apart(Family.PDF, b"%PDF-1.7 nonsense")


def test_time_limit():
    """A worker that takes too long is ended, and the file refused."""
    begin = time.perf_counter()
    with pytest.raises(UnreadableError, match=r"takes longer than 0\.05 seconds"):
        read_apart(Family.PAGE, page(), seconds=0.05)
    assert time.perf_counter() - begin < 3


def test_worker_that_dies(monkeypatch):
    """A worker that is killed in the middle of its work is a damaged file, not a crash."""
    monkeypatch.setattr(worker, "_command", lambda: [sys.executable, "-c", "import os; os.abort()"])
    with pytest.raises(UnreadableError, match="damaged: the reader of this PDF stopped on it"):
        read_apart(Family.PDF, b"%PDF-")


def test_answer_that_is_no_answer(monkeypatch):
    """An answer of another form is refused; it is never run."""
    monkeypatch.setattr(worker, "_command", lambda: [sys.executable, "-c", "print('[1, 2]')"])
    with pytest.raises(UnreadableError, match="stopped on it"):
        read_apart(Family.PDF, b"%PDF-")


@pytest.mark.skipif(sys.platform == "win32", reason="limits are those of POSIX")
def test_memory_limit():
    """A worker can't take more memory than its limit."""
    assert deed("bytearray(2 * worker.MEMORY)") == "MemoryError"


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "open('/tmp/diffview-worker-wrote', 'w')",
        "import os; os.system('true')",
    ],
)
def test_what_a_worker_may_not_do(code):
    """A worker can neither reach the network nor start a program nor write a file."""
    assert deed(code) == "PermissionError"


def test_a_worker_knows_no_secrets(monkeypatch):
    """The reader's environment is not handed to the worker."""
    monkeypatch.setenv("SOME_TOKEN", "x")
    assert "SOME_TOKEN" not in worker._environment()


def test_starting_the_program_loads_no_parser():
    """The command line starts without lxml, trafilatura, python-docx, striprtf, markdown-it or pypdfium2."""
    parsers = {"lxml", "trafilatura", "docx", "striprtf", "pypdfium2", "markdown_it"}
    code = f"import sys, diffview.cli, diffview.commands.compare; print(sorted({parsers} & set(sys.modules)))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_bundled_program_is_its_own_worker():
    """Started with the worker's flag, the program reads a file from its input and answers like the worker."""
    request = b'["web page", null]\n' + page()
    command = [sys.executable, "-m", "diffview", WORKER_FLAG]
    done = subprocess.run(command, input=request, env=worker._environment(), capture_output=True, check=True)
    assert worker._content(done.stdout, Family.PAGE).title == TITLE


def test_an_answer_can_be_read_back():
    """What a worker answers is read back as the content that it found."""
    answer = worker._answer(Family.PAGE, BytesIO(page() + b"<footer>Imprint</footer>"), None)
    content = worker._content(json.dumps(answer).encode(), Family.PAGE)
    assert (content.title, [mark.rule for mark in content.furniture]) == (TITLE, ["page footer"])


def test_an_answer_tells_trouble():
    """A file that cannot be read is answered with the reason."""
    assert worker._answer(Family.PDF, BytesIO(b"no PDF"), None).keys() == {"trouble"}


def test_an_answer_tells_of_too_much_memory(monkeypatch):
    """A file that needs more memory than there may be is refused and says so."""
    monkeypatch.setattr(worker, "read_family", lambda *_: (_ for _ in ()).throw(MemoryError))
    assert "memory" in unpacked(worker._answer(Family.PAGE, BytesIO(page()), None)["trouble"])


@pytest.mark.parametrize("event", ["socket.connect", "subprocess.Popen", "os.remove"])
def test_forbidden_events(event):
    """The network, other programs and the removal of files are refused by name."""
    with pytest.raises(PermissionError, match=event):
        worker._watch(event, ())


def test_files_may_be_read_and_not_written():
    """A file that is opened for writing is refused; one that is opened for reading is not."""
    worker._watch("open", ("a", "r", os.O_RDONLY))
    with pytest.raises(PermissionError, match="open"):
        worker._watch("open", ("a", "w", os.O_WRONLY))
