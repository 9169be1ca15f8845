<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>FindingsPanel</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Folding</name>
    <message numerus="yes">
        <source>%n passages the same</source>
        <translation>
            <numerusform>%n passage the same</numerusform>
            <numerusform>%n passages the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Masking</name>
    <message numerus="yes">
        <source>%n weaker link(s)</source>
        <translation>
            <numerusform>%n weaker link</numerusform>
            <numerusform>%n weaker links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaneHeader</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln word(s)</source>
        <translation>
            <numerusform>about %Ln word</numerusform>
            <numerusform>about %Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>diffview did not end in peace. It has kept %n session(s).</source>
        <translation>
            <numerusform>diffview did not end in peace. It has kept %n session.</numerusform>
            <numerusform>diffview did not end in peace. It has kept %n sessions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message numerus="yes">
        <source>%n weaker link(s) not shown</source>
        <translation>
            <numerusform>%n weaker link not shown</numerusform>
            <numerusform>%n weaker links not shown</numerusform>
        </translation>
    </message>
</context>
</TS>
