# Siderne: webchat, øvelsestavle, jobcentrets sider, fejl. Ren tekst uden markup.
web-name = HV-linjen
web-skip = Gå til indholdet
web-danger = Fare for liv: ring 112
web-footer = HV-linjen drives af { $organisation }. Telefon { $phone }, { $hours }.
web-to-front = Til forsiden
web-to-board = Til øvelsestavlen

web-front-title = Hjælp til dig, der har en medarbejder gennem { $body }
web-front-what = HV-linjen giver korte råd med det samme, når din medarbejder har autisme, ADHD, ADD eller angst. Du kan gemme det, der sker, og få en specialist med.
web-front-to-chat = Til din chat
web-front-english = HV-linjen is a chat hotline for employers with an employee placed by the jobcenter. You come in with the link in your invitation. Danger to life: call 112. The jobcenter: { $phone }.
web-use-invitation = Brug linket i din invitation for at åbne chatten. Har du ingen invitation, så ring til { $body }.
web-call-danger = Er nogen i livsfare
web-call-office = Ring til { $body }
web-call-hours = { $hours }

web-invitation-title = Velkommen til HV-linjen
web-invitation-who = { $organisation } inviterer dig til en chat for virksomheder.
web-invitation-what = Her får du korte råd med det samme, når noget er svært for din medarbejder. Du kan også få en specialist med.
web-invitation-open = Åbn chatten
web-invitation-cookie = Invitationen gælder for én person. Chatten huskes i denne browser med én nødvendig cookie.
web-invitation-english = { $organisation } invites you to a chat for employers. Press the button to open it. You can choose English inside.

web-closed-title = Chatten er ikke åben her
web-no-chat = Chatten er ikke åben i denne browser. Brug linket i din invitation.

web-chat-title = Chat
web-chat-log = Samtalen
web-chat-pending = Beskeder på vej
web-chat-me = Du
web-chat-label = Skriv til HV-linjen
web-chat-placeholder = Skriv her
web-chat-keys = Enter sender. Shift og Enter giver en ny linje.
web-chat-send = Send
web-chat-choose-file = Vedhæft en fil
web-chat-file-sent = Fil
web-chat-sending = sender …
web-chat-sent = sendt
web-chat-failed = ikke sendt
web-chat-failed-said = Beskeden blev ikke sendt. Den står her stadig, og du kan prøve igen.
web-chat-again = Prøv igen
web-chat-discard = Slet
web-chat-new = Ny besked ↓
web-chat-new-title = Ny besked
web-chat-lost = Forbindelsen er væk. Vi prøver igen. Det, du har skrevet, er her stadig.
web-chat-no-script = Chatten kræver JavaScript, og det er slået fra i din browser. Slå det til, eller ring til { $body }: { $phone } ({ $hours }).
web-too-long = Beskeden er for lang. Der er plads til { $limit } tegn, og den har { $length }. Del den i to, så kommer det hele med.
web-file-refused = Den slags fil kan vi ikke tage imod, eller også er den ikke det, navnet siger. Send et billede, en PDF, en lydfil, ren tekst eller et almindeligt dokument.

web-board-title = Øvelsestavle
web-board-banner = Øvelse – opfundne personer.
web-board-banner-more = Intet herfra når ud til nogen. Prøv alt, du kan ikke ødelægge noget.
web-board-clock = Klokken i øvelsen:
web-board-ten-minutes = +10 min
web-board-hour = +1 time
web-board-day = +1 dag
web-board-review = Åbn { $body }s side
web-board-restart = Begynd forfra
web-board-restart-sure = Vil du begynde forfra?
web-board-restart-what = Alle samtaler og sager i øvelsen slettes, og uret stilles tilbage.
web-board-restart-yes = Ja, begynd forfra
web-board-restart-no = Nej, behold det
web-board-failed = Det lykkedes ikke. Hent siden igen, og prøv en gang til.
web-board-no-script = Telefonerne kræver JavaScript, og det er slået fra i din browser.
web-board-phones = Telefoner
web-board-phone = Telefon: { $name }, { $role }
web-board-newcomer = Prøv at invitere en ny arbejdsgiver

web-inviting-title = Inviter en ny arbejdsgiver
web-inviting-one = Åbn { $body }s side med knappen herunder.
web-inviting-two = Skriv et navn og en virksomhed under »Inviter en person«, og lav invitationen.
web-inviting-three = Åbn linket i en ny fane. Så er du den nye arbejdsgiver.
web-inviting-open = Åbn { $body }s side

web-signin-title = Log ind på { $body }s side
web-signin-how = Skriv /review til HV-linjen. Så får du et link, som åbner siden her.
web-signin-who = Siden er for specialister og for dem, der følger sagerne fra { $body }. Et link virker én gang og i 15 minutter.
web-signin-spent = Linket virker ikke mere. Det er brugt, eller det er for gammelt.
web-not-signed-in = Du er ikke logget ind. Skriv /review til HV-linjen, så får du et link.
web-login-title = Log ind på { $body }s side
web-login-what = Dit link er klar. Tryk på knappen for at logge ind. Linket virker kun én gang.
web-login-enter = Log ind
web-logout = Log ud
web-staff-nav = Afsnit
web-live-updated = Siden er opdateret kl.

web-log-title = Hændelser
web-log-waiting =
    { $count ->
        [one] sag venter
       *[other] sager venter
    }
web-log-taken =
    { $count ->
        [one] sag er i gang
       *[other] sager er i gang
    }
web-log-reference = Sag
web-log-when = Hvornår
web-log-company = Virksomhed
web-log-level = Alvorsgrad
web-log-status = Status
web-log-owner = Hvem har den
web-log-nobody = Ingen endnu
web-log-empty = Der er ingen hændelser endnu. De kommer her af sig selv.
web-log-older = Ældre hændelser
web-log-newest = Nyeste hændelser
web-level-emergency = Livsfare
web-level-urgent = Haster
web-level-normal = Almindelig
web-status-open = Venter
web-status-taken = I gang
web-status-closed = Lukket
web-outcome-solved = Det er løst
web-outcome-agreed = Der er lavet en aftale
web-outcome-other = Andet

web-incident-back = Alle hændelser
web-incident-reporter = Hvem skriver
web-incident-category = Emne
web-incident-placement = Forløb
web-incident-no-placement = Ikke knyttet til et forløb
web-incident-happened = Det skete
web-incident-tried = Det har de prøvet
web-incident-nothing = Ikke noget endnu
web-incident-outcome = Sådan endte det
web-incident-learned = Det lærte vi
web-incident-timeline = Tidslinje
web-event-logged = Sagen blev oprettet
web-event-guide = Guide vist
web-event-asked-specialist = Bad om en specialist
web-event-reminded = Specialisterne blev mindet om sagen
web-event-taken = Tog sagen
web-event-told = Fik besked
web-event-passed = Sagde »ikke mig«
web-event-came-back = Sagen blev givet fri igen
web-event-offered = Ville give sagen til en anden
web-event-handed-over = Overtog sagen
web-event-declined = Overtog ikke sagen
web-event-called = Talte i telefon med virksomheden
web-event-asked-owner = Ejeren blev spurgt til en stille sag
web-event-still-working = Er i gang med sagen
web-event-closed = Lukkede sagen
web-event-message = Skrev
web-event-file = Sendte en fil
web-event-place = Sendte et sted
web-event-edited = Rettede sin besked til
web-event-undelivered = En besked kom ikke frem
web-event-note = Skrev en note (kun for personalet)
web-event-reads = Begyndte at læse med
web-event-reads-no-more = Læser ikke med mere
web-event-category = Rettede emnet
web-event-not-urgent = Meldte, at det ikke haster alligevel
web-event-reviewed = Markerede sagen som gennemgået
web-event-not-reviewed = Tog markeringen »gennemgået« af
web-event-question = Stillede specialisten et spørgsmål
web-event-answer = Svarede på spørgsmålet
web-event-linked = Knyttede sagen til
web-event-unlinked = Fjernede knytningen til
web-event-redacted = Fjernede ord fra sagen

web-people-companies = Virksomheder
web-people-staff = Specialister og { $body }
web-people-nobody = Ingen personer endnu
web-people-no-companies = Der er ingen virksomheder endnu. Inviter den første herover.
web-people-placements = Forløb:
web-people-no-placements = ingen endnu
web-people-new-placement = Nyt forløb
web-people-invited = inviteret, gælder til { $until }
web-role-employer = Arbejdsgiver
web-role-specialist = Specialist
web-role-reviewer = Jobkonsulent
web-invite-title = Inviter en person
web-invite-role = Rolle
web-invite-name = Navn
web-invite-company = Virksomhed
web-invite-company-hint = Kun for arbejdsgivere. Skriv et nyt navn for at oprette virksomheden.
web-invite-make = Lav invitationen
web-name-missing = Skriv navnet på den, du vil invitere.
web-ticket-title = Invitation til { $name }
web-ticket-once = Linket vises kun nu. Giv det videre, før du forlader siden.
web-ticket-web = Link til chatten i browseren
web-ticket-telegram = Link til Telegram
web-ticket-picture = QR-kode med linket til chatten i browseren. Linket står ved siden af.
web-ticket-how = Linket gælder for én person og i 14 dage. Peg en telefons kamera på billedet for at åbne chatten der.

web-handout-title = Ark til arbejdspladsen
web-handout-what = Én side om autisme, hvad HV-linjen hjælper med, og hvordan man får fat i jer. Arket her har en kode til forsiden. Et ark med en personlig invitation får du, når du laver invitationen.
web-handout-invitation = Et ark på én side at give med. Koden på arket er denne invitation.
web-handout-da = Hent på dansk (PDF)
web-handout-en = Get it in English (PDF)

web-stale-page = Siden er for gammel til det. Hent den igen, og prøv en gang til.
web-error-title-400 = Det kunne vi ikke forstå
web-error-400 = Noget i din forespørgsel manglede eller var forkert. Gå tilbage, og prøv igen.
web-error-title-401 = Du er ikke logget ind
web-error-401 = Åbn linket i din invitation, eller log ind igen.
web-error-title-403 = Det har du ikke adgang til
web-error-403 = Siden er ikke åben for dig. Mener du, at det er en fejl, så ring til { $body }.
web-error-title-404 = Siden findes ikke
web-error-404 = Siden findes ikke, eller den er ikke din at se. Tjek adressen, eller brug linket herunder.
web-error-title-405 = Det kan man ikke her
web-error-405 = Siden kan ikke bruges på den måde. Gå tilbage, og prøv igen.
web-error-title-413 = Det fylder for meget
web-error-413 = Det, du sendte, er for stort. En fil må højst fylde 20 MB.
web-error-title-500 = Noget gik galt hos os
web-error-500 = Det er vores fejl, ikke din. Prøv igen om lidt, eller ring til { $body }: { $phone }.
web-error-title-said = Det kan ikke lade sig gøre
web-event-visit-booked = Fik aftalt et besøg
web-event-visit-cancelled = Aflyste et besøg
web-event-visit-held = Var på besøg
