"""How is a comparison told in a mail or a ticket?

Markdown of a page or so: the figures, the findings worth checking, and the changes that weigh most. Words of the
articles are escaped, so that they are shown and never work: no markup, no HTML, no links, no mentions of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diffview.model import Article, ChangeKind, Comparison, Finding, Link, Opinion, Side
from diffview.reading.naming import name_of
from diffview.reports.finding_names import KINDS, OPINIONS, STATUSES, opinions
from diffview.reports.summary import Count, Summary, change_numbers, made_by, paragraph_numbers, size_of, summarise
from diffview.reports.visible import plain
from diffview.theme import NAMES

_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$]|#(?!\d)|:(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_REFERENCE = re.compile(r"@(?=\w)|#(?=\d)")
_JOINER = "\u2060"
_LISTED, _CHECKED, _LONGEST = 8, 12, 280


def render_markdown(comparison: Comparison) -> str:
    """Return the comparison as a page of Markdown; tables are as on code forges, and readable where they are not."""
    summary = summarise(comparison)
    parts = (
        _heading(comparison),
        _figures(summary),
        _checks(comparison),
        *(_changes(comparison, kind, summary) for kind in (ChangeKind.DROPPED, ChangeKind.ADDED, ChangeKind.REWORDED)),
        _notices(comparison),
    )
    return "\n\n".join(text for part in parts if (text := "\n".join(part))) + "\n"


def escaped(text: str) -> str:
    """Return `text` in one line in which no character means anything to Markdown, HTML, or a forge.

    Hidden characters are labels such as [NUL]. A word joiner parts "@" from a name and "#" from a number, so that
    nobody is notified and no other ticket is named. It must not stand at the start of a line.
    """
    shown = _ENTITY.sub("&amp;", plain(text))
    shown = _SPECIAL.sub(r"\\\g<0>", shown).replace("<", "&lt;").replace(">", "&gt;")
    return _REFERENCE.sub(rf"\g<0>{_JOINER}", shown)


def _heading(comparison: Comparison) -> Iterator[str]:
    left, right = comparison.left.article, comparison.right.article
    yield f"# {escaped(name_of(left))} and {escaped(name_of(right))} compared"
    yield ""
    for side in Side:
        yield f"- {side.value.title()}: {_source(comparison.document(side).article)}"
    made = escaped(made_by(comparison.encoder))
    yield f"- {made[:1].upper()}{made[1:]}"


def _source(article: Article) -> str:
    title = f"**{escaped(article.title)}**, " if article.title else ""
    digest = f", sha256 {article.sha256[:12]}" if article.sha256 else ""
    return f"{title}{escaped(name_of(article))}{escaped(digest)}"


def _figures(summary: Summary) -> Iterator[str]:
    yield "| passages that are | links | words left | words right |"
    yield "| --- | ---: | ---: | ---: |"
    for kind in (ChangeKind.SAME, ChangeKind.REWORDED, ChangeKind.DROPPED, ChangeKind.ADDED):
        yield _row(NAMES[kind.value], summary.classes[kind])
    yield _row(NAMES["furniture"], summary.furniture)
    yield f"| the whole text | | {summary.words[Side.LEFT]:,} | {summary.words[Side.RIGHT]:,} |"
    yield ""
    left, right = (f"{summary.coverage[side]:.0%}" for side in Side)
    yield f"The right article says {left} of what the left one says; the left says {right} of the right."
    yield f"Moved: {summary.moved:,}. Pairs that share a fact without saying the same: {summary.related:,}."


def _row(name: str, count: Count) -> str:
    return f"| {name} | {count.links or ''} | {count.left.words:,} | {count.right.words:,} |"


def _checks(comparison: Comparison) -> Iterator[str]:
    found = comparison.worth_checking()
    if found:
        told = opinions(comparison)
        chosen = sorted(range(len(found)), key=lambda number: -found[number].confidence)[:_CHECKED]
        yield f"## Worth checking{_share(len(chosen), len(found))}"
        yield ""
        for number in sorted(chosen):
            yield from _check(comparison, found[number], told.get(found[number]))


def _check(comparison: Comparison, finding: Finding, opinion: Opinion | None) -> Iterator[str]:
    name = f"{KINDS[finding.kind]}, {STATUSES[finding.status]}"
    name += f", {OPINIONS[opinion]}" if opinion else ""
    yield f"- **{name}**: {escaped(finding.reason)}"
    for side in Side:
        text = " … ".join(span.of(comparison.document(side).article.text) for span in finding.on(side))
        if text:
            yield f"  - {side.value}: {_excerpt(text)}"


def _changes(comparison: Comparison, kind: ChangeKind, summary: Summary) -> Iterator[str]:
    numbers = change_numbers(comparison)
    found = [(number, comparison.links[index]) for index, number in numbers.items()]
    found = [(number, link) for number, link in found if link.change is kind]
    if found:
        chosen = sorted(found, key=lambda each: -size_of(comparison, each[1]))[:_LISTED]
        words = sum(summary.classes[kind].on(side).words for side in Side)
        yield f"## {NAMES[kind.value].capitalize()}{_share(len(chosen), len(found))}, {words:,} words"
        yield ""
        for number, link in sorted(chosen, key=lambda each: each[0]):
            yield from _change(comparison, number, link)


def _change(comparison: Comparison, number: int, link: Link) -> Iterator[str]:
    lines = []
    for side in Side:
        if link.on(side):
            document = comparison.document(side)
            text = " ".join(document.text_of(i) for i in link.on(side))
            lines.append(f"{side.value}, paragraph {paragraph_numbers(document)[link.on(side)[0]]}: {_excerpt(text)}")
    lead = f"change {number}{', moved' if link.moved else ''}"
    if len(lines) == 1:
        yield f"- {lead}, {lines[0]}"
    else:
        yield f"- {lead}"
        yield from (f"  - {line}" for line in lines)


def _notices(comparison: Comparison) -> Iterator[str]:
    articles = [comparison.document(side).article for side in Side]
    found = [f"{name_of(article)}: {notice}" for article in articles for notice in article.notices]
    yield from (f"- Note: {escaped(notice)}" for notice in (*found, *comparison.notices))


def _excerpt(text: str) -> str:
    """Return the beginning of a text; it is cut before it is escaped, never inside an escape."""
    line = " ".join(text.split())
    return escaped(line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…")


def _share(chosen: int, found: int) -> str:
    return f" ({chosen} of {found})" if chosen < found else ""
