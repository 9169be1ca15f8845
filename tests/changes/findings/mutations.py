"""What are the articles and the small changes to them that findings must notice, or must not?"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from diffview.alignment.segmentation import segment
from diffview.changes.classification import classify
from diffview.changes.findings import find_findings
from diffview.changes.findings.grammar import figures
from diffview.changes.findings.names import known_words, names_of
from diffview.model import Article, Bead, Document, Finding, FindingKind, Options, Role, Span
from diffview.words import is_word, tokenise

ROOT = Path(__file__).parent.parent.parent.parent
WORDS = ("granite", "seldom", "orchard", "brisk", "thirteenth", "weaving", "lantern", "hollow")
Change = Callable[[random.Random, Document, int], str | None]
NAMES = ("Quillfeather", "Marbury", "Odenwald", "Tressilian", "Habakkuk", "Zephyrine")


@dataclass(frozen=True)
class Mutation:
    """An article cut into passages, one of which was changed, and where the change was made."""

    before: Document
    after: Document
    passage: int

    @cached_property
    def _found(self) -> tuple[Finding, ...]:
        beads = [Bead((number,), (number,), 1.0) for number in range(len(self.before.passages))]
        links = classify(self.before, self.after, beads, Options())
        return find_findings(self.before, self.after, links, Options())

    def findings(self) -> tuple[Finding, ...]:
        """Return what is found when every passage is linked with itself."""
        return self._found

    def is_flagged(self, kind: FindingKind) -> bool:
        """Return whether a finding of a kind says that the changed passage differs."""
        places = tuple(document.passages[self.passage].span for document in (self.before, self.after))
        return any(_differs(finding, kind, places) for finding in self.findings())

    def false_alarms(self, kinds: Sequence[FindingKind]) -> int:
        """Return how many findings of some kinds say that a passage differs which was not changed."""
        place = self.before.passages[self.passage].span
        return sum(
            finding.kind in kinds
            and finding.is_difference
            and finding.confidence >= Options().finding_above
            and not any(span.start < place.end and place.start < span.end for span in finding.left)
            for finding in self.findings()
        )


def _differs(finding: Finding, kind: FindingKind, places: Sequence[Span]) -> bool:
    touches = all(
        any(span.start < place.end and place.start < span.end for span in spans)
        for spans, place in zip((finding.left, finding.right), places, strict=True)
    )
    return finding.kind is kind and finding.is_difference and finding.confidence >= 0.5 and touches


def documents() -> list[Document]:
    """Return the news of the gold, where it can be had, and the examples of this project."""
    texts = [
        passages
        for path in sorted((ROOT / "seeds").glob("*/*.*"))
        if path.stem in ("left", "right")
        for passages in [[line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]]
    ]
    gold = Path(os.environ.get("DIFFVIEW_GOLD", ROOT.parent / "shared" / "gold")) / "news_pairs.jsonl"
    if gold.is_file():
        records = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
        texts += [record[side] for record in records for side in "ab"]
    return [segment(Article.from_passages(text)) for text in texts]


def mutations(change: Change, number: int, seed: int = 6) -> Iterator[Mutation]:
    """Yield `number` mutations: `change` returns the new text of a passage, or None where it has nothing to change."""
    chance = random.Random(seed)
    found = documents()
    while number:
        document = chance.choice(found)
        passage = chance.randrange(len(document.passages))
        if document.passages[passage].role is Role.FURNITURE:
            continue
        text = change(chance, document, passage)
        if text is not None:
            number -= 1
            texts = [document.text_of(index) for index in range(len(document.passages))]
            after = segment(Article.from_passages([*texts[:passage], text, *texts[passage + 1 :]]))
            yield Mutation(document, after, passage)


def change_quote(chance: random.Random, document: Document, passage: int) -> str | None:
    """Change, drop or negate one word inside a quotation of several words."""
    place, text = document.passages[passage].span, document.article.text
    quotes = [quote for quote in document.passages[passage].quotes if len(_words(text, quote)) > 2]
    if not quotes:
        return None
    quote = chance.choice(quotes)
    word = chance.choice(_words(text, quote))
    new = chance.choice((chance.choice(WORDS), "", "not " + word.of(text)))
    return text[place.start : word.start] + new + text[word.end : place.end]


def change_typography(chance: random.Random, document: Document, passage: int) -> str | None:
    """Change nothing in a passage with a quotation but the kind of its marks."""
    text = document.text_of(passage)
    if not document.passages[passage].quotes:
        return None
    straight = text.replace("“", '"').replace("”", '"').replace("’", "'")
    return chance.choice((straight, text.replace("’", "ʼ").replace("–", "—")))


def change_figure(chance: random.Random, document: Document, passage: int) -> str | None:
    """Put another value in the place of a figure written in digits."""
    place, text = document.passages[passage].span, document.article.text
    spans = [token for token in tokenise(place.of(text), place.start) if token.of(text)[:1].isdigit()]
    read = [figure.span for figure in figures(text, place)]
    spans = [span for span in spans if span.of(text).isdigit() and any(_inside(span, other) for other in read)]
    if not spans:
        return None
    span = chance.choice(spans)
    value = int(span.of(text))
    new = chance.choice([other for other in (value + 1, value * 2 + 1, max(value - 1, 1)) if other != value])
    return text[place.start : span.start] + str(new) + text[span.end : place.end]


def change_name(chance: random.Random, document: Document, passage: int) -> str | None:
    """Put another name in the place of the last word of a name."""
    place, text = document.passages[passage].span, document.article.text
    names = [name for name in names_of(document, known_words((document,))) if name.passage == passage]
    if not names:
        return None
    span = _words(text, chance.choice(names).span)[-1]
    return text[place.start : span.start] + chance.choice(NAMES) + text[span.end : place.end]


def _words(text: str, span: Span) -> list[Span]:
    return [token for token in tokenise(span.of(text), span.start) if is_word(token.of(text))]


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end
