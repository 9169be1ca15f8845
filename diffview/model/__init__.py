"""What are the values that the parts of the program hand to each other?

Frozen values, tuples not lists. Every offset is a code point of `Article.text`; every span is half open.
The sides are LEFT and RIGHT, never old and new: two outlets have no order.
"""

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
from diffview.model.result import Comparison, Options
from diffview.model.text import Article, Cut, Document, Furniture, Passage, Role, Side, Span, normalise_newlines

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
