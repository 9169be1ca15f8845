"""How do two articles become one comparison?

The pipeline, in order: segmentation, encoding, alignment, the reader's corrections, changes, findings. Reading comes
before it, reports after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

import numpy as np

from diffview.alignment.borders import apply_borders
from diffview.alignment.encoder import WORDS_ALONE
from diffview.alignment.encoder_choice import BestEncoder
from diffview.alignment.limit import limited, notice
from diffview.alignment.linking import link
from diffview.alignment.scale import PLAIN, Scale
from diffview.alignment.segmentation import apply_marks, segment
from diffview.alignment.vector_cache import CachedEncoder, VectorCache, vector_file
from diffview.alignment.yardstick import scale_of
from diffview.changes.classification import classify
from diffview.changes.corrections import apply_corrections, confirm_lone
from diffview.changes.wording import mark_wording
from diffview.errors import EncoderError
from diffview.model import (
    Article,
    Bead,
    Comparison,
    Corrections,
    Document,
    Encoded,
    Encoder,
    EncoderInfo,
    Options,
    Progress,
    Role,
    Side,
    Span,
)
from diffview.reading.naming import name_of
from diffview.reading.title import find_title

_Vectors = tuple[Sequence[Encoded], Sequence[Encoded]]
_NOTHING = np.zeros((0, 0), np.float32)
_BLANK = Encoded(_NOTHING[:0].reshape(0), (), _NOTHING)
"""What stands for a passage of furniture, which nobody asks the encoder about."""


@dataclass(slots=True)
class Memory:
    """What was linked last, before the reader's corrections; comparing the same passages again begins there."""

    _last: tuple[object, tuple[Bead, ...]] | None = None

    def recall(self, made_of: object) -> tuple[Bead, ...] | None:
        """Return what was linked last if it was made of the same, None if not."""
        last = self._last
        return last[1] if last is not None and last[0] == made_of else None

    def keep(self, made_of: object, beads: tuple[Bead, ...]) -> None:
        """Remember what was linked, instead of what was before."""
        self._last = made_of, beads


def compare(
    left: Article,
    right: Article,
    *,
    options: Options = Options(),
    corrections: Corrections = Corrections(),
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Compare two articles; `encoder` takes the place of the one that `options` name.

    Where the encoder cannot be used the comparison is made by words alone, and `Comparison.encoder.reason` says why.
    """
    *_, made = comparing(left, right, options=options, corrections=corrections, encoder=encoder, progress=progress)
    return made


def comparing(
    left: Article,
    right: Article,
    *,
    options: Options,
    corrections: Corrections,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
    memory: Memory | None = None,
) -> Iterator[Comparison]:
    """Yield a comparison when its links are known, still without findings, and then the whole one."""
    documents = (
        prepare(left, Side.LEFT, options=options, corrections=corrections),
        prepare(right, Side.RIGHT, options=options, corrections=corrections),
    )
    info, encoded, scale = _encode(documents, options, encoder, progress)
    made_of = documents, options, info
    found = memory.recall(made_of) if memory else None
    if found is None:
        found = link(*documents, encoded, options, progress, scale=scale)
    if memory:
        memory.keep(made_of, found)
    beads = apply_corrections(found, *documents, corrections, options)
    tell = progress or _silent
    tell("comparing words", 0, 1)
    links = mark_wording(classify(*documents, beads, options), *documents, encoded, options)
    links = confirm_lone(links, *documents, corrections, options)
    tell("comparing words", 1, 1)
    notices = tuple(filter(None, (notice(each, name_of(each.article)) for each in documents)))
    made = Comparison(*documents, links, info, options, corrections, notices)
    yield made
    yield checked(made, progress)


def checked(comparison: Comparison, progress: Progress | None = None) -> Comparison:
    """Return a comparison with all findings; they follow from its links."""
    from diffview.changes.findings import find_findings  # noqa: PLC0415 - slow to load; links are seen before

    findings = find_findings(comparison.left, comparison.right, comparison.links, comparison.options, progress)
    return replace(comparison, findings=findings)


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def prepare(
    article: Article, side: Side, *, options: Options = Options(), corrections: Corrections = Corrections()
) -> Document:
    """Cut an article into passages and tell what on its page is furniture; needs no encoder."""
    paragraphs = _paragraphs(article)
    if article.furniture is None:
        from diffview.reading import find_furniture  # noqa: PLC0415 - slow to load; whoever read the article has it

        article = replace(article, furniture=find_furniture(article.text, paragraphs))
    title = _marked_title(article) or find_title(article.text, article.furniture or (), paragraphs)
    document = apply_borders(segment(article, title, options), side, corrections, options)
    document = limited(document, options.most_passages)
    return apply_marks(document, side, corrections)


def _marked_title(article: Article) -> Span | None:
    """Return where the headline stands that the format or the caller named, when it is a line of the text."""
    if not article.title:
        return None
    start = f"\n{article.text}\n".find(f"\n{article.title}\n")
    return Span(start, start + len(article.title)) if start >= 0 else None


def _paragraphs(article: Article) -> tuple[Span, ...] | None:
    if article.cuts is None:
        return None
    groups = (list(group) for _, group in groupby(article.cuts, key=lambda cut: cut.paragraph))
    return tuple(Span(group[0].span.start, group[-1].span.end) for group in groups)


def _encode(
    documents: tuple[Document, Document], options: Options, encoder: Encoder | None, progress: Progress | None
) -> tuple[EncoderInfo, _Vectors | None, Scale]:
    if encoder is None:
        if options.encoder == WORDS_ALONE:
            return EncoderInfo("", reason="by choice"), None, PLAIN
        encoder = default_encoder(options.encoder)
    texts = [document.text_of(i) for document in documents for i in document.content()]
    try:
        encoded = iter(encoder.encode(texts, progress))
        scale = scale_of(encoder)
    except EncoderError as error:
        return EncoderInfo("", reason=str(error)), None, PLAIN
    left, right = (
        [_BLANK if passage.role is Role.FURNITURE else next(encoded) for passage in document.passages]
        for document in documents
    )
    return encoder.info, (left, right), scale


@cache
def default_encoder(name: str = "") -> Encoder:
    """Return the encoder of this process called `name` (see `Options.encoder`), with the vectors on disk before it."""
    return CachedEncoder(BestEncoder(name), VectorCache(vector_file()))
