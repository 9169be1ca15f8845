"""How does an editor see in a word processor what turns the left article into the right one?

A Word document (.docx) of the right article with tracked changes against the left one: accepting all gives the right
article, rejecting all the left one, paragraph by paragraph. Page furniture is in it too, in grey.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from diffview.model import Comparison, Op, Role
from diffview.reading.naming import name_of
from diffview.reports.revisions import MARK, Revision, revisions
from diffview.reports.visible import plain
from diffview.resources import read_resource

AUTHOR = "diffview"

_FORBIDDEN = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_TRACKED = {Op.DELETE: "del", Op.INSERT: "ins"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "relations.xml",
    "word/_rels/document.xml.rels": "document-relations.xml",
    "word/document.xml": "document.xml",
    "word/styles.xml": "styles.xml",
    "docProps/core.xml": "core.xml",
}
"""The files of the package and the templates they are made from."""


def render_docx(comparison: Comparison, when: datetime | None = None) -> bytes:
    """Return the right article as a Word document with tracked changes against the left one.

    `when` dates the changes (default: now). Characters that XML cannot hold become U+FFFD; blank lines are left out.
    """
    moment = (when or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    language = comparison.options.language
    left, right = (plain(name_of(document.article)) for document in (comparison.left, comparison.right))
    values = {
        "body": "\n".join(_Writer(moment).paragraphs(revisions(comparison))),
        "title": _escape(f"{right}, as changes against {left}"),
        "author": AUTHOR,
        "date": _stamp(moment),
        "language": language if _LANGUAGE.fullmatch(language) else "en",
    }
    package = BytesIO()
    with ZipFile(package, "w", ZIP_DEFLATED) as archive:
        for name, template in _PARTS.items():
            archive.writestr(_entry(name, moment), _fill(read_resource("templates", "docx", template), values))
    return package.getvalue()


def _entry(name: str, moment: datetime) -> ZipInfo:
    entry = ZipInfo(name, (max(moment.year, 1980), *moment.timetuple()[1:6]))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _fill(template: str, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], template)


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass
class _Writer:
    """Numbers the changes of one document."""

    moment: datetime
    count: int = field(default=0)

    def paragraphs(self, pieces: Iterable[Revision]) -> Iterator[str]:
        """Yield the paragraphs as XML."""
        line: list[Revision] = []
        for piece in pieces:
            if piece.text == MARK:
                yield self._paragraph(line, piece)
                line = []
            else:
                line.append(piece)

    def _paragraph(self, line: list[Revision], mark: Revision) -> str:
        style = '<w:pStyle w:val="Heading1"/>' if mark.role is Role.TITLE else ""
        bidi = "<w:bidi/>" if _is_right_to_left("".join(piece.text for piece in line)) else ""
        change = f"<w:rPr>{self._tag(mark.op)}/></w:rPr>" if mark.op is not Op.KEEP else ""
        properties = f"<w:pPr>{style}{bidi}{change}</w:pPr>" if style or bidi or change else ""
        runs = (
            self._run(op, role, group) for (op, role), group in groupby(line, key=lambda each: (each.op, each.role))
        )
        return f"<w:p>{properties}{''.join(runs)}</w:p>"

    def _run(self, op: Op, role: Role, group: Iterable[Revision]) -> str:
        name = "w:delText" if op is Op.DELETE else "w:t"
        look = '<w:rPr><w:rStyle w:val="Furniture"/></w:rPr>' if role is Role.FURNITURE else ""
        words = "".join(piece.text for piece in group).split("\t")
        texts = (f'<{name} xml:space="preserve">{_escape(text)}</{name}>' if text else "" for text in words)
        run = f"<w:r>{look}{'<w:tab/>'.join(texts)}</w:r>"
        return run if op is Op.KEEP else f"{self._tag(op)}>{run}</w:{_TRACKED[op]}>"

    def _tag(self, op: Op) -> str:
        """Return the beginning of a tag that says who changed what when."""
        self.count += 1
        return f'<w:{_TRACKED[op]} w:id="{self.count}" w:author="{AUTHOR}" w:date="{_stamp(self.moment)}"'


def _escape(text: str) -> str:
    text = _FORBIDDEN.sub("\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _is_right_to_left(text: str) -> bool:
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"
