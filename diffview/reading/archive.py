"""Is this zip archive safe to unpack, and what do its members say?

The directory of the archive is checked before anything is unpacked; what is unpacked is held to what the directory
promised. XML is parsed without ever expanding an entity, and refused when it declares any.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from functools import cached_property
from io import BytesIO

from diffview.phrases import phrase
from diffview.reading.content import Node, UnreadableError

MOST_MEMBERS = 5_000
LARGEST_WHOLE = 200_000_000
"""Bytes that all members may have together, pictures included."""
LARGEST_MEMBER = 30_000_000
"""Bytes that one member may have which is read."""
_RATIO, _RATIO_FROM = 200, 1_000_000  # a page of real markup shrinks to a thirtieth; a bomb to a thousandth
_ENCRYPTED = 0x1
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # others let the file say how much memory they take
_DIRECTORY_ENTRY = b"PK\x01\x02"


class Archive:
    """A checked zip archive; raises UnreadableError for one that is damaged, locked, hostile or far too large."""

    def __init__(self, data: bytes) -> None:
        if data.count(_DIRECTORY_ENTRY) > 2 * MOST_MEMBERS:  # some may belong to archives inside
            raise UnreadableError(phrase("refused: more than {count} parts inside", count=str(MOST_MEMBERS)))
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._infos = self._zip.infolist()
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise UnreadableError(phrase("damaged: its parts cannot be found")) from error
        self._check()

    def _check(self) -> None:
        if len(self._infos) > MOST_MEMBERS:
            raise UnreadableError(phrase("refused: more than {count} parts inside", count=str(MOST_MEMBERS)))
        if sum(info.file_size for info in self._infos) > LARGEST_WHOLE:
            raise UnreadableError(
                phrase("refused: unpacks to more than {size} MB", size=str(LARGEST_WHOLE // 1_000_000))
            )
        for info in self._infos:
            _check_member(info)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(info.filename for info in self._infos)

    def read(self, name: str) -> bytes:
        """Return the bytes of a member."""
        try:
            info = self._zip.getinfo(name)
            if info.file_size > LARGEST_MEMBER:
                raise UnreadableError(
                    phrase(
                        "refused: a part of it unpacks to more than {size} MB", size=str(LARGEST_MEMBER // 1_000_000)
                    )
                )
            with self._zip.open(info) as member:
                return member.read(LARGEST_MEMBER + 1)
        except KeyError as error:
            raise UnreadableError(phrase("damaged: a part of it is missing")) from error
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
            raise UnreadableError(phrase("damaged: a part of it cannot be unpacked")) from error

    def xml(self, name: str) -> Node:
        """Return the root of a member that is XML."""
        return parse_xml(self.read(name))

    def refuse_document_types(self) -> None:
        """Raise UnreadableError if any XML member declares a document type: no honest office file does."""
        for name in sorted(self.names):
            if name.endswith((".xml", ".rels", ".opf")):
                self.xml(name)


def parse_xml(data: bytes) -> Node:
    """Return the root of an XML document; raises UnreadableError when it is damaged or declares a document type."""
    from lxml import etree  # noqa: PLC0415 - heavy

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise UnreadableError(phrase("refused: contains a DTD, as no honest file of this kind does")) from error
        raise UnreadableError(phrase("damaged: its markup is broken")) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableError(phrase("refused: contains a DTD, as no honest file of this kind does"))
    return root


def _check_member(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableError(phrase("password protected; save it without a password first"))
    if info.file_size > _RATIO_FROM and info.file_size > _RATIO * max(1, info.compress_size):
        raise UnreadableError(phrase("refused: unpacks to far more than its own size"))
    if info.compress_type not in _PACKED:
        raise UnreadableError(phrase("refused: packed in a way that no honest file of this kind is"))
    if not is_inside(info.filename):
        raise UnreadableError(phrase("refused: a part of it names a place outside the file"))


def is_inside(name: str) -> bool:
    """Return whether the name of a member stays inside its archive."""
    path = name.replace("\\", "/")
    normal = posixpath.normpath(path)
    return not path.startswith("/") and normal.split("/")[0] != ".." and ":" not in path.split("/")[0]
