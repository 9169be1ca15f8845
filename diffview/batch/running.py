"""How are the pairs of a list compared, so that the work can be killed at any moment and taken up again?

Each pair becomes two files, written whole: first its HTML report, then its JSON. A pair is done when both are as they
were written, belong together, and say that they were made from the same bytes with the same options, version and model.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from diffview.alignment.encoder import WORDS_ALONE
from diffview.batch.lock import alone
from diffview.batch.pairs import Pair
from diffview.comparison import compare, default_encoder
from diffview.errors import DiffviewError, EncoderError, ExportError, printable
from diffview.model import Encoder, Options, Side
from diffview.reading import read_article
from diffview.reading.files import read_bytes
from diffview.reports.embedding import brief, extract
from diffview.reports.html import render_html
from diffview.reports.json import program_version, render_json
from diffview.reports.seal import is_sealed
from diffview.reports.writing import UNFINISHED, write_report

PAIRS = "pairs"
"""The folder of the reports, beside the index."""

_LARGEST = 400_000_000
_Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a pair: its JSON, or why there is none; `fresh` when it was compared just now."""

    pair: Pair
    table: _Table | None = None
    trouble: str = ""
    fresh: bool = True


def report_of(folder: Path, pair: Pair, ending: str) -> Path:
    """Return where a report of a pair is."""
    return folder / PAIRS / f"{pair.name}{ending}"


def run(
    pairs: Sequence[Pair], folder: Path, inputs: Sequence[str] = (), encoder: Encoder | None = None
) -> Iterator[Outcome]:
    """Compare the pairs that are not done yet, and yield what became of each, in order.

    Never writes over one of the `inputs` or an article. `encoder` takes the place of those that the options name.
    Raises ExportError when a report cannot be written; what was written before stays, and is not done again.
    """
    kept = [*inputs, *(path for pair in pairs for path in (pair.left, pair.right))]
    with _alone(folder):
        for pair in pairs:
            table = None if pair.trouble else _done(pair, folder, encoder)
            yield Outcome(pair, table, fresh=False) if table else _compared(pair, folder, kept, encoder)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other batches out of the folder meanwhile, and clear away what a kill has left unfinished."""
    try:
        (folder / PAIRS).mkdir(parents=True, exist_ok=True)
        held = ExitStack()
        held.enter_context(alone(folder))
    except BlockingIOError as error:
        raise ExportError(folder, "another batch is writing here; wait for it, or choose another folder") from error
    except OSError as error:
        raise ExportError(folder, f"is no folder to write to: {error.strerror}; choose another one") from error
    with held:
        for place in (folder, folder / PAIRS):
            for path in place.glob(f"{UNFINISHED}*.tmp"):
                path.unlink(missing_ok=True)
        yield


def _compared(pair: Pair, folder: Path, inputs: Sequence[str], encoder: Encoder | None) -> Outcome:
    """Compare a pair and write its reports; whatever is wrong with the pair is its trouble, not the batch's."""
    if pair.trouble:
        return Outcome(pair, trouble=pair.trouble)
    try:
        comparison = compare(read_article(pair.left), read_article(pair.right), options=pair.options, encoder=encoder)
        page, data = render_html(comparison), render_json(comparison)
    except DiffviewError as error:
        return Outcome(pair, trouble=str(error))
    except MemoryError:
        return Outcome(pair, trouble="there is not enough memory for this pair")
    except Exception as error:  # one pair must not end the others
        return Outcome(pair, trouble=printable(f"this is a fault of the program, please report it: {error!r}"))
    write_report(report_of(folder, pair, ".html"), page, inputs)
    write_report(report_of(folder, pair, ".json"), data, inputs)
    return Outcome(pair, json.loads(data))


def _done(pair: Pair, folder: Path, encoder: Encoder | None) -> _Table | None:
    """Return the JSON of a pair whose reports are there and would come out the same."""
    try:
        page, data = (read_bytes(report_of(folder, pair, ending), _LARGEST) for ending in (".html", ".json"))
        if not (is_sealed(page) and is_sealed(data)):
            return None
        table: _Table = json.loads(data)
        same = all(_is_input(table[side.value], path) for side, path in _sides(pair)) and _is_made_so(
            table, pair, encoder
        )
        carried = extract(page)
    except (DiffviewError, ValueError, KeyError, TypeError, RecursionError):
        return None
    bare = {name: value for name, value in table.items() if name != "digest"}
    return table if same and carried in (bare, brief(bare)) else None


def _sides(pair: Pair) -> tuple[tuple[Side, str], ...]:
    return (Side.LEFT, pair.left), (Side.RIGHT, pair.right)


def _is_input(table: _Table, path: str) -> bool:
    return (
        bool(table["path"] in (path, os.path.realpath(path)))
        and table["sha256"] == sha256(read_bytes(path)).hexdigest()
    )


def _is_made_so(table: _Table, pair: Pair, encoder: Encoder | None) -> bool:
    generator = table["generator"]
    return bool(
        generator["version"] == program_version()
        and generator["encoder"]["digest"] == _model(pair.options, encoder)
        and table["options"] == json.loads(json.dumps(asdict(pair.options)))
        and not any(table["corrections"].values())
    )


def _model(options: Options, encoder: Encoder | None) -> str:
    """Return the hash of the model that would compare now; "" for words alone."""
    if encoder is None and options.encoder == WORDS_ALONE:
        return ""
    try:
        return (encoder or default_encoder(options.encoder)).info.digest
    except EncoderError:
        return ""
