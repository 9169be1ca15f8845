"""Which passages are a further part of one that was cut in two?

A likely partner next door speaks against a link, since it often tells the same better. Where it tells the other half
both are right. Words show it: those of a second half stand in the whole, and not in the first half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import numpy as np

from diffview.alignment.pairs import Chances
from diffview.alignment.similarity import CONTAINED_BESIDE, Likeness
from diffview.model import Options

_Cell = tuple[int, int]


def with_parts(chance: Chances, likeness: Likeness, options: Options) -> Chances:
    """Return the chances with those of further parts raised to `options.part_score`.

    A further part stands beside a passage that is linked with the whole from `options.link_above` on. Of its rare words
    `options.part_above` stand in the whole and in no other passage that is linked with either.
    """
    wanted = _contained(chance, likeness, options)
    linked = set(chance.by_chance(options.link_above)) if wanted else set()
    parts: set[_Cell] = set()
    while new := _parts(wanted - parts, linked, likeness, options):
        parts |= new
        linked |= new
    return chance.raised(sorted(parts), options.part_score)


def _contained(chance: Chances, likeness: Likeness, options: Options) -> set[_Cell]:
    """Return the pairs of which one passage holds most of the other; none of a passage that has its twin."""
    pairs = likeness.pairs
    places = np.flatnonzero((likeness.values["contained"] >= options.part_above) & (chance.values < options.part_score))
    rows, columns = ({cell[side] for cell in likeness.same} for side in (0, 1))
    cells = zip(pairs.rows[places].tolist(), pairs.columns[places].tolist(), strict=True)
    return {(i, j) for i, j in cells if i not in rows and j not in columns}


def _parts(wanted: Collection[_Cell], linked: Collection[_Cell], likeness: Likeness, options: Options) -> set[_Cell]:
    """Return those of `wanted` that are a further part of what is linked next door."""
    across, down = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
    for i, j in linked:
        across[i].add(j)
        down[j].add(i)
    return {
        (i, j)
        for i, j in wanted
        if (across[i] & {j - 1, j + 1} or down[j] & {i - 1, i + 1})
        and _own_share((i, j), (down[j] - {i}, across[i] - {j}), likeness) >= options.part_above
    }


def _own_share(cell: _Cell, others: tuple[Collection[int], Collection[int]], likeness: Likeness) -> float:
    """Return how much of the shorter passage stands in the other one and in none of the `others` on either side."""
    weight = likeness.rarity.weight
    one, other = set(likeness.left[cell[0]].stems), set(likeness.right[cell[1]].stems)
    told = [set(likeness.left[i].stems) for i in others[0]] + [set(likeness.right[j].stems) for j in others[1]]
    own, *sides = (sum(weight[stem] for stem in stems) for stems in ((one & other).difference(*told), one, other))
    return own / (min(sides) + CONTAINED_BESIDE)
