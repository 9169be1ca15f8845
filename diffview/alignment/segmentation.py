"""Where does a passage begin and end, and what is quoted in it?

Paragraphs are the lines of the article; sentences inside them are found by sentencex, which keeps a quotation of
several sentences whole. Spans are exact code points and cover all of the text but white space.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex
from sentencex import get_sentence_boundaries

from diffview.model import Article, Corrections, Cut, Document, Furniture, Options, Passage, Role, Side, Span
from diffview.words import without_surrogates

_GAP = regex.compile(r"\s+")
_LINE = regex.compile(r"[^\n]+")
_GOES_ON = regex.compile(
    r"(?<![\p{L}\p{N}])(?:Ms|Mx|Messrs|Mmes?|Mlles?|tel|Tel|approx|(\p{Lu})\1|(?<=\p{Ll}\s)M)\.\s*\Z"
)
"""Abbreviations at the end of a piece after which the sentence goes on: "Ms.", "Mme.", "M.", "CC. OO."."""
_MARK = regex.compile("[“”]")
_QUOTE = regex.compile(
    r"“[^“”]{2,}(?:”|$)"
    r"|«[^«»]{2,}»"
    r"|„[^„“”]{2,}[“”]"
    r'|(?<![\p{L}\p{N}])"[^"]{2,}"(?![\p{L}\p{N}])'
    r"|(?<!')''(?!')[^\n]{2,}?''(?!')"
    r"|(?<![\p{L}\p{N}'])'(?![\s'\d])(?:[^'\n]|(?<=\p{L})'(?=\p{L})){2,}(?<!\s)'(?![\p{L}\p{N}'])"
    r"|(?<![\p{L}\p{N}])‘[^‘]{2,}?[^\s‘]’(?![\p{L}\p{N}])"
    r"|「[^「」]+」|『[^『』]+』"
)


def segment(article: Article, title: Span | None = None, options: Options = Options()) -> Document:
    """Cut an article into passages; `title` is where its headline stands."""
    cuts = article.cuts if article.cuts is not None else tuple(_cut(article.text, options))
    passages = [piece for cut in cuts for piece in _split_by_furniture(article.text, cut, article.furniture or ())]
    passages = _with_open_quotes(article.text, passages, options.longest_quote)
    return Document(article, tuple(_titled(passage, title) for passage in passages))


def _cut(text: str, options: Options) -> Iterator[Cut]:
    number = 0
    for line in _LINE.finditer(text):
        spans = list(_sentences(line[0], line.start(), options.language_code))
        for span in spans:
            for piece in _bounded(text, span, options.longest_passage):
                yield Cut(piece, number)
        number += bool(spans)


def _sentences(line: str, offset: int, language: str) -> Iterator[Span]:
    start: int | None = None
    for boundary in get_sentence_boundaries(language, without_surrogates(line)):
        start = boundary["start_index"] if start is None else start
        end = boundary["end_index"]
        cut_short = _GOES_ON.search(line, start, end) or line[start:end].strip() == "M."
        if cut_short and end < len(line.rstrip()):
            continue
        span = trim(line, Span(start, end))
        start = None
        if span:
            yield Span(offset + span.start, offset + span.end)


def _bounded(text: str, span: Span, longest: int) -> Iterator[Span]:
    """Cut a span that is longer than any sentence at white space, where it has some."""
    start = span.start
    while span.end - start > longest:
        gap = _GAP.search(text, start + longest, span.end)
        if gap is None:
            break
        yield Span(start, gap.start())
        start = gap.end()
    if span.end > start:
        yield Span(start, span.end)


def trim(text: str, span: Span) -> Span | None:
    """Return a span without the white space at its ends, None when nothing else is in it."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    end = span.end - len(piece) + len(piece.rstrip())
    return Span(start, end) if end > start else None


def _split_by_furniture(text: str, cut: Cut, furniture: tuple[Furniture, ...]) -> Iterator[Passage]:
    """Cut a sentence where a piece of furniture begins or ends inside it, as in "… more efficient.Close"."""
    at = cut.span.start
    for piece in furniture:
        start, end = max(piece.span.start, at), min(piece.span.end, cut.span.end)
        if start >= end:
            continue
        yield from _passage(text, Span(at, start), cut.paragraph)
        yield from _passage(text, Span(start, end), cut.paragraph, piece.rule)
        at = end
    yield from _passage(text, Span(at, cut.span.end), cut.paragraph)


def _passage(text: str, span: Span, paragraph: int, rule: str = "") -> Iterator[Passage]:
    trimmed = trim(text, span) if span.end > span.start else None
    if trimmed:
        role = Role.FURNITURE if rule else Role.BODY
        yield Passage(trimmed, paragraph, role, rule, find_quotes(text, trimmed))


def _with_open_quotes(text: str, passages: Sequence[Passage], longest: int) -> list[Passage]:
    """Return the passages with what a quotation covers that is opened in one of them and closed in a later one."""
    found = list(passages)
    for at, passage in enumerate(passages):
        if passage.quotes and text[passage.quotes[-1].start] == "“" and text[passage.quotes[-1].end - 1] != "”":
            for number, span in _until_closed(text, passages[at + 1 : at + 1 + longest], at + 1):
                found[number] = replace(found[number], quotes=(span, *found[number].quotes))
    return found


def _until_closed(text: str, passages: Sequence[Passage], first: int) -> list[tuple[int, Span]]:
    """Return what `passages`, the first of which has number `first`, have of an open quotation that is closed in them.

    A paragraph that opens with a mark of its own goes on with the quotation, and is found by itself.
    """
    covered: list[tuple[int, Span]] = []
    for number, passage in enumerate(passages, first):
        span = passage.span
        mark = _MARK.search(text, span.start, span.end)
        if mark and (mark[0] == "”" or mark.start() == span.start):
            return [*covered, (number, Span(span.start, mark.end()))] if mark[0] == "”" else covered
        if mark or passage.role is Role.FURNITURE:
            return []
        covered.append((number, span))
    return []


def find_quotes(text: str, span: Span) -> tuple[Span, ...]:
    """Return the quotations inside `span`, marks included; one that is not closed runs to the end of the passage."""
    return tuple(Span(*match.span()) for match in _QUOTE.finditer(text, span.start, span.end))


def _titled(passage: Passage, title: Span | None) -> Passage:
    if title is None or passage.role is Role.FURNITURE:
        return passage
    if title.start <= passage.span.start and passage.span.end <= title.end:
        return Passage(passage.span, passage.paragraph, Role.TITLE, "", passage.quotes)
    return passage


def apply_marks(document: Document, side: Side, corrections: Corrections) -> Document:
    """Return the document with the reader's word on what is furniture and what is content."""
    marks = {(mark.text, mark.nth): mark.role for mark in corrections.marks if mark.side is side}
    seen: Counter[str] = Counter()
    passages = []
    for index, passage in enumerate(document.passages):
        text = document.text_of(index)
        role = marks.get((text, seen[text]), passage.role)
        seen[text] += 1
        if role is not passage.role:
            rule = "marked by the reader" if role is Role.FURNITURE else ""
            passage = replace(passage, role=role, rule=rule)  # noqa: PLW2901
        passages.append(passage)
    return replace(document, passages=tuple(passages)) if marks else document
