"""How much of each article is the same, reworded or only there, in numbers and in a page of plain text?"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from diffview.errors import printable
from diffview.model import (
    ChangeKind,
    Comparison,
    Document,
    EncoderInfo,
    FindingKind,
    Link,
    Op,
    Role,
    Side,
    Strength,
)
from diffview.reading.naming import came_from, name_of
from diffview.reports.finding_names import KINDS, STATUSES
from diffview.theme import NAMES, load_theme
from diffview.words import words

WIDTH = 96
"""Columns of the plain-text summary."""

_LISTED = 3
_CHECKED = 6


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of one article something takes up."""

    passages: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """How much of both articles one class takes up; furniture has no links."""

    links: int
    left: Tally
    right: Tally

    def on(self, side: Side) -> Tally:
        """Return the share of one side."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers that window, reports and terminal show.

    `classes` counts aligned links, so the words of all classes and of `furniture` add up to `words` on each side.
    `moved` and `related` count links. `coverage` is the share (0 to 1) of a side's words outside furniture that the
    other side says too, in the same or in other words.
    """

    classes: Mapping[ChangeKind, Count]
    furniture: Count
    moved: int
    related: int
    words: Mapping[Side, int]
    coverage: Mapping[Side, float]


def change_numbers(comparison: Comparison) -> dict[int, int]:
    """Return {index of link: number from 1} for the changes a reader walks over, in reading order.

    A change is an aligned link that is not the same on both sides, or that moved.
    """
    walked = [
        index
        for index, link in enumerate(comparison.links)
        if link.strength is Strength.ALIGNED and (link.moved or link.change is not ChangeKind.SAME)
    ]
    return {index: number for number, index in enumerate(walked, 1)}


def paragraph_numbers(document: Document) -> tuple[int, ...]:
    """Return for each passage the number of its paragraph as a reader counts, from 1."""
    found: list[int] = []
    before: int | None = None
    for passage in document.passages:
        found.append((found[-1] if found else 0) + int(passage.paragraph != before))
        before = passage.paragraph
    return tuple(found)


def made_by(encoder: EncoderInfo) -> str:
    """Return in words what compared the articles."""
    if not encoder.words_alone:
        return f"compared by meaning with {encoder.name}"
    return f"compared by words alone: {encoder.reason}" if encoder.reason else "compared by words alone"


def summarise(comparison: Comparison) -> Summary:
    """Count passages and words of every class on both sides."""
    sizes = {side: _sizes(comparison.document(side)) for side in Side}
    classes = {kind: _count(comparison, kind, sizes) for kind in ChangeKind}
    shared = (classes[ChangeKind.SAME], classes[ChangeKind.REWORDED])
    coverage = {}
    for side in Side:
        content = sum(sizes[side][i] for i in comparison.document(side).content())
        coverage[side] = sum(count.on(side).words for count in shared) / content if content else 0.0
    return Summary(
        classes=MappingProxyType(classes),
        furniture=Count(0, *(_furniture(comparison.document(side), sizes[side]) for side in Side)),
        moved=sum(link.moved for link in comparison.links if link.strength is Strength.ALIGNED),
        related=sum(link.strength is Strength.RELATED for link in comparison.links),
        words=MappingProxyType({side: sum(sizes[side]) for side in Side}),
        coverage=MappingProxyType(coverage),
    )


def _sizes(document: Document) -> tuple[int, ...]:
    return tuple(len(words(document.text_of(i))) for i in range(len(document.passages)))


def _count(comparison: Comparison, kind: ChangeKind, sizes: Mapping[Side, tuple[int, ...]]) -> Count:
    links = [link for link in comparison.links if link.change is kind and link.strength is Strength.ALIGNED]
    left, right = (_tally((i for link in links for i in link.on(side)), sizes[side]) for side in Side)
    return Count(len(links), left, right)


def _furniture(document: Document, sizes: tuple[int, ...]) -> Tally:
    return _tally((i for i, p in enumerate(document.passages) if p.role is Role.FURNITURE), sizes)


def _tally(passages: Iterable[int], sizes: tuple[int, ...]) -> Tally:
    found = [sizes[i] for i in passages]
    return Tally(len(found), sum(found))


def render_summary(comparison: Comparison) -> str:
    """Return a page of plain text a person can read on a terminal, at most `WIDTH` columns wide.

    Whatever comes from the files is in one line each, with control and direction characters spelled out.
    """
    parts = [
        [*_heading(comparison), ""],
        _figures(summarise(comparison)),
        *_sections(comparison),
        list(_worth_checking(comparison)),
        ["", *(_clip("Note: ", notice) for notice in _notices(comparison))],
    ]
    return "\n".join(line.rstrip() for part in parts for line in part).rstrip() + "\n"


def _heading(comparison: Comparison) -> Iterator[str]:
    for side in Side:
        document = comparison.document(side)
        article = document.article
        yield _clip(f"{side.value.upper():<7}", article.title or "(no title)")
        parts = (name_of(article), came_from(article) or article.encoding)
        yield _clip(" " * 7, " · ".join(parts))
    yield _clip(" " * 7, made_by(comparison.encoder))


def _notices(comparison: Comparison) -> Iterator[str]:
    for side in Side:
        article = comparison.document(side).article
        yield from (f"{name_of(article)}: {notice}" for notice in article.notices)
    yield from comparison.notices


def _figures(summary: Summary) -> Iterator[str]:
    marks = load_theme("light").marks
    yield f"{'':<24}{'links':>8}{'words left':>20}{'words right':>20}"
    for kind in (ChangeKind.SAME, ChangeKind.REWORDED, ChangeKind.DROPPED, ChangeKind.ADDED):
        count = summary.classes[kind]
        yield f"  {marks[kind.value].glyph} {NAMES[kind.value]:<20}{count.links:>8,}{_shares(summary, count)}"
    yield f"  {marks['furniture'].glyph} {NAMES['furniture']:<20}{'':>8}{_shares(summary, summary.furniture)}"
    whole = "".join(f"{summary.words[side]:>14,}{'':>6}" for side in Side)
    yield f"    {'the whole text':<28}{whole}"
    yield ""
    left, right = (f"{summary.coverage[side]:.0%}" for side in Side)
    yield f"The right article says {left} of what the left one says; the left says {right} of the right."
    moved = _plural(summary.moved, "passage stands elsewhere", "passages stand elsewhere")
    yield f"{moved}; {_plural(summary.related, 'pair shares', 'pairs share')} a fact without saying the same."


def _shares(summary: Summary, count: Count) -> str:
    found = ""
    for side in Side:
        words_of, whole = count.on(side).words, summary.words[side]
        found += f"{words_of:>14,}{words_of / whole if whole else 0:>6.0%}"
    return found


def _sections(comparison: Comparison) -> Iterator[list[str]]:
    numbers = change_numbers(comparison)
    links = [comparison.links[index] for index in numbers]
    pairs = [link for link in links if link.change is ChangeKind.REWORDED]
    yield _section(comparison, "Reworded most", pairs, lambda link: _changed_words(comparison, link))
    for side, kind in ((Side.LEFT, ChangeKind.DROPPED), (Side.RIGHT, ChangeKind.ADDED)):
        alone = [link for link in links if link.change is kind]
        yield _section(comparison, f"Only on the {side.value}", alone, lambda link: size_of(comparison, link))
    yield _section(comparison, "Moved", [link for link in links if link.moved], lambda link: size_of(comparison, link))


def _section(comparison: Comparison, title: str, links: list[Link], weight: Callable[[Link], int]) -> list[str]:
    """Lay out the weightiest links in reading order under a title that says how many are left out."""
    if not links:
        return []
    chosen = set(sorted(range(len(links)), key=lambda i: -weight(links[i]))[:_LISTED])
    more = f" ({len(chosen)} of {len(links)})" if len(chosen) < len(links) else ""
    rows = [row for i in sorted(chosen) for row in _entry(comparison, links[i])]
    return ["", f"{title}{more}", *rows]


def _entry(comparison: Comparison, link: Link) -> Iterator[str]:
    for side in Side:
        if link.on(side):
            document = comparison.document(side)
            place = paragraph_numbers(document)[link.on(side)[0]]
            text = " ".join(document.text_of(i) for i in link.on(side))
            yield from _wrap(f"  {side.value:>5}, paragraph {place:<4} ", text)


def _worth_checking(comparison: Comparison) -> Iterator[str]:
    """Lay out the surest findings; quotations and names as they stand on both sides."""
    found = comparison.worth_checking()
    if not found:
        return
    chosen = sorted(range(len(found)), key=lambda number: -found[number].confidence)[:_CHECKED]
    more = f" ({len(chosen)} of {len(found)})" if len(chosen) < len(found) else ""
    yield ""
    yield f"Worth checking{more}"
    for number in sorted(chosen):
        finding = found[number]
        lead = f"  {KINDS[finding.kind]:<17}"
        if finding.kind is not FindingKind.QUOTE:
            yield from _wrap(lead, finding.reason)
            continue
        yield from _wrap(f"{lead}{STATUSES[finding.status]}: ", finding.left[0].of(comparison.left.article.text))
        yield from _wrap(" " * len(lead), finding.right[0].of(comparison.right.article.text))


def _changed_words(comparison: Comparison, link: Link) -> int:
    left, right = comparison.left.article.text, comparison.right.article.text
    return sum(
        len(words(edit.left.of(left))) + len(words(edit.right.of(right)))
        for edit in link.edits
        if edit.op is not Op.KEEP
    )


def size_of(comparison: Comparison, link: Link) -> int:
    """Return the words of a link on both sides."""
    return sum(len(words(comparison.document(side).text_of(i))) for side in Side for i in link.on(side))


def _plural(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _wrap(lead: str, text: str) -> Iterator[str]:
    """Yield `text` in at most two lines, the second under the first; the rest is cut off."""
    body = printable(" ".join(text.split()))
    room, cut = WIDTH - len(lead), 0
    for end, char in enumerate(body):
        room -= _columns(char)
        if char == " ":
            cut = end
        if room < 0 and cut:
            yield lead + body[:cut]
            yield _clip(" " * len(lead), body[cut:])
            return
    yield _clip(lead, body)


def _clip(lead: str, text: str) -> str:
    """Return `lead` and then `text` printable in one line of at most `WIDTH` columns, cut with "…"."""
    body = lead + printable(" ".join(text.split()))
    if _columns(body) <= WIDTH:
        return body
    room = WIDTH - 1
    for end, char in enumerate(body):
        room -= _columns(char)
        if room < 0:
            return body[:end].rstrip() + "…"
    return body


def _columns(text: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
