"""What does a newsroom tell its readers about the story, and what does it ask of them?"""

from __future__ import annotations

from diffview.reading.wording import (
    CHANNEL,
    FULL_NAME,
    LETTER,
    MAILBOX,
    NAME,
    NEWSROOM,
    OUR_MAILBOX,
    PIECE,
    PLATFORMS,
    ZONE,
    Place,
    Rule,
    naming,
    one_of,
    starting,
)

_RATE = r"(?:US)?[$€£¥]?1(?: (?:US )?[\p{L}]+){0,3} ?= ?[$€£¥]?[\d.,]+(?: [\p{L} ]{2,40}?)?"
_QUESTION = r"(?:[^?]{3,90}\? )?"
_LEAD_IN = r"(?:[^.!?]{3,90}[?!.] |(?:to|for more) [^.!?,]{2,40}, )?(?:please )?"

NOTE_RULES: tuple[Rule, ...] = (
    Rule(
        "update note",
        Place.UNDER_TITLE,
        60,
        starting(
            rf"\(?this [^.]{{0,30}}?{PIECE}(?: of [^.]{{2,40}})? "
            + one_of(
                r"(?:has|have|had) (?:since |now )?(?:been |ended\b|closed\b)",
                r"was (?:last |first |originally |also |updated|corrected|edited|amended|published|produced|reported)",
                r"is (?:the )?(?:part|first|second|third|last|final|one)\b.{0,30}\bseries|was (?:funded|made possible)",
                r"was (?:supported|translated|written (?:by|in|with))|is (?:being|no longer being|developing|breaking)",
                r"is (?:part of|published|co-published|adapted from|republished|more than [\w ]+ old\Z)",
                r"will be (?:continually )?updated|originally (?:appeared|misstated|stated|gave)",
                r"(?:first |originally )?appear(?:s|ed) (?:in|on)",
            ),
            rf"(?:an|the) (?:earlier|previous|original) version of (?:this|the) {PIECE}",
            rf"this is a (?:developing|breaking)(?: news)? {PIECE}|(?:developing|breaking)(?: news)? {PIECE}\.?\Z",
            r"(?:editor'?s?'?|author'?s?|publisher'?s?) note ?[:—–-]|corrections?:|correction \(|clarification:",
            r"corrections (?:and|&) clarifications|for the record: an? |(?:corrections?|clarification) appended",
            r"an? (?:correction|clarification) was (?:made|issued|published)|this is a live (?:page|blog)",
            r"\((?:corrects|adds|updates|recasts|refiles|repeats|removes|fixes|clarifies|changes|writes through)\b"
            r"[^()]*\)\Z",
            r"when we learn of a mistake\b|if you (?:spot|see|notice|find) an? (?:error|mistake|typo)\b",
            r"we are (?:now )?(?:closing|ending|wrapping up|pausing) (?:this|our) (?:live )?(?:page|blog|coverage)\b",
            r"part \d of \d\b|(?:coming )?tomorrow in (?:the )?",
            r"(?:this is )?(?:the )?(?:part \w+|first|second|third|last|final|one)(?: part| story| article)?"
            r" (?:of|in) (?:a|our|the) (?:[\w-]+ )?series\.?\Z",
            r"updated? ?(?::|\()|(?:please )?check back (?:later )?(?:here )?(?:for|with|soon)",
            r"refresh (?:this page |the page )?for|more (?:details |information )?to (?:follow|come)\.?\Z",
            rf"all times (?:are )?(?:in )?{ZONE}|a version of this {PIECE} (?:appears|appeared|first|was|originally)",
        ),
        may_report=True,
    ),
    Rule(
        "exchange-rate note",
        Place.ANYWHERE,
        14,
        naming(
            rf"\(?{_RATE}(?:; {_RATE})*\)?\.?\Z",
            r"\(?All (?:figures|prices|amounts|sums) (?:are )?(?:given )?in [\p{L}. ]{2,30}"
            r"(?:dollars|euros|pounds|currency)\.?\)?\Z",
        ),
    ),
    Rule(
        "legal notice",
        Place.UNDER_TITLE,
        60,
        starting(
            r"(?:©|\(c\)) ?\S|copyright (?:©|\(c\)|\d{4}|by)|.*\ball rights reserved\b|our standards ?:",
            r"this (?:material|content|article|website|site) (?:may not be (?:published|reproduced)|uses cookies|"
            r"is protected by|is provided (?:by|for))",
            r"(?:we|this site|this website|our partners) (?:may )?(?:use|uses|receive|earns?)\b"
            r".{0,60}\b(?:cookies|commission|affiliate)\b",
            r".*\bsolely responsible for (?:all|this|the) content\b|.*\btrust principles\b",
            r"(?:republished|reprinted|reproduced|used) (?:here )?(?:with permission|under)\b",
            r"by (?:signing up|subscribing|entering your|clicking|submitting),? you (?:agree|accept|consent)\b",
            r"(?:the )?[\w ]{2,30} (?:is|are) not responsible for the content of external (?:internet )?sites\b",
            r"the (?:views|opinions) expressed (?:in this|here|are|by)\b",
        ),
    ),
)

CALL_RULES: tuple[Rule, ...] = (
    Rule(
        "contact call",
        Place.TAIL,
        30,
        starting(
            rf"(?:to [^.,?]{{3,60}}, )?{_QUESTION}(?:please )?"
            r"(?:contact|reach|e-?mail|message|call|text|write(?: to)?|follow|send)\b"
            rf".{{0,60}}(?:\b{NEWSROOM}\b|{OUR_MAILBOX})",
            r"(?:please )?(?:send|share)(?: with)? us your\b",
            r"(?:please )?(?:send|submit|share)\b.{0,20}\byour (?:tips?|letters?|photos|videos|news|thoughts|views|"
            r"comments|story|stories)\b.{0,20}\b(?:us|to|at|below|with)\b",
            r"[^?]{3,90}\? (?:please )?(?:tell|message|contact|e-?mail|text|let|write to|talk to|call)"
            rf" (?:us\b|our\b|the newsroom|{MAILBOX})",
            r"(?:join the (?:conversation|debate|discussion)|let us know|tell us|leave a comment)\b"
            r".{0,40}\b(?:comments?|below|e-?mail|page)\b",
            r"(?:got|have) an? (?:news )?(?:tip|story)[^?]{0,40}\?|(?:do you )?know more\?|what do you think\?\Z",
            r"(?:tell|write to|e-?mail|message|text|call|whatsapp|contact) us\b"
            rf".{{0,40}}(?:{MAILBOX}|www\.|https?:|\b\d{{3,}}[ -]\d{{3,}})",
            r"share your (?:views?|opinions?|thoughts|experiences?)\b.{0,30}\b(?:comment|comments|below|online|us)\b",
            r"tell us ?:|have your say\b|have you been affected\b[^?]*\?",
            rf"(?i:contact|reach|e-?mail|follow|write to) {NAME} (?:at|on):? (?:{MAILBOX}|(?:\w+ )?@\w+)\.?\Z",
            rf"(?-i:{FULL_NAME}) can be reached (?:at|on) (?:{MAILBOX}|@|\(?\d{{3}})|follow @\w",
            r"follow (?:him|her|them|me|us) (?:at|on) .{0,12}@\w+",
            rf"(?:tips|contact|e-?mail)(?: (?:him|her|them|me))?(?: (?:at|on))?:? ?{MAILBOX}\.?\Z",
        ),
    ),
    Rule(
        "contact call",
        Place.ANYWHERE,
        18,
        starting(
            r"(?:got|have) (?:a |any )?(?:news )?(?:tips?|story|stories|information)[^?]{0,60}\? "
            r".*\b(?:us|our|reporters?|newsroom|securely|confidentially)\b",
            r"what do you think\? .*\b(?:comments?|let us|poll|e-?mail|below)\b",
            r"(?:have your say|vote in our poll|take our (?:poll|quiz|survey))\b",
        ),
    ),
    Rule(
        "newsletter or app call",
        Place.ANYWHERE,
        32,
        starting(
            rf"{_LEAD_IN}(?:sign[ -]?up|subscribe|register|get|join|receive|try|enter your e-?mail)\b.*\b{LETTER}\b",
            rf"{_LEAD_IN}(?:sign up|subscribe|register|get|join|download|try|install|enable|turn on|add|follow)\b"
            rf".*\bour {CHANNEL}",
            rf"(?:follow|like|find|connect with|watch) us (?:on|across) {PLATFORMS}",
            rf"follow [\w' ]{{2,60}} on {PLATFORMS}|(?:you can now )?listen to our .{{0,40}}podcast\b",
            r"(?:keep up|catch up|stay in touch|stay up to date|connect) with us\b",
            r"already (?:a subscriber|have an account|a member|registered)\?",
            rf"(?:get|download|install) the {NAME} app\b",
        ),
    ),
    Rule(
        "newsletter or app call",
        Place.TAIL,
        26,
        starting(
            r"(?:sign[ -]?up|subscribe)(?: here| now| today| free)?[.!]?\Z",
            r"follow (?:the latest|live updates|all (?:the|our))\b.{0,40}\b(?:at|on|in)\b",
            r"get (?:more|the latest|today's|all the) .{0,40}\b(?:news|headlines)\b",
        ),
    ),
    Rule(
        "appeal to readers",
        Place.TAIL,
        40,
        starting(
            r"here'?s how (?:you can|to) (?:help|donate)\.?\Z",
            r"(?:chip|pitch) in (?:[$£€]\d|now|today|here|to)|donate\Z",
            r"(?:donate|give|contribute) (?:[$£€]\d+ )?(?:now|today|here|to (?:support|help|keep) (?:us|our|local))\b",
            r"(?:please )?help us\b.*"
            r"\b(?:journalism|newsroom|reporting|donat\w+|member|subscri\w+|contribution|readers)\b",
            r"(?:please )?support (?:us|(?:our|independent|local|quality|non-?profit|free|public) "
            r"(?:journalism|news|newsroom|reporting|media|radio|work))\b",
            r"(?:please |consider )?becom(?:e|ing) an? .{0,40}\b(?:member|supporter|patron|subscriber)\b"
            r".{0,20}(?:[$£€]\d|today|now|here)",
            r"(?:please )?(?:help )?keep (?:local|independent|free|public|community|our|quality) "
            r"(?:news|journalism|reporting|newsroom|media|radio)\b",
            r"(?:the )?[\w' ]{2,40} is an? (?:[\w-]+ ){0,3}"
            r"(?:nonprofit|non-profit|reader-(?:supported|funded)|independent),? "
            r"(?:[\w-]+ ){0,3}(?:newsroom|news \w+|newspaper|publication|media outlet)\b",
            r"thank(?:s| you) for (?:reading|subscribing|listening)"
            r"(?: (?:to )?(?:us|our|the \p{L}+).{0,30})?(?:[.!]|\Z)",
            r".*\b(?:readers|listeners|members|viewers|people|donors|supporters) like you\b",
            r".*\b(?:paid for|funded|supported|made possible) by our (?:readers|listeners|members|viewers)\b",
            r"(?:your (?:support|donation|contribution|subscription|gift)|if you (?:value|like|enjoy|found))\b.*"
            r"\b(?:journalism|reporting|newsroom|newsletter|subscrib\w+|(?:our|this) (?:work|story|article|podcast))\b",
            r"(?:enjoying|enjoyed|like|love|liked) (?:this|our|what you(?:'re| are)?)\b[^?.]*\?",
        ),
    ),
)
