"""How often is "only other words" right, and how much of it is found?

Prints every replacement of the gold that is marked, for the eye, and then the figures of the minimal pairs in
`wording_pairs.txt`: what share of the contrasts is marked (should be none), and what share of the true paraphrases.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import regex

from benchmarks.gold import Case, cases, encode_all, encoded_pair
from diffview.alignment.segmentation import segment
from diffview.changes.classification import classify
from diffview.changes.wording import mark_wording
from diffview.comparison import default_encoder
from diffview.model import Article, Bead, Document, Edit, Encoded, Encoder, Link, Op, Options

_PAIR = regex.compile(r"(.*)\{(.*)\|(.*)\}(.*)")
_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class MinimalPair:
    """Two sentences that differ in one place."""

    before: str
    left: str
    right: str
    after: str

    @property
    def sentences(self) -> tuple[str, str]:
        """The two sentences, whole."""
        return self.before + self.left + self.after, self.before + self.right + self.after


def minimal_pairs(part: str) -> list[MinimalPair]:
    """Return the minimal pairs of one part: "contrast" or "same"."""
    found, inside = [], False
    for line in Path(__file__).with_name("wording_pairs.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            inside = line == f"[{part}]"
        elif inside and (match := _PAIR.fullmatch(line)):
            found.append(MinimalPair(*match.groups()))
    return found


def marked_pairs(pairs: Sequence[MinimalPair], encoder: Encoder, options: Options = Options()) -> list[MinimalPair]:
    """Return the minimal pairs in which anything is marked as other wording."""
    texts = [sentence for pair in pairs for sentence in pair.sentences]
    encoded = encoder.encode(texts)
    return [
        pair for number, pair in enumerate(pairs) if _is_marked(pair, encoded[2 * number : 2 * number + 2], options)
    ]


def _is_marked(pair: MinimalPair, encoded: Sequence[Encoded], options: Options) -> bool:
    left, right = (segment(Article.from_passages([sentence])) for sentence in pair.sentences)
    links = classify(left, right, [Bead((0,), (0,), 1.0)], options)
    links = mark_wording(links, left, right, (encoded[:1], encoded[1:]), options)
    return any(edit.wording for link in links for edit in link.edits)


def marked_in(case: Case, encoded: tuple[list[Encoded], list[Encoded]], options: Options) -> Iterator[tuple[str, bool]]:
    """Return every replacement in the aligned groups of a gold pair, in its context, and whether it is marked."""
    groups = (group for group in case.record["gold"] if group["label"] != "partial")
    beads = [Bead(tuple(group["a"]), tuple(group["b"]), 1.0) for group in groups]
    links = mark_wording(classify(case.left, case.right, beads, options), case.left, case.right, encoded, options)
    for link in links:
        yield from ((_shown(case, *pair), pair[0].wording) for pair in _replacements(link))


def _replacements(link: Link) -> Iterator[tuple[Edit, Edit]]:
    for one, other in zip(link.edits, link.edits[1:], strict=False):
        if (one.op, other.op) == (Op.DELETE, Op.INSERT) and len(link.edits) > 2:
            yield one, other


def _shown(case: Case, deleted: Edit, inserted: Edit) -> str:
    text = case.left.article.text
    before, after = text[: deleted.left.start][-_CONTEXT:], text[deleted.left.end :][:_CONTEXT]
    pair = f"{{{_piece(case.left, deleted)}|{_piece(case.right, inserted)}}}"
    return f"{before}{pair}{after}".replace("\n", " ")


def _piece(document: Document, edit: Edit) -> str:
    return (edit.left if edit.op is Op.DELETE else edit.right).of(document.article.text)


def main() -> None:
    """Print the marks on the gold and the figures of the minimal pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="print the replacements that are not marked as well")
    chosen = parser.parse_args()
    encoder, options = default_encoder(), Options()
    found = cases()
    vectors = encode_all(found, encoder)
    start = perf_counter()
    shown = [(case.kind, *mark) for case in found for mark in marked_in(case, encoded_pair(case, vectors), options)]
    seconds = perf_counter() - start
    for kind, text, marked in shown:
        if marked or chosen.all:
            print(f"{'=' if marked else ' '} {kind:10} {text}")
    print(f"gold: {sum(marked for *_, marked in shown)} of {len(shown)} replacements marked, {seconds:.1f} s")
    for part in ("contrast", "same"):
        pairs = minimal_pairs(part)
        hits = marked_pairs(pairs, encoder)
        print(f"{part}: {len(hits)} of {len(pairs)} marked ({len(hits) / len(pairs):.1%})")
        if part == "contrast":
            print("".join(f"  {pair.before}{{{pair.left}|{pair.right}}}{pair.after}\n" for pair in hits), end="")


if __name__ == "__main__":
    main()
