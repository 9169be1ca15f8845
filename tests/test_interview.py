"""Are interviews known, and are their answers, not their questions, what is compared?"""

from __future__ import annotations

import pytest

from diffview.alignment.linking import link
from diffview.alignment.segmentation import segment
from diffview.changes.classification import classify
from diffview.changes.findings import find_findings
from diffview.interview import is_interview, questions_of
from diffview.model import Article, Bead, Document, Finding, FindingKind, FindingStatus, Options

INTERVIEW = [
    "Hanne Brode has edited the dictionary of the harbour for 31 years.",
    "How many words of the harbour have you let into the dictionary?",
    "About 9,400.",
    "Which word of the harbour caused the most trouble in the dictionary?",
    "Without a second thought, smirt.",
    "Will machines write the dictionary of the harbour one day?",
    "They do half of it, and they have no idea why.",
]
REPORT = [
    "Hanne Brode leaves after 31 years.",
    "She let 9,400 words of the harbour into the dictionary.",
    "Machines have no idea why, “but they do half of it”, Hanne Brode said.",
]


def document(passages: list[str]) -> Document:
    return segment(Article.from_passages(passages))


def findings(pairs: list[tuple[int, int]]) -> list[Finding]:
    """Return what is found between the interview and the report with these passages linked."""
    documents = document(INTERVIEW), document(REPORT)
    links = classify(*documents, [Bead((i,), (j,), 1.0) for i, j in pairs], Options())
    return list(find_findings(*documents, links, Options()))


def test_questions_of_an_interview() -> None:
    """Questions in paragraphs of their own with answers below them are the questions of an interview."""
    assert questions_of(document(INTERVIEW)) == {1, 3, 5}
    told = [*INTERVIEW[:5], "You are the last of the wardens.", *INTERVIEW[5:]]
    assert questions_of(segment(Article.from_passages(told, [0, 1, 2, 3, 4, 5, 5, 6]))) == {1, 3, 6}


@pytest.mark.parametrize(
    "passages",
    [
        INTERVIEW[:5],
        [*INTERVIEW[:1], *INTERVIEW[1::2]],
        [passage if number % 2 == 0 else f"“{passage}”" for number, passage in enumerate(INTERVIEW)],
        [*INTERVIEW, *["The harbour freezes over in a hard winter."] * 12],
    ],
)
def test_no_interview(passages: list[str]) -> None:
    """Two questions, questions without answers, quoted ones, and few in a long story make no interview."""
    assert questions_of(document(passages)) == frozenset()


def test_question_is_not_linked_with_what_answers_it() -> None:
    """A statement is linked with an answer at most; a question only with what tells of asking."""
    left = document(INTERVIEW)
    told = document([REPORT[1]])
    assert not [bead for bead in link(left, told, None, Options(related_above=0.01)) if 1 in bead.left]
    asked = document(["She was asked how many words of the harbour she had let into the dictionary."])
    assert [bead.left for bead in link(left, asked, None, Options())] == [(1,)]


def test_answers_are_said_by_who_is_asked() -> None:
    """An interview gives its source for every answer, so the other article's source is no news."""
    kinds = {finding.kind for finding in findings([(6, 2), (2, 1)])}
    assert kinds.isdisjoint((FindingKind.ATTRIBUTION, FindingKind.SPEAKER))


def test_quotation_of_an_answer() -> None:
    """A quotation that is an answer is the same words without marks; one of other words is told otherwise there."""
    (quote,) = [finding for finding in findings([(6, 2)]) if finding.kind is FindingKind.QUOTE]
    assert quote.status is FindingStatus.PARAPHRASED
    right = document(["“They have no idea why,” Hanne Brode said."])
    left = document([*INTERVIEW[:6], "They do half of it.", "They have no idea why."])
    links = classify(left, right, [Bead((7,), (0,), 1.0)], Options())
    (quote,) = [each for each in find_findings(left, right, links, Options()) if each.kind is FindingKind.QUOTE]
    assert quote.status is FindingStatus.SAME


EXPLAINER = [
    "The bridge over the Lorn has been shut since Monday.",
    "What happened?",
    "A barge hit the third pillar at dawn.",
    "Who is to blame?",
    "The barge was far too close to the pillar.",
    "When will it reopen?",
    "The cracks are small and it can open within a month.",
]
QUOTING = ["“The barge was far too close to the pillar,” said Ida Holm.", "It can open within a month, said Carl Dahl."]


def test_explainer_is_said_by_nobody() -> None:
    """What a paper answers to its own questions is told without a source, unlike what is said in an interview."""
    documents = document(EXPLAINER), document(QUOTING)
    links = classify(*documents, [Bead((4,), (0,), 1.0), Bead((6,), (1,), 1.0)], Options())
    found = list(find_findings(*documents, links, Options()))
    (quote,) = [finding for finding in found if finding.kind is FindingKind.QUOTE]
    assert quote.status is FindingStatus.REPORTED
    shifts = [finding.status for finding in found if finding.kind is FindingKind.ATTRIBUTION]
    assert shifts == [FindingStatus.DIFFERS] * 2


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Will you get your money?", ("Ask at the office, where you will get it.", "No.", "You can.")),
        ("Will you get your money?", ("“We saw my boat sink,” said Holm.", "“I saw it,” said Dahl.", "In May.")),
        ("What happened?", ("It fell.", "The driver, as we were told.", "In May.")),
    ],
)
def test_explainer_speaks_to_its_readers(question: str, answers: tuple[str, ...]) -> None:
    """Answers that speak to readers, that quote, or that say "we" once make no interview."""
    asked = [EXPLAINER[0], question, answers[0], EXPLAINER[3], answers[1], EXPLAINER[5], answers[2]]
    assert questions_of(document(asked)) == {1, 3, 5}
    assert not is_interview(document(asked))


@pytest.mark.parametrize(
    "answers",
    [("I saw it fall.", "My son did.", "In May."), ("J’ai tout vu.", "Unser Sohn.", "Im Mai.")],
)
def test_answers_in_the_first_person(answers: tuple[str, ...]) -> None:
    """Questions that are answered in the first person are those of an interview."""
    assert is_interview(document([part for pair in zip(EXPLAINER[1::2], answers, strict=True) for part in pair]))
