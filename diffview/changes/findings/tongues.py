"""In which language is an article written, as far as a capital letter says something there, and what opens sentences?

In German every noun has a capital, so a capital alone makes no name. The closed classes of the languages tell them
apart: one word in five of any running text is among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from diffview.model import Document, Role
from diffview.words import FUNCTION_WORDS, fold, tokenise

_LEAST = 0.15  # share of words of the closed classes from which a text counts as written in a language
_FEWEST = 4  # such words that a text must have for that


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a language has that is no part of a name though it may have a capital letter; all in small letters.

    `closed` are words of the closed classes, `dates` days and months, `measures` nouns after which comes what there
    is of it ("Millionen Euro", "Ende Mai"); `inside` joins two parts of one name. Part of a name all the same are
    those of `in_names` before a capital inside a sentence ("La Rochelle"), and `surnames` after one ("Petra Winter").
    """

    closed: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    inside: frozenset[str] | None = None
    has_capital_nouns: bool = False
    in_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()


ENGLISH = Tongue(FUNCTION_WORDS)
GERMAN = Tongue(
    frozenset(
        """aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beide beiden beim
        bereits bis da dabei dadurch dafür dagegen daher damit danach dann daran darauf darüber darum das dass
        dazu dein dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort drei
        du durch ein eine einem einen einer eines einige einigen einst er erst erstmals es etwa etwas für
        gegen gibt hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in inzwischen
        ist ja jede jedem jeden jeder jedes jetzt kein keine keinem keinen keiner laut manche mehr mehrere
        mehreren mein meine meisten mit nach nachdem neben nicht nichts noch nun nur ob obwohl oder ohne rund
        schon sehr sei sein seine seinem seinen seiner seit selbst sich sie sind so sogar solche sondern soll
        sollen statt trotz über um und uns unser unsere unter viele vielen vom von vor wann war waren warum
        was weder wegen weil weitere weiteren weiterhin welche wenige wenn wer werden wie wieder wir wird wo
        worden wurde wurden während zu zudem zuletzt zum zur zwar zwischen zunächst zwei vier fünf sechs
        sieben acht neun zehn elf zwölf hundert tausend""".split()  # noqa: SIM905
    ),
    frozenset(
        """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz april
        mai juni juli august september oktober november dezember frühjahr frühling sommer herbst winter
        vormittag mittag nachmittag abend nacht morgen montagabend dienstagabend mittwochabend donnerstagabend
        freitagabend samstagabend sonntagabend""".split()  # noqa: SIM905
    ),
    frozenset(
        """anfang mitte ende uhr jahr jahre jahren jahres monat monate monaten woche wochen tag tage tagen stunde
        stunden minute minuten sekunden million millionen milliarde milliarden prozent prozentpunkte euro cent
        dollar franken pfund meter metern kilometer kilometern zentimeter quadratmeter hektar tonne tonnen
        kilo kilogramm gramm liter litern grad dutzend dutzende hunderte tausende zehntausende hunderttausende
        hälfte drittel viertel fünftel teil teile teilen reihe art stück menge zahl anzahl paar fall fälle
        fällen mal glas flasche gruppe form folge angaben beginn höhe richtung stimmen""".split()  # noqa: SIM905
    ),
    frozenset(("von", "von der", "von den", "von und zu", "van", "van der", "zu", "de", "bin", "al", "el", "di", "da")),
    has_capital_nouns=True,
    surnames=frozenset(("sommer", "winter", "herbst", "frühling", "morgen", "abend", "mittag", "nacht", "may")),
)
_FRENCH = Tongue(
    frozenset(
        """le la les un une des du de d au aux et ou mais donc or ni car que qui dont où ce cet cette ces son sa
        ses leur leurs notre nos votre vos mon ma mes je tu il elle on nous vous ils elles se y en à dans par
        pour sur sous avec sans chez entre vers depuis pendant avant après selon contre malgré ainsi alors
        aussi plus moins très tout toute tous toutes pas ne est sont était étaient a ont avait être avoir fait
        quand comme si même plusieurs certains""".split()  # noqa: SIM905
    ),
    frozenset(
        """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
        septembre octobre novembre décembre""".split()  # noqa: SIM905
    ),
    in_names=frozenset(("le", "la", "les", "du", "des")),
)
_SPANISH = Tongue(
    frozenset(
        """el la los las lo un una unos unas de del al a y e o u pero sino que quien quienes cuyo donde este esta
        estos estas ese esa esos esas su sus mi mis tu nuestro nuestra yo él ella ellos ellas nosotros usted
        se le les me nos en con por para sin sobre entre hasta desde según contra tras ante durante mediante
        como cuando si no ni ya muy más menos también además así todo toda todos todas es son era eran fue
        fueron ha han había ser estar está están hay""".split()  # noqa: SIM905
    ),
    frozenset(
        """lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
        septiembre octubre noviembre diciembre""".split()  # noqa: SIM905
    ),
    in_names=frozenset(("el", "la", "los", "las")),
)
_ITALIAN = Tongue(
    frozenset(
        """il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal
        dalla dai in nel nella nei nelle con su sul sulla per tra fra e ed o ma che chi cui dove questo questa
        questi queste quello quella suo sua suoi sue loro mio nostro io lui lei noi voi si ci ne non più meno
        molto anche così come quando se già tutto tutta tutti tutte è sono era erano ha hanno aveva essere
        stato stata secondo dopo prima durante contro senza""".split()  # noqa: SIM905
    ),
    frozenset(
        """lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno
        luglio agosto settembre ottobre novembre dicembre""".split()  # noqa: SIM905
    ),
    in_names=frozenset(("la", "lo", "li", "del", "della", "di")),
)
_TONGUES = (ENGLISH, GERMAN, _FRENCH, _SPANISH, _ITALIAN)


def tongue_of(document: Document) -> Tongue:
    """Return the language that most words of the closed classes belong to; English where it can't be told."""
    counted = Counter(
        word
        for passage in document.passages
        if passage.role is Role.BODY
        for word in _words(passage.span.of(document.article.text))
    )
    all_ = sum(counted.values())
    shares = [sum(counted[word] for word in tongue.closed) for tongue in _TONGUES]
    best = max(range(len(_TONGUES)), key=lambda at: shares[at])
    return _TONGUES[best] if shares[best] >= max(_FEWEST, _LEAST * all_) else ENGLISH


def _words(text: str) -> Sequence[str]:
    return [word for token in tokenise(text) if (word := fold(token.of(text)).lower()).isalpha()]
