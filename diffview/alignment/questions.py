"""What may be linked with a question of an interview?

A question has the words of its answer, and more of them than "Yes, since 1998" has; what the other article tells is
the answer nevertheless. So a question is linked with a question, or with what tells that somebody asked.
"""

from __future__ import annotations

import numpy as np
import regex
from numpy.typing import NDArray

from diffview.alignment.pairs import Pairs
from diffview.interview import questions_of
from diffview.model import Document

_TELLS_OF_ASKING = regex.compile(
    r"\b(?:ask(?:s|ed|ing)?|question(?:s|ed|ing)?|whether|wonder(?:s|ed|ing)?|inquired|frag(?:e|en|t|te|ten)|gefragt|ob|"
    r"demand(?:e|é|er|ée)|interrogé|question|pregunt\p{L}+|chiesto|domand\p{L}+)\b|\?",
    regex.IGNORECASE,
)


def open_to_links(left: Document, right: Document, pairs: Pairs) -> NDArray[np.bool_] | None:
    """Return which pairs of content passages may be linked as far as questions go; None where none asks anything."""
    documents = left, right
    places = [document.content() for document in documents]
    asking = [questions_of(document) for document in documents]
    if not any(asking):
        return None
    asks = [np.array([place in asked for place in side]) for side, asked in zip(places, asking, strict=True)]
    tells = [
        np.array([_TELLS_OF_ASKING.search(document.text_of(place)) is not None for place in side])
        for document, side in zip(documents, places, strict=True)
    ]
    rows, columns = pairs.rows, pairs.columns
    may: NDArray[np.bool_] = ~asks[0][rows] | asks[1][columns] | tells[1][columns]
    may &= ~asks[1][columns] | asks[0][rows] | tells[0][rows]
    return may
