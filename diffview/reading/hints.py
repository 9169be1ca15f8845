"""Do enough small hints agree that a line speaks to the reader, and not of the story?

For the calls and notes that no single wording foresees. Every hint has a weight; a line needs a certain sum, a higher
one inside the story than below it, and never without a word that names the medium itself.
"""

from __future__ import annotations

import regex

from diffview.reading.page import Line
from diffview.reading.wording import MAILBOX

_MOST_WORDS = 24
ENOUGH_BELOW = 3.0
ENOUGH_INSIDE = 4.5

_VERB = (
    r"(?:sign[ -]?up|subscribe|register|join|follow|like|download|get|try|support|donate|give|help|keep|share|e-?mail|"
    r"text|message|whatsapp|contact|reach|write|tell|let|send|submit|vote|comment|click|tap|listen|watch|stay|check|"
    r"visit|find|read|see|view|buy|browse|explore|start|enable|turn on|add|call|become|consider|renew|catch up|shop)"
)
_MEDIUM = regex.compile(
    r"\b(?:e?-?newsletters?|inbox|tip line|subscriptions?|(?:to|readers|subscribers) subscribe|free trial|"
    r"our (?:app|apps|podcasts?|alerts|reporters?|editors?|journalists?|newsroom|team of reporters|subscribers|readers)|"
    r"unlimited access|our (?:shop|store|archives?|website|site|channel|feed|page|corrections|events|notifications|print edition)|"
    r"(?:local|independent|our|quality) (?:news|journalism)|(?:live|our|full|more) coverage|our live ?blog|live ?blog here|"
    r"comments? (?:section|below)|comment on this|preferred source|corrections policy|(?:digital|e-?|sunday) ?edition|"
    r"(?:us|our)\b.*\byour (?:photos|videos|stories|story|news|letters|comments|views|memories)|"
    r"your (?:photos|videos|stories|story|news|letters|comments|views|memories)\b.*\b(?:us|our)|"
    r"(?:share|like|liked|enjoyed?|enjoying|rate) (?:this )(?:story|article|post)|(?:us|our)\b.*\bdonate|"
    r"(?:subscribe|support|access|read)\b.*[$£€]\d+(?:\.\d\d)? (?:a|per) (?:week|month|year))\b",
    regex.IGNORECASE,
)
_ADDRESS = regex.compile(
    rf"(?=.*\b(?:us|our|editors?|reporters?|newsroom|subscribe)\b).*(?:{MAILBOX}|www\.|https?:|\d{{3}}-\d{{4}})",
    regex.IGNORECASE,
)
_COMMAND = regex.compile(
    rf"(?:.*[?!.:] |to [^,]{{3,30}}, )?(?:please )?{_VERB}\b(?! (?:is|are|was|were|has|had)\b)", regex.IGNORECASE
)
_HINTS: tuple[tuple[float, regex.Pattern[str]], ...] = (
    (1.5, regex.compile(rf".*?{_MEDIUM.pattern}", regex.IGNORECASE)),
    (1.5, _COMMAND),
    (1.5, _ADDRESS),
    (1.0, regex.compile(r".*\b(?:us|our)\b", regex.IGNORECASE)),
    (0.5, regex.compile(r".*\byou(?:r|'re)?\b", regex.IGNORECASE)),
    (0.5, regex.compile(r"[^?]{3,80}\? \p{Lu}")),
    (0.5, regex.compile(r"\p{Lu}[\w' ]{1,25}: ")),
)
_SHORT = 12


def speaks_to_reader(line: Line, enough: float) -> bool:
    """Return whether the hints of the line sum up to `enough`; at least one must name the medium."""
    text = line.folded
    if not 1 < line.words <= _MOST_WORDS or not _MEDIUM.search(text):
        return False
    weight = sum(
        weight for weight, pattern in _HINTS if (pattern.search if pattern is _MEDIUM else pattern.match)(text)
    )
    return weight + 0.5 * (line.words <= _SHORT) >= enough
