<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CaptureDetails</name>
    <message numerus="yes">
        <source>%n of its pictures cannot be shown. {why}</source>
        <translation>
            <numerusform>%n of its pictures cannot be shown. {why}</numerusform>
            <numerusform>%n of its pictures cannot be shown. {why}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapturesWindow</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n capture(s)</source>
        <translation>
            <numerusform>Export %n capture</numerusform>
            <numerusform>Export %n captures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting %n capture(s)…</source>
        <translation>
            <numerusform>Exporting %n capture…</numerusform>
            <numerusform>Exporting %n captures…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{listed} of %n capture(s)</source>
        <translation>
            <numerusform>{listed} of %n capture</numerusform>
            <numerusform>{listed} of %n captures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %n capture(s) exported to {target}, sha256 {sha256}…</source>
        <translation>
            <numerusform>✓ %n capture exported to {target}, sha256 {sha256}…</numerusform>
            <numerusform>✓ %n captures exported to {target}, sha256 {sha256}…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message numerus="yes">
        <source>%n capture(s)</source>
        <translation>
            <numerusform>%n capture</numerusform>
            <numerusform>%n captures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{changed}, %n of them less strict than before</source>
        <translation>
            <numerusform>{changed}, %n of them less strict than before</numerusform>
            <numerusform>{changed}, %n of them less strict than before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingWindow</name>
    <message numerus="yes">
        <source>✓ {folder}: validation accuracy {share} after %n epoch(s)</source>
        <translation>
            <numerusform>✓ {folder}: validation accuracy {share} after %n epoch</numerusform>
            <numerusform>✓ {folder}: validation accuracy {share} after %n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message numerus="yes">
        <source>✕ %n problem(s) in {what}, found at {when}</source>
        <translation>
            <numerusform>✕ %n problem in {what}, found at {when}</numerusform>
            <numerusform>✕ %n problems in {what}, found at {when}</numerusform>
        </translation>
    </message>
</context>
</TS>
