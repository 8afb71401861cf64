# Opfølgning: ét spørgsmål, tre tryk eller en sætning.
follow-up = Hvordan går det?
follow-up-asks =
    <b>Opfølgning · { $subject }</b>
    { $question }
    { $count ->
        [one] Tryk på en knap, eller svar med en sætning.
       *[other] Tryk på en knap, eller svar med en sætning. Der er { $count } spørgsmål i dag. Det næste kommer, når du har svaret.
    }
follow-up-again =
    <b>Opfølgning · { $subject }</b>
    Jeg spurgte forleden: »{ $question }«
    { $count ->
        [one] Et tryk er nok.
       *[other] Et tryk er nok. Der er { $count } spørgsmål i dag. Det næste kommer, når du har svaret.
    }
button-expected-better = Bedre end ventet
button-expected-same = Som ventet
button-expected-worse = Værre end ventet
button-before-better = Det går bedre
button-before-same = Det går som før
button-before-worse = Det går værre
button-follow-up-later = Ikke nu, spørg senere
follow-up-thanks-better = Godt at høre. Tak for svaret.
follow-up-thanks-same = Tak for svaret.
follow-up-next-asks =
    <b>Næste spørgsmål · { $subject }</b>
    { $question }
follow-up-worse = Tak, fordi du siger det. Specialisterne har fået besked, og sagen hedder <b>{ $reference }</b>. Skriv gerne, hvad der sker. Så ved specialisten det på forhånd.
follow-up-worse-noted = Tak. Det står nu i <b>{ $reference }</b>, og specialisterne kan læse det.
case-got-worse =
    Opfølgning: »{ $question }« Det går værre.{ $has_text ->
        [0] { "" }
       *[other]
        { "" }
        { $text }
    }
follow-up-words-kept = Tak, det er gemt. Hvordan går det samlet set?
button-follow-up-not-answer = Det var et nyt spørgsmål
follow-up-when = Hvornår må jeg spørge igen?
button-follow-up-tomorrow = I morgen
button-follow-up-week = Om en uge
button-follow-up-date = En anden dag
follow-up-which-day = Skriv en dag, for eksempel 24.11. Den skal ligge inden for to måneder.
follow-up-snoozed = Fint. Jeg spørger igen { $at }.
follow-up-silence =
    <b>Ring til virksomheden · { $subject }</b>
    { $name } fra { $company } har ikke svaret på to beskeder: »{ $question }«
follow-up-nobody =
    <b>Ring til virksomheden · { $subject }</b>
    Ingen hos { $company } kan få beskeder her lige nu. Spørg i telefonen: { $question }
follow-up-task =
    <b>Opgave · { $subject }</b>
    { $company }
    { $question }
follow-up-settled = { $subject }: { $name } har nu selv svaret: { $answer }. Du behøver ikke ringe.
follow-up-is-better = det går bedre
follow-up-is-same = det går som før
follow-up-is-worse = det går værre
button-task-done = Det er gjort
follow-up-task-done = Tak. Opgaven er krydset af.
follow-up-tasks =
    { $count ->
        [0] Ingen opgaver venter. Godt gået.
        [one] Én opgave venter. Tryk på den, når den er gjort:
       *[other] { $count } opgaver venter. Tryk på en, når den er gjort:
    }
button-follow-up-task = { $subject } · { $company }
follow-up-task-open =
    <b>{ $subject }</b>
    { $company }
    { $question }
button-follow-ups = Opfølgning
command-followups = Opfølgning: det, der venter
error-follow-up-over = Den opfølgning er afsluttet, så du behøver ikke svare mere. Er der noget nyt, så skriv det bare her.
error-follow-up-day = Den dag kan jeg ikke bruge. Skriv en dag fra i morgen og højst to måneder frem, for eksempel 24.11.
web-event-reopened = Åbnet igen
