"""How does a report carry the comparison it was made from?

    {"schema": "diffview.report/1", "version": …, "encoder": …, "left": {"path", "sha256"}, "right": {…},
     "options": {…}, "corrections": {"marks": 2, …}, "comparison": "…"}

An inert script element. What says where the report comes from can be read in it; the comparison itself is JSON (see
`reports.json`), packed with zlib and base64, because it repeats both texts.
"""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode, b64encode
from typing import Any

from diffview.model import Comparison, Side
from diffview.reports.json import spell_out, to_json

SCHEMA = "diffview.report/1"
ELEMENT = '<script type="application/json" id="diffview-data"></script>'
"""Where a page carries its comparison, still empty."""

_LARGEST = 400_000_000
FILLED = re.compile(ELEMENT.replace("><", ">([^<]*)<").encode())
_UNSAFE = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}


def carry(page: str, comparison: Comparison) -> str:
    """Return `page` with the comparison in its empty data element.

    Where the page would grow beyond four times both texts and 120 KB, what follows from the articles is left out.
    """
    texts = sum(len(comparison.document(side).article.text.encode("utf-8", "surrogatepass")) for side in Side)
    room = 4 * texts + 120_000 - len(page.encode())
    table = to_json(comparison)
    data = _provenance(table)
    if len(data) > room:
        data = _provenance(brief(table))
    before, element, after = page.rpartition(ELEMENT)
    return f"{before}{element.replace('></', f'>{data}</')}{after}"


def brief(table: dict[str, Any]) -> dict[str, Any]:
    """Return a comparison without what follows from the articles and the rest: texts, quotations, evidence, edits."""
    found = {name: value for name, value in table.items() if name != "summary"}
    for side in Side:
        article = table[side.value]
        passages = [_without(passage, "quotes") for passage in article["passages"]]
        found[side.value] = _without(article, "text") | {"passages": passages}
    found["links"] = [_without(link, "evidence", "edits") for link in table["links"]]
    found["findings"] = [_without(finding, "edits") for finding in table["findings"]]
    return found


def _without(table: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name not in names}


def _provenance(table: dict[str, Any]) -> str:
    """Return the content of the data element: ASCII without any character that means something in HTML."""
    packed = zlib.compress(_compact(table).encode(), 9)
    provenance = {
        "schema": SCHEMA,
        "version": table["generator"]["version"],
        "encoder": table["generator"]["encoder"],
        **{side.value: {name: table[side.value][name] for name in ("path", "sha256")} for side in Side},
        "options": table["options"],
        "corrections": {name: len(each) for name, each in table["corrections"].items()},
        "comparison": b64encode(packed).decode(),
    }
    return _dumped(provenance, ascii_only=True).translate(_UNSAFE)


def extract(page: bytes) -> dict[str, Any]:
    """Return the comparison that a page carries, as `to_json` or `brief` gave it; raises ValueError without one."""
    elements = FILLED.findall(page)
    if not elements:
        raise ValueError("it carries no comparison")
    try:
        packed = b64decode(json.loads(elements[-1])["comparison"], validate=True)
        table = json.loads(_unpack(packed))
    except (ValueError, KeyError, TypeError, RecursionError, zlib.error) as error:
        raise ValueError("the comparison in it cannot be read") from error
    if not isinstance(table, dict):
        raise ValueError("the comparison in it cannot be read")
    return table


def _unpack(packed: bytes) -> bytes:
    machine = zlib.decompressobj()
    found = machine.decompress(packed, _LARGEST)
    if not machine.eof or machine.unused_data:
        raise ValueError("cut off, or too large")
    return found


def _compact(value: object, depth: int = 3) -> str:
    """Return a value as JSON without spaces, with what cannot be seen spelled out.

    Down to the passages of an article it is put together entry by entry, since Python lets no other thread run while it
    encodes or replaces.
    """
    if depth and isinstance(value, dict):
        entries = (f"{_dumped(key)}:{_compact(part, depth - 1)}" for key, part in value.items())
        return f"{{{','.join(entries)}}}"
    if depth and isinstance(value, list):
        return f"[{','.join(_compact(part, depth - 1) for part in value)}]"
    return spell_out(_dumped(value))


def _dumped(value: object, *, ascii_only: bool = False) -> str:
    return json.dumps(value, ensure_ascii=ascii_only, allow_nan=False, separators=(",", ":"))
