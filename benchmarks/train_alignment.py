"""How are the aligner's weights learned from the gold?

    python -m benchmarks.train_alignment [OUT]

Deterministic; writes resources/weights/alignment.json unless told otherwise. The second round learns from first
chances that were made without the pair in question, so that it meets the same doubt as in use.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.gold import ALIGNED, PARTIAL, Case, cases, encode_all, encoded_pair, excerpts, strangers
from diffview.alignment.calibration import Judge, Weights, fit
from diffview.alignment.encoder import SentenceEncoder
from diffview.alignment.features import first_round, second_round
from diffview.alignment.linking import likeness_of
from diffview.alignment.scale import PLAIN, Scale
from diffview.alignment.similarity import Likeness
from diffview.alignment.yardstick import levels, retold
from diffview.model import Encoded, Encoder, Options

WORTH = {"news_pairs": 1.0, "onestop": 1.0, "aesop": 0.5, "argrewrite": 0.05, "strangers": 0.45, "excerpts": 0.3}
DRAFT_WORTH = 0.1
"""That of drafts that are versions of one text; others were written anew, which the gold calls dropped and added. By
words alone it gains nothing."""
RIDGE = 4.0
FOR, FREE, AGAINST = 1, 0, -1
SIGNS = {
    **dict.fromkeys(("dense", "leaning", "following", "kin", "same_logit"), FOR),
    **dict.fromkeys(("rival_less", "rival_more", "crowd_less", "crowd_more", "off_course"), AGAINST),
    **dict.fromkeys(("same", "same_rival_less", "same_rival_more", "same_off_course"), AGAINST),
}
"""What a feature of the second round may say; those of the first correct each other and are free."""
FOLDS = 5

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """What the first round sees of one case, made once."""

    case: Case
    likeness: Likeness
    names: tuple[str, ...]
    rows: Rows
    truth: NDArray[np.int8]

    def worth(self) -> Rows:
        """Return how much each row counts."""
        draft = self.case.kind == "argrewrite" and self.likeness.kept >= Options().versions_above
        heavy = draft and "cosine" in self.likeness.values
        return np.full(len(self.rows), DRAFT_WORTH if heavy else WORTH[self.case.kind])


def sample(case: Case, vectors: dict[str, Encoded] | None, scale: Scale = PLAIN) -> Sample:
    """Measure one case; without `vectors` by words alone. `scale` is that of the encoder that made them."""
    encoded = None if vectors is None else encoded_pair(case, vectors)
    likeness = likeness_of(case.left, case.right, encoded, Options(), scale=scale)
    names, rows = as_rows(first_round(likeness))
    truth = case.truth[np.ix_(case.left.content(), case.right.content())]
    return Sample(case, likeness, names, rows, truth[likeness.pairs.rows, likeness.pairs.columns])


def as_rows(features: Mapping[str, Rows]) -> tuple[tuple[str, ...], Rows]:
    """Return the names of some features and a table of them, a row for each pair."""
    return tuple(features), np.stack(list(features.values()), axis=1)


def learn(samples: Sequence[Sample]) -> Weights:
    """Return what the samples teach."""
    first = _fit(samples, [one.rows for one in samples], ALIGNED, samples[0].names)
    chances = _honest_chances(samples)
    rows, names = [], samples[0].names
    for one, chance in zip(samples, chances, strict=True):
        more, around = as_rows(second_round(one.likeness, chance))
        rows.append(np.column_stack([one.rows, around]))
    names = (*samples[0].names, *more)
    return Weights(first, _fit(samples, rows, ALIGNED, names), _fit(samples, rows, PARTIAL, names))


def _fit(samples: Sequence[Sample], rows: Sequence[Rows], label: int, names: Sequence[str]) -> Judge:
    """Learn a judgement in which no rival speaks for a link and no neighbour against it.

    Features that would are left out, the worst first: what looks helpful on the gold that way is an accident of
    features that say nearly the same, and misleads on other texts.
    """
    right = np.concatenate([one.truth >= label for one in samples]).astype(float)
    worth = np.concatenate([one.worth() for one in samples])
    everything = np.concatenate(rows)
    spread = everything.std(axis=0)
    kept = list(range(len(names)))
    while True:
        judge = fit(everything[:, kept], right, worth, [names[k] for k in kept], RIDGE)
        wrong = {k: judge.weights[names[k]] * spread[k] * SIGNS.get(names[k], FREE) for k in kept}
        bad = [k for k in kept if wrong[k] < 0]
        if not bad:
            return Judge(judge.intercept, {name: judge.weights.get(name, 0.0) for name in names})
        worst = sorted(bad, key=lambda k: (wrong[k], k))[: max(1, len(bad) // 2)]
        kept = [k for k in kept if k not in worst]


def _honest_chances(samples: Sequence[Sample]) -> list[Rows]:
    """Return first-round chances, each made by weights that never saw its case."""
    found = [np.zeros(len(one.likeness.pairs)) for one in samples]
    for fold in range(FOLDS):
        held = {name for one in samples[fold::FOLDS] for name in one.case.stories[:1]}
        rest = [one for one in samples if held.isdisjoint(one.case.stories)]
        judge = _fit(rest, [one.rows for one in rest], ALIGNED, samples[0].names)
        for values, one in zip(found, samples, strict=True):
            if one.case.stories[0] in held:
                values[:] = judge.chance(dict(zip(one.names, one.rows.T, strict=True)))
    return found


def as_data(weights: Weights) -> dict[str, Any]:
    """Return the weights as plain data, rounded so that the file stays readable."""
    return {
        name: {
            "intercept": round(getattr(weights, name).intercept, 4),
            "weights": {key: round(value, 4) for key, value in getattr(weights, name).weights.items()},
        }
        for name in Weights.__slots__
    }


def scale_data(encoder: Encoder) -> dict[str, Any]:
    """Return the levels of the encoder that teaches, as plain data."""
    left, right = retold()
    found = levels((encoder.encode(left), encoder.encode(right)))
    return {"encoder": encoder.info.digest, "apart": found.apart, "alike": found.alike}


def main(arguments: Sequence[str]) -> None:
    """Learn from all gold and write the weights file."""
    found = cases()
    found += strangers(found)
    found += excerpts(found)
    encoder = SentenceEncoder()
    vectors = encode_all(found, encoder)
    data = {
        "encoder": as_data(learn([sample(case, vectors) for case in found])),
        "words": as_data(learn([sample(case, None) for case in found])),
        "scale": scale_data(encoder),
    }
    out = Path(arguments[0]) if arguments else Path(__file__).parent.parent / "resources" / "weights" / "alignment.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print(out)


if __name__ == "__main__":
    main(sys.argv[1:])
