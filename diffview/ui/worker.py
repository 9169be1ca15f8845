"""How is slow work done beside the window, with progress and a way to stop it?

Reading and comparing run in threads of their own; results come back as signals in the window's thread. A comparison
arrives twice: by words alone within a moment, then again with the encoder. Of long articles the links come first each
time, since it takes longer to look for findings than to link again what the reader has put right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from threading import Event
from time import monotonic, sleep
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from diffview.errors import Cancelled, DiffviewError, printable
from diffview.model import Article, Comparison, Corrections, Encoder, Finding, Options, Progress
from diffview.ui import log
from diffview.ui.marking import marking, prepare
from diffview.ui.speech import said

_PATIENCE = 20_000
"""Milliseconds that closing waits for a thread; ending one that still runs would end the program with it."""
_BREATH = 0.05
"""Seconds before what takes long begins, in which the window can paint what is new undisturbed."""
_LONG = 600
"""Passages of both sides together from which links are shown before there are findings."""
_PAUSE = 0.05
"""Seconds between two reports of progress in one stage; the window need not hear every step."""
Deliver = Callable[[Any], None]
Load = Callable[[Callable[[], None]], object]
"""Reads something; it calls what it is given now and then, which raises Cancelled when nobody waits any more."""


def _nothing() -> None:
    """Do nothing."""


def _none(_left: Article, _right: Article, _check: Callable[[], None]) -> None:
    """Have made nothing."""


@dataclass(frozen=True)
class Engine:
    """The encoder of a window, and how to start it ahead of time, stop what it does, and end it; each from any thread.

    Without an encoder every comparison is made by words alone.
    """

    encoder: Encoder | None = None
    options: Options = Options()
    warm: Callable[[], None] = _nothing
    cancel: Callable[[], None] = _nothing
    close: Callable[[], None] = _nothing
    ahead: Callable[[Article, Article, Callable[[], None]], object] = _none
    """What another process has made of two articles, at best their comparison by words; it may have to be waited for,
    and calls what it is given meanwhile."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be compared and how; `final_only`: nobody waits for what words alone would say.

    `known` are the findings that are shown until others have been found.
    """

    left: Article
    right: Article
    corrections: Corrections
    options: Options
    final_only: bool = False
    known: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """A comparison with its links, and the findings that were known before."""

    comparison: Comparison


class Task(QThread):
    """One piece of work: `work(deliver, progress)` may deliver several results and stops when progress raises."""

    delivered = Signal(object)
    progressed = Signal(str, int, int)
    failed = Signal(str)

    def __init__(self, work: Callable[[Deliver, Progress], None], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stopped = Event()
        self._told = ("", 0.0)

    def stop(self) -> None:
        """Make the next report of progress, and any delivery, have no effect but to end the work."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether nobody waits for this work any more."""
        return self._stopped.is_set()

    def run(self) -> None:
        """Do the work; called by Qt in the task's own thread."""
        try:
            self._work(self._deliver, self._progress)
        except Cancelled:
            pass
        except DiffviewError as error:
            self._fail(said(str(error)))
        except MemoryError:
            self._fail(self.tr("there is not enough memory for this; close something and try again"))
        except Exception as error:
            log.record(error)
            fault = self.tr("this is a fault of the program, please report it: {error}")
            self._fail(printable(fault.format(error=repr(error))))

    def _deliver(self, result: object) -> None:
        self._check()
        self.delivered.emit(result)

    def _progress(self, stage: str, done: int, total: int) -> None:
        self._check()
        now = monotonic()
        if stage != self._told[0] or now - self._told[1] >= _PAUSE:
            self._told = (stage, now)
            self.progressed.emit(stage, done, total)

    def _fail(self, message: str) -> None:
        if not self.is_stopped:
            self.failed.emit(message)

    def _check(self) -> None:
        if self.is_stopped:
            raise Cancelled("nobody waits for this any more")


class Worker(QObject):
    """Starts tasks, keeps them alive while they run, and ends them with the window."""

    article_read = Signal(object, object)  # the task that read it, what it found
    reading_failed = Signal(object, str)
    linked = Signal(object)  # Comparison without its findings
    compared = Signal(object, bool)  # Comparison, whether it is the last word
    comparing_failed = Signal(str)
    progressed = Signal(str, int, int)
    busy_changed = Signal(bool)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._memories: dict[bool, Any] = {}  # what comparisons, by words alone or not, may begin with
        self._tasks: set[Task] = set()
        self._comparing: Task | None = None
        self._finding: Task | None = None
        self._is_closed = False

    @property
    def is_comparing(self) -> bool:
        """Whether a comparison is under way."""
        return self._comparing is not None

    @property
    def is_reading(self) -> bool:
        """Whether anything but a comparison is still under way."""
        return bool(self._tasks - {self._comparing})

    def warm(self) -> None:
        """Have the encoder load in the background."""
        self._start(Task(lambda _deliver, _progress: _warm(self._engine), self))

    def read(self, load: Load) -> Task:
        """Read what `load` returns; the task comes back with the answer, and may be stopped before."""
        task = Task(lambda deliver, progress: deliver(load(lambda: progress("reading", 0, 0))), self)
        task.delivered.connect(lambda found: self.article_read.emit(task, found))
        task.failed.connect(lambda message: self.reading_failed.emit(task, message))
        self._start(task)
        return task

    def compare(
        self,
        left: Article,
        right: Article,
        corrections: Corrections,
        options: Options,
        *,
        final_only: bool = False,
        known: tuple[Finding, ...] = (),
    ) -> None:
        """Compare two articles instead of what is being compared; `final_only`: not by words alone before.

        `known` are findings in these articles that stand until others have been found.
        """
        self.cancel()
        job = Job(left, right, corrections, options, final_only, known)
        task = Task(lambda deliver, progress: _compare(self._engine, self._memories, job, deliver, progress), self)
        task.delivered.connect(lambda result: self._on_compared(task, result))
        task.failed.connect(lambda message: self._on_failed(task, message))
        task.progressed.connect(lambda *step: self._on_progress(task, *step))
        task.finished.connect(lambda: self._on_finished(task))
        self._comparing = task
        self._start(task)
        self.busy_changed.emit(True)

    def export(
        self,
        comparison: Comparison,
        path: str,
        palette: str,
        done: Callable[[str, str], None],
        *,
        lacks_findings: bool = False,
    ) -> None:
        """Write the report that the path's ending asks for, HTML for an unknown one, in the colours of a palette.

        `done` is called in the window's thread with what went wrong ("") and the path; where a comparison
        `lacks_findings` they are looked for before.
        """
        task = Task(lambda deliver, _progress: deliver(_export(comparison, path, palette, lacks_findings)), self)
        task.delivered.connect(lambda _path: done("", path))
        task.failed.connect(lambda message: done(message, path))
        self._start(task)

    def run(self, work: Callable[[], object], done: Callable[[Any], None]) -> None:
        """Do something small beside the window; `done` gets the result in the window's thread."""
        task = Task(lambda deliver, _progress: deliver(work()), self)
        task.delivered.connect(done)
        self._start(task)

    def find(self, comparison: Comparison, done: Callable[[Comparison], object]) -> None:
        """Look for the findings of a comparison until another one begins; `done` gets it with them."""
        self._stop_finding()
        task = Task(lambda deliver, progress: deliver(_checked(comparison, progress)), self)
        task.delivered.connect(done)
        self._finding = task
        self._start(task)

    def cancel(self) -> None:
        """Stop the comparison; what has arrived of it stays."""
        self._stop_finding()
        task, self._comparing = self._comparing, None
        if task is not None:
            task.stop()
            self._engine.cancel()
            self.busy_changed.emit(False)

    def _stop_finding(self) -> None:
        if self._finding is not None:
            self._finding.stop()

    def close(self) -> None:
        """End everything; returns when no thread runs any more, and none will be started."""
        self._is_closed = True
        self.cancel()
        for task in self._tasks:
            task.stop()
        for task in tuple(self._tasks):
            task.wait(_PATIENCE)
        self._engine.close()

    def _start(self, task: Task) -> None:
        if self._is_closed:  # a timer may still ask for something when the window is gone
            task.deleteLater()
            return
        self._tasks.add(task)
        task.finished.connect(lambda: self._tasks.discard(task))
        task.finished.connect(task.deleteLater)
        task.start()

    def _on_compared(self, task: Task, result: Linked | tuple[Comparison, bool]) -> None:
        if task is not self._comparing:
            return
        if isinstance(result, Linked):
            self.linked.emit(result.comparison)
        else:
            self.compared.emit(*result)

    def _on_failed(self, task: Task, message: str) -> None:
        if task is self._comparing:
            self.comparing_failed.emit(message)

    def _on_progress(self, task: Task, stage: str, done: int, total: int) -> None:
        if task is self._comparing:
            self.progressed.emit(stage, done, total)

    def _on_finished(self, task: Task) -> None:
        if task is self._comparing:
            self._comparing = None
            self.busy_changed.emit(False)


def _export(comparison: Comparison, path: str, palette: str, lacks_findings: bool) -> str:
    from diffview.comparison import checked  # noqa: PLC0415 - loaded beside the window
    from diffview.reports.formats import FORMATS, format_of  # noqa: PLC0415 - loaded beside the window
    from diffview.reports.writing import write_report  # noqa: PLC0415

    comparison = checked(comparison) if lacks_findings else comparison
    form = format_of(path) or next(form for form in FORMATS if form.name == "html")
    report = form.render(comparison, palette=palette) if form.coloured else form.render(comparison)
    inputs = [comparison.left.article.path, comparison.right.article.path]
    write_report(path, report, [path for path in inputs if path])
    return path


def _checked(comparison: Comparison, progress: Progress) -> Comparison:
    from diffview.comparison import checked  # noqa: PLC0415 - loaded beside the window

    return checked(comparison, progress)


def _warm(engine: Engine) -> None:
    sleep(_BREATH)
    engine.warm()


def _compare(engine: Engine, memories: dict[bool, Any], job: Job, deliver: Deliver, progress: Progress) -> None:
    encoder = engine.encoder
    made = _made_ahead(engine, job, progress)
    if made is not None and encoder is not None:
        prepare(made)
        deliver(Linked(replace(made, findings=job.known)))
    sleep(_BREATH)
    from diffview.alignment.encoder import WORDS_ALONE  # noqa: PLC0415 - loaded beside the window
    from diffview.comparison import Memory, comparing  # noqa: PLC0415

    make = partial(comparing, job.left, job.right, corrections=job.corrections, progress=progress)
    known = job.known
    alone = encoder is None or job.options.encoder == WORDS_ALONE
    if alone or not (job.final_only or made):
        options, memory = replace(job.options, encoder=WORDS_ALONE), memories.setdefault(True, Memory())
        known = _hand_out(make(options=options, memory=memory), known, alone, deliver)
    if not alone:
        memory = memories.setdefault(False, Memory())
        _hand_out(make(options=job.options, encoder=encoder, memory=memory), known, True, deliver)


def _hand_out(
    made: Iterator[Comparison], known: tuple[Finding, ...], final: bool, deliver: Deliver
) -> tuple[Finding, ...]:
    """Deliver a comparison that is being made, of a long one the links as soon as they are known with the findings that
    were known before; return its own findings.
    """
    linked = next(made)
    if len(linked.left.passages) + len(linked.right.passages) >= _LONG:
        shown = replace(linked, findings=known)
        prepare(shown)
        deliver(Linked(shown))
        sleep(_BREATH)
    whole = next(made)
    marking(whole)
    deliver((whole, final))
    if not final:
        sleep(_BREATH)
    return whole.findings


def _made_ahead(engine: Engine, job: Job, progress: Progress) -> Comparison | None:
    """Return the comparison by words that another process has made of these articles, if it is the one asked for."""
    made = engine.ahead(job.left, job.right, lambda: progress("comparing words", 0, 0))
    if not isinstance(made, Comparison) or job.final_only or job.corrections != Corrections():
        return None
    if job.options != replace(made.options, encoder=job.options.encoder) or job.options.encoder:
        return None
    left, right = replace(made.left, article=job.left), replace(made.right, article=job.right)
    return replace(made, left=left, right=right)
