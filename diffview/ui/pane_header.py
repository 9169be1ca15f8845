"""What stands above a pane: which article is this, and what was noticed when it was read?"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from diffview.model import Article, Side
from diffview.reading.address import is_address
from diffview.reading.encodings import DROPPED, PASTED, has_encoding, shown_name
from diffview.reading.naming import name_of
from diffview.ui.elided_label import ElidedLabel
from diffview.ui.page import timer
from diffview.ui.plainly import STRONG_FOCUS, set_plainly
from diffview.ui.speech import article_name, said

_LONG = 50_000  # code points from which counting exactly would be felt


class PaneHeader(QWidget):
    """Title, then path, size and encoding, then notices, each on one line.

    `reading` is the button that shows the encoding; its menu says how else the article could be read, and is filled by
    whoever knows that.
    """

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._article: Article | None = None
        self._news = ""
        self._is_counted = True
        self.title = ElidedLabel(self)
        self.source = ElidedLabel(self, at_its_end=False)
        self.notice = ElidedLabel(self)
        self.reading = self._make_button()
        self._count = timer(self, 0, self._show_source)
        self._lay_out()
        self.set_article(None)

    def _make_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("reading")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_plainly(button, focusPolicy=STRONG_FOCUS)
        button.setMenu(QMenu(button))
        return button

    def _lay_out(self) -> None:
        bold = QFont(self.title.font())
        bold.setPixelSize(15)
        bold.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(bold)
        small = QFont(self.source.font())
        small.setPixelSize(12)
        for widget in (self.source, self.notice, self.reading):
            widget.setFont(small)
        self.source.setObjectName("hint")
        self.notice.setObjectName("notice")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.source, 1)
        row.addWidget(self.reading)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 8)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.notice)
        column.addStretch(1)

    def set_article(self, article: Article | None) -> None:
        """Say which article is open, or that none is."""
        self._article, self._news = article, ""
        self._is_counted = article is None
        self.reading.setVisible(article is not None)
        self.retranslate()
        self._column.activate()  # or the button would count only when all has been laid out without it

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        name, article = article_name(self._side), self._article
        if article is None:
            self.title.show_text(name)
            self.source.show_text(self.tr("nothing opened yet"))
            self.setAccessibleName(name)
        else:
            is_named = article.path or is_address(article.source)
            self.title.show_text(article.title or (name_of(article) if is_named else self.tr("Pasted text")))
            self._show_source()
            self._show_reading(article)
            self.setAccessibleName(f"{name}: {self.title.text()}")
        self._show_notices()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Count the words of an article once it can be seen: that takes longer than all else here."""
        super().paintEvent(event)
        if not self._is_counted:
            self._is_counted = True
            self._count.start()

    def _show_source(self) -> None:
        if self._article is not None:
            length = self._length(own_text(self._article)) if self._is_counted else ""
            self.source.show_text(" · ".join(part for part in (source_of(self._article), length) if part))

    def _show_reading(self, article: Article) -> None:
        name = shown_name(article.encoding) if has_encoding(article) else self.tr("Text")
        self.reading.setText(f"{name} ▾")
        self.reading.setToolTip(self.tr("How the article was read, and how else it could be read"))
        self.reading.setAccessibleName(self.tr("Read as {encoding}").format(encoding=name))

    def show_news(self, news: str) -> None:
        """Say something of the file, before what was noticed when it was read; "" takes it back."""
        self._news = news
        self._show_notices()

    def _show_notices(self) -> None:
        notices = [
            notice for notice in (self._news, *map(said, self._article.notices if self._article else ())) if notice
        ]
        self.notice.show_text(" · ".join(notices))
        self.notice.setVisible(bool(notices))

    def _length(self, text: str) -> str:
        """Return how many words a text has, as the report counts those of content; of a long one, about how many."""
        if len(text) > _LONG:
            beginning = text[:_LONG]
            gaps = beginning.count(" ") + beginning.count("\n")
            return self.tr("about %Ln word(s)", "", round(gaps * len(text) // _LONG, -3))
        from diffview.words import words  # noqa: PLC0415 - what it needs is loaded beside the text that is on the screen

        return self.tr("%Ln word(s)", "", len(words(text)))


def own_text(article: Article) -> str:
    """Return the text of an article without what on its page is furniture, a line's end in place of each piece."""
    marks = article.furniture or ()
    starts = [0, *(mark.span.end for mark in marks)]
    ends = [*(mark.span.start for mark in marks), len(article.text)]
    return "\n".join(article.text[start:end] for start, end in zip(starts, ends, strict=True))


def source_of(article: Article) -> str:
    """Return where an article came from: its path, its address, or when it was pasted."""
    if not article.taken:
        return article.path
    from datetime import datetime  # noqa: PLC0415 - most articles are files

    taken = datetime.fromisoformat(article.taken)
    is_today = taken.date() == datetime.now().astimezone().date()
    time = f"{taken:%H:%M}" if is_today else f"{taken:%Y-%m-%d %H:%M}"
    kinds = {
        PASTED: QCoreApplication.translate("pane_header", "pasted at {time}"),
        DROPPED: QCoreApplication.translate("pane_header", "dropped at {time}"),
    }
    fetched = QCoreApplication.translate("pane_header", "{address}, fetched at {time}")
    return kinds.get(article.source, fetched).format(time=time, address=article.source)
