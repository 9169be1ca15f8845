"""What would a fact-checker look at: quotes, figures, names, sources and certainty, checked word by word?

Vectors propose which passages belong together; only exact checks of the words judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from diffview.changes.findings.attribution import find_attribution
from diffview.changes.findings.bodies import find_bodies
from diffview.changes.findings.capitals import sure_names
from diffview.changes.findings.certainty import find_certainty
from diffview.changes.findings.denials import find_denials
from diffview.changes.findings.figures import find_figures
from diffview.changes.findings.names import Name, find_names, known_words, names_of
from diffview.changes.findings.pieces import pairs_of
from diffview.changes.findings.quotes import find_quotes
from diffview.changes.findings.rebuttals import find_rebuttals
from diffview.changes.findings.speakers import Told, find_speakers
from diffview.changes.findings.statements import statements_of
from diffview.changes.findings.titles import find_titles
from diffview.changes.findings.tongues import ENGLISH, Tongue, tongue_of
from diffview.changes.findings.voices import Statements
from diffview.model import Document, Finding, Link, Options, Progress, in_finding_order

_STAGE, _STEPS = "looking for findings", 5


def find_findings(
    left: Document, right: Document, links: Sequence[Link], options: Options, progress: Progress | None = None
) -> tuple[Finding, ...]:
    """Return everything found, weak findings too, by kind and then as the articles run.

    `progress` may raise `Cancelled`.
    """
    tell = partial(progress or _silent, _STAGE)
    tell(0, _STEPS)
    known = known_words((left, right))
    tongues = tongue_of(left), tongue_of(right)
    written = names_of(left, known, tongues[0]), names_of(right, known, tongues[1])
    names = sure_names((left, right), written, tongues)
    lenient = replace(known, lenient=True)
    doubtful = names_of(left, lenient, tongues[0]), names_of(right, lenient, tongues[1])
    maybe = sure_names((left, right), doubtful, tongues)
    statements = _statements(left, names[0], tongues), _statements(right, names[1], tongues)
    pairs = pairs_of(left, right, links)
    tell(1, _STEPS)
    quotes = tuple(find_quotes((left, right), pairs, statements, options))
    tell(2, _STEPS)
    spellings = tuple(find_names(names, maybe, written, pairs, options))
    tell(3, _STEPS)
    denials = tuple(find_denials(pairs, statements))
    figures = tuple(find_figures((left, right), pairs))
    tell(4, _STEPS)
    return in_finding_order(
        (
            *quotes,
            *figures,
            *spellings,
            *find_bodies(names, pairs),
            *find_titles((left, right), names),
            *find_attribution(pairs, statements, options),
            *find_rebuttals((left, right), pairs, statements),
            *find_certainty(pairs),
            *denials,
            *find_speakers((left, right), statements, pairs, Told(spellings, quotes, denials), options),
        )
    )


def _statements(document: Document, names: Sequence[Name], tongues: tuple[Tongue, Tongue]) -> Statements:
    """Return who says what; it is read from English verbs, so where one article is not English, nobody is heard."""
    return statements_of(document, names) if tongues == (ENGLISH, ENGLISH) else Statements(document, ())


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""
