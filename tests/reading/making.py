"""How does the same article look in every format that is read?

Everything is made here by code: the tests compare what the readers make of it with the plain text.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from html import escape
from io import BytesIO

from docx import Document
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

TITLE = "Night ferry returns to Sandholm after eleven winters"
PARAGRAPHS = (
    (
        "The night ferry between Sandholm and the mainland sailed again on Friday, eleven winters after the last boat "
        "was sold, and 212 people stood on the quay to see it leave."
    ),
    (
        "“My daughter was born the week it stopped,” said Elin Marwick, who runs the bakery by the harbour. “She has "
        "never slept on a boat. Tonight she will.”"
    ),
    (
        "The crossing takes six hours and forty minutes. A bunk costs £38, a seat £17, and a bicycle travels free of "
        "charge until the end of March."
    ),
    "Why the route returned",
    (
        "Council engineers had argued for years that a self-financing service was impossible, because the old harbour "
        "wall could not take the weight of a modern ship. A well-known shipbuilder in Tarn Bay then offered a lighter "
        "hull, built of aluminium and powered by batteries."
    ),
    (
        "The council voted nine to four in favour. Opponents said that the subscription of £2.4 million would be "
        "missed in the island’s only school, whose roof has leaked since 2019."
    ),
    (
        "“We are not against ferries,” Councillor Idris Penn told the meeting. “We are against choosing between a ship "
        "and a dry classroom.”"
    ),
    (
        "The next boat leaves on Tuesday evening. Bookings for the summer open in May, the operator said, and it "
        "expects the cabins to be sold out within an extraordinarily short time."
    ),
)
HEADINGS = (TITLE, PARAGRAPHS[3])
_LINES = (TITLE, *PARAGRAPHS)


def plain() -> bytes:
    """The article as plain text."""
    return "\n\n".join(_LINES).encode()


def markdown() -> bytes:
    """The article as Markdown."""
    marks = {TITLE: "# ", PARAGRAPHS[3]: "## "}
    return "\n\n".join(marks.get(line, "") + line for line in _LINES).encode()


def markup() -> str:
    """The article as the body of a web page."""
    tags = {TITLE: "h1", PARAGRAPHS[3]: "h2"}
    return "\n".join(f"<{tags.get(line, 'p')}>{escape(line)}</{tags.get(line, 'p')}>" for line in _LINES)


def page() -> bytes:
    """The article as a web page."""
    head = f'<head><meta charset="utf-8"><title>{escape(TITLE)} | The Sandholm Lantern</title></head>'
    return f"<!DOCTYPE html><html>{head}<body><article>{markup()}</article></body></html>".encode()


def word() -> bytes:
    """The article as a Word document."""
    document = Document()
    document.add_heading(TITLE, 0)
    for line in PARAGRAPHS:
        if line in HEADINGS:
            document.add_heading(line, 1)
        else:
            document.add_paragraph(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def opendocument() -> bytes:
    """The article as an OpenDocument text."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    lines = (
        f'<text:h text:outline-level="{1 + (line != TITLE)}">{escape(line)}</text:h>'
        if line in HEADINGS
        else f"<text:p>{escape(line)}</text:p>"
        for line in _LINES
    )
    content = f"<office:document-content {names}><office:body><office:text>{''.join(lines)}</office:text>"
    content += "</office:body></office:document-content>"
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def rich_text() -> bytes:
    """The article as rich text."""
    lines = (
        "".join(char if char < "\x80" else f"\\u{ord(char)}?" for char in line) + "\\par\\par\n" for line in _LINES
    )
    return ("{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Serif;}}\n" + "".join(lines) + "}").encode()


def pdf(width: int = 62, folio: bool = True) -> bytes:
    """The article as a PDF of small pages: lines folded, long words divided, a title and a number on every page."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A5, invariant=True)
    canvas.setTitle(TITLE)
    wide, high = A5
    top = number = 0

    def begin() -> float:
        nonlocal number
        number += 1
        if folio:
            canvas.setFont("Times-Roman", 8)
            canvas.drawString(40, high - 25, "The Sandholm Lantern")
            canvas.drawCentredString(wide / 2, 20, str(number))
        return high - 60

    top = begin()
    for line in _LINES:
        size = 15 if line in HEADINGS else 10
        for row in fold(line, int(width * 10 / size)):
            if top < 330:
                canvas.showPage()
                top = begin()
            canvas.setFont("Times-Roman", size)
            canvas.drawString(40, top, row)
            top -= 1.2 * size
        top -= 8
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def fold(text: str, width: int) -> list[str]:
    """Fold a paragraph into lines; words of ten letters and more are divided, and hyphens may end a line."""
    rows, row = [], ""
    for word in text.split(" "):
        if len(row) + 1 + len(word) <= width:
            row = f"{row} {word}".strip()
            continue
        head, tail = _divided(word, width - len(row) - 1)
        rows.append(f"{row} {head}".strip())
        row = tail
    return [*rows, row]


def _divided(word: str, room: int) -> tuple[str, str]:
    if "-" in word and word.index("-") < room:
        at = word.index("-") + 1
        return word[:at], word[at:]
    if len(word) >= 10 and word.isalpha() and room > 5:
        at = min(room - 1, len(word) - 4)
        return f"{word[:at]}-", word[at:]
    return "", word


def book() -> bytes:
    """The article as an electronic book."""
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(TITLE)}</dc:title></metadata>'
        '<manifest><item id="toc" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="toc"/><itemref idref="one"/></spine></package>'
    )
    head = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{escape(TITLE)}</title></head>'
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            "OEBPS/nav.xhtml": f"{head}<body><nav><a href='text/one.xhtml'>One</a></nav></body></html>",
            "OEBPS/text/one.xhtml": f'<?xml version="1.0"?>{head}<body>{markup()}</body></html>',
        }
    )


def mail(*, with_page: bool = True) -> bytes:
    """The article as a mail, as text and (unless told otherwise) as a page."""
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "Lantern desk <desk@lantern.example>"
    message["Date"] = "Fri, 06 Feb 2026 21:10:00 +0000"
    message["Message-ID"] = "<1@lantern.example>"
    message.set_content("\n\n".join(PARAGRAPHS))
    if with_page:
        message.add_alternative(f"<html><body>{markup()}</body></html>", subtype="html")
    return message.as_bytes()


def archived_page() -> bytes:
    """The article as a web page saved with its pictures."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Subject"] = TITLE
    message["Snapshot-Content-Location"] = "https://lantern.example/ferry"
    message.set_content(page().decode(), subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<a@b>")
    return message.as_bytes()


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of these members."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return stream.getvalue()


SAMPLES: dict[str, Callable[[], bytes]] = {
    "txt": plain,
    "md": markdown,
    "html": page,
    "docx": word,
    "odt": opendocument,
    "rtf": rich_text,
    "pdf": pdf,
    "epub": book,
    "eml": mail,
    "mhtml": archived_page,
}
