"""How does the encoder that ships learn that outlets tell one thing in other words?

    python -m benchmarks.train_encoder TEACHER [OUT]

Learns small corrections of its weight matrices (LoRA, Hu et al. 2021) from `benchmarks/tellings`, none of which is
gold, and writes resources/weights/adapter.safetensors unless told otherwise. `TEACHER` is the folder of a larger
encoder, for ours all-mpnet-base-v2. The student learns two things of each batch of events, read as two articles:
which fact is told by which passage of another outlet, some of which are missing (a contrastive loss with a free place
for "none"), and how alike the teacher finds every pair (distillation), which keeps it from learning the manner of the
tellings by heart. Deterministic for one machine and number of threads; takes a quarter of an hour on two cores.
Afterwards `benchmarks.train_alignment` has to learn its weights anew.
"""

from __future__ import annotations

import math
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.retellings import TELLINGS, Event, events, split
from diffview.alignment.adapter import DOWN, UP, adapter_file
from diffview.alignment.encoder import SentenceEncoder, encoder_folder
from diffview.alignment.encoder_choice import BestEncoder
from diffview.alignment.prepared_model import hash_of
from diffview.model import Encoded
from diffview.words import FUNCTION_WORDS

RANK = 16
RATE = 1e-3
EPOCHS = 2
BATCH = 6
"""Events that are read together: some 55 facts, of which those of one event are hard to tell apart."""
MISSING = 0.3
"""Share of the passages that the other outlet leaves out."""
CONTRAST, DISTILLATION, BY_SENTENCE = 0.6, 1.0, 0.5
"""What the losses count, and the cosine of whole passages beside the late interaction of their words."""
SHARPNESS, SENTENCE_SHARPNESS, TEACHER_SHARPNESS = 0.03, 0.05, 0.05
WARM_UP = 10
_NONE, _SENTENCE_NONE, _NONE_RATE = 0.25, 0.35, 0.01
_DECAY = 0.01
_LONGEST = 128
_RIVALS = 5
_LIGHT_WEIGHT, _FLOOR = 0.05, 0.02
_LAYERS = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)


class Corrected(nn.Module):
    """A linear layer that stays as it is, and a correction of it that learns."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self.layer = layer
        self.down = nn.Parameter(torch.randn(RANK, layer.in_features) / math.sqrt(layer.in_features))
        self.up = nn.Parameter(torch.zeros(layer.out_features, RANK))

    def forward(self, values: Tensor) -> Tensor:
        """Return what the layer makes of `values`, corrected."""
        found: Tensor = self.layer(values) + functional.linear(functional.linear(values, self.down), self.up)
        return found


@dataclass(frozen=True, slots=True)
class Side:
    """What an encoder sees in one outlet's tellings: a vector a passage, and one a token with its weight.

    `own` is 1 for a token of the passage and 0 for padding and what the encoder adds.
    """

    passages: Tensor
    tokens: Tensor
    own: Tensor
    weights: Tensor


Scores = tuple[Tensor, Tensor]
"""How alike two outlets' tellings are, a row and a column for each fact: by their words, and as a whole."""


class Student:
    """The encoder that learns."""

    def __init__(self) -> None:
        encoder = SentenceEncoder(str(encoder_folder()))  # by its folder: without what it learned before
        encoder.load()
        self._core = encoder.model[0].auto_model.eval()
        self._tokenizer = encoder.model.tokenizer
        for parameter in self._core.parameters():
            parameter.requires_grad_(False)
        self.layers = dict(self._corrected())

    def _corrected(self) -> Iterator[tuple[str, Corrected]]:
        for number, block in enumerate(self._core.encoder.layer):
            for name in _LAYERS:
                parent, _, last = name.rpartition(".")
                holder = block.get_submodule(parent)
                layer = Corrected(getattr(holder, last))
                setattr(holder, last, layer)
                yield f"encoder.layer.{number}.{name}", layer

    def side(self, texts: Sequence[str]) -> Side:
        """Return what the student sees in some tellings."""
        given = self._tokenizer(list(texts), padding=True, truncation=True, max_length=_LONGEST, return_tensors="pt")
        tokens = self._core(**given).last_hidden_state
        mask = given["attention_mask"].float()
        own = mask.clone()
        own[:, 0] = 0
        own[torch.arange(len(texts)), given["attention_mask"].sum(1) - 1] = 0
        passages = functional.normalize((tokens * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)
        rows = [self._tokenizer.convert_ids_to_tokens(row) for row in given["input_ids"]]
        return Side(passages, tokens, own, weights_of(rows, own))


class Teacher:
    """The encoder that is asked how alike it finds what the student reads."""

    def __init__(self, folder: str, texts: Sequence[str]) -> None:
        texts = list(dict.fromkeys(texts))
        self._seen = dict(zip(texts, map(_small, BestEncoder(folder).encode(texts)), strict=True))

    def side(self, texts: Sequence[str]) -> Side:
        """Return what the teacher sees in some tellings."""
        seen = [self._seen[text] for text in texts]
        rows = [[text[s.start : s.end].lower() for s in one.tokens] for text, one in zip(texts, seen, strict=True)]
        longest, width = max(map(len, rows)), len(seen[0].vector)
        tokens, own = torch.zeros(len(rows), longest, width), torch.zeros(len(rows), longest)
        for k, one in enumerate(seen):
            tokens[k, : len(one.tokens)] = torch.from_numpy(one.token_vectors.astype(np.float32))
            own[k, : len(one.tokens)] = 1
        padded = [row + [""] * (longest - len(row)) for row in rows]
        passages = torch.from_numpy(np.array([one.vector for one in seen], np.float32))
        return Side(passages, tokens, own, weights_of(padded, own))


def _small(encoded: Encoded) -> Encoded:
    return Encoded(encoded.vector, encoded.tokens, encoded.token_vectors.astype(np.float16))


def weights_of(rows: Sequence[Sequence[str]], own: Tensor) -> Tensor:
    """Return what each token counts: more where fewer of the passages have it, hardly anything for light words."""
    kept = [[t for t, is_own in zip(*row, strict=True) if is_own] for row in zip(rows, own.tolist(), strict=True)]
    counts = Counter(token for row in kept for token in set(row))
    scale = math.log(len(rows) + 1)
    worth = {
        token: (_LIGHT_WEIGHT if _is_light(token) else 1.0) * math.log((len(rows) + 1) / count) / scale + _FLOOR
        for token, count in counts.items()
    }
    return torch.tensor([[worth.get(token, 0.0) for token in row] for row in rows]) * own


def _is_light(token: str) -> bool:
    return token in FUNCTION_WORDS or token == "said" or not any(map(str.isalnum, token))


def scores(encoder: Student | Teacher, batch: Sequence[Event]) -> list[Scores]:
    """Return the scores of each pair of outlets that tell some events."""
    facts = [fact for event in batch for fact in event.facts]
    sides = [encoder.side([fact[k] for fact in facts]) for k in range(TELLINGS)]
    return [(late_interaction(one, other), one.passages @ other.passages.T) for one, other in combinations(sides, 2)]


def late_interaction(one: Side, other: Side) -> Tensor:
    """Return how well the tokens of the passages find their like in each other, seen from the middle of both sides.

    As the aligner measures it (`diffview.alignment.tokens`), but by tokens and from both sides at once.
    """
    middle = sum((side.tokens * side.own[..., None]).sum((0, 1)) for side in (one, other))
    middle = middle / (one.own.sum() + other.own.sum())
    left, right = (functional.normalize(side.tokens - middle, dim=-1) for side in (one, other))
    likeness = torch.einsum("ild,jkd->iljk", left, right)
    forth = likeness.masked_fill(other.own[None, None] == 0, -2).amax(3)
    back = likeness.masked_fill(one.own[:, :, None, None] == 0, -2).amax(1)
    shares = [side.weights / side.weights.sum(1, keepdim=True) for side in (one, other)]
    both: Tensor = torch.einsum("il,ilj->ij", shares[0], forth) + torch.einsum("jk,ijk->ij", shares[1], back)
    return both / 2


def contrast(table: Tensor, none: Tensor) -> Tensor:
    """Return how badly each passage finds its other telling, or that it is missing; `none` is the odds of that."""
    right = torch.arange(len(table))
    losses = []
    for side in (table, table.T):
        missing = torch.rand(len(table)) < MISSING
        odds = torch.cat([side.masked_fill(missing[None], -1e4), none.expand(len(table), 1)], 1)
        losses.append(functional.cross_entropy(odds, torch.where(missing, len(table), right)))
    return (losses[0] + losses[1]) / 2


def distillation(table: Tensor, taught: Tensor) -> Tensor:
    """Return how far what the student finds alike lies from what the teacher does (Kullback and Leibler)."""
    losses = [
        functional.kl_div(
            functional.log_softmax(ours / TEACHER_SHARPNESS, 1),
            functional.softmax(theirs / TEACHER_SHARPNESS, 1),
            reduction="batchmean",
        )
        for ours, theirs in ((table, taught), (table.T, taught.T))
    ]
    return (losses[0] + losses[1]) / 2


def found_again(student: Student, held_out: Sequence[Event]) -> float:
    """Return the share of held-out tellings whose other telling stands first among those of its batch."""
    right = total = 0
    with torch.no_grad():
        for start in range(0, len(held_out), BATCH):
            for table, _ in scores(student, held_out[start : start + BATCH]):
                best = [table.topk(min(_RIVALS, len(table)), axis).values.mean(axis, keepdim=True) for axis in (0, 1)]
                above, own = table - (best[0] + best[1]) / 2, torch.arange(len(table))
                right += int((above.argmax(1) == own).sum() + (above.argmax(0) == own).sum())
                total += 2 * len(table)
    return right / total


def learn(student: Student, teacher: Teacher, told: Sequence[Event]) -> None:
    """Teach the student."""
    corrections = [part for layer in student.layers.values() for part in (layer.down, layer.up)]
    nones = [nn.Parameter(torch.tensor(value)) for value in (_NONE / SHARPNESS, _SENTENCE_NONE / SENTENCE_SHARPNESS)]
    groups: list[dict[str, Any]] = [
        {"params": corrections, "weight_decay": _DECAY, "lr": RATE},
        {"params": nones, "weight_decay": 0.0, "lr": _NONE_RATE},
    ]
    optimizer = torch.optim.AdamW(groups)
    steps = EPOCHS * (len(told) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM_UP) * (1.0 - step / steps)
    )
    started = time.monotonic()
    for step, batch in enumerate(_batches(told)):
        loss = _loss(student, teacher, batch, nones)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call, unused-ignore]
        nn.utils.clip_grad_norm_(corrections, 1.0)
        optimizer.step()
        schedule.step()
        if step % 25 == 0:
            print(f"{step} of {steps}: loss {loss.item():.3f}, {time.monotonic() - started:.0f} s", flush=True)


def _batches(told: Sequence[Event]) -> Iterator[list[Event]]:
    chance = random.Random(0)
    for _ in range(EPOCHS):
        order = chance.sample(told, len(told))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            yield order[start : start + BATCH]


def _loss(student: Student, teacher: Teacher, batch: Sequence[Event], nones: Sequence[Tensor]) -> Tensor:
    with torch.no_grad():
        taught = scores(teacher, batch)
    losses = []
    for (words, wholes), (taught_words, taught_wholes) in zip(scores(student, batch), taught, strict=True):
        found = contrast(words / SHARPNESS, nones[0]) + BY_SENTENCE * contrast(wholes / SENTENCE_SHARPNESS, nones[1])
        like = distillation(words, taught_words) + BY_SENTENCE * distillation(wholes, taught_wholes)
        losses.append(CONTRAST * found + DISTILLATION * like)
    return torch.stack(losses).sum() / (len(losses) * (1 + BY_SENTENCE))


def main(arguments: Sequence[str]) -> None:
    """Learn, and write the adapter."""
    if not arguments:
        raise SystemExit("usage: python -m benchmarks.train_encoder TEACHER [OUT]")
    out = Path(arguments[1]) if len(arguments) > 1 else adapter_file()
    torch.manual_seed(0)
    told, held_out = split(events())
    teacher = Teacher(arguments[0], [telling for event in told for fact in event.facts for telling in fact])
    student = Student()
    print(f"found again before: {found_again(student, held_out):.3f}", flush=True)
    learn(student, teacher, told)
    print(f"found again after: {found_again(student, held_out):.3f}")
    parts = {
        name + end: part for name, layer in student.layers.items() for end, part in ((UP, layer.up), (DOWN, layer.down))
    }
    save_file({name: part.detach().half().contiguous() for name, part in parts.items()}, out)
    print(f"{out}: its hash, for diffview/alignment/adapter.py, is {hash_of(out)}")


if __name__ == "__main__":
    main(sys.argv[1:])
