"""Why are two groups of passages linked, in things that a reader can check in the text?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

import numpy as np

from diffview.alignment.grouping import Group
from diffview.alignment.pairs import Chances
from diffview.alignment.similarity import Likeness
from diffview.alignment.wording import Wording, figure_stem
from diffview.model import Evidence

_MOST_WORDS = 8
_SHORTEST_RUN = 3
_LONGEST_RUN = 40
_RARE = 0.4


def evidence_for(group: Group, likeness: Likeness, chance: Chances, places: Sequence[int]) -> Evidence:
    """Return what speaks for `group`; `places` turns a right place into the index of its passage."""
    left, right = [likeness.left[i] for i in group.left], [likeness.right[j] for j in group.right]
    best = likeness.pairs.find(*(np.array(cells, np.intp) for cells in group.cells()))[chance[group.cells()].argmax()]
    common = _stems(left) & _stems(right)
    names = frozenset().union(*(wording.names for wording in left)) & common
    figures = frozenset(figure_stem(value) for wording in left for value in wording.figures) & common
    rare = {stem for stem in common - names - figures if likeness.rarity.weight.get(stem, 0.0) >= _RARE}
    runner_up, margin = _runner_up(group, chance)
    return Evidence(
        similarity=_best(likeness, "cosine", group),
        token_match=_best(likeness, "matched_more", group),
        word_overlap=round(float(likeness.values["covered"][best]), 4),
        shared_words=_as_written(left, rare, likeness),
        shared_names=_as_written(left, names, likeness),
        shared_figures=_as_written(left, figures, likeness),
        quote_run=_longest_run(left, right),
        margin=margin,
        runner_up=None if runner_up is None else places[runner_up],
    )


def _stems(side: Sequence[Wording]) -> frozenset[str]:
    return frozenset().union(*(wording.stems for wording in side))


def _best(likeness: Likeness, name: str, group: Group) -> float | None:
    if name not in likeness.values:
        return None
    return round(float(Chances(likeness.pairs, likeness.values[name])[group.cells()].max()), 4)


def _as_written(side: Sequence[Wording], stems: Collection[str], likeness: Likeness) -> tuple[str, ...]:
    """Return the rarest of `stems` as the left article writes them, in the order in which they stand there."""
    found: dict[str, str] = {}
    for wording in side:
        for stem, span in zip(wording.stems, wording.spans, strict=True):
            if stem in stems:
                found.setdefault(stem, span.of(wording.text))
    rarest = set(sorted(found, key=lambda stem: (-likeness.rarity.weight.get(stem, 0.0), stem))[:_MOST_WORDS])
    return tuple(written for stem, written in found.items() if stem in rarest)


def _longest_run(left: Sequence[Wording], right: Sequence[Wording]) -> str:
    """Return the longest run of words that a quotation and the other side have in common, as the left writes it."""
    longest, written = _SHORTEST_RUN - 1, ""
    for one in left:
        for other in right:
            if not (one.quotes or other.quotes):
                continue
            match = SequenceMatcher(None, one.stems, other.stems, autojunk=False).find_longest_match()
            if match.size > longest:
                longest = match.size
                last = one.spans[match.a + min(match.size, _LONGEST_RUN) - 1]
                written = one.text[one.spans[match.a].start : last.end]
    return written


def _runner_up(group: Group, chance: Chances) -> tuple[int | None, float]:
    """Return the right passage outside the group that comes next for its left ones, and how far behind it lies."""
    here = float(chance[group.cells()].max())
    others = {j: found for j, found in chance.partners(group.left).items() if j not in group.right and found > 0.0}
    if not others:
        return None, round(here, 4)
    best = min(others, key=lambda j: (-others[j], j))
    return best, round(here - others[best], 4)
