"""Is each kind of finding made where it should be, with its status and places?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffview.alignment.segmentation import segment
from diffview.changes.classification import classify
from diffview.changes.findings import find_findings
from diffview.changes.findings.coverage import coverage
from diffview.changes.findings.names import known_words, names_of
from diffview.changes.findings.statements import statements_of
from diffview.comparison import compare
from diffview.model import Article, Bead, Document, Finding, FindingKind, FindingStatus, Op, Options, Side, Strength
from diffview.words import words
from tests.fakes import FakeEncoder

SENTENCES = st.sampled_from(
    [
        "“We lost steering,” Captain Ida Holm said.",
        "Holm said they had lost steering.",
        "Fourteen people were hurt, the harbour office said on Monday.",
        "About 12 people were hurt, officials said.",
        "Bread prices may rise by 3% in Oslo.",
        "😀😀 wow",
        "漢字かな交じり文です。",
    ]
)
article = st.lists(SENTENCES, max_size=6).map(Article.from_passages)


def findings(left: str, right: str) -> tuple[Finding, ...]:
    """Return what is found between two passages that are linked."""
    documents = _document(left), _document(right)
    links = classify(*documents, [Bead((0,), (0,), 1.0)], Options())
    return find_findings(*documents, links, Options())


def _document(text: str) -> Document:
    return segment(Article.from_passages([text]))


def one(left: str, right: str, kind: FindingKind) -> Finding:
    """Return the only finding of a kind between two linked passages."""
    (finding,) = [each for each in findings(left, right) if each.kind is kind]
    return finding


@pytest.mark.parametrize(
    ("left", "right", "status"),
    [
        ("“We lost steering,” Holm said.", 'Holm said: No. "We lost steering."', FindingStatus.SAME),
        ("“We lost all steering,” Holm said.", "“We lost steering,” Holm said.", FindingStatus.ALTERED),
        ("“We lost steering near the pier,” Holm said.", "“We lost steering,” said Holm.", FindingStatus.CUT),
        ("“We lost steering,” Holm said.", "Holm said that they had lost steering.", FindingStatus.REPORTED),
        (
            "“We lost steering near the pier, in the fog,” Holm said.",
            "Holm said they “lost steering” in fog near the pier.",
            FindingStatus.PARAPHRASED,
        ),
        (
            "The pier was close and they “could not stop the boat”, Holm said.",
            "“The old pier was close, and we could not stop the boat,” Holm said.",
            FindingStatus.PARAPHRASED,
        ),
        ("“We lost steering,” Ida Holm said.", "“We lost steering,” Carl Dahl said.", FindingStatus.OTHER_SPEAKER),
        ("“We lost steering,” said Paul Jansen.", "“We lost steering,” said Lena Hansen.", FindingStatus.OTHER_SPEAKER),
        ("“We lost steering,” said Jon Harris.", "“We lost steering,” said Jonathan Harrison.", FindingStatus.SAME),
        ("“We lost steering,” said Jon Harris.", "“We lost steering,” said John Harrison.", FindingStatus.SAME),
        ("“We lost steering,” said Ida Holm.", "“We lost steering,” said Ida Holme.", FindingStatus.SAME),
    ],
)
def test_status_of_a_quote(left: str, right: str, status: FindingStatus) -> None:
    """A quotation is told apart as exact, altered, cut, told in part, reported, or given to somebody else."""
    assert one(left, right, FindingKind.QUOTE).status is status


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“I have four hives,” Ida Holm said.", "I have four hives. I will have forty."),
        ("She wrote it for the ‘Voce di Oslo’ there.", "She wrote it for the Voce di Oslo there."),
    ],
)
def test_words_that_need_no_marks(left: str, right: str) -> None:
    """Words in the first person, as interviews have them, and the name of a work are the same without marks."""
    assert one(left, right, FindingKind.QUOTE).status is FindingStatus.SAME


def test_edits_of_a_quote_name_the_words_that_differ() -> None:
    """An altered quotation carries exactly the words that were put in the place of others."""
    left, right = "“It should be investigated,” she said.", "“It should not be looked into,” she said."
    edits = one(left, right, FindingKind.QUOTE).edits
    assert [edit.left.of(left) for edit in edits if edit.op is Op.DELETE] == ["investigated"]
    assert [edit.right.of(right) for edit in edits if edit.op is Op.INSERT] == ["not", "looked into"]


def test_absent_quote_stands_on_one_side() -> None:
    """A quotation that the other article lacks has no place there."""
    left = _document("“We lost steering,” Captain Ida Holm said.")
    right = _document("Service resumes on Thursday.")
    links = classify(left, right, [], Options())
    quote = next(each for each in find_findings(left, right, links, Options()) if each.kind is FindingKind.QUOTE)
    assert (quote.status, quote.right) == (FindingStatus.ONLY_HERE, ())


@pytest.mark.parametrize(
    ("left", "right", "status"),
    [
        ("It cost $118.4 million in all.", "It cost nearly $120 million in all.", FindingStatus.VAGUER),
        ("He gave tens of millions of dollars.", "He gave nearly $44 million.", FindingStatus.VAGUER),
        ("The lamp is 92 feet up.", "The lamp is 28 meters up.", FindingStatus.CONVERTED),
        ("Some 41 prisms broke.", "Some 14 prisms broke.", FindingStatus.DIFFERS),
        ("It sold 40 million boats.", "It sold forty million boats.", FindingStatus.SAME),
        ("Profits were up 8 percent.", "Profits were up 8%.", FindingStatus.SAME),
        ("It was 37% faster there.", "It was up to 73 per cent faster there.", FindingStatus.DIFFERS),
        ("They say 46,000 homes are dark.", "More than 50,000 homes are dark.", FindingStatus.DIFFERS),
        ("Children under 11 go free.", "Children under 12 go free.", FindingStatus.DIFFERS),
        ("Turnout was 51.7% there.", "Turnout was 51.4 percent there.", FindingStatus.DIFFERS),
        ("She passes 50% there.", "She has 47.1 percent there.", FindingStatus.DIFFERS),
        ("Turnout was 71.2% there.", "Turnout was 71 percent there.", FindingStatus.VAGUER),
        ("It cost £71m that year.", "It cost $96 million that year.", FindingStatus.CONVERTED),
        ("It cost £71m that year.", "It cost $196 million that year.", FindingStatus.DIFFERS),
        ("Debt was EUR 1,930 million.", "Debt was 1.9 billion euros.", FindingStatus.VAGUER),
        ("It paid $2-3 million for it.", "It paid 2 to 3 million dollars for it.", FindingStatus.SAME),
        ("Some 280 mm of rain fell.", "About 11 inches of rain fell.", FindingStatus.VAGUER),
        ("It sold for 3,200 marks.", "It sold for 3.200 mark.", FindingStatus.SAME),
        ("It burned 4,5 million euros.", "It burned 5,4 million euros.", FindingStatus.DIFFERS),
        ("It took in 19 400 patients.", "It took in 19 000 patients.", FindingStatus.VAGUER),
        ("One in six trains was late.", "One in five trains was late.", FindingStatus.DIFFERS),
    ],
)
def test_status_of_a_figure(left: str, right: str, status: FindingStatus) -> None:
    """Figures are compared by value, with their unit and how exact they claim to be."""
    assert one(left, right, FindingKind.FIGURE).status is status


def test_profit_of_a_year_earlier() -> None:
    """What was earned "a year earlier" is a sum, and no rate of so much a year."""
    finding = one("It earned 261 million a year earlier.", "It had earned 261 million then.", FindingKind.FIGURE)
    assert finding.status is FindingStatus.SAME


def test_rise_by_so_much_to_so_much() -> None:
    """What something rises by, and to, are two sums and no range."""
    found = one_of_both("The fare rose by £238 to £5,412.", "The fare is £5,412 now.")
    assert found.status is FindingStatus.SAME


def test_number_that_is_a_label() -> None:
    """The number of a page or a channel is compared with its like, and never with a count."""
    found = one_of_both("On page 4 it said nine boats sank.", "Nine boats sank, four people said.")
    assert found.status is FindingStatus.SAME


def test_part_of_a_quotation_in_a_headline() -> None:
    """What a headline sets between marks and the other article has inside a longer quotation is quoted by both."""
    left, right = "'Too cold a winter': what they knew", "“They told me it was too cold a winter to worry,” she said."
    found = [each for each in findings(left, right) if each.kind is FindingKind.QUOTE]
    assert FindingStatus.REPORTED not in {each.status for each in found}


def test_speaker_in_two_spellings() -> None:
    """The same words given to one person in two spellings are the same words; the spelling is a finding of names."""
    found = findings("“It will sink in the bay,” said Neil Fraser.", "“It will sink in the bay,” said Neil Frazer.")
    assert {each.status for each in found if each.kind is FindingKind.QUOTE} == {FindingStatus.SAME}
    assert FindingStatus.VARIANT in {each.status for each in found if each.kind is FindingKind.NAME}


def test_country_and_its_adjective() -> None:
    """A country and the adjective of it are no two spellings of a name."""
    found = findings("Rovers beat two clubs from Germany to him.", "Rovers beat two German clubs to him.")
    assert FindingStatus.VARIANT not in {each.status for each in found}


def test_rounding_adds_little() -> None:
    """A figure is no rounding of one that is a quarter less."""
    found = findings("Some 150 people watched from the stand.", "About 200 people watched from the stand.")
    assert FindingStatus.VAGUER not in {each.status for each in found}


def test_age_beside_a_term() -> None:
    """How old somebody is and for how long something was done are not two figures for one thing."""
    found = findings("Ida Holm, 67, wrote the book of the town.", "Ida Holm wrote the book of the town for 31 years.")
    assert not [each for each in found if each.status is FindingStatus.DIFFERS]


def test_counts_of_unlike_things() -> None:
    """Of two small counts the one of the same things is compared, though another has the same value."""
    left, right = "Two ships and a plane looked for it.", "Three ships and two planes looked for it."
    assert one_of_both(left, right).reason == "One article gives Two, the other Three."


def test_vague_figure_takes_no_figure_from_a_finer_one() -> None:
    """A count is set against the other side's count of the same things, though "thousands" might stand for it too."""
    left = "Thousands fled the fire, as about 6,500 people were told to leave their homes."
    found = findings(left, "Some 11,000 people were told to leave their homes in the fire.")
    assert "One article gives 6,500, the other 11,000." in {each.reason for each in found}


def test_counts_of_two_things_of_another_size() -> None:
    """Hundreds of teachers and dozens of schools are hardly one count: that is not shown."""
    found = one_of_both("Some 600 teachers will strike in Oslo.", "Some 24 schools will be shut by a strike in Oslo.")
    assert found.confidence < Options().finding_above


def test_toll_that_is_given_twice() -> None:
    """A toll that one side gives twice is still the only count that the other side's toll can be set against."""
    found = one_of_both("At least 34 are dead in the valley.", "Valley toll at 58 as 58 dead are counted.")
    assert found.status is FindingStatus.DIFFERS


def one_of_both(left: str, right: str) -> Finding:
    """Return the only finding of a figure that both sides have."""
    (finding,) = [
        each for each in findings(left, right) if each.kind is FindingKind.FIGURE and each.left and each.right
    ]
    return finding


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A letter reached Vladamir Putin today.", "A letter reached Vladimir Putin today."),
        ("We asked Colonel Ilyas Brandt about it.", "We asked Col. Ilyas Brant about it."),
        ("We met Priya Sethi-Moore there.", "We met Priya Sethi Moore there."),
    ],
)
def test_two_spellings_of_a_name(left: str, right: str) -> None:
    """A name written in two ways is one name, and the two ways are shown."""
    assert one(left, right, FindingKind.NAME).status is FindingStatus.VARIANT


def test_people_of_a_place_are_no_spelling_of_it() -> None:
    """A land and its people are two words, and a word that only opens the sentence belongs to no name."""
    found = findings("The harbour of Norvia was closed by Norvians.", "Since Norvia closed it, the harbour lies empty.")
    assert not [each for each in found if each.status is FindingStatus.VARIANT]


def test_adjective_of_a_place_is_no_spelling_of_it() -> None:
    """A land and its adjective are two words, also where the land's name loses its end before it."""
    found = findings("It was built in Britain, they say.", "It was built in a British yard, they say.")
    assert not [each for each in found if each.status is FindingStatus.VARIANT]


def test_one_spelling_is_found_once() -> None:
    """A name that is written in two ways, in full and in short, is one finding that shows the full names."""
    left = "They asked Luis Amparo. Later Amparo left."
    found = findings(left, "They asked Luis Amparro. Later Amparro left.")
    assert [each.left[0].of(left) for each in found if each.status is FindingStatus.VARIANT] == ["Luis Amparo"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Ida Holm of Oslo.", ["Ida Holm", "Oslo"]),
        ("They met at the Supreme Court of Norvia.", ["Supreme Court of Norvia"]),
        ("They met Ida Holm KC there.", ["Ida Holm"]),
        ("It was at 9 CET that EUR 5 were paid in Oslo.", ["Oslo"]),
        ("• Boats were sold in Oslo.", ["Oslo"]),
    ],
)
def test_where_a_name_ends(text: str, names: list[str]) -> None:
    """What follows a person's name, the hours of a zone, a currency and the first word of a point are no name."""
    document = _document(text)
    assert [name.written for name in names_of(document, known_words((document,)))] == names


def test_body_named_and_described() -> None:
    """A body by its name in one article and by its kind and place in the other is one written in two ways."""
    left, right = "He gave it to the Gannet Point Trust.", "He gave it to the foundation of Gannet Point."
    finding = next(each for each in findings(left, right) if each.status is FindingStatus.VARIANT)
    assert finding.right[0].of(right) == "foundation of Gannet Point"


def test_well_known_body_by_another_name() -> None:
    """A body that everybody knows by its letters, and what it is called where these are not given, are one."""
    left, right = "The FBI is looking into the theft.", "Federal agents are looking into the theft."
    finding = next(each for each in findings(left, right) if each.status is FindingStatus.VARIANT)
    assert finding.right[0].of(right) == "Federal agents"


def test_bodies_of_two_kinds() -> None:
    """Two bodies of one place are not one body."""
    found = findings("It was left to the Oslo school board there.", "It was left to the University of Oslo there.")
    assert FindingStatus.VARIANT not in {each.status for each in found}


def test_other_name_in_the_same_place() -> None:
    """A name in the place of another differs."""
    finding = one("They flew to Oslo on time.", "They flew to Madrid on time.", FindingKind.NAME)
    assert finding.status is FindingStatus.DIFFERS


def test_hedge_on_one_side() -> None:
    """What is allegedly so in one article and so in the other is a finding of certainty."""
    finding = one("The boat allegedly sank.", "The boat sank.", FindingKind.CERTAINTY)
    assert "allegedly" in finding.reason


def test_negation_on_one_side() -> None:
    """A statement and its negation are a finding of certainty."""
    assert one("The harbour should close.", "The harbour should not close.", FindingKind.CERTAINTY).is_difference


def test_named_source_against_nameless() -> None:
    """A named source in one article and officials in the other are a finding of attribution."""
    left, right = "The pier will stay shut, Lena Orsetti said.", "The pier will stay shut, officials said."
    assert "officials" in one(left, right, FindingKind.ATTRIBUTION).reason


def test_one_card_for_a_speaker_without_a_link() -> None:
    """What one person says in both articles is on one card, linked or not."""
    left, right = _document("“It is false,” Dmitry Peskov said."), _document("Peskov said there was one call.")
    found = find_findings(left, right, classify(left, right, [], Options()), Options())
    (card,) = [each for each in found if each.kind is FindingKind.SPEAKER]
    assert card.status is FindingStatus.IN_BOTH
    assert card.left
    assert card.right


@settings(max_examples=40, deadline=None)
@given(article, article)
def test_spans_lie_in_their_texts(left: Article, right: Article) -> None:
    """Every place of a finding is inside its article, and its reason is one sentence."""
    result = compare(left, right, encoder=FakeEncoder())
    for finding in result.findings:
        assert finding.left or finding.right
        assert finding.reason.endswith(".")
        assert 0 <= finding.confidence <= 1
        for side in Side:
            assert all(
                0 <= span.start < span.end <= len(result.document(side).article.text) for span in finding.on(side)
            )


@settings(max_examples=40, deadline=None)
@given(article, article)
def test_mirroring_twice_keeps_the_findings(left: Article, right: Article) -> None:
    """Turning a comparison round twice gives the same findings, and once swaps their sides."""
    result = compare(left, right, encoder=FakeEncoder())
    mirrored = result.mirrored()
    assert mirrored.mirrored().findings == result.findings
    assert {each.left for each in mirrored.findings} == {each.right for each in result.findings}


@settings(max_examples=40, deadline=None)
@given(article, article)
def test_words_of_all_coverage_classes_sum_to_the_article(left: Article, right: Article) -> None:
    """Same, reworded, only here and furniture are together every word of the passages, exactly."""
    result = compare(left, right, encoder=FakeEncoder())
    for side in Side:
        document = result.document(side)
        whole = sum(len(words(document.text_of(number))) for number in range(len(document.passages)))
        assert coverage(document, side, result.links, result.findings).words == whole
        assert whole == len(words(document.article.text)) or document.article.cuts is not None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We lost steering,” said Captain Ida Holm.", "Ida Holm"),
        ("Nobody was hurt, said Capt. Ida Holm.", "Ida Holm"),
        ("Captain Ida Holm: “We lost steering.”", "Ida Holm"),
        ("Mayor Ida Holm called it “a sad day” for everyone.", "Ida Holm"),
        ("Ida Holm, who has been at sea for forty years and hurt her arm, said: “We lost steering.”", "Ida Holm"),
        ("The prison of Lyle Canter, D-Hollis Creek, is full.", ""),
        ("Flames were first reported in the harbour.", ""),
        ("They may bring claims against Oslo.", ""),
        ("The United States is large.", ""),
        ("A Dover broker said prices rose.", "Dover broker"),
        ("NASA — which runs the mission — said on Monday that the launch was delayed by a week.", "NASA"),
        ("NASA — the space agency — said on Monday that the launch was delayed.", "NASA"),
        ("LORN — The bridge — the oldest of its kind — was hit by a barge, Ida Holm said.", "Ida Holm"),
        ("LORN — The bridge was hit on Monday — by a barge, Ida Holm said.", "Ida Holm"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    """The speaker is found before and after the verb, over what is told about them, and only where somebody speaks."""
    document = _document(text)
    found = statements_of(document, names_of(document, known_words((document,)))).found
    assert [each.label for each in found] == ([speaker] if speaker else [])


def test_body_may_be_called_by_a_noun() -> None:
    """A company by name and "the company" are no two sources."""
    left, right = "Corvane Inc. said it would sell the pier.", "It will sell the pier, the company said."
    assert not [each for each in findings(left, right) if each.kind is FindingKind.ATTRIBUTION]


def test_quotation_given_to_another_person() -> None:
    """A quotation that two people are said to have spoken is a finding of its speakers, also when its words differ."""
    left = "“Every single pin was tested twice,” spokesman Philip Dane said."
    right = "“Every pin was tested twice,” chief executive Gareth Olsen said."
    finding = next(each for each in findings(left, right) if each.kind is FindingKind.SPEAKER and each.is_difference)
    assert "Philip Dane" in finding.reason
    assert "Gareth Olsen" in finding.reason


def test_other_statement_of_one_speaker() -> None:
    """What one person says differently on one question, in passages that are only related, is set side by side."""
    left, right = _document("“It was a wave,” Ida Holm said."), _document("Holm told them that a pump broke.")
    links = classify(left, right, [Bead((0,), (0,), 0.9, Strength.RELATED)], Options())
    found = find_findings(left, right, links, Options())
    assert [each for each in found if each.kind is FindingKind.SPEAKER and each.is_difference]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("They say the envoys are expected to leave.", "They say the envoys plan, as planned, to leave."),
        ("No shots were fired at the boat.", "Two shots were fired at the boat."),
        ("He had seen no evidence of fraud there.", "He said there was no fraud there."),
        ("The company will close the pier.", "The company closed the pier."),
    ],
)
def test_certainty_shifts(left: str, right: str) -> None:
    """Another kind of hedge, a negated word, missing proof and a plan against a deed are findings of certainty."""
    assert one(left, right, FindingKind.CERTAINTY).is_difference


def test_vague_figure_is_set_against_several() -> None:
    """Tens of millions are set against every sum they may stand for, in one finding."""
    left = "He gave tens of millions of dollars to the group."
    right = "He gave $44 million to the group, which brings his gifts to $119 million."
    finding = one(left, right, FindingKind.FIGURE)
    assert finding.status is FindingStatus.VAGUER
    assert [span.of(right) for span in finding.right] == ["$44 million", "$119 million"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("All 147 people are off the boat.", "Aboard were 141 passengers and a crew of six."),
        ("They share 610 km of border, about a third of it unmarked.", "Of 610 km of border some 200 are unmarked."),
    ],
)
def test_same_figure_counted_in_another_way(left: str, right: str) -> None:
    """A sum and its parts, a share and its amount, are the same in another form."""
    found = [each for each in findings(left, right) if each.kind is FindingKind.FIGURE]
    assert FindingStatus.CONVERTED in {each.status for each in found}


def test_time_between_two_dates() -> None:
    """A stretch from one day until another, and how long it is, are the same in another form."""
    left, right = "They were inside from Aug. 3 until Sept. 19.", "They were inside for nearly seven weeks."
    finding = one(left, right, FindingKind.FIGURE)
    assert finding.status is FindingStatus.CONVERTED
    assert [span.of(left) for span in finding.left] == ["Aug. 3", "Sept. 19"]


def test_other_time_between_two_dates() -> None:
    """A stretch of days and a time that it does not last are not set equal."""
    found = findings("They were inside from Aug. 3 until Sept. 19.", "They were inside for nearly four weeks.")
    assert FindingStatus.CONVERTED not in {each.status for each in found}


def test_only_measures_of_related_passages() -> None:
    """What two related passages alone measure in one unit is set against each other."""
    left, right = _document("She heard firing for 20 minutes."), _document("It lasted eight minutes, they say.")
    links = classify(left, right, [Bead((0,), (0,), 0.5, Strength.RELATED)], Options())
    found = find_findings(left, right, links, Options())
    (figure,) = [each for each in found if each.kind is FindingKind.FIGURE]
    assert figure.status is FindingStatus.DIFFERS


def test_age_after_a_name() -> None:
    """An age between commas is compared with one in years."""
    left, right = "The victim was Sgt. Ida Holm, 24, a guard.", "The victim was the sergeant Ida Holm, 23 years."
    assert one(left, right, FindingKind.FIGURE).status is FindingStatus.DIFFERS


def test_figure_of_one_article_only() -> None:
    """A figure of which the other article has nothing stands on one side."""
    left, right = _document("The pier cost $44 million."), _document("The pier is closed.")
    found = find_findings(left, right, classify(left, right, [], Options()), Options())
    (figure,) = [each for each in found if each.kind is FindingKind.FIGURE]
    assert (figure.status, figure.right) == (FindingStatus.ONLY_HERE, ())


def test_year_left_out_of_a_date() -> None:
    """A day with its year and the same day without are the same day."""
    assert one("It sank on Nov. 9.", "It sank on November 9, 2024.", FindingKind.DATE).status is FindingStatus.SAME


@pytest.mark.parametrize(
    ("left", "right", "status"),
    [
        ("They came at eight o'clock.", "They came at eight o'clock.", FindingStatus.SAME),
        ("They came at 7:56 p.m. then.", "They came just shy of eight o'clock then.", FindingStatus.VAGUER),
        ("They came at 5 p.m. then.", "They came at eight o'clock then.", FindingStatus.DIFFERS),
    ],
)
def test_hour_of_either_half_of_the_day(left: str, right: str, status: FindingStatus) -> None:
    """A bare hour is compared with the morning and the evening alike."""
    assert one(left, right, FindingKind.DATE).status is status
