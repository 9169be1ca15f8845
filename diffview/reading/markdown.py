"""What does a Markdown file say, read aloud without its markup?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from diffview.reading.content import Content
from diffview.reading.decoding import decode

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FRONT_TITLE = re.compile(r"^title[ \t]*:[ \t]*(['\"]?)(.+?)\1[ \t]*$", re.MULTILINE)
_DEEPEST = 100  # blocks inside blocks; what lies deeper is not an article
_SPACE = re.compile(r"\s+")
_CLOSE_BLOCKS = frozenset({"list_item_open", "tr_open"})  # their lines follow each other without a gap


@dataclass(frozen=True, slots=True)
class Rendered:
    """The readable text, a line a block, and the title that stands in it ("" when none is marked)."""

    text: str
    title: str


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    level: int = 0  # of a heading
    joins: bool = False  # follows the line before without a blank line


def read_markdown(data: bytes, encoding: str | None = None) -> Content:
    """Return title and text of a Markdown file; one that is nothing but markup is read as plain text."""
    decoded = decode(data, encoding)
    rendered = markdown_to_text(decoded.text)
    if decoded.text.strip() and not rendered.text:
        notice = "no text left without the markup: read as plain text"
        return Content(decoded.text, decoded.encoding, notices=(notice, *decoded.notices))
    return Content(rendered.text, decoded.encoding, rendered.title, decoded.notices)


def markdown_to_text(source: str) -> Rendered:
    """Return the text of Markdown without its markup; raw HTML stays as text, links and images give their words."""
    named, body = _split_front_matter(source)
    lines = list(_lines(_parser().parse(body)))
    title = _marked_title(lines)
    if named and not title:
        title = named
        lines.insert(0, _Line(named, level=1))
    pieces = [("" if not i else "\n" if line.joins else "\n\n") + line.text for i, line in enumerate(lines)]
    return Rendered("".join(pieces), title)


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).enable(["table", "strikethrough"])


def _split_front_matter(source: str) -> tuple[str, str]:
    """Return the title that a block of metadata names, and the rest of the file."""
    block = _FRONT_MATTER.match(source)
    if not block or ":" not in block[1]:
        return "", source
    title = _FRONT_TITLE.search(block[1])
    return title[2].strip() if title else "", source[block.end() :]


def _marked_title(lines: Sequence[_Line]) -> str:
    """Return the heading that names the whole: one on the first line, or the only one of the highest level."""
    if lines and lines[0].level:
        return lines[0].text
    highest = [line.text for line in lines if line.level == 1]
    return highest[0] if len(highest) == 1 else ""


def _lines(tokens: Sequence[Token]) -> Iterator[_Line]:
    """Yield a line for each block; the cells of a table row share one."""
    level, close = 0, False
    row: list[str] | None = None
    for i, token in enumerate(tokens):
        if token.type in _CLOSE_BLOCKS:
            close = tokens[i - 1].type in {"list_item_close", "tr_close", "thead_close", "tbody_open"}
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row:
            yield _Line(" | ".join(row), joins=close)
            row = None
        elif token.type in {"fence", "code_block"}:
            yield from _code(token.content)
        elif token.type == "inline" and (text := _readable(token.children or ())):
            if row is not None:
                row.append(text)
            else:
                yield _Line(text, level, close)
                level, close = 0, False


def _code(content: str) -> Iterator[_Line]:
    for i, line in enumerate(filter(str.strip, content.split("\n"))):
        yield _Line(line, joins=i > 0)


def _readable(children: Sequence[Token]) -> str:
    """Return the words of one block on one line."""
    return _SPACE.sub(" ", "".join(map(_words_of, children))).strip()


def _words_of(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "image":
        return _readable(token.children or ())
    return token.content
