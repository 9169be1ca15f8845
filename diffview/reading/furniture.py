"""Which lines of the page are not the article, and which rule says so?

False furniture is worse than missed furniture: it takes content out of the comparison. So a line counts only when
several hints agree: its wording or form, its place on the page, its length, and that it stands alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from diffview.model import Furniture, Span
from diffview.reading.hints import ENOUGH_BELOW, ENOUGH_INSIDE, SPEAKS, speaks_to_reader
from diffview.reading.page import LONGEST_FURNITURE, Line, lines_of
from diffview.reading.rules import (
    GLUED,
    LIVE_STAMP,
    MASTHEAD,
    PERSON,
    RELATED_LABEL,
    RULES,
    SECTION,
    SIDE_BY_SIDE,
    TOPICS_LABEL,
)
from diffview.reading.title import looks_like_title
from diffview.reading.wording import Place, is_content

_STRAY_LINES = 3  # lines that are neither furniture nor prose, and may stand between two closing notes
_TEASERS = 6  # headlines of other stories under one label
_TEASER_WORDS = 5  # a headline that stands under an open label has at least so many; a subheading is shorter
_TOPIC_WORDS = 4
_SHORT = 6  # words of a line that may be a repeated label
_BYLINE_LINES = 5  # lines under the headline among which a name alone may be the byline
_STAMPS = frozenset({"byline", "timestamp"})
_HEADLINE_RULES = frozenset({"related link", "newsletter or app call", "contact call", "call to readers"})
_CALLS = _HEADLINE_RULES | {"appeal to readers"}
_CLOSING_RULES = frozenset({"editing credit", "contributor note", "photo credit"})

_ABOVE = frozenset({Place.MARGIN, Place.TOP})
_UNDER_TITLE = frozenset({Place.MARGIN, Place.TOP, Place.UNDER_TITLE, Place.HEAD})
_BELOW = frozenset({Place.MARGIN, Place.UNDER_TITLE, Place.TAIL})
_IN_COMPANY = frozenset({Place.MARGIN})
_ANYWHERE = frozenset({Place.ANYWHERE})


def find_furniture(text: str, paragraphs: Sequence[Span] | None = None) -> tuple[Furniture, ...]:
    """Return the page furniture of `text` in order; no two spans overlap, and none holds a part of a sentence.

    `paragraphs` are the spans of its paragraphs (or sentences), by default its lines. A text without any prose has
    no furniture: there is no article that it could stand around.
    """
    page = _Page(lines_of(text, paragraphs))
    page.mark()
    return page.furniture()


class _Page:
    """The lines of one page, and what has been marked on them so far."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.times = Counter(line.folded for line in lines)
        self.marks: dict[int, tuple[Furniture, ...]] = {}

    def mark(self) -> None:
        """Mark the furniture, from the surest kind to the one that needs the others as neighbours."""
        for i in range(len(self.lines)):
            self._try(i, _ANYWHERE)
        if self._story():
            title = self._title()
            self._mark_tail(title)
            self._mark_head(title)
        if story := self._story():
            self._mark_names_by_stamps(title)
            self._mark_repeated(range(title or 0), range(story[-1] + 1, len(self.lines)))
            self._mark_rows_of_buttons()
            self._mark_live_stamps()
            self._mark_topics(story[-1])
            self._mark_teasers(story[0])
            self._mark_closing_pieces()
        else:
            self.marks.clear()

    def furniture(self) -> tuple[Furniture, ...]:
        """Return what is marked, in order."""
        return tuple(sorted((mark for marks in self.marks.values() for mark in marks), key=lambda mark: mark.span))

    def _try(self, i: int, places: frozenset[Place]) -> bool:
        """Mark line `i` if a rule of these places says so, as a whole or piece by piece."""
        if i not in self.marks and (found := furniture_of(self.lines[i], places)):
            self.marks[i] = found
        return i in self.marks

    def _story(self) -> list[int]:
        """Return which lines are prose that nothing has marked."""
        return [i for i, line in enumerate(self.lines) if line.is_prose and i not in self.marks]

    def _title(self) -> int | None:
        """Return which line is the headline; a headline that was taken for furniture is given back."""
        unmarked = [i for i in range(len(self.lines)) if i not in self.marks]
        story = list(dropwhile(lambda i: furniture_of(self.lines[i], _ABOVE), unmarked))
        headed = list(dropwhile(lambda i: is_section_label(self.lines[i]) or self._is_repeated(i), story))
        for rest in (headed, story):
            if rest and looks_like_title([self.lines[i] for i in rest]):
                return rest[0]
        for i in range(unmarked[0]):
            if self.marks[i][0].rule in _HEADLINE_RULES and self.lines[i].is_headline:
                del self.marks[i]
                return i
        return None

    def _mark_tail(self, title: int | None) -> None:
        """Go up from the end as long as the lines are furniture, stepping over a few short ones."""
        strays = 0
        for i in reversed(range((-1 if title is None else title) + 1, len(self.lines))):
            if self._try(i, _BELOW):
                continue
            strays += 1
            if self.lines[i].is_prose or strays > _STRAY_LINES:
                return

    def _mark_head(self, title: int | None) -> None:
        """Go down from the top until the story begins; a byline may follow the sentence under the headline."""
        for i, line in enumerate(self.lines):
            if i == title:
                continue
            below = title is not None and i > title
            if self._try(i, _UNDER_TITLE if below else _ABOVE):
                continue
            if title is not None and is_section_label(line):
                self.marks[i] = (Furniture(line.span, "section label"),)
            elif line.is_prose:
                self._mark_byline_under(i)
                return

    def _mark_byline_under(self, standfirst: int) -> None:
        for i in range(standfirst + 1, min(standfirst + 3, len(self.lines))):
            found = furniture_of(self.lines[i], _UNDER_TITLE)
            if not found or found[0].rule not in _STAMPS:
                return
            self.marks.setdefault(i, found)

    def _mark_names_by_stamps(self, title: int | None) -> None:
        """Mark a person's name alone on a line under the headline when a byline or a date stands next to it."""
        if title is None:
            return
        for i in range(title + 1, min(title + 1 + _BYLINE_LINES, len(self.lines))):
            beside = {mark.rule for j in (i - 1, i + 1) for mark in self.marks.get(j, ())}
            if i not in self.marks and beside & _STAMPS and PERSON.fullmatch(self.lines[i].folded):
                self.marks[i] = (Furniture(self.lines[i].span, "byline"),)

    def _mark_repeated(self, above: range, below: range) -> None:
        """Mark short lines above the headline that stand on the page again, and those of them below the story.

        What is repeated below the story alone may be the cells of a table.
        """
        names = {self.lines[i].folded for i in above if self._is_repeated(i)}
        for i in (*above, *below):
            if i not in self.marks and self.lines[i].folded in names:
                self.marks[i] = (Furniture(self.lines[i].span, "short line repeated"),)

    def _is_repeated(self, i: int) -> bool:
        line = self.lines[i]
        return 0 < line.words <= _SHORT and not line.ends_sentence and self.times[line.folded] > 1

    def _mark_rows_of_buttons(self) -> None:
        """Mark lines inside the story that are furniture only in company: a row of buttons, a date under a byline."""
        likely = {i: found for i, line in enumerate(self.lines) if (found := furniture_of(line, _IN_COMPANY))}
        company = likely.keys() | self.marks.keys()
        for i, found in likely.items():
            if i - 1 in company or i + 1 in company:
                self.marks.setdefault(i, found)

    def _mark_live_stamps(self) -> None:
        """Mark the hours over the entries of a page that is written while something happens: there are several."""
        hours = [i for i, line in enumerate(self.lines) if LIVE_STAMP.match(line.folded)]
        for i in hours if len(hours) > 1 else ():
            self.marks.setdefault(i, (Furniture(self.lines[i].span, "timestamp"),))

    def _mark_topics(self, story: int) -> None:
        """Mark the short lines under a label of topics below the story."""
        under = False
        for i in range(story + 1, len(self.lines)):
            line = self.lines[i]
            under = TOPICS_LABEL.match(line.folded) is not None or (under and i not in self.marks)
            if under and i not in self.marks and line.words <= _TOPIC_WORDS and not line.ends_sentence:
                self.marks[i] = (Furniture(line.span, "topic tags"),)

    def _mark_teasers(self, story: int) -> None:
        """Mark headlines of other stories under a label: up to the label's repetition, the end, or the only one."""
        labels = [i for i in self.marks if RELATED_LABEL.match(self.lines[i].folded)]
        for label in sorted(labels):
            row = self._headlines_after(label)
            after = label + 1 + len(row)
            over = all(i in self.marks for i in range(after, len(self.lines)))
            closed = over or self.lines[after].folded == self.lines[label].folded
            if closed or (len(row) == 1 and self.lines[row[0]].words >= _TEASER_WORDS and label > story):
                for i in row:
                    self.marks[i] = (Furniture(self.lines[i].span, "teaser of another story"),)

    def _headlines_after(self, label: int) -> list[int]:
        row: list[int] = []
        for i in range(label + 1, min(label + 1 + _TEASERS, len(self.lines))):
            if i in self.marks or not self.lines[i].is_headline:
                break
            row.append(i)
        return row

    def _mark_closing_pieces(self) -> None:
        for i, line in enumerate(self.lines):
            if i not in self.marks and (found := tuple(closing_pieces(line))):
                self.marks[i] = found


def furniture_of(line: Line, places: frozenset[Place]) -> tuple[Furniture, ...]:
    """Return the line as furniture by a rule of these places or of any place, whole or piece by piece, else ()."""
    if line.words > LONGEST_FURNITURE:
        return ()
    pieces = line.pieces()
    if (rule := _rule_of(line, places)) and not (rule in _CALLS and len(pieces) > 1 and _tells(pieces[-1])):
        return (Furniture(line.span, rule),)
    rules = [_rule_of(piece, places) for piece in pieces] if len(pieces) > 1 else [""]
    return tuple(Furniture(piece.span, rule) for piece, rule in zip(pieces, rules, strict=True)) if all(rules) else ()


def _tells(piece: Line) -> bool:
    """Return whether the last sentence of a line that calls to the reader goes on with the story."""
    return piece.is_prose and not SPEAKS.search(piece.folded)


def _rule_of(line: Line, places: frozenset[Place]) -> str:
    wanted = places | _ANYWHERE
    named = next((rule.name for rule in RULES if rule.place in wanted and rule.fits(line)), "")
    enough = ENOUGH_BELOW if Place.TAIL in places else ENOUGH_INSIDE
    return named or ("call to readers" if not is_content(line.folded) and speaks_to_reader(line, enough) else "")


def is_outlet_label(line: Line) -> bool:
    """Return whether the line is an outlet's initials, names side by side ("Today | Bay Area"), or a masthead."""
    initials = line.text.isalpha() and line.text.isupper() and 2 <= len(line.text) <= 4
    return initials or any(pattern.fullmatch(line.folded) for pattern in (SIDE_BY_SIDE, MASTHEAD))


def is_section_label(line: Line) -> bool:
    """Return whether the line may stand above a headline to name the outlet or the section of the page."""
    return is_outlet_label(line) or SECTION.match(line.folded) is not None


def closing_pieces(line: Line) -> Iterator[Furniture]:
    """Yield the notes that follow the last sentence of a paragraph on its line, and a button's word glued to it."""
    if glued := GLUED.search(line.text[-40:]):
        start = line.span.end - len(glued[1])
        yield Furniture(Span(start, line.span.end), "share or navigation words")
        return
    for piece in reversed(line.pieces()[1:]):
        rule = _rule_of(piece, _ANYWHERE)
        if rule not in _CLOSING_RULES:
            return
        yield Furniture(piece.span, rule)
