# Kalendere: besøg som fil og som abonnement, og kalendere, der læses for at se, hvornår nogen er optaget.
calendar-name = HV-linjen: besøg
calendar-summary-staff =
    { $kind ->
        [phone] Opkald: { $company }
        [video] Videomøde: { $company }
       *[workplace] Besøg: { $company }
    }
calendar-summary-employer =
    { $kind ->
        [phone] { $who } fra HV-linjen ringer
        [video] Videomøde med { $who } fra HV-linjen
       *[workplace] { $who } fra HV-linjen kommer på besøg
    }
calendar-description-staff =
    Spørg efter: { $ask_for }
    Parkering: { $parking }
    Af sted: { $who }

    Flyt eller aflys i HV-linjen, så følger kalenderen med.
calendar-description-employer =
    { $who } kommer fra HV-linjen. Vi spørger efter { $ask_for }.

    Flyt eller aflys i HV-linjen, så får alle besked.
calendar-fails = Din kalender hos { $host } kan ikke læses lige nu. Det, vi kender, tæller stadig. Er adressen ændret, så giv os den nye.
calendar-works-again = Din kalender hos { $host } bliver læst igen.
button-calendar = Kalender
command-calendar = Kalender
calendar-page = På kalendersiden får du et link til dine besøg, og du kan vise os, hvornår du er optaget. Linket herunder virker én gang og i 15 minutter.
button-open-calendar = Åbn kalendersiden
error-calendar-address = Det er ikke en kalenderadresse, vi kan læse. Den begynder med https:// eller webcal://, og kalenderen skal være udgivet.
error-too-many-calendars = Tre kalendere er det højeste. Fjern en, før du tilføjer en ny.
error-calendar-gone = Den kalender er der ikke mere.
web-calendar-title = Kalender
web-calendar-feed = Dine besøg i din egen kalender
web-calendar-feed-what = Med et hemmeligt link henter Outlook, Google eller Apple dine besøg og holder dem opdateret. Enhver, der har linket, kan se dem, så del det ikke.
web-calendar-once = Kopiér linket nu. Det vises kun denne ene gang.
web-calendar-link = Dit hemmelige link
web-calendar-open = Åbn i kalenderen på denne maskine
web-calendar-outlook = Outlook: Tilføj kalender → Abonner fra internettet → indsæt linket.
web-calendar-google = Google Kalender: Andre kalendere → + → Fra webadresse → indsæt linket.
web-calendar-apple = Apple: Arkiv → Nyt kalenderabonnement → indsæt linket.
web-calendar-current = Dit link er lavet { $at }.
web-calendar-fetched = Det er sidst hentet { $at }.
web-calendar-make = Lav et link
web-calendar-renew = Lav et nyt link (det gamle holder op)
web-calendar-end = Luk linket
web-calendar-busy = Hvornår du er optaget
web-calendar-busy-what = Giv adressen på en kalender, du har udgivet. Den læses hvert kvarter, og der bliver ikke tilbudt besøg, når du er optaget. Vi gemmer kun tiderne, aldrig hvad de handler om.
web-calendar-failing = kan ikke læses siden { $since }; det, vi kender, tæller stadig
web-calendar-read = sidst læst { $at }
web-calendar-unread = læses om lidt
web-calendar-remove = Fjern
web-calendar-remove-host = Fjern kalenderen hos { $host }
web-calendar-address = Adresse på kalenderen
web-calendar-address-hint = Begynder med https:// eller webcal:// og ender ofte på .ics.
web-calendar-add = Tilføj kalenderen
web-calendar-mine = Din kalender
