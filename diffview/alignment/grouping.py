"""Which passages go together, when every pair has a chance and each passage may be in one aligned link only?

One decision for the whole pair of articles: links are made in the order of their chance, grow to groups where a
further passage carries its own evidence, and what is left over may be related.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from diffview.alignment.pairs import Chances
from diffview.model import Options


@dataclass(frozen=True, slots=True)
class Group:
    """Places (not passage indices) of the left and right passages that go together."""

    left: tuple[int, ...]
    right: tuple[int, ...]

    def cells(self) -> tuple[list[int], list[int]]:
        """Return the rows and columns of all its pairs."""
        return [i for i in self.left for _ in self.right], [j for _ in self.left for j in self.right]


@dataclass(slots=True)
class _Draft:
    """The groups made so far and which of them each passage is in.

    Where `together` is set a group must be a stretch of neighbours on both sides.
    """

    together: bool = False
    groups: list[Group] = field(default_factory=list)
    left: dict[int, int] = field(default_factory=dict)
    right: dict[int, int] = field(default_factory=dict)

    def put(self, number: int, group: Group) -> None:
        """Set group `number`, which may be the next new one."""
        if number == len(self.groups):
            self.groups.append(group)
        self.groups[number] = group
        self.left.update(dict.fromkeys(group.left, number))
        self.right.update(dict.fromkeys(group.right, number))

    def grow(self, number: int, i: int, j: int, chance: Chances, options: Options) -> None:
        """Take a further passage into a group unless that makes it too large or too weak."""
        old = self.groups[number]
        left, right = chance.pairs.twins
        if left[i] in left[list(old.left)] and right[j] in right[list(old.right)]:
            return
        group = Group(tuple(sorted({*old.left, i})), tuple(sorted({*old.right, j})))
        if max(len(group.left), len(group.right)) > options.largest_link or (self.together and not _unbroken(group)):
            return
        if chance[group.cells()].min() >= options.join_above:
            self.put(number, group)


def _unbroken(group: Group) -> bool:
    return all(side[-1] - side[0] == len(side) - 1 for side in (group.left, group.right))


def aligned_groups(
    chance: Chances, same: Sequence[tuple[int, int]], options: Options, *, versions: bool = False
) -> tuple[Group, ...]:
    """Return groups that share no passage: first the pairs that are `same` to the letter, then the surest others.

    A group grows by a passage when each of its pairs is likely itself; pairs that are the same stay alone. Where the
    articles are `versions` of one text, what was split or merged stands side by side.
    """
    draft = _Draft(versions)
    for i, j in same:
        draft.put(len(draft.groups), Group((i,), (j,)))
    for i, j in chance.by_chance(min(options.link_above, options.join_above)):
        one, other = draft.left.get(i), draft.right.get(j)
        if one is None and other is None:
            if chance[[i], [j]][0] >= options.link_above:
                draft.put(len(draft.groups), Group((i,), (j,)))
        elif one is None or other is None:
            number = other if one is None else one
            if number is not None and number >= len(same):
                draft.grow(number, i, j, chance, options)
    return tuple(draft.groups)


def same_pairs(left: Sequence[str], right: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return pairs of places with equal texts, each place once: runs in the same order first, then from the top."""
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    pairs = {block.a + k: block.b + k for block in blocks for k in range(block.size)}
    taken = set(pairs.values())
    free: dict[str, deque[int]] = defaultdict(deque)
    for j, text in enumerate(right):
        if j not in taken:
            free[text].append(j)
    for i, text in enumerate(left):
        if i not in pairs and free[text]:
            pairs[i] = free[text].popleft()
    return tuple(sorted(pairs.items()))


def related_pairs(
    linked: Chances,
    groups: Sequence[Group],
    same: Sequence[tuple[int, int]],
    options: Options,
    *,
    versions: bool = False,
) -> tuple[Group, ...]:
    """Return single pairs outside the groups whose chance of any link is high, higher where both have counterparts.

    A passage that stands word for word on the other side has said all it has to say; so has one beside a copy of its
    counterpart. Where the articles are `versions`
    of one text so has each that has its counterpart: its neighbours there are about the same matter anyway.
    """
    left, right = linked.pairs.twins
    taken = {(left[i], right[j]) for group in groups for i, j in zip(*group.cells(), strict=True)}
    told = groups if versions else [Group((i,), (j,)) for i, j in same]
    rows, columns = _members(told)
    paired = _members(groups)
    besides = set(linked.by_chance(options.related_besides_above))
    return tuple(
        Group((i,), (j,))
        for i, j in linked.by_chance(options.related_above)
        if (left[i], right[j]) not in taken
        and i not in rows
        and j not in columns
        and ((i, j) in besides or i not in paired[0] or j not in paired[1])
    )


def _members(groups: Sequence[Group]) -> tuple[set[int], set[int]]:
    return {i for group in groups for i in group.left}, {j for group in groups for j in group.right}
