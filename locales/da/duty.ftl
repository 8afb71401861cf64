# Vagt: hvem er på, fravær, bytte, arbejdstid, stille timer; og det, lederen hører om huller.
duty =
    <b>Vagt</b>
    { $state ->
        [on] På vagt nu: { $names }.
        [off] Ingen er på vagt lige nu. Den næste er { $names }: { $at }.
       *[nobody] Ingen er på vagt, og ingen har arbejdstid i den kommende tid. Giv lederen besked.
    }

    { $days }

    – betyder, at ingen er der.
duty-employer =
    { $state ->
        [on] <b>{ $names }</b> er på vagt nu.
        [off] Ingen specialist er på vagt lige nu. Den næste er <b>{ $names }</b>: { $at }.
       *[nobody] Ingen specialist er på vagt lige nu, og vi kan ikke love hvornår.
    }
    Du kan altid skrive her. Haster det, så kalder vi på nogen også uden for åbningstid.

    Telefon til { $body }: { $phone } ({ $hours }).
    Er nogen i livsfare: ring <b>112</b>.
button-duty = Hvem er på vagt
command-duty = Hvem er på vagt
command-quiet = Stille timer
button-sick = Jeg er væk resten af i dag
button-back-on-duty = Jeg er tilbage nu
button-days-off = Fravær
button-swap = Byt en dag
button-hours = Min arbejdstid
button-quiet = Stille timer
you-are-away-today = Du er meldt væk til midnat. Kollega og leder har fået besked. God bedring, hvis det er det.
you-are-back = Velkommen tilbage. Du får sager igen fra nu af.
you-were-not-away = Du var ikke meldt væk. Du er på vagt, som din arbejdstid siger.
colleague-away = { $name } er væk resten af dagen. Nye sager går uden om { $name }.
colleague-back = { $name } er tilbage på vagt.
days-off-which =
    Hvilke dage er du væk? Skriv for eksempel:
    <i>24.12-2.1</i> · <i>fredag</i> · <i>i morgen formiddag</i>

    Planlagt fravær står herunder. Tryk på det for at slette det.
button-tomorrow = I morgen
button-rest-of-week = Resten af ugen
button-drop-absence = Slet { $span }
days-off-unclear = Den dato forstår jeg ikke. Skriv for eksempel <i>24.12-2.1</i> eller <i>fredag eftermiddag</i>. Dage, der er gået, kan ikke bruges.
days-off-right =
    { $more ->
        [no] Du er væk <b>{ $first }</b>{ $part ->
            [morning] {" "}til kl. 12
            [afternoon] {" "}fra kl. 12
           *[all] {""}
        }.
       *[yes] Du er væk fra <b>{ $first }</b> til og med <b>{ $last }</b>.
    } Passer det?
button-yes-away = Ja, det passer
button-rewrite = Nej, jeg skriver det om
days-off-kept =
    { $more ->
        [no] Du er væk { $first }{ $part ->
            [morning] {" "}til kl. 12
            [afternoon] {" "}fra kl. 12
           *[all] {""}
        }.
       *[yes] Du er væk fra { $first } til og med { $last }.
    } Er der nu en dag, hvor ingen kan svare, så ved lederen det.
days-off-dropped = Fraværet er slettet.
hours-now =
    <b>Din arbejdstid</b>
    { $hours }

    Vil du ændre den, så skriv hele ugen, for eksempel:
    <i>mandag-torsdag 8-12, 12.30-15, fredag 8-12</i>
hours-kept =
    <b>Din arbejdstid er nu</b>
    { $hours }
hours-unclear = Den arbejdstid forstår jeg ikke. Skriv dag og klokkeslæt, for eksempel <i>mandag-torsdag 8-15.30, fredag 8-12</i>.
quiet-now =
    Dine stille timer er kl. { $span }.
    I stille timer venter det, der kan vente. Haster det, eller er nogen i fare, kommer det igennem.

    Vælg, eller skriv dine egne, for eksempel <i>21-6.30</i>.
quiet-none =
    Du har ingen stille timer. Alt kommer med det samme.
    I stille timer venter det, der kan vente. Haster det, eller er nogen i fare, kommer det igennem.

    Vælg, eller skriv dine egne, for eksempel <i>21-6.30</i>.
button-quiet-span = Kl. { $span }
button-quiet-never = Ingen stille timer
quiet-kept = Mellem kl. { $span } kommer kun det, der haster.
quiet-off = Du har ingen stille timer. Alt kommer med det samme.
quiet-unclear = De timer forstår jeg ikke. Skriv to klokkeslæt, for eksempel <i>21-6.30</i>.
swap-which-day = Hvilken dag vil du gerne give væk?
swap-no-days = Du har ingen arbejdsdage de næste fire uger, som kan byttes.
button-day = { $day }
button-name = { $name }
swap-nobody = Der er ingen kollega at bytte med endnu.
swap-with-whom = Hvem vil du spørge?
swap-in-return = Skal { $name } give dig en dag igen?
button-swap-no-return = Nej, bare spørg
swap-sent = { $name } er spurgt. Du hører her, når der er svar. Indtil da er dagen din.
swap-asked = { $name } spørger, om du kan tage <b>{ $day }</b>.
swap-asked-in-return = { $name } spørger, om du kan tage <b>{ $day }</b> og til gengæld slippe <b>{ $other }</b>.
button-swap-yes = Ja, det kan jeg
button-swap-no = Nej, desværre
swap-accepted = { $name } siger ja og har nu { $day }.
swap-declined = { $name } kan ikke tage { $day }. Dagen er stadig din.
swap-you-accepted = Tak. Du har nu { $day }.
swap-you-declined = Det er i orden. { $day } er stadig din kollegas.
error-not-on-duty = Den dag er der ingen arbejdstid at bytte. Vælg en anden dag.
error-swap-over = Det bytte er allerede besvaret.
error-absence-gone = Det fravær findes ikke mere. Det er slettet eller overstået.
error-absence-too-long = Så langt et fravær kan ikke lægges ind her. Tal med lederen.
coverage-new-gaps =
    { $count ->
        [one] <b>En dag uden nogen på vagt:</b>
       *[other] <b>{ $count } dage uden nogen på vagt:</b>
    }
    { $days }

    Ingen kan svare eller komme på besøg. Kan nogen bytte, eller skal dagen lukkes?
coverage-friday =
    <b>De næste fire uger er der ingen på vagt:</b>
    { $days }
digest-morning =
    Godmorgen { $name }.
    { $mine ->
        [0] Du har ingen åbne sager.
        [one] Du har én sag: { $mine_list }.
       *[other] Du har { $mine } sager: { $mine_list }.
    }
    { $waiting ->
        [0] Ingen venter.
        [one] Én venter på en specialist: { $waiting_list }.
       *[other] { $waiting } venter på en specialist: { $waiting_list }.
    }
    { $visits ->
        [0] Ingen besøg i dag.
       *[other] Besøg i dag: { $visit_list }.
    }
    { $tasks ->
        [0] Ingen opfølgninger venter på dig.
        [one] Én opfølgning venter på dig.
       *[other] { $tasks } opfølgninger venter på dig.
    }
digest-evening =
    <b>Stadig åbent ved lukketid</b>
    { $waiting ->
        [0] Ingen sager venter på en specialist.
        [one] Én sag venter på en specialist: { $waiting_list }.
       *[other] { $waiting } sager venter på en specialist: { $waiting_list }.
    }
    { $taken ->
        [0] Ingen sager er i gang.
        [one] Én sag er i gang: { $taken_list }.
       *[other] { $taken } sager er i gang: { $taken_list }.
    }

# Siden om vagt
web-duty-title = Vagt og arbejdstid
web-duty-on = På vagt nu: { $names }.
web-duty-off = Ingen er på vagt lige nu. Den næste er { $name }: { $at }.
web-duty-nobody = Ingen er på vagt, og ingen har arbejdstid i den kommende tid.
web-duty-plan = De næste to uger
web-duty-plan-what = Hvem der er på vagt hvornår, dag for dag
web-duty-day = Dag
web-duty-gap = Ingen på vagt
web-duty-shut = Lukket
web-duty-no-specialists = Der er ingen specialister endnu. Inviter den første på siden med personer.
web-duty-away = Fravær
web-duty-nobody-away = Intet fravær er planlagt.
web-duty-here = Slet
web-duty-here-name = Slet fravær: { $name }, { $span }
web-duty-who = Hvem
web-duty-add-away = Tilføj fravær
web-duty-first = Første dag
web-duty-last = Sidste dag
web-duty-last-hint = Tom, hvis det er én dag.
web-duty-part = Hvor meget
web-duty-part-all = Hele dage
web-duty-part-morning = Til kl. 12 den sidste dag
web-duty-part-afternoon = Fra kl. 12 den første dag
web-duty-hours = Ugentlig arbejdstid
web-duty-hours-how = Skriv klokkeslæt som 8-12, 12.30-15.30. Lad en fridag stå tom. Står hele ugen tom, gælder kontorets åbningstid.
web-duty-save-hours = Gem arbejdstid for { $name }
web-duty-closed = Lukkedage
web-duty-closed-what = Helligdage og kontorets faste lukkedage er med i forvejen.
web-duty-closed-name = Navn (valgfrit)
web-duty-close = Luk dagen
web-duty-remove = Slet
web-duty-open-day = Slet lukkedagen { $day }
web-duty-leads = Hvem leder
web-duty-leads-what = Lederen hører om sager, ingen tager, og om dage uden nogen på vagt. Er ingen valgt, går det til alle jobkonsulenter.
web-duty-is-leader = leder
web-duty-appoint = Gør til leder
web-duty-dismiss = Ikke leder længere
web-duty-appoint-name = Gør { $name } til leder
web-duty-dismiss-name = { $name } er ikke leder længere
web-duty-hours-unclear = Den arbejdstid kan vi ikke læse. Skriv klokkeslæt som 8-12, 12.30-15.30, uden overlap.
web-duty-days-unclear = De dage kan ikke bruges. Vælg en første dag og en sidste dag, der ikke ligger før den eller er gået.
need-uncovered =
    { $count ->
        [one] Én dag i de næste fire uger er ingen på vagt: { $days }
       *[other] { $count } dage i de næste fire uger er ingen på vagt: { $days }
    }
