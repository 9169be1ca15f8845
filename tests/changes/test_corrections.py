"""Do the reader's corrections hold, and only they?"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffview.changes.corrections import anchor_of, apply_corrections, pair_of
from diffview.comparison import compare
from diffview.model import (
    Anchor,
    Article,
    Bead,
    ChangeKind,
    Comparison,
    Corrections,
    Document,
    Judgement,
    Mark,
    Note,
    Op,
    Options,
    Origin,
    Pair,
    Passage,
    Role,
    Side,
    Strength,
    Verdict,
)
from tests.fakes import FakeEncoder


def document(texts: Sequence[str], furniture: Sequence[int] = ()) -> Document:
    """Make a document of one paragraph a passage."""
    article = Article.from_passages(texts)
    assert article.cuts is not None
    roles = [Role.FURNITURE if n in furniture else Role.BODY for n in range(len(texts))]
    return Document(article, tuple(Passage(c.span, c.paragraph, r) for c, r in zip(article.cuts, roles, strict=True)))


LEFT = document(["The ferry hit the pier.", "Nobody was hurt.", "It was built in 1998.", "Repairs begin on Monday."])
RIGHT = document(["A ferry struck a pier.", "It was built in 1998.", "No one was injured.", "Bread costs more."])
BEADS = (Bead((0,), (0,), 0.9), Bead((2,), (1,), 0.99), Bead((3,), (3,), 0.5, Strength.RELATED))
LINK, UNLINK, CONFIRM = Verdict.LINK, Verdict.UNLINK, Verdict.CONFIRM


def pair(left: tuple[int, ...], right: tuple[int, ...]) -> Pair:
    """Name passages of the two documents."""
    return Pair(tuple(anchor_of(LEFT, n) for n in left), tuple(anchor_of(RIGHT, n) for n in right))


def applied(*said: tuple[Verdict, tuple[int, ...], tuple[int, ...]], beads: tuple[Bead, ...] = BEADS):
    """Return ((left, right) -> origin) of the aligned beads after these judgements."""
    judgements = tuple(Judgement(verdict, pair(ours, theirs)) for verdict, ours, theirs in said)
    found = apply_corrections(beads, LEFT, RIGHT, Corrections(judgements=judgements))
    return {(b.left, b.right): b.origin for b in found if b.strength is Strength.ALIGNED}


def test_without_corrections_nothing_changes() -> None:
    """Beads that nobody corrected stay as they are."""
    assert apply_corrections(BEADS, LEFT, RIGHT, Corrections()) == BEADS


def test_linked_by_hand() -> None:
    """Passages linked by hand are one link that is known to be the reader's."""
    assert applied((LINK, (1,), (2,)))[(1,), (2,)] is Origin.MANUAL


def test_a_link_by_hand_takes_its_passages_from_others() -> None:
    """A passage linked by hand leaves the link it was in."""
    assert applied((LINK, (0,), (2,))).keys() == {((0,), (2,)), ((2,), (1,))}


def test_a_link_by_hand_of_several() -> None:
    """Two passages of one side can be linked with one of the other."""
    assert ((1, 3), (2,)) in applied((LINK, (1, 3), (2,)))


def test_unlinked() -> None:
    """An unlinked pair is gone, and no other."""
    assert applied((UNLINK, (0,), (0,))).keys() == {((2,), (1,))}


def test_unlinked_related_pair() -> None:
    """A related pair can be unlinked as well."""
    said = Corrections(judgements=(Judgement(UNLINK, pair((3,), (3,))),))
    assert apply_corrections(BEADS, LEFT, RIGHT, said) == BEADS[:2]


def test_what_is_linked_by_hand_is_not_related_besides() -> None:
    """A related pair that the reader links is that one link, and what else its passages are related to stays."""
    said = Corrections(judgements=(Judgement(LINK, pair((3,), (3,))),))
    beads = (*BEADS, Bead((3,), (0,), 0.4, Strength.RELATED))
    found = [bead for bead in apply_corrections(beads, LEFT, RIGHT, said) if bead.left == (3,)]
    assert [(bead.right, bead.strength) for bead in found] == [((0,), Strength.RELATED), ((3,), Strength.ALIGNED)]


def test_one_passage_leaves_a_larger_link() -> None:
    """Unlinking one of two passages leaves the other linked, on whichever side they are; of two and two, two."""
    assert applied((UNLINK, (1,), (0,)), beads=(Bead((0, 1), (0,), 0.8),)).keys() == {((0,), (0,))}
    assert applied((UNLINK, (0,), (1,)), beads=(Bead((0,), (0, 1), 0.8),)).keys() == {((0,), (0,))}
    assert applied((UNLINK, (0,), (1,)), beads=(Bead((0, 1), (0, 1), 0.8),)).keys() == {((1,), (0,))}


def test_confirmed() -> None:
    """A confirmed link keeps its score and evidence and says that it was confirmed."""
    said = Corrections(judgements=(Judgement(CONFIRM, pair((0,), (0,))),))
    bead = apply_corrections(BEADS, LEFT, RIGHT, said)[0]
    assert (bead.origin, bead.score) == (Origin.CONFIRMED, 0.9)


def test_confirmed_links_stay_when_the_program_would_link_otherwise() -> None:
    """What the reader confirmed holds with other options, which find another link."""
    assert applied((CONFIRM, (0,), (0,)), beads=(Bead((0,), (3,), 0.9),)).keys() == {((0,), (0,))}


def test_the_later_judgement_holds() -> None:
    """Linking what was unlinked links it, and the other way round."""
    assert ((0,), (0,)) in applied((UNLINK, (0,), (0,)), (LINK, (0,), (0,)))
    assert ((0,), (0,)) not in applied((LINK, (0,), (0,)), (UNLINK, (0,), (0,)))


def test_confirming_a_link_by_hand_leaves_it_the_readers() -> None:
    """A link made by hand is no less the reader's for being confirmed."""
    assert applied((LINK, (1,), (2,)), (CONFIRM, (1,), (2,)))[(1,), (2,)] is Origin.MANUAL


def test_confirmed_as_only_on_one_side() -> None:
    """That a passage stands on one side only can be confirmed, and holds against a link."""
    said = Corrections(judgements=(Judgement(CONFIRM, Pair((Anchor(SENTENCES[0]),))),))
    text = Article.from_passages(SENTENCES[:2])
    links = compare(text, text, corrections=said, encoder=FakeEncoder()).links
    lone = [link for link in links if link.origin is Origin.CONFIRMED]
    assert [(link.left, link.change) for link in lone] == [((0,), ChangeKind.DROPPED)]


@pytest.mark.parametrize("text", ["The ferry hit the old pier.", "the ferry hit the pier!"])
def test_a_correction_survives_a_small_edit(text: str) -> None:
    """A passage of which a word was edited is still the one the reader spoke of."""
    edited = document([text, *(LEFT.text_of(n) for n in (1, 2, 3))])
    said = Corrections(judgements=(Judgement(LINK, pair((0,), (2,))),))
    assert ((0,), (2,)) in [(b.left, b.right) for b in apply_corrections(BEADS, edited, RIGHT, said)]


def test_a_correction_waits_while_its_passage_is_gone() -> None:
    """A correction of a passage that is not there any more changes nothing."""
    edited = document(["Something else entirely stands here.", *(LEFT.text_of(n) for n in (1, 2, 3))])
    said = Corrections(judgements=(Judgement(UNLINK, pair((0,), (0,))),))
    assert apply_corrections(BEADS, edited, RIGHT, said) == BEADS


def test_the_second_of_two_equal_passages() -> None:
    """Of two passages with the same words the one that was meant is linked."""
    twice = document(["Yes.", "No.", "Yes."])
    said = Corrections(judgements=(Judgement(LINK, Pair((Anchor("Yes.", 1),), pair((), (2,)).right)),))
    assert [b.left for b in apply_corrections((), twice, RIGHT, said)] == [(2,)]


def test_furniture_is_not_linked() -> None:
    """A correction has no effect on a passage that is set apart as furniture."""
    apart = document([LEFT.text_of(n) for n in range(4)], furniture=(1,))
    said = Corrections(judgements=(Judgement(LINK, pair((1,), (2,))),))
    assert apply_corrections(BEADS, apart, RIGHT, said) == BEADS


# ---- whatever the reader says ----------------------------------------------------------------------------------------

SENTENCES = [
    "The harbour ferry struck the pier on Monday, injuring 14 passengers.",
    "Fourteen people were hurt when the ferry hit the pier on Monday.",
    "“We lost steering,” Captain Ida Holm said.",
    "Service resumes on Thursday.",
    "Bread prices rose by 3% in Oslo.",
    "漢字かな交じり文です。",
    "Yes.",
]
articles = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(Article.from_passages)
anchors = st.lists(st.builds(Anchor, st.sampled_from(SENTENCES), st.integers(0, 2)), max_size=2, unique=True).map(tuple)
pairs = st.builds(Pair, anchors, anchors)
marks = st.builds(Mark, st.sampled_from(Side), st.sampled_from(SENTENCES), st.sampled_from(Role), st.integers(0, 1))
corrections = st.builds(
    Corrections,
    st.lists(marks, max_size=1).map(tuple),
    st.lists(st.builds(Judgement, st.sampled_from(Verdict), pairs), max_size=4).map(tuple),
    st.lists(st.builds(Note, pairs, st.text(max_size=3)), max_size=1).map(tuple),
)
fast = settings(max_examples=80)


def run(left: Article, right: Article, said: Corrections) -> Comparison:
    """Compare with the fake encoder."""
    return compare(left, right, corrections=said, encoder=FakeEncoder())


def _text(of: Document, passages: tuple[int, ...]) -> str:
    return "".join(of.text_of(passage) for passage in passages)


@fast
@given(articles, articles, corrections)
def test_every_passage_is_still_in_exactly_one_aligned_link(left: Article, right: Article, said: Corrections) -> None:
    """Whatever is corrected, each passage that is not furniture is in one aligned link, and edits tile the link."""
    result = run(left, right, said)
    for side in Side:
        found = [at for link in result.links if link.strength is Strength.ALIGNED for at in link.on(side)]
        assert sorted(found) == list(result.document(side).content())
    for link in result.links:
        ours = [edit.left.of(left.text) for edit in link.edits if edit.op is not Op.INSERT]
        theirs = [edit.right.of(right.text) for edit in link.edits if edit.op is not Op.DELETE]
        assert ("".join(ours), "".join(theirs)) == (_text(result.left, link.left), _text(result.right, link.right))


@fast
@given(articles, articles, corrections)
def test_corrections_mirrored_twice_are_the_same(left: Article, right: Article, said: Corrections) -> None:
    """Turning corrections and their comparison round twice changes nothing."""
    assert said.mirrored().mirrored() == said
    result = run(left, right, said)
    assert result.mirrored().mirrored() == result


@fast
@given(articles, articles, corrections)
def test_corrections_mean_the_same_on_swapped_sides(left: Article, right: Article, said: Corrections) -> None:
    """What the reader linked by hand or confirmed is so too when the articles are compared the other way round."""
    ways = run(left, right, said), run(right, left, said.mirrored()).mirrored()
    checked = [{(link.left, link.right) for link in way.links if link.is_checked and link.score == 1.0} for way in ways]
    assert checked[0] == checked[1]


@fast
@given(articles, articles)
def test_confirming_everything_changes_only_origins(left: Article, right: Article) -> None:
    """When every link is confirmed the comparison is the same, and every aligned link is checked."""
    before = run(left, right, Corrections())
    links = [link for link in before.links if link.strength is Strength.ALIGNED]
    said = tuple(Judgement(CONFIRM, pair_of(before.left, before.right, link.left, link.right)) for link in links)
    after = run(left, right, Corrections(judgements=said))
    assert [(a.left, a.right, a.change, a.score) for a in after.links if a.strength is Strength.ALIGNED] == [
        (b.left, b.right, b.change, b.score) for b in links
    ]
    assert all(link.is_checked for link in after.links if link.strength is Strength.ALIGNED)


def test_likeness_of_edited_passages_is_an_option() -> None:
    """How much of a passage may be edited is a number of the options."""
    edited = document(["The ferry hit the old pier.", *(LEFT.text_of(n) for n in (1, 2, 3))])
    said = Corrections(judgements=(Judgement(UNLINK, pair((0,), (0,))),))
    strict = Options(found_again_above=0.99)
    assert apply_corrections(BEADS, edited, RIGHT, said, strict) == BEADS
