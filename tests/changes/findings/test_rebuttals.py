"""Is a denial that only one article has found, and no other?"""

from __future__ import annotations

import pytest

from diffview.alignment.segmentation import segment
from diffview.changes.classification import classify
from diffview.changes.findings import find_findings
from diffview.model import Article, Bead, Finding, FindingKind, FindingStatus, Options

OPENING = "The pier was sold in spring."


def denials(left: str, right: str, *, linked: bool = False) -> list[Finding]:
    """Return the denials of one article only, where both open alike."""
    documents = [segment(Article.from_passages([OPENING, OPENING, text])) for text in (left, right)]
    beads = [Bead((number,), (number,), 1.0) for number in range(3 if linked else 2)]
    links = classify(documents[0], documents[1], beads, Options())
    found = find_findings(documents[0], documents[1], links, Options())
    return [each for each in found if (each.kind, each.status) == (FindingKind.ATTRIBUTION, FindingStatus.ONLY_HERE)]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm denied having sold anything.",
        "Ida Holm insists that she has “never sold a plank”.",
        "“I know nothing of any sale,” Ida Holm said.",
    ],
)
def test_denial_of_one_article(text: str) -> None:
    """What somebody by name denies in one article alone is shown as a difference, on that side only."""
    (finding,) = denials(text, "It rained that day.")
    assert (finding.right, finding.about) == ((), "Ida Holm")
    assert finding.is_difference
    assert finding.confidence >= Options().finding_above


def test_denial_of_both_articles() -> None:
    """Who denies something in both articles has no denial left out."""
    assert not denials("Ida Holm denied having sold anything.", "Holm rejected any talk of a sale.")


def test_denial_in_a_link() -> None:
    """A denial that the other article has in a linked passage is not left out."""
    assert not denials("Ida Holm denied that she sold it.", "She had sold it, they say, to a friend.", linked=True)


def test_plain_statement_of_one_article() -> None:
    """What somebody only says in one article is no denial."""
    assert not denials("Ida Holm said that the pier is old.", "It rained that day.")
