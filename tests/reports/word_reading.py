"""What does a Word document with tracked changes say once all of them are accepted, or rejected?"""

from __future__ import annotations

from io import BytesIO
from typing import Literal
from xml.etree import ElementTree as ET
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Change = Literal["ins", "del"]


def document_xml(data: bytes) -> ET.Element:
    """The main part of a Word document."""
    with ZipFile(BytesIO(data)) as archive:
        return ET.fromstring(archive.read("word/document.xml"))


def accepted(data: bytes) -> list[str]:
    """The paragraphs after all changes are accepted."""
    return _resolved(data, gone="del")


def rejected(data: bytes) -> list[str]:
    """The paragraphs after all changes are rejected."""
    return _resolved(data, gone="ins")


def _resolved(data: bytes, gone: Change) -> list[str]:
    """Drop what is gone; a paragraph whose mark is gone runs on into the next one."""
    found, line = [], ""
    for paragraph in document_xml(data).iter(f"{W}p"):
        line += "".join(_text(child) for child in paragraph if child.tag not in (f"{W}{gone}", f"{W}pPr"))
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
            found.append(line)
            line = ""
    assert line == ""
    return found


def _text(element: ET.Element) -> str:
    if element.tag == f"{W}tab":
        return "\t"
    if element.tag in (f"{W}t", f"{W}delText"):
        return element.text or ""
    return "".join(map(_text, element))
