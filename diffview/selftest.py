"""Does this installation work, whole and on this machine?

`diffview --selftest` does once what the program does for its readers and says what it checked. It touches no settings;
in the cache folder it leaves what the first comparison would. A bundle is not given to anybody before it passes.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from diffview import __version__
from diffview.alignment.child_encoder import ChildEncoder
from diffview.alignment.encoder import inspect_encoder
from diffview.alignment.encoder_choice import BestEncoder
from diffview.comparison import compare
from diffview.model import Article, Comparison, Encoded, Op
from diffview.reading import read_article
from diffview.reports.formats import FORMATS
from diffview.reports.writing import write_report
from diffview.resources import examples, resource

_SENTENCES = ("Officials closed the bridge on Tuesday.", "The crossing was shut by the authorities.", "A cat slept.")
_FOLDERS = "fonts icons ideas licences schemas templates themes translations weights wording"
_WAIT_SECONDS = 60.0
_PAGE = "<html><body><article><h1>Ferry returns</h1><p>{}</p><p>{}</p></article></body></html>".format(*_SENTENCES)


class Failed(Exception):  # noqa: N818 - a finding, not a fault
    """Something does not work as it should; the words say what."""


def run() -> int:
    """Check everything, say what came of it line by line, and return 0, or 2 when something does not work."""
    sys.stdout.write(f"diffview {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n")
    failures = 0
    with TemporaryDirectory(prefix="diffview-selftest-") as folder:
        for name, check in _CHECKS:
            started = monotonic()
            try:
                sign, words = "ok  ", check(Path(folder))
            except Exception as error:
                failures += 1
                sign, words = "FAIL", f"{type(error).__name__}: {error}"
            sys.stdout.write(f"{sign}  {name}: {words} ({monotonic() - started:.1f} s)\n")
            sys.stdout.flush()
    sys.stdout.write(f"{failures} of {len(_CHECKS)} checks failed\n" if failures else f"all {len(_CHECKS)} passed\n")
    return 2 if failures else 0


def _expect(holds: object, words: str) -> None:
    if not holds:
        raise Failed(words)


def _resources(_folder: Path) -> str:
    wanted = _FOLDERS.split()
    missing = [name for name in wanted if not resource(name).is_dir()]
    _expect(not missing, f"missing: {', '.join(missing)}")
    pairs = [each for each in examples().iterdir() if each.joinpath("about.txt").is_file()]
    _expect(pairs, "no examples")
    return f"{len(wanted)} folders and {len(pairs)} examples"


def _formats(folder: Path) -> str:
    """Read one small file of each family whose parser is a library of its own, each in a worker process."""
    made = {"page.html": _PAGE.encode(), "text.rtf": _rich_text(), "print.pdf": _pdf(), "letter.docx": _word()}
    for name, data in made.items():
        path = folder / name
        path.write_bytes(data)
        text = read_article(path).text
        _expect("bridge" in text, f"{name} was read as {text[:60]!r}")
    return f"{', '.join(made)}, each in a process of its own"


def _rich_text() -> bytes:
    return ("{\\rtf1\\ansi " + "\\par ".join(_SENTENCES) + "}").encode("ascii")


def _word() -> bytes:
    from io import BytesIO  # noqa: PLC0415

    from docx import Document  # noqa: PLC0415 - the checked library itself

    document, file = Document(), BytesIO()
    for sentence in _SENTENCES:
        document.add_paragraph(sentence)
    document.save(file)
    return file.getvalue()


def _pdf() -> bytes:
    """Return a PDF of one page and one line."""
    content = zlib.compress(f"BT /F 12 Tf 40 700 Td ({_SENTENCES[0]}) Tj ET".encode("ascii"))
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 800] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F 5 0 R >> >>",
    )
    body = b"%PDF-1.5\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    return body + b"trailer << /Root 1 0 R /Size 7 >>\n%%EOF\n"


def _encoder(_folder: Path) -> str:
    """Ask the encoder in its child process whether a paraphrase is nearer than something else."""
    BestEncoder().load()  # prepares it, where that was not done yet
    child = ChildEncoder()
    try:
        one, other, third = child.encode(_SENTENCES)
    finally:
        child.close()
    near, far = _cosine(one, other), _cosine(one, third)
    _expect(near > far + 0.2, f"a paraphrase has cosine {near:.2f}, another sentence {far:.2f}")
    info = inspect_encoder()
    return f"{info.name} {info.digest[:12]}, paraphrase {near:.2f}, other {far:.2f}"


def _cosine(one: Encoded, other: Encoded) -> float:
    return float(one.vector @ other.vector)


def _compared() -> Comparison:
    child = ChildEncoder()
    try:
        return compare(*_example(), encoder=child)
    finally:
        child.close()


def _example() -> tuple[Article, Article]:
    folder = sorted(each for each in examples().iterdir() if (each / "left.txt").is_file())[0]
    return read_article(folder / "left.txt"), read_article(folder / "right.txt")


def _reports(folder: Path) -> str:
    comparison = _compared()
    _expect(not comparison.encoder.words_alone, f"compared by words alone: {comparison.encoder.reason}")
    reworded = sum(any(edit.op is not Op.KEEP for edit in link.edits) for link in comparison.links if link.is_pair)
    _expect(reworded, "no reworded pair was found in an example")
    sizes = []
    for form in FORMATS:
        path = folder / f"report{form.ending}"
        write_report(path, form.render(comparison))
        sizes.append(f"{form.name} {path.stat().st_size // 1024 + 1} KB")
    return f"{len(comparison.links)} links, {reworded} with word edits; wrote {', '.join(sizes)}"


def _window(_folder: Path) -> str:
    """Open the window on an example, without a screen, wait for the comparison, and look at what was painted."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from diffview.ui.rehearsal import open_example  # noqa: PLC0415 - Qt is loaded only for the window

    try:
        return open_example(_WAIT_SECONDS)
    except TimeoutError as error:
        raise Failed(str(error)) from error


def _screen(_folder: Path) -> str:
    from diffview.ui.rehearsal import screen_driver  # noqa: PLC0415

    return screen_driver()


_CHECKS: tuple[tuple[str, Callable[[Path], str]], ...] = (
    ("resources", _resources),
    ("formats", _formats),
    ("encoder", _encoder),
    ("comparison and reports", _reports),
    ("window", _window),
    ("screen driver", _screen),
)
