"""Where is the gold, and how does it become documents?

The gold lies outside the project, in the folder that DIFFVIEW_GOLD names (default: ../shared/gold beside the
checkout), with its own scorer.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diffview.alignment.segmentation import segment
from diffview.model import Article, Document, Encoded, Encoder, Role

SETS = ("news_pairs", "onestop", "aesop", "argrewrite")
NOTHING, PARTIAL, ALIGNED = 0, 1, 2
_LABELS = {"partial": PARTIAL, "aligned": ALIGNED, "identical": ALIGNED}


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One pair of articles and what is right for it: a label for each pair of passages."""

    name: str
    kind: str
    left: Document
    right: Document
    truth: NDArray[np.int8]
    record: dict[str, Any]

    @property
    def stories(self) -> tuple[str, ...]:
        """The stories that its articles tell."""
        return tuple(self.name.split("/"))


def gold_folder() -> Path:
    """Return the folder with the gold; raises SystemExit with a hint when it is not there."""
    folder = Path(os.environ.get("DIFFVIEW_GOLD", Path(__file__).parent.parent.parent / "shared" / "gold"))
    if not (folder / "score_alignment.py").is_file():
        raise SystemExit(f"{folder}: no gold here; set DIFFVIEW_GOLD to the folder with score_alignment.py")
    return folder


def scorer() -> ModuleType:
    """Return the scorer that comes with the gold."""
    spec = importlib.util.spec_from_file_location("score_alignment", gold_folder() / "score_alignment.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases(kinds: Sequence[str] = SETS) -> list[Case]:
    """Return every pair of the gold, in the order of the files."""
    return [case for kind in kinds for case in _cases(kind)]


def _cases(kind: str) -> Iterator[Case]:
    for line in (gold_folder() / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        truth = np.zeros((len(record["a"]), len(record["b"])), np.int8)
        for group in record["gold"]:
            place = np.ix_(group["a"], group["b"])
            truth[place] = np.maximum(truth[place], _LABELS[group["label"]])
        yield Case(record["id"], kind, _document(record, "a"), _document(record, "b"), truth, record)


def _document(record: dict[str, Any], side: str) -> Document:
    """Return one side as a document; what the gold calls page furniture is furniture: finding it is another task."""
    document = segment(Article.from_passages(record[side], record.get(f"{side}_par")))
    furniture = set(record.get(f"{side}_furniture") or ())
    passages = (
        replace(passage, role=Role.FURNITURE, rule="gold") if k in furniture else passage
        for k, passage in enumerate(document.passages)
    )
    return replace(document, passages=tuple(passages))


def strangers(found: Sequence[Case], apart: Sequence[int] = (1, 5, 9)) -> list[Case]:
    """Return pairs that have nothing to do with each other: the left of each news pair, the right of another."""
    news = [case for case in found if case.kind == "news_pairs"]
    return [_stranger(one, other) for step in apart for one, other in zip(news, news[step:] + news[:step], strict=True)]


def _stranger(one: Case, other: Case) -> Case:
    return Case(
        f"{one.name}/{other.name}",
        "strangers",
        one.left,
        other.right,
        np.zeros((one.truth.shape[0], other.truth.shape[1]), np.int8),
        {"a": one.record["a"], "b": other.record["b"], "gold": []},
    )


def excerpts(found: Sequence[Case]) -> list[Case]:
    """Return a few passages of each news pair, and of each pair of strangers, against the whole other article."""
    whole = [case for case in found if case.kind in ("news_pairs", "strangers")]
    return [_excerpt(case, 1 + 3 * (k % 3), turned=bool(k % 2)) for k, case in enumerate(whole)]


def _excerpt(case: Case, size: int, *, turned: bool) -> Case:
    document, truth = (case.right, case.truth.T) if turned else (case.left, case.truth)
    places = document.content()
    start = (len(places) - size) // 3
    kept = places[start : start + size]
    passages = tuple(document.passages[k] for k in kept)
    short, rows = replace(document, passages=passages), truth[list(kept)]
    if turned:
        return replace(case, name=f"{case.name}/excerpt", kind="excerpts", right=short, truth=rows.T)
    return replace(case, name=f"{case.name}/excerpt", kind="excerpts", left=short, truth=rows)


def encode_all(found: Sequence[Case], encoder: Encoder) -> dict[str, Encoded]:
    """Return the vectors of every passage of the gold, by text."""
    texts = sorted(
        {
            document.text_of(k)
            for case in found
            for document in (case.left, case.right)
            for k in range(len(document.passages))
        }
    )
    return dict(zip(texts, encoder.encode(texts), strict=True))


def encoded_pair(case: Case, vectors: dict[str, Encoded]) -> tuple[list[Encoded], list[Encoded]]:
    """Return the vectors of both documents, parallel to their passages."""
    left, right = (
        [vectors[document.text_of(k)] for k in range(len(document.passages))] for document in (case.left, case.right)
    )
    return left, right
