"""Which nouns say what somebody is, and which what a body or a paper is that is given as a source?"""

from __future__ import annotations

import regex

from diffview.changes.findings.names import TITLES

ROLES = frozenset(
    """activist actor actress adviser advisor agent aide ally ambassador analyst archbishop architect artist astronomer
    athlete attorney auditor author backer baker banker biologist bishop boss broker builder campaigner candidate
    captain cardinal chairman chairwoman chairperson chair champion chancellor chemist chief clerk climatologist coach
    colleague colonel columnist commander commissioner conductor consultant controller coordinator coroner councillor
    councilman councilor councilwoman critic curator dealer defender delegate deputy designer detective developer
    diplomat director doctor driver economist editor engineer envoy epidemiologist executive expert farmer father
    firefighter fisherman forecaster founder general geologist governor guard guide head hiker historian hydrologist
    inspector instructor investigator investor journalist judge keeper lawmaker lawyer leader lecturer legislator
    librarian lieutenant lobbyist magistrate major maker manager mayor mediator merchant meteorologist midfielder
    minister mother musician negotiator neighbor neighbour nurse officer official operator organizer organiser owner
    painter parent passenger pastor patient philanthropist physician physicist pilot player poet politician premier
    president priest principal producer professor prosecutor psychologist ranger rector representative rescuer
    researcher resident secretary scholar scientist seismologist sergeant sheriff singer skipper soldier speaker
    spokesman spokesperson spokeswoman sponsor statistician strategist striker student superintendent supervisor
    supporter surgeon survivor teacher technician trader trainer treasurer trustee veteran victim volunteer warden
    witness worker writer""".split()  # noqa: SIM905
)
"""Nouns for a person by office, rank or work."""
BODY_NOUNS = frozenset(
    """company firm group committee ministry department agency authority office council court bank union university
    school hospital health association institute centre center foundation trust board commission police army navy
    party club society church federation nonprofit airline carrier operator maker utility district city county state
    retailer organization organisation chain developer manufacturer publisher site country nation paper newspaper
    charity lab laboratory startup government administration regulator watchdog service team league broker insurer
    lender fund brewery municipality parliament presidency campaign camp delegation embassy museum library port
    railway railroad shipyard contractor landlord supplier owner buyer seller""".split()  # noqa: SIM905
)
"""Nouns for a company, an office or another body."""
PAPERS = frozenset(
    """report document documents filing filings memo records record paper papers presentation study data figures
    communique transcript recording draft audit letter email statement survey poll review log logs file files minutes
    complaint indictment lawsuit results affidavit statistics bulletin briefing research analysis""".split()  # noqa: SIM905
)
"""Nouns for what is written or recorded."""
_ROLE = "|".join(sorted(ROLES, key=lambda word: (-len(word), word)))
_TITLE = "|".join(sorted(TITLES, key=lambda word: (-len(word), word)))
_BEFORE = regex.compile(rf"\b(?i:(?:{_ROLE}),?|(?:{_TITLE})\.?)\s+\Z")
_AFTER = regex.compile(
    rf"\s*,\s+(?:\d{{1,3}}\b|who(?:se)?\b|(?:(?:an?|the|its|his|her|their|our|one\sof)\s+)?"
    rf"(?:[\p{{L}}\p{{N}}.’'-]+\s+){{0,4}}?(?:{_ROLE})\b)|\s+who\b"
)


_BODY = "|".join(sorted(BODY_NOUNS - ROLES, key=lambda word: (-len(word), word)))
_BODY_BEFORE = regex.compile(rf"\b(?i:{_BODY}),?\s+\Z")
_BODY_AFTER = regex.compile(
    rf"\s*,\s+(?:an?|the|its|their|our|one\sof)\s+(?:[\p{{L}}\p{{N}}.’'-]+\s+){{0,4}}?(?:{_BODY})\b"
    r"(?!\s+(?!of|in|that|which|for|from)\p{Ll})|\s*,\s+which\b"
)


def is_told_to_be_a_body(text: str, start: int, end: int) -> bool:
    """Return whether the words around a name say that it is that of a company, an office or the like."""
    return bool(_BODY_BEFORE.search(text, max(0, start - 30), start) or _BODY_AFTER.match(text, end))


def is_told_to_be_a_person(text: str, start: int, end: int) -> bool:
    """Return whether the words around a name say that it is a person's: an office, an age, "who"."""
    return bool(_BEFORE.search(text, max(0, start - 30), start) or _AFTER.match(text, end))
