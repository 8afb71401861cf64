# Besøg: løftet, tiderne, aftalen, dagen og noten bagefter.
command-visits = Besøg
button-visits = Besøg
visit-kind-workplace = besøg på arbejdspladsen
visit-kind-phone = telefonsamtale
visit-kind-video = videosamtale
visit-status-booked = aftalt
visit-status-held = afholdt
visit-status-no-show = mødtes ikke
visit-status-cancelled = aflyst

# Hvor og hvordan; står i hver besked om et besøg.
visit-place =
    { $has_address ->
        [0] { $company }
       *[other] { $address }
    }
visit-ask-for =
    { $has_ask_for ->
        [0] { "" }
       *[other]
        { "" }
        Spørg efter: { $ask_for }
    }
visit-parking =
    { $has_parking ->
        [0] { "" }
       *[other]
        { "" }
        Parkering: { $parking }
    }
visit-ready =
    { $has_prepare ->
        [0] { "" }
       *[other]
        { "" }
        Hav klar: { $prepare }
    }
visit-facts =
    <b>{ $when }</b>
    { $kind } med { $who }
    { $employer }, { visit-place }{ visit-ask-for }{ visit-parking }{ visit-ready }

visits-yours =
    { $count ->
        [0] I har ingen aftaler lige nu. Skal vi komme forbi?
        [one] Her er jeres aftale:
       *[other] Her er jeres { $count } aftaler:
    }
button-visit-open = { $when }
button-visit-promised = Aftal et besøg – senest { $latest }
button-visit-ask = Bed om et besøg
visits-whom = Hvem skal besøges?
button-visit-whom = { $company } · { $name }
button-visit-plan = Planlæg et besøg
visits-week =
    <b>Uge { $number } · { $first } til { $last }</b>

    { $lines }
visits-week-empty =
    <b>Uge { $number } · { $first } til { $last }</b>

    Ingen besøg.
button-week-picture = Se som billede
visits-week-picture = Uge { $number } som billede.
button-visit-in-week = { $when } · { $company }
button-week-before = ‹ Ugen før
button-week-after = Ugen efter ›

visit-times =
    Vi kommer <b>senest { $latest }</b>.

    Vælg en tid. Ét tryk, så er det aftalt:
visit-proposed =
    Vi vil gerne besøge jer. Her er de ledige tider til og med { $until }.

    Vælg en tid. Ét tryk, så er det aftalt:
visit-times-open = Ledige tider til og med { $until }. Ét tryk, så er det aftalt:
visit-slot-gone =
    Den tid er lige blevet optaget. Her er de tider, der er ledige nu:
visit-choose-soon =
    I har endnu ikke valgt en tid. Vi kommer <b>senest { $latest }</b>. Disse tider er ledige nu:
visit-sorry =
    Vi nåede ikke at besøge jer senest { $latest }, som vi lovede. Det beklager vi. Lederen ved det. Vælg en ny tid her:
visit-none-inside =
    Vi lovede et besøg <b>senest { $latest }</b>, og lige nu er der ingen ledig tid inden da. Lederen har fået besked og finder en løsning. Du hører her.

    Vil I hellere tale sammen i telefon eller vælge en senere dag? Kan det ikke vente, så ring: { $phone }.
visit-none-later = Der er ingen ledige tider til og med { $until }. Prøv en anden måde, eller se senere tider.
button-visit-slot = { $when } · { $who }
button-visit-workplace = Besøg hos os
button-visit-phone = Telefon
button-visit-video = Video
button-visit-both = Begge specialister
button-visit-later = Senere tider
button-visit-let = Lad virksomheden vælge
visit-sent-times = { $employer } har fået tiderne og vælger selv. Du hører her, når det er aftalt.

visit-shortage =
    <b>Ingen ledig tid til { $company } senest { $latest }</b>{ $has_case ->
        [0] { "" }
       *[other] { " " }({ $case })
    }

    { $ways ->
        [0] Der er ikke noget, der kan give sig af sig selv. Ring til virksomheden.
       *[other] Det her kan give sig:
    }
button-visit-call-now = Ring i stedet: { $when } · { $who }
button-visit-shorter = Kort besøg: { $when } · { $who }
button-visit-overtime = Overarbejde: { $when } · { $who }
button-visit-make-room = Flyt { $company } ({ $when })
visit-not-chosen-yet = { $employer } fra { $company } har ikke valgt en tid endnu. Besøget er lovet senest { $latest }. Ring gerne.
visit-broken = Løftet til { $company } om et besøg senest { $latest } blev ikke holdt: { $reason }.
button-visit-book = Find en tid
promise-reason-none = ingen grund noteret
promise-reason-nothing-free = der var ingen ledig tid
promise-reason-not-chosen = der blev ikke valgt en tid
promise-reason-not-needed = der var ikke brug for det alligevel
promise-reason-employer-cancelled = virksomheden aflyste
promise-reason-staff-cancelled = vi aflyste
promise-reason-staff-moved = vi lagde det senere
promise-reason-no-show = de to mødtes ikke
promise-reason-not-noted = det er ikke noteret, om besøget blev holdt

visit-booked =
    Nyt besøg er aftalt.

    { visit-facts }
visit-you-booked =
    Det er aftalt.

    { visit-facts }
visit-you-booked-workplace =
    Det er aftalt.

    { visit-facts }

    { visit-ask-workplace }
visit-you-booked-phone =
    Det er aftalt.

    { visit-facts }

    { visit-ask-phone }
visit-you-booked-video =
    Det er aftalt.

    { visit-facts }

    { visit-ask-video }
visit-moved =
    Besøget er flyttet fra { $was }. Ny tid:

    { visit-facts }
visit-you-moved =
    Besøget er flyttet. Ny tid:

    { visit-facts }
visit-released = { $company }: besøget { $was } er flyttet til { $when } med { $who }. Din tid er fri igen.
visit-changed =
    Der er nyt om besøget:

    { visit-facts }
visit-cancelled = { $name } har aflyst: { $kind }, { $when }, { $company }.
visit-you-cancelled = Besøget { $when } er aflyst, og alle ved det.
visit-sure = Vil du aflyse besøget { $when }?
button-visit-gone = Ja, aflys
button-visit-keep = Nej, behold det
button-visit-move = Flyt
button-visit-cancel = Aflys
button-visit-new = Find en ny tid
visit-view-booked =
    { visit-facts }
visit-view-held =
    Afholdt.

    { visit-facts }
visit-view-no-show =
    I mødtes ikke.

    { visit-facts }
visit-view-cancelled =
    Aflyst.

    { visit-facts }
visit-ask-workplace = Hvor skal vi komme hen? Skriv adressen, hvem vi skal spørge efter, og hvor vi kan parkere.
visit-ask-phone = Hvilket nummer skal vi ringe på?
visit-ask-video = Hvilken mailadresse skal vi sende et link til?
visit-where-noted = Tak, det står i aftalen nu.
button-visit-prepare = Hvad skal være klar?
visit-prepare = Hvad skal være klar til besøget? Vælg et skema, eller skriv det med ord.
visit-prepared = Det står i aftalen nu, og de andre ved det.

visit-tomorrow =
    Husk besøget:

    { visit-facts }
visit-soon =
    Om lidt:

    { visit-facts }
button-visit-leave = Jeg er på vej
button-visit-late = Forsinket
visit-set-off = { $employer } ved, at du er på vej.
visit-on-the-way = { $name } er på vej til jer. Aftalen er { $when }.
visit-how-late = Hvor meget?
button-minutes = { $minutes } minutter
visit-late = { $name } er cirka { $minutes } minutter forsinket til aftalen { $when }.
visit-late-told = De andre ved det.
visit-how-was-it = Hvordan gik det hos { $company }?
visit-how-was-it-again = Der mangler en note om besøget hos { $company } { $when }. Det tager et minut.
visit-not-noted = Ingen har noteret, om besøget hos { $company } { $when } blev holdt. Det skulle { $who }. Løftet tæller ikke som holdt, før det er noteret.
button-visit-held = Vi mødtes – skriv noten
button-visit-nobody = Der var ingen
button-visit-nobody-came = Der kom ingen
visit-missed-you = { $name } var hos jer { $when }, men I mødtes ikke. Det sker. Vælg en ny tid her:
visit-nobody-came = { $employer } fra { $company } melder, at ingen kom { $when }. Ring til dem nu.
visit-nobody-specialist = Det er noteret. Virksomheden har fået en besked om at vælge en ny tid.
visit-nobody-reviewer = Det er noteret. Virksomheden har fået en besked om at vælge en ny tid.
visit-nobody-employer = Det er vi kede af. Specialisten og lederen har fået besked og ringer til jer. Du kan også vælge en ny tid:
visit-note-saw = Hvad så I? To linjer er nok. Ingen navne.
visit-note-agreed = Hvad blev aftalt? Virksomheden får det med.
visit-note-tasks = Hvem gør hvad, og hvornår? Én opgave på hver linje, med en dato, for eksempel: Sæt tavlen op 1/12
button-visit-skip = Spring over
visit-note-kept = Tak. Noten er gemt, og virksomheden har fået det, der blev aftalt.
visit-thanks =
    Tak for i dag.{ $has_agreed ->
        [0] { "" }
       *[other]
        { "" }

        <b>Det aftalte vi</b>
        { $agreed }
    }{ $has_tasks ->
        [0] { "" }
       *[other]
        { "" }

        <b>Hvem gør hvad</b>
        { $tasks }
    }

error-visit-not-found = Det besøg kan jeg ikke finde. Se dine aftaler under »Besøg«.
error-slot-taken = Den tid er optaget. Vælg en anden under »Besøg«.
error-visit-in-past = Den tid er gået. Vælg en, der kommer, under »Besøg«.
error-visit-closed-day = Den dag har vi lukket. Vælg en anden dag under »Besøg«.
error-visit-over = Det besøg er aflyst, i gang eller slut og kan ikke ændres. Du finder en ny tid under »Besøg«.
error-visit-nobody-there = Ingen fra virksomheden bruger HV-linjen endnu. Invitér nogen under »Personer og vagter«, så kan I aftale et besøg.
error-visit-already = Der er allerede aftalt et besøg. Det kan flyttes eller aflyses under »Besøg«.
error-visit-not-yet = Besøget er ikke begyndt endnu. Tryk igen, når I har været der.
error-visit-noted = Det er noteret allerede. Tak.

# Siden for medarbejderne i jobcentret.
web-visits-title = Besøg i uge { $number }
web-visits-weeks = Uger
web-visits-legend = Farvet felt uden tekst: på arbejde. Gråt felt: optaget i en anden kalender. Felt med tekst: besøg.
web-visits-table = Besøgene
web-visits-day = Dag
web-visits-clock = Klokken
web-visits-who = Specialist
web-visits-company = Virksomhed
web-visits-kind = Hvordan
web-visits-status = Status
web-visits-none = Ingen besøg i denne uge.
web-visit-whom-hint = En del af virksomhedens navn, et navn, P-7KQ2 eller H-2026-0042.
web-visit-search = Søg
web-visit-promised = Lovet, men uden en tid
web-visit-promised-one = { $company }, senest { $latest }
web-visit-with = Hos { $name }
web-visit-about = Om { $reference }
web-visit-nobody-found = Jeg fandt ingen. Prøv en del af virksomhedens navn.
web-visit-nobody-yet = Her er ingen arbejdsgivere endnu. Invitér dem under »Personer og vagter«.
web-visit-more = Der er flere. Skriv en del af navnet for at finde dem.
web-visit-times-title = Find en tid hos { $company }
web-visit-move-title = Flyt besøget hos { $company }
web-visit-back = Besøget
web-visit-employer = Arbejdsgiver
web-visit-case = Sag
web-visit-now = Aftalt nu
web-visit-latest = Lovet
web-visit-latest-day = senest { $day }
web-visit-coming = Der er allerede aftalt et besøg:
web-visit-short = kort besøg
web-visit-show = Vis tider
web-visit-free = Ledige tider til og med { $until }
web-visit-one-press = Ét tryk, så er det aftalt. { $name } og specialisten får besked med en fil til kalenderen.
web-visit-one-press-move = Ét tryk, så er besøget flyttet, og { $name } og specialisten ved det.
web-visit-none-inside = Der er ingen ledig tid senest { $latest }. Lederen har fået besked. Prøv telefon eller et kort besøg, eller se senere tider.
web-visit-busy = { $name } har ikke tid nok mellem det, der er aftalt.
web-visit-away = { $name } er ikke på arbejde de dage.
web-visit-not-both = De to har ingen ledig tid sammen de dage.
web-visit-pages = Flere tider
web-visit-sooner = Tidligere tider
web-visit-let-hint = { $name } får tiderne i chatten og vælger selv.
web-visit-taken = Nogen var lige hurtigere, så den tid er optaget nu. Herunder står det, der er ledigt.
web-visit-past = Den tid er gået. Herunder står det, der er ledigt.
web-visit-closed = Den dag har vi lukket. Herunder står det, der er ledigt.
web-visit-already = Nogen har lige aftalt et besøg, så det løfte er i gode hænder. Vil du ændre det, så flyt besøget.
web-visit-title = Besøg hos { $company }
web-visit-done-booked = Det er aftalt, og { $name } har fået besked.
web-visit-done-moved = Besøget er flyttet, og { $name } har fået besked.
web-visit-done-cancelled = Besøget er aflyst, og { $name } har fået besked.
web-visit-when = Hvornår
web-visit-where = Hvor
web-visit-no-address = Adressen mangler. Den kan skrives på virksomhedens side.
web-visit-prepare = Hav klar
web-visit-saw = Det så vi
web-visit-agreed = Det aftalte vi
web-visit-tasks = Hvem gør hvad
web-visit-cancel-what = De andre får besked. Er besøget lovet, får virksomheden nye tider at vælge imellem.
web-visit-note-in-chat = Skriv i chatten, hvordan det gik.
