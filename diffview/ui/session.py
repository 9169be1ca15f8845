"""Which articles are open, what did the reader put right, and what came out of comparing them?

The one place where that changes; it asks the worker for what takes time and tells by signals what is new. An article
that cannot be read leaves everything as it was.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from diffview.changes.corrections import anchor_of, pair_of, review_of
from diffview.errors import ReadError
from diffview.model import (
    Article,
    Comparison,
    Corrections,
    Judgement,
    Link,
    Mark,
    Note,
    Opinion,
    Origin,
    Pair,
    Role,
    Side,
    Verdict,
)
from diffview.reading.address import Elsewhere, Page
from diffview.reading.naming import name_of
from diffview.ui import loading
from diffview.ui.page import timer
from diffview.ui.session_file import Saved
from diffview.ui.steps import Step
from diffview.ui.worker import Engine, Load, Task, Worker

_BREATH = 1
"""Milliseconds before an article is taken that was read, in which the window answers."""


class Session(QObject):
    """The state of one window."""

    article_changed = Signal(Side, object)  # Article or None
    comparison_changed = Signal(object)  # Comparison or None
    findings_changed = Signal(object)  # Comparison: the same one, now with its own findings
    swapped = Signal()
    corrected = Signal()  # corrections or notes are others now
    replaced = Signal(object)  # Saved: what no file holds, corrections or a pasted text, is about to give way
    sent_on = Signal(Side, object)  # Elsewhere: a page that was to be fetched is at another host
    trouble = Signal(str)
    noted = Signal(str)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.articles: dict[Side, Article | None] = dict.fromkeys(Side)
        self.comparison: Comparison | None = None
        self.lacks_findings = False
        self.corrections = Corrections()
        self.options = engine.options
        self._most_passages = engine.options.most_passages
        self.undo_stack = QUndoStack(self)
        self.worker = Worker(engine, self)
        self._waiting: dict[Side, Task] = {}
        self._pages: dict[str, Page] = {}
        self._is_warm = False
        self._arrived: deque[tuple[object, object]] = deque()
        self._next = timer(self, _BREATH, self._take_arrived)
        self.worker.article_read.connect(self._on_arrival)
        self.worker.reading_failed.connect(self._on_unread)
        self.worker.linked.connect(self._on_linked)
        self.worker.compared.connect(self._on_compared)
        self.worker.comparing_failed.connect(self._on_failed)

    # ---- articles ------------------------------------------------------------------------------------------------

    def open_file(self, side: Side, path: str, encoding: str | None = None) -> None:
        """Read a file and open it on one side; without `encoding` that is found out."""
        self.load(side, loading.file(path, encoding))

    def load(self, side: Side, load: Load) -> None:
        """Open on one side what `load` reads beside the window, unless something else is opened there before."""
        self.forget(side)
        self._waiting[side] = self.worker.read(load)

    def forget(self, side: Side) -> None:
        """Stop waiting for what was to be opened on one side."""
        task = self._waiting.pop(side, None)
        if task is not None:
            task.stop()

    def awaits(self, side: Side) -> bool:
        """Return whether something is about to be opened on one side."""
        return side in self._waiting

    def put(self, side: Side, article: Article, *, again: bool = False) -> None:
        """Open an article on one side; corrections stay when it is the same file, or `again` what is open."""
        self.forget(side)
        before = self.articles[side]
        same_file = before is not None and bool(_origin(article)) and _origin(before) == _origin(article)
        if not (again or same_file):
            if before is not None and (self.corrections != Corrections() or not before.path):
                self.replaced.emit(self.saved())
            said = self.corrections
            marks = tuple(mark for mark in said.marks if mark.side is not side)
            self.corrections = Corrections(marks, borders=tuple(b for b in said.borders if b.side is not side))
            self.options = replace(self.options, most_passages=self._most_passages)
        self.articles[side] = article
        self.undo_stack.clear()
        self._set_comparison(None)
        self.article_changed.emit(side, article)
        other = self.articles[side.other]
        if other is not None and article.path and article.path == other.path and not self.awaits(side.other):
            self.noted.emit(self.tr("Both sides show the same file."))
        self._warm()
        self.compare()

    def swap(self) -> None:
        """Exchange the sides; nothing is compared anew that has been compared."""
        left, right = Side.LEFT, Side.RIGHT
        self.articles = {left: self.articles[right], right: self.articles[left]}
        self._waiting = {side.other: task for side, task in self._waiting.items()}
        self.corrections = self.corrections.mirrored()
        self.undo_stack.clear()
        self.comparison = self.comparison.mirrored() if self.comparison else None
        self.swapped.emit()
        if self.worker.is_comparing:
            self.compare()
        else:
            self._find()

    def compare(self) -> None:
        """Compare the articles that are open, as far as both are."""
        left, right = self.articles[Side.LEFT], self.articles[Side.RIGHT]
        if left is not None and right is not None:
            again = self.comparison is not None and not self.comparison.encoder.words_alone
            known = self.comparison.findings if self.comparison else ()
            self.worker.compare(left, right, self.corrections, self.options, final_only=again, known=known)

    def stop_comparing(self) -> None:
        """Stop comparing; what has arrived stays, and the findings that it still lacks are looked for."""
        self.worker.cancel()
        self._find()

    def close(self) -> None:
        """End what is under way."""
        self.worker.close()

    def page_of(self, article: Article) -> Page | None:
        """Return the page that an article was fetched from, as far as it is still known."""
        return self._pages.get(article.sha256)

    def _on_arrival(self, task: object, found: object) -> None:
        """Take what was read once the window has answered: two long articles may come at the same moment."""
        self._arrived.append((task, found))
        self._next.start()

    def _take_arrived(self) -> None:
        task, found = self._arrived.popleft()
        if self._arrived:
            self._next.start()
        self._on_read(task, found)

    def _on_read(self, task: object, found: object) -> None:
        side = self._side_waiting(task)
        if side is None:
            return
        if isinstance(found, Elsewhere):
            del self._waiting[side]
            self.sent_on.emit(side, found)
            return
        if isinstance(found, loading.Fetched):
            self._keep(found)
            found = found.article
        assert isinstance(found, Article)
        if found.text.strip() or found.path:  # an empty file opens, and its notice says that it is
            self.put(side, found)
        else:
            self._on_unread(task, str(ReadError(name_of(found), self.tr("there is no text in it"))))

    def _keep(self, fetched: loading.Fetched) -> None:
        """Remember a page so that it can be read again in another encoding, and forget those not open any more."""
        known = {article.sha256 for article in self.articles.values() if article}
        self._pages = {digest: page for digest, page in self._pages.items() if digest in known}
        self._pages[fetched.article.sha256] = fetched.page

    def _on_unread(self, task: object, message: str) -> None:
        side = self._side_waiting(task)
        if side is not None:
            del self._waiting[side]
            self.trouble.emit(message)

    def _side_waiting(self, task: object) -> Side | None:
        """Return the side that still waits for an answer; None when something newer was opened there."""
        return next((side for side, waiting in self._waiting.items() if waiting is task), None)

    def _warm(self) -> None:
        """Have the encoder load as soon as there is something it may be needed for."""
        if not self._is_warm:
            self._is_warm = True
            self.worker.warm()

    def _on_linked(self, comparison: Comparison) -> None:
        self._set_comparison(self._with_notes(comparison))
        self.lacks_findings = True

    def _on_compared(self, comparison: Comparison, _final: bool) -> None:
        if not self._take_findings(comparison):
            self._set_comparison(self._with_notes(comparison))

    def _on_failed(self, message: str) -> None:
        self.trouble.emit(message)
        self._find()

    def _find(self) -> None:
        """Look for the findings that what is shown lacks, now that no comparison brings them."""
        if self.comparison is not None and self.lacks_findings:
            self.worker.find(self.comparison, self._take_findings)

    def _take_findings(self, comparison: Comparison) -> bool:
        """Take the findings of the comparison that is shown without its own; return whether it is that one."""
        if not self.lacks_findings or self.comparison is None or self.comparison.links is not comparison.links:
            return False
        self.comparison, self.lacks_findings = self._with_notes(comparison), False
        self.findings_changed.emit(self.comparison)
        return True

    def _with_notes(self, comparison: Comparison) -> Comparison:
        """Return what arrived with what the reader wrote meanwhile; for anything else it would have been made anew."""
        return (
            comparison
            if comparison.corrections == self.corrections
            else replace(comparison, corrections=self.corrections)
        )

    def _set_comparison(self, comparison: Comparison | None) -> None:
        self.comparison, self.lacks_findings = comparison, False
        self.comparison_changed.emit(comparison)

    # ---- corrections ---------------------------------------------------------------------------------------------

    def treat(self, side: Side, passages: Sequence[int], role: Role) -> None:
        """Say what passages are; the comparison is made anew, and the step can be undone."""
        if self.comparison is None or not passages:
            return
        names = [anchor_of(self.comparison.document(side), passage) for passage in passages]
        named = {(side, name.text, name.nth) for name in names}
        others = (mark for mark in self.corrections.marks if (mark.side, mark.text, mark.nth) not in named)
        marks = (*others, *(Mark(side, name.text, role, name.nth) for name in names))
        self._correct(self.tr("marking"), replace(self.corrections, marks=marks))

    def split(self, side: Side, place: int) -> None:
        """Let a new passage begin at a code point."""
        self._put_border(self.tr("splitting"), side, place, split=True)

    def merge(self, side: Side, passage: int) -> None:
        """Make one passage of this one and the next."""
        passages = self.comparison.document(side).passages if self.comparison else ()
        if passage + 1 < len(passages):
            self._put_border(self.tr("merging"), side, passages[passage + 1].span.start, split=False)

    def _put_border(self, name: str, side: Side, place: int, *, split: bool) -> None:
        from diffview.alignment.borders import border_at  # noqa: PLC0415 - not needed to open a window

        if self.comparison is not None:
            border = border_at(self.comparison.document(side), side, place, split=split)
            others = tuple(each for each in self.corrections.borders if not each.is_at_place_of(border))
            self._correct(name, replace(self.corrections, borders=(*others, border)))

    def link(self, left: tuple[int, ...], right: tuple[int, ...]) -> None:
        """Link passages by hand, to each other and to nothing else."""
        if self.comparison is not None and left and right:
            pair = pair_of(self.comparison.left, self.comparison.right, left, right)
            self._judge(self.tr("link by hand"), Judgement(Verdict.LINK, pair))

    def unlink(self, number: int) -> None:
        """Say that the two sides of a link do not belong together."""
        link = self._link(number)
        if link is not None and link.is_pair:
            self._judge(self.tr("unlinking"), Judgement(Verdict.UNLINK, self._pair(link)))

    def confirm(self, number: int) -> None:
        """Say that a link is right, or, of one that was confirmed, take that back; one made by hand is checked."""
        link = self._link(number)
        if link is None or link.origin is Origin.MANUAL:
            return
        judgement = Judgement(Verdict.CONFIRM, self._pair(link))
        if link.origin is Origin.AUTOMATIC:
            self._judge(self.tr("confirming"), judgement)
        else:
            others = tuple(each for each in self.corrections.judgements if each != judgement)
            self._correct(self.tr("taking back"), replace(self.corrections, judgements=others))

    def _link(self, number: int) -> Link | None:
        return self.comparison.links[number] if self.comparison and number >= 0 else None

    def _pair(self, link: Link) -> Pair:
        assert self.comparison is not None
        return pair_of(self.comparison.left, self.comparison.right, link.left, link.right)

    def _judge(self, name: str, judgement: Judgement) -> None:
        """Add a judgement; what was said of the same passages before is void."""
        others = (each for each in self.corrections.judgements if each.pair != judgement.pair)
        self._correct(name, replace(self.corrections, judgements=(*others, judgement)))

    def _correct(self, name: str, corrections: Corrections, about: Pair | None = None) -> None:
        self.undo_stack.push(Step(self.set_corrections, name, self.corrections, corrections, about))

    def undo(self) -> None:
        """Take the last correction back."""
        self.undo_stack.undo()

    def redo(self) -> None:
        """Make the correction again that was taken back."""
        self.undo_stack.redo()

    def set_corrections(self, corrections: Corrections) -> None:
        """Compare anew with other corrections; notes and reviews change no result, so they are merely shown."""
        before, self.corrections = self.corrections, corrections
        self.corrected.emit()
        silent = {"notes": (), "reviews": ()}
        if self.comparison is None or replace(before, **silent) != replace(corrections, **silent):
            self.compare()
        else:
            self.comparison = replace(self.comparison, corrections=corrections)

    def review(self, number: int, opinion: Opinion) -> None:
        """Say what a finding is worth; said again, it is taken back."""
        if self.comparison is None:
            return
        told = review_of(self.comparison, number, opinion)
        others = tuple(each for each in self.corrections.reviews if replace(each, opinion=opinion) != told)
        again = told in self.corrections.reviews
        self._correct(self.tr("review"), replace(self.corrections, reviews=others if again else (*others, told)))

    def note_of(self, number: int) -> str:
        """Return what the reader wrote about a link."""
        link = self._link(number)
        pair = self._pair(link) if link else None
        return next((note.text for note in self.corrections.notes if note.pair == pair), "")

    def write_note(self, number: int, text: str) -> None:
        """Keep what the reader writes about a link; nothing written, no note."""
        link = self._link(number)
        if link is None or text == self.note_of(number):
            return
        pair = self._pair(link)
        others = tuple(note for note in self.corrections.notes if note.pair != pair)
        added = (Note(pair, text),) if text.strip() else ()
        notes = (*others, *added)
        self._correct(self.tr("note"), replace(self.corrections, notes=notes), about=pair)

    # ---- saving --------------------------------------------------------------------------------------------------

    def saved(self) -> Saved | None:
        """Return all that is to be saved; None while nothing is open."""
        left, right = self.articles[Side.LEFT], self.articles[Side.RIGHT]
        return Saved(left, right, self.corrections, self.options) if left or right else None

    def restore(self, saved: Saved) -> None:
        """Take up a saved session in place of what is open; the encoder stays the one of this window."""
        for side in Side:
            self.forget(side)
        self.worker.cancel()
        self.options = replace(saved.options, encoder=self.options.encoder)
        self.undo_stack.clear()
        self._set_comparison(None)
        self.articles = {side: saved.on(side) for side in Side}
        self.corrections = saved.corrections
        for side in Side:
            self.article_changed.emit(side, self.articles[side])
        self._warm()
        self.compare()


def _origin(article: Article) -> str:
    """Return what an article that is opened twice has in common: its file, or where and when it was fetched."""
    return article.path or f"{article.source} {article.taken}".strip()
