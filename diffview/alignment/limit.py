"""How much of a very long article is compared, and how is that said?

What lies beyond the limit stays in the text as furniture with its reason: nothing is hidden, and all words count.
"""

from __future__ import annotations

from dataclasses import replace

from diffview.model import Document, Role

BEYOND = "beyond what is compared"
"""The rule that such passages are furniture by."""


def limited(document: Document, most: int) -> Document:
    """Return the document with all but its first `most` passages of content left out; 0 leaves nothing out."""
    if not most or len(document.passages) <= most:
        return document
    passages = list(document.passages)
    for i in document.content()[most:]:
        passages[i] = replace(passages[i], role=Role.FURNITURE, rule=BEYOND)
    return replace(document, passages=tuple(passages))


def beyond(document: Document) -> int:
    """Return how many passages were left out because the article is very long."""
    return sum(passage.rule == BEYOND for passage in document.passages)


def notice(document: Document, name: str) -> str:
    """Return what is to be said of an article of this name that is compared in part, "" of any other."""
    left_out = beyond(document)
    if not left_out:
        return ""
    content = len(document.content())
    return f"{name}: only the first {content:,} of {content + left_out:,} passages are compared"
