"""What does the prepared encoder save, and does it say the same?

    python -m benchmarks.encoding links               links of every gold pair, from the model and from its export
    python -m benchmarks.encoding rate                passages a second of both, by threads
    python -m benchmarks.encoding run LEFT RIGHT      whole processes: time and memory beside sentence-transformers

Every figure is a median with its spread; both sides of a ratio are measured in turns, in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.gold import Case, cases
from benchmarks.tables import ratios
from diffview.alignment.encoder import EIGHT_BITS, SentenceEncoder, encoder_folder, inspect_encoder
from diffview.alignment.encoder_choice import BestEncoder
from diffview.alignment.prepared_encoder import PreparedEncoder
from diffview.alignment.prepared_model import Prepared, look_up, prepared_folder, usable_cores
from diffview.alignment.vector_cache import CachedEncoder, VectorCache
from diffview.comparison import compare, prepare
from diffview.model import Comparison, Encoder, Evidence, Side
from diffview.reading import read_article

_PLAIN = """
import json, sys
from sentence_transformers import SentenceTransformer
SentenceTransformer(sys.argv[1], device="cpu").encode(json.load(open(sys.argv[2])), show_progress_bar=False)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process cost: seconds on the clock, seconds of processor, bytes of memory at the peak."""

    wall: float
    cpu: float
    memory: float


def cost_of(command: Sequence[str], environment: dict[str, str]) -> Cost:
    """Run a process to its end and return what it cost; raises SystemExit when it fails."""
    start = perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        raise SystemExit(told.decode(errors="replace"))
    return Cost(perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024.0)


def ready() -> Prepared:
    """Return the prepared form of the encoder that ships, made first where need be."""
    BestEncoder().load()
    found = look_up(inspect_encoder().digest)
    if not isinstance(found, Prepared):
        raise SystemExit(f"the encoder cannot be prepared: {found}")
    return found


def run(left: Path, right: Path, times: int) -> dict[str, list[Cost]]:
    """Return what `diffview compare` costs beside sentence-transformers that only encodes the same passages."""
    # in a process of its own: the peak of a process that loaded a model would be inherited by those measured below
    subprocess.run([sys.executable, "-c", "from benchmarks.encoding import ready; ready()"], check=True)
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache" / "diffview"
        cache.mkdir(parents=True)
        (cache / "encoders").symlink_to(prepared_folder())
        environment = {**os.environ, "XDG_CACHE_HOME": str(cache.parent), "HF_HUB_OFFLINE": "1"}
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps(_passages(left, right)), encoding="utf-8")
        plain = [sys.executable, "-c", _PLAIN, str(encoder_folder()), str(texts)]
        ours = [sys.executable, "-m", "diffview", "compare", str(left), str(right), "--json", os.devnull]
        found: dict[str, list[Cost]] = {"sentence-transformers": [], "empty cache": [], "warm cache": []}
        for _ in range(times):
            found["sentence-transformers"].append(cost_of(plain, environment))
            for file in cache.glob("vectors.sqlite*"):
                file.unlink()
            found["empty cache"].append(cost_of(ours, environment))
            found["warm cache"].append(cost_of(ours, environment))
    return found


def _passages(left: Path, right: Path) -> list[str]:
    documents = (prepare(read_article(left), Side.LEFT), prepare(read_article(right), Side.RIGHT))
    return [document.text_of(index) for document in documents for index in range(len(document.passages))]


def _print_costs(found: dict[str, list[Cost]]) -> None:
    first = next(iter(found))
    for name, costs in found.items():
        for kind, scale, unit in (("wall", 1.0, "s"), ("cpu", 1.0, "s"), ("memory", 2.0**20, "MB")):
            values = [getattr(cost, kind) / scale for cost in costs]
            ratios = [getattr(one, kind) / getattr(other, kind) for one, other in zip(costs, found[first], strict=True)]
            print(f"{name:22} {kind:6} {_spread(values)} {unit:2}  ratio {_spread(ratios)}")


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):8.3f} ({min(values):.3f} to {max(values):.3f})"


def rate(times: int) -> dict[str, list[float]]:
    """Return how many passages a second the encoders read."""
    pairs = sorted((Path(__file__).parent.parent / "seeds").glob("*/[lr]*.txt"))
    prepared, texts = ready(), sorted({text for path in pairs for text in _passages(path, path)})
    model = SentenceEncoder()
    model.load()
    ways: dict[str, Callable[[], object]] = {
        "sentence-transformers": partial(model.model.encode, texts, show_progress_bar=False),
        "the same, with tokens": partial(model.encode, texts),
    }
    for threads in range(1, usable_cores() + 1):
        ways[f"prepared, {threads} threads"] = partial(
            PreparedEncoder(inspect_encoder(), prepared, threads).encode, texts
        )
    BestEncoder(EIGHT_BITS).load()
    rounded = look_up(inspect_encoder(EIGHT_BITS).digest)
    assert isinstance(rounded, Prepared)
    ways["eight-bit"] = partial(PreparedEncoder(inspect_encoder(EIGHT_BITS), rounded).encode, texts)
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(times + 1):
        for name, way in ways.items():
            start = perf_counter()
            way()
            found[name].append(len(texts) / (perf_counter() - start))
    return {name: rates[1:] for name, rates in found.items()}


def links() -> None:
    """Print whether both encoders lead to the same links, to the letter, on every gold pair."""
    prepared, found = ready(), cases()
    with tempfile.TemporaryDirectory() as folder:
        encoders: list[Encoder] = [SentenceEncoder(), PreparedEncoder(inspect_encoder(), prepared)]
        cached = [
            CachedEncoder(encoder, VectorCache(Path(folder) / f"{number}.sqlite"))
            for number, encoder in enumerate(encoders)
        ]
        ours, theirs = ([_compared(case, encoder) for case in found] for encoder in cached)
    pairs = list(zip(found, ours, theirs, strict=True))
    different = [case for case, one, other in pairs if _letters(one) != _letters(other)]
    apart = [_apart(one, other) for case, one, other in pairs if case not in different]
    print(
        f"{len(found)} gold pairs: other links or edits in {len(different)}; scores apart by {max(apart):.6f} at most"
    )
    for case in different:
        print(f"  {case.kind} {case.name}")


def _compared(case: Case, encoder: Encoder) -> Comparison:
    return compare(case.left.article, case.right.article, encoder=encoder)


def _letters(found: Comparison) -> str:
    """Return the links with everything that they say of the texts: all but how sure they are and why."""
    return repr([replace(link, score=0.0, evidence=Evidence()) for link in found.links])


def _apart(one: Comparison, other: Comparison) -> float:
    return max((abs(a.score - b.score) for a, b in zip(one.links, other.links, strict=True)), default=0.0)


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("links", "rate", "run"))
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--times", type=int, default=5)
    chosen = parser.parse_args()
    if chosen.what == "run":
        left, right = chosen.articles
        _print_costs(run(left, right, chosen.times))
    elif chosen.what == "rate":
        rates = rate(chosen.times)
        for name, *figures in ratios(rates, next(iter(rates))):
            print(name, "passages/s: median, least, most, ratio", *(f"{figure:.3f}" for figure in figures))
    else:
        links()


if __name__ == "__main__":
    main()
