"""Is an article an interview, and which of its passages are the questions?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

import regex

from diffview.model import Document, Role

_FEWEST = 3  # questions, each a paragraph of its own with an answer below it
_LEAST = 0.2  # share of the paragraphs
_MOST_SENTENCES = 4
_ASKS = regex.compile(r"\?[\"”’»]?\s*\Z")
_OWN = regex.compile(
    r"\b(?:I(?=['’ ])(?! \p{Lu})|(?i:my|myself|me|we|our|ours|ourselves|ich|mir|mich|meine?[mnrs]?|wir|uns|"
    r"unsere?[mnrs]?|je|moi|nous|notre|nos|yo|mi|mis|nosotr[oa]s|nuestr[oa]s?|io|mio|mia|miei|noi|nostr[oaie])|us)(?!\w)|\b[Jj]['’]\p{Ll}"
)
"""What somebody says of himself, or of those he speaks for."""
_YOU = regex.compile(
    r"\b(?i:you|your|yours|yourself|du|dich|dir|deine?[mnrs]?|vous|votre|vos|usted|ustedes|voi|vostr[oaie])\b|"
    r"(?<=[\p{Ll},] )(?:Sie|Ihnen|Ihre?[mnrs]?|Lei|Suo|Sua)\b"
)
"""What speaks to somebody: in an interview the questions do, in an explainer the answers do too."""
_FEWEST_OWN = 2
_LEAST_OWN = 0.2


def questions_of(document: Document) -> frozenset[int]:
    """Return the passages of an interview that are questions; none of any other article.

    In an interview questions stand in paragraphs of their own outside quotation marks, and answers below them. What is
    told before the question in its paragraph is none.
    """
    body = (number for number in document.content() if document.passages[number].role is Role.BODY)
    paragraphs = [list(group) for _, group in groupby(body, key=lambda number: document.passages[number].paragraph)]
    asking = [_is_question(document, paragraph) for paragraph in paragraphs]
    answered = sum(asks and not follows for asks, follows in pairwise(asking))
    if answered < _FEWEST or answered < _LEAST * len(paragraphs):
        return frozenset()
    inside = (number for asks, numbers in zip(asking, paragraphs, strict=True) if asks for number in numbers)
    return frozenset(number for number in inside if _ASKS.search(document.text_of(number)))


def is_interview(document: Document) -> bool:
    """Return whether an article is somebody's answers, and not a paper's own answers to questions it asks itself.

    Several answers must be told in the first person, or the questions speak to somebody and the answers to nobody,
    with nobody quoted in them.
    """
    questions = questions_of(document)
    if not questions:
        return False
    body = [number for number in document.content() if document.passages[number].role is Role.BODY]
    answers = [number for number in body if number > min(questions) and number not in questions]
    own = sum(_OWN.search(_unquoted(document, number)) is not None for number in answers)
    if own >= max(_FEWEST_OWN, _LEAST_OWN * len(answers)):
        return True
    plain = not any(document.passages[n].quotes or _YOU.search(document.text_of(n)) for n in answers)
    return plain and any(_YOU.search(document.text_of(number)) for number in questions)


def _unquoted(document: Document, number: int) -> str:
    """Return the words of a passage outside quotation marks."""
    passage, text, at = document.passages[number], [], 0
    for quote in passage.quotes:
        text.append(document.article.text[max(at, passage.span.start) : quote.start])
        at = quote.end
    return " ".join((*text, document.article.text[max(at, passage.span.start) : passage.span.end]))


def _is_question(document: Document, paragraph: Sequence[int]) -> bool:
    quotes = any(document.passages[number].quotes for number in paragraph)
    return not quotes and len(paragraph) <= _MOST_SENTENCES and bool(_ASKS.search(document.text_of(paragraph[-1])))
