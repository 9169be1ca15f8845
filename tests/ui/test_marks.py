"""Tests of what each passage looks like."""

from __future__ import annotations

from diffview.model import Bead, Comparison, Role, Side
from diffview.ui.marks import Gaps, Places, changes, differing_words, looks, runs, stretches, ties
from diffview.ui.mask import Mask
from tests.ui.conftest import comparison_of, document


def test_class_of_each_passage(comparison: Comparison) -> None:
    """Every passage has the class of its link, furniture its own."""
    marks = [look.mark for look in looks(comparison, Side.LEFT)]
    assert marks[0] == "same"
    assert marks[2] == "furniture"
    assert marks[4] == "dropped"
    assert marks[5] == "reworded"
    assert "moved" in (marks[1], marks[3])


def test_moved_label_at_both_ends(comparison: Comparison) -> None:
    """Both ends of a moved link say from which paragraph."""
    labels = {side: {look.link: look.label for look in looks(comparison, side) if look.label} for side in Side}
    assert len(labels[Side.LEFT]) == 1
    assert labels[Side.LEFT].keys() == labels[Side.RIGHT].keys()
    (number,) = labels[Side.LEFT]
    link = comparison.links[number]
    assert labels[Side.LEFT][number] == f"moved from paragraph {link.right[0] + 1}"
    assert labels[Side.RIGHT][number] == f"moved from paragraph {link.left[0] + 1}"


def test_furniture_names_its_rule(comparison: Comparison) -> None:
    """Furniture carries the name of the rule that found it and no link."""
    look = looks(comparison, Side.LEFT)[2]
    assert (look.rule, look.link) == ("sharing", None)
    assert comparison.left.passages[2].role is Role.FURNITURE


def test_related_link_changes_no_class(comparison: Comparison) -> None:
    """A passage only the left has keeps its class and knows its related link besides."""
    look = looks(comparison, Side.LEFT)[4]
    assert look.mark == "dropped"
    assert len(look.related) == 1


def test_words_that_differ(comparison: Comparison) -> None:
    """Exactly the words the other side lacks stand out, without white space, on both sides."""
    text = {side: comparison.document(side).article.text for side in Side}
    words = {side: [w.span.of(text[side]) for w in differing_words(comparison, side)] for side in Side}
    assert "closed" in words[Side.LEFT]
    assert "shut" in words[Side.RIGHT]
    assert all(word == word.strip() for side in Side for word in words[side])


def test_changes_are_walked_in_reading_order(comparison: Comparison) -> None:
    """What is the same where it was, and what is only related, is no stop."""
    stops = changes(comparison)
    assert list(stops) == sorted(stops)
    assert len(stops) == 4


def test_hidden_class_is_no_stop(comparison: Comparison) -> None:
    """A class that is not marked is passed over."""
    assert len(changes(comparison, Mask(frozenset({"dropped"})))) == 3


def test_runs() -> None:
    """Neighbouring passages are one stretch."""
    assert runs((5, 1, 2, 3)) == ((1, 3), (5, 5))


def test_stretches() -> None:
    """A stretch reaches from the top of its first passage to the bottom of its last."""
    assert stretches((0, 1), [(0, 10), (12, 30)]) == ((0, 30),)


def test_ties_are_sure_pairs(comparison: Comparison) -> None:
    """Only aligned pairs tie the scroll bars, not related ones and not what one side lacks."""
    extents = {side: [(n * 20.0, n * 20.0 + 15) for n in range(6)] for side in Side}
    found = tuple(ties(comparison, extents[Side.LEFT], extents[Side.RIGHT]))
    assert len(found) == 4


def test_place_of_what_is_missing(comparison: Comparison) -> None:
    """What only the right says would stand on the left below the partner of what precedes it in order."""
    extents = [(n * 100.0, n * 100.0 + 50) for n in range(6)]
    place = Gaps(comparison, Side.LEFT, extents).after(2)
    assert place in (50.0, 350.0)


def test_place_of_what_is_missing_before_everything(comparison: Comparison) -> None:
    """What the right says before all that is shared would stand at the top of the left content."""
    assert Gaps(comparison, Side.LEFT, [(7.0, 50.0)] * 6).after(-1) == 7.0


def test_paragraphs_that_are_apart_are_listed() -> None:
    """A link of paragraphs 1 and 3 says so, and does not name what stands between them."""
    texts = ["A ferry sank.", "It rained.", "Nobody was hurt.", "So it was."]
    beads = [Bead((0, 2), (0,), 0.9), Bead((1, 3), (1, 2), 0.9)]
    made = comparison_of(document(texts), document(texts[:3]), beads)
    places = Places(made)
    link = next(link for link in made.links if link.left == (0, 2))
    assert places.paragraphs(link, Side.LEFT) == "paragraphs 1, 3"
    other = next(link for link in made.links if link.right == (1, 2))
    assert places.paragraphs(other, Side.RIGHT) == "paragraphs 2–3"
