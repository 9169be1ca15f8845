"""Which English words let somebody speak, which only when a clause or a quotation follows, and which refuse to?

Rows of base forms, inflected here; what is irregular is written out.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex


def _finite(verb: str) -> Iterable[str]:
    y = verb.endswith("y") and verb[-2] not in "aeiou"
    yield f"{verb[:-1]}ies" if y else f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    yield f"{verb[:-1]}ied" if y else f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _told(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in _finite(verb))


_PLAIN = """state announce explain reply describe confirm disclose reveal recall recount declare remark emphasize
    emphasise underline reiterate inform conclude testify mention clarify specify summarize summarise"""
_ADMIT = "admit acknowledge concede confess"
_CLAIM = """claim argue allege contend assert insist accuse blame complain affirm boast lament joke quip speculate
    suggest counter retort object protest assure underscore"""
_DENY = "deny reject refute rebut dispute repudiate"
_FORESEE = "warn caution predict estimate forecast fear"
_PROMISE = "promise pledge vow guarantee"
_URGE = "urge implore"
_FEEL = "criticise criticize denounce condemn decry praise hail welcome thank apologize apologise regret"
_OTHER = """said says say saying told tells adding added wrote writes noted notes noting according cited citing declined
    admitted conceded maintained reported reports show shows showed dismissed decried remembers thinks believes
    swore reckons reckoned insists insisted tweeted posted voiced continued tell reveal answered answers
    describe argue insist deny warn admit acknowledge allege contend accuse complain confirm declare predict"""
DENYING = _told(_DENY) | frozenset(("denying", "rejecting", "refuting", "disputing", "dismissed", "dismisses"))
"""Verbs that say that something is not so."""
SAYING = (
    _told(" ".join((_PLAIN, _ADMIT, _CLAIM, _DENY, _FORESEE, _PROMISE, _URGE, _FEEL))) | frozenset(_OTHER.split())
) - frozenset(("objects", "jokes", "fears", "counters", "disputes", "forecasts", "suggests"))
NAMING = frozenset(("call", "called", "calls", "calling", "named", "names", "dubbed", "labelled", "branded", "termed"))
"""Verbs that let somebody speak only when a quotation follows."""
ENDED = frozenset(("said", "says", "added", "adds", "wrote", "writes", "explained", "noted", "argued", "warned"))
"""Verbs that stand before their subject after a clause: "nobody was hurt, said the captain"."""
WITH = frozenset(("adding", "saying", "noting", "telling", "having", "insisting", "stressing", "warning", "pointing"))
"""Forms that go on with what the subject of the clause says."""
SHOWING = frozenset(
    ("show", "shows", "showed", "reveal", "reveals", "revealed", "suggests", "suggested", "indicates", "indicated")
)
"""Verbs of papers and their authors, and of things that tell nothing."""
_CLAUSE = frozenset(("that", "“"))
_OBJECT = _CLAUSE | frozenset(
    """it he she they we there this these the a an his her its their how why what whether no nobody nothing any all
    some many most more as""".split()  # noqa: SIM905
)
_FOLLOWED = {
    **dict.fromkeys(
        ("found", "finds", "discovered", "offered", "offers",
         "ruled", "rules", "held", "observed", "observes", "indicated", "indicates", "implied",
         "hinted", "signalled", "signaled", "responded", "agrees", "suggests", "stressed", "stresses", "commented",
         "decided", "decides", "believe", "think"),
        _CLAUSE,
    ),
    **dict.fromkeys(
        ("states", "claims", "reports", "notes", "estimates", "promises", "shows", "show", "fears", "forecasts"),
        _OBJECT,
    ),
    **dict.fromkeys(("conceded", "concedes"), _OBJECT | {"defeat"}),
    "pointed": frozenset(("out",)),
    "points": frozenset(("out",)),
    "pointing": frozenset(("out",)),
    "spoke": frozenset(("of",)),
    "speaks": frozenset(("of",)),
}  # fmt: skip
"""Words that let somebody speak only before certain others: elsewhere they are nouns, or say that somebody acts."""
_ENDING = frozenset(
    """observed indicated responded commented stressed show shows suggests indicates estimates reports states claims
    found discovered""".split()  # noqa: SIM905
)
"""Of these, the ones that may also end what somebody says: "…, city records show."."""
_ASKING = frozenset(("asked", "asks"))
_ASKED = frozenset(("to", "not", "for", "that"))
"""What follows, after a word or more, on those whom somebody asks something."""
_PUTTING = frozenset(("put", "puts"))
"""What follows "it" and then nothing: "as Holm put it"."""
_NEVER_BEFORE = {
    "added": frozenset(("to", "up")),
    "continued": frozenset(("to", "with", "on", "in", "until", "for", "its", "their")),
    "dismissed": frozenset(("from", "their", "his", "her", "its", "head", "after", "for", "in", "on")),
    "dismisses": frozenset(("from", "their", "his", "her", "its", "head", "after", "for", "in", "on")),
    "posted": frozenset(("a", "an", "the", "to", "in", "at", "by", "its", "their", "record")),
    "told": frozenset(("in",)),
    "answered": frozenset(("by", "in", "questions", "the", "a")),
    "answers": frozenset(("to", "the", "a", "from")),
    "welcomed": frozenset(("by", "with")),
}
PROMISING = _told(_PROMISE)
"""Verbs of those who tell what they will do."""
ACTING = frozenset(
    """ordered orders agreed agrees approved approves decided decides proposed proposes demanded demands requested
    requests recommended recommends asked asks called""".split()  # noqa: SIM905
)
"""Verbs of those who bring something about by saying so."""
_DECLINES = regex.compile(
    r"(?:declin(?:ed|es)|refus(?:ed|es))(?: repeatedly)? (?:to (?:be (?:drawn|named|interviewed|identified|more)|"
    r"(?:say|comment|discuss|answer|name|confirm|disclose|identify|elaborate|speculate|give|provide|reveal|specify|talk|"
    r"explain|describe|respond|make))|comment|requests?)\b"
    r"|(?:would|will)(?: not|n't) (?:say|comment|discuss|answer|confirm|disclose|elaborate|speculate|be drawn)\b"
    r"|(?:wouldn't|won't) (?:say|comment|discuss|answer|confirm|disclose|elaborate|speculate|be drawn)\b"
    r"|(?:did not|didn't|does not|doesn't|has not|hasn't|had not|hadn't)(?: immediately)? "
    r"(?:respond|responded|reply|replied|return|returned|answer|answered)\b"
    r"|had no(?: immediate)? comment\b|has no comment\b"
)


def lets_speak(words: list[str], at: int) -> bool:
    """Return whether the word at `at` of a passage's words lets somebody speak there; “ stands for a quotation."""
    word, after = words[at], frozenset(words[at + 1 : at + 2])
    if word in _FOLLOWED:
        ends = word in _ENDING and _ends(words, at)
        return bool(after & _FOLLOWED[word]) or ends
    if word in _ASKING:
        return not _ASKED.isdisjoint(words[at + 2 : at + 5])
    if word in NAMING:
        return "“" in words[at + 1 : at + 7]
    if word in _PUTTING:
        return words[at + 1 : at + 2] == ["it"] and words[at + 2 : at + 3] in ([], ["."], [","], [":"], ["“"])
    return word in SAYING and after.isdisjoint(_NEVER_BEFORE.get(word, frozenset()))


def _ends(words: list[str], at: int) -> bool:
    """Return whether a clause or a quotation that ends before the speaker is the verb's object: "…, Holm said."."""
    before = words[max(0, at - 4) : at]
    return words[at + 1 : at + 2] in ([], ["."], [","]) and ("," in before or "“" in before)


def declines(words: list[str], at: int) -> bool:
    """Return whether from `at` on somebody is said to say nothing: "declined to comment"."""
    return bool(_DECLINES.match(" ".join(words[at : at + 6])))
