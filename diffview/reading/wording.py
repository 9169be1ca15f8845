"""How is a rule about the wording of a line written down, and what are such wordings built of?

Patterns meet a line with its typography folded (straight quotes, single spaces); they are case-blind unless they
look for names.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from diffview.reading.page import Line
from diffview.reading.pattern import Pattern


class Place(Enum):
    """Where on the page a rule may be believed."""

    ANYWHERE = auto()
    MARGIN = auto()  # above the story or below it
    UNDER_TITLE = auto()  # between a headline and the story, or below the story
    HEAD = auto()  # between a headline and the story only
    TOP = auto()  # above the story, over the headline or under it
    TAIL = auto()  # below the story


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of page furniture known by its wording."""

    name: str
    place: Place
    most_words: int
    pattern: Pattern
    may_report: bool = False  # whether a line that reports speech may be meant all the same
    signs: tuple[str, ...] = ()  # a line in which none of these stands is not looked at, and nothing is compiled for it

    def fits(self, line: Line) -> bool:
        """Return whether the line is worded like this kind of furniture."""
        if line.words > self.most_words or not self._is_signed(line) or not self.pattern.match(line.folded):
            return False
        return not (_ATTRIBUTED.search(line.folded) if self.may_report else is_content(line.folded))

    def _is_signed(self, line: Line) -> bool:
        return not self.signs or any(sign in line.lower for sign in self.signs)


_REPORTS = Pattern(
    r"\b(?:said|says|told|according to|added|explained|argued|announced|warned|wrote|asked|(?<!your )say)\b"
)
_SOMEBODY_ELSES = Pattern(r"\b[Tt]he \p{Ll}+(?: \p{Ll}+)?'s?\b")
_ATTRIBUTED = Pattern(
    r", (?:(?:he|she|they|the \p{Ll}+(?: \p{Ll}+)?|\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]+){0,2}) "
    r"(?:\p{Ll}+(?:ed|s)|said|told \p{Ll}+|wrote)|"
    r"said [^,.]{2,40})\.\Z"
)
"""A sentence that ends with who said it, which not even a headline of another story does."""


def is_content(text: str) -> bool:
    """Return whether a line tells what somebody said, or speaks of somebody else's thing ("the county's app")."""
    return (
        text.startswith(('"', "'", "«"))
        or _REPORTS.search(text) is not None
        or _ATTRIBUTED.search(text) is not None
        or _SOMEBODY_ELSES.search(text) is not None
    )


def one_of(*wordings: str) -> str:
    """Return a pattern for any of these."""
    return rf"(?:{'|'.join(wordings)})"


def starting(*wordings: str) -> Pattern:
    """Match lines that start with one of these wordings, upper or lower case."""
    return Pattern(one_of(*wordings), is_blind=True)


def naming(*wordings: str) -> Pattern:
    """Match lines that start with one of these wordings, in which capitals count."""
    return Pattern(one_of(*wordings))


def whole(*wordings: str) -> Pattern:
    """Match lines that are one of these wordings from end to end, but for arrows and colons."""
    return Pattern(rf"[(>→*•·|]*\s*{one_of(*wordings)}\s*(?:[):»›>→▸▾+!|]|\.\.\.)*\Z", is_blind=True)


# People
_CAPITAL = r"\p{Lu}[\p{L}\p{M}.'-]*"
_NAME_GOES_ON = rf"(?: (?:{_CAPITAL}|de|da|del|der|van|von|al|bin|la|le))"
NAME = rf"(?:{_CAPITAL}{_NAME_GOES_ON}{{0,4}})"
FULL_NAME = rf"(?:{_CAPITAL}{_NAME_GOES_ON}{{1,4}})"
PEOPLE = rf"(?:{FULL_NAME}(?:(?:, and |, | and | & |, with | with ){FULL_NAME})*)"
JOB = (
    r"(?:staff writer|staff reporter|reporter|correspondent|editor|columnist|contributor|bureau chief|journalist|"
    r"writer|press association|staff)"
)
OUTLET = (
    rf"(?:(?:[Tt]he )?(?:{_CAPITAL} ){{0,3}}(?:Courier|Herald|Times|Post|News(?: \d+)?|Press|Tribune|Gazette|Journal|"
    r"Chronicle|Guardian|Mail|Standard|Telegraph|Examiner|Inquirer|Agency|Media|Radio|Online|Sport|AP|AFP|Reuters|BBC))"
)
ROLE = (
    r"(?:[Rr]eport(?:ing|ed)|[Ww]riting|[Ww]ritten|[Ee]dit(?:ing|ed)|[Rr]esearch|[Pp]roduc(?:tion|ed)|"
    r"[Tt]ranslat(?:ion|ed)|[Cc]ompiled|[Gg]raphics|[Pp]hotography|[Vv]ideo|[Ff]act-checking|"
    r"[Ii]llustrations?|[Ss]tory|[Tt]ext|[Ww]ords|(?:[Aa]ll )?[Pp]hotos|[Cc]opy[ -]edited)"
)
CREDITS = (
    rf"(?>(?:{_CAPITAL}|{ROLE}|{JOB}s?\b|[Aa]dditional|and|in|by|with|for|from|at|the|of|bureaux?|bureaus|desk|reports|"
    r"newsroom|our|team|data|agencies|de|van|von|[,;&/])[ ,;.]*)+"
)
"""Names, places and roles, and nothing that could be the verb of a sentence."""
AGENCY = (
    r"(?:Getty Images|Getty|AP|AP Photo|AFP|Reuters|REUTERS|EPA|Shutterstock|Alamy|PA|PA Wire|PA Media|Bloomberg|"
    r"iStock|Unsplash|Pool|Handout)"
)
NEWSROOM = (
    r"(?:our (?:[\w-]+ )?(?:reporters?|newsroom|news ?desk|editors?|journalists?|correspondents?|tip ?line)\b|"
    r"(?:the )?(?:reporters?|newsroom|news ?desk|editor|author|correspondent)"
    r"(?: (?-i:\p{Lu})| (?:at|on|via|by (?:e-?mail|phone)) \S+\Z|[.!]?\Z))"
)
MAILBOX = r"[\w.+-]+@[\w-]+\.[\w.-]+\b"
OUR_MAILBOX = r"(?:tips?|letters?|news|newsroom|newsdesk|editor|corrections|haveyoursay|opinion)@"

# The page and what it belongs to
PIECE = (
    r"(?:story|article|report|post|page|piece|live ?blog|blog|column|item|headline|feature|review|dispatch|copy|"
    r"podcast|interview|project|series|investigation|version)"
)
NETWORK = (
    r"(?:facebook|twitter|x|instagram|threads|bluesky|mastodon|tiktok|youtube|whatsapp|telegram|linkedin|reddit|"
    r"pinterest|snapchat|flipboard|messenger|google news|apple news|apple podcasts|spotify|e-?mail|print|copy link|"
    r"copy|link|save|sms|more|bookmark|share|tweet|post)"
)
PLATFORMS = (
    r"(?:(?:every|all|any|our|your|these)(?: other| favou?rite)? (?:social )?(?:platforms?|channels?|networks?|media)|"
    r"social(?: media|s)?|facebook|twitter|x|instagram|threads|bluesky|mastodon|tiktok|youtube|whatsapp|telegram|"
    r"linkedin|google news|apple news|signal)\b"
)
LETTER = (
    r"(?:newsletters?|e-?newsletters?|mailing list|inbox|(?:morning|evening|daily|weekly|world|news) "
    r"(?:brief(?:ing)?|digest|e-?mail|letter|round-?up|bulletin)s?)"
)
LEAD_IN = (
    r"(?:[^.!?]{3,90}\? |(?=[^.!?]*\b(?:you|your|our|us|we|never|don't|newsletter)\b)[^.!?]{3,90}[.!] |"
    r"[^.!?:]{3,25}: |(?:to|for more) [^.!?,]{2,40}, )?(?:please )?"
)
"""What may stand before a command on its line: a question, or a sentence that speaks to the reader as well."""
CHANNEL = rf"(?:(?:\w+ ){{0,3}}(?:apps?|channels?|podcasts?|alerts?|notifications|letters?|e-?mails?|feed|{LETTER}))\b"

# Dates and hours
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b\.?"
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?| ?hrs|h\b)?|\d{1,2} ?[ap]\.?m\b\.?"
ZONE = (
    r"(?:[ecmpa][sd]?t|ak[sd]t|gmt|bst|utc|cest|cet|ist|aest|sast|eest|eet|wet|west|msk|jst|hkt|sgt|nz[sd]t|"
    r"local|eastern|central|mountain|pacific)\b"
)
AGO = rf"{_NUMBER}\+? (?:sec|second|min|minute|hr|hour|day|week|month|year)s? ago"
_MOMENT = (
    rf"(?:{AGO}|{_DAY}|{MONTH}|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|{CLOCK}|\d{{1,2}}(?:st|nd|rd|th)?\b|"
    rf"(?:19|20)\d\d\b|{ZONE}(?: time)?|just now|today|yesterday|(?:at|on|of)\b|[-–—|·•,()/])"
)
MOMENTS = rf"(?>{_MOMENT}\s*)+"
STAMP = (
    r"(?:(?:first |originally |last )?(?:published|updated|posted|modified|edited)|(?:filed|released)(?=:| (?:19|"
    r"20)?\d)|last update|"
    r"publication date|date)(?: (?:on|at))?:?"
)
READING_TIME = (
    rf"(?:(?:estimated )?read(?:ing)?(?: time)?:? )?{_NUMBER}[ -]min(?:ute)?s?\.?(?: (?:read|listen|watch|video))?"
)
