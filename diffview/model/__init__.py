"""What are the values that the parts of the program hand to each other?

Frozen values, tuples not lists. Every offset is a code point of `Article.text`; every span is half open.
The sides are LEFT and RIGHT, never old and new: two outlets have no order.

Names are looked up when they are first used: a window that opens needs few of these classes, and making one takes time.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diffview.model.corrections import (
        Anchor,
        Border,
        Corrections,
        Judgement,
        Mark,
        Note,
        Opinion,
        Pair,
        Review,
        Verdict,
    )
    from diffview.model.encoding import Encoded, Encoder, EncoderInfo, Floats, Progress
    from diffview.model.findings import Finding, FindingKind, FindingStatus, in_finding_order
    from diffview.model.links import Bead, ChangeKind, Edit, Evidence, Link, Op, Origin, Strength, in_reading_order
    from diffview.model.passages import Cut, Document, Passage, Role
    from diffview.model.result import Comparison, Options
    from diffview.model.text import Article, Furniture, Side, Span, normalise_newlines

__all__ = [
    "Anchor",
    "Article",
    "Bead",
    "Border",
    "ChangeKind",
    "Comparison",
    "Corrections",
    "Cut",
    "Document",
    "Edit",
    "Encoded",
    "Encoder",
    "EncoderInfo",
    "Evidence",
    "Finding",
    "FindingKind",
    "FindingStatus",
    "Floats",
    "Furniture",
    "Judgement",
    "Link",
    "Mark",
    "Note",
    "Op",
    "Opinion",
    "Options",
    "Origin",
    "Pair",
    "Passage",
    "Progress",
    "Review",
    "Role",
    "Side",
    "Span",
    "Strength",
    "Verdict",
    "in_finding_order",
    "in_reading_order",
    "normalise_newlines",
]

_HOMES = {
    "corrections": "Anchor Border Corrections Judgement Mark Note Opinion Pair Review Verdict",
    "encoding": "Encoded Encoder EncoderInfo Floats Progress",
    "findings": "Finding FindingKind FindingStatus in_finding_order",
    "links": "Bead ChangeKind Edit Evidence Link Op Origin Strength in_reading_order",
    "result": "Comparison Options",
    "passages": "Cut Document Passage Role",
    "text": "Article Furniture Side Span normalise_newlines",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type is that of what is asked for
    if name not in _HOME_OF:
        raise AttributeError(f"module 'diffview.model' has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    return found
