"""Which comparisons can there be? Hypothesis strategies for small documents, links and edits that keep every rule.

A comparison is drawn from the middle outwards: first what is linked and how it differs, then the passages of both
sides are laid out (the right one in any order), with page furniture between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hypothesis import settings
from hypothesis import strategies as st

from diffview.model import (
    Anchor,
    Article,
    Border,
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
    Judgement,
    Link,
    Mark,
    Note,
    Op,
    Pair,
    Passage,
    Role,
    Side,
    Span,
    Strength,
    Verdict,
    in_finding_order,
    in_reading_order,
)

patient = settings(max_examples=60)
"""How tests of whole comparisons run: with fewer examples."""

_PLAIN = (
    "the",
    "said",
    "of",
    "“not",
    "a",
    "word”",
    "Nelson",
    "Tuesday",
    "$44m",
    "didn’t",
    "naïve",
    "—",
    "1,002",
    "U.S.",
)
_NASTY = (
    "<script>alert(1)</script>",
    "</style>",
    "&lt;b&gt;",
    "\"'><img",
    "{{ 7 }}",
    "{% raw %}",
    "]]>",
    "<!--",
    "nul\0led",
    "\u202eevil\u202c",
    "zero\u200bwidth",
    "lone\ud800",
    "\ufffe",
    "\x7f\x1b[31m",
    "مرحبا",
    "שלום",
    "東京",
    "👩‍👩‍👧",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "soft\u00adhyphen",
    "x\u0301\u0302\u0303",
    "\ufeffbom",
)


def tokens() -> st.SearchStrategy[str]:
    """Words: mostly plain ones, some that break careless escaping, some of any characters at all."""
    wild = st.text(st.characters(exclude_categories=("Zs", "Zl", "Zp")), min_size=1, max_size=6)
    return st.one_of(
        st.sampled_from(_PLAIN),
        st.sampled_from(_PLAIN),
        st.sampled_from(_NASTY),
        wild.filter(lambda text: not any(char.isspace() for char in text)),
    )


def passages() -> st.SearchStrategy[str]:
    """Texts of one passage, without white space around them."""
    return st.lists(tokens(), min_size=1, max_size=8).map(" ".join)


def titles() -> st.SearchStrategy[str]:
    """Titles of articles, also none."""
    return st.one_of(st.just(""), passages())


@dataclass(frozen=True)
class _Part:
    """A piece of one passage and what the word diff does with it."""

    op: Op
    text: str


@dataclass(frozen=True)
class _Group:
    """The passages of one link to be, each as parts; `strength` and the rest as in Link."""

    left: tuple[tuple[_Part, ...], ...]
    right: tuple[tuple[_Part, ...], ...]
    change: ChangeKind
    moved: bool = False
    score: float = 1.0
    evidence: Evidence = field(default=Evidence())


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    """Evidence with or without an encoder's part."""
    number = st.floats(0, 1)
    return Evidence(
        similarity=draw(st.none() | number),
        token_match=draw(st.none() | number),
        word_overlap=draw(number),
        shared_words=tuple(draw(st.lists(tokens(), max_size=2))),
        shared_figures=tuple(draw(st.lists(st.sampled_from(("$44m", "1,002")), max_size=1))),
        quote_run=draw(st.sampled_from(("", "not a word"))),
        margin=draw(number),
    )


@st.composite
def _same(draw: st.DrawFn) -> _Group:
    parts = tuple((_Part(Op.KEEP, text),) for text in draw(st.lists(passages(), min_size=1, max_size=2)))
    return _Group(parts, parts, ChangeKind.SAME, draw(st.booleans()), draw(st.floats(0, 1)), draw(evidences()))


@st.composite
def _reworded(draw: st.DrawFn) -> _Group:
    """A pair that keeps some words, and maybe a passage that only one side has in this link."""
    ops = [*draw(st.lists(st.sampled_from(list(Op)), max_size=5)), Op.DELETE, Op.INSERT]
    parts = [_Part(op, draw(tokens()) + " ") for op in ops]
    left = [_strip([part for part in parts if part.op is not Op.INSERT])]
    right = [_strip([part for part in parts if part.op is not Op.DELETE])]
    if draw(st.booleans()):
        left.append((_Part(Op.DELETE, draw(passages())),))
    if draw(st.booleans()):
        right.append((_Part(Op.INSERT, draw(passages())),))
    return _Group(
        tuple(left), tuple(right), ChangeKind.REWORDED, draw(st.booleans()), draw(st.floats(0, 1)), draw(evidences())
    )


def _strip(parts: list[_Part]) -> tuple[_Part, ...]:
    return (*parts[:-1], replace(parts[-1], text=parts[-1].text.rstrip(" ")))


@st.composite
def _alone(draw: st.DrawFn) -> _Group:
    text = draw(passages())
    if draw(st.booleans()):
        return _Group(((_Part(Op.DELETE, text),),), (), ChangeKind.DROPPED)
    return _Group((), ((_Part(Op.INSERT, text),),), ChangeKind.ADDED)


@dataclass(frozen=True)
class _Slot:
    """A passage waiting for its place: its text, and (group, number in the group) unless it is furniture."""

    text: str
    owner: tuple[int, int] | None


@st.composite
def _layout(draw: st.DrawFn, groups: list[_Group], side: Side) -> tuple[Document, dict[tuple[int, int], int]]:
    order = list(range(len(groups)))
    if side is Side.RIGHT:
        order = draw(st.permutations(order))
    slots: list[_Slot] = []
    for number in order:
        if draw(st.integers(0, 5)) == 0:
            slots.append(_Slot(draw(passages()), None))
        members = groups[number].left if side is Side.LEFT else groups[number].right
        slots += [_Slot("".join(part.text for part in parts), (number, i)) for i, parts in enumerate(members)]
    breaks = draw(st.lists(st.booleans(), min_size=len(slots), max_size=len(slots)))
    paragraphs = [sum(breaks[: i + 1]) for i in range(len(slots))]
    texts = [slot.text for slot in slots]
    article = Article.from_passages(
        texts, paragraphs, title=draw(titles()), path=draw(st.sampled_from(("", "a/b.txt")))
    )
    notices = tuple(draw(st.lists(passages(), max_size=1)))
    article = replace(article, notices=notices)
    found = {slot.owner: i for i, slot in enumerate(slots) if slot.owner is not None}
    return Document(article, tuple(_passages(article, slots))), found


def _passages(article: Article, slots: list[_Slot]) -> Iterable[Passage]:
    assert article.cuts is not None
    for i, (cut, slot) in enumerate(zip(article.cuts, slots, strict=True)):
        if slot.owner is None:
            yield Passage(cut.span, cut.paragraph, Role.FURNITURE, "standing alone")
        else:
            quote = (Span(cut.span.start, cut.span.end),) if slot.text.startswith("“") else ()
            yield Passage(cut.span, cut.paragraph, Role.BODY if i else Role.TITLE, "", quote)


@st.composite
def comparisons(draw: st.DrawFn, max_links: int = 6) -> Comparison:
    """Comparisons of two small articles that keep the invariants of the model, moved flags aside: they are drawn."""
    groups = draw(st.lists(st.one_of(_same(), _reworded(), _alone()), max_size=max_links))
    left, left_places = draw(_layout(groups, Side.LEFT))
    right, right_places = draw(_layout(groups, Side.RIGHT))
    links = []
    for number, group in enumerate(groups):
        ours = tuple(left_places[number, i] for i in range(len(group.left)))
        theirs = tuple(right_places[number, i] for i in range(len(group.right)))
        edits = tuple(_edits(group, left, ours, right, theirs))
        links.append(
            Link(ours, theirs, group.change, group.moved, score=group.score, evidence=group.evidence, edits=edits)
        )
    links += draw(_related(links))
    encoder = draw(st.sampled_from((EncoderInfo("toy", "0f"), EncoderInfo("", reason="the encoder is missing"))))
    return Comparison(
        left,
        right,
        in_reading_order(links),
        encoder,
        corrections=draw(corrections(left, right)),
        notices=tuple(draw(st.lists(passages(), max_size=1))),
        findings=draw(findings(left, right)),
    )


@st.composite
def findings(draw: st.DrawFn, left: Document, right: Document) -> tuple[Finding, ...]:
    """Findings about whole passages, on one side or both, a few of them with a word diff."""
    places = [[passage.span for passage in document.passages] for document in (left, right)]
    found = []
    for _ in range(draw(st.integers(0, 3)) if all(places) else 0):
        ours, theirs = (draw(st.sampled_from(spans)) for spans in places)
        sides = draw(st.sampled_from((((ours,), (theirs,)), ((ours,), ()), ((), (theirs,)))))
        edits = (
            Edit(Op.DELETE, ours, Span(theirs.start, theirs.start)),
            Edit(Op.INSERT, Span(ours.end, ours.end), theirs),
        )
        status = draw(st.sampled_from(FindingStatus)) if all(sides) else FindingStatus.ONLY_HERE
        kind, reason, sure = draw(st.sampled_from(FindingKind)), draw(passages()), draw(st.floats(0, 1))
        diff = edits if all(sides) and draw(st.booleans()) else ()
        found.append(Finding(kind, status, *sides, reason, sure, diff))
    return in_finding_order(found)


@st.composite
def corrections(draw: st.DrawFn, left: Document, right: Document) -> Corrections:
    """What a reader may have said of the passages of two documents, or of texts that they have no more."""
    texts = [tuple(document.text_of(i) for i in range(len(document.passages))) for document in (left, right)]
    anchors = [
        st.lists(st.builds(Anchor, st.sampled_from((*side, "gone")), st.integers(0, 2)), max_size=2).map(tuple)
        for side in texts
    ]
    pairs = st.builds(Pair, *anchors)
    marks = st.builds(Mark, st.sampled_from(Side), st.sampled_from((*texts[0], "gone")), st.sampled_from(Role))
    borders = st.builds(Border, st.sampled_from(Side), passages(), passages(), split=st.booleans())
    return Corrections(
        tuple(draw(st.lists(marks, max_size=1))),
        tuple(draw(st.lists(st.builds(Judgement, st.sampled_from(Verdict), pairs), max_size=2))),
        tuple(draw(st.lists(st.builds(Note, pairs, passages()), max_size=1))),
        borders=tuple(draw(st.lists(borders, max_size=1))),
    )


@st.composite
def _related(draw: st.DrawFn, links: list[Link]) -> list[Link]:
    dropped = [link for link in links if link.change is ChangeKind.DROPPED]
    added = [link for link in links if link.change is ChangeKind.ADDED]
    if not (dropped and added and draw(st.booleans())):
        return []
    ours, theirs = draw(st.sampled_from(dropped)), draw(st.sampled_from(added))
    inserts = tuple(replace(edit, left=Span(ours.edits[0].left.end, ours.edits[0].left.end)) for edit in theirs.edits)
    deletes = tuple(
        replace(edit, right=Span(theirs.edits[0].right.start, theirs.edits[0].right.start)) for edit in ours.edits
    )
    return [
        Link(
            ours.left, theirs.right, ChangeKind.REWORDED, strength=Strength.RELATED, score=0.5, edits=deletes + inserts
        )
    ]


def _edits(
    group: _Group, left: Document, ours: tuple[int, ...], right: Document, theirs: tuple[int, ...]
) -> Iterable[Edit]:
    """Tile the passages of a group pair by pair; what one side has more of comes last."""
    at = [left.passages[ours[0]].span.start if ours else 0, right.passages[theirs[0]].span.start if theirs else 0]
    for i in range(max(len(ours), len(theirs))):
        if i < len(ours):
            at[0] = left.passages[ours[i]].span.start
        if i < len(theirs):
            at[1] = right.passages[theirs[i]].span.start
        for left_part, right_part in _steps(group.left[i : i + 1], group.right[i : i + 1]):
            yield _step(left_part, right_part, at)


def _steps(
    left: tuple[tuple[_Part, ...], ...], right: tuple[tuple[_Part, ...], ...]
) -> Iterable[tuple[_Part | None, _Part | None]]:
    ours, theirs = list(left[0]) if left else [], list(right[0]) if right else []
    while ours or theirs:
        if ours and ours[0].op is Op.DELETE:
            yield ours.pop(0), None
        elif theirs and theirs[0].op is Op.INSERT:
            yield None, theirs.pop(0)
        else:
            yield ours.pop(0), theirs.pop(0)


def _step(left: _Part | None, right: _Part | None, at: list[int]) -> Edit:
    spans = []
    for i, part in enumerate((left, right)):
        end = at[i] + (len(part.text) if part else 0)
        spans.append(Span(at[i], end))
        at[i] = end
    op = Op.KEEP if left and right else Op.DELETE if left else Op.INSERT
    return Edit(op, *spans)
