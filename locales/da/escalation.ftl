# Når der kaldes på en specialist: hvem der har fået besked, og hvem der har sagen.
escalation-on-duty = <b>{ $reference }</b>: { $names } er på arbejde og har fået besked. Du hører her, så snart en har sagen.
escalation-off-duty = <b>{ $reference }</b>: Ingen på vagt kan svare lige nu, men fordi det haster, har { $names } fået besked alligevel. Du hører her, så snart en har sagen. Kan det ikke vente, så ring til { $body }: { $phone }.
escalation-next = <b>{ $reference }</b>: Ingen har svaret endnu. Nu har { $names } fået besked.
escalation-leader = <b>{ $reference }</b>: Ingen specialist kan svare lige nu. { $names } svarer for linjen og har fået besked. Kan det ikke vente, så ring til { $body }: { $phone }. Er nogen i livsfare: ring <b>112</b>.
escalation-leader-until = <b>{ $reference }</b>: Ingen specialist kan svare lige nu. { $names } svarer for linjen og har fået besked. { $name } er på arbejde { $when }. Kan det ikke vente, så ring til { $body }: { $phone }. Er nogen i livsfare: ring <b>112</b>.
escalation-phone-first = <b>{ $reference }</b>: { $names } har fået besked og får det igen, til en har sagen. Vent ikke på os, hvis I har brug for hjælp nu: { $body } { $phone }.
escalation-waits-until = <b>{ $reference }</b> er gemt. Ingen kan svare lige nu. { $name } er her igen { $when } og får besked da. Kan det ikke vente, så ring til { $body }: { $phone } ({ $hours }). Er nogen i livsfare: ring <b>112</b>.
escalation-nobody = <b>{ $reference }</b> er gemt, men jeg kan ikke nå nogen lige nu. Jeg prøver igen. Ring til { $body }: { $phone }. Er nogen i livsfare: ring <b>112</b>.
escalation-waits-already = <b>{ $reference }</b>: Der er allerede kaldt på en specialist. Du hører her, så snart en har sagen.
case-waits-now-you =
    <b>{ $reference } · { $level } · ingen har taget den endnu</b>
    { $who }

    { $happened }

    Prøvet: { $tried }
case-waits-drill =
    <b>ØVELSE · { $reference } · { $level }</b>
    Ingen venter på dig. Tryk på knappen, som du ville gøre, hvis det var alvor.

    { $who }: { $happened } Prøvet: { $tried }
cases-wait =
    <b>{ $count } sager venter på en, der tager dem.</b>
    { $lines }
button-take-case = { $reference } · { $level } · jeg tager den
button-not-me = Ikke mig
you-passed-it-on = { $reference } går videre til de andre. Tak, fordi du sagde til.
case-came-back = <b>{ $reference }</b>: Den, der tog sagen, er ikke nået frem til jer. Derfor går den videre til en anden.
case-came-back-from-you = { $reference }: Der er ikke skrevet til virksomheden endnu, så sagen er givet fri. Har du tid nu, så tag den igen.
button-called = Jeg har ringet til dem
call-noted = Godt. Det står i { $reference }, at I har talt sammen.
button-hand-over = Giv sagen til en anden
hand-over-to = Hvem skal have sagen? Den er din, til din kollega siger ja.
hand-over-to-nobody = Ingen kollega kan svare lige nu. Du kan beholde sagen eller give den fri, så hører de om den, når de kan.
button-to-colleague = { $name }
button-to-all = Giv den fri
colleague-asked = { $name } er spurgt. Sagen er din, til der kommer et ja. Du hører her, hvad svaret er.
case-offered =
    <b>{ $reference } · { $level }</b>
    { $name } vil gerne give dig denne sag:

    { $happened }
button-accept-case = Ja, jeg tager den
button-decline-case = Nej, jeg kan ikke
you-declined = Det er i orden. { $reference } bliver, hvor den er.
case-not-handed-over = { $reference }: { $name } kan ikke tage sagen lige nu. Den er stadig din.
button-write-on = Skriv i sagen
case-still-yours =
    <b>{ $reference }</b> har ligget stille i to arbejdsdage. Hvad skal der ske med den?

    { $happened }
button-still-working = Jeg er i gang med den
still-working-noted = Godt. Jeg spørger igen om to arbejdsdage, hvis { $reference } ligger stille.
case-lies-still = { $reference } har ligget stille i flere arbejdsdage, og { $name } har ikke svaret på, hvad der skal ske med den.
error-cannot-take-over = Din kollega kan ikke svare lige nu. Vælg en anden, behold sagen, eller giv den fri.
drill-happened = Det er en øvelse.
drill-thanks = Tak. Øvelsen { $reference } er slut, og du var der.
drill-over =
    Øvelsen { $reference } er slut. { $minutes ->
        [0] { $name } svarede inden for et minut.
        [one] { $name } svarede efter ét minut.
       *[other] { $name } svarede efter { $minutes } minutter.
    }
door-test = Hej { $name }. Det her er en prøve: Tryk på knappen, så ved jeg, at mine beskeder når frem til dig.
button-i-see-it = Jeg kan se den
door-works = Tak. Så ved jeg, at jeg kan nå dig her. Jeg prøver igen om en uge.
colleague-unreachable = Mine beskeder når ikke frem til { $name }. Sager går uden om { $name }, til der kommer et svar. Ring eller skriv til { $name } på en anden måde.
watchdog-case = En sag, der venter, har intet næste skridt
watchdog-message = Beskeder bliver ikke sendt
watchdog-update = Beskeder udefra bliver ikke læst
watchdog-ticks = Tidsfrister bliver ikke holdt
watchdog-part = En del af programmet står stille
watchdog-alarm = <b>Alarm fra HV-linjen</b>: { $kind } { $name }. Ring til den, der driver HV-linjen, og hold selv øje med sagerne imens.
