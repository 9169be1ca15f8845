"""Are names told from nouns where every noun has a capital letter?"""

from __future__ import annotations

import pytest

from diffview.alignment.segmentation import segment
from diffview.changes.findings import find_findings
from diffview.changes.findings.tongues import ENGLISH, GERMAN, tongue_of
from diffview.model import Article, Finding, FindingKind, FindingStatus, Options

GERMAN_STORY = [
    "Der Gemeinderat hat sich am Donnerstag gegen den Umbau des Freibads entschieden.",
    "Nach neuer Schätzung hätte er acht Millionen Euro gekostet, und das Geld fehlt der Gemeinde seit Anfang Mai.",
    "Frühere Schwimmer sammelten auf der Tribüne Unterschriften für das Bad.",
]
OTHER = ["Das Bad bleibt zu, weil die Mehrheit der Räte nicht für eine Sanierung ist."]


def found(left: list[str], right: list[str]) -> list[Finding]:
    documents = segment(Article.from_passages(left)), segment(Article.from_passages(right))
    return list(find_findings(*documents, (), Options()))


def names(left: list[str], right: list[str]) -> list[str]:
    """Return the names that only one article is said to have."""
    kept = FindingKind.NAME, FindingStatus.ONLY_HERE
    return [finding.about for finding in found(left, right) if (finding.kind, finding.status) == kept]


def test_nouns_are_no_names() -> None:
    """German nouns, sums, months, and adjectives that open a sentence before a noun are no names."""
    assert names(GERMAN_STORY, OTHER) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Auf der Tribüne saß auch die Schwimmerin Petra Lohse.", "Schwimmerin Petra Lohse"),
        ("Auf der Tribüne saß auch Petra Lohse.", "Petra Lohse"),
        ("Gebaut hat es die Firma Curanova.", "Firma Curanova"),
        ("Das sagte Ursula von der Leyen.", "Ursula von der Leyen"),
        ("Dagegen stimmte die SPD.", "SPD"),
    ],
)
def test_names_in_german(sentence: str, name: str) -> None:
    """Words beside each other, with "von der" between them too, and letters that are all capitals are names."""
    assert names([*GERMAN_STORY, sentence], OTHER) == [name]


def test_last_name_alone() -> None:
    """A last name alone, also with the s of a genitive and before a noun, is not another name than the full one."""
    story = [*GERMAN_STORY, "Das fordert die Schwimmerin Petra Lohse.", "Lohse geht.", "Alle hörten Lohses Rede."]
    assert names(story, OTHER) == ["Schwimmerin Petra Lohse", "Lohse"]
    assert names(story, [*OTHER, "Die Rede von Petra Lohse war kurz."]) == []


def test_office_before_a_name() -> None:
    """An office before a name is no part of it: with it and without the first name it is one name."""
    left = [*GERMAN_STORY, "Das sagte die Landrätin Claudia Menz auf der Tribüne."]
    right = [*OTHER, "Auch die Landrätin Menz war dabei."]
    assert not [each for each in found(left, right) if each.kind is FindingKind.NAME]


def test_noun_of_the_other_article_is_not_missing() -> None:
    """A name that German writes like any noun is not said to be missing there when the other article is English."""
    english = ["The council of the town met in Kassel on Thursday, and it was the last time that they met there."]
    assert names(english, [*OTHER, "Die Räte trafen sich in Kassel, und es war das letzte Mal."]) == []


def test_articles_that_open_a_sentence() -> None:
    """An article or a pronoun that opens a sentence before a name is no part of the name."""
    french = ["Le Conseil de la ville a voté contre le projet, et les habitants ont quitté la salle.", "Il est tard."]
    other = ["La ville ne fera pas les travaux, et le Conseil est allé se coucher après un vote."]
    assert names(french, other) == []


def test_nobody_is_heard_in_another_language() -> None:
    """Where an article is not in English nobody is said to speak in one article only."""
    left = [*GERMAN_STORY, "Die Schwimmerin Petra Lohse fand klare Worte: „Das Bad muss bleiben.“"]
    right = [*OTHER, "„Das Bad soll bleiben“, sagte die Schwimmerin Petra Lohse auf der Tribüne."]
    assert {finding.kind for finding in found(left, right)}.isdisjoint((FindingKind.SPEAKER, FindingKind.ATTRIBUTION))


def test_language_of_an_article() -> None:
    """The words of the closed classes tell the language; English is what can't be told."""
    assert tongue_of(segment(Article.from_passages(GERMAN_STORY))) is GERMAN
    assert tongue_of(segment(Article.from_passages(["The council met, and it was late in the day."]))) is ENGLISH
    assert tongue_of(segment(Article.from_passages(["Kappa lambda mi ni xi omikron."]))) is ENGLISH
