"""How does the core say something that a window can say in another language?

What it says is English text like any other; besides, it knows the template that it was made from and what was filled
in. Nothing here knows a second language: `phrase` marks the templates, `packaging/translations.py` collects them, and
the window asks a translator for them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import reduce
from typing import Any

_TEMPLATE = re.compile(r"(?:[^{}]|\{[a-z_]+\})*")


class Phrase(str):
    """A text that remembers its template, with named places, and their values, which may be phrases themselves.

    It outlives being copied and pickled, and the message of an exception; taken apart or joined it is mere text.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, str]

    def __new__(cls, template: str, values: Mapping[str, str]) -> Phrase:
        """Fill the template in."""
        made = super().__new__(cls, template.format(**values))
        made.template, made.values = template, values
        return made

    def __str__(self) -> str:
        """Return the phrase itself, so that the message of an exception is still one."""
        return self

    def __reduce__(self) -> tuple[type[Phrase], tuple[str, Mapping[str, str]]]:
        """Copy template and values."""
        return Phrase, (self.template, self.values)


def phrase(template: str, **values: str) -> Phrase:
    """Return a text of the core; `template` is a literal, and all that varies is a value under a name."""
    return Phrase(template, values)


def beginning(text: str) -> str:
    """Return a value as it stands at the beginning of a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def listed(first: str, *more: str) -> str:
    """Return values as one: "a and b and c"."""
    return reduce(lambda one, other: phrase("{one} and {other}", one=one, other=other), more, first)


def packed(text: str) -> Any:  # noqa: ANN401 - what JSON can hold
    """Return a text as values for JSON, with what a phrase remembers."""
    if not isinstance(text, Phrase):
        return text
    return [text.template, {name: packed(value) for name, value in text.values.items()}]


def unpacked(found: Any) -> str:  # noqa: ANN401 - what JSON may hold
    """Return the text that `packed` has packed; raises ValueError, TypeError or KeyError for anything else.

    A template is only taken with plain names in it, whoever sent it.
    """
    if isinstance(found, str):
        return found
    template, values = found
    if not _TEMPLATE.fullmatch(template):
        raise ValueError(template)
    return Phrase(template, {str(name): unpacked(value) for name, value in dict(values).items()})
