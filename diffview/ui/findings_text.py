"""What do the Findings tab's list and pages say of a comparison?

The pages of speakers and coverage are markup; whatever comes from the articles is escaped, and each place is a link
`left:START:END` in code points of that article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from diffview.changes.corrections import review_of
from diffview.model import Comparison, Finding, FindingKind, FindingStatus, Opinion, Review, Side, Span
from diffview.reports.sides import Group, Item, OneSide, Speaker, is_alone, one_side, speakers
from diffview.ui.findings_list import Entry, Sort
from diffview.ui.qtext import one_line, visible
from diffview.ui.speech import said as spoken

_CONTEXT = "findings_text"
_LONGEST = 400
KINDS: dict[FindingKind, object] = {
    FindingKind.QUOTE: QT_TRANSLATE_NOOP("findings_text", "Quotes"),
    FindingKind.FIGURE: QT_TRANSLATE_NOOP("findings_text", "Figures"),
    FindingKind.DATE: QT_TRANSLATE_NOOP("findings_text", "Dates and times"),
    FindingKind.NAME: QT_TRANSLATE_NOOP("findings_text", "Names"),
    FindingKind.ATTRIBUTION: QT_TRANSLATE_NOOP("findings_text", "Sources"),
    FindingKind.CERTAINTY: QT_TRANSLATE_NOOP("findings_text", "Certainty"),
    FindingKind.SPEAKER: QT_TRANSLATE_NOOP("findings_text", "Speakers"),
}
_STATUSES: dict[FindingStatus, object] = {
    FindingStatus.SAME: QT_TRANSLATE_NOOP("findings_text", "the same"),
    FindingStatus.ALTERED: QT_TRANSLATE_NOOP("findings_text", "altered"),
    FindingStatus.CUT: QT_TRANSLATE_NOOP("findings_text", "cut"),
    FindingStatus.PARAPHRASED: QT_TRANSLATE_NOOP("findings_text", "partly paraphrased"),
    FindingStatus.REPORTED: QT_TRANSLATE_NOOP("findings_text", "told, not quoted"),
    FindingStatus.OTHER_SPEAKER: QT_TRANSLATE_NOOP("findings_text", "other speaker"),
    FindingStatus.DIFFERS: QT_TRANSLATE_NOOP("findings_text", "differs"),
    FindingStatus.IN_BOTH: QT_TRANSLATE_NOOP("findings_text", "in both"),
    FindingStatus.VAGUER: QT_TRANSLATE_NOOP("findings_text", "less exact"),
    FindingStatus.CONVERTED: QT_TRANSLATE_NOOP("findings_text", "the same in another form"),
    FindingStatus.VARIANT: QT_TRANSLATE_NOOP("findings_text", "spelt otherwise"),
    FindingStatus.OTHER_TITLE: QT_TRANSLATE_NOOP("findings_text", "other title"),
    FindingStatus.ONLY_HERE: QT_TRANSLATE_NOOP("findings_text", "in one article only"),
}
_GROUPS: dict[Group, object] = {
    Group.PASSAGES: QT_TRANSLATE_NOOP("findings_text", "Passages only here"),
    Group.QUOTES: QT_TRANSLATE_NOOP("findings_text", "Quotations only here"),
    Group.SOURCES: QT_TRANSLATE_NOOP("findings_text", "Speakers only here"),
    Group.NAMES: QT_TRANSLATE_NOOP("findings_text", "Names only here"),
    Group.FIGURES: QT_TRANSLATE_NOOP("findings_text", "Figures only here"),
}


def said(text: object) -> str:
    """Return one of the names of this file in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, str(text))


def contract() -> str:
    """Return what makes no difference between two quotations."""
    return QCoreApplication.translate(
        "findings_text",
        "Quotations are compared word by word. Capital letters, punctuation (such as a final comma) and the kind of"
        " quotation mark, apostrophe or dash make no difference; every word does.",
    )


def entries(comparison: Comparison, reviews: Sequence[Review] = ()) -> Iterator[Entry]:
    """Yield a line for each finding; what one speaker says on each side has its own page."""
    for number, finding in enumerate(comparison.findings):
        if finding.kind is FindingKind.SPEAKER and not finding.is_difference:
            continue
        left, right = (_words(comparison, finding, side) for side in Side)
        yield Entry(
            number,
            finding.kind.value,
            sort_of(finding, comparison.options.finding_above),
            said(KINDS[finding.kind]),
            said(_STATUSES[finding.status]),
            left,
            right,
            one_line(spoken(finding.reason)),
            finding.confidence,
            _opinion(comparison, number, reviews),
        )


def _opinion(comparison: Comparison, number: int, reviews: Sequence[Review]) -> str:
    """Return what the reader said of a finding."""
    if review_of(comparison, number, Opinion.CONFIRMED) in reviews:
        return QCoreApplication.translate("findings_text", "✓ confirmed")
    if review_of(comparison, number, Opinion.DISMISSED) in reviews:
        return QCoreApplication.translate("findings_text", "✗ dismissed")
    return ""


def sort_of(finding: Finding, above: float) -> Sort:
    """Return why a finding is listed; `above` is the confidence from which one is sure enough."""
    if finding.is_difference:
        return Sort.DIFFERS if finding.confidence >= above else Sort.WEAKER
    return Sort.ALONE if is_alone(finding) else Sort.AGREES


def _words(comparison: Comparison, finding: Finding, side: Side) -> str:
    text = comparison.document(side).article.text
    return one_line(" … ".join(span.of(text) for span in finding.on(side)))


def place_of(link: str) -> tuple[Side, Span] | None:
    """Return the place that a link of a page leads to."""
    side, _, ends = link.partition(":")
    start, _, end = ends.partition(":")
    return (Side(side), Span(int(start), int(end))) if end else None


def speakers_page(comparison: Comparison) -> str:
    """Return what each person or body says in each article, side by side."""
    rows = "".join(_speaker(comparison, speaker) for speaker in speakers(comparison))
    if not rows:
        return f"<p>{escape(QCoreApplication.translate('findings_text', 'Nobody is named as speaking.'))}</p>"
    return f'<table width="100%" cellspacing="0" cellpadding="6">{rows}</table>'


def _speaker(comparison: Comparison, speaker: Speaker) -> str:
    cells = "".join(f'<td width="50%" valign="top">{_passages(comparison, speaker, side)}</td>' for side in Side)
    reason = comparison.findings[speaker.finding].reason
    name, said_of = visible(speaker.name), visible(spoken(reason)).removeprefix(visible(speaker.name)).lstrip()
    heading = f'<b>{escape(name)}</b> <span class="faint">{escape(said_of)}</span>'
    return f'<tr><td colspan="2">{heading}</td></tr><tr>{cells}</tr>'


def _passages(comparison: Comparison, speaker: Speaker, side: Side) -> str:
    found = [_linked(comparison, side, span) for span in speaker.on(side)]
    return "".join(f"<p>{passage}</p>" for passage in found) if found else "—"


def coverage_page(comparison: Comparison) -> str:
    """Return how much of each article is in the other, what each leads with, and what only one has."""
    sides = {side: one_side(comparison, side) for side in Side}
    head = "".join(f'<td width="50%" valign="top">{_measure(side, sides[side])}</td>' for side in Side)
    lead = "".join(f'<td valign="top">{_lead(comparison, side, sides[side])}</td>' for side in Side)
    rows = [f"<tr>{head}</tr><tr>{lead}</tr>"]
    for group in Group:
        cells = "".join(f'<td valign="top">{_list(group, side, sides[side].alone[group])}</td>' for side in Side)
        rows.append(f"<tr>{cells}</tr>")
    return f'<table width="100%" cellspacing="0" cellpadding="6">{"".join(rows)}</table>'


def _measure(side: Side, told: OneSide) -> str:
    if side is Side.LEFT:
        title = QCoreApplication.translate("findings_text", "{share} of the left article is in the right one")
    else:
        title = QCoreApplication.translate("findings_text", "{share} of the right article is in the left one")
    counts = QCoreApplication.translate(
        "findings_text",
        "{words} words: {same} the same, {reworded} reworded, {alone} only here, {furniture} page furniture",
    )
    found = told.coverage
    numbers = counts.format(
        words=f"{found.words:,}",
        same=f"{found.same:,}",
        reworded=f"{found.reworded:,}",
        alone=f"{found.alone:,}",
        furniture=f"{found.furniture:,}",
    )
    return f'<b>{escape(title.format(share=f"{told.share:.0%}"))}</b><br><span class="faint">{escape(numbers)}</span>'


def _lead(comparison: Comparison, side: Side, told: OneSide) -> str:
    title = QCoreApplication.translate("findings_text", "Leads with")
    items = []
    for number, lead in enumerate(told.lead, 1):
        there = ", ".join(_number(comparison, side.other, span) for span in lead.partners)
        only = QCoreApplication.translate("findings_text", "only here")
        items.append(
            f'{number}. {_linked(comparison, side, lead.span)} <span class="faint">→ {there or escape(only)}</span>'
        )
    return f"<b>{escape(title)}</b><br>{'<br>'.join(items)}"


def _number(comparison: Comparison, side: Side, span: Span) -> str:
    """Return a link that says the how-manieth passage of the other article it leads to."""
    document = comparison.document(side)
    content = [document.passages[number].span for number in document.content()]
    words = QCoreApplication.translate("findings_text", "passage {number} there").format(number=content.index(span) + 1)
    return f'<a href="{_address(side, span)}">{escape(words)}</a>'


def _list(group: Group, side: Side, items: tuple[Item, ...]) -> str:
    lines = "<br>".join(f'• <a href="{_address(side, item.span)}">{_shown(item.words)}</a>' for item in items)
    return f"<b>{escape(said(_GROUPS[group]))}: {len(items)}</b><br>{lines or '—'}"


def _linked(comparison: Comparison, side: Side, span: Span) -> str:
    text = comparison.document(side).article.text
    return f'<a href="{_address(side, span)}">{_shown(span.of(text))}</a>'


def _shown(words: str) -> str:
    return escape(one_line(words, _LONGEST))


def _address(side: Side, span: Span) -> str:
    return f"{side.value}:{span.start}:{span.end}"
