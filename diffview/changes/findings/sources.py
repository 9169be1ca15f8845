"""May two sources of a statement be one and the same?"""

from __future__ import annotations

from difflib import SequenceMatcher

from diffview.changes.findings.grammar import stem
from diffview.changes.findings.roles import BODY_NOUNS, PAPERS, ROLES
from diffview.changes.findings.voices import BODIES, Statement

_ONE_NAME = 0.7
_NOUNS = frozenset(map(stem, BODY_NOUNS | BODIES))
_PAPERS = frozenset(map(stem, PAPERS))
_KIN = "son daughter wife husband widow widower brother sister nephew niece cousin grandson granddaughter uncle aunt"
_ROLES = frozenset(map(stem, ROLES | frozenset(_KIN.split())))

_STUDIES = frozenset(map(stem, ("study", "research", "paper", "analysis", "survey", "experiment", "trial", "findings")))
_AUTHORS = frozenset(map(stem, ("scientist", "researcher", "author", "team", "expert", "academic", "biologist")))
"""Papers, and the people who write them: "a study found", "scientists have found"."""
_POLICE = frozenset(map(stem, ("police", "officer", "constable", "detective", "deputy", "sheriff")))
_FORCE = stem("force")
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
    pair = {one.key, other.key}
    if (pair & _STUDIES and pair & _AUTHORS) or (_is_police(one) and _is_police(other)):
        return True
    return pair <= _PAPERS or (one.definite and other.definite and pair <= _NOUNS)


def _may_be_called(name: Statement, noun: Statement) -> bool:
    """Return whether a noun may stand for a name: "the company" for that of a body, "the governor" for a person's."""
    return noun.key in _NOUNS - _ROLES if name.body else noun.key in _ROLES


def _is_police(source: Statement) -> bool:
    """Return whether a noun stands for the police; "force" alone may be that of the air."""
    return source.key in _POLICE or (source.key == _FORCE and "police" in source.label.lower().split())


def is_paper(source: Statement) -> bool:
    """Return whether a source is what somebody wrote or published, and not the one who did."""
    return not source.named and source.key in _PAPERS


def same_kind(one: Statement, other: Statement) -> bool:
    """Return whether neither source is a person and neither is nameless: one may be a part of the other."""
    return all(_is_body(each) for each in (one, other))


def _is_body(source: Statement) -> bool:
    return source.body if source.named else source.key in _NOUNS
