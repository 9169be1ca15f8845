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


def _is_question(document: Document, paragraph: Sequence[int]) -> bool:
    quotes = any(document.passages[number].quotes for number in paragraph)
    return not quotes and len(paragraph) <= _MOST_SENTENCES and bool(_ASKS.search(document.text_of(paragraph[-1])))
