"""May two sources of a statement be one and the same?"""

from __future__ import annotations

from difflib import SequenceMatcher

from diffview.changes.findings.grammar import stem
from diffview.changes.findings.roles import BODY_NOUNS, PAPERS, ROLES
from diffview.changes.findings.voices import BODIES, Statement

_ONE_NAME = 0.7
_NOUNS = frozenset(map(stem, BODY_NOUNS | BODIES))
_PAPERS = frozenset(map(stem, PAPERS))
_ROLES = frozenset(map(stem, ROLES))

_SPEAKING_FOR = frozenset(map(stem, ("spokesman", "spokeswoman", "spokesperson", "representative")))


def one_source(one: Statement, other: Statement) -> bool:
    """Return whether two sources may be the same person, body or paper; what can't be told apart is the same."""
    if one.pronoun or other.pronoun or one.key == other.key:
        return True
    if one.named and other.named:
        hyphens = one.key.rpartition("-")[2] == other.key.rpartition("-")[2]
        return hyphens or SequenceMatcher(None, one.key, other.key, autojunk=False).ratio() >= _ONE_NAME
    if one.named or other.named:
        name, noun = (one, other) if one.named else (other, one)
        return (noun.definite and _may_be_called(name, noun)) or (name.body and noun.key in _SPEAKING_FOR)
    return {one.key, other.key} <= _PAPERS or (one.definite and other.definite and {one.key, other.key} <= _NOUNS)


def _may_be_called(name: Statement, noun: Statement) -> bool:
    """Return whether a noun may stand for a name: "the company" for that of a body, "the governor" for a person's."""
    return noun.key in _NOUNS - _ROLES if name.body else noun.key in _ROLES


def same_kind(one: Statement, other: Statement) -> bool:
    """Return whether neither source is a person and neither is nameless: one may be a part of the other."""
    return all(_is_body(each) for each in (one, other))


def _is_body(source: Statement) -> bool:
    return source.body if source.named else source.key in _NOUNS
