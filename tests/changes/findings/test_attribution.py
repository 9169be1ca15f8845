"""Is a shift of source found where there is one, and only there?"""

from __future__ import annotations

import pytest

from diffview.alignment.segmentation import segment
from diffview.changes.classification import classify
from diffview.changes.findings import find_findings
from diffview.model import Article, Bead, Finding, FindingKind, Options
from tests.changes.findings.test_findings import findings


def sources(left: str, right: str) -> list[Finding]:
    """Return what is shown about the sources of two linked passages."""
    found = (each for each in findings(left, right) if each.kind is FindingKind.ATTRIBUTION)
    return [each for each in found if each.confidence >= Options().finding_above]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The pier is rotten, city records show.", "The pier is rotten, Mayor Ida Holm told the council."),
        ("The pier is rotten, according to a person close to the owner.", "The pier is rotten, the owner said."),
        ("The pier is rotten, a report found that day.", "The pier is rotten, engineer Ida Holm said."),
        ("The repairs will cost £2 million, a report said.", "The repairs are thought to cost £2 million."),
        ("Mayor Ida Holm ordered checks of eleven piers.", "Eleven piers are to be checked."),
        ("The pier, as is noted in the council's report, is rotten.", "The pier is rotten, Ida Holm said."),
        ("The boat was too heavy, spokeswoman Ida Holm said.", "The boat was too heavy, the company said."),
        ("A detective said the pier is rotten.", "The air force said the pier is rotten."),
        ("His deputy, Ida Holm, pointed out that the pier pays.", "The pier pays."),
    ],
)
def test_other_source(left: str, right: str) -> None:
    """Papers against persons, the nameless, the impersonal, the unsaid and the passive are told from each other."""
    assert sources(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Governor Ida Holm said the pier is rotten.", "The pier is rotten, the governor insisted."),
        ("The council declined to comment on the pier.", "The pier was not discussed there."),
        ("The harbour office will pay for it.", "The harbour office says it will pay for it."),
        ("Fleets in three coastal states with boats would shrink.", "The fleets of three nations would shrink."),
        ("Rovers dismissed their coach after the game.", "The club let the coach go after the game."),
        ("The rain added to the misery of the harbour.", "The harbour had rain besides all misery."),
        ("The Oslo group, based in Norvia, admitted that it lied.", "The Oslo group said that it lied."),
        ("The Oslo group – which lodged Ida Holm – said it lied.", "The Oslo group said it lied."),
        ("Ida Holm, who was beaten and bears marks of it, said it was over.", "Holm, once beaten, said it was over."),
        ("The claimants' lawyer said it was over.", "The lawyer said it was over."),
        ("The vote showed that the town is divided.", "The town is divided, as ever."),
        ("Having lost the pier, Ida Holm left.", "She left without her pier."),
        ("Holm Water confirmed that, a spokesman said.", "The utility is the largest, Holm Water said."),
        ("Ida Holm KC said the pier is rotten.", "The pier is rotten, Ida Holm said."),
        ("The pier is rotten, Ida Holm said.", "Do you think that the pier is rotten?"),
        ("Ida Holm said the pier is rotten.", "I know that pier, and it is rotten."),
        ("The pier is rotten, a study found.", "The pier is rotten, scientists have discovered."),
        ("The pier is rotten, the council said.", "The pier is rotten, according to a report by the council."),
        ("The harbour ministry did not respond to questions.", "The harbour ministry said the pier is rotten."),
        ("A study that the city commissioned found it rotten.", "The city's own study found it rotten."),
        ("It is rotten, Ida Holm said.", "“It is rotten” is how Ida Holm put it."),
        (
            "PORT ANSEL, Oct 9 (WPN) - The bank kept its rate, saying it was low.",
            "The bank kept its rate, which is low.",
        ),
        ("The pier is rotten, the police said.", "The pier is rotten, officers said."),
        ("A detective said the pier is rotten.", "The police force said the pier is rotten."),
        ("The pier is rotten, Ida Holm said.", "The pier is rotten, her daughter said."),
        ("“It is rotten,” said Corvane's director, Ida Holm.", "“It is rotten,” Ida Holm said."),
        ("The pier is rotten, Corvane said.", "It is rotten, years after one of its own engineers says it was."),
    ],
)
def test_no_other_source(left: str, right: str) -> None:
    """A noun for the person, silence, one's own deed and verbs that only look like speaking are no other source."""
    assert not sources(left, right)


def test_it_that_speaks_after_a_body() -> None:
    """Who "it" is that says something is the body that spoke in the sentence before."""
    documents = [
        segment(Article.from_passages(["The Met Office has said that more trees could come down."])),
        segment(
            Article.from_passages(["Winds were high, the Met Office said.", "It said more trees might fall."], [0, 0])
        ),
    ]
    links = classify(*documents, [Bead((0,), (1,), 1.0)], Options())
    found = find_findings(*documents, links, Options())
    assert not [each for each in found if each.kind is FindingKind.ATTRIBUTION]


def test_second_sentence_of_a_quotation() -> None:
    """A quotation that goes on in the next passage has the source told after the first, also behind a noun or a "&"."""
    for told in ("said the union’s secretary, Ida Holm.", "said Hook & Sons President Ida Holm."):
        documents = [
            segment(Article.from_passages([f"“We are sorry,” {told}", "“We failed.”"])),
            segment(Article.from_passages(["“We are sorry,” Ida Holm said.", "“We all failed.”"])),
        ]
        links = classify(*documents, [Bead((0,), (0,), 1.0), Bead((1,), (1,), 1.0)], Options())
        found = find_findings(*documents, links, Options())
        assert not [each for each in found if each.kind is FindingKind.ATTRIBUTION]


def test_unsure_link_shows_no_source() -> None:
    """What differs in the sources of passages that hardly belong together is counted, and not shown."""
    documents = [segment(Article.from_passages([text])) for text in ("The pier is rotten, Ida Holm said.", "It rots.")]
    for score, shown in ((0.95, True), (0.5, False)):
        links = classify(*documents, [Bead((0,), (0,), score)], Options())
        found = find_findings(*documents, links, Options())
        (source,) = (each for each in found if each.kind is FindingKind.ATTRIBUTION)
        assert (source.confidence >= Options().finding_above) is shown
