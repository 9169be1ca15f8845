"""What do the change list, the pair card and the clipboard say of a link?"""

from __future__ import annotations

from collections.abc import Iterator

from diffview.model import Comparison, Link, Role, Side, Span, Strength
from diffview.reports.looks import look_of
from diffview.reports.summary import change_numbers
from diffview.reports.view import Piece
from diffview.ui.change_list import Row
from diffview.ui.levelled_rows import LevelledRow
from diffview.ui.marks import Places, lacking
from diffview.ui.pair_card import Wording
from diffview.ui.qtext import one_line
from diffview.ui.speech import class_name, file_name, side_name
from diffview.words import words


def rows(comparison: Comparison) -> Iterator[Row]:
    """Yield a line for each change, in reading order."""
    places = Places(comparison)
    for number in change_numbers(comparison):
        link = comparison.links[number]
        side = Side.LEFT if link.left else Side.RIGHT
        yield Row(
            link=number,
            mark=look_of(link),
            name=class_name(look_of(link)),
            where=places.whole(link),
            words=sum(_differing(comparison, link, side) for side in Side),
            text=one_line(comparison.document(side).text_of(min(link.on(side)))),
            origin=link.origin,
        )


def _differing(comparison: Comparison, link: Link, side: Side) -> int:
    """Return how many words of one side the other lacks."""
    document = comparison.document(side)
    spans = list(lacking(link, side, document.article.text)) if link.is_pair else []
    if link.is_pair and any(edit.op.value == "keep" for edit in link.edits):
        return sum(len(words(span.of(document.article.text))) for span, _ in spans)
    return sum(len(words(document.text_of(passage))) for passage in link.on(side))


def wordings(comparison: Comparison, number: int) -> Iterator[Wording]:
    """Yield what each side of a link says, cut where the other side lacks words."""
    link = comparison.links[number]
    for side in Side:
        if link.on(side):
            document = comparison.document(side)
            where = Places(comparison).paragraphs(link, side)
            spans = list(lacking(link, side, document.article.text)) if link.is_pair else []
            passages = [document.passages[passage].span for passage in sorted(link.on(side))]
            pieces = tuple(_pieces(document.article.text, passages, spans))
            yield Wording(f"{side_name(side)}, {where}", pieces)


def levelled(comparison: Comparison) -> Iterator[LevelledRow]:
    """Yield a row for each link that is not merely related, in the order of the left article."""
    for number, link in enumerate(comparison.links):
        if link.strength is Strength.RELATED:
            continue
        sides, places, titles = [], [], []
        for side in Side:
            document = comparison.document(side)
            spans = list(lacking(link, side, document.article.text)) if link.is_pair else []
            passages = [document.passages[passage].span for passage in sorted(link.on(side))]
            sides.append(tuple(_pieces(document.article.text, passages, spans)))
            places.append(tuple(passages))
            titles.append(all(document.passages[passage].role is Role.TITLE for passage in link.on(side)))
        mark = look_of(link)
        both = (titles[0], titles[1]), (places[0], places[1])
        yield LevelledRow(number, mark, sides[0], sides[1], *both)


def _pieces(text: str, passages: list[Span], marked: list[tuple[Span, bool]]) -> Iterator[Piece]:
    for number, passage in enumerate(passages):
        if number:
            yield Piece(" ")
        at = passage.start
        for span, wording in sorted(marked):
            if passage.start <= span.start < passage.end:
                yield Piece(text[at : span.start])
                yield Piece(span.of(text), marked=True, wording=wording)
                at = span.end
        yield Piece(text[at : passage.end])


def pair_text(comparison: Comparison, number: int) -> str:
    """Return both wordings of a link as plain text, each with its file and paragraph."""
    link = comparison.links[number]
    parts = []
    for side in Side:
        if link.on(side):
            document = comparison.document(side)
            where = Places(comparison).paragraphs(link, side)
            quoted = " ".join(document.text_of(passage) for passage in sorted(link.on(side)))
            parts.append(f"{quoted}\n({file_name(document.article)}, {where})")
    return "\n\n".join(parts) + "\n"
