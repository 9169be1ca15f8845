"""Between which heights do the ribbons of a comparison run?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from diffview.model import Comparison, Side
from diffview.reports.looks import look_of
from diffview.ui.folds import Fold
from diffview.ui.link_map import Ribbon
from diffview.ui.marks import Gaps, stretches
from diffview.ui.scroll_sync import Extent

Extents = Mapping[Side, Sequence[Extent]]


def ribbons(
    comparison: Comparison, extents: Extents, gaps: Mapping[Side, Gaps], folded: Sequence[Fold] = ()
) -> Iterator[Ribbon]:
    """Yield a ribbon for each stretch of each link, and one for each fold, named after the first link in it.

    What only one side says runs to the place where the other side would have it.
    """
    inside = {number for fold in folded for number in fold.links}
    for fold in folded:
        ends = [_whole(comparison, fold, side, extents[side]) for side in Side]
        yield Ribbon(fold.links[0], "same", ends[0], ends[1])
    for number, link in enumerate(comparison.links):
        if number in inside:
            continue
        ends_of = {side: stretches(link.on(side), extents[side]) for side in Side}
        for side in Side:
            if not link.on(side):
                place = gaps[side].after(min(link.on(side.other)))
                ends_of[side] = ((place, place),)
        for left in ends_of[Side.LEFT]:
            for right in ends_of[Side.RIGHT]:
                yield Ribbon(number, look_of(link), left, right, link.origin)


def _whole(comparison: Comparison, fold: Fold, side: Side, extents: Sequence[Extent]) -> Extent:
    """Return top and bottom of a fold's line, from those of its first and last passage."""
    passages = [passage for number in fold.links for passage in comparison.links[number].on(side)]
    return extents[min(passages)][0], extents[max(passages)][1]
