# Menu, hjælp og det, der siges, når noget ikke passer.
menu-employer =
    Hej { $name }. Skriv, hvad der sker, med dine egne ord. Så får du råd med det samme.
    Du kan også vælge her:
menu-specialist =
    Hej { $name }. Her er dine sager og guiderne. Når en virksomhed har brug for dig, kommer der en besked her.
menu-reviewer =
    Hej { $name }. Her åbner du { $body }s side med alle sager.
help-employer =
    <b>Sådan bruger du HV-linjen</b>
    • Skriv, hvad der sker. Én linje er nok.
    • »Det skete« gemmer en hændelse og giver dig et sagsnummer.
    • »Tal med en specialist« kalder på et menneske.
    • »Opgavekort og skemaer« gør en opgave til et kort på papir, trin for trin.
    • /cancel går ud af det, du er i gang med. Intet gemt går tabt.

    { $body } på telefon: { $phone } ({ $hours }).
    Er nogen i livsfare: ring <b>112</b> først.
help-specialist =
    <b>Sådan bruger du HV-linjen</b>
    • En ny sag kommer her med knappen »Jeg tager den«. Den første, der trykker, får sagen.
    • Derefter går det, du skriver, til virksomheden. »Stop med at skrive« sætter det på pause.
    • /cases viser dine sager og dem, der venter.
    • /followups viser opfølgninger, som ingen har svaret på. Ring, og kryds dem af.
    • /questions viser spørgsmål, som ingen guide svarede på. Med to tryk lærer søgningen af dem.
    • /review giver et link til { $body }s side.
help-reviewer =
    <b>Sådan bruger du HV-linjen</b>
    • /review giver et link til siden med alle sager. Det virker én gang i 15 minutter.
    • Skriv et spørgsmål for at se, hvilke guider virksomhederne får.
cancelled = Det er stoppet. Det, der var gemt, er der stadig.
nothing-to-cancel = Der er ikke noget i gang. Her er menuen:
button-too-old = Den knap er for gammel eller allerede brugt. Her er, hvad du kan gøre nu:
unknown-command = Den kommando kender jeg ikke. Skriv med dine egne ord, eller vælg her:
edited-not-read = Jeg kan ikke læse rettelser i en gammel besked. Skriv det som en ny besked, så kommer det med.
cannot-read-this = Det kan jeg ikke læse. Skriv med ord, hvad der sker. Så finder jeg råd.
long-text = Tak, det var en lang besked. Jeg har læst den. Næste gang er to linjer nok.
file-nowhere = Et billede eller en fil skal høre til en sag, så et menneske kan se på den. Skriv først, hvad der sker, og vælg »Tal med en specialist«.
asked-again = Jeg har været væk et øjeblik. Trykkede du på en knap imens? Så tryk igen her:
button-menu = Menu
button-guides = Find et råd
button-incident = Det skete (opret en sag)
button-specialist = Tal med en specialist
button-help = Hjælp
button-cases = Sager
button-review = Åbn { $body }s side
button-cancel = Stop
button-back = Tilbage
review-link = Linket herunder virker én gang og i 15 minutter. Del det ikke med nogen.
button-open-review = Åbn siden
command-menu = Menu
command-guide = Find et råd
command-incident = Opret en sag
command-cancel = Stop det, du er i gang med
command-language = Sprog / language
command-help = Hjælp
command-privacy = Privatliv
command-cases = Sager
command-review = Link til { $body }s side
button-language = Sprog / language
button-privacy = Privatliv
