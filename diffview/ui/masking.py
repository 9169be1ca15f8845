"""Which classes and weak links does the reader not want to see now, and who has to know of it?"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from diffview.model import Comparison
from diffview.theme import NAMES
from diffview.ui.mask import NOTHING, Mask, weaker
from diffview.ui.message_bar import MessageBar
from diffview.ui.speech import said
from diffview.ui.status import Status


class Masking(QObject):
    """Makes one mask of the legend and the strength slider, and says that it masks."""

    mask_changed = Signal(object)  # Mask

    def __init__(self, status: Status, message: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._legend, self._strength, self._message = status.legend, status.strength, message
        self._comparison: Comparison | None = None
        self.mask = NOTHING
        self._legend.hidden_changed.connect(lambda _marks: self._take(tell=True))
        self._strength.least_changed.connect(lambda _least: self._take(tell=True))

    def link_strength(self) -> None:
        """Choose how sure a link must be to be shown."""
        self._strength.open()

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Mask the links of this comparison from now on."""
        self._comparison = comparison
        self._take(tell=False)

    def _take(self, *, tell: bool) -> None:
        links = weaker(self._comparison, self._strength.least) if self._comparison else frozenset()
        mask = Mask(self._legend.hidden, links)
        self._strength.say(len(links))
        if mask != self.mask:
            self.mask = mask
            self.mask_changed.emit(mask)
        if tell:
            self._message.stand(self._words)
        else:
            self._message.refresh()

    def _words(self) -> str:
        """Return what is not marked now, "" when everything is."""
        parts = sorted(said(NAMES[mark]) for mark in self.mask.marks)
        if self.mask.links:
            parts.append(self.tr("%n weaker link(s)", "", len(self.mask.links)))
        if not parts:
            return ""
        return self.tr("Not marked now: {names}. The text itself is all there.").format(names=", ".join(parts))
