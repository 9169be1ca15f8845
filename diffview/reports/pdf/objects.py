"""How are pages, fonts, links and the order of reading written down as PDF?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from itertools import groupby, pairwise

import pydyf
import uharfbuzz as hb

from diffview.reports.pdf.fonts import Face


@dataclass(eq=False)
class Node:
    """One element of the structure that is read aloud: its kind ("P", "Sect"), and what it holds, in order.

    `kids` are elements, pieces of a page's content as (page, number), or a `Way`. `spoken` replaces its text.
    """

    tag: str
    kids: list[Node | tuple[int, int] | Way] = field(default_factory=list)
    title: str = ""
    language: str = ""
    number: int = 0

    def add(self, tag: str, title: str = "", language: str = "") -> Node:
        """Add an element at the end and return it."""
        node = Node(tag, title=title, language=language)
        self.kids.append(node)
        return node


@dataclass(eq=False)
class Way:
    """A link: the rectangle on its page (points from the lower left corner), where it leads, what it is called."""

    page: int
    box: tuple[float, float, float, float]
    target: str
    label: str
    number: int = 0


@dataclass
class Page:
    """One page: what is painted under the text, the text, and what stands beside it and is not read aloud.

    `owners` are the elements of its marked pieces.
    """

    under: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    owners: list[Node] = field(default_factory=list)


@dataclass
class Book:
    """Everything that is written: `anchors` are places by name, as (page, points from the lower edge)."""

    size: tuple[float, float]
    title: str
    language: str
    producer: str
    pages: list[Page]
    root: Node
    ways: list[Way]
    anchors: dict[str, tuple[int, float]]
    outline: list[tuple[str, str]]
    faces: Sequence[Face]


def write_pdf(book: Book) -> bytes:
    """Return the bytes of a tagged PDF 1.7 file with all fonts embedded; the same book gives the same bytes."""
    return _Writer(book).written()


class _Writer:
    def __init__(self, book: Book) -> None:
        self.book, self.pdf = book, pydyf.PDF()
        self.pages: list[pydyf.Dictionary] = []

    def written(self) -> bytes:
        """Write everything in the order in which parts name each other."""
        fonts = pydyf.Dictionary({face.name: self._font(face) for face in self.book.faces})
        resources = self._add(pydyf.Dictionary({"Font": fonts}))
        for number, page in enumerate(self.book.pages):
            self._page(number, page, resources)
        self._ways()
        self._structure()
        self._catalog()
        output = BytesIO()
        self.pdf.write(output, version=b"1.7", identifier=True, compress=True)
        return output.getvalue()

    def _add(self, found: pydyf.Object) -> bytes:
        self.pdf.add_object(found)
        return bytes(found.reference)

    # ---- pages -------------------------------------------------------------------------------------------------------

    def _page(self, number: int, page: Page, resources: bytes) -> None:
        content = ["/Artifact BMC", *page.under, "EMC", *page.text, "/Artifact BMC", *page.beside, "EMC"]
        stream = pydyf.Stream([line.encode() for line in content], compress=True)
        entry = pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": self.pdf.pages.reference,
                "MediaBox": pydyf.Array([0, 0, *self.book.size]),
                "Resources": resources,
                "Contents": self._add(stream),
                "StructParents": number,
                "Tabs": "/S",
            }
        )
        self.pdf.add_page(entry)
        self.pages.append(entry)

    def _place(self, name: str) -> pydyf.Array:
        page, y = self.book.anchors[name]
        return pydyf.Array([self.pages[page].reference, "/XYZ", "null", round(y, 1), "null"])

    def _ways(self) -> None:
        found: dict[int, list[bytes]] = {}
        self.book.ways = [way for way in self.book.ways if way.target in self.book.anchors]
        for i, way in enumerate(self.book.ways):
            entry = pydyf.Dictionary(
                {
                    "Type": "/Annot",
                    "Subtype": "/Link",
                    "Rect": pydyf.Array([round(value, 2) for value in way.box]),
                    "Border": pydyf.Array([0, 0, 0]),
                    "Dest": self._place(way.target),
                    "Contents": pydyf.String(way.label),
                    "StructParent": len(self.pages) + i,
                    "F": 4,
                }
            )
            found.setdefault(way.page, []).append(self._add(entry))
            way.number = entry.number
        for page, entries in found.items():
            self.pages[page]["Annots"] = pydyf.Array(entries)

    # ---- what is read aloud ------------------------------------------------------------------------------------------

    def _structure(self) -> None:
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._add(root)
        owners: dict[int, bytes] = {}
        top = self._element(self.book.root, root.reference, owners)
        root["K"] = top
        numbers = pydyf.Array()
        for number, page in enumerate(self.book.pages):
            numbers.extend([number, self._add(pydyf.Array([f"{node.number} 0 R" for node in page.owners]))])
        for i, way in enumerate(self.book.ways):
            if id(way) in owners:
                numbers.extend([len(self.pages) + i, owners[id(way)]])
        root["ParentTree"] = self._add(pydyf.Dictionary({"Nums": numbers}))
        root["ParentTreeNextKey"] = len(self.pages) + len(self.book.ways)
        self.pdf.catalog["StructTreeRoot"] = root.reference

    def _element(self, node: Node, parent: bytes, owners: dict[int, bytes]) -> bytes:
        entry = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.tag}", "P": parent})
        reference = self._add(entry)
        node.number = entry.number
        if node.title:
            entry["T" if node.tag == "Sect" else "Alt"] = pydyf.String(node.title)
        if node.language:
            entry["Lang"] = pydyf.String(node.language)
        if node.tag == "TH":
            entry["A"] = pydyf.Dictionary({"O": "/Table", "Scope": "/Column"})
        entry["K"] = pydyf.Array([kid for each in node.kids if (kid := self._kid(each, reference, owners))])
        return reference

    def _kid(self, kid: Node | tuple[int, int] | Way, reference: bytes, owners: dict[int, bytes]) -> object:
        if isinstance(kid, Node):
            return self._element(kid, reference, owners)
        if isinstance(kid, Way):
            if not kid.number:
                return None
            owners[id(kid)] = reference
            page = self.pages[kid.page].reference
            return pydyf.Dictionary({"Type": "/OBJR", "Obj": f"{kid.number} 0 R", "Pg": page})
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self.pages[kid[0]].reference, "MCID": kid[1]})

    # ---- the whole ---------------------------------------------------------------------------------------------------

    def _catalog(self) -> None:
        catalog = self.pdf.catalog
        catalog["Lang"] = pydyf.String(self.book.language)
        catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
        names = pydyf.Array()
        for name in sorted(self.book.anchors):
            names.extend([pydyf.String(name), self._place(name)])
        catalog["Names"] = pydyf.Dictionary({"Dests": self._add(pydyf.Dictionary({"Names": names}))})
        catalog["Outlines"] = self._outline()
        self.pdf.info["Title"] = pydyf.String(self.book.title)
        self.pdf.info["Producer"] = pydyf.String(self.book.producer)

    def _outline(self) -> bytes:
        entries = [(title, name) for title, name in self.book.outline if name in self.book.anchors]
        top = pydyf.Dictionary({"Type": "/Outlines", "Count": len(entries)})
        self._add(top)
        found = [
            pydyf.Dictionary({"Title": pydyf.String(title), "Parent": top.reference, "Dest": self._place(name)})
            for title, name in entries
        ]
        for entry in found:
            self._add(entry)
        for one, other in pairwise(found):
            one["Next"], other["Prev"] = other.reference, one.reference
        if found:
            top["First"], top["Last"] = found[0].reference, found[-1].reference
        return bytes(top.reference)

    # ---- fonts -------------------------------------------------------------------------------------------------------

    def _font(self, face: Face) -> bytes:
        name = _font_name(face)
        kind = "/CIDFontType0" if face.is_cff else "/CIDFontType2"
        system = {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0}
        descendant = pydyf.Dictionary(
            {
                "Type": "/Font",
                "Subtype": kind,
                "BaseFont": name,
                "CIDSystemInfo": pydyf.Dictionary(system),
                "FontDescriptor": self._descriptor(face, name),
                "DW": 1000,
                "W": _widths(face),
            }
        )
        if not face.is_cff:
            glyphs = {code: number for (number, _), code in face.codes.items()}
            table = b"".join(glyphs.get(code, 0).to_bytes(2, "big") for code in range(max(glyphs) + 1))
            descendant["CIDToGIDMap"] = self._add(pydyf.Stream([table], compress=True))
        return self._add(
            pydyf.Dictionary(
                {
                    "Type": "/Font",
                    "Subtype": "/Type0",
                    "BaseFont": name,
                    "Encoding": "/Identity-H",
                    "DescendantFonts": pydyf.Array([self._add(descendant)]),
                    "ToUnicode": self._add(pydyf.Stream([_to_unicode(face)], compress=True)),
                }
            )
        )

    def _descriptor(self, face: Face, name: str) -> bytes:
        data = face.subset()
        extra = {"Subtype": "/OpenType"} if face.is_cff else {"Length1": len(data)}
        file = self._add(pydyf.Stream([data], extra, compress=True))
        top, bottom = round(face.ascent), round(face.descent)
        return self._add(
            pydyf.Dictionary(
                {
                    "Type": "/FontDescriptor",
                    "FontName": name,
                    "Flags": 4,
                    "FontBBox": pydyf.Array([-500, bottom, 2000, top]),
                    "ItalicAngle": 0,
                    "Ascent": top,
                    "Descent": bottom,
                    "CapHeight": 714,
                    "StemV": 80,
                    "FontFile3" if face.is_cff else "FontFile2": file,
                }
            )
        )


def _font_name(face: Face) -> str:
    own = face.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
    plain = "".join(char for char in own if char.isascii() and (char.isalnum() or char == "-"))
    digest = sha256(repr(sorted(face.codes)).encode("utf-8", "surrogatepass")).digest()
    return f"/{''.join(chr(65 + byte % 26) for byte in digest[:6])}+{plain or 'Font'}"


def _widths(face: Face) -> pydyf.Array:
    found = sorted((code, face.width(number)) for (number, _), code in face.codes.items())
    table = pydyf.Array()
    for _, group in groupby(enumerate(found), key=lambda entry: entry[1][0] - entry[0]):
        run = [each for _, each in group]
        table.extend([run[0][0], pydyf.Array([round(width, 2) for _, width in run])])
    return table


def _to_unicode(face: Face) -> bytes:
    entries = [f"<{code:04x}> <{_utf16(text)}>" for (_, text), code in face.codes.items() if text]
    chunks = [entries[i : i + 100] for i in range(0, len(entries), 100)]
    lines = [line for chunk in chunks for line in (f"{len(chunk)} beginbfchar", *chunk, "endbfchar")]
    return "\n".join((_CMAP_HEAD, *lines, "endcmap CMapName currentdict /CMap defineresource pop end end")).encode()


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex()


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange"""
