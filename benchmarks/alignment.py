"""How good is the aligner on the gold, beside the single scores it has to beat?

    python -m benchmarks.alignment [--fast] [--second FOLDER]...

Everything is cross-validated: no pair of articles is judged by weights or thresholds that saw it. For the news pairs
and OneStop each pair is left out alone, the other sets fall into four parts. Pairs of strangers are judged by weights
that never saw the left story. `reader` is precision over every gold link and recall over the aligned ones.
Each `--second` adds the encoder of a folder, judged by the weights that were learned with the one that ships. Single
scores are shown with the encoder that ships and with the one it was made from, "not adapted".
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.baselines import BASELINES, Baseline
from benchmarks.gold import SETS, Case, cases, encode_all, excerpts, scorer, strangers
from benchmarks.timing import print_times
from benchmarks.train_alignment import Sample, learn, sample
from diffview.alignment.calibration import expected_error
from diffview.alignment.encoder import SentenceEncoder, encoder_folder
from diffview.alignment.linking import Judged, careful, decide, judge
from diffview.alignment.yardstick import scale_of
from diffview.model import Bead, Options, Strength

PARTS = 4
APART = ("strangers", "excerpts")
MEASURES = ("reader", "strict", "lenient", "reworded", "unmatched")
Groups = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one method found: groups by case, and for ours the beads."""

    groups: Mapping[str, Groups]
    beads: Mapping[str, tuple[Bead, ...]]


def folds(samples: Sequence[Sample]) -> Iterator[list[Sample]]:
    """Yield the cases that are left out together."""
    for kind in SETS:
        mine = [one for one in samples if one.case.kind == kind]
        parts = len(mine) if kind in ("news_pairs", "onestop") else PARTS
        yield from (mine[k::parts] for k in range(parts))


def held_out(samples: Sequence[Sample], part: Sequence[Sample]) -> tuple[list[Sample], list[Sample]]:
    """Return what may be learned from while `part` is left out, and what is then judged."""
    stories = {story for one in part for story in one.case.stories}
    rest = [one for one in samples if stories.isdisjoint(one.case.stories)]
    also = [one for one in samples if one.case.kind in APART and one.case.stories[0] in stories]
    return rest, [*part, *also]


def ours(samples: Sequence[Sample], options: Options, seen: Sequence[Sample] = ()) -> Outcome:
    """Return what the aligner finds, each case judged by weights that never saw it.

    `seen`: the same cases as another encoder sees them, to be judged instead.
    """
    beads: dict[str, tuple[Bead, ...]] = {}
    by_name = {one.case.name: one for one in seen or samples}
    for part in folds(samples):
        rest, judged = held_out(samples, part)
        weights = learn(rest)
        for one in (by_name[each.case.name] for each in judged):
            beads[one.case.name] = _beads(one, judge(one.likeness, weights), options)
    return Outcome({name: _groups(found) for name, found in beads.items()}, beads)


def _beads(one: Sample, judged: Judged, options: Options) -> tuple[Bead, ...]:
    return decide(judged, (one.case.left.content(), one.case.right.content()), options)


def _groups(beads: Sequence[Bead]) -> Groups:
    labels = {Strength.ALIGNED: "aligned", Strength.RELATED: "partial"}
    return [{"a": list(bead.left), "b": list(bead.right), "label": labels[bead.strength]} for bead in beads]


def single(samples: Sequence[Sample], baseline: Baseline, score: Callable[[Sequence[Sample], Any], float]) -> Outcome:
    """Return what a single score finds, its threshold chosen on the other cases of the same set."""
    tables = {one.case.name: baseline.score(one.likeness) for one in samples}
    found: dict[str, Groups] = {}
    for part in folds(samples):
        kind = part[0].case.kind
        rest, judged = held_out(samples, part)
        alike = [one for one in rest if one.case.kind == kind]
        values = np.concatenate([tables[one.case.name].ravel() for one in alike])
        steps = np.unique(np.quantile(values, np.linspace(0.8, 0.9995, 40)))
        groups = partial(_single_groups, baseline, tables)
        best = max(steps, key=lambda step: score(alike, {one.case.name: groups(one, step) for one in alike}))
        found.update({one.case.name: groups(one, best) for one in judged})
    return Outcome(found, {})


def _single_groups(
    baseline: Baseline, tables: Mapping[str, NDArray[np.float64]], one: Sample, threshold: float
) -> Groups:
    left, right = one.case.left.content(), one.case.right.content()
    return [
        {"a": [left[i]], "b": [right[j]], "label": "aligned"}
        for i, j in baseline.choose(tables[one.case.name], threshold)
    ]


def reader_of(marks: Any, some: Sequence[Sample], groups: Mapping[str, Groups]) -> float:  # noqa: ANN401
    """Return the reader's F1 over some cases; `marks` is the scorer."""
    return float(_scores(marks, [one.case for one in some], groups)["reader"][2])


def _scores(marks: Any, some: Sequence[Case], groups: Mapping[str, Groups]) -> Any:  # noqa: ANN401
    golds = {case.name: case.record for case in some}
    return marks.score(golds, {name: {"gold": groups[name]} for name in golds})


def calibration(samples: Sequence[Sample], outcome: Outcome) -> float:
    """Return the expected calibration error of the links over all sets; a link is right when half its pairs are."""
    chances, right = [], []
    for one in samples:
        for bead in outcome.beads[one.case.name]:
            truth = one.case.truth[np.ix_(bead.left, bead.right)]
            chances.append(bead.score)
            right.append(float((truth > 0).mean() >= 0.5))
    return expected_error(np.array(chances), np.array(right))


def rows(name: str, samples: Sequence[Sample], outcome: Outcome, marks: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield one line of the table for each set."""
    apart = [one for one in samples if one.case.kind == "strangers"]
    false = sum(group["label"] == "aligned" for one in apart for group in outcome.groups[one.case.name])
    error = f"{calibration(samples, outcome):.3f}" if outcome.beads else "–"
    for kind in SETS:
        scores = _scores(marks, [one.case for one in samples if one.case.kind == kind], outcome.groups)
        cells = [f"{scores[measure][2]:.3f}" for measure in MEASURES]
        tail = [f"{10 * false / len(apart):.1f}", error] if kind == "news_pairs" else ["", ""]
        yield "| " + " | ".join([kind, name, *cells, *tail]) + " |"


def main(arguments: Sequence[str]) -> None:
    """Print the table, and the times unless told to be fast."""
    marks = scorer()
    found = cases()
    found += strangers(found)
    found += excerpts(found)
    vectors = encode_all(found, SentenceEncoder())
    with_encoder, by_words = ([sample(case, known) for case in found] for known in (vectors, None))
    score = partial(reader_of, marks)
    outcomes = {"ours": ours(with_encoder, Options()), "ours, words alone": ours(by_words, careful(Options()))}
    for folder in (value for flag, value in pairwise(arguments) if flag == "--second"):
        encoder = SentenceEncoder(folder)
        vectors, scale = encode_all(found, encoder), scale_of(encoder)
        seen = [sample(case, vectors, scale) for case in found]
        outcomes[f"ours, {Path(folder).name}"] = ours(with_encoder, Options(), seen)
    outcomes |= {one.name: single(with_encoder, one, score) for one in BASELINES}
    plain = encode_all(found, SentenceEncoder(str(encoder_folder())))
    as_it_comes = [sample(case, plain) for case in found]
    outcomes |= {f"{one.name}, not adapted": single(as_it_comes, one, score) for one in BASELINES if one.by_vectors}
    print("| set | method | " + " | ".join(MEASURES) + " | false links in 10 unrelated pairs | calibration error |")
    print("|" + "---|" * (len(MEASURES) + 4))
    lines = [list(rows(name, with_encoder, outcome, marks)) for name, outcome in outcomes.items()]
    print("\n".join(chain.from_iterable(zip(*lines, strict=True))))
    if "--fast" not in arguments:
        print_times(time.process_time)


if __name__ == "__main__":
    main(sys.argv[1:])
