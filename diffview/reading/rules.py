"""How do newsrooms word the lines around a story?

A table of rules. A wording alone is never enough: the place on the page, the length of the line, its standing alone
and the absence of reported speech must agree with it.
"""

from __future__ import annotations

from diffview.reading.abroad import ABROAD_RULES, OTHER_STORIES
from diffview.reading.calls import CALL_RULES, NOTE_RULES
from diffview.reading.credits import CREDIT_RULES
from diffview.reading.pattern import Pattern
from diffview.reading.wording import (
    AGO,
    CLOCK,
    FULL_NAME,
    NETWORK,
    PIECE,
    ZONE,
    Place,
    Rule,
    naming,
    one_of,
    starting,
    whole,
)

_PAPER = r"(?:statement|document|letter|list|transcript|video|film|results?|ruling|text|speech|gallery|map|table)"
_COLON = r"(?: ?[:|>»›]| [-–—]) ?"
_NO_STOP = r"\S.*[^.,;]\Z"

RELATED_LABEL = whole(
    r"(?:suggested|recommended|further|related) (?:reading|stories|story|articles?|coverage|content|links?|posts?)",
    r"related|recommended(?: for you)?|related (?:videos?|news)|more from (?:us|(?:the )?(?-i:\p{Lu})[\w&' ]{1,40})",
    r"more (?:news from|stories (?:from|by|on|about)) [\w&' ]{2,40}",
    r"more (?:stories|news|headlines|top stories|to read|on this(?: story| topic)?)|keep reading|don't miss",
    r"(?:most|more) (?:read|popular|viewed|shared|commented)|trending(?: now| stories)?|popular(?: now)?",
    r"you (?:may|might) (?:also )?(?:like|be interested in)|must[- ]reads?|what to read next",
    rf"read more(?: on this(?: story)?)?|related internet links|{OTHER_STORIES}",
    r"editor'?s'? (?:picks?|choice)|(?:latest|other|top) (?:stories|headlines)|in case you missed it",
)
"""A line over the headlines of other stories."""

SECTION = whole(
    r"(?:(?:local|national|international|breaking|us|u\.s\.|uk|world|political|business|sports?) )?news",
    r"politics|opinion|editorial|comment|analysis|explainer|exclusive|live|features?|news analysis|obituar(?:y|ies)",
    r"(?:world|business|economy|money|markets|sports?|culture|arts|books|technology|tech|science|health|environment)",
    r"(?:climate|education|travel|food|lifestyle|entertainment|crime|local|national|europe|africa|asia|americas)",
    r"(?:courts?|crime and courts|transport|interview|profile|review|match report|football|film|music|property|tv)",
    r"(?:press|news|media) release|consumer|live review|(?:film|book|concert|theatre|album) review",
    r"(?:politik|panorama|wirtschaft|kultur|meinung|gesellschaft|ausland|inland|société|économie|politique|monde)",
    r"(?:política|economía|sociedad|cultura|opinión|deportes|politica|economia|cronaca)",
)
"""The name of a section of a newspaper, alone on its line."""

_SHORT_NAME = r"\p{Lu}[\w'&.]*(?: [\p{Lu}\d&][\w'&.]*){0,3}"
SIDE_BY_SIDE = Pattern(
    rf"{_SHORT_NAME}(?: ?[|›>·•] ?(?:{_SHORT_NAME}|[Mm]atch report|[Aa]nalysis|[Ii]nterview|[Rr]eview))+"
)
"""Names with a line or a dot between them, and no verb."""

MASTHEAD = Pattern(
    r"(?:\p{Lu}[\p{Lu}'&-]* ){1,3}(?:POST|HERALD|COURIER|TRIBUNE|GAZETTE|CHRONICLE|GUARDIAN|TELEGRAPH|EXAMINER|"
    r"INQUIRER|OBSERVER|MERCURY|ADVERTISER|ZEITUNG|ANZEIGER|TAGEBLATT|RUNDSCHAU|NACHRICHTEN)"
)
"""The name of a paper as it is printed over its pages."""

PERSON = Pattern(rf"{FULL_NAME}(?: (?:at|in) (?:the )?{FULL_NAME}| (?:at|in) (?:the )?\p{{Lu}}[\w'-]+)?")
"""A line that may be a person's name, with or without where the person reports from."""

TOPICS_LABEL = whole(
    r"explore more on these topics|(?:related |more on these )?(?:topics|tags)|filed under|archivado en|posted in"
)
"""A line over the names of the topics that a story is filed under."""

LIVE_STAMP = Pattern(
    rf"(?:(?:posted|updated|published) at (?:{CLOCK})|(?:{CLOCK}),? {ZONE}|{AGO}(?: (?:{CLOCK}),? {ZONE})?)\Z",
    is_blind=True,
)
"""The hour of an entry, alone on its line, as pages have it that are written while something happens."""

GLUED = Pattern(
    r"\w[.!?][\"'”’)]?(close|Close|Share|share|Print|Advertisement|ADVERTISEMENT|Read more|Read More|Subscribe)\Z"
)
"""A button's word that lost its line and sticks to the end of the sentence before it."""

_BUTTONS = (
    Rule(
        "share or navigation words",
        Place.ANYWHERE,
        8,
        whole(
            r"(?:close|open|toggle|main|skip|hide) (?:menu|navigation|nav|sidebar)|skip to (?:main )?content",
            r"skip (?:ad|advertisement)|(?:back|return) to (?:top|(?:the )?(?:home ?page|home|news|main page))",
            r"(?:back|return) to all (?:news|stories|articles|posts)",
            r"scroll (?:down|to top)|log ?in|sign in|log out|my account",
            r"subscribe (?:now|today|here|for full access)\.?",
            r"top of page|get in touch\.?|media (?:contact|enquiries|inquiries) ?:",
            r"thank you for your feedback\.?|cite this article|(?:article )?metrics",
            r"read (?:this )?in (?:spanish|english)|leer en español|doi:? ?\S+|download (?:the )?pdf",
            r"your email address will not be published\.?(?: required fields are marked \*?)?|leave a reply",
            r"required fields are marked \*?|(?:quick guide: )?how do i sign up for .{5,60}\?",
            r"(?:show|load|see|view) (?:more|less)(?: updates| posts)?|(?:read|learn|see) more",
            r"(?:view|see|show|hide|post|add|leave|jump to) (?:all |a |the )?(?:\d+ )?(?:comments?|reply|replies)",
            r"\d+(?:[.,]\d+)*k? (?:comments?|shares?|likes?|views|replies)|no comments(?: yet)?|comments? \(?\d+\)?",
            r"read (?:next|also)|also read",
            r"(?:click|tap) for more .{2,20}|(?:view|see) (?:\d+ |all )?(?:more )?(?:images|photos)",
            r"comments (?:are|have been) closed(?: on this \w+)?\.?|(?:hide|toggle|show) caption|full ?screen",
            r"share (?:this(?: (?:story|article|page|post|video))?|article|story|full article|options)",
            r"share (?:this )?(?:story |article )?(?:on|via|to|with) (?:social media|friends|your friends)",
            r"(?:copy|get) (?:link|url)|link copied!?|gift (?:this )?article|give this article|font size",
            r"text size.{0,8}",
            r"save (?:article|story|for later|this (?:story|article))|print (?:this )?(?:article|story|page)",
            r"e-?mail (?:this )?(?:article|story|page)|watch live|play video|watch video|join the conversation",
            r"listen to (?:this|the) (?:article|story)(?: ?[·•|,-]? ?[\d:]+.*)?|getting your \S+ audio player ready",
            r"(?:video )?ad feedback|advertise with us|privacy (?:policy|notice)",
            r"terms (?:of (?:use|service)|and conditions)",
            r"cookie (?:policy|settings|preferences)|accept (?:all(?: cookies)?|cookies)|reuse this content",
            r"do not sell (?:or share )?my (?:personal )?information|order reprints|enlarge image",
            r"purchase licensing rights(?:, opens new tab)?|view image in fullscreen|click to (?:enlarge|expand|share)",
            r"report (?:an error|a (?:typo|mistake|problem))|suggest a correction|republish (?:this|our) \w+",
            r"was this (?:article|page|story) (?:helpful|useful)\?|(?:add|make) .{2,40} preferred source\b.*",
            r"in this (?:story|article)|explore more on these topics|related (?:topics|tags)",
        ),
    ),
    Rule(
        "share or navigation words",
        Place.MARGIN,
        4,
        whole(
            r"(?:back|return) to the top|promoted|close|menu|dismiss|search|home(?:page)?|next|previous|prev|sign "
            r"up|subscribe|register|share|sharing",
            r"listen(?: now| \(\d+ min(?:utes?)?\))?|watch(?: now)?|play|pause|mute|unmute|expand|collapse|loading",
            r"comments?|likes?|shares?|views|replies|topics?|tags?|key topics|copied|bookmark|reprints?|contact us",
            r"translate|follow|following|about us|like this|advertise|more|news|facebook|twitter",
            r"whatsapp|copy|link|save|print|e-?mail",
        ),
    ),
    Rule(
        "share or navigation words",
        Place.ANYWHERE,
        14,
        starting(
            rf"(?!share more\b)share(?: (?:this|on|via|to)\b(?: {PIECE})?)?(?: (?:on|via|to))?:? "
            rf"(?:{NETWORK}\b[\s,|/·•]*(?:and |or )?)+\Z",
            rf"(?:{NETWORK}\s*[|/·•]\s*)+{NETWORK}\Z|(?:{NETWORK}\s+){{2,}}{NETWORK}\Z",
            rf"(?!(\w+), \1\b)(?:(?:(?:share )?(?:on|via) )?{NETWORK}[\s,|/·•]+|"
            rf"(?:\d+ (?:shares|comments)|view comments)[\s,|/·•]*){{2,}}(?:{NETWORK})?\Z",
            r"(?:home|news)(?: ?[>»›] ?[\w&'-](?:[\w&' -]{0,23}[\w&'-])?)+\Z",
        ),
    ),
    Rule(
        "share or navigation words",
        Place.TAIL,
        20,
        starting(
            rf"share this\b(?: {PIECE})? (?:with|on|to) (?:an?|your|anyone|someone|those|people|social|"
            r"friends)\b[^,]*\Z"
        ),
    ),
    Rule(
        "advertisement",
        Place.ANYWHERE,
        8,
        whole(
            r"advertisements?|adverts?|ads?|sponsored(?: (?:content|post|by (?-i:[\p{Lu}\d]).{1,40}))?",
            r"paid (?:post|content|partnership)|ads by \S.{2,40}",
            r"(?:story|article|content) continues (?:below|after)"
            r"(?: (?:this |the )?(?:ad|advert|advertisement|video|gallery|image))?|promoted content",
            r"(?:after|skip past) (?:the )?newsletter promotion|remove ads|from our (?:sponsors?|partners?)",
            r"(?:scroll|continue) (?:down )?to (?:continue(?: reading)?|read more)|partner content",
            r"(?:continue|keep) reading(?: below)?(?: the main story)?",
        ),
    ),
    Rule(
        "section label",
        Place.MARGIN,
        4,
        whole(
            r"exclusive|breaking(?: news)?|developing|updated|premium|subscribers?[- ](?:only|exclusive)|free to read",
            r"special report|sponsored|urgent|news ?alert|alert|flash|snap|corrected|embargoed",
        ),
    ),
    Rule("separator", Place.ANYWHERE, 6, starting(r"(?:[^\w\s]|_)(?:\s*(?:[^\w\s]|_))+\Z")),
    Rule("separator", Place.TAIL, 2, starting(r"-+ ?30 ?-+\Z", r"-? ?ends? ?-?\Z")),
    Rule(
        "topic tags",
        Place.UNDER_TITLE,
        30,
        starting(
            r"(?:tags?|topics?|filed under|categories|keywords|see more on|posted in) ?:|category ?: ?(?-i:\p{Lu})",
            r"(?:tagged(?: with| as)?|related topics|suggested topics) ?:",
            r"(?:#\w+[ ,]*){2,}\Z",
        ),
    ),
)

_OTHER_STORIES = (
    Rule("related link", Place.ANYWHERE, 8, RELATED_LABEL),
    Rule(
        "related link",
        Place.ANYWHERE,
        28,
        starting(
            one_of(
                r"(?:read more|read on|read also|also read|read next|see also|don't miss|recommended reading)",
                r"(?:icymi|in case you missed it|you (?:may|might) also like|must[- ]read|editor's picks?)",
                r"related(?: (?:story|stories|articles?|coverage|reading|news|links?|content|topics?))?",
                r"(?:more on this(?: story| topic)?|from (?:the|our) archives?|trending(?: now)?)",
                r"(?:further reading|most read|sponsored(?: by)?)",
            )
            + _COLON
            + _NO_STOP,
            r"(?:read|see|find|get|explore) (?:(?:more|all) (?:of |from |about )?)?our (?:[\w-]+ ){0,3}"
            r"(?:coverage|reporting|stories|series)(?: (?:here|below|of|on|about|from) .{2,60}| here| below)?[.!]?\Z",
            rf"(?:read|see|watch|hear|view|download) the (?:full|complete|entire|original) (?:[\w'-]+ )?"
            rf"(?:{PIECE}|{_PAPER})(?: (?:here|below|online)\.?)?\Z",
            r"(?:to continue(?: reading)?, )?(?:please )?(?:subscribe|log ?in|sign in|register)"
            r" to (?:continue|unlock|keep reading|read (?:this|the|more|on|full)|(?:comment|view)[.!]?\Z)",
            r"you have \w+ (?:free )?articles? (?:left|remaining)\b",
            r"(?:click|tap) here (?:to|for)\b",
        ),
        may_report=True,
    ),
    Rule(
        "related link",
        Place.ANYWHERE,
        24,
        naming(
            r"(?:READ|WATCH|LISTEN|VIDEOS?|PHOTOS|GALLERY|PODCAST|MORE|NEXT|LIVE|ALSO|PREVIOUSLY|QUIZ|POLL|OPINION|"
            r"AUDIO|"
            r"ANALYSIS|EXPLAINER|SLIDESHOW|INTERACTIVE|SUBSCRIBE|SIGN UP|NEXT UP|UP NEXT)"
            rf"(?: MORE| NOW| LIVE| ALSO| ON [A-Z0-9 ]+| UPDATES)?{_COLON}{_NO_STOP}",
            r"(?:Watch|Listen|Video|Audio|Podcast|Gallery|Slideshow|Interactive|In (?:pictures|photos)|Quiz)"
            rf"(?: now)? ?[:|>»›] ?(?![\p{{Ll}}\d]){_NO_STOP}",
            rf"Live(?: blog| updates| coverage| now) ?[:|>»›] ?{_NO_STOP}",
            r"Live ?[:|>»›] ?.*\b(?:[Ff]ollow|[Ww]atch|updates|latest|coverage|as it happens)\b.*[^.,;]\Z",
            rf"More: (?:See|Read|Watch) {_NO_STOP}",
        ),
        may_report=True,
    ),
    Rule(
        "related link",
        Place.TAIL,
        24,
        naming(
            r"(?:Explainer|Explained|Opinion|Analysis|Live|Timeline|Up next|(?:Next|Previous) (?:story|article|up))"
            rf" ?[:|>»›] ?(?!\p{{Ll}}){_NO_STOP}",
            r"(?:Poll|Vote|Survey|Debate|Reader poll|Readers' poll) ?: ?[^?]+\?\Z",
            r"(?:Find|See|Read|Get) (?:more|all|the latest|full|complete)\b.{0,60}\b(?:coverage|stories|series)\b",
        ),
        may_report=True,
    ),
    Rule(
        "page pointer",
        Place.UNDER_TITLE,
        16,
        starting(
            r".*[:,;—–-] ?(?:see |turn to |continued on )?pages? [a-z]?\d+(?: ?(?:-|and|,) ?[a-z]?\d+)?\)?\Z",
            r"(?:see|turn to|continued (?:on|from)|full story(?: on)?|story(?: on)?|more(?: on)?),? "
            r"pages? [a-z]?\d+\S*\Z",
        ),
    ),
)

RULES: tuple[Rule, ...] = (*_BUTTONS, *_OTHER_STORIES, *CREDIT_RULES, *NOTE_RULES, *CALL_RULES, *ABROAD_RULES)
"""Every kind of furniture that is known by its wording; the first rule that fits names the line."""
