"""May two sources of a statement be one and the same?"""

from __future__ import annotations

from difflib import SequenceMatcher

from diffview.changes.findings.grammar import stem
from diffview.changes.findings.statements import BODIES, Statement, is_body

_ONE_NAME = 0.7
_NOUNS = frozenset(map(stem, BODIES)) | frozenset(
    map(
        stem,
        """hospital nonprofit airline carrier operator maker utility district city state retailer organization
        organisation chain developer manufacturer publisher site country nation paper newspaper charity
        lab laboratory startup""".split(),  # noqa: SIM905
    )
)
_PAPERS = frozenset(
    map(
        stem,
        """report document documents filing filings memo records record paper papers presentation study data figures
        communique transcript recording draft audit""".split(),  # noqa: SIM905
    )
)


def one_source(one: Statement, other: Statement) -> bool:
    """Return whether two sources may be the same person, body or paper; what can't be told apart is the same."""
    if one.pronoun or other.pronoun or one.key == other.key:
        return True
    if one.named and other.named:
        return SequenceMatcher(None, one.key, other.key, autojunk=False).ratio() >= _ONE_NAME
    if one.named or other.named:
        name, noun = (one, other) if one.named else (other, one)
        return noun.definite and _may_be_called(name, noun)
    return {one.key, other.key} <= _PAPERS or (one.definite and other.definite and {one.key, other.key} <= _NOUNS)


def _may_be_called(name: Statement, noun: Statement) -> bool:
    """Return whether "the company" and the like may stand for a name: that of a body, or one of a single word."""
    words = name.label.lower().replace(".", "").split()
    return noun.key in _NOUNS and (is_body(words) or len(words) == 1)


def same_kind(one: Statement, other: Statement) -> bool:
    """Return whether neither source is a person and neither is nameless: one may be a part of the other."""
    return all(_is_body(each) for each in (one, other))


def _is_body(source: Statement) -> bool:
    words = source.label.lower().replace(".", "").split()
    return (is_body(words) or len(words) == 1) if source.named else source.key in _NOUNS
