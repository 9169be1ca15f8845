"""Are names told from nouns where every noun has a capital letter?"""

from __future__ import annotations

import pytest

from diffview.alignment.segmentation import segment
from diffview.changes.classification import classify
from diffview.changes.findings import find_findings
from diffview.changes.findings.tongues import ENGLISH, GERMAN, tongue_of
from diffview.model import Article, Bead, Finding, FindingKind, FindingStatus, Options

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


@pytest.mark.parametrize(
    ("sentences", "name"),
    [
        (["Elle a rencontré Marine Le Pen dans la ville."], "Marine Le Pen"),
        (["Il est né à La Rochelle et il y est resté."], "La Rochelle"),
    ],
)
def test_articles_inside_a_name(sentences: list[str], name: str) -> None:
    """An article with a capital inside a sentence belongs to the name after it."""
    french = ["Il est tard, et les habitants de la ville ont quitté la salle."]
    assert names([*french, *sentences], french) == [name]


@pytest.mark.parametrize("name", ["Los Angeles", "El Salvador"])
def test_articles_inside_a_spanish_name(name: str) -> None:
    """A Spanish name keeps the article it begins with."""
    spanish = ["Es tarde, y los vecinos de la ciudad han salido de la sala."]
    assert names([*spanish, f"Los vecinos han llegado de {name} en un barco."], spanish) == [name]


@pytest.mark.parametrize("name", ["Petra Winter", "Theresa May", "Anna Sommer", "Karl Morgen"])
def test_last_name_that_is_a_time_of_the_year(name: str) -> None:
    """A season, a time of the day and May after a first name are a last name in German."""
    assert names([*GERMAN_STORY, f"Auf der Tribüne saß auch {name}."], OTHER) == [name]


def test_times_in_german_are_no_names() -> None:
    """A time of the day or the year after an adverb, an hour or an adjective that opens a sentence is no name."""
    times = ["Gestern Abend war es voll.", "Gestern Abend war es um acht Uhr Abend.", "Letzten Sommer nicht."]
    assert names([*GERMAN_STORY, *times, "Es war am Donnerstag Abend und Ende Sommer voll."], OTHER) == []


def test_first_name_that_ends_like_an_office() -> None:
    """A first name that ends like an office is a part of the name: another one names somebody else."""
    texts = (f"Auf der Tribüne saß auch {first} Yilmaz." for first in ("Murat", "Erkan"))
    left, right = (segment(Article.from_passages([*GERMAN_STORY, text])) for text in texts)
    links = classify(left, right, [Bead((3,), (3,), 1.0)], Options())
    told = [each for each in find_findings(left, right, links, Options()) if each.kind is FindingKind.NAME]
    assert [each.status for each in told] == [FindingStatus.DIFFERS]
