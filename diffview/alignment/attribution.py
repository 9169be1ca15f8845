"""Which words of a passage only say who speaks?

"The firm will pay for it, Ms. Dane, a spokeswoman, said on Tuesday" tells that a firm will pay; all the rest stands
in every passage that quotes Ms. Dane, whatever she says there. English verbs of speech; elsewhere nothing is found.
"""

from __future__ import annotations

from dataclasses import dataclass

from diffview.alignment.wording import BREAK, QUOTED, SPEECH, Wording

_MORE = ("admitted", "denied", "concluded", "cautioned", "conceded", "confirmed", "answered", "answers", "asked")
_VERBS = SPEECH.union(_MORE)
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_PERSONS = frozenset(("he", "she", "they"))
_LINKING = _DAYS | {"that", "if", "whether", "to", "on", "in", "a", "an", "reporters", "statement", "interview"}
_GOES_ON = _DAYS | {"in", "on", "reporters"}
"""What may follow on a verb that ends what somebody says: "..., he said on Tuesday"."""
_QUOTED_WORDS = 3
_SUBJECT = 25
"""Words before a verb among which its subject may lie, with all that is said of it."""
_SHORT_SUBJECT = 4
_CLOSING = 6
_LINKING_WORDS = 4


def told_stems(wording: Wording) -> tuple[str, ...]:
    """Return the stems of a passage that tell more than who speaks, in order; all of them where there are no others."""
    line = _Line.of(wording)
    attribution = {k for verb in line.verbs() for k in range(*line.reach(verb))}
    return tuple(stem for k, stem in enumerate(wording.stems) if k not in attribution) or wording.stems


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of a passage in small letters, which have a capital or are quoted, and before which it breaks."""

    words: tuple[str, ...]
    capital: tuple[bool, ...]
    quoted: tuple[bool, ...]
    breaks: tuple[bool, ...]

    @classmethod
    def of(cls, wording: Wording) -> _Line:
        text, spans = wording.text, wording.spans
        written = [span.of(text) for span in spans]
        quotes = [found.span() for found in QUOTED.finditer(text) if len(found[1].split()) >= _QUOTED_WORDS]
        quoted = tuple(any(first <= span.start < last for first, last in quotes) for span in spans)
        inner = (
            quoted[k] != quoted[k - 1] or BREAK.search(text, spans[k - 1].end, spans[k].start) is not None
            for k in range(1, len(spans))
        )
        capital = tuple(word[:1].isupper() for word in written)
        return cls(tuple(word.lower() for word in written), capital, quoted, (True, *inner, True))

    def verbs(self) -> list[int]:
        """Return where somebody is said to speak, outside quotations."""
        return [k for k, word in enumerate(self.words) if word in _VERBS and not self.quoted[k]]

    def reach(self, verb: int) -> tuple[int, int]:
        """Return the words, from the first to before the last, by which this verb names who speaks."""
        if self.words[verb] == "according":
            return verb, self._until_break(verb + 1)
        first = max(k for k in range(verb + 1) if self.breaks[k])
        if self._ends(first, verb):
            return first, self._until_quote(verb + 1)
        return self._opening(verb)

    def _ends(self, first: int, verb: int) -> bool:
        """Return whether a verb, its clause from `first` on, comes after what is said: "..., said Rao, a teacher"."""
        if not first:
            return False
        turned = first == verb and self.capital[verb + 1 : verb + 2] == (True,)
        short = 0 < verb - first <= _CLOSING and "that" not in self.words[verb : verb + _CLOSING + 1]
        closing = self.breaks[verb + 1] or self.words[verb + 1] in _GOES_ON
        return self.quoted[first - 1] or turned or (short and closing)

    def _opening(self, verb: int) -> tuple[int, int]:
        """Return the subject and the verb before what is said: "Rao, a teacher, said on Tuesday that"; or nothing."""
        first = verb
        while first and not self.quoted[first - 1] and verb - first < _SUBJECT:
            first -= 1
        named = any(self.capital[first:verb]) or not _PERSONS.isdisjoint(self.words[first:verb])
        if not named and verb - first > _SHORT_SUBJECT:
            return verb, verb
        last = verb + 1
        while last < min(len(self.words), verb + _LINKING_WORDS) and self.words[last] in _LINKING:
            last += 1
        return first, last

    def _until_break(self, start: int) -> int:
        return next(k for k in range(start, len(self.breaks)) if self.breaks[k])

    def _until_quote(self, start: int) -> int:
        return next((k for k in range(start, len(self.words)) if self.quoted[k]), len(self.words))
