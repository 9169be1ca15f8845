"""Do the paragraphs stand level that say the same, and only they?"""

from __future__ import annotations

from diffview.alignment.segmentation import segment
from diffview.model import Article, ChangeKind, Comparison, EncoderInfo, Link, Strength
from diffview.reports.pdf.rows import rows


def compared(*links: Link, passages: int = 4) -> Comparison:
    """Return a comparison with these links, each passage a paragraph of its own."""
    left, right = (segment(Article.from_passages([f"{side} {n}" for n in range(passages)])) for side in "ab")
    return Comparison(left, right, links, EncoderInfo(""))


def same(left: int, right: int, **what: object) -> Link:
    """Return a link of one passage on each side."""
    return Link((left,), (right,), ChangeKind.SAME, **what)  # type: ignore[arg-type]


def test_a_row_begins_where_paragraphs_say_the_same() -> None:
    """What stands before the first of them, and after the last, is in the row beside it."""
    found = rows(compared(same(1, 0), same(2, 1), same(3, 3)))
    assert found == ((range(2), range(1)), (range(2, 3), range(1, 3)), (range(3, 4), range(3, 4)))


def test_what_moved_or_is_only_related_makes_no_row() -> None:
    """One passage that stands elsewhere does not keep all later ones from standing level."""
    moved, related = same(1, 3, moved=True), same(0, 3, strength=Strength.RELATED)
    assert rows(compared(related, same(0, 0), moved, same(2, 1), same(3, 2))) == (
        (range(2), range(1)),
        (range(2, 3), range(1, 2)),
        (range(3, 4), range(2, 4)),
    )


def test_nothing_in_common_is_one_row() -> None:
    """Articles without a link begin together and are not parted; those without a text have no row."""
    assert rows(compared()) == ((range(4), range(4)),)
    assert rows(compared(passages=0)) == ()
