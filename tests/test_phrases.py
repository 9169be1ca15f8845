"""Tests of what the core says so that a window can say it in another language."""

from __future__ import annotations

import ast
import copy
import json
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from diffview import compare, read_article
from diffview.errors import ReadError
from diffview.model import Options
from diffview.phrases import Phrase, packed, phrase, unpacked
from tests.conftest import CHECKOUT

LARGE = phrase("too large ({size} MB)", size="50")
NESTED = phrase("{path}: {reason}", path="a{b}.txt", reason=LARGE)
_SPOKEN = {"ReadError", "UnreadableError", "AddressError", "EncoderError", "ExportError"}
_COMMANDS_ALONE = ("batch", "commands", "reports/verifying.py")
"""Where only the command line gets to see what is said, in English."""


def test_phrase_is_its_english_text() -> None:
    """A phrase is the text that its template gives with its values, braces in a value and all."""
    assert NESTED == "a{b}.txt: too large (50 MB)"
    assert json.dumps({"reason": NESTED}) == '{"reason": "a{b}.txt: too large (50 MB)"}'


def test_message_of_an_error_is_a_phrase() -> None:
    """The message of an error knows its template, as does the reason in it."""
    said = str(ReadError("a.txt", LARGE))
    assert isinstance(said, Phrase)
    assert isinstance(said.values["reason"], Phrase)
    assert said == "a.txt: too large (50 MB)"


@pytest.mark.parametrize(
    "carry",
    [
        copy.deepcopy,
        lambda said: pickle.loads(pickle.dumps(said)),
        lambda said: unpacked(json.loads(json.dumps(packed(said)))),
    ],
    ids=["copied", "pickled", "as JSON"],
)
def test_phrase_is_carried(carry: object) -> None:
    """A phrase comes out of a copy, another process or JSON as it went in."""
    assert callable(carry)
    found = carry(NESTED)
    assert found == NESTED
    assert (found.template, found.values["reason"].template) == (NESTED.template, LARGE.template)
    assert carry("plain") == "plain"


@pytest.mark.parametrize("template", ["{a.__class__}", "{a:>99999999}", "{0}", "{a!r}", "{a[0]}"])
def test_only_plain_names_are_unpacked(template: str) -> None:
    """A template from outside that asks for more than names is refused."""
    with pytest.raises(ValueError, match=r"\{"):
        unpacked([template, {"a": "x"}])


def _reasons(path: Path) -> Iterator[ast.expr]:
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _SPOKEN:
            yield call.args[-1]


def test_every_reason_is_a_phrase() -> None:
    """Whatever the window may have to say of an error is made by `phrase`, and so comes to the translator."""
    sources = [path.relative_to(CHECKOUT / "diffview") for path in (CHECKOUT / "diffview").rglob("*.py")]
    spoken = [path for path in sources if not path.as_posix().startswith(_COMMANDS_ALONE)]
    plain = [
        f"{path}:{reason.lineno}"
        for path in spoken
        for reason in _reasons(CHECKOUT / "diffview" / path)
        if isinstance(reason, ast.Constant | ast.JoinedStr)
    ]
    assert sum(1 for path in spoken for _ in _reasons(CHECKOUT / "diffview" / path)) > 80
    assert not plain


def _sentences(path: Path) -> Iterator[str]:
    """Yield where a source has a sentence that is neither a docstring nor handed to `phrase`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant | ast.JoinedStr) or isinstance(parents[node], ast.Expr | ast.JoinedStr):
            continue
        called = parents[node].func if isinstance(parents[node], ast.Call) else None
        text = ast.unparse(node).strip("f'\"")
        if text.endswith(".") and text.count(" ") > 1 and not (isinstance(called, ast.Name) and called.id == "phrase"):
            yield f"{path.name}:{node.lineno}: {text}"


def test_every_reason_of_a_finding_is_a_phrase() -> None:
    """What a finding says of itself is made by `phrase`, and so comes to the translator."""
    plain = [found for path in (CHECKOUT / "diffview" / "changes").rglob("*.py") for found in _sentences(path)]
    assert not plain


def test_findings_of_the_examples_are_phrases() -> None:
    """Every finding of the pairs that ship with the program knows the template of its reason."""
    for folder in sorted((CHECKOUT / "seeds").iterdir()):
        left, right = (read_article(next(folder.glob(f"{side}.*"))) for side in ("left", "right"))
        found = compare(left, right, options=Options(encoder="words")).findings
        assert found
        assert [finding.reason for finding in found if not isinstance(finding.reason, Phrase)] == []
