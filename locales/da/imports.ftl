# Hent virksomheder og forløb ind fra en fil.
import-title = Hent ind fra en fil
import-file = Vælg en fil
import-how = En CSV-fil eller et regneark. Først ser du, om noget er galt. Intet gemmes, før alt er i orden, og du har trykket.
import-list = Hvad står i filen?
import-choose = Fil
import-look = Se på filen
import-template-companies = Skabelon til virksomheder
import-template-placements = Skabelon til forløb
import-reading = Jeg læser filen: { $done } af { $rows } rækker.
import-wrong =
    { $rows ->
        [one] Der er { $count } fejl i rækken. Intet er gemt. Ret filen, og send den igen.
       *[other] Der er { $count } fejl i { $rows } rækker. Intet er gemt. Ret filen, og send den igen.
    }
import-problems = Fejl i filen
import-row = Række
import-column = Kolonne
import-what = Hvad er galt
import-good =
    { $count ->
        [one] Rækken er i orden. Intet er gemt endnu.
       *[other] Alle { $count } rækker er i orden. Intet er gemt endnu.
    }
import-unread = Disse kolonner læses ikke: { $columns }. Er en af dem vigtig, så giv den overskriften fra skabelonen.
import-store = Gem dem alle
import-another = Vælg en anden fil
import-stored =
    { $count ->
        [one] Rækken er gemt.
       *[other] { $count } rækker er gemt.
    }
import-nothing = Der er ingen rækker i filen.
import-empty = Feltet er tomt, men skal udfyldes.
import-twice = »{ $written }« findes allerede, her eller i filen.
import-number = »{ $written }« er ikke et tal.
import-reference = »{ $written }« er ikke et forløbsnummer. Det ser ud som P-7KQ2. Lad feltet være tomt, så får det et nyt.
import-company = »{ $written }« kendes ikke. Hent virksomheden ind først, eller ret navnet.
import-type = »{ $written }« er ikke en type. Skriv for eksempel Virksomhedspraktik eller Fleksjob.
import-status = »{ $written }« er ikke en status. Skriv planlagt, i gang, på pause eller slut.
import-day = »{ $written }« er ikke en dag. Skriv den som 24-11-2026.
import-order = »{ $written }« ligger før den første dag.
import-hours = »{ $written }« går ikke. Timer om ugen skal være et tal over 0 og højst 48.
import-person = »{ $written }« er ikke en af { $body }s personer i den rolle.
error-import-file = Filen kan ikke læses. Brug en CSV-fil eller et regneark med overskrifterne fra skabelonen i den øverste række.
