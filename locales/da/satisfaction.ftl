# Tilfredshed: en gang om året, og ét tryk efter hver sag og hvert besøg.

survey-yearly-knowledge =
    { $again ->
        [yes] Vi mangler jeres svar på årets to spørgsmål. Det tager et halvt minut.
       *[no] En gang om året spørger vi alle virksomheder om to ting. Det tager et halvt minut.
    }
    Svaret er anonymt. Det bliver først vist, når mindst fem har svaret.

    <b>1 af 2: Hvor godt kender og forstår I den gruppe, jeres medarbejder hører til?</b>
    1 er slet ikke godt, 5 er rigtig godt.
survey-yearly-courage =
    { $again ->
        [yes] Det andet af årets to spørgsmål mangler endnu.{"\u000A"}{"\u000A"}
       *[no] {""}
    }<b>2 af 2: Hvor meget mod har I på at tage en ny medarbejder fra gruppen?</b>
    1 er slet ikke, 5 er rigtig meget.
survey-incident-helped =
    <b>Hvor godt hjalp vi dig med { $subject }?</b>
    1 er slet ikke, 5 er rigtig godt. Et tryk er nok, og svaret er anonymt.
survey-visit-helped =
    <b>Hvor godt hjalp besøget?</b>
    1 er slet ikke, 5 er rigtig godt. Et tryk er nok, og svaret er anonymt.
survey-words = Tak. Vil du skrive en sætning om, hvad der virkede, eller hvad vi skal gøre anderledes? Skriv ingen navne. Den er lige så anonym.
button-no-words = Nej tak
survey-thanks = Tak. Sætningen er gemt uden dit navn.
survey-too-long = Det er for langt: { $length } tegn, og der er plads til { $limit }. Skriv det kortere.
error-rated-already = Tak, det svar har vi allerede. Det er anonymt, så vi kan ikke finde det frem og ændre det.

# Siden for medarbejderne i jobcentret. Ren tekst uden markup.
satisfaction-title = Tilfredshed
satisfaction-lead = Svarene er anonyme og vises fem ad gangen. Så kan ingen regne ud, hvad én har svaret.
satisfaction-year = År
satisfaction-occasion-yearly = En gang om året
satisfaction-occasion-incident = Efter en sag
satisfaction-occasion-visit = Efter et besøg
satisfaction-rate =
    { $asked ->
        [0] Ingen er spurgt endnu.
       *[other] { $answered } af { $asked } har svaret ({ $rate } %).
    }
satisfaction-question-knowledge = Viden om og forståelse for gruppen
satisfaction-question-courage = Mod på at fortsætte
satisfaction-question-helped = Hjalp det?
satisfaction-said =
    { $total ->
        [0] Der er for få svar til at vise dem.
       *[other] Gennemsnit { $mean } af 5. { $good } af { $total } svarer 4 eller 5.
    }{ $waiting ->
        [0] {""}
        [one] {" "}Ét svar venter, til der er fem.
       *[other] {" "}{ $waiting } svar venter, til der er fem.
    }
satisfaction-mark = Svar
satisfaction-count = Antal
satisfaction-mark-1 = 1 (slet ikke)
satisfaction-mark-5 = 5 (rigtig godt)
satisfaction-words = Sætninger
satisfaction-words-waiting =
    { $count ->
        [0] {""}
        [one] Én sætning venter, til der er fem.
       *[other] { $count } sætninger venter, til der er fem.
    }
