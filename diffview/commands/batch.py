"""How does `diffview batch LIST --out DIR` compare many pairs?"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from tqdm import tqdm

from diffview.alignment.encoder import WORDS_ALONE
from diffview.batch.index import write_index
from diffview.batch.pairs import read_pairs
from diffview.batch.running import Outcome
from diffview.batch.running import run as compare_all
from diffview.commands.terminal import tell
from diffview.errors import printable
from diffview.model import Options

_EPILOG = f"""\
LIST is a CSV file in UTF-8 whose first line names its columns: left and right (paths from the folder of the list), and
if you like name (what the files of the pair are called) and options of the comparison:
  {", ".join(field.name for field in fields(Options)[:6])} …

DIR gets index.html, index.csv, index.json, and in pairs/ an HTML report and a JSON document for each pair. A pair that
was compared before with the same articles, options, version and model is not compared again, so that the same command
goes on where it was stopped.

exit status:
  0  every pair was compared
  1  some pairs could not be compared; the index says why
  2  trouble
"""


def parser() -> ArgumentParser:
    """Return what the command takes."""
    found = ArgumentParser(
        prog="diffview batch",
        description="Compare many pairs of articles, and write a report for each and an index of all.",
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    found.add_argument("list", metavar="LIST", help="a CSV file with a pair in each row")
    found.add_argument("--out", metavar="DIR", required=True, help="the folder to write to; it is made if need be")
    found.add_argument(
        "--encoder", metavar="FOLDER", default="", help='another sentence-transformers model, or "words", for all rows'
    )
    found.add_argument("--language", metavar="CODE", default="en", help="language of the articles (default: en)")
    return found


def run(arguments: Namespace) -> int:
    """Compare what is not done yet, say what became of it, and return the exit status."""
    options = Options(encoder=arguments.encoder, language=arguments.language)
    pairs = read_pairs(arguments.list, options)
    folder, inputs = (
        Path(arguments.out),
        [arguments.list, *(path for pair in pairs for path in (pair.left, pair.right))],
    )
    outcomes = []
    with tqdm(total=len(pairs), unit="pair", disable=None, file=sys.stderr, leave=False) as bar:
        for outcome in compare_all(pairs, folder, [arguments.list]):
            outcomes.append(outcome)
            bar.update()
            if outcome.trouble:
                bar.write(printable(f"diffview: {outcome.pair.name}: {outcome.trouble}"), file=sys.stderr)
    _tell_words_alone(outcomes)
    index = write_index(outcomes, folder, inputs)
    failed = sum(bool(outcome.trouble) for outcome in outcomes)
    fresh = sum(outcome.fresh for outcome in outcomes) - failed
    tell(f"{len(outcomes)} pairs: {fresh} compared, {len(outcomes) - fresh - failed} done before, {failed} failed")
    tell(f"wrote {index}")
    return int(failed > 0)


def _tell_words_alone(outcomes: Sequence[Outcome]) -> None:
    tables = [outcome.table for outcome in outcomes if outcome.table]
    reasons = [
        table["generator"]["encoder"]["reason"]
        for table in tables
        if not table["generator"]["encoder"]["name"] and table["options"]["encoder"] != WORDS_ALONE
    ]
    if reasons:
        tell(f"{len(reasons)} pairs were compared by words alone: {reasons[0]}")
