"""What on a saved web page is the article, and what stands around it?

trafilatura finds the article; every other block of the page stays in the text, in its place, with the reason why it
was left out. Only text is taken from the page: no markup, no address, nothing that it asks to load.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections import Counter
from collections.abc import Sequence

import regex

from diffview.reading.content import Block, Content, Node, assemble
from diffview.reading.decoding import Decoded, decode
from diffview.reading.webtree import Piece, blocks_of, parse_page

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_NOT_KEY = regex.compile(r"[^\p{L}\p{N}]+")
_TITLE_TAIL = re.compile(r"\s(?:[|·•»]|[-–—])\s.*\Z")
_SHORT_KEY = 15  # characters under which a block must be a whole line of what was extracted
_PROSE_TAGS = frozenset({"p", "blockquote", "li", "h2", "h3", "h4", "pre", "dd"})
_NEAR = 3  # blocks before and behind what was extracted that still may be its first and last lines
_LONGEST_EXTRACTED = 2_000_000  # characters of markup above which the page's own structure decides: no article has them
OUTSIDE = "outside the article"


def read_page(data: bytes, encoding: str | None = None) -> Content:
    """Return the text of a web page; raises UnreadableError when there is no page in it."""
    decoded = page_text(data, encoding)
    found = read_markup(decoded.text)
    return assemble(found, encoding=decoded.encoding, notices=[n for n in decoded.notices if "characters" not in n])


def page_text(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a page: UTF-8 wherever it is valid, whatever the page claims, then what it claims, then a guess."""
    if encoding is None and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            encoding = _claimed(data)
    return decode(data, encoding)


def _claimed(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        text = bytes(range(32, 127)).decode(name)
    except (LookupError, ValueError, AssertionError):
        return None
    return name if isinstance(text, str) and len(text) == 95 and name != "utf-7" else None


def read_markup(text: str) -> list[Block]:
    """Return the blocks of a page with those marked that are not the article."""
    root = parse_page(text)
    pieces = list(blocks_of(root))
    story = _story(pieces, _extracted(text))
    title = _title(pieces, story, _names(root))
    return [
        Block(
            piece.text,
            1 if i == title else max(2, piece.level) if piece.level else 0,
            "" if i in story or i == title else piece.rule or OUTSIDE,
            piece.joins,
        )
        for i, piece in enumerate(pieces)
    ]


def _extracted(text: str) -> list[str]:
    """Return the lines that trafilatura takes for the article."""
    if len(text) > _LONGEST_EXTRACTED:
        return []
    from trafilatura import bare_extraction  # noqa: PLC0415 - heavy

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without an article is nothing to log
    try:
        found: Node = bare_extraction(text, include_comments=False, include_tables=True, with_metadata=False)
    except Exception:
        return []
    return str(found.text or "").split("\n") if found else []


def _story(pieces: Sequence[Piece], lines: Sequence[str]) -> set[int]:
    """Return which blocks are the article: what was extracted, and what stands among it by the page's own order."""
    open_ = {i for i, piece in enumerate(pieces) if not piece.rule}
    keys = Counter(filter(None, map(_key, lines)))
    whole = "".join(keys)
    found = {
        i for i in open_ if (key := _key(pieces[i].text)) and (key in keys or (len(key) >= _SHORT_KEY and key in whole))
    }
    if not found:
        return open_
    homes: Counter[int] = Counter()
    for i in found:
        homes[pieces[i].home] += len(pieces[i].text)
    home = homes.most_common(1)[0][0]
    among = range(min(found) - _NEAR, max(found) + _NEAR + 1)
    return found | {i for i in open_ if pieces[i].home == home and pieces[i].tag in _PROSE_TAGS and i in among}


def _title(pieces: Sequence[Piece], story: set[int], names: Sequence[str]) -> int | None:
    """Return which block is the headline: the heading that the page's own title names, or the first of level 1."""
    headings = [i for i, piece in enumerate(pieces) if piece.level and piece.rule in {"", "page header"}]
    named = [i for i in headings if any(_key(pieces[i].text) == name for name in names)]
    first = [i for i in headings if pieces[i].level == 1 and not pieces[i].rule and i <= max(story, default=0)]
    return next(iter([*named, *first]), None)


def _names(root: Node) -> list[str]:
    """Return how the page's metadata calls it, in the form of keys."""
    names = [meta.get("content") or "" for meta in root.iter("meta") if meta.get("property") == "og:title"]
    names += ["".join(title.itertext()) for title in root.iter("title")][:1]
    shortened = [_TITLE_TAIL.sub("", name) for name in names]
    return [key for name in (*names, *shortened) if (key := _key(name))]


def _key(text: str) -> str:
    return _NOT_KEY.sub("", text).casefold()
