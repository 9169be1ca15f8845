"""Which lines look as if their letters were decoded wrongly ("cafÃ©"), and what would they say ("café")?

Nothing is ever repaired unasked: `read_article` only says so, and the reader decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from diffview.model import Article, Furniture, Span, normalise_newlines
from diffview.reading.decoding import hidden_characters

_SUSPECT = re.compile("[^\x00-\x7f]{2}|[ÃÂ]")
"""A letter that was misread is two or more signs, none of them plain; only a space may have got lost behind Ã or Â."""
_LONGEST_LINE = 100_000
_LONGEST_TEXT = 10_000_000
"""Code points beyond which nobody looks for misread letters."""


def misread(text: str) -> tuple[str, ...]:
    """Return a notice with the number of lines that look misread and an example, or nothing."""
    pairs = [(line, better) for line in _lines(text) if (better := _repaired_line(line)) != line]
    if not pairs:
        return ()
    before, after = _example(*pairs[0])
    lines = "1 line looks" if len(pairs) == 1 else f"{len(pairs)} lines look"
    return (f"{lines} misread: “{before}” may be “{after}”",)


def repaired(article: Article) -> Article | None:
    """Return the article with its misread letters repaired, line by line, or None where there are none.

    The spans of its furniture move along; `original` holds the article as it was.
    """
    if article.cuts is not None or not misread(article.text):
        return None
    furniture = article.furniture or ()
    borders = sorted({0, len(article.text), *(place for mark in furniture for place in _ends(mark.span))})
    moved, pieces, at = {0: 0}, [], 0
    for start, end in pairwise(borders):
        pieces.append(_repaired_text(article.text[start:end]))
        at += len(pieces[-1])
        moved[end] = at
    text = "".join(pieces)
    return replace(
        article,
        text=text,
        title=_repaired_line(article.title),
        notices=_notices(article, text),
        furniture=article.furniture
        and tuple(Furniture(Span(moved[mark.span.start], moved[mark.span.end]), mark.rule) for mark in furniture),
        original=article,
    )


def _notices(article: Article, text: str) -> tuple[str, ...]:
    """Return what is still to be said of an article once its text is this one."""
    before, after = article.text.split("\n"), text.split("\n")
    count = sum(one != two for one, two in zip(before, after, strict=True))
    void = {*misread(article.text), *hidden_characters(article.text)}
    kept = (notice for notice in article.notices if notice not in void)
    return (f"misread letters repaired in {count} line{'s' * (count != 1)}", *kept, *hidden_characters(text))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _lines(text: str) -> Iterator[str]:
    return iter(text.split("\n")) if len(text) <= _LONGEST_TEXT else iter(())


def _repaired_text(text: str) -> str:
    return "\n".join(map(_repaired_line, text.split("\n")))


def _repaired_line(line: str) -> str:
    """Return a line as it should have been read; as it is, where nothing is sure or it would not stay one line."""
    if not _SUSPECT.search(line) or len(line) > _LONGEST_LINE:
        return line
    from ftfy import TextFixerConfig, fix_encoding  # noqa: PLC0415 - loaded beside the window, if at all
    from ftfy.badness import is_bad  # noqa: PLC0415

    better = fix_encoding(line, TextFixerConfig(uncurl_quotes=False)) if is_bad(line) else line
    return line if "\n" in normalise_newlines(better) else better


def _example(line: str, better: str) -> tuple[str, str]:
    """Return the first word that differs, in both forms; repairing leaves the white space alone, or nearly so."""
    before, after = line.split(), better.split()
    pairs = zip(before, after, strict=False) if len(before) == len(after) else ()
    return next(((one[:40], two[:40]) for one, two in pairs if one != two), (line[:40], better[:40]))
