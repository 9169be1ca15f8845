"""Are drawn comparisons such as the program could have made?"""

from __future__ import annotations

from hypothesis import given

from diffview.model import ChangeKind, Comparison, Op, Side, Strength
from diffview.words import fold
from tests.strategies import comparisons, patient


@patient
@given(comparisons())
def test_every_passage_has_one_link(comparison: Comparison) -> None:
    """Every passage that is not furniture is in exactly one aligned link."""
    for side in Side:
        linked = [i for link in comparison.links if link.strength is Strength.ALIGNED for i in link.on(side)]
        assert sorted(linked) == list(comparison.document(side).content())


@patient
@given(comparisons())
def test_edits_tile_the_passages(comparison: Comparison) -> None:
    """The edits of a link cover its passages on both sides, in order and without a gap."""
    for link in comparison.links:
        for side, skipped in ((Side.LEFT, Op.INSERT), (Side.RIGHT, Op.DELETE)):
            document = comparison.document(side)
            edits = (getattr(edit, side.value) for edit in link.edits if edit.op is not skipped)
            assert "".join(span.of(document.article.text) for span in edits) == "".join(
                document.text_of(i) for i in link.on(side)
            )


@patient
@given(comparisons())
def test_same_is_same(comparison: Comparison) -> None:
    """A link is drawn as SAME only when its texts are equal after folding."""
    for link in comparison.links:
        if link.change is ChangeKind.SAME:
            left, right = ([fold(comparison.document(side).text_of(i)) for i in link.on(side)] for side in Side)
            assert left == right
