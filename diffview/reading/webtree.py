"""Which blocks of text does a web page show, in which order, and what do their tags and names say of them?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from diffview.phrases import phrase
from diffview.reading.content import Node, UnreadableError, one_line

_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "frame",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "select",
        "datalist",
        "textarea",
        "input",
        "map",
        "head",
        "title",
        "meta",
        "link",
        "applet",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "picture",
        "q",
        "ruby",
        "rb",
        "rp",
        "rt",
        "s",
        "samp",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_CELLS = frozenset({"td", "th"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TRANSPARENT = frozenset(
    ["blockquote", "ul", "ol", "li", "dl", "dd", "dt", "table", "tbody", "thead", "tr", "p", "figure", "q", "details"]
)

_BY_TAG = {
    "nav": "navigation",
    "footer": "page footer",
    "aside": "aside",
    "figcaption": "caption",
    "address": "byline",
    "time": "timestamp",
    "button": "button",
    "form": "form",
    "dialog": "pop-up",
}
_BY_ROLE = {
    "navigation": "navigation",
    "banner": "page header",
    "contentinfo": "page footer",
    "complementary": "aside",
    "search": "form",
    "dialog": "pop-up",
    "button": "button",
    "menu": "navigation",
}
_BY_NAME = tuple(
    (rule, regex.compile(rf"(?:^|[\s_-])(?:{names})(?:$|[\s_-])"))
    for rule, names in (
        ("cookie banner", r"cookies?|cookie\w*|consent|gdpr|onetrust\w*|privacy"),
        ("paywall note", r"paywall\w*|pay|regwall|metered|meter|premium|piano|subscribers?|subscribe|subscriptions?"),
        ("comments", r"comments?|commentlist|disqus\w*|respond|discussion|replies"),
        ("related links", r"related\w*|recommend\w*|more|teasers?|promo\w*|trending|popular|mostread|outbrain|taboola"),
        ("related links", r"read|readmore|readalso|also|onward|next|previous|latest|headlines"),
        ("newsletter or app call", r"newsletters?|signup|sign|mailing|app"),
        ("share or navigation words", r"share|sharing|social\w*|sharedaddy|tools|toolbar|actions?|follow"),
        ("advertisement", r"ads?|advert\w*|sponsor\w*|banner|dfp|adslot|advertorial"),
        ("navigation", r"nav\w*|menu\w*|breadcrumbs?|pagination|pager|skip|tags?|taglist|topics"),
        ("caption", r"\w*caption|wp-caption-text|credits?|photo-?credit|copyright"),
        ("byline", r"by-?line\w*|authors?|written|contributors?|bio"),
        ("timestamp", r"dateline|timestamp|pub-?date|published|updated|post-?date|datetime"),
        ("page footer", r"footer|colophon|disclaimer"),
        ("page header", r"masthead|site-header|topbar|top-bar"),
        ("aside", r"sidebar|aside|infobox|factbox|widget\w*"),
    )
)
_DOCTYPE = regex.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<!DOCTYPE[^>\[]{0,1000}\[[^\]]{0,100000}\]\s*>", regex.IGNORECASE
)
"""A document type that declares entities: none of them is ever used, and the lenient parser shows it as text."""
_PAGE_END = regex.compile(r"</(?:body|html)\s*>", regex.IGNORECASE)
"""The end of the page: the parser drops what some pages have behind it."""
_SOFT = frozenset({"caption", "byline", "timestamp"})
_LARGEST_SHARE = 0.4  # of the page's text: what holds more is the page itself, whatever its name says


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the page; `rule` is what its tags and names make of it, `home` the part of the page it stands in."""

    text: str
    tag: str
    level: int
    rule: str
    home: int
    joins: bool = False


@dataclass(slots=True)
class _Frame:
    """What holds inside an element that is open."""

    tag: str
    rule: str
    home: int
    level: int
    row: bool = False  # a table row whose cells share a line
    preformatted: bool = False
    items: int = 0


@dataclass(slots=True)
class _Flow:
    """The words since the last border between blocks."""

    words: list[str] = field(default_factory=list)

    def take(self) -> str:
        """Return what has gathered and start anew."""
        text = "".join(self.words)
        self.words.clear()
        return text


def parse_page(text: str) -> Node:
    """Return the root of a web page; raises UnreadableError when nothing can be made of it."""
    from lxml import etree, html  # noqa: PLC0415 - heavy

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True)
    declared = _DOCTYPE.match(text)
    source = _PAGE_END.sub("", text[declared.end() :] if declared else text).replace("\x00", "\ufffd")
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableError(phrase("no page inside")) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableError(phrase("refused: its parts are nested too deep"))
    return root


def blocks_of(root: Node) -> Iterator[Piece]:
    """Yield the blocks that have text, in the order of the page; nothing here depends on how deep they are nested."""
    walk = _Walk(root)
    yield from walk.pieces()


class _Walk:
    """One way through the tree, from its first word to its last."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._sizes = _sizes(root)
        self._whole = max(1, self._sizes.get(root, 1))
        self._over_headline = {above for title in root.iter("h1") for above in title.iterancestors()}
        self._stack = [_Frame("html", "", id(root), 0)]
        self._flow = _Flow()
        self._last_item = -1

    def pieces(self) -> Iterator[Piece]:
        """Yield the blocks."""
        todo: list[tuple[Node, bool]] = [(self._root, False)]
        while todo:
            element, leaving = todo.pop()
            if leaving:
                yield from self._leave(element)
                continue
            if not isinstance(element.tag, str) or _local(element) in _SILENT:
                self._flow.words.append(element.tail or "")
                continue
            yield from self._enter(element)
            todo.append((element, True))
            todo.extend((child, False) for child in reversed(element))

    def _enter(self, element: Node) -> Iterator[Piece]:
        tag = _local(element)
        above = self._stack[-1]
        rule = self._rule(element, tag, above)
        shares = tag in _CELLS and above.row
        if shares:
            self._flow.words.append(" | " if "".join(self._flow.words).strip() else "")
        elif tag == "br":
            self._flow.words.append("\n")
        elif tag not in _INLINE or rule != above.rule:
            yield from self._flush()
        if tag == "li":
            above.items += 1
        self._stack.append(
            _Frame(
                tag if tag not in _INLINE else above.tag,
                rule,
                above.home if _is_transparent(tag, above) else id(element),
                _HEADINGS.get(tag, above.level if tag in _INLINE else 0),
                row=tag == "tr" and _is_simple(element),
                preformatted=tag == "pre" or (tag in _INLINE and above.preformatted),
                items=above.items if tag == "li" else 0,
            )
        )
        self._add(element.text)

    def _leave(self, element: Node) -> Iterator[Piece]:
        tag = _local(element)
        closed, above = self._stack[-1], self._stack[-2]
        if not (tag in _INLINE or tag == "br" or (tag in _CELLS and above.row)) or closed.rule != above.rule:
            yield from self._flush()
        self._stack.pop()
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            kept = self._stack[-1].preformatted
            self._flow.words.append(text.replace("\n", "\n\n") if kept else text.replace("\n", " "))

    def _flush(self) -> Iterator[Piece]:
        """Yield what has gathered; two line breaks in a row divide it."""
        if not self._flow.words:
            return
        frame = self._stack[-1]
        for part in regex.split(r"\n\s*\n", self._flow.take()):
            if text := one_line(part):
                joins = frame.tag in {"li", "tr"} and frame.items != 1 and self._last_item == frame.home
                yield Piece(text, frame.tag, frame.level, frame.rule, frame.home, joins)
                self._last_item = frame.home if frame.tag in {"li", "tr"} else -1

    def _rule(self, element: Node, tag: str, above: _Frame) -> str:
        """Return what the element and those around it say of its text; what is around it counts more."""
        if above.rule and above.rule not in _SOFT:
            return above.rule
        if tag in {"html", "body", "main", "article"}:
            return above.rule
        rule = _rule_of(element, tag)
        if not rule or (tag in _INLINE and not _stands_alone(element)):
            return above.rule
        large = self._sizes.get(element, 0) > _LARGEST_SHARE * self._whole
        return above.rule if large or (element in self._over_headline and tag not in _BY_TAG) else rule


def _stands_alone(element: Node) -> bool:
    """Return whether no words run on before or behind an inline element: what is in a sentence is never furniture."""
    above, before = element.getparent(), element.getprevious()
    ahead = (above.text if before is None else before.tail) if above is not None else ""
    return not (ahead or "").strip() and not (element.tail or "").strip()


def _rule_of(element: Node, tag: str) -> str:
    style = regex.sub(r"\s+", "", element.get("style") or "").lower()
    if "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None:
        return "hidden on the page"
    if rule := _BY_ROLE.get((element.get("role") or "").lower()):
        return rule
    if (element.get("rel") or "") == "author" or "author" in (element.get("itemprop") or ""):
        return "byline"
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()[:400]
    if names.strip():
        for rule, pattern in _BY_NAME:
            if pattern.search(names):
                return rule
    return _BY_TAG.get(tag, "")


def _sizes(root: Node) -> dict[Node, int]:
    """Return how many characters stand inside each element."""
    sizes: dict[Node, int] = {}
    order = [element for element in root.iter() if isinstance(element.tag, str)]
    for element in order:
        sizes[element] = 0 if _local(element) in _SILENT else len((element.text or "").strip())
    for element in reversed(order):
        above = element.getparent()
        if above is not None:
            sizes[above] += sizes[element] + len((element.tail or "").strip())
    return sizes


def _is_transparent(tag: str, above: _Frame) -> bool:
    """Return whether an element only shapes the part of the page that it stands in; a layout's cell is a part."""
    if tag in _CELLS:
        return above.row
    return tag in _TRANSPARENT or tag in _INLINE or tag in _HEADINGS


def _is_simple(row: Node) -> bool:
    """Return whether a table row holds words only, not a part of the page's layout."""
    for inner in row.iterdescendants():
        if isinstance(inner.tag, str) and _local(inner) not in _INLINE and _local(inner) not in {*_CELLS, "br"}:
            return False
    return True


def _local(element: Node) -> str:
    return str(element.tag).rpartition("}")[2].lower()
