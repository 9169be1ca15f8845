"""How is a correction one step, which can be taken back and made again?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from diffview.model import Corrections, Pair


class Step(QUndoCommand):
    """One step of correcting, from one state of what the reader put right to the next."""

    def __init__(
        self,
        take: Callable[[Corrections], None],
        name: str,
        before: Corrections,
        after: Corrections,
        about: Pair | None = None,
    ) -> None:
        """`take` makes a state hold; steps `about` the same link that follow each other, as letters of a note do,
        become one.
        """
        super().__init__(name)
        self._take, self._before, self.after, self.about = take, before, after, about

    def id(self) -> int:
        """Return which steps may become one."""
        return -1 if self.about is None else 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Become one with the step after this one."""
        if not isinstance(other, Step) or other.about != self.about:
            return False
        self.after = other.after
        return True

    def redo(self) -> None:
        """Make the correction."""
        self._take(self.after)

    def undo(self) -> None:
        """Take it back."""
        self._take(self._before)
