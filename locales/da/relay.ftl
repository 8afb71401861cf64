# Samtalen i en sag: linjer frem og tilbage, listen over sager, noter og dem, der læser med.
level-mark-emergency = ▲ livsfare
level-mark-urgent = ◆ haster
level-mark-normal = almindelig
button-write = Skriv til { $name }
button-answer = Svar { $name }
button-add = Skriv mere i sagen
button-view = Se sagen
button-stop-writing = Stop med at skrive
case-line =
    <b>{ $name } · { $reference }</b>
    { $text }
case-line-along =
    <b>{ $name } → { $to } · { $reference }</b> (du læser med)
    { $text }
nobody-yet = ingen endnu
said-file = Sender en fil. { $text }
said-place = Sted: <a href="{ $url }">{ $place }</a>
said-edited = Rettet til: { $text }
case-writing = Skriv nu. Det går til { $name } i <b>{ $reference }</b>.
case-adding = Skriv nu. Det bliver gemt i <b>{ $reference }</b>, og den, der tager sagen, læser det først.
line-passed-on = Sendt videre i { $reference }.
line-kept = Gemt i { $reference }. Den, der tager sagen, læser det først.
line-corrected = Rettelsen er sendt videre i { $reference }.
line-to-which = Hvor skal det hen? Jeg gemmer det, du skrev, til du har valgt.
button-to-case = { $name } · { $reference }
button-new-matter = Det er noget nyt
button-new-question = Find et råd
line-waits = { $reference }: Din besked er ikke nået frem endnu. Jeg bliver ved med at prøve. Haster det, så ring i stedet.
line-lost-employer = <b>{ $reference }: Din sidste besked kom ikke frem.</b> Ring til { $body }: { $phone } ({ $hours }), og sig sagsnummeret. Du kan også prøve igen. Er nogen i livsfare: ring <b>112</b>.
line-lost-staff = <b>{ $reference }: Din sidste besked kom ikke frem.</b> Virksomheden kan ikke nås i sin chat. Ring til dem, eller prøv igen.
button-send-again = Prøv igen
line-in-words = Det kan jeg ikke sende videre. Skriv det med ord, eller send et billede, en lydbesked eller en fil.
contact-not-passed = Kontakter sender jeg ikke videre, så private numre forbliver private. Skriv, hvad den anden har brug for at vide.
error-not-taken = { $reference } har ingen taget endnu. Tag sagen først, så går det, du skriver, til virksomheden.
error-somebody-elses = { $reference } er hos { $name }. Vil du sige noget til { $name }, så skriv en note: /note { $reference }
case-view =
    <b>{ $reference }</b> · { $level }
    { $who }
    { $has }
    Emne: { $category }

    { $happened }

    Prøvet: { $tried }
case-view-with-lines =
    <b>{ $reference }</b> · { $level }
    { $who }
    { $has }
    Emne: { $category }

    { $happened }

    Prøvet: { $tried }

    <b>Skrevet sidst</b>
    { $lines }
case-said = <i>{ $at }</i> { $name }: { $text }
case-noted = <i>{ $at }</i> { $name } (note, kun for os): { $text }
case-said-nothing = »{ $text }«
case-summary =
    <b>{ $reference }</b> · { $has }
    { $last }
has-nobody = Gemt. Ingen specialist er kaldt.
has-waiting = Venter på en specialist.
has-owner = { $name } har den.
has-owner-and-readers = { $name } har den. Læser med: { $readers }.
has-closed = Lukket: { $outcome }.
cases =
    { $count ->
        [one] Én sag:
       *[other] { $count } sager:
    }
cases-employer =
    <b>Dine sager</b>

    { $cases }
no-cases = Ingen sager venter, og du har ingen åbne. Nyd det.
no-cases-employer = Du har ingen sager endnu. Skriv, hvad der sker, så hjælper jeg.
no-company = uden virksomhed
button-case-mine = { $reference } · { $level } · din · { $company }
button-case-waits = { $reference } · { $level } · venter · { $company }
button-case-read = { $reference } · { $level } · læser med · { $company }
button-case-reported = { $reference } · { $status }
button-page-back = ← Forrige
button-page-on = Næste →
button-all-cases = Alle sager
button-own-cases = Mine sager
button-note = Skriv en note
button-note-in = Note i { $reference }
note-write = Skriv noten til <b>{ $reference }</b>. Kun specialisterne og { $body } ser den. Virksomheden ser den aldrig.
note-which = Hvilken sag? Du kan også skrive: /note sagsnummer og så noten.
note-kept = Noten er gemt i <b>{ $reference }</b>. Virksomheden ser den ikke.
note-written =
    <b>Note fra { $name } · { $reference }</b>
    { $text }
note-in-words = En note er ord. Skriv den, eller tryk på »Stop«.
command-note = Note, som kun I ser
button-let-read = Lad en anden læse med
button-read-along = Læs med
button-read-no-more = Læs ikke med mere
button-person = { $name }
who-reads = Hvem skal læse med i <b>{ $reference }</b>?
nobody-to-read = Der er ingen anden, der kan læse med i { $reference }.
lets-read = { $name } læser nu med i <b>{ $reference }</b>. Sagen er stadig din.
you-read-along = { $name } lader dig læse med i <b>{ $reference }</b>. Du får alle linjer. Sagen er stadig hos { $name }.
reads-along = { $name } læser nu med i <b>{ $reference }</b>. Sagen er stadig din.
read-no-more = Du får ikke flere linjer fra { $reference }.
