"""How do newsrooms that write German, French, Spanish or Italian word the lines around a story?

The commonest wordings only, and whole lines: a word that is a button in one language may be a headline in another.
"""

from __future__ import annotations

from diffview.reading.wording import FULL_NAME, NAME, Place, Rule, naming, one_of, whole

_BUTTON = one_of(
    r"teilen|merken|drucken|kommentieren|vorlesen|versenden|abonnieren|anmelden|suche|menü|startseite|kontakt|agb",
    r"datenschutz(?:erklärung)?|impressum|kommentare?(?: \(\d+\))?|nach oben|zur startseite|artikel \p{L}+(?<=en)",
    r"partager|s'abonner|abonnez-vous|se connecter|imprimer|réagir|commentaires?|mentions légales|nos newsletters",
    r"gérer (?:mes|les) cookies|accueil|recherche|comparte|compartir|suscríbete|iniciar sesión",
    r"ver comentarios|más información",
    r"comentarios|aviso legal|condividi|stampa|commenti|accedi|abbonati",
    r"facebook|twitter|x|whatsapp|e-?mail|linkedin",
)
OTHER_STORIES = one_of(
    r"lesen sie (?:auch|mehr|dazu)(?: (?:auch|dazu))?|mehr zum thema|das könnte sie (?:auch )?interessieren",
    r"meistgelesen|auch interessant|weitere (?:artikel|meldungen|nachrichten)(?: zum thema)?|(?:à )?lire aussi",
    r"sur le même (?:sujet|thème)|les plus lus|te puede interesar|lo más (?:visto|leído)|lee también",
    r"leggi anche|i più letti",
)
"""What stands over, or before, the headlines of other stories."""
_DAY = (
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)"
)
_MONTH = (
    r"(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|janvier|février|mars|avril|"
    r"juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|"
    r"septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|"
    r"(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic|janv|févr|avr|juil|déc|jan|mär|apr|aug|okt|dez|gen|mag|giu|"
    r"lug|set|ott)\b\.?)"
)
_WRITTEN = rf"\d{{1,2}}\.?(?:er)? (?:de )?{_MONTH}(?: (?:de )?\d{{4}})?"
_DATE = rf"(?:{_DAY},? )?(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|{_WRITTEN})"
_HOUR = r"(?:(?:um|à|a las|alle|ore|h)? ?\d{1,2}(?:[.:h]| h )\d{2}(?: uhr| h| cet| cest)?)"
_MADE = (
    r"(?:stand|(?:zuletzt )?aktualisiert|veröffentlicht|erstellt|publiée?|mise? à jour|modifiée?|publicado|actualizado|"
    r"pubblicato|aggiornato)(?: (?:am|le|el|il))?:?"
)
_STAMP = rf"(?:{_MADE} )?{_DATE}(?:[ ,–|•-]+{_HOUR})?"

ABROAD_RULES: tuple[Rule, ...] = (
    Rule("share or navigation words", Place.MARGIN, 10, whole(rf"{_BUTTON}(?:[ |·•,/]+{_BUTTON})*")),
    Rule(
        "share or navigation words",
        Place.MARGIN,
        6,
        whole(r"(?:startseite|accueil|inicio|portada)(?: ?[>»›/|] ?[\p{L}' -]{2,25})+"),
    ),
    Rule(
        "related link",
        Place.ANYWHERE,
        24,
        whole(OTHER_STORIES, rf"{OTHER_STORIES} ?: ?\S.*[^.,;]"),
    ),
    Rule("topic tags", Place.TAIL, 24, whole(r"archivado en|(?:mots-clés|themen|etiquetas|schlagwörter) ?:[^.]*")),
    Rule(
        "newsletter or app call",
        Place.MARGIN,
        10,
        whole(
            r"(?:jetzt )?(?:unseren |den )?newsletter (?:abonnieren|bestellen)|zum newsletter|abonnez-vous (?:pour|"
            r"dès|ici|maintenant|à (?:notre|nos|partir))\b.{0,40}",
            r"(?:inscrivez-vous à|recevez) (?:notre|nos) newsletters?.{0,20}|suscríbete (?:para (?:seguir|leer|"
            r"continuar|recibir)|a (?:nuestr[oa]|la newsletter))\b.{0,30}",
            r"réservé (?:à nos|aux) abonnés|iscriviti alla .{0,20}newsletter",
        ),
    ),
    Rule(
        "timestamp",
        Place.MARGIN,
        20,
        whole(
            rf"(?={_MADE}|.*\b(?:19|20)\d\d\b|.*\d[./-]\d{{1,2}}[./-]\d\d){_STAMP}(?:[ ,–|•-]+{_STAMP})*",
            r"(?:temps de lecture|lesezeit|tiempo de lectura) ?:? ?\d+ ?min(?:uten?|utos)?\.?",
        ),
        signs=tuple("0123456789"),
    ),
    Rule(
        "timestamp",
        Place.TOP,
        20,
        whole(rf"(?:\p{{L}}[\p{{L}} ]{{2,20}} ?[-–,] )?{_STAMP}(?:[ ,–|•-]+{_STAMP})*"),
        signs=tuple("0123456789"),
    ),
    Rule(
        "byline",
        Place.UNDER_TITLE,
        16,
        naming(
            rf"(?:Von|VON|Par|PAR|Por|POR|Di) {FULL_NAME}(?:(?:, | und | et | y | e ){FULL_NAME})*(?:, (?:{NAME}|"
            rf"\p{{Ll}}+))?\Z",
            r"(?:dpa|KNA|APA|SDA|EFE|ANSA|Europa Press|Agencias|Redacción|Redazione|La rédaction|Die Redaktion)"
            r"(?:[/, ]+(?:dpa|AFP|AP|Reuters|EFE|KNA|APA|avec AFP))*\Z",
        ),
    ),
    Rule(
        "update note",
        Place.UNDER_TITLE,
        40,
        whole(r"(?:(?:hinweis|anmerkung) der redaktion|note de la rédaction|nota de la redacción) ?: ?\S.*"),
        may_report=True,
    ),
    Rule("advertisement", Place.ANYWHERE, 2, whole(r"anzeige|werbung|publicité|publicidad|pubblicità")),
    Rule(
        "photo credit",
        Place.ANYWHERE,
        20,
        whole(
            r"(?:foto|bild|grafik|crédits? photo)s? ?: ?"
            r"(?:(?-i:[\p{Lu}\d]).*|\S+(?: ?/ ?\S.*)?|picture alliance.*)(?<!\.)",
            r"crédits? ?: ?(?-i:\p{Lu})[^.]*|foto ?/ ?\S.*",
        ),
    ),
    Rule(
        "legal notice",
        Place.UNDER_TITLE,
        20,
        whole(
            r".*(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|riproduzione riservata).*"
        ),
    ),
)
