"""Is a replacement marked as other wording only when it tells a reader nothing new?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.wording import marked_pairs, minimal_pairs
from diffview.alignment.encoder import SentenceEncoder
from diffview.alignment.segmentation import segment
from diffview.changes.classification import classify
from diffview.changes.equivalents import Sense, Tense, dictionary, spelled
from diffview.changes.wording import mark_wording
from diffview.model import Article, Bead, Document, Encoded, Link, Op, Options, Strength
from diffview.words import fold, tokenise

OTHER, SHARED = np.eye(2, dtype=np.float32)


def document(*passages: str) -> Document:
    """Return a document with these passages."""
    return segment(Article.from_passages(passages))


def vectors(text: str, other: str, changed: np.ndarray = OTHER) -> Encoded:
    """Return vectors in which all words that `other` lacks look like each other, and like nothing else."""
    known = {fold(span.of(other)) for span in tokenise(other)}
    tokens = tokenise(text)
    rows = [SHARED if fold(span.of(text)) in known else changed for span in tokens]
    return Encoded(SHARED, tokens, np.array(rows, dtype=np.float32).reshape(len(tokens), 2))


def links_of(left: str, right: str, strength: Strength = Strength.ALIGNED) -> tuple[Document, Document, list[Link]]:
    """Return two sentences as documents, and the link between them."""
    one, other = document(left), document(right)
    bead = Bead((0,), (0,), 0.9, strength)
    return one, other, [link for link in classify(one, other, [bead], Options()) if link.is_pair]


def marked(left: str, right: str, *, encoded: bool = True, changed: np.ndarray = OTHER) -> list[tuple[str, str]]:
    """Return what is marked between two sentences, with vectors that agree wherever anything changed."""
    one, other, links = links_of(left, right)
    pair = ([vectors(left, right)], [vectors(right, left, changed)]) if encoded else None
    (link,) = mark_wording(links, one, other, pair, Options())
    deleted = [edit.left.of(left).strip() for edit in link.edits if edit.wording and edit.op is Op.DELETE]
    inserted = [edit.right.of(right).strip() for edit in link.edits if edit.wording and edit.op is Op.INSERT]
    return list(zip(deleted, inserted, strict=True))


def framed(pair: str, frame: str = "Officials in the town said the company {} after the storm.") -> tuple[str, str]:
    """Return two sentences that differ in `pair`, written as "one|other"."""
    left, _, right = pair.partition("|")
    return frame.format(left), frame.format(right)


@pytest.mark.parametrize(
    "pair",
    [
        "rose|fell",
        "shows it|indicates it",
        "won|lost",
        "bought it|sold it",
        "did so before|did so after",
        "was safe|was unsafe",
        "met on Monday|met on Tuesday",
        "met in March|met in May",
        "met in May|may meet",
        "paid $44 million|paid $119 million",
        "lost 12 men|lost 21 men",
        "lost two men|lost three men",
        "paid 40 euros|paid 40 dollars",
        "grew 5 percent|grew 5 points",
        "named Mr. Smith|named Mr. Jones",
        "sold the firm’s|sold the firm",
        "moved to Paris|moved to London",
        "should go|should not go",
        "will go|could go",
        "may go|must go",
        "did go|did not go",
        "would never go|would not go",
        "is likely to go|is certain to go",
        "said so|admitted so",
        "said so|claimed so",
        "killed six|injured six",
        "lost all boats|lost most boats",
        "lost up to 50 boats|lost at least 50 boats",
        "lost more than 50|lost less than 50",
        "refused to pay|failed to pay",
        "was shot|shot",
        "is open|was open",
        "lost a boat|lost boats",
        "paid him|paid her",
        "was legal|was illegal",
        "flew over it|flew under it",
        "paid by banks|paid to banks",
        "sank because of it|sank despite it",
        "met this week|met that week",
        "has ended|had ended",
        "met the mother|met the father",
        "lost -5 men|lost , 5 men",
    ],
)
def test_what_changes_the_fact_is_never_other_wording(pair: str) -> None:
    """A change of fact, number, name, time, certainty or direction is not marked even when the vectors agree fully."""
    assert marked(*framed(pair)) == []


@pytest.mark.parametrize(
    "pair",
    [
        "did not go|didn't go",
        "will not go|won't go",
        "painted the colour|painted the color",
        "organised it|organized it",
        "travelled|traveled",
        "lost two boats|lost 2 boats",
        "grew 5 percent|grew 5%",
        "had a boat that leaked|had a boat which leaked",
        "had an engine|had the engine",
        "that had leaked|which leaked",
        "was making judgements|was making judgments",
        "was sinking, and moved|was sinking; and moved",
    ],
)
def test_other_forms_of_the_same_words_need_no_encoder(pair: str) -> None:
    """Contractions, spellings, figures in words and articles are other wording without any vectors."""
    assert len(marked(*framed(pair), encoded=False)) == 1


@pytest.mark.parametrize(
    "pair",
    [
        "purchased it|bought it",
        "began to leave|started to leave",
        "carried out a test|conducted a test",
        "was going to leave|was going to depart",
        "lost nearly 50 boats|lost almost 50 boats",
        "wanted to avoid activating it|wanted not to activate it",
        "lost cars|lost automobiles",
    ],
)
def test_words_of_one_group_are_other_wording(pair: str) -> None:
    """Words and phrases that the dictionary takes for equivalent are marked where the vectors agree."""
    assert len(marked(*framed(pair))) == 1


def test_the_dictionary_alone_is_not_enough() -> None:
    """Equivalent words stay unmarked where the vectors see two different senses, or where there are none."""
    left, right = framed("purchased it|bought it")
    assert marked(left, right, encoded=False) == []
    assert marked(left, right, changed=np.array([0.4, 0.917], np.float32)) == []


def test_unknown_words_need_vectors_that_agree() -> None:
    """Words outside the dictionary are marked when their vectors are nearly the same, and not when merely close."""
    left, right = framed("was picketing kiosks|was picketing gazebos")
    assert marked(left, right) == [("kiosks", "gazebos")]
    assert marked(left, right, changed=np.array([0.7, 0.714], np.float32)) == []


def test_unknown_words_must_be_closer_to_each_other_than_to_the_rest() -> None:
    """Where every word looks like every other one, likeness proves nothing."""
    left, right = framed("was picketing kiosks|was picketing gazebos")
    one, other, links = links_of(left, right)
    flat = ([vectors(left, "", SHARED)], [vectors(right, "", SHARED)])
    (link,) = mark_wording(links, one, other, flat, Options())
    assert not any(edit.wording for edit in link.edits)


@pytest.mark.parametrize("pair", ["seaworthy|unseaworthy", "kiosk owner|kiosk owned", "overstaffed|understaffed"])
def test_unknown_words_built_on_each_other_are_left_alone(pair: str) -> None:
    """A word with a prefix or another ending may be the opposite, whatever the vectors say."""
    assert marked(*framed(f"was {pair.replace('|', '|was ')}")) == []


@pytest.mark.parametrize("quote", ["“{}”", '"{}"', "‘{}’", "“{}"])
def test_nothing_inside_quotation_marks_is_other_wording(quote: str) -> None:
    """A quoted sentence whose wording changed is misquoted, even by a contraction."""
    frame = quote.replace("{}", "We {} leave the island in summer, come what may, with all our boats")
    assert marked(*framed("do not|don't", frame)) == []


def test_a_quotation_torn_apart_protects_its_passage() -> None:
    """A passage with one straight mark and no partner is taken for quoted as a whole."""
    assert marked(*framed("do not|don't", 'We {} leave the island in summer, come what may."')) == []


@pytest.mark.parametrize("marks", [("“", "”"), ('"', '"')])
def test_a_quotation_of_several_passages_protects_all_of_them(marks: tuple[str, str]) -> None:
    """The middle sentence of a long quotation is quoted though no mark stands in it."""
    middle = framed("did not go|didn't go")
    passages = [[f"He said: {marks[0]}It is so.", sentence, f"I saw it.{marks[1]}"] for sentence in middle]
    one, other = (segment(Article.from_passages(texts, [0, 0, 0])) for texts in passages)
    links = classify(one, other, [Bead((1,), (1,), 0.9)], Options())
    assert not any(edit.wording for link in mark_wording(links, one, other, None, Options()) for edit in link.edits)


def test_a_name_at_the_beginning_of_a_sentence_is_still_a_name() -> None:
    """A first word that no article writes small is taken for a name."""
    assert marked(*framed("Carpenter|Fletcher", "{} told the court that he had never seen the letter.")) == []


def test_a_common_word_at_the_beginning_of_a_sentence_is_no_name() -> None:
    """A first word that the dictionary knows may have an equivalent."""
    assert marked(*framed("Physicians|Doctors", "{} told the court that he had never seen the letter.")) == [
        ("Physicians", "Doctors")
    ]


def test_a_replacement_passes_whole_or_not_at_all() -> None:
    """One word too many on either side leaves the whole replacement unmarked."""
    assert marked(*framed("purchased it|bought it secretly")) == []


def test_what_one_side_alone_says_is_never_other_wording() -> None:
    """An INSERT with no DELETE beside it is content."""
    assert marked(*framed("left|left quickly")) == []


def test_a_text_in_another_language_is_left_alone() -> None:
    """English words for the same thing are not looked for in a German text."""
    frame = "Der alte Mann und seine Frau haben {} Boote und kein Haus am Meer."
    assert marked(*framed("two|2", frame)) == []


def test_british_english_is_english() -> None:
    """The dictionary is that of the language, whichever country is named with it; a path is no language."""
    left, right = framed("did not go|didn't go")
    one, other, links = links_of(left, right)
    (link,) = mark_wording(links, one, other, None, Options(language="en-GB"))
    assert any(edit.wording for edit in link.edits)
    assert dictionary("../wording/en") is None


def test_a_language_without_a_dictionary_is_left_alone() -> None:
    """Nothing is marked where the options name a language that we have no dictionary of."""
    left, right = framed("did not go|didn't go")
    one, other, links = links_of(left, right)
    assert mark_wording(links, one, other, None, Options(language="fi")) == tuple(links)


def test_related_links_are_not_marked() -> None:
    """Only passages that say the same can say it in other words."""
    left, right = framed("did not go|didn't go")
    one, other, links = links_of(left, right, Strength.RELATED)
    assert not any(edit.wording for link in mark_wording(links, one, other, None, Options()) for edit in link.edits)


def test_marks_change_nothing_else() -> None:
    """Without the marks the links are those that came in."""
    left, right = framed("did not go|didn't go")
    one, other, links = links_of(left, right)
    (link,) = mark_wording(links, one, other, None, Options())
    assert any(edit.wording for edit in link.edits)
    assert replace(link, edits=tuple(replace(edit, wording=False) for edit in link.edits)) == links[0]


def test_marks_do_not_depend_on_the_side() -> None:
    """Marking mirrored links gives the mirrored marks."""
    left, right = framed("did not go|didn't go")
    one, other, links = links_of(left, right)
    (link,) = mark_wording(links, one, other, None, Options())
    (mirrored,) = mark_wording([links[0].mirrored()], other, one, None, Options())
    assert mirrored == link.mirrored()


def test_a_word_is_judged_by_the_vectors_of_its_own_passage() -> None:
    """In a link of two passages with one, a replacement in the second passage finds its vectors there."""
    texts = "The boats left early.", "The company bought a ship in May."
    joined = "The boats left early. The company purchased a ship in May."
    one, other = document(*texts), document(joined)
    (link,) = classify(one, other, [Bead((0, 1), (0,), 0.9)], Options())
    pair = ([vectors(text, joined) for text in texts], [vectors(joined, " ".join(texts))])
    (link,) = mark_wording([link], one, other, pair, Options())
    assert [edit.left.of(one.article.text).strip() for edit in link.edits if edit.wording] == ["bought", ""]


def test_every_group_of_the_dictionary_has_members() -> None:
    """A group with one member, or one member twice, is a slip of the pen."""
    words = dictionary("en")
    assert words is not None
    members: dict[str, int] = {}
    for groups in (words.groups, words.names):
        for key in groups:
            for group in groups[key]:
                members[group] = members.get(group, 0) + 1
    assert [group for group, count in members.items() if count < 2] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Sense("go"), Sense("go"), True),
        (Sense("go"), Sense("go", tense=Tense.ING), True),
        (Sense("go"), Sense("go", tense=Tense.PAST), False),
        (Sense("boat"), Sense("boat", plural=True), False),
        (Sense("go"), Sense("leave"), False),
    ],
)
def test_senses_agree_in_group_number_and_time(one: Sense, other: Sense, same: bool) -> None:
    """A plural is no singular, a past no present; a gerund may stand for a plain verb."""
    assert one.agrees(other) is same


@pytest.mark.parametrize(("end", "is_marked"), [("", True), (" soon", False)])
def test_a_replacement_across_two_passages_is_not_judged_in_part(end: str, is_marked: bool) -> None:
    """Where words go in two passages and come in one, no part of that is judged by itself."""
    left = (f"Officials in the town said the company{end}", "purchased a boat after the storm.")
    right = "Officials in the town said the company bought a boat after the storm."
    one, other = document(*left), document(right)
    links = [link for link in classify(one, other, [Bead((0, 1), (0,), 0.9)], Options()) if link.is_pair]
    pair = [vectors(text, right) for text in left], [vectors(right, " ".join(left))]
    (link,) = mark_wording(links, one, other, pair, Options())
    gone = [edit for edit in link.edits if edit.op is Op.DELETE]
    assert [edit.wording for edit in gone] == ([True] if is_marked else [False, False])


@pytest.mark.parametrize(("one", "other"), [("hour", "hor"), ("promise", "prize"), ("four", "for"), ("glass", "glas")])
def test_spelling_keeps_different_words_apart(one: str, other: str) -> None:
    """Only endings that two spellings of English share are folded."""
    assert spelled(one) != spelled(other)


@pytest.mark.encoder
def test_hardly_any_contrast_is_marked(real_encoder: SentenceEncoder) -> None:
    """Of sentences that differ in what they tell, at most one in a hundred is taken for other wording."""
    pairs = minimal_pairs("contrast")
    assert len(pairs) >= 120
    assert len(marked_pairs(pairs, real_encoder)) <= len(pairs) / 100


@pytest.mark.encoder
def test_most_paraphrases_are_marked(real_encoder: SentenceEncoder) -> None:
    """Of sentences that differ in words alone, at least three in five are marked."""
    pairs = minimal_pairs("same")
    assert len(pairs) >= 40
    assert len(marked_pairs(pairs, real_encoder)) >= 0.6 * len(pairs)
