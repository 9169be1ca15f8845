"""Do enough small hints agree that a line speaks to the reader, and not of the story?

For the calls that no single wording foresees. The line must be a command and must name the medium itself; below the
story that is enough, inside the story further hints must add up as well.
"""

from __future__ import annotations

from diffview.reading.page import Line
from diffview.reading.pattern import Pattern
from diffview.reading.wording import LEAD_IN, MAILBOX

_MOST_WORDS = 24

_VERB = (
    r"(?:sign[ -]?up|subscribe|register|join|follow|like|download|get|try|support|donate|give|help|keep|share|e-?mail|"
    r"text|message|whatsapp|contact|reach|write|tell|let|send|submit|vote|comment|click|tap|listen|watch|stay|check|"
    r"visit|find|read|see|view|buy|browse|explore|start|enable|turn on|add|call|become|consider|renew|catch up|shop)"
)
_OUR_THINGS = (
    r"our (?:apps?|podcasts?|alerts|reporters?|editors?|journalists?|newsroom|subscribers|readers|shop|store|archives?|"
    r"website|site|channel|feed|page|corrections|events|notifications|print edition|live ?blog)\b(?! (?:of|to))"
)
_YOUR_THINGS = r"your (?:photos|videos|stories|story|news|letters|comments|views|memories)"
_MEDIUM = Pattern(
    rf"\b(?:{_OUR_THINGS}|(?:us|our)\b.*\b{_YOUR_THINGS}|{_YOUR_THINGS} (?:to|with) us|(?:us|our)\b.*\bdonate|"
    r"(?:to|readers|subscribers) subscribe|our (?:news|journalism|coverage)|live ?blog here|"
    r"comment on this (?:story|article|post)|preferred source|our corrections policy|"
    r"(?:share|like|liked|enjoyed?|enjoying|rate) this (?:story|article|post)|support (?:local|independent|"
    r"quality) journalism|"
    r"(?:subscribe|support|access|read)\b.*[$£€]\d+(?:\.\d\d)? (?:a|per) (?:week|month|year))\b",
    is_blind=True,
)
_ANY_MEDIUM = Pattern(
    r"\b(?:e?-?newsletters?|your inbox|tip ?line|subscriptions?|free trial|unlimited access|"
    r"(?:local|independent|quality) (?:news|journalism)|(?:live|full|more) coverage|"
    r"comments? (?:section|below)|corrections policy|(?:digital|e-?|sunday) ?edition)\b",
    is_blind=True,
)
"""Things of a newsroom, but of others as well: one of its own must be named beside them."""
_OURS = Pattern(r".*\b(?:us|our)\b|.*\bneeds you\b|.*\b(?:here|today|now)[.!]?\Z", is_blind=True)
_COMMAND = Pattern(rf"{LEAD_IN}{_VERB}\b(?! (?:is|are|was|were|has|had|it|that|them)\b)", is_blind=True)
_ADDRESS = rf".*(?:{MAILBOX}|www\.|https?:|\d{{3}}-\d{{4}})"
_HINTS: tuple[tuple[float, Pattern], ...] = (
    (1.5, Pattern(rf"(?=.*\b(?:us|our|editors?|reporters?|newsroom|subscribe)\b){_ADDRESS}", is_blind=True)),
    (1.0, Pattern(r".*\b(?:us|our)\b", is_blind=True)),
    (0.5, Pattern(r".*\byou(?:r|'re)?\b", is_blind=True)),
    (0.5, Pattern(r"[^?]{3,80}\? \p{Lu}")),
    (0.5, Pattern(r"\p{Lu}[\w' ]{1,25}: ")),
)
SPEAKS = Pattern(
    r"\b(?:you|your|us|our|we|here|this|sign|subscribe|read|follow|e-?mail|call|contact|updates?)\b|@|www\.|https?:",
    is_blind=True,
)
"""What a sentence has that speaks to readers, not of somebody."""
_SHORT, _SHORT_WEIGHT = 12, 0.5
ENOUGH_BELOW, ENOUGH_INSIDE = 0.0, 1.5


def speaks_to_reader(line: Line, enough: float) -> bool:
    """Return whether the line is a command that names the medium, with further hints of at least this weight."""
    text = line.folded
    if not 1 < line.words <= _MOST_WORDS or not _COMMAND.match(text):
        return False
    if not (_MEDIUM.search(text) or (_ANY_MEDIUM.search(text) and _OURS.match(text))):
        return False
    weight = sum(weight for weight, pattern in _HINTS if pattern.match(text))
    return weight + _SHORT_WEIGHT * (line.words <= _SHORT) >= enough
