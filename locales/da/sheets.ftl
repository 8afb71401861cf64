# Skemaer og opgavekort: spørgsmål, svar, udskrifter og medarbejderens ja.

# På papiret. Ren tekst uden markup.
card-draft = Kladde
card-missing = Her mangler: { $what }.
card-agreed-with = Aftales med { $name }
card-agreed-later = Aftales
card-photo = Billede
card-foot = Version { $version } · { $day }
card-approved = Læst og rettet sammen med { $name }, { $day }
card-agree = Læst og rettet sammen med:
card-date = Dato:
plan-title = Dagsplan

# Skemaer i chatten.
button-sheets = Opgavekort og skemaer
command-card = Lav et opgavekort
command-sheets = Opgavekort og skemaer
sheets = Her er jeres kort og skemaer. Det sidst ændrede står øverst.
no-sheets = Her laver du opgavekort og andre skemaer. Alt gemmes undervejs, og en kollega kan fortsætte, hvor du slap.
button-new-sheet = Begynd på et nyt
button-sheet = { $title }
button-sheet-begun = Fortsæt: { $title } ({ $number } af { $total })
button-go-on-with = Fortsæt: { $form }
which-form = Hvad vil du lave?
which-form-gone = Det skema findes ikke mere. Det, der er skrevet, er der stadig.
which-company = Hvilken virksomhed gælder det?
button-company = { $name }
send-form-to = Hvem skal udfylde det? Den, du vælger, får besked med det samme.
button-fill-myself = Jeg udfylder det selv
button-send-to = { $name }, { $company }
form-sent = { $form } er sendt til { $name }. Du finder det under »Opgavekort og skemaer«.
form-sent-nobody = { $form } ligger klar til { $name }, men { $name } har ingen chat åben endnu. Ring, eller send en ny invitation.
sheet-sent-to-you =
    { $name } beder dig udfylde: <b>{ $form }</b>
    { $intro }
button-begin = Begynd
sheet-begun =
    <b>{ $form }</b>
    { $intro }
sheet-ask =
    { $said ->
        [none] {""}
       *[other] Gemt: »{ $said }«{"\u000A"}{"\u000A"}
    }<i>{ $form } · { $number } af { $total }</i>
    <b>{ $ask }</b>
    { $about ->
        [none] {""}
       *[other] { $about }{"\u000A"}
    }{ $help }{ $example ->
        [none] {""}
       *[other] {"\u000A"}<i>For eksempel: { $example }</i>
    }{ $now ->
        [none] {""}
       *[other] {"\u000A"}{"\u000A"}Nu står der:{"\u000A"}{ $now }
    }
button-unknown = Det ved jeg ikke endnu
button-skip-question = Spring over
button-pause = Pause
button-keep = Behold det, og gå videre
button-number = { $n }
button-lines-done = Det var alle
button-drop-line = Fjern den sidste
button-clear-lines = Begynd forfra
sheet-lines =
    Gemt. Indtil nu:
    { $lines }

    Skriv den næste, eller tryk »Det var alle«.
sheet-lines-photo =
    Gemt. Indtil nu:
    { $lines }

    Skriv det næste trin, send et billede af et trin, eller tryk »Det var alle«.
sheet-lines-full =
    Gemt. Nu er der { $count }, og der er ikke plads til flere:
    { $lines }

    Send gerne billeder, eller tryk »Det var alle«.
sheet-paused = Alt er gemt. Fortsæt, når det passer dig, her eller i den anden chat. En kollega kan også fortsætte.
button-go-on = Fortsæt
sheet-waits = { $form } er gemt og venter på dig. Vil du fortsætte?
button-was-answer = Det var mit svar i skemaet
sheet-question-gone = Skemaet er ændret, og det spørgsmål findes ikke mere. Det, der er svaret, er der stadig.
sheet-clash =
    { $name } har lige svaret på det samme:
    »{ $theirs }«

    Du skrev:
    »{ $mine }«

    Hvad skal der stå?
button-keep-theirs = Det, { $name } skrev
button-use-mine = Det, jeg skrev
sheet-overview =
    <b>{ $title }</b>
    { $lines }{ $photos ->
        [0] {""}
        [one] {"\u000A"}Ét billede
       *[other] {"\u000A"}{ $photos } billeder
    }{ $missing ->
        [none] {""}
       *[other] {"\u000A"}{"\u000A"}<b>Her mangler:</b> { $missing }. Du kan godt skrive det ud nu, men så står der »Kladde«.
    }
sheet-nothing-yet = Der er ikke svaret på noget endnu.
button-open-sheet = Se det hele
button-change = Ret et svar
change-which = Hvad vil du rette?

# Upræcise ord: ét opfølgende spørgsmål.
vague-quantity = Gemt. Du skrev »{ $word }«. Hvor mange eller hvor meget? Skriv et tal.
vague-about = Gemt. Du skrev »{ $word }«. Skriv fra og til, for eksempel »30-45 minutter«.
vague-time = Gemt. Du skrev »{ $word }«. Hvilket klokkeslæt, eller lige efter hvad?
vague-quality = Gemt. Du skrev »{ $word }«. Hvordan ser man det?
vague-person = Gemt. Du skrev »{ $word }«. Hvad hedder personen (fornavn)?
vague-anyone = Gemt. Du skrev »{ $word }«. Er det medarbejderen, så skriv »du«. Ellers: Hvad hedder personen (fornavn)?
vague-verb = Gemt. Du skrev »{ $word }«. Hvilken handling er det første trin?
vague-doubt = Gemt: »{ $line }« Ordet »{ $word }« kan gøre en i tvivl. Skriv sætningen igen, som det skal være hver gang.

# Svar, der ikke kan bruges.
answer-empty = Der stod ikke noget. Skriv svaret med ord, eller tryk på en knap.
answer-in-words = Det kan jeg ikke bruge som svar. Skriv det med ord eller tal, eller tryk på en knap.
answer-too-long = Det er for langt til papiret: { $length } tegn, og der er plads til { $limit }. Skriv det kortere. Intet andet er ændret.
answer-too-many = Der er plads til { $most }, og det ville blive { $count }. Er der flere, så del opgaven i to kort. Intet er ændret.
answer-number = Skriv ét tal, for eksempel 12.
answer-number-between = Skriv ét tal fra { $lowest } til { $highest }.
answer-choice = Tryk på en af knapperne.
answer-date = Skriv datoen med tal, for eksempel 24.11.2026.
answer-date-past = Den dato er gået. Skriv en dag, der kommer, for eksempel 24.11.2026.
answer-time = Skriv ét klokkeslæt med tal, for eksempel 08.15.
answer-photo = Send et billede, eller tryk på en knap.
answer-health = Papiret kan hænge, hvor alle læser det. Derfor må der ikke stå »{ $word }«. Skriv, hvad der skal gøres, uden diagnose eller helbred. Intet er gemt af det.

# Billeder.
photo-kept = Billedet er gemt og kommer med på papiret. Skriv svaret, eller gå videre.
photo-kept-step = Billedet er gemt ved trin { $step }. Hører det til et andet trin, så send det igen med trinets nummer som billedtekst.
photo-wrong-kind = Det kan ikke trykkes. Send et almindeligt billede (JPG eller PNG).
photo-not-here = Her er der ikke plads til et billede. Du kan sende billeder ved stedet og ved trinene.
photo-write-step-first = Skriv først trinet, og send så billedet af det.
photo-refused = Et billede kunne ikke læses og kommer ikke med på papiret. Send det gerne igen.
error-picture-refused = Et billede kunne ikke læses. Send det igen, eller send et andet.

# Papiret og medarbejderens ja.
button-print = Lav det på papir
button-print-a5 = Lav det også i A5
printing = Jeg laver »{ $title }« nu. Det kommer her om et øjeblik.
printed-picture = Billede til telefonen: <b>{ $title }</b>
printed =
    <b>{ $title }</b> · { $foot }
    Filen er klar til at skrive ud. Læs den sammen med medarbejderen, før den bliver brugt.
printed-copy =
    <b>{ $title }</b> · { $foot }
    Her er jeres kopi. Papiret er medarbejderens.
printed-draft =
    <b>{ $title }</b> · { $foot }
    Det er en kladde. { $missing }
error-too-long-for-page = »{ $title }« kan ikke være på én side. Den længste tekst er »{ $label }«. Skriv den kortere, eller del opgaven i to kort.
error-not-printed = »{ $title }« kunne ikke laves på papir. Svarene er gemt. Vi ser på det. Prøv igen senere.
button-employee-yes = Medarbejderens ja
employee-yes =
    Medarbejderen skal læse »{ $title }«, rette i det og sige ja, før det bliver brugt.
    Hvordan gør I?
button-read-together = Vi har læst og rettet det sammen
button-make-link = Lav et privat link
agreed-with-whom = Hvad er medarbejderens fornavn? Kun fornavnet, sådan som det skal stå på papiret.
agreed-first-name = Skriv kun fornavnet, uden tal.
agreed = Godt. »{ $title }« får en ny version, hvor der står: Læst og rettet sammen med { $name }.
card-link =
    Giv linket til medarbejderen. Det virker én gang og i 14 dage. Et tidligere link virker ikke mere.
    { $url }
employee-said-yes = { $name } har læst »{ $title }« og siger ja. En ny version er på vej.
employee-said-yes-corrected =
    { $name } har læst »{ $title }«, rettet og siger ja. En ny version er på vej. Rettet:
    { $changes }
error-sheet-not-found = Det skema kan jeg ikke finde. Se dine skemaer under »Opgavekort og skemaer«.
error-card-link = Linket virker ikke mere. Det er brugt, eller det er for gammelt. Bed din leder om et nyt.
error-card-changed = Kortet er ændret, mens du læste det. Hent siden igen, og læs det en gang til.

# Dagsplan.
button-day-plan = Lav en dagsplan af flere kort
plan-which =
    { $count ->
        [0] Vælg de kort, der hører til dagen. De kommer i rækkefølge efter klokkeslæt.
        [one] Ét kort er valgt. Vælg flere, eller lav dagsplanen.
       *[other] { $count } kort er valgt. Vælg flere, eller lav dagsplanen.
    }
button-chosen = ✓ { $title }
button-not-chosen = { $title }
button-make-plan = Lav dagsplanen
plan-printing = Jeg laver en dagsplan af { $count } kort. Den kommer her om et øjeblik.

# Medarbejderens side. Ren tekst uden markup.
web-card-title = Læs dit kort
web-card-lead = Det her kort er til dig. Læs det. Ret det, der skal være anderledes. Sig ja, når det passer.
web-card-private = Siden er kun for dig. Den virker én gang.
web-card-help = Det står der nu. Du kan skrive det om.
web-card-lines = Én linje for hver ting.
web-card-name = Dit fornavn
web-card-name-hint = Det kommer til at stå på kortet.
web-card-yes = Ja, det passer
web-card-not-now = Du kan også lukke siden og læse videre senere.
web-card-photos =
    { $count ->
        [one] Der er også ét billede på kortet.
       *[other] Der er også { $count } billeder på kortet.
    }
web-card-problem = { $label }: { $said }
web-card-name-missing = Skriv dit fornavn.
web-card-thanks-title = Tak
web-card-thanks = Dit ja er gemt. Din leder får besked og en ny version af kortet.
web-card-thanks-more = Vil du ændre noget senere, så sig det til din leder. Så får du et nyt link.
web-card-gone-title = Linket virker ikke mere

# Evalueringen: medarbejderen læser, kommenterer og ejer.
button-to-citizen = Giv den til medarbejderen
to-citizen =
    Medarbejderen skal læse »{ $title }«, skrive sin egen kommentar og vælge, hvad der skal stå til CV'et. Derefter er papiret medarbejderens.
    Har medarbejderen ikke en telefon eller computer, så åbn linket sammen hos jer.
citizen-has-read =
    { $name } har læst »{ $title }«, skrevet sin kommentar og valgt, hvad der skal stå til CV'et.
    Papiret er { $name }s nu. I får en kopi om lidt.
error-evaluation-open = Svar først på det hele. Her mangler: { $what }.
error-sheet-is-theirs = Papiret er medarbejderens nu og kan ikke ændres herfra. Skal noget rettes, så lav et nyt link til medarbejderen under »Giv den til medarbejderen«.
card-unread = Medarbejderen har ikke læst og kommenteret den endnu.
card-typed-by = Fortalt af arbejdspladsen og skrevet ned af { $name }.
web-evaluation-lead = Her er det, { $company } siger om dit forløb. Læs det. Skriv, hvad du selv mener. Vælg, hvad der skal stå til dit CV.
web-evaluation-workplace = din arbejdsplads
web-evaluation-shared = Din kommentar kommer på det samme papir. Din arbejdsplads og jobcentret får en kopi. Bagefter kan kun du få det ændret.
web-evaluation-told = Det siger arbejdspladsen
web-evaluation-strike = Fjern fluebenet ved det, der ikke skal med.
web-evaluation-own-lines = Dine egne linjer til CV'et
web-evaluation-name-hint = Det kommer til at stå på papiret.
web-evaluation-yes = Det er mit papir nu
web-evaluation-thanks = Dit papir er færdigt. Hent det, og gem det et sted, hvor du kan finde det igen.
web-evaluation-paper = Hent mit papir (PDF)
web-evaluation-thanks-more = Linket til papiret er kun dit og virker i 14 dage. Vil du ændre noget senere, så bed om et nyt link på din arbejdsplads eller i jobcentret.
card-owner = { $name } ejer dette papir og bestemmer, hvem der får det at se.
card-has-been = har arbejdet og lært hos
card-sign-workplace = For arbejdspladsen
card-sign-date = Dato
