"""What does a mail (.eml) or a web page saved as one file (.mhtml) say?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage

from diffview.phrases import phrase
from diffview.reading.content import Block, Content, UnreadableError, assemble
from diffview.reading.decoding import Decoded, UndecodableError, decode
from diffview.reading.webpage import page_text, read_markup
from diffview.reading.wrapping import join_wrapped_lines

_SHOWN_HEADERS = ("From", "To", "Date")
_MOST_PARTS = 2000
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\n")


def read_mail(data: bytes, encoding: str | None = None) -> Content:
    """Return subject and text of a mail; raises UnreadableError when it has none."""
    message, parts = _opened(data)
    plain, pages = _first(parts, "text/plain"), _first(parts, "text/html")
    headers = [
        Block(f"{name}: {value}", rule="mail header", joins=i > 0)
        for i, (name, value) in enumerate((name, _header(message, name)) for name in _SHOWN_HEADERS)
        if value
    ]
    body, used = _body(plain, pages, encoding)
    subject = _header(message, "Subject")
    title = [Block(subject, level=1)] if subject and not any(_same(block.text, subject) for block in body[:5]) else []
    known = next((block.text for block in body[:5] if _same(block.text, subject)), "")
    attached = sum(part.get_content_disposition() == "attachment" for part in parts)
    notices = [f"attachments left out: {attached}"] if attached else []
    return assemble([*title, *headers, *body], encoding=used, title=known, notices=notices)


def read_archived_page(data: bytes, encoding: str | None = None) -> Content:
    """Return the text of a web page saved with its pictures; raises UnreadableError when there is no page in it."""
    _, parts = _opened(data)
    page = _first(parts, "text/html") or _first(parts, "application/xhtml+xml")
    if page is None:
        plain = _first(parts, "text/plain")
        if plain is None:
            raise UnreadableError(phrase("no page inside"))
        decoded = _decoded(plain, encoding)
        return assemble(_plain_blocks(decoded.text), encoding=decoded.encoding)
    decoded = _decoded(page, encoding)
    return assemble(read_markup(decoded.text), encoding=decoded.encoding)


def _same(text: str, subject: str) -> bool:
    return bool(subject) and " ".join(text.split()).casefold() == " ".join(subject.split()).casefold()


def _opened(data: bytes) -> tuple[EmailMessage, list[EmailMessage]]:
    try:
        message = message_from_bytes(data, policy=policy.default)
        if not isinstance(message, EmailMessage):
            raise UnreadableError(phrase("damaged: not a mail"))
        return message, list(_leaves(message))
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise UnreadableError(phrase("damaged: its parts cannot be told apart")) from error


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that hold something, in order, however deep."""
    todo = [message]
    seen = 0
    while todo and seen < _MOST_PARTS:
        part = todo.pop()
        seen += 1
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list):
            todo.extend(item for item in reversed(inner) if isinstance(item, EmailMessage))
        else:
            yield part


def _first(parts: list[EmailMessage], kind: str) -> EmailMessage | None:
    found = [part for part in parts if part.get_content_type() == kind and not _is_attached(part)]
    return next((part for part in found if _payload(part).strip()), None)


def _is_attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment"


def _payload(part: EmailMessage) -> bytes:
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError, TypeError):
        return b""
    return found if isinstance(found, bytes) else b""


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as text; one that is broken beyond reading is left out."""
    try:
        return str(message.get(name, ""))
    except Exception:
        return ""


def _body(plain: EmailMessage | None, page: EmailMessage | None, encoding: str | None) -> tuple[list[Block], str]:
    if page is not None:
        decoded = _decoded(page, encoding)
        blocks = read_markup(decoded.text)
        if any(not block.rule for block in blocks) or plain is None:
            return blocks, decoded.encoding
    if plain is None:
        raise UnreadableError(phrase("no text inside this mail"))
    decoded = _decoded(plain, encoding)
    return _plain_blocks(decoded.text), decoded.encoding


def _plain_blocks(text: str) -> list[Block]:
    return [Block(line) for line in _PARAGRAPH_END.split(join_wrapped_lines(text))]


def _decoded(part: EmailMessage, encoding: str | None) -> Decoded:
    data = _payload(part)
    claimed = encoding or _charset(part)
    try:
        if claimed and claimed.lower() not in {"us-ascii", "utf-7"} and not _is_utf8(data):
            return decode(data, claimed)
        return page_text(data, encoding)
    except (LookupError, ValueError, UndecodableError):
        try:
            return decode(data)
        except UndecodableError as error:
            raise UnreadableError(phrase("no text inside")) from error


def _charset(part: EmailMessage) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, AttributeError, TypeError):
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
