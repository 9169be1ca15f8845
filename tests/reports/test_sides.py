"""What is told of each article by itself?"""

from __future__ import annotations

from dataclasses import replace

from diffview.model import ChangeKind, FindingKind, Side
from diffview.reports.sides import Group, one_side, speakers
from tests.reports.sample import annotated, sample


def test_the_share_counts_words_in_common() -> None:
    """The share of an article is that of its words, outside furniture, that the other has too."""
    found = one_side(sample(), Side.LEFT)
    shared = found.coverage.same + found.coverage.reworded
    assert 0 < found.share == shared / (found.coverage.words - found.coverage.furniture) < 1


def test_passages_of_one_side() -> None:
    """Passages that only one article has are listed on its side, in its own words."""
    comparison = sample()
    alone = [link for link in comparison.links if link.change is ChangeKind.ADDED]
    listed = [item.words for item in one_side(comparison, Side.RIGHT).alone[Group.PASSAGES]]
    assert listed == [comparison.right.text_of(number) for link in alone for number in link.right]


def test_figures_of_one_side() -> None:
    """A figure that only the left article has is listed on the left, where it stands, and not on the right."""
    comparison = annotated()
    left, right = (one_side(comparison, side).alone[Group.FIGURES] for side in Side)
    assert [item.span.of(comparison.left.article.text) for item in left] == ["1.2 million"]
    assert right == ()


def test_a_lead_names_its_partners() -> None:
    """Each leading passage has the places of the other article that say the same; they may be none."""
    comparison = sample()
    leads = one_side(comparison, Side.LEFT).lead
    same = next(link for link in comparison.links if link.change is ChangeKind.SAME)
    place = comparison.left.passages[same.left[0]].span
    partners = next(lead.partners for lead in leads if lead.span == place)
    assert partners == tuple(comparison.right.passages[number].span for number in same.right)


def test_speakers_have_names() -> None:
    """Everyone who speaks and has a name is listed with the places of both sides."""
    comparison = annotated()
    named = tuple(
        replace(finding, about="Ana Lindqvist") if finding.kind is FindingKind.SPEAKER else finding
        for finding in comparison.findings
    )
    assert speakers(comparison) == ()
    (found,) = speakers(replace(comparison, findings=named))
    assert (found.name, named[found.finding].kind) == ("Ana Lindqvist", FindingKind.SPEAKER)
    assert [found.on(side) for side in Side] == [named[found.finding].on(side) for side in Side]
