"""Which passages of two articles are linked?

    wordings and vectors -> likeness (every kind of evidence) -> a first judgement of each pair by itself
    -> a second that knows the first one's view of rivals and neighbours -> one decision -> beads with their evidence

Two judgements come out of the second round: whether two passages say the same (aligned), and whether there is any
link at all (related at least). The same code works without an encoder, by words alone and with weights of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from diffview.alignment.calibration import Weights, shipped_weights
from diffview.alignment.evidence import evidence_for
from diffview.alignment.features import first_round, second_round
from diffview.alignment.grouping import Group, aligned_groups, related_pairs
from diffview.alignment.pairs import Chances
from diffview.alignment.parts import with_parts
from diffview.alignment.questions import open_to_links
from diffview.alignment.scale import PLAIN, Scale
from diffview.alignment.similarity import Likeness, measure
from diffview.alignment.tokens import Tell
from diffview.alignment.wording import read_wordings
from diffview.model import Bead, Document, Encoded, Options, Progress, Strength

_CHANCES = ("link_above", "join_above", "related_above", "related_besides_above")
EncodedPair = tuple[Sequence[Encoded], Sequence[Encoded]]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was measured of two articles and the chances that came of it, over their content passages."""

    likeness: Likeness
    aligned: Chances
    linked: Chances


def link(
    left: Document,
    right: Document,
    encoded: EncodedPair | None,
    options: Options,
    progress: Progress | None = None,
    *,
    scale: Scale = PLAIN,
) -> tuple[Bead, ...]:
    """Return the beads of two documents, in the order of the left one; passages without a link are in none.

    `encoded` runs parallel to the passages of both sides; None works by words alone, and
    `scale` says what the encoder's likeness amounts to. An aligned bead shares no
    passage with another; related ones may. `progress` may raise `Cancelled`.
    """
    places = left.content(), right.content()
    if not (places[0] and places[1]):
        return ()
    weights = shipped_weights("words" if encoded is None else "encoder")
    if encoded is None:
        options = careful(options)
    tell = _silent if progress is None else partial(progress, "linking")
    judged = judge(likeness_of(left, right, encoded, options, tell, scale), weights)
    return decide(_answered(judged, left, right), places, options, tell)


def _answered(judged: Judged, left: Document, right: Document) -> Judged:
    """Return what was judged without the links of an interview's questions to what their answers say."""
    may = open_to_links(left, right, judged.likeness.pairs)
    if may is None:
        return judged
    aligned, linked = (Chances(each.pairs, each.values * may) for each in (judged.aligned, judged.linked))
    return replace(judged, aligned=aligned, linked=linked)


def careful(options: Options) -> Options:
    """Return the options for words alone, which say less than vectors."""
    chances = {name: max(getattr(options, name), options.words_link_above) for name in _CHANCES}
    return replace(options, **chances)


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def likeness_of(
    left: Document,
    right: Document,
    encoded: EncodedPair | None,
    options: Options,
    tell: Tell = _silent,
    scale: Scale = PLAIN,
) -> Likeness:
    """Return everything that can be measured of the content passages of two documents."""
    sides = (left, left.content()), (right, right.content())
    wordings = read_wordings([[document.text_of(k) for k in content] for document, content in sides])
    vectors = None
    if encoded is not None:
        vectors = [encoded[0][k] for k in sides[0][1]], [encoded[1][k] for k in sides[1][1]]
    return measure(wordings[0], wordings[1], vectors, options.candidates, tell, scale)


def judge(likeness: Likeness, weights: Weights) -> Judged:
    """Return the chance of every pair, in two rounds."""
    features = first_round(likeness)
    features |= second_round(likeness, weights.first.chance(features))
    aligned, linked = (Chances(likeness.pairs, each.chance(features)) for each in (weights.aligned, weights.linked))
    return Judged(likeness, aligned, linked)


def decide(
    judged: Judged, places: tuple[Sequence[int], Sequence[int]], options: Options, tell: Tell = _silent
) -> tuple[Bead, ...]:
    """Return the beads that the chances carry; `places` holds the passage index of each row and column."""
    same = judged.likeness.same
    whole = with_parts(judged.aligned, judged.likeness, options)
    judged = replace(judged, aligned=whole, linked=Chances(whole.pairs, np.maximum(whole.values, judged.linked.values)))
    versions = judged.likeness.kept >= options.versions_above
    groups = aligned_groups(judged.aligned, same, options, versions=versions)
    related = related_pairs(judged.linked, groups, same, options, versions=versions)
    # what stands there to the letter is no matter of likelihood
    judged = replace(judged, linked=judged.linked.raised(same, options.same_score))
    found = [(group, Strength.ALIGNED) for group in groups] + [(group, Strength.RELATED) for group in related]
    beads = []
    for number, (group, strength) in enumerate(found):
        tell(number, len(found))
        beads.append(_bead(group, strength, judged, places))
    tell(len(found), len(found))
    return tuple(sorted(beads, key=lambda bead: (bead.left, bead.right)))


def _bead(group: Group, strength: Strength, judged: Judged, places: tuple[Sequence[int], Sequence[int]]) -> Bead:
    return Bead(
        left=tuple(places[0][i] for i in group.left),
        right=tuple(places[1][j] for j in group.right),
        score=round(float(judged.linked[group.cells()].mean()), 4),
        strength=strength,
        evidence=evidence_for(group, judged.likeness, judged.linked, places[1]),
    )
