"""What does a newsroom tell its readers about the story, and what does it ask of them?"""

from __future__ import annotations

from diffview.reading.wording import (
    CHANNEL,
    FULL_NAME,
    LEAD_IN,
    LETTER,
    MAILBOX,
    MONTH,
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

_MONEY = r"(?:[$€£¥]|\b(?:dollars?|euros?|pounds?|yen|francs?|crowns?|rupees?|yuan|pesos?|roubles?|rubles?)\b)"
_RATE = r"(?:US)?[$€£¥]?1(?: (?:US )?[\p{L}]+){0,3} ?= ?[$€£¥]?[\d.,]+(?: [\p{L} ]{2,40}?)?"
_QUESTION = r"(?:[^?]{3,90}\? )?"
_STORY = r"(?:story|article|live ?blog|blog|page|post|piece|column)"
_THIS = r"this (?:(?:news|developing|breaking|live|opinion|reporting|sponsored) |(?-i:(?:\p{Lu}[\w'&-]* ){1,4}))?"
_TAKE = r"(?:sign[ -]?up|subscribe|register|get|join|receive|try|enter your e-?mail)"
_AMENDED = r"amended(?: (?:on|to|after|at|since|with)\b|\.?\Z)"
_EDITED = r"(?:edited|revised)(?: (?:and condensed|to|for|after|on|by (?-i:\p{Lu}))|\.?\Z)"
_WENT_WRONG = r"(?:mis\p{L}+|incorrect\p{L}*|wrong\p{L}*|inaccurate\p{L}*|in error|omitted)"

NOTE_RULES: tuple[Rule, ...] = (
    Rule(
        "update note",
        Place.UNDER_TITLE,
        60,
        starting(
            rf"\(?{_THIS}(?:{_STORY}|report|review|interview|podcast|dispatch|list) "
            + one_of(
                r"(?:has|had) (?:since |now )?been (?:updated|corrected|clarified|translated|republished|"
                rf"{_EDITED}|{_AMENDED})",
                rf"was (?:last |also )?(?:updated|corrected|{_AMENDED})\b|will be (?:continually )?updated\b",
                r"is (?:being|no longer being) updated\b|(?:originally |initially )?(?:misstated|misspelled|"
                r"misidentified)\b",
                r"was (?:produced|reported|written|made possible|supported|funded)\b.{0,25}"
                r"\b(?:with (?:the )?(?:support|help|funding)|in (?:partnership|collaboration)|by a grant|as part "
                r"of)\b",
                r"(?:is|was) (?:the )?(?:part|first|second|third|last|final|one)\b.{0,30}\bseries(?: (?:on|"
                r"about)\b|[.,]|\Z)",
            ),
            rf"\(?{_THIS}{_STORY} "
            + one_of(
                rf"(?:has|had) (?:since |now )?(?:ended|closed|been (?:closed|{_EDITED}|updated|supported|archived))\b",
                rf"was (?:(?:last |first |originally )?(?:published|posted|{_EDITED}|reported by)|translated|"
                r"produced (?:by|for))\b",
                r"was (?:funded|made possible|supported|written) (?:by|with) (?-i:(?:the |The |an? )?\p{Lu})",
                r"is (?:still )?(?:developing|breaking)(?:[.,;]| and\b|\Z)|is more than [\w ]+ old\Z",
                r"is (?:published|co-published|republished|adapted from|part of\b.{0,60}\b(?:series|project|"
                r"partnership))\b",
                r"originally (?:stated|gave|said)\b|(?:first |originally )appeared (?:in|on)\b",
                r"appear(?:s|ed) (?:in|on)\b.{0,40}\b(?:print|edition|issue|magazine)\b",
            ),
            r"this reporting project was (?:funded|supported|made possible) by\b",
            r"(?:an|the) (?:earlier|previous|original) version of (?:this|the) (?:story|article|headline|live ?blog)\b",
            rf"(?:an|the) (?:earlier|previous|original) version of this {PIECE}\b.{{0,30}}\b{_WENT_WRONG}\b",
            r"(?:this is a )?(?:developing|breaking)(?: news)? (?:story|news|article)(?:[,;:]? "
            r"[^.]{0,60}\b(?:updat\p{L}+|details|"
            r"more|back|available)\b[^.]{0,40})?\.?(?: (?:please |check |refresh |it |more |this |we |stay "
            r")[^.]{2,90}\.?){0,2}\Z",
            r"(?:editor'?s?'?|author'?s?|publisher'?s?) note ?[:—–-]|corrections?:|correction \(|clarification:",
            r"corrections (?:and|&) clarifications|for the record: an? |(?:corrections?|clarification) appended",
            rf"an? (?:correction|clarification) was made on {MONTH}|this is a live (?:page|blog)",
            r"\((?:corrects|adds|updates|recasts|refiles|repeats|removes|fixes|clarifies|changes|writes through)\b"
            r"[^()]*[^().!?]\)\Z",
            r"when we learn of a mistake\b|if you (?:spot|see|notice|find) an? (?:error|mistake|typo)\b",
            r"we are (?:now )?(?:closing|ending|wrapping up|pausing) (?:this|our) (?:live )?(?:page|blog|coverage)\b",
            r"part \d of \d\b|(?:coming )?tomorrow in (?:the )?(?-i:\p{Lu})[\w ]{2,30}:",
            r"(?:this is )?(?:the )?(?:part \w+|first|second|third|last|final|one)(?: part| story| article)?"
            r" (?:of|in) (?:a|our|the) (?:[\w-]+ )?series\.?\Z",
            r"updated? ?[:(] ?(?:with|to (?:add|include|correct|reflect|clarify))\b|(?:please )?check back "
            r"(?:(?:later|here|soon) ?)*(?:\.|\Z|for (?:the |more )?(?:updates?|latest|"
            r"details|developments)|with us\b)",
            r"refresh (?:this page |the page )?for|more (?:details |information )?to (?:follow|come)\.?\Z",
            r"all times (?:are )?(?:in )?"
            rf"{ZONE}|a version of this (?:{_STORY}|review|essay|interview) (?:(?:first |originally )?appear|was "
            r"(?:first |originally )?published)",
        ),
        may_report=True,
    ),
    Rule(
        "exchange-rate note",
        Place.ANYWHERE,
        14,
        naming(
            rf"(?=\(|.*{_MONEY})\(?{_RATE}(?:; {_RATE})*\)?\.?\Z",
            r"\(?All (?:figures|prices|amounts|sums) (?:are )?(?:given )?in [\p{L}. ]{2,30}"
            r"(?:dollars|euros|pounds|currency)\.?\)?\Z",
        ),
        signs=("=", "all "),
    ),
    Rule(
        "legal notice",
        Place.UNDER_TITLE,
        60,
        starting(
            r"© ?\S|\(c\) ?(?:copyright )?(?:19|20)\d\d|copyright (?:©|\(c\)|\d{4}(?:-\d+)?,? ?(?:by |the |"
            r"(?-i:\p{Lu})|\Z)|by (?-i:(?:The |the )?\p{Lu}))",
            r".*\ball rights reserved\b|our standards ?: ?(?-i:\p{Lu}|the \p{Lu})|.*\b(?-i:Trust Principles)\b",
            r"this (?:material|content|article|website|site) (?:may not be (?:published|reproduced)|uses cookies|"
            r"is protected by (?:copyright|re-?captcha))",
            r"this (?:content|article) is provided (?:by|for)\b",
            r"(?:we|this site|this website|our partners) (?:may |and our partners )?uses? (?:\w+ )?cookies\b",
            r"(?:we|this site|this website|our partners) (?:may )?(?:receive|earn)s?\b.{0,30}\b(?:commission|"
            r"affiliate)\b",
            r".*\bsolely responsible for (?:all|this|the) content\b",
            r"(?:republished|reprinted|reproduced|used) (?:here )?(?:with|by) permission\b",
            r"(?:republished|reprinted|reproduced) (?:here )?under (?:an? |the )?(?:creative commons|cc\b|licen[cs]e)",
            r"by (?:signing up|subscribing|entering your|clicking|submitting).{0,40},? you (?:agree|accept|consent) to"
            r" (?:our|the|receive)\b",
            r"(?:the )?[\w ]{2,30} (?:is|are) not responsible for the content of external (?:internet )?sites\b",
            rf"the (?:views|opinions) expressed (?:in this {PIECE}|here\b|(?:by|are those of) (?:the )?"
            r"(?:authors?|writers?|columnists?|contributors?|guests?)\b)",
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
            rf".{{0,60}}(?:\b{NEWSROOM}|{OUR_MAILBOX})",
            r"(?:please )?(?:send|share)(?: with)? us your\b",
            r"(?:please )?(?:send|submit|share)\b.{0,20}\byour (?:tips?|letters?|photos|videos|news|thoughts|views|"
            rf"comments|story|stories)\b.{{0,20}}\b(?:us|below|{OUR_MAILBOX})",
            r"[^?]{3,90}\? (?:please )?(?:tell|message|contact|e-?mail|text|let|write to|talk to|call)"
            rf" (?:us\b|our (?:reporters?|newsroom|editors?|journalists?)\b|the newsroom|{OUR_MAILBOX})",
            r"(?:join the (?:conversation|debate|discussion)|let us know|tell us|leave a comment)\b"
            r".{0,40}\b(?:in the comments?|comments? (?:section|below)|below[.!]?\Z|by e-?mail|on our .{0,20}\bpage)\b",
            r"(?:got|have) an? (?:news )?(?:tip|story)[^?]{0,40}\?(?:\Z| .*(?:\b(?:us|our|reporters?|newsroom)\b|@))",
            r"(?:do you )?know more\?|what do you think\?\Z",
            r"(?:tell|write to|e-?mail|message|text|call|whatsapp|contact) us\b"
            rf".{{0,40}}(?:{MAILBOX}|www\.|https?:|\b\d{{3,}}[ -]\d{{3,}})",
            r"share your (?:views?|opinions?|thoughts|experiences?)\b.{0,30}\b(?:in the comments?|comment below|"
            r"below|with us)\b",
            r"tell us ?:|have your say[.!]?\Z|have you been affected\b[^?]*\?",
            rf"(?:contact|reach|e-?mail|follow|write to) (?-i:{NAME}) (?:at|on):? (?:{MAILBOX}|(?:\w+ )?@\w+)\.?\Z",
            rf"(?-i:{FULL_NAME}) can be reached (?:at|on) [^.]{{0,25}}(?:{MAILBOX}|@\w)|follow @\w",
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
            r".*\b(?:us|our|reporters?|newsroom)\b",
            r"what do you think\? .*\b(?:in the comments?|let us|our poll|e-?mail us|below)\b",
            r"(?:have your say\b.* )?(?:vote in our poll|take our (?:poll|quiz|survey))\b|have your say (?:below|"
            r"in the comments)\b",
        ),
        signs=("our ", " us ", "? ", "have your say"),
    ),
    Rule(
        "newsletter or app call",
        Place.ANYWHERE,
        32,
        starting(
            rf"{LEAD_IN}{_TAKE}\b(?=.*\b(?:our|your|free|us)\b).*\b{LETTER}\b",
            rf"{LEAD_IN}{_TAKE}\b(?: (?:here|now|today))?(?: (?:to|for))?(?: the)?(?-i:(?: \p{{Lu}}[\w'&]*)+)"
            rf"(?: (?:daily|weekly|morning|evening|free))* {LETTER}\.?\Z",
            rf"{LEAD_IN}(?:{_TAKE}|download|install|enable|turn on|add|follow)(?: [\w-]+){{0,5}} our {CHANNEL}"
            r"(?::.*|(?: (?:and|now|today|here|on|at|for|to (?:get|receive|see|hear|watch|stay|keep|follow|be|"
            r"read))\b.*))?[.!]?\Z",
            rf"(?:follow|like|find|connect with|watch) us (?:on|across) {PLATFORMS}",
            rf"follow [\w' ]{{2,60}} on {PLATFORMS}|(?:you can now )?listen to our .{{0,40}}podcast\b",
            r"(?:keep up|catch up|stay in touch|stay up to date|connect) with us\b",
            r"already (?:a subscriber|have an account|a member|registered)\?",
            rf"(?:get|download|install) the (?-i:{NAME}) app\b(?! and\b)",
        ),
    ),
    Rule(
        "newsletter or app call",
        Place.TAIL,
        26,
        starting(
            r"(?:sign[ -]?up|subscribe)(?: here| now| today| free)?[.!]?\Z",
            rf"follow (?:the latest|live updates|all (?:the latest|our))\b.{{0,40}}\b(?:at (?:www\.)?\w+\.\w|on "
            rf"{PLATFORMS})",
            r"follow (?:the latest|live updates)(?: here| (?:at|on) \S+)?[.!]?\Z",
            r"get (?:more|the latest|today's|all the)(?: local| breaking| top| sports?| world)* (?:news|headlines)\b.*"
            rf"\b(?:at (?:www\.)?\w+\.\w|on (?:our|{PLATFORMS})|in your inbox|by e-?mail|delivered)",
        ),
    ),
    Rule(
        "appeal to readers",
        Place.TAIL,
        40,
        starting(
            r"here'?s how (?:you can|to) (?:help|donate)\.?\Z",
            r"(?:chip|pitch) in (?:[$£€]\d|(?:now|today|here)[.!]?\Z|to (?:support|help|keep) (?:us|our|local)\b)|"
            r"donate\Z",
            r"(?:donate|give|contribute) (?:[$£€]\d+ )?(?:(?:now|today|here)[.!]?\Z|to (?:support|help|keep) (?:us|"
            r"our|local)\b)",
            r"(?:please )?help us\b.*"
            r"\b(?:journalism|newsroom|reporting|donat\w+|member|subscri\w+|contribution|readers)\b",
            r"(?:please )?support (?:us|our (?:journalism|news|newsroom|reporting|work)|"
            r"(?:independent|local|quality|non-?profit|free|public) (?:journalism|news|newsroom|reporting|media|"
            r"radio))\b",
            r"(?!.*\bmember of the (?-i:\p{Ll}))(?:please )?(?:become|consider becoming) an? .{0,40}\b(?:member|"
            r"supporter|patron|subscriber)\b"
            r"(?:.{0,20}[$£€]\d|,? (?:today|now|here)\b)",
            r"(?:please )?(?:help )?keep (?:local|independent|free|public|community|our|quality) "
            r"(?:news|journalism|reporting|newsroom|media|radio)\b",
            r"(?!.*\b(?:was|were|had|reported|first)\b)(?:the )?[\w' ]{2,40} is an? (?:[\w-]+,? ){0,3}"
            r"(?:nonprofit|non-profit|reader-(?:supported|funded)),? "
            r"(?:[\w-]+ ){0,3}(?:newsroom|news \w+|newspaper|publication|media outlet)"
            r"(?:[.,]|\Z| (?:that|which|dedicated|covering|serving|based|supported|funded|and|for|in)\b)",
            r"thank(?:s| you) for (?:reading|subscribing|listening)"
            r"(?: (?:to )?(?:us|our (?-i:\p{Ll}+)|(?-i:(?:the )?\p{Lu}[\p{L} ]*)))?(?:[.!]|\Z)",
            r".*\b(?:by|from|to|of|with|for) (?:\w+ )?(?:readers|listeners|members|viewers|donors|supporters) like "
            r"you\b",
            r".*\b(?:paid for|funded|supported|made possible) by our (?:readers|listeners|viewers)\b",
            r"(?:your (?:support|donation|contribution|subscription|gift) (?:makes?|keeps?|helps?|funds?|of our|"
            r"will|is|allows?)|"
            r"if you (?:value|like|enjoy))\b.*"
            r"\b(?:journalism|reporting|newsroom|newsletter|subscrib\w+|our (?:work|story|article|podcast))\b",
            r"if you (?:(?:value|like|enjoy) this (?:work|story|article|podcast)\b|found this .{3,20} (?:useful|"
            r"helpful|valuable)\b)",
            r"(?:enjoying|enjoyed|like|love|liked) (?:this|our|what you(?:'re| are)?)\b[^?.]*\?",
        ),
    ),
)
