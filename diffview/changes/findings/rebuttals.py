"""Does only one article have somebody's denial?

What somebody answers to an accusation is what a careful reader looks for, and one article may leave it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from diffview.changes.findings.pieces import Pair, words_of
from diffview.changes.findings.saying import DENYING
from diffview.changes.findings.voices import Statement, Statements
from diffview.model import Document, Finding, FindingKind, FindingStatus, Role, Side
from diffview.phrases import phrase

_UNTRUE = regex.compile(
    r"\b(?:not\s(?:at\sall\s)?true|untrue|false|baseless|unfounded|groundless|nonsense|rubbish|a\slie|lies|fabricat\p{L}+"
    r"|fake\snews|slander\p{L}*|know(?:s|n)?\snothing|knew\snothing|nothing\sto\sdo\swith|no\s(?:part|role|hand)\sin"
    r"|no\sknowledge\sof|(?:did|done)\snothing\swrong|no\swrongdoing|out\sof\scontext|not\sguilty|innocent)\b",
    regex.IGNORECASE,
)
"""How one denies without a verb of denying."""
_INSISTS = regex.compile(
    r"\b(?:insist|maintain|swear|swore|vow)\p{L}*\b.*?\b(?:never|not|no|none|nothing|\p{L}+n['’]t)\b",
    regex.IGNORECASE,
)
_SURE, _WEAK = 0.6, 0.45


def find_rebuttals(
    documents: tuple[Document, Document], pairs: Sequence[Pair], statements: tuple[Statements, Statements]
) -> Iterator[Finding]:
    """Return the denials in passages without a link whose speaker denies nothing in the other article."""
    denials = tuple(_denials(*each) for each in zip(documents, statements, strict=True))
    for side, ours, theirs in zip(Side, denials, denials[::-1], strict=True):
        linked = {number for pair in pairs for number in pair.link.on(side)}
        heard = {statement.key for statement in theirs}
        for statement in ours:
            if statement.passage not in linked and statement.key not in heard:
                heard.add(statement.key)
                yield _finding(statement, documents[0 if side is Side.LEFT else 1], side)


def _denials(document: Document, statements: Statements) -> list[Statement]:
    """Return the first source of each passage of the body in which somebody denies something."""
    return [
        source
        for number, passage in enumerate(document.passages)
        if passage.role is Role.BODY and _is_denial(document, number)
        for source in _sources(statements, number)[:1]
    ]


def _sources(statements: Statements, number: int) -> list[Statement]:
    quotes = statements.document.passages[number].quotes
    speaker = statements.speaker(number, quotes[0].start) if quotes else None
    return [each for each in statements.of(number) or (speaker,) if each is not None and not each.declines]


def _is_denial(document: Document, number: int) -> bool:
    text, span = document.article.text, document.passages[number].span
    told = any(pattern.search(text, span.start, span.end) for pattern in (_UNTRUE, _INSISTS))
    return told or any(word.key in DENYING for word in words_of(text, span))


def _finding(statement: Statement, document: Document, side: Side) -> Finding:
    spans = (document.passages[statement.passage].span,)
    left, right = (spans, ()) if side is Side.LEFT else ((), spans)
    reason = phrase("Only one of the articles has a denial by {speaker}.", speaker=statement.label)
    sure = _SURE if statement.named else _WEAK
    return Finding(FindingKind.ATTRIBUTION, FindingStatus.ONLY_HERE, left, right, reason, sure, about=statement.label)
