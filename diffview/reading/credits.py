"""How does a page say who made the story, its pictures and its last version, and when?"""

from __future__ import annotations

from diffview.reading.wording import (
    AGENCY,
    AGO,
    CREDITS,
    FULL_NAME,
    JOB,
    MOMENTS,
    MONTH,
    NAME,
    OUTLET,
    PEOPLE,
    READING_TIME,
    ROLE,
    STAMP,
    Place,
    Rule,
    naming,
    starting,
)

_REPORT = r"(?:report|story|article|coverage|piece|live ?blog|dispatch|post)"
_STAFF = r"(?:staff|correspondents?|reporters?|editors?|newsroom|news ?desk)"
_OCCASION = (
    r"(?i:new year|christmas|easter|good friday|thanksgiving|labou?r day|memorial day|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_OF_WHERE = (
    rf"(?:(?:, | ?[|·•/–—-] ?| for | of | in | at )(?:(?:the |The )?{NAME}(?:(?:, | in | at | \| |/){NAME})*|"
    rf"(?i:(?:[\w'-]+ ){{0,6}}{JOB})(?:(?:, | in | at | for )(?:the )?{NAME})*))"
)
"""What follows the name in a byline: an outlet or a place, or a job."""
_FROM_WHERE = (
    rf"(?:from the \p{{Ll}}+(?: \p{{Ll}}+)?\.\Z|"
    rf"(?:from|in) (?:the )?(?!(?i:{MONTH})){NAME}(?:(?:, and|,| and) (?:from |in )?(?:the )?{NAME})*)"
)
_TIMES = (*"0123456789", "day", "now", " ago")
_DATED = rf"(?=.*\d.*\d|{AGO}|\D*\d+(?:st|nd|rd|th)? {MONTH}|\D*{MONTH} \d)"
_AND_UPDATED = rf"(?:[|·•]? ?{STAMP} ?{MOMENTS}?)?(?:[|·•]? ?{READING_TIME})?\Z"
_NOTHING_HAPPENED = (
    r"(?!.*\b(?:was|were|had|\d{4}|arrested|jailed|killed|detained|accused|charged|died|missing|on trial)\b)"
)
"""A note about an author tells what she does, not what happened to her."""

CREDIT_RULES: tuple[Rule, ...] = (
    Rule(
        "photo credit",
        Place.ANYWHERE,
        50,
        starting(
            r"(?:(?:file|main|lead|top|cover|header|featured|banner) )?(?:photo(?:graph)?s? ?: ?\S|"
            r"(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|maps?|charts?|infographics?|"
            r"captions?|pictured)"
            r"(?: ?(?:illustration|credits?|by|caption|source|courtesy))? ?: ?(?-i:[^\p{Ll}\s]))",
            r"(?:photo|image|media) (?:source|caption|credit), ?\S",
            r"\((?:(?:ap |file |handout |stock )?(?:photo|image|picture|photograph|illustration)s?"
            r"(?: (?:by|from|via|credit|source|caption|courtesy|illustration)\b| ?[:/,-])|courtesy (?:of|photo)\b|"
            r"(?:ap|afp|file|handout|stock|staff) (?:photo|image|picture)|courtesy ?[:/)]|handout ?[:/)])[^()]*\)?\Z",
            r"(?:file|stock|handout|staff|ap|afp|reuters|archive|courtesy) (?:photo|image|picture|photograph)s?"
            r"(?: ?[/:|-] ?\S.{0,60})?\Z",
        ),
        may_report=True,
    ),
    Rule(
        "photo credit",
        Place.ANYWHERE,
        50,
        naming(
            rf"(?:.*[.!?]['\"]? ?)?\({FULL_NAME} ?[/|] ?{NAME}(?: via {NAME})?\)\Z",
            rf".*\({FULL_NAME} ?[/|] ?(?:{AGENCY}|{OUTLET})(?: via {NAME})?\)\Z",
            rf".*\((?:AP Photo|File|Staff|Photo:?|Image:?) ?/? ?{FULL_NAME} ?[/|] ?{NAME}(?: via {NAME})?\)\Z",
            rf".*[.!?] (?:Photo|Photograph|Picture|Image|Credit)s?: {NAME}(?: ?/ ?{NAME})?\.?\Z",
            rf".*\((?:Staff|File|Courtesy|Handout) ?[/|] ?{NAME}\)\Z",
            r".*\((?:AP Photo|Photo by|Photo:|Image:|Credit:|Photo courtesy|Courtesy of|Picture:)[^()]*\)\Z",
            rf"(?:{NAME} ?[/|] ?)+{AGENCY}(?: via {NAME})?\Z",
            rf"(?:Getty Images|Shutterstock|Alamy|iStock|Unsplash|PA Media|EPA|AFP|Reuters)(?:[/|] ?{NAME})?\Z",
            r"(?i:(?:photo(?:graph)?s?|images?|illustrations?|pictures?|graphics?|maps?|video) "
            rf"(?:by|courtesy(?: of)?):?) (?:The |the )?{NAME}(?:(?:, | and | for (?:the )?|/| ?\| ?){NAME})*\Z",
            rf"(?i:credit)(?: ?: ?|\.\.\. ?){NAME}(?:(?:, | and | for (?:the )?|/| via ){NAME})*\Z",
        ),
        may_report=True,
    ),
    Rule(
        "timestamp",
        Place.MARGIN,
        20,
        starting(
            rf"(?=.*\d|.*(?:day|now)\b)(?:[\w' .-]{{2,30}} ?[|·•] ?)?{STAMP} ?{MOMENTS}"
            rf"(?:[|·•,–—-]? ?{STAMP} ?{MOMENTS})*(?:[|·•]? ?{READING_TIME})?\Z",
            rf"(?=.*\b(?:19|20)\d\d\b|.*\bago\b){_DATED}{MOMENTS}(?:[|·•]? ?{READING_TIME})?\Z",
            rf"(?=.*(?:read|listen|watch|video|(?:time|read):? \S+ \S+)\Z){READING_TIME}\Z",
        ),
        signs=_TIMES,
    ),
    Rule(
        "timestamp",
        Place.TOP,
        20,
        starting(rf"{_DATED}(?:[\p{{L}}.' ]{{2,20}}, )?{MOMENTS}{_AND_UPDATED}"),
        signs=_TIMES,
    ),
    Rule(
        "byline",
        Place.HEAD,
        12,
        naming(
            rf"{FULL_NAME}, ?(?i:{JOB})(?: (?:at|in|for) (?:the )?{NAME})?\Z",
            rf"(?:By|BY|From|FROM) (?i:{_STAFF})\Z|(?:By|BY) {NAME} (?:staff|STAFF|reporters?|REPORTERS?)\Z",
            rf"(?:By|BY) (?:[A-Z]+ )?(?:CORRESPONDENT|REPORTER|EDITOR|STAFF WRITER)S?(?: FOR (?:THE )?{NAME})?\Z",
        ),
    ),
    Rule(
        "byline",
        Place.UNDER_TITLE,
        22,
        naming(
            r"(?i:by|words by|words|text by|story by|posted by|written by):? "
            rf"(?!{_OCCASION}){PEOPLE}{_OF_WHERE}?(?: ?[|·•,–—-] ?[\w:., ]*\d[\w:., ]*)?\Z",
            rf"(?i:by|from) (?i:our (?:[\w-]+ )?{_STAFF})(?: (?:in|at) (?:the )?{NAME}(?: and {NAME})?)?\Z",
            r"(?i:by|from) (?i:staff|wire reports|staff and wire reports|(?:the )?editorial board)\Z",
            r"(?:By|BY) (?:The |THE )?(?:Associated Press|ASSOCIATED PRESS|AP|Reuters|AFP|Bloomberg News)\Z",
            rf"(?:{NAME} )?(?i:(?:staff|wire|web) (?:reports?|writers?|reporters?|desk|team)|staff and wire reports)\Z",
            rf"{FULL_NAME}, ?(?i:(?:[\w'-]+ ){{1,5}}(?<! and )(?<! or ){JOB}|staff|reporter|correspondent|bureau chief)"
            rf"(?: (?:at|in|for) (?:the )?{NAME})?\Z",
            rf"{PEOPLE} ?(?:[|] ?{NAME}|[|/] ?(?:Staff|{OUTLET}|{AGENCY}|\p{{Lu}}{{2,5}}))\Z",
            rf"{FULL_NAME}(?:, | for | at ){OUTLET}\Z",
            rf"\p{{Lu}}{{2,5}} (?:News|Sport|Radio|Staff)(?:,? (?:in )?{NAME})?\Z",
            rf"(?i:(?:posted |written )?by [\w.-]+ (?:on|at) {MOMENTS}\Z)",
            r"\p{Lu}[\p{L}-]+ (?:correspondent|reporter|editor)\Z",
            rf"(?:Analysis|Review|Opinion|Commentary|Interview|Report|Essay) by {PEOPLE}\Z",
            rf"{FULL_NAME} reports from {NAME}\Z|By the {NAME} (?:staff|newsroom|desk|editorial board)\Z",
            rf"[Ss]pecial (?:to|for) {NAME}\Z|[Ss]pecial (?:to|for) the {NAME}\Z|\(?{AGENCY}\)?\Z",
            r"(?i:(?:with|staff and|from) (?:news )?(?:agencies|wires|wire services))\Z",
            r"(?:\p{Lu}[\w-]* )?(?i:(?:staff|senior|chief|special|political|business|health|sports?|science|features|"
            rf"crime|education|foreign|[\w-]+ affairs) (?:[\w-]+ )?{JOB})\Z",
        ),
    ),
    Rule(
        "editing credit",
        Place.ANYWHERE,
        45,
        naming(
            rf"\(?(?:[Aa]dditional |[Ww]ith |[Oo]riginal )?{ROLE}(?:(?: and |, ){ROLE})*(?: by|:) {CREDITS}\)?\.?\Z",
            rf"[-–—]* ?[Ww]ith (?:files|reporting|reports|additional reporting) (?:from|by) {CREDITS}\.?\Z",
        ),
    ),
    Rule(
        "contributor note",
        Place.ANYWHERE,
        45,
        starting(
            rf"(?-i:(?:The )?{CREDITS})(?:also )?contributed to (?:this|our) {_REPORT}(?: from (?-i:{CREDITS}))?\.?\Z",
            rf"(?-i:(?:The )?{CREDITS})(?:also )?contributed (?:(?:additional|some) )?(?:reporting|(?:research|"
            r"writing) to this)"
            r"\b[^,]{0,50}\Z",
            rf"this {_REPORT} (?:includes|contains|uses) (?:information|reporting|material) from (?-i:{CREDITS})\Z",
            rf"(?:information|material|reporting) from .{{2,80}} (?:was|were) (?:also )?(?:included|used) in this "
            rf"{_REPORT}\.?\Z",
        ),
        signs=("contributed", "information from", "material from", "reporting from"),
    ),
    Rule(
        "contributor note",
        Place.TAIL,
        45,
        naming(
            rf"(?:The )?{NAME}(?: {JOB}s? {NAME})?(?: in {NAME})? contributed(?: from {NAME})?\.\Z",
            rf"{PEOPLE}(?:, [^.]{{2,40}},)? (?:also )?reported (?:this (?:story|article) )?{_FROM_WHERE}"
            rf"(?:,? (?:and|with) {FULL_NAME} (?:reported )?{_FROM_WHERE})?\.?\Z",
            rf"{_NOTHING_HAPPENED}{FULL_NAME} is (?:an?|the) (?:[\w'.-]+ ){{0,6}}"
            r"(?:corps member|staff writer|reporter|correspondent|columnist)(?:\.\Z| (?:for|at|based in (?:the "
            r")?\p{Lu}|covering)\b)",
            rf"{_NOTHING_HAPPENED}{FULL_NAME} is (?:an?|the) (?:[\w'.-]+ ){{0,6}}(?:writer|editor|journalist|author)"
            r" (?:(?:for|at|with) (?:the )?\p{Lu}|based in (?:the )?\p{Lu}|covering\b)",
            rf"(?=.*'s ){FULL_NAME} is (?:an?|the) (?:[\w'.-]+ ){{0,6}}(?:writer|editor|journalist|author)\.\Z",
            rf"The (?:writer|author) is (?:an?|the) (?:[\w'.-]+ ){{0,6}}{JOB}\.?\Z",
            rf"{_NOTHING_HAPPENED}{FULL_NAME} (?:covers|writes about) .{{3,90}}\b(?:for|at) {OUTLET}\b",
            rf"{FULL_NAME} writes about (?!.* is )(?:\p{{Ll}}+,? ?){{1,5}}\.\Z",
            rf"{FULL_NAME} (?:(?:covers|writes about) [^,]{{3,60}} and )?(?:writes|reports) (?:regularly )?for "
            rf"(?:the |The )?{NAME}\.\Z",
        ),
        signs=(" contributed", " reported ", " is a", " is the", " covers ", " writes ", " reports "),
    ),
)
