"""Which font has the glyphs of a text, and which of them were used?

Fonts that ship cover Latin, Greek, Cyrillic, Arabic, Hebrew and the signs of the legend; for everything else the
fonts of the machine are searched. What no font has is drawn as an empty box and remembered; its text stays the text.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from diffview.resources import resource

SHIPPED = ("NotoNaskhArabic-Regular", "NotoSerifHebrew-Regular", "NotoSigns")
"""Fonts for what the chosen one lacks, before the machine's fonts are searched."""

_FAMILIES = {"serif": "NotoSerif", "sans": "NotoSans"}
_PREFERRED = ("noto", "sourcehan", "droidsansfallback", "wqy", "dejavu", "unifont")
_UNWANTED = ("bold", "italic", "oblique", "light", "thin", "black", "condensed", "mono", "emoji", "medium")
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_LARGEST = 64 * 2**20
_RESTRICTED = 0x0002


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a run: its number in the font, its text, and measures in thousandths of the font's size."""

    number: int
    text: str
    advance: float
    dx: float
    dy: float


class Face:
    """One font file, and the glyphs of it that were drawn; measures in thousandths of the size."""

    def __init__(self, name: str, data: bytes, index: int = 0) -> None:
        """`name` is how a page calls it."""
        self.name, self.data = name, data
        self.face = hb.Face(data, index)
        self.font = hb.Font(self.face)
        self.characters = self.face.unicodes
        self.is_cff = "CFF " in self.face.table_tags
        extents = self.font.get_font_extents("ltr")
        self.ascent, self.descent = (self._measure(value) for value in (extents.ascender, extents.descender))
        self.codes: dict[tuple[int, str], int] = {}
        self._told: dict[int, str] = {}

    def has(self, char: str) -> bool:
        """Return whether it has a glyph for a character."""
        return ord(char) in self.characters

    @cached_property
    def is_usable(self) -> bool:
        """Whether it holds outlines and may be embedded."""
        tags = self.face.table_tags
        if not ({"glyf", "CFF "} & set(tags)) or "fvar" in tags:
            return False
        table = self.face.reference_table("OS/2").data if "OS/2" in tags else b""
        return len(table) < 10 or struct.unpack_from(">H", table, 8)[0] & 0x000F != _RESTRICTED

    def shape(self, text: str, *, rtl: bool) -> tuple[Glyph, ...]:
        """Return the glyphs of a text in one script and direction, from left to right."""
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        hb.shape(self.font, buffer)
        starts = sorted({info.cluster for info in buffer.glyph_infos})
        texts = {start: text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)}
        return tuple(
            self._glyph(info.codepoint, place, texts.pop(info.cluster, ""))
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )

    def _glyph(self, number: int, place: hb.GlyphPosition, text: str) -> Glyph:
        advance, dx, dy = (self._measure(value) for value in (place.x_advance, place.x_offset, place.y_offset))
        return Glyph(number, text, advance, dx, dy)

    def _measure(self, value: float) -> float:
        return float(value * 1000 / self.face.upem)

    def code(self, glyph: Glyph) -> int:
        """Return the code under which a page draws a glyph; TrueType fonts have one for each glyph and text."""
        if not self.is_cff:
            return self.codes.setdefault((glyph.number, glyph.text), len(self.codes) + 1)
        if glyph.number not in self._told:
            self._told[glyph.number] = glyph.text
        return self.codes.setdefault((glyph.number, self._told[glyph.number]), glyph.number)

    def width(self, number: int) -> float:
        """Return the width of a glyph as the font has it."""
        return self._measure(self.font.get_glyph_h_advance(number))

    def subset(self) -> bytes:
        """Return the font with the glyphs that were used, under their old numbers."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({number for number, _ in self.codes})
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        return bytes(hb.subset(self.face, wanted).blob.data)


class Fonts:
    """All fonts of one document; `folders` are searched for what those that ship do not have."""

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        self._folders = system_folders() if folders is None else folders
        self._faces: dict[str, Face] = {}
        self._system: Iterator[Face] | None = None
        self._found: list[Face] = []
        self._choice: dict[tuple[str, str], Face] = {}
        self.missing: dict[str, None] = {}

    def used(self) -> list[Face]:
        """Return the fonts of which a glyph was drawn."""
        return [face for face in (*self._faces.values(), *self._found) if face.codes]

    def face(self, family: str, char: str) -> Face:
        """Return the font for a character: `family` is "serif", "sans", "serif bold" or "sans bold"."""
        key = (family, char)
        if key not in self._choice:
            self._choice[key] = self._choose(family, char)
        return self._choice[key]

    def _choose(self, family: str, char: str) -> Face:
        kind, _, weight = family.partition(" ")
        first = self._shipped(f"{_FAMILIES[kind]}-{weight.title() or 'Regular'}")
        candidates = (first, self._shipped("NotoSerif-Regular"), *map(self._shipped, SHIPPED))
        found = next((face for face in candidates if face.has(char)), None) or self._on_machine(char)
        if found is None:
            self.missing[char] = None
        return found or first

    def _shipped(self, name: str) -> Face:
        if name not in self._faces:
            data = resource("fonts", f"{name}.ttf").read_bytes()
            self._faces[name] = Face(f"F{len(self._faces)}", data)
        return self._faces[name]

    def _on_machine(self, char: str) -> Face | None:
        for face in self._found:
            if face.has(char):
                return face
        if self._system is None:
            self._system = self._search()
        for face in self._system:
            self._found.append(face)
            if face.has(char):
                return face
        return None

    def _search(self) -> Iterator[Face]:
        for path in sorted(_font_files(self._folders), key=_preference):
            try:
                face = Face(f"S{len(self._found)}", path.read_bytes())
            except (OSError, hb.HarfBuzzError, ValueError):
                continue
            if face.is_usable:
                yield face


def system_folders() -> tuple[Path, ...]:
    """Return where this kind of system keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",)
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    return (home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def _font_files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for root, _, names in os.walk(folder):
            for name in names:
                lower = name.lower()
                path = Path(root, name)
                if lower.endswith(_ENDINGS) and not any(word in lower for word in _UNWANTED) and _is_small(path):
                    yield path


def _is_small(path: Path) -> bool:
    try:
        return path.stat().st_size <= _LARGEST
    except OSError:
        return False


def _preference(path: Path) -> tuple[int, str]:
    name = path.name.lower().replace("-", "")
    return next((i for i, start in enumerate(_PREFERRED) if name.startswith(start)), len(_PREFERRED)), str(path)
