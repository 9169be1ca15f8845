"""Is a shift of certainty found where there is one, and only there?"""

from __future__ import annotations

import pytest

from diffview.alignment.segmentation import segment
from diffview.changes.classification import classify
from diffview.changes.findings import find_findings
from diffview.model import Article, Bead, Finding, FindingKind, FindingStatus, Options, Strength
from tests.changes.findings.test_findings import findings


def shifts(left: str, right: str) -> list[Finding]:
    """Return what is shown about the certainty of two linked passages."""
    found = (each for each in findings(left, right) if each.kind is FindingKind.CERTAINTY)
    return [each for each in found if each.confidence >= Options().finding_above]


def related(left: str, right: str) -> list[Finding]:
    """Return what is shown about two passages that are only related."""
    documents = segment(Article.from_passages([left])), segment(Article.from_passages([right]))
    links = classify(*documents, [Bead((0,), (0,), 0.9, Strength.RELATED)], Options())
    found = find_findings(*documents, links, Options())
    return [each for each in found if each.is_difference and each.confidence >= Options().finding_above]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The talks ended on Friday with a treaty.", "The talks ended on Friday, leaving the treaty in doubt."),
        ("The boat is expected to leave at noon.", "The boat will leave at noon."),
        ("Winds were likely to ease by noon.", "Winds that had been expected to ease by noon instead turned north."),
        ("The recording has not been verified.", "The recording has his voice."),
        ("He is heard on the tape, it seems.", "We know that he is heard on the tape."),
        ("No deaths were reported in the harbour.", "One man was killed in the harbour."),
        ("The operator refused to say what it will cost.", "It will cost two million, the operator said."),
        ("Boeing May Cut Thousands of Jobs in Seattle", "Boeing Cut Thousands of Jobs in Seattle"),
        ("COUNCIL MAY CLOSE OLD SWIMMING POOL", "COUNCIL TO CLOSE OLD SWIMMING POOL"),
        (
            "The bridge over the Lorn was not closed to traffic on Monday, the council said.",
            "The bridge over the Lorn was closed to traffic on Monday, the council said.",
        ),
        (
            "Officers did not arrest the driver of the van when the road was blocked.",
            "Officers did arrest the driver of the van when the road was blocked.",
        ),
    ],
)
def test_shift_of_certainty(left: str, right: str) -> None:
    """Doubt, expectation, outcome, caveat, knowledge, a negated event and silence are told from the plain statement."""
    assert shifts(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It broke over the question who may search the vessel.", "It broke because boats were boarded."),
        ("Snow that should have lasted was gone early.", "Snow melted five weeks early that spring."),
        ("Boeing Cut Thousands of Jobs in May in Seattle", "Boeing Cut Thousands of Jobs in Seattle"),
        ("Boeing Cut Thousands of Seattle Jobs Last May", "Boeing Cut Thousands of Seattle Jobs"),
        ("Boeing to Cut Jobs on 12 May in Seattle", "Boeing to Cut Jobs in Seattle"),
        ("The firm said that Theresa May left it in spring.", "The firm said that she left it in spring."),
        ("Economists had expected the bank to wait.", "Economists were sure that the bank stood still."),
        ("No charges have been filed in the case.", "In that case no one has been charged."),
        ("We know that it is not enough, she said.", "She knew that it was not enough."),
        ("They rely not only on the files there.", "They rely on the files there, and on others."),
        ("It said that a hose had burst, and never meant to lie.", "It said that a hose had burst."),
        ("The cause is not known, but witnesses heard a bang.", "Witnesses heard a bang."),
        ("It should go to the state rather than to a court.", "It should go to the state and not to a court."),
        ("Holm said she would not stand.", "Holm ruled herself out."),
        ("Nobody would comment on the case.", "The office declined to comment on the case."),
        ("Asked whether the pier is safe, she said it is.", "The pier is safe, she said."),
        ("Her plans for the pier are modest.", "She has modest ideas for the pier."),
        ("The tub was kept because it could not burn.", "The tub was kept because it would not burn."),
        ("No ferries are sailing to the islands.", "All ferries to the islands are cancelled."),
        ("SELLA, 12 May 2026 – The school is empty.", "The school is empty."),
        ("The school is empty since May, they wrote.", "The school is empty, they wrote."),
    ],
)
def test_no_shift_of_certainty(left: str, right: str) -> None:
    """A right, an unreal past, an expectation of others, and two ways of saying no are no shift."""
    assert not shifts(left, right)


def test_denial_of_one_speaker_without_an_aligned_link() -> None:
    """Somebody who denies in one article and does not in the other is one finding, of certainty."""
    found = related(
        "Ida Holm denied that the pier was sold.", "Holm said the price of the pier was one thing on the table."
    )
    assert [each.kind for each in found] == [FindingKind.CERTAINTY]


def test_other_quotations_of_one_speaker() -> None:
    """Two quotations of one speaker on one question are one finding, of quotations."""
    found = related("“This is blackmail,” Ida Holm said.", "Ida Holm called the matter “piracy with a flag on it.”")
    assert [(each.kind, each.status) for each in found] == [(FindingKind.QUOTE, FindingStatus.DIFFERS)]


def test_speaker_under_two_spellings() -> None:
    """Other statements of one speaker are found under two spellings of the name."""
    left = "Dr. Priya Sethi-Moore said that the firm regretted its long silence."
    found = related(left, "“We should have told people sooner,” Priya Sethi Moore, a vice president, told us.")
    assert FindingKind.SPEAKER in {each.kind for each in found}


def test_statement_that_is_told_is_no_other_one() -> None:
    """What only tells the speaker's quotation that stands elsewhere in the other article is no other statement."""
    left = ["Ida Holm, who drafted it, said it saves lives.", "“Nobody should die on a pier,” Holm said."]
    documents = (
        segment(Article.from_passages(left)),
        segment(Article.from_passages(["Holm says nobody should die on a pier."])),
    )
    beads = [Bead((1,), (0,), 1.0), Bead((0,), (0,), 0.6, Strength.RELATED)]
    found = find_findings(*documents, classify(*documents, beads, Options()), Options())
    assert not [each for each in found if each.kind is FindingKind.SPEAKER and each.is_difference]


def test_other_statement_beside_an_aligned_one() -> None:
    """Another statement of a speaker whose passage is aligned already is shown only where the link is sure."""
    left = ["Ida Holm said the pier was rotten.", "Ida Holm told them that no boat had hit it."]
    documents = (
        segment(Article.from_passages(left)),
        segment(Article.from_passages(["Holm said the pier had rot in it."])),
    )
    for score, shown in ((0.9, True), (0.5, False)):
        beads = [Bead((0,), (0,), 1.0), Bead((1,), (0,), score, Strength.RELATED)]
        found = find_findings(*documents, classify(*documents, beads, Options()), Options())
        (other,) = (each for each in found if each.kind is FindingKind.SPEAKER and each.is_difference)
        assert (other.confidence >= Options().finding_above) is shown


def test_one_card_where_a_finding_shows_all_of_it() -> None:
    """What a finding of one speaker's other statement shows already is on no second card."""
    left, right = "“It was a wave,” Ida Holm said, as far as she knew.", "Holm told them that a pump broke."
    documents = segment(Article.from_passages([left])), segment(Article.from_passages([right]))
    links = classify(*documents, [Bead((0,), (0,), 0.9, Strength.RELATED)], Options())
    found = find_findings(*documents, links, Options())
    assert len([each for each in found if each.kind is FindingKind.SPEAKER]) == 1


def test_hedge_in_related_passages_without_a_better_counterpart() -> None:
    """What is hedged in passages that are related, share words and have no other counterpart is a finding."""
    left, right = "The cause of the fire was under investigation.", "They ask whether a line caused the fire."
    assert FindingKind.CERTAINTY in {each.kind for each in related(left, right)}
