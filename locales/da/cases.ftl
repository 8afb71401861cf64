# Hændelser og sager: fra det skete, til sagen er lukket.
level-emergency = livsfare
level-urgent = haster
level-normal = almindelig
status-open = venter
status-taken = er taget
status-closed = er lukket
category-overload = Overvældet, ked af det eller vred
category-withdrawn = Stille eller trækker sig
category-tasks = Opgaver: går i stå, fejl, tempo
category-surroundings = Lyd, lys, uro og ændringer
category-people = Kolleger og kunder
category-communication = Vi misforstår hinanden
category-attendance = Mødetid, fravær og træthed
category-agreements = Aftaler, regler og mentor
category-safety = Vold, selvskade eller fare
category-other = Andet
outcome-solved = Det er løst
outcome-agreed = Vi har lavet en aftale
outcome-other = Andet
incident-happened = Hvad skete der? Skriv det i en til tre sætninger. Skriv »min medarbejder« i stedet for navn.
incident-tried = Tak. Hvad har I prøvet indtil nu?
button-nothing-yet = Ikke noget endnu
incident-level =
    Jeg har forstået det som: <b>{ $level }</b>. Passer det? Vælg det, der er rigtigt.

    Emne: <b>{ $category }</b>
incident-category = Hvad handler det mest om?
button-category = Ret emnet
incident-press-level = Tryk på en af knapperne, så gemmer jeg sagen.
button-level-emergency = Livsfare nu
button-level-urgent = Det haster
button-level-normal = Almindelig
incident-logged = Det er gemt som <b>{ $reference }</b>. Vil du også have en specialist med?
button-call-specialist = Ja, kald på en specialist
button-read-guide = Læs: { $guide }
button-enough = Nej, det er nok for nu
specialist-about = Hvad drejer det sig om? Skriv en linje eller to, så ved specialisten, hvad der er brug for.
only-employers-log = Sager oprettes af virksomhederne. Du finder dem under »Sager« eller på { $body }s side.
case-waits =
    <b>{ $reference } · { $level }</b>
    { $who }

    { $happened }

    Prøvet: { $tried }
case-waits-again =
    <b>{ $reference } · { $level } · venter stadig</b>
    { $who }

    { $happened }

    Prøvet: { $tried }
case-still-waiting = { $reference }: Ingen har taget sagen endnu. Specialisterne har fået besked igen. Kan det ikke vente, så ring til { $body }: { $phone }. Er nogen i livsfare: ring <b>112</b>. Politi, når det ikke haster: <b>114</b>. Læge uden for lægens åbningstid: { $doctor }.
button-take = Jeg tager den
you-took-it = <b>{ $reference }</b> er din. Virksomheden ved det. Skriv nu, så går det til dem.
case-taken = <b>{ $reference }</b>: { $name } har taget sagen og skriver til dig her.
case-taken-by-other = { $reference }: { $name } har taget sagen.
button-close = Luk sagen
closing-outcome = Hvordan endte <b>{ $reference }</b>?
closing-press-outcome = Tryk på en af knapperne om, hvordan det endte.
closing-learned = Hvad lærte I? Én linje, som den næste kan bruge. Ingen navne.
button-nothing-learned = Ikke noget særligt
you-closed-it = <b>{ $reference }</b> er lukket. Virksomheden har fået besked.
case-closed =
    <b>{ $reference }</b> er lukket af { $name }: { $outcome }.
    Er det ikke løst, så skriv her. Så åbner vi en ny sag.
