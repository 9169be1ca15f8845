"""How is a session written to a file, so that it can be opened again years later or after a crash?

    {"schema": "diffview.session/1", "generator": …, "articles": {"left": …, "right": …},
     "corrections": {"marks": […], "judgements": […], "reviews": […], "borders": […]}, "notes": […], "options": {…}}

One JSON document. It holds the texts themselves, so it opens without the files they came from. What a reader of this
version does not know is passed over; a later schema is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from diffview import __version__
from diffview.errors import ExportError, ReadError
from diffview.model import (
    Article,
    Corrections,
    Cut,
    Furniture,
    Options,
    Side,
    Span,
)
from diffview.phrases import phrase
from diffview.reports.parsing import corrections_of, options_of, text_of
from diffview.reports.writing import write_whole

_SCHEMA = "diffview.session/1"
_Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Saved:
    """All that a session is: either article may be missing."""

    left: Article | None
    right: Article | None
    corrections: Corrections = Corrections()
    options: Options = Options()

    def on(self, side: Side) -> Article | None:
        """Return the article of one side."""
        return self.left if side is Side.LEFT else self.right


def save(path: str | Path, saved: Saved) -> None:
    """Write a session, whole or not at all; raises ExportError."""
    try:
        write_whole(Path(path).resolve(), dump(saved))
    except OSError as error:
        reason = (error.strerror or str(error)).rstrip(".")
        raise ExportError(
            path, phrase("cannot be written: {error}; choose another place for the session", error=reason)
        ) from error


def load(path: str | Path) -> Saved:
    """Read a session; raises ReadError."""
    try:
        return parse(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise ReadError(path, (error.strerror or str(error)).rstrip(".")) from error
    except NewerSessionError as error:
        raise ReadError(
            path, phrase("was saved by a newer diffview ({version}); update this one to open it", version=str(error))
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReadError(path, phrase("is not a session of diffview, or it is damaged")) from error


class NewerSessionError(ValueError):
    """The file has a schema that this version does not know."""


def dump(saved: Saved) -> str:
    """Return a session as JSON, in ASCII so that no character is lost."""
    corrections = asdict(saved.corrections)
    table = {
        "schema": _SCHEMA,
        "generator": {"version": __version__},
        "articles": {side.value: _dump_article(saved.on(side)) for side in Side},
        "notes": corrections.pop("notes"),
        "corrections": corrections,
        "options": asdict(saved.options),
    }
    return json.dumps(table, indent=1) + "\n"


def _dump_article(article: Article | None) -> _Table | None:
    return asdict(article) if article else None


def parse(text: str) -> Saved:
    """Return the session that was dumped; raises ValueError, TypeError, KeyError or AttributeError for another text."""
    table = json.loads(text)
    schema = str(table["schema"])
    if schema != _SCHEMA:
        raise NewerSessionError(schema) if schema.startswith("diffview.session/") else ValueError(schema)
    left, right = (_article(table["articles"][side.value]) for side in Side)
    corrections = corrections_of({**table["corrections"], "notes": table["notes"]})
    return Saved(left, right, corrections, options_of(table["options"]))


def _article(table: _Table | None) -> Article | None:
    if table is None:
        return None
    furniture, cuts = table["furniture"], table["cuts"]
    text = text_of(table["text"])
    return Article(
        text=text,
        title=text_of(table["title"]),
        path=text_of(table["path"]),
        sha256=text_of(table["sha256"]),
        encoding=text_of(table["encoding"]),
        notices=tuple(text_of(each) for each in table["notices"]),
        furniture=None
        if furniture is None
        else tuple(Furniture(_span(each["span"], text), text_of(each["rule"])) for each in furniture),
        cuts=None if cuts is None else tuple(Cut(_span(each["span"], text), int(each["paragraph"])) for each in cuts),
        encoding_chosen=bool(table.get("encoding_chosen")),
        source=text_of(table.get("source", "")),
        taken=_time(table.get("taken", "")),
        original=_article(table.get("original")),
    )


def _time(value: object) -> str:
    """Return a time in ISO form; raises ValueError for another text."""
    text = text_of(value)
    return datetime.fromisoformat(text).isoformat() if text else ""


def _span(table: _Table, text: str) -> Span:
    span = Span(int(table["start"]), int(table["end"]))
    if not 0 <= span.start <= span.end <= len(text):
        raise ValueError(span)
    return span
