"""One comparison that shows every look, built by hand so that reports can be compared with reference files.

A link is written as one line: `[left|right]` where the words differ, "/" between two passages of one side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from diffview.changes.corrections import pair_of, review_of
from diffview.model import (
    Anchor,
    Article,
    ChangeKind,
    Comparison,
    Corrections,
    Document,
    Edit,
    EncoderInfo,
    Evidence,
    Finding,
    FindingKind,
    FindingStatus,
    Link,
    Note,
    Op,
    Opinion,
    Origin,
    Pair,
    Passage,
    Role,
    Span,
    Strength,
    in_reading_order,
)

LEFT_TITLE = "Ferry stops for a winter <script>alert(1)</script>"
RIGHT_TITLE = "No ferry until spring, island is told"

_SAME = "The harbour office said on Tuesday that the crossing will close."
_REWORDED = "The boat [carries|takes] [some|about] 40 people [a day|daily][, mostly pupils|]."
_MOVED = "[Mayor|The mayor,] Ana Lindqvist[|,] called it “a hard winter for everybody”."
_SPLIT = "Tickets already sold[ are paid back, and the| will be refunded./The] post [comes|arrives] by air."
_LEFT_ALONE = "A new hull costs 1.2 million."
_RIGHT_ALONE = "Two pupils will sleep \u202eon the\u202c mainland."


@dataclass(frozen=True)
class _Laid:
    document: Document
    places: dict[str, int]

    def start(self, passage: int) -> int:
        return self.document.passages[passage].span.start


def sample() -> Comparison:
    """Return the comparison."""
    left = _lay(LEFT_TITLE, "island/ferry.txt", [LEFT_TITLE, *_texts(0)], 0)
    right = _lay(RIGHT_TITLE, "mainland/ferry & co.txt", [RIGHT_TITLE, *_texts(1)], 1)
    links = in_reading_order(_links(left, right))
    notices = ("The alignment was made for a test.",)
    found = _findings(left, right)
    info = EncoderInfo("toy-encoder", "0f")
    return Comparison(left.document, right.document, links, info, notices=notices, findings=found)


def annotated() -> Comparison:
    """Return the comparison after a reader worked on it: a link confirmed, one made by hand, two notes, two reviews."""
    found = sample()
    pairs = [number for number, link in enumerate(found.links) if link.is_pair and link.strength is Strength.ALIGNED]
    origins = {pairs[1]: Origin.CONFIRMED, pairs[2]: Origin.MANUAL}
    links = tuple(replace(link, origin=origins.get(n, link.origin)) for n, link in enumerate(found.links))
    about = found.links[pairs[1]]
    notes = (
        Note(pair_of(found.left, found.right, about.left, about.right), "Ask the office <b>twice</b>.\nAnd the mayor."),
        Note(Pair((Anchor("This passage is not there any more, it was cut."),), ()), "Why was it cut?"),
    )
    reviews = review_of(found, 0, Opinion.CONFIRMED), review_of(found, 2, Opinion.DISMISSED)
    return replace(found, links=links, corrections=Corrections(notes=notes, reviews=reviews))


def _findings(left: _Laid, right: _Laid) -> tuple[Finding, ...]:
    """Return a finding with a word diff, a plain one, one too weak, a card, and one of one side only."""
    some, about = (_place(laid, words) for laid, words in ((left, "some 40 people"), (right, "about 40 people")))
    edits = (
        Edit(Op.DELETE, Span(some.start, some.start + 4), Span(about.start, about.start)),
        Edit(Op.INSERT, Span(some.start + 4, some.start + 4), Span(about.start, about.start + 5)),
        Edit(Op.KEEP, Span(some.start + 5, some.end), Span(about.start + 6, about.end)),
    )
    quote, name = "“a hard winter for everybody”", "Ana Lindqvist"
    mayors = (_place(left, name),), (_place(right, name),)
    hull = (_place(left, "1.2 million"),)
    return (
        Finding(FindingKind.QUOTE, FindingStatus.ALTERED, (some,), (about,), "The words differ.", 0.9, edits),
        Finding(FindingKind.FIGURE, FindingStatus.ONLY_HERE, hull, (), "Only one article says it.", 0.6),
        Finding(FindingKind.NAME, FindingStatus.VARIANT, *mayors, "One article writes <b>Ana</b>.", 0.8),
        Finding(FindingKind.CERTAINTY, FindingStatus.DIFFERS, *mayors, "A hedge is lost.", 0.3),
        Finding(
            FindingKind.SPEAKER, FindingStatus.IN_BOTH, (_place(left, quote),), (_place(right, quote),), "Both.", 0.8
        ),
    )


def _place(laid: _Laid, words: str) -> Span:
    start = laid.document.article.text.index(words)
    return Span(start, start + len(words))


def _texts(side: int) -> list[str]:
    pairs = [_SAME, _REWORDED, _MOVED, _SPLIT] if side == 0 else [_MOVED, _SAME, _REWORDED, _SPLIT]
    alone = _LEFT_ALONE if side == 0 else _RIGHT_ALONE
    return [text for pair in pairs for text in _side_of(pair, side).split("/")] + [alone, "Read more:"]


def _side_of(pair: str, side: int) -> str:
    return re.sub(r"\[([^|\]]*)\|([^\]]*)\]", lambda match: match[side + 1], pair)


def _lay(title: str, path: str, texts: list[str], side: int) -> _Laid:
    texts = [text.strip() for text in texts]
    paragraphs = [0, *(1 + i // 2 for i in range(len(texts) - 2)), 9]
    article = Article.from_passages(texts, paragraphs, title=title, path=path)
    article = replace(article, notices=("The file was read as <b>Latin-1</b>.",) if side == 0 else ())
    assert article.cuts is not None
    roles = [Role.TITLE, *[Role.BODY] * (len(texts) - 2), Role.FURNITURE]
    passages = tuple(
        Passage(cut.span, cut.paragraph, role, "reading links" if role is Role.FURNITURE else "")
        for cut, role in zip(article.cuts, roles, strict=True)
    )
    return _Laid(Document(article, passages), {text: i for i, text in enumerate(texts)})


def _links(left: _Laid, right: _Laid) -> list[Link]:
    links = [_link(pair, left, right) for pair in (_SAME, _REWORDED, _MOVED, _SPLIT)]
    dropped = [_alone(text, left, ChangeKind.DROPPED) for text in (LEFT_TITLE, _LEFT_ALONE)]
    added = [_alone(text, right, ChangeKind.ADDED) for text in (RIGHT_TITLE, _RIGHT_ALONE)]
    related = Link(dropped[0].left, added[0].right, ChangeKind.REWORDED, strength=Strength.RELATED, score=0.41)
    return [*links, *dropped, *added, related]


def _link(pair: str, left: _Laid, right: _Laid) -> Link:
    ours, theirs = (
        tuple(laid.places[text.strip()] for text in _side_of(pair, side).split("/"))
        for side, laid in enumerate((left, right))
    )
    return Link(
        ours,
        theirs,
        ChangeKind.REWORDED if "[" in pair else ChangeKind.SAME,
        moved=pair is _MOVED,
        score=0.93,
        evidence=Evidence(0.91, 0.88, 0.75, ("harbour",), ("Lindqvist",), ("40",), "", 0.4, None),
        edits=tuple(_edits(pair, left.start(ours[0]), [right.start(i) for i in theirs])),
    )


def _edits(pair: str, left: int, rights: list[int]) -> list[Edit]:
    """Turn a link's line into edits; `left` and `rights` say where its passages start."""
    found = []
    right, *rest = rights
    for ours, theirs, both in re.findall(r"\[([^|\]]*)\|([^\]]*)\]|([^\[]+)", pair):
        steps = [(Op.KEEP, both, both)] if both else [(Op.DELETE, ours, "")]
        steps += [(Op.INSERT, "", part) for part in theirs.split("/")]
        for number, (op, deleted, inserted) in enumerate(steps):
            if number > 1:
                right, *rest = rest
            if deleted or inserted:
                ends = left + len(deleted), right + len(inserted)
                found.append(Edit(op, Span(left, ends[0]), Span(right, ends[1])))
                left, right = ends
    return found


def _alone(text: str, laid: _Laid, kind: ChangeKind) -> Link:
    place = laid.places[text]
    span, nothing = laid.document.passages[place].span, Span(0, 0)
    if kind is ChangeKind.DROPPED:
        return Link((place,), (), kind, edits=(Edit(Op.DELETE, span, nothing),))
    return Link((), (place,), kind, edits=(Edit(Op.INSERT, nothing, span),))
