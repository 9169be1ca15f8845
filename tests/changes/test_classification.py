"""Is each passage in the right class, and moved only when it is out of order?"""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from diffview.alignment.segmentation import segment
from diffview.changes.classification import classify, heaviest_chain
from diffview.model import Article, Bead, ChangeKind, Document, Op, Options, Strength


def document(*passages: str) -> Document:
    """Return a document with these passages."""
    return segment(Article.from_passages(passages))


def bead(left: int, right: int, strength: Strength = Strength.ALIGNED) -> Bead:
    """Return a link of one passage with one."""
    return Bead((left,), (right,), 0.9, strength)


def test_typography_alone_is_same() -> None:
    """Another kind of quotation mark is no rewording."""
    links = classify(document("“No,” he said."), document('"No," he said.'), [bead(0, 0)], Options())
    assert [link.change for link in links] == [ChangeKind.SAME]


def test_a_changed_case_is_reworded() -> None:
    """A capital letter more is a change of the text."""
    links = classify(document("the Board met."), document("the board met."), [bead(0, 0)], Options())
    assert [link.change for link in links] == [ChangeKind.REWORDED]


def test_what_nobody_links_is_dropped_or_added() -> None:
    """Every unlinked passage has a link of its own, empty on the other side."""
    links = classify(document("A.", "B."), document("A.", "C."), [bead(0, 0)], Options())
    assert [(link.change, link.left, link.right) for link in links] == [
        (ChangeKind.SAME, (0,), (0,)),
        (ChangeKind.ADDED, (), (1,)),
        (ChangeKind.DROPPED, (1,), ()),
    ]


def test_a_related_link_changes_no_class() -> None:
    """A passage with nothing but a related link still counts as said by one side only."""
    links = classify(document("A b."), document("A c."), [bead(0, 0, Strength.RELATED)], Options())
    assert {link.change for link in links if link.strength is Strength.ALIGNED} == {
        ChangeKind.DROPPED,
        ChangeKind.ADDED,
    }


def test_the_lighter_of_two_crossing_links_moved() -> None:
    """Of two passages that changed places, the shorter one moved."""
    left = document("A long passage that goes on and on.", "Short.")
    right = document("Short.", "A long passage that goes on and on.")
    links = classify(left, right, [bead(0, 1), bead(1, 0)], Options())
    assert [(link.left, link.moved) for link in links] == [((0,), False), ((1,), True)]


def test_a_dropped_passage_says_where_it_would_stand() -> None:
    """Its edit points behind the partner of what stands before it."""
    left, right = document("One.", "Gone.", "Three."), document("One.", "Three.")
    dropped = classify(left, right, [bead(0, 0), bead(2, 1)], Options())[1]
    assert dropped.edits[0].op is Op.DELETE
    assert dropped.edits[0].right.start == right.passages[0].span.end


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 5)), max_size=8))
def test_the_chain_is_the_heaviest_of_all(items: list[tuple[int, int]]) -> None:
    """No strictly increasing subsequence weighs more than the one found."""
    values, weights = [value for value, _ in items], [weight for _, weight in items]
    chain = heaviest_chain(values, weights)
    picked = [values[place] for place in chain]
    assert chain == sorted(set(chain))
    assert picked == sorted(set(picked))
    rising = (
        places
        for size in range(len(values) + 1)
        for places in combinations(range(len(values)), size)
        if all(values[a] < values[b] for a, b in pairwise(places))
    )
    assert sum(weights[place] for place in chain) == max(sum(weights[place] for place in places) for places in rising)
