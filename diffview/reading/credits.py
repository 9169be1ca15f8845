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

CREDIT_RULES: tuple[Rule, ...] = (
    Rule(
        "photo credit",
        Place.ANYWHERE,
        50,
        starting(
            r"(?:(?:file|main|lead|top|cover|header|featured|banner) )?"
            r"(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?|maps?|charts?|infographics?|captions?|pictured)"
            r"(?: ?(?:illustration|credits?|by|caption|source|courtesy))? ?: ?\S",
            r"(?:photo|image|media) (?:source|caption|credit), ?\S",
            r"\((?:photo|image|picture|ap photo|file photo|courtesy|photograph|illustration|handout)[^()]*\)\Z",
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
            rf".*\((?:(?:AP Photo|File|Staff|Photo:?|Image:?) ?/? ?)?{FULL_NAME} ?[/|] ?{NAME}(?: via {NAME})?\)\Z",
            rf".*[.!?] (?:Photo|Photograph|Picture|Image|Credit)s?: {NAME}(?: ?/ ?{NAME})?\.?\Z",
            rf".*\((?:Staff|File|Courtesy|Handout) ?[/|] ?{NAME}\)\Z",
            r".*\((?:AP Photo|Photo by|Photo:|Image:|Credit:|Photo courtesy|Courtesy of|Picture:)[^()]*\)\Z",
            rf"(?:{NAME} ?[/|] ?)+{AGENCY}(?: via {NAME})?\Z",
            rf"(?:Getty Images|Shutterstock|Alamy|iStock|Unsplash|PA Media|EPA|AFP|Reuters)(?:[/|] ?{NAME})?\Z",
            r"(?i:(?:photo(?:graph)?s?|images?|illustrations?|pictures?|graphics?|maps?|video) "
            rf"(?:by|courtesy(?: of)?):?) (?:The |the )?{NAME}(?:(?:, | and | for (?:the )?|/| ?\| ?){NAME})*\Z",
            rf"(?i:credit):? ?(?:\.\.\.)?:? ?{NAME}(?:(?:, | and | for (?:the )?|/| via ){NAME})*\Z",
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
            rf"(?=.*\d.*\d|{AGO}|\D*\d+(?:st|nd|rd|th)? {MONTH}|\D*{MONTH} \d)(?:[\p{{L}}.' ]{{2,20}}, )?{MOMENTS}"
            rf"(?:[|·•]? ?{STAMP} ?{MOMENTS}?)?(?:[|·•]? ?{READING_TIME})?\Z",
            rf"(?=.*(?:read|listen|watch|video|(?:time|read):? \S+ \S+)\Z){READING_TIME}\Z",
        ),
    ),
    Rule(
        "byline",
        Place.UNDER_TITLE,
        22,
        naming(
            rf"(?i:by|words by|words|text by|story by|posted by|written by):? {PEOPLE}"
            r"(?:(?:, | ?[|·•/–—-] ?| for | of | in | at )[^.]{2,80})?\Z",
            r"(?i:by|from) (?i:(?:our |the )?(?:[\w-]+ )?(?:staff|correspondents?|reporters?|editors?|editorial board|"
            r"newsroom|wire reports|staff and wire reports|news ?desk))(?: [\w ]{2,40})?\Z",
            r"(?:By|BY) (?:The |THE )?(?:Associated Press|ASSOCIATED PRESS|AP|Reuters|AFP|Bloomberg News)\Z",
            rf"(?:{NAME} )?(?i:(?:staff|wire|web) (?:reports?|writers?|reporters?|desk|team)|staff and wire reports)\Z",
            rf"{FULL_NAME}, ?(?i:(?:[\w' -]{{0,40}}\b)?{JOB})(?: [\w ]{{2,30}})?\Z",
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
            r".*\bcontributed (?:(?:to|additional|some) )?(?:this |the |our )?"
            r"(?:report|reporting|story|article|coverage|piece|live ?blog|dispatch|research|post)\b.{0,50}\Z",
            r"this (?:report|story|article) (?:includes|contains|uses) (?:information|reporting|material) from\b",
            r"(?:information|material|reporting) from .{2,80} (?:was|were) (?:also )?(?:included|used)\b.{0,50}",
        ),
    ),
    Rule(
        "contributor note",
        Place.TAIL,
        45,
        naming(
            rf"(?:The )?{NAME}(?: {JOB}s? {NAME})?(?: in {NAME})? contributed(?: from {NAME})?\.\Z",
            rf"{PEOPLE}(?:, [^.]{{2,40}},)? (?:also )?reported (?:this (?:story|article) )?(?:from|in) (?:the )?"
            rf"[\p{{L}}., -]{{2,60}}(?:, (?:and|with) {FULL_NAME} (?:reported )?(?:from|in) .{{2,60}})?\Z",
            rf"{FULL_NAME} is (?:an?|the) (?:[\w'.-]+ ){{0,6}}"
            r"(?:corps member|staff writer|reporter|correspondent|columnist)\b(?!,? who (?:was|has)\b).{0,140}",
            rf"{FULL_NAME} is (?:an?|the) (?:[\w'.-]+ ){{0,6}}(?:writer|editor|journalist|author)"
            r" (?:for|at|with|based in|covering|and)\b.{0,140}",
            rf"(?=.*'s ){FULL_NAME} is (?:an?|the) (?:[\w'.-]+ ){{0,6}}(?:writer|editor|journalist|author)\.\Z",
            rf"The (?:writer|author) is (?:an?|the) (?:[\w'.-]+ ){{0,6}}{JOB}\b",
            rf"{FULL_NAME} (?:covers|writes about|writes for|reports for) .{{3,140}}",
        ),
    ),
)
